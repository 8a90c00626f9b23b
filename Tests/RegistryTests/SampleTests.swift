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
  }

  @Test func `there are 157 heads, each in one post, and 95 missions are headed since 2023`() throws
  {
    #expect(try temporary.count("SELECT count(*) FROM person") == 157)
    #expect(try temporary.count("SELECT count(*) FROM posting") == 157)
    #expect(try temporary.count("SELECT count(DISTINCT person) FROM posting") == 157)
    #expect(
      try temporary.count("SELECT count(DISTINCT mission) FROM service WHERE is_resident") == 98)
    #expect(
      try temporary.count(
        """
        SELECT count(DISTINCT mission) FROM service
        WHERE is_resident AND ended_from >= '2023-01-01'
        """) == 95)
  }

  @Test func `those who have one name are two people, and the sample says so`() throws {
    #expect(
      try temporary.count("SELECT count(*) FROM (SELECT name FROM person GROUP BY name)") == 151)
    #expect(
      try temporary.count(
        """
        SELECT count(*) FROM person AS p
        WHERE EXISTS (SELECT 1 FROM person WHERE name = p.name AND key <> p.key)
          AND note NOT LIKE '%no source says that they are one person%'
        """) == 0)
  }

  @Test func `a term is stated, or inferred from the day of a decision`() throws {
    #expect(
      try temporary.count("SELECT count(*) FROM posting WHERE term IS NOT NULL") == 31)
    #expect(try temporary.count("SELECT count(*) FROM posting WHERE term_is_inferred") == 7)
    #expect(
      try temporary.count(
        """
        SELECT count(*)
        FROM posting AS p
        JOIN accreditation AS a ON a.posting = p.key AND a.is_resident
        LEFT JOIN term_batch AS b ON b.key = p.batch
        WHERE p.term_is_inferred
          AND (b.handed_over IS NULL OR coalesce(a.handed_over, '') <> b.handed_over)
        """) == 0)
  }

  @Test(arguments: [
    ("mission", "kr-busan", "opened"), ("mission", "ie-dublin", "receiver"),
    ("mission", "tw-taipei", "opened"), ("batch", "2024-2027-2", "reported_count"),
    ("batch", "2024-2027-3", "note"), ("term", "2016-2020", "ends"),
  ])
  func `where sources conflict both are cited`(kind: String, key: String, field: String) throws {
    #expect(
      try temporary.count(
        """
        SELECT count(DISTINCT says) FROM citation WHERE "\(kind)" = '\(key)' AND field = '\(field)'
        """) > 1)
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
    // Six names that two have.
    let findings = try temporary.connection.column(
      """
      SELECT code || ' ' || coalesce(mission, person) FROM finding WHERE severity <> 'note'
      ORDER BY code, mission, person
      """, as: String.self)
    #expect(
      findings == [
        "duplicate-person le-quang-long",
        "duplicate-person luong-quoc-huy", "duplicate-person nguyen-van-trung",
        "duplicate-person pham-truong-giang", "duplicate-person pham-vinh-quang",
        "duplicate-person ta-van-thong",
      ])
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
        "vu-ho kr-seoul in-office",
        "nguyen-minh-vu kh-phnom-penh left",
        "tran-phuoc-anh sg-singapore in-office",
        "pham-thanh-binh cn-beijing in-office",
        "mai-phan-dung unog-geneva in-office",
        "do-hung-viet un-new-york in-office",
      ])
  }

  /// Of whom the last that is known is of 2024 or before is not said to be there now, nor to have
  /// left.
  @Test(arguments: [
    ("it-rome", ["duong-hai-hung possibly"]), ("cn-shanghai", ["nguyen-the-tung possibly"]),
    ("jp-osaka", ["ngo-trinh-ha possibly"]), ("jp-fukuoka", []), ("kh-phnom-penh", []),
    ("kz-astana", []), ("ru-vladivostok", []), ("ua-kyiv", []), ("us-houston", []),
    ("cn-nanning", []), ("tl-dili", []), ("il-tel-aviv", ["nghiem-xuan-hai-dang acting"]),
    ("in-new-delhi", ["nguyen-thanh-hai in-office"]),
  ])
  func `who is there now is as sure as the last sign of it`(
    mission: String, heads: [String]
  ) throws {
    #expect(
      try temporary.connection.column(
        "SELECT person || ' ' || status FROM incumbent WHERE mission = \(mission)",
        as: String.self) == heads)
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
      // Two who have one name are two people.
      let rows = try temporary.connection.value(
        "SELECT count(*) FROM person WHERE name = \(name)", as: Int.self)
      #expect(found == max(1, rows ?? 0), "\(file), line \(record.line): \(name)")
      count += 1
    }
    #expect(count == (subject == "mission" ? 99 : 28))
  }
}
