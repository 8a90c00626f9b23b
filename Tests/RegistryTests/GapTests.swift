import Foundation
import SQLite
import Testing

@testable import Registry

/// When missions were headed, and when not, over the whole of their history.
///
/// The registry of the cases is known until 30 June 2024, and takes a head without an end to be there
/// for six years.
@Suite struct GapTests {
  /// What happened at one mission, and what the views say of it.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    /// Columns of the mission.
    var mission = ""
    var closures: [(closed: String, reopened: String)] = []
    var heads: [(name: String, facts: [String: String])] = []
    /// `since to until, how many heads, days`; where bounds differ, both.
    let headed: [String]
    /// `what begins it since to what ends it until, days`.
    let gaps: [String]
  }

  private static let cases = [
    Case(
      testDescription: "from the end of the one to the begin of the other",
      heads: [
        ("A", ["credentials": "2010-01-10", "posting_ended": "2013-05-01"]),
        ("B", ["credentials": "2014-02-01", "posting_ended": "2018-01-01"]),
        ("C", ["credentials": "2018-03-01", "in_office_on": "2024-01-01"]),
      ],
      headed: [
        "A 2010-01-10 to A 2013-05-01, 1, 1208", "B 2014-02-01 to B 2018-01-01, 1, 1431",
        "C 2018-03-01 to C 2024-06-30|-, 1, 2314 certainly",
      ],
      gaps: [
        "vacant: head-left A 2013-05-01 to head-began B 2014-02-01, 276",
        "vacant: head-left B 2018-01-01 to head-began C 2018-03-01, 59",
      ]),
    Case(
      testDescription: "heads at once are one span",
      heads: [
        ("A", ["credentials": "2010-01-01", "posting_ended": "2015-01-01"]),
        ("X", ["credentials": "2011-01-01", "posting_ended": "2012-01-01"]),
        ("B", ["credentials": "2016-01-01", "in_office_on": "2024-01-01"]),
      ],
      headed: [
        "A 2010-01-01 to A 2015-01-01, 2, 1827",
        "B 2016-01-01 to B 2024-06-30|-, 1, 3104 certainly",
      ],
      gaps: ["vacant: head-left A 2015-01-01 to head-began B 2016-01-01, 365"]),
    Case(
      testDescription: "one after the other, from one day to the next",
      heads: [
        ("A", ["credentials": "2010-01-10", "posting_ended": "2013-05-01"]),
        ("B", ["credentials": "2013-05-02", "posting_ended": "2014-05-02"]),
        ("C", ["credentials": "2014-05-02", "posting_ended": "2014-06-01"]),
      ],
      headed: ["A 2010-01-10 to C 2014-06-01, 3, 1604"],
      gaps: ["vacant: head-left C 2014-06-01 to not-ended -, 3682 certainly"]),
    // There for six years; then perhaps, until the other.
    Case(
      testDescription: "an end that is not recorded",
      heads: [
        ("A", ["credentials": "2010-01-01"]),
        ("B", ["credentials": "2018-01-01", "in_office_on": "2024-01-01"]),
      ],
      headed: ["A 2010-01-01 to B 2024-06-30|-, 2, 4565|5295 certainly"],
      gaps: ["no-known-head: head-left A 2016-01-01|2018-01-01 to head-began B 2018-01-01, 0|731"]),
    Case(
      testDescription: "years and months",
      heads: [
        ("A", ["credentials": "2010", "posting_ended": "2013"]),
        ("B", ["credentials": "2013", "posting_ended": "2016-05"]),
      ],
      headed: [
        "A 2010-01-01|2010-12-31 to B 2016-05-01|2016-05-31, 2, 1586|2343"
      ],
      gaps: [
        "vacant: head-left A 2013-01-01|2013-12-31 to head-began B 2013-01-01|2013-12-31, 0|364",
        "vacant: head-left B 2016-05-01|2016-05-31 to not-ended -, 2952|2982 certainly",
      ]),
    Case(
      testDescription: "closed and opened again between two heads",
      closures: [("1965-06-24", "1992-10-26")],
      heads: [
        ("A", ["credentials": "1960-01-01", "posting_ended": "1965-06-01"]),
        ("B", ["credentials": "1993-03-01", "posting_ended": "2024-06-29"]),
      ],
      headed: ["A 1960-01-01 to A 1965-06-01, 1, 1979", "B 1993-03-01 to B 2024-06-29, 1, 11444"],
      gaps: [
        "vacant: head-left A 1965-06-01 to closed 1965-06-24, 23",
        "no-known-head: reopened 1992-10-26 to head-began B 1993-03-01, 126",
        "vacant: head-left B 2024-06-29 to not-ended -, 1 certainly",
      ]),
    Case(
      testDescription:
        "acting heads, nominees and those of whom only a decision is known head nothing",
      heads: [
        ("A", ["credentials": "2010-01-01", "posting_ended": "2015-01-01"]),
        ("Z", ["function": "acting", "arrived": "2015-01-02", "posting_ended": "2015-12-01"]),
        ("B", ["credentials": "2016-01-01", "posting_ended": "2018-01-01"]),
        ("N", ["nomination": "pending"]),
        ("D", ["appointed": "2023-05-05"]),
      ],
      headed: ["A 2010-01-01 to A 2015-01-01, 1, 1827", "B 2016-01-01 to B 2018-01-01, 1, 732"],
      gaps: [
        "vacant: head-left A 2015-01-01 to head-began B 2016-01-01, 365",
        "vacant: head-left B 2018-01-01 to not-ended -, 2372 certainly",
      ]),
    // The first sign is that of the acting head.
    Case(
      testDescription: "without a day of opening, from the first sign of a head",
      heads: [
        ("Z", ["function": "acting", "arrived": "2009-01-01", "posting_ended": "2009-12-01"]),
        ("A", ["credentials": "2010-01-01", "in_office_on": "2024-06-01"]),
      ],
      headed: ["A 2010-01-01 to A 2024-06-30|-, 1, 5295 certainly"],
      gaps: ["no-known-head: first-sign 2009-01-01 to head-began A 2010-01-01, 365"]),
    Case(testDescription: "of which nothing is known", headed: [], gaps: []),
    Case(
      testDescription: "opened, and never headed", mission: "opened = '2000-01-01'", headed: [],
      gaps: ["no-known-head: opened 2000-01-01 to not-ended -, 8947 certainly"]),
    Case(
      testDescription: "from the opening to the closing",
      mission: "opened = '1973', closed = '1990-06-30'",
      heads: [("A", ["credentials": "1975-02-01", "posting_ended": "1990-01-01"])],
      headed: ["A 1975-02-01 to A 1990-01-01, 1, 5449"],
      gaps: [
        "no-known-head: opened 1973-01-01|1973-12-31 to head-began A 1975-02-01, 397|761",
        "vacant: head-left A 1990-01-01 to closed 1990-06-30, 180",
      ]),
    Case(
      testDescription: "whoever is unsure makes it unsure",
      heads: [
        ("A", ["credentials": "2010-01-01", "posting_ended": "2012-01-01?"]),
        ("B", ["credentials": "2013-01-01", "posting_ended": "2013-02-01"]),
        ("C", ["credentials": "2013-03-01", "posting_ended": "2024-06-30"]),
      ],
      headed: [
        "A 2010-01-01 to A 2012-01-01, 1, 0|731 unsure", "B 2013-01-01 to B 2013-02-01, 1, 32",
        "C 2013-03-01 to C 2024-06-30, 1, 4140 certainly",
      ],
      gaps: [
        "vacant: head-left A 2012-01-01 to head-began B 2013-01-01, 366 unsure",
        "vacant: head-left B 2013-02-01 to head-began C 2013-03-01, 28",
      ]),
    Case(
      testDescription: "left on an unknown day",
      heads: [
        ("A", ["credentials": "2010-01-01", "end_mark": "unknown"]),
        ("B", ["credentials": "2011-01-01", "posting_ended": "2024-06-30"]),
      ],
      headed: ["A 2010-01-01 to B 2024-06-30, 2, 4931|5295 certainly"],
      gaps: ["vacant: head-left A 2010-01-01|2011-01-01 to head-began B 2011-01-01, 0|365"]),
  ]

  private static let spans: SQL = """
    SELECT
      first_head || ' ' || since_earliest || iif(since_latest = since_earliest, '', '|' || since_latest)
        || ' to ' || last_head || ' ' || until_earliest
        || iif(until_latest IS until_earliest, '', '|' || coalesce(until_latest, '-'))
        || ', ' || heads || ', ' || days_least
        || iif(days_most = days_least, '', '|' || days_most) || iif(is_unsure, ' unsure', '')
        || iif(on_asked_day = 'no', '', ' ' || on_asked_day)
    FROM headed WHERE mission = 'fr-paris' ORDER BY since_earliest
    """
  private static let gaps: SQL = """
    SELECT
      state || ': ' || since_by || coalesce(' ' || last_head, '') || ' ' || since_earliest
        || iif(since_latest = since_earliest, '', '|' || since_latest)
        || ' to ' || until_by || coalesce(' ' || next_head, '') || ' ' || coalesce(until_earliest, '-')
        || iif(until_latest IS until_earliest, '', '|' || until_latest)
        || ', ' || days_least || iif(days_most = days_least, '', '|' || days_most)
        || iif(is_unsure, ' unsure', '') || iif(on_asked_day = 'no', '', ' ' || on_asked_day)
    FROM gap WHERE mission = 'fr-paris' ORDER BY since_earliest
    """

  private func office(_ found: Case) throws -> TemporaryRegistry {
    let temporary = try TemporaryRegistry()
    try temporary.write { (change) throws(RegistryError) in
      try Records(change).set(knownUntil: "2024-06-30")
    }
    try temporary.run("UPDATE registry SET longest_term_months = 72")
    try temporary.addMission("Paris", at: "fr")
    if !found.mission.isEmpty {
      try temporary.run("UPDATE mission SET \(found.mission) WHERE key = 'fr-paris'")
    }
    for closure in found.closures {
      try temporary.runBound(
        """
        INSERT INTO mission_closure (mission, closed, reopened)
        VALUES ('fr-paris', \(closure.closed), \(closure.reopened))
        """)
    }
    for head in found.heads {
      try temporary.addHead(head.name, at: "fr-paris", head.facts, accepting: ["*"])
    }
    return temporary
  }

  @Test(arguments: cases)
  func `spans with heads and gaps between them are as their dates say`(found: Case) throws {
    let temporary = try office(found)
    #expect(try temporary.connection.column(Self.spans, as: String.self) == found.headed)
    #expect(try temporary.connection.column(Self.gaps, as: String.self) == found.gaps)
  }

  @Test func `a concurrent accreditation heads no other mission, and shows that he is there`()
    throws
  {
    let temporary = try office(
      Case(
        testDescription: "", heads: [("A", ["credentials": "2010-01-01"])], headed: [], gaps: []))
    try temporary.run(
      """
      INSERT INTO accreditation (key, posting, mission, receiver, is_resident, in_office_on)
      SELECT 'beside', key, mission, 'mc', 0, '2020-01-01' FROM posting
      """)
    #expect(
      try temporary.connection.column(Self.spans, as: String.self)
        == ["A 2010-01-01 to A 2024-06-30|-, 1, 5295 certainly"])
    #expect(try temporary.connection.column(Self.gaps, as: String.self) == [])
    #expect(try temporary.count("SELECT count(DISTINCT mission) FROM headed") == 1)
  }

  @Test(arguments: [
    ("2013-05-01", "certainly", "no"), ("2013-05-02", "no", "certainly"),
    ("2014-01-31", "no", "certainly"), ("2014-02-01", "certainly", "no"),
    ("2024-06-30", "no", "certainly"), ("2024-07-01", "no", "possibly"),
    ("2009-12-31", "no", "no"),
  ])
  func `of a day both say whether it lies in them`(day: String, headed: String, gap: String) throws
  {
    let temporary = try office(
      Case(
        testDescription: "",
        heads: [
          ("A", ["credentials": "2010-01-10", "posting_ended": "2013-05-01"]),
          ("B", ["credentials": "2014-02-01", "posting_ended": "2018-01-01"]),
        ], headed: [], gaps: []))
    let registry = try Registry.open(temporary.path, for: .reading)
    try registry.look(on: day)
    func answer(_ view: String) throws -> String {
      try registry.value(
        "SELECT coalesce(max(nullif(on_asked_day, 'no')), 'no') FROM \(name: view)", as: String.self
      )
        ?? ""
    }
    #expect(try answer("headed") == headed)
    #expect(try answer("gap") == gap)
    // All of history is there, whichever day is asked.
    #expect(try registry.value("SELECT count(*) FROM headed", as: Int.self) == 2)
  }

  // MARK: Laws

  /// What the sample and some random edits of it make.
  private func registry(seed: UInt64) throws -> TemporaryRegistry {
    let temporary = try TemporaryRegistry(sample: true)
    var edits = RandomEdits(seed: seed)
    for _ in 0..<(seed == 0 ? 0 : 60) { try edits.make(in: temporary) }
    return temporary
  }

  @Test(arguments: [0, 1, 2, 3] as [UInt64])
  func `on every day a mission has its heads or its gap, as the rosters of the day have it`(
    seed: UInt64
  ) throws {
    let temporary = try registry(seed: seed)
    let days = try temporary.connection.column(
      """
      SELECT DISTINCT day FROM (
        SELECT began_latest AS day FROM incumbency UNION SELECT date(ended_latest, '+1 day') FROM incumbency
      )
      WHERE day BETWEEN '2012-01-01' AND (SELECT day FROM known_day)
      ORDER BY substr(day, 9) || day LIMIT 25
      """, as: String.self)
    try #require(days.count > 15)
    for day in days {
      let registry = try Registry.open(temporary.path, for: .reading)
      try registry.look(on: day)
      func missions(_ question: SQL) throws -> Set<String> {
        Set(try registry.column(question, as: String.self))
      }
      for answer in ["certainly", "possibly"] {
        let isIt: SQL = answer == "certainly" ? "= 'certainly'" : "<> 'no'"
        #expect(
          try missions("SELECT mission FROM headed WHERE on_asked_day \(raw: isIt)")
            == missions(
              "SELECT mission FROM incumbent WHERE function = 'head' AND in_office \(raw: isIt)"),
          "\(day) \(answer)")
      }
      // The days themselves on which missions open and close lie in no gap.
      let bounds = try missions(
        """
        SELECT mission FROM mission_turn
        WHERE turn <> 'head' AND \(day) IN (begun_until, ended_from, ended_until)
        UNION SELECT mission FROM mission_time
        WHERE opened_by IS NULL OR opened_by = 'first-sign' AND coalesce(opened_latest, '9999') >= \(day)
        """)
      let vacant = try missions("SELECT mission FROM vacancy")
      let sure = try missions("SELECT mission FROM gap WHERE on_asked_day = 'certainly'")
      let any = try missions("SELECT mission FROM gap WHERE on_asked_day <> 'no'")
      #expect(sure.subtracting(vacant) == [], "\(day)")
      #expect(vacant.subtracting(any).subtracting(bounds) == [], "\(day)")
    }
  }

  /// The spans of one mission, put together one head after the other.
  private struct Span: Equatable {
    var since: String
    var until: String
    var heads = 1
  }

  @Test(arguments: [0, 4, 5, 6] as [UInt64])
  func `a span is what the heads in it cover, one upon the other`(seed: UInt64) throws {
    let temporary = try registry(seed: seed)
    var spans: [String: [Span]] = [:]
    // The day behind the last one: who begins then leaves no day between.
    let heads = try temporary.connection.all(
      """
      SELECT mission, coalesce(began_earliest, '0000') AS since,
        coalesce(date(ended_latest, '+1 day'), '9999')
      FROM incumbency
      WHERE is_resident AND function = 'head' AND ended_by <> 'not-begun'
      ORDER BY mission, since
      """
    ) { (row) throws(SQLiteError) in
      (
        try row.get(0, as: String.self),
        Span(since: try row.get(1), until: try row.get(2))
      )
    }
    for (mission, head) in heads {
      if var last = spans[mission]?.popLast() {
        if head.since <= last.until {
          last.until = max(last.until, head.until)
          last.heads += 1
          spans[mission]?.append(last)
          continue
        }
        spans[mission]?.append(last)
      }
      spans[mission, default: []].append(head)
    }
    let found = try temporary.connection.all(
      """
      SELECT mission, coalesce(since_earliest, '0000') AS since,
        coalesce(date(until_latest, '+1 day'), '9999'), heads
      FROM headed ORDER BY mission, since
      """
    ) { (row) throws(SQLiteError) in
      (
        try row.get(0, as: String.self),
        Span(since: try row.get(1), until: try row.get(2), heads: try row.get(3))
      )
    }
    #expect(Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) } == spans)
    #expect(found.count > 100)
    #expect(
      try temporary.count(
        """
        SELECT count(*) FROM headed
        WHERE since_earliest > since_latest OR until_earliest > until_latest
          OR days_least > days_most OR heads < 1
        """) == 0)
    #expect(
      try temporary.count(
        """
        SELECT count(*) FROM gap
        WHERE since_earliest > since_latest OR until_earliest > until_latest
          OR days_least > days_most OR days_most < 1
        """) == 0)
  }

  @Test(arguments: ["headed", "gap"])
  func `one mission is asked without reading the others`(view: String) throws {
    let temporary = try TemporaryRegistry()
    let plan = try temporary.connection.all(
      "EXPLAIN QUERY PLAN SELECT * FROM \(name: view) WHERE mission = 'x'"
    ) { (row) throws(SQLiteError) in try row.get(3, as: String.self) }
    // What is computed on the way has names of its own.
    let made = plan.compactMap { line in
      ["CO-ROUTINE ", "MATERIALIZE "].first(where: line.hasPrefix).map { line.dropFirst($0.count) }
    }
    let scanned = plan.filter { $0.hasPrefix("SCAN ") }.map { $0.dropFirst("SCAN ".count) }
      .filter { name in !made.contains { name == $0 || name.hasPrefix("\($0) ") } }
    #expect(made.count > 2 && scanned == ["turns"], "\(plan)")
    #expect(plan.contains { $0.contains("service_by_mission (mission=?)") }, "\(plan)")
  }
}
