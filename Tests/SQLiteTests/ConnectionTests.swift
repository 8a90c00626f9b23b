import Foundation
import Testing

@testable import SQLite

@Suite struct ConnectionTests {
  private let connection: Connection
  private let folder: URL

  init() throws {
    connection = try Connection(path: ":memory:", mode: .passing, walls: .none)
    folder = FileManager.default.temporaryDirectory.appending(path: "sqlite-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func file(_ name: String) -> String { folder.appending(path: name).path }

  @Test(arguments: [
    Value.null, .integer(0), .integer(.min), .integer(.max), .real(0.1), .real(-1e300),
    .real(.infinity), .text(""), .text("Đỗ Minh Hùng"), .text("a\u{0}b"), .text("👩‍👩‍👧🇻🇳"),
    .blob([]), .blob([0, 255, 0, 1]),
  ])
  func `a value comes back as it was bound`(value: Value) throws {
    #expect(try connection.value("SELECT \(value)", as: Value.self) == value)
  }

  @Test func `not a number is stored as NULL`() throws {
    #expect(try connection.value("SELECT \(Double.nan)", as: Value.self) == .null)
  }

  @Test func `a column of another class is a mismatch that names it`() throws {
    let error = #expect(throws: SQLiteError.self) {
      try connection.value("SELECT 'x' AS age", as: Int.self)
    }
    #expect(error?.code == .mismatch)
    #expect(error?.message.contains("age") == true)
    #expect(try connection.value("SELECT NULL", as: Int?.self) == .some(nil))
    #expect(throws: SQLiteError.self) { try connection.value("SELECT NULL", as: Int.self) }
    #expect(throws: SQLiteError.self) { try connection.value("SELECT 2", as: Bool.self) }
  }

  @Test func `an interpolated value is data, whatever it says`() throws {
    try connection.run("CREATE TABLE t (a TEXT)")
    let evil = "x'); DROP TABLE t; --"
    try connection.run("INSERT INTO t VALUES (\(evil))")
    #expect(try connection.column("SELECT a FROM t", as: String.self) == [evil])
    let none: String? = nil
    let sql: SQL =
      "SELECT \(none), \(raw: "1 + 1"), \(raw: ["\(1)" as SQL, "\(2)"].joined(separator: ","))"
    #expect(sql.text == "SELECT ?, 1 + 1, ?,?")
    #expect(sql.bindings == [.null, .integer(1), .integer(2)])
  }

  @Test
  func `a statement that is in use is prepared a second time, one that is free is used again`()
    throws
  {
    let sql = "SELECT 1 UNION ALL SELECT 2"
    var first = try connection.prepare(sql)
    #expect(try first.step())
    var second = try connection.prepare(sql)
    #expect(try second.step())
    let one = first.row.integer(at: 0)
    #expect(one == 1)
    #expect(first.handle != second.handle)
    let handle: OpaquePointer
    do {
      let third = try connection.prepare("SELECT ?")
      handle = third.handle
      try third.bind([.integer(5)])
    }
    var again = try connection.prepare("SELECT ?")
    #expect(again.handle == handle)
    #expect(try again.step())
    let isNull = again.row.isNull(at: 0)
    #expect(isNull)
  }

  @Test(arguments: ["", " -- nothing", "SELECT 1; SELECT 2", "SELECT 1; x", "SELECT 1\u{0}"])
  func `a statement is exactly one`(sql: String) {
    #expect(throws: SQLiteError.self) { _ = try connection.prepare(sql) }
  }

  @Test func `what was refused once is refused again`() {
    for _ in 0..<2 {
      #expect(throws: SQLiteError.self) { _ = try connection.prepare("SELECT 1; SELECT 2") }
    }
  }

  @Test func `a script is many, with comments and a last semicolon`() throws {
    try connection.execute(
      script: "-- first\nCREATE TABLE t (a);;\nINSERT INTO t VALUES (';'), (2); /* end */ -- x\n")
    #expect(try connection.value("SELECT count(*) FROM t", as: Int.self) == 2)
  }

  @Test func `too few and too many values are refused`() throws {
    let statement = try connection.prepare("SELECT ?, ?")
    #expect(throws: SQLiteError.self) { try statement.bind([.null]) }
    #expect(throws: SQLiteError.self) { try statement.bind([.null, .null, .null]) }
  }

  @Test func `an error carries its code, its SQL and its place`() throws {
    let sql = "SELECT 1, hed FROM sqlite_schema"
    let error = #expect(throws: SQLiteError.self) { _ = try connection.prepare(sql) }
    #expect(error?.code == .error)
    #expect(error?.sql == sql)
    #expect(error?.offset == 10)
    #expect(error?.message == "no such column: hed")
    try connection.execute(
      script: """
        PRAGMA foreign_keys = ON;
        CREATE TABLE p (k TEXT PRIMARY KEY); CREATE TABLE c (p REFERENCES p);
        CREATE TRIGGER no BEFORE DELETE ON p BEGIN SELECT raise(ABORT, 'never'); END;
        INSERT INTO p VALUES ('a');
        """)
    let unique = #expect(throws: SQLiteError.self) {
      try connection.run("INSERT INTO p VALUES ('a')")
    }
    #expect(unique?.isUniqueViolation == true)
    let foreign = #expect(throws: SQLiteError.self) {
      try connection.run("INSERT INTO c VALUES ('b')")
    }
    #expect(foreign?.isForeignKeyViolation == true)
    let raised = #expect(throws: SQLiteError.self) { try connection.run("DELETE FROM p") }
    #expect(raised?.isRaisedByTrigger == true)
    #expect(raised?.message == "never")
  }

  @Test func `a transaction that is dropped is rolled back, one that is committed stays`() throws {
    try connection.run("CREATE TABLE t (a)")
    do {
      let dropped = try connection.begin(.immediate)
      try connection.run("INSERT INTO t VALUES (1)")
      _ = dropped
    }
    #expect(!connection.isInTransaction)
    let kept = try connection.begin(.immediate)
    try connection.run("INSERT INTO t VALUES (2)")
    do {
      let inner = try connection.begin(.savepoint)
      try connection.run("INSERT INTO t VALUES (3)")
      inner.rollBack()
    }
    let second = try connection.begin(.savepoint)
    try connection.run("INSERT INTO t VALUES (4)")
    try second.commit()
    try kept.commit()
    #expect(try connection.column("SELECT a FROM t", as: Int.self) == [2, 4])
  }

  @Test func `a read-only connection writes nothing, a missing file is not made`() throws {
    let path = file("a.db")
    #expect(throws: SQLiteError.self) { try Connection(path: path, mode: .readWrite, walls: .none) }
    #expect(!FileManager.default.fileExists(atPath: path))
    try Connection(path: path, mode: .create, walls: .none).execute(script: "CREATE TABLE t (a)")
    let reader = try Connection(path: path, mode: .readOnly, walls: .none)
    let error = #expect(throws: SQLiteError.self) { try reader.run("INSERT INTO t VALUES (1)") }
    #expect(error?.code == .readOnly)
    try FileManager.default.createSymbolicLink(atPath: file("link"), withDestinationPath: path)
    #expect(throws: SQLiteError.self) {
      try Connection(path: file("link"), mode: .create, walls: .none)
    }
  }

  @Test func `a writer waits for another one, and gives up in the end`() throws {
    let path = file("b.db")
    let first = try Connection(path: path, mode: .create, walls: .none)
    try first.run("CREATE TABLE t (a)")
    let second = try Connection(path: path, mode: .readWrite, walls: .none)
    second.setBusyTimeout(milliseconds: 30)
    let held = try first.begin(.immediate)
    let error = #expect(throws: SQLiteError.self) { _ = try second.begin(.immediate) }
    #expect(error?.code == .busy)
    try held.commit()
    try second.begin(.immediate).commit()
  }

  @Test func `a backup of a file in use has the same content, and says how far it is`() throws {
    let source = try Connection(path: file("c.db"), mode: .create, walls: .none)
    try source.execute(
      script: """
        CREATE TABLE t (a);
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
        INSERT INTO t SELECT printf('%0200d', i) FROM n;
        """)
    var reading = try source.prepare("SELECT a FROM t")
    #expect(try reading.step())
    let target = try Connection(path: file("d.db"), mode: .create, walls: .none)
    var steps: [Int] = []
    try source.backUp(to: target, pagesPerStep: 50) { remaining, _ in steps.append(remaining) }
    #expect(steps.count > 3)
    #expect(steps.last == 0)
    let sum: SQL = "SELECT count(*) || sum(CAST(a AS INTEGER)) FROM t"
    #expect(try target.value(sum, as: String.self) == source.value(sum, as: String.self))
  }
}

