/// One fact of a record that people may enter: a column of its table, and what it takes.
package struct Field: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
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
    case reference(Entity)
  }

  package let column: String
  package let kind: Kind

  static func line(_ column: String) -> Field { Field(column: column, kind: .line) }
  static func note(_ column: String = "note") -> Field { Field(column: column, kind: .note) }
  static func date(_ column: String) -> Field { Field(column: column, kind: .date) }
  static func time(_ column: String) -> Field { Field(column: column, kind: .time) }
  static func number(_ column: String) -> Field { Field(column: column, kind: .number) }
  static func flag(_ column: String) -> Field { Field(column: column, kind: .flag) }
  static func choice(_ column: String, _ codes: String...) -> Field {
    Field(column: column, kind: .choice(codes))
  }
  static func reference(_ column: String, to entity: Entity) -> Field {
    Field(column: column, kind: .reference(entity))
  }
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
