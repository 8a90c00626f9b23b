import Registry
import Reports
import SQLite

/// The way from the name of a kept question to its answer.
struct KeptAnswer {
  let options: GlobalOptions
  let limits: QueryLimits
  let maxRows: Int?
  let notes: NoteTeller
  /// Whether the run answers more.
  let isOneOfMany: Bool

  init(
    options: GlobalOptions, limits: QueryLimits, maxRows: Int? = nil, notes: NoteTeller,
    isOneOfMany: Bool = false
  ) {
    self.options = options
    self.limits = limits
    self.maxRows = maxRows
    self.notes = notes
    self.isOneOfMany = isOneOfMany
  }

  /// - Parameters:
  ///   - given: values of its parameters, as they were typed.
  ///   - reports: other names that may have been meant.
  func show(_ name: String, _ given: [String], orReport reports: [String] = []) throws {
    let registry = try options.open(isOneOfMany: isOneOfMany)
    let kept = try registry.keptQuery(name, orReport: reports)
    let values = try kept.values(given: given, in: registry)
    registry.tellEchoes()
    if !options.writesToTerminal { Interrupt.watchOnce() }
    let session = try QuerySession(
      registry, limits: limits, for: kept.sql, isCancelled: { Interrupt.isAsked })
    notes.watch(session)
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
      try Output(options: options).show(page, statement, maxRows: maxRows, from: registry)
    } catch let error as SQLiteError {
      throw session.refusal(for: error)
    }
  }
}

extension Registry {
  /// Says beside the answer which records short keys were taken for.
  func tellEchoes() { for words in echoes { Failure.remark(words) } }
}
