package import SQLite

/// The shadows of the tables and the triggers that fill them, as SQL: made from the tables
/// themselves, so that a migration that adds a table or a column cannot forget them.
enum HistorySchema {
  /// Questions to the past go these ways; a key needs no index.
  private static let ways: [String: [[String]]] = [
    "accreditation": [["mission", "began_earliest"], ["posting"]],
    "posting": [["term"], ["person"]],
  ]

  /// Makes what is missing and makes the triggers and views anew.
  ///
  /// Rows that no version tells of yet get one, in the open change.
  static func refresh(_ connection: Connection) throws(SQLiteError) {
    let tables = try TrackedTable.all(in: connection)
    for table in tables { try comment(on: table, connection) }
    for table in tables {
      for trigger in triggerNames(of: table) {
        try connection.execute(script: "DROP TRIGGER IF EXISTS \(trigger)")
      }
      let known = try connection.column(
        "SELECT name FROM pragma_table_xinfo(\(table.shadow))", as: String.self)
      if known.isEmpty {
        try connection.execute(script: shadow(of: table))
        try connection.execute(script: baseline(of: table))
      } else {
        let added = table.columns.filter { !known.contains($0.name) }
        for column in added {
          try connection.execute(
            script: "ALTER TABLE \(table.shadow) ADD COLUMN \(definition(of: column))")
        }
        try connection.execute(script: filled(added, of: table))
      }
      for script in triggers(of: table) { try connection.execute(script: script) }
    }
  }

  // MARK: Shadows

  private static func definition(of column: TrackedTable.Column) -> String {
    let head = "\(column.name) \(column.type)"
    return column.expression.map { "\(head) AS \($0)" } ?? head
  }

  private static func shadow(of table: TrackedTable) -> String {
    let columns = table.columns.map { "  " + definition(of: $0) }.joined(separator: ",\n")
    let indexes = (ways[table.name] ?? []).map { columns in
      """
      CREATE INDEX \(table.shadow)_by_\(columns[0])
      ON \(table.shadow) (\(columns.joined(separator: ", ")));
      """
    }
    return """
      CREATE TABLE \(table.shadow) (
        change INTEGER NOT NULL,
        gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
      \(columns),
        PRIMARY KEY (\(table.list(table.key, of: "")), change)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX \(table.shadow)_by_change ON \(table.shadow) (change);

      """ + indexes.joined(separator: "\n")
  }

  /// What the columns of a version mean beyond those of its table.
  private static func comment(
    on table: TrackedTable, _ connection: Connection
  ) throws(SQLiteError) {
    try connection.run(
      """
      INSERT OR IGNORE INTO schema_comment (object_name, column_name, about_en, about_vi) VALUES
        (
          \(table.shadow), '', \("Every version of every row of \(table.name)"),
          \("Mọi phiên bản của từng dòng trong \(table.name)")
        ),
        (
          \(table.shadow), 'change', 'Number of the change that made this version',
          'Số của lần thay đổi tạo ra phiên bản này'
        ),
        (
          \(table.shadow), 'gone', '1 where the change removed the row; then only the key is given',
          '1 nếu lần thay đổi đã xóa dòng này; khi đó chỉ có khóa'
        )
      """)
  }

  private static func baseline(of table: TrackedTable) -> String {
    let columns = table.list(table.stored, of: "")
    return """
      INSERT INTO \(table.shadow) (change, gone, \(columns))
      SELECT (SELECT number FROM open_change), 0, \(columns) FROM \(table.name)
      """
  }

