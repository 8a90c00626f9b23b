import Files
import Foundation
import SQLite
import Testing

@testable import Formats

/// What stands in a workbook, part by part.
@Suite struct WorkbookTests {
  @Test func `an archive has the parts that its lists name, each well-formed`() throws {
    let book = try UnpackedWorkbook(
      "SELECT 1 AS a", "SELECT 'x' AS b", heading: Heading(name: "t", title: "T & <U>"))
    #expect(
      book.parts.map(\.name) == [
        "_rels/.rels", "docProps/core.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels", "[Content_Types].xml",
      ])
    for part in book.parts { _ = try Elements(part.text) }
    let named = try Elements(book.part("[Content_Types].xml")).all
      .compactMap { $0.attributes["PartName"] }
    let there = book.parts.map { "/\($0.name)" }
      .filter { !$0.hasSuffix(".rels") && !$0.hasPrefix("/[") }
    #expect(Set(named) == Set(there))
    #expect(try book.part("docProps/core.xml").contains("<dc:title>T &amp; &lt;U&gt;</dc:title>"))
    #expect(try book.names == ["T & <U>", "T & <U> (2)", "Notes"])
    #expect(try book.sheet(3)["A1"] == "T & <U>")
  }

  @Test func `the same rows make the same bytes`() throws {
    let question = "WITH n (i) AS (VALUES (1), (2.5), ('ờ'), (NULL)) SELECT i, i AS j FROM n"
    #expect(try UnpackedWorkbook(question).bytes == UnpackedWorkbook(question).bytes)
  }

  @Test func `numbers are numbers where a double holds them, and NULL is an empty cell`() throws {
    let sheet = try UnpackedWorkbook(
      """
      SELECT 7 AS a, -9007199254740992 AS b, 9007199254740993 AS c, 0.1 AS d, 1e300 AS e,
        -9e999 AS f, NULL AS g, '' AS h, x'00ff10' AS i, '007' AS j
      """
    ).sheet()
    #expect(sheet["A1"] == "a" && sheet["J1"] == "j")
    for (place, text) in [
      ("A2", "7"), ("B2", "-9007199254740992"), ("D2", "0.1"), ("E2", "1e+300"),
    ] {
      #expect(sheet.cells[place]?.type == nil && sheet[place] == text, "\(place)")
    }
    for (place, text) in [
      ("C2", "9007199254740993"), ("F2", "-Inf"), ("H2", ""), ("I2", "AP8Q"), ("J2", "007"),
    ] {
      #expect(sheet.cells[place]?.type == "inlineStr" && sheet[place] == text, "\(place)")
    }
    #expect(sheet.cells["G2"]?.type == nil && sheet["G2"] == "")
  }

  // MARK: Hostile text

  @Test(arguments: [
    ("char(0) || 'a' || char(27) || '[2J'", "␀a␛[2J"), ("'a' || char(0xFFFE)", "a<U+FFFE>"),
    ("'=1+1'", "=1+1"), ("'@x'", "@x"),
    ("'<script>alert(1)</script>'", "<script>alert(1)</script>"),
    ("'a&amp;\"b'", "a&amp;\"b"), ("char(0x202E) || 'abc'", "<U+202E>abc"), ("'שלום'", "שלום"),
    ("'  two  '", "  two  "), ("'a' || char(10) || 'b'", "a\nb"),
    ("'a' || char(13) || char(9)", "a␍␉"), ("CAST(x'61ff62' AS TEXT)", "a\u{FFFD}b"),
    ("'Đo' || char(770, 771)", "Đo\u{302}\u{303}"), ("'👩‍👩‍👧'", "👩‍👩‍👧"),
    ("'<' || char(769)", "<\u{301}"), ("']]>'", "]]>"),
  ])
  func `text comes as it is, and what XML forbids is made visible`(
    sql: String, text: String
  ) throws {
    let sheet = try UnpackedWorkbook("SELECT \(sql) AS a").sheet()
    #expect(sheet.cells["A2"]?.type == "inlineStr")
    #expect(sheet["A2"].map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    #expect(sheet.first("f") == nil)
  }

  @Test(arguments: [
    ("_x0041_", "_x005F_x0041_"), ("__x00e9_", "__x005F_x00e9_"), ("_x41_", "_x41_"),
    ("a_x", "a_x"), ("_xyzab_", "_xyzab_"),
  ])
  func `a number of a character is no character`(text: String, written: String) throws {
    #expect(try UnpackedWorkbook("SELECT '\(text)' AS a").sheet()["A2"] == written)
  }

  @Test func `text stays text under the hands of whoever edits it`() throws {
    let book = try UnpackedWorkbook("SELECT '=1+1' AS a, '=' || printf('%300s', 'x') AS b")
    let formats = try Elements(book.part("xl/styles.xml")).all
    let start = try #require(formats.firstIndex { $0.name == "cellXfs" })
    let looks = formats[start...].filter { $0.name == "xf" }
    let sheet = try book.sheet()
    #expect(looks[try #require(sheet.cells["A2"]?.style)].attributes["numFmtId"] == "49")
    #expect(looks[try #require(sheet.cells["B2"]?.style)].attributes["quotePrefix"] == "1")
    #expect(looks.count == XLSXStyle.allCases.count)
  }

  @Test func `a text is cut where no cell holds it, and both the cell and the notes say so`() throws
  {
    let book = try UnpackedWorkbook(
      "SELECT printf('%032767d', 1) AS a, replace(hex(zeroblob(20000)), '0', 'ờ') AS b")
    let sheet = try book.sheet()
    #expect(sheet["A2"]?.utf16.count == 32_767)
    #expect(sheet["A2"]?.hasSuffix("01") == true)
    let cut = try #require(sheet["B2"])
    #expect(cut.utf16.count <= 32_767)
    let kept = cut.prefix { $0 == "ờ" }.count
    #expect(cut.hasSuffix("ờ […+\(40_000 - kept)]"))
    #expect(try book.names == ["table0", "Notes"])
    #expect(try book.sheet(2)["A1"]?.contains("cut") == true)
    let high = try #require(sheet.row(2)?.attributes["ht"].flatMap { Double($0) })
    #expect(high == 409.5)
  }

  @Test(arguments: [
    ("replace(hex(zeroblob(200000)), '0', 'x')", 400_000),
    ("replace(hex(zeroblob(200000)), '0', '👩')", 400_000), ("zeroblob(300000)", 400_000),
  ])
  func `of a very long text a cell holds what it can`(sql: String, letters: Int) throws {
    let cell = try #require(try UnpackedWorkbook("SELECT \(sql) AS a").sheet()["A2"])
    #expect(cell.utf16.count <= 32_767 && cell.utf16.count > 32_700)
    let kept = cell.unicodeScalars.prefix { $0 != " " }.count
    #expect(cell.hasSuffix(" […+\(letters - kept)]"))
  }

  // MARK: Sheets

  @Test func `rows that a sheet does not hold go on upon the next, and the notes say so`() throws {
    var style = WritingStyle()
    style.rowsOfSheet = 4
    let book = try UnpackedWorkbook(
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 7) SELECT i FROM n",
      style: style)
    #expect(try book.names == ["table0", "table0 (2)", "table0 (3)", "Notes"])
    var found: [String] = []
    for number in 1...3 {
      let sheet = try book.sheet(number)
      #expect(sheet["A1"] == "i")
      found += (2...4).compactMap { sheet["A\($0)"] }
      #expect(sheet.first("autoFilter") != nil)
    }
    #expect(found == (1...7).map(String.init))
    #expect(try book.sheet(4)["A1"]?.contains("table0 (2)") == true)
  }

  @Test(arguments: [
    ("a/b:c*d?e[f]g\\h", "a b c d e f g h"), ("'quoted'", "quoted"), ("", "Sheet"),
    ("///", "Sheet"),
    ("History", "History (2)"), ("Notes", "Notes (2)"),
    ("Heads of the missions of Viet Nam abroad", "Heads of the missions of Viet…"),
    ("abcdefghijklmnopqrstuvwxyzabcdefghijk", "abcdefghijklmnopqrstuvwxyzabcd…"),
    ("a\u{1B}b\nc", "a␛b c"), ("Cơ quan 'chưa rõ'", "Cơ quan 'chưa rõ"),
  ])
  func `a sheet has a name that every spreadsheet takes`(title: String, name: String) throws {
    let book = try UnpackedWorkbook("SELECT 1 AS a") { $0.title = title }
    #expect(try book.names.first == name)
    #expect(name.utf16.count <= 31)
  }

  @Test func `sheets of one name have two`() throws {
    let title = String(repeating: "abc ", count: 20)
    let book = try UnpackedWorkbook("SELECT 1 AS a", "SELECT 2 AS a", "SELECT 3 AS a") {
      $0.title = $0.name == "table1" ? title.uppercased() : title
    }
    let names = try book.names
    #expect(Set(names.map { $0.lowercased() }).count == 4)
    #expect(names.allSatisfy { $0.utf16.count <= 31 })
    #expect(try book.sheet(4)["B1"] == title)
  }

  @Test func `a table is filtered, frozen and printed with its head`() throws {
    let book = try UnpackedWorkbook(
      "SELECT 1 AS a, 2 AS \"it's\" UNION ALL SELECT 3, 4",
      heading: Heading(name: "t", title: "It's"))
    let sheet = try book.sheet()
    #expect(sheet.first("autoFilter")?.attributes["ref"] == "A1:B3")
    #expect(sheet.first("pane")?.attributes["state"] == "frozen")
    #expect(sheet.first("pageSetup")?.attributes["paperSize"] == "9")
    #expect(sheet.first("pageSetup")?.attributes["orientation"] == "portrait")
    #expect(sheet.first("pageSetup")?.attributes["fitToHeight"] == "0")
    #expect(sheet.first("headerFooter")?.attributes["differentFirst"] == "1")
    #expect(sheet.first("oddHeader")?.text == "&C&13&\"Times New Roman,Regular\"&P")
    #expect(sheet.first("firstHeader")?.text == "&C&14&\"Times New Roman,Bold\"It's")
    #expect(sheet.all("row").allSatisfy { $0.attributes["customHeight"] == "1" })
    let names = try Elements(book.part("xl/workbook.xml")).all.filter { $0.name == "definedName" }
    #expect(names.map(\.text) == ["'It''s'!$A$1:$B$3", "'It''s'!$1:$1"])
    var bare = WritingStyle()
    bare.hasHeader = false
    let without = try UnpackedWorkbook("SELECT 1 AS a", style: bare).sheet()
    #expect(without["A1"] == "1")
    #expect(without.first("autoFilter") == nil && without.first("pane") == nil)
  }

  @Test func `a wide table lies across, and its long texts are wrapped in high rows`() throws {
    let words = String(repeating: "Đại sứ đặc mệnh toàn quyền ", count: 12)
    let sheet = try UnpackedWorkbook(
      "SELECT '\(words)' AS a, '\(words)' AS b, '\(words)' AS c, 'x' AS d"
    ).sheet()
    #expect(sheet.first("pageSetup")?.attributes["orientation"] == "landscape")
    let widths = sheet.all("col").compactMap { $0.attributes["width"].flatMap { Double($0) } }
    #expect(widths.count == 4)
    #expect(widths.reduce(0, +) < 135)
    let high = try #require(sheet.row(2)?.attributes["ht"].flatMap { Double($0) })
    #expect(high > 100 && high < 409)
  }

  @Test func `many columns go over pages beside each other, in letters that can be read`() throws {
    let few = try UnpackedWorkbook("SELECT 1 AS a").sheet()
    #expect(few.first("pageSetup")?.attributes["fitToWidth"] == "1")
    let columns = (1...50).map { "'a word, another \($0)' AS column_number_\($0)" }
    let many = try UnpackedWorkbook("SELECT \(columns.joined(separator: ","))").sheet()
    let pages = try #require(many.first("pageSetup")?.attributes["fitToWidth"].flatMap { Int($0) })
    let widths = many.all("col").compactMap { $0.attributes["width"].flatMap { Double($0) } }
    #expect(widths.reduce(0, +) / Double(pages) < 135)
    #expect(many.row(2)?.attributes["ht"] == "15.75")
  }

  @Test func `an empty table has its head, or what is said in its place`() throws {
    let empty = try UnpackedWorkbook("SELECT 1 AS a WHERE 0")
    #expect(try empty.sheet()["A1"] == "a")
    #expect(try empty.sheet().all("row").count == 1)
    let said = try UnpackedWorkbook("SELECT 1 AS a WHERE 0") { $0.whenEmpty = "None <yet>." }
    #expect(try said.sheet()["A2"] == "None <yet>.")
    let nothing = try UnpackedWorkbook("SELECT 1 AS a WHERE 0") { $0.title = "Part" }
    #expect(try nothing.names == ["Notes"])
  }

  // MARK: Columns

  @Test func `keys, codes and days are in hidden columns`() throws {
    var style = WritingStyle()
    style.days = { $0 == "1899" ? ("1899-01-01", "1899-12-31") : ("1900-02-01", "\($0)-29") }
    let book = try UnpackedWorkbook(
      """
      SELECT 'k1' AS "key", 'Ann' AS name, '2024-02' AS began, 'amb' AS title
      UNION ALL SELECT 'k2', 'Bob', '1899', 'amb' UNION ALL SELECT 'k3', 'Cy', NULL, NULL
      """, style: style
    ) {
      $0.columns = [
        ColumnShape(name: "key", audience: .programs), ColumnShape(name: "name", label: "Name"),
        ColumnShape(name: "began", label: "Began", isDate: true),
        ColumnShape(name: "title", label: "Title", words: ["amb": "Ambassador"]),
      ]
    }
    let sheet = try book.sheet()
    let heads = "ABCDEFG".compactMap { sheet["\($0)1"] }
    #expect(
      heads == ["Name", "Began", "began_earliest", "began_latest", "Title", "key", "title"])
    #expect(
      sheet.all("col").map { $0.attributes["hidden"] == "1" }
        == [false, false, true, true, false, true, true])
    // No day before 1 March 1900; 29 February 2024 is number 45351.
    #expect(sheet["B2"] == "2024-02" && sheet["C2"] == nil && sheet["D2"] == "45351")
    #expect(sheet["B3"] == "1899" && sheet["C3"] == nil && sheet["D3"] == nil)
    #expect(sheet["E2"] == "Ambassador" && sheet["F2"] == "k1" && sheet["G2"] == "amb")
    #expect(sheet.first("autoFilter")?.attributes["ref"] == "A1:G4")
    #expect(try book.sheet(2)["A1"]?.contains("Hidden columns") == true)
  }

  @Test(arguments: [
    ("1900-02-28", nil), ("1900-03-01", 61), ("1970-01-01", 25_569), ("2000-02-29", 36_585),
    ("9999-12-31", 2_958_465), ("1778-09-14", nil), ("2024-02", nil), ("", nil),
  ])
  func `a day has the number that spreadsheets give it`(day: String, number: Int?) {
    #expect(SheetCell.number(ofDay: day) == number)
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func `columns have the names of columns`(place: Int, letters: String) {
    #expect(SheetCell.letters(place) == letters)
  }

  @Test func `a record is a line for each fact, with hidden ones for programs`() throws {
    let book = try UnpackedWorkbook("SELECT 'k' AS \"key\", 'Ann' AS name, NULL AS note, 5 AS n") {
      $0.isRecord = true
      $0.columns = [
        ColumnShape(name: "key", audience: .programs), ColumnShape(name: "name", label: "Name"),
        ColumnShape(name: "note"), ColumnShape(name: "n", label: "Number"),
      ]
    }
    let sheet = try book.sheet()
    #expect(
      ["A1", "B1", "A2", "B2", "A3", "B3"].map { sheet[$0] }
        == ["Name", "Ann", "Number", "5", "key", "k"])
    #expect(sheet.cells["B2"]?.type == nil)
    #expect(sheet.row(3)?.attributes["hidden"] == "1" && sheet.row(2)?.attributes["hidden"] == nil)
  }

  @Test func `the notes have the lines, the drawing and the facts`() throws {
    let book = try UnpackedWorkbook(
      "SELECT 1 AS a",
      heading: Heading(
        name: "t", title: "T", lines: ["On a day."], drawing: ["  a ─┐", "  b ─┘"],
        facts: [("count", .integer(3)), ("day", .text("2024")), ("none", .null)]))
    let notes = try book.sheet(2)
    #expect(
      (1...8).map { notes["A\($0)"] }
        == ["T", "On a day.", "  a ─┐", "  b ─┘", "", "For other programs", "count", "day"])
    #expect(notes["B7"] == "3" && notes.cells["B7"]?.type == nil && notes["B8"] == "2024")
  }
}
