import Foundation
import Registry
import SQLite
import Testing

@testable import Interchange

/// Spreadsheets and JSON that people keep, taken in.
@Suite struct TableTests {
  private struct Taken {
    let report: ImportReport
    let change: Int?

    /// Read, added, edited, the same, set aside.
    var counts: [Int] {
      report.counts.first.map { [$0.read, $0.added, $0.edited, $0.same, $0.setAside] } ?? []
    }
  }

  @discardableResult
  private func take(
    _ file: String, as form: TableImport.Form = .delimited(nil), to kind: String = "people",
    into office: Office, _ change: (inout TableImport.Options) -> Void = { _ in }
  ) throws -> Taken {
    var options = TableImport.Options(try #require(TableKind(name: kind)))
    change(&options)
    let (report, number) = try TableImport(file, as: form, options).run(
      into: office.registry, Office.note)
    return Taken(report: report, change: number)
  }

  private func refused(
    _ file: String, as form: TableImport.Form = .delimited(nil), to kind: String = "people",
    into office: Office, _ change: (inout TableImport.Options) -> Void = { _ in }
  ) throws -> RegistryError? {
    let before = try office.content()
    let refusal = #expect(throws: RegistryError.self) {
      try take(file, as: form, to: kind, into: office, change)
    }
    #expect(try office.content() == before)
    return refusal
  }

  // MARK: Marks, letters and names

