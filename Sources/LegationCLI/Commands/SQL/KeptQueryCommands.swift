import ArgumentParser
import Registry
import Reports
import SQLite

/// What is said of a question that is kept.
struct KeptOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What it answers, in a sentence in the language of this run.",
      vi: "Nội dung, trong một câu bằng ngôn ngữ của lần chạy này."))
  var about: String?
  @Option(help: ArgumentHelp("The same in English.", vi: "Nội dung, bằng tiếng Anh."))
  var aboutEn: String?
  @Option(help: ArgumentHelp("The same in Vietnamese.", vi: "Nội dung, bằng tiếng Việt."))
  var aboutVi: String?
  @Option(
    help: ArgumentHelp(
      "What stands over the answer, in English. (default: what it answers)",
      vi: "Tiêu đề của kết quả, bằng tiếng Anh. (mặc định: nội dung)"))
  var titleEn: String?
  @Option(
    help: ArgumentHelp(
      "What stands over the answer, in Vietnamese. (default: what it answers)",
      vi: "Tiêu đề của kết quả, bằng tiếng Việt. (mặc định: nội dung)"))
  var titleVi: String?
  @Option(
    help: ArgumentHelp(
      "What a column is called in English; nothing behind = takes it away.",
      vi: "Tên gọi của một cột bằng tiếng Anh; sau = để trống thì bỏ tên.",
      valueName: "column=heading"))
  var headingEn: [String] = []
  @Option(
    help: ArgumentHelp(
      "What a column is called in Vietnamese.", vi: "Tên gọi của một cột bằng tiếng Việt.",
      valueName: "column=heading"))
  var headingVi: [String] = []
  @Option(
    name: .customLong("param"),
    help: ArgumentHelp(
      """
      Declare a parameter: its type is text, int, real, date (perhaps a year), day, or a kind of \
      record such as mission, which is then given by its key or name.
      """,
      vi: """
        Khai báo một tham số. Kiểu: text (văn bản), int (số nguyên), real (số), date (ngày tháng, \
        có thể chỉ có năm), day (một ngày), hoặc một loại bản ghi, như mission (cơ quan đại diện), \
        khi đó ghi mã hoặc tên của bản ghi.
        """,
      valueName: "name:type=default"))
  var declared: [String] = []

  func validate() throws {
    let same = Environment.language == .english ? aboutEn : aboutVi
    if about != nil, same != nil {
      let option = "--about-\(Environment.language.rawValue)"
      throw ValidationError(
        "--about and \(option) say the same here: give one of them.",
        vi: "Ở đây --about và \(option) là một: chỉ ghi một trong hai.")
    }
  }

  /// - Parameter sql: the statement, where one is given.
  func words(_ sql: String?) throws(RegistryError) -> KeptWords {
    var words = KeptWords(sql: sql)
    words.title = Self.text(titleEn, titleVi)
    words.about = Self.text(aboutEn, aboutVi)
    if let about { words.about[Environment.language] = about }
    for (language, given) in [(Language.english, headingEn), (.vietnamese, headingVi)] {
      for text in given {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw Self.noHeading(text) }
        words.headings[String(parts[0]), default: [:]][language] = String(parts[1])
      }
    }
    words.parameters = try declared.map { text throws(RegistryError) in
      try KeptQuery.Parameter(text)
    }
    return words
  }

  private static func text(_ english: String?, _ vietnamese: String?) -> KeptWords.Text {
    var text: KeptWords.Text = [:]
    text[.english] = english
    text[.vietnamese] = vietnamese
    return text
  }

  private static func noHeading(_ text: String) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence(
        "\(Registry.quoted(text)) is no heading.",
        vi: "\(Registry.quoted(text)) không phải tên cột."),
      hint: Sentence(
        "Write COLUMN=HEADING: mission_name=Mission.",
        vi: "Hãy viết CỘT=TÊN-GỌI: mission_name=\"Cơ quan\"."))
  }
}

