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

  /// How a report is asked for, where somebody types it.
  package struct Typed: Sendable {
    let report: String
    let parameter: @Sendable (String, String) -> String
    /// What stands before a parameter of a kept question.
    let ofKept: String

    package init(
      report: String, parameter: @escaping @Sendable (String, String) -> String, ofKept: String
    ) {
      self.report = report
      self.parameter = parameter
      self.ofKept = ofKept
    }
  }

  package func all(_ typed: Typed) -> Report {
    let ofProgram = ReportList.all.map { kind -> SQL in
      let parameters = kind.parameters.map(\.name).joined(separator: " ")
      let forms =
        kind.document == nil ? "" : OfficeForm.allCases.map(\.rawValue).joined(separator: " ")
      let example =
        typed.report + kind.name + kind.example.map { typed.parameter($0.0, $0.1) }.joined()
      return """
        (
          \(kind.name), nullif(\(parameters), ''), \(kind.about[language]),
          nullif(\(forms), ''), \(example), \(kind.about.english), \(kind.about.vietnamese), 0
        )
        """
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
            ReportColumn("forms", Sentence("Forms", vi: "Mẫu")),
            ReportColumn("example", Sentence("Example", vi: "Ví dụ")),
            .machine("about_en"), .machine("about_vi"), .machine("is_kept"),
          ],
          sql: """
            VALUES \(raw: ofProgram.joined(separator: ", "))
            UNION ALL
            SELECT
              q.name, \(raw: KeptQueryPages.parameters), \(raw: KeptQueryPages.about(in: language)),
              NULL, \(raw: Self.exampleOfKept(typed)), q.about_en, q.about_vi, 1
            FROM kept_query AS q
            ORDER BY 8, 1
            """,
          leastNeeded: ["forms", "parameters"])
      ])
  }

  /// A kept question `q` as it can be asked here; NULL where nobody knows what to give it.
  private static func exampleOfKept(_ typed: Typed) -> SQL {
    let records = RecordKind.all.map { kind -> SQL in
      "WHEN \(kind.name) THEN (SELECT min(key) FROM \(name: kind.table))"
    }
    return """
      (
        SELECT CASE
          WHEN count(*) = count(value)
            THEN \(typed.report) || q.name || coalesce(group_concat(\(typed.ofKept) || name || '=' || value, ''), '')
        END
        FROM (
          SELECT
            name,
            CASE type
              WHEN 'day' THEN (SELECT day FROM asked_day)
              WHEN 'date' THEN (SELECT day FROM asked_day)
              \(raw: records.joined(separator: "\n"))
            END AS value
          FROM kept_query_parameter
          WHERE query = q.name AND default_value IS NULL
          ORDER BY place
        )
      )
      """
  }
}
