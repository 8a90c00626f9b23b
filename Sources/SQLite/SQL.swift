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

  /// Keywords that SQLite takes for names wherever one can stand, of those that name our columns.
  private static let plainKeywords: Set<String> = ["key", "query"]

  /// A name of a table, view, column or schema, as it stands in a statement, whatever it holds.
  ///
  /// The only place where a name is quoted.
  package static func quoted(_ name: String) -> String {
    // Most have none, and the look for one costs a hundredth of the replacement.
    guard name.utf8.contains(UInt8(ascii: "\"")) else { return "\"" + name + "\"" }
    return "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  /// A text as it stands in a statement that takes no parameter.
  package static func quotedText(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "'")) else { return "'" + text + "'" }
    return "'" + text.replacing("'", with: "''") + "'"
  }

  /// A name, quoted, on its own or as a column of `row`.
  package init(name: String, of row: String? = nil) {
    let quoted = Self.quoted(name)
    self.init(stringLiteral: row.map { Self.quoted($0) + "." + quoted } ?? quoted)
  }

  /// SQL that the program carries, or that it makes from its own migrations: never a text of a
  /// file, of a bundle or of a person.
  package init(carried text: String, _ bindings: [Value] = []) {
    self.text = text
    self.bindings = bindings
  }

  /// The same statement with values for the parameters that stand in its text.
  package func binding(_ values: [Value]) -> SQL { SQL(carried: text, values) }

  package static func + (left: SQL, right: SQL) -> SQL {
    var sum = left
    sum += right
    return sum
  }

  package static func += (left: inout SQL, right: SQL) {
    left.text += right.text
    if !right.bindings.isEmpty { left.bindings += right.bindings }
  }

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
      if let row { text += SQL.quoted(row) + "." }
      text += SQL.quoted(name)
    }

    /// Names of columns, joined by commas.
    package mutating func appendInterpolation(names: [String], of row: String? = nil) {
      text += names.map { SQL(name: $0, of: row).text }.joined(separator: ", ")
    }

    /// A name in a schema that people read: in quotes only where it needs them.
    package mutating func appendInterpolation(plain name: String) {
      let first = name.utf8.first ?? 0
      let isPlain =
        name.utf8.allSatisfy { $0 == 95 || (97...122).contains($0) || (48...57).contains($0) }
        && !(48...57).contains(first) && !name.isEmpty
        && (!Connection.isKeyword(name) || SQL.plainKeywords.contains(name))
      text += isPlain ? name : SQL.quoted(name)
    }

    package mutating func appendInterpolation(plain names: [String], of row: String? = nil) {
      for (index, name) in names.enumerated() {
        text += index == 0 ? "" : ", "
        if let row { text += row + "." }
        appendInterpolation(plain: name)
      }
    }

    /// A text as a part of the statement, where SQL takes no parameter: in a view.
    package mutating func appendInterpolation(text: String) {
      self.text += SQL.quotedText(text)
    }

    /// A number as a part of the text, where SQL takes no parameter or a statement is made once.
    package mutating func appendInterpolation(carried number: Int) { self.text += "\(number)" }

    package mutating func appendInterpolation(raw sql: SQL) {
      text += sql.text
      bindings += sql.bindings
    }
  }
}

// Of arrays alone: what any collection is made of would be looked up at run time, at each start.
extension [SQL] {
  /// The parts with `separator` between them, bindings in order.
  package func joined(separator: SQL) -> SQL {
    var sum: SQL = ""
    for (place, part) in enumerated() {
      if place > 0 { sum += separator }
      sum += part
    }
    return sum
  }
}
