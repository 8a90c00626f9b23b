import SQLite
import Schema

/// Which tables changes wrote: one question for all of them, for a change writes into few.
struct WrittenTables {
  private let connection: Connection
  private let tables: TrackedTables
  private let question: SQL

  init(_ connection: Connection, _ tables: TrackedTables) {
    self.connection = connection
    self.tables = tables
    var question: SQL = "SELECT "
    for (place, name) in tables.names.enumerated() {
      if place > 0 { question += ", " }
      let shadow = TrackedTable.shadow(of: name)
      question += "EXISTS (SELECT 1 FROM \(name: shadow) WHERE change BETWEEN ?1 AND ?2)"
    }
    self.question = question
  }

  /// In the order of names.
  func by(_ changes: ClosedRange<Int>) throws(SQLiteError) -> [TrackedTable] {
    let bounds = [changes.lowerBound, changes.upperBound].map(\.sqliteValue)
    let found = try connection.first(question.binding(bounds)) { (row) throws(SQLiteError) in
      var written: [TrackedTable] = []
      for place in tables.names.indices where try row.get(place, as: Bool.self) {
        written.append(tables[place])
      }
      return written
    }
    return found ?? []
  }
}
