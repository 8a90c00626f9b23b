import ArgumentParser
import Foundation
import Registry
import Testing

@testable import LegationCLI

/// Only the command line speaks of commands: the libraries name what helps as a value, and every one
/// of these values becomes words that can be pasted.
@Suite(.serialized) struct RemedyTests {
  // MARK: The libraries

  /// What a library says with a word of the command line in it, and means otherwise.
  private static let meantOtherwise = [
    // What is hashed for a seal begins with them: they name a form, and are written for good.
    "legation seal 2", "legation head 1:\\():\\()",
    // How a file that is written for another program is taken in there.
    "-- A registry of missions abroad, for PostgreSQL 15: psql -f FILE",
  ]

  @Test func `no library names a command, an option or a variable`() throws {
    let names = Legation.configuration.subcommands.flatMap {
      [$0.configuration.commandName ?? ""] + $0.configuration.aliases
    }.joined(separator: "|")
    let spoken = try [
      #"(^|[^A-Za-z0-9-])--[a-z]"#, #"(^|\s)-[a-z](\s|$)"#, #"LEGATION_[A-Z]"#,
      "(^|[^A-Za-z-])legation ((\(names))([^a-z]|$)|--)", "`(\(names))[ `]",
    ].map { try Regex($0) }
    let lines = try SwiftText.libraries()
    #expect(lines.count > 5_000)
    let found = lines.filter { line in
      spoken.contains { line.text.contains($0) } && !Self.meantOtherwise.contains(line.text)
    }
    #expect(found.isEmpty, "\(found)")
    // What is gone from the libraries goes from the list too.
    for text in Self.meantOtherwise { #expect(lines.contains { $0.text == text }, "\(text)") }
  }

  // MARK: Every remedy

  /// A remedy, and the command that it is offered to.
  private struct Offer {
    let remedy: Remedy
    let refused: String

    init(_ remedy: Remedy, to refused: String) {
      self.remedy = remedy
      self.refused = refused
    }
  }

  /// Every remedy, each behind the one before it: a new case has no place here, and the compiler
  /// says so.
  private static func next(after remedy: Remedy?) -> Offer? {
    switch remedy {
    case nil:
      Offer(.give(WantedFact(entity: .mission, column: "receiver")), to: "mission add --seat Bonn")
    case .give:
      Offer(
        .giveSuchAs(
          WantedFact(entity: .accreditation, column: "credentials"),
          Sentence("2025-02-20", vi: "20/02/2025")), to: "posting credential gb-london")
    case .giveSuchAs: Offer(.nameAuthor, to: "person add X --by legation")
    case .nameAuthor: Offer(.leaveSourceOut, to: "import csv x.csv --to sources")
    case .leaveSourceOut: Offer(.tellPersonsApart, to: "head add X --mission gb-london")
    case .tellPersonsApart: Offer(.sayWhyServiceEnded("died"), to: "head end x --on 2026")
    case .sayWhyServiceEnded: Offer(.accept("two-heads"), to: "head add X --mission gb-london")
    case .accept: Offer(.acceptBoth("two-heads"), to: "undo 3")
    case .acceptBoth: Offer(.endService(of: "a-b"), to: "head add X --mission gb-london")
    case .endService:
      Offer(
        .correct(WantedFact(entity: .posting, column: "ended"), of: "a-b"),
        to: "head end a-b --on 2026")
    case .correct: Offer(.close(mission: "gb-london"), to: "mission remove gb-london")
    case .close: Offer(.accredit(posting: "a-b"), to: "posting credential a-b --receiver fr")
    case .accredit: Offer(.lookAt(.posting, key: "a-b"), to: "head end a-b --on 1900")
    case .lookAt: Offer(.lookAtHistory(of: "a b/1"), to: "verify")
    case .lookAtHistory: Offer(.findKey, to: "history nobody")
    case .findKey: Offer(.listChanges, to: "undo 99")
    case .listChanges:
      Offer(.chooseChange(first: 0, last: 7, since: "2024-01-01 10:00"), to: "roster")
    case .chooseChange: Offer(.seeWhetherKept, to: "person add X")
    case .seeWhetherKept: Offer(.findAndUndoRemoval, to: "registry edit --gap-days 3")
    case .findAndUndoRemoval: Offer(.undoInOrder([5, 4, 3]), to: "undo 3")
    case .undoInOrder(let changes):
      changes.count < 30
        ? Offer(.undoInOrder(Array((3..<60).reversed())), to: "undo 3")
        : Offer(.seeSeal, to: "verify --against 00")
    case .seeSeal: Offer(.listFindingKinds, to: "check --code x")
    case .listFindingKinds: next(after: nil as QuestionRemedy?)
    case .question(let remedy): next(after: remedy) ?? next(after: nil as TableRemedy?)
    case .table(let remedy): next(after: remedy) ?? next(after: nil as MergeRemedy?)
    case .merge(let remedy): next(after: remedy) ?? next(after: nil as FileRemedy?)
    case .file(let remedy): next(after: remedy)
    }
  }

  private static func next(after remedy: QuestionRemedy?) -> Offer? {
    let following: QuestionRemedy? =
      switch remedy {
      case nil: .giveParameter("day")
      case .giveParameter(let name): name == nil ? .raiseTimeLimit : .giveParameter(nil)
      case .raiseTimeLimit: .raiseMemoryLimit
      case .raiseMemoryLimit: .keep
      case .keep: .listKept
      case .listKept: .listTables
      case .listTables: .askAnother
      case .askAnother: .writeAsOneChange
      case .writeAsOneChange: .write(table: nil)
      case .write(let table): item(behind: table, in: tables).map { .write(table: $0) }
      }
    return following.map { Offer(.question($0), to: "sql 'SELECT :day'") }
  }

  /// Every table that a statement can name.
  private static let tables =
    Entity.allCases.map(\.table) + [
      "extension", "mission_name", "mission_coverage", "consular_district", "person_name",
      "person_rank", "party_name", "posting_document", "registry", "kept_query",
      "kept_query_parameter", "change",
    ]

  private static func item(behind text: String?, in list: [String]) -> String? {
    guard let text, let index = list.firstIndex(of: text) else { return list.first }
    return list.dropFirst(index + 1).first
  }

  private static func next(after remedy: TableRemedy?) -> Offer? {
    let following: TableRemedy? =
      switch remedy {
      case nil: .edit
      case .edit: .mapColumn("Số quyết định")
      case .mapColumn(let heading):
        heading.contains("\"") ? .leaveColumnOut("a b") : .mapColumn("the \"$x\" column")
      case .leaveColumnOut: .sayWhatColumnIs
      case .sayWhatColumnIs: .putBadRowsAside
      case .putBadRowsAside: nil
      }
    return following.map { Offer(.table($0), to: "import csv x.csv --to heads") }
  }

  private static func next(after remedy: MergeRemedy?) -> Offer? {
    let following: MergeRemedy? =
      switch remedy {
      case nil: .askAgain
      case .askAgain: .askForNewer
      case .askForNewer: .keepOurs("person/do-minh-hung")
      case .keepOurs: .askOrKeepOurs("person/do-minh-hung")
      case .askOrKeepOurs: .settle("extension/a-b/1")
      case .settle: .settleOneWay("a b")
      case .settleOneWay: .beginEarlier
      case .beginEarlier: .goBackBefore(change: 7)
      case .goBackBefore: nil
      }
    return following.map { Offer(.merge($0), to: "merge b.bundle") }
  }

  private static func next(after remedy: FileRemedy?) -> Offer? {
    let following: FileRemedy? =
      switch remedy {
      case nil: .make
      case .make: .pointToOne
      case .pointToOne: .makeElsewhere
      case .makeElsewhere: .makeAnother(of: "us")
      case .makeAnother: .upgrade("it's old.db")
      case .upgrade: .restoreCopy
      case .restoreCopy: .compareWithCopy
      case .compareWithCopy: .replace("my office.db")
      case .replace: .replaceOrDropLogTail(of: "-x.db")
      case .replaceOrDropLogTail: .restore(to: "$(x).db")
      case .restore: .restoreElsewhere
      case .restoreElsewhere: .replaceOrRestoreElsewhere
      case .replaceOrRestoreElsewhere: .workOnCopy
      case .workOnCopy: .removeOtherNames
      case .removeOtherNames: .settleWrite(of: "/a b/office.db")
      case .settleWrite: .settleWriteInCopy(of: "/a b/the office.db")
      case .settleWriteInCopy: .readCopy(of: ["a b.db", "a b.db-wal"])
      case .readCopy: .moveAway([MovedFile(path: "a b.db-wal", free: "a b.db-wal.away")])
      case .moveAway: .makeFolder("a b/c")
      case .makeFolder: .waitLonger
      case .waitLonger: nil
      }
    return following.map { Offer(.file($0), to: "restore x.db --db r.db") }
  }

  private static let offers = Array(
    sequence(state: nil as Remedy?) { last -> Offer? in
      guard let offer = next(after: last) else { return nil }
      last = offer.remedy
      return offer
    })

  @Test(arguments: [Language.english, .vietnamese], [nil, "a b's.db"])
  func `every remedy has words, and its commands and options are understood`(
    language: Language, database: String?
  ) throws {
    defer { Environment.choose { $0.database = nil } }
    #expect(Self.offers.count > 85)
    var commands = 0
    var options = 0
    for offer in Self.offers {
      let refused = Shell.words(of: offer.refused)
      let meant = try #require(try CommandWords.meant(by: refused), "\(offer)")
      Environment.choose { $0.database = database }
      let advice = Remedies(for: CommandOptions(of: meant.command)).advice(for: offer.remedy)
      let texts = advice.list + (advice.words.map { [$0[language]] } ?? [])
      #expect(texts.contains { !$0.isEmpty }, "\(offer)")
      for text in texts {
        let found = Proposals(in: text, to: meant.command)
        for words in found.commands {
          #expect(Self.isUnderstood(words), "\(offer): \(words)")
          let name = try CommandWords.meant(by: words.filter { $0 != "--help" })?.words.first
          let isElsewhere = ["bundle", "upgrade", "init"].contains(name)
          #expect(database == nil || isElsewhere || words.contains("--db"), "\(words)")
        }
        for option in found.options {
          #expect(Self.isUnderstood(refused + option), "\(offer): \(refused + option)")
        }
        commands += found.commands.count
        options += found.options.count
      }
    }
    #expect(commands > 90 && options > 25, "\(commands), \(options)")
  }

  /// What stands for something in a proposal, where not any word will do.
  private static let values = [
    "CHANGE": "1", "SỐ": "1", "SECONDS": "5", "GIÂY": "5", "MB": "64",
  ]

  /// Whether the program takes the words, or shows a help that they ask for.
  private static func isUnderstood(_ words: [String]) -> Bool {
    do {
      _ = try CommandWords.parse(words.map { values[$0] ?? $0 })
      return true
    } catch { return Legation.exitCode(for: error) == .success }
  }

  @Test func `an option is offered to those who take it`() {
    let head = Remedies(for: CommandOptions(of: HeadCommand.Add.self))
    let table = Remedies(for: CommandOptions(of: ImportCSV.self))
    let package = Remedies(for: CommandOptions(of: ImportDataPackage.self))
    let check = Remedies(for: CommandOptions(of: CheckCommand.self))
    func says(_ remedies: Remedies, _ remedy: Remedy) -> String {
      remedies.advice(for: remedy).words?.english ?? ""
    }
    #expect(says(head, .tellPersonsApart).contains("--new-person"))
    #expect(!says(table, .tellPersonsApart).contains("--"))
    #expect(says(table, .table(.edit)).contains("--update"))
    #expect(says(package, .table(.edit)) == "")
    #expect(says(check, .question(.raiseTimeLimit)) == "Ask for less.")
    #expect(says(check, .accept("x")) == "")
    #expect(says(table, .accept("x")) == "If that is meant: --accept x")
  }

  @Test(arguments: [
    Entity.party, .mission, .person, .term, .batch, .document, .posting,
  ])
  func `a kind of record is named by its own command`(entity: Entity) {
    for verb in ["show", "edit", "remove"] {
      #expect(Self.isUnderstood([entity.command, verb, "x"]), "\(entity) \(verb)")
    }
  }

  // MARK: Stories

  /// A line that is refused, what the refusal offers, and that as somebody pastes it.
  @Test(arguments: [
    (
      "head add 'Trần Thị B' --mission gb-london", "--accept head-not-ended",
      "--accept head-not-ended"
    ),
    (
      "head add 'Trần Thị B' --mission fr-paris --title consul-general", "--accept unusual-title",
      "--accept unusual-title"
    ),
    ("head add 'Do Minh Hung' --mission fr-paris", "--new-person", "--new-person"),
    ("head end gb-london --on 2026 --reason died", "--because died", "--because died"),
    ("person add 駐越", "--key KEY", "--key x"),
    ("person add 'Đỗ Minh Hùng' --key do-minh-hung", "--key KEY", "--key do-minh-hung-2"),
    ("posting credential gb-london", "--credentials 2025-02-20", "--credentials 2025-02-21"),
    ("sql 'SELECT :day'", "-p day=VALUE", "-p day=2024"),
    ("sql --write \"UPDATE person SET note = 'x'\" --reason x", "--yes", "--yes"),
    (
      "import csv people.csv --to people --map colour=", "--update", "--map colour= --update"
    ),
    ("import csv people.csv --to people --update", "--map \"colour=\"", "--map \"colour=\""),
    ("import csv bad.csv --to people", "--skip-bad FILE", "--skip-bad aside.csv"),
    ("restore copy.db", "--replace", "--replace"),
    ("person add 'Trần Thị B' --by legation", "--by NAME", "--by me"),
  ])
  func `the option that a refusal offers makes the same command work`(
    line: String, offered: String, pasted: String
  ) throws {
    let program = try Program(
      with: "people.csv", "key,name,born,colour\ndo-minh-hung,Đỗ Minh Hùng,1966,red\n")
    try Data("name,born\nTrần Thị B,1970\nTrần Thị C,soon\n".utf8)
      .write(to: program.folder.appending(path: "bad.csv"))
    try program.run("backup", "copy.db")
    let refused = try program.shell("legation \(line)")
    #expect(refused.code != 0 && refused.err.contains(offered), "\(refused.err)")
    let vietnamese = try program.shell("legation --lang vi \(line)")
    let name = String(offered.prefix { $0 != " " })
    #expect(vietnamese.code == refused.code && vietnamese.err.contains(name), "\(vietnamese.err)")
    let done = try program.shell("legation \(line) \(pasted)")
    #expect(done.code == 0, "\(done.err)")
  }

  /// A line that is refused, and the command that is offered, with what is to be put into it.
  @Test(arguments: [
    (
      "sql 'DELETE FROM citation'", "legation sql --write",
      ["WHY": "x", "…": "DELETE FROM citation"]
    ),
    ("sql 'UPDATE person SET born = 1'", "legation person --help", [:]),
    ("sql 'DROP TABLE person'", "legation sql save", ["NAME": "x", "…": "1", "WORDS": "x"]),
    ("mission remove gb-london", "legation mission edit", ["DATE": "2026"]),
    ("head end gb-london-do-minh-hung --on 2001", "legation head show", [:]),
    (
      "posting credential gb-london --receiver fr --arrived 2025", "legation posting accredit",
      ["RECEIVER": "fr"]
    ),
    (
      "head add 'Trần Thị B' --mission gb-london", "legation head end",
      ["DATE": "2026", "REASON": "recalled"]
    ),
  ])
  func `the command that a refusal offers works`(
    line: String, offered: String, values: [String: String]
  ) throws {
    let program = try Program()
    let refused = try program.shell("legation \(line)")
    let place = try #require(refused.err.firstRange(of: offered), "\(refused.err)")
    var command = String(refused.err[place.lowerBound...].prefix { $0 != "\n" })
    command = command.components(separatedBy: "    ")[0]
    for (word, value) in values { command = command.replacing(word, with: value) }
    let done = try program.shell(command + (offered == "legation sql --write" ? " --yes" : ""))
    #expect(done.code == 0, "\(command): \(done.err)")
  }

  @Test func `a row of a table is told of columns`() throws {
    let program = try Program(
      with: "heads.csv", "person,mission\nDo Minh Hung,fr-paris\n")
    let refused = try program.run("import", "csv", "heads.csv", "--to", "heads")
    #expect(refused.code != 0)
    #expect(refused.err.contains("Give the key if it is the same person"), "\(refused.err)")
    #expect(!refused.err.contains("--new-person"))
    try Data("person,mission\ndo-minh-hung,fr-paris\n".utf8)
      .write(to: program.folder.appending(path: "heads.csv"))
    let answer = try program.run("import", "csv", "heads.csv", "--to", "heads")
    #expect(answer.code == 0, "\(answer.err)")
  }

  @Test func `a backup of an older schema is the one that is to be brought up to date`() throws {
    #expect(
      Remedies().advice(for: .file(.upgrade("old copy.db"))).words?.english
        == "Bring it up to date: legation upgrade --db 'old copy.db'    (keep a copy first)")
  }

