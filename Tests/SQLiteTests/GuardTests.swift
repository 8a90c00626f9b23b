import Testing

@testable import SQLite

@Suite struct GuardTests {
  private let connection: Connection

  init() throws {
    connection = try Connection(path: ":memory:", mode: .passing, walls: .none)
    try connection.execute(script: "CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 'x');")
  }

  private let endless: SQL =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"

  @Test func `the progress handler ends what has no end`() throws {
    var calls = 0
    connection.setProgressHandler(every: 1000) {
      calls += 1
      return calls > 50
    }
    let error = #expect(throws: SQLiteError.self) { try connection.run(endless) }
    #expect(error?.code == .interrupted)
    connection.setProgressHandler(every: 0, nil)
    #expect(try connection.value("SELECT 1", as: Int.self) == 1)
  }

  @Test func `limits hold`() throws {
    let before = connection.set(.length, to: 1000)
    #expect(before > 1000)
    let long = #expect(throws: SQLiteError.self) {
      try connection.value("SELECT zeroblob(100000)", as: Value.self)
    }
    #expect(long?.code == .tooBig)
    connection.set(.attached, to: 0)
    #expect(throws: SQLiteError.self) { try connection.run("ATTACH ':memory:' AS other") }
    connection.set(.sqlLength, to: 20)
    #expect(throws: SQLiteError.self) { _ = try connection.prepare("SELECT 1 -- a long comment") }
  }

  @Test func `the authorizer is asked, and old statements are forgotten`() throws {
    #expect(try connection.value("SELECT b FROM t", as: String.self) == "x")
    var asked: [String] = []
    connection.setAuthorizer { action in
      if action.code == .read, let table = action.first, let column = action.second {
        asked.append("\(table).\(column)")
        return column == "b" ? .ignore : .allow
      }
      return action.code == .delete ? .deny : .allow
    }
    #expect(try connection.value("SELECT b FROM t", as: String?.self) == .some(nil))
    #expect(asked.contains("t.b"))
    let error = #expect(throws: SQLiteError.self) { try connection.run("DELETE FROM t") }
    #expect(error?.code == .notAuthorized)
    connection.setAuthorizer(nil)
    #expect(try connection.value("SELECT b FROM t", as: String?.self) == "x")
  }

  @Test func `a defensive connection keeps its schema, and text in double quotes is a name`() throws
  {
    try connection.set(.defensive, true)
    try connection.set(.doubleQuotedStringsInDML, false)
    try? connection.execute(script: "PRAGMA writable_schema = ON")
    #expect(throws: SQLiteError.self) { try connection.run("UPDATE sqlite_schema SET sql = ''") }
    let error = #expect(throws: SQLiteError.self) {
      _ = try connection.prepare("SELECT \"Nguyen\" FROM t")
    }
    #expect(error?.message == "no such column: Nguyen")
  }

  @Test(arguments: [
    Value.null, .integer(7), .real(1.5), .text("Đỗ\u{0}x"), .text(""), .blob([1, 0, 255]),
    .blob([]),
  ])
  func `functions take and give every kind of value`(value: Value) throws {
    try connection.addFunction("same", argumentCount: 1) { $0[0].copy }
    #expect(try connection.value("SELECT same(\(value))", as: Value.self) == value)
  }

  @Test func `a function goes with its connection`() throws {
    final class Witness {}
    weak var witness: Witness?
    do {
      let kept = Witness()
      witness = kept
      let other = try Connection(path: ":memory:", mode: .passing, walls: .none)
      try other.addFunction("f", argumentCount: 0) { _ in
        _ = kept
        return .integer(1)
      }
      #expect(try other.value("SELECT f()", as: Int.self) == 1)
    }
    #expect(witness == nil)
  }

  @Test func `raw bytes are lent as they are stored`() throws {
    var statement = try connection.prepare("SELECT CAST(x'61ff00' AS TEXT), x'', NULL, 12")
    #expect(try statement.step())
    let bytes = statement.row.withBytes(at: 0) { Array($0) }
    #expect(bytes == [0x61, 0xFF, 0])
    let count1 = statement.row.withBytes(at: 1) { $0.count }
    #expect(count1 == 0)
    let count2 = statement.row.withBytes(at: 2) { $0.count }
    #expect(count2 == 0)
    let digits = statement.row.withTextBytes(at: 3) { Array($0) }
    #expect(digits == [0x31, 0x32])
    let text = statement.row.text(at: 0)
    #expect(text == "a\u{fffd}\u{0}")
  }

  @Test func `many different statements do not pile up`() throws {
    for number in 0..<300 {
      #expect(try connection.value(SQL(carried: "SELECT \(number)"), as: Int.self) == number)
    }
    #expect(connection.keptStatements <= 64)
  }

  @Test func `changed rows are counted`() throws {
    try connection.run("INSERT INTO t VALUES (2, 'y'), (3, 'z')")
    #expect(connection.changedRows == 2)
    #expect(connection.totalChangedRows == 3)
  }

  @Test func `SQL that differs in its bytes alone is other SQL`() throws {
    #expect(try connection.value(SQL(carried: "SELECT hex('\u{e9}')"), as: String.self) == "C3A9")
    #expect(
      try connection.value(SQL(carried: "SELECT hex('e\u{301}')"), as: String.self) == "65CC81")
  }

  @Test(arguments: ["SELECT 1; -- done", "SELECT 1; /* done */ ;", "-- before\nSELECT 1"])
  func `a comment around a statement is no second one`(sql: String) throws {
    _ = try connection.prepare(sql)
  }

  @Test func `a statement that was lent while the authorizer changed is not used again`() throws {
    do {
      let lent = try connection.prepare("SELECT a FROM t")
      connection.setAuthorizer { $0.code == .read ? .deny : .allow }
      _ = lent
    }
    #expect(throws: SQLiteError.self) { try connection.value("SELECT a FROM t", as: Int.self) }
  }

  @Test func `text of a UTF-16 file is lent as UTF-8`() throws {
    let other = try Connection(path: ":memory:", mode: .passing, walls: .none)
    try other.execute(
      script: "PRAGMA encoding = 'UTF-16le'; CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('Đỗ')")
    var statement = try other.prepare("SELECT a FROM t")
    #expect(try statement.step())
    let text = statement.row.withBytes(at: 0) { String(decoding: $0, as: UTF8.self) }
    #expect(text == "Đỗ")
  }

  @Test func `a backup does not wait for ever`() throws {
    let target = try Connection(path: ":memory:", mode: .passing, walls: .none)
    connection.setBusyTimeout(milliseconds: 50)
    let open = try connection.begin(.immediate)
    try connection.run("INSERT INTO t VALUES (2, 'y')")
    #expect(throws: SQLiteError.self) { try connection.backUp(to: target) }
    try open.commit()
    try connection.backUp(to: target)
    #expect(try target.value("SELECT count(*) FROM t", as: Int.self) == 2)
  }
}
