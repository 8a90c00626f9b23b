import SQLite
import Testing

@testable import Registry

@Suite struct FindingTests {
  private let temporary: TemporaryRegistry

  init() throws { temporary = try TemporaryRegistry() }

  /// Two missions, two people and whatever else a case says.
  private func put(_ sql: String) throws {
    try temporary.run(
      """
      INSERT INTO mission (key, sender, receiver, kind, name_en) VALUES
        ('fr-paris', 'vn', 'fr', 'embassy', 'Embassy in France'),
        ('fr-lyon', 'vn', 'fr', 'consulate', 'Consulate in Lyon'),
        ('un', 'vn', 'un', 'permanent-mission', 'Mission to the United Nations');
      INSERT INTO person (key, name, sort_key, search_key) VALUES
        ('a', 'A', 'a', 'a'), ('b', 'B', 'b', 'b');
      \(sql)
      """)
  }

  private static func posting(
    _ key: String, _ person: String, _ mission: String = "fr-paris", _ facts: String = "",
    _ values: String = "", accreditation: String = "", _ dates: String = ""
  ) -> String {
    """
    INSERT INTO posting (key, person, mission, title\(facts)) VALUES
      ('\(key)', '\(person)', '\(mission)', 'ambassador'\(values));
    INSERT INTO accreditation (
      key, posting, mission, receiver, is_resident, functions_begin\(accreditation)
    ) SELECT '\(key)-x', '\(key)', '\(mission)', receiver, 1, 'credentials'\(dates)
    FROM mission WHERE key = '\(mission)';
    """
  }

  private static func head(
    _ key: String, _ person: String, began: String, ended: String? = nil,
    function: String = "head", at mission: String = "fr-paris"
  ) -> String {
    posting(
      key, person, mission, ", function" + (ended == nil ? "" : ", ended"),
      ", '\(function)'" + (ended.map { ", '\($0)'" } ?? ""), accreditation: ", credentials",
      ", '\(began)'")
  }

  static let odd: [(code: String, sql: String)] = [
    ("two-heads", head("p", "a", began: "2020", ended: "2023") + head("q", "b", began: "2021-05")),
    ("head-not-ended", head("p", "a", began: "2020") + head("q", "b", began: "2021-05")),
    (
      "dead-in-office",
      head("p", "a", began: "2020") + "UPDATE person SET died = '2019' WHERE key = 'a';"
    ),
    (
      "closed-while-headed",
      head("p", "a", began: "2020") + "UPDATE mission SET closed = '2019' WHERE key = 'fr-paris';"
    ),
    (
      "over-run",
      posting(
        "p", "a", "fr-paris", ", planned_end", ", '2021'", accreditation: ", credentials",
        ", '2018'")
    ),
    (
      "credentials-before-appointment",
      posting("p", "a", accreditation: ", credentials, appointed", ", '2018', '2019'")
    ),
    (
      "arrival-before-appointment",
      posting("p", "a", accreditation: ", arrived, appointed", ", '2018-05', '2018-06'")
    ),
    (
      "consul-with-credentials",
      posting("p", "a", "fr-lyon", accreditation: ", credentials", ", '2018-05'")
    ),
    (
      "exequatur-at-embassy",
      posting("p", "a", accreditation: ", exequatur", ", '2018-05'")
    ),
    (
      "agrement-at-organization",
      posting("p", "a", "un", accreditation: ", agrement_given", ", '2018-05'")
    ),
    (
      "duplicate-person",
      "INSERT INTO person (key, name, sort_key, search_key, born) VALUES ('a2', 'A', 'a', 'a', '1950');"
    ),
    ("mojibake", "UPDATE person SET name = 'Ä‘á»— Minh HÃ¹ng' WHERE key = 'a';"),
    ("unnormalized-text", "UPDATE person SET name = 'Hu\u{300}ng' WHERE key = 'a';"),
    (
      "possible-overlap",
      head("p", "a", began: "2018", ended: "2020-06") + head("q", "b", began: "2020")
    ),
    (
      "gap",
      head("p", "a", began: "2015", ended: "2016") + head("q", "b", began: "2019-01-01")
    ),
    (
      "acting-during-head",
      head("p", "a", began: "2015-01-01", ended: "2018-01-01")
        + head("q", "b", began: "2016-01-01", ended: "2016-03-01", function: "acting")
    ),
    (
      "same-tenure",
      head("p", "a", began: "2020", ended: "2021") + head("q", "a", began: "2020", ended: "2022")
    ),
    (
      "same-tenure",
      head("p", "a", began: "2020") + posting("q", "a", accreditation: ", appointed", ", '2024'")
    ),
    (
      "end-before-begin",
      posting(
        "p", "a", "fr-paris", ", ended", ", '2015'", accreditation: ", appointed", ", '2016'")
    ),
    (
      "dates-contradict",
      posting("p", "a", accreditation: ", credentials, in_office_by", ", '2021', '2020-05'")
    ),
    (
      "too-young",
      head("p", "a", began: "2010") + "UPDATE person SET born = '2000' WHERE key = 'a';"
    ),
    (
      "too-old",
      head("p", "a", began: "1990", ended: "2001")
        + "UPDATE person SET born = '1899' WHERE key = 'a';"
    ),
    (
      "before-opening",
      head("p", "a", began: "1980") + "UPDATE mission SET opened = '1995' WHERE key = 'fr-paris';"
    ),
    (
      "closed-while-headed",
      head("p", "a", began: "2018") + "UPDATE mission SET closed = '2019' WHERE key = 'fr-paris';"
    ),
    ("day-ahead", head("p", "a", began: "2990-01-01")),
    (
      "receiver-gone",
      head("p", "a", began: "1990", ended: "1995")
        + "UPDATE party SET valid_until = '1992' WHERE key = 'fr';"
    ),
    (
      "outside-term",
      """
      INSERT INTO term (key, begins, ends) VALUES ('2024-2027', '2024', '2027');
      \(posting(
        "p", "a", "fr-paris", ", term, ended", ", '2024-2027', '2014'",
        accreditation: ", credentials", ", '2011'"))
      """
    ),
    (
      "two-places",
      head("p", "a", began: "2018", ended: "2022")
        + head("q", "a", began: "2020", ended: "2021", at: "un")
    ),
    ("long-tenure", head("p", "a", began: "1950", ended: "2010")),
    (
      "two-missions",
      """
      INSERT INTO mission (key, sender, receiver, kind, name_en)
      VALUES ('fr-2', 'vn', 'fr', 'embassy', 'Embassy again');
      """
    ),
    (
      "accredited-elsewhere",
      head("p", "a", began: "2018")
        + "UPDATE accreditation SET receiver = 'de' WHERE posting = 'p';"
    ),
    ("no-sign-of-life", head("p", "a", began: "2001")),
    ("death-ahead", "UPDATE person SET died = '2990' WHERE key = 'a';"),
    ("appointed-only", posting("p", "a", accreditation: ", appointed", ", '2016'")),
    ("undated", posting("p", "a")),
    ("no-source", posting("p", "a", accreditation: ", arrived", ", '2018'")),
  ]

