package import SQLite

/// What putting a record did.
package enum PutResult: Sendable {
  case added
  case edited
  /// It was there and said the same.
  case same
}

/// Records from outside, each put in by its key: added where new, edited where it says something
/// else.
///
/// Prepared once a set of columns, so that a million rows cost what SQLite costs.
///
/// Values are taken as they are: text enters through ``Registry/entered(_:for:)`` before.
package final class RowPutter {
  private let change: Change
  private var prepared: [String: [Prepared]] = [:]

  /// The statements for one set of columns: an INSERT that may turn into an UPDATE would fire the
  /// triggers of both.
  private final class Prepared {
    let columns: [String]
    /// Where the parts of the key stand among the columns.
    let key: [Int]
    var look: Statement
    var insert: Statement
    var update: Statement

    var isAllKey: Bool { key.count == columns.count }

    init(
      _ columns: [String], key: [Int], look: consuming Statement, insert: consuming Statement,
      update: consuming Statement
    ) {
      self.columns = columns
      self.key = key
      self.look = look
      self.insert = insert
      self.update = update
    }
  }

  package init(_ change: Change) { self.change = change }

  /// Puts one record of `table`, whose primary key is `key`.
  ///
  /// - Parameter values: the columns, the key's among them, in an order that is always the same.
  /// - Throws: what a constraint says.
  @discardableResult
  package func put(
    _ table: String, key: [String] = ["key"], _ values: KeyValuePairs<String, Value>,
    keepsItsChange: Bool = true
  ) throws(RegistryError) -> PutResult {
    try put(
      table, key: key, columns: values.map(\.key), values.map(\.value),
      keepsItsChange: keepsItsChange)
  }

  /// The same, for columns that only the data tells.
  @discardableResult
  func put(
    _ table: String, key: [String], columns: [String], _ values: [Value], keepsItsChange: Bool
  ) throws(RegistryError) -> PutResult {
    try change.registry.storage { () throws(SQLiteError) in
      try put(values, by: try statements(table, key, columns, keepsItsChange), keepsItsChange)
    }
  }

  private func put(
    _ values: [Value], by statements: Prepared, _ keepsItsChange: Bool
  ) throws(SQLiteError) -> PutResult {
    defer {
      statements.look.reset()
      statements.insert.reset()
      statements.update.reset()
    }
    for (index, column) in statements.key.enumerated() {
      try statements.look.bind(values[column], at: index + 1)
    }
    guard try statements.look.step() else {
      for (index, value) in values.enumerated() {
        try statements.insert.bind(value, at: index + 1)
      }
      if keepsItsChange {
        try statements.insert.bind(.integer(Int64(change.number)), at: values.count + 1)
      }
      _ = try statements.insert.step()
      return .added
    }
    guard !statements.isAllKey else { return .same }
    for (index, value) in values.enumerated() {
      try statements.update.bind(value, at: index + 1)
    }
    _ = try statements.update.step()
    return change.connection.changedRows > 0 ? .edited : .same
  }

  private func statements(
    _ table: String, _ key: [String], _ columns: [String], _ keepsItsChange: Bool
  ) throws(SQLiteError) -> Prepared {
    if let known = prepared[table]?.first(where: { $0.columns == columns }) { return known }
    let condition = key.map { "\(name: $0) = ?" as SQL }.joined(separator: " AND ")
    let look: SQL = "SELECT 1 FROM \(name: table) WHERE \(raw: condition)"
    let insert = Self.insert(into: table, columns + (keepsItsChange ? ["entered_in"] : []))
    let others = columns.filter { !key.contains($0) }
    let made = Prepared(
      columns, key: key.compactMap { columns.firstIndex(of: $0) },
      look: try change.connection.prepare(look.text),
      insert: try change.connection.prepare(insert.text),
      // Of a record that is all key there is nothing to edit.
      update: try change.connection.prepare(
        others.isEmpty ? look.text : Self.update(table, columns, others, key: key).text))
    prepared[table, default: []].append(made)
    return made
  }

  private static func insert(into table: String, _ columns: [String]) -> SQL {
    let marks = Array(repeating: "?" as SQL, count: columns.count).joined(separator: ", ")
    return "INSERT INTO \(name: table) (\(names: columns)) VALUES (\(raw: marks))"
  }

  /// Writes only where something differs: each value is bound once, by its place.
  private static func update(
    _ table: String, _ columns: [String], _ others: [String], key: [String]
  ) -> SQL {
    func mark(_ column: String) -> SQL {
      "?\(carried: (columns.firstIndex(of: column) ?? 0) + 1)"
    }
    let assignments = others.map { "\(name: $0) = \(raw: mark($0))" as SQL }
      .joined(separator: ", ")
    let isRecord = key.map { "\(name: $0) = \(raw: mark($0))" as SQL }
      .joined(separator: " AND ")
    let differs = others.map { "\(name: $0) IS NOT \(raw: mark($0))" as SQL }
      .joined(separator: " OR ")
    return """
      UPDATE \(name: table) SET \(raw: assignments)
      WHERE \(raw: isRecord) AND (\(raw: differs))
      """
  }
}
