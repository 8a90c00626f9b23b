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
}
