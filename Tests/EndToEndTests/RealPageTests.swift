import Foundation
import Testing

/// Pages of reports on the real data, whole, in two languages.
///
/// They lie in `Pages`. With LEGATION_PAGES=write in the environment they are written anew, to be
/// looked at before they are kept.
@Suite("Pages of pocom") struct RealPageTests {
  private static let pages: [(name: String, words: [String])] = [
    ("succession", ["succession", "--mission", "estonia"]),
    ("succession-on-day", ["succession", "--mission", "estonia", "--on", "1935-01-01"]),
    ("career", ["career", "--person", "adams-john"]),
    ("career-of-many", ["career", "--person", "jackson-john-brinkerhoff"]),
    ("expiring", ["expiring", "--months", "1", "--kind", "legation", "--on", "1930-06-30"]),
    ("pending", ["pending", "--on", "1975-06-30"]),
    ("precedence", ["precedence", "--on", "1941-06-01"]),
    ("movements", ["movements", "--from", "1917-02-01", "--to", "1917-04-30"]),
    ("network", ["network", "--on", "1941-12-31", "--from", "1940-01-01"]),
    ("tenure", ["tenure", "--on", "2020-12-31"]),
    ("undated", ["undated", "--mission", "france", "--on", "2020-12-31"]),
  ]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Pages")

  @Test(
    .enabled(if: RealData.isHere, "the data sets ../shared/data/pocom and gsh are not here"),
    arguments: pages, ["en", "vi"])
  func `a page of the real data`(page: (name: String, words: [String]), language: String) throws {
    let registry = try RealData.registry.get()
    let program = try Program(sample: false)
    let answer = try program.run(
      ["report"] + page.words + ["--db", registry.path, "--lang", language, "--format", "table"])
    try #require(answer.code == 0, "\(answer.err)")
    let file = Self.folder.appending(path: "\(page.name).\(language).txt")
    if ProcessInfo.processInfo.environment["LEGATION_PAGES"] == "write" {
      try answer.out.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try answer.out == String(contentsOf: file, encoding: .utf8))
  }

  @Test(
    .enabled(if: RealData.isHere, "the data sets ../shared/data/pocom and gsh are not here"))
  func `the source divides the world its own way`() throws {
    let registry = try RealData.registry.get()
    let answer = try Program(sample: false).run(
      "sql",
      "SELECT region, count(*) > 20 FROM party JOIN mission ON receiver = party.key GROUP BY 1",
      "--format", "csv", "--no-header", "--db", registry.path)
    try #require(answer.code == 0, "\(answer.err)")
    let regions = answer.lines.filter { $0.hasSuffix(",1") }.map { String($0.dropLast(2)) }
    #expect(
      Set(regions).isSubset(of: ["", "af", "eap", "eur", "nea", "sca", "wha"]), "\(answer.out)")
    #expect(regions.count > 4)
  }
}
