import Foundation
import Migrations
import SQLite
import Schema
import Testing

@testable import Registry

@Suite struct VerifyTests {
  private let temporary: TemporaryRegistry

  init() throws {
    temporary = try TemporaryRegistry(sample: true)
    try temporary.run("UPDATE person SET born = '1966' WHERE key = 'do-minh-hung'")
    try temporary.run("UPDATE person SET note = 'x' WHERE key = 'do-son-hai'")
    try temporary.write { (change) throws(RegistryError) in
      var facts = Facts()
      facts.set("name", "Lê Văn Mới")
      _ = try Records(change).add(.person, facts)
    }
  }

  /// Writes past every trigger and leaves the schema as it was: what somebody does who knows how.
  private func tamper(_ sql: String) throws {
    let triggers = try temporary.connection.all(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    ) { (row) throws(SQLiteError) in
      (name: try row.get(0, as: String.self), sql: try row.get(1, as: String.self))
    }
    let connection = try Connection(path: temporary.path, mode: .readWrite, walls: .none)
    for trigger in triggers { try connection.execute(script: "DROP TRIGGER \(trigger.name)") }
    try connection.execute(script: sql)
    for trigger in triggers { try connection.execute(script: trigger.sql) }
  }

  private func verify(against seal: String? = nil) throws -> Verified {
    try Registry.open(temporary.path, for: .reading).verify(against: seal)
  }

  @Test(arguments: [
    ("UPDATE change SET author = 'somebody else' WHERE number = 2", "Change 2 does not fit"),
    (
      "UPDATE change SET made_at = '2001-01-01T00:00:00Z' WHERE number = 3", "Change 3 does not fit"
    ),
    ("UPDATE change SET reason = 'another' WHERE number = 1", "Change 1 does not fit"),
    ("UPDATE person_history SET born = '1967' WHERE change = 2", "Change 2 does not fit"),
    ("UPDATE person_history SET gone = 1 WHERE change = 4", "Change 4 does not fit"),
    ("DELETE FROM person_history WHERE change = 3", "Change 3 does not fit"),
    (
      "INSERT INTO person_history (change, gone, salt, key, name, sort_key, search_key) VALUES (3, 1, randomblob(16), 'a', 'A', 'a', 'a')",
      "Change 3 does not fit"
    ),
    (
      "INSERT INTO person_history (change, gone, salt, key, name, sort_key, search_key) VALUES (9, 1, randomblob(16), 'a', 'A', 'a', 'a')",
      "change 9, which is not there"
    ),
    (
      "DELETE FROM person_history WHERE change = 3; DELETE FROM change WHERE number = 3",
      "Change 4 does not follow"
    ),
    (
      """
      UPDATE person_history SET change = 99 WHERE change = 2;
      UPDATE person_history SET change = 2 WHERE change = 3;
      UPDATE person_history SET change = 3 WHERE change = 99;
      """, "Change 2 does not fit"
    ),
    (
      "UPDATE change SET seal = (SELECT seal FROM change WHERE number = 1) WHERE number = 2",
      "Change 2 does not fit"
    ),
    ("UPDATE person SET born = '1967' WHERE key = 'do-minh-hung'", "person do-minh-hung is not"),
    ("DELETE FROM citation WHERE key = (SELECT min(key) FROM citation)", "citation"),
    ("INSERT INTO term (key, begins) VALUES ('t', '2030')", "term t is not"),
    (
      "UPDATE code_label SET name_vi = 'x' WHERE code = 'female'", "code_label person.gender/female"
    ),
    ("DELETE FROM searchable_name WHERE key = 'do-minh-hung'", "person do-minh-hung"),
    (
      "INSERT INTO searchable_name (subject, key, name, search_key) VALUES ('person', 'x', 'X', 'x')",
      "list of names"
    ),
    ("UPDATE sqlite_sequence SET seq = 77", "cut off"),
    (
      "PRAGMA foreign_keys = OFF; DELETE FROM person WHERE key = 'do-minh-hung'",
      "refers to a record"
    ),
  ])
  func `what was altered past the registry is named`(sql: String, words: String) throws {
    _ = try verify()
    try tamper(sql)
    let error = #expect(throws: RegistryError.self) { try verify() }
    #expect(error?.message.english.contains(words) == true, "\(error?.message.english ?? "")")
  }

