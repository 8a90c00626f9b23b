import Foundation
import Testing

/// Refusals lead on: what they name exists, and what is given is kept or refused.
@Suite struct DeadEndTests {
  private let program: Program

  init() throws { program = try Program() }

  private func changes() throws -> String {
    try program.run("sql", "SELECT max(number) FROM change", "--format", "csv").lines[1]
  }

  // MARK: Who

  private static let hasSetpriv =
    ["/usr/bin/setpriv", "/bin/setpriv"]
    .contains { FileManager.default.isExecutableFile(atPath: $0) } && getuid() == 0

  @Test(
    .enabled(if: hasSetpriv, "setpriv is missing, or this is not root"),
    arguments: [
      ("", "uid 12001"), ("LOGNAME=log", "log"), ("LOGNAME=log USER=use", "use"),
      ("LOGNAME=log USER=use LEGATION_BY=by", "by"), ("USER= LOGNAME=", "uid 12001"),
    ])
  func `whoever has no entry among the users can write`(settings: String, author: String) throws {
    let folder = program.folder.path
    let answer = try program.shell(
      """
      chmod 777 '\(folder)' && chmod 666 '\(program.registry.path)'* && cp '\(Program.binary.path)' l
      setpriv --reuid=12001 --regid=12001 --clear-groups env -i \(settings) \
        '\(folder)/l' person add 'Trần Thị Mới' --db '\(program.registry.path)'
      """)
    #expect(answer.code == 0, "\(answer.err)")
    let kept = try program.run(
      "sql", "SELECT author FROM change ORDER BY number DESC LIMIT 1", "--format", "csv")
    #expect(kept.lines[1] == author)
  }

  @Test func `the login comes from the list of users where no variable says it`() throws {
    program.environment["LEGATION_BY"] = nil
    try program.run("person", "add", "Trần Thị Mới")
    let kept = try program.run(
      "sql", "SELECT author FROM change ORDER BY number DESC LIMIT 1", "--format", "csv"
    ).lines[1]
    let users = try String(contentsOfFile: "/etc/passwd", encoding: .utf8)
    let names = users.split(separator: "\n").map { $0.split(separator: ":").map(String.init) }
      .filter { $0.count > 2 && $0[2] == String(getuid()) }.map { $0[0] }
    #expect(kept == names.first ?? "uid \(getuid())")
  }

  @Test(arguments: [
    ("LEGATION_BY", "person add X"), ("LEGATION_OFFICE", "bundle --since 1 b"),
    ("USER", "person add X"),
  ])
  func `a name that is no text is not repaired in silence`(variable: String, line: String) throws {
    let answer = try program.shell(
      "unset LEGATION_BY; export \(variable)=$(printf 'caf\\351'); legation \(line)")
    #expect(answer.code == 64)
    #expect(answer.err.contains("\(variable) is not UTF-8 text"), "\(answer.err)")
    #expect(try changes() == "1")
    let given = try program.shell(
      "export \(variable)=$(printf 'caf\\351'); legation person add Y --by Z")
    #expect(given.code == 0, "\(given.err)")
  }

  // MARK: Why

  @Test(arguments: ["transferred", "died", "transfered"])
  func `a reason that is a word for the end of a service is not kept elsewhere`(words: String)
    throws
  {
    let answer = try program.run("head", "end", "gb-london", "--on", "2026", "--reason", words)
    #expect(answer.code == 64)
    #expect(answer.err.contains("--because \(words == "transfered" ? "transferred" : words)"))
    #expect(try changes() == "1")
  }

  @Test func `an end takes the options of every write, and reason means one thing`() throws {
    let answer = try program.run(
      "head", "end", "gb-london", "--on", "2026", "--because", "died", "--reason", "a letter",
      "--by", "protocol", "--source", "https://example.org/x", "--accept", "dead-in-office",
      "--note", "at home")
    #expect(answer.code == 0, "\(answer.err)")
    let kept = try program.run(
      "sql",
      """
      SELECT c.author, c.reason, p.end_reason, p.end_note, count(x.key) FROM change AS c
      JOIN posting AS p ON p.key = 'gb-london-do-minh-hung'
      LEFT JOIN citation AS x ON x.posting = p.key AND x.entered_in = c.number WHERE c.number = 2
      """, "--format", "csv", "--no-header")
    #expect(kept.lines[0] == "protocol,a letter,died,at home,1")
  }

