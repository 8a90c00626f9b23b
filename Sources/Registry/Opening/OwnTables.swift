import Schema

extension TrackedTable {
  /// The tables that only the program writes: what it brings into every registry, its own books,
  /// and what follows from other tables.
  ///
  /// The one list: what comes from a bundle, a data package or a person's SQL is asked against it.
  static let own: Set<String> = [
    "migration", "schema_comment", "finding_kind", "change", "open_change", "sealed_head",
    "searchable_name", "name_index", "service", "merge_settlement",
  ]

  /// Whether only the program writes a table, shadows and SQLite's own among them.
  ///
  /// - Parameter name: in any case: to SQLite they are one.
  static func isOwn(_ name: String) -> Bool {
    let name = name.lowercased()
    return own.contains(name) || name.hasPrefix("sqlite_") || name.hasPrefix("name_index_")
      || name.hasSuffix("_history") || SchemaEntry.replicationTables.contains(name)
  }
}
