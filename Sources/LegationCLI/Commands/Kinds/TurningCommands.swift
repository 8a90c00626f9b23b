import ArgumentParser
import Registry

/// What happens to missions, parties and people: from a day on they are otherwise, and a report for
/// a day before it shows what was.
enum Turning {
  /// The verbs that a kind has for it, beside those that every kind has.
  static func commands(of kind: RecordKind) -> [any ParsableCommand.Type] {
    switch kind {
    case .mission:
      [
        MissionRename.self, MissionMove.self, MissionUpgrade.self, MissionReceiver.self,
        MissionClose.self, MissionReopen.self,
      ]
    case .party: [PartyRename.self]
    case .person: [PersonRename.self]
    default: []
    }
  }

  /// Each record that is otherwise, with what was and what is.
  static func lines(
    _ turned: [(key: String, differences: [Records.Difference])], since: String
  ) -> [Sentence] {
    let day = PageDate.words(since)
    return [Sentence("Since \(day.english):", vi: "Từ \(day.vietnamese):")]
      + turned.flatMap { Edits.lines($0.key, $0.differences) }
  }
}

/// Since when, and by which document.
struct TurnOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The first day of it.", vi: "Ngày đầu tiên của thay đổi.", valueName: "date"))
  var since: String
  @Option(
    help: ArgumentHelp(
      "The document that decides it, by its number.", vi: "Văn bản quyết định, theo số hiệu."))
  var document: String?
  @Option(help: ArgumentHelp("Words on it.", vi: "Ghi chú."))
  var note: String?

  var turn: Records.Turn { Records.Turn(since: since, document: document, note: note) }
}

/// A command by which a record is otherwise from a day on.
protocol TurningCommand: ChangingCommand {
  static var kind: RecordKind { get }
  static var verb: String { get }
  var write: WriteOptions { get }
  var turn: TurnOptions { get }
  var subject: String { get }
  var facts: Facts { get }
  /// As they were until then, where the record has only what came after.
  var former: Facts { get }
}

extension TurningCommand {
  func perform() throws {
    try Output(options: options).write("\(Self.kind.name) \(Self.verb)", write) {
      (change) throws(RegistryError) in
      let key = try change.lookup.key(of: Self.kind, named: subject)
      let records = Records(change)
      let turned = try records.change(Self.kind, key: key, to: facts, from: former, at: turn.turn)
      try records.cite(write.source, for: Self.kind, key: key)
      return turned
    } saying: { turned in
      Turning.lines(turned, since: turn.since)
    }
  }
}

struct MissionRename: TurningCommand {
  static let about = CommandConfiguration(
    commandName: "rename",
    abstract: Sentence(
      "Record that a mission is called otherwise from a day on.",
      vi: "Ghi việc cơ quan đại diện mang tên khác từ một ngày."),
    discussion: Sentence(
      "A report for a day before it has the former name. What was never right: `legation mission edit`.",
      vi: """
        Báo cáo cho ngày trước đó dùng tên cũ. Nếu tên vốn ghi sai: `legation mission edit`.
        """),
    examples:
      #"legation mission rename gb-london --name-en "Embassy of Vietnam in London" --since 2026-01"#
  )
  static let kind = RecordKind.mission
  static let verb = "rename"

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Argument(help: KindHelp.subject) var subject: String
  @OptionGroup var names: NameOptions
  @OptionGroup var turn: TurnOptions

  func validate() throws { try names.require() }

  var facts: Facts { names.facts }
  var former: Facts { names.former }
}

