import SQLite
import Testing

@testable import Registry

/// Rules that hold whichever way a record comes: by a command, a data package, a bundle, a person's
/// SQL, or another program.
@Suite struct EveryWayTests {
  private let offices: TwoOffices

  private var temporary: TemporaryRegistry { offices.here }

  init() throws { offices = try TwoOffices(sample: true) }

  // MARK: Numbers

  @Test(arguments: [
    "INSERT INTO term_batch (key, term, number) VALUES ('x', '2024-2027', %)",
    "INSERT INTO extension (posting, number, planned_end) VALUES ('gb-london-do-minh-hung', %, '2030')",
    """
    INSERT INTO kept_query (name, about_en, sql) VALUES ('mine', 'x', 'SELECT :n');
    INSERT INTO kept_query_parameter (query, place, name) VALUES ('mine', %, 'n')
    """,
    "UPDATE citation SET number = %",
  ])
  func `a number that is counted on has an end`(sql: String) throws {
    for number in ["9223372036854775807", "1000001", "0", "-1", "-9223372036854775808"] {
      let attempt = try temporary.connection.begin(.savepoint)
      let error = #expect(throws: SQLiteError.self) {
        try temporary.run(sql.replacing("%", with: number))
      }
      #expect(error?.message.contains("is from 1 to 1000000") == true, "\(error?.message ?? "")")
      attempt.rollBack()
    }
    try temporary.run(sql.replacing("%", with: "1000000"))
  }

  @Test(arguments: [Int64.max, Int64.max - 1, 1_000_000])
  func `what comes after the last number is refused in words`(last: Int64) throws {
    try temporary.connection.execute(script: "PRAGMA ignore_check_constraints = ON")
    try temporary.run(
      """
      INSERT INTO term_batch (key, term, number) VALUES ('x', '2024-2027', \(last));
      INSERT INTO extension (posting, number, planned_end)
      VALUES ('gb-london-do-minh-hung', \(last), '2030')
      """)
    try temporary.connection.execute(script: "PRAGMA ignore_check_constraints = OFF")
    let batch = #expect(throws: RegistryError.self) {
      try temporary.write { (change) throws(RegistryError) in
        var facts = Facts()
        facts.set("term", "2024-2027")
        _ = try Records(change).add(.batch, key: "y", facts)
      }
    }
    #expect(batch?.kind == .rule)
    let extended = #expect(throws: RegistryError.self) {
      try temporary.write { (change) throws(RegistryError) in
        _ = try PostingOffice(change).extend(
          "gb-london-do-minh-hung", until: "2029", decided: nil, document: nil, note: nil)
      }
    }
    #expect(extended?.kind == .rule)
  }

  // MARK: The registry itself

  @Test(arguments: [
    ("DELETE FROM registry", "stays"), ("DELETE FROM registry WHERE key = 'registry'", "stays"),
    ("UPDATE registry SET known_until = '9999-12-31'", "known_until"),
    ("UPDATE registry SET known_until = '0000-01-01'", "known_until"),
    ("INSERT INTO registry (key) VALUES ('other')", "CHECK"),
  ])
  func `no way leads round what the registry says of itself`(sql: String, words: String) throws {
    let before = try temporary.content()
    let error = #expect(throws: SQLiteError.self) { try temporary.run(sql) }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    try temporary.run("SELECT 1")
    #expect(try temporary.content() == before)
  }

  @Test func `an edit of what the registry says of itself is taken back like any other`() throws {
    try temporary.write { (change) throws(RegistryError) in
      try Records(change).set(knownUntil: "2030-01-01", gapDays: 7)
    }
    let note = ChangeNote(action: "undo", author: "test", reason: nil)
    _ = try temporary.registry.undo(try temporary.count("SELECT max(number) FROM change"), note)
    #expect(try temporary.count("SELECT gap_days FROM registry") == 365)
  }

  @Test(arguments: [
    "sender", "known_until", "gap_days", "standard_term_months", "no standard term", "until today",
  ])
  func `an edit of a record that is lost says so`(setting: String) throws {
    let name = "registry_keeps_its_own_record"
    let sql = try temporary.text("SELECT sql FROM sqlite_schema WHERE name = '\(name)'") ?? ""
    let other = try Connection(path: temporary.path, mode: .readWrite, walls: .none)
    try other.execute(
      script: """
        DROP TRIGGER \(name);
        INSERT INTO change (made_at, author, action, program)
        VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), 'test', 'by hand', 'test');
        DELETE FROM registry;
        DELETE FROM open_change;
        \(sql)
        """)
    let registry = try Registry.open(temporary.path, for: .writing)
    let note = ChangeNote(action: "test", author: "test", reason: nil)
    let error = #expect(throws: RegistryError.self) {
      _ = try registry.write(note) { (change) throws(RegistryError) in
        let records = Records(change)
        switch setting {
        case "sender": try records.set(sender: "vn")
        case "known_until": try records.set(knownUntil: "2026-01-01")
        case "gap_days": try records.set(gapDays: 7)
        case "standard_term_months": try records.set(standardTermMonths: 24)
        case "no standard term": try records.clear(.standardTermMonths)
        default: try records.clear(.knownUntil)
        }
      }
    }
    #expect(error?.message.english.contains("has lost the record of itself") == true)
  }

  // MARK: Kept queries

  @Test(arguments: [
    "UPDATE kept_query SET sql = 'SELECT 1' WHERE name = 'head-on-day'",
    "UPDATE kept_query SET about_en = 'x'", "DELETE FROM kept_query WHERE name = 'head-on-day'",
    "UPDATE kept_query SET is_shipped = 0",
    "UPDATE kept_query SET name = 'x' WHERE name = 'head-on-day'",
    "INSERT INTO kept_query (name, about_en, sql, is_shipped) VALUES ('x', 'x', 'SELECT 1', 1)",
    "REPLACE INTO kept_query (name, about_en, sql) VALUES ('head-on-day', 'x', 'SELECT 1')",
    """
    INSERT INTO kept_query (name, about_en, sql) VALUES ('x', 'x', 'SELECT 1');
    UPDATE OR REPLACE kept_query SET name = 'head-on-day' WHERE name = 'x'
    """,
    """
    INSERT INTO kept_query (name, about_en, sql) VALUES ('x', 'x', 'SELECT 1');
    UPDATE kept_query SET is_shipped = 1 WHERE name = 'x'
    """,
    "UPDATE kept_query_parameter SET default_value = '1'", "DELETE FROM kept_query_parameter",
    "INSERT INTO kept_query_parameter (query, place, name) VALUES ('head-on-day', 3, 'x')",
    "REPLACE INTO kept_query_parameter (query, place, name) VALUES ('head-on-day', 1, 'x')",
    "INSERT INTO kept_query_column (query, name, heading_en) VALUES ('head-on-day', 'ended', 'x')",
    """
    INSERT INTO kept_query (name, about_en, sql) VALUES ('x', 'x', 'SELECT 1 AS term');
    INSERT INTO kept_query_column (query, name, heading_en) VALUES ('x', 'term', 'x');
    UPDATE kept_query_column SET query = 'head-on-day'
    """,
  ])
  func `kept queries that came with the program stay as they are`(sql: String) throws {
    let before = try temporary.content()
    let attempt = try temporary.connection.begin(.savepoint)
    let error = #expect(throws: SQLiteError.self) { try temporary.run(sql) }
    #expect(error?.message.contains("came with the program") == true, "\(error?.message ?? "")")
    attempt.rollBack()
    #expect(try temporary.content() == before)
  }

  private static func put(_ table: String, _ rows: [[String: String]], into change: Change)
    throws(RegistryError)
  {
    let packaged = try PackagedTable.all(in: change.registry).first { $0.name == table }
    guard let packaged else { return }
    let header = packaged.columns.map(\.name)
    let intake = try TableIntake(packaged, header: header, into: change)
    for row in rows { _ = try intake.put(header.map { row[$0] ?? "" }) }
  }

  @Test func `a package that holds them as they are changes nothing`() throws {
    let rows = try temporary.connection.all(
      "SELECT name, about_en, about_vi, sql FROM kept_query"
    ) { (row) throws(SQLiteError) in
      [
        "name": row.text(at: 0), "about_en": row.text(at: 1), "about_vi": row.text(at: 2),
        "sql": row.text(at: 3), "is_shipped": "1",
      ]
    }
    let before = try temporary.content()
    try temporary.write { (change) throws(RegistryError) in
      try Self.put("kept_query", rows, into: change)
    }
    #expect(try temporary.content() == before)
  }

  enum Way: CaseIterable {
    case package, bundle, sql
  }

  /// A statement, the parameter that is said of it, with its type and default, and words of the
  /// refusal.
  struct Unfit: Sendable {
    let sql: String
    var parameter: (name: String, type: String, value: String)?
    let words: String
  }

  static let unfit = [
    Unfit(sql: "DROP TABLE person", words: "only reads"),
    Unfit(sql: "DELETE FROM person", words: "only reads"),
    Unfit(sql: "ATTACH 'x' AS y", words: "only reads"),
    Unfit(sql: "SELECT 1; SELECT 2", words: "one statement"),
    Unfit(sql: "SELECT 1; DROP TABLE person", words: "only reads"),
    Unfit(sql: "-- nothing", words: "no statement"),
    Unfit(sql: "SELEC 1", words: "syntax error"),
    Unfit(sql: "SELECT colour FROM person", words: "no such column"),
    Unfit(sql: "SELECT load_extension('x')", words: "load_extension"),
    Unfit(sql: "SELECT ?", words: "names its parameters"),
    Unfit(sql: "SELECT :n", words: ":n"),
    Unfit(sql: "SELECT 1", parameter: ("n", "int", "1"), words: "no parameter :n"),
    Unfit(sql: "SELECT :n", parameter: ("n", "int", "abc"), words: "not a whole number"),
    Unfit(sql: "SELECT :n", parameter: ("n", "date", "2024-13"), words: "no month 13"),
    Unfit(sql: "SELECT :n", parameter: ("n", "day", "2024"), words: "not a whole day"),
  ]

  @Test(arguments: unfit, Way.allCases)
  func `a question that nobody could ask is kept by no way`(unfit: Unfit, way: Way) throws {
    let before = try offices.content()
    var statements = [
      "INSERT INTO kept_query (name, about_en, sql) VALUES ('mine', 'x', \(SQL.quotedText(unfit.sql)))"
    ]
    var row: [String: String]?
    if let (name, type, value) = unfit.parameter {
      statements.append(
        """
        INSERT INTO kept_query_parameter (query, place, name, type, default_value)
        VALUES ('mine', 1, '\(name)', '\(type)', '\(value)')
        """)
      row = ["query": "mine", "place": "1", "name": name, "type": type, "default_value": value]
    }
    if way == .bundle {
      try offices.there.run(statements.joined(separator: ";\n"))
      // What was kept before the rule is told by a finding.
      let every = try offices.there.registry.everyFinding()
      let found = try offices.there.connection.column(
        "SELECT detail FROM (\(raw: every)) WHERE code = 'unfit-query'", as: String.self)
      #expect(found.first?.hasPrefix("kept_query/mine  ") == true)
      try offices.there.write { (change) throws(RegistryError) in
        var facts = Facts()
        facts.set("note", "x")
        _ = try Records(change).edit(.person, key: "do-minh-hung", facts)
      }
      try offices.write(try offices.lines())
    }
    let error = #expect(throws: RegistryError.self) {
      switch way {
      case .package:
        try temporary.write { (change) throws(RegistryError) in
          try Self.put(
            "kept_query",
            [["name": "mine", "about_en": "x", "sql": unfit.sql, "is_shipped": "0"]], into: change)
          if let row { try Self.put("kept_query_parameter", [row], into: change) }
        }
      case .bundle: try offices.merge()
      case .sql:
        _ = try temporary.registry.write(
          ChangeNote(action: "sql", author: "t", reason: nil),
          sql: statements.joined(separator: ";\n"), parameters: [], limits: QueryLimits(),
          show: { _ in }, confirm: { _ in true })
      }
    }
    let message = error?.message.english ?? ""
    #expect(message.contains(unfit.words), "\(message)")
    #expect(message.contains("mine"), "\(message)")
    #expect(try offices.content() == before)
  }
}
