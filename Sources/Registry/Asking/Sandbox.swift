import SQLite

extension Registry {
  /// Closes the connection for questions that somebody else wrote: from now on it reads this file
  /// and nothing else, within limits.
  ///
  /// It cannot be opened again.
  ///
  /// Eight walls, because each alone was seen to leak: the connection is read-only by its flag;
  /// it is defensive and trusts no schema; `query_only` is on; an authorizer allows a known list
  /// and denies the rest; a statement must call itself read-only; single values are bounded;
  /// sorting stays in bounded memory; a clock ends what has no end.
  func enterSandbox(_ limits: QueryLimits) throws(RegistryError) {
    let connection = self.connection
    isInSandbox = true
    try storage { () throws(SQLiteError) in
      try connection.run("PRAGMA query_only = ON")
      try connection.set(.triggers, false)
      try connection.set(.loadExtension, false)
    }
    for (limit, value) in Self.bounds { connection.set(limit, to: value) }
    Connection.setHeapLimit(bytes: limits.memory)
    let hidden = clocks.hidden
    guard !hidden.isEmpty else { return connection.setAuthorizer(Self.decide) }
    connection.setAuthorizer { action in
      Self.goesAround(hidden, action) ? .deny : Self.decide(action)
    }
  }

  /// Whether a statement, not a view that it asks, reads what the clock that is asked has put
  /// something in front of: `main.posting` is the present, whatever day is asked.
  static func goesAround(_ hidden: Set<String>, _ action: Action) -> Bool {
    action.code == .read && action.database == "main" && action.source == nil
      && hidden.contains(action.first?.lowercased() ?? "")
  }

  // The length bounds what one function can build; the clock is only looked at between
  // operations, never inside one.
  static let bounds: [(Limit, Int)] = [
    (.length, 16 << 20), (.attached, 0), (.sqlLength, 1_000_000), (.likePatternLength, 200),
    (.variableNumber, 999), (.expressionDepth, 200), (.compoundSelect, 100),
  ]

  static func decide(_ action: Action) -> Decision {
    switch action.code {
    case .select, .read, .recursive: .allow
    case .function:
      functionNames.contains(action.second?.lowercased() ?? "") ? .allow : .deny
    case .pragma:
      allowsPragma(action.first?.lowercased() ?? "", argument: action.second) ? .allow : .deny
    // SQLite asks this while it declares a table-valued function such as json_each. A real
    // update of the schema is refused all the same.
    case .update:
      action.first == "sqlite_master" && action.database == "main" ? .allow : .deny
    default: .deny
    }
  }

  private static func allowsPragma(_ name: String, argument: String?) -> Bool {
    if introspection.contains(name) { return true }
    return readableSettings.contains(name) && argument == nil
  }

  private static let introspection: Set<String> = [
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo",
    "foreign_key_list", "function_list", "collation_list", "database_list", "compile_options",
    // FTS5 asks for it.
    "data_version",
  ]

  private static let readableSettings: Set<String> = ["user_version", "application_id", "encoding"]

  /// The functions that a question may use, SQLite's own and those of the program.
  package static let functionNames: Set<String> = Set(
    SQLFunction.all.map { $0.name } + BuiltInFunctions.all.flatMap { $0.names })
}
