package import Registry
import SQLite

/// The postings of which begin or end is not known, or only bounded.
package enum Undated: ReportKind {
  package static let name = "undated"
  package static let about = Sentence(
    "Postings of which begin or end is not known or only bounded, and what is missing",
    vi: "Các lần bổ nhiệm chưa rõ hoặc chỉ biết giới hạn ngày bắt đầu hay kết thúc, và còn thiếu gì"
  )
  package static let document: OfficeForm.Document? = .report
  package static let parameters = [
    missing, ReportParameter.mission, .missionKind, .region, .term, .batch,
  ]
  package static let rowUnits: [RowUnit] = [.posting, .person]
  package static let example = [("missing", "end")]

  private static let missing = ReportParameter(
    "missing",
    Sentence(
      "begin or end: those of which this is missing.",
      vi: "begin (bắt đầu) hoặc end (kết thúc): chỉ những lần thiếu mốc này."),
    .choice(["begin", "end"]),
    narrows: .words([
      "begin": Sentence("begin missing", vi: "thiếu ngày bắt đầu"),
      "end": Sentence("end missing", vi: "thiếu ngày kết thúc"),
    ]))

  package static func report(_ asked: AskedReport) throws(RegistryError) -> Report {
    var conditions: [SQL] =
      ["TRUE"] + asked.conditions(onMission: "v.mission")
      + asked.conditions(onPosting: "v.posting")
    switch asked[missing] {
    case "begin": conditions.append("v.begin_missing IS NOT NULL")
    case "end": conditions.append("v.end_missing IS NOT NULL")
    default: break
    }
    let condition = conditions.joined(separator: " AND ")
    let counts = try asked.registry.first(
      """
      SELECT count(*), count(v.begin_missing), count(v.end_missing)
      FROM undated AS v WHERE \(raw: condition)
      """
    ) { (row) throws(SQLiteError) in
      (
        all: try row.get(0, as: Int.self), begins: try row.get(1, as: Int.self),
        ends: try row.get(2, as: Int.self)
      )
    }
    let (all, begins, ends) = (counts?.all ?? 0, counts?.begins ?? 0, counts?.ends ?? 0)
    let day = try asked.day()
    return Report(
      name: name,
      title: Sentence(
        "Postings without a begin or an end, on \(day)",
        vi: "Các lần bổ nhiệm chưa rõ ngày bắt đầu hoặc kết thúc, ngày \(PageDate.vietnamese(day))"),
      lines: [
        Sentence(
          "Postings: \(all); the begin is missing of \(begins), the end of \(ends).",
          vi:
            "Số lần bổ nhiệm: \(all); thiếu ngày bắt đầu: \(begins), thiếu ngày kết thúc: \(ends).")
      ],
      facts: [
        ("on", .text(day)), ("postings", .integer(Int64(all))),
        ("without_begin", .integer(Int64(begins))), ("without_end", .integer(Int64(ends))),
      ],
      sections: [section(asked, condition)])
  }

  private static func section(_ asked: AskedReport, _ condition: SQL) -> ReportSection {
    let phrases = asked.phrases
    return ReportSection(
      name: "postings",
      columns: [
        .text("name"), .text("title"), .text("mission"),
        .page("begin", .date), .text("begin_missing"), .page("end", .date), .text("end_missing"),
        .text("status"),
        .machine("posting"), .machine("person"), .machine("mission_key"), .machine("mission_kind"),
        .machine("function"), .machine("term"), .machine("began"), .machine("began_earliest"),
        .machine("began_latest"), .machine("ended"), .machine("ended_by"),
        .machine("ended_earliest"), .machine("ended_latest"), .machine("begin_missing_code"),
        .machine("end_missing_code"), .machine("certainty"), .machine("status_code"),
      ],
      sql: """
        SELECT
          v.person_name, v.\(raw: phrases.localized("title_name")),
          v.\(raw: phrases.localized("mission_name")),
          CASE
            WHEN v.begin_missing IS NULL THEN v.began
            ELSE \(raw: bounds("v.began_earliest", "v.began_latest"))
          END,
          \(raw: phrases.label("undated.begin_missing", of: "v.begin_missing")),
          CASE
            WHEN v.end_missing IS NULL THEN v.ended
            ELSE \(raw: bounds("v.ended_earliest", "v.ended_latest"))
          END,
          \(raw: phrases.label("undated.end_missing", of: "v.end_missing")),
          \(raw: phrases.label("tenure.status", of: "v.status")),
          v.posting, v.person, v.mission, v.mission_kind, v.function, v.term, v.began,
          v.began_earliest, v.began_latest, v.ended, v.ended_by, v.ended_earliest, v.ended_latest,
          v.begin_missing, v.end_missing, v.certainty, v.status
        FROM undated AS v
        JOIN mission AS m ON m.key = v.mission
        JOIN mission_kind AS k ON k.key = m.kind
        WHERE \(raw: condition)
        ORDER BY k.house_order, m.\(raw: phrases.localized("sort_key")), m.key,
          coalesce(v.began_latest, v.ended_latest), v.person_sort_key, v.posting
        """,
      unit: .posting,
      leastNeeded: ["title", "status"], whenEmpty: Sentence("None.", vi: "Không có."))
  }

  /// Two days as the set of dates between them; one day as itself.
  private static func bounds(_ earliest: SQL, _ latest: SQL) -> SQL {
    """
    CASE
      WHEN \(raw: earliest) = \(raw: latest) THEN \(raw: earliest)
      WHEN coalesce(\(raw: earliest), \(raw: latest)) IS NOT NULL
        THEN '[' || coalesce(\(raw: earliest), '') || '..' || coalesce(\(raw: latest), '') || ']'
    END
    """
  }
}
