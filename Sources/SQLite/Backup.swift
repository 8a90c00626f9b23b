import CSQLite

extension Connection {
  /// Copies the whole database into `target`, as it is at one moment, while others may write.
  ///
  /// - Parameter progress: is given pages left and pages in all after each step.
  /// - Throws: what the copy met; `target` is then not to be used.
  package func backUp(
    to target: Connection, pagesPerStep: Int = 256,
    progress: (_ remaining: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(SQLiteError) {
    // Between steps the copy would begin again whenever somebody has written; beside a fast
    // writer it never ended.
    guard !isInTransaction else { return try copy(to: target, pagesPerStep, progress) }
    let moment = try begin(.deferred)
    try copy(to: target, pagesPerStep, progress)
    moment.rollBack()
  }

  private func copy(
    to target: Connection, _ pagesPerStep: Int, _ progress: (Int, Int) -> Void
  ) throws(SQLiteError) {
    _ = try value("SELECT count(*) FROM sqlite_schema", as: Int.self)
    let copy = try Copy(from: self, to: target)
    while try copy.step(pages: pagesPerStep) { progress(copy.remaining, copy.total) }
    progress(0, copy.total)
    try copy.finish()
  }
}

/// A copy of one database into another that goes on in steps.
///
/// What is not finished leaves the target as it was.
@safe package final class Copy {
  private let target: Connection
  private var handle: OpaquePointer?

  /// - Throws: where the target has a transaction open.
  package init(from source: Connection, to target: Connection) throws(SQLiteError) {
    self.target = target
    guard let handle = unsafe sqlite3_backup_init(target.handle, "main", source.handle, "main")
    else {
      throw unsafe SQLiteError(target.handle)
    }
    unsafe self.handle = handle
  }

  deinit { if let handle = unsafe handle { unsafe sqlite3_backup_finish(handle) } }

  package var remaining: Int { unsafe handle.map { unsafe Int(sqlite3_backup_remaining($0)) } ?? 0 }
  package var total: Int { unsafe handle.map { unsafe Int(sqlite3_backup_pagecount($0)) } ?? 0 }

  /// Copies so many pages; none at all takes the lock on the target, which is held to the end.
  ///
  /// - Returns: whether pages are left.
  package func step(pages: Int) throws(SQLiteError) -> Bool {
    guard let handle = unsafe handle else { return false }
    let result = unsafe sqlite3_backup_step(handle, Int32(clamping: pages))
    guard result == SQLITE_OK || result == SQLITE_DONE else {
      throw unsafe SQLiteError(
        extendedCode: result, message: String(cString: sqlite3_errstr(result)))
    }
    return result == SQLITE_OK
  }

  /// - Throws: where the last page could not be written; the target is as it was then.
  package func finish() throws(SQLiteError) {
    guard let handle = unsafe handle else { return }
    unsafe self.handle = nil
    let result = unsafe sqlite3_backup_finish(handle)
    guard result == SQLITE_OK else { throw unsafe SQLiteError(target.handle, fallback: result) }
  }
}
