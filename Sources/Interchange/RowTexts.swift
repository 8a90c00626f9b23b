package import Files
package import Registry
package import SQLite

extension Registry {
  /// Lends every row of a question as texts, `nil` where a column is NULL.
  package func eachRow(
    _ sql: SQL, _ body: ([String?]) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    var statement = try statement(sql)
    let columns = statement.columnCount
    try statement.forEach { (row) throws(RegistryError) in
      var texts: [String?] = []
      for index in 0..<columns {
        texts.append(row.isNull(at: index) ? nil : row.text(at: index))
      }
      try body(texts)
    } orThrow: {
      refusal(for: $0)
    }
  }

  /// Lends every row of a question, as long as somebody takes what is made of them.
  package func eachRow(
    _ sql: SQL, writingTo sink: ByteSink, _ body: (borrowing Row) -> Void
  ) throws(RegistryError) {
    var statement = try statement(sql)
    do {
      while !sink.hasFailed, try statement.step() { body(statement.row) }
    } catch { throw refusal(for: error) }
  }
}
