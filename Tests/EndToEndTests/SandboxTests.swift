import Foundation
import Testing

/// What a question may not do.
///
/// None of these writes, reads another file, or outlives its limits.
@Suite struct SandboxTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test(arguments: [
    ("ATTACH 'other.db' AS o", 77), ("VACUUM INTO 'copy.db'", 77), ("VACUUM", 77),
    ("PRAGMA query_only = 0", 77), ("PRAGMA journal_mode = DELETE", 77),
    ("PRAGMA writable_schema = 1", 77), ("PRAGMA user_version = 3", 77),
    ("PRAGMA wal_checkpoint", 77), ("BEGIN", 77), ("CREATE TEMP TABLE x (a)", 77),
    ("CREATE TABLE x (a)", 77), ("DROP TABLE person", 77), ("UPDATE person SET name = 'x'", 77),
    ("INSERT INTO person (key) VALUES ('x') RETURNING key", 77), ("DELETE FROM sqlite_master", 77),
    ("UPDATE sqlite_master SET sql = ''", 77), ("REINDEX", 77), ("ANALYZE", 77),
    ("SELECT load_extension('x')", 64), ("SELECT fts3_tokenizer('simple')", 64),
    ("SELECT readfile('/etc/passwd')", 64),
    ("INSERT INTO name_index (name_index) VALUES ('rebuild')", 77),
    ("SELECT zeroblob(2000000000)", 1),
    ("SELECT hex(zeroblob(15000000)) || hex(zeroblob(15000000))", 1),
    ("SELECT 'a' LIKE printf('%.*c', 1000, '%')", 64), ("SELECT 1 WHERE \"text\" = 1", 64),
  ])
  func `an attack is refused with a sentence, and the file stays as it is`(
    sql: String, code: Int32
  ) throws {
    let before = try program.bytes()
    let answer = try program.run("sql", sql)
    #expect(answer.code == code, "\(answer.err)")
    #expect(!answer.err.isEmpty)
    #expect(try program.bytes() == before)
    let files = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
      .filter { !$0.hasPrefix("office.db") }
    #expect(files == [])
  }

  @Test(arguments: [
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n",
    "SELECT count(*) FROM party AS a, party AS b, party AS c, party AS d",
  ])
  func `what has no end is ended`(sql: String) throws {
    let start = Date()
    let answer = try program.run("sql", sql, "--timeout", "1")
    #expect(answer.code == 124)
    #expect(answer.err.contains("--timeout"))
    #expect(Date().timeIntervalSince(start) < 20)
  }

  @Test func `a sort that needs too much memory is ended, not spilled to the disk`() throws {
    let answer = try program.run(
      "sql",
      """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000)
      SELECT count(*) FROM (SELECT DISTINCT hex(randomblob(100)) FROM n)
      """, "--timeout", "0")
    #expect(answer.code == 1, "\(answer.err)")
    #expect(answer.err.contains("256 MB"))
  }

  @Test(arguments: [
    ("SELECT count(*) FROM json_each('[1,2,3]')", "3"),
    ("SELECT count(*) > 10 FROM pragma_table_info('person')", "1"),
    ("SELECT count(*) > 2 FROM name_index WHERE name_index MATCH 'hung*'", "1"),
    ("SELECT name_fold('Đỗ')", "do"), ("SELECT count(*) FROM incumbent", "91"),
    ("SELECT sum(1) OVER () FROM person LIMIT 1", "157"), ("PRAGMA application_id", "1279743054"),
  ])
  func `what a question needs is there`(sql: String, answer: String) throws {
    let given = try program.run("sql", sql, "--format", "csv")
    #expect(given.code == 0, "\(given.err)")
    #expect(given.lines[1] == answer)
  }

  @Test(arguments: [
    (["-p", "n=3"], "integer 3"), (["-p", "n=007"], "text 007"), (["-p", "n:text=3"], "text 3"),
    (["-p", "n:int=007"], "integer 7"), (["-p", "n=1.5"], "real 1.5"),
    (["-p", "n:null="], "null "),
    (["-p", "n="], "text "), (["-p", "n:date=09/01/2024"], "text 2024-01-09"),
    (["-p", "n=' OR 1=1 --"], "text ' OR 1=1 --"), (["-p", "n=-4"], "integer -4"),
  ])
  func `parameters have the type that is meant`(words: [String], answer: String) throws {
    let given = try program.run(
      ["sql", "SELECT typeof(:n) || ' ' || coalesce(:n, '')", "--format", "csv"] + words)
    #expect(given.code == 0, "\(given.err)")
    #expect(given.lines[1] == answer)
  }

  @Test func `a missing parameter is an error, never NULL, and a stray one too`() throws {
    let missing = try program.run("sql", "SELECT :months")
    #expect(missing.code == 64)
    #expect(missing.err.contains("-p months=VALUE"))
    let stray = try program.run("sql", "SELECT :months", "-p", "month=3")
    #expect(stray.code == 64)
    #expect(stray.err.contains("months"))
  }

  @Test func `several statements are answered in order, and rows can be bounded`() throws {
    #expect(
      try program.run("sql", "SELECT 1 AS a; SELECT 2 AS b;", "--format", "csv").out
        == "a\n1\nb\n2\n")
    let bounded = try program.run(
      "sql", "SELECT key FROM party", "--max-rows", "3", "--format", "csv")
    #expect(bounded.lines.count == 5)
    #expect(bounded.err.contains("--max-rows 3"))
  }
}
