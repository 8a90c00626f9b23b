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

  private func listed(_ registry: Registry) throws -> [String] {
    let report = try HeadLists(registry, in: .english).heads(HeadLists.Selection())
    return try registry.column(try #require(report.sections.first).sql, as: String.self).sorted()
  }

  /// Those who are there, and those who are appointed.
  private func expected(_ registry: Registry) throws -> [String] {
    try registry.column(
      """
      SELECT posting FROM incumbent
      UNION
      SELECT posting FROM tenure
      WHERE is_resident AND nomination IS NULL AND status = 'appointed'
        AND coalesce(ended_latest, '9999') >= (SELECT day FROM asked_day)
      """, as: String.self
    ).sorted()
  }

  @Test(arguments: days)
  func `the heads of a day are those of the view, and the designates`(day: String) throws {
    let asked = try SampleRegistry.open(on: day)
    #expect(try listed(asked) == expected(asked))
  }

  @Test func `the heads of now are those of the view`() throws {
    let registry = try SampleRegistry.open(on: nil)
    #expect(try listed(registry) == expected(registry))
    #expect(try expected(registry).count > 10)
  }
}
