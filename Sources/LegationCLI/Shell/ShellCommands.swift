import Formats
import Registry
import Reports

/// What is typed with a point before it.
extension Shell {
  enum Command: String, CaseIterable {
    case exit, help, known, mode, on, param, queries, quit, report, run, save, schema, tables, timer
  }

  /// - Returns: false where the shell is to end.
  mutating func obey(_ line: String, _ session: inout QuerySession) throws -> Bool {
    let words = Self.words(of: line.dropFirst())
    let given = words.first ?? ""
    let rest = Array(words.dropFirst())
    guard let command = Command(rawValue: given) else {
      let near = Nearest.matches(to: given, among: Command.allCases.map(\.rawValue))
      Self.say(
        Sentence(
          "There is no .\(given). \(near.map { "." + $0 }.joined(separator: ", "))  See .help",
          vi: "Không có .\(given). \(near.map { "." + $0 }.joined(separator: ", "))  Xem .help"))
      return true
    }
    Interrupt.forget()
    session.startClock()
    defer { limits.watch(nil) }
    switch command {
    case .exit, .quit: return false
    case .help: Self.say(Self.help)
    case .mode: setMode(rest.first)
    case .timer: showsTime = rest.first.map { $0 == "on" } ?? !showsTime
    case .param: setParameter(rest, session.registry)
    case .tables: try showSchema(nil)
    case .schema: try showSchema(rest.first)
    case .queries:
      try Self.attempt {
        try Output(options: options).show(
          KeptQueryPages(session.registry, in: language).all(), from: session.registry)
      }
    case .run: try runKept(rest, session)
    case .report: try report(rest)
    case .on: try turn(&session) { $0.on = rest.isEmpty ? nil : rest.joined(separator: " ") }
    case .known:
      try turn(&session) { $0.asKnown = rest.isEmpty ? nil : rest.joined(separator: " ") }
    case .save: try save(rest)
    }
    return true
  }

