import SQLite
import Testing

@testable import Registry

@Suite struct SchemaTests {
  private let temporary: TemporaryRegistry

  init() throws { temporary = try TemporaryRegistry() }

  /// Tables, views and columns as people meet them.
  private static let objects = """
    SELECT s.name AS object, coalesce(c.name, '') AS column
    FROM sqlite_schema AS s
    LEFT JOIN pragma_table_xinfo(s.name) AS c ON true
    WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'sqlite_%'
      AND s.name NOT LIKE 'name_index_%' AND (s.name <> 'name_index' OR c.name = 'search_key')
      AND (s.name NOT GLOB '*_history' OR c.name IN ('change', 'gone', 'salt'))
    UNION SELECT name, '' FROM sqlite_schema
    WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'name_index_%'
    """

  @Test func `every table, view and column has a comment in both languages, and nothing else has`()
    throws
  {
    let missing = try temporary.connection.column(
      SQL(
        carried: """
          SELECT object || '.' || column FROM (\(Self.objects))
          WHERE (object, column) NOT IN (SELECT object_name, column_name FROM schema_comment)
          """), as: String.self)
    #expect(missing == [])
    let left = try temporary.connection.column(
      SQL(
        carried: """
          SELECT object_name || '.' || column_name FROM schema_comment
          WHERE (object_name, column_name) NOT IN (\(Self.objects))
            -- A temporary view.
            AND object_name <> 'history_field'
          """), as: String.self)
    #expect(left == [])
  }

  @Test func `every code of a CHECK list has a label in both languages`() throws {
    let tables = try temporary.connection.all(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%CHECK%'"
    ) { (row) throws(SQLiteError) in
      (try row.get(0, as: String.self), try row.get(1, as: String.self))
    }
    var checked = 0
    for (table, sql) in tables where table != "searchable_name" {
      for match in sql.matches(of: /(\w+) IN \(\s*('[^)]*')\s*\)/) {
        let column = String(match.output.1)
        let codes = match.output.2.split(separator: ",").map {
          $0.trimmingPrefix(while: \.isWhitespace).filter { $0 != "'" && $0 != "\n" }
        }
        for code in codes {
          checked += 1
          let count = try temporary.connection.value(
            """
            SELECT count(*) FROM code_label
            WHERE list = \("\(table).\(column)") AND code = \(String(code))
            """, as: Int.self)
          #expect(count == 1, "\(table).\(column) \(code)")
        }
      }
    }
    #expect(checked > 40)
  }

  @Test func `every foreign key has an index, so that a removal does not scan`() throws {
    let bare = try temporary.connection.column(
      """
      SELECT s.name || '.' || f."from"
      FROM sqlite_schema AS s JOIN pragma_foreign_key_list(s.name) AS f
      WHERE s.type = 'table' AND f.seq = 0 AND f."from" <> 'entered_in' AND s.name <> 'open_change'
        AND f."table" NOT IN ('registry', 'title', 'mission_kind', 'end_reason', 'party')
        AND NOT EXISTS (
          SELECT 1 FROM pragma_index_list(s.name) AS i JOIN pragma_index_info(i.name) AS x
          WHERE x.seqno = 0 AND x.name = f."from"
        )
      """, as: String.self)
    #expect(bare == [])
  }

  @Test func `a citation refers to every kind of record that can be cited, and to no other`() throws
  {
    let columns = try temporary.connection.all(
      """
      SELECT "from", "table" FROM pragma_foreign_key_list('citation')
      WHERE "from" NOT IN ('source', 'entered_in')
      """
    ) { (row) throws(SQLiteError) in
      "\(try row.get(0, as: String.self)) \(try row.get(1, as: String.self))"
    }
    let cited = RecordKind.all.filter(\.isCited)
    #expect(columns.sorted() == cited.map { "\($0.name) \($0.table)" }.sorted())
  }

  @Test func `every table is strict`() throws {
    let loose = try temporary.connection.column(
      """
      SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND NOT strict
        AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'name_index%'
      """, as: String.self)
    #expect(loose == [])
  }

