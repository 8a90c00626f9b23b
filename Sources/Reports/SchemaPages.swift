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

  /// Every table and view, views first: they are what questions begin with.
  ///
  /// - Parameter words: only those whose name, columns or meanings hold these, marks and tones
  ///   aside.
  package func all(holding words: String? = nil) throws(RegistryError) -> Report {
    try registry.prepareHistory()
    // A version has the columns of its table: nothing new among so many.
    var condition: SQL = "s.name NOT GLOB '*_history'"
    if let words {
      let pattern = "%" + NameKey.searchKey(words) + "%"
      condition = """
        EXISTS (
          SELECT 1 FROM schema_comment AS w
          WHERE w.object_name = s.name AND (
            name_fold(w.about_en) LIKE \(pattern) OR name_fold(w.about_vi) LIKE \(pattern)
            OR replace(w.object_name || ' ' || w.column_name, '_', ' ') LIKE \(pattern)
          )
        )
        """
    }
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
          ],
          sql: """
            SELECT
              s.name,
              \(raw: kindWords),
              c.\(raw: about),
              (SELECT group_concat(name, ', ') FROM pragma_table_info(s.name))
            FROM (
              SELECT type, name FROM sqlite_schema
              UNION ALL
              SELECT type, name FROM sqlite_temp_schema WHERE name = 'history_field'
            ) AS s
            JOIN schema_comment AS c ON c.object_name = s.name AND c.column_name = ''
            WHERE s.type IN ('table', 'view') AND \(raw: condition)
            ORDER BY s.type DESC, s.name
            """,
          whenEmpty: Sentence("Nothing is found.", vi: "Không tìm thấy."))
      ])
  }

  private var kindWords: SQL {
    language == .vietnamese
      ? "CASE s.type WHEN 'view' THEN 'khung nhìn' ELSE 'bảng' END" : "s.type"
  }

  /// One table or view, column by column.
  ///
  /// - Throws: where there is none of that name, with those that are near.
  package func table(_ given: String) throws(RegistryError) -> Report {
    try registry.prepareHistory()
    let name = given.lowercased()
    let about = self.about
    let words = try registry.value(
      """
      SELECT \(raw: about) FROM schema_comment
      WHERE object_name = \(name) AND column_name = ''
      """, as: String.self)
    guard let words else {
      let names = try registry.column(
        "SELECT object_name FROM schema_comment WHERE column_name = ''", as: String.self)
      let near = Nearest.matches(to: given, among: names)
      throw RegistryError(
        .unknownName,
        Sentence(
          "There is no table or view \(Registry.quoted(given)).",
          vi: "Không có bảng hay khung nhìn \(Registry.quoted(given))."),
        list: near.map { Sentence(same: $0) },
        remedies: [.question(.listTables)])
    }
    return Report(
      name: "schema",
      title: Sentence(same: name),
      lines: [Sentence(same: words)],
      sections: [ReportSection(name: "columns", columns: columnColumns, sql: columns(of: name))])
  }

  private var columnColumns: [ReportColumn] {
    [
      ReportColumn("name", Sentence("Column", vi: "Cột")),
      ReportColumn("type", Sentence("Type", vi: "Kiểu")),
      ReportColumn("keys", Sentence("Key", vi: "Khóa")),
      ReportColumn("about", Sentence("What it is", vi: "Nội dung")),
      ReportColumn("codes", Sentence("Codes", vi: "Mã")),
      ReportColumn("example", Sentence("Example", vi: "Ví dụ")),
    ]
  }

  private func columns(of name: String) -> SQL {
    // A version has the columns of its table.
    let base = name.hasSuffix("_history") ? String(name.dropLast("_history".count)) : name
    let label: SQL = language == .vietnamese ? "name_vi" : "name_en"
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
        coalesce(c.example, b.example)
      FROM pragma_table_xinfo(\(name)) AS x
      LEFT JOIN schema_comment AS c ON c.object_name = \(name) AND c.column_name = x.name
      LEFT JOIN schema_comment AS b ON b.object_name = \(base) AND b.column_name = x.name
      WHERE x.hidden <> 1
      ORDER BY x.cid
      """
  }
}
