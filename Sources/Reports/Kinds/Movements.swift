package import Registry
import SQLite

/// What happened between two days: the addendum of a diplomatic list.
package enum Movements: ReportKind {
  package static let name = "movements"
  package static let about = Sentence(
    "What happened between two days: appointments, arrivals, credentials, ends, openings, closings",
    vi:
      "Biến động giữa hai ngày: bổ nhiệm, đến nhận nhiệm vụ, trình thư, kết thúc, mở, đóng cơ quan")
  package static let parameters = [
    Period.from, Period.to, ReportParameter.mission, .missionKind, .region, .term, .batch,
  ]
  package static let example = [("from", "2025-01-01"), ("to", "2025-06-30")]

  package static func report(_ asked: AskedReport) throws(RegistryError) -> Report {
    let period = try Period(asked, months: 12)
    var conditions = [period.holds("v.happened")] + asked.conditions(onMission: "v.mission")
    if let term = asked[.term] { conditions.append("v.term = \(term)") }
    if let batch = asked[.batch] { conditions.append("v.batch = \(batch)") }
    let condition = conditions.joined(separator: " AND ")
    let isSure =
      try asked.registry.value(
        """
        SELECT count(*) = 0 FROM movement AS v
        WHERE \(raw: condition) AND NOT (\(raw: period.certainlyHolds("v.happened")))
        """, as: Bool.self) ?? true
    return Report(
      name: name,
      title: Sentence(
        "Movements of heads and missions \(period.words.english)",
        vi: "Biến động về người đứng đầu và cơ quan đại diện \(period.words.vietnamese)"),
      lines: isSure ? [] : [unsure],
      facts: period.facts,
      sections: [section(asked, condition, period)])
  }

  private static let unsure = Sentence(
    """
    A date of which only the month, the year or bounds are known stands where it begins.   \
    ? may lie outside these days
    """,
    vi: """
      Mốc chỉ rõ tháng, năm hoặc giới hạn được xếp theo ngày sớm nhất có thể.   \
      ? có thể nằm ngoài khoảng thời gian này
      """)

  private static func section(
    _ asked: AskedReport, _ condition: SQL, _ period: Period
  ) -> ReportSection {
    let phrases = asked.phrases
    let begun = asked.language == .english ? "; functions begun" : "; nhậm chức"
    return ReportSection(
      name: "movements", columns: columns,
      sql: """
        SELECT
          v.happened,
          CASE WHEN \(raw: period.certainlyHolds("v.happened")) THEN NULL ELSE '?' END,
          \(raw: phrases.label("movement.event", of: "v.event"))
            || CASE
              WHEN v.begins_functions AND v.event <> 'arrived' THEN \(begun)
              ELSE ''
            END,
          v.person_name, v.\(raw: phrases.localized("title_name")),
          v.\(raw: phrases.localized("mission_name")),
          \(raw: detail(asked)),
          v.event, v.begins_functions, v.happened_earliest, v.happened_latest,
          CASE
            WHEN \(raw: period.certainlyHolds("v.happened")) THEN 'certainly'
            ELSE 'possibly'
          END,
          v.accreditation, v.posting, v.person, v.mission, v.mission_kind, v.receiver,
          v.is_resident, v.function, v.term, v.end_reason, v.kind_before, v.kind_after
        FROM movement AS v
        JOIN mission AS m ON m.key = v.mission
        JOIN mission_kind AS k ON k.key = m.kind
        WHERE \(raw: condition)
        ORDER BY v.happened_earliest, v.happened_latest, k.house_order,
          m.\(raw: phrases.localized("sort_key")), m.key, v.person_sort_key,
          v.is_resident DESC, \(raw: order), v.accreditation
        """,
      leastNeeded: ["title", "detail"],
      whenEmpty: Sentence("Nothing is recorded.", vi: "Không có ghi nhận nào."))
  }

  /// Of one day, as the procedure has it: who leaves, then who comes.
  private static let order: SQL = """
    CASE v.event
      WHEN 'mission-opened' THEN 1
      WHEN 'mission-reopened' THEN 1
      WHEN 'kind-changed' THEN 2
      WHEN 'recall_presented' THEN 3
      WHEN 'died' THEN 4
      WHEN 'ended' THEN 5
      WHEN 'appointed' THEN 6
      WHEN 'handed_over' THEN 7
      WHEN 'arrived' THEN 8
      WHEN 'took_charge' THEN 9
      WHEN 'copy_presented' THEN 10
      WHEN 'credentials' THEN 11
      WHEN 'provisionally_admitted' THEN 12
      WHEN 'exequatur' THEN 13
      ELSE 14
    END
    """

  /// To whom, where the head does not reside there; why an end; from which kind to which.
  private static func detail(_ asked: AskedReport) -> SQL {
    let phrases = asked.phrases
    let concurrent = asked.language == .english ? "concurrent: " : "kiêm nhiệm: "
    return """
      nullif(
        trim(
          CASE WHEN v.is_resident = 0
            THEN \(concurrent) || v.\(raw: phrases.localized("receiver_name")) || ' ' ELSE ''
          END
          || coalesce(
            (SELECT \(raw: phrases.name(of: "e")) FROM end_reason AS e WHERE e.key = v.end_reason)
              || ' ',
            ''
          )
          || coalesce(v.end_note, '')
          || coalesce(
            (SELECT \(raw: phrases.name(of: "b")) FROM mission_kind AS b WHERE b.key = v.kind_before)
            || ' → '
            || (SELECT \(raw: phrases.name(of: "a")) FROM mission_kind AS a WHERE a.key = v.kind_after),
            ''
          )
        ),
        ''
      )
      """
  }

  private static let columns: [ReportColumn] = [
    .date("happened"), .page("marks"), .text("event"), .text("name"), .text("title"),
    .text("mission"), .text("detail"),
    .machine("event_code"), .machine("begins_functions"), .machine("happened_earliest"),
    .machine("happened_latest"), .machine("within"), .machine("accreditation"),
    .machine("posting"), .machine("person"), .machine("mission_key"), .machine("mission_kind"),
    .machine("receiver"), .machine("is_resident"), .machine("function"), .machine("term"),
    .machine("end_reason"), .machine("kind_before"), .machine("kind_after"),
  ]
}
