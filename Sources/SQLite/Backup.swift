import CSQLite

extension Connection {
  /// Copies the whole database into `target` while others may write, some pages at a time.
  ///
  /// - Parameter progress: is given pages left and pages in all after each step.
  /// - Throws: what the copy met; `target` is then not to be used.
  package func backUp(
    to target: Connection, pagesPerStep: Int = 256,
    progress: (_ remaining: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(SQLiteError) {
    guard let backup = sqlite3_backup_init(target.handle, "main", handle, "main") else {
      throw SQLiteError(target.handle)
    }
    var result = SQLITE_OK
    var waited = 0
    repeat {
      result = sqlite3_backup_step(backup, Int32(clamping: pagesPerStep))
      progress(Int(sqlite3_backup_remaining(backup)), Int(sqlite3_backup_pagecount(backup)))
      let isWaiting = result == SQLITE_BUSY || result == SQLITE_LOCKED
      // A writer that never ends, our own open transaction even, must not hold us for ever.
      guard !isWaiting || waited <= busyTimeout else { break }
      if isWaiting { waited += Int(sqlite3_sleep(20)) }
    } while result == SQLITE_OK || result == SQLITE_BUSY || result == SQLITE_LOCKED
    let finished = sqlite3_backup_finish(backup)
    guard result == SQLITE_DONE else {
      throw SQLiteError(
        extendedCode: result, message: String(cString: sqlite3_errstr(result)))
    }
    guard finished == SQLITE_OK else { throw SQLiteError(target.handle) }
  }
}