  @Test func `what an end is refused for can be accepted`() throws {
    try program.run("person", "edit", "do-minh-hung", "--died", "2026-02")
    let words = ["head", "end", "gb-london", "--on", "2026-06-01", "--because", "died"]
    let refused = try program.run(words)
    let code = try #require(
      refused.err.split(separator: "--accept ").last?.split(separator: "\n").first.map(String.init),
      "\(refused.err)")
    #expect(refused.code == 1)
    #expect(try program.run(words + ["--accept", code]).code == 0)
  }

  // MARK: Kept or refused

  @Test(arguments: [
    ["undo", "1"], ["registry", "edit", "--gap-days", "3"],
    ["sql", "save", "x", "SELECT 1", "--about", "x"], ["sql", "remove", "longest-vacancy"],
    ["sql", "--write", "--yes", "UPDATE person SET note = 'x'", "--reason", "x"],
    ["person", "remove", "do-minh-hung"], ["term", "remove", "2024-2027"],
    ["head", "remove", "gb-london", "--mistake"], ["merge", "b"], ["import", "pocom", "."],
    ["import", "datapackage", "."], ["init", "--db", "other.db"],
    ["sql", "SELECT 1"], ["init", "--db", "other.db", "--sample"],
  ])
  func `a source that nothing can cite is refused with the way on`(words: [String]) throws {
    let answer = try program.run(words + ["--source", "https://example.org"])
    #expect(answer.code == 64, "\(answer.err)")
    #expect(answer.err.contains("--source"))
    #expect(try changes() == "1")
  }

  @Test(arguments: [
    ["person", "add", "X"], ["undo", "1"], ["merge", "b"],
    ["import", "csv", "x", "--to", "people"], ["head", "end", "gb-london", "--on", "2026"],
    ["sql", "--write", "--yes", "UPDATE person SET note = 'x'", "--reason", "x"],
  ])
  func `a code that no finding has is refused with the nearest`(words: [String]) throws {
    let answer = try program.run(words + ["--accept", "two-haeds"])
    #expect(answer.code == 64)
    #expect(answer.err.contains("\"two-haeds\""), "\(answer.err)")
    #expect(answer.err.contains("  two-heads\n"))
    #expect(try changes() == "1")
  }

  @Test(arguments: ["--by", "--accept", "--reason", "--source", "--dry-run"])
  func `an option of a change is not dropped where nothing is changed`(option: String) throws {
    let value = option == "--dry-run" ? [] : ["x"]
    let answer = try program.run(["sql", "SELECT 1", option] + value)
    #expect(answer.code == 64)
    #expect(answer.err.contains("\(option) goes with --write"))
  }

  // MARK: What is missing

  @Test(arguments: [
    (["person", "add"], "The name of the person is missing.", "Give it: <name>"),
    (
      ["mission", "add", "--kind", "embassy"], "The receiver of the mission", "--receiver RECEIVER"
    ),
    (["party", "add", "xx"], "The kind of the party is missing.", "--kind KIND"),
    (["document", "add"], "The number of the document is missing.", "<number>"),
    (["batch", "add"], "The term of the batch is missing.", "<term>"),
    (
      ["person", "add", "李明"], "The key of the person is missing.", "--key KEY"
    ),
    (
      ["head", "add", "李明", "--mission", "tl-dili"], "The key of the person is missing.",
      "--person-key KEY"
    ),
    (
      ["person", "add", "Đỗ Minh Hùng", "--key", "do-minh-hung"], "is there already", "--key KEY"
    ),
  ])
  func `what is missing is named with a way that this command has`(
    words: [String], message: String, way: String
  ) throws {
    let answer = try program.run(words)
    #expect(answer.code == 64 || answer.code == 1)
    #expect(answer.err.contains(message), "\(answer.err)")
    #expect(answer.err.contains(way), "\(answer.err)")
    #expect(try changes() == "1")
  }

  @Test(arguments: [
    ["export", "datapackage", "x"], ["export", "pocom", "x"], ["bundle", "--since", "0", "x"],
  ])
  func `an output is not dropped where the words name one`(words: [String]) throws {
    let answer = try program.run(words + ["-o", "elsewhere"])
    #expect(answer.code == 64)
    #expect(answer.err.contains("--output elsewhere"), "\(answer.err)")
    for name in ["x", "elsewhere"] {
      #expect(
        !FileManager.default.fileExists(atPath: program.folder.appending(path: name).path))
    }
  }

  @Test func `a name without a Latin letter comes in with a key`() throws {
    let words = ["head", "add", "李明", "--mission", "tl-dili", "--person-key", "li-ming"]
    #expect(try program.run(words).code == 0)
    #expect(try program.run("person", "show", "li-ming").out.contains("李明"))
  }

  @Test(arguments: [
    ("person", "do-minh-hung", "name", "The name of the person cannot be empty."),
    ("mission", "gb-london", "kind", "The kind of the mission cannot be empty."),
    ("party", "gb", "kind", "The kind of the party cannot be empty."),
    ("head", "gb-london", "title", "The title of the posting cannot be empty."),
  ])
  func `what cannot be emptied is said in words`(
    noun: String, key: String, fact: String, words: String
  ) throws {
    let answer = try program.run(noun, "edit", key, "--clear", fact)
    #expect(answer.code == 1)
    #expect(answer.err.contains(words), "\(answer.err)")
    #expect(
      try program.run(noun, "edit", key, "--clear", fact, "--lang", "vi").err.contains("để trống"))
  }

  @Test(arguments: ["person", "mission", "party", "term", "batch", "document"])
  func `names are taken away only where there are names`(noun: String) throws {
    let help = try program.run(noun, "edit", "--help").out
    let hasNames = ["person", "mission", "party"].contains(noun)
    #expect(help.contains("--remove-alias") == hasNames)
    let keys = [
      "person": "do-minh-hung", "mission": "gb-london", "party": "gb", "term": "2024-2027",
    ]
    let answer = try program.run(noun, "edit", keys[noun] ?? "x", "--remove-alias", "nobody")
    #expect(answer.code == 64)
  }
}
