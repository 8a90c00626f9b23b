import Registry
import SQLite

/// When the terms of those in office end: what the reports on it have in common.
enum TermEnds {
  static let rowUnits: [RowUnit] = [.posting, .person]

  static let legend = Sentence(
    "≈ end of a standard term: a reckoning, no decision   ? uncertain",
    vi: "≈ hết một nhiệm kỳ thông thường: ước tính, không phải quyết định   ? chưa chắc chắn")

  /// The heads who are certainly past their end on a day.
  static func overrun(
    _ asked: AskedReport, on day: String, _ title: Sentence? = nil
  ) -> ReportSection {
    section("overrun", title, arePast: true, asked, "e.planned_end_latest < \(day)")
  }

  /// - Parameters:
  ///   - arePast: whether days are counted from the end on.
  ///   - ofEnd: conditions on a row `e` of `term_end`.
  static func section(
    _ name: String, _ title: Sentence?, arePast: Bool, _ asked: AskedReport, _ ofEnd: SQL...
  ) -> ReportSection {
    ReportSection(
      name: name, title: title, columns: columns, sql: rows(asked, ofEnd), unit: .posting,
      unprinted: arePast
        ? ["days_left_least", "days_left_most"] : ["days_over_least", "days_over_most"],
      leastNeeded: leastNeeded, whenEmpty: Sentence("None.", vi: "Không có."))
  }

  private static let columns: [ReportColumn] = [
    .page("marks"), .text("name"), .text("title"), .text("mission"), .text("term"),
    .page("appointed_or_handed_over", .date), .date("began"),
    .page("planned_or_standard_end", .date),
    .number("days_left_least", Sentence("Days left, at least", vi: "Còn lại, ít nhất (ngày)")),
    .number("days_left_most", Sentence("Days left, at most", vi: "Còn lại, nhiều nhất (ngày)")),
    .number("days_over_least", Sentence("Days past, at least", vi: "Quá hạn, ít nhất (ngày)")),
    .number("days_over_most", Sentence("Days past, at most", vi: "Quá hạn, nhiều nhất (ngày)")),
    ReportColumn("to_follow", Sentence("To follow", vi: "Người kế nhiệm"), audience: .pages),
    .machine("state"), ReportColumn("planned_end", nil, .date, audience: .programs),
    .machine("planned_end_by"), .machine("planned_end_earliest"), .machine("planned_end_latest"),
    ReportColumn("appointed", nil, .date, audience: .programs),
    ReportColumn("handed_over", nil, .date, audience: .programs), .machine("began_by"),
    ReportColumn("since", nil, .date, audience: .programs), .machine("since_by"),
    .machine("posting"), .machine("accreditation"), .machine("person"),
    .machine("mission_key"), .machine("mission_kind"), .machine("receiver"),
    .machine("title_key"), .machine("batch"), .machine("in_office"), .machine("certainty"),
    .machine("is_unsure"), .machine("designate"), .machine("nominee"),
  ]

  private static func rows(_ asked: AskedReport, _ ofEnd: [SQL]) -> SQL {
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
          e.handed_over || \(text: phrases.handedOver)
        ),
        e.began,
        CASE e.planned_end_by WHEN 'standard-term' THEN '≈ ' ELSE '' END || e.planned_end,
        iif(e.days_most < 0, NULL, max(e.days_least, 0)), iif(e.days_most < 0, NULL, e.days_most),
        iif(e.days_most < 0, -e.days_most, NULL), iif(e.days_most < 0, -e.days_least, NULL),
        coalesce(e.designate, e.nominee || \(asked.language == .english ? " (nominee)" : " (đề cử)")),
        iif(e.days_most < 0, 'over-run', 'expiring'), e.planned_end, e.planned_end_by,
        e.planned_end_earliest, e.planned_end_latest, e.appointed,
        e.handed_over, e.began_by, e.since, e.since_by, e.posting, e.accreditation,
        e.person, e.mission, e.mission_kind, e.receiver, e.title, e.batch, e.in_office,
        e.certainty, e.is_unsure, e.designate, e.nominee
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
