import SQLite
import Testing

@testable import Registry

/// What parameters of questions take.
@Suite struct ParameterTypeTests {
  private let temporary: TemporaryRegistry

  private var registry: Registry { temporary.registry }

  init() throws { temporary = try TemporaryRegistry(sample: true) }

  @Test func `the table takes every type, and no other`() throws {
    let labelled = try temporary.connection.column(
      "SELECT code FROM code_label WHERE list = 'kept_query_parameter.type'", as: String.self)
    #expect(Set(labelled) == Set(ParameterType.all.map(\.name)))
    #expect(ParameterType.all.count == RecordKind.all.count + 5)
    try temporary.run(
      "INSERT INTO kept_query (name, about_en, sql) VALUES ('mine', 'x', 'SELECT 1')")
    for (place, type) in ParameterType.all.enumerated() {
      #expect(ParameterType(name: type.name) == type)
      try temporary.runBound(
        """
        INSERT INTO kept_query_parameter (query, place, name, type)
        VALUES ('mine', \(place + 1), \(type.name), \(type.name))
        """)
    }
    #expect(throws: SQLiteError.self) {
      try temporary.run(
        "INSERT INTO kept_query_parameter (query, place, name, type) VALUES ('mine', 99, 'n', 'ship')"
      )
    }
  }

  @Test(arguments: [
    ("n=3", Value.integer(3)), ("n=007", .text("007")), ("n:text=3", .text("3")),
    ("n:int=-3", .integer(-3)), ("n:real=0.5", .real(0.5)), ("n:null=", .null),
    ("n:date=09/01/2024", .text("2024-01-09")), ("n:date=1785", .text("1785")),
    ("n:date=before 1917", .text("[..1916]")), ("n:day=09/01/2024", .text("2024-01-09")),
    ("n:day=ngày 5 tháng 3 năm 2021", .text("2021-03-05")),
    ("n:mission=gb-london", .text("gb-london")), ("n:mission=London", .text("gb-london")),
    ("n:mission=Đại sứ quán Việt Nam tại Pháp", .text("fr-paris")),
    ("n:person=do minh hung", .text("do-minh-hung")), ("n:party=Nga", .text("ru")),
    ("n:party=FR", .text("fr")), ("n:term=2024-2027", .text("2024-2027")),
    ("n:title=ambassador", .text("ambassador")),
    ("n:posting=gb-london-do-minh-hung", .text("gb-london-do-minh-hung")),
  ])
  func `a value is taken as its type has it`(given: String, value: Value) throws {
    #expect(try QueryParameter(given, in: registry).value == value)
  }

  @Test(arguments: [
    (
      "day:day=1785", "day: \"1785\" is a year, not a whole day.",
      "là cả một năm, không phải một ngày"
    ),
    ("day:day=2024-02", "is a month, not a whole day", "là cả một tháng"),
    ("day:day=2024-02-29?", "is unsure, not a whole day", "chưa chắc chắn"),
    ("day:day=before 1917", "only says between which days", "chỉ nêu khoảng ngày"),
    ("day:day=2024-02-30", "has no day 30", "không có ngày 30"),
    ("day:day=soon", "is not a date", "không phải là ngày tháng"),
    ("n:date=2024-13", "no month 13", "không có tháng 13"),
    ("n:int=3.5", "n: \"3.5\" is not a whole number.", "không phải là số nguyên"),
    ("n:real=inf", "is not a number", "không phải là số"),
    (
      "at:mission=France", "There is no mission \"France\".",
      "Không có cơ quan đại diện \"France\"."
    ),
    ("at:mission=Paris", "\"Paris\" fits 2 records.", "khớp với 2 bản ghi"),
    ("who:person=nobody at all", "There is no person", "Không có người"),
    ("n:ship=x", "is not a parameter", "không phải là tham số"),
    ("n", "is not a parameter", "không phải là tham số"),
    ("=3", "is not a parameter", "không phải là tham số"),
    ("n:null=x", "is not a parameter", "không phải là tham số"),
  ])
  func `what is none of its type is refused in words`(
    given: String, english: String, vietnamese: String
  ) throws {
    let refusal = #expect(throws: RegistryError.self) {
      try QueryParameter(given, in: registry)
    }
    #expect(refusal?.message.english.contains(english) == true, "\(refusal?.message.english ?? "")")
    #expect(
      refusal?.message.vietnamese.contains(vietnamese) == true,
      "\(refusal?.message.vietnamese ?? "")")
    #expect(refusal?.kind.exitCode == 64)
  }

  @Test func `a name that fits none or several shows those that are near`() throws {
    let none = #expect(throws: RegistryError.self) {
      try QueryParameter("at:mission=France", in: registry)
    }
    #expect(none?.list.map(\.english) == ["fr-paris  Embassy of Viet Nam in France"])
    let several = #expect(throws: RegistryError.self) {
      try QueryParameter("at:mission=Paris", in: registry)
    }
    #expect(several?.list.count == 2)
    #expect(several?.hint?.english == "Give the key.")
  }

  @Test(arguments: [
    ("head-on-day", ["mission=London", "day=20/02/2025"], ["gb-london", "2025-02-20"]),
    ("head-on-day", ["mission=Havana", "day=2024-01-01"], ["cu-havana", "2024-01-01"]),
  ])
  func `shipped questions take names`(name: String, given: [String], values: [String]) throws {
    let query = try registry.keptQuery(name)
    let found = try query.values(given: given, in: registry)
    #expect(found.map(\.value) == values.map { .text($0) })
  }

  @Test(arguments: [
    ("head-on-day", ["mission=London", "day=1785"]),
    ("head-on-day", ["mission=France", "day=2024-01-01"]),
    ("head-on-day", ["mission=nowhere", "day=2024-01-01"]), ("head-on-day", ["person=gb-london"]),
  ])
  func `shipped questions refuse what they cannot answer`(name: String, given: [String]) throws {
    let refusal = #expect(throws: RegistryError.self) {
      try registry.keptQuery(name).values(given: given, in: registry)
    }
    #expect(refusal?.kind.exitCode == 64)
  }
}

