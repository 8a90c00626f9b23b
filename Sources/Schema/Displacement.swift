import SQLite

/// Triggers that keep a write from removing another record unseen.
///
/// `INSERT OR REPLACE` and `UPDATE OR REPLACE` remove whatever record has the same value where
/// values are unique, and SQLite fires no trigger for that unless a connection asks for it
/// (https://sqlite.org/lang_conflict.html): no version would say that it is gone. A record of the
/// same key is another matter: it is replaced, and its versions say so.
struct Displacement {
  /// What may stand in one record only, beside the key.
  private struct Unique {
    let columns: [String]
    /// Of which records; `nil` is all.
    let condition: String?
  }

  private let table: TrackedTable
  private let uniques: [Unique]

  init(of table: TrackedTable, in connection: Connection) throws(SQLiteError) {
    self.table = table
    let indexes = try connection.all(
      """
      SELECT l.name, coalesce(iif(l.partial, s.sql, NULL), '')
      FROM pragma_index_list(\(table.name)) AS l LEFT JOIN sqlite_schema AS s ON s.name = l.name
      WHERE l."unique" AND l.origin <> 'pk' ORDER BY l.name
      """
    ) { (row) throws(SQLiteError) in
      (name: try row.get(0, as: String.self), sql: try row.get(1, as: String.self))
    }
    var found: [Unique] = []
    for index in indexes {
      let columns = try connection.column(
        "SELECT coalesce(name, '') FROM pragma_index_info(\(index.name)) ORDER BY seqno",
        as: String.self)
      // With the key in it no other record can have it.
      if Set(table.key).isSubset(of: columns) { continue }
      found.append(Unique(columns: columns, condition: Self.condition(in: index.sql)))
    }
    uniques = found
  }

  static func triggerNames(of table: TrackedTable) -> [String] {
    ["insert", "update"].map { "\(table.shadow)_displaces_none_\($0)" }
  }

  /// Both refuse in SQLite's own words for a value that another record has.
  var triggers: [SQL] {
    guard !uniques.isEmpty else { return [] }
    let names = Self.triggerNames(of: table)
    return [
      """
      CREATE TRIGGER \(plain: names[0]) BEFORE INSERT ON \(plain: table.name)
      BEGIN
      \(raw: refusals(besides: "new"))
      END
      """,
      """
      CREATE TRIGGER \(plain: names[1]) BEFORE UPDATE ON \(plain: table.name)
      BEGIN
      \(raw: refusals(besides: "old"))
      END
      """,
    ]
  }

  private func refusals(besides row: String) -> SQL {
    let isItself = table.key.map { "\(plain: $0) = \(plain: row).\(plain: $0)" as SQL }
      .joined(separator: " AND ")
    return uniques.map { unique -> SQL in
      let isTaken = unique.columns.map { "\(plain: $0) = new.\(plain: $0)" as SQL }
        .joined(separator: " AND ")
      let words =
        "UNIQUE constraint failed: "
        + unique.columns.map { "\(table.name).\($0)" }.joined(separator: ", ")
      let isOne: SQL =
        unique.condition.map { condition in
          "(\(raw: SQL(carried: condition))) AND \(raw: ofNew(condition)) AND "
        } ?? ""
      return """
          SELECT RAISE(ABORT, \(text: words)) FROM \(plain: table.name)
          WHERE \(raw: isOne)\(raw: isTaken) AND NOT (\(raw: isItself));
        """
    }.joined(separator: "\n")
  }

  /// What stands behind WHERE in the text of an index, which is the migrations' own.
  private static func condition(in sql: String) -> String? {
    guard let place = SQLToken.all(in: sql).last(where: { $0.isWord("where") }) else { return nil }
    return String(decoding: Array(sql.utf8)[(place.offset + place.length)...], as: UTF8.self)
      .split(separator: "\n").joined(separator: " ")
  }

  /// A condition on the row that is written.
  private func ofNew(_ condition: String) -> SQL {
    let columns = Set(table.columns.map(\.name))
    var bytes = Array(condition.utf8)
    for token in SQLToken.all(in: condition).reversed()
    where token.isName && columns.contains(token.text) {
      bytes.insert(contentsOf: Array("new.".utf8), at: token.offset)
    }
    return "(\(raw: SQL(carried: String(decoding: bytes, as: UTF8.self))))"
  }
}
