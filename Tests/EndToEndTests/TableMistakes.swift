import Foundation
import Testing

/// Spreadsheets and JSON gone wrong, or stopped halfway.
@Suite("import csv, json, ndjson: bad input") struct TableMistakes {
  @Test func `every bad row is told with line and column, and nothing is changed`() throws {
    let office = try Program(
      with:
        "heads.csv",
      "name,mission,credentials\nLê Một,fr-paris,2024-02-30\nLê Hai,fr-pari,2024\n")
    let before = try office.bytes()
    let answer = try office.run("import", "csv", "heads.csv", "--to", "heads")
    #expect(answer.code == 64)
    for words in [
      "bad rows: 2", "heads.csv:2:3: credentials: \"2024", "heads.csv:3:2: mission: ",
      "Nothing was changed", "--skip-bad",
    ] {
      #expect(answer.err.contains(words), "\(words): \(answer.err)")
    }
    #expect(try office.bytes() == before)
    #expect(
      try office.run("import", "csv", "heads.csv", "--to", "heads", "--lang", "vi").err
        .contains("số dòng lỗi: 2"))
  }

  @Test func `columns that want a word are told with the option that gives it`() throws {
    let office = try Program(with: "people.csv", "name,bron,colour\nLê,1966,red\n")
    let answer = try office.run("import", "csv", "people.csv", "--to", "people")
    #expect(answer.code == 64)
    for words in ["--map \"bron=FIELD\"", "--map \"*=\""] {
      #expect(answer.err.contains(words), "\(words): \(answer.err)")
    }
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
}
