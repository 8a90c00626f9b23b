import Migrations
import SQLite
import Schema

/// What a registry's tables, views and triggers are, as this program's own migrations make them:
/// found out when the program was built.
///
/// A file can come from anybody, and a trigger in it can rewrite what is entered, whatever the
/// connection's settings: trials showed it. So a file with any other schema than this program's is
/// not written, and of its texts none is run.
enum OwnSchema {
  /// The tables whose versions are kept, as the migrations make them.
  static var tables: TrackedTables { TrackedTables(in: EmbeddedSchema.tables) }

  static var entries: Set<SchemaEntry> {
    var remaining = PartedText.Remaining(EmbeddedSchema.schema)
    var entries: Set<SchemaEntry> = []
    while let entry = remaining.nextEntry() { entries.insert(entry) }
    return entries
  }

  enum Likeness {
    case own
    case other
    /// Two tables or indexes lie on one page, which no text shows.
    case folded
  }

  /// How a file as it stands compares, neighbours left out, without a copy of its texts.
  static func likeness(of connection: Connection) throws(SQLiteError) -> Likeness {
    var remaining = PartedText.Remaining(EmbeddedSchema.schema)
    var roots: [Int64] = []
    var isOwn = true
    var statement = try connection.statement(SchemaEntry.rows)
    while try statement.step() {
      let root = statement.row.integer(at: 4)
      if root != 0 { roots.append(root) }
      if !isOwn { continue }
      if try Self.isNeighbour(statement.row) { continue }
      for column in 0..<4 where isOwn {
        isOwn = remaining.takes(statement.row[column].textBytes)
      }
    }
    roots.sort()
    if zip(roots, roots.dropFirst()).contains(where: ==) { return .folded }
    return isOwn && remaining.isEmpty ? .own : .other
  }

  // Most entries are none: their names tell.
  private static func isNeighbour(_ row: borrowing Row) throws(SQLiteError) -> Bool {
    let name = row[1].textBytes
    guard SchemaEntry.neighbourBeginnings.contains(where: name.starts(with:)) else { return false }
    return try SchemaEntry(row).isNeighbour
  }
}

extension Registry {
  /// Refuses a file whose schema is not what this program's migrations make.
  ///
  /// - Throws: with the names of what is foreign, different or missing.
  func checkOwnSchema(
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
    let likeness = try storage { () throws(SQLiteError) in try OwnSchema.likeness(of: connection) }
    let isCurrent = version == Migration.all.count && migrations.starts(with: Migration.all)
    hasPresentSchema = isCurrent
    if likeness == .own && isCurrent {
      hasOwnSchema = true
      return nil
    }
    let entries = try storage { () throws(SQLiteError) in
      try SchemaEntry.all(in: connection).filter { !$0.isNeighbour }
    }
    let expected =
      isCurrent ? OwnSchema.entries : try Self.schema(of: migrations, version: version)
    let foreign = expected.symmetricDifference(entries)
    guard !foreign.isEmpty else {
      if likeness != .folded {
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
  ) throws(RegistryError) -> Set<SchemaEntry> {
    let registry = try inMemory()
    try registry.migrate(with: Array(migrations.prefix(version)))
    return try registry.storage { () throws(SQLiteError) in
      Set(try SchemaEntry.all(in: registry.connection))
    }
  }
}
