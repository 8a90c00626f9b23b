import Foundation
import Testing

@testable import LegationCLI

@Suite struct GrammarTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test(arguments: [
    ["--lang", "vi", "head", "list", "--format", "csv"],
    ["head", "--lang", "vi", "--format", "csv", "list"],
    ["head", "list", "--format", "csv", "--lang", "vi"],
    ["heads", "list", "--lang", "en", "--format", "csv", "--lang", "vi"],
  ])
  func `options stand before, between or behind the words, and the last one wins`(words: [String])
    throws
  {
    let expected = try program.run("head", "list", "--lang", "vi", "--format", "csv").out
    #expect(try program.run(words).out == expected)
    #expect(expected.contains("Đại sứ quán Việt Nam tại Anh"))
  }

  @Test func `the options of every command are listed as the parser knows them`() {
    let known = [
      CommandOptions(of: LogCommand.self), CommandOptions(of: RosterCommand.self),
      CommandOptions(of: InitCommand.self), CommandOptions(of: SealCommand.self),
    ].map(\.takesValue)
    let common = known[0].filter { option in
      known.allSatisfy { $0[option.key] == option.value }
    }
    #expect(GlobalOptions.takesValue == common)
  }

  @Test func `the language is --lang, else LEGATION_LANG, else the locale`() throws {
    func first(_ words: String...) throws -> String {
      try program.run(["roster", "2024-2027"] + words).lines[0]
    }
    #expect(try first().hasPrefix("Heads"))
    program.environment["LC_ALL"] = "vi_VN.UTF-8"
    #expect(try first().hasPrefix("Trưởng"))
    program.environment["LEGATION_LANG"] = "en"
    #expect(try first().hasPrefix("Heads"))
    #expect(try first("--lang", "vi").hasPrefix("Trưởng"))
    #expect(
      try program.run("roster", "1900", "--lang", "vi").err.hasPrefix("legation: Không có nhiệm kỳ")
    )
  }

  private func commands() throws -> [[String]] {
    try HelpPage.english.get().keys.filter { !$0.isEmpty }.sorted {
      $0.lexicographicallyPrecedes($1)
    }
  }

  private func help(of words: [String]) throws -> [String] {
    try #require(try HelpPage.english.get()[words]).lines
  }

  @Test func `every command has help with an example`() throws {
    let all = try commands()
    #expect(all.count > 55)
    for words in all {
      let help = try help(of: words)
      #expect(help.contains { $0.hasPrefix("  legation ") }, "\(words)")
      #expect(!help.joined().contains("not implemented"))
    }
  }

  @Test(arguments: [
    ["--as-known", "1", "roster", "2024-2027"], ["--width", "80", "roster", "2024-2027"],
    ["--on", "2024-02-19", "head", "list"], ["head", "--on", "2024-02-19", "list"],
    ["--wide", "roster", "2024-2027"], ["--reason", "head", "--dry-run", "person", "add", "X"],
    ["-p", "x=1", "sql", "SELECT :x"], ["sql", "--timeout", "5", "-p", "x=1", "SELECT :x"],
    ["--format=csv", "roster", "2024-2027"], ["-o", "-", "roster", "2024-2027"],
    ["-n", "--because", "died", "--on", "2026", "head", "end", "gb-london"],
    ["--limit", "3", "person", "list"], ["--key", "x-y", "-n", "person", "add", "X Y"],
    ["--mission", "list", "--help", "head", "list"],
  ])
  func `a value before the words is not taken for a word`(words: [String]) throws {
    let answer = try program.run(words)
    #expect(answer.code == 0, "\(answer.err)")
  }

  @Test func `a closed pipe ends quietly`() throws {
    let answer = try program.shell(
      "legation party list --format csv | head -1; legation party list | head -c 10 >/dev/null")
    #expect(answer.code == 0)
    #expect(answer.err == "")
    #expect(answer.lines.count == 2)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no /dev/full here"))
  func `a full disk is an error`() throws {
    let answer = try program.shell("legation party list --format csv >/dev/full")
    #expect(answer.code == 74)
    #expect(answer.err.contains("could not be written"))
  }

  @Test func `values are data: no escape reaches the terminal`() throws {
    let answer = try program.run(
      "sql", "SELECT char(27) || '[31mred' || char(7) || char(8238) AS x")
    #expect(
      !answer.out.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    #expect(answer.out.contains("␛[31mred␇<U+202E>"))
  }

  @Test func `reading makes no file, and the default place is the data folder`() throws {
    let none = try Program(sample: false)
    none.environment["LEGATION_DB"] = nil
    #expect(try none.run("roster").code == 66)
    #expect(try FileManager.default.contentsOfDirectory(atPath: none.folder.path).isEmpty)
    #expect(try none.run("init", "--sample").code == 0)
    let place = none.folder.appending(path: ".local/share/legation/registry.db").path
    #expect(FileManager.default.fileExists(atPath: place))
    none.environment["XDG_DATA_HOME"] = none.folder.appending(path: "data").path
    #expect(try none.run("roster").err.contains("data/legation/registry.db"))
    let mode = try FileManager.default.attributesOfItem(atPath: place)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `the registry says how far it is known, and can be told`() throws {
    #expect(try program.run("registry", "edit", "--known-until", "2025-01-31").code == 0)
    let report = try #require(try program.json("roster") as? [String: Any])
    #expect(report["on"] as? String == "2025-01-31")
    #expect(try program.run("registry", "edit", "--known-until", "2025-02").code == 64)
    #expect(try program.run("--version").lines[0].hasPrefix("0."))
  }
}
