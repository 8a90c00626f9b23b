import Foundation
import Legation
import Testing

/// What a refusal says can be shown by any program: it speaks of no command and no option.
@Suite struct RefusalTests {
  /// Something that is refused.
  struct Attempt: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: RegistryError.Code
    let exitCode: Int32
    let run: @Sendable (Registry, Office) throws -> Void

    init(
      _ name: String, _ code: RegistryError.Code, _ exitCode: Int32,
      _ run: @escaping @Sendable (Registry, Office) throws -> Void
    ) {
      testDescription = name
      self.code = code
      self.exitCode = exitCode
      self.run = run
    }
  }

  private static func change(
    _ registry: Registry, because reason: String? = nil, _ body: (borrowing Change) throws -> Void
  ) throws {
    try registry.change("a change", by: "test", because: reason, body)
  }

  static let attempts: [Attempt] = [
    Attempt("a file that is not there", .missingFile, 66) { _, office in
      _ = try Registry.open(office.path + "-2")
    },
    Attempt("a file that is no registry", .unfitFile, 65) { _, office in
      let path = office.path + ".txt"
      try Data("no registry".utf8).write(to: URL(filePath: path))
      _ = try Registry.open(path)
    },
    Attempt("a registry where one is", .cannotCreate, 73) { _, office in
      _ = try Registry.make(office.path, by: "test")
    },
    Attempt("a registry in no folder", .cannotCreate, 73) { _, office in
      _ = try Registry.make(office.path + "/x/y.db", by: "test")
    },
    Attempt("a registry of no country", .unknownName, 64) { _, office in
      _ = try Registry.make(office.path + "-3", sender: "Atlantis", by: "test")
    },
    Attempt("a mission that is not there", .unknownName, 64) { registry, _ in
      _ = try registry.mission("atlantis")
    },
    Attempt("a name of several missions", .unknownName, 64) { registry, _ in
      try change(registry) { change in
        try change.add(
          .mission, key: "fr-paris-2", ["kind": "consulate", "receiver": "fr", "seat": "Paris"])
      }
      _ = try registry.mission("Paris")
    },
    Attempt("a change before the first", .unknownName, 64) { _, office in
      _ = try Registry.open(office.path, asKnown: .day(Day("1900-01-01")))
    },
    Attempt("no moment", .invalidValue, 64) { _, office in
      _ = try Registry.open(office.path, asKnown: .moment("soon"))
    },
    Attempt("no day", .invalidValue, 64) { _, _ in _ = try Day("2023-02-29") },
    Attempt("no date", .invalidValue, 64) { _, _ in _ = try PartialDate(year: 2024, month: 13) },
    Attempt("bounds the wrong way", .invalidValue, 64) { _, _ in
      _ = try PartialDate("[1920..1917]")
    },
    Attempt("a column that is not there", .invalidValue, 64) { registry, _ in
      _ = try registry.missions(where: ["colour": "red"])
    },
    Attempt("words of nothing", .invalidValue, 64) { registry, _ in
      _ = try registry.people(matching: "…")
    },
    Attempt("a record without its facts", .invalidValue, 64) { registry, _ in
      try change(registry) { change in try change.add(.mission, ["seat": "Paris"]) }
    },
    Attempt("a person whose name makes no key", .invalidValue, 64) { registry, _ in
      try change(registry) { change in try change.add(.person, ["name": "駐越"]) }
    },
    Attempt("a key that is taken", .rule, 1) { registry, _ in
      try change(registry) { change in
        try change.add(.person, key: "do-minh-hung", ["name": "Đỗ Minh Hùng"])
      }
    },
    Attempt("an author who is the program", .invalidValue, 64) { registry, _ in
      try registry.change("a change", by: "legation") { _ in }
    },
    Attempt("a finding that is none", .unknownName, 64) { registry, _ in
      try registry.change("a change", by: "test", accepting: ["two-hats"]) { _ in }
    },
    Attempt("a person who may be somebody else", .unknownName, 64) { registry, _ in
      try registry.addHead(NewHead("Do Minh Hung", at: "tl-dili"), by: "test")
    },
    Attempt("a second head", .finding, 1) { registry, _ in
      try registry.addHead(NewHead("Trần Thị B", at: "gb-london"), by: "test")
    },
    Attempt("an unusual title", .finding, 1) { registry, _ in
      var head = NewHead("Trần Thị B", at: "tl-dili")
      head.title = "consul-general"
      try registry.addHead(head, by: "test")
    },
    Attempt("a mission that is still headed", .rule, 1) { registry, _ in
      try change(registry) { change in try change.remove(.mission, "gb-london") }
    },
    Attempt("an end before the beginning", .rule, 1) { registry, _ in
      try change(registry) { change in try change.endHead("gb-london", on: PartialDate("2001")) }
    },
    Attempt("why the head left as the reason of the change", .invalidValue, 64) { registry, _ in
      try change(registry, because: "died") { change in
        try change.endHead("gb-london", on: PartialDate("2026"))
      }
    },
    Attempt("a second end", .unknownName, 64) { registry, _ in
      try change(registry) { change in
        try change.endHead("gb-london", on: PartialDate("2026"))
        try change.endHead("gb-london", on: PartialDate("2026"))
      }
    },
    Attempt("no milestone", .invalidValue, 64) { registry, _ in
      try change(registry) { change in try change.record([:], of: "gb-london") }
    },
    Attempt("milestones towards another receiver", .unknownName, 64) { registry, _ in
      try change(registry) { change in
        try change.record([.arrived: PartialDate("2025")], of: "gb-london", towards: "fr")
      }
    },
    Attempt("a change that is not there", .unknownName, 64) { registry, _ in
      try registry.undo(4711, by: "test")
    },
    Attempt("what the program brought in", .rule, 1) { registry, _ in
      try registry.undo(0, by: "test")
    },
    Attempt("a change on which another stands", .rule, 1) { registry, _ in
      let number = try registry.addHead(NewHead("Trần Thị B", at: "tl-dili"), by: "test").number
      try change(registry) { change in try change.edit(.person, "tran-thi-b", ["born": 1970]) }
      try registry.undo(number, by: "test")
    },
    Attempt("a write with a registry for reading", .readOnly, 77) { _, office in
      try change(try office.open()) { change in try change.set(knownUntil: nil) }
    },
    Attempt("a question that writes", .readOnly, 77) { registry, _ in
      _ = try registry.ask("UPDATE person SET born = '1966'")
    },
    Attempt("a question that makes a table", .readOnly, 77) { registry, _ in
      _ = try registry.ask("CREATE TABLE t (a)")
    },
    Attempt("a question to another file", .readOnly, 77) { registry, _ in
      _ = try registry.ask("ATTACH '/tmp/other.db' AS other")
    },
    Attempt("a question that opens a transaction", .readOnly, 77) { registry, _ in
      _ = try registry.ask("BEGIN")
    },
    Attempt("a mistake in a question", .invalidValue, 64) { registry, _ in
      _ = try registry.ask("SELECT persn_name FROM incumbent")
    },
    Attempt("no question", .invalidValue, 64) { registry, _ in _ = try registry.ask(" -- ") },
    Attempt("two questions", .invalidValue, 64) { registry, _ in
      _ = try registry.ask("SELECT 1; SELECT 2")
    },
    Attempt("a parameter without a value", .invalidValue, 64) { registry, _ in
      _ = try registry.ask("SELECT :day")
    },
    Attempt("a parameter that is not there", .invalidValue, 64) { registry, _ in
      _ = try registry.ask("SELECT :day", ["day": 1, "dya": 2])
    },
    Attempt("a question that takes long", .timeLimit, 124) { registry, _ in
      var limits = Registry.Limits()
      limits.seconds = 0
      _ = try registry.ask(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
        limits: limits
      ).all()
    },
    Attempt("a registry that is closed", .closed, 70) { registry, _ in
      registry.close()
      _ = try registry.ask("SELECT 1")
    },
  ]

  /// An option, a short one, a variable, a command, a quoted one.
  private static let wordsOfACommandLine = [
    "(^|[^A-Za-z0-9-])--[a-z]", "(^|\\s)-[a-z](\\s|$)", "LEGATION_", "`",
    "legation (add|check|export|head|import|init|log|mission|person|registry|restore|sql|undo|upgrade)",
  ]

  @Test(arguments: attempts)
  func `a refusal has its code and speaks of no command`(attempt: Attempt) throws {
    let office = try Office()
    let refusal = try #require(
      #expect(throws: RegistryError.self) {
        try attempt.run(try office.open(for: .writing), office)
      })
    #expect(refusal.code == attempt.code)
    #expect(refusal.exitCode == attempt.exitCode)
    for language in Language.allCases {
      // The name of the file has the name of the project in it.
      let text = refusal.text(in: language).replacing(office.folder.path, with: "")
      #expect(!refusal.message[language].isEmpty)
      for spoken in Self.wordsOfACommandLine {
        #expect(!text.contains(try Regex(spoken)), "\(text)")
      }
    }
    // What is told differs in the two languages, names apart.
    #expect(refusal.message.english != refusal.message.vietnamese || refusal.code == .rule)
  }

  @Test func `refusals are told apart by their codes`() {
    let codes = Set(Self.attempts.map(\.code))
    #expect(codes.count > 8)
    for code in codes { #expect(RegistryError.Code(rawValue: code.rawValue) == code) }
  }
}
