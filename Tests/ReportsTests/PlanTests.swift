import Registry
import Reports
import SQLite
import Testing

/// A report on one term or one mission reads its heads, not those of a quarter of a millennium.
@Suite struct PlanTests {
  private static let tables: Set = ["accreditation", "posting", "service", "person"]

  private static func asked(_ name: String, _ value: String) -> [(
    any ReportKind.Type, [String: String]
  )] {
    ReportList.all.filter { kind in
      // What is odd is looked for everywhere.
      kind.document != nil && kind.parameters.contains { $0.name == name }
    }
    .map { kind in
      var given = [name: value]
      if kind.name == "career" { given["person"] = "do-minh-hung" }
      return (kind, given)
    }
  }

  @Test(arguments: asked("term", "2024-2027") + asked("mission", "gb-london"))
  private func `no table of postings is read through`(
    kind: any ReportKind.Type, given: [String: String]
  ) throws {
    let registry = try SampleRegistry.open(on: nil)
    let report = try kind.made(AskedReport(kind, given, from: registry, in: .english))
    for section in report.sections {
      let plan = try registry.all("EXPLAIN QUERY PLAN \(raw: section.sql)") {
        (row) throws(SQLiteError) in try row.get(3, as: String.self)
      }
      // By the name of the table, or the letter that stands for it in views.
      let scans = plan.filter { line in
        let words = line.split(separator: " ")
        guard words.first == "SCAN", words.count > 1 else { return false }
        return Self.tables.contains(String(words[1]))
          || ["a", "b", "i", "n", "o", "p", "q", "s", "x", "y"].contains(words[1])
            && words.contains("INDEX")
      }
      #expect(scans == [], "\(section.name): \(plan)")
    }
  }
}
