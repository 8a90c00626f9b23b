import Foundation
import Testing

/// Spreadsheets and JSON that people keep, taken in.
@Suite("import csv, json, ndjson") struct TableStories {
  private static let data = RealData.folder.appending(path: "vietnam")
  private static let isHere = FileManager.default.fileExists(
    atPath: data.appending(path: "heads.csv").path)
  private static let missing: Comment = "the office's lists are not beside the checkout"

  private func map(_ name: String) -> String {
    "@" + URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Maps/\(name)").path
  }

  /// A registry with the sample in it, and a file in its folder.
  private func office(_ file: String, _ text: String) throws -> Program {
    let office = try Program()
    try Data(text.utf8).write(to: office.folder.appending(path: file))
    return office
  }

  @Test(.enabled(if: isHere, missing))
  func `the office's own spreadsheets come in with one command and a map each`() throws {
    let office = try Program(sample: false)
    try #require(try office.run("init", "--sender", "vn").code == 0)
    for (file, kind, count) in [("missions", "missions", 99), ("heads", "heads", 28)] {
      let path = Self.data.appending(path: "\(file).csv").path
      let taken = try office.run(
        "import", "csv", path, "--to", kind, "--map", map("\(file).map"), "--format", "json")
      try #require(taken.code == 0, "\(taken.err)")
      #expect(taken.out.contains("\"read\":\(count),\"added\":\(count)"))
      let again = try office.run(
        "import", "csv", path, "--to", kind, "--map", map("\(file).map"), "--format", "json")
      #expect(again.err.contains("Nothing is new"))
    }
    // The roster is the one that the sample, entered with care, gives.
    let columns = [
      "sql",
      "SELECT person_name, credentials, status FROM term_roster WHERE term = '2024-2027' ORDER BY 1",
      "--format", "csv",
    ]
    #expect(try office.run(columns).out == (try Program().run(columns)).out)
    #expect(
      try office.run(
        "sql", "SELECT in_office_by FROM accreditation WHERE posting LIKE 'qa-%'", "--format", "csv"
      ).out.contains("2024-09-25"))
    #expect(try office.run("undo", "3").code == 0)
    #expect(
      try office.run("sql", "SELECT count(*) FROM posting", "--format", "csv").lines[1] == "0")
  }

  @Test(arguments: [
    "Họ và tên;Cơ quan đại diện;Trình quốc thư\r\nLê Thử Nghiệm;fr-paris;01/03/2024\r\n",
    "name\tmission\tcredentials\nLê Thử Nghiệm\tfr-paris\t2024-03-01\n",
    "\u{FEFF}Name,Mission,Presented credentials\r\"Lê Thử Nghiệm\",FR-Paris,2024-03-01\r",
  ])
  func `names of columns in both languages, and the marks of any spreadsheet`(text: String) throws {
    let office = try office("heads.csv", text)
    for encoding in [String.Encoding.utf8, .utf16LittleEndian, .utf16] {
      let file = office.folder.appending(path: "heads.csv")
      try #require(text.data(using: encoding)).write(to: file)
      let taken = try office.run(
        "import", "csv", file.path, "--to", "heads", "--accept", "*", "--format", "csv")
      #expect(taken.code == 0, "\(encoding): \(taken.err)")
      let found = try office.run("head", "list", "--person", "Lê Thử Nghiệm", "--format", "json")
      #expect(found.out.contains("2024-03-01"))
    }
  }

  @Test func `every bad row is told with line and column, and nothing is changed`() throws {
    let office = try office(
      "heads.csv",
      """
      name,mission,credentials,gender
      Lê Một,fr-paris,2024-02-30,
      Lê Hai,fr-pari,2024,
      "Lê
      Ba",fr-paris,2024,
      Lê Bốn,fr-paris,2024,other
      Lê Năm,fr-paris
      ,fr-paris,2024,

      """)
    let before = try office.bytes()
    let answer = try office.run("import", "csv", "heads.csv", "--to", "heads")
    #expect(answer.code == 64)
    for words in [
      "bad rows: 5", "heads.csv:2:3: credentials: \"2024", "no day 30", "heads.csv:3:2: mission: ",
      "heads.csv:6:4: gender: gender cannot be \"other\"",
      "heads.csv:7: 2 fields", "heads.csv:8:1: name: ", "Nothing was changed",
    ] {
      #expect(answer.err.contains(words), "\(words): \(answer.err)")
    }
    #expect(try office.bytes() == before)
    #expect(
      try office.run("import", "csv", "heads.csv", "--to", "heads", "--lang", "vi").err
        .contains("số dòng lỗi: 5"))
  }

  @Test func `Ctrl-C takes away what is half done`() throws {
    let rows = (1...400_000).map { "Lê \($0),1966\n" }.joined()
    let office = try office("people.csv", "name,born\nLê,1966-13\n" + rows)
    let before = try office.content()
    // But for SQLite's own beside the registry.
    let files = {
      try FileManager.default.contentsOfDirectory(atPath: office.folder.path).sorted()
        .filter { !$0.hasPrefix("office.db-") }
    }
    let there = try files()
    let answer = try office.interrupted([
      "import", "csv", "people.csv", "--to", "people", "--skip-bad", "bad.csv", "-o", "report.csv",
      "--verbose",
    ])
    #expect(answer.code == 130)
    #expect(answer.err.contains("Cancelled; nothing was changed."), "\(answer.err)")
    #expect(try files() == there)
    #expect(try office.content() == before)
  }

  @Test func `a disk that fills up is no bad row`() throws {
    let note = String(repeating: "a long note ", count: 200)
    let rows = (1...8_000).map { "Lê \($0),1966,\(note)\n" }.joined()
    let office = try office("people.csv", "name,born,note\nLê,1966-13,\n" + rows)
    let before = try office.content()
    // No file may grow to more than these blocks.
    let answer = try office.shell(
      "ulimit -f 8000; legation import csv people.csv --to people --skip-bad bad.csv")
    #expect(answer.code == 74, "\(answer.err)")
    #expect(answer.err.contains("The disk refused"))
    #expect(try office.content() == before)
    #expect(
      !FileManager.default.fileExists(atPath: office.folder.appending(path: "bad.csv").path))
  }

  @Test func `all columns that want a word are told at once`() throws {
    let office = try office("people.csv", "name,bron,colour,gender\nLê,1966,red,male\n")
    let answer = try office.run("import", "csv", "people.csv", "--to", "people")
    #expect(answer.code == 64)
    for words in [
      "people have no \"bron\", \"colour\".", "column 2: bron; is it born?", "column 3: colour",
      "There are: key, name", "--map \"bron=FIELD\"", "--map \"*=\"",
    ] {
      #expect(answer.err.contains(words), "\(words): \(answer.err)")
    }
  }

  @Test func `all bad rows are counted, the first fifty told`() throws {
    let office = try office(
      "people.csv",
      "name,born\n" + (1...120).map { "Lê \($0),1966-13\n" }.joined())
    let answer = try office.run("import", "csv", "people.csv", "--to", "people")
    #expect(answer.err.contains("bad rows: 120"))
    #expect(answer.err.components(separatedBy: "\n").count { $0.contains("people.csv:") } == 50)
    let rest = (1...1_100).map { "Lý \($0),1966-13\n" }.joined()
    try Data(("name,born\nLê,1966\n" + rest).utf8)
      .write(to: office.folder.appending(path: "people.csv"))
    let words = ["import", "csv", "people.csv", "--to", "people", "--skip-bad", "bad.csv"]
    let report = try office.run(words + ["--dry-run", "--format", "json"]).out
    #expect(report.components(separatedBy: "\"bad-row\"").count - 1 == 1_001)
    #expect(report.contains("100 more, each with what is wrong with it"))
    // One table fits into CSV: the counts.
    let counts = try office.run(words + ["--format", "csv"])
    #expect(counts.lines[1] == "people,1101,1,0,0,1100,0")
    let aside = try String(
      contentsOf: office.folder.appending(path: "bad.csv"), encoding: .utf8)
    #expect(aside.components(separatedBy: "\n").count == 1 + 1_100 + 1)
  }

  @Test func `bad rows can be put aside, mended, and taken in as they are`() throws {
    let office = try office(
      "people.csv", "name,born,note\nLê Một,1966-13,\"a, \"\"b\"\"\"\nLê Hai,1967,=1+1\n")
    let taken = try office.run(
      "import", "csv", "people.csv", "--to", "people", "--skip-bad", "bad.csv", "--format", "json")
    #expect(taken.code == 0, "\(taken.err)")
    #expect(taken.out.contains("\"read\":2,\"added\":1,\"edited\":0,\"same\":0,\"set_aside\":1"))
    // What a spreadsheet would take for a formula is text here.
    #expect(try office.run("person", "show", "le-hai").out.contains("=1+1"))
    let file = office.folder.appending(path: "bad.csv")
    let aside = try String(contentsOf: file, encoding: .utf8)
    #expect(aside.hasPrefix("name,born,note,import_error\nLê Một,1966-13,\"a, \"\"b\"\"\","))
    #expect(
      try office.run("import", "csv", "people.csv", "--to", "people", "--skip-bad", "bad.csv").code
        != 0)
    try Data(aside.replacing("1966-13", with: "1966-12").utf8).write(to: file)
    #expect(try office.run("import", "csv", "bad.csv", "--to", "people").code == 0)
    #expect(try office.run("person", "show", "le-mot").out.contains("a, \"b\""))
  }

  @Test func `what is there already is edited only where it is asked for`() throws {
    let office = try office("people.csv", "key,name,born\ndo-minh-hung,Đỗ Minh Hùng,1966\n")
    let refused = try office.run("import", "csv", "people.csv", "--to", "people")
    #expect(refused.code == 64)
    #expect(refused.err.contains("says otherwise: born") && refused.err.contains("--update"))
    let preview = try office.run(
      "import", "csv", "people.csv", "--to", "people", "--update", "--dry-run", "--format", "json")
    #expect(preview.out.contains("\"column\":\"born\",\"field\":\"born\",\"first\":\"1966\""))
    #expect(preview.err.contains("Dry run"))
    #expect(!(try office.run("person", "show", "do-minh-hung").out.contains("1966")))
    #expect(
      try office.run("import", "csv", "people.csv", "--to", "people", "--update").code == 0)
    #expect(try office.run("person", "show", "do-minh-hung").out.contains("1966"))
  }

  @Test func `JSON comes in like CSV`() throws {
    let office = try office(
      "people.json", #"[{"name": "Lê Một", "born": 1966}, {"name": "Lê Hai", "gender": "male"}]"#)
    #expect(try office.run("import", "json", "people.json", "--to", "people").code == 0)
    try Data(#"{"họ tên": "Lê Ba", "born": "1968"}\#n\#n{"họ tên": "Lê Một"}\#n"#.utf8)
      .write(to: office.folder.appending(path: "people.ndjson"))
    let taken = try office.run(
      "import", "ndjson", "people.ndjson", "--to", "people", "--format", "json")
    #expect(taken.out.contains("\"read\":2,\"added\":1,\"edited\":0,\"same\":1"))
    #expect(try office.run("person", "show", "le-mot").out.contains("1966"))
  }

  @Test(arguments: [
    ("csv", "", "is empty"), ("csv", "name\n\"Lê", "quote that is never closed"),
    ("csv", "name\nL\u{0}\n", "NUL"), ("csv", "name,colour\nLê,red\n", "have no \"colour\""),
    ("csv", "name,họ tên\nLê,Lê\n", "both for name"),
    ("csv", "born\n1966\n", "needs name"),
    ("json", "[{\"name\": \"Lê\"", "no list of JSON objects"), ("json", "{}", "no list"),
    ("json", "[1]", "it is no object"),
    ("ndjson", "{\"name\": \"Lê\"}\n{\"name\": \n", "file:2: it is no JSON"),
    ("ndjson", "{\"name\": \"Lê\", \"name\": \"Lý\"}\n", "name is there twice"),
    ("ndjson", "{\"name\": {\"first\": \"Lê\"}}\n", "name holds an object"),
  ])
  func `a file gone wrong is refused and changes nothing`(
    form: String, text: String, words: String
  ) throws {
    let office = try office("file", text)
    let before = try office.bytes()
    let answer = try office.run("import", form, "file", "--to", "people")
    #expect(answer.code != 0)
    #expect(answer.err.contains(words), "\(answer.err)")
    #expect(try office.bytes() == before)
  }

  @Test func `bytes that are no text, a folder, a missing file, an endless field`() throws {
    let office = try office("file", "name\nx")
    let file = office.folder.appending(path: "file")
    let before = try office.bytes()
    for (bytes, words) in [
      (Data("name\nL".utf8) + Data([0xC3, 0x28]), "UTF-8"),
      (Data("name\n".utf8) + Data(repeating: 0x61, count: 3_000_000), "in one field"),
    ] {
      try bytes.write(to: file)
      let answer = try office.run("import", "csv", "file", "--to", "people")
      #expect(answer.code != 0 && answer.err.contains("file:2:1") && answer.err.contains(words))
    }
    #expect(try office.run("import", "csv", ".", "--to", "people").err.contains("is a folder"))
    #expect(try office.run("import", "csv", "nowhere", "--to", "people").code != 0)
    #expect(try office.bytes() == before)
  }

  @Test func `standard input is a file like any other`() throws {
    let office = try Program()
    let taken = try office.shell(
      "printf 'name,born\\nLê Một,1966\\n' | legation import csv - --to people")
    #expect(taken.code == 0, "\(taken.err)")
    #expect(try office.run("person", "show", "le-mot").out.contains("1966"))
    let refused = try office.shell(
      "printf '{\"name\": \"Lê Hai\", \"born\": \"1966-13\"}\\n' | legation import ndjson - --to people"
    )
    #expect(refused.code == 64)
    #expect(refused.err.contains(":1:2: born: "), "\(refused.err)")
  }

  @Test(arguments: [
    ("sep=;\r\nname;born\r\nLê Một, Hà Nội;1966\r\n", String.Encoding.utf8),
    ("sep=|\nname|born\nLê Một, Hà Nội|1966\n", .utf16LittleEndian),
  ])
  func `a spreadsheet can say its mark in a line of its own`(
    text: String, encoding: String.Encoding
  ) throws {
    let office = try office("people.csv", "")
    let file = office.folder.appending(path: "people.csv")
    try #require(text.data(using: encoding)).write(to: file)
    let taken = try office.run("import", "csv", "people.csv", "--to", "people")
    #expect(taken.code == 0, "\(taken.err)")
    #expect(
      try office.run("person", "find", "le mot", "--format", "csv").out.contains("Lê Một, Hà Nội"))
    let bad = text.replacing("1966", with: "1966-13")
    try #require(bad.data(using: encoding)).write(to: file)
    #expect(
      try office.run("import", "csv", "people.csv", "--to", "people", "--update").err
        .contains("people.csv:3:2: born"))
  }

  @Test func `a pipe may give its bytes one by one`() throws {
    let office = try Program()
    let taken = try office.shell(
      #"""
      { printf '\377'; sleep 0.1; printf '\376n\000a\000'; sleep 0.1
        printf 'm\000e\000;\000b\000o\000r\000n\000\n\000L\000e\000;\0001\0009\0006\0006\000\n\000'
      } | legation import csv - --to people
      """#)
    #expect(taken.code == 0, "\(taken.err)")
    #expect(try office.run("person", "show", "le").out.contains("1966"))
  }

  @Test func `UTF-16 that is cut or broken is refused`() throws {
    let office = try office("people.csv", "")
    let file = office.folder.appending(path: "people.csv")
    let whole = try #require("name,born\nLê Một,1966\n".data(using: .utf16LittleEndian))
    let before = try office.bytes()
    for (bytes, words) in [
      (Data([0xFF, 0xFE]) + whole.dropLast(), "half a letter"),
      (Data([0xFF, 0xFE]) + whole + Data([0x00, 0xDC, 0x41, 0x00]), "no UTF-16"),
    ] {
      try bytes.write(to: file)
      let answer = try office.run("import", "csv", "people.csv", "--to", "people")
      #expect(answer.code == 65)
      #expect(answer.err.contains(words), "\(answer.err)")
    }
    #expect(try office.bytes() == before)
  }

  @Test func `mixed line ends are one line each, and lines are counted right`() throws {
    let office = try office(
      "people.csv", "name,born\r\nLê Một,1966\nLê Hai,1967\rLê Ba,\"1968\r\n\"\r\nLê Bốn,1966-13\n")
    let answer = try office.run("import", "csv", "people.csv", "--to", "people")
    #expect(answer.code == 64)
    #expect(answer.err.contains("people.csv:6:2: born: "), "\(answer.err)")
  }

  @Test(arguments: [
    ("people", "name\nLê Một\nLê Hai\nLê Một\n", "people.csv:4", "le-mot"),
    ("people", "key,name\nle,Lê Một\nle,Lê Hai\n", "people.csv:3", "le"),
    ("terms", "key\n2030-2033\n2030-2033\n", "people.csv:3", "2030-2033"),
    (
      "heads", "name,mission,began\nLê Một,jp-tokyo,1993\nLê Một,jp-tokyo,2001\n", "people.csv:3",
      "jp-tokyo-le-mot"
    ),
  ])
  func `two rows about one record are refused, with --update too`(
    kind: String, text: String, place: String, key: String
  ) throws {
    let office = try office("people.csv", text)
    let before = try office.bytes()
    for words in [[], ["--update"]] {
      let answer = try office.run(
        [
          "import", "csv", "people.csv", "--to", kind, "--accept", "*", "--map",
          "began=credentials",
        ]
        .filter { kind == "heads" || !["--map", "began=credentials"].contains($0) } + words)
      #expect(answer.code == 64)
      #expect(answer.err.contains("\(place): a row before this one is about"), "\(answer.err)")
      #expect(answer.err.contains(key))
    }
    #expect(try office.bytes() == before)
  }

  @Test func `somebody who served twice at a mission has a key in each row`() throws {
    let office = try office(
      "heads.csv",
      """
      key,name,mission,credentials,ended
      jp-tokyo-le-mot-1993,Lê Một,jp-tokyo,1993,1996
      jp-tokyo-le-mot-2001,Lê Một,jp-tokyo,2001,2004

      """)
    let words = ["import", "csv", "heads.csv", "--to", "heads"]
    let taken = try office.run(words + ["--accept", "*"])
    #expect(taken.code == 0, "\(taken.err)")
    #expect(
      try office.run(
        "sql",
        "SELECT began, ended FROM incumbency WHERE person = 'le-mot' ORDER BY began", "--format",
        "csv"
      ).lines.dropFirst().prefix(2) == ["1993,1996", "2001,2004"])
    #expect(try office.run(words).err.contains("Nothing is new"))
    try Data("key,name,mission\njp-tokyo-le-mot-1993,Đỗ Minh Hùng,jp-tokyo\n".utf8)
      .write(to: office.folder.appending(path: "heads.csv"))
    #expect(try office.run(words).err.contains("says otherwise: person"))
  }

  @Test func `records that would lead back to themselves are refused, whatever the way in`() throws
  {
    let office = try office(
      "documents.csv",
      "key,number,supersedes\na,1/QĐ-CTN,c\nb,2/QĐ-CTN,a\nc,3/QĐ-CTN,b\n")
    let folder = office.folder.appending(path: "package")
    try #require(try office.run("export", "datapackage", folder.path).code == 0)
    let before = try office.content()
    // A row can name a document of a row behind it only in a package.
    let ordered = "key,number\na,1/QĐ-CTN\nb,2/QĐ-CTN\n"
    try Data(ordered.utf8).write(to: office.folder.appending(path: "first.csv"))
    try #require(try office.run("import", "csv", "first.csv", "--to", "documents").code == 0)
    #expect(try office.run("document", "edit", "b", "--supersedes", "a").code == 0)
    let edited = try office.run("document", "edit", "a", "--supersedes", "b")
    #expect(edited.code == 1)
    #expect(
      edited.err.contains("The document a leads back to itself by its supersedes, b."),
      "\(edited.err)")
    // The other way round, in one change that passes through a circle on its way back.
    let turned = try office.run(
      "sql", "--write", "--yes", "--reason", "turned",
      "UPDATE document SET supersedes = NULL WHERE key = 'b'; "
        + "UPDATE document SET supersedes = 'b' WHERE key = 'a'")
    #expect(turned.code == 0, "\(turned.err)")
    for change in ["4", "3", "2"] { #expect(try office.run("undo", change).code == 0) }
    #expect(try office.content() == before)

    let file = folder.appending(path: "mission.csv")
    var rows = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    let parent = try #require(rows[0].components(separatedBy: ",").firstIndex(of: "parent"))
    func setParent(of key: String, to other: String) throws {
      let row = try #require(rows.firstIndex { $0.hasPrefix("\(key),") })
      var fields = rows[row].components(separatedBy: ",")
      fields[parent] = other
      rows[row] = fields.joined(separator: ",")
    }
    for (key, other) in [
      ("cn-guangzhou", "cn-kunming"), ("cn-kunming", "cn-nanning"), ("cn-nanning", "cn-guangzhou"),
    ] {
      try setParent(of: key, to: other)
    }
    try Data(rows.joined(separator: "\n").utf8).write(to: file)
    let refused = try office.run("import", "datapackage", folder.path)
    #expect(refused.code == 1)
    #expect(refused.err.contains("leads back to itself by its parent"), "\(refused.err)")
    #expect(try office.content() == before)
  }
}
