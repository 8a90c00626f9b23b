import ArgumentParser
import Registry
import Reports

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: Sentence("Print a report by its name.", vi: "Hiện một báo cáo theo tên."),
    discussion: Sentence(
      """
      The reports of the program, and the questions that are kept in the registry; `report list` \
      names them all.
      """,
      vi: """
        Các báo cáo của chương trình, và các câu hỏi đã lưu trong sổ; `report list` liệt kê tất cả.
        """),
    examples: "legation report list", "legation report roster --term 2024-2027 --lang vi",
    "legation report expiring --months 12 --on 2026-01-01",
    subcommands: [ListReports.self] + ReportList.all.map { $0.command } + [AskKept.self],
    defaultSubcommand: AskKept.self)

  @OptionGroup var options: GlobalOptions
}

extension ReportCommand {
  struct ListReports: AnsweringCommand {
    static let about = CommandConfiguration(
      commandName: "list",
      abstract: Sentence("List the reports.", vi: "Liệt kê các báo cáo."),
      examples: "legation report list")

    @OptionGroup var options: GlobalOptions

    func perform() throws {
      let registry = try options.open()
      try Output(options: options).show(
        ReportPages(registry, in: Environment.language).all(Self.typed), from: registry)
    }

    private static let typed = ReportPages.Typed(
      report: "legation report ", parameter: { " --\($0) \($1)" }, ofKept: " -p ")
  }

  /// One report.
  struct Show<Kind: ReportKind>: AnsweringCommand {
    static var about: CommandConfiguration {
      let words = ["legation report", Kind.name] + Kind.example.map { "--\($0.0) \($0.1)" }
      return CommandConfiguration(
        commandName: Kind.name,
        abstract: Sentence(Kind.about.english + ".", vi: Kind.about.vietnamese + "."),
        examples: words.joined(separator: " "))
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.selection) var given: FactOptions<ReportFacts<Kind>>
    @OptionGroup(title: OptionTitle.page) var page: PageOptions

    var files: [NamedFile] { page.files }

    func perform() throws {
      let registry = try options.open(sortsMuch: Kind.self == Check.self)
      try Output(options: options, page: page).show(Kind.self, given.parameters, from: registry)
    }
  }

  /// A question of the registry's own.
  struct AskKept: AnsweringCommand {
    static let about = CommandConfiguration(
      commandName: "kept",
      abstract: Sentence(
        "Print what a kept question answers: `legation report NAME` for short.",
        vi: "Hiện kết quả của câu hỏi đã lưu: viết gọn là `legation report TÊN`."),
      examples: "legation report kept head-on-day -p mission=gb-london -p day=2025-03-02")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var query: QueryOptions
    @Argument(help: ArgumentHelp("Its name.", vi: "Tên câu hỏi.")) var name: String

    func perform() throws {
      try KeptAnswer(options: options, query: query)
        .show(name, query.parameters, orReport: ReportList.all.map { $0.name })
    }
  }
}

/// What a report is asked for, as options.
enum ReportFacts<Kind: ReportKind>: FactFields {
  static var fields: [Field] { [] }
  static var words: [Extra] {
    Kind.allParameters.map { Extra(name: $0.name, help: ArgumentHelp($0.help.inHelp)) }
  }
}

extension FactOptions {
  /// What was given for the parameters of a report.
  var parameters: [String: String] {
    var given: [String: String] = [:]
    for extra in Asked.words { given[extra.name] = word(extra.name) }
    return given
  }
}

extension ReportKind {
  fileprivate static var command: any ParsableCommand.Type { ReportCommand.Show<Self>.self }
}
