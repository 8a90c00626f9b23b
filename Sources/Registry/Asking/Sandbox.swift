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

  static let functionNames: Set<String> = Set(
    """
    abs avg bm25 ceil ceiling changes char coalesce count cume_dist current_date current_time \
    current_timestamp date datetime degrees dense_rank exp first_value floor format glob \
    group_concat hex highlight ifnull iif instr json json_array json_array_length json_each \
    json_extract json_group_array json_group_object json_insert json_object json_patch json_quote \
    json_remove json_replace json_set json_tree json_type json_valid julianday lag last_value lead \
    length like likelihood likely ln log log10 log2 lower ltrim match max min mod name_fold \
    name_key nth_value ntile nullif percent_rank pi pow power printf quote radians random \
    randomblob rank replace round row_number rtrim sign sin cos tan snippet sqlite_version sqrt \
    strftime substr substring sum time total trim trunc typeof unicode unixepoch unlikely upper \
    zeroblob -> ->>
    """.split(separator: " ").map(String.init))
}
