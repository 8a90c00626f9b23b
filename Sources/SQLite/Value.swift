/// One value as SQLite stores it: the closed list of what can be bound and decoded.
package enum Value: Equatable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

/// The five storage classes of SQLite.
@frozen public enum StorageClass: Int32, Sendable {
  case integer = 1
  case real = 2
  case text = 3
  case blob = 4
  case null = 5
}

/// A type that can be written into a statement, and so into a column.
package protocol Bindable {
  var sqliteValue: Value { get }
}

/// A type that can be read from a column.
package protocol ColumnDecodable {
  /// The value in a column; `nil` where the column holds something else.
  static func read(_ row: borrowing Row, at index: Int) -> Self?
}

extension Value: Bindable, ColumnDecodable {
  package var sqliteValue: Value { self }
  package static func read(_ row: borrowing Row, at index: Int) -> Value? {
    switch row.storageClass(at: index) {
    case .integer: .integer(row.integer(at: index))
    case .real: .real(row.real(at: index))
    case .text: .text(row.text(at: index))
    case .blob: unsafe .blob(row.withBytes(at: index) { unsafe [UInt8]($0) })
    case .null: .null
    }
  }
}

extension Int64: Bindable, ColumnDecodable {
  package var sqliteValue: Value { .integer(self) }
  package static func read(_ row: borrowing Row, at index: Int) -> Int64? {
    row.storageClass(at: index) == .integer ? row.integer(at: index) : nil
  }
}

extension Int: Bindable, ColumnDecodable {
  package var sqliteValue: Value { .integer(Int64(self)) }
  package static func read(_ row: borrowing Row, at index: Int) -> Int? {
    Int64.read(row, at: index).flatMap { Int(exactly: $0) }
  }
}

extension Bool: Bindable, ColumnDecodable {
  package var sqliteValue: Value { .integer(self ? 1 : 0) }
  package static func read(_ row: borrowing Row, at index: Int) -> Bool? {
    switch Int64.read(row, at: index) {
    case 0: false
    case 1: true
    default: nil
    }
  }
}

extension Double: Bindable, ColumnDecodable {
  package var sqliteValue: Value { .real(self) }
  package static func read(_ row: borrowing Row, at index: Int) -> Double? {
    switch row.storageClass(at: index) {
    case .real, .integer: row.real(at: index)
    case .text, .blob, .null: nil
    }
  }
}

extension String: Bindable, ColumnDecodable {
  package var sqliteValue: Value { .text(self) }
  package static func read(_ row: borrowing Row, at index: Int) -> String? {
    row.storageClass(at: index) == .text ? row.text(at: index) : nil
  }
}

extension [UInt8]: Bindable, ColumnDecodable {
  package var sqliteValue: Value { .blob(self) }
  package static func read(_ row: borrowing Row, at index: Int) -> [UInt8]? {
    unsafe row.storageClass(at: index) == .blob
      ? row.withBytes(at: index) { unsafe [UInt8]($0) } : nil
  }
}

extension Optional: Bindable where Wrapped: Bindable {
  package var sqliteValue: Value {
    switch self {
    case .some(let wrapped): wrapped.sqliteValue
    case .none: .null
    }
  }
}

extension Optional: ColumnDecodable where Wrapped: ColumnDecodable {
  package static func read(_ row: borrowing Row, at index: Int) -> Wrapped?? {
    if row.isNull(at: index) { return .some(.none) }
    return Wrapped.read(row, at: index).map { .some($0) }
  }
}
