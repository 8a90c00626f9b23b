import CSQLite

/// Why a function of SQL has no answer: the statement ends with it.
package enum FunctionFault: Error {
  /// In these words, which become those of the ``SQLiteError``.
  case refused(String)
  case outOfMemory
}

/// What a function of SQL is called with, in SQLite's own memory: good during the call.
///
/// Safe, for it is lent: nobody can keep it. What is unsafe are the bytes that a value lends.
@safe package struct Arguments: ~Copyable {
  private let values: UnsafeMutablePointer<OpaquePointer?>?
  package let count: Int

  fileprivate init(_ values: UnsafeMutablePointer<OpaquePointer?>?, count: Int32) {
    unsafe self.values = values
    self.count = Int(count)
  }

  package subscript(index: Int) -> StoredValue {
    // Not `get`: what a getter returns, its caller may keep.
    _read {
      precondition(index >= 0 && index < count)
      yield unsafe StoredValue(value: values?[index])
    }
  }
}

/// What a function of SQL over many rows knows so far: made for each group of rows.
package protocol Aggregate: AnyObject {
  func add(_ arguments: borrowing Arguments) throws(FunctionFault)
  /// The answer; without ``add(_:)`` before it, that of no rows.
  func result() throws(FunctionFault) -> Value
}

package typealias ScalarFunction = (borrowing Arguments) throws(FunctionFault) -> Value

private final class ScalarBox {
  let body: ScalarFunction
  init(_ body: @escaping ScalarFunction) { self.body = body }
}

private final class AggregateBox {
  let make: () -> any Aggregate
  init(_ make: @escaping () -> any Aggregate) { self.make = make }
}

private final class AggregateInUse {
  let aggregate: any Aggregate
  init(_ aggregate: any Aggregate) { self.aggregate = aggregate }
}

// Each answers the same to the same arguments, and does nothing else.
private let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS

extension Connection {
  /// Adds a function of one row to SQL.
  ///
  /// It must give the same answer to the same arguments.
  ///
  /// - Parameter argumentCount: -1 takes any number.
  package func addFunction(
    _ name: String, argumentCount: Int, _ body: @escaping ScalarFunction
  ) throws(SQLiteError) {
    // SQLite owns the box and lets it go when the function or the connection ends.
    let box = unsafe Unmanaged.passRetained(ScalarBox(body)).toOpaque()
    let result = unsafe sqlite3_create_function_v2(
      handle, name, Int32(argumentCount), flags, box,
      { context, count, values in
        guard let context = unsafe context, let box = unsafe userData(context, as: ScalarBox.self)
        else { return }
        do throws(FunctionFault) {
          unsafe try box.body(Arguments(values, count: count)).set(asResultOf: context)
        } catch { unsafe error.set(asResultOf: context) }
      },
      nil, nil, { unsafe release($0, as: ScalarBox.self) })
    guard result == SQLITE_OK else { throw unsafe SQLiteError(handle) }
  }

  /// Adds a function over many rows to SQL.
  ///
  /// - Parameter make: called once for each group of rows.
  package func addAggregate(
    _ name: String, argumentCount: Int, _ make: @escaping () -> any Aggregate
  ) throws(SQLiteError) {
    let box = unsafe Unmanaged.passRetained(AggregateBox(make)).toOpaque()
    let result = unsafe sqlite3_create_function_v2(
      handle, name, Int32(argumentCount), flags, box, nil,
      { context, count, values in
        guard let context = unsafe context else { return }
        guard let inUse = unsafe aggregateInUse(context) else {
          unsafe sqlite3_result_error_nomem(context)
          return
        }
        do throws(FunctionFault) {
          unsafe try inUse.aggregate.add(Arguments(values, count: count))
        } catch {
          unsafe error.set(asResultOf: context)
        }
      },
      { context in
        guard let context = unsafe context else { return }
        // SQLite calls this once for each group, also where the statement ends before its time.
        let inUse = unsafe endOfAggregate(context)
        guard
          let aggregate = unsafe inUse?.aggregate
            ?? userData(context, as: AggregateBox.self)?.make()
        else { return }
        do throws(FunctionFault) { unsafe try aggregate.result().set(asResultOf: context) } catch {
          unsafe error.set(asResultOf: context)
        }
      },
      { unsafe release($0, as: AggregateBox.self) })
    guard result == SQLITE_OK else { throw unsafe SQLiteError(handle) }
  }
}

/// What was given to SQLite with the function: there until SQLite lets it go.
private func userData<T: AnyObject>(_ context: OpaquePointer, as type: T.Type) -> T? {
  guard let data = unsafe sqlite3_user_data(context) else { return nil }
  return unsafe Unmanaged<T>.fromOpaque(data).takeUnretainedValue()
}

private func release<T: AnyObject>(_ data: UnsafeMutableRawPointer?, as type: T.Type) {
  guard let data = unsafe data else { return }
  unsafe Unmanaged<T>.fromOpaque(data).release()
}

// SQLite keeps some bytes for each group of rows, zero at first: in them stands a pointer to what is
// known of the group, retained once.
private typealias Place = UnsafeMutablePointer<UnsafeMutableRawPointer?>

/// What is known of the group of rows, made where it is the first row; `nil` without memory.
private func aggregateInUse(_ context: OpaquePointer) -> AggregateInUse? {
  let size = unsafe Int32(MemoryLayout<UnsafeMutableRawPointer?>.size)
  guard let bytes = unsafe sqlite3_aggregate_context(context, size) else { return nil }
  let place: Place = unsafe bytes.assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
  if let there = unsafe place.pointee {
    return unsafe Unmanaged<AggregateInUse>.fromOpaque(there).takeUnretainedValue()
  }
  guard let box = unsafe userData(context, as: AggregateBox.self) else { return nil }
  let made = AggregateInUse(box.make())
  unsafe place.pointee = unsafe Unmanaged.passRetained(made).toOpaque()
  return made
}

/// What is known of the group of rows, for the last time; `nil` where it had no row.
private func endOfAggregate(_ context: OpaquePointer) -> AggregateInUse? {
  // Asked for no bytes, SQLite makes none.
  guard let bytes = unsafe sqlite3_aggregate_context(context, 0) else { return nil }
  let place: Place = unsafe bytes.assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
  guard let there = unsafe place.pointee else { return nil }
  unsafe place.pointee = nil
  return unsafe Unmanaged<AggregateInUse>.fromOpaque(there).takeRetainedValue()
}

extension FunctionFault {
  fileprivate func set(asResultOf context: OpaquePointer) {
    switch self {
    case .outOfMemory: unsafe sqlite3_result_error_nomem(context)
    case .refused(var words):
      words.withUTF8 { utf8 in
        guard let base = utf8.baseAddress, let count = Int32(exactly: utf8.count) else {
          unsafe sqlite3_result_error(context, "", 0)
          return
        }
        unsafe base.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
          unsafe sqlite3_result_error(context, $0, count)
        }
      }
    }
  }
}

extension Value {
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
