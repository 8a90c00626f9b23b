import SQLite
import Schema

extension TrackedTable {
  /// Joins to each version `h` the one before it, as `p`.
  var versionBefore: SQL {
    """
    LEFT JOIN \(name: shadow) AS p ON \(raw: sameRecord("p", "h"))
      AND \(raw: isLast("p", of: "h", where: "n.change < h.change"))
    """
  }
}

extension Connection {
  /// How many records of which tables a change added, edited and removed.
  func effects(
    of change: Int, _ tables: [TrackedTable]
  ) throws(SQLiteError) -> [TableEffect] {
    var effects: [TableEffect] = []
    for (place, _) in try touched(by: change...change, among: tables)[change] ?? [] {
      let table = tables[place]
      let counts = try first(
        """
        SELECT
          count(*) FILTER (WHERE NOT h.gone AND coalesce(p.gone, 1)),
          count(*) FILTER (WHERE NOT h.gone AND p.gone = 0),
          count(*) FILTER (WHERE h.gone)
        FROM \(name: table.shadow) AS h
        \(raw: table.versionBefore)
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

  /// Which tables each change of a range wrote, by their places in `tables`, and how many versions:
  /// one question a table, however many changes there are.
  ///
  /// Ask for so many changes at once as may lie in memory.
  func touched(
    by changes: ClosedRange<Int>, among tables: [TrackedTable]
  ) throws(SQLiteError) -> [Int: [(table: Int, versions: Int)]] {
    var touched: [Int: [(table: Int, versions: Int)]] = [:]
    for (place, table) in tables.enumerated() {
      var counts = try statement(
        """
        SELECT change, count(*) FROM \(name: table.shadow)
        WHERE change BETWEEN \(changes.lowerBound) AND \(changes.upperBound) GROUP BY change
        """)
      while try counts.step() {
        touched[try counts.row.get(0, as: Int.self), default: []]
          .append((place, try counts.row.get(1)))
      }
    }
    return touched
  }

  /// How many records a change wrote.
  func versionCount(of change: Int, _ tables: [TrackedTable]) throws(SQLiteError) -> Int {
    try versionCount(by: change...change, tables)
  }

  /// How many records changes wrote, one that two of them wrote counted twice.
  func versionCount(
    by changes: ClosedRange<Int>, _ tables: [TrackedTable]
  ) throws(SQLiteError) -> Int {
    var count = 0
    for table in tables {
      count +=
        try value(
          """
          SELECT count(*) FROM \(name: table.shadow)
          WHERE change BETWEEN \(changes.lowerBound) AND \(changes.upperBound)
          """, as: Int.self) ?? 0
    }
    return count
  }
}