  /// A new column may have a value in rows that are there: that is a new version of them.
  private static func filled(_ added: [TrackedTable.Column], of table: TrackedTable) -> String {
    let stored = added.filter { $0.expression == nil }.map(\.name)
    guard !stored.isEmpty else { return "" }
    let isFilled = stored.map { "t.\($0) IS NOT NULL" }.joined(separator: " OR ")
    let columns = table.list(table.stored, of: "")
    return """
      DELETE FROM \(table.shadow) AS h
      WHERE change = (SELECT number FROM open_change) AND EXISTS (
        SELECT 1 FROM \(table.name) AS t WHERE \(table.sameRecord("t", "h")) AND (\(isFilled))
      );
      INSERT INTO \(table.shadow) (change, gone, \(columns))
      SELECT (SELECT number FROM open_change), 0, \(table.list(table.stored, of: "t"))
      FROM \(table.name) AS t WHERE \(isFilled);
      """
  }

  // MARK: Triggers

  private static func triggerNames(of table: TrackedTable) -> [String] {
    ["insert", "update", "delete", "stays", "lasts", "is_true"].map { "\(table.shadow)_\($0)" }
  }

  private static let openChange = "(SELECT number FROM open_change)"

  // Every program that opens the file reads these first, so they are kept short: a version that
  // says that a record is gone holds its key only, and what must be refused is refused by the
  // shadow.
  private static func triggers(of table: TrackedTable) -> [String] {
    let names = triggerNames(of: table)
    let shadow = table.shadow
    func isRecord(_ row: String) -> String {
      table.key.map { "\($0) = \(row).\($0)" }.joined(separator: " AND ")
    }
    // DELETE and INSERT, for a conflict clause of the statement outside would rule one in here.
    let keep = """
        DELETE FROM \(shadow) WHERE \(isRecord("new")) AND change = \(openChange);
        INSERT INTO \(shadow) VALUES (\(openChange), 0, \(table.list(table.stored, of: "new")));
      """
    // Of a record that came and went in one change nothing is left to tell.
    func remove(_ condition: String) -> String {
      """
        DELETE FROM \(shadow) WHERE \(condition)\(isRecord("old")) AND change = \(openChange);
        INSERT INTO \(shadow) (change, gone, \(table.list(table.key, of: "")))
        SELECT \(openChange), 1, \(table.list(table.key, of: "old"))
        WHERE \(condition)EXISTS (SELECT 1 FROM \(shadow) WHERE \(isRecord("old")));
      """
    }
    let isRenamed =
      "(" + table.key.map { "old.\($0) <> new.\($0)" }.joined(separator: " OR ") + ") AND "
    return [
      """
      CREATE TRIGGER \(names[0]) AFTER INSERT ON \(table.name)
      BEGIN
      \(keep)
      END
      """,
      """
      CREATE TRIGGER \(names[1]) AFTER UPDATE ON \(table.name)
      WHEN (\(table.list(table.stored, of: "old")))
        IS NOT (\(table.list(table.stored, of: "new")))
      BEGIN
      \(remove(isRenamed))
      \(keep)
      END
      """,
      """
      CREATE TRIGGER \(names[2]) AFTER DELETE ON \(table.name)
      BEGIN
      \(remove(""))
      END
      """,
      """
      CREATE TRIGGER \(names[3]) BEFORE UPDATE ON \(shadow)
      BEGIN
        SELECT RAISE(ABORT, 'what was known is never changed');
      END
      """,
      """
      CREATE TRIGGER \(names[4]) BEFORE DELETE ON \(shadow)
      WHEN old.change IS NOT \(openChange)
      BEGIN
        SELECT RAISE(ABORT, 'what was known is never removed');
      END
      """,
      // Without an open change the sentence says what to run.
      """
      CREATE TRIGGER \(names[5]) BEFORE INSERT ON \(shadow)
      WHEN new.change IS NULL OR new.change IS NOT \(openChange)
      BEGIN
        SELECT RAISE(ABORT, 'no change is open: INSERT INTO change (made_at, author, action, program) VALUES (strftime(''%Y-%m-%dT%H:%M:%SZ''), ''who'', ''what'', ''with what''); then write; then DELETE FROM open_change')
        WHERE new.change IS NULL;
        SELECT RAISE(ABORT, 'what was known is never added to');
      END
      """,
    ]
  }

  // MARK: Fields

