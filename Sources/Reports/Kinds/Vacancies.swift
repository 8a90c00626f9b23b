package import Registry
import SQLite

/// The missions without a full head: since when, who acts, and who is named.
package enum Vacancies: ReportKind {
  package static let name = "vacancies"
  package static let about = Sentence(
    "The missions without a full head: since when, who acts, who is named",
    vi: "Các cơ quan khuyết người đứng đầu: từ khi nào, ai tạm thời đứng đầu, ai được đề cử")
  package static let document: OfficeForm.Document? = .report
  package static let parameters = [ReportParameter.mission, .missionKind, .region, nominee]
  package static let example = [("nominee", "without")]

  private static let nominee = ReportParameter(
    "nominee",
    Sentence(
      "with or without: those for which somebody is named, or the others.",
      vi: "with hoặc without: những nơi đã có người được đề cử, hoặc chưa có."),
    .choice(["with", "without"]),
    narrows: .words([
      "with": Sentence("somebody is named", vi: "đã có người được đề cử"),
      "without": Sentence("nobody is named", vi: "chưa có người được đề cử"),
    ]))

  package static func report(_ asked: AskedReport) throws(RegistryError) -> Report {
    let phrases = asked.phrases
    var conditions: [SQL] = ["TRUE"] + asked.conditions(onMission: "v.mission")
    if let nominee = asked[nominee] {
      conditions.append(nominee == "with" ? "v.nominee IS NOT NULL" : "v.nominee IS NULL")
    }
    let day = try asked.day()
    return Report(
      name: name,
      title: Sentence(
        "Missions without a head on \(day)",
        vi: "Cơ quan đại diện khuyết người đứng đầu, ngày \(PageDate.vietnamese(day))"),
      facts: [("on", .text(day))],
      sections: [
        ReportSection(
          name: "vacancies",
          columns: [
            .text("mission"), .text("state"), .date("vacant_since"), .text("last_head"),
            .text("acting_head"), .text("designate"), .text("nominee"), .machine("mission_key"),
            .machine("mission_kind"), .machine("receiver"), .machine("state_code"),
            .machine("last_posting"),
          ],
          sql: """
            SELECT
              v.\(raw: phrases.localized("mission_name")),
              \(raw: phrases.label("vacancy.state", of: "v.state")),
              v.vacant_since, v.last_head, v.acting_head, v.designate, v.nominee, v.mission, v.mission_kind,
              v.receiver, v.state, v.last_posting
            FROM vacancy AS v
            JOIN mission AS m ON m.key = v.mission
            JOIN mission_kind AS k ON k.key = m.kind
            WHERE \(raw: conditions.joined(separator: " AND "))
            ORDER BY v.state DESC, k.house_order, m.\(raw: phrases.localized("sort_key")), m.key
            """,
          leastNeeded: ["last_head", "designate", "nominee", "acting_head", "state"],
          whenEmpty: Sentence("None.", vi: "Không có."))
      ])
  }
}
