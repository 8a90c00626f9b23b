package import SQLite

/// A table, index, view or trigger, as it stands in a file's schema.
package struct SchemaEntry: Hashable, Sendable {
  package let kind: String
  package let name: String
  /// The table that it belongs to.
  package let table: String
  package let sql: String

  package init(kind: String, name: String, table: String, sql: String) {
    self.kind = kind
    self.name = name
    self.table = table
    self.sql = sql
  }

  /// What may stand in a file beside the program's own, with exactly this text: what ANALYZE
  /// keeps, and the two tables by which Litestream finds its place.
  private static let neighbours: [String: String] = [
    "sqlite_stat1": "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "sqlite_stat4": "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
    "_litestream_seq": "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)",
    "_litestream_lock": "CREATE TABLE _litestream_lock (id INTEGER)",
  ]

  /// How the names of all of them begin.
  package static let neighbourBeginnings = ["sqlite_stat".utf8, "_litestream".utf8]

  /// Of the neighbours those that another program's work brought into the file.
  package static let replicationTables: Set<String> = ["_litestream_seq", "_litestream_lock"]

  /// Whether it may stand beside the program's own.
  package var isNeighbour: Bool {
    kind == "table" && name == table && Self.neighbours[name] == sql
  }

  /// A schema in the order in which it was made, with the page of each table and index.
  package static let rows: SQL = """
    SELECT type, name, tbl_name, coalesce(sql, ''), rootpage FROM main.sqlite_schema
    ORDER BY rowid
    """

  /// Everything in a file's schema.
  package static func all(in connection: Connection) throws(SQLiteError) -> [SchemaEntry] {
    try connection.all(rows) { (row) throws(SQLiteError) in try SchemaEntry(row) }
  }

  package init(_ row: borrowing Row) throws(SQLiteError) {
    self.init(
      kind: try row.get(0), name: try row.get(1), table: try row.get(2), sql: try row.get(3))
  }
}

/// A schema as a text that a program carries.
package enum SchemaText {
  package static func of(_ entries: [SchemaEntry]) -> String {
    PartedText.of(entries.flatMap { [$0.kind, $0.name, $0.table, $0.sql] })
  }
}

extension PartedText.Remaining {
  /// Takes the next entry of a schema off; `nil` where there is none.
  package mutating func nextEntry() -> SchemaEntry? {
    guard let kind = nextText(), let name = nextText(), let table = nextText(),
      let sql = nextText()
    else { return nil }
    return SchemaEntry(kind: kind, name: name, table: table, sql: sql)
  }
}
