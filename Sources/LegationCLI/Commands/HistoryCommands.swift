import ArgumentParser
import Registry
import Reports

struct LogCommand: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "log",
    abstract: "List the changes, newest first: who, when, what, why.",
    discussion: """
      Examples:
        legation log
        legation log --key gb-london --since 2024-01-01
        legation log --author registry --format json
      """)

  @OptionGroup var options: GlobalOptions
  @Option(help: "By whom.") var author: String?
  @Option(help: ArgumentHelp("From that day on.", valueName: "day")) var since: String?
  @Option(help: ArgumentHelp("Until that day.", valueName: "day")) var until: String?
  @Option(help: "Those that touched the record with this key.") var key: String?
  @Option(help: "Those that touched this table.") var table: String?
  @Option(help: "So many at most.") var limit: Int?

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
    abstract: "Show one change, field by field.",
    discussion: "Example:\n  legation show 1 --format csv")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Its number.") var change: Int

  func perform() throws {
    let registry = try options.open()
    try Output(options: options).show(
      HistoryPages(registry, in: Environment.language).change(change), from: registry)
  }
}

struct HistoryCommand: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "history",
    abstract: "Everything that happened to a record, oldest first.",
    discussion: "Example:\n  legation history gb-london")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Its key.") var key: String

  func perform() throws {
    let registry = try options.open()
    try Output(options: options).show(
      HistoryPages(registry, in: Environment.language).history(of: key), from: registry)
  }
}

struct BlameCommand: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "blame",
    abstract: "Each field of a record, with the change that it came by.",
    discussion: "Example:\n  legation blame gb-london")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Its key.") var key: String

  func perform() throws {
    let registry = try options.open()
    try Output(options: options).show(
      HistoryPages(registry, in: Environment.language).blame(key), from: registry)
  }
}

struct DiffCommand: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "diff",
    abstract: "What is different between two changes, days or moments, record by record.",
    discussion: """
      Examples:
        legation diff 0 1
        legation diff 2024-01-01 2024-06-30 --format csv
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "A change, a day or a moment.") var from: String
  @Argument(help: "Another one.") var to: String

  func perform() throws {
    let registry = try options.open()
    try Output(options: options).show(
      HistoryPages(registry, in: Environment.language).difference(from: from, to: to),
      from: registry)
  }
}
