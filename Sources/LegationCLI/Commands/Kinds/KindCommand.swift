import ArgumentParser
import Registry
import Reports

/// A kind of record with the verbs that every kind has.
struct KindCommand<Place: KindPlace>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Place.kind.name,
      abstract: Place.kind.about,
      examples: KindHelp.example(of: Place.self, "show", Place.verbs.key),
      subcommands: [
        AddCommand<Place>.self, EditCommand<Place>.self, RemoveCommand<Place>.self,
        ShowCommand<Place>.self, ListCommand<Place>.self, FindCommand<Place>.self,
      ] + Turning.commands(of: Place.kind),
      aliases: [Place.kind.plural]
    )
  }

  @OptionGroup var options: GlobalOptions
}

/// What the help of every kind says alike.
enum KindHelp {
  static func example<Place: KindPlace>(
    of place: Place.Type, _ verb: String, _ words: String
  ) -> String {
    "legation \(Place.kind.name) \(verb) \(words)"
  }

  static func example<Place: KindPlace>(
    of place: Place.Type, _ verb: String, _ example: RecordKind.Example
  ) -> String {
    let options = example.facts.map { fact in
      "--\(Key.hyphenated(fact.column)) \(quoted(fact.text))"
    }
    let words = [example.subject.map(quoted)].compactMap { $0 } + options
    return self.example(of: place, verb, words.joined(separator: " "))
  }

  private static func quoted(_ text: String) -> String { text.contains(" ") ? "\"\(text)\"" : text }

  static var subject: ArgumentHelp {
    ArgumentHelp(
      "Which one: its key, or a name that fits only it.",
      vi: "Bản ghi nào: mã, hoặc tên chỉ khớp với nó.")
  }

  /// What to cite for a record of this kind, and whether it can be cited for; where the record
  /// itself has a source, that is taken as its fact.
  ///
  /// - Throws: where it is given several: none is dropped in silence.
  static func sources(
    of kind: RecordKind, _ write: WriteOptions, in facts: inout Facts
  ) throws(RegistryError) -> (use: WriteOptions.Citing, sources: [String]) {
    if kind.isCited { return (.record, write.source) }
    guard kind.field("source") != nil else { return (.nothing, []) }
    let given = [facts["source"]].compactMap { $0 } + write.source
    guard Set(given).count < 2 else {
      let named = given.map(Registry.quoted).joined(separator: ", ")
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(kind.noun.indefinite(isFirst: true)) has one source, not \(given.count): \(named).",
          vi: "Mỗi \(kind.noun.vietnamese) có một nguồn, không phải \(given.count): \(named)."))
    }
    facts.set("source", given.first)
    return (.record, [])
  }

  static var limit: ArgumentHelp {
    ArgumentHelp("So many at most.", vi: "Nhiều nhất bấy nhiêu dòng.")
  }

  static var clear: ArgumentHelp {
    ArgumentHelp("Empty a fact.", vi: "Xóa trống một mục.", valueName: "fact")
  }

  static var words: ArgumentHelp {
    ArgumentHelp(
      "Words; each begins a word of the name.", vi: "Các từ; mỗi từ mở đầu một từ của tên.")
  }
}

