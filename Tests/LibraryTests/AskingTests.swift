import Foundation
import Legation
import Testing

@Suite struct AskingTests {
  private let office: Office
  private let registry: Registry

  init() throws {
    office = try Office()
    registry = try office.open(for: .writing)
  }

  private static let endless =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"

  @Test func `the first rows of an answer without end are there at once`() throws {
    var answer = try registry.ask(Self.endless)
    for number in 1...3 { #expect(try answer.next()?["i"] == .integer(Int64(number))) }
  }

  @Test func `an answer that was read to its end stays at its end`() throws {
    var answer = try registry.ask("SELECT 1 AS a")
    #expect(try answer.next()?[0] == 1)
    #expect(try answer.next() == nil && answer.next() == nil)
  }

  @Test(
    arguments: [
      nil, 1, -7, 0.5, "Đỗ", "'; DROP TABLE person; --", "", true, .blob([0, 255]),
    ] as [Value])
  func `a value is bound as it is and comes back as it is`(value: Value) throws {
    let row = try registry.ask("SELECT :value AS value", ["value": value]).first()
    #expect(row?["value"] == value)
  }

  @Test func `a text is compared in its normal form`() throws {
    let decomposed = "Đo\u{302}\u{303} Minh Hu\u{300}ng"
    let row = try registry.ask(
      "SELECT key FROM person WHERE name = :name", ["name": .text(decomposed)]
    ).first()
    #expect(row?["key"] == "do-minh-hung")
  }

  @Test func `a function that cannot take a value says so in both languages`() throws {
    var rows = try registry.ask("SELECT days(:day, '2019')", ["day": "01/01/2019"])
    let error = #expect(throws: RegistryError.self) { try rows.next() }
    #expect(error?.code == .invalidValue)
    #expect(error?.message[.english] == "SQL: days: '01/01/2019' is no date.")
    #expect(error?.message[.vietnamese].contains("không phải là ngày tháng") == true)
    #expect(try registry.ask("SELECT days('2019-01-01', '2019-01-31') AS n").first()?["n"] == 30)
  }

  @Test func `a question sees what is kept, and nothing of an open change`() throws {
    func note() throws -> Value? {
      try registry.ask("SELECT note FROM mission WHERE key = 'gb-london'").first()?[0]
    }
    try registry.change("a note", by: "test") { change in
      try change.edit(.mission, "gb-london", ["note": "x"])
      #expect(try note() == .null)
    }
    #expect(try note() == "x")
  }

  @Test(arguments: [
    "SELECT count(*) FROM mission WHERE note = 'x'",
    "SELECT count(*) FROM history_field WHERE after = 'x'",
    "SELECT count(*) FROM searchable_name WHERE name = 'Tòa đại sứ'",
  ])
  func `the past is asked as the present is`(sql: String) throws {
    let change = try registry.change("a note", by: "test") { change in
      try change.edit(.mission, "gb-london", ["note": "x"])
      try change.addName("Tòa đại sứ", to: .mission, "gb-london")
    }
    let past = try Registry.open(office.path, asKnown: .change(change.number - 1))
    #expect(try registry.ask(sql).first()?[0] == 1)
    #expect(try past.ask(sql).first()?[0] == 0)
  }

  @Test func `two questions are answered side by side`() throws {
    var numbers = try registry.ask(Self.endless)
    var missions = try registry.ask("SELECT key FROM mission ORDER BY key")
    var count = 0
    while try missions.next() != nil {
      count += 1
      #expect(try numbers.next()?[0].integer == count)
    }
    #expect(count == 99)
  }

  @Test func `a task that is cancelled ends its question`() async throws {
    let path = office.path
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      let registry = try Registry.open(path)
      return try registry.ask(Self.endless.replacing("SELECT i FROM", with: "SELECT sum(i) FROM"))
        .all().count
    }
    let refusal = await #expect(throws: RegistryError.self) { try await task.value }
    #expect(refusal?.code == .cancelled)
  }

  @Test func `a file that was moved away is missed by the next question`() throws {
    let moved = try Registry.open(office.path)
    try FileManager.default.moveItem(atPath: office.path, toPath: office.path + "-moved")
    let refusal = #expect(throws: RegistryError.self) { _ = try moved.ask("SELECT 1") }
    #expect(refusal?.code == .missingFile)
  }
}
