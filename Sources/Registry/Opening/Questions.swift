package import SQLite

/// Asking the registry: what SQLite refuses comes as a sentence about this file.
extension Registry {
  /// The first column of the first row; `nil` where there is no row.
  package func value<T: ColumnDecodable>(
    _ sql: SQL, as type: T.Type = T.self
  ) throws(RegistryError) -> T? {
    try storage { () throws(SQLiteError) in try connection.value(sql, as: type) }
  }

  /// The first row, decoded; `nil` where there is none.
  package func first<T>(
    _ sql: SQL, as decode: (borrowing Row) throws(SQLiteError) -> T
  ) throws(RegistryError) -> T? {
    try storage { () throws(SQLiteError) in try connection.first(sql, as: decode) }
  }

  /// Every row, decoded.
  ///
  /// For results that are known to be small.
  package func all<T>(
    _ sql: SQL, as decode: (borrowing Row) throws(SQLiteError) -> T
  ) throws(RegistryError) -> [T] {
    try storage { () throws(SQLiteError) in try connection.all(sql, as: decode) }
  }

  /// The first column of every row.
  package func column<T: ColumnDecodable>(
    _ sql: SQL, as type: T.Type = T.self
  ) throws(RegistryError) -> [T] {
    try storage { () throws(SQLiteError) in try connection.column(sql, as: type) }
  }

  /// Runs one statement to its end; rows are passed over.
  package func run(_ sql: SQL) throws(RegistryError) {
    try storage { () throws(SQLiteError) in try connection.run(sql) }
  }

  /// A statement whose rows go one by one, from SQLite's own memory, to whoever writes them.
  ///
  /// What its steps throw, ``refusal(for:)`` puts into words.
  package func statement(_ sql: SQL) throws(RegistryError) -> Statement {
    try storage { () throws(SQLiteError) in try connection.statement(sql) }
  }

  /// Begins what can be taken back on its own within a change.
  package func savepoint() throws(RegistryError) -> Transaction {
    try storage { () throws(SQLiteError) in try connection.begin(.savepoint) }
  }
}

extension RegistryError {
  /// Runs `body`, which both SQLite and the registry may refuse.
  ///
  /// - Parameter explain: puts into words what SQLite said.
  static func telling<T: ~Copyable>(
    _ explain: (SQLiteError) -> RegistryError, _ body: () throws -> T
  ) throws(RegistryError) -> T {
    do { return try body() } catch let error as SQLiteError {
      throw explain(error)
    } catch let error as RegistryError {
      throw error
    } catch {
      throw RegistryError(.unforeseen, Sentence(same: "\(error)"))
    }
  }
}
