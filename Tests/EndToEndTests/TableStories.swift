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
    let roster = try office.run(
      "sql",
      "SELECT person_name, credentials, status FROM term_roster WHERE term = '2024-2027' ORDER BY 1",
      "--format", "csv", "--no-header"
    ).lines.filter { !$0.isEmpty }
    #expect(
      roster == [
        "Lê Quang Long,2024-05?,possibly", "Mai Phan Dũng,2024-02-29,in-office",
        "Nguyễn Huy Hiệp,,in-office", "Ngô Minh Nguyệt,2024-05-15,in-office",
        "Tôn Thị Ngọc Hương,,in-office", "Đỗ Hùng Việt,,appointed",
        "Đỗ Minh Hùng,2025-02-20,in-office",
      ])
    // The letters are those that the sample, entered with care from more sources, has.
    let letters = [
      "sql",
      "SELECT person_name, receiver, credentials FROM tenure WHERE is_resident AND credentials <> ''",
      "--format", "csv",
    ]
    let sample = Set(try Program().run(letters).lines)
    #expect(try sample.isSuperset(of: office.run(letters).lines))
    #expect(
      try office.run(
        "sql", "SELECT in_office_by FROM accreditation WHERE posting LIKE 'qa-%'", "--format", "csv"
      ).out.contains("2024-09-25"))
    #expect(try office.run("undo", "3").code == 0)
    #expect(
      try office.run("sql", "SELECT count(*) FROM posting", "--format", "csv").lines[1] == "0")
  }

  @Test func `bad rows can be put aside, mended, and taken in as they are`() throws {
    let office = try Program(
      with:
        "people.csv", "name,born,note\nLê Một,1966-13,\"a, \"\"b\"\"\"\nLê Hai,1967,=1+1\n")
    let taken = try office.run(
      "import", "csv", "people.csv", "--to", "people", "--skip-bad", "bad.csv", "--format", "json")
    #expect(taken.code == 0, "\(taken.err)")
    #expect(taken.out.contains("\"read\":2,\"added\":1,\"edited\":0,\"same\":0,\"set_aside\":1"))
    // What a spreadsheet would take for a formula is text here.
    #expect(try office.run("person", "show", "le-hai").out.contains("=1+1"))
    // One table fits into CSV: the counts.
    let counts = try office.run(
      "import", "csv", "people.csv", "--to", "people", "--skip-bad", "again.csv", "--dry-run",
      "--format", "csv")
    #expect(counts.lines[1] == "people,2,0,0,1,1,0", "\(counts.out)")
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
    let office = try Program(with: "people.csv", "key,name,born\ndo-minh-hung,Đỗ Minh Hùng,1966\n")
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

  @Test func `a JSON list of any size comes in, record by record`() throws {
    let note = String(repeating: "x", count: 19_000)
    var text = "["
    for number in 0..<1_200 {
      text += (number == 0 ? "" : ",\n") + "{\"name\": \"Lê \(number)\", \"note\": \"\(note)\"}"
    }
    let office = try Program(with: "large.json", text + "]\n")
    let taken = try office.run("import", "json", "large.json", "--to", "people", "--dry-run")
    #expect(taken.code == 0, "\(taken.err)")
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
}