/// Names from a day on, and until it.
struct NameOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The English name.", vi: "Tên tiếng Anh.")) var nameEn: String?
  @Option(help: ArgumentHelp("The Vietnamese name.", vi: "Tên tiếng Việt.")) var nameVi: String?
  @Option(
    help: ArgumentHelp(
      "The English name until then. (default: the one that is recorded)",
      vi: "Tên tiếng Anh trước đó. (mặc định: tên đang ghi)"))
  var formerNameEn: String?
  @Option(
    help: ArgumentHelp(
      "The Vietnamese name until then. (default: the one that is recorded)",
      vi: "Tên tiếng Việt trước đó. (mặc định: tên đang ghi)"))
  var formerNameVi: String?

  var facts: Facts {
    var facts = Facts()
    facts.set("name_en", nameEn)
    facts.set("name_vi", nameVi)
    return facts
  }

  var former: Facts {
    var facts = Facts()
    facts.set("name_en", formerNameEn)
    facts.set("name_vi", formerNameVi)
    return facts
  }

  func require(_ others: String?...) throws {
    let given = [nameEn, nameVi, formerNameEn, formerNameVi] + others
    guard given.allSatisfy({ $0 == nil }) else { return }
    throw ValidationError(
      "What is it called, or what was it called? Give --name-en, --name-vi, --former-name-en or --former-name-vi.",
      vi:
        "Tên mới hoặc tên cũ là gì? Hãy ghi --name-en, --name-vi, --former-name-en hoặc --former-name-vi."
    )
  }
}

struct MissionUpgrade: TurningCommand {
  static let about = CommandConfiguration(
    commandName: "upgrade",
    abstract: Sentence(
      "Record that a mission is of another kind from a day on: a legation raised to an embassy.",
      vi: """
        Ghi việc cơ quan đại diện đổi loại từ một ngày: công sứ quán nâng lên đại sứ quán.
        """),
    discussion: Sentence(
      "A name that was made from the kind is made anew.",
      vi: "Tên được ghép từ loại thì được ghép lại."),
    examples: "legation mission upgrade de-frankfurt-am-main --to consulate --since 2026-01")
  static let kind = RecordKind.mission
  static let verb = "upgrade"

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Argument(help: KindHelp.subject) var subject: String
  @Option(help: ArgumentHelp("The kind that it is then.", vi: "Loại mới.")) var to: String
  @Option(
    help: ArgumentHelp(
      "The kind that it was. (default: the one that is recorded)",
      vi: "Loại trước đó. (mặc định: loại đang ghi)"))
  var from: String?
  @OptionGroup var turn: TurnOptions

  var facts: Facts {
    var facts = Facts()
    facts.set("kind", to)
    return facts
  }

  var former: Facts {
    var facts = Facts()
    facts.set("kind", from)
    return facts
  }
}

struct MissionReceiver: TurningCommand {
  static let about = CommandConfiguration(
    commandName: "receiver",
    abstract: Sentence(
      "Record that a mission has another receiver from a day on, as where a state succeeds.",
      vi: "Ghi việc cơ quan đại diện có nơi tiếp nhận khác từ một ngày, như khi có quốc gia kế tục."
    ),
    discussion: Sentence(
      "Heads who are there then are accredited to the new receiver; who left before stays as he was.",
      vi: """
        Người đứng đầu khi đó được chuyển sang nơi tiếp nhận mới; người đã rời trước đó giữ nguyên.
        """),
    examples: "legation mission receiver ru-moscow --to kz --since 2026-01 --dry-run")
  static let kind = RecordKind.mission
  static let verb = "receiver"

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Argument(help: KindHelp.subject) var subject: String
  @Option(
    help: ArgumentHelp("The receiver, by key or name.", vi: "Nơi tiếp nhận, theo mã hoặc tên."))
  var to: String
  @Option(
    help: ArgumentHelp(
      "The receiver until then. (default: the one that is recorded)",
      vi: "Nơi tiếp nhận trước đó. (mặc định: nơi đang ghi)"))
  var from: String?
  @OptionGroup var turn: TurnOptions

  var facts: Facts {
    var facts = Facts()
    facts.set("receiver", to)
    return facts
  }

  var former: Facts {
    var facts = Facts()
    facts.set("receiver", from)
    return facts
  }
}

