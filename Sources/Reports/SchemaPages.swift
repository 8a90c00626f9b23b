import Files
package import Registry
import SQLite

/// What there is to ask about: tables and views in words.
package struct SchemaPages {
  private let registry: Registry
  private let language: Language

  package init(_ registry: Registry, in language: Language) {
    self.registry = registry
    self.language = language
  }

  private var about: SQL { language == .vietnamese ? "about_vi" : "about_en" }
  private var label: SQL { language == .vietnamese ? "name_vi" : "name_en" }

  /// The tables and views that are explained.
  private static let objects: SQL = """
    (
      SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view')
      UNION ALL
      SELECT type, name FROM sqlite_temp_schema WHERE name = 'history_field'
    )
    """

  private var kindWords: SQL {
    language == .vietnamese
      ? "CASE s.type WHEN 'view' THEN 'khung nhìn' ELSE 'bảng' END" : "s.type"
  }

  private static let nothing = Sentence("Nothing is found.", vi: "Không tìm thấy.")

  // MARK: All of them

  /// Every table and view, views first: they are what questions begin with.
  package func all() throws(RegistryError) -> Report {
    try registry.prepareHistory()
    return Report(
      name: "schema",
      sections: [
        ReportSection(
          name: "tables",
          columns: [
            ReportColumn("name", Sentence("Name", vi: "Tên")),
            ReportColumn("kind", Sentence("Kind", vi: "Loại")),
            ReportColumn("about", Sentence("What it is", vi: "Nội dung")),
            ReportColumn("columns", Sentence("Columns", vi: "Các cột")),
            .machine("example"),
          ],
          // Computed columns too: only pragma_table_xinfo tells of them.
          sql: """
            SELECT
              s.name,
              \(raw: kindWords),
              c.\(raw: about),
              (SELECT group_concat(name, ', ') FROM pragma_table_xinfo(s.name) WHERE hidden <> 1),
              c.example
            FROM \(raw: Self.objects) AS s
            JOIN schema_comment AS c ON c.object_name = s.name AND c.column_name = ''
            -- A version has the columns of its table: nothing new among so many.
            WHERE s.name NOT GLOB '*_history'
            ORDER BY s.type DESC, s.name
            """,
          whenEmpty: Self.nothing)
      ])
  }

  /// The tables, views, columns and codes whose name or meaning holds these words, in either
  /// language, marks and tones aside.
  package func all(holding words: String) throws(RegistryError) -> Report {
    try registry.prepareHistory()
    let key = NameKey.searchKey(words.replacing("_", with: " "))
    // Signs alone are in every text.
    let pattern = key.isEmpty ? nil : "%\(key)%"
    return Report(
      name: "schema",
      sections: [
        ReportSection(
          name: "found",
          columns: [
            ReportColumn("name", Sentence("Name", vi: "Tên")),
            ReportColumn("kind", Sentence("Kind", vi: "Loại")),
            ReportColumn("column", Sentence("Column", vi: "Cột")),
            ReportColumn("code", Sentence("Code", vi: "Mã")),
            ReportColumn("about_en", Sentence("In English", vi: "Bằng tiếng Anh")),
            ReportColumn("about_vi", Sentence("In Vietnamese", vi: "Bằng tiếng Việt")),
          ],
          sql: """
            WITH said (object_name, column_name, code, name, about_en, about_vi) AS (
              SELECT
                object_name, nullif(column_name, ''), NULL,
                iif(column_name = '', object_name, column_name), about_en, about_vi
              FROM schema_comment
              UNION ALL
              SELECT
                substr(list, 1, instr(list, '.') - 1), substr(list, instr(list, '.') + 1), code,
                code, name_en, name_vi
              FROM code_label
            )
            SELECT s.name, \(raw: kindWords), w.column_name, w.code, w.about_en, w.about_vi
            FROM said AS w
            JOIN \(raw: Self.objects) AS s ON s.name = w.object_name
            WHERE s.name NOT GLOB '*_history' AND (
              name_fold(w.about_en) LIKE \(pattern) OR name_fold(w.about_vi) LIKE \(pattern)
              OR replace(w.name, '_', ' ') LIKE \(pattern)
            )
            ORDER BY s.type DESC, s.name, w.column_name, w.code
            """,
          whenEmpty: Self.nothing)
      ])
  }

  // MARK: One of them

  /// One table or view, column by column.
  ///
  /// - Throws: where there is none of that name, with those that are near.
  package func table(_ given: String) throws(RegistryError) -> Report {
    try registry.prepareHistory()
    let name = try self.name(given)
    let said = try registry.first(
      """
      SELECT \(raw: about), example FROM schema_comment
      WHERE object_name = \(name) AND column_name = ''
      """
    ) { (row) throws(SQLiteError) in
      (about: try row.get(0, as: String.self), example: try row.get(1, as: String?.self))
    }
    var lines = [said?.about].compactMap { $0 }.map { Sentence(same: $0) }
    let columns = try registry.column(
      "SELECT name FROM pragma_table_xinfo(\(name)) WHERE hidden <> 1", as: String.self)
    let filling = try registry.filling(of: name, columns: columns)
    if filling?.hasRows == false {
      lines.append(Sentence("There is no row here yet.", vi: "Ở sổ này chưa có dòng nào."))
    }
    var section = ReportSection(
      name: "columns", columns: Self.columnColumns, sql: self.columns(of: name, filling))
    if filling?.empty.isEmpty ?? true { section.unprinted = ["here"] }
    return Report(
      name: "schema", title: Sentence(same: name), lines: lines,
      drawing: try drawing(of: name, said?.example), sections: [section])
  }

  /// The name of a table or view, as it is stored.
  package func name(_ given: String) throws(RegistryError) -> String {
    let name = given.lowercased()
    let names = try registry.column(
      "SELECT object_name FROM schema_comment WHERE column_name = ''", as: String.self)
    if names.contains(name) { return name }
    throw RegistryError(
      .unknownName,
      Sentence(
        "There is no table or view \(Registry.quoted(given)).",
        vi: "Không có bảng hay khung nhìn \(Registry.quoted(given))."),
      list: Nearest.matches(to: given, among: names).map { Sentence(same: $0) },
      remedies: [.question(.listTables)])
  }

  /// A question to begin with, and what hangs on it.
  private func drawing(of name: String, _ example: String?) throws(RegistryError) -> [String] {
    let word = Sentence("Example: ", vi: "Ví dụ: ")[language]
    let question = example.map { [word + $0.replacing("\n", with: " ")] } ?? []
    let picture = SchemaPicture(try SchemaLinks(registry)).small(of: name)
    return question.isEmpty || picture.isEmpty ? question + picture : question + [""] + picture
  }

  private static let columnColumns = [
    ReportColumn("name", Sentence("Column", vi: "Cột")),
    ReportColumn("type", Sentence("Type", vi: "Kiểu")),
    ReportColumn("keys", Sentence("Key", vi: "Khóa")),
    ReportColumn("about", Sentence("What it is", vi: "Nội dung")),
    ReportColumn("codes", Sentence("Codes", vi: "Mã")),
    ReportColumn("example", Sentence("Example", vi: "Ví dụ")),
    ReportColumn("here", Sentence("Here", vi: "Ở sổ này"), audience: .pages),
    .machine("is_empty"),
  ]

  private func columns(of name: String, _ filling: ColumnFilling?) -> SQL {
    // A version has the columns of its table.
    let base = name.hasSuffix("_history") ? String(name.dropLast("_history".count)) : name
    let always = Sentence("always empty", vi: "luôn trống")[language]
    let empty = Self.list(filling?.empty ?? [])
    let filled = Self.list(filling?.filled ?? [])
    return """
      SELECT
        x.name,
        lower(x.type),
        (
          SELECT group_concat(word, ', ') FROM (
            SELECT \(language == .vietnamese ? "khóa chính" : "key") AS word WHERE x.pk > 0
            UNION ALL
            SELECT '→ ' || f."table" FROM pragma_foreign_key_list(\(name)) AS f
            WHERE f."from" = x.name
          )
        ),
        coalesce(c.\(raw: about), b.\(raw: about)),
        (
          SELECT group_concat(code || ' (' || \(raw: label) || ')', ', ') FROM code_label
          WHERE list = \(base) || '.' || x.name
        ),
        coalesce(c.example, b.example),
        iif(x.name IN (SELECT value FROM json_each(\(empty))), \(always), NULL),
        CASE
          WHEN x.name IN (SELECT value FROM json_each(\(empty))) THEN 1
          WHEN x.name IN (SELECT value FROM json_each(\(filled))) THEN 0
        END
      FROM pragma_table_xinfo(\(name)) AS x
      LEFT JOIN schema_comment AS c ON c.object_name = \(name) AND c.column_name = x.name
      LEFT JOIN schema_comment AS b ON b.object_name = \(base) AND b.column_name = x.name
      WHERE x.hidden <> 1
      ORDER BY x.cid
      """
  }

  private static func list(_ names: [String]) -> String {
    "[" + names.map(JSONString.quoted).joined(separator: ",") + "]"
  }

  // MARK: Pictures

  /// How the tables hang together, or what hangs on one table or view, in the words of a program
  /// that draws.
  ///
  /// - Parameter given: the table or view; `nil` is all tables.
  /// - Throws: where there is none of that name.
  package func picture(
    _ form: SchemaPicture.Form, of given: String?
  ) throws(RegistryError) -> String {
    let name = try given.map { given throws(RegistryError) in try self.name(given) }
    var picture = SchemaPicture(try SchemaLinks(registry))
    picture.about = Dictionary(
      try registry.all(
        "SELECT object_name, \(raw: about) FROM schema_comment WHERE column_name = ''"
      ) { (row) throws(SQLiteError) in
        (try row.get(0, as: String.self), try row.get(1, as: String.self))
      }
    ) { first, _ in first }
    picture.columns = Dictionary(
      grouping: try registry.all(
        """
        SELECT s.name, x.name, lower(x.type), x.pk > 0, c.\(raw: about)
        FROM \(raw: Self.objects) AS s
        JOIN pragma_table_xinfo(s.name) AS x
        LEFT JOIN schema_comment AS c ON c.object_name = s.name AND c.column_name = x.name
        WHERE s.name NOT GLOB '*_history' AND x.hidden <> 1
        ORDER BY s.name, x.cid
        """
      ) { (row) throws(SQLiteError) in
        SchemaPicture.Column(
          table: try row.get(0), name: try row.get(1), type: try row.get(2),
          isKey: try row.get(3), about: try row.get(4, as: String?.self))
      }, by: \.table)
    return picture.text(form, of: name, in: language)
  }
}
