import ArgumentParser
import Registry
import Reports
import SQLite

/// A kind of record with the verbs that every kind has.
protocol Noun {
  associatedtype Options: FactOptions
  /// Which options `edit` has for other names: `NamesTakenAway`, or none.
  associatedtype TakingAway: TakingAwayNames = NoNamesTakenAway

  static var entity: Entity { get }
  static var name: String { get }
  static var plural: String { get }
  static var abstract: String { get }
  /// The fact that stands first on the command line when a record is added, and its meaning.
  static var firstFact: String { get }
  static var firstFactHelp: String { get }
  /// Words behind each verb that make an example.
  static var examples: (add: String, edit: String, key: String, words: String) { get }
}

/// Facts as options, named as the columns are.
protocol FactOptions: ParsableArguments {
  var facts: Facts { get }
  /// Adds what is not a column: other names, ranks, countries covered. Returns how many.
  func addParts(to key: String, _ records: Records) throws(RegistryError) -> Int
}

extension FactOptions {
  func addParts(to key: String, _ records: Records) throws(RegistryError) -> Int { 0 }
}

/// Other names that an edit takes away.
protocol TakingAwayNames: ParsableArguments {
  var names: [String] { get }
}

/// For records that have no other names.
struct NoNamesTakenAway: TakingAwayNames {
  var names: [String] { [] }
}

struct NamesTakenAway: TakingAwayNames {
  @Option(
    name: .customLong("remove-alias"),
    help: ArgumentHelp("Take another name away.", valueName: "name"))
  var names: [String] = []
}

struct NounCommand<N: Noun>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: N.name,
      abstract: N.abstract,
      discussion: "Example:\n  legation \(N.name) show \(N.examples.key)",
      subcommands: [
        AddCommand<N>.self, EditCommand<N>.self, RemoveCommand<N>.self, ShowCommand<N>.self,
        ListCommand<N>.self, FindCommand<N>.self,
      ],
      aliases: [N.plural]
    )
  }

  @OptionGroup var options: GlobalOptions
}

struct AddCommand<N: Noun>: ChangingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add", abstract: "Add a \(N.name).",
      discussion: "Example:\n  legation \(N.name) add \(N.examples.add)")
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: "Change options") var write: WriteOptions
  @Argument(help: ArgumentHelp(N.firstFactHelp, valueName: N.firstFact.replacing("_", with: "-")))
  var first: String?
  @Option(help: "The key. (default: made from the facts)") var key: String?
  @OptionGroup(title: "Facts") var given: N.Options

  func run() throws {
    var facts = given.facts
    let isKey = N.firstFact == "key"
    if !isKey { facts.set(N.firstFact, first) }
    try Output(options: options).write("\(N.name) add", write) { (change) throws(RegistryError) in
      let records = Records(change)
      let added = try records.add(N.entity, key: key ?? (isKey ? first : nil), facts)
      _ = try given.addParts(to: added, records)
      try records.cite(write.source, for: N.entity, key: added)
      return (added, try change.lookup.name(of: N.entity, key: added))
    } saying: { (added, name) in
      [
        Sentence(
          "Added the \(N.entity.noun.english) \(added): \(name.english).",
          vi: "Đã thêm \(N.entity.noun.vietnamese) \(added): \(name.vietnamese).")
      ]
    }
  }
}

struct EditCommand<N: Noun>: ChangingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "edit", abstract: "Correct facts of a \(N.name).",
      discussion: "Example:\n  legation \(N.name) edit \(N.examples.edit)")
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: "Change options") var write: WriteOptions
  @Argument(help: "Which one: its key, or a name that fits only it.") var subject: String
  @Option(help: "A new key; everything that refers to it follows.") var key: String?
  @Option(help: ArgumentHelp("Empty a fact.", valueName: "fact")) var clear: [String] = []
  @OptionGroup var takenAway: N.TakingAway
  @Option(
    name: .customLong(N.firstFact == "key" ? "same-key" : N.firstFact.replacing("_", with: "-")),
    help: ArgumentHelp(visibility: N.firstFact == "key" ? .private : .default))
  var firstFact: String?
  @OptionGroup(title: "Facts") var given: N.Options

  func run() throws {
    var facts = given.facts
    if N.firstFact != "key" { facts.set(N.firstFact, firstFact) }
    for fact in clear { facts.clear(fact.replacing("-", with: "_")) }
    try Output(options: options).write("\(N.name) edit", write) { (change) throws(RegistryError) in
      let records = Records(change)
      let current = try change.lookup.key(of: N.entity, named: subject)
      let differences = try records.edit(N.entity, key: current, facts, newKey: key)
      let now = key ?? current
      let parts =
        try given.addParts(to: now, records) + takenAway.names.count + write.source.count
      for alias in takenAway.names { try records.removeName(alias, of: N.entity, key: now) }
      try records.cite(write.source, for: N.entity, key: now)
      guard !differences.isEmpty || parts > 0 else { throw Edits.nothing(now) }
      return (now, differences)
    } saying: { (now, differences) in
      Edits.lines(now, differences)
    }
  }
}

