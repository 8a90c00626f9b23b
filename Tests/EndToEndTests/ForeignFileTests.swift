import Foundation
import SQLite
import Testing

/// Files that somebody else sent: their schema is read as data, and nothing of it is run.
@Suite struct ForeignFileTests {
  private let program: Program
  private let secret: String
  private let copied: String

  init() throws {
    program = try Program()
    secret = program.folder.appending(path: "secret.db").path
    copied = program.folder.appending(path: "COPIED.db").path
    let other = try Connection(path: secret, mode: .create, walls: .none)
    try other.execute(script: "CREATE TABLE secret (a); INSERT INTO secret VALUES ('s3cret row')")
  }

  private func craft(_ sql: String) throws {
    let connection = try Connection(path: program.registry.path, mode: .readWrite, walls: .none)
    try connection.execute(script: "PRAGMA writable_schema = ON;\n" + sql)
  }

  private var attack: String {
    "ATTACH '\(secret)' AS sec; VACUUM sec INTO '\(copied)'"
  }

  private static let readers: [[String]] = [
    ["roster", "2024-2027"], ["roster", "2024-2027", "--as-known", "1"], ["show", "1"],
    ["history", "gb-london"], ["blame", "gb-london"], ["log", "--key", "gb-london"],
    ["sql", "schema"], ["sql", "SELECT count(*) FROM history_field"], ["sql", "list"],
    ["person", "find", "hung", "--as-known", "1"], ["head", "show", "gb-london"], ["check"],
    ["sql", "SELECT count(*) FROM incumbent", "--as-known", "1"], ["diff", "0", "1"],
    ["export", "popolo"], ["export", "sql"], ["seal"], ["verify"],
  ]

  /// Those of the readers that build most from what the file calls its things.
  private static let fewReaders: [[String]] = [
    ["roster", "2024-2027", "--as-known", "1"], ["history", "gb-london"], ["sql", "schema"],
    ["export", "sql"], ["verify"],
  ]

  private func expectNoFileIsMade(by readers: [[String]] = readers) throws {
    for words in readers {
      let answer = try program.run(words)
      #expect(answer.code != 139 && answer.code >= 0, "\(words): \(answer.code)")
      #expect(!FileManager.default.fileExists(atPath: copied), "\(words)")
      #expect(!answer.out.contains("s3cret row"), "\(words)")
      #expect(answer.err.contains("is not what legation makes"), "\(words): \(answer.err)")
    }
  }

  @Test func `more statements behind the text of a view are not run`() throws {
    try craft(
      """
      UPDATE sqlite_schema SET sql = sql || '; \(attack.replacing("'", with: "''"))'
      WHERE name = (SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY rowid DESC LIMIT 1)
      """)
    try expectNoFileIsMade()
    let answer = try program.run("sql", "SELECT * FROM sec.secret", "--as-known", "1")
    // There is no such table: the statement is wrong.
    #expect(answer.code == 64)
    #expect(!answer.out.contains("s3cret row"))
  }

  @Test(arguments: ["zz' AS q); %@; --", "zz\"; %@; --", "zz; %@"])
  func `the name of a table is a name`(form: String) throws {
    let name = form.replacing("%@", with: attack)
    try craft("CREATE TABLE \(SQL.quoted(name)) (\(SQL.quoted(name)) TEXT PRIMARY KEY) STRICT")
    try expectNoFileIsMade(by: Self.fewReaders)
  }

  @Test func `a kept query and a comment of the file are read, and run in the sandbox only`() throws
  {
    try craft(
      """
      DROP TRIGGER kept_query_edited; DROP TRIGGER schema_comment_edited;
      DROP TRIGGER kept_query_of_the_program_stays_as_it_is;
      UPDATE kept_query SET sql = '\(attack.replacing("'", with: "''"))';
      UPDATE schema_comment SET object_name = 'x''; ATTACH ''\(secret)'' AS sec; --'
      WHERE object_name = 'posting' AND column_name = '';
      """)
    for words in [
      ["sql", "run", "head-on-day"], ["sql", "list"], ["sql", "show", "head-on-day"],
    ] {
      _ = try program.run(words)
      #expect(!FileManager.default.fileExists(atPath: copied), "\(words)")
    }
  }

  @Test(arguments: [
    "CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM posting; END",
    "DROP VIEW vacancy; CREATE VIEW vacancy AS SELECT * FROM vacancy2",
    "UPDATE sqlite_schema SET sql = replace(sql, 'block BLOB', 'block BLOB, z AS (replace(hex(zeroblob(300000000)), ''0'', ''00''))') WHERE name = 'name_index_data'",
    "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'posting') WHERE name = 'person'",
    "CREATE INDEX more ON person (note)",
    "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER, more AS (hex(zeroblob(9))))",
    "CREATE TABLE _litestream_other (id INTEGER)",
  ])
  func `an altered schema is told, read from the program's own views, and not written`(
    crafted: String
  ) throws {
    try craft(crafted)
    let read = try program.run("roster", "2024-2027", "--format", "csv")
    #expect(read.err.contains("is not what legation makes"), "\(read.err)")
    #expect(read.code == 0 || read.code == 65, "\(read.code)")
    let before = try program.bytes()
    for words in [["person", "add", "X Y"], ["verify"], ["upgrade"]] {
      let answer = try program.run(words)
      #expect(answer.code == 65, "\(words): \(answer.code) \(answer.err)")
    }
    #expect(try program.run("backup", "b.db").code == 65)
    #expect(try program.bytes() == before)
  }

