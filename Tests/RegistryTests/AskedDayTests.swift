import Files
import SQLite
import Testing

@testable import Registry

@Suite struct AskedDayTests {
  private static let days = [
    "1995-01-01", "2019-06-30", "2021-12-31", "2024-02-19", "2025-07-01", "2026-01-16",
    "2031-01-01",
  ]

  /// What the sample and some random edits of it make.
  private func registry(seed: UInt64) throws -> TemporaryRegistry {
    let temporary = try TemporaryRegistry(sample: true)
    var edits = RandomEdits(seed: seed)
    for _ in 0..<(seed == 0 ? 0 : 40) { try edits.make(in: temporary) }
    return temporary
  }

  private func asked(_ temporary: TemporaryRegistry, on day: String) throws -> Registry {
    let registry = try Registry.open(temporary.path, for: .reading)
    try registry.look(on: day)
    return registry
  }

  @Test(arguments: [0, 1, 2, 3] as [UInt64])
  func `on every day a mission that is open has a head or is vacant, and never both`(
    seed: UInt64
  ) throws {
    let temporary = try registry(seed: seed)
    for day in Self.days {
      let registry = try asked(temporary, on: day)
      let open = try registry.connection.column(
        """
        SELECT mission FROM open_mission ORDER BY mission
        """, as: String.self)
      let headed = try registry.connection.column(
        "SELECT DISTINCT mission FROM incumbent WHERE function = 'head'", as: String.self)
      let vacant = try registry.connection.column("SELECT mission FROM vacancy", as: String.self)
      #expect(Set(headed).isDisjoint(with: vacant), "\(day)")
      #expect(Set(headed).union(vacant).isSuperset(of: open), "\(day)")
      #expect(Set(vacant).isSubset(of: open), "\(day)")
    }
  }

