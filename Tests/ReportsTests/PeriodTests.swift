import Registry
import Reports
import SQLite
import Testing

/// Reports that look at a time, and those that count.
@Suite struct PeriodTests {
  private func rows(
    _ kind: any ReportKind.Type, _ given: [String: String], section: Int = 0, on day: String? = nil,
    _ columns: String...
  ) throws -> [[String]] {
    let registry = try SampleRegistry.open(on: day)
    let report = try kind.report(AskedReport(kind, given, from: registry, in: .english))
    let section = report.sections[section]
    let places = try columns.map { name in
      try #require(section.columns.firstIndex { $0.name == name })
    }
    var rows: [[String]] = []
    for sql in [section.sql] + section.following {
      var statement = try registry.statement(sql)
      while try statement.step() {
        var row: [String] = []
        for place in places { row.append(statement.row.text(at: place)) }
        rows.append(row)
      }
    }
    return rows
  }

  @Test func `what may have happened between two days is there, once, in the order of its days`()
    throws
  {
    let given = ["from": "2024-01-01", "to": "2024-12-31"]
    let found = try rows(
      Movements.self, given, "happened_earliest", "happened_latest", "within", "event_code",
      "accreditation")
    #expect(found.count > 20)
    for row in found {
      #expect(row[0] <= "2024-12-31" && row[1] >= "2024-01-01")
      #expect((row[2] == "certainly") == (row[0] >= "2024-01-01" && row[1] <= "2024-12-31"))
    }
    #expect(found.map { $0[0] } == found.map { $0[0] }.sorted())
    let ofHeads = found.filter { !$0[4].isEmpty }.map { $0[3] + " " + $0[4] }
    #expect(Set(ofHeads).count == ofHeads.count)
    // Month by month nothing that is certain is lost or told twice.
    var months: [[String]] = []
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for (place, length) in lengths.enumerated() {
      let month = "2024-" + (place < 9 ? "0" : "") + "\(place + 1)"
      months += try rows(
        Movements.self, ["from": month + "-01", "to": month + "-\(length)"], "happened_earliest",
        "happened_latest", "within", "event_code", "accreditation")
    }
    let days = found.filter { $0[0] == $0[1] }.map { $0.joined(separator: " ") }
    #expect(months.filter { $0[0] == $0[1] }.map { $0.joined(separator: " ") } == days)
  }

  @Test func `a period that ends before it begins is refused`() throws {
    let refusal = #expect(throws: RegistryError.self) {
      try rows(Movements.self, ["from": "2024-02-01", "to": "2024-01-31"])
    }
    #expect(
      refusal?.message.english
        == "The period ends on 2024-01-31, before it begins on 2024-02-01.")
  }

  @Test func `without words it is the year that ends with the day asked about`() throws {
    let given = try rows(
      Movements.self, ["from": "2023-02-20", "to": "2024-02-19"], "accreditation", "event_code")
    #expect(try rows(Movements.self, [:], on: "2024-02-19", "accreditation", "event_code") == given)
    #expect(given.count > 5)
  }

  @Test func `a region can be named in either language, and by its code`() throws {
    let byCode = try rows(Movements.self, ["region": "africa", "from": "2018-01-01"], "posting")
    #expect(byCode.count > 3)
    for name in ["Africa", "Châu Phi", "chau phi"] {
      #expect(
        try rows(Movements.self, ["region": name, "from": "2018-01-01"], "posting") == byCode)
    }
  }

  @Test(arguments: [nil, "2010-06-30"])
  func `regions and kinds add up to the missions that are open`(day: String?) throws {
    let registry = try SampleRegistry.open(on: day)
    let open = try registry.value("SELECT count(*) FROM open_mission", as: Int.self)
    let totals = try rows(Network.self, [:], on: day, "total").flatMap { $0 }.compactMap { Int($0) }
    #expect(totals.last == open)
    #expect(totals.dropLast().reduce(0, +) == open)
    let europe = try rows(Network.self, ["region": "europe"], on: day, "total", "europe")
    #expect(europe.allSatisfy { $0[0] == $0[1] } && !europe.isEmpty)
  }

  @Test(arguments: ["decade", "kind", "region", "mission"])
  func `groups of tenures have all of them, within their bounds`(by: String) throws {
    let all = try rows(Tenure.self, [:], "heads", "exact")[0].compactMap { Int($0) }
    let groups = try rows(
      Tenure.self, ["by": by], section: 1, "heads", "exact", "mean_least", "mean_most",
      "median_least", "median_most")
    #expect(groups.compactMap { Int($0[0]) }.reduce(0, +) == all[0])
    #expect(groups.compactMap { Int($0[1]) }.reduce(0, +) == all[1])
    for group in groups {
      let figures = group.map { Double($0) }
      if let least = figures[2], let most = figures[3] { #expect(least <= most) }
      if let least = figures[4], let most = figures[5] { #expect(least <= most) }
    }
  }

  @Test func `new and returning heads are those of the term, each once`() throws {
    let registry = try SampleRegistry.open(on: nil)
    let all = try registry.column(
      "SELECT posting FROM term_roster WHERE term = '2024-2027' ORDER BY 1", as: String.self)
    let new = try rows(New.self, ["term": "2024-2027"], "posting").flatMap { $0 }
    let before = try rows(New.self, ["term": "2024-2027"], section: 1, "posting").flatMap { $0 }
    #expect((new + Set(before)).sorted() == all)
  }
}
