package import SQLite
import Schema

/// What a change did to one record, field by field.
package struct RecordEffect: Sendable {
  package struct Field: Sendable {
    package let name: String
    package let before: Value
    package let after: Value
  }

  package let table: String
  /// The whole key, its parts joined by `/`.
  package let key: String
  /// `added`, `edited` or `removed`.
  package let kind: String
  package internal(set) var fields: [Field]
}

/// What the changes of one transaction did, for programs that want to know.
///
/// A dry run is traced like any other: what it would do is known only while it is open.
package struct ChangeTrace: Sendable {
  /// Whoever undid an import of a million records does not want a million objects in memory.
  static let limit = 10_000

  /// The numbers of the changes.
  package internal(set) var changes: [Int] = []
  package internal(set) var records: [RecordEffect] = []
  /// How many records more there were.
  package internal(set) var leftOff = 0

  package init() {}
}

extension Registry {
  /// From now on a transaction that writes leaves its trace in ``trace``.
  package func beginTrace() throws(RegistryError) {
    // Not within the transaction: a dry run would take the view back.
    try prepareHistory()
    trace = ChangeTrace()
  }

  /// Looks at what the open transaction wrote, where a trace is wanted.
  func traceChanges(_ numbers: ClosedRange<Int>) throws(RegistryError) {
    guard trace != nil else { return }
    var found = ChangeTrace()
    var isLeftOff = false
    var last: (table: String, key: String)?
    try storage { () throws(SQLiteError) in
      found.changes = try connection.column(
        """
        SELECT number FROM change WHERE number BETWEEN \(numbers.lowerBound)
          AND \(numbers.upperBound) ORDER BY number
        """, as: Int.self)
      // The fields of a record come one after the other, as the view makes them.
      var fields = try connection.statement(
        """
        SELECT table_name, record, kind, field, before, after FROM history_field
        WHERE change BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound)
        """)
      while try fields.step() {
        let table = try fields.row.get(0, as: String.self)
        let key = try fields.row.get(1, as: Value.self).plainText
        if last?.table != table || last?.key != key {
          last = (table, key)
          isLeftOff = found.records.count >= ChangeTrace.limit
          if isLeftOff {
            found.leftOff += 1
          } else {
            found.records.append(
              RecordEffect(table: table, key: key, kind: try fields.row.get(2), fields: []))
          }
        }
        guard !isLeftOff else { continue }
        found.records[found.records.count - 1].fields.append(
          RecordEffect.Field(
            name: try fields.row.get(3), before: try fields.row.get(4),
            after: try fields.row.get(5)))
      }
    }
    trace = found
  }

  /// The records that each change wrote: a SELECT of `change`, `table_name` and `record`.
  package func touchedRecords() throws(RegistryError) -> SQL {
    let tables = try tables()
    return tables.map { table -> SQL in
      let key = table.key.map { SQL(name: $0, of: "h") }.joined(separator: " || '/' || ")
      return """
        SELECT h.change AS change, \(table.name) AS table_name, \(raw: key) AS record
        FROM \(name: table.shadow) AS h
        """
    }.joined(separator: "\nUNION ALL\n")
  }
}

extension Value {
  /// The value as words, for a key that is a number in one table and text in another.
  fileprivate var plainText: String {
    switch self {
    case .null, .blob: ""
    case .integer(let integer): "\(integer)"
    case .real(let real): "\(real)"
    case .text(let text): text
    }
  }
}
