package import SQLite

/// What putting a record did.
package enum PutResult: Sendable {
  case added
  case edited
  /// It was there and said the same.
  case same
}

/// Records from outside, each put in by its key: added where new, edited where it says something
/// else. Prepared once a set of columns, so that a million rows cost what SQLite costs.
///
/// Values are taken as they are: text enters through ``Registry/entered(_:for:)`` before.
package final class RowPutter {
  private let change: Change
  private var statements: [Shape: String] = [:]

  private struct Shape: Hashable {
    let table: String
    let columns: [String]
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
    let connection = change.connection
    let shape = Shape(table: table, columns: values.map(\.key))
    let sql: String
    if let known = statements[shape] {
      sql = known
    } else {
      sql = Self.sql(shape, key: key, entered: keepsItsChange)
      statements[shape] = sql
    }
    let isThere = try isThere(table, key: key, values)
    let statement = try connection.prepare(sql)
    var index = 1
    for (_, value) in values {
      try statement.bind(value, at: index)
      index += 1
    }
    if keepsItsChange { try statement.bind(.integer(Int64(change.number)), at: index) }
    _ = try statement.step()
    if !isThere { return .added }
    return connection.changedRows > 0 ? .edited : .same
  }

  private func isThere(
    _ table: String, key: [String], _ values: KeyValuePairs<String, Value>
  ) throws(SQLiteError) -> Bool {
    let condition = key.map { "\($0) = ?" }.joined(separator: " AND ")
    let statement = try change.connection.prepare("SELECT 1 FROM \(table) WHERE \(condition)")
    for (index, column) in key.enumerated() {
      let value = values.first { $0.key == column }?.value ?? .null
      try statement.bind(value, at: index + 1)
    }
    return try statement.step()
  }

  private static func sql(_ shape: Shape, key: [String], entered: Bool) -> String {
    let columns = shape.columns + (entered ? ["entered_in"] : [])
    let others = shape.columns.filter { !key.contains($0) }
    let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    let insert = """
      INSERT INTO \(shape.table) (\(columns.joined(separator: ", "))) VALUES (\(marks))
      ON CONFLICT (\(key.joined(separator: ", ")))
      """
    guard !others.isEmpty else { return insert + " DO NOTHING" }
    let assignments = others.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    let differs = others.map { "\($0) IS NOT excluded.\($0)" }.joined(separator: " OR ")
    return insert + " DO UPDATE SET \(assignments) WHERE \(differs)"
  }
}
