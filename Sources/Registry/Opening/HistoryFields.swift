package import SQLite
import Schema

/// What a change set, field by field, as SQL: made from the tables, as their shadows are.
enum HistoryFields {
  /// One row a field that a change set, in the whole history.
  ///
  /// A temporary view, made where it is asked for: in the file it would cost every program that
  /// opens it 3 ms.
  static func fieldView(_ tables: [TrackedTable]) -> SQL {
    "CREATE TEMP VIEW history_field AS\n"
      + tables.map(fieldsOfEachVersion).joined(separator: "\nUNION ALL\n")
  }

  /// Each version compared with the one before it.
  private static func fieldsOfEachVersion(of table: TrackedTable) -> SQL {
    fields(
      of: table, key: "h", change: "h.change",
      from: """
        \(name: table.shadow) AS h
        LEFT JOIN \(name: table.shadow) AS p
          ON \(raw: table.sameRecord("p", "h"))
          AND \(raw: table.isLast("p", of: "h", where: "n.change < h.change"))
        """)
  }

  /// The last version up to one change compared with the last up to another, as a SELECT of the
  /// columns of `history_field`.
  static func differences(from first: Int, to last: Int, in table: TrackedTable) -> SQL {
    func version(_ row: String, until change: Int) -> SQL {
      """
      LEFT JOIN \(name: table.shadow) AS \(name: row) ON \(raw: table.sameRecord(row, "k"))
        AND \(raw: table.isLast(row, of: "k", where: "n.change <= \(carried: change)"))
      """
    }
    return fields(
      of: table, key: "k", change: "\(carried: last)",
      from: """
        (
          SELECT DISTINCT \(names: table.key) FROM \(name: table.shadow)
          WHERE change > \(carried: min(first, last)) AND change <= \(carried: max(first, last))
        ) AS k
        \(raw: version("p", until: first))
        \(raw: version("h", until: last))
        """)
  }

  // p is the row before, h the row after; either may be missing or gone.
  private static func fields(
    of table: TrackedTable, key: String, change: SQL, from source: SQL
  ) -> SQL {
    """
    SELECT * FROM (
      SELECT
        \(raw: change) AS change, \(text: table.name) AS table_name,
        \(name: table.key[0], of: key) AS subject, \(raw: table.record(of: key)) AS record,
        iif(p.gone IS NOT 0, 'added', iif(h.gone IS NOT 0, 'removed', 'edited')) AS kind,
        f.column2 AS field,
        \(raw: value(of: "p", table)) AS before,
        \(raw: value(of: "h", table)) AS after
      FROM \(raw: source)
      JOIN (VALUES \(raw: numberedFields(of: table))) AS f
    ) WHERE before IS NOT after
    """
  }

  // Fields as rows: json_each would do it shorter, but SQLite lets no view of an untrusted file
  // call a JSON function. A version that says that a record is gone has nothing but its key.
  private static func value(of row: String, _ table: TrackedTable) -> SQL {
    let cases = table.telling.enumerated().map {
      "WHEN \(carried: $0) THEN \(name: $1, of: row)" as SQL
    }
    return """
      iif(
        \(name: row).gone = 0, CASE f.column1 \(raw: cases.joined(separator: " ")) END, NULL
      )
      """
  }

  private static func numberedFields(of table: TrackedTable) -> SQL {
    table.telling.enumerated().map { "(\(carried: $0), \(text: $1))" as SQL }
      .joined(separator: ", ")
  }
}

extension Registry {
  /// Makes `history_field` ready to be asked.
  package func prepareHistory() throws(RegistryError) {
    guard !hasFieldView else { return }
    let view = HistoryFields.fieldView(try tables())
    try run(view)
    hasFieldView = true
  }

  /// What is different between two changes: a SELECT of the columns of `history_field`.
  package func differences(from first: Int, to last: Int) throws(RegistryError) -> SQL {
    try tables().map { HistoryFields.differences(from: first, to: last, in: $0) }
      .joined(separator: "\nUNION ALL\n")
  }

  /// `page_date(date)` for the questions of this connection: ``PageDate`` in that language.
  package func addPageDates(in language: Language) throws(RegistryError) {
    do {
      try connection.addFunction("page_date", argumentCount: 1) { arguments in
        guard arguments[0].storageClass == .text else { return arguments[0].copy }
        return .text(PageDate.words(arguments[0].text, in: language))
      }
    } catch { throw refusal(for: error) }
  }
}
