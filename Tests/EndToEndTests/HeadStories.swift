import Foundation
import Testing

@Suite struct HeadStories {
  let program: Program

  init() throws { program = try Program() }

  @Test func `a head is added, shown, credentialed, extended, ended`() throws {
    let added = try program.run(
      "head", "add", "Trần Văn An", "--mission", "fr-paris", "--term", "2024-2027",
      "--appointed", "2025-10", "--reason", "decision of October")
    #expect(added.code == 0, "\(added.err)")
    #expect(
      added.lines[0]
        == "Added Trần Văn An, Embassy of Viet Nam in France: Ambassador Extraordinary and Plenipotentiary."
    )
    #expect(added.lines[2] == "Change 2.")
    #expect(try program.run("roster", "2024-2027").out.contains("Trần Văn An"))
    #expect(
      try program.run(
        "posting", "credential", "tran van an", "--credentials", "20/11/2025", "--note-on",
        "credentials=to the President"
      ).code == 0)
    #expect(try program.run("posting", "accredit", "fr-paris", "--to", "Monaco").code == 0)
    #expect(try program.run("posting", "extend", "fr-paris", "--until", "2029-01").code == 0)
    let card = try #require(try program.json("head", "show", "fr-paris") as? [String: Any])
    #expect((card["posting"] as? [String: Any])?["planned_end"] as? String == "2029-01")
    #expect((card["accreditations"] as? [[String: Any]])?.count == 3)
    let ended = try program.run(
      "head", "end", "Đại sứ quán Việt Nam tại Pháp", "--on", "31/12/2025", "--because",
      "transferred")
    #expect(ended.code == 0, "\(ended.err)")
    let left = try program.run(
      "sql", "SELECT ended || ' ' || end_reason FROM posting WHERE key = 'fr-paris-tran-van-an'",
      "--format", "csv")
    #expect(left.lines[1] == "2025-12-31 transferred")
    let change = try program.run(
      "sql", "SELECT author || '|' || reason || '|' || action FROM change WHERE number = 2",
      "--format", "csv")
    #expect(change.lines[1] == "registry|decision of October|head add")
  }

  @Test
  func `a second head at an occupied mission is refused with the way on, and taken when accepted`()
    throws
  {
    let before = try program.bytes()
    let refused = try program.run(
      "head", "add", "Trần Văn An", "--mission", "gb-london", "--arrived", "2025-12")
    #expect(refused.code == 1)
    #expect(refused.out == "")
    #expect(refused.err.contains("gb-london-do-minh-hung"))
    #expect(
      refused.err.contains("legation head end gb-london-do-minh-hung --on DATE --because REASON"))
    #expect(refused.err.contains("--accept head-not-ended"))
    #expect(try program.bytes() == before)
    let taken = try program.run(
      "head", "add", "Trần Văn An", "--mission", "gb-london", "--arrived", "2025-12", "--accept",
      "head-not-ended")
    #expect(taken.code == 0)
  }

  @Test func `remove alone explains the two and does nothing, with --mistake it takes back`() throws
  {
    let before = try program.content()
    #expect(
      try program.run("head", "add", "Trần Văn An", "--mission", "fr-paris", "--also", "mc").code
        == 0)
    let added = try program.content()
    #expect(added != before)
    let alone = try program.run("head", "remove", "fr-paris")
    #expect(alone.code == 64)
    #expect(alone.err.contains("legation head end fr-paris --on DATE --because REASON"))
    #expect(alone.err.contains("legation head remove fr-paris --mistake"))
    #expect(try program.content() == added)
    let dry = try program.run("head", "remove", "fr-paris", "--mistake", "--dry-run")
    #expect(dry.lines.contains("Dry run: nothing is changed."))
    #expect(try program.content() == added)
    let back = try program.run("head", "remove", "fr-paris", "--mistake")
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
    #expect(try postings("--term", "2024-2027").count == 7)
  }
}

extension HeadStories {
  @Test func `a person with several accreditations has one line for the posting`() throws {
    let card = try #require(try program.json("person", "show", "bui van nghi") as? [String: Any])
    #expect((card["postings"] as? [Any])?.count == 1)
  }
}