  /// A column that is computed and kept holds what nobody computed: the schema says for a moment
  /// that it is an ordinary one.
  @Test(arguments: [
    ("began_by", "'arrived'"), ("began", "'1999'"), ("began_earliest", "'1999-01-01'"),
    ("began_latest", "NULL"),
  ])
  func `what is computed and kept is computed again`(column: String, value: String) throws {
    let path = temporary.path
    func execute(_ script: String) throws {
      try Connection(path: path, mode: .readWrite, walls: .none).execute(script: script)
    }
    let written = try #require(
      try temporary.connection.value(
        "SELECT sql FROM sqlite_schema WHERE name = 'accreditation'", as: String.self))
    let start = try #require(written.firstRange(of: "\n  \(column) TEXT AS ("))
    let end = try #require(written[start.upperBound...].firstRange(of: ") STORED"))
    let plain = written.replacingCharacters(
      in: start.lowerBound..<end.upperBound, with: "\n  \(column) TEXT")
    func write(schema: String) throws {
      try execute(
        """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = \(SQL.quotedText(schema)) WHERE name = 'accreditation';
        """)
    }
    _ = try verify()
    try write(schema: plain)
    try execute(
      """
      DROP TRIGGER accreditation_edited;
      UPDATE accreditation SET \(column) = \(value) WHERE key = 'gb-london-do-minh-hung-gb';
      """)
    try write(schema: written)
    try execute(
      try #require(
        OwnSchema.entries.first { $0.name == "accreditation_edited" }?.sql))
    let error = #expect(throws: RegistryError.self) { try verify() }
    #expect(
      error?.message.english
        == "accreditation gb-london-do-minh-hung-gb is not what its last change left: it was altered unseen."
    )
  }

  @Test func `the index of names is looked at`() throws {
    try tamper(
      "INSERT INTO name_index (name_index, rowid, search_key) VALUES ('delete', 1, 'viet')")
    let error = #expect(throws: RegistryError.self) { try verify() }
    #expect(error?.message.english.contains("index of names") == true)
  }

  /// A cut tail: the last change gone with all its traces, and its number with it.
  @Test
  func
    `a cut tail is seen, and where even the end of the chain was forged by a seal that was kept elsewhere`()
    throws
  {
    let kept = try #require(try temporary.registry.head())
    try tamper(
      """
      DELETE FROM person WHERE key = 'le-van-moi';
      DELETE FROM person_history WHERE change = 4;
      DELETE FROM searchable_name WHERE key = 'le-van-moi';
      INSERT INTO name_index (name_index) VALUES ('rebuild');
      DELETE FROM change WHERE number = 4;
      UPDATE sqlite_sequence SET seq = 3;
      """)
    let seen = #expect(throws: RegistryError.self) { try verify() }
    #expect(seen?.message.english.contains("does not end where it was left") == true)
    let third = try #require(
      try temporary.connection.value("SELECT seal FROM change WHERE number = 3", as: String.self))
    try tamper(
      "UPDATE sealed_head SET number = 3, seal = '\(third)', proof = '\(Seal.proof(3, third))'")
    _ = try verify()
    let error = #expect(throws: RegistryError.self) { try verify(against: kept.seal) }
    #expect(error?.message.english.contains("cut off") == true)
  }

  @Test func `an older copy is seen by a seal that was kept elsewhere, and only so`() throws {
    let copy = temporary.folder.appending(path: "older.db").path
    _ = try temporary.registry.backUp(to: copy)
    try temporary.run("UPDATE person SET note = 'y' WHERE key = 'do-son-hai'")
    try temporary.write { (_) throws(RegistryError) in }
    let kept = try #require(try temporary.registry.head())
    _ = try Registry.open(copy, for: .reading).verify()
    #expect(throws: RegistryError.self) {
      try Registry.open(copy, for: .reading).verify(against: kept.seal)
    }
    _ = try verify(against: kept.seal)
  }

  @Test
  func `a chain that was computed anew is seen by a seal that was kept elsewhere, and only so`()
    throws
  {
    let kept = try #require(try temporary.registry.head())
    try tamper(
      """
      UPDATE person SET born = '1961' WHERE key = 'do-minh-hung';
      UPDATE person_history SET born = '1961' WHERE key = 'do-minh-hung' AND change = 2;
      UPDATE change SET seal = NULL;
      DELETE FROM sealed_head;
      """)
    // As somebody does who has the program's own source.
    try temporary.connection.execute(
      script: """
        INSERT INTO service_anew SELECT key, mission FROM posting WHERE person = 'do-minh-hung'
        """)
    try Seal(temporary.connection, temporary.registry.trackedTables()).sealAll(begins: true)
    _ = try verify()
    #expect(throws: RegistryError.self) { try verify(against: kept.seal) }
  }

  @Test func `a seal kept elsewhere may be of any earlier change, and must be one`() throws {
    let early = try #require(try temporary.text("SELECT seal FROM change WHERE number = 1"))
    #expect(try verify(against: early.uppercased()).changes == 5)
    for text in ["", "abc", String(repeating: "g", count: 64)] {
      let error = #expect(throws: RegistryError.self) { try verify(against: text) }
      #expect(error?.kind == .invalidValue)
    }
  }

  // MARK: Schema

  @Test func `the schema that was found out at the build is that of a new registry`() throws {
    #expect(OwnSchema.entries == Set(try SchemaEntry.all(in: temporary.connection)))
    #expect(try OwnSchema.likeness(of: temporary.connection) == .own)
  }

  @Test func `the tables that were found out at the build are those of a new registry`() throws {
    #expect(try OwnSchema.tables.all == TrackedTable.all(in: temporary.connection))
    #expect(OwnSchema.tables.all.contains { !$0.references.isEmpty })
  }

  @Test func `the text of a schema tells its parts apart`() {
    let entries = [
      SchemaEntry(kind: "table", name: "a", table: "a", sql: "CREATE TABLE a (b)\n5:table\n"),
      SchemaEntry(kind: "view", name: "ă", table: "ă", sql: ""),
    ]
    #expect(
      SchemaText.of(entries)
        == "5:table\n1:a\n1:a\n27:CREATE TABLE a (b)\n5:table\n\n4:view\n2:ă\n2:ă\n0:\n")
  }

  @Test(arguments: [
    (
      "CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM posting; END",
      "trigger t is foreign"
    ),
    ("CREATE VIEW v AS SELECT 1", "view v is foreign"),
    ("CREATE TABLE t2 (a, b AS (hex(zeroblob(9999))))", "table t2 is foreign"),
    ("DROP TRIGGER person_edited", "trigger person_edited is missing"),
    (
      "DROP VIEW known_day; CREATE VIEW known_day AS SELECT '2000-01-01' AS day, 36 AS standard_term_months",
      "view known_day is different"
    ),
    ("CREATE INDEX i ON person (name)", "index i is foreign"),
  ])
  func `a file with another schema is not written`(sql: String, words: String) throws {
    let connection = try Connection(path: temporary.path, mode: .readWrite, walls: .none)
    try connection.execute(script: sql)
    let error = #expect(throws: RegistryError.self) {
      try Registry.open(temporary.path, for: .writing)
    }
    #expect(error?.kind == .unfitFile)
    #expect(error?.list.contains { $0.english == words } == true, "\(error?.list ?? [])")
    // Reading goes on.
    _ = try Registry.open(temporary.path, for: .reading)
  }

  // MARK: Bits

  @Test func `a flipped bit is named, or nothing that is kept is different`() throws {
    // A share of the 2,000 that Scripts/soak turns over.
    let flips = Int(ProcessInfo.processInfo.environment["LEGATION_FLIPS"] ?? "") ?? 60
    try temporary.connection.execute(script: "PRAGMA wal_checkpoint(TRUNCATE)")
    let bytes = try Data(contentsOf: URL(filePath: temporary.path))
    let content = try contentOfEverything(at: temporary.path)
    let path = temporary.folder.appending(path: "flipped.db").path
    var generator = RandomBits(state: 42)
    var named = 0
    for _ in 0..<flips {
      var flipped = bytes
      let place = Int(generator.next() % UInt64(bytes.count))
      flipped[place] ^= 1 << UInt8(generator.next() % 8)
      for ending in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + ending)
      }
      try flipped.write(to: URL(filePath: path))
      do {
        _ = try Registry.open(path, for: .reading).verify()
      } catch {
        named += 1
        continue
      }
      let found = try contentOfEverything(at: path)
      #expect(
        found == content, "byte \(place): \(Set(found).symmetricDifference(content).prefix(2))")
    }
    #expect(named > flips / 4)
  }

  /// Every row of every table, and every line of the schema.
  private func contentOfEverything(at path: String) throws -> [String] {
    let connection = try Connection(path: path, mode: .readOnly, walls: .none)
    let tables = try connection.column(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
        AND name NOT LIKE 'name_index%'
      """, as: String.self)
    var rows = try connection.column(
      "SELECT name || coalesce(sql, '') FROM sqlite_schema", as: String.self)
    for table in tables {
      var statement = try connection.prepare("SELECT * FROM \(table)")
      while try statement.step() {
        var cells = [table]
        for index in 0..<statement.columnCount {
          cells.append("\(try statement.row.get(index, as: Value.self))")
        }
        rows.append(cells.joined(separator: "|"))
      }
    }
    return rows.sorted()
  }
}

private struct RandomBits {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 24
  }
}
