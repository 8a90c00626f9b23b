import Foundation
import Testing

/// What a command that writes answers: to people, to scripts, and where nobody can read it.
@Suite struct AnswerStories {
  private let program: Program

  init() throws { program = try Program() }

  private func lastChange() throws -> String {
    try program.run("sql", "SELECT max(number) FROM change", "--format", "csv").lines[1]
  }

  private func object(_ words: [String]) throws -> [String: Any] {
    let answer = try program.run(words + ["--format", "json"])
    try #require(answer.code == 0, "\(words): \(answer.err)")
    let json = try JSONSerialization.jsonObject(with: Data(answer.out.utf8))
    return try #require(json as? [String: Any])
  }

  // MARK: Where the answer goes

  @Test(arguments: [
    "person add 'Bad O' -o nowhere/x", "person add 'Bad O' --format json -o nowhere/x.json",
    "person add 'Bad O' >&-", "head end gb-london --on 2026 --because recalled >&-",
    "undo 1 -o nowhere/x", "mission edit gb-london --seat X -o .",
    "sql save x 'SELECT 1' --about x >&-",
    "registry edit --gap-days 3 -o nowhere/x", "person add 'Bad O' --format csv",
    "person add 'Bad O' -o x.html",
  ])
  func `an answer that can go nowhere is refused before anything is written`(line: String) throws {
    let before = try program.content()
    let answer = try program.shell("legation \(line)")
    #expect([64, 73, 74].contains(answer.code), "\(answer.err)")
    #expect(!answer.err.contains("kept"))
    #expect(try lastChange() == "1")
    #expect(try program.content() == before)
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [
      "person add 'Bad O'", "person add 'Bad O' --format json", "person add 'Bad O' -o /dev/full",
      "undo 2", "sql --write --yes --reason x \"UPDATE person SET note = 'x'\"",
      "import csv people.csv --to people",
    ])
  func `where the answer fails behind a kept change, its number is told`(line: String) throws {
    try program.run("person", "add", "First")
    try Data("name\nSecond\n".utf8).write(to: program.folder.appending(path: "people.csv"))
    let full = line.contains("-o") ? "" : " >/dev/full"
    let answer = try program.shell("legation \(line)\(full)")
    #expect(answer.code == 74)
    #expect(answer.err.contains("Change 3 is kept all the same."), "\(answer.err)")
    let vietnamese = try program.shell("legation \(line) --lang vi --dry-run\(full)")
    #expect(!vietnamese.err.contains("đã được lưu"), "\(vietnamese.err)")
    #expect(try lastChange() == "3")
  }

  @Test func `closed descriptors are never taken for a file`() throws {
    let before = try program.bytes()
    for line in ["roster >&-", "roster <&- >&- 2>&-", "person add X <&- >&- 2>&-"] {
      #expect(try program.shell("legation \(line)").code == 74)
    }
    #expect(try program.bytes() == before)
  }

  // MARK: For scripts

