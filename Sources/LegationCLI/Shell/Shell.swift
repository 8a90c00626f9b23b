import Files
import Formats
import Registry
import Reports
import SQLite

/// The shell: questions typed one after the other, within the same limits as `sql "…"`.
struct Shell {
  var options: GlobalOptions
  let limits: QueryLimits
  private let notes: (QuerySession) -> Void
  private var parameters: [QueryParameter] = []
  private var showsTime = false
  private var lastStatement = ""

  /// - Parameter notes: whether and how the session takes notes.
  init(
    options: GlobalOptions, limits: QueryLimits, notes: @escaping (QuerySession) -> Void
  ) {
    self.options = options
    self.limits = limits
    self.notes = notes
  }

  private var language: Language { Environment.language }

  mutating func run() throws {
    let session = try QuerySession(
      options.open(), limits: limits, for: nil, isCancelled: { Interrupt.isAsked })
    notes(session)
    Interrupt.watch()
    var history = ShellHistory()
    say(
      Sentence(
        "\(session.registry.path), read-only. Statements end with ;   .help   .quit",
        vi: "\(session.registry.path), chỉ đọc. Câu lệnh kết thúc bằng ;   .help   .quit"))
    var statement = ""
    var completions = try completions(session)
    // One for all lines: what is typed ahead waits in it.
    var reader = LineReader()
    while true {
      let soFar = statement
      let prompt = statement.isEmpty ? "legation> " : "     ...> "
      let line = reader.read(prompt: prompt, history: history.entries) { line in
        completions.candidates(forLine: soFar.isEmpty ? line : " " + line, in: soFar + line)
      }
      switch line {
      case .ended:
        if Interrupt.hasEndedWait { throw RegistryError.cancelled }
        return
      case .cancelled: statement = ""
      case .text(let line):
        let words = line.trimmed
        if statement.isEmpty && words.isEmpty { continue }
        if statement.isEmpty && words.hasPrefix(".") {
          history.add(words)
          if try !obey(words, session) { return }
          // One may have been kept.
          completions = try self.completions(session)
          continue
        }
        statement += (statement.isEmpty ? "" : "\n") + line
        guard Connection.isComplete(statement) else { continue }
        history.add(statement.trimmed)
        lastStatement = statement.trimmed
        try answer(statement, parameters, session)
        statement = ""
      }
    }
  }

  private func completions(_ session: QuerySession) throws(RegistryError) -> Completions {
    try Completions(session.registry, commands: Command.allCases.map { "." + $0.rawValue })
  }

  // MARK: Statements

  private func answer(
    _ script: String, _ values: [QueryParameter], _ session: QuerySession
  ) throws {
    Interrupt.forget()
    let clock = ContinuousClock()
    let start = clock.now
    try attempt {
      let statements = Script(script)
      let target = OutputTarget()
      while let statement = try session.next(of: statements) {
        NoteTeller.tell(session.notes.notes)
        let wanted = Set(statement.parameterNames.map { String($0.dropFirst()) })
        do {
          try session.registry.bind(values.filter { wanted.contains($0.name) }, to: statement)
        } catch let error as RegistryError {
          throw RegistryError(
            error.kind, error.message,
            hint: Sentence("Give it one: .param NAME=VALUE", vi: "Hãy ghi: .param TÊN=GIÁ-TRỊ"))
        }
        let output = Output(options: options)
        do {
          let rows = try output.show(statement, to: target)
          output.tell(rows: rows)
          if rows == 0 { NoteTeller.tell(session.notes.notesOfEmptyAnswer()) }
        } catch let error as SQLiteError {
          throw session.refusal(for: error)
        }
      }
      try target.finish()
    }
    if showsTime {
      let spent = start.duration(to: clock.now)
      let milliseconds =
        Double(spent.components.seconds) * 1000 + Double(spent.components.attoseconds) / 1e15
      let tenths = Int((milliseconds * 10).rounded())
      say(Sentence(same: "\(tenths / 10).\(tenths % 10) ms"))
    }
  }

  /// A refusal is told and the shell goes on; a terminal that is gone ends it.
  private func attempt(_ body: () throws -> Void) throws {
    do { try body() } catch let refusal as RegistryError { _ = Failure.report(refusal) }
  }

  private func say(_ sentence: Sentence) { Failure.remark(sentence) }

  // MARK: Commands

  private enum Command: String, CaseIterable {
    case exit, help, mode, param, queries, quit, run, save, schema, tables, timer
  }

