import Foundation
import SQLite
import Testing

@Suite struct BadInput {
  private let program: Program

  init() throws { program = try Program() }

  @Test(arguments: [
    (["head", "add", "A", "--mission", "gb-lodnon"], 64, "gb-london"),
    (["head", "add", "A", "--mission", "tl-dili", "--term", "2024-2028"], 64, "2024-2027"),
    (
      ["head", "add", "A", "--mission", "tl-dili", "--arrived", "2024-02-30"], 64, "has no day 30"
    ),
    (["head", "add", "A", "--mission", "tl-dili", "--arrived", "2024-13"], 64, "no month 13"),
    (["head", "add", "A", "--mission", "tl-dili", "--arrived", "9/1/24"], 64, "29/02/2024"),
    (["head", "add", "A", "--mission", "tl-dili", "--arrived", "tomorrow"], 64, "not a date"),
    (["head", "add", "", "--mission", "tl-dili"], 64, "name is empty"),
    (["head", "add", "A\u{1b}[31m", "--mission", "tl-dili"], 64, "control character U+001B"),
    (["head", "add", "A\u{fffd}", "--mission", "tl-dili"], 64, "U+FFFD"),
    (
      ["head", "add", String(repeating: "x", count: 100_000), "--mission", "tl-dili"], 64,
      "too long"
    ),
    (
      ["head", "add", "A", "--mission", "tl-dili", "--title", "consul-general"], 1,
      "--accept unusual-title"
    ),
    (
      ["head", "add", "A", "--mission", "tl-dili", "--credentials", "2020", "--arrived", "2021"],
      1, "credentials are presented after arrival"
    ),
    (
      ["head", "end", "gb-london", "--on", "2020-01-01", "--because", "transferred"], 1,
      "before the beginning 2025-02-20"
    ),
    (["head", "end", "gb-london", "--on", "2026", "--because", "transfered"], 64, "transferred"),
    (["head", "end", "gb-london"], 64, "--unknown-day"),
    (["head", "end", "nobody here", "--on", "2026"], 64, "nobody here"),
    (["head", "edit", "gb-london"], 64, "Nothing is different"),
    (["head", "list", "--on", "2024-02"], 64, "a whole day"),
    (["person", "add", "駐越"], 64, "--key"),
    (["person", "edit", "do-minh-hung", "--gender", "m"], 64, "female, male"),
    (["person", "edit", "do-minh-hung", "--wikidata", "12"], 1, "Q and a number"),
    (
      ["mission", "edit", "gb-london", "--closed", "2020", "--opened", "2021"], 1,
      "closes after it opens"
    ),
    (["mission", "add", "--kind", "embassy"], 64, "--receiver"),
    (["party", "show", "xx"], 64, "There is no party"),
    (["posting", "extend", "gb-london", "--until", "soon"], 64, "not a date"),
    (["roster", "--format", "xls"], 64, "csv"),
    (["hed", "list"], 64, "legation head"),
    (["head", "lst"], 64, "legation head list"),
    (["head", "list", "--misson", "x"], 64, "--mission"),
    (["sql", "SELECT hed FROM posting"], 64, "no such column: hed"),
    (["sql", "DELETE FROM posting"], 77, "only reads"),
    (["sql", "ATTACH 'x.db' AS x"], 77, "only reads"),
    (["init"], 73, "already something"),
    (["init", "--db", "none/r.db"], 73, "mkdir -p none"),
    (["roster", "--db", "none.db"], 66, "legation --db none.db init"),
    (["roster", "--db", "."], 65, "is a folder"),
    (["roster", "--db", "/etc/passwd"], 65, "not a database"),
  ])
  func `bad input gets a sentence, a documented code, and changes nothing`(
    words: [String], code: Int32, sentence: String
  ) throws {
    let before = try program.bytes()
    let answer = try program.run(words)
    #expect(answer.code == code, "\(answer.err)")
    #expect(answer.out == "")
    #expect(answer.err.contains(sentence), "\(answer.err)")
    #expect(!answer.err.contains("\u{1b}"))
    #expect(try program.bytes() == before)
  }

  @Test func `an argument that is not UTF-8 is refused, not repaired`() throws {
    let before = try program.bytes()
    let answer = try program.shell("legation person add \"$(printf 'A\\377B')\"")
    #expect(answer.code == 64)
    #expect(answer.err.contains("not UTF-8"))
    #expect(try program.bytes() == before)
  }

  @Test func `a SQLite file of somebody else is named and left alone`() throws {
    let foreign = program.folder.appending(path: "foreign.db")
    // The header of an empty SQLite database, page size 4096.
    var page = Data("SQLite format 3\0".utf8) + Data([0x10, 0, 1, 1, 0, 64, 32, 32])
    page += Data([0, 0, 0, 1, 0, 0, 0, 1]) + Data(count: 4096 - 32)
    page[47] = 4
    page[59] = 1
    page[100] = 13
    page[105] = 0x10
    try page.write(to: foreign)
    for words in [["roster"], ["head", "add", "A", "--mission", "tl-dili"]] {
      let answer = try program.run(words + ["--db", foreign.path])
      #expect(answer.code == 65)
      #expect(answer.err.contains("not a registry of legation"), "\(answer.err)")
      #expect(try Data(contentsOf: foreign) == page)
    }
  }

  @Test func `a registry that is being written can be read, and says so when written`() throws {
    let other = try Connection(path: program.registry.path, mode: .readWrite, walls: .none)
    let held = try other.begin(.immediate)
    #expect(try program.run("roster", "2024-2027").code == 0)
    let answer = try program.run("head", "add", "A", "--mission", "tl-dili", "--wait", "3")
    #expect(answer.code == 75)
    // Whoever waits is told for whom, after two seconds; then who it was.
    #expect(answer.err.contains("Waiting: "))
    #expect(answer.err.contains("(process \(getpid())) is writing to"))
    #expect(answer.err.contains("is being written by"))
    #expect(answer.err.contains("--wait SECONDS"))
    held.rollBack()
    #expect(try program.run("head", "add", "A", "--mission", "tl-dili").code == 0)
  }

  @Test func `a damaged registry is named and left alone`() throws {
    var bytes = try Data(contentsOf: program.registry)
    for index in stride(from: 4096 * 3, to: bytes.count, by: 7) { bytes[index] ^= 0x55 }
    try bytes.write(to: program.registry)
    let answer = try program.run("roster", "2024-2027")
    #expect(answer.code == 65, "\(answer.err)")
    #expect(answer.err.contains("damaged"))
    #expect(try Data(contentsOf: program.registry) == bytes)
  }

  @Test func `a read-only registry can be read and says so when written`() throws {
    try #require(
      getuid() != 0 || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"),
      "root without setpriv: cannot be tried here")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: program.folder.path)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o444], ofItemAtPath: program.registry.path)
    let as_nobody = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
    // A copy of the program that nobody may read is no program for nobody.
    let copy = program.folder.appending(path: "legation")
    try FileManager.default.copyItem(at: Program.binary, to: copy)
    let answer = try program.shell(as_nobody + "'\(copy.path)' head add A --mission tl-dili")
    #expect(answer.code == 77, "\(answer.err)")
    #expect(answer.err.contains("read-only"))
  }
}