  @Test(arguments: odd)
  func `what is odd is found`(code: String, sql: String) throws {
    try put(sql)
    let codes = try temporary.connection.column(
      "SELECT DISTINCT code FROM finding", as: String.self)
    #expect(codes.contains(code), "\(codes)")
  }

  static let usual: [(code: String, sql: String)] = [
    // One shared day is a hand-over.
    (
      "two-heads",
      head("p", "a", began: "2020-01-01", ended: "2021-05-01") + head("q", "b", began: "2021-05-01")
    ),
    (
      "possible-overlap",
      head("p", "a", began: "2020-01-01", ended: "2021-05-01") + head("q", "b", began: "2021-05-01")
    ),
    // Not certain: both only a year.
    ("two-heads", head("p", "a", began: "2020", ended: "2021") + head("q", "b", began: "2021")),
    // The same person again is a renewed commission.
    ("two-heads", head("p", "a", began: "2020", ended: "2023") + head("q", "a", began: "2021-05")),
    (
      "dead-in-office",
      head("p", "a", began: "2018", ended: "2019")
        + "UPDATE person SET died = '2019' WHERE key = 'a';"
    ),
    ("gap", head("p", "a", began: "2015", ended: "2016") + head("q", "b", began: "2017")),
    (
      "credentials-before-appointment",
      posting("p", "a", accreditation: ", credentials, appointed", ", '2018', '2018-05'")
    ),
    (
      "consul-with-credentials",
      posting("p", "a", "fr-lyon", accreditation: ", exequatur", ", '2018-05'")
    ),
    (
      "duplicate-person",
      """
      UPDATE person SET born = '1920' WHERE key = 'a';
      INSERT INTO person (key, name, sort_key, search_key, born) VALUES ('a2', 'A', 'a', 'a', '1950');
      """
    ),
    ("mojibake", "UPDATE person SET name = 'Đỗ Á Ắ Ã Ấ Ø' WHERE key = 'a';"),
    ("unnormalized-text", "UPDATE person SET name = 'Hùng Ắ' WHERE key = 'a';"),
    (
      "acting-during-head",
      head("p", "a", began: "2015-01-01", ended: "2018-01-01")
        + head("q", "b", began: "2018-01-01", ended: "2018-03-01", function: "acting")
    ),
    (
      "no-source",
      posting("p", "a", accreditation: ", arrived", ", '2018'")
        + """
        INSERT INTO source (key, title) VALUES ('s', 'S');
        INSERT INTO citation (key, source, posting) VALUES ('c', 's', 'p');
        """
    ),
  ]

