import ArgumentParser
import Registry
import Reports

/// A number of months, or none.
enum Months: ExpressibleByArgument, Equatable {
  case unset
  case months(Int)

  init?(argument: String) {
    if argument == "none" {
      self = .unset
    } else {
      guard let number = Int(argument) else { return nil }
      self = .months(number)
    }
  }

  var number: Int? { if case .months(let number) = self { number } else { nil } }
}

struct RegistryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registry",
    abstract: Sentence(
      "What the registry says of itself: its country, and up to which day it is known.",
      vi: "Những gì sổ ghi về chính nó: nước cử, và có thông tin đến ngày nào."),
    examples: "legation registry show",
    subcommands: [Show.self, Edit.self]
  )

  @OptionGroup var options: GlobalOptions
}

extension RegistryCommand {
  struct Show: AnsweringCommand {
    static let about = CommandConfiguration(
      commandName: "show",
      abstract: Sentence(
        "Show its settings and what it holds.", vi: "Xem các thiết lập của sổ và sổ có những gì."),
      examples: "legation registry show --format json")

    @OptionGroup var options: GlobalOptions

    func perform() throws {
      let registry = try options.open()
      try Output(options: options).show(
        Cards(registry, in: Environment.language).registryCard(), from: registry)
    }
  }

  struct Edit: ChangingCommand {
    static let about = CommandConfiguration(
      commandName: "edit",
      abstract: Sentence("Change its settings.", vi: "Sửa các thiết lập của sổ."),
      discussion: Sentence(
        """
        A head without a recorded end is taken as serving until the day the registry is known \
        to. An office that keeps its registry up to date says `today`.
        """,
        vi: """
          Người đứng đầu không ghi ngày kết thúc được coi là đương nhiệm đến ngày mà sổ có thông \
          tin. Nơi nào luôn cập nhật sổ thì ghi `today`.
          """),
      examples: "legation registry edit --known-until 2026-06-30 --dry-run",
      "legation registry edit --known-until today --dry-run",
      "legation registry edit --standard-term-months none --dry-run")

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Option(
      help: ArgumentHelp(
        "The country whose missions these are.", vi: "Nước có các cơ quan đại diện này."))
    var sender: String?
    @Option(help: ArgumentHelp("A day, or `today`.", vi: "Một ngày, hoặc `today` (hôm nay)."))
    var knownUntil: String?
    @Option(
      help: ArgumentHelp(
        "The months of a standard term, or `none`.",
        vi: "Số tháng của nhiệm kỳ chuẩn, hoặc `none` (không có).", valueName: "months"))
    var standardTermMonths: Months?
    @Option(
      help: ArgumentHelp(
        "The months after the last sign of service for which a head without an end is certainly there, or `none`: two standard terms.",
        vi:
          "Số tháng kể từ dấu hiệu cuối mà người chưa ghi ngày kết thúc chắc chắn còn tại nhiệm, hoặc `none`: hai nhiệm kỳ chuẩn.",
        valueName: "months"))
    var longestTermMonths: Months?
    @Option(
      help: ArgumentHelp(
        "The days without a head from which on `check` tells of a gap.",
        vi: "Khuyết người đứng đầu từ số ngày này trở lên thì `check` báo."))
    var gapDays: Int?

    func validate() throws {
      if sender == nil && knownUntil == nil && standardTermMonths == nil && longestTermMonths == nil
        && gapDays == nil
      {
        throw ValidationError(
          "Nothing is given. Give --sender, --known-until, --standard-term-months, --longest-term-months or --gap-days.",
          vi:
            "Chưa ghi gì. Hãy ghi --sender, --known-until, --standard-term-months, --longest-term-months hoặc --gap-days."
        )
      }
    }

    func perform() throws {
      try Output(options: options).write("registry edit", write, citing: .nothing) {
        (change) throws(RegistryError) in
        let records = Records(change)
        try records.set(
          sender: sender, knownUntil: knownUntil == "today" ? nil : knownUntil,
          standardTermMonths: standardTermMonths?.number,
          longestTermMonths: longestTermMonths?.number, gapDays: gapDays)
        if standardTermMonths == .unset { try records.clear(.standardTermMonths) }
        if longestTermMonths == .unset { try records.clear(.longestTermMonths) }
        if knownUntil == "today" { try records.clear(.knownUntil) }
      } saying: {
        [Sentence("The settings are changed.", vi: "Đã đổi thiết lập của sổ.")]
      }
    }
  }
}
