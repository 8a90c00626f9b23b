import SQLite
import Schema

/// Records that lead back to themselves: a mission under its own branch, a decision that replaces
/// the one it is replaced by.
///
/// Looked at when a change is whole and not row by row: what `undo`, a merge or a package puts
/// in comes in any order, and may pass through a circle on its way.
struct ReferenceCircle {
  let table: String
  let column: String
  let record: String
  let next: String
  /// Else the chain is too long to be followed.
  let isClosed: Bool

  /// A chain of more records than this is refused like a circle: no archive has it, and a walk has
  /// to end.
  static let longestChain = 1_000

  /// A circle that changes left, if there is one.
  ///
  /// Of the table of successions of states none: they come out of one another and fall apart again.
  ///
  /// - Parameter tables: those that the changes wrote.
  static func first(
    by changes: ClosedRange<Int>, _ connection: Connection, _ tables: [TrackedTable]
  ) throws(SQLiteError) -> ReferenceCircle? {
    for table in tables {
      for reference in table.references where reference.parent == table.name {
        let column = reference.pairs[0].from
        let found = try connection.first(query(table, column, changes)) {
          (row) throws(SQLiteError) in
          ReferenceCircle(
            table: table.name, column: column, record: try row.get(0), next: try row.get(1),
            isClosed: try row.get(2))
        }
        if let found { return found }
      }
    }
    return nil
  }

  private static func query(
    _ table: TrackedTable, _ column: String, _ changes: ClosedRange<Int>
  ) -> SQL {
    """
    SELECT record, next, is_closed
    FROM (
      SELECT c.key AS record, \(name: column, of: "c") AS next, (
          WITH RECURSIVE chain (key, length) AS (
            SELECT \(name: column, of: "c"), 1
            UNION ALL
            SELECT \(name: column, of: "n"), length + 1
            FROM chain JOIN \(name: table.name) AS n ON n.key = chain.key
            WHERE \(name: column, of: "n") IS NOT NULL AND chain.key <> c.key
              AND length < \(carried: longestChain)
          )
          SELECT key = c.key FROM chain WHERE key = c.key OR length >= \(carried: longestChain)
        ) AS is_closed
      FROM \(name: table.shadow) AS h JOIN \(name: table.name) AS c ON c.key = h.key
      WHERE h.change BETWEEN \(changes.lowerBound) AND \(changes.upperBound) AND \(name: column, of: "c") IS NOT NULL
    )
    WHERE is_closed IS NOT NULL
    LIMIT 1
    """
  }

  var refusal: RegistryError {
    let noun = RecordKind.noun(ofTable: table)
    let label = (RecordKind.of(table: table)?.label(of: column) ?? Labels.of(column)).lowercased
    guard isClosed else {
      let limit = Self.longestChain
      return RegistryError(
        .rule,
        Sentence(
          "The \(noun.english) \(record) leads through more than \(limit) others by its \(column).",
          vi:
            "\(noun.vietnamese) \(record) dẫn qua hơn \(limit) bản ghi khác theo mục \(label.vietnamese)."
        ),
        hint: Sentence("Nothing was changed.", vi: "Chưa có gì thay đổi."))
    }
    return RegistryError(
      .rule,
      Sentence(
        "The \(noun.english) \(record) leads back to itself by its \(column), \(next).",
        vi:
          "\(noun.vietnamese) \(record) dẫn ngược về chính nó qua mục \(label.vietnamese), \(next)."
      ),
      hint: Sentence(
        "Nothing was changed. Leave one of them without \(column).",
        vi: "Chưa có gì thay đổi. Hãy để trống mục đó ở một bản ghi."))
  }
}
