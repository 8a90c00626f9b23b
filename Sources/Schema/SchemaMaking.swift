package import SQLite

/// How migrations become a schema: the tables as they say, then the shadows and triggers that
/// follow from the tables.
package enum SchemaMaking {
  /// Runs migrations inside a transaction of the caller's.
  ///
  /// What they write is one change.
  ///
  /// - Parameters:
  ///   - open: opens that change; called once, as soon as there is a table of changes.
  ///   - record: is told of each that has run.
  package static func run(
    _ migrations: [Migration], in connection: Connection,
    open: () throws(SQLiteError) -> Void,
    record: (Migration) throws(SQLiteError) -> Void = { _ in }
  ) throws(SQLiteError) {
    var isOpen = false
    func openOnce() throws(SQLiteError) {
      if isOpen { return }
      guard try hasChanges(connection) else { return }
      try open()
      isOpen = true
    }
    for migration in migrations {
      try openOnce()
      try connection.execute(script: migration.sql)
      // The first one makes what a change is written into.
      try openOnce()
      try record(migration)
    }
    try HistorySchema.refresh(connection)
  }

  private static func hasChanges(_ connection: Connection) throws(SQLiteError) -> Bool {
    try connection.value(
      "SELECT 1 FROM sqlite_schema WHERE name = 'open_change'", as: Int.self) != nil
  }
}
