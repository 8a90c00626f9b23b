import Foundation
import Registry
import Testing

@testable import Interchange

/// JSON and XML as they come in and go out.
@Suite struct ForeignRowsTests {
  private func rows(_ text: String) throws -> [ForeignRow] {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let reader = try JSONListRows(path: file.path)
    var rows: [ForeignRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  @Test(arguments: [
    ("[]", []), (" [ ] ", []), (#"[{"a": "x"}]"#, [["x"]]),
    ("[\n{\"a\":\n\"x\"}\n,\r\n{\"a\": \"y\"}]\n", [["x"], ["y"]]),
    (#"[{"a": "]}, {", "b": "\"]"}]"#, [["]}, {", "\"]"]]),
    (#"[{"a": "\\"}, {"a": "\\\""}]"#, [["\\"], ["\\\""]]),
    (#"[{"a": ["x", "y"], "b": null}]"#, [["x; y", ""]]),
    (#"[{"a": [], "b": "\ud83c\uddfb"}]"#, [["", "🇻"]]),
  ])
  func `each object of a list is a row`(text: String, fields: [[String]]) throws {
    let rows = try rows(text)
    #expect(rows.map(\.fields) == fields)
    #expect(rows.allSatisfy { $0.fault == nil })
    #expect(rows.map(\.line) == Array(1...max(1, rows.count)).prefix(rows.count).map { $0 })
  }

  @Test(arguments: [
    "0", "-1", "12345678901234567890", "1e400", "1.50", "0.1000000000000000055511151231257827",
  ])
  func `a number stays as it is written`(digits: String) throws {
    let row = try #require(try rows("[{\"a\": \(digits)}]").first)
    #expect(row.fields == [digits])
    #expect(row.kinds == [0: .number])
  }

  @Test func `a text keeps its NUL, for the rules of entry to refuse`() throws {
    let row = try #require(try rows(#"[{"a": "x\u0000y"}]"#).first)
    #expect(row.fields == ["x\u{0}y"])
  }

  @Test(arguments: [
    "[{]", "[{\"a\": 1}", "[1,", "[,]", "[{},]", "[{}] x", "[{}}]", "[\"", "[{\"a\": \"x]",
  ])
  func `a list that breaks off is refused where it does`(text: String) {
    #expect(throws: DelimitedReader.Fault.self) { try rows(text) }
  }

  @Test(arguments: [
    ("\u{FFFF}", ""), ("\u{FFFE}", ""), ("\u{1}", ""), ("\n", "\n"), ("<&>", "&lt;&amp;&gt;"),
    ("🇻🇳", "🇻🇳"),
  ])
  func `what XML cannot hold does not go out in it`(text: String, written: String) throws {
    var xml = XMLText()
    xml.element("a", "x\(text)y")
    #expect(xml.text == "<a>x\(written)y</a>\n")
    _ = try XMLTree(Array(xml.document.utf8), path: "a")
  }
}
