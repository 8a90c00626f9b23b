import Registry
import SQLite
import Testing

@testable import Reports

/// A row for each person, posting or accreditation, and what a page says that has only a part.
@Suite struct RowUnitTests {
  private func rows(
    _ kind: any ReportKind.Type, _ given: [String: String], section: Int = 0
  ) throws -> [[String: String]] {
    let registry = try SampleRegistry.open(on: nil)
    let report = try kind.made(AskedReport(kind, given, from: registry, in: .english))
    return try rows(of: report.sections[section], registry)
  }

  private func rows(of section: ReportSection, _ registry: Registry) throws -> [[String: String]] {
    var statement = try registry.statement(section.sql)
    var rows: [[String: String]] = []
    while try statement.step() {
      var row: [String: String] = [:]
      for (place, column) in section.columns.enumerated() {
        row[column.name] = statement.row.text(at: place)
      }
      rows.append(row)
    }
    return rows
  }

  // MARK: Gathering

  @Test
  func `what differs is joined, in the order of the rows, and stays beside what it belongs to`()
    throws
  {
    var report = Report(
      name: "made",
      sections: [
        ReportSection(
          name: "rows",
          columns: [
            .number("number"), .machine("person"), .text("at"), .number("days"), .text("none"),
          ],
          sql: """
            VALUES
              (1, 'b', 'Congo, the', 7, NULL), (2, 'a', 'Peru', 1, NULL), (3, 'b', 'Chad', 7, NULL),
              (4, 'b', NULL, 9, NULL), (5, NULL, 'x', 0, NULL), (6, NULL, 'y', 0, NULL)
            """,
          unit: .posting)
      ])
    report.gather(per: .person)
    let rows = try rows(of: report.sections[0], SampleRegistry.open(on: nil))
    #expect(rows.map { $0["number"] } == ["1", "2", "3", "4"])
    #expect(rows.map { $0["person"] } == ["b", "a", "", ""])
    #expect(rows.map { $0["at"] } == ["Congo, the; Chad; –", "Peru", "x", "y"])
    #expect(rows.map { $0["days"] } == ["7; 7; 9", "1", "0", "0"])
    #expect(rows.allSatisfy { $0["none"] == "" })
  }

  private static let gathered: [(any ReportKind.Type, String)] = ReportList.all.flatMap { kind in
    kind.rowUnits.dropFirst().filter { $0 != .accreditation }.map { (kind, $0.rawValue) }
  }

  @Test(arguments: gathered)
  private func `each has one row, and none is lost`(
    kind: any ReportKind.Type, unit: String
  ) throws {
    let (all, one) = (try rows(kind, [:]), try rows(kind, ["one-row-per": unit]))
    let units = one.compactMap { $0[unit] }.filter { !$0.isEmpty }
    #expect(Set(units).count == units.count)
    #expect(Set(units) == Set(all.compactMap { $0[unit] }.filter { !$0.isEmpty }))
    #expect(all.count { $0[unit] == "" } == one.count { $0[unit] == "" })
    #expect(!units.isEmpty)
  }

  // MARK: Telling apart

  @Test func `a head of several receivers has a row for each, with its own letters`() throws {
    let rows = try rows(
      Roster.self, ["mission": "br-brasilia", "one-row-per": "accreditation"])
    #expect(rows.map { $0["receiver_key"] } == ["br", "bo", "gy", "pe", "sr"])
    #expect(rows.map { $0["is_resident"] } == ["1", "0", "0", "0", "0"])
    #expect(Set(rows.map { $0["posting"] }).count == 1)
    #expect(rows[0]["credentials"] == "2024-01-31")
    #expect(rows[2]["credentials"] == "2025-04-16")
    #expect(rows[1]["credentials"] == "")
    #expect(rows[1]["status_code"] == "appointed")
  }

  @Test func `columns that were chosen are those that are shown, by whatever rows are told`() throws
  {
    let registry = try SampleRegistry.open(on: nil)
    for unit in Roster.rowUnits.map(\.rawValue) {
      let report = try Roster.made(
        AskedReport(
          Roster.self, ["columns": "name,receiver,months_served", "one-row-per": unit],
          from: registry, in: .english))
      let heads = report.sections[0]
      let shown = heads.chosen ?? heads.columns.filter { $0.audience == .everyone }.map(\.name)
      #expect(shown == ["name", "receiver", "months_served"])
      #expect(try rows(of: heads, registry).count > 90)
    }
  }

  @Test func `a unit that a report does not know is refused with those that it does`() throws {
    let refusal = #expect(throws: RegistryError.self) {
      try rows(Undated.self, ["one-row-per": "accreditation"])
    }
    #expect(
      refusal?.message.english == "one-row-per takes posting, person, not \"accreditation\".")
    #expect(throws: RegistryError.self) { try rows(Movements.self, ["one-row-per": "person"]) }
  }

  // MARK: A part of what there is

  @Test(arguments: [
    (Vacancies.self as any ReportKind.Type, ["region": "asia"], "region Asia", "khu vực Châu Á"),
    (
      Vacancies.self, ["nominee": "without", "kind": "embassy"],
      "kind of mission Embassy; nobody is named",
      "loại cơ quan Đại sứ quán; chưa có người được đề cử"
    ),
    (
      Pending.self, ["mission": "gb-london", "for": "credentials"],
      "mission Embassy of Viet Nam in the United Kingdom; waiting for credentials",
      "cơ quan Đại sứ quán Việt Nam tại Anh; đang chờ trình thư ủy nhiệm"
    ),
    (Roster.self, ["term": "2024-2027", "region": "Europe"], "region Europe", "khu vực Châu Âu"),
    (Movements.self, ["term": "2024-2027"], "term 2024-2027", "nhiệm kỳ 2024-2027"),
  ])
  private func `a page says which part it has`(
    kind: any ReportKind.Type, given: [String: String], english: String, vietnamese: String
  ) throws {
    let registry = try SampleRegistry.open(on: nil)
    let report = try kind.made(AskedReport(kind, given, from: registry, in: .english))
    let line = try #require(report.lines.last)
    #expect(line == Sentence("Only: \(english).", vi: "Chỉ gồm: \(vietnamese)."))
    for (name, _) in given { #expect(report.facts.contains { $0.name == name }) }
  }

  @Test func `a roster of a region counts the missions of the region`() throws {
    let registry = try SampleRegistry.open(on: nil)
    func count(_ given: [String: String], _ fact: String) throws -> Int64 {
      let report = try Roster.made(AskedReport(Roster.self, given, from: registry, in: .english))
      guard case .integer(let count) = report.facts.first(where: { $0.name == fact })?.value else {
        return -1
      }
      return count
    }
    let regions = try registry.column(
      "SELECT code FROM code_label WHERE list = 'party.region'", as: String.self)
    for fact in ["missions", "head_count", "posts_without_known_head_count"] {
      let parts = try regions.map { try count(["region": $0], fact) }.reduce(0, +)
      #expect(try parts == count([:], fact) - ofNoRegion(fact, registry), "\(fact)")
    }
  }

  /// Organisations lie in none.
  private func ofNoRegion(_ fact: String, _ registry: Registry) throws -> Int64 {
    let rows =
      switch fact {
      case "missions": "open_mission"
      case "head_count": "incumbent"
      default: "vacancy"
      }
    return try registry.value(
      """
      SELECT count(*) FROM \(name: rows) AS x JOIN party AS p ON p.key = x.receiver
      WHERE p.region IS NULL
      """, as: Int64.self) ?? 0
  }
}
