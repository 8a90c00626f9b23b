import SQLite

/// One row of an answer: its values under the names of the columns.
public struct Row: Hashable, Sendable {
  /// The names of the columns, in order.
  public let columns: [String]
  /// The values, in the same order.
  public let values: [Value]

  /// The value of a column, of several with one name the first; `nil` where there is none.
  public subscript(column: String) -> Value? {
    columns.firstIndex(of: column).map { values[$0] }
  }

  /// The value in a place, from 0.
  public subscript(index: Int) -> Value { values[index] }

  init(columns: [String], of row: borrowing SQLite.Row) throws(SQLiteError) {
    var values: [Value] = []
    values.reserveCapacity(columns.count)
    for index in columns.indices {
      values.append(Value(try row.get(index, as: SQLite.Value.self)))
    }
    self.columns = columns
    self.values = values
  }
}