  @Test(arguments: [
    ("/a/b.db", "/a/b.db"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("-x", "./-x"),
    ("$(x)", "'$(x)'"), ("Sổ.db", "Sổ.db"), ("", "''"),
  ])
  func `a path in advice is a word of a shell`(path: String, word: String) {
    #expect(Pasted.path(path) == word)
    #expect(Shell.words(of: word) == [path.hasPrefix("-") ? "./" + path : path])
  }
}

/// The commands that a text proposes, and the options that it proposes for a command.
private struct Proposals {
  private(set) var commands: [[String]] = []
  private(set) var options: [[String]] = []

  init(in text: String, to command: any ParsableCommand.Type) {
    let known = CommandOptions(of: command).takesValue
    // Where one ends and another thing is said.
    for part in text.split(separator: #/ {4}|\n| && |; |\. (?=[A-Z])|, (?=or |hoặc )/#) {
      guard let place = Self.placeOfCommand(in: part) else {
        addOptions(of: part, known)
        continue
      }
      addOptions(of: part[..<place.lowerBound], known)
      commands.append(Shell.words(of: part[place.upperBound...]))
    }
  }

  /// The program's name, where one of its commands follows it.
  private static func placeOfCommand(in text: Substring) -> Range<Substring.Index>? {
    let names = Legation.configuration.subcommands.compactMap { $0.configuration.commandName }
    return text.ranges(of: "legation ").first { place in
      let word = text[place.upperBound...].prefix { $0 != " " }
      return word == "--db" || names.contains(String(word))
    }
  }

  private mutating func addOptions(of text: Substring, _ known: [String: Bool]) {
    let words = Shell.words(of: text)
    for (index, word) in words.enumerated() {
      let isShort = word == "-p" && known["-p"] != nil
      guard isShort || word.firstMatch(of: /^--[a-z]/) != nil else { continue }
      let name = Self.bare(word)
      let value = index + 1 < words.count ? Self.bare(words[index + 1]) : "x"
      // One that nobody knows is kept, so that it fails.
      options.append(known[name] == true ? [name, value] : [name])
    }
  }

  /// Without the mark of the sentence behind it.
  private static func bare(_ word: String) -> String {
    var word = word
    while let last = word.last, ",;.".contains(last) { word.removeLast() }
    return word
  }
}

/// Words as a shell takes them.
private enum Shell {
  static func words(of text: some StringProtocol) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if quote == nil, character == " " {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