struct RemoveCommand<N: Noun>: ChangingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "remove", abstract: "Take out a \(N.name) that nothing refers to.",
      discussion: "Example:\n  legation \(N.name) remove \(N.examples.key) --dry-run")
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: "Change options") var write: WriteOptions
  @Argument(help: "Which one: its key, or a name that fits only it.") var subject: String

  func run() throws {
    try Output(options: options).write("\(N.name) remove", write, citing: .nothing) {
      (change) throws(RegistryError) in
      let key = try change.lookup.key(of: N.entity, named: subject)
      return try Records(change).remove(N.entity, key: key)
    } saying: { removed in
      let along = removed.along.map { "\($0.count) \($0.table)" }.joined(separator: ", ")
      return [
        Sentence(
          "Removed the \(N.entity.noun.english) \(removed.key).",
          vi: "Đã xóa \(N.entity.noun.vietnamese) \(removed.key).")
      ] + (along.isEmpty ? [] : [Sentence("With it: \(along).", vi: "Kèm theo: \(along).")])
    }
  }
}

struct ShowCommand<N: Noun>: AnsweringCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: "Show a \(N.name) with what belongs to it.",
      discussion: "Example:\n  legation \(N.name) show \(N.examples.key)")
  }

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Which one: its key, or a name that fits only it.") var subject: String

  func run() throws {
    let registry = try options.open()
    let key = try Lookup(registry: registry).key(of: N.entity, named: subject)
    try Output(options: options).show(
      Cards(registry, in: Environment.language).card(of: N.entity, key: key), from: registry)
  }
}

struct ListCommand<N: Noun>: AnsweringCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: "List every \(N.name).",
      discussion: "Example:\n  legation \(N.name) list --format csv")
  }

  @OptionGroup var options: GlobalOptions
  @Option(help: "So many at most.") var limit: Int?

  func run() throws {
    let registry = try options.open()
    var selection = Lists.Selection()
    selection.limit = limit
    try Output(options: options).show(
      try Lists(registry, in: Environment.language).records(of: N.entity, selection),
      from: registry)
  }
}

struct FindCommand<N: Noun>: AnsweringCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "find", abstract: "Find a \(N.name) by words, with or without marks and tones.",
      discussion: "Example:\n  legation \(N.name) find \(N.examples.words)")
  }

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Words; each begins a word of the name.") var words: [String]
  @Option(help: "So many at most.") var limit: Int?

  func run() throws {
    let registry = try options.open()
    var selection = Lists.Selection()
    selection.words = words.joined(separator: " ")
    selection.limit = limit
    try Output(options: options).show(
      try Lists(registry, in: Environment.language).records(of: N.entity, selection),
      from: registry)
  }
}

/// The words about an edit.
enum Edits {
  static func lines(_ key: String, _ differences: [Records.Difference]) -> [Sentence] {
    [Sentence("Edited \(key).", vi: "Đã sửa \(key).")]
      + differences.map { difference in
        let before = text(difference.before)
        let after = text(difference.after)
        return Sentence(same: "  \(difference.column): \(before) → \(after)")
      }
  }

  static func nothing(_ key: String) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence("Nothing is different for \(key).", vi: "Không có gì thay đổi với \(key)."),
      hint: Sentence(
        "Give the facts that are to change; --help lists them.",
        vi: "Hãy ghi các mục cần sửa; xem --help."))
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .null: "–"
    case .integer(let integer): "\(integer)"
    case .real(let real): "\(real)"
    case .text(let text): text
    case .blob: "…"
    }
  }
}
