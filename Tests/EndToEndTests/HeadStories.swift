import Foundation
import Testing

@Suite struct HeadStories {
  let program: Program

  init() throws { program = try Program() }

  @Test func `a head is added, shown, credentialed, extended, ended`() throws {
    let added = try program.run(
      "head", "add", "Trần Văn An", "--mission", "tl-dili", "--term", "2024-2027",
      "--appointed", "2025-10", "--reason", "decision of October")
    #expect(added.code == 0, "\(added.err)")
    #expect(
      added.lines[0]
        == "Added Trần Văn An, Embassy of Viet Nam in Timor-Leste: Ambassador Extraordinary and Plenipotentiary."
    )
    #expect(added.lines[2] == "Change 2.")
    #expect(try program.run("roster", "2024-2027").out.contains("Trần Văn An"))
    #expect(
      try program.run(
        "posting", "credential", "tran van an", "--credentials", "20/11/2025", "--note-on",
        "credentials=to the President"
      ).code == 0)
    #expect(try program.run("posting", "accredit", "tl-dili", "--to", "Papua New Guinea").code == 0)
    #expect(try program.run("posting", "extend", "tl-dili", "--until", "2029-01").code == 0)
    let card = try #require(try program.json("head", "show", "tl-dili") as? [String: Any])
    #expect((card["posting"] as? [String: Any])?["planned_end"] as? String == "2029-01")
    #expect((card["accreditations"] as? [[String: Any]])?.count == 3)
    let ended = try program.run(
      "head", "end", "Đại sứ quán Việt Nam tại Timor-Leste", "--on", "31/12/2025", "--because",
      "transferred")
    #expect(ended.code == 0, "\(ended.err)")
    let left = try program.run(
      "sql", "SELECT ended || ' ' || end_reason FROM posting WHERE key = 'tl-dili-tran-van-an'",
      "--format", "csv")
    #expect(left.lines[1] == "2025-12-31 transferred")
    let change = try program.run(
      "sql", "SELECT author || '|' || reason || '|' || action FROM change WHERE number = 2",
      "--format", "csv")
    #expect(change.lines[1] == "registry|decision of October|head add")
  }

  @Test(
    arguments: [
      (
        ["--appointed", "trước 1917"], "appointed: no later than 1916.",
        "Bổ nhiệm: không muộn hơn 1916."
      ),
      (
        ["--arrived", "after June 1858"], "arrived: no earlier than July 1858.",
        "Đến nhận nhiệm vụ: không sớm hơn 7/1858."
      ),
      (["--arrived", "5/3/2021"], "arrived: 2021-03-05.", "Đến nhận nhiệm vụ: 05/03/2021."),
      (
        ["--planned-end", "khoảng 2027"], "planned_end: about 2027.",
        "Dự kiến kết thúc: khoảng 2027."
      ),
      (["--arrived", "2021-03-05"], nil, nil), (["--arrived", "[..2020]"], nil, nil),
    ] as [([String], String?, String?)])
  func `what a date in words was taken for is said`(
    given: [String], english: String?, vietnamese: String?
  ) throws {
    for (language, words) in [("en", english), ("vi", vietnamese)] {
      let answer = try program.run(
        [
          "head", "add", "Trần Văn An", "--mission", "fr-paris", "--accept", "*", "--dry-run",
          "--lang", language,
        ] + given)
      #expect(answer.code == 0, "\(answer.err)")
      #expect(answer.lines.count == (words == nil ? 4 : 5), "\(answer.out)")
      if let words { #expect(answer.lines.contains(words), "\(answer.out)") }
    }
  }

  @Test func `every command that takes dates says what they were taken for, and says it once`()
    throws
  {
    func said(_ words: String...) throws -> String { try program.run(words).out }
    #expect(
      try said("person", "add", "Lê Thử", "--born", "khoảng 1950").contains("born: about 1950."))
    #expect(
      try said("posting", "accredit", "in-new-delhi", "--to", "mc", "--credentials", "sau 6/2024")
        .contains("credentials: no earlier than July 2024."))
    #expect(
      try said(
        "posting", "extend", "in-new-delhi", "--until", "2029-01", "--decided", "before May 2026"
      ).contains("decided: no later than April 2026."))
    let edited = try said("head", "edit", "in-new-delhi", "--appointed", "before 2020")
    #expect(edited.ranges(of: "no later than 2019").count == 1, "\(edited)")
  }

  @Test func `who left on an unknown day had left when that was entered, whatever is known later`()
    throws
  {
    let key = "gb-london-do-minh-hung"
    let ended = try program.run("head", "end", key, "--unknown-day", "--because", "transferred")
    #expect(ended.lines.first?.contains(": no later than ") == true, "\(ended.out)")
    func asked(_ sql: String) throws -> String {
      try program.run(
        "sql", "SELECT \(sql) WHERE posting = '\(key)'", "--format", "csv", "--no-header"
      ).out
    }
    let known = try program.run(
      "sql", "SELECT date(day, '-1 day') FROM known_day", "--format", "csv"
    )
    .lines[1]
    let question = "ended_by, ended, ended_latest, in_office FROM tenure"
    #expect(try asked(question) == "unknown,,\(known),no\n")
    try #require(try program.run("registry", "edit", "--known-until", "today").code == 0)
    #expect(try asked(question) == "unknown,,\(known),no\n")
    #expect(try program.run("head", "end", key, "--on", "2025").err.contains("left, day unknown"))
    #expect(try program.run("head", "edit", key, "--ended", "2025-12").code == 0)
    #expect(try asked("ended_by, ended FROM tenure") == "ended,2025-12\n")
  }

  @Test
  func `a second head at an occupied mission is refused with the way on, and taken when accepted`()
    throws
  {
    let before = try program.bytes()
    let refused = try program.run(
      "head", "add", "Trần Văn An", "--mission", "gb-london", "--arrived", "2026-03")
    #expect(refused.code == 1)
    #expect(refused.out == "")
    #expect(refused.err.contains("gb-london-do-minh-hung"))
    #expect(
      refused.err.contains("legation head end gb-london-do-minh-hung --on DATE --because REASON"))
    #expect(refused.err.contains("--accept head-not-ended"))
    #expect(try program.bytes() == before)
    let taken = try program.run(
      "head", "add", "Trần Văn An", "--mission", "gb-london", "--arrived", "2026-03", "--accept",
      "head-not-ended")
    #expect(taken.code == 0)
  }

  @Test func `remove alone explains the two and does nothing, with --mistake it takes back`() throws
  {
    let before = try program.content()
    #expect(
      try program.run("head", "add", "Trần Văn An", "--mission", "tl-dili", "--also", "pg").code
        == 0)
    let added = try program.content()
    #expect(added != before)
    let alone = try program.run("head", "remove", "tl-dili")
    #expect(alone.code == 64)
    #expect(alone.err.contains("legation head end tl-dili --on DATE --because REASON"))
    #expect(alone.err.contains("legation head remove tl-dili --mistake"))
    #expect(try program.content() == added)
    let dry = try program.run("head", "remove", "tl-dili", "--mistake", "--dry-run")
    #expect(dry.lines.contains("Dry run: nothing is changed."))
    #expect(try program.content() == added)
    let back = try program.run("head", "remove", "tl-dili", "--mistake")
    #expect(back.code == 0)
    #expect(back.out.contains("2 accreditations"))
    #expect(try program.content() == before)
  }

  @Test func `a mission with postings is not removed, and they are listed`() throws {
    let before = try program.bytes()
    let answer = try program.run("mission", "remove", "gb-london")
    #expect(answer.code == 1)
    #expect(answer.err.contains("posting gb-london-do-minh-hung  Đỗ Minh Hùng"))
    #expect(answer.err.contains("legation mission close gb-london --since DATE"))
    #expect(try program.bytes() == before)
  }

  @Test(arguments: [
    ("person", ["Lê Thị Mới", "--gender", "female"], "le-thi-moi", ["--born", "1970"]),
    (
      "mission", ["--kind", "consulate", "--receiver", "jp", "--seat", "Sapporo"], "jp-sapporo",
      ["--opened", "2026"]
    ),
    (
      "party", ["su", "--kind", "state", "--name-vi", "Liên Xô"], "su",
      ["--valid-until", "1991-12-26"]
    ),
    ("term", ["2026-2029"], "2026-2029", ["--note", "new"]),
    (
      "batch", ["2024-2027", "--reported-count", "3"], "2024-2027-5", ["--handed-over", "2025-01"]
    ),
    (
      "document", ["12/QĐ-CTN", "--dated", "09/01/2024"], "12-qd-ctn",
      ["--issuer", "Chủ tịch nước"]
    ),
  ])
  func `every noun is added, edited, shown, listed, found and removed`(
    noun: String, facts: [String], key: String, edit: [String]
  ) throws {
    let before = try program.content()
    for words in [
      [noun, "add"] + facts, [noun, "edit", key] + edit, [noun, "show", key],
      [noun + (noun == "person" ? "" : "")] + ["list"],
      [noun, "find", key.replacingOccurrences(of: "-", with: " ")],
    ] {
      let answer = try program.run(words)
      #expect(answer.code == 0, "\(words): \(answer.err)")
      #expect(!answer.out.isEmpty)
    }
    let again = try program.run(
      [noun, "add"] + facts + (noun == "person" || noun == "batch" ? ["--key", key] : []))
    #expect(again.code == 1, "\(again.err)")
    #expect(try program.run(noun, "remove", key).code == 0)
    #expect(try program.content() == before)
  }

  @Test(arguments: [
    "do minh hung", "Đỗ Minh Hùng", "ĐỖ MINH HÙNG", "Đo\u{302}\u{303} Minh Hu\u{300}ng",
  ])
  func `names are found with and without marks, in any form`(name: String) throws {
    let people = try program.run("person", "find", name, "--format", "csv").lines
    #expect(people.count == 3)
    #expect(people[1].hasPrefix("do-minh-hung,"))
    let heads = try program.run("head", "find", name, "--format", "csv").lines
    #expect(heads[1].hasPrefix("gb-london-do-minh-hung,"))
  }

  @Test func `missions and parties are found likewise, the exact one first`() throws {
    #expect(
      try program.run("mission", "find", "dai su quan viet nam tai anh", "--format", "csv").lines[1]
        .hasPrefix("gb-london,"))
    #expect(
      try program.run("party", "find", "han quoc", "--format", "csv").lines[1].hasPrefix("kr,"))
  }

  @Test func `heads are listed by day, mission, person and term`() throws {
    func postings(_ words: String...) throws -> [String] {
      try program.run(["head", "list", "--format", "csv"] + words).lines.dropFirst()
        .compactMap { $0.split(separator: ",").first.map(String.init) }
    }
    #expect(try postings("--mission", "gb-london") == ["gb-london-do-minh-hung"])
    #expect(try postings("--mission", "gb-london", "--all").count == 2)
    #expect(
      try postings("--mission", "gb-london", "--on", "2022-01-01") == [
        "gb-london-nguyen-hoang-long"
      ])
    #expect(try postings("--person", "bui van nghi") == ["br-brasilia-bui-van-nghi"])
    #expect(try postings("--term", "2024-2027").count == 6)
  }
}

extension HeadStories {
  @Test func `a person with several accreditations has one line for the posting`() throws {
    let card = try #require(try program.json("person", "show", "bui van nghi") as? [String: Any])
    #expect((card["postings"] as? [Any])?.count == 1)
  }
}