extension SQLCommand {
  struct Save: ChangingCommand {
    static let about = CommandConfiguration(
      commandName: "save",
      abstract: Sentence(
        "Keep a question in the registry, to be run again.",
        vi: "Lưu một câu hỏi vào sổ, để chạy lại."),
      discussion: Sentence(
        """
        Parameters of the statement are found by themselves, and take what they are compared with: \
        a record by its key or name, a day, a date; --param gives one another type and a default. \
        Kept again under the same name, what is not said anew stays.
        """,
        vi: """
          Các tham số của câu lệnh được tự nhận ra, và nhận giá trị theo cột được so sánh: bản ghi \
          theo mã hoặc tên, một ngày, hoặc ngày tháng; --param cho một tham số kiểu khác và giá \
          trị mặc định. Lưu lại dưới cùng tên thì những gì không ghi lại vẫn giữ nguyên.
          """),
      examples: """
        legation sql save since "SELECT * FROM incumbency WHERE began > :day" \
        --about "Heads since a day" --param day:date=2024
        """,
      """
      legation sql save at "SELECT person_name, began FROM incumbency WHERE mission = :mission" \
      --about "Who was where" --title-en "Heads of a mission" \
      --title-vi "Người đứng đầu một cơ quan" --heading-en began=From --heading-vi began=Từ
      """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(
      help: ArgumentHelp(
        "Its name: lower-case letters and digits, joined by hyphens.",
        vi: "Tên câu hỏi: chữ thường không dấu và số, nối bằng gạch ngang."))
    var name: String
    @Argument(help: ArgumentHelp("The statement.", vi: "Câu lệnh.")) var statement: String
    @OptionGroup var said: KeptOptions

    func perform() throws {
      let words = try said.words(statement)
      try Keeping(options: options, write: write).requireQuestion(statement)
      try Output(options: options).write("sql save", write, citing: .nothing) {
        (change) throws(RegistryError) in
        try Records(change).keep(query: name, words)
      } saying: { outcome in
        let run = Pasted.command("sql run \(Pasted.quoted(name))")
        return [
          outcome.isNew
            ? Sentence("Kept. Run it: \(run)", vi: "Đã lưu. Chạy: \(run)")
            : Sentence(
              "Kept, in place of the one before. Run it: \(run)",
              vi: "Đã lưu, thay câu hỏi trước. Chạy: \(run)")
        ] + Keeping.parameters(outcome)
      }
    }
  }

  struct Edit: ChangingCommand {
    static let about = CommandConfiguration(
      commandName: "edit",
      abstract: Sentence(
        "Say more of a kept question of this office, or ask it otherwise.",
        vi: "Ghi thêm về một câu hỏi do cơ quan này lưu, hoặc đổi câu lệnh."),
      discussion: Sentence(
        "What is not said anew stays: the title, the headings, the types of parameters.",
        vi: "Những gì không ghi lại vẫn giữ nguyên: tiêu đề, tên các cột, kiểu của tham số."),
      examples: """
        legation sql save women "SELECT name FROM person WHERE gender = 'female'" --about "Women" \
        && legation sql edit women --title-vi "Nữ" --heading-vi "name=Họ và tên"
        """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: OptionTitle.change) var write: WriteOptions
    @Argument(help: ArgumentHelp("Its name.", vi: "Tên câu hỏi.")) var name: String
    @Argument(help: ArgumentHelp("A new statement.", vi: "Câu lệnh mới.")) var statement: String?
    @Option(help: KindHelp.clear) var clear: [String] = []
    @OptionGroup var said: KeptOptions

    func perform() throws {
      var words = try said.words(statement)
      words.cleared = clear.map { String($0.map { $0 == "-" ? "_" : $0 }) }
      if let statement {
        try Keeping(options: options, write: write).requireQuestion(statement)
      }
      try Output(options: options).write("sql edit", write, citing: .nothing) {
        [words] (change) throws(RegistryError) in
        let outcome = try Records(change).edit(query: name, words)
        guard outcome.isDifferent else { throw Edits.nothing(name) }
        return outcome
      } saying: { outcome in
        [Sentence("Edited \(name).", vi: "Đã sửa \(name).")] + Keeping.parameters(outcome)
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
      examples: "legation sql show longest-vacancy")

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
      examples: "legation sql run longest-vacancy -p rows=5 --format csv",
      "legation sql run head-on-day -p mission=London -p day=2025-03-02")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var query: QueryOptions
    @Argument(help: ArgumentHelp("Its name.", vi: "Tên câu hỏi.")) var name: String

    func perform() throws {
      try KeptAnswer(options: options, query: query).show(name, query.parameters)
    }
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

/// What keeping a question is made of.
private struct Keeping {
  let options: GlobalOptions
  let write: WriteOptions

  /// Outside the change: what a statement needs to be compiled, nobody else waits for.
  func requireQuestion(_ statement: String) throws(RegistryError) {
    var limits = QueryLimits()
    limits.watch = Watchdog.watch
    // What misleads misleads each time that it is run.
    NoteTeller.tell(try options.open().requireQuestion(statement, limits: limits))
  }

  static func parameters(_ outcome: KeptOutcome) -> [Sentence] {
    guard !outcome.parameters.isEmpty else { return [] }
    let all = outcome.parameters.joined(separator: ", ")
    return [Sentence("Parameters: \(all).", vi: "Tham số: \(all).")]
  }
}

extension KeptAnswer {
  init(options: GlobalOptions, query: QueryOptions) {
    self.init(options: options, limits: query.limits, maxRows: query.maxRows, notes: query.notes)
  }
}
