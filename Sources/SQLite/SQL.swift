/// SQL with its bindings.
///
/// An interpolated value becomes a parameter, never text: `"SELECT name FROM person WHERE key =
/// \(key)"` holds one `?` and one binding.
///
/// `\(raw:)` inserts another `SQL`, `\(name:)` and `\(names:)` insert names of tables and columns,
/// quoted: so no text becomes a part of a statement by accident.
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

  /// A name of a table, view, column or schema, as it stands in a statement, whatever it holds.
  ///
  /// The only place where a name is quoted.
  package static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  /// A name, quoted, on its own or as a column of `row`.
  package init(name: String, of row: String? = nil) {
    self.init(stringLiteral: (row.map { Self.quoted($0) + "." } ?? "") + Self.quoted(name))
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

    /// The name of a table or column; `of` is the row that it is a column of.
    package mutating func appendInterpolation(name: String, of row: String? = nil) {
      text += SQL(name: name, of: row).text
    }

    /// Names of columns, joined by commas.
    package mutating func appendInterpolation(names: [String], of row: String? = nil) {
      text += names.map { SQL(name: $0, of: row).text }.joined(separator: ", ")
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
