package import Registry
import SQLite

/// Who is on the way from the decision to the letters, and where a letter is not recorded.
package enum Pending: ReportKind {
  package static let name = "pending"
  package static let about = Sentence(
    "From agrément to credentials or exequatur: who waits for what, and for how long",
    vi: "Từ chấp thuận đến trình thư hoặc nhận giấy chấp nhận lãnh sự: ai đang chờ gì, đã bao lâu")
  package static let document: OfficeForm.Document? = .report
  package static let parameters = [
    ReportParameter.mission, .missionKind, .region, .term, .batch, step,
  ]
  package static let rowUnits: [RowUnit] = [.accreditation, .posting, .person]
  package static let example = [("for", "credentials")]

  private static let step = ReportParameter(
    "for",
    Sentence("Only who waits for this.", vi: "Chỉ những người đang chờ bước này."),
    .listed("pending_step.waits_for"),
    narrows: .to(Sentence("waiting for", vi: "đang chờ")))

  package static func report(_ asked: AskedReport) throws(RegistryError) -> Report {
    let day = try asked.day()
    return Report(
      name: name,
      title: Sentence(
        "Appointed or named, letters not yet presented, on \(day)",
        vi: "Đã đề cử hoặc bổ nhiệm, chưa trình thư, ngày \(PageDate.vietnamese(day))"),
      lines: [
        Sentence(
          "Days are counted from the last step that is recorded.",
          vi: "Số ngày tính từ bước gần nhất đã ghi.")
      ],
      facts: [("on", .text(day))],
      sections: [
        ReportSection(
          name: "waiting", title: Sentence("Waiting", vi: "Đang chờ"),
          columns: columns(Sentence("Waits for", vi: "Đang chờ")), sql: rows(asked, "waiting"),
          unit: .accreditation,
          leastNeeded: Self.leastNeeded, whenEmpty: Sentence("Nobody.", vi: "Không có.")),
        ReportSection(
          name: "unrecorded",
          title: Sentence(
            "In office since by a source, or over a year ago: probably presented, not recorded",
            vi: "Đã có nguồn cho thấy tại nhiệm, hoặc đã quá một năm: có lẽ đã trình mà chưa ghi"),
          columns: columns(Sentence("Not recorded", vi: "Chưa ghi")),
          sql: rows(asked, "unrecorded"), unit: .accreditation,
          leastNeeded: Self.leastNeeded, whenEmpty: Sentence("Nobody.", vi: "Không có.")),
      ])
  }

  private static func columns(_ waitsFor: Sentence) -> [ReportColumn] {
    [
      .text("name"), .text("title"), .text("mission"),
      ReportColumn("receiver", Sentence("Towards", vi: "Tại")), .text("term"),
      ReportColumn("last_step", Sentence("Last step", vi: "Bước gần nhất")),
      .date("since", Sentence("On", vi: "Ngày")), ReportColumn("waits_for", waitsFor),
      .number("days_least"), .number("days_most"),
      .machine("state"), .machine("waits_for_code"), .machine("since_by"),
      .machine("since_earliest"), .machine("since_latest"), .machine("posting"),
      .machine("accreditation"), .machine("person"), .machine("mission_key"),
      .machine("mission_kind"), .machine("receiver_key"), .machine("is_resident"),
      .machine("title_key"), .machine("batch"), .machine("nomination"), .machine("in_office"),
      .machine("status_code"),
    ]
  }

  private static func rows(_ asked: AskedReport, _ state: String) -> SQL {
    let phrases = asked.phrases
    var conditions: [SQL] =
      ["w.state = \(state)"] + asked.conditions(onMission: "w.mission")
      + asked.conditions(onPosting: "w.posting")
    if let step = asked[step] { conditions.append("w.waits_for = \(step)") }
    return """
      SELECT
        w.person_name, w.\(raw: phrases.localized("title_name")),
        w.\(raw: phrases.localized("mission_name")),
        w.\(raw: phrases.localized("receiver_name")), w.term,
        \(raw: phrases.label("pending_step.since_by", of: "w.since_by")), w.since,
        \(raw: phrases.label("pending_step.waits_for", of: "w.waits_for")),
        iif(w.since IS NULL, NULL, w.days_least), w.days_most, w.state, w.waits_for, w.since_by,
        w.since_earliest, w.since_latest, w.posting, w.accreditation, w.person, w.mission,
        w.mission_kind, w.receiver, w.is_resident, w.title, w.batch, w.nomination, w.in_office,
        w.status
      FROM pending_step AS w
      JOIN mission AS m ON m.key = w.mission
      JOIN mission_kind AS k ON k.key = m.kind
      WHERE \(raw: conditions.joined(separator: " AND "))
      ORDER BY
        w.since_latest, k.house_order, m.\(raw: phrases.localized("sort_key")), w.posting,
        w.receiver
      """
  }

  private static let leastNeeded = ["title", "term", "days_most", "receiver"]
}
