import Files
import Formats
import Registry
import Reports
import SQLite

/// The shell: questions typed one after the other, within the same limits as `sql "…"`.
struct Shell {
  var options: GlobalOptions
  let limits: QueryLimits
  let notes: NoteTeller
  var parameters: [QueryParameter] = []
  var showsTime = false
  var lastStatement = ""

  init(options: GlobalOptions, limits: QueryLimits, notes: NoteTeller) {
    self.options = options
    // Who works in the shell scrolls back.
    self.options.noPager = true
    self.limits = limits
    self.notes = notes
  }

  var language: Language { Environment.language }

  mutating func run() throws {
    try Output.requireReader(of: options.form, at: OutputTarget())
    var session = try session(options)
    Interrupt.watch()
    var history = ShellHistory()
    Self.say(
      Sentence(
        "\(session.registry.path), read-only. Statements end with ;   .help   .quit",
        vi: "\(session.registry.path), chỉ đọc. Câu lệnh kết thúc bằng ;   .help   .quit"))
    for line in session.registry.clocks.lines(isOfDay: true) { Self.say(line) }
    var statement = ""
    var completions = try completions(session)
    // One for all lines: what is typed ahead waits in it.
    var reader = LineReader()
    while true {
      let soFar = statement
      let prompt = prompt(session.registry.clocks, isBegun: !statement.isEmpty)
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
          if try !obey(words, &session) { return }
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

  /// A session that answers questions, of the clocks that the options name.
  func session(_ options: GlobalOptions) throws(RegistryError) -> QuerySession {
    let session = try QuerySession(
      options.open(isOneOfMany: true), limits: limits, for: nil,
      isCancelled: { Interrupt.isAsked })
    notes.watch(session)
    // Whoever thinks is not a question that lasts.
    limits.watch(nil)
    return session
  }

  private func completions(_ session: QuerySession) throws(RegistryError) -> Completions {
    try Completions(
      session.registry, commands: Command.allCases.map { "." + $0.rawValue },
      reports: ReportList.all.map { $0.name })
  }

  /// What stands before a line: also the day and the change that are asked about, where these are
  /// not the present ones.
  private func prompt(_ clocks: Clocks, isBegun: Bool) -> String {
    var words = "legation"
    if let day = clocks.day { words += " \(day)" }
    if let known = clocks.known { words += " @\(known.change)" }
    words += "> "
    let further = "...> "
    return isBegun
      ? String(repeating: " ", count: words.count - further.count) + further : words
  }

  // MARK: Statements

  func answer(
    _ script: String, _ values: [QueryParameter], _ session: QuerySession
  ) throws {
    Interrupt.forget()
    let clock = ContinuousClock()
    let start = clock.now
    try Self.attempt {
      let statements = Script(script)
      let target = OutputTarget()
      var answers: [Extent] = []
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
        do {
          let extent = try Output(options: options).show(statement, to: target)
          answers.append(extent)
          NoteTeller.tell(session, of: extent)
        } catch let error as SQLiteError {
          throw session.refusal(for: error)
        }
      }
      try target.finish()
      Output.tellEmpty(answers)
    }
    limits.watch(nil)
    if showsTime {
      let spent = start.duration(to: clock.now)
      let milliseconds =
        Double(spent.components.seconds) * 1000 + Double(spent.components.attoseconds) / 1e15
      let tenths = Int((milliseconds * 10).rounded())
      Self.say(Sentence(same: "\(tenths / 10).\(tenths % 10) ms"))
    }
  }

  /// A refusal is told and the shell goes on as it was; a terminal that is gone ends it.
  static func attempt(_ body: () throws -> Void) throws {
    do { try body() } catch let refusal as RegistryError { _ = Failure.report(refusal) }
  }

  static func say(_ sentence: Sentence) { Failure.remark(sentence) }
}

extension String {
  fileprivate var trimmed: String {
    let end = reversed().drop { $0.isWhitespace }
    return String(String(end.reversed()).drop { $0.isWhitespace })
  }
}
