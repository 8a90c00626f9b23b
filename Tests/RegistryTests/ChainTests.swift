import Foundation
import SQLite
import Schema
import Testing

@testable import Registry

/// What somebody may try on the chain of seals, on the clock and on the numbers of changes.
@Suite struct ChainTests {
  private let temporary: TemporaryRegistry

  init() throws {
    temporary = try TemporaryRegistry(sample: true)
    for name in ["Lê Văn Một", "Lê Văn Hai", "Lê Văn Ba"] { try add(name) }
  }

  private func add(_ name: String) throws {
    let registry = try Registry.open(temporary.path, for: .writing)
    let note = ChangeNote(action: "test", author: "test", reason: nil)
    _ = try registry.write(note) { (change) throws(RegistryError) in
      var facts = Facts()
      facts.set("name", name)
      _ = try Records(change).add(.person, facts)
    }
  }

  /// Writes past every trigger and leaves the schema as it was.
  private func tamper(_ sql: String) throws {
    let triggers = try temporary.connection.all(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    ) { (row) throws(SQLiteError) in
      (name: try row.get(0, as: String.self), sql: try row.get(1, as: String.self))
    }
    let connection = try Connection(path: temporary.path, mode: .readWrite, walls: .none)
    for trigger in triggers { try connection.run("DROP TRIGGER \(name: trigger.name)") }
    try connection.execute(script: sql)
    for trigger in triggers { try connection.execute(script: trigger.sql) }
  }

  private func verify() throws -> Verified {
    try Registry.open(temporary.path, for: .reading).verify()
  }

  private static let forged =
    "author = 'forged', reason = 'FORGED', made_at = '2001-01-01T00:00:00Z'"

  @Test(arguments: [
    "UPDATE change SET seal = NULL WHERE number >= 3; UPDATE change SET \(forged) WHERE number = 3",
    "UPDATE change SET seal = NULL WHERE number = 2",
    "UPDATE change SET seal = NULL",
    "UPDATE change SET seal = NULL, program = 'sqlite3' WHERE number >= 3",
    """
    UPDATE change SET seal = NULL WHERE number >= 3;
    UPDATE sealed_head SET number = 2, seal = (SELECT seal FROM change WHERE number = 2)
    """,
    "UPDATE change SET seal = NULL; DELETE FROM sealed_head",
    """
    UPDATE change SET seal = NULL; DELETE FROM sealed_head;
    UPDATE change SET \(forged) WHERE number = 3;
    UPDATE change SET made_at = '2001-01-01T00:00:00Z' WHERE number < 3
    """,
    "DELETE FROM sealed_head",
    "UPDATE sealed_head SET proof = seal",
    """
    DELETE FROM change WHERE number = 4; DELETE FROM person_history WHERE change = 4;
    DELETE FROM person WHERE key = 'le-van-ba'; DELETE FROM searchable_name WHERE key = 'le-van-ba';
    UPDATE sqlite_sequence SET seq = 3 WHERE name = 'change'
    """,
  ])
  func `a seal that was taken off is seen, and never put on again`(sql: String) throws {
    _ = try verify()
    try tamper(sql)
    #expect(throws: RegistryError.self) { try verify() }
    let refused = #expect(throws: RegistryError.self) { try add("Lê Văn Bốn") }
    #expect(refused?.kind == .unfitFile)
    #expect(throws: RegistryError.self) { try verify() }
  }

  @Test func `what another program writes in a change of its own is sealed with the next write`()
    throws
  {
    try temporary.run("UPDATE person SET note = 'y' WHERE key = 'le-van-mot'")
    #expect(try verify().notes.count == 1)
    try add("Lê Văn Bốn")
    #expect(try verify().notes.isEmpty)
  }

