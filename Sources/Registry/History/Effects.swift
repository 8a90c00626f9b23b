import SQLite

extension Connection {
  /// How many records of which tables a change added, edited and removed.
  func effects(
    of change: Int, _ tables: [TrackedTable]
  ) throws(SQLiteError) -> [TableEffect] {
    var effects: [TableEffect] = []
    for table in tables {
      let counts = try first(
        """
        SELECT
          count(*) FILTER (WHERE NOT h.gone AND coalesce(p.gone, 1)),
          count(*) FILTER (WHERE NOT h.gone AND p.gone = 0),
          count(*) FILTER (WHERE h.gone)
        FROM \(name: table.shadow) AS h
        LEFT JOIN \(name: table.shadow) AS p ON \(raw: table.sameRecord("p", "h"))
          AND \(raw: table.isLast("p", of: "h", where: "n.change < h.change"))
        WHERE h.change = \(change)
        """
      ) { (row) throws(SQLiteError) in
        TableEffect(
          table: table.name, added: try row.get(0), edited: try row.get(1),
          removed: try row.get(2))
      }
      if let counts, counts != TableEffect(table: table.name) { effects.append(counts) }
    }
    return effects
  }

  /// How many records a change wrote.
  func versionCount(of change: Int, _ tables: [TrackedTable]) throws(SQLiteError) -> Int {
    var count = 0
    for table in tables {
      count +=
        try value(
          "SELECT count(*) FROM \(name: table.shadow) WHERE change = \(change)", as: Int.self) ?? 0
    }
    return count
  }
}