struct AddCommand<Place: KindPlace>: ChangingCommand {
  static var about: CommandConfiguration {
    let noun = Place.kind.noun
    return CommandConfiguration(
      commandName: "add",
      abstract: Sentence("Add \(noun.indefinite()).", vi: "Thêm \(noun.vietnamese)."),
      examples: KindHelp.example(of: Place.self, "add", Place.verbs.add))
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Argument(
    help: ArgumentHelp(
      Place.verbs.firstHelp.inHelp, valueName: Key.hyphenated(Place.verbs.first)))
  var first: String?
  @Option(
    help: ArgumentHelp(
      "The key. (default: made from the facts)", vi: "Mã. (mặc định: ghép từ các mục)"))
  var key: String?
  @OptionGroup(title: OptionTitle.facts) var given: FactOptions<NewFacts<Place>>

  func perform() throws {
    let kind = Place.kind
    var facts = given.facts
    let isKey = Place.verbs.first == "key"
    if !isKey { facts.set(Place.verbs.first, first) }
    let cited = try KindHelp.sources(of: kind, write, in: &facts)
    try Output(options: options).write("\(kind.name) add", write, citing: cited.use) {
      (change) throws(RegistryError) in
      let records = Records(change)
      let added = try records.add(kind, key: key ?? (isKey ? first : nil), facts)
      _ = try given.addParts(to: added, records)
      try records.cite(cited.sources, for: kind, key: added)
      return (added, try change.lookup.name(of: kind, key: added))
    } saying: { (added, name) in
      [
        Sentence(
          "Added the \(kind.noun.english) \(added): \(name.english).",
          vi: "Đã thêm \(kind.noun.vietnamese) \(added): \(name.vietnamese).")
      ]
    }
  }
}

struct EditCommand<Place: KindPlace>: ChangingCommand {
  static var about: CommandConfiguration {
    let noun = Place.kind.noun
    return CommandConfiguration(
      commandName: "edit",
      abstract: Sentence(
        "Correct facts of \(noun.indefinite()).", vi: "Sửa các mục của \(noun.vietnamese)."
      ),
      examples: KindHelp.example(of: Place.self, "edit", Place.verbs.edit))
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Argument(help: KindHelp.subject) var subject: String
  @Option(
    help: ArgumentHelp(
      "A new key; everything that refers to it follows.",
      vi: "Mã mới; mọi nơi dẫn tới nó đổi theo."))
  var key: String?
  @Option(help: KindHelp.clear) var clear: [String] = []
  @OptionGroup var takenAway: NamesTakenAway<Place>
  @OptionGroup(title: OptionTitle.facts) var given: FactOptions<EditedFacts<Place>>

  func perform() throws {
    let kind = Place.kind
    var facts = given.facts
    let cited = try KindHelp.sources(of: kind, write, in: &facts)
    for fact in clear { facts.clear(fact.replacing("-", with: "_")) }
    try Output(options: options).write("\(kind.name) edit", write, citing: cited.use) {
      (change) throws(RegistryError) in
      let records = Records(change)
      let current = try change.lookup.key(of: kind, named: subject)
      let differences = try records.edit(kind, key: current, facts, newKey: key)
      let now = key ?? current
      let parts =
        try given.addParts(to: now, records) + takenAway.names.count + cited.sources.count
      for alias in takenAway.names { try records.removeName(alias, of: kind, key: now) }
      try records.cite(cited.sources, for: kind, key: now)
      guard !differences.isEmpty || parts > 0 else { throw Edits.nothing(now) }
      return (now, differences)
    } saying: { (now, differences) in
      Edits.lines(now, differences)
    }
  }
}

/// Other names that an edit takes away, where the kind has any.
struct NamesTakenAway<Place: KindPlace>: ParsableArguments, CustomReflectable {
  @Option(
    name: .customLong("remove-alias"),
    help: ArgumentHelp(
      "Take another name away.", vi: "Bỏ một tên khác.", valueName: "name"))
  var names: [String] = []

  init() {}

  init(from decoder: any Decoder) throws {
    guard Place.kind.isSearchable else {
      names = []
      return
    }
    let values = try decoder.container(keyedBy: CodingKeys.self)
    _names = try values.decode(Option<[String]>.self, forKey: .names)
  }

  private enum CodingKeys: CodingKey { case names }

