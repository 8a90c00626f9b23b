import Registry
import Reports
import SQLite
import Testing

@Suite struct VacanciesTests {
  private func missions(
    _ given: [String: String], on day: String? = nil
  ) throws -> [String] {
    let registry = try SampleRegistry.open(on: day)
    let report = try Vacancies.report(
      AskedReport(Vacancies.self, given, from: registry, in: .english))
    let section = try #require(report.sections.first)
    let place = try #require(section.columns.firstIndex { $0.name == "mission_key" })
    var statement = try registry.statement(section.sql)
    var keys: [String] = []
    while try statement.step() { keys.append(statement.row.text(at: place)) }
    return keys
  }

  @Test(arguments: [nil, "2024-02-19"])
  func `with and without a nominee they are all of them, each once`(day: String?) throws {
    let all = try missions([:], on: day)
    let with = try missions(["nominee": "with"], on: day)
    let without = try missions(["nominee": "without"], on: day)
    #expect(all.sorted() == (with + without).sorted())
    #expect(Set(all).count == all.count)
    #expect(all.count > 3)
  }

  @Test func `a mission is vacant on the day that is asked about`() throws {
    #expect(try missions(["mission": "gb-london"]) == [])
    // The last head left in November 2023.
    #expect(try missions(["mission": "cu-havana"], on: "2024-02-19") == ["cu-havana"])
    // Of which no opening is recorded is open from the first sign of a head.
    #expect(try missions(["mission": "gb-london"], on: "1700-01-01") == [])
  }

  @Test func `what is none of its words is refused by name`() throws {
    let refusal = #expect(throws: RegistryError.self) { try missions(["nominee": "perhaps"]) }
    #expect(
      refusal?.message.english == "nominee takes with, without, not \"perhaps\".")
  }
}
