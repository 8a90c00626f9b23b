import Registry
import Reports
import SQLite
import Testing

/// What the reports on heads say, by rules that hold for every mission.
@Suite struct SuccessionTests {
  private func rows(
    _ kind: any ReportKind.Type, _ given: [String: String], on day: String? = nil
  ) throws -> [[String: String]] {
    let registry = try SampleRegistry.open(on: day)
    let report = try kind.report(AskedReport(kind, given, from: registry, in: .english))
    var rows: [[String: String]] = []
    for section in report.sections {
      var statement = try registry.statement(section.sql)
      while try statement.step() {
        var row: [String: String] = [:]
        for (place, column) in section.columns.enumerated() {
          row[column.name] = statement.row.text(at: place)
        }
        row["section"] = section.name
        rows.append(row)
      }
    }
    return rows
  }

  @Test(arguments: [nil, "2019-06-30", "2024-02-19"])
  func `no head and no gap of any mission is left out`(day: String?) throws {
    let registry = try SampleRegistry.open(on: day)
    let all = try rows(Succession.self, ["missions": "all"], on: day)
    let heads = try registry.column(
      "SELECT posting FROM incumbency WHERE is_resident AND status <> 'ahead' ORDER BY posting",
      as: String.self)
    let resident = all.filter { $0["line"] != "non-resident" }.compactMap { $0["posting"] }
    #expect(resident.filter { !$0.isEmpty }.sorted() == heads)
    let gaps = try registry.value(
      """
      SELECT count(*) FROM gap
      WHERE coalesce(since_earliest, '0000') <= (SELECT day FROM asked_day)
      """, as: Int.self)
    #expect(
      all.count { ["vacant", "perhaps-vacant", "not-known"].contains($0["line"]) } == gaps)
  }

  @Test func `lines stand in the order of time, a gap between the heads beside it`() throws {
    let cuba = try rows(Succession.self, ["mission": "cu-havana"])
    #expect(cuba.map { $0["line"] } == ["head", "vacant", "head"])
    #expect(cuba.map { $0["days_least"] } == ["1189", "153", "650"])
    let israel = try rows(Succession.self, ["mission": "il-tel-aviv"])
    #expect(israel.map { $0["line"] } == ["head", "vacant", "acting"])
    // Before the embassy was opened the ambassador in Paris was accredited there.
    let portugal = try rows(Succession.self, ["mission": "pt-lisbon"])
    #expect(portugal.map { $0["line"] } == ["non-resident", "perhaps-vacant", "head"])
    // A consulate has no part in it.
    let fukuoka = try rows(Succession.self, ["mission": "jp-fukuoka"])
    #expect(!fukuoka.contains { $0["line"] == "non-resident" })
  }

  @Test func `whoever came later is not in the succession of a day`() throws {
    let then = try rows(Succession.self, ["mission": "cu-havana"], on: "2024-02-19")
    #expect(then.map { $0["line"] } == ["head", "vacant"])
    #expect(try rows(Succession.self, ["mission": "cu-havana"], on: "2019-01-01") == [])
  }

  @Test(arguments: [Succession.self, Career.self] as [any ReportKind.Type])
  func `a report of one thing says so where it is asked for none`(
    kind: any ReportKind.Type
  ) throws {
    let refusal = #expect(throws: RegistryError.self) { try rows(kind, [:]) }
    #expect(refusal?.message.english.contains("\(kind.name) is asked for a") == true)
    #expect(refusal?.message.vietnamese.contains("\(kind.name) cần một") == true)
  }
}
