import SQLite

/// Why a change is made, and by whom: kept with it for good.
package struct ChangeNote: Sendable {
  package var action: String
  package var author: String
  package var reason: String?
  /// Codes of findings that the person takes upon themselves.
  package var accepted: Set<String>
  package var isDryRun: Bool

  package init(
    action: String, author: String, reason: String?, accepted: Set<String> = [],
    isDryRun: Bool = false
  ) {
    self.action = action
    self.author = author
    self.reason = reason
    self.accepted = accepted
    self.isDryRun = isDryRun
  }
}

/// An open change: the only handle that can write, lent by ``Registry/write(_:_:)``.
package struct Change {
  package let number: Int
  package let note: ChangeNote
  package let registry: Registry

  var connection: Connection { registry.connection }
  package var lookup: Lookup { Lookup(registry: registry) }
}

/// A change that was made, or that a dry run tried.
package struct ChangeOutcome<Result> {
  package let number: Int
  package let isDryRun: Bool
  package let result: Result
}

extension Registry {
  /// Every write passes here: one immediate transaction, one row in `change`.
  ///
  /// A dry run does everything but keep it.
  ///
  /// - Throws: what `body` throws, and a finding that the change would add and nobody accepted;
  ///   in both cases nothing is changed.
  package func write<T>(
    _ note: ChangeNote, _ body: (Change) throws(RegistryError) -> T
  ) throws(RegistryError) -> ChangeOutcome<T> {
    let author = try entered(note.author, as: Sentence("author", vi: "người ghi"))
    var reason: String?
    if let given = note.reason {
      reason = try entered(given, as: Sentence("reason", vi: "lý do"), isNote: true)
    }
    let seal = try storage { () throws(SQLiteError) in try Seal(connection) }
    let transaction: Transaction
    do { transaction = try connection.begin(.immediate) } catch {
      throw RegistryError(error, path: path)
    }
    let number = try storage { () throws(SQLiteError) in
      // What another program left open or unsealed is ended first.
      try seal.sealAll()
      return try connection.value(
        """
        INSERT INTO change (made_at, author, reason, action, program)
        VALUES (\(Clock.now()), \(author), \(reason), \(note.action), \(Registry.program))
        RETURNING number
        """, as: Int.self) ?? 0
    }
    let result = try body(Change(number: number, note: note, registry: self))
    try storage { () throws(SQLiteError) in try seal.sealAll() }
    if note.isDryRun {
      transaction.rollBack()
    } else {
      do { try transaction.commit() } catch { throw commitFailure(error, of: number) }
    }
    return ChangeOutcome(number: number, isDryRun: note.isDryRun, result: result)
  }

  /// Why a commit failed.
  ///
  /// After an input-output error the change may be on the disk all the same: trials with injected
  /// faults found one in twenty there.
  private func commitFailure(_ error: SQLiteError, of number: Int) -> RegistryError {
    guard error.code == .inputOutput else { return RegistryError(error, path: path) }
    return RegistryError(
      .inputOutput,
      Sentence(
        "The disk failed while change \(number) was being kept: \(error.message).",
        vi: "Lỗi đĩa khi đang lưu thay đổi số \(number): \(error.message)."),
      hint: Sentence(
        "It may be there or not. Look: legation sql \"SELECT * FROM change WHERE number = \(number)\"",
        vi:
          "Có thể đã được lưu. Kiểm tra: legation sql \"SELECT * FROM change WHERE number = \(number)\""
      ))
  }
}
