import ArgumentParser
import Foundation
import Registry
import Testing

@testable import LegationCLI

/// The libraries name what helps as a value, and every one of these values becomes words that can be
/// pasted.
@Suite(.serialized) struct RemedyTests {
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
      case .giveParameter(let name): name == nil ? .sayWhatItAnswers : .giveParameter(nil)
      case .sayWhatItAnswers: .raiseTimeLimit
      case .raiseTimeLimit: .raiseMemoryLimit
      case .raiseMemoryLimit: .keep
      case .keep: .listKept
      case .listKept: .listReports
      case .listReports: .listTables
      case .listTables: .listFunctions
      case .listFunctions: .describe(table: "incumbency")
      case .describe: .explain
      case .explain: .keepAnswer
      case .keepAnswer: .askAnother
      case .askAnother: .writeAsOneChange
      case .writeAsOneChange: .write(table: nil)
      case .write(let table): item(behind: table, in: tables).map { .write(table: $0) }
      }
    return following.map {
      Offer(
        .question($0), to: $0 == .sayWhatItAnswers ? "sql save x 'SELECT 1'" : "sql 'SELECT :day'")
    }
  }

  /// Every table that a statement can name.
  private static let tables =
    RecordKind.all.map(\.table) + [
      "extension", "mission_name", "mission_coverage", "consular_district", "person_name",
      "person_rank", "party_name", "posting_document", "registry", "kept_query",
      "kept_query_parameter", "kept_query_column", "settled_finding", "change",
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
    let log = Remedies(for: CommandOptions(of: LogCommand.self))
    func says(_ remedies: Remedies, _ remedy: Remedy) -> String {
      remedies.advice(for: remedy).words?.english ?? ""
    }
    #expect(says(head, .tellPersonsApart).contains("--new-person"))
    #expect(!says(table, .tellPersonsApart).contains("--"))
    #expect(says(table, .table(.edit)).contains("--update"))
    #expect(says(package, .table(.edit)) == "")
    #expect(says(check, .question(.raiseTimeLimit)) == "Ask for less.")
    #expect(says(log, .accept("x")) == "")
    #expect(says(table, .accept("x")) == "If that is meant: --accept x")
  }

  @Test(arguments: RecordKind.all.filter { $0.name != RecordKind.accreditation.name })
  func `a kind of record is named by its own command`(entity: RecordKind) {
    for verb in ["show", "edit", "remove"] {
      #expect(Self.isUnderstood([entity.command, verb, "x"]), "\(entity) \(verb)")
    }
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
