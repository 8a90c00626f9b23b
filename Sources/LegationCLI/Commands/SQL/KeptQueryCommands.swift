import ArgumentParser
import Registry
import Reports
import SQLite

extension SQLCommand {
  struct Save: ChangingCommand {
    static let about = CommandConfiguration(
      commandName: "save",
      abstract: Sentence(
        "Keep a question in the registry, to be run again.",
        vi: "Lưu một câu hỏi vào sổ, để chạy lại."),
      discussion: Sentence(
        """
        Parameters of the statement are found by themselves; --param gives one a type and a \
        default.
        """,
        vi: """
          Các tham số của câu lệnh được tự nhận ra; --param cho một tham số kiểu và giá trị mặc \
          định.
          """),
      examples: """
        legation sql save since "SELECT * FROM incumbency WHERE began > :day" \
        --about "Heads since a day" --param day:date=2024
        """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(
      help: ArgumentHelp(
        "Its name: lower-case letters and digits, joined by hyphens.",
        vi: "Tên câu hỏi: chữ thường không dấu và số, nối bằng gạch ngang."))
    var name: String
    @Argument(help: ArgumentHelp("The statement.", vi: "Câu lệnh.")) var statement: String
    @Option(
      help: ArgumentHelp("What it answers, in a sentence.", vi: "Nội dung, trong một câu."))
    var about: String
    @Option(
      name: .customLong("param"),
      help: ArgumentHelp(
        "Declare a parameter.", vi: "Khai báo một tham số.", valueName: "name:type=default"))
    var declared: [String] = []

    func perform() throws {
      let parameters = try declared.map { text throws(RegistryError) in
        try KeptQuery.Parameter(text)
      }
      // Outside the change: what a statement needs to be compiled, nobody else waits for.
      var limits = QueryLimits()
      limits.watch = Watchdog.watch
      try options.open().requireQuestion(statement, limits: limits)
      try Output(options: options).write("sql save", write, citing: .nothing) {
        (change) throws(RegistryError) in
        try Records(change).keep(
          query: name, sql: statement, about: about, in: Environment.language,
          declared: parameters)
      } saying: {
        let run = Pasted.command("sql run \(Pasted.quoted(name))")
        return [Sentence("Kept. Run it: \(run)", vi: "Đã lưu. Chạy: \(run)")]
      }
    }
  }

  struct List: AnsweringCommand {
    static let about = CommandConfiguration(
      commandName: "list",
      abstract: Sentence("List the kept questions.", vi: "Liệt kê các câu hỏi đã lưu."),
      examples: "legation sql list")

    @OptionGroup var options: GlobalOptions

    func perform() throws {
      let registry = try options.open()
      try Output(options: options).show(
        KeptQueryPages(registry, in: Environment.language).all(), from: registry)
    }
  }

  struct Show: AnsweringCommand {
    static let about = CommandConfiguration(
      commandName: "show",
      abstract: Sentence(
        "Show a kept question with its statement.",
        vi: "Xem một câu hỏi đã lưu cùng câu lệnh của nó."),
      examples: "legation sql show ending-soon")

    @OptionGroup var options: GlobalOptions
    @Argument(help: ArgumentHelp("Its name.", vi: "Tên câu hỏi.")) var name: String

    func perform() throws {
      let registry = try options.open()
      try Output(options: options).show(
        KeptQueryPages(registry, in: Environment.language).one(try registry.keptQuery(name)),
        from: registry)
    }
  }

  struct Run: AnsweringCommand {
    static let about = CommandConfiguration(
      commandName: "run",
      abstract: Sentence("Run a kept question.", vi: "Chạy một câu hỏi đã lưu."),
      examples: "legation sql run ending-soon -p months=12 --format csv")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var query: QueryOptions
    @Argument(help: ArgumentHelp("Its name.", vi: "Tên câu hỏi.")) var name: String

    func perform() throws { try KeptAnswer(options: options, query: query).show(name) }
  }

  struct Remove: ChangingCommand {
    static let about = CommandConfiguration(
      commandName: "remove",
      abstract: Sentence(
        "Remove a kept question of this office.", vi: "Xóa một câu hỏi do cơ quan này lưu."),
      examples: """
        legation sql save women "SELECT name FROM person WHERE gender = 'female'" --about "Women" \
        && legation sql remove women
        """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(help: ArgumentHelp("Its name.", vi: "Tên câu hỏi.")) var name: String

    func perform() throws {
      try Output(options: options).write("sql remove", write, citing: .nothing) {
        (change) throws(RegistryError) in
        try Records(change).removeKept(query: name)
      } saying: {
        [Sentence("Removed \(name).", vi: "Đã xóa \(name).")]
      }
    }
  }
}

/// The way from the name of a kept question to its answer.
struct KeptAnswer {
  let options: GlobalOptions
  let query: QueryOptions

  /// - Parameter reports: other names that may have been meant.
  func show(_ name: String, orReport reports: [String] = []) throws {
    let registry = try options.open()
    let kept = try registry.keptQuery(name, orReport: reports)
    let values = try kept.values(given: query.parameters)
    if !options.writesToTerminal { Interrupt.watchOnce() }
    let session = try QuerySession(
      registry, limits: query.limits, for: kept.sql, isCancelled: { Interrupt.isAsked })
    query.setNotes(of: session)
    do {
      guard let statement = try session.next(of: Script(kept.sql)) else {
        throw QueryFault.noStatement
      }
      NoteTeller.tell(session.notes.notes)
      try registry.refuse(
        unknown: values, known: Set(statement.parameterNames.map { String($0.dropFirst()) }))
      try registry.bind(values, to: statement)
      let page = try KeptQueryPage(
        kept, columns: statement.columnNames, from: registry, in: Environment.language)
      session.startClock()
      try Output(options: options).show(page, statement, maxRows: query.maxRows, from: registry)
    } catch let error as SQLiteError {
      throw session.refusal(for: error)
    }
  }
}