  @Test(
    arguments: [
      "Họ và tên;Cơ quan đại diện;Trình quốc thư\r\nLê Thử Nghiệm;tl-dili;01/03/2026\r\n",
      "name\tmission\tcredentials\nLê Thử Nghiệm\ttl-dili\t2026-03-01\n",
      "\u{FEFF}Name,Mission,Presented credentials\r\"Lê Thử Nghiệm\",tl-dili,2026-03-01\r",
      "sep=|\r\nname|mission|credentials\r\nLê Thử Nghiệm|tl-dili|2026-03-01\r\n",
    ], [String.Encoding.utf8, .utf16LittleEndian, .utf16])
  func `columns in both languages, and the marks and letters of any spreadsheet`(
    text: String, encoding: String.Encoding
  ) throws {
    let office = try Office()
    let file = try office.put(text, in: "heads.csv", as: encoding)
    #expect(try take(file, to: "heads", into: office).counts == [1, 1, 0, 0, 0])
    #expect(
      try office.rows(
        """
        SELECT person_name, mission, credentials FROM incumbency WHERE person = 'le-thu-nghiem'
        """) == [["Lê Thử Nghiệm", "tl-dili", "2026-03-01"]])
  }

  @Test(arguments: [
    ("json", #"[{"name": "Lê Một", "born": 1966}, {"name": "Lê Hai", "gender": "male"}]"#),
    (
      "ndjson",
      "{\"họ tên\": \"Lê Một\", \"born\": \"1966\"}\n\n{\"họ tên\": \"Lê Hai\", \"gender\": \"male\"}"
    ),
    ("csv", "name,born,gender\nLê Một,1966,\nLê Hai,,male\n"),
  ])
  func `the same people in three forms`(form: String, text: String) throws {
    let office = try Office(.ofVietNam)
    let file = try office.put(text, in: "people")
    let forms: [String: TableImport.Form] = [
      "json": .json, "ndjson": .lines, "csv": .delimited(nil),
    ]
    let taken = try take(file, as: try #require(forms[form]), into: office)
    #expect(taken.counts == [2, 2, 0, 0, 0])
    #expect(
      try office.rows("SELECT key, name, born, gender FROM person ORDER BY key")
        == [["le-hai", "Lê Hai", "-", "male"], ["le-mot", "Lê Một", "1966", "-"]])
    let again = try take(file, as: try #require(forms[form]), into: office)
    #expect(again.change == nil)
    #expect(again.counts == [2, 0, 0, 2, 0])
  }

  @Test(arguments: [
    ("2024", "2024"), ("2024-07", "2024-07"), ("15/07/2024", "2024-07-15"), ("07/2024", "2024-07"),
    ("2024?", "2024?"),
    ("ngày 15 tháng 7 năm 2024", "2024-07-15"), ("trước 1917", "[..1916]"),
    ("no earlier than June 1858", "[1858-06..]"),
  ])
  func `dates come in as people write them`(given: String, kept: String) throws {
    let office = try Office(.ofVietNam)
    let file = try office.put("name;born\nLê Một;\(given)\n", in: "people.csv")
    try take(file, into: office)
    #expect(try office.column("SELECT born FROM person") == [kept])
  }

  @Test func `a map says what columns and words mean, and what is left out`() throws {
    let office = try Office(.ofVietNam)
    let file = try office.put(
      "họ tên,phái,màu,quê\nLê Một,m,red,Huế\nLê Hai,f,blue,Hà Nội\n", in: "people.csv")
    let map = try office.put(
      "# what the office calls things\nphái=gender\nphái:m=male\nphái:f=female\n", in: "office.map")
    try take(file, into: office) { $0.map = ["@\(map)", "màu=", "quê=note"] }
    #expect(
      try office.rows("SELECT name, gender, note FROM person ORDER BY key")
        == [["Lê Hai", "female", "Hà Nội"], ["Lê Một", "male", "Huế"]])
    let refusal = try refused(file, into: office) {
      $0.map = ["@\(map)", "màu=", "quê=note", "quee=note"]
    }
    #expect(refusal?.told.contains("quee") == true, "\(refusal?.told ?? "")")
  }

  @Test func `every kind of record has a table of its own`() throws {
    for kind in RecordKind.all { #expect(TableKind(name: kind.plural)?.name == kind.plural) }
    #expect(TableKind(name: "heads") == .heads)
    #expect(TableKind.all.count == RecordKind.all.count + 1)
    #expect(TableKind(name: "kings") == nil)
  }

  // MARK: What is there already

  @Test func `what is there already is edited only where it is asked for`() throws {
    let office = try Office()
    let file = try office.put(
      "key,name,born\ndo-minh-hung,Đỗ Minh Hùng,1966\n", in: "people.csv")
    let refusal = try refused(file, into: office)
    #expect(refusal?.told.contains("says otherwise: born") == true)
    let taken = try take(file, into: office) { $0.edits = true }
    #expect(taken.counts == [1, 0, 1, 0, 0])
    #expect(try office.column("SELECT born FROM person WHERE key = 'do-minh-hung'") == ["1966"])
  }

  @Test func `somebody who served twice at a mission has a key in each row`() throws {
    let office = try Office()
    let file = try office.put(
      """
      key,name,mission,credentials,ended
      jp-tokyo-le-mot-1993,Lê Một,jp-tokyo,1993,1996
      jp-tokyo-le-mot-2001,Lê Một,jp-tokyo,2001,2004

      """, in: "heads.csv")
    try take(file, to: "heads", into: office)
    #expect(
      try office.rows("SELECT began, ended FROM incumbency WHERE person = 'le-mot' ORDER BY began")
        == [["1993", "1996"], ["2001", "2004"]])
    #expect(try take(file, to: "heads", into: office).change == nil)
    let other = try office.put(
      "key,name,mission\njp-tokyo-le-mot-1993,Đỗ Minh Hùng,jp-tokyo\n", in: "heads.csv")
    #expect(
      try refused(other, to: "heads", into: office)?.told.contains("says otherwise: person") == true
    )
  }

  // MARK: Bad rows

  @Test func `bad rows are put aside with what is wrong, the rest is taken in`() throws {
    let office = try Office(.ofVietNam)
    let file = try office.put(
      "name,born,note\nLê Một,1966-13,\"a, \"\"b\"\"\"\nLê Hai,1967,=1+1\n", in: "people.csv")
    let taken = try take(file, into: office) { $0.asideFile = office.path("bad.csv") }
    #expect(taken.counts == [2, 1, 0, 0, 1])
    #expect(taken.report.remarks.map(\.place) == ["\(file):2:2"])
    // What a spreadsheet would take for a formula is text here.
    #expect(try office.rows("SELECT name, note FROM person") == [["Lê Hai", "=1+1"]])
    let aside = try office.text(of: "bad.csv")
    #expect(aside.hasPrefix("name,born,note,import_error\nLê Một,1966-13,\"a, \"\"b\"\"\","))
    // Mended, it comes in as it is.
    let mended = try office.put(aside.replacing("1966-13", with: "1966-12"), in: "mended.csv")
    try take(mended, into: office)
    #expect(try office.column("SELECT note FROM person WHERE key = 'le-mot'") == ["a, \"b\""])
    #expect(throws: RegistryError.self) {
      try take(file, into: office) { $0.asideFile = office.path("bad.csv") }
    }
  }

  @Test func `every bad row is told with line and column, and nothing is changed`() throws {
    let office = try Office()
    let file = try office.put(
      """
      name,mission,credentials,gender
      Lê Một,fr-paris,2024-02-30,
      Lê Hai,fr-pari,2024,
      "Lê
      Ba",fr-paris,2024,
      Lê Bốn,fr-paris,2024,other
      Lê Năm,fr-paris
      ,fr-paris,2024,

      """, in: "heads.csv")
    let refusal = try #require(try refused(file, to: "heads", into: office))
    for words in [
      "bad rows: 5", "\(file):2:3: credentials: \"2024", "no day 30", "\(file):3:2: mission: ",
      "\(file):6:4: gender: gender cannot be \"other\"", "\(file):7: 2 fields",
      "\(file):8:1: name: ",
    ] {
      #expect(refusal.told.contains(words), "\(words): \(refusal.told)")
    }
    #expect(refusal.message.vietnamese.contains("số dòng lỗi: 5"))
  }

  @Test func `all bad rows are counted, the first fifty told`() throws {
    let office = try Office(.ofVietNam)
    let rows = (1...120).map { "Lê \($0),1966-13\n" }.joined()
    let file = try office.put("name,born\n" + rows, in: "people.csv")
    let refusal = try refused(file, into: office)
    #expect(refusal?.message.english.contains("bad rows: 120") == true)
    #expect(refusal?.list.count == 50)
    let more = (1...1_100).map { "Lý \($0),1966-13\n" }.joined()
    let large = try office.put("name,born\nLê,1966\n" + more, in: "people.csv")
    let taken = try take(large, into: office) { $0.asideFile = office.path("bad.csv") }
    #expect(taken.counts == [1_101, 1, 0, 0, 1_100])
    #expect(taken.report.remarks.count == 1_001)
    #expect(
      taken.report.remarks.last?.words.english == "100 more, each with what is wrong with it")
    #expect(try office.text(of: "bad.csv").components(separatedBy: "\n").count == 1 + 1_100 + 1)
  }

  @Test func `all columns that want a word are told at once`() throws {
    let office = try Office(.ofVietNam)
    let file = try office.put("name,bron,colour,gender\nLê,1966,red,male\n", in: "people.csv")
    let refusal = try #require(try refused(file, into: office))
    for words in [
      "people have no \"bron\", \"colour\".", "column 2: bron; is it born?", "column 3: colour",
      "There are: key, name",
    ] {
      #expect(refusal.told.contains(words), "\(words): \(refusal.told)")
    }
  }

  @Test(
    arguments: [
      ("people", "name\nLê Một\nLê Hai\nLê Một\n", 4, "le-mot"),
      ("people", "key,name\nle,Lê Một\nle,Lê Hai\n", 3, "le"),
      ("terms", "key\n2030-2033\n2030-2033\n", 3, "2030-2033"),
      (
        "heads", "name,mission,credentials\nLê Một,jp-tokyo,1993\nLê Một,jp-tokyo,2001\n", 3,
        "jp-tokyo-le-mot"
      ),
    ], [false, true])
  func `two rows about one record are refused, whether it may be edited or not`(
    table: (kind: String, text: String, line: Int, key: String), edits: Bool
  ) throws {
    let office = try Office()
    let file = try office.put(table.text, in: "table.csv")
    let refusal = try #require(
      try refused(file, to: table.kind, into: office) { $0.edits = edits })
    #expect(
      refusal.told.contains("\(file):\(table.line): a row before this one is about"),
      "\(refusal.told)")
    #expect(refusal.told.contains(table.key))
  }

  // MARK: Files gone wrong

  @Test(arguments: [
    ("csv", "", "is empty"), ("csv", "name\n\"Lê", "quote that is never closed"),
    ("csv", "name\nL\u{0}\n", "NUL"), ("csv", "name,colour\nLê,red\n", "have no \"colour\""),
    ("csv", "name,họ tên\nLê,Lê\n", "both for name"),
    ("csv", "born\n1966\n", "The name of the person is missing"),
    ("json", "[{\"name\": \"Lê\"", "no list of JSON objects"), ("json", "{}", "no list"),
    ("json", "[1]", "it is no object"),
    ("ndjson", "{\"name\": \"Lê\"}\n{\"name\": \n", "table:2: that is no JSON"),
    ("ndjson", "{\"name\": \"Lê\", \"name\": \"Lý\"}\n", "\"name\" is there twice"),
    ("ndjson", "{\"name\": {\"first\": \"Lê\"}}\n", "name holds an object"),
    ("json", #"[{"name": "A\u0000B"}]"#, "U+0000"),
    ("ndjson", #"{"name": "A", "note": "x\u0000y"}"#, "U+0000"),
    ("json", #"[{"name": "A", "note\u0000": "y"}]"#, "no name of a field"),
    ("json", #"[{"name": 12345678901234567890}]"#, #""12345678901234567890" is a number"#),
    ("ndjson", #"{"name": 1e400}"#, #""1e400" is a number"#),
    ("json", #"[{"name": true}]"#, #""true" is true or false"#),
    ("json", #"[{"name": "Lê", "gender": 1}]"#, "is a number"),
    ("json", #"[{"name": ["Lê", 1]}]"#, "a list of more than texts"),
    ("json", #"[{"name": ["Lê", ["Lý"]]}]"#, "a list of more than texts"),
    ("json", #"[{"name": "Lê"} {"name": "Lý"}]"#, "no list of JSON objects from"),
    ("json", #"[{"name": "Lê"},]"#, "no list of JSON objects from"),
    ("json", #"[{"name": "Lê"}] []"#, "no list of JSON objects from"),
    ("json", #"[{"name": "Lê]}"#, "no list of JSON objects from"),
    ("json", #"[{"name": "\ud800"}]"#, "half a letter"),
  ])
  func `a file gone wrong is refused and changes nothing`(
    form: String, text: String, words: String
  ) throws {
    let office = try Office(.ofVietNam)
    let file = try office.put(text, in: "table")
    let forms: [String: TableImport.Form] = [
      "json": .json, "ndjson": .lines, "csv": .delimited(nil),
    ]
    let refusal = try refused(file, as: try #require(forms[form]), into: office)
    #expect(refusal?.told.contains(words) == true, "\(refusal?.told ?? "")")
  }

  @Test(arguments: [
    ("sep=;\r\nname;born\r\nLê Một, Hà Nội;1966\r\n", String.Encoding.utf8),
    ("sep=|\nname|born\nLê Một, Hà Nội|1966\n", .utf16LittleEndian),
  ])
  func `a line that says the mark is a line, and other marks are text`(
    text: String, encoding: String.Encoding
  ) throws {
    let office = try Office(.ofVietNam)
    try take(try office.put(text, in: "people.csv", as: encoding), into: office)
    #expect(try office.column("SELECT name FROM person") == ["Lê Một, Hà Nội"])
    let bad = try office.put(text.replacing("1966", with: "1966-13"), in: "bad.csv", as: encoding)
    #expect(try refused(bad, into: office)?.told.contains("bad.csv:3:2: born") == true)
  }

  @Test(arguments: [
    (Data("name\nL".utf8) + Data([0xC3, 0x28]), "UTF-8"),
    (Data("name\n".utf8) + Data(repeating: 0x61, count: 3_000_000), "in one field"),
    (Data([0xFF, 0xFE]) + Data("n\0a\0m\0e\0\n\0L".utf8), "half a letter"),
    (
      Data([0xFF, 0xFE]) + Data("n\0a\0m\0e\0\n\0".utf8) + Data([0x00, 0xDC, 0x41, 0x00]),
      "no UTF-16"
    ),
  ])
  func `bytes that are no text are refused`(bytes: Data, words: String) throws {
    let office = try Office(.ofVietNam)
    let refusal = try refused(try office.put(bytes, in: "table.csv"), into: office)
    #expect(refusal?.told.contains(words) == true, "\(refusal?.told ?? "")")
    #expect(refusal?.kind == .unfitFile)
    if !words.contains("half a letter"), words != "no UTF-16" {
      #expect(refusal?.told.contains("table.csv:2:1") == true)
    }
  }

  @Test func `a folder and a missing file are told by name`() throws {
    let office = try Office(.ofVietNam)
    #expect(try refused(office.folder.path, into: office)?.told.contains("is a folder") == true)
    #expect(try refused(office.path("nowhere"), into: office)?.told.contains("nowhere") == true)
  }

  @Test func `mixed line ends are one line each, and lines are counted right`() throws {
    let office = try Office(.ofVietNam)
    let file = try office.put(
      "name,born\r\nLê Một,1966\nLê Hai,1967\rLê Ba,\"1968\r\n\"\r\nLê Bốn,1966-13\n",
      in: "people.csv")
    #expect(try refused(file, into: office)?.told.contains("\(file):6:2: born: ") == true)
  }

  @Test func `a chain of documents without an end is refused`() throws {
    let office = try Office(.ofVietNam)
    let rows = (2...1_100).map { "d\($0),\($0)/QĐ,d\($0 - 1)\n" }.joined()
    let file = try office.put("key,number,supersedes\nd1,1/QĐ,\n" + rows, in: "documents.csv")
    let refusal = try refused(file, to: "documents", into: office)
    #expect(refusal?.told.contains("leads through more than 1000 others") == true)
    #expect(refusal?.kind == .rule)
  }
}