  @Test(arguments: [0, 4, 5] as [UInt64])
  func `who is in office on a day follows from the bounds of tenure`(seed: UInt64) throws {
    let temporary = try registry(seed: seed)
    let known = try #require(
      try temporary.connection.value("SELECT day FROM known_day", as: String.self))
    for day in Self.days {
      let registry = try asked(temporary, on: day)
      // Of a day ahead nothing is certain, and what is expected ends with a longest term.
      let fitting = try temporary.connection.column(
        """
        SELECT accreditation || iif(
          began_latest <= \(day) AND \(day) <= ended_earliest AND NOT is_unsure
            AND \(day) <= \(known),
          ' certainly', ' possibly'
        )
        FROM incumbency
        WHERE is_resident AND ended_by <> 'not-begun'
          AND (began_earliest IS NULL OR began_earliest <= \(day))
          AND (ended_latest IS NULL OR ended_latest >= \(day))
        """, as: String.self)
      let there = try registry.connection.column(
        """
        SELECT accreditation || iif(in_office = 'certainly', ' certainly', ' possibly')
        FROM incumbent
        """, as: String.self)
      #expect(Set(there).subtracting(fitting) == [], "\(day)")
      // Who fits and is not there was kept out by somebody who certainly was.
      let headed = try registry.connection.column(
        """
        SELECT a.key || ' possibly' FROM accreditation AS a
        JOIN incumbent AS i ON i.mission = a.mission AND i.in_office = 'certainly'
        """, as: String.self)
      #expect(Set(fitting).subtracting(there).subtracting(headed) == [], "\(day)")
      #expect(seed != 0 || day < "2000" || there.count > 4, "\(day)")
    }
  }

  @Test(arguments: [
    ("2018-01-31", []), ("2018-02-01", ["Monaco"]), ("2020-06-30", ["Andorra", "Monaco"]),
    ("2020-07-01", ["Andorra"]),
  ])
  func `a mission covers what a source shows by that day, until its end`(
    day: String, receivers: [String]
  ) throws {
    let temporary = try TemporaryRegistry(sample: true)
    try temporary.run(
      """
      DELETE FROM mission_coverage WHERE mission = 'fr-paris';
      INSERT INTO mission_coverage (mission, receiver, known_on, ended) VALUES
        ('fr-paris', 'mc', '2018-02', '2020-06'), ('fr-paris', 'ad', '2019', NULL);
      """)
    let registry = try asked(temporary, on: day)
    #expect(
      try registry.column(
        "SELECT receiver_name_en FROM coverage WHERE mission = 'fr-paris' ORDER BY 1",
        as: String.self) == receivers)
  }

  @Test func `without a day it is the last one known`() throws {
    let temporary = try TemporaryRegistry(sample: true)
    let registry = try Registry.open(temporary.path, for: .reading)
    #expect(
      try registry.value(
        "SELECT day = known_day AND day = (SELECT day FROM known_day) FROM asked_day",
        as: Bool.self) == true)
    try registry.look()
    #expect(registry.clocks == Clocks())
    #expect(try registry.value("SELECT count(*) FROM sqlite_temp_schema", as: Int.self) == 0)
  }

  @Test func `the two clocks go together`() throws {
    let temporary = try TemporaryRegistry(sample: true)
    let day = "2024-02-19"
    let before = try asked(temporary, on: day)
    let heads = "SELECT group_concat(posting, ' ') FROM (SELECT posting FROM incumbent ORDER BY 1)"
    let stood = try before.value(SQL(carried: heads), as: String.self)
    try temporary.write { (change) throws(RegistryError) in
      var facts = Facts()
      facts.set("note", "later")
      _ = try Records(change).edit(.posting, key: "ar-buenos-aires-ngo-minh-nguyet", facts)
    }
    let both = try Registry.open(temporary.path, for: .reading)
    try both.look(asKnown: "1", on: "19/02/2024")
    #expect(both.clocks.day == day && both.asKnown?.change == 1)
    #expect(try both.value(SQL(carried: heads), as: String.self) == stood)
    #expect(try both.value("SELECT day FROM asked_day", as: String.self) == day)
  }

  @Test(arguments: ["2024", "2024-02", "2024-02-19?", "30/02/2024", "tomorrow", "'"])
  func `a day is a whole one`(text: String) throws {
    let temporary = try TemporaryRegistry(sample: true)
    let registry = try Registry.open(temporary.path, for: .reading)
    #expect(throws: RegistryError.self) { try registry.look(on: text) }
  }

  @Test(arguments: [
    ("SELECT count(*) FROM main.incumbent", false), ("SELECT * FROM \"main\".vacancy", false),
    ("SELECT 1 FROM vacancy, MAIN . [incumbent]", false),
    ("WITH x AS (SELECT person FROM main.term_roster) SELECT count(*) FROM x", false),
    ("SELECT count(*) FROM main.posting", true), ("SELECT max(number) FROM main.change", true),
    ("SELECT (SELECT name FROM main.person LIMIT 1)", true),
    ("SELECT count(*) FROM main.posting_history", true),
  ])
  func `what the clock stands in front of is not reached around it`(
    sql: String, isOfThePast: Bool
  ) throws {
    let temporary = try TemporaryRegistry(sample: true)
    let registry = try Registry.open(temporary.path, for: .reading)
    try registry.look(asKnown: isOfThePast ? "0" : nil, on: isOfThePast ? nil : "2024-02-19")
    let session = try QuerySession(registry, limits: QueryLimits(), for: sql)
    let refusal = #expect(throws: RegistryError.self) {
      let script = Script(sql)
      while var statement = try session.next(of: script) { while try statement.step() {} }
    }
    #expect(
      refusal?.message.english.hasPrefix("SQL: main.") == true, "\(String(describing: refusal))")
    // Without a clock it is a question like all others.
    let present = try Registry.open(temporary.path, for: .reading)
    let asking = try QuerySession(present, limits: QueryLimits(), for: sql)
    let script = Script(sql)
    while var statement = try asking.next(of: script) { while try statement.step() {} }
  }
}