@Suite struct ScriptTests {
  @Test func `a script of many statements is walked once`() throws {
    let connection = try Connection(path: ":memory:", mode: .passing, walls: .none)
    let script = Script(String(repeating: "SELECT 1; -- Đỗ\n", count: 20_000))
    var count = 0
    while var statement = try connection.prepareNext(of: script) {
      #expect(try statement.step())
      count += 1
    }
    #expect(count == 20_000)
    #expect(script.rest.isEmpty)
  }

  @Test(arguments: [
    ("SELECT 1; SELECT 2", 2), (" ; ;SELECT 1;;", 1), ("-- nothing", 0), ("", 0),
    ("SELECT ';'; /* ; */ SELECT 2 /* open", 2),
  ])
  func `statements are told apart as SQLite does`(text: String, count: Int) throws {
    let connection = try Connection(path: ":memory:", mode: .passing, walls: .none)
    let script = Script(text)
    var found = 0
    while try connection.prepareNext(of: script) != nil { found += 1 }
    #expect(found == count)
  }

  @Test func `a NUL hides no statement, and a mistake has its place in what is left`() throws {
    let connection = try Connection(path: ":memory:", mode: .passing, walls: .none)
    #expect(throws: SQLiteError.self) {
      _ = try connection.prepareNext(of: Script("SELECT 1;\u{0} DROP TABLE t"))
    }
    let script = Script("SELECT 1; SELECT nothing")
    _ = try connection.prepareNext(of: script)
    let error = #expect(throws: SQLiteError.self) { _ = try connection.prepareNext(of: script) }
    #expect(error?.sql == " SELECT nothing")
    #expect(error?.offset == 8)
  }
}