struct PartyRename: TurningCommand {
  static let about = CommandConfiguration(
    commandName: "rename",
    abstract: Sentence(
      "Record that a state or an organisation is called otherwise from a day on.",
      vi: "Ghi việc một nước hoặc tổ chức mang tên khác từ một ngày."),
    discussion: Sentence(
      "Missions whose names were made from its name get them made anew.",
      vi: "Tên cơ quan đại diện được ghép từ tên đó thì được ghép lại."),
    examples:
      #"legation party rename tr --name-en Türkiye --name-vi "Thổ Nhĩ Kỳ (Türkiye)" --since 2022-06-01"#
  )
  static let kind = RecordKind.party
  static let verb = "rename"

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Argument(help: KindHelp.subject) var subject: String
  @OptionGroup var names: NameOptions
  @Option(
    help: ArgumentHelp(
      "1 where English says that name with \"the\" within a sentence, else 0.",
      vi: "1 nếu tên tiếng Anh đó cần mạo từ khi nằm trong câu, nếu không thì 0."))
  var hasArticle: String?
  @Option(
    help: ArgumentHelp("The official English name.", vi: "Tên chính thức bằng tiếng Anh."))
  var officialNameEn: String?
  @Option(
    help: ArgumentHelp("The official Vietnamese name.", vi: "Tên chính thức bằng tiếng Việt."))
  var officialNameVi: String?
  @OptionGroup var turn: TurnOptions

  func validate() throws { try names.require(officialNameEn, officialNameVi) }

  var facts: Facts {
    var facts = names.facts
    facts.set("has_article", hasArticle)
    facts.set("official_name_en", officialNameEn)
    facts.set("official_name_vi", officialNameVi)
    return facts
  }

  var former: Facts { names.former }
}

struct PersonRename: TurningCommand {
  static let about = CommandConfiguration(
    commandName: "rename",
    abstract: Sentence(
      "Record that a person has another name from a day on, as by marriage.",
      vi: "Ghi việc một người mang tên khác từ một ngày, như khi kết hôn."),
    discussion: Sentence(
      "A report for a day before it has the former name. A spelling to be found by: `legation person edit --alias`.",
      vi: """
        Báo cáo cho ngày trước đó dùng tên cũ. Cách viết khác để tìm: `legation person edit --alias`.
        """),
    examples: #"legation person rename do-minh-hung "Đỗ Minh Hưng" --since 2026-01"#)
  static let kind = RecordKind.person
  static let verb = "rename"

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Argument(help: KindHelp.subject) var subject: String
  @Argument(help: ArgumentHelp("The name as it is written.", vi: "Họ và tên đúng như cách viết."))
  var name: String
  @Option(
    help: ArgumentHelp(
      "The name until then. (default: the one that is recorded)",
      vi: "Họ và tên trước đó. (mặc định: tên đang ghi)"))
  var formerName: String?
  @Option(help: ArgumentHelp("The family name.", vi: "Họ.")) var familyName: String?
  @Option(help: ArgumentHelp("The middle name.", vi: "Tên đệm.")) var middleName: String?
  @Option(help: ArgumentHelp("The given name.", vi: "Tên gọi.")) var givenName: String?
  @Option(help: ArgumentHelp("Sorted as this.", vi: "Xếp thứ tự theo dạng này."))
  var sortName: String?
  @OptionGroup var turn: TurnOptions

  /// The parts of the former name are none of the new one.
  var facts: Facts {
    var facts = Facts()
    facts.set("name", name)
    let parts = [
      ("family_name", familyName), ("middle_name", middleName), ("given_name", givenName),
      ("sort_name", sortName),
    ]
    for (column, text) in parts {
      facts.clear(column)
      facts.set(column, text)
    }
    return facts
  }

  var former: Facts {
    var facts = Facts()
    facts.set("name", formerName)
    return facts
  }
}
