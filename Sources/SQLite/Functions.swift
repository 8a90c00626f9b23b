import CSQLite

private final class FunctionBox {
  let body: ([Value]) -> Value
  init(_ body: @escaping ([Value]) -> Value) { self.body = body }
}

extension Connection {
  /// Adds a scalar function to SQL.
  ///
  /// It must give the same answer to the same arguments.
  ///
  /// - Parameter argumentCount: -1 takes any number.
  package func addFunction(
    _ name: String, argumentCount: Int, _ body: @escaping ([Value]) -> Value
  ) throws(SQLiteError) {
    // SQLite owns the box and lets it go when the function or the connection ends.
    let box = Unmanaged.passRetained(FunctionBox(body)).toOpaque()
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    let result = sqlite3_create_function_v2(
      handle, name, Int32(argumentCount), flags, box,
      { context, count, arguments in
        guard let context, let data = sqlite3_user_data(context) else { return }
        let box = Unmanaged<FunctionBox>.fromOpaque(data).takeUnretainedValue()
        let values = (0..<Int(count)).map { Value(arguments?[$0]) }
        box.body(values).set(asResultOf: context)
      },
      nil, nil,
      { data in
        guard let data else { return }
        Unmanaged<FunctionBox>.fromOpaque(data).release()
      }
    )
    guard result == SQLITE_OK else { throw SQLiteError(handle) }
  }
}

extension Value {
  fileprivate init(_ argument: OpaquePointer?) {
    guard let argument else {
      self = .null
      return
    }
    switch sqlite3_value_type(argument) {
    case SQLITE_INTEGER: self = .integer(sqlite3_value_int64(argument))
    case SQLITE_FLOAT: self = .real(sqlite3_value_double(argument))
    case SQLITE_TEXT:
      let pointer = sqlite3_value_text(argument)
      let count = Int(sqlite3_value_bytes(argument))
      self = .text(
        String(decoding: UnsafeBufferPointer(start: pointer, count: count), as: UTF8.self))
    case SQLITE_BLOB:
      let pointer = sqlite3_value_blob(argument)
      let count = Int(sqlite3_value_bytes(argument))
      self = .blob([UInt8](UnsafeRawBufferPointer(start: pointer, count: count)))
    default: self = .null
    }
  }

  fileprivate func set(asResultOf context: OpaquePointer) {
    switch self {
    case .null: sqlite3_result_null(context)
    case .integer(let integer): sqlite3_result_int64(context, integer)
    case .real(let real): sqlite3_result_double(context, real)
    case .text(var text):
      text.withUTF8 { utf8 in
        guard let count = Int32(exactly: utf8.count) else {
          sqlite3_result_error_toobig(context)
          return
        }
        guard let base = utf8.baseAddress else {
          legation_result_text(context, "", 0)
          return
        }
        base.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
          legation_result_text(context, $0, count)
        }
      }
    case .blob(let bytes):
      guard let count = Int32(exactly: bytes.count) else {
        sqlite3_result_error_toobig(context)
        return
      }
      if bytes.isEmpty {
        sqlite3_result_zeroblob(context, 0)
      } else {
        legation_result_blob(context, bytes, count)
      }
    }
  }
}
