package import Registry
import SQLite

/// The heads of a mission, one after the other, with every time in which it had none.
package enum Succession: ReportKind {
  package static let name = "succession"
  package static let about = Sentence(
    "The heads of a mission one after the other, and every time without one between them",
    vi: "Những người lần lượt đứng đầu một cơ quan đại diện, kèm mọi khoảng khuyết người")
  package static let parameters = [
    ReportParameter(
      "mission", Sentence("The heads of this mission.", vi: "Người đứng đầu cơ quan này."),
      .reference(.mission)),
    every, .missionKind, .region,
  ]
  package static let example = [("mission", "fr-paris")]

  private static let every = ReportParameter(
    "missions",
    Sentence(
      "all: of every mission, one after the other.",
      vi: "all: của mọi cơ quan đại diện, lần lượt từng cơ quan."),
    .choice(["all"]))

  /// - Throws: where it is not said of which missions.
  package static func report(_ asked: AskedReport) throws(RegistryError) -> Report {
    let ofMissions = asked.conditions(onMission: "l.mission")
    guard !ofMissions.isEmpty || asked[every] != nil else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "succession is asked for a mission, for missions of a kind or a region, or for all.",
          vi: "succession cần một cơ quan đại diện, một loại hoặc khu vực, hoặc tất cả."),
        list: parameters.map { Sentence(same: $0.name) })
    }
    let mission = asked[.mission]
    let day = try asked.day()
    return Report(
      name: name,
      title: try mission.map { key throws(RegistryError) in try title(key, asked) }
        ?? Sentence(
          "The heads of missions, one after the other",
          vi: "Những người lần lượt đứng đầu các cơ quan đại diện"),
      lines: try asked.knownOn(day) + [legend],
      facts: (mission.map { [(name: "mission", value: .text($0))] } ?? []) + [("on", .text(day))],
      sections: [
        ReportSection(
          name: "succession", columns: columns(ofOne: mission != nil),
          sql: rows(asked, of: ofMissions),
          unprinted: try unprinted(asked, mission),
          leastNeeded: ["title", "remark", "days_most", "days_least", "term"],
          whenEmpty: Sentence("No head is known.", vi: "Chưa rõ người đứng đầu nào."))
      ])
  }

  private static func title(_ mission: String, _ asked: AskedReport) throws(RegistryError)
    -> Sentence
  {
    let name = try asked.registry.first(
      """
      SELECT coalesce(name_en, name_vi), coalesce(name_vi, name_en) FROM mission
      WHERE key = \(mission)
      """
    ) { (row) throws(SQLiteError) in
      Sentence(try row.get(0, as: String.self), vi: try row.get(1, as: String.self))
    }
    return Sentence(
      "The heads of a mission, one after the other: \(name?.english ?? mission)",
      vi: "Những người lần lượt đứng đầu \(name?.vietnamese ?? mission)")
  }

  private static let legend = Sentence(
    """
    Days in office, or without a full head; the numbers differ where the dates leave it open.   \
    ? uncertain
    """,
    vi: """
      Số ngày tại nhiệm, hoặc khuyết người đứng đầu chính thức; hai số khác nhau khi ngày tháng \
      chưa rõ.   ? chưa chắc \
      chắn
      """)

  // MARK: Rows

  private static func columns(ofOne: Bool) -> [ReportColumn] {
    [
      ReportColumn("mission", audience: ofOne ? .programs : .everyone), .page("marks"),
      .text("name"), .text("title"), .text("term"),
      .date("since", Sentence("From", vi: "Từ")), .date("until", Sentence("To", vi: "Đến")),
      .text("status"), .number("days_least"), .number("days_most"),
      ReportColumn("remark", Sentence("Remark", vi: "Ghi chú")),
      .machine("line"), .machine("step"), .machine("posting"), .machine("accreditation"),
      .machine("person"), .machine("person_name"), .machine("mission_key"),
      .machine("mission_kind"), .machine("receiver"), .machine("title_key"),
      .machine("vienna_class"), ReportColumn("began", nil, .date, audience: .programs),
      .machine("began_by"), .machine("began_earliest"), .machine("began_latest"),
      ReportColumn("ended", nil, .date, audience: .programs), .machine("ended_by"),
      .machine("ended_earliest"), .machine("ended_latest"), .machine("end_reason"),
      .machine("status_code"), .machine("in_office"), .machine("is_unsure"),
    ]
  }

  private static func rows(_ asked: AskedReport, of missions: [SQL]) -> SQL {
    let phrases = asked.phrases
    let isEnglish = asked.language == .english
    let conditions = missions + [began]
    return """
      SELECT
        l.\(raw: phrases.localized("mission_name")),
        CASE WHEN l.is_unsure THEN '?' END,
        CASE
          WHEN l.posting IS NULL THEN '(' || \(raw: line(phrases)) || ')'
          ELSE l.person_name || CASE l.line
            WHEN 'acting' THEN \(text: isEnglish ? " (a.i.)" : " (tạm thời)")
            WHEN 'non-resident' THEN \(text: isEnglish ? " (non-resident)" : " (không thường trú)")
            ELSE ''
          END
        END,
        l.\(raw: phrases.localized("title_name")), l.term, l.since, l.until,
        \(raw: phrases.standing(of: "l")),
        l.days_least, l.days_most,
        nullif(
          ltrim(
            coalesce('; ' || \(raw: step(phrases)), '')
              || coalesce(
                \(text: isEnglish ? "; resides: " : "; thường trú: ")
                  || l.\(raw: phrases.localized("residence")),
                ''
              ),
            '; '
          ),
          ''
        ),
        l.line, l.step, l.posting, l.accreditation, l.person, l.person_name, l.mission,
        l.mission_kind, l.receiver, l.title, l.vienna_class, l.began, l.began_by,
        l.began_earliest, l.began_latest, l.ended, l.ended_by, l.ended_earliest, l.ended_latest,
        l.end_reason, l.status, l.in_office, l.is_unsure
      FROM succession_line AS l
      JOIN mission AS m ON m.key = l.mission
      JOIN mission_kind AS k ON k.key = m.kind
      WHERE \(raw: conditions.joined(separator: " AND "))
      ORDER BY k.house_order, m.\(raw: phrases.localized("sort_key")), l.mission, l.line_order
      """
  }

  /// What had come about by the day that is asked about.
  private static let began: SQL = """
    CASE
      WHEN l.posting IS NULL THEN
        coalesce(l.began_earliest, '0000') <= (SELECT day FROM asked_day)
      ELSE l.status <> 'ahead'
    END
    """

  private static func line(_ phrases: Phrases) -> SQL {
    phrases.label("succession_line.line", of: "l.line")
  }

  private static func step(_ phrases: Phrases) -> SQL {
    phrases.label("succession_line.step", of: "l.step")
  }

  /// Columns that would be empty.
  private static func unprinted(
    _ asked: AskedReport, _ mission: String?
  ) throws(RegistryError) -> Set<String> {
    guard let mission else { return [] }
    let filled = try asked.registry.first(
      """
      SELECT count(term) > 0, count(step) + count(residence_en) > 0
      FROM succession_line WHERE mission = \(mission)
      """
    ) { (row) throws(SQLiteError) in
      (term: try row.get(0, as: Bool.self), remark: try row.get(1, as: Bool.self))
    }
    var unprinted: Set<String> = []
    if filled?.term != true { unprinted.insert("term") }
    if filled?.remark != true { unprinted.insert("remark") }
    return unprinted
  }
}
