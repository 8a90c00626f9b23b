// What each value of an answer goes through is put into the writers of other modules: for that it is
// public, and so is the library that it calls.
public import CSQLite

/// The current row of a statement: a view of SQLite's own buffers, good until the next step.
///
/// Safe, for it is a part of its statement, which lends it: nobody can keep it, nor step while
/// somebody has it. What is unsafe are the bytes that it lends.
@safe public struct Row: ~Copyable {
  @usableFromInline let statement: OpaquePointer

  init(statement: OpaquePointer) { unsafe self.statement = statement }

  package var columnCount: Int { unsafe Int(sqlite3_column_count(statement)) }

  package func storageClass(at index: Int) -> StorageClass {
    unsafe StorageClass(rawValue: sqlite3_column_type(statement, Int32(index))) ?? .null
  }

  package func isNull(at index: Int) -> Bool {
    unsafe sqlite3_column_type(statement, Int32(index)) == SQLITE_NULL
  }

  /// The integer in a column, converted as SQLite converts; ask ``storageClass(at:)`` first.
  package func integer(at index: Int) -> Int64 {
    unsafe sqlite3_column_int64(statement, Int32(index))
  }

  /// The real in a column, converted as SQLite converts; ask ``storageClass(at:)`` first.
  package func real(at index: Int) -> Double {
    unsafe sqlite3_column_double(statement, Int32(index))
  }

  /// The text in a column; bytes that are no UTF-8 become U+FFFD.
  package func text(at index: Int) -> String {
    unsafe withTextBytes(at: index) { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a blob, or of a text as stored, NUL bytes included.
  package func withBytes<T, E: Error>(
    at index: Int, _ body: (UnsafeRawBufferPointer) throws(E) -> T
  ) throws(E) -> T {
    // A text as UTF-8, whatever the file's own encoding is.
    if unsafe sqlite3_column_type(statement, Int32(index)) == SQLITE_TEXT {
      return try unsafe withTextBytes(at: index, body)
    }
    // The pointer first, the count second: the order that sqlite3_column_blob documents.
    let pointer = unsafe sqlite3_column_blob(statement, Int32(index))
    let count = unsafe Int(sqlite3_column_bytes(statement, Int32(index)))
    return try unsafe body(
      UnsafeRawBufferPointer(start: pointer, count: pointer == nil ? 0 : count))
  }

  /// The UTF-8 of a column of any class, as SQLite converts it to text.
  package func withTextBytes<T, E: Error>(
    at index: Int, _ body: (UnsafeRawBufferPointer) throws(E) -> T
  ) throws(E) -> T {
    let pointer = unsafe sqlite3_column_text(statement, Int32(index))
    let count = unsafe Int(sqlite3_column_bytes(statement, Int32(index)))
    return try unsafe body(
      UnsafeRawBufferPointer(start: pointer, count: pointer == nil ? 0 : count))
  }

  /// A typed value.
  ///
  /// - Throws: a mismatch that names the column, where it holds another class.
  package func get<T: ColumnDecodable>(_ index: Int, as type: T.Type = T.self)
    throws(SQLiteError) -> T
  {
    guard index >= 0, index < columnCount else {
      throw .misuse("column \(index) of a row with \(columnCount)")
    }
    guard let value = T.read(self, at: index) else {
      let name =
        unsafe sqlite3_column_name(statement, Int32(index)).map { unsafe String(cString: $0) }
        ?? "?"
      throw .mismatch("column \(name) holds \(storageClass(at: index)), not \(T.self)")
    }
    return value
  }
}

extension Row {
  /// The value in a column where SQLite keeps it, for writers that copy nothing twice.
  ///
  /// Lent like the row itself: give it to a function that borrows it.
  @inlinable public subscript(index: Int) -> StoredValue {
    // Not `get`: what a getter returns, its caller may keep.
    _read {
      yield unsafe StoredValue(
        value: sqlite3_column_value(statement, Int32(truncatingIfNeeded: index)))
    }
  }
}

/// A value of the current row, in SQLite's own memory: good until the next step; or of a call of a
/// function, and good until that returns.
///
/// One look-up instead of one for each of class, bytes and length. SQLite allows its `value`
/// functions here because every connection of ours is opened without a mutex of its own: in that
/// mode protected and unprotected values are the same.
@safe public struct StoredValue: ~Copyable {
  @usableFromInline let value: OpaquePointer?

  @inlinable init(value: OpaquePointer?) { unsafe self.value = value }

  /// What kind of value it is.
  @inlinable public var storageClass: StorageClass {
    unsafe StorageClass(rawValue: sqlite3_value_type(value)) ?? .null
  }
  /// As SQLite converts it to a whole number.
  @inlinable public var integer: Int64 { unsafe sqlite3_value_int64(value) }
  package var real: Double { unsafe sqlite3_value_double(value) }

  /// The UTF-8 of a value of any class, as SQLite converts it to text.
  @inlinable public var textBytes: UnsafeRawBufferPointer {
    // The pointer first, the count second: the order that sqlite3_value_text documents.
    let pointer = unsafe sqlite3_value_text(value)
    return unsafe UnsafeRawBufferPointer(
      start: pointer, count: pointer == nil ? 0 : Int(sqlite3_value_bytes(value)))
  }

  /// The bytes of a blob.
  package var blobBytes: UnsafeRawBufferPointer {
    let pointer = unsafe sqlite3_value_blob(value)
    return unsafe UnsafeRawBufferPointer(
      start: pointer, count: pointer == nil ? 0 : Int(sqlite3_value_bytes(value)))
  }

  /// A text of its own; bytes that are no UTF-8 become U+FFFD.
  package var text: String { unsafe String(decoding: textBytes, as: UTF8.self) }

  /// A copy that can be kept.
  package var copy: Value {
    switch storageClass {
    case .integer: .integer(integer)
    case .real: .real(real)
    case .text: .text(text)
    case .blob: unsafe .blob([UInt8](blobBytes))
    case .null: .null
    }
  }
}
