package import Registry
import SQLite

/// The reports that there are: those of the program, and the questions that are kept.
package struct ReportPages {
  private let registry: Registry
  private let language: Language

  package init(_ registry: Registry, in language: Language) {
    self.registry = registry
    self.language = language
  }

  package func all() -> Report {
    let ofProgram = ReportList.all.map { kind -> SQL in
      let parameters = kind.parameters.map(\.name).joined(separator: " ")
      return
        "(\(kind.name), nullif(\(parameters), ''), \(kind.about[language]), \(kind.about.english), \(kind.about.vietnamese), 0)"
    }
    return Report(
      name: "reports",
      sections: [
        ReportSection(
          name: "reports",
          columns: [
            ReportColumn("name", Sentence("Name", vi: "Tên")),
            ReportColumn("parameters", Sentence("Parameters", vi: "Tham số")),
            ReportColumn("about", Sentence("What it answers", vi: "Nội dung"), audience: .pages),
            .machine("about_en"), .machine("about_vi"), .machine("is_kept"),
          ],
          sql: """
            VALUES \(raw: ofProgram.joined(separator: ", "))
            UNION ALL
            SELECT
              q.name, \(raw: KeptQueryPages.parameters), \(raw: KeptQueryPages.about(in: language)),
              q.about_en, q.about_vi, 1
            FROM kept_query AS q
            ORDER BY 6, 1
            """)
      ])
  }
}
