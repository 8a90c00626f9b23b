package import Registry
import SQLite

/// The receivers that are covered from elsewhere: by which mission, by whom, since when.
package enum Coverage: ReportKind {
  package static let name = "coverage"
  package static let about = Sentence(
    "The countries and organisations covered from elsewhere: by which mission, by whom, since when",
    vi: "Các nước và tổ chức được kiêm nhiệm: do cơ quan nào, ai được ủy nhiệm, từ khi nào")
  package static let parameters = [
    receiver, .mission, .missionKind, .region, .term, .batch, state,
  ]
  package static let rowUnits: [RowUnit] = [.accreditation, .posting, .person]
  package static let example = [("mission", "br-brasilia")]

  private static let receiver = ReportParameter(
    "receiver",
    Sentence("Of this receiver only.", vi: "Chỉ của bên tiếp nhận này."), .reference(.party),
    narrows: .to(Sentence("receiver", vi: "bên tiếp nhận")))
  private static let state = ReportParameter(
    "state",
    Sentence("Only where it stands so.", vi: "Chỉ những nơi ở tình trạng này."),
    .listed("receiver_coverage.state"), narrows: .to(Sentence("state", vi: "tình trạng")))

  package static func report(_ asked: AskedReport) throws(RegistryError) -> Report {
    let day = try asked.day()
    var conditions: [SQL] =
      ["TRUE"] + asked.conditions(onMission: "c.mission") + asked.conditions(onPosting: "c.posting")
    if let receiver = asked[receiver] { conditions.append("c.receiver = \(receiver)") }
    if let state = asked[state] { conditions.append("c.state = \(state)") }
    return Report(
      name: name,
      title: Sentence(
        "Countries and organisations covered from elsewhere on \(day)",
        vi: "Địa bàn kiêm nhiệm, ngày \(PageDate.vietnamese(day))"),
      facts: [("on", .text(day))],
      sections: [
        ReportSection(
          name: "coverage", columns: columns, sql: rows(asked.phrases, conditions),
          unit: .accreditation,
          leastNeeded: ["known_on", "title", "by", "since"],
          whenEmpty: Sentence("None.", vi: "Không có."))
      ])
  }

  private static let columns: [ReportColumn] = [
    ReportColumn("receiver", Sentence("Covered", vi: "Địa bàn kiêm nhiệm")),
    ReportColumn("mission", Sentence("By the mission", vi: "Cơ quan kiêm nhiệm")),
    ReportColumn("name", Sentence("Head", vi: "Người được ủy nhiệm")), .text("title"),
    .date("since"), ReportColumn("by", Sentence("By", vi: "Tính từ")),
    ReportColumn("state", Sentence("State", vi: "Tình trạng")),
    .date("known_on", Sentence("Shown by a source", vi: "Nguồn ghi nhận")),
    .machine("receiver_key"), .machine("mission_key"), .machine("mission_kind"),
    .machine("posting"), .machine("accreditation"), .machine("person"), .machine("title_key"),
    .machine("since_by"), .machine("in_office"), .machine("status_code"), .machine("state_code"),
  ]

  private static func rows(_ phrases: Phrases, _ conditions: [SQL]) -> SQL {
    """
    SELECT
      c.\(raw: phrases.localized("receiver_name")), c.\(raw: phrases.localized("mission_name")),
      c.person_name, c.\(raw: phrases.localized("title_name")), c.since,
      coalesce(
        (
          SELECT \(raw: phrases.localized("name")) FROM code_label
          WHERE list = 'tenure.began_by' AND code = c.since_by
        ),
        \(raw: phrases.label("tenure.since_by", of: "c.since_by"))
      ),
      \(raw: phrases.label("receiver_coverage.state", of: "c.state")), c.known_on,
      c.receiver, c.mission, c.mission_kind, c.posting, c.accreditation, c.person, c.title,
      c.since_by, c.in_office, c.status, c.state
    FROM receiver_coverage AS c
    WHERE \(raw: conditions.joined(separator: " AND "))
    ORDER BY c.\(raw: phrases.localized("sort_key")), c.receiver, c.mission, c.posting
    """
  }
}
