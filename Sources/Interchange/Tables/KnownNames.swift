import Registry

/// What the fields of a table are called, by anybody, folded.
struct KnownNames {
  let fields: [String]
  private var fieldsByName: [String: String] = [:]

  /// Headings that speak of a day, folded; our own labels of other fields are among them.
  static let dayWords: Set<String> = [
    "from", "to", "until", "till", "since", "begin", "begins", "start", "end", "ends", "date",
    "tu", "den", "tungay", "denngay", "ngay", "tunam", "dennam",
  ]
  private static let endWords: Set<String> = [
    "to", "until", "till", "end", "ends", "den", "denngay", "dennam",
  ]
  private static let dateFields = Set(
    RecordKind.all.flatMap(\.fields).filter { $0.rule == .date }.map(\.column))

  init(_ fields: [String], of kind: TableKind) {
    self.fields = fields
    let folded = ColumnMap.folded
    // A field's own name goes before what people call it, and that before what a page calls it.
    for field in fields where fieldsByName[folded(field)] == nil {
      fieldsByName[folded(field)] = field
    }
    let others = kind.otherNames
    for field in fields {
      for name in others[field] ?? [] where fieldsByName[folded(name)] == nil {
        fieldsByName[folded(name)] = field
      }
    }
    var labelled: [String: Set<String>] = [:]
    for field in fields {
      let label = kind.label(of: field)
      for name in [label.english, label.vietnamese] {
        labelled[folded(name), default: []].insert(field)
      }
    }
    for (name, fields) in labelled where fieldsByName[name] == nil && fields.count == 1 {
      fieldsByName[name] = fields.first
    }
  }

  func field(called name: String) -> String? { fieldsByName[name] }

  func isDate(_ field: String) -> Bool { Self.dateFields.contains(field) }

  /// The fields that a heading such as "From" or "To" can be for.
  func days(for heading: String) -> [String] {
    let isEnd = Self.endWords.contains(heading)
    let wanted =
      isEnd
      ? ["ended", "ends", "closed", "valid_until", "died"]
      : ["handed_over", "arrived", "took_charge", "credentials", "opened", "valid_from", "dated"]
    return wanted.filter { fields.contains($0) }
  }
}
