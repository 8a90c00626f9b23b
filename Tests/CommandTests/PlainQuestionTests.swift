import ArgumentParser
import Testing

@testable import LegationCLI

/// A short question is read without the parser of options, and as the parser would.
@Suite struct PlainQuestionTests {
  private static let statement = "SELECT key FROM mission"

  @Test(arguments: [
    [], ["--db", "x.db"], ["--lang", "vi"], ["--format", "csv"], ["-o", "rows.csv"],
    ["--output", "rows.json"], ["--no-notes"],
    ["--db", "a b.db", "--format", "json", "--no-notes"],
  ])
  func `it is what the parser makes of the same words`(options: [String]) throws {
    for words in [[Self.statement] + options, options + [Self.statement]] {
      let plain = try #require(SQLCommand.Ask.plain(words))
      let text = String(describing: plain)
      #expect(text == String(describing: try SQLCommand.Ask.parse(words)))
      #expect(!text.contains("*definition*"), "an option has no value: \(text)")
    }
  }

  @Test(arguments: [
    [], ["--strict", statement], [statement, statement], ["--format", "doc", statement],
    ["--db", statement], ["--db"], ["-", "--db", "x"], ["--format=csv", statement],
    ["--db", "--lang", "vi", statement], ["--db", "x", "--db", "y", statement],
    ["-o", "x", "--output", "y", statement], ["--lang", "de", statement], ["--write", statement],
    ["-p", "x=1", statement], ["--output", "-", statement], [""], ["--", statement], ["--help"],
    [statement, "-h"],
  ])
  func `whatever is more is left to the parser`(words: [String]) {
    #expect(SQLCommand.Ask.plain(words).map { _ in true } == nil)
  }
}
