package import Registry
import SQLite

/// The roster of a term, or of a day: who heads which mission, in the house order.
package struct Roster {
  package let registry: Registry
  package let language: Language

  package init(_ registry: Registry, in language: Language) {
    self.registry = registry
    self.language = language
  }

  var phrases: Phrases { Phrases(language: language) }

  /// The heads named in a term, then the posts with no known head.
  package func ofTerm(_ term: String) throws(RegistryError) -> Report {
    let day = try knownDay()
    let posts = try postsWithoutHead(on: day)
    let heads = try keep(headsOfTerm(term))
    let sender = try senderName()
    var report = Report(
      name: "roster",
      title: Sentence(
        "Heads of the missions of \(sender.english) abroad, term \(term)",
        vi: """
          Trưởng Cơ quan đại diện \(sender.vietnamese) ở nước ngoài nhiệm kỳ \
          \(term.replacing("-", with: " - "))
          """),
      facts: [
        ("term", .text(term)), ("known_day", .text(day)), ("order", .text(Self.order.english)),
        ("head_count", .integer(Int64(heads.total))),
      ],
      sections: [
        ReportSection(
          name: "heads", columns: Self.columns, sql: Self.keptHeads,
          whenEmpty: Sentence(
            "No head of this term is known.", vi: "Chưa rõ ai thuộc nhiệm kỳ này.")),
        section(ofPostsWithoutHead: posts, on: day),
      ]
    )
    report.lines = try heading(
      day: day, heads: heads, into: &report.facts, on: day, without: posts.count)
    report.lines.insert(contentsOf: try batches(of: term), at: 1)
    return report
  }

  /// Who heads which mission on a day, certainly or possibly.
  ///
  /// - Parameter day: `YYYY-MM-DD`; `nil` is the last day that the registry knows.
  package func onDay(_ day: String?, term: String? = nil) throws(RegistryError) -> Report {
    let known = try knownDay()
    let day = day ?? known
    let posts = try postsWithoutHead(on: day)
    let heads = try keep(headsOnDay(day, term: term))
    let sender = try senderName()
    var report = Report(
      name: "roster",
      title: Sentence(
        "Heads of the missions of \(sender.english) abroad on \(day)",
        vi: """
          Trưởng Cơ quan đại diện \(sender.vietnamese) ở nước ngoài, ngày \
          \(PageDate.vietnamese(day))
          """),
      facts: [
        ("on", .text(day)), ("known_day", .text(known)), ("order", .text(Self.order.english)),
        ("head_count", .integer(Int64(heads.total))),
      ],
      sections: [
        ReportSection(
          name: "heads", columns: Self.columns, sql: Self.keptHeads,
          whenEmpty: Sentence(
            "Nobody is known to be in office on that day.",
            vi: "Chưa rõ ai đương nhiệm vào ngày này.")),
        section(ofPostsWithoutHead: posts, on: day),
      ]
    )
    report.lines = try heading(
      day: known, heads: heads, into: &report.facts, on: day, without: posts.count)
    return report
  }

  // MARK: Columns and rows

  static let columns: [ReportColumn] = [
    .number("number"), .page("marks"), .text("name"), .text("title"), .text("mission"),
    .text("concurrent"), .page("appointed_or_handed_over", .date), .date("credentials"),
    .page("planned_or_standard_end", .date), .text("status"),
    .machine("posting"), .machine("person"), .machine("mission_key"), .machine("mission_kind"),
    .machine("status_code"), .machine("certainty"), .machine("term_is_inferred"),
    .machine("appointed"), .machine("handed_over"), .machine("began"), .machine("began_by"),
    .machine("planned_end"), .machine("planned_end_by"),
  ]

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

  private func headsOfTerm(_ term: String) -> SQL {
    let handedOver: SQL = language == .english ? "' (handed over)'" : "' (trao QĐ)'"
    return """
      SELECT
        row_number() OVER (
          ORDER BY house_order, class_order, precedence_earliest, decision_earliest,
            person_sort_key
        ) AS number,
        nullif(
          CASE WHEN term_is_inferred THEN '†' ELSE '' END
          || CASE WHEN certainty = 'uncertain' THEN '?' ELSE '' END,
          ''
        ) AS marks,
        person_name AS name,
        \(raw: phrases.localized("title_name")) AS title,
        \(raw: phrases.localized("mission_name")) AS mission,
        \(raw: phrases.localized("concurrent")) AS concurrent,
        coalesce(appointed, handed_over || \(raw: handedOver)),
        credentials,
        CASE planned_end_by WHEN 'standard-term' THEN '≈ ' ELSE '' END || planned_end,
        \(raw: phrases.label("term_roster.status", of: "status")) AS status,
        posting, person, mission AS mission_key, mission_kind, status AS status_code, certainty,
        term_is_inferred, appointed, handed_over, began, began_by, planned_end, planned_end_by
      FROM term_roster
      WHERE term = \(term)
      ORDER BY 1
      """
  }

  static func isInOffice(on day: String, term: String?) -> SQL {
    var condition: SQL = """
      i.is_resident
      AND (i.began_earliest <= \(day) OR i.began_earliest IS NULL)
      AND (i.ended_latest >= \(day) OR i.ended_latest IS NULL)
      AND NOT (i.ended_by = 'unknown' AND i.began_latest IS NULL)
      AND NOT (i.ended_by = 'unknown' AND \(day) >= (SELECT day FROM known_day))
      """
    if let term { condition += " AND i.term = \(term)" }
    return condition
  }

  private static func isCertain(on day: String) -> SQL {
    "(i.began_latest <= \(day) AND \(day) <= i.ended_earliest AND NOT i.is_unsure)"
  }

  private func headsOnDay(_ day: String, term: String?) -> SQL {
    let concurrent: SQL = """
      (
        SELECT group_concat(name, '; ')
        FROM (
          SELECT \(raw: phrases.name(of: "r")) AS name
          FROM accreditation AS c JOIN party AS r ON r.key = c.receiver
          WHERE c.posting = i.posting AND NOT c.is_resident
          ORDER BY r.\(raw: phrases.localized("sort_key"))
        )
      )
      """
    let handedOver: SQL = language == .english ? "' (handed over)'" : "' (trao QĐ)'"
    let status: SQL =
      "CASE WHEN \(raw: Self.isCertain(on: day)) THEN 'certainly' ELSE 'possibly' END"
    return """
      SELECT
        row_number() OVER (
          ORDER BY k.house_order, i.function = 'acting', coalesce(i.vienna_class, 9),
            coalesce(i.began_earliest, '9999'), ltrim(coalesce(i.appointed, i.handed_over, '9999'), '[.'),
            i.person_sort_key
        ) AS number,
        CASE WHEN i.certainty = 'uncertain' THEN '?' END AS marks,
        i.person_name,
        i.\(raw: phrases.localized("title_name")),
        i.\(raw: phrases.localized("mission_name")),
        \(raw: concurrent),
        coalesce(i.appointed, i.handed_over || \(raw: handedOver)),
        coalesce(i.credentials, i.exequatur),
        coalesce(i.planned_end, '≈ ' || i.standard_end),
        \(raw: phrases.label("incumbent.in_office", of: status)),
        i.posting, i.person, i.mission, i.mission_kind, \(raw: status), i.certainty,
        p.term_is_inferred, i.appointed, i.handed_over, i.began, i.began_by,
        coalesce(i.planned_end, i.standard_end),
        CASE
          WHEN i.planned_end IS NOT NULL THEN 'recorded'
          WHEN i.standard_end IS NOT NULL THEN 'standard-term'
        END
      FROM incumbency AS i
      JOIN posting AS p ON p.key = i.posting
      JOIN mission_kind AS k ON k.key = i.mission_kind
      WHERE \(raw: Self.isInOffice(on: day, term: term))
      ORDER BY 1
      """
  }

  // MARK: Heading

  private struct Counts {
    var total = 0
    var words: [(label: String, count: Int)] = []
  }

  private static let keptHeads: SQL = "SELECT * FROM temp.roster_head ORDER BY number"

  /// Computes the heads once, into a table of this connection's own memory: the heading counts
  /// them before the rows are written.
  ///
  /// A roster has as many rows as there are missions.
  private func keep(_ heads: SQL) throws(RegistryError) -> Counts {
    let columns = "\(names: Self.columns.map(\.name))" as SQL
    try registry.run("DROP TABLE IF EXISTS temp.roster_head")
    try registry.run("CREATE TEMP TABLE roster_head (\(raw: columns))")
    try registry.run("INSERT INTO temp.roster_head " + heads)
    var counts = Counts()
    let rows = try registry.all(
      "SELECT status, count(*) FROM temp.roster_head GROUP BY status ORDER BY 2 DESC, 1"
    ) { (row) throws(SQLiteError) in
      (try row.get(0, as: String.self), try row.get(1, as: Int.self))
    }
    for (label, count) in rows {
      counts.total += count
      counts.words.append((label, count))
    }
    return counts
  }

  private func heading(
    day: String, heads: Counts, into facts: inout [(name: String, value: Value)],
    on posts: String, without: Int
  ) throws(RegistryError) -> [Sentence] {
    let open =
      try registry.value(
        "SELECT count(*) FROM mission AS m WHERE \(raw: Self.isOpen(on: posts))", as: Int.self) ?? 0
    facts.append(("missions", .integer(Int64(open))))
    facts.append(("posts_without_known_head_count", .integer(Int64(without))))
    let words = heads.words.map { "\($0.count) \($0.label)" }.joined(separator: ", ")
    let detail = words.isEmpty ? "" : " (\(words))"
    return [
      Sentence("As known on \(day).", vi: "Theo thông tin đến ngày \(PageDate.vietnamese(day))."),
      Sentence(
        "House order: \(Self.order.english)", vi: "Thứ tự nội bộ: \(Self.order.vietnamese)"),
      Sentence(
        "Heads: \(heads.total)\(detail). Missions: \(open), of them \(without) with no known head.",
        vi: """
          Số người: \(heads.total)\(detail). Số cơ quan: \(open), trong đó \(without) cơ quan \
          chưa rõ người đứng đầu.
          """),
      Sentence(
        "† term inferred, not stated by the source   ? uncertain   ≈ end of a standard term",
        vi:
          "† nhiệm kỳ suy ra, nguồn không nêu   ? chưa chắc chắn   ≈ hết một nhiệm kỳ thông thường"),
    ]
  }

  /// The batches of a term as sources report them: how many heads there should be.
  private func batches(of term: String) throws(RegistryError) -> [Sentence] {
    let batches = try registry.all(
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
          + batches.map { "\($0.0 ?? "no date"): \($0.1)" }.joined(separator: "; ") + ".",
        vi: "Số quyết định theo báo chí: "
          + batches.map { "\($0.0.map(PageDate.vietnamese) ?? "chưa rõ ngày"): \($0.1)" }
          .joined(separator: "; ") + ".")
    ]
  }

  private func knownDay() throws(RegistryError) -> String {
    try registry.value("SELECT day FROM known_day", as: String.self) ?? ""
  }

  private func senderName() throws(RegistryError) -> Sentence {
    let name = try registry.first(
      """
      SELECT coalesce(name_en, name_vi), coalesce(name_vi, name_en)
      FROM registry JOIN party ON party.key = registry.sender
      """
    ) { (row) throws(SQLiteError) in
      Sentence(try row.get(0, as: String.self), vi: try row.get(1, as: String.self))
    }
    return name ?? Sentence("all senders", vi: "các nước")
  }
}
