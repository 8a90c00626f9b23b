import SQLite
import Schema

/// A record that refers to what is not there, after records were put in out of order.
struct BrokenReference {
  let table: String
  let record: String
  let parent: String
  let missing: String
  /// The change that is to blame: it removed the other record later, or added this one later.
  let change: Int

  /// Those that a change left, by what it put in or took out.
  static func all(
    by change: Int, _ connection: Connection, _ tables: [TrackedTable]
  ) throws(SQLiteError) -> [BrokenReference] {
    try all(by: change...change, connection, tables)
  }

  /// Those that changes left, a hundred of one reference at the most.
  ///
  /// - Parameter touched: the tables that the changes wrote; `nil` where nobody knows.
  static func all(
    by changes: ClosedRange<Int>, touching touched: Set<String>? = nil, _ connection: Connection,
    _ tables: [TrackedTable]
  ) throws(SQLiteError) -> [BrokenReference] {
    var broken: [BrokenReference] = []
    for child in tables {
      for reference in child.references {
        guard let parent = tables.first(where: { $0.name == reference.parent }) else { continue }
        let search = Search(child: child, parent: parent, reference: reference, changes: changes)
        var questions: [SQL] = []
        if touched?.contains(child.name) ?? true { questions.append(search.lonely) }
        if touched?.contains(parent.name) ?? true { questions.append(search.left) }
        for question in questions {
          broken += try connection.all(question) { (row) throws(SQLiteError) in
            BrokenReference(
              table: child.name, record: try row.get(0), parent: parent.name,
              missing: try row.get(1), change: try row.get(2))
          }
        }
      }
    }
    return broken
  }

  /// The two ways in which a reference can have come to lead nowhere.
  private struct Search {
    let child: TrackedTable
    let parent: TrackedTable
    let reference: TrackedTable.Reference
    let changes: ClosedRange<Int>

    private func refers(_ from: String, _ to: String) -> SQL {
      reference.pairs.map { "\(name: $0.to, of: to) = \(name: $0.from, of: from)" as SQL }
        .joined(separator: " AND ")
    }

    private func same(_ left: String, _ right: String) -> SQL {
      reference.pairs.map { "\(name: $0.to, of: left) = \(name: $0.to, of: right)" as SQL }
        .joined(separator: " AND ")
    }

    /// What was put in refers to what somebody took out.
    var lonely: SQL {
      // A version that says that a record is gone holds its key only.
      let byKey = reference.pairs.filter { parent.key.contains($0.to) }
        .map { "\(name: $0.to, of: "l") = \(name: $0.from, of: "c")" as SQL }
        .joined(separator: " AND ")
      let isGiven = reference.pairs.map { "\(name: $0.from, of: "c") IS NOT NULL" as SQL }
        .joined(separator: " AND ")
      return """
        SELECT DISTINCT \(raw: child.record(of: "c")), \(name: reference.pairs[0].from, of: "c"),
          coalesce((SELECT max(l.change) FROM \(name: parent.shadow) AS l WHERE \(raw: byKey)), 0)
        FROM \(name: child.shadow) AS h
        JOIN \(name: child.name) AS c ON \(raw: child.sameRecord("c", "h"))
        WHERE h.change BETWEEN \(changes.lowerBound) AND \(changes.upperBound)
          AND h.gone = 0 AND \(raw: isGiven)
          AND NOT EXISTS (SELECT 1 FROM \(name: parent.name) AS p WHERE \(raw: refers("c", "p")))
        LIMIT 100
        """
    }

    /// What was taken out is referred to by what somebody put in.
    var left: SQL {
      """
      SELECT DISTINCT \(raw: child.record(of: "c")), \(name: reference.pairs[0].to, of: "p"),
        coalesce((
          SELECT max(l.change) FROM \(name: child.shadow) AS l
          WHERE \(raw: child.sameRecord("l", "c"))
        ), 0)
      FROM \(name: parent.shadow) AS h
      JOIN \(name: parent.shadow) AS p ON \(raw: parent.sameRecord("p", "h"))
        AND p.gone = 0 AND p.change = (
          SELECT max(n.change) FROM \(name: parent.shadow) AS n
          WHERE \(raw: parent.sameRecord("n", "h")) AND n.change < h.change
        )
      JOIN \(name: child.name) AS c ON \(raw: refers("c", "p"))
      WHERE h.change BETWEEN \(changes.lowerBound) AND \(changes.upperBound)
        AND NOT EXISTS (SELECT 1 FROM \(name: parent.name) AS q WHERE \(raw: same("q", "p")))
      LIMIT 100
      """
    }
  }
}
