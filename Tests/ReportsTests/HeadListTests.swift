import Registry
import Reports
import SQLite
import Testing

/// The list of heads asks the tables before the views, in words of its own: they say the same.
@Suite struct HeadListTests {
  private static let days = [
    "1995-01-01", "2019-06-30", "2021-12-31", "2024-02-19", "2025-07-01", "2026-01-16",
    "2031-01-01",
  ]

  private func listed(_ registry: Registry, on day: String?) throws -> [String] {
    var selection = HeadLists.Selection()
    selection.on = day
    let report = try HeadLists(registry, in: .english).heads(selection)
    return try registry.column(try #require(report.sections.first).sql, as: String.self).sorted()
  }

  @Test(arguments: days)
  func `the heads of a day are those of the view`(day: String) throws {
    let asked = try SampleRegistry.open(on: day)
    let incumbents = try asked.column("SELECT posting FROM incumbent ORDER BY 1", as: String.self)
    #expect(try listed(asked, on: nil) == incumbents.sorted())
    #expect(try listed(SampleRegistry.open(on: nil), on: day) == incumbents.sorted())
  }

  @Test func `the heads of now are those of the view`() throws {
    let registry = try SampleRegistry.open(on: nil)
    let incumbents = try registry.column("SELECT posting FROM incumbent", as: String.self)
    #expect(try listed(registry, on: nil) == incumbents.sorted())
    #expect(incumbents.count > 10)
  }
}
