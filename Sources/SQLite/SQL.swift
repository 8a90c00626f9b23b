/// SQL with its bindings.
///
/// An interpolated value becomes a parameter, never text: `"SELECT name FROM person WHERE key =
/// \(key)"` holds one `?` and one binding.
///
/// Only `\(raw:)` inserts text, and it takes another `SQL`.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
  package private(set) var text: String
  package private(set) var bindings: [Value]

  package init(stringLiteral value: String) {
    text = value
    bindings = []
  }

  package init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
    bindings = stringInterpolation.bindings
  }

  /// SQL that a person typed: text without bindings.
  package init(unchecked text: String, _ bindings: [Value] = []) {
    self.text = text
    self.bindings = bindings
  }

  package static func + (left: SQL, right: SQL) -> SQL {
    var sum = left
    sum.text += right.text
    sum.bindings += right.bindings
    return sum
  }

  package static func += (left: inout SQL, right: SQL) { left = left + right }

  package struct StringInterpolation: StringInterpolationProtocol {
    var text = ""
    var bindings: [Value] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { text += literal }

    package mutating func appendInterpolation(_ value: some Bindable) {
      text += "?"
      bindings.append(value.sqliteValue)
    }

    // Without this overload an Optional in an interpolation is diagnosed.
    package mutating func appendInterpolation(_ value: (some Bindable)?) {
      text += "?"
      bindings.append(value.sqliteValue)
    }

    package mutating func appendInterpolation(raw sql: SQL) {
      text += sql.text
      bindings += sql.bindings
    }
  }
}

extension Collection where Element == SQL {
  /// The parts with `separator` between them, bindings in order.
  package func joined(separator: SQL) -> SQL {
    guard var sum = first else { return "" }
    for part in dropFirst() { sum += separator + part }
    return sum
  }
}
