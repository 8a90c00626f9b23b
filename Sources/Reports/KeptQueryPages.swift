package import Registry
import SQLite

/// The questions that are kept.
package struct KeptQueryPages {
  private let registry: Registry
  private let language: Language

  package init(_ registry: Registry, in language: Language) {
    self.registry = registry
    self.language = language
  }

  private var about: SQL { Self.about(in: language) }

  /// What a kept query `q` answers.
  static func about(in language: Language) -> SQL {
    language == .vietnamese
      ? "coalesce(q.about_vi, q.about_en)" : "coalesce(q.about_en, q.about_vi)"
  }

  /// Its parameters as people write them.
  static let parameters: SQL = """
    (
      SELECT group_concat(
        name || coalesce(':' || type, '') || coalesce('=' || default_value, ''), ' '
      )
      FROM kept_query_parameter WHERE query = q.name
    )
    """

  package func all() -> Report {
    Report(
      name: "kept-queries",
      sections: [
        ReportSection(
          name: "queries",
          columns: [
            ReportColumn("name", Sentence("Name", vi: "Tên")),
            ReportColumn("parameters", Sentence("Parameters", vi: "Tham số")),
            ReportColumn("about", Sentence("What it answers", vi: "Nội dung")),
            ReportColumn("is_shipped", audience: .programs),
          ],
          sql: """
            SELECT q.name, \(raw: Self.parameters), \(raw: about), q.is_shipped
            FROM kept_query AS q ORDER BY q.is_shipped, q.name
            """)
      ])
  }

  package func one(_ query: KeptQuery) -> Report {
    Report(
      name: "kept-query",
      sections: [
        ReportSection(
          name: "query", layout: .record,
          columns: [
            ReportColumn("name", Sentence("Name", vi: "Tên")),
            ReportColumn("about", Sentence("What it answers", vi: "Nội dung")),
            ReportColumn("parameters", Sentence("Parameters", vi: "Tham số")),
            ReportColumn("sql", Sentence("Statement", vi: "Câu lệnh")),
          ],
          sql: """
            SELECT q.name, \(raw: about), \(raw: Self.parameters), q.sql
            FROM kept_query AS q WHERE q.name = \(query.name)
            """)
      ])
  }
}
