import Foundation
import SQLite
import Testing

/// Registries that somebody prepared to do harm, or that a disk damaged.
@Suite struct HostileFileTests {
  private let program: Program

  init() throws { program = try Program() }

  /// The sample with more SQL in it, past every guard.
  private func craft(_ sql: String) throws {
    let connection = try Connection(path: program.registry.path, mode: .readWrite, walls: .none)
    try connection.execute(script: sql)
  }

  private static let endless =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"

  @Test(arguments: [
    ("CREATE VIEW bomb AS \(endless)", "SELECT count(*) FROM bomb", 124),
    (
      "CREATE TABLE bomb (a, b AS (hex(zeroblob(40000000)))); INSERT INTO bomb VALUES (1)",
      "SELECT b FROM bomb", 1
    ),
    ("CREATE VIEW bomb AS SELECT load_extension('x') AS a", "SELECT * FROM bomb", 1),
    ("CREATE VIEW bomb AS SELECT readfile('/etc/passwd') AS a", "SELECT * FROM bomb", 1),
    ("CREATE VIEW bomb AS SELECT fts3_tokenizer('simple') AS a", "SELECT * FROM bomb", 1),
    ("CREATE VIEW bomb AS SELECT randomblob(1000000000) AS a", "SELECT * FROM bomb", 1),
    ("CREATE VIEW bomb AS SELECT * FROM bomb", "SELECT * FROM bomb", 1),
  ])
  func `a hostile view or column ends with a sentence`(
    crafted: String, question: String, code: Int32
  ) throws {
    try craft(crafted)
    let before = try program.bytes()
    let answer = try program.run("sql", question, "--timeout", "1")
    #expect(answer.code == code, "\(answer.err)")
    #expect(!answer.err.isEmpty)
    #expect(try program.bytes() == before)
  }

  @Test func `a registry whose own book is an endless view does not hang`() throws {
    try craft(
      """
      PRAGMA foreign_keys = OFF; DROP TABLE migration;
      CREATE VIEW migration AS
        SELECT n.i AS number, 'x' AS name, 'x' AS sha256, 'x' AS applied_at FROM (\(Self.endless)) AS n
      """)
    #expect(try program.run("sql", "SELECT count(*) FROM migration", "--timeout", "1").code == 124)
    #expect(try program.run("person", "add", "Nobody").code == 65)
  }

  @Test func `a trigger in the file is not run by a question`() throws {
    try craft("CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM posting; END")
    let before = try program.bytes()
    #expect(try program.run("sql", "SELECT count(*) FROM posting").code == 0)
    #expect(try program.bytes() == before)
  }

  @Test(arguments: 0..<30)
  func `a damaged file gives an answer or a sentence, never a crash`(seed: Int) throws {
    var bytes = try Data(contentsOf: program.registry)
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    for _ in 0..<(1 + seed % 20) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let place = Int(state >> 20) % bytes.count
      bytes[place] ^= UInt8(truncatingIfNeeded: 1 << (state >> 60 & 7))
    }
    try bytes.write(to: program.registry)
    for question in [
      "SELECT * FROM incumbency",
      "SELECT * FROM person JOIN posting ON person.key = posting.person",
      "SELECT * FROM name_index WHERE name_index MATCH 'nguyen'",
    ] {
      let answer = try program.run("sql", question, "--format", "json", "--timeout", "5")
      #expect(
        [0, 1, 64, 65, 70, 74, 77, 124].contains(answer.code), "\(answer.code) \(answer.err)")
      #expect(answer.code == 0 || !answer.err.isEmpty)
    }
  }
}