  @Test(arguments: [
    (
      ["person", "edit", "do-minh-hung", "--born", "1966"], "person", "do-minh-hung", "edited",
      "born"
    ),
    (["person", "add", "Trần Thị Mới"], "person", "tran-thi-moi", "added", "name"),
    (["term", "remove", "2030-2033"], "term", "2030-2033", "removed", "key"),
    (
      ["head", "end", "gb-london", "--on", "2026-01", "--because", "recalled"], "posting",
      "gb-london-do-minh-hung", "edited", "ended"
    ),
    (
      ["posting", "extend", "gb-london", "--until", "2030"], "posting", "gb-london-do-minh-hung",
      "edited", "planned_end"
    ),
    (["registry", "edit", "--gap-days", "7"], "registry", "1", "edited", "gap_days"),
    (
      ["sql", "--write", "--yes", "UPDATE person SET born = '1966' WHERE key = 'do-minh-hung'"],
      "person", "do-minh-hung", "edited", "born"
    ),
    (["sql", "save", "one", "SELECT 1", "--about", "one"], "kept_query", "one", "added", "sql"),
  ])
  func `a write answers with one object: number, keys, before and after`(
    words: [String], table: String, key: String, kind: String, field: String
  ) throws {
    let words = words + ["--reason", "a \"quoted\"\nword"]
    if words.contains("2030-2033") { try program.run("term", "add", "2030-2033") }
    let number = try #require(Int(try lastChange())) + 1
    for isDry in [true, false] {
      let answer = try object(words + (isDry ? ["--dry-run"] : []))
      #expect(answer["change"] as? Int == (isDry ? nil : number))
      #expect(answer["dry_run"] as? Bool == isDry)
      #expect(answer["author"] as? String == "registry")
      #expect(answer["reason"] as? String == "a \"quoted\"\nword")
      let records = try #require(answer["records"] as? [[String: Any]])
      let record = try #require(
        records.first { $0["table"] as? String == table && $0["kind"] as? String == kind },
        "\(records)")
      #expect(record["key"] as? String == key || table == "registry")
      let fields = try #require(record["fields"] as? [[String: Any]])
      let told = try #require(fields.first { $0["field"] as? String == field }, "\(fields)")
      #expect((told["before"] is NSNull) == (kind == "added") || kind == "edited")
      #expect((told["after"] is NSNull) == (kind == "removed"))
    }
    #expect(try lastChange() == String(number))
  }

  @Test(arguments: [1, 3]) func `rows that a write returns stand in its one object`(
    statements: Int
  ) throws {
    let sql = String(
      repeating:
        "UPDATE person SET note = 'x' WHERE key = 'do-minh-hung' RETURNING key, note AS \"a b\";",
      count: statements)
    for isDry in [true, false] {
      let answer = try object(
        ["sql", "--write", "--yes", "--reason", "x", sql] + (isDry ? ["--dry-run"] : []))
      let tables = try #require(answer["answers"] as? [[[String: String]]])
      #expect(
        tables
          == Array(repeating: [["key": "do-minh-hung", "a b": "x"]], count: statements))
      #expect(answer["change"] as? Int == (isDry ? nil : 2))
    }
  }

  @Test func `undo, merge, verify, backup, restore, init and upgrade answer with one object`()
    throws
  {
    try program.run("person", "edit", "do-minh-hung", "--born", "1966")
    try program.run("bundle", "--since", "1", "b.bundle")
    let undone = try object(["undo", "2"])
    #expect(undone["change"] as? Int == 3)
    #expect((undone["records"] as? [Any])?.count == 1)
    let verified = try object(["verify"])
    #expect(verified["changes"] as? Int == 4)
    #expect((verified["seal"] as? String)?.isEmpty == false)
    #expect(try object(["backup", "copy.db"])["seal"] as? String == verified["seal"] as? String)
    let restored = try object(["restore", "copy.db", "--db", "new.db"])
    #expect(restored["registry"] as? String == "new.db")
    #expect(try object(["init", "--db", "empty.db"])["registry"] as? String == "empty.db")
    #expect(try object(["upgrade"])["to"] as? Int != nil)
    let merged = try object(["merge", "b.bundle"])
    #expect(merged["change"] is NSNull)
    for words in [["verify"], ["backup", "other.db"], ["upgrade"]] {
      #expect(try program.run(words + ["--format", "csv"]).code == 64)
    }
    #expect(
      !FileManager.default.fileExists(atPath: program.folder.appending(path: "other.db").path))
  }

  @Test func `an import says its change and whether it was tried`() throws {
    try Data("name\nSecond\n".utf8).write(to: program.folder.appending(path: "people.csv"))
    let words = ["import", "csv", "people.csv", "--to", "people"]
    let tried = try object(words + ["--dry-run"])
    #expect(tried["change"] is NSNull)
    #expect(tried["dry_run"] as? Int == 1)
    #expect(try object(words)["change"] as? Int == 2)
  }

  // MARK: Reading

  @Test func `the log names records, and times carry their zone`() throws {
    program.environment["TZ"] = "Asia/Ho_Chi_Minh"
    try program.run("head", "add", "Trần Văn An", "--mission", "tl-dili", "--also", "pg")
    let page = try program.run("log", "--limit", "1", "--wide").out
    #expect(page.contains("accreditation tl-dili-tran-van-an-tl; "))
    #expect(page.contains(" +07:00"))
    let log = try #require(try program.json("log") as? [[String: Any]])
    #expect((log[0]["records"] as? String)?.contains("accreditation tl-dili-tran-van-an") == true)
    #expect(log[0]["record_count"] as? Int == 4)
    #expect((log[0]["made_at"] as? String)?.hasSuffix("Z") == true)
    #expect(try program.run("show", "2").lines.prefix(2).joined().contains(" +07:00"))
    #expect(try program.run("blame", "tran-van-an").out.contains(" +07:00"))
    program.environment["TZ"] = "America/St_Johns"
    let there = try program.run("show", "2").lines.prefix(2).joined()
    #expect(there.contains(" -03:30") || there.contains(" -02:30"))
  }

  @Test(arguments: [
    ["head", "list", "--mission", "tl-dili", "--on", "1900-01-01"], ["person", "find", "zzz"],
    ["log", "--author", "nobody"], ["mission", "find", "zzz"], ["diff", "1", "1"],
    ["sql", "SELECT 1 WHERE 0"],
    ["sql", "run", "head-on-day", "-p", "mission=gb-london", "-p", "day=1700-01-01"],
  ])
  func `an empty answer says so beside it`(words: [String]) throws {
    for form in ["csv", "json", "ndjson", "tsv"] {
      let answer = try program.run(words + ["--format", form])
      #expect(answer.code == 0)
      #expect(answer.err == "Nothing is found.\n")
      #expect(
        try program.run(words + ["--format", form, "--lang", "vi"]).err == "Không tìm thấy.\n")
    }
    let page = try program.run(words)
    #expect(!page.out.isEmpty || !page.err.isEmpty)
  }

  @Test(arguments: [
    ["head", "show", "br-brasilia"], ["person", "show", "bui-van-nghi"],
    ["mission", "show", "gb-london"],
  ])
  func `a record with tables below it is no csv`(words: [String]) throws {
    for form in ["csv", "tsv"] {
      let answer = try program.run(words + ["--format", form])
      #expect(answer.code == 64)
      #expect(answer.out == "")
      #expect(answer.err.contains("--format json"))
    }
  }
}