  /// - Returns: false where the shell is to end.
  private mutating func obey(_ line: String, _ session: QuerySession) throws -> Bool {
    let words = line.dropFirst().split(separator: " ").map(String.init)
    let given = words.first ?? ""
    let rest = Array(words.dropFirst())
    guard let command = Command(rawValue: given) else {
      let near = Nearest.matches(to: given, among: Command.allCases.map(\.rawValue))
      say(
        Sentence(
          "There is no .\(given). \(near.map { "." + $0 }.joined(separator: ", "))  See .help",
          vi: "Không có .\(given). \(near.map { "." + $0 }.joined(separator: ", "))  Xem .help"))
      return true
    }
    let registry = session.registry
    switch command {
    case .exit, .quit: return false
    case .help: say(Self.help)
    case .mode: setMode(rest.first)
    case .timer:
      showsTime = rest.first.map { $0 == "on" } ?? !showsTime
    case .param: setParameter(rest)
    case .tables:
      try attempt {
        try Output(options: options).show(SchemaPages(registry, in: language).all(), from: registry)
      }
    case .schema:
      try attempt {
        let pages = SchemaPages(registry, in: language)
        let report = try rest.first.map { name throws(RegistryError) in try pages.table(name) }
        try Output(options: options).show(report ?? pages.all(), from: registry)
      }
    case .queries:
      try attempt {
        try Output(options: options).show(
          KeptQueryPages(registry, in: language).all(), from: registry)
      }
    case .run: try runKept(rest, session)
    case .save: try save(rest)
    }
    return true
  }

  private mutating func setMode(_ given: String?) {
    if let given, let format = Format(rawValue: given) {
      options.format = format
    } else {
      let all = Format.allCases.map(\.rawValue).joined(separator: ", ")
      say(Sentence(same: "\(options.form.rawValue)    (.mode \(all))"))
    }
  }

  private mutating func setParameter(_ given: [String]) {
    if given.isEmpty {
      for parameter in parameters { say(Sentence(same: "\(parameter.name) = \(parameter.value)")) }
      return
    }
    do {
      let parameter = try QueryParameter(given.joined(separator: " "))
      parameters.removeAll { $0.name == parameter.name }
      parameters.append(parameter)
    } catch { _ = Failure.report(error) }
  }

  private func runKept(_ given: [String], _ session: QuerySession) throws {
    try attempt {
      let query = try session.registry.keptQuery(given.first ?? "")
      try answer(query.sql, try query.values(given: Array(given.dropFirst())), session)
    }
  }

  /// Keeps the last statement; the connection of the shell itself cannot write.
  private func save(_ given: [String]) throws {
    try attempt {
      guard given.count > 1, !lastStatement.isEmpty else {
        throw RegistryError(
          .invalidValue,
          Sentence(
            "Run a statement, then: .save NAME what it answers",
            vi: "Hãy chạy một câu lệnh, rồi: .save TÊN nội dung"))
      }
      let note = ChangeNote(
        action: "sql save", author: try Environment.author(), reason: nil, isDryRun: false)
      let registry = try options.open(for: .writing, limitsMemory: true)
      let outcome = try registry.write(note) { (change) throws(RegistryError) in
        try Records(change).keep(
          query: given[0], sql: lastStatement, about: given.dropFirst().joined(separator: " "),
          in: language, declared: [])
      }
      say(
        Sentence(
          "Kept as \(given[0]): change \(outcome.number).",
          vi: "Đã lưu là \(given[0]): thay đổi số \(outcome.number)."))
    }
  }

  private static let help = Sentence(
    """
    SELECT …;               a question; it may go over several lines, up to the ;
    .mode FORM              table, line, csv, tsv, json, ndjson, markdown, html
    .tables  .schema NAME   what there is to ask about
    .param name=value       a value for :name
    .queries  .run NAME p=v kept questions
    .save NAME ABOUT        keep the last question
    .timer on|off           show how long an answer takes
    .quit                   or Ctrl-D. Ctrl-C ends a question, not the shell
    """,
    vi: """
      SELECT …;               câu hỏi; có thể viết nhiều dòng, đến dấu ;
      .mode DẠNG              table, line, csv, tsv, json, ndjson, markdown, html
      .tables  .schema TÊN    có những bảng và khung nhìn nào
      .param tên=giá-trị      giá trị cho :tên
      .queries  .run TÊN p=v  các câu hỏi đã lưu
      .save TÊN NỘI-DUNG      lưu câu hỏi vừa chạy
      .timer on|off           hiện thời gian trả lời
      .quit                   hoặc Ctrl-D. Ctrl-C dừng câu hỏi, không thoát
      """)
}

extension String {
  fileprivate var trimmed: String {
    let end = reversed().drop { $0.isWhitespace }
    return String(String(end.reversed()).drop { $0.isWhitespace })
  }
}
