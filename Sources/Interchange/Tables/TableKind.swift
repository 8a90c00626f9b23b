import Registry

/// What the rows of a table from outside are.
package struct TableKind: Sendable, Equatable {
  /// The kind of record; `nil` for heads, whose rows hold a person, a posting and its milestones.
  private let kind: RecordKind?

  package static let heads = TableKind(kind: nil)

  /// Heads, and every kind of record.
  package static let all = [heads] + RecordKind.all.map { TableKind(kind: $0) }

  private init(kind: RecordKind?) { self.kind = kind }

  package init?(name: String) {
    guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  package var name: String { kind?.plural ?? "heads" }

  /// Whether a source can be cited for each row.
  var isCited: Bool { kind?.isCited ?? true }

  func intake(into change: Change, edits: Bool) -> any RowIntake {
    if let kind { return RecordIntake(kind, into: change, edits: edits) }
    return HeadIntake(into: change, edits: edits)
  }

  private var fields: [Field] {
    kind?.fields ?? RecordKind.posting.fields + RecordKind.accreditation.fields
  }

  /// What people call a field in a table of this kind, beside its name and its label on a page.
  var otherNames: [String: [String]] {
    var names = Dictionary(fields.map { ($0.column, $0.otherNames) }) { first, _ in first }
    names["key"] = kind?.keyNames
    if kind == nil { names["concurrent"] = ["concurrent", "also accredited to", "kiêm nhiệm"] }
    if isCited { names["source"] = ["nguồn"] }
    return names
  }

  /// What a page calls a field.
  func label(of field: String) -> Sentence {
    kind?.label(of: field) ?? fields.first { $0.column == field }?.label ?? Labels.of(field)
  }
}
