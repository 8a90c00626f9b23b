import SQLite
import Schema

/// A table as it travels to other programs and back: what people entered, without what is computed
/// and without the history.
package struct PackagedTable: Sendable {
  package struct Column: Sendable {
    package let name: String
    /// `TEXT`, `INTEGER` or `REAL`.
    package let type: String
    package let isRequired: Bool
    /// What people may enter there, where the program knows.
    package let field: Field?
    package let about: Sentence?
    let rule: EntryRule
  }

  package struct Reference: Sendable {
    package let columns: [String]
    package let table: String
    package let theirs: [String]
  }

  package let name: String
  package let key: [String]
  package let columns: [Column]
  package let references: [Reference]
  package let about: Sentence?
  /// Whether the table keeps in which change a row was entered.
  let keepsItsChange: Bool

  /// Every table that is carried, by name; what only the program writes is not.
  package static func all(in registry: Registry) throws(RegistryError) -> [PackagedTable] {
    let tables = try registry.tables().filter { !TrackedTable.isOwn($0.name) }
    return try registry.storage { () throws(SQLiteError) in
      try tables.map {
        (table) throws(SQLiteError) in try PackagedTable(table, registry.connection)
      }
    }
  }

  init(_ table: TrackedTable, _ connection: Connection) throws(SQLiteError) {
    name = table.name
    key = table.key
    let required = Set(
      try connection.column(
        "SELECT name FROM pragma_table_xinfo(\(table.name), 'main') WHERE \"notnull\" OR pk > 0",
        as: String.self))
    let comments = try connection.all(
      "SELECT column_name, about_en, about_vi FROM schema_comment WHERE object_name = \(table.name)"
    ) { (row) throws(SQLiteError) in
      (
        try row.get(0, as: String.self),
        Sentence(try row.get(1, as: String.self), vi: try row.get(2, as: String.self))
      )
    }
    let abouts = Dictionary(comments, uniquingKeysWith: { first, _ in first })
    about = abouts[""]
    keepsItsChange = table.columns.contains { $0.name == "entered_in" }
    references = table.references.filter { $0.parent != "change" }
      .map {
        Reference(columns: $0.pairs.map(\.from), table: $0.parent, theirs: $0.pairs.map(\.to))
      }
      .sorted { ($0.columns[0], $0.table) < ($1.columns[0], $1.table) }
    let entity = RecordKind.of(table: table.name)
    let pointing = Set(references.flatMap(\.columns))
    let telling = Set(table.telling)
    columns = table.columns.filter { telling.contains($0.name) }.map { column in
      let field = entity?.field(column.name)
      return Column(
        name: column.name, type: column.type, isRequired: required.contains(column.name),
        field: field, about: abouts[column.name],
        rule: EntryRule(
          for: column, of: table, field: field, isReference: pointing.contains(column.name)))
    }
  }

  /// The columns that follow from names: worked out here, never taken from anybody.
  ///
  /// - Parameter values: one for each of ``columns``, in their order.
  func derived(from values: [Value]) -> [(column: String, value: Value)] {
    var known: [String: Value] = [:]
    for (column, value) in zip(columns, values) { known[column.name] = value }
    if name.hasSuffix("_name") {
      return [("search_key", .text(NameKey.searchKey(known["name"]?.words ?? "")))]
    }
    guard let entity = RecordKind.of(table: name) ?? RecordKind.turning(in: name) else {
      return []
    }
    entity.derive(&known)
    for column in columns { known[column.name] = nil }
    return known.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
