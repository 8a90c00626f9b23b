import Files
import Foundation
import SQLite
import Testing

@testable import Formats

@Suite struct ProgramFormatTests {
  @Test func `CSV quotes what must be, and tells NULL from empty text`() throws {
    let text = try written(
      .csv,
      "SELECT 'a,b' AS \"x,y\", 'say \"hi\"' AS q, char(10) AS n, NULL AS absent, '' AS empty, 1.5 AS r"
    )
    #expect(text == "\"x,y\",q,n,absent,empty,r\n\"a,b\",\"say \"\"hi\"\"\",\"\n\",,\"\",1.5\n")
  }

  @Test func `CSV goes on with a table of the same columns and leaves others out`() throws {
    let text = try written(.csv, ["SELECT 1 AS a", "SELECT 2 AS a", "SELECT 3 AS b"])
    #expect(text == "a\n1\n2\n")
  }

  @Test func `JSON keeps every value`() throws {
    let text = try written(
      .json,
      """
      SELECT NULL AS a, '' AS b, 'q"\\' || char(10, 9, 1, 0) || 'z' AS c, 9223372036854775807 AS d,
        0.1 AS e, 9e999 AS f, x'00ff10' AS g, 'Đỗ 👩‍👩‍👧' AS h, CAST(x'61ff' AS TEXT) AS i
      """)
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    let row = try #require(rows.first)
    #expect(row["a"] is NSNull)
    #expect(row["b"] as? String == "")
    #expect(row["c"] as? String == "q\"\\\n\t\u{1}\u{0}z")
    #expect(text.contains("\"d\":9223372036854775807,\"e\":0.1,\"f\":null"))
    #expect(row["g"] as? String == "AP8Q")
    #expect(row["h"] as? String == "Đỗ 👩‍👩‍👧")
    #expect(row["i"] as? String == "a\u{fffd}")
  }

  @Test func `JSON of no rows is an empty array, a record is an object`() throws {
    #expect(try written(.json, "SELECT 1 AS a WHERE 0") == "[]\n")
    let text = try written(
      .json, ["SELECT 1 AS a", "SELECT 2 AS b WHERE 0"],
      heading: Heading(name: "r", title: "T", facts: [("n", .integer(3))], isComposite: true)
    ) { $0.isRecord = $0.name == "table0" }
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect((object["table0"] as? [String: Int]) == ["a": 1])
    #expect((object["table1"] as? [Any])?.isEmpty == true)
    #expect(object["n"] as? Int == 3)
    #expect(object["title"] as? String == "T")
  }

  @Test(arguments: [
    ("SELECT 1 AS a, 2 AS a", ["a", "a_2"]),
    ("SELECT 1 AS a, 2 AS a, 3 AS a", ["a", "a_2", "a_3"]),
    ("SELECT 1 AS a, 2 AS a, 3 AS a_2", ["a", "a_3", "a_2"]),
    (
      "SELECT 1 AS a_2, 2 AS a, 3 AS a, 4 AS a, 5 AS b, 6 AS b",
      ["a_2", "a", "a_3", "a_4", "b", "b_2"]
    ),
    ("SELECT 1 AS a, 2 AS A", ["a", "A"]), ("SELECT 1 AS \"\", 2 AS \"\"", ["", "_2"]),
    ("SELECT 1 AS \"a\"\"\", 2 AS \"a\"\"\"", ["a\"", "a\"_2"]),
  ])
  func `JSON has each column under a name of its own, CSV as it is called`(
    sql: String, names: [String]
  ) throws {
    let values = Array(1...names.count)
    let expected = Dictionary(uniqueKeysWithValues: zip(names, values))
    let list = try JSONSerialization.jsonObject(with: Data(try written(.json, sql).utf8))
    #expect(list as? [[String: Int]] == [expected])
    let line = try JSONSerialization.jsonObject(with: Data(try written(.ndjson, sql).utf8))
    #expect(line as? [String: Int] == expected)
    let header = try written(.csv, sql).split(separator: "\n").first ?? ""
    #expect(!header.contains("_3") || sql.contains("_3"))
    #expect(!header.contains("_2") || sql.contains("_2"))
  }

  @Test func `a column called table does not stand for the table of a line`() throws {
    let text = try written(
      .ndjson, "SELECT 1 AS \"table\"", heading: Heading(name: "r", isComposite: true))
    #expect(text.hasSuffix("{\"table\":\"table0\",\"table_2\":1}\n"))
  }

