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

  /// The two statements for one set of columns.
  private final class Prepared {
    let columns: [String]
    /// Where the parts of the key stand among the columns.
    let key: [Int]
    let look: Statement
    let put: Statement

    init(_ columns: [String], key: [Int], look: consuming Statement, put: consuming Statement) {
      self.columns = columns
      self.key = key
      self.look = look
      self.put = put
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
  ) throws(SQLiteError) -> PutResult {
    try put(
      table, key: key, columns: values.map(\.key), values.map(\.value),
      keepsItsChange: keepsItsChange)
  }

  /// The same, for columns that only the data tells.
  @discardableResult
  func put(
    _ table: String, key: [String], columns: [String], _ values: [Value], keepsItsChange: Bool
  ) throws(SQLiteError) -> PutResult {
    let statements = try statements(table, key, columns, keepsItsChange)
    defer {
      statements.look.reset()
      statements.put.reset()
    }
    for (index, column) in statements.key.enumerated() {
      try statements.look.bind(values[column], at: index + 1)
    }
    let isThere = try statements.look.step()
    for (index, value) in values.enumerated() {
      try statements.put.bind(value, at: index + 1)
    }
    if keepsItsChange {
      try statements.put.bind(.integer(Int64(change.number)), at: values.count + 1)
    }
    _ = try statements.put.step()
    if !isThere { return .added }
    return change.connection.changedRows > 0 ? .edited : .same
  }

  private func statements(
    _ table: String, _ key: [String], _ columns: [String], _ keepsItsChange: Bool
  ) throws(SQLiteError) -> Prepared {
    if let known = prepared[table]?.first(where: { $0.columns == columns }) { return known }
    let condition = key.map { "\(name: $0) = ?" as SQL }.joined(separator: " AND ")
    let made = Prepared(
      columns, key: key.compactMap { columns.firstIndex(of: $0) },
      look: try change.connection.prepare(
        ("SELECT 1 FROM \(name: table) WHERE \(raw: condition)" as SQL).text),
      put: try change.connection.prepare(
        Self.sql(table, columns, key: key, entered: keepsItsChange).text))
    prepared[table, default: []].append(made)
    return made
  }

  private static func sql(
    _ table: String, _ given: [String], key: [String], entered: Bool
  ) -> SQL {
    let columns = given + (entered ? ["entered_in"] : [])
    let others = given.filter { !key.contains($0) }
    let marks = Array(repeating: "?" as SQL, count: columns.count).joined(separator: ", ")
    let insert: SQL = """
      INSERT INTO \(name: table) (\(names: columns)) VALUES (\(raw: marks))
      ON CONFLICT (\(names: key))
      """
    guard !others.isEmpty else { return insert + " DO NOTHING" }
    let assignments = others.map { "\(name: $0) = excluded.\(name: $0)" as SQL }
      .joined(separator: ", ")
    let differs = others.map { "\(name: table).\(name: $0) IS NOT excluded.\(name: $0)" as SQL }
      .joined(separator: " OR ")
    return insert + " DO UPDATE SET \(raw: assignments) WHERE \(raw: differs)"
  }
}
