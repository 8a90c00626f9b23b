import ArgumentParser
import Files
import Formats
import Registry
import SQLite

struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: Sentence("Ask the registry in SQL.", vi: "Hỏi sổ bằng SQL."),
    discussion: Sentence(
      """
      Statements that read, in order; nothing asked here can change the registry, or read or \
      write another file. Without a statement it is a shell, on a terminal. Views to begin with: \
      incumbency, incumbent, vacancy, term_roster.
      """,
      vi: """
        Các câu lệnh chỉ đọc, lần lượt theo thứ tự; không câu nào ở đây sửa được sổ, hay đọc, \
        ghi tệp khác. Không ghi câu lệnh thì mở phiên hỏi đáp, trong cửa sổ dòng lệnh. Các khung \
        nhìn để bắt đầu: incumbency (các lần đương nhiệm), incumbent (người đương nhiệm), vacancy \
        (nơi khuyết người đứng đầu), term_roster (danh sách theo nhiệm kỳ).
        """),
    examples: #"legation sql "SELECT mission, person_name FROM incumbent ORDER BY began""#,
    #"legation sql "SELECT name FROM person WHERE key = :key" -p key=do-minh-hung"#,
    #"legation sql "SELECT * FROM vacancy" -o vacancies.csv"#,
    "legation sql run longest-vacancy -p rows=5",
    #"legation sql --write "DELETE FROM citation" -n --reason "to see how many""#,
    subcommands: [
      Ask.self, Schema.self, Functions.self, Words.self, Explain.self, Save.self, Edit.self,
      List.self,
      Show.self, Run.self, Remove.self,
    ],
    defaultSubcommand: Ask.self
  )

  @OptionGroup var options: GlobalOptions
}

/// Options of everything that runs a question.
struct QueryOptions: ParsableArguments {
  // With a default of its own the parser would print it at each start.
  private static let usualTimeout = 30
  private static let usualMemory = 256

  @Option(
    name: .customShort("p"),
    help: ArgumentHelp(
      "A parameter: months=3, or with a type code:text=007.",
      vi: "Một tham số: months=3, hoặc kèm kiểu, code:text=007.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(
    name: .customLong("timeout"),
    help: ArgumentHelp(
      "End what takes longer; 0 is no limit. (default: \(Self.usualTimeout))",
      vi: """
        Dừng câu hỏi chạy lâu hơn bấy nhiêu giây; 0 là không giới hạn. (mặc định: \
        \(Self.usualTimeout))
        """,
      valueName: "seconds"))
  private var givenTimeout: Int?

  @Option(
    name: .customLong("memory"),
    help: ArgumentHelp(
      "The most memory that an answer may need. (default: \(Self.usualMemory))",
      vi: "Bộ nhớ tối đa cho một câu trả lời. (mặc định: \(Self.usualMemory))",
      valueName: "megabytes"))
  private var givenMemory: Int?

  @Option(
    help: ArgumentHelp(
      "Stop after so many rows of a statement.", vi: "Dừng sau bấy nhiêu dòng của một câu lệnh.",
      valueName: "rows"))
  var maxRows: Int?

  @Flag(
    name: .customLong("no-notes"),
    help: ArgumentHelp(
      "Do not say what is odd about a statement.", vi: "Không nhắc điều bất thường của câu lệnh."))
  var isWithoutNotes = false

  @Flag(
    name: .customLong("strict"),
    help: ArgumentHelp(
      "Refuse a statement that would mislead.", vi: "Từ chối câu lệnh dễ gây hiểu sai."))
  var isStrict = false

  var timeout: Int {
    get { givenTimeout ?? Self.usualTimeout }
    set { givenTimeout = newValue }
  }

  var memory: Int { givenMemory ?? Self.usualMemory }

  func validate() throws {
    if timeout < 0 {
      throw ValidationError(
        "--timeout takes seconds, 0 for no limit.",
        vi: "--timeout cần số giây, 0 là không giới hạn.")
    }
    if !(8...65536).contains(memory) {
      throw ValidationError(
        "--memory takes 8 to 65536 megabytes.", vi: "--memory cần từ 8 đến 65536 megabyte.")
    }
    if isWithoutNotes && isStrict {
      throw ValidationError(
        "Give --no-notes or --strict, not both.", vi: "Chỉ ghi --no-notes hoặc --strict.")
    }
    if let maxRows, maxRows < 0 {
      throw ValidationError("--max-rows takes a number of rows.", vi: "--max-rows cần số dòng.")
    }
  }

  var limits: QueryLimits {
    var limits = QueryLimits()
    limits.seconds = timeout == 0 ? nil : timeout
    limits.memory = memory << 20
    limits.watch = Watchdog.watch
    return limits
  }

  var notes: NoteTeller { isWithoutNotes ? .silent : isStrict ? .strict : .telling }

  /// What was given for parameters; of records, the keys that are found.
  ///
  /// Before the walls of a question are closed.
  func values(in registry: Registry) throws(RegistryError) -> [QueryParameter] {
    let values = try parameters.map { text throws(RegistryError) in
      try QueryParameter(text, in: registry)
    }
    registry.tellEchoes()
    return values
  }
}

extension SQLCommand {
  struct Ask: AnsweringCommand {
    static let about = CommandConfiguration(
      commandName: "ask",
      abstract: Sentence(
        "Run statements: `legation sql \"…\"` for short.",
        vi: "Chạy các câu lệnh; viết gọn là `legation sql \"…\"`."),
      examples: #"legation sql ask "SELECT count(*) FROM posting""#)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var query: QueryOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions

    @Argument(
      help: ArgumentHelp(
        "The statements; - reads them from standard input.",
        vi: "Các câu lệnh; - là đọc từ đầu vào chuẩn."))
    var statement: String?

    @Option(
      name: [.customShort("f"), .customLong("file")],
      help: ArgumentHelp(
        "Read the statements from a file.", vi: "Đọc các câu lệnh từ một tệp.",
        valueName: "file"))
    var file: String?

    @Flag(
      name: .customLong("write"),
      help: ArgumentHelp(
        "Let statements change records: one change, with a --reason.",
        vi: "Cho câu lệnh sửa bản ghi: thành một thay đổi, kèm --reason."))
    var isWriting = false

    @Flag(
      help: ArgumentHelp("Keep a change without being asked.", vi: "Ghi thay đổi mà không hỏi."))
    var yes = false

    var files: [NamedFile] {
      let source = file ?? (statement == nil || statement == "-" ? "-" : nil)
      return source.map { [NamedFile.read($0, .theStatements)] } ?? []
    }

    func validate() throws {
      if statement != nil && file != nil {
        throw ValidationError(
          "Give the statements as words or with -f, not both.",
          vi: "Hãy ghi câu lệnh trực tiếp hoặc bằng -f, không dùng cả hai.")
      }
      if isWriting && write.reason == nil {
        throw ValidationError(
          "--write wants a --reason: it is kept with the change.",
          vi: "--write cần --reason: lý do được lưu cùng thay đổi.")
      }
      if !isWriting, let stray = (yes ? ["--yes"] : write.given).first {
        throw ValidationError("\(stray) goes with --write.", vi: "\(stray) đi cùng --write.")
      }
    }

    func perform() throws {
      if statement == nil && file == nil && Terminal.isInteractive && !isWriting {
        var shell = Shell(options: options, limits: query.limits, notes: query.notes)
        try shell.run()
        return
      }
      let script = try statementText()
      if isWriting {
        try SQLWriting(options: options, query: query, write: write, keepsUnasked: yes).run(script)
        return
      }
      // A file in the making is taken away again.
      if !options.writesToTerminal { Interrupt.watchOnce() }
      let registry = try options.open()
      let values = try query.values(in: registry)
      let session = try QuerySession(
        registry, limits: query.limits, for: script, isCancelled: { Interrupt.isAsked })
      query.notes.watch(session)
      try Asking(options: options, session: session, maxRows: query.maxRows)
        .answer(script, values)
    }

    private func statementText() throws(RegistryError) -> String {
      if let file, file != "-" { return try ScriptFile.load(file) }
      if let statement, statement != "-" { return statement }
      return try ScriptFile.readStandardInput()
    }
  }
}

// A short question spends a sixth of its time in the parser of options, most of it with options
// that nobody gave. One that stands there with the most usual of them is read without it.

extension SQLCommand.Ask {
  private static let usual: Set<String> = ["--db", "--lang", "--format", "-o", "--output"]

