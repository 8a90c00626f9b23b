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
    let box = unsafe Unmanaged.passRetained(FunctionBox(body)).toOpaque()
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    let result = unsafe sqlite3_create_function_v2(
      handle, name, Int32(argumentCount), flags, box,
      { context, count, arguments in
        guard let context = unsafe context, let data = unsafe sqlite3_user_data(context) else {
          return
        }
        // It is there until SQLite lets it go, below.
        let box = unsafe Unmanaged<FunctionBox>.fromOpaque(data).takeUnretainedValue()
        let values = (0..<Int(count)).map { unsafe Value(arguments?[$0]) }
        unsafe box.body(values).set(asResultOf: context)
      },
      nil, nil,
      { data in
        guard let data = unsafe data else { return }
        unsafe Unmanaged<FunctionBox>.fromOpaque(data).release()
      }
    )
    guard result == SQLITE_OK else { throw unsafe SQLiteError(handle) }
  }
}

extension Value {
  fileprivate init(_ argument: OpaquePointer?) {
    guard let argument = unsafe argument else {
      self = .null
      return
    }
    switch unsafe sqlite3_value_type(argument) {
    case SQLITE_INTEGER: self = unsafe .integer(sqlite3_value_int64(argument))
    case SQLITE_FLOAT: self = unsafe .real(sqlite3_value_double(argument))
    case SQLITE_TEXT:
      let pointer = unsafe sqlite3_value_text(argument)
      let count = unsafe Int(sqlite3_value_bytes(argument))
      self = unsafe .text(
        String(decoding: UnsafeBufferPointer(start: pointer, count: count), as: UTF8.self))
    case SQLITE_BLOB:
      let pointer = unsafe sqlite3_value_blob(argument)
      let count = unsafe Int(sqlite3_value_bytes(argument))
      self = unsafe .blob([UInt8](UnsafeRawBufferPointer(start: pointer, count: count)))
    default: self = .null
    }
  }

  fileprivate func set(asResultOf context: OpaquePointer) {
    switch self {
    case .null: unsafe sqlite3_result_null(context)
    case .integer(let integer): unsafe sqlite3_result_int64(context, integer)
    case .real(let real): unsafe sqlite3_result_double(context, real)
    case .text(var text):
      text.withUTF8 { utf8 in
        guard let count = Int32(exactly: utf8.count) else {
          unsafe sqlite3_result_error_toobig(context)
          return
        }
        guard let base = utf8.baseAddress else {
          unsafe legation_result_text(context, "", 0)
          return
        }
        unsafe base.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
          unsafe legation_result_text(context, $0, count)
        }
      }
    case .blob(let bytes):
      guard let count = Int32(exactly: bytes.count) else {
        unsafe sqlite3_result_error_toobig(context)
        return
      }
      if bytes.isEmpty {
        unsafe sqlite3_result_zeroblob(context, 0)
      } else {
        unsafe legation_result_blob(context, bytes, count)
      }
    }
  }
}
