import Foundation
import Testing

@Suite struct HistoryStories {
  private let program: Program

  init() throws { program = try Program() }

  private func lines(_ arguments: String...) throws -> [String] {
    let answer = try program.run(arguments + ["--format", "csv", "--no-header"])
    try #require(answer.code == 0, "\(answer.err)")
    return answer.out.split(separator: "\n").map(String.init)
  }

  @Test func `who changed what, when and why is told from every side`() throws {
    try program.run("person", "edit", "do-minh-hung", "--born", "1966", "--reason", "his book")
    program.environment["LEGATION_BY"] = "protocol"
    try program.run(
      "posting", "credential", "gb-london-do-minh-hung", "--copy-presented", "2024-07-20")
    #expect(try lines("log").count == 4)
    #expect(try lines("log", "--author", "protocol").count == 1)
    #expect(try lines("log", "--key", "do-minh-hung").map { $0.prefix(2) } == ["2,", "1,"])
    #expect(try lines("log", "--table", "accreditation").map { $0.prefix(2) } == ["3,", "1,"])
    #expect(try lines("log", "--until", "2001-01-01") == [])
    #expect(try lines("log", "--limit", "1").count == 1)
    #expect(try lines("show", "2") == ["2,person,do-minh-hung,edited,born,,1966"])
    #expect(
      try lines("history", "gb-london-do-minh-hung").last
        == "3,accreditation,gb-london-do-minh-hung-gb,edited,copy_presented,,2024-07-20")
    #expect(
      try lines("blame", "do-minh-hung").contains {
        $0.hasPrefix("person do-minh-hung,born,1966,2,")
      })
    #expect(try lines("diff", "1", "3").count == 2)
    #expect(
      try lines("diff", "3", "1").contains("1,person,do-minh-hung,edited,born,1966,"))
    #expect(try lines("diff", "1", "1") == [])
    for words in [
      ["show", "99"], ["history", "nobody"], ["blame", "nobody"], ["diff", "1", "x"],
    ] {
      let refused = try program.run(words)
      #expect(refused.code == 64)
      #expect(refused.err.hasPrefix("legation: "))
    }
    let vietnamese = try program.run("show", "2", "--lang", "vi").out
    #expect(vietnamese.contains("sửa"))
  }

  @Test func `a date is stored for programs and in words for readers`() throws {
    try program.run("head", "end", "gb-london-do-minh-hung", "--unknown-day")
    #expect(
      try lines("show", "2")[0]
        == "2,posting,gb-london-do-minh-hung,edited,ended,,[..2026-03-10]")
    for (words, said) in [
      (["show", "2"], "no later than 10 March 2026"),
      (["show", "2", "--lang", "vi"], "không muộn hơn 10/3/2026"),
      (["diff", "1", "2"], "no later than 10 March 2026"),
      (["diff", "2", "1", "--lang", "vi"], "không muộn hơn 10/3/2026"),
      (["history", "gb-london-do-minh-hung", "--lang", "vi"], "không muộn hơn 10/3/2026"),
      (["blame", "gb-london-do-minh-hung"], "no later than 10 March 2026"),
    ] {
      let page = try program.run(words).out
      #expect(page.contains(said), "\(words)")
      #expect(!page.contains("[.."), "\(words)")
    }
  }

  @Test func `a change is taken back, and the taking back too`() throws {
    let before = try program.content()
    try program.run(
      "head", "end", "gb-london-do-minh-hung", "--on", "2026-01-10", "--because", "recalled")
    let ended = try program.content()
    #expect(ended != before)
    let dry = try program.run("undo", "2", "--dry-run")
    #expect(dry.out.contains("posting: 1 edited"))
    #expect(try program.content() == ended)
    let undone = try program.run("undo", "2", "--reason", "entered by mistake")
    #expect(undone.out == "Undone: change 2.\n  posting: 1 edited\nChange 3.\n", "\(undone.err)")
    #expect(try program.content() == before)
    let refused = try program.run("undo", "2")
    #expect(refused.code == 1)
    #expect(refused.err.contains("3  "))
    try program.run("undo", "3")
    #expect(try program.content() == ended)
  }

  @Test func `every reading command answers from what was known`() throws {
    try program.run("person", "add", "Lê Văn Mới")
    try program.run(
      "head", "add", "Lê Văn Mới", "--mission", "jp-tokyo", "--arrived", "2025-06",
      "--accept", "head-not-ended", "--accept", "two-heads")
    try program.run("mission", "edit", "jp-tokyo", "--note", "moved")
    let commands = [
      ["head", "list"], ["head", "find", "Mới"], ["person", "list"], ["person", "find", "moi"],
      ["mission", "show", "jp-tokyo"], ["roster", "--on", "2025-12-31"], ["roster", "2024-2027"],
      ["sql", "SELECT count(*) FROM incumbent"],
      ["sql", "SELECT * FROM name_index WHERE name_index MATCH 'moi'"],
      ["check", "--severity", "note"],
      ["sql", "run", "heads-per-year"], ["registry", "show"], ["log"], ["history", "jp-tokyo"],
    ]
    var then: [String] = []
    let copy = program.folder.appending(path: "then.db").path
    try program.run("backup", copy)
    for words in commands { then.append(try program.run(words + ["--format", "json"]).out) }
    try program.run("undo", "4")
    try program.run("undo", "3")
    try program.run("undo", "2")
    for (words, answer) in zip(commands, then) {
      let past = try program.run(words + ["--format", "json", "--as-known", "4"])
      #expect(past.out == answer, "\(words) \(past.err)")
    }
    // Who was in office on a day, according to what was known at a change.
    let question = "SELECT count(*) FROM posting WHERE person = 'le-van-moi'"
    #expect(try lines("sql", question, "--as-known", "2") == ["0"])
    #expect(try lines("sql", question, "--as-known", "3") == ["1"])
    #expect(try lines("sql", question) == ["0"])
    #expect(try program.run("person", "show", "le-van-moi").code == 64)
    #expect(try program.run("person", "show", "Lê Văn Mới", "--as-known", "2").code == 0)
    let page = try program.run("roster", "--on", "2025-12-31", "--as-known", "4").out
    #expect(page.contains("As the registry knew it with change 4"))
    let write = try program.run("person", "add", "X", "--as-known", "1")
    #expect(write.code == 64)
    #expect(try program.run("log", "--as-known", "88").code == 64)
  }

  @Test func `a copy is verified, and a registry is never overwritten`() throws {
    let copy = program.folder.appending(path: "copy.db").path
    #expect(try program.run("backup", copy).code == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try program.run("backup", copy).code == 73)
    let before = try program.content()
    try program.run("person", "add", "Lê Văn Mới")
    #expect(try program.run("restore", copy).code == 73)
    let restored = try program.run("restore", copy, "--replace")
    #expect(restored.code == 0, "\(restored.err)")
    #expect(try program.content() == before)
    let aside = try #require(restored.out.firstMatch(of: /office\.db\.before-\w+/)?.output)
    let kept = try program.run("person", "show", "le-van-moi", "--db", String(aside))
    #expect(kept.code == 0, "\(kept.err)")
    #expect(try program.run("restore", copy, "--db", "elsewhere.db").code == 0)
    #expect(try program.run("verify", "--db", "elsewhere.db").code == 0)
    // A damaged copy is not restored.
    var bytes = try Data(contentsOf: URL(filePath: copy))
    let place = try #require(bytes.range(of: Data("Đỗ Minh Hùng".utf8)))
    bytes[place.lowerBound + 5] ^= 1
    try bytes.write(to: URL(filePath: copy))
    let refused = try program.run("restore", copy, "--db", "third.db")
    #expect(refused.code == 65, "\(refused.err)")
    #expect(
      !FileManager.default.fileExists(atPath: program.folder.appending(path: "third.db").path))
  }

  @Test func `verify names what was altered, and a kept seal sees what nothing else sees`() throws {
    let seal = try lines("seal")[0].split(separator: ",").last.map(String.init) ?? ""
    #expect(try program.run("verify", "--against", seal).code == 0)
    let other = try Program(sample: false)
    try other.run("init", "--sample")
    let refused = try other.run("verify", "--against", seal)
    #expect(refused.code == 65)
    #expect(refused.err.contains("older copy"))
    #expect(try program.run("verify", "--against", "x").code == 64)
  }

  @Test func `check tells by its exit code`() throws {
    #expect(try program.run("check", "--severity", "error").code == 0)
    // Six names that two people have.
    let warnings = try program.run("check", "--format", "csv")
    #expect(warnings.code == 1 && warnings.lines.dropFirst().count { !$0.isEmpty } == 6)
    let notes = try program.run("check", "--severity", "note", "--format", "json")
    #expect(notes.code == 1)
    #expect(
      notes.out.contains("\"code\":\"possible-overlap\"")
        || notes.out.contains("\"code\": \"possible-overlap\""))
    #expect(try program.run("check", "--severity", "note", "--code", "gap").code == 0)
    #expect(try program.run("check", "--code", "gapp").code == 64)
    #expect(
      try program.run("check", "--severity", "note", "--mission", "gb-london").code == 0)
  }
}
