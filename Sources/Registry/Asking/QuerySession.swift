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
      isCancelled() || self.deadline.map { self.clock.now > $0 } == true
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
        throw QueryFault(registry, limits).refusal(of: statement.text)
      }
      if let refusal = QueryFault(registry, limits).wayAroundTheClock(in: statement.text) {
        throw refusal
      }
      return statement
    }
  }

  /// What went wrong, in words for the person who asked.
  package func refusal(for error: SQLiteError) -> RegistryError {
    if error.code == .interrupted && isCancelled() {
      return RegistryError(.cancelled, Sentence("Cancelled.", vi: "Đã hủy."))
    }
    return QueryFault(registry, limits).explain(error)
  }
}
