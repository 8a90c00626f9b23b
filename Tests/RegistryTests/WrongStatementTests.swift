import Foundation
import SQLite
import Testing

@testable import Registry
@testable import Sample
@testable import Schema

/// A wrong statement, the part of it that is marked, and what is said of it.
struct Wrong: Sendable, CustomTestStringConvertible {
  let sql: String
  let marked: String
  let english: String
  let vietnamese: String

  init(_ sql: String, at marked: String, _ english: String, vi vietnamese: String) {
    self.sql = sql
    self.marked = marked
    self.english = english
    self.vietnamese = vietnamese
  }

  var testDescription: String { sql }

  static let all =
    ofTools + ofRows + ofDates + ofTexts + ofValues + ofTables + ofClauses + ofNames + ofMeanings
    + ofWords
    + (isOldSQLite ? ofOldSQLite : [])

  static let isOldSQLite: Bool = {
    let memory = try? Connection(path: ":memory:", mode: .readWrite, walls: .none)
    let version = try? memory?.value("SELECT sqlite_version()", as: String.self)
    let parts = (version ?? "").split(separator: ".").compactMap { Int($0) }
    return parts.lexicographicallyPrecedes([3, 44])
  }()
}

/// Wrong questions are told what to write instead, in both languages.
@Suite struct WrongStatementTests {
  /// The sample, made once.
  private static let path = Result {
    let path = try TemporaryRegistry.makeFolder().appending(path: "wrong.db").path
    try Registry.create(path) { (registry) throws(RegistryError) in
      try SampleData.load(into: registry, author: "test")
    }
    return path
  }

  private let session: QuerySession

  init() throws {
    session = try QuerySession(
      try Registry.open(try Self.path.get(), for: .reading), limits: QueryLimits(), for: "")
  }

  private var connection: Connection { session.registry.connection }

  /// The refusal of the first statement of a script that is refused.
  private func refusal(of script: String) -> RegistryError? {
    let statements = Script(script)
    do {
      while var statement = try session.next(of: statements) {
        do { while try statement.step() {} } catch { return session.refusal(for: error) }
      }
    } catch { return error }
    return nil
  }

  private func text(of refusal: RegistryError, in language: Language) -> String {
    ([refusal.message] + refusal.list + [refusal.hint].compactMap { $0 })
      .map { $0[language] }.joined(separator: "\n")
  }

  /// The word of another database for which the first statement that is refused is wrong.
  private func word(in script: String) throws -> ForeignWord? {
    let statements = Script(script)
    do {
      while try connection.prepareNext(of: statements) != nil {}
    } catch {
      let fault = QueryFault(session.registry, session.limits)
      return ForeignWord.found(in: fault.parsed(error, try Catalog(connection)))?.word
    }
    return nil
  }

  // MARK: What is said

