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
        try connection.run("DROP TRIGGER IF EXISTS \(name: trigger)")
      }
      let known = try connection.column(
        "SELECT name FROM pragma_table_xinfo(\(table.shadow))", as: String.self)
      if known.isEmpty {
        for statement in shadow(of: table) { try connection.run(statement) }
        try connection.run(baseline(of: table))
      } else {
        let added = table.columns.filter { !known.contains($0.name) }
        for column in added {
          try connection.run(
            "ALTER TABLE \(name: table.shadow) ADD COLUMN \(raw: definition(of: column))")
        }
        for statement in filled(added, of: table) { try connection.run(statement) }
      }
      for statement in triggers(of: table) { try connection.run(statement) }
      for statement in try Displacement(of: table, in: connection).triggers {
        try connection.run(statement)
      }
    }
  }

  // MARK: Shadows

  private static func definition(of column: TrackedTable.Column) -> SQL {
    // The type and the expression of a column are the migrations' own words.
    let head: SQL = "\(plain: column.name) \(raw: SQL(carried: column.type))"
    return column.expression.map { head + " AS \(raw: SQL(carried: $0))" } ?? head
  }

  private static func shadow(of table: TrackedTable) -> [SQL] {
    let columns = table.columns.map { "  " + definition(of: $0) }.joined(separator: ",\n")
    let made: SQL = """
      CREATE TABLE \(plain: table.shadow) (
        change INTEGER NOT NULL,
        gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
        salt BLOB NOT NULL CHECK (length(salt) IN (16, 32)),
      \(raw: columns),
        PRIMARY KEY (\(plain: table.key), change)
      ) STRICT, WITHOUT ROWID
      """
    let byChange: SQL =
      "CREATE INDEX \(plain: table.shadow + "_by_change") ON \(plain: table.shadow) (change)"
    let others = (ways[table.name] ?? []).map { columns -> SQL in
      """
      CREATE INDEX \(plain: "\(table.shadow)_by_\(columns[0])")
      ON \(plain: table.shadow) (\(plain: columns))
      """
    }
    return [made, byChange] + others
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
          '1 nếu lần thay đổi đã xóa dòng này; khi đó chỉ có mã'
        ),
        (
          \(table.shadow), 'salt',
          'Random bytes that the seal hashes with the version; 32 of them: the hash of one that was emptied',
          'Các byte ngẫu nhiên được băm cùng phiên bản khi niêm; 32 byte: mã băm của phiên bản đã xóa nội dung'
        )
      """)
  }

  private static func baseline(of table: TrackedTable) -> SQL {
    """
    INSERT INTO \(name: table.shadow) (change, gone, salt, \(names: table.stored))
    SELECT (SELECT number FROM open_change), 0, randomblob(16), \(names: table.stored)
    FROM \(name: table.name)
    """
  }

  /// A new column may have a value in rows that are there: that is a new version of them.
  private static func filled(_ added: [TrackedTable.Column], of table: TrackedTable) -> [SQL] {
    let stored = added.filter { $0.expression == nil }.map(\.name)
    guard !stored.isEmpty else { return [] }
    let isFilled = stored.map { "\(name: $0, of: "t") IS NOT NULL" as SQL }
      .joined(separator: " OR ")
    return [
      """
      DELETE FROM \(name: table.shadow) AS h
      WHERE change = (SELECT number FROM open_change) AND EXISTS (
        SELECT 1 FROM \(name: table.name) AS t
        WHERE \(raw: table.sameRecord("t", "h")) AND (\(raw: isFilled))
      )
      """,
      """
      INSERT INTO \(name: table.shadow) (change, gone, salt, \(names: table.stored))
      SELECT (SELECT number FROM open_change), 0, randomblob(16), \(names: table.stored, of: "t")
      FROM \(name: table.name) AS t WHERE \(raw: isFilled)
      """,
    ]
  }

  // MARK: Triggers

  private static func triggerNames(of table: TrackedTable) -> [String] {
    ["insert", "update", "delete", "stays", "lasts", "is_true"].map { "\(table.shadow)_\($0)" }
      + Displacement.triggerNames(of: table)
  }

  private static let openChange: SQL = "(SELECT number FROM open_change)"

  // Every program that opens the file reads these first, so they are kept short: a version that
  // says that a record is gone holds its key only, and what must be refused is refused by the
  // shadow.
  private static func triggers(of table: TrackedTable) -> [SQL] {
    let names = triggerNames(of: table)
    let shadow = table.shadow
    func isRecord(_ row: String) -> SQL {
      table.key.map { "\(plain: $0) = \(plain: row).\(plain: $0)" as SQL }
        .joined(separator: " AND ")
    }
    // DELETE and INSERT, for a conflict clause of the statement outside would rule one in here.
    let keep: SQL = """
        DELETE FROM \(plain: shadow) WHERE \(raw: isRecord("new")) AND change = \(raw: openChange);
        INSERT INTO \(plain: shadow) VALUES (\(raw: openChange), 0, randomblob(16), \(plain: table.stored, of: "new"));
      """
    // Of a record that came and went in one change nothing is left to tell.
    func remove(_ condition: SQL) -> SQL {
      """
        DELETE FROM \(plain: shadow) WHERE \(raw: condition)\(raw: isRecord("old")) AND change = \(raw: openChange);
        INSERT INTO \(plain: shadow) (change, gone, salt, \(plain: table.key))
        SELECT \(raw: openChange), 1, randomblob(16), \(plain: table.key, of: "old")
        WHERE \(raw: condition)EXISTS (SELECT 1 FROM \(plain: shadow) WHERE \(raw: isRecord("old")));
      """
    }
    let renamed = table.key.map { "old.\(plain: $0) <> new.\(plain: $0)" as SQL }
      .joined(separator: " OR ")
    return [
      """
      CREATE TRIGGER \(plain: names[0]) AFTER INSERT ON \(plain: table.name)
      BEGIN
      \(raw: keep)
      END
      """,
      """
      CREATE TRIGGER \(plain: names[1]) AFTER UPDATE ON \(plain: table.name)
      WHEN (\(plain: table.stored, of: "old"))
        IS NOT (\(plain: table.stored, of: "new"))
      BEGIN
      \(raw: remove("(\(raw: renamed)) AND "))
      \(raw: keep)
      END
      """,
      """
      CREATE TRIGGER \(plain: names[2]) AFTER DELETE ON \(plain: table.name)
      BEGIN
      \(raw: remove(""))
      END
      """,
      """
      CREATE TRIGGER \(plain: names[3]) BEFORE UPDATE ON \(plain: shadow)
      BEGIN
        SELECT RAISE(ABORT, 'what was known is never changed');
      END
      """,
      """
      CREATE TRIGGER \(plain: names[4]) BEFORE DELETE ON \(plain: shadow)
      WHEN old.change IS NOT \(raw: openChange)
      BEGIN
        SELECT RAISE(ABORT, 'what was known is never removed');
      END
      """,
      // Without an open change the sentence says what to run.
      """
      CREATE TRIGGER \(plain: names[5]) BEFORE INSERT ON \(plain: shadow)
      WHEN new.change IS NULL OR new.change IS NOT \(raw: openChange)
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
    let view = HistorySchema.fieldView(try tables())
    try storage { () throws(SQLiteError) in try connection.run(view) }
    hasFieldView = true
  }

  /// What is different between two changes: a SELECT of the columns of `history_field`.
  package func differences(from first: Int, to last: Int) throws(RegistryError) -> SQL {
    try tables().map { HistorySchema.differences(from: first, to: last, in: $0) }
      .joined(separator: "\nUNION ALL\n")
  }
}
