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
  static func about(in language: Language) -> SQL { words("about", in: language) }

  /// Words of a kept query `q` in a language, else in the other.
  private static func words(_ base: String, in language: Language) -> SQL {
    let other: Language = language == .english ? .vietnamese : .english
    let columns = [language, other].map { SQL(name: "\(base)_\($0.rawValue)", of: "q") }
    return "coalesce(\(raw: columns.joined(separator: ", ")))"
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

  /// What its columns are called, in both languages, a line a column.
  private static let headings: SQL = """
    (
      SELECT group_concat(
        name || ': ' || coalesce(heading_en, '–') || ' / ' || coalesce(heading_vi, '–'), char(10)
      )
      FROM kept_query_column WHERE query = q.name
    )
    """

  /// The same in one language, as they are given: `name=heading`, a line a column.
  private static func headings(in language: Language) -> SQL {
    let heading = SQL(name: "heading_\(language.rawValue)")
    return """
      (
        SELECT group_concat(name || '=' || \(raw: heading), char(10))
        FROM kept_query_column WHERE query = q.name
      )
      """
  }

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
            ReportColumn("title", Sentence("Title", vi: "Tiêu đề"), audience: .pages),
            ReportColumn("about", Sentence("What it answers", vi: "Nội dung")),
            ReportColumn("parameters", Sentence("Parameters", vi: "Tham số")),
            ReportColumn("headings", Sentence("Columns", vi: "Các cột"), audience: .pages),
            ReportColumn("sql", Sentence("Statement", vi: "Câu lệnh")),
            .machine("title_en"), .machine("title_vi"), .machine("about_en"),
            .machine("about_vi"), .machine("headings_en"), .machine("headings_vi"),
          ],
          sql: """
            SELECT
              q.name, \(raw: Self.words("title", in: language)), \(raw: about),
              \(raw: Self.parameters), \(raw: Self.headings), q.sql, q.title_en, q.title_vi,
              q.about_en, q.about_vi, \(raw: Self.headings(in: .english)),
              \(raw: Self.headings(in: .vietnamese))
            FROM kept_query AS q WHERE q.name = \(query.name)
            """)
      ])
  }
}
