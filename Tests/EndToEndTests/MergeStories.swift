import Foundation
import Testing

/// Two offices with a common past.
@Suite struct MergeStories {
  private let central: Program
  private let consular: Program

  init() throws {
    central = try Program()
    consular = try Program(sample: false)
    let copied = try central.run("backup", consular.registry.path)
    try #require(copied.code == 0, "\(copied.err)")
    consular.environment["LEGATION_BY"] = "consul"
    consular.environment["LEGATION_OFFICE"] = "Consular Department"
  }

  private var bundle: String { consular.folder.appending(path: "consular.bundle").path }

  private func makeBundle(of office: Program, since: String = "1") throws {
    let made = try office.run("bundle", "--since", since, bundle)
    try #require(made.code == 0, "\(made.err)")
  }

  @Test func `changes come in with who made them, and a second time nothing happens`() throws {
    try consular.run(
      "head", "add", "Trần Mới", "--mission", "jp-fukuoka", "--appointed", "2026-01",
      "--reason", "named", "--accept", "two-heads", "--accept", "head-not-ended")
    try consular.run("person", "edit", "do-minh-hung", "--born", "1966")
    try central.run("person", "edit", "do-minh-hung", "--note", "central's own")
    try makeBundle(of: consular)
    let dry = try central.run("merge", bundle, "--dry-run")
    #expect(dry.out.contains("Merged 2 changes; 0 were here already."), "\(dry.err)")
    let merged = try central.run("merge", bundle)
    #expect(merged.code == 0, "\(merged.err)")
    let person = try central.run(
      "sql", "SELECT born, note FROM person WHERE key = 'do-minh-hung'", "--format", "csv")
    #expect(person.lines[1] == "1966,central's own")
    let log = try central.run(
      "sql", "SELECT author, office, action, reason FROM change WHERE number = 3", "--format", "csv"
    )
    #expect(log.lines[1] == "consul,Consular Department,head add,named")
    #expect(try central.run("log").out.contains("Consular Department"))
    let content = try central.content()
    let again = try central.run("merge", bundle)
    #expect(again.out == "Merged 0 changes; 2 were here already.\n")
    #expect(try central.content() == content)
    #expect(try central.run("verify").code == 0)
    // And back: an office's own changes are not merged into it a second time.
    try makeBundle(of: central)
    let back = try consular.run("merge", bundle)
    #expect(back.out.contains("2 were here already"), "\(back.err)")
    let both = try consular.run(
      "sql", "SELECT born, note FROM person WHERE key = 'do-minh-hung'", "--format", "csv")
    #expect(both.lines[1] == "1966,central's own")
  }

  @Test func `conflicts are listed with both values, and settled record by record`() throws {
    try consular.run("person", "edit", "do-minh-hung", "--born", "1966")
    try consular.run("person", "edit", "do-son-hai", "--born", "1970")
    try consular.run("person", "add", "Lê Văn Mới", "--born", "1980")
    try consular.run("head", "remove", "gb-london-nguyen-hoang-long", "--mistake", "--reason", "x")
    try central.run("person", "edit", "do-minh-hung", "--born", "1967")
    try central.run("person", "add", "Lê Văn Mới", "--born", "1981")
    try central.run(
      "posting", "extend", "gb-london-nguyen-hoang-long", "--until", "2030", "--reason", "x")
    try makeBundle(of: consular)
    let before = try central.content()
    let refused = try central.run("merge", bundle)
    #expect(refused.code == 1)
    #expect(refused.err.contains("person/do-minh-hung  born  ours: 1967  theirs: 1966"))
    #expect(refused.err.contains("person/le-van-moi  born  ours: 1981  theirs: 1980"))
    #expect(refused.err.contains("posting/gb-london-nguyen-hoang-long  "))
    #expect(!refused.err.contains("do-son-hai"))
    #expect(try central.content() == before)
    #expect(try central.run("merge", bundle, "--ours", "do-minh-hung").code == 1)
    #expect(try central.content() == before)
    let settled = try central.run(
      "merge", bundle, "--ours", "person/do-minh-hung", "--theirs", "le-van-moi",
      "--ours", "posting/gb-london-nguyen-hoang-long", "--ours", "gb-london-nguyen-hoang-long-gb")
    #expect(settled.code == 0, "\(settled.err)")
    let born = try central.run(
      "sql", "SELECT key, born FROM person WHERE born IS NOT NULL ORDER BY key", "--format", "csv")
    #expect(born.lines[1...3] == ["do-minh-hung,1967", "do-son-hai,1970", "le-van-moi,1980"])
    #expect(try central.run("verify").code == 0)
    #expect(try central.run("merge", bundle).out.contains("4 were here already"))
  }

  @Test func `what refers to a record that is not here is a conflict`() throws {
    try consular.run("person", "add", "Lê Văn Mới")
    try consular.run(
      "head", "add", "Lê Văn Mới", "--mission", "jp-tokyo", "--appointed", "2026-01",
      "--accept", "two-heads", "--accept", "head-not-ended")
    // Only the second change: its person is missing.
    try makeBundle(of: consular, since: "2")
    let before = try central.content()
    let refused = try central.run("merge", bundle)
    #expect(refused.code == 1)
    #expect(refused.err.contains("person/le-van-moi"), "\(refused.err)")
    #expect(try central.content() == before)
  }

