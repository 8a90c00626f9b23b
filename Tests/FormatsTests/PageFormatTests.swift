import Testing

@testable import Formats

@Suite struct PageFormatTests {
  private static let nasty = """
    SELECT 'Đại sứ đặc mệnh' AS a, 1 AS n UNION ALL SELECT 'Đa\u{323}i sư\u{301}', 22 UNION ALL
    SELECT '駐越大使館', 333 UNION ALL SELECT '👩‍👩‍👧 🇻🇳 ✔️', 4444 UNION ALL
    SELECT char(27) || '[31mred' || char(7) || char(8238), NULL UNION ALL SELECT 'two' || char(10) || 'lines', 5
    """

  @Test func `every line of a table is as wide as the others`() throws {
    let text = try written(.table, Self.nasty) { table in
      table.columns[1] = ColumnShape(name: "n", isNumber: true)
    }
    let widths = Set(text.split(separator: "\n").map { DisplayWidth.of(String($0)) })
    #expect(widths.count == 1, "\(text)")
    #expect(text.contains("│  333 │"))
  }

  @Test(arguments: [Format.table, .markdown])
  func `nothing that a terminal would obey is sent`(format: Format) throws {
    let text = try written(format, Self.nasty)
    #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0.value == 0x202E })
    #expect(text.contains("␛[31mred␇") || text.contains("␛\\[31mred␇"))
  }

  @Test func `a drawing keeps each character in its place, and obeys nothing`() throws {
    let heading = Heading(name: "t", title: "T", drawing: ["a  ─┐*", "", "b<  ─┘\u{1b}[2J"])
    let style = WritingStyle(width: 20)
    let table = try written(.table, "SELECT 1 AS a", style: style, heading: heading)
    #expect(table.hasPrefix("T\n\na  ─┐*\n\nb<  ─┘␛[2J\n\n┌"))
    let markdown = try written(.markdown, "SELECT 1 AS a", heading: heading)
    #expect(markdown.hasPrefix("# T\n\n    a  ─┐*\n\n    b<  ─┘␛[2J\n\n|"))
    let html = try written(.html, "SELECT 1 AS a", heading: heading)
    #expect(html.contains("<pre tabindex=\"0\">a  ─┐*\n\nb&lt;  ─┘␛[2J</pre>"))
    #expect(try written(.csv, "SELECT 1 AS a", heading: heading) == "a\n1\n")
    #expect(try written(.json, "SELECT 1 AS a", heading: heading) == "[\n{\"a\":1}\n]\n")
  }

