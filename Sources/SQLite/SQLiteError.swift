import CSQLite

/// What SQLite said when it refused: its code, its words, and where in which SQL.
///
/// Bound values are not a part of the error: a log of errors holds no personal data.
package struct SQLiteError: Error, Equatable, Sendable {
  /// A family of result codes: the low byte of an extended code.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue & 0xff }

    package static let error = Code(rawValue: SQLITE_ERROR)
    package static let busy = Code(rawValue: SQLITE_BUSY)
    package static let locked = Code(rawValue: SQLITE_LOCKED)
    package static let outOfMemory = Code(rawValue: SQLITE_NOMEM)
    package static let readOnly = Code(rawValue: SQLITE_READONLY)
    package static let interrupted = Code(rawValue: SQLITE_INTERRUPT)
    package static let inputOutput = Code(rawValue: SQLITE_IOERR)
    package static let corrupt = Code(rawValue: SQLITE_CORRUPT)
    package static let full = Code(rawValue: SQLITE_FULL)
    package static let cannotOpen = Code(rawValue: SQLITE_CANTOPEN)
    package static let tooBig = Code(rawValue: SQLITE_TOOBIG)
    package static let constraint = Code(rawValue: SQLITE_CONSTRAINT)
    package static let mismatch = Code(rawValue: SQLITE_MISMATCH)
    package static let misuse = Code(rawValue: SQLITE_MISUSE)
    package static let notAuthorized = Code(rawValue: SQLITE_AUTH)
    package static let notADatabase = Code(rawValue: SQLITE_NOTADB)
    package static let schema = Code(rawValue: SQLITE_SCHEMA)
  }

  /// The extended result code, for example 2067 for a violated UNIQUE.
  package var extendedCode: Int32
  package var message: String
  /// The statement that failed; `nil` where none was involved, as in opening a file.
  package var sql: String?
  /// The byte of `sql` at which the mistake was seen; `nil` where SQLite does not know.
  package var offset: Int?
  /// The number of the line on which `sql` begins in the script that it is of.
  package var firstLine = 1

  package var code: Code { Code(rawValue: extendedCode) }

  package init(extendedCode: Int32, message: String, sql: String? = nil, offset: Int? = nil) {
    self.extendedCode = extendedCode
    self.message = message
    self.sql = sql
    self.offset = offset
  }

  init(_ handle: OpaquePointer?, sql: String? = nil, fallback: Int32 = SQLITE_ERROR) {
    guard let handle = unsafe handle else {
      unsafe self.init(extendedCode: fallback, message: String(cString: sqlite3_errstr(fallback)))
      return
    }
    let offset = unsafe sqlite3_error_offset(handle)
    unsafe self.init(
      extendedCode: sqlite3_extended_errcode(handle),
      message: String(cString: sqlite3_errmsg(handle)),
      sql: sql,
      offset: offset < 0 ? nil : Int(offset)
    )
  }
}

extension SQLiteError {
  package static func misuse(_ message: String, sql: String? = nil) -> SQLiteError {
    SQLiteError(extendedCode: SQLITE_MISUSE, message: message, sql: sql)
  }

  package static func mismatch(_ message: String) -> SQLiteError {
    SQLiteError(extendedCode: SQLITE_MISMATCH, message: message)
  }

  /// Whether a file is damaged, as far as SQLite says so: not always by its code.
  package var isDamage: Bool {
    switch code {
    case .corrupt, .notADatabase, .mismatch: true
    case .error:
      message.hasPrefix("unsupported file format") || message.contains("malformed")
    default: false
    }
  }

  // Extended codes that callers tell apart; Swift does not import their macros.
  package var isForeignKeyViolation: Bool { extendedCode == SQLITE_CONSTRAINT | (3 << 8) }
  package var isUniqueViolation: Bool {
    extendedCode == SQLITE_CONSTRAINT | (8 << 8) || extendedCode == SQLITE_CONSTRAINT | (6 << 8)
      // A trigger that refuses what a conflict clause would let through says it in the same words.
      || isRaisedByTrigger && message.hasPrefix("UNIQUE constraint failed: ")
  }
  package var isRaisedByTrigger: Bool { extendedCode == SQLITE_CONSTRAINT | (7 << 8) }
}
