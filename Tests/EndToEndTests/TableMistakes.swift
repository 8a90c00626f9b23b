import Foundation
import Testing

/// Spreadsheets and JSON gone wrong, or stopped halfway.
@Suite("import csv, json, ndjson: bad input") struct TableMistakes {
  @Test func `every bad row is told with line and column, and nothing is changed`() throws {
    let office = try Program(
      with:
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
    let office = try Program(with: "people.csv", "name,born\nLê,1966-13\n" + rows)
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
    let office = try Program(with: "people.csv", "name,born,note\nLê,1966-13,\n" + rows)
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
    let office = try Program(with: "people.csv", "name,bron,colour,gender\nLê,1966,red,male\n")
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
    let office = try Program(
      with:
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

  @Test(arguments: [
    ("csv", "", "is empty"), ("csv", "name\n\"Lê", "quote that is never closed"),
    ("csv", "name\nL\u{0}\n", "NUL"), ("csv", "name,colour\nLê,red\n", "have no \"colour\""),
    ("csv", "name,họ tên\nLê,Lê\n", "both for name"),
    ("csv", "born\n1966\n", "The name of the person is missing"),
    ("json", "[{\"name\": \"Lê\"", "no list of JSON objects"), ("json", "{}", "no list"),
    ("json", "[1]", "it is no object"),
    ("ndjson", "{\"name\": \"Lê\"}\n{\"name\": \n", "file:2: that is no JSON"),
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
    let office = try Program(with: "file", text)
    let before = try office.bytes()
    let answer = try office.run("import", form, "file", "--to", "people")
    #expect(answer.code != 0)
    #expect(answer.err.contains(words), "\(answer.err)")
    #expect(try office.bytes() == before)
  }

  @Test func `bytes that are no text, a folder, a missing file, an endless field`() throws {
    let office = try Program(with: "file", "name\nx")
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

  @Test func `UTF-16 that is cut or broken is refused`() throws {
    let office = try Program(with: "people.csv", "")
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
    let office = try Program(
      with:
        "people.csv",
      "name,born\r\nLê Một,1966\nLê Hai,1967\rLê Ba,\"1968\r\n\"\r\nLê Bốn,1966-13\n")
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
    let office = try Program(with: "people.csv", text)
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

  @Test func `records that would lead back to themselves are refused, whatever the way in`() throws
  {
    let office = try Program(
      with:
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

  @Test func `a chain without an end is refused`() throws {
    let rows = (2...1_100).map { "d\($0),\($0)/QĐ,d\($0 - 1)\n" }.joined()
    let office = try Program(with: "documents.csv", "key,number,supersedes\nd1,1/QĐ,\n" + rows)
    let before = try office.content()
    let answer = try office.run("import", "csv", "documents.csv", "--to", "documents")
    #expect(answer.code == 1)
    #expect(answer.err.contains("leads through more than 1000 others"), "\(answer.err)")
    #expect(try office.content() == before)
  }
}
