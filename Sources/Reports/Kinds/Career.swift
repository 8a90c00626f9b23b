package import Registry
import SQLite

/// The postings of a person, in order.
package enum Career: ReportKind {
  package static let name = "career"
  package static let about = Sentence(
    "The postings of a person in order: where, with what title, from when to when",
    vi: "Các lần bổ nhiệm của một người theo thứ tự: ở đâu, chức danh gì, từ khi nào đến khi nào")
  package static let parameters = [
    person, .mission, .missionKind, .region, .term, .batch,
  ]
  package static let example = [("person", "do-minh-hung")]

  private static let person = ReportParameter(
    "person", Sentence("Whose postings.", vi: "Của ai."), .reference(.person))

  /// - Throws: where no person is given.
  package static func report(_ asked: AskedReport) throws(RegistryError) -> Report {
    guard let person = asked[person] else {
      throw RegistryError(
        .invalidValue,
        Sentence("career is asked for a person.", vi: "career cần một người."),
        list: parameters.map { Sentence(same: $0.name) })
    }
    let day = try asked.day()
    let named =
      try asked.registry.value("SELECT name FROM person WHERE key = \(person)", as: String.self)
      ?? person
    return Report(
      name: name,
      title: Sentence("The postings of \(named)", vi: "Các lần bổ nhiệm của \(named)"),
      lines: try asked.knownOn(day),
      facts: [("person", .text(person)), ("on", .text(day))],
      sections: [
        ReportSection(
          name: "postings", columns: columns, sql: rows(asked, of: person),
          unprinted: try unprinted(asked, person),
          leastNeeded: [
            "term", "concurrent", "title", "appointed_or_handed_over", "tenure_days_most",
            "tenure_days_least",
          ], whenEmpty: Sentence("No posting is known.", vi: "Chưa rõ lần bổ nhiệm nào."))
      ])
  }

  private static let columns: [ReportColumn] = [
    .page("marks"), .text("mission"), .text("title"), .text("term"), .text("concurrent"),
    .page("appointed_or_handed_over", .date), .date("began"), .date("ended"), .text("status"),
    .number("tenure_days_least"), .number("tenure_days_most"),
    ReportColumn("residence", Sentence("Resides in", vi: "Thường trú tại")),
    .machine("posting"), .machine("accreditation"), .machine("person"), .machine("mission_key"),
    .machine("mission_kind"), .machine("receiver"), .machine("function"), .machine("nomination"),
    .machine("title_key"), .machine("vienna_class"), .machine("batch"),
    ReportColumn("appointed", nil, .date, audience: .programs),
    ReportColumn("handed_over", nil, .date, audience: .programs),
    .machine("began_by"), .machine("began_earliest"), .machine("began_latest"),
    .machine("ended_by"), .machine("ended_earliest"), .machine("ended_latest"),
    .machine("end_reason"), .machine("status_code"), .machine("in_office"),
    .machine("certainty"), .machine("is_unsure"),
  ]

  /// Columns that would be empty.
  private static func unprinted(
    _ asked: AskedReport, _ person: String
  ) throws(RegistryError) -> Set<String> {
    let empty: [(column: String, filled: SQL)] = [
      ("term", "SELECT count(term) > 0 FROM posting WHERE person = \(person)"),
      (
        "concurrent",
        """
        SELECT count(*) > 0
        FROM posting AS p
        JOIN concurrent_coverage AS c ON c.posting = p.key
        WHERE p.person = \(person)
        """
      ),
      (
        "residence",
        """
        SELECT count(*) > 0
        FROM posting AS p
        JOIN concurrent_member AS x ON x.posting = p.key
        WHERE p.person = \(person)
        """
      ),
    ]
    var unprinted: Set<String> = []
    for (column, filled) in empty
    where try asked.registry.value(filled, as: Bool.self) != true {
      unprinted.insert(column)
    }
    return unprinted
  }

  private static func rows(_ asked: AskedReport, of person: String) -> SQL {
    let phrases = asked.phrases
    let isEnglish = asked.language == .english
    let conditions: [SQL] =
      ["i.person = \(person)", "i.is_resident", "i.status <> 'ahead'"]
      + asked.conditions(onMission: "i.mission") + asked.conditions(onPosting: "i.posting")
    return """
      SELECT
        CASE WHEN i.is_unsure THEN '?' END,
        i.\(raw: phrases.localized("mission_name")),
        i.\(raw: phrases.localized("title_name"))
          || CASE i.function WHEN 'acting' THEN \(text: isEnglish ? " (a.i.)" : " (tạm thời)")
            ELSE '' END,
        i.term,
        (
          SELECT group_concat(name, '; ')
          FROM (
            SELECT c.\(raw: phrases.localized("receiver_name")) AS name
            FROM concurrent_coverage AS c
            WHERE c.posting = i.posting
            ORDER BY c.\(raw: phrases.localized("sort_key"))
          )
        ),
        coalesce(
          i.appointed,
          i.handed_over || \(text: phrases.handedOver)
        ),
        i.began, i.ended, \(raw: phrases.standing(of: "i")),
        i.tenure_days_least, i.tenure_days_most,
        (
          SELECT \(raw: phrases.name(of: "town"))
          FROM concurrent_member AS x
          JOIN concurrent_appointment AS c ON c.key = x.appointment
          JOIN place AS town ON town.key = c.place
          WHERE x.posting = i.posting AND c.party <> i.receiver
          ORDER BY c.key
          LIMIT 1
        ),
        i.posting, i.accreditation, i.person, i.mission, i.mission_kind, i.receiver, i.function,
        i.nomination, i.title, i.vienna_class, p.batch, i.appointed, i.handed_over, i.began_by,
        i.began_earliest, i.began_latest, i.ended_by, i.ended_earliest, i.ended_latest,
        i.end_reason, i.status, i.in_office, i.certainty, i.is_unsure
      FROM tenure AS i
      JOIN posting AS p ON p.key = i.posting
      JOIN accreditation AS a ON a.key = i.accreditation
      WHERE \(raw: conditions.joined(separator: " AND "))
      ORDER BY
        coalesce(
          i.began_latest, a.appointed_latest, a.handed_over_latest, i.ended_latest, '9999'
        ),
        i.mission, i.posting
      """
  }
}
