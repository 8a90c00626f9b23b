import ArgumentParser
import Foundation
import Registry
import Testing

@testable import LegationCLI

/// `--as-known` with each command: it answers from then, or says that it does not.
@Suite struct PastTests {
  private let program: Program

  init() throws {
    program = try Program()
    try Data("name\nLê Một\n".utf8).write(to: program.folder.appending(path: "people.csv"))
  }

  private static func leaves(
    _ command: any ParsableCommand.Type = Legation.self, _ words: [String] = []
  ) -> [(words: [String], type: any ParsableCommand.Type)] {
    let below = command.configuration.subcommands
    if below.isEmpty { return [(words, command)] }
    return below.flatMap { leaves($0, words + [$0.configuration.commandName ?? ""]) }
  }

  /// What each command needs besides its words.
  private static let rest: [String: [String]] = [
    "head add": ["Trần Văn An", "--mission", "tl-dili"],
    "head end": ["gb-london", "--on", "2026"], "head remove": ["gb-london", "--mistake"],
    "head edit": ["gb-london", "--note", "x"], "head show": ["gb-london"], "head list": [],
    "head find": ["hung"], "posting credential": ["gb-london", "--arrived", "2024"],
    "posting accredit": ["gb-london", "--to", "mc"],
    "posting extend": ["gb-london", "--until", "2030"],
    "roster": [], "report succession": ["--mission", "gb-london"],
    "report career": ["--person", "do-minh-hung"], "report kept": ["longest-vacancy"],
    "sql ask": ["SELECT count(*) FROM person"],
    "sql schema": [], "sql functions": [], "sql words": [],
    "sql explain": ["SELECT * FROM person"],
    "sql save": ["one", "SELECT 1", "--about", "one"], "sql list": [],
    "sql edit": ["one", "--title-en", "x"],
    "sql show": ["longest-vacancy"], "sql run": ["longest-vacancy"],
    "sql remove": ["longest-vacancy"],
    "check": [], "import csv": ["people.csv", "--to", "people"],
    "import json": ["people.csv", "--to", "people"],
    "import ndjson": ["people.csv", "--to", "people"], "import pocom": ["."],
    "import datapackage": ["."], "export pocom": ["xml"], "export datapackage": ["package"],
    "mission rename": ["fr-paris", "--name-en", "x", "--since", "2020"],
    "mission move": ["fr-paris", "--to", "Lyon", "--since", "2020"],
    "mission upgrade": ["fr-paris", "--to", "consulate", "--since", "2020"],
    "mission receiver": ["fr-paris", "--to", "kz", "--since", "2020"],
    "mission close": ["fr-paris", "--since", "2020"],
    "mission reopen": ["fr-paris", "--since", "2020"],
    "party rename": ["fr", "--name-en", "x", "--since", "2020"],
    "person rename": ["do-minh-hung", "x", "--since", "2020"],
    "log": [], "show": ["1"], "diff": ["0", "1"], "history": ["gb-london"],
    "blame": ["gb-london"], "undo": ["1"], "bundle": ["--since", "0", "b.bundle"],
    "merge": ["b.bundle"], "seal": [], "verify": [], "init": ["--db", "new.db"],
    "registry show": [], "registry edit": ["--gap-days", "3"], "upgrade": [],
    "backup": ["b.db"], "restore": ["office.db", "--db", "new.db"],
  ]

  private static func line(_ words: [String]) -> [String] {
    if let rest = rest[words.joined(separator: " ")] { return words + rest }
    guard let kind = RecordKind.named(words[0]), case .own(let verbs) = kind.commands else {
      return words
    }
    switch words[words.count - 1] {
    case "show": return words + [verbs.key]
    case "find": return words + [verbs.words]
    case "add", "remove": return words + ["x"]
    case "edit": return words + ["x", "--key", "y"]
    default: return words
    }
  }