  @Test func `twenty thousand nested views in a file are not asked`() throws {
    try craft(
      "CREATE VIEW v0 AS SELECT 1 AS a;\n"
        + (1...3000).map { "CREATE VIEW v\($0) AS SELECT a FROM v\($0 - 1);" }.joined())
    let answer = try program.run("roster", "2024-2027", "--as-known", "1", "--format", "csv")
    #expect(answer.code == 0, "\(answer.err)")
  }

  @Test(arguments: ["roster 2024-2027", "export popolo", "export sql"])
  func `what a view of the file would build is bounded in memory`(line: String) throws {
    let connection = try Connection(path: program.registry.path, mode: .readWrite, walls: .none)
    let columns = try connection.column(
      "SELECT name FROM pragma_table_xinfo('mission') WHERE name <> 'key'", as: String.self)
    let rows = """
      WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1000)
      SELECT n || hex(zeroblob(5000000)) AS key, \(columns.map { "n AS \($0)" }.joined(separator: ", "))
      FROM c ORDER BY 1
      """
    try craft(
      """
      UPDATE sqlite_schema SET type = 'view', rootpage = 0, sql = 'CREATE VIEW mission AS \(rows)'
      WHERE name = 'mission' AND type = 'table';
      DELETE FROM sqlite_schema WHERE tbl_name = 'mission' AND type IN ('trigger', 'index')
      """)
    let answer = try program.shell("ulimit -v 3000000; legation \(line)")
    #expect(answer.code == 65, "\(answer.code) \(answer.err)")
    #expect(answer.err.contains("is damaged or was altered"), "\(answer.err)")
  }

  @Test func `the two tables of Litestream are known as what they are, and no more than that`()
    throws
  {
    try craft(
      """
      CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER);
      CREATE TABLE _litestream_lock (id INTEGER);
      INSERT INTO _litestream_seq VALUES (1, 7);
      """)
    let added = try program.run("person", "add", "Lê Văn Mới")
    #expect(added.code == 0, "\(added.err)")
    #expect(!added.err.contains("is not what legation makes"))
    let verified = try program.run("verify")
    #expect(verified.code == 0, "\(verified.err)")
    #expect(verified.out.contains("_litestream_lock, _litestream_seq"), "\(verified.out)")
    #expect(!(try program.run("export", "sql").out.contains("litestream")))
    #expect(try program.run("export", "datapackage", "dp").code == 0)
    #expect(
      !FileManager.default.fileExists(
        atPath: program.folder.appending(path: "dp/_litestream_seq.csv").path))
  }

  @Test(arguments: [
    ":memory:", "file:x.db", "file:x.db?mode=memory", "file::memory:?cache=shared", "x?y.db",
    "a%20b#c.db", "-lead.db",
  ])
  func `a name is a name, whatever SQLite takes it for`(name: String) throws {
    let fresh = try Program(sample: false)
    let made = try fresh.run("init", "--db=\(name)")
    #expect(made.code == 0, "\(made.err)")
    #expect(FileManager.default.fileExists(atPath: fresh.folder.appending(path: name).path))
    #expect(try fresh.run("person", "add", "Lê Văn Mới", "--db=\(name)").code == 0)
    let found = try fresh.run("person", "find", "moi", "--db=\(name)", "--format", "csv")
    #expect(found.out.contains("Lê Văn Mới"), "\(found.err)")
    #expect(try fresh.run("backup", "copy.db", "--db=\(name)").code == 0)
  }

  @Test func `a pipe, a device and a folder are no registries`() throws {
    let pipe = program.folder.appending(path: "pipe").path
    mkfifo(pipe, 0o600)
    for path in [pipe, "/dev/zero", program.folder.path] {
      for words in [["roster", "2024-2027"], ["person", "add", "X Y"], ["verify"]] {
        let answer = try program.run(words + ["--db", path])
        #expect(answer.code == 65, "\(path) \(words): \(answer.code) \(answer.err)")
      }
    }
  }

  @Test func `a file of two names is read, and not written`() throws {
    let second = program.folder.appending(path: "second.db")
    try FileManager.default.linkItem(at: program.registry, to: second)
    #expect(try program.run("roster", "2024-2027").code == 0)
    let answer = try program.run("person", "add", "X Y")
    #expect(answer.code == 65)
    #expect(answer.err.contains("hard links"), "\(answer.err)")
    try FileManager.default.removeItem(at: second)
    #expect(try program.run("person", "add", "X Y").code == 0)
  }
}