  @Test(arguments: Wrong.all)
  func `a wrong statement is told its cure at its place`(wrong: Wrong) throws {
    let refusal = try #require(self.refusal(of: wrong.sql))
    #expect(refusal.kind == .invalidValue && refusal.kind.exitCode == 64)
    #expect(
      text(of: refusal, in: .english).contains(wrong.english), "\(text(of: refusal, in: .english))")
    #expect(
      text(of: refusal, in: .vietnamese).contains(wrong.vietnamese),
      "\(text(of: refusal, in: .vietnamese))")
    #expect(refusal.message.english != refusal.message.vietnamese)
    let lines = refusal.list.map(\.english)
    guard
      let marks = lines.firstIndex(where: {
        $0.contains("^") && !$0.contains { !" ^".contains($0) }
      })
    else {
      #expect(wrong.marked.isEmpty, "nothing is marked")
      return
    }
    let before = lines[marks].prefix { $0 == " " }.count
    let marked = lines[marks - 1].dropFirst(before).prefix(lines[marks].count - before)
    #expect(marked == wrong.marked)
  }

  @Test func `there are many of them`() {
    #expect(Set(Wrong.all.map(\.sql)).count == Wrong.all.count)
    #expect(Wrong.all.count > 250)
  }

  @Test(arguments: [
    ("SELECT 1; SELECT TOP 5 name FROM person", "TOP 10"),
    (
      "SELECT 'NOW()' AS x;\n-- a comment;\nSELECT NVL(born, 'x') FROM person;\nSELECT 1", "NVL, NZ"
    ),
    ("WITH late AS (SELECT TOP 5 name FROM person) SELECT * FROM late", "TOP 10"),
    ("WITH late AS (SELECT YEAR(began) AS y FROM incumbency) SELECT y FROM late", "YEAR(d)"),
    (
      "SELECT name FROM person WHERE key IN (SELECT person FROM posting WHERE ROWNUM < 3)", "ROWNUM"
    ),
    ("SELECT (SELECT ISNULL(ended, 'x') FROM posting LIMIT 1)", "ISNULL(x, y)"),
    ("SELECT 'a' AS top, now() FROM person", "NOW, GETDATE, SYSDATETIME"),
    ("select now()", "NOW, GETDATE, SYSDATETIME"), ("SELECT Now()", "NOW, GETDATE, SYSDATETIME"),
    ("SELECT/**/TOP/**/5 name FROM person", "TOP 10"),
  ])
  func `a word is found wherever it stands`(sql: String, name: String) throws {
    #expect(try word(in: sql)?.name.english == name)
    #expect(refusal(of: sql)?.hint != nil)
  }

  /// Statements with such words in them that are wrong for something else.
  @Test(arguments: [
    // In a text, a comment, a name in quotes.
    "SELECT hed FROM person WHERE name = 'TOP 10'", "SELECT hed FROM person WHERE name = 'NOW()'",
    "SELECT hed FROM person -- ILIKE '%a%'", "SELECT /* TOP 10 */ hed FROM person",
    "SELECT hed AS \"ROWNUM\" FROM person", "SELECT hed AS [DATEDIFF], 1 AS `NVL` FROM person",
    "SELECT 'x::date' AS x, hed FROM person", "SELECT '‘x’' AS x, hed FROM person",
    // The name of a column.
    "SELECT seat AS top, hed FROM mission", "SELECT seat top, hed FROM mission",
    "SELECT began AS year, 1 AS month, 2 AS day FROM incumbency WHERE yaer = 2019",
    "SELECT year FROM (SELECT substr(began, 1, 4) AS year FROM incumbency) WHERE moth = 3",
    "SELECT count(*) AS now FROM person GROUP BY hed",
    "SELECT key AS rownum FROM person WHERE hed = 1",
    "SELECT rownum.x FROM (SELECT 1 AS rownum) AS r", "SELECT t.rownum FROM person AS t",
    "SELECT key AS \"interval\", hed FROM person",
    "SELECT fetch FROM (SELECT 1 AS fetch) WHERE fetch first",
    "SELECT minus.n FROM (SELECT 1 AS n) AS minus SELECT 1",
    "SELECT qualify FROM (SELECT 1 AS qualify) WHERE qualify 5",
    "SELECT pivot FROM (SELECT 1 AS pivot) WHERE pivot (1) 5",
    "SELECT count(*) AS \"describe\", hed FROM person",
    // The name of a table, of what is asked.
    "SELECT now.x FROM person AS now", "SELECT dual.x FROM person AS dual",
    "WITH top AS (SELECT 1 AS n) SELECT top.m FROM top",
    "WITH minus AS (SELECT 1 AS n) SELECT n FROM minus SELECT 2",
    "WITH generate_series (x) AS (SELECT 1) SELECT y FROM generate_series",
    "WITH separator AS (SELECT 1 AS n) SELECT hed FROM separator",
    // A function that there is.
    "SELECT trim(hed) FROM person", "SELECT replace(name, 'a') FROM person",
    "SELECT substr(hed, 1, 3) FROM person", "SELECT mod(hed, 2) FROM person",
    "SELECT coalesce(hed, 'NVL') FROM person",
    // An alias in quotes of another kind.
    "SELECT date 'Ngày' FROM mission", "SELECT interval 'x' FROM mission",
  ])
  func `a name, a text or a comment is no word of another database`(sql: String) throws {
    let refusal = try #require(self.refusal(of: sql))
    #expect(refusal.kind.exitCode == 64)
    #expect(try word(in: sql) == nil, "\(text(of: refusal, in: .english))")
  }

  @Test(arguments: [
    "SELECT nwo() FROM person", "SELECT hed FROM person", "SELECT 1 FROM x", "SELECT mox(1)",
    "SELECT day FROM person", "SELECT 1 FRM person", "SELECT kye FROM person",
  ])
  func `nothing is meant by three letters`(sql: String) throws {
    let refusal = try #require(self.refusal(of: sql))
    #expect(!text(of: refusal, in: .english).contains("Did you mean"))
  }

  @Test(arguments: [
    ("lenght", ["length"]), ("lengt", ["length"]), ("strftme", ["strftime"]),
    ("colesce", ["coalesce"]), ("coalese", ["coalesce"]), ("rond", ["round"]), ("ronud", ["round"]),
    ("now", []), ("pov", []), ("lnegh", []), ("subztx", []),
  ])
  func `a slip of the hand is one letter, or two of a long word`(typed: String, meant: [String]) {
    #expect(Nearest.slips(of: typed, among: Registry.functionNames) == meant)
  }

  /// Functions that a newer SQLite has, and that no question can call.
  @Test(arguments: ["CONCAT", "STRING_AGG", "IF"], [Int32(1), 23])
  func `a function of a newer SQLite is no other word`(name: String, code: Int32) {
    let sql = "SELECT \(name)(key, ', ', 1) FROM person"
    let error = SQLiteError(
      extendedCode: code, message: "not authorized to use function: \(name)", sql: sql, offset: 7)
    let now = refusal(of: sql)
    let then = session.refusal(for: error)
    #expect(then.kind.exitCode == 64)
    #expect(then.hint != nil && then.hint == now?.hint)
  }

  @Test func `what a newer SQLite says of a text in double quotes is known too`() throws {
    let sql = "SELECT key FROM mission WHERE receiver = \"france\""
    let error = SQLiteError(
      extendedCode: 1,
      message:
        "no such column: \"france\" - should this be a string literal in single-quotes?",
      sql: sql, offset: 41)
    #expect(session.refusal(for: error).hint == refusal(of: sql)?.hint)
  }

  // MARK: The table

  @Test func `every word that can be refused is refused in one of the statements`() throws {
    let found = try Set(Wrong.all.compactMap { try word(in: $0.sql)?.name.english })
    let silent = ForeignWord.all.filter { !$0.isRefused }.map(\.name.english)
    // SQLite takes these and answers otherwise.
    #expect(
      silent == [
        "CURRENT_DATE - 30", "FORMAT(d, 'yyyy')", "x & y of texts", "x + y of texts",
        "x || y as OR",
      ])
    let missing = ForeignWord.all.map(\.name.english).filter {
      !found.contains($0) && !silent.contains($0)
    }
    #expect(missing == (Wrong.isOldSQLite ? [] : ["STRING_AGG(x, ', ' ORDER BY y)"]))
    #expect(ForeignWord.all.count > 107)
    #expect(Set(ForeignWord.all.map(\.name.english)).count == ForeignWord.all.count)
  }

  @Test(arguments: ForeignWord.all.indices)
  func `a word has both languages, and what is written instead is in both`(index: Int) {
    let word = ForeignWord.all[index]
    #expect(word.instead.english != word.instead.vietnamese)
    for code in word.codes + [word.example].compactMap(\.self) {
      for language in Language.allCases {
        #expect(word.instead[language].contains(code), "\(word.name.english): \(code)")
      }
    }
  }

  /// Where something can stand that is proposed.
  private static let frames = [
    ("SELECT ", " FROM t"), ("SELECT x FROM t ", ""), ("SELECT * FROM ", ""), ("", ""),
    ("SELECT a ", " b FROM t"), ("SELECT x FROM t ", " SELECT y FROM t"),
    ("SELECT x, count(*) FROM t ", ""), ("SELECT x FROM t GROUP BY x ", ""),
  ]

  /// Whether a statement is compiled, of a table with columns that proposals speak of.
  private func refusal(ofProposal sql: String) -> RegistryError? {
    let with = "WITH RECURSIVE t (x, y, a, b, c, d) AS (SELECT 1, 2, 3, 4, 5, 6)"
    let isWhole = sql.hasPrefix("WITH RECURSIVE ")
    let whole =
      isWhole ? with + ", " + sql.dropFirst("WITH RECURSIVE ".count) : "\(with) \(sql)"
    do {
      _ = try session.next(of: Script(whole))
      return nil
    } catch { return error }
  }

  @Test(arguments: ForeignWord.all.indices)
  func `what is written instead is understood`(index: Int) {
    for code in ForeignWord.all[index].codes {
      let refusals = Self.frames.map { refusal(ofProposal: $0.0 + code + $0.1) }
      let isUnderstood = refusals.contains { $0 == nil }
      #expect(isUnderstood, "\(code): \(refusals.compactMap { $0?.message.english })")
    }
  }

  // MARK: The way to a column

  @Test func `each JOIN that is proposed is understood, and brings the column`() throws {
    let catalog = try Catalog(connection)
    let paths = try JoinPaths(catalog, connection)
    let asked =
      ["incumbency", "incumbent", "vacancy", "term_roster"] + RecordKind.all.map(\.table)
    var joins: Set<String> = []
    for table in asked {
      let from = JoinPaths.Table(name: table, alias: "q", columns: catalog.columns(of: table))
      for column in Set(asked.flatMap { catalog.columns(of: $0) })
      where !from.columns.contains(column) {
        for found in paths.tables(having: column, from: [from]) {
          guard let join = found.join, joins.insert("\(table) \(join)").inserted else { continue }
          let sql = "SELECT \(found.table).\(column) FROM \(table) AS q \(join)"
          #expect(throws: Never.self, "\(sql)") { _ = try session.next(of: Script(sql)) }
        }
      }
    }
    #expect(joins.count > 80)
  }

  @Test(arguments: [
    ("UPDATE person SET gendr = 'x'", "Did you mean gender?"),
    ("INSERT INTO person (naem) VALUES ('x')", "Did you mean name?"),
    ("DELETE FROM persn", "Did you mean person?"),
    ("UPDATE person SET note = CONCAT(name, 'x')", "||"),
    ("UPDATE person SET note = seat", "seat is in mission"),
    ("TRUNCATE TABLE person", "Write DELETE FROM person."),
    ("MERGE INTO person USING posting ON 1 = 1", "A change begins with INSERT, UPDATE or DELETE."),
  ])
  func `a wrong statement that writes is told the same`(sql: String, said: String) throws {
    let registry = try TemporaryRegistry(sample: true)
    let note = ChangeNote(action: "test", author: "test", reason: "test")
    let refusal = #expect(throws: RegistryError.self) {
      try registry.registry.write(
        note, sql: sql, parameters: [], limits: QueryLimits(), show: { _ in },
        confirm: { _ in true })
    }
    #expect(refusal?.kind.exitCode == 64)
    #expect(text(of: try #require(refusal), in: .english).contains(said))
  }

  /// What would change something, whether SQLite knows it or not, and right or wrong as it is.
  @Test(arguments: [
    "DELETE FROM tenure", "DELETE FROM mission", "DELETE mission", "DELETE FROM nowhere",
    "INSERT INTO tenure (mission) VALUES ('x')", "INSERT INTO nowhere VALUES (1)",
    "REPLACE INTO tenure (mission) VALUES ('x')", "UPDATE tenure SET mission = 'x'",
    "UPDATE mission SET saet = 'x'", "UPDATE mission saet = 'x'", "DROP VIEW tenure",
    "DROP TABLE mission", "DROP TABLE nowhere", "CREATE TABLE x (a)", "CREATE TABEL x (a)",
    "WITH x AS (SELECT 1) DELETE FROM tenure", "WITH x AS (SELECT 1) UPDATE tenure SET a = 1",
    "TRUNCATE TABLE mission", "TRUNCATE mission", "UPSERT INTO mission VALUES (1)",
    "MERGE INTO mission USING posting ON 1 = 1 WHEN MATCHED THEN DELETE",
    "GRANT SELECT ON mission TO office", "REVOKE ALL ON mission FROM office",
    "LOCK TABLE mission", "START TRANSACTION", "COMMENT ON TABLE mission IS 'x'",
  ])
  func `a question that would write is told that it only reads`(sql: String) throws {
    let refusal = try #require(self.refusal(of: sql))
    #expect(refusal.kind == .readOnly && refusal.kind.exitCode == 77)
    #expect(refusal.message.english == "A question only reads.")
    #expect(refusal.message.vietnamese == "Câu hỏi chỉ đọc.")
    #expect(refusal.hint != nil || !refusal.remedies.isEmpty)
  }

  @Test func `the table that would be written is told, not one that is read`() throws {
    let refusal = try #require(
      self.refusal(of: "WITH m AS (SELECT key FROM mission) DELETE FROM person"))
    #expect(refusal.remedies == [.question(.write(table: "person"))])
  }

  // MARK: Whatever is typed

  /// Every complaint at every word of every statement, as if SQLite had made it: nobody knows what
  /// a newer one says where.
  @Test func `no complaint at any place of any statement is too much`() throws {
    let catalog = try Catalog(connection)
    let fault = QueryFault(session.registry, session.limits)
    let messages = [
      "near \"x\": syntax error", "unrecognized token: \"x\"", "no such column: a.b",
      "no such table: x", "no such function: top", "misuse of aggregate: count()",
      "misuse of window function x()", "incomplete input", "ambiguous column name: key",
      "no such collation sequence: x", "wrong number of arguments to function count()", "?",
    ]
    var count = 0
    for wrong in stride(from: 0, to: Wrong.all.count, by: 3).map({ Wrong.all[$0] }) {
      let places = SQLToken.all(in: wrong.sql).map(\.offset) + [wrong.sql.utf8.count, 10_000]
      for place in places.map(Optional.some) + [nil] {
        for message in messages {
          let error = SQLiteError(
            extendedCode: 1, message: message, sql: wrong.sql, offset: place)
          let mistake = fault.parsed(error, catalog)
          _ = ForeignWord.found(in: mistake)
          _ = ClauseMistake(mistake)
          _ = ClauseMistake.sideBySide(mistake)
          _ = Keywords.misspelt(in: mistake)
          _ = SQLExcerpt.lines(
            of: wrong.sql, at: mistake.bytes.map { ($0.lowerBound, $0.count) })
          count += 1
        }
      }
    }
    #expect(count > 10_000)
  }
}
