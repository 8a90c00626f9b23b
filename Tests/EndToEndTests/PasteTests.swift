import ArgumentParser
import Foundation
import Testing

@testable import LegationCLI

/// What is proposed works as it is pasted; where nothing is found or nobody may look, that is said.
@Suite struct PasteTests {
  private let program: Program

  init() throws { program = try Program() }

  /// The commands in a text, from the program's name to the end of the line or of the sentence.
  private func commands(in text: String) -> [String] {
    text.components(separatedBy: "\n").flatMap { line -> [String] in
      line.components(separatedBy: "    ").compactMap { part in
        part.firstRange(of: "legation --db").map { String(part[$0.lowerBound...]) }
      }
    }
  }

  @Test(arguments: [
    (["--sender", "vn"], "new.db"), ([], "new.db"), (["--sample"], "new.db"),
    (["--sender", "vn"], "a b's.db"), ([], "a b's.db"),
  ])
  func `what comes next after init works`(words: [String], file: String) throws {
    for language in ["en", "vi"] {
      let program = try Program(sample: false)
      let made = try program.run(["init", "--db", file, "--lang", language] + words)
      #expect(made.code == 0, "\(made.err)")
      var line = try #require(commands(in: made.err).first, "\(made.err)")
      for (word, value) in [
        ("--sender COUNTRY", "--sender vn"), ("--sender NƯỚC", "--sender vn"), ("COUNTRY", "fr"),
        ("NƯỚC", "fr"), ("CITY", "Paris"), ("THỦ-ĐÔ", "Paris"),
      ] {
        line = line.replacing(word, with: value)
      }
      program.environment["LEGATION_DB"] = nil
      let next = try program.shell(line)
      #expect(next.code == 0, "\(line): \(next.err)")
    }
  }

  @Test(arguments: [
    ["undo", "99"], ["head", "remove", "Đỗ Minh Hùng"], ["show", "99"], ["history", "nobody"],
    ["sql", "run", "nothing"], ["check", "--code", "nothing"], ["sql", "schema", "nothing"],
    ["sql", "save", "one", "SELECT 1", "--about", "one"], ["roster", "--as-known", "77"],
    ["verify", "--against", "00"],
  ])
  func `a proposed command names the registry that was named`(words: [String]) throws {
    program.environment["LEGATION_DB"] = nil
    let answer = try program.run(words + ["--db", "office.db"])
    let proposed = commands(in: answer.out + answer.err)
    #expect(!proposed.isEmpty, "\(answer.out)\(answer.err)")
    #expect(!(answer.out + answer.err).contains("legation \(words[0]) "))
    for line in proposed {
      let filled = line.replacing(
        "--on DATE --because REASON", with: "--on 2026 --because recalled"
      )
      .replacing("WORDS", with: "hung")
      let next = try program.shell(filled)
      #expect(next.code == 0, "\(filled): \(next.err)")
    }
  }

