import CSQLite

/// SQL of several statements, taken off one by one.
///
/// The text is kept once, as SQLite wants it: a script of 60,000 statements costs what they cost.
package final class Script {
  /// With a NUL at the end: without one SQLite copies all that is left for each statement.
  private let bytes: [UInt8]
  private let holdsNUL: Bool
  private var position = 0

  package init(_ text: String) {
    holdsNUL = text.utf8.contains(0)
    bytes = Array(text.utf8) + [0]
  }

  /// What is not taken yet.
  package var rest: String { String(decoding: bytes[position...].dropLast(), as: UTF8.self) }

  /// Compiles the next statement.
  ///
  /// - Returns: `nil` when only blanks and comments are left.
  func next(
    on connection: OpaquePointer, flags: UInt32 = 0
  ) throws(SQLiteError) -> OpaquePointer? {
    // SQLite would stop there and leave the rest unread, unseen.
    guard !holdsNUL else { throw .misuse("SQL holds a NUL byte", sql: rest) }
    while position < bytes.count - 1 {
      var statement: OpaquePointer?
      var taken = 0
      let result = unsafe bytes[position...].withUnsafeBytes { bytes -> Int32 in
        guard let start = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress else {
          return SQLITE_OK
        }
        // Neither pointer leaves this closure: what is kept is how far SQLite came.
        var tail: UnsafePointer<CChar>?
        let result = unsafe sqlite3_prepare_v3(
          connection, start, Int32(clamping: bytes.count), flags, &statement, &tail)
        taken = unsafe tail.map { unsafe start.distance(to: $0) } ?? bytes.count - 1
        return result
      }
      guard result == SQLITE_OK else {
        var error = unsafe SQLiteError(connection, sql: rest)
        error.firstLine += bytes[..<position].count { $0 == UInt8(ascii: "\n") }
        throw error
      }
      position += max(taken, 1)
      if let statement = unsafe statement { return unsafe statement }
    }
    return nil
  }
}
