import Files
import SQLite
import Testing

@testable import Formats

@Suite struct HostileTextTests {
  private func shown(_ pieces: [String]) throws -> String { pieces.map(ControlText.shown).joined() }

  @Test(arguments: [
    ("\u{1B}[31m", "<U+1B>[31m"), ("\u{9B}2J", "<U+9B>2J"), ("a\u{202E}b", "a<U+202E>b"),
    ("a\rb", "a<U+D>b"), ("a\r\nb", "a\r\nb"), ("é\tß\n", "é\tß\n"), ("\r", "<U+D>"),
  ])
  func `a terminal is shown what it would obey`(text: String, expected: String) throws {
    #expect(try shown([text]) == expected)
  }

  @Test(arguments: [
    "=1", "＝1", "＋1", "－1", "＠A1", "@A1", "-1", " =1", "\u{200B}=1", "\u{FEFF}＝1", "\u{A0}+1",
    "\n=1", "\t=1", "a;=1",
  ])
  func `no text of a spreadsheet begins a formula, in any width`(text: String) throws {
    var style = WritingStyle()
    style.defusesFormulas = true
    let cell = try written(.csv, "SELECT '\(text)' AS a", style: style).dropFirst(2).dropLast()
    #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'") || cell == "\"a;=1\"")
  }

  @Test func `NUL is shown in CSV, and ends no row`() throws {
    #expect(
      try written(.csv, "SELECT CAST(x'410042' AS TEXT) AS a, 1 AS b") == "a,b\nA\u{2400}B,1\n")
  }
}
