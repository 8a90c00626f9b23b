import Crypto
import Migrations
import SQLite

/// What a registry's tables, views and triggers hash to.
///
/// A file can come from anybody, and a trigger in it can rewrite what is entered, whatever the
/// connection's settings: trials showed it. So a file with any other schema than this program's is
/// not written.
enum SchemaFingerprint {
  /// Of a registry that this program makes; a test says when it must be another one.
  static let current = "bd7955375b8c3369e9a1cdf0c4e85b0848d617b66528fda1445e3494389a9dc8"

  struct Entry: Hashable {
    let kind: String
    let name: String
    let table: String
    let sql: String
  }

  /// Everything that somebody could have put into the schema; what SQLite and its full-text index
  /// keep for themselves is left out.
  static func entries(of connection: Connection) throws(SQLiteError) -> [Entry] {
    try connection.all(
      """
      SELECT type, name, tbl_name, coalesce(sql, '') FROM main.sqlite_schema
      WHERE NOT (type = 'index' AND name GLOB 'sqlite_autoindex_*' AND sql IS NULL)
        AND NOT (
          type = 'table' AND name = tbl_name AND name IN (
            'sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4', 'name_index_data',
            'name_index_idx', 'name_index_docsize', 'name_index_config'
          )
        )
      ORDER BY type, name
      """
    ) { (row) throws(SQLiteError) in
      Entry(
        kind: try row.get(0), name: try row.get(1), table: try row.get(2), sql: try row.get(3))
    }
  }

  static func of(_ entries: [Entry]) -> String {
    var hash = SHA256()
    for entry in entries {
      for text in [entry.kind, entry.name, entry.table, entry.sql] {
        hash.update(data: Array("\(text.utf8.count):\(text)".utf8))
      }
    }
    return SHA256.hex(hash.finalize())
  }
}

extension Registry {
  /// Refuses a file whose schema is not what this program's migrations make.
  ///
  /// - Throws: with the names of what is foreign, different or missing.
  func checkFingerprint(
    against migrations: [Migration], version: Int
  ) throws(RegistryError) {
    let found = try storage { () throws(SQLiteError) in
      try SchemaFingerprint.entries(of: connection)
    }
    if version == Migration.all.count, SchemaFingerprint.of(found) == SchemaFingerprint.current {
      return
    }
    let expected = try Self.schema(of: migrations, version: version)
    let foreign = Set(found).symmetricDifference(expected)
    guard !foreign.isEmpty else { return }
    let names = Dictionary(grouping: foreign) { "\($0.kind) \($0.name)" }.sorted { $0.key < $1.key }
    let known = Set(expected.map(\.name))
    throw RegistryError(
      .unfitFile,
      Sentence(
        "The schema of \(path) is not what legation makes; it is not written.",
        vi: "Lược đồ của \(path) không phải do legation tạo ra nên không ghi vào."),
      list: names.prefix(10).map { name, entries in
        if entries.count > 1 { return Sentence("\(name) is different", vi: "\(name) bị sửa khác") }
        return known.contains(entries[0].name)
          ? Sentence("\(name) is missing", vi: "thiếu \(name)")
          : Sentence("\(name) is foreign", vi: "\(name) là của chương trình khác")
      },
      hint: Sentence(
        "It can be read. To go on writing, drop what is foreign with the sqlite3 shell, or restore a copy.",
        vi: "Vẫn đọc được. Để ghi tiếp, hãy gỡ phần lạ bằng sqlite3, hoặc khôi phục từ bản sao."))
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
