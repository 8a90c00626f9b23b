import ArgumentParser
import Registry
import Reports

struct LogCommand: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "log",
    abstract: Sentence(
      "List the changes, newest first: who, when, what, why.",
      vi: "Liệt kê các thay đổi, mới nhất trước: ai ghi, khi nào, việc gì, vì sao."),
    examples: "legation log", "legation log --key gb-london --since 2024-01-01",
    "legation log --author registry --format json")

  @OptionGroup var options: GlobalOptions
  @Option(help: ArgumentHelp("By whom.", vi: "Người ghi.")) var author: String?
  @Option(help: ArgumentHelp("From that day on.", vi: "Từ ngày này.", valueName: "day"))
  var since: String?
  @Option(help: ArgumentHelp("Until that day.", vi: "Đến ngày này.", valueName: "day"))
  var until: String?
  @Option(
    help: ArgumentHelp(
      "Those that touched the record with this key.",
      vi: "Những thay đổi có chạm tới bản ghi mang mã này."))
  var key: String?
  @Option(
    help: ArgumentHelp(
      "Those that touched this table.", vi: "Những thay đổi có chạm tới bảng này."))
  var table: String?
  @Option(help: KindHelp.limit) var limit: Int?

  func perform() throws {
    let registry = try options.open()
    var selection = HistoryPages.Selection()
    selection.author = author
    selection.since = try since.map { day throws(RegistryError) in try registry.day(day) }
    selection.until = try until.map { day throws(RegistryError) in try registry.day(day) }
    selection.key = key
    selection.table = table
    selection.limit = limit
    try Output(options: options).show(
      HistoryPages(registry, in: Environment.language).log(selection), from: registry)
  }
}

struct ShowCommandOfChange: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "show",
    abstract: Sentence(
      "Show one change, field by field.", vi: "Xem một thay đổi, theo từng mục."),
    examples: "legation show 1 --format csv")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("Its number.", vi: "Số của thay đổi.")) var change: Int

  func perform() throws {
    let registry = try options.open()
    try Output(options: options).show(
      HistoryPages(registry, in: Environment.language).change(change), from: registry)
  }
}

struct HistoryCommand: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "history",
    abstract: Sentence(
      "Everything that happened to a record, oldest first.",
      vi: "Mọi thay đổi từng có với một bản ghi, cũ nhất trước."),
    examples: "legation history gb-london")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("Its key.", vi: "Mã của bản ghi.")) var key: String

  func perform() throws {
    let registry = try options.open()
    try Output(options: options).show(
      HistoryPages(registry, in: Environment.language).history(of: key), from: registry)
  }
}

struct BlameCommand: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "blame",
    abstract: Sentence(
      "Each field of a record, with the change that it came by.",
      vi: "Từng mục của một bản ghi, kèm thay đổi đã ghi mục đó."),
    examples: "legation blame gb-london")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("Its key.", vi: "Mã của bản ghi.")) var key: String

  func perform() throws {
    let registry = try options.open()
    try Output(options: options).show(
      HistoryPages(registry, in: Environment.language).blame(key), from: registry)
  }
}

struct DiffCommand: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "diff",
    abstract: Sentence(
      "What is different between two changes, days or moments, record by record.",
      vi: "Khác biệt giữa hai thay đổi, hai ngày hoặc hai thời điểm, theo từng bản ghi."),
    examples: "legation diff 0 1", "legation diff 0 1 --format csv")

  @OptionGroup var options: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      "A change, a day or a moment.", vi: "Một thay đổi, một ngày hoặc một thời điểm."))
  var from: String
  @Argument(
    help: ArgumentHelp("Another one.", vi: "Một thay đổi, ngày hoặc thời điểm khác."))
  var to: String

  func perform() throws {
    let registry = try options.open()
    try Output(options: options).show(
      HistoryPages(registry, in: Environment.language).difference(from: from, to: to),
      from: registry)
  }
}