  /// The salt that stands for a version of a person, in hex.
  private func hash(of person: String, in change: Int) throws -> String {
    let tables = try temporary.registry.trackedTables()
    let table = try #require(tables.all.first { $0.name == "person" })
    let hash = try Seal(temporary.connection, tables).hash(
      of: table, key: [.text(person)], in: change)
    return hash.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  /// The change before the last one of a person whose note was taken back.
  private func changeWithANote() throws -> Int {
    try temporary.run("UPDATE person SET note = '0912 345 678' WHERE key = 'le-van-mot'")
    try temporary.run("UPDATE person SET note = NULL WHERE key = 'le-van-mot'")
    try add("Lê Văn Bốn")
    return try temporary.count("SELECT change FROM person_history WHERE note = '0912 345 678'")
  }

  private func emptied() throws -> String {
    let tables = try temporary.registry.tables()
    let table = try #require(tables.first { $0.name == "person" })
    return table.stored.filter { $0 != "key" }.map { "\($0) = NULL" }.joined(separator: ", ")
  }

  @Test func `a version can be emptied, and the chain still holds`() throws {
    let change = try changeWithANote()
    let hash = try hash(of: "le-van-mot", in: change)
    let version = "WHERE key = 'le-van-mot' AND change = \(change)"
    try tamper(
      "UPDATE person_history SET salt = x'\(hash)', \(try emptied()) \(version)")
    let verified = try verify()
    #expect(verified.notes.map(\.english) == ["1 versions were emptied; their hashes are kept."])
    try tamper(
      "UPDATE person_history SET note = 'another', salt = randomblob(16) \(version)")
    #expect(throws: RegistryError.self) { try verify() }
  }

  @Test(arguments: [
    "born = '1801', name = 'Forged Name'", "note = 'forged'", "gone = 1", "gone = 1, note = 'x'",
    "key = 'le-van-hai'", "key = 'nobody'",
  ])
  func `what bears the hash of an emptied version says nothing and stays where it was`(
    forged: String
  ) throws {
    let change = try changeWithANote()
    let hash = try hash(of: "le-van-mot", in: change)
    let others = forged.contains("name") || forged == "note = 'forged'" ? "" : ", \(try emptied())"
    try tamper(
      """
      UPDATE person_history SET salt = x'\(hash)' \(others)
      WHERE key = 'le-van-mot' AND change = \(change);
      UPDATE person_history SET \(forged) WHERE key = 'le-van-mot' AND change = \(change)
      """)
    #expect(throws: RegistryError.self) { try verify() }
  }

  @Test func `what a record says now cannot have been emptied`() throws {
    let change = try temporary.count("SELECT change FROM person_history WHERE key = 'le-van-ba'")
    let hash = try hash(of: "le-van-ba", in: change)
    try tamper(
      """
      UPDATE person_history SET salt = x'\(hash)', born = '1234' WHERE key = 'le-van-ba';
      UPDATE person SET born = '1234' WHERE key = 'le-van-ba'
      """)
    #expect(throws: RegistryError.self) { try verify() }
  }

  @Test(arguments: ["9223372036854775807", "100"])
  func `a change that does not follow the one before it is seen`(number: String) throws {
    try temporary.run("UPDATE person SET note = 'y' WHERE key = 'le-van-mot'")
    try tamper(
      """
      PRAGMA foreign_keys = OFF;
      UPDATE person_history SET change = \(number) WHERE change = (SELECT max(number) FROM change);
      UPDATE change SET number = \(number), seal = lower(hex(randomblob(32)))
      WHERE number = (SELECT max(number) FROM change);
      UPDATE sqlite_sequence SET seq = \(number) WHERE name = 'change'
      """)
    #expect(throws: RegistryError.self) { try verify() }
    // A bundle goes by the changes that are there.
    let bundled = try temporary.registry.bundle(since: "1", office: "x", write: { _ in })
    #expect(bundled.changes == 4)
  }

  @Test func `a name index that cannot be read is damage, and not a note`() throws {
    try tamper("UPDATE name_index_config SET v = 5 WHERE k = 'version'")
    #expect(throws: RegistryError.self) { try verify() }
  }

  /// Computed apart from the program, from what is written above ``Seal``.
  @Test func `a seal is what it was when the first registries were made`() throws {
    try tamper(
      """
      UPDATE change SET seal = NULL WHERE number > 1;
      DELETE FROM person_history WHERE change > 1;
      DELETE FROM change WHERE number > 1;
      INSERT INTO change (
        number, made_at, author, reason, action, program, merged_from, first_made_at, office, undoes
      ) VALUES
        (2, '2024-02-29T08:00:00Z', 'test', 'why', 'add', 'legation 0.1.0', NULL, NULL, NULL, NULL),
        (3, '2024-03-01T08:00:00Z', 'test', NULL, 'undo', 'legation 0.1.0',
          '\(String(repeating: "a", count: 64))', '2024-02-29T09:00:00Z', 'hanoi', 2);
      INSERT INTO person_history (
        change, gone, salt, key, name, born, sort_key, search_key, entered_in
      ) VALUES
        (2, 0, zeroblob(16), 'le-van-mot', 'Lê Văn Một', '1950-03', 'mot', 'le van mot', 2),
        (2, 0, zeroblob(16), 'le-van-hai', 'Lê Văn Hai', NULL, 'hai', 'le van hai', 2),
        (3, 1, zeroblob(16), 'le-van-hai', NULL, NULL, NULL, NULL, NULL),
        (3, 0, x'\(String(repeating: "07", count: 32))', 'le-van-mot', NULL, NULL, NULL, NULL, NULL);
      INSERT INTO place_history (change, gone, salt, key, name_en, latitude, longitude)
      VALUES (2, 0, zeroblob(16), 'here', 'Here', 21.03, -0.5);
      """)
    let seal = Seal(temporary.connection, try temporary.registry.trackedTables())
    let first = try seal.of(change: 2, after: String(repeating: "0", count: 64))
    #expect(first == "90416bc01eec80530599e9ac67bdda3647cc1f90b614743c3ac1e2d4405c798c")
    #expect(
      try seal.of(change: 3, after: first)
        == "55e6fe94191c41512fff055e93d45d91fc0d053afbad41e694226e55b686d4f5")
  }

