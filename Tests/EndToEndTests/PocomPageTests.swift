import Foundation
import Testing

/// Reports of 240 years of heads of mission, as people read them: whole pages, in two languages.
///
/// The pages lie in `PocomPages`. With LEGATION_PAGES=write in the environment they are written anew,
/// to be looked at before they are kept.
@Suite("Pages of pocom", .serialized)
struct PocomPageTests {
  private static let missing: Comment = "the data sets ../shared/data/pocom and gsh are not here"

  /// A registry with pocom and gsh, made once, known until the end of 2020.
  private static let office = Result { () throws -> URL in
    let program = try Program(sample: false)
    try #require(try program.run("init").code == 0)
    let imported = try program.run(
      "import", "pocom", RealData.pocom.path, "--gsh", RealData.gsh.path)
    try #require(imported.code == 0, "\(imported.err)")
    try #require(
      try program.run("registry", "edit", "--known-until", "2020-12-31", "--reason", "x").code == 0)
    let copy = FileManager.default.temporaryDirectory
      .appending(path: "legation-pocom-pages-\(UUID().uuidString).db")
    try #require(try program.run("backup", copy.path).code == 0)
    return copy
  }

  private func run(_ words: [String]) throws -> Program.Answer {
    let office = try Self.office.get()
    return try Program(sample: false).run(words + ["--db", office.path])
  }

  private static let pages: [(name: String, words: [String])] = [
    ("precedence", ["precedence", "--on", "1941-06-01"]),
    ("movements", ["movements", "--from", "1917-02-01", "--to", "1917-04-30"]),
    ("network", ["network", "--on", "1941-12-31", "--from", "1940-01-01"]),
    ("tenure", ["tenure"]),
    ("undated", ["undated", "--mission", "france"]),
  ]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "PocomPages")

  @Test(.enabled(if: RealData.isHere, missing), arguments: pages, ["en", "vi"])
  func `a page of the real data`(page: (name: String, words: [String]), language: String) throws {
    let answer = try run(
      ["report"] + page.words + ["--lang", language, "--width", "100000"])
    try #require(answer.code == 0, "\(answer.err)")
    let file = Self.folder.appending(path: "\(page.name).\(language).txt")
    if ProcessInfo.processInfo.environment["LEGATION_PAGES"] == "write" {
      try answer.out.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try answer.out == String(contentsOf: file, encoding: .utf8))
  }

  @Test(.enabled(if: RealData.isHere, missing))
  func `the source divides the world its own way`() throws {
    let answer = try run([
      "sql",
      "SELECT region, count(*) > 20 FROM party JOIN mission ON receiver = party.key GROUP BY 1",
      "--format", "csv", "--no-header",
    ])
    let regions = answer.lines.filter { $0.hasSuffix(",1") }.map { String($0.dropLast(2)) }
    #expect(
      Set(regions).isSubset(of: ["", "af", "eap", "eur", "nea", "sca", "wha"]), "\(answer.out)")
    #expect(regions.count > 4)
  }
}
