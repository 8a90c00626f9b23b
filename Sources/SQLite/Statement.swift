import CSQLite

/// A prepared statement.
///
/// Safe, for its pointer is given to nobody but SQLite, and ends with it.
///
/// It cannot be copied; at its end it goes back, reset and without bindings, to the connection,
/// which keeps it, so that nothing is finalized by hand and nothing leaks.
@safe package struct Statement: ~Copyable {
  let handle: OpaquePointer
  /// The row that the last ``step()`` reached.
  package let row: Row
  private let connection: Connection
  private let sql: String
  private let generation: Int

  init(handle: OpaquePointer, connection: Connection, sql: String) {
    unsafe self.handle = handle
    row = unsafe Row(statement: handle)
    self.connection = connection
    self.sql = sql
    generation = connection.generation
  }

  deinit { unsafe connection.takeBack(handle, sql: sql, generation: generation) }

  /// As it was given.
  package var text: String { sql }

  package var columnCount: Int { unsafe Int(sqlite3_column_count(handle)) }

  package var columnNames: [String] {
    (0..<columnCount).map { index in
      unsafe sqlite3_column_name(handle, Int32(index)).map { unsafe String(cString: $0) } ?? ""
    }
  }

  /// The type that a column was declared with where it is one of a table; `nil` where it was made.
  ///
  /// - Parameter index: the first column is 0.
  package func declaredType(ofColumn index: Int) -> String? {
    unsafe sqlite3_column_decltype(handle, Int32(index)).map { unsafe String(cString: $0) }
  }

  /// Whether the statement itself writes nothing.
  ///
  /// Not enough for safety: it is true for ATTACH.
  package var isReadOnly: Bool { unsafe sqlite3_stmt_readonly(handle) != 0 }

  /// The names of the parameters, each with its mark; "" for a bare `?`.
  package var parameterNames: [String] {
    let count = unsafe sqlite3_bind_parameter_count(handle)
    guard count > 0 else { return [] }
    return (1...count).map { index in
      unsafe sqlite3_bind_parameter_name(handle, index).map { unsafe String(cString: $0) } ?? ""
    }
  }

  package func bind(_ values: [Value]) throws(SQLiteError) {
    let wanted = unsafe Int(sqlite3_bind_parameter_count(handle))
    guard wanted == values.count else {
      throw .misuse("\(values.count) values for \(wanted) parameters", sql: sql)
    }
    for (index, value) in values.enumerated() {
      try bind(value, at: index + 1)
    }
  }

  /// Binds one parameter; the first is 1.
  package func bind(_ value: Value, at index: Int) throws(SQLiteError) {
    let index = Int32(index)
    let result: Int32
    switch value {
    case .null: result = unsafe sqlite3_bind_null(handle, index)
    case .integer(let integer): result = unsafe sqlite3_bind_int64(handle, index, integer)
    case .real(let real): result = unsafe sqlite3_bind_double(handle, index, real)
    case .text(var text):
      // With the byte length: text may hold NUL. SQLite copies what it is given.
      result = text.withUTF8 { utf8 in
        guard let base = utf8.baseAddress, let count = Int32(exactly: utf8.count) else {
          return unsafe utf8.isEmpty ? legation_bind_text(handle, index, "", 0) : SQLITE_TOOBIG
        }
        return unsafe base.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
          unsafe legation_bind_text(handle, index, $0, count)
        }
      }
    case .blob(let bytes):
      if bytes.isEmpty {
        result = unsafe sqlite3_bind_zeroblob(handle, index, 0)
      } else if let count = Int32(exactly: bytes.count) {
        result = unsafe legation_bind_blob(handle, index, bytes, count)
      } else {
        result = SQLITE_TOOBIG
      }
    }
    guard result == SQLITE_OK else { throw unsafe SQLiteError(connection.handle, sql: sql) }
  }

  /// Goes to the next row; false when there is none.
  package mutating func step() throws(SQLiteError) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let error = unsafe SQLiteError(connection.handle, sql: sql)
      unsafe sqlite3_reset(handle)
      throw error
    }
  }

  /// Lends every remaining row, in turn, to `body`.
  package mutating func forEach<E: Error>(
    _ body: (borrowing Row) throws(E) -> Void, orThrow translate: (SQLiteError) -> E
  ) throws(E) {
    while true {
      let isRow: Bool
      do { isRow = try step() } catch { throw translate(error) }
      guard isRow else { return }
      try body(row)
    }
  }

  package mutating func reset() {
    unsafe sqlite3_reset(handle)
    unsafe sqlite3_clear_bindings(handle)
  }
}
