package import Registry
import SQLite

/// The heads of a term: who is new, and who has headed a mission before, where and when.
package enum New: ReportKind {
  package static let name = "new"
  package static let about = Sentence(
    "Who of a term is new, and who headed a mission before: where, when, what last",
    vi: "Nhiệm kỳ có ai lần đầu đứng đầu, ai đã từng: ở đâu, khi nào, nơi gần nhất")
  package static let parameters = [
    ReportParameter(
      "term",
      Sentence(
        "Of this term. (default: the last that has begun)",
        vi: "Của nhiệm kỳ này. (mặc định: nhiệm kỳ bắt đầu gần nhất)"), .reference(.term)),
    .batch, .missionKind, .region,
  ]
  package static let example = [("term", "2024-2027")]

  package static func report(_ asked: AskedReport) throws(RegistryError) -> Report {
    let term = if let named = asked[parameters[0]] { named as String? } else { try lastTerm(asked) }
    var conditions: [SQL] = ["v.term = \(term ?? "")"] + asked.conditions(onMission: "v.mission")
    if let batch = asked[.batch] { conditions.append("v.batch = \(batch)") }
    let condition = conditions.joined(separator: " AND ")
    let counts = try asked.registry.first(
      """
      SELECT count(*), count(last_is_same), count(*) FILTER (WHERE NOT last_is_same)
      FROM (
        SELECT
          (
            SELECT e.is_same_mission FROM earlier_posting AS e
            WHERE e.posting = v.posting AND e.place = 1
          ) AS last_is_same
        FROM term_roster AS v
        WHERE \(raw: condition)
      )
      """
    ) { (row) throws(SQLiteError) in
      (
        heads: try row.get(0, as: Int.self), before: try row.get(1, as: Int.self),
        elsewhere: try row.get(2, as: Int.self)
      )
    }
    let (heads, before) = (counts?.heads ?? 0, counts?.before ?? 0)
    let elsewhere = counts?.elsewhere ?? 0
    return Report(
      name: name,
      title: title(term),
      lines: [
        Sentence(
          """
          Heads: \(heads), of whom \(heads - before) new and \(before) have headed a mission before, \
          \(elsewhere) of them another one last. New is whoever is not known to this registry to have \
          headed or acted before.
          """,
          vi: """
            Số người: \(heads), trong đó \(heads - before) người lần đầu, \(before) người đã từng đứng \
            đầu, gần nhất ở cơ quan khác: \(elsewhere). Lần đầu nghĩa là sổ này không ghi nhận người \
            đó từng đứng đầu hoặc tạm thời đứng đầu trước đó.
            """)
      ],
      facts: [
        ("term", term.map { Value.text($0) } ?? Value.null), ("heads", .integer(Int64(heads))),
        ("new", .integer(Int64(heads - before))), ("before", .integer(Int64(before))),
        ("last_elsewhere", .integer(Int64(elsewhere))),
      ],
      sections: [newcomers(asked, condition), earlier(asked, condition)])
  }

  private static func title(_ term: String?) -> Sentence {
    guard let term else { return Sentence("No term is recorded", vi: "Chưa ghi nhiệm kỳ nào") }
    return Sentence(
      "New and returning heads, term \(term)",
      vi: """
        Người lần đầu và người đã từng đứng đầu cơ quan đại diện, nhiệm kỳ \
        \(term.replacing("-", with: " - "))
        """)
  }

  /// The last of which somebody is and that has begun by the day.
  private static func lastTerm(_ asked: AskedReport) throws(RegistryError) -> String? {
    try asked.registry.first(
      """
      SELECT t.key
      FROM term AS t JOIN asked_day
      WHERE coalesce(t.begins_earliest, t.key) <= asked_day.day
        AND EXISTS (SELECT 1 FROM posting AS p WHERE p.term = t.key)
      ORDER BY coalesce(t.begins_earliest, t.key) DESC, t.key DESC
      LIMIT 1
      """
    ) { (row) throws(SQLiteError) in try row.get(0, as: String.self) }
  }

  /// The order of the term's roster.
  private static let order: SQL = """
    v.house_order, v.class_order, v.precedence_earliest, v.decision_earliest, v.person_sort_key,
    v.posting
    """

  private static func newcomers(_ asked: AskedReport, _ condition: SQL) -> ReportSection {
    let phrases = asked.phrases
    return ReportSection(
      name: "new", title: Sentence("New", vi: "Lần đầu đứng đầu"),
      columns: [
        .number("number"), .text("name"), .text("title"), .text("mission"), .text("status"),
        .machine("posting"), .machine("person"), .machine("mission_key"), .machine("mission_kind"),
        .machine("batch"), .machine("status_code"),
      ],
      sql: """
        SELECT
          row_number() OVER (ORDER BY \(raw: order)), v.person_name,
          v.\(raw: phrases.localized("title_name")), v.\(raw: phrases.localized("mission_name")),
          \(raw: phrases.label("tenure.status", of: "v.status")), v.posting, v.person, v.mission,
          v.mission_kind, v.batch, v.status
        FROM term_roster AS v
        WHERE \(raw: condition)
          AND NOT EXISTS (SELECT 1 FROM earlier_posting AS e WHERE e.posting = v.posting)
        ORDER BY 1
        """,
      leastNeeded: Self.leastNeeded, whenEmpty: Sentence("None.", vi: "Không có."))
  }

  /// A line for each earlier posting, the last first; whose last it is, it says so.
  private static func earlier(_ asked: AskedReport, _ condition: SQL) -> ReportSection {
    let phrases = asked.phrases
    let same = asked.language == .english ? "the same mission" : "cùng cơ quan này"
    return ReportSection(
      name: "before", title: Sentence("Headed a mission before", vi: "Đã từng đứng đầu"),
      columns: [
        .number("number"), .text("name"), .text("mission"), .text("status"),
        .text("earlier_mission", Sentence("Before: mission", vi: "Trước đó: cơ quan")),
        .text("earlier_title", Sentence("As", vi: "Với chức danh")),
        .date("began"), .date("ended"),
        .machine("place"), .machine("is_last"), .machine("is_same_mission"), .machine("posting"),
        .machine("person"), .machine("mission_key"), .machine("mission_kind"), .machine("batch"),
        .machine("status_code"), .machine("earlier"), .machine("earlier_mission_key"),
        .machine("earlier_mission_kind"), .machine("earlier_function"), .machine("ended_by"),
      ],
      sql: """
        SELECT
          dense_rank() OVER (ORDER BY \(raw: order)), v.person_name,
          v.\(raw: phrases.localized("mission_name")),
          \(raw: phrases.label("tenure.status", of: "v.status")),
          CASE
            WHEN e.is_same_mission THEN \(same)
            ELSE e.\(raw: phrases.localized("mission_name"))
          END,
          e.\(raw: phrases.localized("title_name")),
          coalesce(e.began, e.since),
          coalesce(
            e.ended,
            CASE
              WHEN e.ended_by <> 'serving'
                THEN \(raw: phrases.label("tenure.ended_by", of: "e.ended_by"))
            END
          ),
          e.place, e.place = 1, e.is_same_mission, v.posting, v.person, v.mission, v.mission_kind,
          v.batch, v.status, e.earlier, e.mission, e.mission_kind, e.function, e.ended_by
        FROM term_roster AS v
        JOIN earlier_posting AS e ON e.posting = v.posting
        WHERE \(raw: condition)
        ORDER BY 1, e.place
        """,
      leastNeeded: Self.leastNeeded, whenEmpty: Sentence("None.", vi: "Không có."))
  }

  private static let leastNeeded = ["title", "earlier_title"]
}
