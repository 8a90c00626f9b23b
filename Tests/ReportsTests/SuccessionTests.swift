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

  @Test func `terms end or are past their end, never both, and as many months ahead as asked`()
    throws
  {
    let half = try rows(Expiring.self, [:])
    let year = try rows(Expiring.self, ["months": "12"])
    let over = half.filter { $0["section"] == "overrun" }
    #expect(over == year.filter { $0["section"] == "overrun" })
    #expect(over.contains { $0["posting"] == "ru-moscow-dang-minh-khoi" })
    let soon = half.filter { $0["section"] == "expiring" }.compactMap { $0["posting"] }
    let later = year.filter { $0["section"] == "expiring" }.compactMap { $0["posting"] }
    #expect(soon.contains("se-stockholm-tran-van-tuan"))
    #expect(!soon.contains("ca-ottawa-pham-vinh-quang"))
    #expect(Set(later).isSuperset(of: soon) && later.count > soon.count)
    #expect(Set(over.compactMap { $0["posting"] }).isDisjoint(with: later))
  }

  @Test func `a standard term ends for whoever was there on a day past`() throws {
    // He left in November 2023.
    let then = try rows(Expiring.self, ["mission": "cu-havana", "months": "12"], on: "2022-12-31")
    #expect(then.map { $0["posting"] } == ["cu-havana-le-thanh-tung"])
    #expect(then.first?["planned_end"] == "2023-07")
    #expect(try rows(Expiring.self, ["mission": "cu-havana", "months": "6"]) == [])
  }

  @Test func `letters are waited for until they are presented, and no longer`() throws {
    let mission = ["mission": "unog-geneva"]
    let before = try rows(Pending.self, mission, on: "2024-02-19")
    let after = try rows(Pending.self, mission, on: "2024-03-01")
    #expect(!after.contains { $0["posting"] == "unog-geneva-mai-phan-dung" })
    #expect(before.allSatisfy { $0["section"] == "waiting" })
    let paris = try rows(Pending.self, ["mission": "fr-paris"])
    #expect(paris.map { $0["waits_for_code"] } == ["credentials"])
    #expect(paris.map { $0["days_least"] } == ["33"])
    // In office since by a source: the registry does not know the letters.
    let seoul = try rows(Pending.self, ["mission": "kr-seoul"])
    #expect(seoul.map { $0["section"] } == ["unrecorded"])
  }

  @Test(arguments: [nil, "2019-06-30"])
  func `who covers a country is told once, with a head where one is known`(day: String?) throws {
    let all = try rows(Coverage.self, [:], on: day)
    let covered = try SampleRegistry.open(on: day).all(
      "SELECT mission, receiver FROM coverage"
    ) { (row) throws(SQLiteError) in
      [try row.get(0, as: String.self), try row.get(1, as: String.self)]
    }
    let told = all.map { [$0["mission_key"] ?? "", $0["receiver_key"] ?? ""] }
    #expect(Set(told).isSuperset(of: covered))
    #expect(Set(all).count == all.count)
  }

  @Test func `whose credentials are pending is asked for by the code or the word`() throws {
    let pending = try rows(Coverage.self, ["state": "pending"], on: "2023-09-01")
    #expect(pending.contains { $0["receiver_key"] == "mh" })
    #expect(pending.allSatisfy { $0["state_code"] == "pending" })
    #expect(
      try rows(Coverage.self, ["state": "Credentials pending"], on: "2023-09-01") == pending)
    // Behind a year it is rather that the registry does not know.
    let unrecorded = try rows(Coverage.self, ["state": "unrecorded"])
    #expect(unrecorded.contains { $0["receiver_key"] == "mh" })
    let guyana = try rows(Coverage.self, ["receiver": "gy"])
    #expect(guyana.map { $0["posting"] } == ["br-brasilia-bui-van-nghi"])
  }
}