  @Test(arguments: [
    ("s/1966/1967/", "hash does not fit"), ("$d", "ends too early"), ("2d", "hash does not fit"),
    ("1s/bundle 1/bundle 9/", "hash does not fit"),
  ])
  func `a bundle that was cut or altered changes nothing`(script: String, words: String) throws {
    try consular.run("person", "edit", "do-minh-hung", "--born", "1966")
    try makeBundle(of: consular)
    let before = try central.content()
    _ = try central.shell("sed '\(script)' '\(bundle)' > altered")
    let refused = try central.run("merge", "altered")
    #expect(refused.code == 65)
    #expect(refused.err.contains(words), "\(refused.err)")
    #expect(refused.err.contains("line "))
    #expect(try central.content() == before)
  }

  @Test func `what is no bundle is refused`() throws {
    for (make, code) in [
      (": > x", 65), ("echo '{' > x", 65), ("head -c 100000 /dev/urandom > x", 65),
      ("mkdir x", 65), ("true", 66), ("cp office.db x", 65),
      ("head -c 20000000 /dev/zero | tr '\\0' 'a' > x", 65),
    ] as [(String, Int32)] {
      _ = try central.shell("rm -rf x; \(make)")
      let refused = try central.run("merge", "x")
      #expect(refused.code == code, "\(make): \(refused.err)")
      #expect(refused.err.hasPrefix("legation: x"), "\(refused.err)")
    }
  }

  @Test(arguments: [
    "cat '%' | legation merge -", "legation merge - < '%'",
    "mkfifo pipe; cat '%' > pipe & legation merge pipe", "cat '%' | legation merge /dev/stdin",
  ])
  func `a bundle comes through a pipe as well`(line: String) throws {
    try consular.run("person", "edit", "do-minh-hung", "--born", "1966")
    try makeBundle(of: consular)
    let merged = try central.shell(line.replacing("%", with: bundle))
    #expect(merged.code == 0, "\(merged.err)")
    #expect(merged.out.hasPrefix("Merged 1 changes; 0 were here already."))
    _ = try central.shell("head -c 900 '\(bundle)' > cut")
    let before = try central.content()
    let refused = try central.shell("cat cut | legation merge -")
    #expect(refused.code == 65)
    #expect(refused.err.hasPrefix("legation: -, line "), "\(refused.err)")
    #expect(try central.content() == before)
  }

  @Test(arguments: [
    (["--ours", "nobody"], "\"nobody\" settles nothing"),
    (["--theirs", "person/nobody"], "\"person/nobody\" settles nothing"),
    (["--ours", "do-minh-hung", "--theirs", "mission/do-minh-hung"], "settles nothing"),
    (["--ours", "do-minh-hung", "--theirs", "do-minh-hung"], "Name it by one of them"),
    (["--ours", "do-minh-hung", "--theirs", "person/do-minh-hung"], "Name it by one of them"),
    (["--ours", ""], "settles nothing"), (["--theirs", "PERSON/do-minh-hung"], "settles nothing"),
  ])
  func `what settles nothing, or is settled both ways, is refused by name`(
    words: [String], refusal: String
  ) throws {
    try consular.run("person", "edit", "do-minh-hung", "--born", "1966")
    try central.run("person", "edit", "do-minh-hung", "--born", "1967")
    try makeBundle(of: consular)
    let before = try central.content()
    for language in ["en", "vi"] {
      let refused = try central.run(["merge", bundle, "--lang", language] + words)
      #expect(refused.code == 64, "\(refused.err)")
      if language == "en" { #expect(refused.err.contains(refusal), "\(refused.err)") }
    }
    #expect(try central.content() == before)
    #expect(try central.run("merge", bundle, "--ours", "do-minh-hung").code == 0)
    // The same words a second time are no mistake.
    #expect(try central.run("merge", bundle, "--ours", "do-minh-hung").code == 0)
  }

  @Test func `what lacks a record is told how to get it, not to settle it`() throws {
    try consular.run("person", "add", "Lê Văn Mới")
    try consular.run(
      "head", "add", "Lê Văn Mới", "--mission", "jp-tokyo", "--appointed", "2026-01",
      "--accept", "two-heads", "--accept", "head-not-ended")
    try makeBundle(of: consular, since: "2")
    let refused = try central.run("merge", bundle)
    #expect(refused.err.contains("in a bundle that begins earlier"))
    #expect(!refused.err.contains("--ours"), "\(refused.err)")
  }

  @Test func `nobody writes in the name of the program`() throws {
    for words in [["--by", "legation"], ["--by", "Legation"]] {
      let refused = try central.run(["person", "edit", "do-minh-hung", "--born", "1966"] + words)
      #expect(refused.code == 64)
      #expect(refused.err.contains("--by NAME"), "\(refused.err)")
    }
  }
}
