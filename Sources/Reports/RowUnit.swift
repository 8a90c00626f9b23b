import SQLite

/// What one row of a report is told of, the coarsest first.
package enum RowUnit: String, CaseIterable, Sendable {
  case person
  case posting
  case accreditation

  private var depth: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  func isCoarser(than other: Self) -> Bool { depth < other.depth }
}

extension Report {
  /// Makes one row of those that are told of one person or posting.
  mutating func gather(per unit: RowUnit) {
    for place in sections.indices { sections[place].gather(per: unit) }
  }
}

extension ReportSection {
  /// Leaves a part as it is whose rows are told of nothing finer.
  fileprivate mutating func gather(per wanted: RowUnit) {
    guard let unit, wanted.isCoarser(than: unit), following.isEmpty,
      columns.contains(where: { $0.name == wanted.rawValue })
    else { return }
    let names = columns.map(\.name)
    let values = columns.map { column -> SQL in
      column.name == "number"
        ? "row_number() OVER (ORDER BY min(row_place))" : Self.joined(SQL(name: column.name))
    }
    // Rows of nobody stay by themselves.
    sql = """
      WITH line(\(names: names)) AS (\(raw: sql))
      SELECT \(raw: values.joined(separator: ", "))
      FROM (
        SELECT
          *,
          coalesce(CAST(\(name: wanted.rawValue) AS TEXT), row_place) AS row_unit
        FROM (SELECT *, row_number() OVER () AS row_place FROM line)
        ORDER BY row_place
      )
      GROUP BY row_unit
      ORDER BY min(row_place)
      """
  }

  /// What a column has in the rows that become one: the one value that all have, else those of all in
  /// the order of the rows, with a dash for none, so that the third of one column belongs to the third
  /// of another.
  private static func joined(_ column: SQL) -> SQL {
    """
    CASE
      WHEN count(DISTINCT \(raw: column)) < 2 AND count(\(raw: column)) IN (0, count(*))
        THEN max(\(raw: column))
      ELSE group_concat(coalesce(\(raw: column), '–'), '; ')
    END
    """
  }
}
