import Registry
import SQLite

/// A value that SQLite stores, answers, or takes for a parameter.
///
/// ```swift
/// let values: [String: Value] = ["day": "2024-01-01", "limit": 10, "reason": nil]
/// ```
public enum Value: Hashable, Sendable {
  /// Nothing is known.
  case null
  /// A whole number; also a flag, 1 or 0.
  case integer(Int64)
  /// A number with a fraction.
  case real(Double)
  /// A text; also a date, as `2024-02`.
  case text(String)
  /// Bytes.
  case blob([UInt8])

  /// A date, as the registry stores it.
  public static func date(_ date: PartialDate) -> Value { .text(date.description) }
  /// A day, as the registry stores it.
  public static func day(_ day: Day) -> Value { .text(day.description) }

  /// Whether it is ``null``.
  public var isNull: Bool { self == .null }

  /// The text, where it is one.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The whole number, where it is one.
  public var integer: Int? {
    if case .integer(let number) = self { Int(exactly: number) } else { nil }
  }

  /// The number, where it is one.
  public var real: Double? {
    switch self {
    case .real(let number): number
    case .integer(let number): Double(number)
    case .null, .text, .blob: nil
    }
  }

  /// The flag, where it is 1 or 0.
  public var flag: Bool? {
    switch self {
    case .integer(1): true
    case .integer(0): false
    default: nil
    }
  }

  /// The bytes, where they are some.
  public var bytes: [UInt8]? {
    if case .blob(let bytes) = self { bytes } else { nil }
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// A number with a fraction.
  public init(floatLiteral value: Double) { self = .real(value) }
  /// 1 or 0.
  public init(booleanLiteral value: Bool) { self = .integer(value ? 1 : 0) }
  /// ``null``.
  public init(nilLiteral: ()) { self = .null }
}

extension Value {
  init(_ value: SQLite.Value) {
    switch value {
    case .null: self = .null
    case .integer(let integer): self = .integer(integer)
    case .real(let real): self = .real(real)
    case .text(let text): self = .text(text)
    case .blob(let bytes): self = .blob(bytes)
    }
  }

  /// As it is compared with what is stored: text in its normal form.
  var stored: SQLite.Value {
    switch self {
    case .null: .null
    case .integer(let integer): .integer(integer)
    case .real(let real): .real(real)
    case .text(let text): .text(TextEntry.normalized(text))
    case .blob(let bytes): .blob(bytes)
    }
  }
}