  /// Each proposal in the sources: what stands between the program's name and the end of the text,
  /// or the wide gap before the next one.
  private static let proposals: [String] = {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let names = FileManager.default.enumerator(atPath: sources.path)?.allObjects as? [String] ?? []
    let texts = names.filter { $0.hasSuffix(".swift") }.compactMap {
      try? String(contentsOf: sources.appending(path: $0), encoding: .utf8)
    }
    let lines = texts.flatMap { $0.components(separatedBy: "\n") }
      // Neither comments nor what is hashed.
      .filter { !$0.contains("///") && !$0.contains("legation:") && !$0.contains("Array(\"") }
    let found = lines.flatMap { line in
      line.matches(
        of:
          /(?:(?:^|[^a-z-])legation |command\("|pasted\(")((?:--db \S+ )?[a-z]+ .*?)(?=    |[`"“]|$| && )/
      ).map { String($0.output.1) }
    }
    return Array(Set(found)).sorted()
  }()

  @Test func `every command and every option that is proposed anywhere exists`() throws {
    let names = Set(
      Legation.configuration.subcommands.compactMap { $0.configuration.commandName })
    var tried = 0
    for proposal in Self.proposals {
      let words = proposal.split(separator: " ").map(String.init)
      // A sentence that begins with the program's name.
      guard let first = words.first, names.contains(first) else { continue }
      let given = words.filter { $0.hasPrefix("--") }.map { String($0.prefix { $0 != "=" }) }
      guard let meant = try CommandWords.meant(by: words.filter { !$0.hasPrefix("-") }) else {
        continue
      }
      let known = CommandOptions(of: meant.command).takesValue.keys
      for option in given where option != "--help" {
        #expect(known.contains(option), "legation \(proposal)")
      }
      tried += 1
    }
    #expect(tried > 60)
  }

  @Test func `a bundle is asked for elsewhere, and a variable needs no option`() throws {
    try Data("x".utf8).write(to: program.folder.appending(path: "b.bundle"))
    let answer = try program.run("merge", "b.bundle", "--db", "office.db")
    #expect(answer.err.contains("legation bundle --since"), "\(answer.err)")
    #expect(try program.run("undo", "99").err.contains("legation log"))
  }

  // MARK: Where the registry is

  private static let hasSetpriv =
    ["/usr/bin/setpriv", "/bin/setpriv"]
    .contains { FileManager.default.isExecutableFile(atPath: $0) } && getuid() == 0

  @Test(arguments: ["", "HOME=.", "XDG_DATA_HOME=.local/share", "HOME= XDG_DATA_HOME=x"])
  func `the folder one stands in is never a home`(settings: String) throws {
    let trap = program.folder.appending(path: ".local/share/legation")
    try FileManager.default.createDirectory(at: trap, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: program.registry, to: trap.appending(path: "registry.db"))
    let answer = try program.shell(
      "env -i LEGATION_WAIT=0 \(settings) '\(Program.binary.path)' person show do-minh-hung")
    #expect(answer.code == 66 || answer.code == 64, "\(answer.out)")
    #expect(!answer.err.contains("./.local"), "\(answer.err)")
    #expect(!answer.out.contains("Đỗ Minh Hùng"))
  }

  @Test(
    .enabled(if: hasSetpriv, "setpriv is missing, or this is not root"),
    arguments: [("en", "Which registry?"), ("vi", "Dùng sổ nào?")])
  func `without a home a registry is asked for`(language: String, words: String) throws {
    let folder = program.folder.path
    let answer = try program.shell(
      """
      chmod 777 '\(folder)' && cp '\(Program.binary.path)' l
      setpriv --reuid=12001 --regid=12001 --clear-groups env -i LEGATION_LANG=\(language) \
        '\(folder)/l' init
      """)
    #expect(answer.code == 66)
    #expect(answer.err.contains(words), "\(answer.err)")
    #expect(answer.err.contains("LEGATION_DB"))
  }

  @Test(
    .enabled(if: hasSetpriv, "setpriv is missing, or this is not root"),
    arguments: [
      ("roster --db office.db", "have no leave to read it"),
      ("roster --db office.db --lang vi", "bạn không có quyền đọc"),
      ("person add X --by y --db office.db", "have no leave to read it"),
      ("restore office.db --db r.db", "have no leave to read it"),
      ("upgrade --db office.db", "have no leave to read it"),
      ("roster --db closed/office.db", "closed to you"),
    ])
  func `a file of somebody else is said to be theirs`(line: String, words: String) throws {
    let folder = program.folder.path
    let answer = try program.shell(
      """
      chmod 777 '\(folder)' && chmod 600 office.db && cp '\(Program.binary.path)' l
      mkdir closed && cp office.db closed && chmod 700 closed
      setpriv --reuid=12001 --regid=12001 --clear-groups '\(folder)/l' \(line)
      """)
    #expect(answer.code == 77)
    #expect(answer.err.contains(words), "\(answer.err)")
    #expect(!answer.err.contains("SQLite"))
  }

  // MARK: Nothing

  @Test(arguments: [
    "person find zzz --format line", "head find zzz --format line",
    "sql 'SELECT 1 WHERE 0' --format csv", "sql 'SELECT 1 WHERE 0' --format json",
    "sql 'SELECT 1 WHERE 0' --format line", "sql 'SELECT 1 WHERE 0'",
    "sql 'SELECT 1 WHERE 0' --format markdown", "sql 'SELECT 1 WHERE 0; SELECT 2 WHERE 0' -o x.csv",
    "sql run longest-vacancy -p rows=5 --format csv --as-known 0",
    "export ftm --as-known 0", "export popolo --as-known 0",
  ])
  func `an empty answer is never silent`(line: String) throws {
    let answer = try program.shell("legation \(line)")
    #expect(answer.code == 0)
    #expect(answer.err.contains("Nothing is found."), "\(answer.out)\(answer.err)")
    let vietnamese = try program.shell("legation \(line) --lang vi")
    #expect(vietnamese.err.contains("Không tìm thấy."), "\(vietnamese.err)")
  }

  @Test func `an answer with a row somewhere is not called empty, but its empty part is`() throws {
    let answer = try program.run("sql", "SELECT 1 WHERE 0; SELECT 2", "--format", "csv")
    #expect(answer.err == "Statement 1: nothing is found.\n")
    #expect(try program.run("sql", "SELECT 1; SELECT 2", "--format", "csv").err == "")
    #expect(try program.run("export", "ftm").err == "")
  }
}
