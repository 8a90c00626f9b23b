package import SQLite

/// The shadows of the tables and the triggers that fill them, as SQL: made from the tables
/// themselves, so that a migration that adds a table or a column cannot forget them.
package enum HistorySchema {
  /// Makes what is missing, and anew what the tables would make otherwise now: an upgraded file
  /// gets to the letter what a new one has.
  ///
  /// Rows that no version tells of yet get one, in the open change.
  package static func refresh(_ connection: Connection) throws(SQLiteError) {
    let tables = try TrackedTable.all(in: connection)
    for table in tables {
      try comment(on: table, connection)
      try commentBounds(of: table, connection)
    }
    for table in tables {
      let made = shadow(of: table)
      let found = try connection.value(
        "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = \(table.shadow)",
        as: String.self)
      if found == nil {
        for statement in made { try connection.run(statement) }
        try connection.run(baseline(of: table))
      } else {
        for trigger in triggerNames(of: table) {
          try connection.run("DROP TRIGGER IF EXISTS \(name: trigger)")
        }
        if found != made[0].text { try remake(made, of: table, connection) }
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
    let columns = table.versioned.map { "  " + definition(of: $0) }.joined(separator: ",\n")
    let made: SQL = """
      CREATE TABLE \(plain: table.shadow) (
        change INTEGER,
        gone INTEGER DEFAULT 1,
        salt BLOB DEFAULT (randomblob(16)),
      \(raw: columns),
        PRIMARY KEY (\(plain: table.key), change)
      ) STRICT, WITHOUT ROWID
      """
    let byChange: SQL =
      "CREATE INDEX \(plain: table.shadow + "_by_change") ON \(plain: table.shadow) (change)"
    let others = table.ways.map { columns -> SQL in
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
      INSERT OR IGNORE INTO schema_comment (
        object_name, column_name, about_en, about_vi, meaning
      ) VALUES
        (
          \(table.shadow), '', \("Every version of every row of \(table.name)"),
          \("Mọi phiên bản của từng dòng trong \(table.name)"), NULL
        ),
        (
          \(table.shadow), 'change', 'Number of the change that made this version',
          'Số của lần thay đổi tạo ra phiên bản này', 'number'
        ),
        (
          \(table.shadow), 'gone', '1 where the change removed the row; then only the key is given',
          '1 nếu lần thay đổi đã xóa dòng này; khi đó chỉ có mã', 'flag'
        ),
        (
          \(table.shadow), 'salt',
          'Random bytes that the seal hashes with the version; 32 of them: the hash of one that was emptied',
          'Các byte ngẫu nhiên được băm cùng phiên bản khi niêm; 32 byte: mã băm của phiên bản đã xóa nội dung',
          'text'
        )
      """)
  }

  /// What the bounds of its dates mean, where no migration says more.
  private static func commentBounds(
    of table: TrackedTable, _ connection: Connection
  ) throws(SQLiteError) {
    let dates = table.dates
    guard !dates.isEmpty else { return }
    let names = dates.map { "(\($0))" as SQL }.joined(separator: ", ")
    try connection.run(
      """
      WITH date (name) AS (VALUES \(raw: names))
      INSERT INTO schema_comment (
        object_name, column_name, about_en, about_vi, example, meaning
      )
      SELECT
        object_name, column_name || '_earliest',
        'Earliest day that ' || column_name || ' can mean, YYYY-MM-DD; computed',
        'Ngày sớm nhất mà ' || column_name || ' có thể chỉ, YYYY-MM-DD; tự tính',
        substr(example || '-01-01', 1, 10), 'day'
      FROM schema_comment JOIN date ON name = column_name WHERE object_name = \(table.name)
      UNION ALL
      SELECT
        object_name, column_name || '_latest',
        'Latest day that ' || column_name || ' can mean, YYYY-MM-DD; computed',
        'Ngày muộn nhất mà ' || column_name || ' có thể chỉ, YYYY-MM-DD; tự tính',
        CASE length(example)
          WHEN 4 THEN example || '-12-31'
          WHEN 7 THEN date(example || '-01', '+1 month', '-1 day')
          ELSE example
        END,
        'day'
      FROM schema_comment JOIN date ON name = column_name WHERE object_name = \(table.name)
      ON CONFLICT DO NOTHING
      """)
  }

  private static func baseline(of table: TrackedTable) -> SQL {
    """
    INSERT INTO \(name: table.shadow) (change, gone, salt, \(names: table.stored))
    SELECT (SELECT number FROM open_change), 0, randomblob(16), \(names: table.stored)
    FROM \(name: table.name)
    """
  }

  /// Puts another shadow in the place of the one that is there, with all its versions.
  private static func remake(
    _ made: [SQL], of table: TrackedTable, _ connection: Connection
  ) throws(SQLiteError) {
    let old = table.shadow + "_before"
    try connection.run("ALTER TABLE \(name: table.shadow) RENAME TO \(name: old)")
    for index in try connection.column(
      "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = \(old) AND sql IS NOT NULL",
      as: String.self)
    {
      try connection.run("DROP INDEX \(name: index)")
    }
    for statement in made { try connection.run(statement) }
    let known = Set(
      try connection.column("SELECT name FROM pragma_table_info(\(old))", as: String.self))
    let kept = ["change", "gone", "salt"] + table.stored.filter(known.contains)
    try connection.run(
      """
      INSERT INTO \(name: table.shadow) (\(names: kept)) SELECT \(names: kept) FROM \(name: old)
      """)
    try connection.run("DROP TABLE \(name: old)")
    for statement in filled(table.stored.filter { !known.contains($0) }, of: table) {
      try connection.run(statement)
    }
  }

  /// A new column may have a value in rows that are there: that is a new version of them.
  private static func filled(_ added: [String], of table: TrackedTable) -> [SQL] {
    guard !added.isEmpty else { return [] }
    let isFilled = added.map { "\(name: $0, of: "t") IS NOT NULL" as SQL }
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
    ["added", "edited", "removed"].map { "\(table.name)_\($0)" }
      + ["stays", "lasts", "is_true"].map { "\(table.shadow)_\($0)" }
      + Displacement.triggerNames(of: table)
  }

  private static let openChange: SQL = "(SELECT number FROM open_change)"

  // Every program that opens the file reads these first, so they are kept short: a version that
  // says that a record is gone holds its key only, and what all have in common the shadow does
  // when a version comes in.
  private static func triggers(of table: TrackedTable) -> [SQL] {
    let names = triggerNames(of: table)
    let shadow = table.shadow
    func isRecord(_ row: String) -> SQL {
      table.key.map { "\(plain: $0) = \(plain: row).\(plain: $0)" as SQL }
        .joined(separator: " AND ")
    }
    let keep: SQL = """
        INSERT INTO \(plain: shadow) VALUES (\(raw: openChange), 0, randomblob(16), \(plain: table.stored, of: "new"));
      """
    let remove: SQL = """
        INSERT INTO \(plain: shadow) (change, \(plain: table.key))
        SELECT \(raw: openChange), \(plain: table.key, of: "old")
      """
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
      \(raw: remove) WHERE \(raw: renamed);
      \(raw: keep)
      END
      """,
      """
      CREATE TRIGGER \(plain: names[2]) AFTER DELETE ON \(plain: table.name)
      BEGIN
      \(raw: remove);
      END
      """,
      """
      CREATE TRIGGER \(plain: names[3]) BEFORE UPDATE ON \(plain: shadow)
      BEGIN
        INSERT INTO history_rule (change) VALUES (-1);
      END
      """,
      """
      CREATE TRIGGER \(plain: names[4]) BEFORE DELETE ON \(plain: shadow)
      BEGIN
        INSERT INTO history_rule VALUES (old.change, old.gone, old.salt);
      END
      """,
      // DELETE, for a conflict clause of the statement outside would rule one in here. Of a record
      // that came and went in one change nothing is left to tell: IGNORE ends this one INSERT.
      """
      CREATE TRIGGER \(plain: names[5]) BEFORE INSERT ON \(plain: shadow)
      BEGIN
        INSERT INTO history_rule VALUES (new.change, new.gone, new.salt);
        DELETE FROM \(plain: shadow) WHERE \(raw: isRecord("new")) AND change = new.change;
        SELECT RAISE(IGNORE) WHERE new.gone
          AND NOT EXISTS (SELECT 1 FROM \(plain: shadow) WHERE \(raw: isRecord("new")));
      END
      """,
    ]
  }
}
