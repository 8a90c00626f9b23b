import SQLite

/// Which columns of a table or view hold anything here, as far as a short look tells.
package struct ColumnFilling: Equatable, Sendable {
  /// Whether there is a row.
  package let hasRows: Bool
  /// Columns that no row has a value in.
  package let empty: [String]
  /// Columns that some row has a value in; of the others nobody knows.
  package let filled: [String]
}

extension Registry {
  /// Looks for a value in each column of a table or view.
  ///
  /// The first rows tell most; for each column that is left one row is looked for, and after so
  /// many steps in all no more.
  ///
  /// - Returns: `nil` where that says nothing: nothing is recorded yet, or the table or view is
  ///   somebody else's, and its text is not run.
  package func filling(
    of name: String, columns: [String]
  ) throws(RegistryError) -> ColumnFilling? {
    guard !isForeign, !isInSandbox, !columns.isEmpty,
      try value("SELECT EXISTS (SELECT 1 FROM posting)", as: Bool.self) == true
    else { return nil }
    // 20 million operations in all: less than a second.
    var left = 2_000
    stop(when: {
      left -= 1
      return left < 0
    })
    defer { stop(when: { false }) }
    guard try isTrue("SELECT EXISTS (SELECT 1 FROM \(name: name))") ?? true else {
      return ColumnFilling(hasRows: false, empty: [], filled: [])
    }
    var filled = try filledInFirstRows(of: name, columns)
    var empty: [String] = []
    for column in columns where !filled.contains(column) {
      switch try isTrue(
        "SELECT EXISTS (SELECT 1 FROM \(name: name) WHERE \(name: column) IS NOT NULL)")
      {
      case true?: filled.insert(column)
      case false?: empty.append(column)
      case nil: break
      }
    }
    return ColumnFilling(
      hasRows: true, empty: empty, filled: columns.filter { filled.contains($0) })
  }

  private func filledInFirstRows(
    of name: String, _ columns: [String]
  ) throws(RegistryError) -> Set<String> {
    let looks = columns.map { "max(\(name: $0) IS NOT NULL)" as SQL }.joined(separator: ", ")
    let found = try unlessStopped { () throws(SQLiteError) in
      try connection.first(
        "SELECT \(raw: looks) FROM (SELECT * FROM \(name: name) LIMIT 200)"
      ) { (row) throws(SQLiteError) in
        var filled: Set<String> = []
        for (place, column) in columns.enumerated() {
          if try row.get(place, as: Bool?.self) == true { filled.insert(column) }
        }
        return filled
      }
    }
    return (found ?? nil) ?? []
  }

  private func isTrue(_ sql: SQL) throws(RegistryError) -> Bool? {
    try unlessStopped { () throws(SQLiteError) in try connection.value(sql, as: Bool.self) } ?? nil
  }

  /// - Returns: `nil` where it was stopped: it would have taken too long.
  private func unlessStopped<T>(
    _ body: () throws(SQLiteError) -> T
  ) throws(RegistryError) -> T? {
    do { return try body() } catch {
      guard error.code == .interrupted else { throw refusal(for: error) }
      return nil
    }
  }
}
