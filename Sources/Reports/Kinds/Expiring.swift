package import Registry
import SQLite

/// The heads whose terms end soon, and those who have stayed beyond their end.
package enum Expiring: ReportKind {
  package static let name = "expiring"
  package static let about = Sentence(
    "The heads in office whose terms end within some months, and those who are past the end",
    vi: "Người đứng đầu sắp hết nhiệm kỳ trong vài tháng tới, và người đã quá nhiệm kỳ")
  package static let parameters = [
    months, .mission, .missionKind, .region, .term, .batch,
  ]
  package static let example = [("months", "12")]

  private static let months = ReportParameter(
    "months",
    Sentence(
      "Within so many months of the day; without it 6.",
      vi: "Trong chừng này tháng kể từ ngày được hỏi; nếu không ghi thì là 6."),
    .count)

  package static func report(_ asked: AskedReport) throws(RegistryError) -> Report {
    let count = asked[months] ?? "6"
    let day = try asked.day()
    let until =
      try asked.registry.value(
        "SELECT strftime('%Y-%m-%d', day, \("+" + count + " months")) FROM asked_day",
        as: String.self) ?? "9999-12-31"
    return Report(
      name: name,
      title: Sentence(
        "Terms that end by \(until), and terms that are past their end on \(day)",
        vi: """
          Người đứng đầu hết nhiệm kỳ đến ngày \(PageDate.vietnamese(until)) và người đã quá nhiệm \
          kỳ, tính đến ngày \(PageDate.vietnamese(day))
          """),
      lines: [
        Sentence(
          "≈ end of a standard term: a reckoning, no decision   ? uncertain",
          vi: "≈ hết một nhiệm kỳ thông thường: ước tính, không phải quyết định   ? chưa chắc chắn")
      ],
      facts: [
        ("on", .text(day)), ("months", .integer(Int64(count) ?? 0)), ("until", .text(until)),
      ],
      sections: [
        ReportSection(
          name: "expiring",
          title: Sentence("Ending by \(until)", vi: "Đến ngày \(PageDate.vietnamese(until))"),
          columns: columns,
          sql: rows(
            asked, "e.planned_end_earliest <= \(until)",
            "coalesce(e.planned_end_latest, '9999') >= \(day)"),
          unprinted: ["days_over_least", "days_over_most"],
          leastNeeded: Self.leastNeeded, whenEmpty: Sentence("None.", vi: "Không có.")),
        ReportSection(
          name: "overrun",
          title: Sentence("Past the end", vi: "Quá nhiệm kỳ"),
          columns: columns, sql: rows(asked, "e.planned_end_latest < \(day)"),
          unprinted: ["days_left_least", "days_left_most"],
          leastNeeded: Self.leastNeeded, whenEmpty: Sentence("None.", vi: "Không có.")),
      ])
  }

  private static let columns: [ReportColumn] = [
    .page("marks"), .text("name"), .text("title"), .text("mission"), .text("term"),
    .page("appointed_or_handed_over", .date), .date("began"),
    .page("planned_or_standard_end", .date),
    .number("days_left_least", Sentence("Days left, at least", vi: "Còn lại, ít nhất (ngày)")),
    .number("days_left_most", Sentence("Days left, at most", vi: "Còn lại, nhiều nhất (ngày)")),
    .number("days_over_least", Sentence("Days past, at least", vi: "Quá hạn, ít nhất (ngày)")),
    .number("days_over_most", Sentence("Days past, at most", vi: "Quá hạn, nhiều nhất (ngày)")),
    .machine("state"), ReportColumn("planned_end", nil, .date, audience: .programs),
    .machine("planned_end_by"), .machine("planned_end_earliest"), .machine("planned_end_latest"),
    ReportColumn("appointed", nil, .date, audience: .programs),
    ReportColumn("handed_over", nil, .date, audience: .programs), .machine("began_by"),
    ReportColumn("since", nil, .date, audience: .programs), .machine("since_by"),
    .machine("posting"), .machine("accreditation"), .machine("person"),
    .machine("mission_key"), .machine("mission_kind"), .machine("receiver"),
    .machine("title_key"), .machine("batch"), .machine("in_office"), .machine("certainty"),
    .machine("is_unsure"),
  ]

  private static func rows(_ asked: AskedReport, _ ofEnd: SQL...) -> SQL {
    let phrases = asked.phrases
    let conditions =
      ofEnd + asked.conditions(onMission: "e.mission") + asked.conditions(onPosting: "e.posting")
    return """
      SELECT
        CASE WHEN e.is_unsure THEN '?' END,
        e.person_name, e.\(raw: phrases.localized("title_name")),
        e.\(raw: phrases.localized("mission_name")), e.term,
        coalesce(
          e.appointed,
          e.handed_over || \(text: asked.language == .english ? " (handed over)" : " (trao QĐ)")
        ),
        e.began,
        CASE e.planned_end_by WHEN 'standard-term' THEN '≈ ' ELSE '' END || e.planned_end,
        iif(e.days_most < 0, NULL, max(e.days_least, 0)), iif(e.days_most < 0, NULL, e.days_most),
        iif(e.days_most < 0, -e.days_most, NULL), iif(e.days_most < 0, -e.days_least, NULL),
        iif(e.days_most < 0, 'over-run', 'expiring'), e.planned_end, e.planned_end_by,
        e.planned_end_earliest, e.planned_end_latest, e.appointed,
        e.handed_over, e.began_by, e.since, e.since_by, e.posting, e.accreditation,
        e.person, e.mission, e.mission_kind, e.receiver, e.title, e.batch, e.in_office,
        e.certainty, e.is_unsure
      FROM term_end AS e
      JOIN mission AS m ON m.key = e.mission
      JOIN mission_kind AS k ON k.key = m.kind
      WHERE \(raw: conditions.joined(separator: " AND "))
      ORDER BY
        coalesce(e.planned_end_latest, '9999'), k.house_order,
        m.\(raw: phrases.localized("sort_key")), e.posting
      """
  }

  private static let leastNeeded = [
    "title", "term", "appointed_or_handed_over", "began", "days_left_most", "days_over_most",
    "days_left_least", "days_over_least",
  ]
}