  @Test func `equal versions have different hashes`() throws {
    let salts = try temporary.count("SELECT count(DISTINCT salt) FROM person_history")
    #expect(try salts == temporary.count("SELECT count(*) FROM person_history"))
  }

  // MARK: Numbers and times

  @Test(arguments: [
    "9223372036854775807", "(SELECT max(number) + 2 FROM change)", "-5", "0", "1",
    "(SELECT max(number) FROM change)",
  ])
  func `a change gets the next number`(number: String) throws {
    #expect(throws: SQLiteError.self) {
      try temporary.connection.execute(
        script: """
          INSERT INTO change (number, made_at, author, action, program)
          VALUES (\(number), strftime('%Y-%m-%dT%H:%M:%SZ'), 'x', 'x', 'x')
          """)
    }
    try add("Lê Văn Bốn")
    _ = try verify()
  }

  @Test func `a count of numbers that was pushed ahead is named, and stops no write`() throws {
    try tamper("UPDATE sqlite_sequence SET seq = 1000 WHERE name = 'change'")
    try add("Lê Văn Bốn")
    #expect(try temporary.count("SELECT max(number) FROM change") == 5)
    #expect(throws: RegistryError.self) { try verify() }
  }

  @Test(arguments: [
    "1999-12-31T00:00:00Z", "9999-12-31T23:59:59Z", "2000-01-01T00:00:00Z", "2099-01-01T00:00:00Z",
  ])
  func `a change is made after the one before it and not in the future`(moment: String) throws {
    #expect(throws: SQLiteError.self) {
      try temporary.connection.run(
        "INSERT INTO change (made_at, author, action, program) VALUES (\(moment), 'x', 'x', 'x')")
    }
  }

  @Test func `beside a clock that is ahead or behind, the program goes on in order`() throws {
    let ahead = try #require(
      try temporary.text("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '+1 hour')"))
    try temporary.connection.run(
      "INSERT INTO change (made_at, author, action, program) VALUES (\(ahead), 'x', 'x', 'x')")
    try add("Lê Văn Bốn")
    #expect(try temporary.text("SELECT made_at FROM change WHERE number = 6") == ahead)
    #expect(try verify().notes.isEmpty)
  }

  @Test func `where times run backwards, a day means before the first change that was made later`()
    throws
  {
    try tamper(
      """
      UPDATE change SET made_at = '2020-01-01T10:00:00Z' WHERE number = 2;
      UPDATE change SET made_at = '2022-01-01T10:00:00Z' WHERE number = 3;
      UPDATE change SET made_at = '2019-01-01T10:00:00Z' WHERE number = 4;
      UPDATE change SET made_at = '2018-01-01T10:00:00Z' WHERE number < 2;
      """)
    let registry = temporary.registry
    #expect(try registry.point(at: "2020-06-01").change == 2)
    #expect(try registry.point(at: "2023-06-01").change == 4)
    #expect(try registry.point(at: "2020-06-01T00:00:00Z").change == 2)
  }

  // MARK: Migrations

  @Test(arguments: [
    "UPDATE migration SET sha256 = '\(String(repeating: "0", count: 64))' WHERE number = 13",
    "DELETE FROM migration WHERE number = 3",
  ])
  func `another migration is seen by a verification and by every write`(sql: String) throws {
    try tamper(sql)
    #expect(throws: RegistryError.self) { try verify() }
    #expect(throws: RegistryError.self) { try add("Lê Văn Bốn") }
  }
}
