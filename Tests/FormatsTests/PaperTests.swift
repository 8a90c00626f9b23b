import Foundation
import SQLite
import Testing

@testable import Formats

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Pages for paper: which columns, how wide, which way up; in HTML and as a text document.
@Suite struct PaperTests {
  private static let hostile =
    "<script>alert(1)</script>]]>&\"'=1+1\u{202E}\u{1B}[31m\u{FFFE}\u{0B}ế\nline "
    + String(repeating: "x", count: 10_000)

  private func html(
    _ sql: String, paper: Paper? = nil, language: String = "en", title: String? = "A title"
  ) throws -> String {
    var style = WritingStyle()
    style.paper = paper
    style.language = language
    return try written(.html, sql, style: style, heading: Heading(name: "t", title: title))
  }

  private func document(
    _ questions: [String], paper: Paper? = nil, language: String = "en"
  ) throws -> UnpackedWorkbook {
    var style = WritingStyle()
    style.paper = paper
    style.language = language
    return try UnpackedWorkbook(
      writtenBytes(.docx, questions, style: style, heading: Heading(name: "t", title: "A title")))
  }

  private func layout(_ rows: [[String]], room: Double = 165, size: Double = 12) throws
    -> PaperTable.Layout
  {
    let connection = try Connection(path: ":memory:", mode: .passing, walls: .none)
    let names = rows[0].indices.map { "c\($0)" }
    var table = PaperTable(
      TableShape(name: "t", columns: names.map { ColumnShape(name: $0) }))
    for row in rows {
      let values = row.map { $0.isEmpty ? "NULL" : SQL.quotedText($0) }.joined(separator: ", ")
      var statement = try connection.prepare("SELECT \(values)")
      while try statement.step() { table.take(statement.row, WritingStyle()) }
    }
    return table.layout(room: room, wish: size, isWhole: true)
  }

  // MARK: Widths

  @Test func `a column that has nothing is left out, and the others have all of the room`() throws {
    let layout = try layout([["a", "", "b"], ["c", "", "d"]])
    #expect(layout.columns == [0, 2])
    #expect(abs(layout.widths.reduce(0, +) - 165) < 0.1)
  }

  @Test(arguments: [165.0, 257.0])
  func `each word has room in its column, as long as there is any`(room: Double) throws {
    let rows = [
      ["12", "Nguyễn Phương Trà", "Đại sứ đặc mệnh toàn quyền", "≈ 2027-10", "đương nhiệm"],
      ["7", "Hoàng Hữu Anh", "Tổng Lãnh sự", "2024-01-09 (trao QĐ)", "đã kết thúc"],
    ]
    let layout = try layout(rows, room: room)
    #expect(layout.isWhole && layout.size == 12)
    for (column, width) in layout.widths.enumerated() {
      for word in rows.flatMap({ $0[column].split(separator: " ") }) {
        #expect(PrintedWidth.of(word, size: 12) < width - 2, "\(word)")
      }
    }
    // A mark stays beside what it is of.
    #expect(PrintedWidth.of("≈ 2027-10", size: 12) < layout.widths[3] - 2)
  }

  @Test func `where words have no room letters are smaller, down to 8 points`() throws {
    let wide = [(0..<14).map { "unbreakable\($0)" }]
    let layout = try layout(wide)
    #expect(layout.size == 8 && !layout.isWhole)
    #expect(abs(layout.widths.reduce(0, +) - 165) < 0.5)
    #expect(try self.layout([(0..<11).map { "somewhat\($0)" }]).size < 12)
  }

