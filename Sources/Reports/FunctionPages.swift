package import Registry
import SQLite

/// The functions that a question in SQL may use.
package struct FunctionPages {
  private let language: Language

  package init(in language: Language) { self.language = language }

  /// All of them, those of the program first.
  package func all() -> Report {
    Report(
      name: "functions",
      sections: [
        ReportSection(
          name: "functions",
          title: Sentence("Functions of legation", vi: "Các hàm của legation"),
          columns: columns, sql: rows(of: SQLFunction.all)),
        ReportSection(
          name: "built_in",
          title: Sentence("Functions of SQLite's own", vi: "Các hàm có sẵn của SQLite"),
          columns: columns, sql: rows(of: BuiltInFunctions.all),
          unprinted: ["example", "answer"]),
      ])
  }

  /// - Throws: where there is none of that name, with those that are near.
  package func one(_ given: String) throws(RegistryError) -> Report {
    let name = given.lowercased()
    if let function = SQLFunction.all.first(where: { $0.name == name }) {
      return Report(
        name: "function",
        lines: function.notes,
        sections: [
          ReportSection(
            name: "function", layout: .record, columns: columns, sql: rows(of: [function]))
        ])
    }
    for group in BuiltInFunctions.all where group.names.contains(name) {
      return Report(
        name: "function",
        sections: [
          ReportSection(
            name: "function", layout: .record, columns: columns,
            sql: rows(of: [group], named: name), unprinted: ["example", "answer"])
        ])
    }
    let near = Nearest.matches(to: given, among: Registry.functionNames)
    throw RegistryError(
      .unknownName,
      Sentence(
        "There is no function \(Registry.quoted(given)).",
        vi: "Không có hàm \(Registry.quoted(given))."),
      list: near.map { Sentence(same: $0) },
      remedies: [.question(.listFunctions)])
  }

  private var columns: [ReportColumn] {
    [
      ReportColumn("name", Sentence("Name", vi: "Tên")),
      ReportColumn("arguments", Sentence("Called with", vi: "Tham số")),
      ReportColumn("about", Sentence("About", vi: "Nội dung")),
      ReportColumn("example", Sentence("Example", vi: "Ví dụ")),
      ReportColumn("answer", Sentence("Answer", vi: "Kết quả")),
    ]
  }

  private func rows(of functions: [SQLFunction]) -> SQL {
    let rows = functions.map { function -> SQL in
      """
      (
        \(function.name), \(function.arguments.joined(separator: ", ")),
        \(function.about[language]), \(function.example), \(function.answer)
      )
      """
    }
    return "VALUES \(raw: rows.joined(separator: ", "))"
  }

  /// Those that this SQLite has: some come with a later version, or another build.
  ///
  /// - Parameter name: this one alone.
  private func rows(of groups: [BuiltInFunctions], named name: String? = nil) -> SQL {
    let rows = groups.enumerated().flatMap { place, group in
      group.names.filter { name == nil || $0 == name }.map { name -> SQL in
        "(\(place), \(name), \(group.about[language]))"
      }
    }
    return """
      WITH
        allowed (place, name, about) AS (VALUES \(raw: rows.joined(separator: ", "))),
        there (name, count, arguments) AS MATERIALIZED (
          SELECT DISTINCT
            name,
            narg,
            CASE
              WHEN narg < 0 THEN '…'
              WHEN narg = 0 THEN '–'
              WHEN narg = 1 THEN 'x'
              WHEN narg = 2 THEN 'x, y'
              WHEN narg = 3 THEN 'x, y, z'
            END
          FROM pragma_function_list
          UNION ALL
          VALUES
            ('json_each', 1, 'x'), ('json_each', 2, 'x, y'),
            ('json_tree', 1, 'x'), ('json_tree', 2, 'x, y')
        )
      SELECT
        a.name,
        (
          SELECT group_concat(arguments, ' | ')
          FROM (SELECT arguments FROM there WHERE name = a.name ORDER BY count)
        ),
        a.about,
        NULL,
        NULL
      FROM allowed AS a
      WHERE a.name IN (SELECT name FROM there)
      ORDER BY a.place, a.name
      """
  }
}
