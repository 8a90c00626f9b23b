import SQLite
import Testing

@testable import Registry

/// What somebody looked into is told no more, as long as it stays what it was.
@Suite struct SettlingTests {
  private let offices: TwoOffices
  private var here: TemporaryRegistry { offices.here }

  init() throws {
    offices = try TwoOffices()
    for office in [offices.here, offices.there] {
      try office.run(
        """
        INSERT INTO mission (key, sender, receiver, kind, name_en) VALUES
          ('fr-paris', 'vn', 'fr', 'embassy', 'Embassy in France');
        INSERT INTO person (key, name, sort_key, search_key) VALUES
          ('a', 'A', 'a', 'a'), ('b', 'B', 'b', 'b'), ('c', 'C', 'c', 'c'),
          ('b2', 'B', 'b', 'b');
        \(Self.head("p", "a", "2020", "2023"))
        \(Self.head("q", "b", "2021-05", "2024"))
        \(Self.head("r", "c", "2022-05", "2025"))
        """)
    }
  }

  private static func head(
    _ key: String, _ person: String, _ began: String, _ ended: String
  ) -> String {
    """
    INSERT INTO posting (key, person, mission, title, ended) VALUES
      ('\(key)', '\(person)', 'fr-paris', 'ambassador', '\(ended)');
    INSERT INTO accreditation (
      key, posting, mission, receiver, is_resident, functions_begin, credentials
    ) VALUES ('\(key)-x', '\(key)', 'fr-paris', 'fr', 1, 'credentials', '\(began)');
    """
  }

  private func settle(
    _ code: String, _ keys: String..., source: String? = nil, in office: TemporaryRegistry? = nil
  ) throws(RegistryError) {
    try (office ?? here).write(action: "settle") { (change) throws(RegistryError) in
      _ = try Records(change).settle(code, at: keys, because: "looked into", source: source)
    }
  }

  private func open(_ code: String) throws -> [String] {
    try here.registry.column(
      """
      SELECT coalesce(posting, person) || ' ' || coalesce(other_posting, detail)
      FROM (\(raw: try here.registry.findings(of: code))) AS f
      WHERE NOT \(raw: Registry.isSettled) ORDER BY 1
      """, as: String.self)
  }