  /// One row a field that a change set, in the whole history.
  ///
  /// A temporary view, made where it is asked for: in the file it would cost every program that
  /// opens it 3 ms.
  static func fieldView(_ tables: [TrackedTable]) -> String {
    "CREATE TEMP VIEW history_field AS\n"
      + tables.map(fieldsOfEachVersion).joined(separator: "\nUNION ALL\n")
  }

  /// Each version compared with the one before it.
  private static func fieldsOfEachVersion(of table: TrackedTable) -> String {
    fields(
      of: table, key: "h", change: "h.change",
      from: """
        \(table.shadow) AS h
        LEFT JOIN \(table.shadow) AS p ON \(table.sameRecord("p", "h")) AND p.change = (
          SELECT max(n.change) FROM \(table.shadow) AS n
          WHERE \(table.sameRecord("n", "h")) AND n.change < h.change
        )
        """)
  }

  /// The last version up to one change compared with the last up to another, as a SELECT of the
  /// columns of `history_field`.
  static func differences(from first: Int, to last: Int, in table: TrackedTable) -> String {
    func version(_ row: String, until change: Int) -> String {
      """
      LEFT JOIN \(table.shadow) AS \(row) ON \(table.sameRecord(row, "k")) AND \(row).change = (
        SELECT max(n.change) FROM \(table.shadow) AS n
        WHERE \(table.sameRecord("n", "k")) AND n.change <= \(change)
      )
      """
    }
    return fields(
      of: table, key: "k", change: "\(last)",
      from: """
        (
          SELECT DISTINCT \(table.list(table.key, of: "")) FROM \(table.shadow)
          WHERE change > \(min(first, last)) AND change <= \(max(first, last))
        ) AS k
        \(version("p", until: first))
        \(version("h", until: last))
        """)
  }

  // p is the row before, h the row after; either may be missing or gone.
  private static func fields(
    of table: TrackedTable, key: String, change: String, from source: String
  ) -> String {
    """
    SELECT * FROM (
      SELECT
        \(change) AS change, '\(table.name)' AS table_name, \(key).\(table.key[0]) AS subject,
        \(table.record(of: key)) AS record,
        iif(p.gone IS NOT 0, 'added', iif(h.gone IS NOT 0, 'removed', 'edited')) AS kind,
        f.column2 AS field,
        \(value(of: "p", table)) AS before,
        \(value(of: "h", table)) AS after
      FROM \(source)
      JOIN (VALUES \(numberedFields(of: table))) AS f
    ) WHERE before IS NOT after
    """
  }

  // Fields as rows: json_each would do it shorter, but SQLite lets no view of an untrusted file
  // call a JSON function. A version that says that a record is gone has nothing but its key.
  private static func value(of row: String, _ table: TrackedTable) -> String {
    let cases = table.telling.enumerated().map { "WHEN \($0) THEN \(row).\($1)" }
    return "iif(\(row).gone = 0, CASE f.column1 \(cases.joined(separator: " ")) END, NULL)"
  }

  private static func numberedFields(of table: TrackedTable) -> String {
    table.telling.enumerated().map { "(\($0), '\($1)')" }.joined(separator: ", ")
  }
}

extension Registry {
  /// Makes `history_field` ready to be asked.
  package func prepareHistory() throws(RegistryError) {
    guard !hasFieldView else { return }
    try storage { () throws(SQLiteError) in
      // The live tables say which there are, also where the past has views of their names.
      try connection.execute(script: HistorySchema.fieldView(TrackedTable.all(in: connection)))
    }
    hasFieldView = true
  }

  /// What is different between two changes: a SELECT of the columns of `history_field`.
  package func differences(from first: Int, to last: Int) throws(RegistryError) -> SQL {
    let tables = try storage { () throws(SQLiteError) in try TrackedTable.all(in: connection) }
    return SQL(
      unchecked: tables.map { HistorySchema.differences(from: first, to: last, in: $0) }
        .joined(separator: "\nUNION ALL\n"))
  }
}