  @Test func `every command says what the past means to it`() {
    let leaves = Self.leaves()
    #expect(leaves.count > 55)
    for leaf in leaves { #expect(leaf.type is any LegationCLI.Command.Type, "\(leaf.words)") }
  }

  private static func isAnswered(_ type: any ParsableCommand.Type) -> Bool {
    guard let type = type as? any LegationCLI.Command.Type, case .answered = type.past else {
      return false
    }
    return true
  }

  @Test(arguments: leaves().filter { !isAnswered($0.type) }.map(\.words))
  func `a command that does not answer from then refuses`(words: [String]) throws {
    let before = try program.bytes()
    let files = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
    for (language, sentence) in [("en", "does not go with"), ("vi", "không dùng được với")] {
      let answer = try program.run(Self.line(words) + ["--as-known", "1", "--lang", language])
      #expect(answer.code == 64, "\(answer.err)")
      #expect(answer.err.contains("--as-known 1 \(sentence)"), "\(answer.err)")
    }
    #expect(try program.bytes() == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: program.folder.path) == files)
  }

  @Test(arguments: leaves().filter { isAnswered($0.type) }.map(\.words))
  func `a command that answers from then does not answer from now`(words: [String]) throws {
    let unknown = try program.run(Self.line(words) + ["--as-known", "99"])
    #expect(unknown.code == 64, "\(unknown.out)\(unknown.err)")
    #expect(unknown.err.contains("99"))
    // A plan is one of the same tables.
    guard words != ["sql", "explain"], words.last != "datasette" else { return }
    let past = try program.run(Self.line(words) + ["--as-known", "0"])
    let files = ["package", "xml"].map { program.folder.appending(path: $0) }
    let folders = files.filter { FileManager.default.fileExists(atPath: $0.path) }
    for folder in folders { try FileManager.default.removeItem(at: folder) }
    let now = try program.run(Self.line(words))
    #expect(past.out + past.err != now.out + now.err)
  }

  private static func takesDay(_ type: any ParsableCommand.Type) -> Bool {
    (type as? any LegationCLI.Command.Type)?.takesDay ?? false
  }

  @Test(arguments: leaves().filter { !takesDay($0.type) }.map(\.words))
  func `a command that answers nothing about a day refuses one`(words: [String]) throws {
    let before = try program.bytes()
    for (language, sentence) in [("en", "does not go with"), ("vi", "không dùng được với")] {
      let answer = try program.run(Self.line(words) + ["--on", "2024-02-19", "--lang", language])
      #expect(answer.code == 64, "\(answer.err)")
      #expect(answer.err.contains("--on 2024-02-19 \(sentence)"), "\(answer.err)")
    }
    #expect(try program.bytes() == before)
  }

  @Test(arguments: leaves().filter { isAnswered($0.type) }.map(\.words))
  func `every command that answers takes a day, and no part of one`(words: [String]) throws {
    let part = try program.run(Self.line(words) + ["--on", "2024-02"])
    #expect(part.code == 64 && part.err.contains("2024-02"), "\(part.out)\(part.err)")
    let whole = try program.run(Self.line(words) + ["--on", "19/02/2024"])
    let files = ["package", "xml"].map { program.folder.appending(path: $0) }
    for file in files where FileManager.default.fileExists(atPath: file.path) {
      try FileManager.default.removeItem(at: file)
    }
    let now = try program.run(Self.line(words))
    // What is found on another day makes `check` end otherwise.
    #expect(whole.code == now.code || words == ["check"], "\(whole.out)\(whole.err)")
  }

  @Test func `writing in SQL with a past is refused too`() throws {
    let answer = try program.run(
      "sql", "--write", "--yes", "UPDATE person SET note = 'x'", "--reason", "x", "--as-known", "1")
    #expect(answer.code == 64)
  }

  @Test func `a healthy file is not called cut off`() throws {
    try program.run("person", "add", "Trần Thị Mới")
    let answer = try program.run("verify", "--as-known", "1")
    #expect(answer.code == 64)
    #expect(!answer.err.contains("cut off"), "\(answer.err)")
  }
}
