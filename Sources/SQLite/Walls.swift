import CSQLite

/// What the statements of a connection may do, whatever a file's schema makes of them.
///
/// They stand before the first statement, for already the first one reads the schema, and a file
/// may come from anybody.
package enum Walls: Sendable {
  /// None: for files that this process has just made, and for tests.
  case none
  /// Asks; makes temporary views and tables beside.
  case reading
  /// Also writes rows.
  case writing
  /// Also changes the schema.
  case schema

  private typealias Code = Action.Code

  /// Allowed without a closer look, one bit a code: the compiler of statements asks for hundreds
  /// of columns, and each word costs.
  var allowed: UInt64 {
    let asking = [
      Code.read, .select, .transaction, .savepoint, .recursive, .createTemporaryIndex,
      .createTemporaryTable, .createTemporaryView, .dropTemporaryIndex, .dropTemporaryTable,
      .dropTemporaryView,
    ]
    let writing = [Code.insert, .update, .delete]
    let schema = [
      Code.createIndex, .createTable, .createTrigger, .createView, .dropIndex, .dropTable,
      .dropTrigger, .dropView, .alterTable, .reindex, .analyze, .createVirtualTable,
      .dropVirtualTable,
    ]
    let codes: [Code] =
      switch self {
      case .none: Array(Code.all)
      case .reading: asking
      case .writing: asking + writing
      case .schema: asking + writing + schema
      }
    return codes.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  /// The closer look.
  func decide(_ action: Action) -> Decision {
    switch action.code {
    case .function:
      Self.unsafeFunctions.contains(action.second?.lowercased() ?? "") ? .deny : .allow
    case .pragma:
      Self.pragmas.contains(action.first?.lowercased() ?? "") ? .allow : .deny
    // SQLite asks for it while it declares a table-valued function; a real update of the schema is
    // refused by the connection's defensive flag.
    case .update where action.first == "sqlite_master": .allow
    // The full-text index over the names of the past is a temporary one.
    default: action.database == "temp" ? .allow : .deny
    }
  }

  /// They load programs, or give away addresses.
  private static let unsafeFunctions: Set<String> = ["load_extension", "fts3_tokenizer"]

  /// Settings of the connection, and what describes the file.
  ///
  /// Not among them: what opens the schema to writing, and what moves the file's data elsewhere.
  private static let pragmas: Set<String> = [
    "application_id", "cache_size", "collation_list", "compile_options", "data_version",
    "database_list", "encoding", "foreign_key_check", "foreign_key_list", "foreign_keys",
    "function_list",
    "ignore_check_constraints", "index_info", "index_list", "index_xinfo", "integrity_check",
    "journal_mode", "locking_mode", "page_count", "page_size", "query_only", "quick_check",
    "schema_version", "synchronous", "table_info", "table_list", "table_xinfo", "temp_store",
    "user_version", "wal_checkpoint",
  ]
}

extension Connection {
  /// Raises the walls, before any statement.
  func raise(_ walls: Walls) throws(SQLiteError) {
    self.walls = walls
    guard walls != .none else { return }
    // What VACUUM and ATTACH need: other files.
    set(.attached, to: 0)
    // Beyond what anybody may enter, and far below what hurts.
    set(.length, to: 64 << 20)
    set(.triggerDepth, to: 100)
    try set(.defensive, true)
    try set(.loadExtension, false)
    try set(.doubleQuotedStringsInDML, false)
    try set(.doubleQuotedStringsInDDL, false)
    try set(.trustedSchema, walls != .reading)
    setAuthorizer(nil)
  }

  /// Lets statements do more or less from now on.
  package func change(to walls: Walls) {
    self.walls = walls
    setAuthorizer(nil)
  }
}