  @Test(arguments: usual)
  func `what is usual is none`(code: String, sql: String) throws {
    try put(sql)
    let codes = try temporary.connection.column(
      "SELECT DISTINCT code FROM finding", as: String.self)
    #expect(!codes.contains(code), "\(codes)")
  }

  @Test func `a gap is what the registry says it is`() throws {
    try put(
      Self.head("p", "a", began: "2015", ended: "2016") + Self.head("q", "b", began: "2017-03"))
    #expect(try temporary.count("SELECT count(*) FROM finding WHERE code = 'gap'") == 0)
    try temporary.write { (change) throws(RegistryError) in try Records(change).set(gapDays: 30) }
    #expect(try temporary.count("SELECT count(*) FROM finding WHERE code = 'gap'") == 1)
  }

  @Test func `what ends ahead is decided, and is no finding`() throws {
    try put(Self.head("p", "a", began: "2024-01-01", ended: "2990"))
    #expect(try temporary.count("SELECT count(*) FROM finding WHERE code = 'day-ahead'") == 0)
  }

  /// A registry without a last day vouches until today for whoever has no end.
  @Test func `that nothing was recorded for six months is found`() throws {
    let sql = "SELECT count(*) FROM finding WHERE code = 'nothing-recorded'"
    let other = try Connection(path: temporary.path, mode: .readWrite, walls: .none)
    let stays = try temporary.connection.column(
      "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'change'",
      as: String.self)
    #expect(try temporary.count(sql) == 0)
    for name in try temporary.connection.column(
      "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'change'",
      as: String.self)
    {
      try other.execute(script: "DROP TRIGGER \(name)")
    }
    try other.execute(script: "UPDATE change SET made_at = '2020-01-01T00:00:00Z'")
    for trigger in stays { try other.execute(script: trigger) }
    #expect(try temporary.count(sql) == 1)
    try temporary.write { (change) throws(RegistryError) in
      try Records(change).set(knownUntil: "2020-01-01")
    }
    #expect(try temporary.count(sql) == 0)
  }

  @Test func `every code of the view has a kind, and every kind is found`() throws {
    let kinds = try temporary.connection.column(
      "SELECT code FROM finding_kind ORDER BY code", as: String.self)
    var sql = try temporary.connection.column(
      "SELECT sql FROM sqlite_schema WHERE name IN ('finding_row', 'grave_finding_row')",
      as: String.self)
    sql.append(try temporary.registry.everyFinding().text)
    for kind in kinds { #expect(sql.contains { $0.contains("'\(kind)'") }, "\(kind)") }
    #expect(kinds.count == 37)
    let asks = try temporary.connection.column(
      "SELECT code FROM finding_kind WHERE asks ORDER BY code", as: String.self)
    for code in asks {
      #expect(sql.contains { $0.hasPrefix("CREATE VIEW grave") && $0.contains("'\(code)'") })
    }
    #expect(
      try temporary.count("SELECT count(*) FROM finding_kind WHERE severity = 'error' AND NOT asks")
        == 0)
  }

  @Test func `a write that would add a grave finding says which, by whatever way it is made`()
    throws
  {
    try put(Self.head("p", "a", began: "2020-01-01", ended: "2021-05-01"))
    let before = try temporary.content()
    let sql = "UPDATE person SET died = '2019' WHERE key = 'a'"
    func write(_ codes: Set<String>) throws {
      let note = ChangeNote(action: "sql", author: "t", reason: nil, accepted: codes)
      _ = try temporary.registry.write(
        note, sql: sql, parameters: [], limits: QueryLimits(), show: { _ in },
        confirm: { _ in true })
    }
    let error = #expect(throws: RegistryError.self) { try write([]) }
    #expect(error?.kind == .finding)
    #expect(error?.remedies == [.accept("dead-in-office")])
    #expect(try temporary.content() == before)
    try write(["dead-in-office"])
    // What was odd before is no news.
    try temporary.write { (change) throws(RegistryError) in
      var facts = Facts()
      facts.set("note", "x")
      _ = try Records(change).edit(.person, key: "a", facts)
    }
  }
}
