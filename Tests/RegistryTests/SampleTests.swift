import Foundation
import SQLite
import Testing

@testable import Registry

@Suite struct SampleTests {
  private let temporary: TemporaryRegistry

  init() throws { temporary = try TemporaryRegistry(sample: true) }

  private static let research = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/data/vietnam")

  private static var hasResearch: Bool {
    FileManager.default.fileExists(atPath: research.path)
  }

  @Test func `Viet Nam's 99 missions are there`() throws {
    let kinds = try temporary.connection.all(
      "SELECT kind, count(*) FROM mission WHERE sender = 'vn' GROUP BY kind ORDER BY kind"
    ) { (row) throws(SQLiteError) in
      "\(try row.get(0, as: String.self)) \(try row.get(1, as: Int.self))"
    }
    #expect(
      kinds == [
        "consulate-general 24", "economic-cultural-office 1", "embassy 70", "permanent-mission 4",
      ])
    #expect(try temporary.count("SELECT count(*) FROM person") == 28)
  }

  @Test func `every mission, posting, batch and document has a source`() throws {
    for table in ["mission", "posting", "document"] {
      #expect(
        try temporary.count(
          "SELECT count(*) FROM \(table) WHERE key NOT IN (SELECT \(table) FROM citation WHERE \(table) IS NOT NULL)"
        ) == 0)
    }
    #expect(
      try temporary.count(
        "SELECT count(*) FROM term_batch WHERE key NOT IN (SELECT batch FROM citation WHERE batch IS NOT NULL)"
      ) == 0)
  }

  @Test func `the sample holds together`() throws {
    #expect(try temporary.count("SELECT count(*) FROM pragma_foreign_key_check") == 0)
    #expect(try temporary.text("PRAGMA integrity_check") == "ok")
    #expect(try temporary.count("SELECT count(*) FROM finding WHERE severity <> 'note'") == 0)
    #expect(
      try temporary.count(
        "SELECT count(*) FROM posting WHERE key NOT IN (SELECT posting FROM accreditation WHERE is_resident)"
      ) == 0)
  }

  @Test func `the roster of 2024-2027 stands in the house order`() throws {
    let roster = try temporary.connection.column(
      """
      SELECT person || ' ' || mission || ' ' || status FROM term_roster WHERE term = '2024-2027'
      ORDER BY house_order, class_order, precedence_earliest, decision_earliest, person_sort_key
      """, as: String.self)
    #expect(
      roster == [
        "le-quang-long cu-havana possibly",
        "ngo-minh-nguyet ar-buenos-aires in-office",
        "do-minh-hung gb-london in-office",
        "nguyen-huy-hiep qa-doha in-office",
        "mai-phan-dung unog-geneva in-office",
        "do-hung-viet un-new-york appointed",
        "ton-thi-ngoc-huong asean-jakarta in-office",
      ])
  }

  @Test(
    .enabled(if: hasResearch, "the research files ../shared/data/vietnam are not here"),
    arguments: [("missions.csv", "name_vi", "mission"), ("heads.csv", "name_vi", "person")])
  func `every name of the research files is in the sample`(
    file: String, column: String, subject: String
  ) throws {
    let text = try String(contentsOf: Self.research.appending(path: file), encoding: .utf8)
    var reader = DelimitedReader(text)
    let first = try reader.next()
    let header = try #require(first).fields
    let place = try #require(header.firstIndex(of: column))
    var count = 0
    while let record = try reader.next() {
      let name = TextEntry.normalized(record.fields[place])
      let found = try temporary.connection.value(
        "SELECT count(*) FROM searchable_name WHERE subject = \(subject) AND name = \(name)",
        as: Int.self)
      #expect(found == 1, "\(file), line \(record.line): \(name)")
      count += 1
    }
    #expect(count == (subject == "mission" ? 99 : 28))
  }
}
