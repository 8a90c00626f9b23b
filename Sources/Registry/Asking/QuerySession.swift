package import SQLite

/// What is made for questions that name it, before the walls are closed.
package struct Preparation: OptionSet, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// The index of names, which the past has not.
  package static let names = Preparation(rawValue: 1)
  /// The view of every field of every version.
  package static let history = Preparation(rawValue: 2)

  /// - Parameter script: what will be asked; `nil` where nobody knows yet.
  package init(for script: String?) {
    self = []
    let words = script?.lowercased()
    if words.map({ $0.contains("name_index") || $0.contains("searchable_name") }) ?? true {
      insert(.names)
    }
    if words?.contains("history_field") ?? true { insert(.history) }
  }
}

/// Questions to a registry inside the sandbox, one after the other, each with its own time.
package final class QuerySession {
  package let registry: Registry
  package let limits: QueryLimits
  /// What it can be asked for beside what stands in the file.
  package let prepared: Preparation
  private let isCancelled: () -> Bool
  private let clock = ContinuousClock()
  private var deadline: ContinuousClock.Instant?
  /// Whether statements are looked at for traps.
  package var takesNotes = false
  /// Whether a trap is refused.
  package var refusesTraps = false
  /// What is odd about the statement that was taken last.
  package private(set) var notes = StatementNotes(nil)
  private var shadow: ShadowSchema?
  /// How many times a thousand operations a look into the data may still take.
  private var looks: Int?

  /// Closes the registry's connection for good: from now on it answers questions only.
  ///
  /// - Parameters:
  ///   - script: what will be asked; `nil` where nobody knows yet.
  ///   - isCancelled: asked while a question runs; true ends it.
  package init(
    _ registry: Registry, limits: QueryLimits, for script: String?,
    isCancelled: @escaping () -> Bool = { false }
  ) throws(RegistryError) {
    self.registry = registry
    self.limits = limits
    self.isCancelled = isCancelled
    prepared = Preparation(for: script)
    if prepared.contains(.names) { try registry.prepareNames() }
    if prepared.contains(.history) { try registry.prepareHistory() }
    try registry.enterSandbox(limits)
    registry.connection.setProgressHandler(every: 1000) { [unowned self] in
      if let looks = self.looks {
        self.looks = looks - 1
        if looks < 1 { return true }
      }
      return isCancelled() || self.deadline.map { self.clock.now > $0 } == true
    }
    startClock()
  }

  deinit {
    registry.connection.setProgressHandler(every: 0, nil)
    limits.watch(nil)
  }

  /// Gives the next question its whole time.
  package func startClock() {
    deadline = limits.seconds.map { clock.now + .seconds($0) }
    limits.watch(limits.seconds)
  }

  /// Takes the first question off a script; `nil` when nothing is left.
  ///
  /// - Throws: where it is no SQL, names what is not there, or would not only read.
  package func next(of script: Script) throws(RegistryError) -> Statement? {
    startClock()
    return try RegistryError.telling(refusal) { () -> Statement? in
      guard let statement = try registry.connection.prepareNext(of: script) else { return nil }
      guard statement.isReadOnly && statement.columnCount > 0 else {
        throw ReadingRule(registry).refusal(of: statement.text)
      }
      if let refusal = ReadingRule(registry).wayAroundTheClock(in: statement.text) {
        throw refusal
      }
      try take(notesOn: statement.text)
      return statement
    }
  }

  // MARK: Notes

  private func take(notesOn sql: String) throws(RegistryError) {
    notes = StatementNotes(nil)
    guard takesNotes || refusesTraps else { return }
    let probe = NoteProbe(registry) { [unowned self] body throws(SQLiteError) in
      try self.bounded(body)
    }
    notes = StatementNotes(on: sql, { try self.shadowSchema() }, probe)
    guard refusesTraps, let fault = notes.notes.first(where: { !$0.code.isFact }) else { return }
    throw RegistryError(
      .invalidValue,
      Sentence("SQL: \(fault.message.english)", vi: "SQL: \(fault.message.vietnamese)"),
      list: fault.excerpt)
  }

  private func shadowSchema() throws(RegistryError) -> ShadowSchema {
    if let shadow { return shadow }
    let made = try ShadowSchema(of: registry)
    shadow = made
    return made
  }

  /// Runs a look into the data that ends by itself; `nil` where its steps did not suffice.
  private func bounded(
    _ body: () throws(SQLiteError) -> Bool?
  ) throws(SQLiteError) -> Bool? {
    looks = 50
    defer { looks = nil }
    do { return try body() } catch {
      guard error.code == .interrupted, !isCancelled() else { throw error }
      return nil
    }
  }

  /// What went wrong, in words for the person who asked.
  package func refusal(for error: SQLiteError) -> RegistryError {
    if error.code == .interrupted && isCancelled() {
      return RegistryError(.cancelled, Sentence("Cancelled.", vi: "Đã hủy."))
    }
    return registry.functionRefusals.refusal(behind: error)
      ?? QueryFault(registry, limits).explain(error)
  }
}
