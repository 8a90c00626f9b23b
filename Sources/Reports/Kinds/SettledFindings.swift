import Files
package import Registry
import SQLite

/// The findings that somebody looked into: who settled them, when and why.
package enum SettledFindings: ReportKind {
  package static let name = "settled-findings"
  package static let about = Sentence(
    "The findings that were looked into and settled: why, by whom and when",
    vi: "Những phát hiện đã xem xét: vì sao không có gì sai, ai xác nhận và khi nào")
  package static let document: OfficeForm.Document? = nil
  package static let parameters = [Check.code, .mission]
  package static let example = [("code", "gap")]

  /// - Throws: where there is no finding of that code.
  package static func report(_ asked: AskedReport) throws(RegistryError) -> Report {
    var conditions: [SQL] = ["1"]
    if let code = asked[Check.code] {
      try Check.require(code, in: asked.registry)
      conditions.append("f.code = \(code)")
    }
    if let mission = asked[.mission] { conditions.append("f.mission = \(mission)") }
    return Report(
      name: name,
      sections: [
        ReportSection(
          name: "settled", columns: columns,
          sql: """
            SELECT
              f.key, f.code, k.\(raw: asked.phrases.localized("name")), f.mission, f.posting,
              f.other_posting, f.person, f.detail, f.reason,
              (SELECT title FROM source WHERE key = f.source), f.source, c.author,
              \(raw: Clock.localTime("coalesce(c.first_made_at, c.made_at)")),
              coalesce(c.first_made_at, c.made_at), f.entered_in
            FROM settled_finding AS f
            LEFT JOIN finding_kind AS k ON k.code = f.code
            LEFT JOIN change AS c ON c.number = f.entered_in
            WHERE \(raw: conditions.joined(separator: " AND "))
            ORDER BY f.code, f.mission, f.posting, f.person, f.key
            """,
          whenEmpty: Sentence(
            "No finding is settled.", vi: "Chưa có phát hiện nào được xác nhận là đã xem xét."))
      ])
  }

  private static let columns =
    [
      ReportColumn("key", audience: .programs)
    ] + Check.subject + [
      ReportColumn("reason", Sentence("Why it is in order", vi: "Vì sao không có gì sai")),
      ReportColumn("source", Sentence("Source", vi: "Nguồn")),
      ReportColumn("source_key", audience: .programs),
      ReportColumn("settled_by", Sentence("Who", vi: "Ai")),
      ReportColumn("settled_at_page", Sentence("When", vi: "Khi nào"), audience: .pages),
      ReportColumn("settled_at", audience: .programs),
      ReportColumn("change", Sentence("Change", vi: "Thay đổi"), .number),
    ]
}