  /// The words of a line: blanks part them, but not within quotes.
  static func words(of line: some StringProtocol) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for letter in line {
      if letter == quote {
        quote = nil
      } else if quote == nil, letter == "\"" || letter == "'" {
        quote = letter
        word = word ?? ""
      } else if quote == nil, letter.isWhitespace {
        if let ended = word { words.append(ended) }
        word = nil
      } else {
        word = (word ?? "") + String(letter)
      }
    }
    if let ended = word { words.append(ended) }
    return words
  }

  private mutating func setMode(_ given: String?) {
    if let given, let format = Format(rawValue: given), format.isText {
      options.format = format
    } else {
      let all = Format.allCases.filter(\.isText).map(\.rawValue).joined(separator: ", ")
      Self.say(Sentence(same: "\(options.form.rawValue)    (.mode \(all))"))
    }
  }

  private mutating func setParameter(_ given: [String], _ registry: Registry) {
    if given.isEmpty {
      for parameter in parameters {
        Self.say(Sentence(same: "\(parameter.name) = \(parameter.value)"))
      }
      return
    }
    do {
      let parameter = try QueryParameter(given.joined(separator: " "), in: registry)
      parameters.removeAll { $0.name == parameter.name }
      parameters.append(parameter)
    } catch { _ = Failure.report(error) }
  }

  /// On a connection of its own, as reports: it looks at more than questions may.
  private func showSchema(_ name: String?) throws {
    try Self.attempt {
      let registry = try options.open(isOneOfMany: true)
      let pages = SchemaPages(registry, in: language)
      let report = try name.map { name throws(RegistryError) in try pages.table(name) }
      try Output(options: options).show(report ?? pages.all(), from: registry)
    }
  }

  // MARK: Kept questions and reports

  private func runKept(_ given: [String], _ session: QuerySession) throws {
    try Self.attempt {
      let query = try session.registry.keptQuery(given.first ?? "")
      let values = try query.values(given: Array(given.dropFirst()), in: session.registry)
      try answer(query.sql, values, session)
    }
  }

  /// A report as its command prints it, on a connection of its own: reports ask more than questions
  /// may.
  private func report(_ given: [String]) throws {
    limits.watch(nil)
    defer { Interrupt.watch() }
    try Self.attempt {
      let name = given.first ?? ""
      guard let kind = ReportList.all.first(where: { $0.name == name }) else {
        try KeptAnswer(options: options, limits: limits, notes: notes, isOneOfMany: true)
          .show(name, Array(given.dropFirst()), orReport: ReportList.all.map { $0.name })
        return
      }
      var values: [String: String] = [:]
      for text in given.dropFirst() {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        values[String(parts[0])] = parts.count == 2 ? String(parts[1]) : ""
      }
      let registry = try options.open(sortsMuch: kind == Check.self, isOneOfMany: true)
      registry.stop(when: { Interrupt.isAsked })
      try Output(options: options).show(kind, values, from: registry)
    }
  }

  /// Keeps the last statement; the connection of the shell itself cannot write.
  private func save(_ given: [String]) throws {
    try Self.attempt {
      guard given.count > 1, !lastStatement.isEmpty else {
        throw RegistryError(
          .invalidValue,
          Sentence(
            "Run a statement, then: .save NAME what it answers",
            vi: "Hãy chạy một câu lệnh, rồi: .save TÊN nội dung"))
      }
      var words = KeptWords(sql: lastStatement)
      words.about = [language: given.dropFirst().joined(separator: " ")]
      let note = ChangeNote(
        action: "sql save", author: try Environment.author(), reason: nil, isDryRun: false)
      var present = options
      present.on = nil
      present.asKnown = nil
      let registry = try present.open(for: .writing, limitsMemory: true)
      let outcome = try registry.write(note) { (change) throws(RegistryError) in
        try Records(change).keep(query: given[0], words)
      }
      Self.say(
        Sentence(
          "Kept as \(given[0]): change \(outcome.number).",
          vi: "Đã lưu là \(given[0]): thay đổi số \(outcome.number)."))
    }
  }

  // MARK: Clocks

  /// Goes on with another day or another time; where there is none such, as before.
  private mutating func turn(
    _ session: inout QuerySession, _ change: (inout GlobalOptions) -> Void
  ) throws {
    var turned = options
    change(&turned)
    do {
      session = try self.session(turned)
      options = turned
    } catch {
      _ = Failure.report(error)
      return
    }
    let lines = session.registry.clocks.lines(isOfDay: true)
    for line in lines { Self.say(line) }
    if lines.isEmpty {
      Self.say(
        Sentence(
          "What the registry says now, about the last day known.",
          vi: "Theo nội dung sổ hiện nay, về ngày cuối sổ nắm được."))
    }
  }

  private static let help = Sentence(
    """
    SELECT …;               a question; it may go over several lines, up to the ;
    .mode FORM              table, line, csv, tsv, json, ndjson, markdown, html
    .tables  .schema NAME   what there is to ask about
    .param name=value       a value for :name; at:mission=London is the key of that mission
    .queries  .run NAME p=v kept questions
    .report NAME p=v        a report or a kept question, headed as it is printed
    .on DAY                 ask about that day; alone: about the last day known
    .known WHEN             ask what was known then; alone: what is known now
    .save NAME ABOUT        keep the last question
    .timer on|off           show how long an answer takes
    .quit                   or Ctrl-D. Ctrl-C ends a question, not the shell
    """,
    vi: """
      SELECT …;               câu hỏi; có thể viết nhiều dòng, đến dấu ;
      .mode DẠNG              table, line, csv, tsv, json, ndjson, markdown, html
      .tables  .schema TÊN    có những bảng và khung nhìn nào
      .param tên=giá-trị      giá trị cho :tên; at:mission=London là mã của cơ quan đó
      .queries  .run TÊN p=v  các câu hỏi đã lưu
      .report TÊN p=v         báo cáo hoặc câu hỏi đã lưu, có tiêu đề như khi in
      .on NGÀY                hỏi về ngày đó; để trống: về ngày cuối sổ nắm được
      .known LÚC              hỏi theo nội dung sổ lúc đó; để trống: theo hiện nay
      .save TÊN NỘI-DUNG      lưu câu hỏi vừa chạy
      .timer on|off           hiện thời gian trả lời
      .quit                   hoặc Ctrl-D. Ctrl-C dừng câu hỏi, không thoát
      """)
}
