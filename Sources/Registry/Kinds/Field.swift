package import SQLite

/// One fact of a record that people may enter: a column of its table, what it takes, what it is
/// called, and where it is asked for and shown.
package struct Field: Sendable {
  /// What a column takes.
  package enum Rule: Sendable, Hashable {
    /// One line of text.
    case line
    /// Text of several lines.
    case note
    case date
    /// A time of day, `HH:MM`.
    case time
    case number
    case flag
    /// One of a closed list; the CHECK of the column holds the same list.
    case choice([String])
    /// The key of another record; a name that fits exactly one is taken too.
    case reference(OtherKind)
    /// The name of a column of the record that a citation is of.
    case citedColumn
  }

  /// How a card or a list shows the column.
  package enum Shown: Sendable {
    /// As it stands; a choice in words.
    case plain
    /// In words where `code_label` has some for it.
    case coded
    /// By the name of the record referred to.
    case byName
    case expression(@Sendable (Phrases) -> SQL)
    /// On no card: another column tells it.
    case never
  }

  package let column: String
  package let rule: Rule
  /// What it is called on a page, in a sentence and in the tables that people keep.
  package let label: Sentence
  package let help: Sentence?
  /// What the option for it is called; `nil` where there is none.
  package let option: String?
  /// What else people call it in their tables.
  package let otherNames: [String]
  package let shown: Shown

  /// - Parameters:
  ///   - option: where the option is not called as the column is.
  ///   - isOption: whether a command asks for it.
  package init(
    _ column: String, _ rule: Rule, _ english: String, vi vietnamese: String,
    help: Sentence? = nil, option: String? = nil, isOption: Bool = true,
    called otherNames: [String] = [], shown: Shown = .plain
  ) {
    self.column = column
    self.rule = rule
    label = Sentence(english, vi: vietnamese)
    self.help = help
    self.option = isOption ? option ?? Key.hyphenated(column) : nil
    self.otherNames = otherNames
    self.shown = shown
  }

  /// A fact that is another record.
  package init(
    _ column: String, to kind: @autoclosure @escaping @Sendable () -> RecordKind,
    _ english: String, vi vietnamese: String, help: Sentence? = nil, option: String? = nil,
    isOption: Bool = true, called otherNames: [String] = [], shown: Shown = .plain
  ) {
    self.init(
      column, .reference(OtherKind(kind)), english, vi: vietnamese, help: help, option: option,
      isOption: isOption, called: otherNames, shown: shown)
  }

  // MARK: What many kinds have

  static let note = Field("note", .note, "Note", vi: "Ghi chú")
  static let wikidata = Field(
    "wikidata", .line, "Wikidata", vi: "Wikidata",
    help: Sentence("Q and a number.", vi: "Chữ Q và một số."))
  static let certainty = Field(
    "certainty", .choice(["confirmed", "single-source", "uncertain"]), "Certainty",
    vi: "Độ tin cậy",
    help: Sentence(
      "confirmed, single-source or uncertain.",
      vi: "confirmed (đã xác nhận), single-source (một nguồn) hoặc uncertain (chưa chắc chắn)."))
}

/// Another kind of record, looked up when it is asked for: kinds refer to each other, and to
/// themselves.
package struct OtherKind: Sendable, Hashable {
  private let find: @Sendable () -> RecordKind

  init(_ find: @escaping @Sendable () -> RecordKind) { self.find = find }

  package var kind: RecordKind { find() }

  package static func == (left: OtherKind, right: OtherKind) -> Bool { left.kind == right.kind }
  package func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

/// Rows that belong to a record and have no key of their own: other names, ranks, countries
/// covered.
package struct Part: Sendable {
  package let table: String
  /// The column that holds the key of the record.
  package let owner: String
  /// The first is what a row is of; the others say more of it.
  package let fields: [Field]
  /// Whether one command can give several.
  package let isRepeated: Bool

  init(_ table: String, of owner: String, isRepeated: Bool = true, _ fields: [Field]) {
    self.table = table
    self.owner = owner
    self.isRepeated = isRepeated
    self.fields = fields
  }

  /// Other names by which a record is found.
  static func names(of kind: String, help: Sentence, _ more: [Field] = []) -> Part {
    Part(
      "\(kind)_name", of: kind,
      [Field("name", .line, "Name", vi: "Tên", help: help, option: "alias")] + more
        + [Field("note", .note, "Note", vi: "Ghi chú", isOption: false)])
  }

  /// Whether its rows are other names of the record.
  package var isNames: Bool { table == "\(owner)_name" }
}

/// Facts as somebody gave them, by column, in the order of giving.
///
/// `nil` empties a column.
package struct Facts: Sendable {
  private(set) var given: [(column: String, text: String?)] = []

  package init() {}

  package var isEmpty: Bool { given.isEmpty }

  /// The fact given last for a column; `nil` where none is, or where it is to be emptied.
  package subscript(column: String) -> String? {
    given.last { $0.column == column }?.text
  }

  package func has(_ column: String) -> Bool { given.contains { $0.column == column } }

  /// Takes a fact where there is one.
  package mutating func set(_ column: String, _ text: String?) {
    if let text { given.append((column, text)) }
  }

  package mutating func clear(_ column: String) { given.append((column, nil)) }

  /// The facts for the columns named; the others stay behind.
  package func taking(_ columns: [String]) -> Facts {
    var taken = Facts()
    taken.given = given.filter { columns.contains($0.column) }
    return taken
  }
}