@Suite struct WallTests {
  @Test(arguments: [
    ("ATTACH ':memory:' AS x", [Walls.reading, .writing, .schema]),
    ("VACUUM INTO '/tmp/never'", [.reading, .writing, .schema]),
    ("DETACH main", [.reading, .writing, .schema]),
    ("PRAGMA writable_schema = ON", [.reading, .writing, .schema]),
    ("CREATE TABLE x (a)", [.reading, .writing]),
    ("DROP TABLE t", [.reading, .writing]),
    ("CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END", [.reading, .writing]),
    ("ALTER TABLE t ADD COLUMN b", [.reading, .writing]),
    ("INSERT INTO t VALUES (1)", [.reading]),
    ("DELETE FROM t", [.reading]),
    ("SELECT load_extension('x')", [.reading, .writing, .schema]),
    ("SELECT fts3_tokenizer('simple')", [.reading, .writing, .schema]),
    ("PRAGMA temp_store_directory = '/tmp'", [.reading, .writing, .schema]),
  ])
  func `each wall keeps out what it is for`(sql: String, walls: [Walls]) throws {
    for wall in walls {
      let connection = try Connection(path: ":memory:", mode: .passing, walls: .schema)
      try connection.run("CREATE TABLE t (a)")
      connection.change(to: wall)
      #expect(throws: SQLiteError.self, "\(wall)") { try connection.execute(script: sql) }
    }
  }

  @Test func `a reader makes temporary views, tables, indexes and full-text indexes`() throws {
    let connection = try Connection(path: ":memory:", mode: .passing, walls: .reading)
    try connection.execute(
      script: """
        CREATE TEMP TABLE a (b TEXT); INSERT INTO a VALUES ('c'); CREATE INDEX temp.d ON a (b);
        CREATE TEMP VIEW e AS SELECT b FROM a;
        CREATE VIRTUAL TABLE temp.f USING fts5(b); INSERT INTO temp.f VALUES ('c');
        DROP VIEW temp.e; DROP TABLE temp.a;
        """)
    #expect(try connection.value("SELECT b FROM f WHERE f MATCH 'c'", as: String.self) == "c")
  }
}