/// What parameters take, told by the columns that they are compared with.
@Suite struct ParameterMeaningTests {
  private let temporary: TemporaryRegistry

  init() throws { temporary = try TemporaryRegistry(sample: true) }

  @Test(arguments: [
    ("SELECT * FROM incumbent WHERE mission = :x", "mission"),
    ("SELECT * FROM incumbent WHERE :x = mission ORDER BY began", "mission"),
    ("SELECT * FROM incumbent AS i WHERE i.person IS :x AND began > '2000'", "person"),
    ("SELECT * FROM posting p JOIN mission m ON m.key = p.mission WHERE m.receiver <> :x", "party"),
    ("SELECT * FROM person WHERE key = :x", "person"),
    ("SELECT * FROM mission WHERE kind = :x", "mission-kind"),
    ("SELECT * FROM incumbency WHERE mission IN (:x, :y)", "mission"),
    ("SELECT * FROM incumbency WHERE NOT mission NOT IN (:y, :x)", "mission"),
    ("SELECT * FROM term_roster WHERE term = :x OR (batch IS NOT NULL AND term = :x)", "term"),
    (
      "SELECT * FROM mission AS m WHERE EXISTS (SELECT 1 FROM incumbent AS i WHERE i.mission = m.key AND i.title = :x)",
      "title"
    ),
    ("SELECT * FROM posting WHERE batch = @x", "batch"),
    ("WITH late AS (SELECT * FROM posting WHERE mission = :x) SELECT * FROM late", "mission"),
    ("WITH a AS (SELECT max(mission) AS at FROM posting) SELECT * FROM a WHERE at = :x", "mission"),
    (
      "SELECT * FROM posting, mission WHERE posting.mission = mission.key AND posting.title = :x",
      "title"
    ),
    ("SELECT * FROM \"incumbent\" WHERE \"mission\" == $x", "mission"),
    ("SELECT * FROM incumbency WHERE began > :x", "date"),
    ("SELECT * FROM incumbency WHERE began BETWEEN :x AND '2020'", "date"),
    ("SELECT * FROM incumbency WHERE began_latest <= :x AND :x <= ended_earliest", "day"),
    ("SELECT * FROM incumbency WHERE began_earliest <= :x OR began > :x", "day"),
    ("SELECT coalesce(ended, began) <= :x FROM incumbency", "date"),
  ])
  func `a parameter takes what it is compared with`(sql: String, type: String) throws {
    #expect(try found(sql) == type)
  }

  @Test(arguments: [
    "SELECT * FROM incumbent WHERE mission > :x", "SELECT * FROM incumbent WHERE mission LIKE :x",
    "SELECT * FROM incumbent WHERE lower(mission) = :x",
    "SELECT * FROM incumbent WHERE mission || '' = :x",
    "SELECT * FROM incumbent WHERE mission = :x || ''",
    "SELECT * FROM incumbent WHERE mission = :x OR person_name = :x",
    "SELECT * FROM incumbent WHERE mission = :x OR person = :x",
    "SELECT * FROM incumbent WHERE mission = :x OR began = :x",
    "SELECT :x FROM incumbent WHERE mission = :x",
    "SELECT * FROM incumbent WHERE mission = :x LIMIT :x",
    "SELECT * FROM (SELECT mission_name_en AS mission FROM incumbent) WHERE mission = :x",
    "SELECT * FROM (SELECT mission_name_en mission FROM incumbent) WHERE mission = :x",
    "WITH t (mission) AS (SELECT mission_name_en FROM incumbent) SELECT * FROM t WHERE t.mission = :x",
    "SELECT * FROM incumbent WHERE mission BETWEEN 'a' AND :x",
    "SELECT * FROM incumbent WHERE (:x IS NULL OR mission = :x)",
    "SELECT * FROM incumbent WHERE coalesce(mission, 'none') = :x",
    "SELECT * FROM posting WHERE function = :x", "SELECT * FROM posting LIMIT :x", "SELECT :x",
    "SELECT * FROM incumbent WHERE ':x' = mission", "SELECT * FROM code_label WHERE list = :x",
    "SELECT * FROM incumbency WHERE date(began_earliest, :x) > '2020'",
    "SELECT * FROM incumbency WHERE tenure_days_least > :x",
  ])
  func `where anything else is done with it, it takes what is given`(sql: String) throws {
    #expect(try found(sql) == nil)
  }

  private func found(_ sql: String) throws -> String? {
    // It speaks of what SQLite can compile.
    _ = try temporary.connection.prepare(sql)
    return try ParameterMeanings(of: sql, in: temporary.registry).type(of: "x")?.name
  }

  @Test func `shipped questions are declared as they are meant`() throws {
    let names = try temporary.connection.column(
      "SELECT name FROM kept_query WHERE is_shipped", as: String.self)
    #expect(names.count >= 5)
    for name in names {
      let query = try temporary.registry.keptQuery(name)
      let meanings = try ParameterMeanings(of: query.sql, in: temporary.registry)
      for parameter in query.parameters {
        guard let meant = meanings.type(of: parameter.name) else { continue }
        #expect(parameter.type == meant.name, "\(name) \(parameter.name)")
      }
    }
  }
}
