import Foundation
import Migrations
import SQLite
import Testing

@testable import Registry

@Suite struct MigrationTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Migrations")

  @Test func `the binary carries every file of the folder`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".sql") }.sorted()
    #expect(Migration.all.map(\.name) == names)
    for migration in Migration.all {
      let file = try String(
        contentsOf: Self.folder.appending(path: migration.name), encoding: .utf8)
      #expect(
        migration.sql.trimmingCharacters(in: .newlines) == file.trimmingCharacters(in: .newlines))
    }
  }

  @Test func `migrations are numbered from 1 without a gap`() {
    #expect(Migration.all.map(\.number) == Array(1...Migration.all.count))
  }

  @Test func `a registry is recognised by other tools`() throws {
    let temporary = try TemporaryRegistry()
    #expect(try temporary.count("PRAGMA application_id") == 0x4C47_544E)
    #expect(try temporary.count("PRAGMA user_version") == Migration.all.count)
    #expect(try temporary.count("SELECT count(*) FROM migration") == Migration.all.count)
    let mode = try FileManager.default.attributesOfItem(atPath: temporary.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `every older schema is brought up to what a new registry has`() throws {
    let folder = try TemporaryRegistry.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let fresh = try TemporaryRegistry().connection.column(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name", as: String.self)
    for version in 1..<Migration.all.count {
      let path = folder.appending(path: "\(version).db").path
      #expect(FileManager.default.createFile(atPath: path, contents: nil))
      do {
        let older = try Registry.connect(path, for: .writing)
        try older.migrate(with: Array(Migration.all.prefix(version)))
      }
      let refused = #expect(throws: RegistryError.self) { try Registry.open(path, for: .reading) }
      #expect(refused?.kind == .unfitFile)
      let versions = try Registry.upgrade(path)
      #expect(versions.from == version)
      #expect(versions.to == Migration.all.count)
      let upgraded = try Registry.open(path, for: .reading).connection.column(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name", as: String.self)
      #expect(upgraded == fresh)
    }
  }

  @Test func `an upgrade begins no chain where one was taken off`() throws {
    let folder = try TemporaryRegistry.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "r.db").path
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    do {
      let older = try Registry.connect(path, for: .writing)
      try older.migrate(with: Array(Migration.all.dropLast()))
    }
    let connection = try Connection(path: path, mode: .readWrite, walls: .none)
    let triggers = try connection.all("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    {
      (row) throws(SQLiteError) in
      (name: try row.get(0, as: String.self), sql: try row.get(1, as: String.self))
    }
    for trigger in triggers { try connection.run("DROP TRIGGER \(name: trigger.name)") }
    try connection.execute(script: "UPDATE change SET seal = NULL; DELETE FROM sealed_head")
    for trigger in triggers { try connection.execute(script: trigger.sql) }
    let refused = #expect(throws: RegistryError.self) { try Registry.upgrade(path) }
    #expect(refused?.message.english.contains("chain of seals") == true)
  }

  @Test func `an interrupted migration leaves the version before it`() throws {
    let folder = try TemporaryRegistry.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "r.db").path
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    let good = Array(Migration.all.prefix(3))
    let bad = Migration(
      number: 4, name: "0004-bad.sql", sha256: String(repeating: "0", count: 64),
      sql: "CREATE TABLE half (a); INSERT INTO person (key) VALUES ('x'); ")
    let registry = try Registry.connect(path, for: .writing)
    #expect(throws: RegistryError.self) { try registry.migrate(with: good + [bad]) }
    #expect(try registry.connection.value("PRAGMA user_version", as: Int.self) == 3)
    #expect(
      try registry.connection.value(
        "SELECT count(*) FROM sqlite_schema WHERE name = 'half'", as: Int.self) == 0)
    #expect(try registry.connection.value("SELECT max(number) FROM migration", as: Int.self) == 3)
  }

  @Test func `a newer registry gets a sentence`() throws {
    let temporary = try TemporaryRegistry()
    try temporary.run("PRAGMA user_version = 4711")
    let error = #expect(throws: RegistryError.self) {
      try Registry.open(temporary.path, for: .reading)
    }
    #expect(error?.kind == .unfitFile)
    #expect(error?.message.english.contains("newer legation") == true)
  }

  @Test func `a registry of another migration gets a sentence`() throws {
    let temporary = try TemporaryRegistry()
    // Somebody who goes past the trigger, and puts it back.
    let trigger = try #require(
      try temporary.text("SELECT sql FROM sqlite_schema WHERE name = 'migration_stays_as_it_was'"))
    try Connection(path: temporary.path, mode: .readWrite, walls: .none).execute(
      script: """
        INSERT INTO change (made_at, author, action, program)
        VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), 'test', 'by hand', 'test');
        DROP TRIGGER migration_stays_as_it_was;
        UPDATE migration SET sha256 = replace(sha256, 'a', 'b') WHERE number = 3;
        \(trigger);
        DELETE FROM open_change;
        """)
    let error = #expect(throws: RegistryError.self) {
      try Registry.open(temporary.path, for: .writing)
    }
    #expect(error?.message.english.contains("another migration 3") == true)
  }

  @Test func `files that are no registry get a sentence each`() throws {
    let folder = try TemporaryRegistry.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ data: Data) -> String {
      let path = folder.appending(path: name).path
      #expect(FileManager.default.createFile(atPath: path, contents: data))
      return path
    }
    let foreign = folder.appending(path: "foreign.db").path
    #expect(FileManager.default.createFile(atPath: foreign, contents: nil))
    try Connection(path: foreign, mode: .readWrite, walls: .none).execute(
      script: "CREATE TABLE a (b)")
    let temporary = try TemporaryRegistry(sample: true)
    try temporary.run("PRAGMA wal_checkpoint(TRUNCATE)")
    var bytes = try Data(contentsOf: URL(filePath: temporary.path))
    bytes.replaceSubrange(100..<4096, with: Data(repeating: 0x5A, count: 3996))
    func made(_ name: String, _ settings: String) throws -> String {
      let path = file(name, Data())
      try Connection(path: path, mode: .readWrite, walls: .none).execute(
        script: """
          \(settings); PRAGMA application_id = \(Registry.applicationID); CREATE TABLE a (b)
          """)
      return path
    }
    let cases: [(String, RegistryError.Kind, String)] = [
      (try made("negative.db", "PRAGMA user_version = -1"), .unfitFile, "not a registry"),
      (
        try made("least.db", "PRAGMA user_version = -2147483648"), .unfitFile, "not a registry"
      ),
      (
        try made("wide.db", "PRAGMA encoding = 'UTF-16be'; PRAGMA user_version = 14"), .unfitFile,
        "UTF-16be"
      ),
      (folder.appending(path: "none.db").path, .missingFile, "no registry"),
      (folder.path, .unfitFile, "is a folder"),
      (
        file("text.db", Data(String(repeating: "words ", count: 1000).utf8)), .unfitFile,
        "not a database"
      ),
      (file("empty.db", Data()), .unfitFile, "not a registry"),
      (foreign, .unfitFile, "not a registry"),
      (file("damaged.db", bytes), .unfitFile, "damaged"),
    ]
    for (path, kind, words) in cases {
      // A reader looks at the header only; what is damaged behind it is met when it is read.
      for purpose in words == "damaged" ? [.writing] : [Registry.Purpose.reading, .writing] {
        let error = #expect(throws: RegistryError.self) { try Registry.open(path, for: purpose) }
        #expect(error?.kind == kind, "\(path)")
        #expect(error?.message.english.contains(words) == true, "\(error?.message.english ?? "")")
      }
    }
  }

  @Test func `a registry comes into being whole or not at all`() throws {
    let folder = try TemporaryRegistry.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "r.db").path
    #expect(throws: RegistryError.self) {
      try Registry.create(path) { (_) throws(RegistryError) in
        throw RegistryError(.rule, Sentence(same: "stop"))
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: folder.appending(path: "elsewhere").path)
    let error = #expect(throws: RegistryError.self) { try Registry.create(path) { _ in } }
    #expect(error?.kind == .cannotCreate)
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "elsewhere").path))
  }
}