  @Test func `a pair is settled, and not its posting for all time`() throws {
    #expect(try open("two-heads") == ["p q", "p r", "q r"])
    try settle("two-heads", "q", "p")
    #expect(try open("two-heads") == ["p r", "q r"])
    #expect(try here.registry.settledCount(of: ["two-heads", "gap"]) == 1)
    #expect(try here.registry.settledCount(of: ["gap"]) == 0)
    #expect(try here.registry.settledCount(of: ["two-heads"], mission: "fr-paris") == 1)
    #expect(try here.registry.settledCount(of: ["two-heads"], mission: "gb-london") == 0)
    #expect(
      try here.text("SELECT key || ' ' || detail || ' ' || reason FROM settled_finding")
        == "two-heads-p-q 2021-05 < 2023 looked into")
  }

  @Test func `it is found again when its dates change, and not when anything else does`() throws {
    try settle("two-heads", "p", "q")
    try here.run("UPDATE posting SET note = 'x' WHERE key = 'p'")
    try here.run("UPDATE mission SET key = 'fr-1' WHERE key = 'fr-paris'")
    try here.run("UPDATE posting SET key = 'p1' WHERE key = 'p'")
    #expect(try open("two-heads") == ["p1 r", "q r"])
    try here.run("UPDATE posting SET ended = '2023-10' WHERE key = 'p1'")
    #expect(try open("two-heads") == ["p1 q", "p1 r", "q r"])
  }

  @Test(arguments: [["p"], ["fr-paris"], []])
  func `where several are meant, each is named`(keys: [String]) throws {
    let error = #expect(throws: RegistryError.self) {
      try here.write { (change) throws(RegistryError) in
        _ = try Records(change).settle("two-heads", at: keys, because: "x")
      }
    }
    #expect(error?.kind == .unknownName)
    #expect(error?.list.first?.english == "two-heads  p q  2021-05 < 2023")
    #expect(try here.count("SELECT count(*) FROM settled_finding") == 0)
  }

  @Test func `what is not found, is settled, or has no such code is refused`() throws {
    let other = #expect(throws: RegistryError.self) { try settle("gap", "p") }
    #expect(other?.kind == .unknownName)
    #expect(other?.list.contains { $0.english.hasPrefix("two-heads  p q") } == true)
    let away = #expect(throws: RegistryError.self) { try settle("two-heads", "nobody") }
    #expect(away?.list.count == 3)
    let unknown = #expect(throws: RegistryError.self) { try settle("two-head", "p") }
    #expect(unknown?.list.map(\.english) == ["two-heads"])
    try settle("two-heads", "p", "q")
    let again = #expect(throws: RegistryError.self) { try settle("two-heads", "p", "q") }
    #expect(again?.kind == .rule)
    let empty = #expect(throws: RegistryError.self) {
      try here.write { (change) throws(RegistryError) in
        _ = try Records(change).settle("two-heads", at: ["p", "r"], because: " ")
      }
    }
    #expect(empty?.kind == .invalidValue)
  }

  @Test func `a settlement is taken back by its keys or its own`() throws {
    try settle("two-heads", "p", "q")
    try settle("two-heads", "p", "r")
    func unsettle(_ keys: String...) throws(RegistryError) {
      try here.write { (change) throws(RegistryError) in
        _ = try Records(change).unsettle("two-heads", at: keys)
      }
    }
    let several = #expect(throws: RegistryError.self) { try unsettle("p") }
    #expect(several?.list.count == 2)
    try unsettle("p", "r")
    try unsettle("two-heads-p-q")
    #expect(try open("two-heads").count == 3)
    let none = #expect(throws: RegistryError.self) { try unsettle("p", "q") }
    #expect(none?.kind == .unknownName)
  }

  @Test func `a write that makes a settled finding anew does not ask again`() throws {
    try settle("two-heads", "p", "q")
    try settle("two-heads", "p", "r")
    for day in ["2021", "2023"] {
      try here.write { (change) throws(RegistryError) in
        var facts = Facts()
        facts.set("ended", day)
        _ = try Records(change).edit(.posting, key: "p", facts)
      }
    }
    let error = #expect(throws: RegistryError.self) {
      try here.write { (change) throws(RegistryError) in
        var facts = Facts()
        facts.set("ended", "2024")
        _ = try Records(change).edit(.posting, key: "p", facts)
      }
    }
    #expect(error?.kind == .finding)
  }

  @Test func `namesakes, a source and a text that cannot be kept`() throws {
    try settle("duplicate-person", "b2", source: "The Yearbook")
    #expect(try open("duplicate-person") == [])
    #expect(
      try here.text(
        "SELECT person || ' ' || detail || ' ' || source FROM settled_finding")
        == "b b2 the-yearbook")
    try here.run("UPDATE person SET name = 'Hu\u{300}ng' WHERE key = 'a'")
    try settle("unnormalized-text", "a")
    #expect(try open("unnormalized-text") == [])
    #expect(try here.count("SELECT count(*) FROM settled_finding WHERE detail IS NULL") == 1)
    let every = try here.registry.everyFinding()
    #expect(
      try here.registry.column("SELECT DISTINCT code FROM (\(raw: every))", as: String.self)
        .contains("unnormalized-text"))
  }

  @Test func `of several namesakes each pair comes up until it is settled`() throws {
    try here.run(
      "INSERT INTO person (key, name, sort_key, search_key) VALUES ('b3', 'B', 'b', 'b')")
    #expect(try open("duplicate-person") == ["b b2", "b2 b3"])
    try settle("duplicate-person", "b", "b2")
    #expect(try open("duplicate-person") == ["b b3", "b2 b3"])
    try settle("duplicate-person", "b", "b3")
    try settle("duplicate-person", "b2")
    #expect(try open("duplicate-person") == [])
    #expect(try here.registry.settledCount(of: ["duplicate-person"]) == 3)
    try here.run("UPDATE person SET born = '1950' WHERE key = 'b'")
    try here.run("UPDATE person SET born = '1980' WHERE key = 'b3'")
    #expect(try here.registry.settledCount(of: ["duplicate-person"]) == 2)
  }

  @Test func `it is a change like any other`() throws {
    let before = try here.content()
    try settle("two-heads", "p", "q")
    let change = try here.registry.lastChange()
    #expect(try here.count("SELECT entered_in FROM settled_finding") == change)
    _ = try here.registry.verify()
    _ = try here.registry.undo(
      change, ChangeNote(action: "undo", author: "test", reason: nil))
    #expect(try open("two-heads").count == 3)
    #expect(try here.content() == before)
    try here.registry.look(asKnown: "\(change)", on: nil)
    #expect(try open("two-heads") == ["p r", "q r"])
  }

  @Test func `it travels to another office, and goes with its posting`() throws {
    let since = try offices.there.registry.lastChange()
    try settle("two-heads", "p", "q", in: offices.there)
    try settle("two-heads", "p", "r", in: offices.there)
    try offices.write(try offices.lines(since: "\(since)"))
    try offices.merge()
    #expect(try open("two-heads") == ["q r"])
    try here.write { (change) throws(RegistryError) in
      let removed = try Records(change).remove(.accreditation, key: "r-x")
      #expect(removed.along.isEmpty)
      _ = try Records(change).remove(.posting, key: "r")
    }
    #expect(
      try here.connection.column("SELECT key FROM settled_finding", as: String.self)
        == ["two-heads-p-q"])
    _ = try here.registry.verify()
  }
}
