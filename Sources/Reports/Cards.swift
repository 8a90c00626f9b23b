package import Registry
import SQLite

/// One record with everything that hangs on it.
package struct Cards {
  package let registry: Registry
  package let language: Language

  package init(_ registry: Registry, in language: Language) {
    self.registry = registry
    self.language = language
  }

  var phrases: Phrases { Phrases(language: language) }
  private var headLists: HeadLists { HeadLists(registry, in: language) }

  package func card(of entity: RecordKind, key: String) -> Report {
    var sections = entity.card.map { section($0, of: entity, key) }
    if entity.isCited { sections.append(sources(of: entity, key)) }
    return Report(
      name: entity.name, sections: sections, isOfDay: !entity.turning.isEmpty || entity == .posting)
  }

  private func section(
    _ section: RecordKind.CardSection, of entity: RecordKind, _ key: String
  ) -> ReportSection {
    switch section {
    case .record: record(entity, key)
    case .posting: posting(key)
    case .accreditations: accreditations(of: key)
    case .extensions: extensions(of: key)
    case .heads(let column): heads("\(name: column, of: "p")", key)
    case .heldTogether: heldTogether(by: key)
    case .notesBetween: notes(of: key)
    case .former: former(entity, key)
    case .closures: closures(of: key)
    case .seats: seats(of: key)
    case .missionsThere: missions(at: key)
    case .lineage: lineage(of: key)
    case .batches: batches(of: key)
    case .effects: postings(by: key)
    case .said: citations(from: key)
    }
  }

  /// What the registry says of itself, and how much it holds.
  package func registryCard() -> Report {
    Report(
      name: "registry",
      sections: [
        ReportSection(
          name: "registry", layout: .record,
          columns: [
            .text("sender"),
            .date("known_day", Sentence("Known until", vi: "Thông tin đến ngày")),
            .number("standard_term_months", Sentence("Months of a term", vi: "Số tháng nhiệm kỳ")),
            .number(
              "longest_term_months",
              Sentence("Months of a longest term", vi: "Số tháng nhiệm kỳ dài nhất")),
            .number("gap_days", Sentence("Days of a gap", vi: "Số ngày khuyết")),
            .number("missions"),
            .number("people", Sentence("People", vi: "Người")),
            .number("postings"), .number("parties", Sentence("Parties", vi: "Nước, tổ chức")),
            .number("changes", Sentence("Changes", vi: "Thay đổi")), .machine("known_until"),
            .machine("schema"),
          ],
          sql: """
            SELECT \(raw: phrases.name(of: "s")), known_day.day, r.standard_term_months,
              known_day.longest_term_months, r.gap_days, (SELECT count(*) FROM mission),
              (SELECT count(*) FROM person), (SELECT count(*) FROM posting),
              (SELECT count(*) FROM party), (SELECT count(*) FROM change), r.known_until,
              (SELECT max(number) FROM migration)
            FROM registry AS r JOIN known_day LEFT JOIN party AS s ON s.key = r.sender
            """)
      ])
  }

  /// The columns of a record, as its kind has them.
  private func record(_ entity: RecordKind, _ key: String) -> ReportSection {
    let shown = Shown(entity, phrases).card
    return ReportSection(
      name: entity.name, layout: .record, columns: shown.map(\.column),
      sql: """
        SELECT \(raw: shown.map(\.sql).joined(separator: ", "))
        FROM \(name: entity.table) AS t WHERE t.key = \(key)
        """)
  }

  private func posting(_ key: String) -> ReportSection {
    ReportSection(
      name: "posting", layout: .record,
      columns: [
        .text("posting"), .text("name"), .text("title"), .text("mission"), .text("function"),
        .text("acting_reason"), .text("nomination"), .text("term"), .text("batch"),
        .date("began"), .page("planned_or_standard_end", .date), .date("ended"), .text("status"),
        .text("end_reason"), .text("certainty"), .text("note"), .machine("person"),
        .machine("mission_key"), .machine("end_mark"), .machine("planned_end"),
      ],
      sql: """
        SELECT p.key, person.name, \(raw: phrases.name(of: "t")), \(raw: phrases.name(of: "m")),
          \(raw: phrases.label("posting.function", of: "p.function")),
          \(raw: phrases.label("posting.acting_reason", of: "p.acting_reason")),
          \(raw: phrases.label("posting.nomination", of: "p.nomination")),
          p.term, p.batch, i.began,
          coalesce(p.planned_end, '≈ ' || i.standard_end), i.ended,
          \(raw: phrases.label("tenure.status", of: "i.status")),
          nullif(
            trim(coalesce(\(raw: phrases.name(of: "e")), '') || ' ' || coalesce(p.end_note, '')), ''
          ),
          \(raw: phrases.label("posting.certainty", of: "p.certainty")), p.note, p.person, p.mission,
          p.end_mark, p.planned_end
        FROM posting AS p
        JOIN person ON person.key = p.person
        JOIN mission AS m ON m.key = p.mission
        JOIN title AS t ON t.key = p.title
        LEFT JOIN end_reason AS e ON e.key = p.end_reason
        JOIN tenure AS i ON i.posting = p.key AND i.is_resident
        WHERE p.key = \(key)
        """)
  }

  /// The milestones that happened, towards each receiver, in the order of the procedure.
  private func accreditations(of posting: String) -> ReportSection {
    // Each part asks for this posting alone: SQLite would compute the union for them all.
    let milestones = (RecordKind.milestones + ["in_office_by", "in_office_on"]).enumerated().map {
      (position, column) -> SQL in
      let note: SQL = column.hasPrefix("in_office") ? "NULL" : "\(name: column + "_note")"
      return """
        SELECT key, \(position) AS place, \(RecordKind.accreditation.label(of: column)[language]) AS milestone,
          \(name: column) AS day, \(raw: note) AS note
        FROM accreditation WHERE \(name: column) IS NOT NULL AND posting = \(posting)
        """
    }
    return ReportSection(
      name: "accreditations",
      title: Sentence("Accreditations", vi: "Ủy nhiệm"),
      columns: [
        .text("receiver"), .text("resident"),
        .text("milestone", Sentence("Milestone", vi: "Mốc")),
        .date("day", Sentence("Day", vi: "Ngày")), .text("note"), .machine("accreditation"),
      ],
      sql: """
        SELECT \(raw: phrases.name(of: "r")),
          \(raw: phrases.label("accreditation.is_resident", of: "CAST(a.is_resident AS TEXT)")),
          x.milestone, x.day, coalesce(x.note, a.note), a.key
        FROM accreditation AS a
        JOIN party AS r ON r.key = a.receiver
        LEFT JOIN (\(raw: milestones.joined(separator: " UNION ALL "))) AS x ON x.key = a.key
        WHERE a.posting = \(posting)
        ORDER BY a.is_resident DESC, r.\(raw: phrases.localized("sort_key")), x.place
        """)
  }

  private func extensions(of posting: String) -> ReportSection {
    ReportSection(
      name: "extensions",
      title: Sentence("Extensions", vi: "Điều chỉnh nhiệm kỳ"),
      columns: [
        .number("number"), .date("decided"), .date("previous_end"), .date("planned_end"),
        .text("document"), .text("note"),
      ],
      sql: """
        SELECT number, decided, previous_end, planned_end, document, note
        FROM extension WHERE posting = \(posting) ORDER BY number
        """)
  }

  private func heads(_ column: SQL, _ key: String) -> ReportSection {
    ReportSection(
      name: "postings",
      title: Sentence("Postings", vi: "Các lần bổ nhiệm"),
      columns: HeadLists.columns,
      sql: headLists.select + """
         WHERE a.is_resident AND \(raw: column) = \(key)
        ORDER BY coalesce(i.since, i.ended), p.key
        """)
  }

  private func missions(at party: String) -> ReportSection {
    ReportSection(
      name: "missions",
      title: Sentence("Missions there", vi: "Các cơ quan đại diện tại đây"),
      columns: [
        .text("key"), .text("name", Labels.of("mission")), .date("opened"), .date("closed"),
      ],
      sql: """
        SELECT m.key, \(raw: phrases.name(of: "m")), m.opened, m.closed
        FROM mission AS m JOIN mission_kind AS k ON k.key = m.kind
        WHERE m.receiver = \(party) ORDER BY k.house_order, m.key
        """)
  }

  private func batches(of term: String) -> ReportSection {
    ReportSection(
      name: "batches",
      title: Sentence("Batches", vi: "Các đợt"),
      columns: [
        .text("key", Labels.of("batch")), .text("authority"), .date("decided"),
        .date("handed_over"), .text("presided_by"), .text("reported_count"),
        .text("reported_scope"), .text("note"),
      ],
      sql: """
        SELECT key, authority, decided, handed_over, presided_by, reported_count, reported_scope,
          note
        FROM term_batch WHERE term = \(term) ORDER BY number
        """)
  }

  private func postings(by document: String) -> ReportSection {
    ReportSection(
      name: "postings",
      title: Sentence("What it does", vi: "Tác dụng"),
      columns: [.text("effect"), .text("posting"), .text("name"), .text("mission")],
      sql: """
        SELECT \(raw: phrases.label("posting_document.effect", of: "d.effect")), p.key,
          person.name, \(raw: phrases.name(of: "m"))
        FROM posting_document AS d
        JOIN posting AS p ON p.key = d.posting
        JOIN person ON person.key = p.person
        JOIN mission AS m ON m.key = p.mission
        WHERE d.document = \(document) ORDER BY p.key, d.effect
        """)
  }
}