  var customMirror: Mirror {
    Mirror(self, children: Place.kind.isSearchable ? [("names", _names as Any)] : [])
  }
}

struct RemoveCommand<Place: KindPlace>: ChangingCommand {
  static var about: CommandConfiguration {
    let noun = Place.kind.noun
    return CommandConfiguration(
      commandName: "remove",
      abstract: Sentence(
        "Take out \(noun.indefinite()) that nothing refers to.",
        vi: "Xóa \(noun.vietnamese) không còn được dùng ở đâu."
      ),
      examples: KindHelp.example(of: Place.self, "add", Place.verbs.add) + " && "
        + KindHelp.example(of: Place.self, "remove", Place.verbs.added))
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Argument(help: KindHelp.subject) var subject: String

  func perform() throws {
    let kind = Place.kind
    try Output(options: options).write("\(kind.name) remove", write, citing: .nothing) {
      (change) throws(RegistryError) in
      let key = try change.lookup.key(of: kind, named: subject)
      return try Records(change).remove(kind, key: key)
    } saying: { removed in
      let along = removed.along.map { "\($0.count) \($0.table)" }.joined(separator: ", ")
      let words = removed.along.map {
        "\($0.count) \(RecordKind.noun(ofTable: $0.table).vietnamese)"
      }.joined(separator: ", ")
      return [
        Sentence(
          "Removed the \(kind.noun.english) \(removed.key).",
          vi: "Đã xóa \(kind.noun.vietnamese) \(removed.key).")
      ] + (along.isEmpty ? [] : [Sentence("With it: \(along).", vi: "Kèm theo: \(words).")])
    }
  }
}

struct ShowCommand<Place: KindPlace>: AnsweringCommand {
  static var about: CommandConfiguration {
    let noun = Place.kind.noun
    return CommandConfiguration(
      commandName: "show",
      abstract: Sentence(
        "Show \(noun.indefinite()) with what belongs to it.",
        vi: "Xem \(noun.vietnamese) cùng những gì liên quan."
      ),
      examples: KindHelp.example(of: Place.self, "show", Place.verbs.key))
  }

  @OptionGroup var options: GlobalOptions
  @Argument(help: KindHelp.subject) var subject: String

  func perform() throws {
    let registry = try options.open()
    let key = try Lookup(registry: registry).key(of: Place.kind, named: subject)
    try Output(options: options).show(
      Cards(registry, in: Environment.language).card(of: Place.kind, key: key), from: registry)
  }
}

struct ListCommand<Place: KindPlace>: AnsweringCommand {
  static var about: CommandConfiguration {
    let noun = Place.kind.noun
    return CommandConfiguration(
      commandName: "list",
      abstract: Sentence("List every \(noun.english).", vi: "Liệt kê mọi \(noun.vietnamese)."),
      examples: KindHelp.example(of: Place.self, "list", "--format csv"))
  }

  @OptionGroup var options: GlobalOptions
  @Option(help: KindHelp.limit) var limit: Int?
  @OptionGroup(title: OptionTitle.selection) var given: FactOptions<ListedFacts<Place>>

  func perform() throws {
    let registry = try options.open()
    var selection = Lists.Selection()
    selection.facts = given.facts
    selection.limit = limit
    try Output(options: options).show(
      try Lists(registry, in: Environment.language).records(of: Place.kind, selection),
      from: registry)
  }
}

struct FindCommand<Place: KindPlace>: AnsweringCommand {
  static var about: CommandConfiguration {
    let noun = Place.kind.noun
    return CommandConfiguration(
      commandName: "find",
      abstract: Sentence(
        "Find \(noun.indefinite()) by words, with or without marks and tones.",
        vi: "Tìm \(noun.vietnamese) theo từ, có hoặc không có dấu."
      ),
      examples: KindHelp.example(of: Place.self, "find", Place.verbs.words))
  }

  @OptionGroup var options: GlobalOptions
  @Argument(help: KindHelp.words) var words: [String]
  @Option(help: KindHelp.limit) var limit: Int?

  func perform() throws {
    let registry = try options.open()
    var selection = Lists.Selection()
    selection.words = words.joined(separator: " ")
    selection.limit = limit
    try Output(options: options).show(
      try Lists(registry, in: Environment.language).records(of: Place.kind, selection),
      from: registry)
  }
}
