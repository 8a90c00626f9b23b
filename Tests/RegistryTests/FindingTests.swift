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

  @Test func `every code of the view has a kind, and every kind is found`() throws {
    let kinds = try temporary.connection.column(
      "SELECT code FROM finding_kind ORDER BY code", as: String.self)
    var sql = try temporary.connection.column(
      "SELECT sql FROM sqlite_schema WHERE name IN ('finding', 'grave_finding')", as: String.self)
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