  @Test(arguments: [30, 40, 60, 100])
  func `a table keeps to the width, and words stay whole`(width: Int) throws {
    let text = try written(
      .table,
      """
      SELECT 'Ambassador Extraordinary and Plenipotentiary' AS title,
        'Embassy of Viet Nam in the United Kingdom' AS mission, '2025-02-20' AS credentials
      """, style: WritingStyle(width: width))
    for line in text.split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= width, "\(text)")
    }
    #expect(text.contains("Plenipotentiary"))
    #expect(text.contains("2025-02-20"))
  }

  @Test func `a row wider than the sample wraps inside its column`() throws {
    let text = try written(
      .table,
      """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
      SELECT i, CASE i WHEN 1500 THEN printf('%.*c', 100, 'x') ELSE 'short' END AS t FROM n
      """)
    #expect(Set(text.split(separator: "\n").map(\.count)).count == 1)
    #expect(text.filter { $0 == "x" }.count == 100)
  }

  @Test
  func `NULL is shown as the page says, dates in the reader's form with what stands around them`()
    throws
  {
    let style = WritingStyle(null: "NULL") { $0 == "2025-02" ? "02/2025" : $0 }
    let text = try written(.table, "SELECT NULL AS a, '≈ 2025-02 (x)' AS b", style: style) {
      table in
      table.columns[1] = ColumnShape(name: "b", isDate: true)
    }
    #expect(text.contains("│ NULL │ ≈ 02/2025 (x) │"))
  }

  @Test func `a record is a line for each fact that is known`() throws {
    let text = try written(.table, "SELECT 'k' AS key, NULL AS absent, 'v' AS longer") {
      $0.isRecord = true
    }
    #expect(text == "key     k\nlonger  v\n")
  }

  @Test func `a page leaves out keys for programs and columns that are empty in a part`() throws {
    let text = try written(.table, "SELECT 1 AS a, 2 AS b, 3 AS c") { table in
      table.columns[0] = ColumnShape(name: "a", audience: .programs)
      table.unprinted = ["b"]
    }
    #expect(text == "┌───┐\n│ c │\n├───┤\n│ 3 │\n└───┘\n")
  }

  @Test func `a part without rows says so, or is left out`() throws {
    let text = try written(.table, ["SELECT 1 AS a WHERE 0", "SELECT 1 AS a WHERE 0"]) { table in
      table.title = table.name
      table.whenEmpty = table.name == "table0" ? "Nobody." : nil
    }
    #expect(text == "table0\nNobody.\n")
  }

  @Test func `Markdown escapes what would break its table`() throws {
    let text = try written(.markdown, "SELECT 'a|b' || char(10) || 'c*_`<' AS \"x|y\", NULL AS z")
    #expect(text == "| x\\|y | z |\n| --- | --- |\n| a\\|b<br>c\\*\\_\\`\\< |  |\n")
  }

  @Test(arguments: [
    ("abc", 3), ("Đỗ", 2), ("Đo\u{302}\u{303}", 2), ("駐越", 4), ("👩‍👩‍👧", 2), ("🇻🇳", 2), ("✔️", 2),
    ("ｱ", 1), ("한국", 4), ("e\u{301}", 1), ("", 0),
  ])
  func `width is counted by grapheme`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: [Format.table, .markdown])
  func `names of columns and titles send nothing either`(format: Format) throws {
    let text = try written(
      format, "SELECT 1 AS \"a\u{1b}[31m\"", heading: Heading(name: "t", title: "x\u{1b}y"))
    #expect(!text.contains("\u{1b}"))
    #expect(text.contains("␛"))
  }

  @Test func `a bar with a mark on it is a bar to Markdown`() throws {
    #expect(try written(.markdown, "SELECT '|' || char(769) AS a").contains("\\|\u{301}"))
  }

  @Test func `a late character of two columns fits into any column`() throws {
    let text = try written(
      .table,
      """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)
      SELECT CASE i WHEN 600 THEN '駐' ELSE 'x' END AS a FROM n
      """)
    #expect(Set(text.split(separator: "\n").map { DisplayWidth.of(String($0)) }).count == 1)
  }

  @Test func `late rows look as the first ones do`() throws {
    let text = try written(
      .table,
      """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1004),
      cell (place, value) AS (
        VALUES (0, 'Đại sứ'), (1, '駐越'), (2, 'two' || char(10) || 'lines'), (3, NULL)
      )
      SELECT i % 4 AS i, value FROM n JOIN cell ON place = i % 4 ORDER BY n.i
      """, style: WritingStyle(null: "NULL"))
    let lines = text.split(separator: "\n").dropFirst(3).dropLast()
    #expect(Array(lines.prefix(5)) == Array(lines.suffix(5)))
    #expect(Set(lines.map { DisplayWidth.of(String($0)) }).count == 1)
  }

  @Test func `a column of numbers is seen and stands to the right`() throws {
    let text = try written(.table, "SELECT 1 AS n, 'a' AS t UNION ALL SELECT 22, '3'") { table in
      table.columns = ["n", "t"].map { ColumnShape(name: $0, isNumber: nil) }
    }
    #expect(text.contains("│  1 │ a │"))
  }

  @Test func `line: one column a line, whatever is in it`() throws {
    #expect(
      try written(
        .line, "SELECT 'a' || char(10) || 'b' AS t, NULL AS \"Đỗ\" UNION ALL SELECT 'c', 'd'",
        style: WritingStyle(null: "NULL"))
        == " t = a␊b\nĐỗ = NULL\n\n t = c\nĐỗ = d\n")
  }

  @Test func `HTML holds values as text`() throws {
    let text = try written(
      .html, "SELECT '<script>&\"' AS \"a<b\", NULL AS z, 3 AS n UNION ALL SELECT 'a', 'b', 4",
      heading: Heading(name: "t", title: "<x>"))
    #expect(text.contains("<td>&lt;script&gt;&amp;&quot;</td><td class=\"null\"></td>"))
    #expect(text.contains("<th scope=\"col\">a&lt;b</th>"))
    #expect(text.contains("<td class=\"number\">3</td>"))
    #expect(text.contains("<title>&lt;x&gt;</title>"))
    #expect(text.hasSuffix("</html>\n"))
  }

  @Test(arguments: [
    ("a.csv", Format.csv), ("a.TSV", .tsv), ("a.b.json", .json), ("a.jsonl", .ndjson),
    ("a.md", .markdown), ("a.html", .html), ("a.XLSX", .xlsx), ("a.txt", .table), ("a", nil),
    ("a.xyz", nil),
  ])
  func `an ending asks for a form`(name: String, format: Format?) {
    #expect(Format(fileName: name) == format)
  }
}
