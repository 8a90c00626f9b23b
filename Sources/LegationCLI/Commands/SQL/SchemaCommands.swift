import ArgumentParser
import Files
import Formats
import Registry
import Reports

extension SQLCommand {
  struct Schema: Command {
    static let about = CommandConfiguration(
      commandName: "schema",
      abstract: "What there is to ask about: tables and views in words.",
      discussion: """
        Examples:
          legation sql schema
          legation sql schema incumbent
          legation sql schema --find "quốc thư"
        """)

    static let past = Past.refused(
      Sentence(
        "the tables and views are those of today", vi: "các bảng và khung nhìn là của hiện tại"))

    @OptionGroup var options: GlobalOptions
    @Argument(help: "A table or view; its columns are shown.") var name: String?
    @Option(help: ArgumentHelp("Those whose names or meanings hold these.", valueName: "words"))
    var find: String?

    func perform() throws {
      let registry = try options.open()
      let pages = SchemaPages(registry, in: Environment.language)
      let report = try name.map { name throws(RegistryError) in try pages.table(name) }
      try Output(options: options).show(report ?? pages.all(holding: find), from: registry)
    }
  }

  struct Explain: AnsweringCommand {
    static let about = CommandConfiguration(
      commandName: "explain",
      abstract: "How a statement will be answered, in words, and what makes it slow.",
      discussion:
        "Example:\n  legation sql explain \"SELECT * FROM posting WHERE upper(mission) = 'X'\"")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The statement.") var statement: String

    func perform() throws {
      let session = try QuerySession(
        options.open(), limits: QueryLimits(), for: statement)
      let plan = try QueryPlan(of: statement, in: session)
      let language = Environment.language
      let target = try options.openTarget()
      for step in plan.steps {
        let indent = String(repeating: "  ", count: step.depth)
        target.sink.write(PrintableText.of(indent + step.words[language]) + "\n")
        if let hint = step.hint {
          target.sink.write(PrintableText.of(indent + "  ! " + hint[language]) + "\n")
        }
      }
      try target.finish()
    }
  }
}
