package import Registry
import SQLite

/// The roster of a term, or of a day: who heads which mission, in the house order, then the posts
/// with no known head.
package enum Roster: ReportKind {
  package static let name = "roster"
  package static let about = Sentence(
    "The heads of a term, or of a day, and the posts with no known head",
    vi: "Người đứng đầu của một nhiệm kỳ, hoặc vào một ngày, và các nơi chưa rõ người đứng đầu")
  package static let parameters = [
    ReportParameter(
      "term",
      Sentence("The heads named in this term.", vi: "Những người được cử trong nhiệm kỳ này."),
      .reference(.term)),
    .batch, .mission, .missionKind, .region, columns,
  ]
  package static let rowUnits: [RowUnit] = [.posting, .accreditation, .person]
  package static let example = [("term", "2024-2027")]

  private static let columns = ReportParameter(
    "columns",
    Sentence(
      "Only these columns, in this order: names joined by commas.",
      vi: "Chỉ các cột này, theo thứ tự này: tên cột nối bằng dấu phẩy."),
    .names(RosterColumns.names))

  /// The heads named in the term, as they stand; with a day, or without a term, those in office on
  /// the day.
  package static func report(_ asked: AskedReport) throws(RegistryError) -> Report {
    let term = asked[parameters[0]]
    let unit = asked.rowUnit(of: Self.self) ?? .posting
    let shown = RosterColumns(asked[columns], per: unit, asked.phrases)
    let day = try asked.day()
    let title: Title
    let heads: SQL
    let isOfDay = term == nil || asked.isOfAnotherDay
    if let term, !isOfDay {
      title = .term(term)
      heads = headsOfTerm(term, asked)
    } else {
      title = .day(day, term: term)
      heads = headsInOffice(term, asked)
    }
    // The heading counts them before they are written.
    let columns = RosterColumns.usual.map(\.name)
    try asked.keeping(heads, as: "roster_head", columns: columns)
    try asked.keeping(
      postsWithoutHead(asked, countsActing: isOfDay), as: "roster_post", columns: columns)
    let heading = try Heading(asked, day: day, title)
    let hasExequatur =
      try asked.registry.value(
        "SELECT count(exequatur) > 0 FROM temp.roster_head", as: Bool.self) ?? false
    return Report(
      name: name, title: heading.title, lines: heading.lines, facts: heading.facts,
      sections: [
        shown.heads(
          ReportSection(
            name: "heads", columns: shown.columns,
            sql: shown.sql(from: "roster_head", areHeads: true),
            unit: unit == .accreditation ? .accreditation : .posting,
            unprinted: shown.unprintedOfHeads(hasExequatur: hasExequatur),
            leastNeeded: shown.leastNeeded, whenEmpty: title.whenEmpty)),
        ReportSection(
          name: "posts_without_known_head",
          title: Sentence(
            "Posts with no known head on \(day)",
            vi: "Cơ quan chưa rõ người đứng đầu, ngày \(PageDate.vietnamese(day))"),
          columns: shown.columns, sql: shown.sql(from: "roster_post", areHeads: false),
          unprinted: shown.unprintedOfPosts,
          leastNeeded: shown.leastNeeded,
          whenEmpty: Sentence("None.", vi: "Không có.")),
      ])
  }

  // MARK: Rows

  private static func headsOfTerm(_ term: String, _ asked: AskedReport) -> SQL {
    let phrases = asked.phrases
    let conditions =
      ["term = \(term)"] + asked.conditions(onMission: "mission") + ofBatch("posting", asked)
    return """
      SELECT
        row_number() OVER (
          ORDER BY house_order, class_order, precedence_earliest, decision_earliest,
            person_sort_key
        ),
        nullif(
          CASE WHEN term_is_inferred THEN '†' ELSE '' END
          || CASE WHEN certainty = 'uncertain' THEN '?' ELSE '' END,
          ''
        ),
        person_name,
        \(raw: phrases.localized("title_name")),
        \(raw: phrases.localized("mission_name")),
        \(raw: phrases.localized("concurrent")),
        coalesce(appointed, handed_over || \(text: phrases.handedOver)),
        credentials, exequatur,
        CASE planned_end_by WHEN 'standard-term' THEN '≈ ' ELSE '' END || planned_end,
        \(raw: phrases.label("tenure.status", of: "status")),
        NULL, NULL, NULL, NULL, NULL,
        posting, person, mission, mission_kind, status, certainty, term_is_inferred, appointed,
        handed_over, began, began_by, planned_end, planned_end_by, 'head', since, since_by,
        in_office
      FROM term_roster
      WHERE \(raw: conditions.joined(separator: " AND "))
      """
  }

  private static func ofBatch(_ posting: SQL, _ asked: AskedReport) -> [SQL] {
    guard let batch = asked[.batch] else { return [] }
    return ["\(raw: posting) IN (SELECT key FROM posting WHERE batch = \(batch))"]
  }

  private static func headsInOffice(_ term: String?, _ asked: AskedReport) -> SQL {
    let phrases = asked.phrases
    let concurrent: SQL = """
      (
        SELECT group_concat(name, '; ')
        FROM (
          SELECT c.\(raw: phrases.localized("receiver_name")) AS name
          FROM concurrent_coverage AS c
          WHERE c.posting = i.posting
          ORDER BY c.\(raw: phrases.localized("sort_key"))
        )
      )
      """
    let acting = asked.language == .english ? " (a.i.)" : " (tạm thời)"
    let conditions =
      [term.map { "i.term = \($0)" } ?? "TRUE"] + asked.conditions(onMission: "i.mission")
      + ofBatch("i.posting", asked)
    return """
      SELECT
        row_number() OVER (
          ORDER BY k.house_order, i.function = 'acting', coalesce(i.vienna_class, 9),
            coalesce(i.began_earliest, '9999'),
            ltrim(coalesce(i.appointed, i.handed_over, '9999'), '[.'), i.person_sort_key
        ),
        CASE WHEN i.certainty = 'uncertain' THEN '?' END,
        i.person_name || CASE i.function WHEN 'acting' THEN \(acting) ELSE '' END,
        i.\(raw: phrases.localized("title_name")),
        i.\(raw: phrases.localized("mission_name")),
        \(raw: concurrent),
        coalesce(i.appointed, i.handed_over || \(text: phrases.handedOver)),
        i.credentials, coalesce(i.exequatur, a.provisionally_admitted),
        coalesce(i.planned_end, '≈ ' || i.standard_end),
        \(raw: phrases.label("tenure.status", of: "i.status")),
        NULL, NULL, NULL, NULL, NULL,
        i.posting, i.person, i.mission, i.mission_kind, i.status, i.certainty,
        p.term_is_inferred, i.appointed, i.handed_over, i.began, i.began_by,
        coalesce(i.planned_end, i.standard_end),
        CASE
          WHEN i.planned_end IS NOT NULL THEN 'recorded'
          WHEN i.standard_end IS NOT NULL THEN 'standard-term'
        END,
        i.function, i.since, i.since_by, i.in_office
      FROM incumbent AS i
      JOIN accreditation AS a ON a.key = i.accreditation
      JOIN posting AS p ON p.key = i.posting
      JOIN mission_kind AS k ON k.key = i.mission_kind
      WHERE \(raw: conditions.joined(separator: " AND "))
      """
  }

  /// - Parameter countsActing: whether an acting head stands among the heads, and his mission does not
  ///   stand here.
  private static func postsWithoutHead(_ asked: AskedReport, countsActing: Bool) -> SQL {
    let phrases = asked.phrases
    let conditions =
      [countsActing ? "v.acting_head IS NULL" : "TRUE"] + asked.conditions(onMission: "m.key")
    let covers: SQL = """
      (
        SELECT group_concat(name, '; ')
        FROM (
          SELECT c.\(raw: phrases.localized("receiver_name")) AS name
          FROM coverage AS c
          WHERE c.mission = m.key
          ORDER BY c.\(raw: phrases.localized("sort_key"))
        )
      )
      """
    return """
      SELECT
        row_number() OVER (
          ORDER BY k.house_order, m.\(raw: phrases.localized("sort_key")), m.key
        ),
        CASE WHEN m.certainty = 'uncertain' THEN '?' END,
        NULL, NULL,
        \(raw: phrases.name(of: "m")),
        \(raw: covers),
        NULL, NULL, NULL, NULL,
        \(raw: phrases.label("vacancy.state", of: "v.state")),
        v.vacant_since, v.last_head, v.acting_head, v.designate, v.nominee,
        v.last_posting, NULL, m.key, m.kind, v.state, m.certainty,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
      FROM vacancy AS v
      JOIN mission AS m ON m.key = v.mission
      JOIN mission_kind AS k ON k.key = m.kind
      WHERE \(raw: conditions.joined(separator: " AND "))
      """
  }

  // MARK: Heading

  private enum Title {
    case term(String)
    case day(String, term: String?)

    func sentence(of sender: Sentence) -> Sentence {
      var (english, vietnamese) = ("", "")
      if let term {
        english += ", term \(term)"
        vietnamese += " nhiệm kỳ \(term.replacing("-", with: " - "))"
      }
      if case .day(let day, _) = self {
        english += (term == nil ? "" : ",") + " on \(day)"
        vietnamese += ", ngày \(PageDate.vietnamese(day))"
      }
      return Sentence(
        "Heads of the missions of \(sender.english) abroad\(english)",
        vi: "Trưởng Cơ quan đại diện \(sender.vietnamese) ở nước ngoài\(vietnamese)")
    }

    private var term: String? {
      switch self {
      case .term(let term): term
      case .day(_, let term): term
      }
    }

    var facts: [(name: String, value: Value)] {
      var facts = term.map { [(name: "term", value: Value.text($0))] } ?? []
      if case .day(let day, _) = self { facts.append(("on", .text(day))) }
      return facts
    }

    var whenEmpty: Sentence {
      switch self {
      case .term: Sentence("No head of this term is known.", vi: "Chưa rõ ai thuộc nhiệm kỳ này.")
      case .day:
        Sentence(
          "Nobody is known to be in office on that day.",
          vi: "Chưa rõ ai đương nhiệm vào ngày này.")
      }
    }
  }

  private static let order = Sentence(
    """
    kind of mission, class, beginning of functions, decision, name. Precedence \
    exists only among the heads at one receiver (VCDR art. 16).
    """,
    vi: """
      loại cơ quan, cấp, ngày nhậm chức, ngày quyết định, tên. Ngôi thứ ngoại \
      giao chỉ có giữa những người đứng đầu tại cùng một nơi tiếp nhận (Công ước Viên 1961, \
      Điều 16).
      """)

  /// What stands over the rows, and the same for programs.
  private struct Heading {
    let title: Sentence
    let lines: [Sentence]
    let facts: [(name: String, value: Value)]

    init(_ asked: AskedReport, day: String, _ title: Title) throws(RegistryError) {
      let registry = asked.registry
      let ofMissions = ["TRUE"] + asked.conditions(onMission: "o.mission")
      let known = try registry.value("SELECT known_day FROM asked_day", as: String.self) ?? ""
      let counts = try registry.all(
        "SELECT status, count(*) FROM temp.roster_head GROUP BY status ORDER BY 2 DESC, 1"
      ) { (row) throws(SQLiteError) in
        (status: try row.get(0, as: String.self), heads: try row.get(1, as: Int.self))
      }
      let heads = counts.reduce(0) { $0 + $1.heads }
      let detail =
        counts.isEmpty
        ? "" : " (\(counts.map { "\($0.heads) \($0.status)" }.joined(separator: ", ")))"
      let without =
        try registry.value("SELECT count(*) FROM temp.roster_post", as: Int.self) ?? 0
      let open =
        try registry.value(
          "SELECT count(*) FROM open_mission AS o WHERE \(raw: ofMissions.joined(separator: " AND "))",
          as: Int.self) ?? 0
      self.title = title.sentence(of: try Roster.sender(asked))
      lines =
        [
          Sentence(
            "As known on \(known).", vi: "Theo thông tin đến ngày \(PageDate.vietnamese(known)).")
        ]
        + (try Roster.batches(title, asked)) + [
          Sentence(
            "House order: \(order.english)", vi: "Thứ tự nội bộ: \(order.vietnamese)"),
          Sentence(
            "Heads: \(heads)\(detail). Missions: \(open), of them \(without) with no known head.",
            vi: """
              Số người: \(heads)\(detail). Số cơ quan: \(open), trong đó \(without) cơ quan \
              chưa rõ người đứng đầu.
              """),
          Sentence(
            "† term inferred, not stated by the source   ? uncertain   ≈ end of a standard term",
            vi: """
              † nhiệm kỳ suy ra, nguồn không nêu   ? chưa chắc chắn   ≈ hết một nhiệm kỳ thông \
              thường
              """),
        ]
      facts =
        title.facts + [
          ("known_day", .text(known)), ("order", .text(order.english)),
          ("head_count", .integer(Int64(heads))), ("missions", .integer(Int64(open))),
          ("posts_without_known_head_count", .integer(Int64(without))),
        ]
    }
  }

  /// The batches of a term as sources report them: how many heads there should be.
  private static func batches(
    _ title: Title, _ asked: AskedReport
  ) throws(RegistryError) -> [Sentence] {
    guard case .term(let term) = title else { return [] }
    let batches = try asked.registry.all(
      """
      SELECT coalesce(handed_over, decided), coalesce(reported_count, '?') FROM term_batch
      WHERE term = \(term) ORDER BY number
      """
    ) { (row) throws(SQLiteError) in
      (try row.get(0, as: String?.self), try row.get(1, as: String.self))
    }
    guard !batches.isEmpty else { return [] }
    return [
      Sentence(
        "Decisions as reported: "
          + batches.map { "\($0.0.map(PageDate.english) ?? "no date"): \($0.1)" }.joined(
            separator: "; ") + ".",
        vi: "Số quyết định theo báo chí: "
          + batches.map { "\($0.0.map(PageDate.vietnamese) ?? "chưa rõ ngày"): \($0.1)" }
          .joined(separator: "; ") + ".")
    ]
  }

  private static func sender(_ asked: AskedReport) throws(RegistryError) -> Sentence {
    let name = try asked.registry.first(
      """
      SELECT \(raw: Phrases.englishInText(of: "party")), coalesce(name_vi, name_en)
      FROM registry JOIN party ON party.key = registry.sender
      """
    ) { (row) throws(SQLiteError) in
      Sentence(try row.get(0, as: String.self), vi: try row.get(1, as: String.self))
    }
    return name ?? Sentence("all senders", vi: "các nước")
  }
}
