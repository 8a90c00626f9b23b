package import SQLite

/// A table whose every version is kept, as it stands in the file.
package struct TrackedTable: Equatable, Sendable {
  package struct Column: Equatable, Sendable {
    package let name: String
    package let type: String
    /// The expression of a computed column, in parentheses.
    package let expression: String?
    /// Whether what was computed lies in the file.
    package let isKept: Bool

    /// Whether the expression speaks of another column.
    package func isMade(of column: Column) -> Bool {
      guard let expression else { return false }
      return SQLToken.all(in: expression).contains { $0.isName && $0.text == column.name }
    }
  }

  /// A foreign key: which columns hold the key of a record of which table.
  package struct Reference: Equatable, Sendable {
    package let parent: String
    package let pairs: [Pair]

    package struct Pair: Equatable, Sendable {
      package let from: String
      package let to: String
    }
  }

  package let name: String
  package let key: [String]
  package let columns: [Column]
  package let references: [Reference]

  package var shadow: String { Self.shadow(of: name) }
  package static func shadow(of name: String) -> String { name + "_history" }
  /// Columns that are written; computed ones follow from them.
  package var stored: [String] { columns.filter { $0.expression == nil }.map(\.name) }
  /// Questions to its past go these ways; a key needs no index.
  package var ways: [[String]] {
    switch name {
    case "accreditation": [["mission", "began_earliest"], ["posting"]]
    case "posting": [["term"], ["person"]]
    default: []
    }
  }

  /// Columns that its versions have.
  ///
  /// Those that are written, and of the computed ones those by which versions are found, with what
  /// they are made of. Whatever else is computed, a view of the past computes.
  package var versioned: [Column] {
    var needed = columns.filter { column in ways.joined().contains(column.name) }
    var next = needed.startIndex
    while next < needed.endIndex {
      let known = Set(needed.map(\.name))
      needed += columns.filter { !known.contains($0.name) && needed[next].isMade(of: $0) }
      next += 1
    }
    let names = Set(needed.map(\.name))
    return columns.filter { $0.expression == nil || names.contains($0.name) }
  }

  /// Columns that say what is known: not those that follow from a name, nor `entered_in`, for
  /// which change entered a row the version says.
  package var telling: [String] {
    stored.filter {
      $0 != "entered_in" && !$0.hasPrefix("sort_key") && !$0.hasPrefix("search_key")
    }
  }

  /// Columns that hold a partial date: its bounds stand beside it.
  package var dates: [String] {
    stored.filter { name in columns.contains { $0.name == name + "_earliest" } }
  }

  /// Columns that mean the same in another registry.
  package var shared: [String] { stored.filter { $0 != "entered_in" } }

  /// The condition that two rows are versions of one record.
  package func sameRecord(_ left: String, _ right: String) -> SQL {
    key.map { "\(name: $0, of: left) = \(name: $0, of: right)" as SQL }.joined(separator: " AND ")
  }

  /// The condition that a row has the key that is bound, part by part.
  package func hasBoundKey(of row: String? = nil) -> SQL {
    key.map { "\(name: $0, of: row) = ?" as SQL }.joined(separator: " AND ")
  }

  /// An expression of the whole key, its parts joined by `/`.
  package func record(of row: String) -> SQL {
    key.map { SQL(name: $0, of: row) }.joined(separator: " || '/' || ")
  }

  /// The condition that a row is another one than a version, in what is stored.
  package func isDifferent(_ row: String, _ version: String) -> SQL {
    stored.map { "\(name: $0, of: row) IS NOT \(name: $0, of: version)" as SQL }
      .joined(separator: " OR ")
  }

  /// The condition that a row holds something else than what follows from it; `nil` where nothing
  /// that is computed lies in the file.
  package var isMiscomputed: SQL? {
    let conditions = columns.filter(\.isKept).compactMap { column in
      column.expression.map { "\(raw: SQL(carried: $0)) IS NOT \(name: column.name)" as SQL }
    }
    return conditions.isEmpty ? nil : conditions.joined(separator: " OR ")
  }

  /// The condition that `row` is the last version of the record of `other`, of those that
  /// `condition` on `n` allows.
  package func isLast(_ row: String, of other: String, where condition: SQL = "1") -> SQL {
    """
    \(name: "change", of: row) = (
      SELECT max(n.change) FROM \(name: shadow) AS n
      WHERE \(raw: sameRecord("n", other)) AND \(raw: condition)
    )
    """
  }

  /// Not tracked: the log itself, what is derived, the shadows, and the migrations, which come once
  /// and stay as they are.
  private static let untracked: Set<String> = [
    "change", "open_change", "searchable_name", "service", "sealed_head", "migration",
  ]

  /// Every tracked table of a registry, by name; its schema is known to be the program's own.
  package static func all(in connection: Connection) throws(SQLiteError) -> [TrackedTable] {
    let named = try connection.all(
      """
      SELECT s.name, s.sql
      FROM sqlite_schema AS s
      WHERE s.type = 'table' AND s.sql NOT LIKE 'CREATE VIRTUAL%'
        AND s.name NOT GLOB 'sqlite_*' AND s.name NOT GLOB 'name_index*'
        AND s.name NOT GLOB '*_history' AND s.name NOT GLOB '_litestream_*'
      ORDER BY s.name
      """
    ) { (row) throws(SQLiteError) in
      (name: try row.get(0, as: String.self), sql: try row.get(1, as: String.self))
    }
    var tables: [TrackedTable] = []
    for (name, sql) in named where !untracked.contains(name) {
      let tokens = SQLToken.all(in: sql)
      let columns = try connection.all(
        "SELECT name, type, hidden, pk FROM pragma_table_xinfo(\(name), 'main') ORDER BY cid"
      ) { (row) throws(SQLiteError) in
        let column = try row.get(0, as: String.self)
        let hidden = try row.get(2, as: Int.self)
        let isComputed = hidden > 1
        return (
          column: Column(
            name: column, type: try row.get(1, as: String.self),
            expression: isComputed ? try Self.expression(of: column, in: name, tokens, sql) : nil,
            isKept: hidden == 3),
          keyPlace: try row.get(3, as: Int.self)
        )
      }
      let key = columns.filter { $0.keyPlace > 0 }.sorted { $0.keyPlace < $1.keyPlace }
      tables.append(
        TrackedTable(
          name: name, key: key.map(\.column.name), columns: columns.map(\.column),
          references: try references(of: name, in: connection)))
    }
    return tables
  }

  private static func references(
    of table: String, in connection: Connection
  ) throws(SQLiteError) -> [Reference] {
    let rows = try connection.all(
      """
      SELECT id, "table", "from", coalesce("to", 'key')
      FROM pragma_foreign_key_list(\(table), 'main') ORDER BY id, seq
      """
    ) { (row) throws(SQLiteError) in
      (
        id: try row.get(0, as: Int.self), parent: try row.get(1, as: String.self),
        pair: Reference.Pair(from: try row.get(2), to: try row.get(3))
      )
    }
    return Dictionary(grouping: rows, by: \.id).sorted { $0.key < $1.key }.map { _, rows in
      Reference(parent: rows[0].parent, pairs: rows.map(\.pair))
    }
  }

  /// The tables, each behind those that it refers to.
  package static func parentsFirst(_ tables: [TrackedTable]) -> [TrackedTable] {
    var left = tables
    var sorted: [TrackedTable] = []
    while !left.isEmpty {
      let waiting = Set(left.map(\.name))
      // In a circle, if there ever is one, the order of names serves.
      let next =
        left.firstIndex { table in
          table.references.allSatisfy { $0.parent == table.name || !waiting.contains($0.parent) }
        } ?? 0
      sorted.append(left.remove(at: next))
    }
    return sorted
  }

  /// What stands in `name TYPE [GENERATED ALWAYS] AS (…)`, with its parentheses.
  ///
  /// - Throws: where it is not found: the past without it would say something else in silence.
  private static func expression(
    of column: String, in table: String, _ tokens: [SQLToken], _ sql: String
  ) throws(SQLiteError) -> String {
    let bytes = Array(sql.utf8)
    var depth = 0
    var isColumn = false
    var start: Int?
    for (index, token) in tokens.enumerated() {
      if token.isSymbol("(") { depth += 1 }
      if token.isSymbol(")") { depth -= 1 }
      if let start, depth == 1 {
        return String(decoding: bytes[start..<(token.offset + 1)], as: UTF8.self)
      }
      guard depth == 1, start == nil else {
        if isColumn, start == nil, depth == 2, token.isSymbol("("), tokens[index - 1].isWord("as") {
          start = token.offset
        }
        continue
      }
      if index > 0, tokens[index - 1].isSymbol("(") || tokens[index - 1].isSymbol(",") {
        isColumn = token.isName && token.text.lowercased() == column.lowercased()
      }
    }
    throw SQLiteError(
      extendedCode: SQLiteError.Code.error.rawValue,
      message: "the expression of \(table).\(column) is not understood", sql: sql)
  }
}
