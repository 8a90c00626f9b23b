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
      discussion: Sentence(
        """
        Of one table or view also a question to begin with, what hangs on it, and which columns \
        are always empty in this registry. `--format mermaid` and `--format dot` draw how the \
        tables hang together, for Mermaid and Graphviz.
        """,
        vi: """
          Với một bảng hoặc khung nhìn còn có một câu hỏi mẫu, những gì gắn với nó, và các cột \
          luôn trống trong sổ này. `--format mermaid` và `--format dot` vẽ cách các bảng gắn với \
          nhau, cho các chương trình vẽ hình.
          """),
      examples: "legation sql schema", "legation sql schema incumbent",
      #"legation sql schema --find "quốc thư""#, "legation sql schema -o schema.dot",
      "legation sql schema mission --format mermaid")

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
        "The tables, columns and codes whose names or meanings hold these, in either language.",
        vi: "Những bảng, cột và mã có tên hoặc nội dung chứa các từ này, bằng cả hai ngôn ngữ.",
        valueName: "words"))
    var find: String?

    static let drawsPictures = true

    func validate() throws {
      guard find != nil else { return }
      if name != nil {
        throw ValidationError(
          "--find looks through all of them: leave the name out.",
          vi: "--find tìm trong tất cả: hãy bỏ tên đi.")
      }
      if let form = options.drawing {
        throw ValidationError(
          "--find gives rows, and --format \(form.rawValue) draws.",
          vi: "--find cho các dòng, còn --format \(form.rawValue) vẽ hình.")
      }
    }

    func perform() throws {
      let registry = try options.open()
      let pages = SchemaPages(registry, in: Environment.language)
      if let form = options.drawing {
        let picture = try pages.picture(form, of: name)
        let target = try options.openTarget()
        target.sink.write(PrintableText.of(picture))
        return try target.finish()
      }
      let report =
        if let name { try pages.table(name) } else if let find { try pages.all(holding: find) } else
        { try pages.all() }
      try Output(options: options).show(report, from: registry)
    }
  }

  struct Functions: Command {
    static let about = CommandConfiguration(
      commandName: "functions",
      abstract: Sentence(
        "The functions that a statement may use: legation's own with examples, and SQLite's.",
        vi: "Các hàm dùng được trong câu lệnh: hàm của legation kèm ví dụ, và hàm của SQLite."),
      examples: "legation sql functions", "legation sql functions days_least")

    static let past = Past.refused(
      Sentence("functions are those of the program", vi: "các hàm là của chương trình"))

    @OptionGroup var options: GlobalOptions
    @Argument(
      help: ArgumentHelp("One function, with all about it.", vi: "Một hàm, với mọi điều về nó."))
    var name: String?

    func perform() throws {
      let registry = try options.open()
      let pages = FunctionPages(in: Environment.language)
      let report = try name.map { name throws(RegistryError) in try pages.one(name) }
      try Output(options: options).show(report ?? pages.all(), from: registry)
    }
  }

  struct Words: Command {
    static let about = CommandConfiguration(
      commandName: "words",
      abstract: Sentence(
        "Words of other databases, and what is written here instead.",
        vi: "Từ ngữ của các cơ sở dữ liệu khác, và cách viết ở đây."),
      examples: "legation sql words", "legation sql words date")

    static let past = Past.refused(
      Sentence(
        "the words are the same at any time", vi: "các từ ngữ không đổi theo thời gian"))

    @OptionGroup var options: GlobalOptions
    @Argument(
      help: ArgumentHelp(
        "Those in which this stands.", vi: "Những từ ngữ có chứa phần này."))
    var word: String?

    func perform() throws {
      let language = Environment.language
      let report = WordPages(in: language).all(holding: word) { remedy in
        Remedies().advice(for: .question(remedy)).words
      }
      try Output(options: options).show(report, from: options.open())
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
