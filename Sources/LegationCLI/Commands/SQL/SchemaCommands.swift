import ArgumentParser
import Files
import Formats
import Registry
import Reports

extension SQLCommand {
  struct Schema: Command {
    static let about = CommandConfiguration(
      commandName: "schema",
      abstract: Sentence(
        "What there is to ask about: tables and views in words.",
        vi: "Có thể hỏi về những gì: các bảng và khung nhìn, nói bằng lời."),
      examples: "legation sql schema", "legation sql schema incumbent",
      #"legation sql schema --find "quốc thư""#)

    static let past = Past.refused(
      Sentence(
        "the tables and views are those of today", vi: "các bảng và khung nhìn là của hiện tại"))

    @OptionGroup var options: GlobalOptions
    @Argument(
      help: ArgumentHelp(
        "A table or view; its columns are shown.",
        vi: "Một bảng hoặc khung nhìn; các cột của nó được liệt kê."))
    var name: String?
    @Option(
      help: ArgumentHelp(
        "Those whose names or meanings hold these.",
        vi: "Những bảng, khung nhìn có tên hoặc nội dung chứa các từ này.", valueName: "words"))
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
      abstract: Sentence(
        "How a statement will be answered, in words, and what makes it slow.",
        vi: "Câu lệnh sẽ được trả lời thế nào, nói bằng lời, và điều gì làm chậm."),
      examples: #"legation sql explain "SELECT * FROM posting WHERE upper(mission) = 'X'""#)

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp("The statement.", vi: "Câu lệnh.")) var statement: String

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
