import SQLite

extension Connection {
  /// How many records of which tables a change added, edited and removed.
  func effects(of change: Int) throws(SQLiteError) -> [TableEffect] {
    var effects: [TableEffect] = []
    for table in try TrackedTable.all(in: self) {
      let counts = try first(
        SQL(
          unchecked: """
            SELECT
              count(*) FILTER (WHERE NOT h.gone AND coalesce(p.gone, 1)),
              count(*) FILTER (WHERE NOT h.gone AND p.gone = 0),
              count(*) FILTER (WHERE h.gone)
            FROM \(table.shadow) AS h
            LEFT JOIN \(table.shadow) AS p ON \(table.sameRecord("p", "h")) AND p.change = (
              SELECT max(n.change) FROM \(table.shadow) AS n
              WHERE \(table.sameRecord("n", "h")) AND n.change < h.change
            )
            WHERE h.change = \(change)
            """)
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
      let sql = "SELECT count(*) FROM \(table.shadow) WHERE change = \(change)"
      count += try value(SQL(unchecked: sql), as: Int.self) ?? 0
    }
    return count
  }
}