  /// What the parser makes of the words; `nil` where they are more than a statement with the most
  /// usual options, or the parser has something to say of them.
  static func plain(_ words: [String]) -> Self? {
    var given: [String: String] = [:]
    var statement: String?
    var isWithoutNotes = false
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--no-notes", !isWithoutNotes {
        isWithoutNotes = true
      } else if Self.usual.contains(word) {
        guard let value = rest.popFirst(), !value.hasPrefix("-"),
          given.updateValue(value, forKey: word == "-o" ? "--output" : word) == nil
        else { return nil }
      } else if statement == nil, !word.hasPrefix("-"), !word.isEmpty {
        statement = word
      } else {
        return nil
      }
    }
    guard let statement else { return nil }
    var ask = Self()
    ask.options = .plain(given)
    ask.query = .plain(isWithoutNotes: isWithoutNotes)
    ask.write = .plain()
    ask.statement = statement
    ask.file = nil
    ask.isWriting = false
    ask.yes = false
    do {
      try ask.options.validate()
      try ask.query.validate()
      try ask.validate()
    } catch { return nil }
    return ask
  }
}

extension QueryOptions {
  /// What the parser makes of this alone.
  fileprivate static func plain(isWithoutNotes: Bool) -> QueryOptions {
    var options = QueryOptions()
    options.parameters = []
    options.givenTimeout = nil
    options.givenMemory = nil
    options.maxRows = nil
    options.isWithoutNotes = isWithoutNotes
    options.isStrict = false
    return options
  }
}

/// Answers to a script of questions.
struct Asking {
  let options: GlobalOptions
  let session: QuerySession
  let maxRows: Int?

  func answer(_ script: String, _ parameters: [QueryParameter]) throws {
    let target = try options.openTarget()
    try refuseStray(parameters, in: script)
    let statements = Script(script)
    let answers: [Extent]
    do {
      answers = try Output(options: options).show(
        eachOf: {
          guard let statement = try session.next(of: statements) else { return nil }
          NoteTeller.tell(session.notes.notes)
          try session.registry.bind(parameters, to: statement)
          return StatementBox(statement)
        }, maxRows: maxRows, to: target, answered: { NoteTeller.tell(session, of: $0) })
    } catch let error as SQLiteError {
      throw session.refusal(for: error)
    }
    guard !answers.isEmpty else { throw QueryFault.noStatement }
    try target.finish()
    Output.tellEmpty(answers)
  }

  /// Before anything is answered: a script of two answers with a wrong parameter gives none.
  private func refuseStray(_ given: [QueryParameter], in script: String) throws {
    guard !given.isEmpty else { return }
    let takesNotes = session.takesNotes
    session.takesNotes = false
    defer { session.takesNotes = takesNotes }
    var known: Set<String> = []
    let statements = Script(script)
    while let statement = try session.next(of: statements) {
      known.formUnion(statement.parameterNames.map { String($0.dropFirst()) })
    }
    try session.registry.refuse(unknown: given, known: known)
  }
}
