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