  @Test func `letters with marks are as wide as without`() {
    #expect(
      PrintedWidth.of("Đại sứ đặc mệnh", size: 12) == PrintedWidth.of("Dai su dac menh", size: 12))
    // Times Roman: 722 + 444 thousandths of 10 points.
    #expect(abs(PrintedWidth.of("Aa", size: 10) - 1.166 * 10 * 25.4 / 72) < 0.001)
    #expect(PrintedWidth.of("e\u{0302}\u{0301}", size: 10) == PrintedWidth.of("e", size: 10))
  }

  // MARK: Which way up

  @Test func `a wide table lies across, a narrow one does not`() throws {
    let names = (0..<9).map { "'representation of somewhere \($0)' AS \"heading number \($0)\"" }
    let wide = "SELECT " + names.joined(separator: ", ")
    #expect(try html(wide).contains("<div class=\"across\">"))
    #expect(try !html("SELECT 'a' AS b").contains("<div class=\"across\">"))
    #expect(try document([wide]).part("word/document.xml").contains("w:orient=\"landscape\""))
    let sheet = try document(["SELECT 'a' AS b"]).part("word/document.xml")
    #expect(!sheet.contains("landscape") && sheet.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"))
  }

  @Test func `where there is an annex, a wide table stands on it, behind the signature`() throws {
    var paper = Paper()
    paper.before = [.text(Paper.Text("before", size: 13, role: .title))]
    paper.after = [.text(Paper.Text("signed", size: 13))]
    paper.notes = [Paper.Text("noted", size: 11)]
    paper.annex = (
      [.text(Paper.Text("annexed", size: 13))], Paper.Text("see there", size: 13)
    )
    func order(_ text: String, _ table: String) -> [String] {
      ["before", "see there", "signed", "annexed", table, "noted"]
        .compactMap { word in text.range(of: ">\(word)<").map { (word, $0.lowerBound) } }
        .sorted { $0.1 < $1.1 }.map(\.0)
    }
    let names = (0..<9).map { "'some representations, row \($0)' AS \"heading number \($0)\"" }
    let wide = "SELECT " + names.joined(separator: ", ")
    let across = [
      "before", "see there", "signed", "annexed", "some representations, row 0", "noted",
    ]
    #expect(try order(html(wide, paper: paper), "some representations, row 0") == across)
    let text = try document([wide], paper: paper).part("word/document.xml")
    #expect(order(text, "some representations, row 0") == across)
    #expect(text.components(separatedBy: "<w:sectPr>").count == 3)
    let upright = ["before", "b", "noted", "signed"]
    #expect(
      try order(html("SELECT 'b' AS a", paper: paper), "b").filter(upright.contains) == upright)
  }

  @Test(arguments: [Format.html, .docx], [2999, 3000, 3001, 12_000])
  func `a table longer than what is held loses no row`(format: Format, rows: Int) throws {
    let sql =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(rows)) SELECT 'row' || i AS a, NULL AS none FROM n"
    let text =
      try format == .html
      ? html(sql) : document([sql]).part("word/document.xml")
    for row in [1, rows / 2, rows] { #expect(text.contains(">row\(row)<")) }
    #expect(text.components(separatedBy: ">row").count == rows + 1)
    // Whether a column stays empty nobody knows before the last row.
    #expect(text.contains(">none<") == (rows >= 3000))
  }

  @Test(arguments: [Format.html, .docx])
  func `a long table stands behind a short one, and before another`(format: Format) throws {
    let long =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000) SELECT 'long' || i AS a FROM n"
    let questions = ["SELECT 'first' AS a", long, "SELECT 'last' AS a"]
    let text =
      try format == .html
      ? written(.html, questions) : document(questions).part("word/document.xml")
    let places = ["first", "long1", "long4000", "last"].map {
      text.range(of: ">\($0)<")?.lowerBound ?? text.endIndex
    }
    #expect(places == places.sorted() && places[3] < text.endIndex)
  }

  // MARK: What readers need

  @Test func `a page has one main part and one title, and its tables have captions and scopes`()
    throws
  {
    for title in ["A title", nil] {
      let page = try html("SELECT 'x' AS a, 'y' AS \"\"", title: title)
      #expect(page.components(separatedBy: "<main>").count == 2)
      #expect(page.components(separatedBy: "<h1").count == 2)
      #expect(page.contains("<caption class=\"hidden\">\(title ?? "t")</caption>"))
      #expect(page.contains("<th scope=\"col\">a</th>"))
      // A head without words is none.
      #expect(!page.contains("></th>"))
    }
  }

  @Test(
    arguments: [
      ("en", "Nguyễn Văn A", "vi"), ("en", "Embassy of Viet Nam", nil), ("vi", "Đại sứ quán", nil),
      ("vi", "Embassy of Viet Nam in Cuba", "en"), ("vi", "Peter Smith", nil),
      ("en", "Müller", nil),
    ] as [(String, String, String?)])
  func `words in the other language say so`(page: String, words: String, language: String?) throws {
    let text = try html("SELECT '\(words)' AS a", language: page)
    let mark = language.map { " lang=\"\($0)\"" } ?? ""
    #expect(text.contains("<td\(mark)>\(words)</td>"))
    let document = try document(["SELECT '\(words)' AS a"], language: page)
      .part("word/document.xml")
    let place =
      language.map { "<w:lang w:val=\"\(DOCXParts.place(of: $0))\"/>" } ?? "w:szCs w:val=\"21\"/>"
    #expect(document.contains("\(place)</w:rPr><w:t xml:space=\"preserve\">\(words)</w:t>"))
  }

  @Test func `a head is told on each sheet, and no row is broken`() throws {
    let text = try document(["SELECT 1 AS a"]).part("word/document.xml")
    #expect(text.contains("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"))
    #expect(text.contains("<w:titlePg/>"))
    #expect(try document(["SELECT 1"]).part("word/header1.xml").contains(" PAGE "))
  }

  // MARK: Hostile text

  @Test func `every part of a document is XML, whatever stands in it`() throws {
    var paper = Paper()
    paper.before = [
      .text(Paper.Text(Self.hostile, size: 13, role: .title)),
      .pair([Paper.Text(Self.hostile, size: 13)], [], leftShare: 0.5),
    ]
    paper.notes = [Paper.Text(Self.hostile, size: 11)]
    let question =
      "SELECT \(SQL.quotedText(Self.hostile)) AS \(SQL.quoted(Self.hostile)), x'00FF' AS b"
    let book = try UnpackedWorkbook(
      writtenBytes(
        .docx, [question, question],
        style: {
          var style = WritingStyle()
          style.paper = paper
          return style
        }(), heading: Heading(name: Self.hostile, title: Self.hostile)))
    #expect(book.parts.first?.name == "[Content_Types].xml")
    for part in book.parts {
      #expect(XMLParser(data: Data(part.text.utf8)).parse(), "\(part.name)")
      #expect(!part.text.contains("<script"))
    }
    #expect(try book.part("word/document.xml").contains("&lt;script&gt;"))
  }

  @Test func `the same rows make the same bytes`() throws {
    let once = try writtenBytes(.docx, ["SELECT 'a' AS b"])
    #expect(try writtenBytes(.docx, ["SELECT 'a' AS b"]) == once)
  }
}