  @Test(arguments: [Format.csv, .json])
  func `columns for pages are not for programs`(format: Format) throws {
    let text = try written(format, "SELECT 1 AS key, '†' AS marks") { table in
      table.columns[1] = ColumnShape(name: "marks", audience: .pages)
    }
    #expect(text.contains("key"))
    #expect(!text.contains("†"))
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")])
  func `base64 is what RFC 4648 says`(plain: String, encoded: String) {
    #expect(Array(plain.utf8).withUnsafeBytes { Base64.encoded($0) } == encoded)
  }

  @Test(arguments: [
    "0", "1", "-1", "9", "10", "99", "100", "-100", "9223372036854775807",
    "-9223372036854775807 - 1",
    "999999999999999999", "1000000000000000000",
  ])
  func `whole numbers are written as SQLite writes them`(number: String) throws {
    let text = try written(.csv, "SELECT \(number) AS a, CAST(\(number) AS TEXT) AS b")
    let cells = text.split(separator: "\n")[1].split(separator: ",")
    #expect(cells[0] == cells[1])
  }

  @Test(arguments: 0..<40)
  func `what must be quoted or escaped is seen at every place of a value`(place: Int) throws {
    for nasty in ["\"", ",", "\n", "\r", "\\", "\u{1}", "\u{7f}", "Đ", "\u{301}"] {
      let value =
        String(repeating: "x", count: place) + nasty + String(repeating: "y", count: 39 - place)
      let literal =
        "CAST(x'" + value.utf8.map { String($0, radix: 16).leftPadded }.joined() + "' AS TEXT)"
      let json = try written(.json, "SELECT \(literal) AS a")
      let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]]
      #expect(
        read?.first?["a"]?.utf8.elementsEqual(value.utf8) == true, "\(nasty.debugDescription)")
      let csv = try written(.csv, "SELECT \(literal) AS a")
      let mustQuote = ["\"", ",", "\n", "\r"].contains(nasty)
      let field = value.replacing("\"", with: "\"\"")
      #expect(csv.utf8.elementsEqual("a\n\(mustQuote ? "\"\(field)\"" : value)\n".utf8))
    }
  }

  @Test(arguments: [
    ("C3A9", true), ("C0AF", false), ("E0809F", false), ("EDA080", false), ("EFBFBF", true),
    ("F09F91A9", true), ("F48FBFBF", true), ("F4908080", false), ("F5808080", false), ("C3", false),
    ("E1BB", false), ("80", false), ("FF", false), ("41E1BB9741", true),
  ])
  func `UTF-8 is told from bytes that are none`(hex: String, isValid: Bool) throws {
    let json = try written(.json, "SELECT CAST(x'\(hex)' AS TEXT) AS a")
    #expect(json.contains("\u{FFFD}") != isValid)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
  }

  @Test func `a spreadsheet gets a mark, CRLF, and no text that it would take for a formula`()
    throws
  {
    var style = WritingStyle()
    style.isForSpreadsheet = true
    let text = try written(
      .csv, "SELECT '=1+1' AS a, '-2' AS b, -2 AS c, '@x,y' AS d, 'plain' AS e, '' AS f",
      style: style)
    #expect(
      text.unicodeScalars.elementsEqual(
        "\u{FEFF}a,b,c,d,e,f\r\n'=1+1,'-2,-2,\"'@x,y\",plain,\"\"\r\n".unicodeScalars))
  }

  @Test func `text that would be taken for a formula can be made plain, and nothing else`() throws {
    var style = WritingStyle()
    style.defusesFormulas = true
    let text = try written(
      .csv, "SELECT '=1+1' AS a, -2 AS b, '@x,y' AS c, '' AS d, NULL AS e", style: style)
    #expect(text == "a,b,c,d,e\n'=1+1,-2,\"'@x,y\",\"\",\n")
  }

  @Test func `TSV quotes a tab and not a comma`() throws {
    #expect(try written(.tsv, "SELECT 'a' || char(9) AS a, 'b,c' AS b") == "a\tb\n\"a\t\"\tb,c\n")
  }

  @Test(arguments: [
    (Format.csv, "1\n"), (.tsv, "1\n"), (.table, "┌───┐\n│ 1 │\n└───┘\n"), (.line, "1\n"),
  ])
  func `the names of the columns can be left out`(format: Format, expected: String) throws {
    var style = WritingStyle()
    style.hasHeader = false
    #expect(try written(format, "SELECT 1 AS a", style: style) == expected)
  }

  @Test func `lines of JSON: one object each, and the table's name where there are several`() throws
  {
    #expect(
      try written(.ndjson, "SELECT 1 AS a, 'x' AS b UNION ALL SELECT 2, NULL")
        == "{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":null}\n")
    #expect(
      try written(
        .ndjson, ["SELECT 1 AS a", "SELECT 2 AS b"],
        heading: Heading(name: "r", facts: [("n", .integer(3))], isComposite: true))
        == "{\"report\":\"r\",\"n\":3}\n{\"table\":\"table0\",\"a\":1}\n{\"table\":\"table1\",\"b\":2}\n"
    )
  }

  @Test func `more than a buffer of bytes comes out whole`() throws {
    let text = try written(.csv, "SELECT printf('%.*c', 300000, 'x') AS a UNION ALL SELECT 'end'")
    #expect(text == "a\n" + String(repeating: "x", count: 300_000) + "\nend\n")
  }

  @Test func `a reader that went away and a full disk are told apart`() throws {
    signal(SIGPIPE, SIG_IGN)
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let closed = ByteSink(descriptor: pipe.fileHandleForWriting.fileDescriptor)
    closed.write("words")
    #expect(throws: OutputError.closedPipe) { try closed.flush() }
    if let full = FileHandle(forWritingAtPath: "/dev/full") {
      let sink = ByteSink(descriptor: full.fileDescriptor)
      sink.write("words")
      #expect(throws: OutputError.failed("No space left on device")) { try sink.flush() }
      #expect(sink.hasFailed)
    }
  }
}

extension String {
  fileprivate var leftPadded: String { count < 2 ? "0" + self : self }
}