  @Test func `every kind of mission has one usual head and one usual acting head`() throws {
    let odd = try temporary.connection.column(
      """
      SELECT k.key FROM mission_kind AS k
      WHERE 2 <> (
        SELECT count(*) FROM title_mission_kind AS x WHERE x.mission_kind = k.key AND x.is_usual
      ) OR 1 <> (
        SELECT count(*) FROM title_mission_kind AS x JOIN title AS t ON t.key = x.title
        WHERE x.mission_kind = k.key AND x.is_usual AND t.function = 'acting'
      )
      """, as: String.self)
    #expect(odd == [])
  }

  @Test func `all states and territories are there with codes and both names`() throws {
    #expect(try temporary.count("SELECT count(*) FROM party WHERE kind = 'state'") == 195)
    #expect(
      try temporary.count(
        """
        SELECT count(*) FROM party WHERE kind <> 'organization'
          AND (name_en IS NULL OR name_vi IS NULL OR (iso_alpha3 IS NULL AND key <> 'xk'))
        """) == 0)
    #expect(try temporary.text("SELECT name_vi FROM party WHERE key = 'gb'") == "Anh")
    #expect(try temporary.text("SELECT sort_key_vi FROM party WHERE key = 'at'") == "ao4")
  }

  @Test func `every state and territory but Antarctica has a region, and no organization has`()
    throws
  {
    #expect(
      try temporary.text(
        """
        SELECT group_concat(key) FROM party
        WHERE (region IS NULL) <> (kind = 'organization')
        """) == "aq")
    #expect(
      try temporary.text(
        """
        SELECT group_concat(DISTINCT region) FROM party
        WHERE region NOT IN (SELECT code FROM code_label WHERE list = 'party.region')
        """) == nil)
    for (party, region) in [
      ("vn", "asia"), ("cy", "asia"), ("tr", "asia"), ("ru", "europe"), ("va", "europe"),
      ("eg", "africa"), ("us", "americas"), ("gl", "americas"), ("tl", "asia"), ("nz", "oceania"),
    ] {
      #expect(try temporary.text("SELECT region FROM party WHERE key = '\(party)'") == region)
    }
  }

  @Test(arguments: [
    ("SELECT * FROM term_roster WHERE term = '2024-2027'", "posting"),
    ("SELECT * FROM incumbency WHERE mission = 'x' AND is_resident", "accreditation"),
    ("SELECT * FROM tenure WHERE person = 'x'", "posting"),
    ("SELECT * FROM incumbent", "service"),
    ("SELECT * FROM incumbent WHERE mission = 'x'", "service"),
    ("SELECT * FROM vacancy WHERE mission = 'x'", "service"),
    ("SELECT * FROM concurrent_coverage WHERE posting = 'x'", "accreditation"),
    ("SELECT * FROM succession WHERE mission = 'x'", "service"),
    ("SELECT * FROM grave_finding WHERE mission = 'x'", "accreditation"),
    ("SELECT * FROM precedence WHERE receiver = 'x'", "accreditation"),
    ("SELECT * FROM movement WHERE mission = 'x'", "posting"),
    ("SELECT * FROM tenure_length WHERE mission = 'x'", "service"),
    ("SELECT * FROM tenure_length WHERE term = 'x'", "posting"),
    ("SELECT * FROM earlier_posting WHERE posting = 'x'", "posting"),
    ("SELECT * FROM undated WHERE mission = 'x'", "service"),
    ("SELECT * FROM undated WHERE term = 'x'", "posting"),
  ])
  func `questions about one thing do not read everything`(question: String, table: String) throws {
    let plan = try temporary.connection.all(SQL(carried: "EXPLAIN QUERY PLAN " + question)) {
      (row) throws(SQLiteError) in try row.get(3, as: String.self)
    }
    // What is computed on the way has a name of its own.
    let made = plan.filter { $0.hasPrefix("CO-ROUTINE") }.map { "SCAN " + $0.dropFirst(11) }
    let scans = plan.filter {
      $0.hasPrefix("SCAN") && !$0.hasPrefix("SCAN registry") && !$0.contains("CONSTANT ROW")
        && !made.contains($0)
    }
    #expect(scans == [], "\(plan)")
    #expect(!plan.contains { $0.hasPrefix("MATERIALIZE") }, "\(plan)")
  }

  /// What is worked out on the way may be read through, the tables of postings may not.
  @Test(arguments: [
    "SELECT * FROM succession_line WHERE mission = 'x'",
    "SELECT * FROM receiver_coverage WHERE mission = 'x'",
    "SELECT * FROM receiver_coverage WHERE receiver = 'x'",
    "SELECT * FROM term_end WHERE mission = 'x'", "SELECT * FROM term_end WHERE term = 'x'",
    "SELECT * FROM term_end", "SELECT * FROM pending_step WHERE mission = 'x'",
    "SELECT * FROM pending_step WHERE term = 'x'", "SELECT * FROM pending_step",
    "SELECT * FROM movement WHERE happened_latest >= '2024-01-01' AND happened_earliest <= '2024-02-01'",
    "SELECT * FROM movement WHERE '2024-02-01' BETWEEN happened_earliest AND happened_latest",
    "SELECT * FROM movement WHERE term = 'x'", "SELECT * FROM movement WHERE person = 'x'",
    "SELECT * FROM movement WHERE posting = 'x'",
    "SELECT e.place FROM term_roster AS v JOIN earlier_posting AS e ON e.posting = v.posting WHERE v.term = 'x'",
    "SELECT (SELECT e.person FROM earlier_posting AS e WHERE e.posting = v.posting AND e.place = 1) FROM term_roster AS v WHERE v.term = 'x'",
    "SELECT * FROM named_next WHERE mission = 'x'",
  ])
  func `reports seek the postings that they tell`(question: String) throws {
    let plan = try temporary.connection.all(SQL(carried: "EXPLAIN QUERY PLAN " + question)) {
      (row) throws(SQLiteError) in try row.get(3, as: String.self)
    }
    let names: Set<String> = [
      "a", "p", "n", "i", "s", "o", "accreditation", "posting", "service", "person",
    ]
    let scans = plan.filter { line in
      let words = line.split(separator: " ")
      return words.first == "SCAN" && words.count > 1 && names.contains(String(words[1]))
    }
    #expect(scans == [], "\(plan)")
  }

  @Test(arguments: [
    ("INSERT INTO term (key) VALUES ('A')", "a-z, 0-9 and hyphens"),
    ("INSERT INTO term (key) VALUES ('a-')", "a-z, 0-9 and hyphens"),
    ("INSERT INTO term (key, begins, ends) VALUES ('t', '2024', '2023')", "ends after it begins"),
    ("INSERT INTO person (key, name, sort_key, search_key) VALUES ('a', '', '', '')", "name <> ''"),
    ("UPDATE party SET iso_alpha2 = 'xx' WHERE key = 'fr'", "two capital letters"),
    ("UPDATE party SET successor = 'fr' WHERE key = 'fr'", "does not succeed itself"),
    ("UPDATE registry SET known_until = '2024'", "is a day"),
    ("INSERT INTO registry (key) VALUES ('second')", "key = 'registry'"),
    (
      "INSERT INTO mission (key, sender, receiver, kind, name_en) VALUES ('a', 'vn', 'vn', 'embassy', 'A')",
      "differ"
    ),
    (
      "INSERT INTO mission (key, sender, receiver, kind) VALUES ('a', 'vn', 'fr', 'embassy')",
      "has a name"
    ),
    (
      "INSERT INTO mission (key, sender, receiver, kind, name_en) VALUES ('a', 'vn', 'xx', 'embassy', 'A')",
      "FOREIGN KEY"
    ),
    ("INSERT INTO citation (key, source) VALUES ('c', 's')", "exactly one thing"),
    ("UPDATE change SET made_at = 'yesterday'", "never changed"),
    ("DELETE FROM change", "never removed"),
    (
      "INSERT INTO change (made_at, author, action, program) VALUES ('yesterday', 'a', 'b', 'c')",
      "made_at"
    ),
  ])
  func `the file refuses what breaks a rule, from any tool`(sql: String, words: String) throws {
    let error = #expect(throws: SQLiteError.self) { try temporary.run(sql) }
    #expect(error?.code == .constraint)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }
}
