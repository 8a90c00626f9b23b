import Crypto
import Migrations
import SQLite

/// What a registry's tables, views and triggers hash to.
///
/// A file can come from anybody, and a trigger in it can rewrite what is entered, whatever the
/// connection's settings: trials showed it. So a file with any other schema than this program's is
/// not written, and of its texts none is run.
enum SchemaFingerprint {
  /// Of a registry that this program makes; a test says when it must be another one.
  static let current = "b4097bca23a54259dc1fcf0d50a7fe9ab3f2258789906d16390fe1151c688efb"

  struct Entry: Hashable {
    let kind: String
    let name: String
    let table: String
    let sql: String
  }

  /// What may stand in a file beside the program's own, with exactly this text: what ANALYZE
  /// keeps, and the two tables by which Litestream finds its place.
  private static let neighbours: [String: String] = [
    "sqlite_stat1": "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "sqlite_stat4": "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
    "_litestream_seq": "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)",
    "_litestream_lock": "CREATE TABLE _litestream_lock (id INTEGER)",
  ]

  /// Of the neighbours those that another program's work brought into the file.
  static let replicationTables: Set<String> = ["_litestream_seq", "_litestream_lock"]

  /// Whether an entry is one of the neighbours.
  static func isNeighbour(_ entry: Entry) -> Bool {
    entry.kind == "table" && entry.name == entry.table && neighbours[entry.name] == entry.sql
  }

  /// Everything in a file's schema but its neighbours.
  static func entries(of connection: Connection) throws(SQLiteError) -> [Entry] {
    try all(in: connection).filter { !isNeighbour($0) }
  }

  static func all(in connection: Connection) throws(SQLiteError) -> [Entry] {
    try connection.all(rows) { (row) throws(SQLiteError) in
      Entry(
        kind: try row.get(0), name: try row.get(1), table: try row.get(2), sql: try row.get(3))
    }
  }

  private static let rows: SQL = """
    SELECT type, name, tbl_name, coalesce(sql, ''), rootpage FROM main.sqlite_schema
    ORDER BY type, name
    """

  static func of(_ entries: [Entry]) -> String {
    var content = HashedItems()
    for entry in entries {
      for text in [entry.kind, entry.name, entry.table, entry.sql] { content.add(text: text) }
    }
    return content.finish()
  }

  /// Of a file as it stands, without a copy of its texts; `nil` where two of its tables or indexes
  /// lie on one page, which no text shows.
  static func of(_ connection: Connection) throws(SQLiteError) -> String? {
    var content = HashedItems()
    var roots: Set<Int64> = []
    let statement = try connection.statement(rows)
    while try statement.step() {
      let root = statement.row.integer(at: 4)
      if root != 0, !roots.insert(root).inserted { return nil }
      if try isNeighbour(statement.row) { continue }
      for column in 0..<4 {
        content.add(kind: UInt8(ascii: "t"), statement.row.stored(at: column).textBytes)
      }
    }
    return content.finish()
  }

  private static func isNeighbour(_ row: borrowing Row) throws(SQLiteError) -> Bool {
    guard try row.get(0, as: String.self) == "table" else { return false }
    return isNeighbour(
      Entry(
        kind: "table", name: try row.get(1), table: try row.get(2), sql: try row.get(3)))
  }
}

extension Registry {
  /// Refuses a file whose schema is not what this program's migrations make.
  ///
  /// - Throws: with the names of what is foreign, different or missing.
  func checkFingerprint(
    against migrations: [Migration], version: Int
  ) throws(RegistryError) {
    guard let difference = try schemaDifference(against: migrations, version: version) else {
      return
    }
    throw RegistryError(
      .unfitFile,
      Sentence(
        "The schema of \(path) is not what legation makes; it is not written.",
        vi: "Lược đồ của \(path) không phải do legation tạo ra nên không ghi vào."),
      list: difference,
      hint: Sentence(
        "It can be read. To go on writing, drop what is foreign with the sqlite3 shell, or restore a copy.",
        vi: "Vẫn đọc được. Để ghi tiếp, hãy gỡ phần lạ bằng sqlite3, hoặc khôi phục từ bản sao."))
  }

  /// What is foreign, different or missing in the schema; `nil` where it is the program's own,
  /// which is then known.
  func schemaDifference(
    against migrations: [Migration], version: Int
  ) throws(RegistryError) -> [Sentence]? {
    let found = try storage { () throws(SQLiteError) in try SchemaFingerprint.of(connection) }
    if let found, version == Migration.all.count, found == SchemaFingerprint.current {
      hasOwnSchema = true
      return nil
    }
    let entries = try storage { () throws(SQLiteError) in
      try SchemaFingerprint.entries(of: connection)
    }
    let expected = try Self.schema(of: migrations, version: version)
    let foreign = Set(entries).symmetricDifference(expected)
    guard !foreign.isEmpty else {
      if found != nil {
        hasOwnSchema = true
        return nil
      }
      return [
        Sentence("two tables lie on one page of the file", vi: "hai bảng nằm trên cùng một trang")
      ]
    }
    let names = Dictionary(grouping: foreign) { "\($0.kind) \($0.name)" }.sorted { $0.key < $1.key }
    let known = Set(expected.map(\.name))
    return names.prefix(10).map { name, entries in
      if entries.count > 1 { return Sentence("\(name) is different", vi: "\(name) bị sửa khác") }
      return known.contains(entries[0].name)
        ? Sentence("\(name) is missing", vi: "thiếu \(name)")
        : Sentence("\(name) is foreign", vi: "\(name) là của chương trình khác")
    }
  }

  private static func schema(
    of migrations: [Migration], version: Int
  ) throws(RegistryError) -> [SchemaFingerprint.Entry] {
    let registry = try inMemory()
    try registry.migrate(with: Array(migrations.prefix(version)))
    return try registry.storage { () throws(SQLiteError) in
      try SchemaFingerprint.entries(of: registry.connection)
    }
  }
}
