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

  package func card(of entity: Entity, key: String) -> Report {
    let sections: [ReportSection] =
      switch entity {
      case .person: [person(key), heads("p.person", key), heldTogether(by: key)]
      case .mission: [mission(key), heads("p.mission", key), notes(of: key), seats(of: key)]
      case .party: [party(key), missions(at: key), lineage(of: key)]
      case .term: [term(key), batches(of: key), heads("p.term", key)]
      case .batch: [batch(key), heads("p.batch", key)]
      case .document: [document(key), postings(by: key)]
      default: [posting(key), accreditations(of: key), extensions(of: key)]
      }
    return Report(name: entity.rawValue, sections: sections + [sources(of: entity, key)])
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
            .number("gap_days", Sentence("Days of a gap", vi: "Số ngày khuyết")),
            .number("missions"),
            .number("people", Sentence("People", vi: "Nhân vật")),
            .number("postings"), .number("parties", Sentence("Parties", vi: "Nước, tổ chức")),
            .number("changes", Sentence("Changes", vi: "Thay đổi")), .machine("known_until"),
            .machine("schema"),
          ],
          sql: """
            SELECT \(raw: phrases.name(of: "s")), (SELECT day FROM known_day),
              r.standard_term_months, r.gap_days, (SELECT count(*) FROM mission),
              (SELECT count(*) FROM person), (SELECT count(*) FROM posting),
              (SELECT count(*) FROM party), (SELECT count(*) FROM change), r.known_until,
              (SELECT max(number) FROM migration)
            FROM registry AS r LEFT JOIN party AS s ON s.key = r.sender
            """)
      ])
  }

  private func record(_ entity: Entity, _ columns: [ReportColumn], _ sql: SQL) -> ReportSection {
    ReportSection(name: entity.rawValue, layout: .record, columns: columns, sql: sql)
  }

  private func person(_ key: String) -> ReportSection {
    record(
      .person,
      [
        .text("key"), .text("name"), .text("other_names"), .text("family_name"),
        .text("middle_name"), .text("given_name"), .text("name_suffix"), .text("sort_name"),
        .text("gender"), .date("born"), .date("died"), .text("career"), .text("home"),
        .text("ranks"), .text("wikidata"), .text("note"),
      ],
      """
      SELECT key, name, (SELECT group_concat(name, '; ') FROM person_name WHERE person = t.key),
        family_name, middle_name, given_name, name_suffix, sort_name,
        \(raw: phrases.label("person.gender", of: "gender")), born, died,
        coalesce(\(raw: phrases.label("person.career", of: "career")), career), home,
        (SELECT group_concat(rank || coalesce(' (' || conferred || ')', ''), '; ')
         FROM person_rank WHERE person = t.key),
        wikidata, note
      FROM person AS t WHERE key = \(key)
      """)
  }

  private func mission(_ key: String) -> ReportSection {
    record(
      .mission,
      [
        .text("key"), .text("name_en"), .text("name_vi"), .text("other_names"), .text("kind"),
        .text("sender"), .text("receiver"), .text("seat"), .text("covers"), .text("districts"),
        .text("parent"), .date("opened"), .date("closed"), .text("certainty"), .text("wikidata"),
        .text("note"),
      ],
      """
      SELECT t.key, t.name_en, t.name_vi,
        (SELECT group_concat(name, '; ') FROM mission_name WHERE mission = t.key),
        \(raw: phrases.name(of: "k")), \(raw: phrases.name(of: "s")), \(raw: phrases.name(of: "r")),
        t.seat || CASE WHEN t.seat_is_inferred THEN ' ?' ELSE '' END,
        (
          SELECT group_concat(name, '; ')
          FROM (
            SELECT \(raw: phrases.name(of: "c"))
              || coalesce(' (' || mc.known_on || ')', '') AS name
            FROM mission_coverage AS mc JOIN party AS c ON c.key = mc.receiver
            WHERE mc.mission = t.key ORDER BY c.\(raw: phrases.localized("sort_key"))
          )
        ),
        (SELECT group_concat(area, '; ') FROM consular_district WHERE mission = t.key),
        t.parent, t.opened, t.closed,
        \(raw: phrases.label("mission.certainty", of: "t.certainty")), t.wikidata, t.note
      FROM mission AS t
      JOIN mission_kind AS k ON k.key = t.kind
      JOIN party AS s ON s.key = t.sender
      JOIN party AS r ON r.key = t.receiver
      WHERE t.key = \(key)
      """)
  }

  private func party(_ key: String) -> ReportSection {
    record(
      .party,
      [
        .text("key"), .text("name_en"), .text("name_vi"), .text("official_name_en"),
        .text("official_name_vi"), .text("other_names"), .text("kind"), .text("iso"),
        .text("functions_begin"), .text("precedence"), .date("valid_from"), .date("valid_until"),
        .text("successor"), .text("region"), .text("wikidata"), .text("note"),
      ],
      """
      SELECT key, name_en, name_vi, official_name_en, official_name_vi,
        (SELECT group_concat(name, '; ') FROM party_name WHERE party = t.key),
        \(raw: phrases.label("party.kind", of: "kind")),
        nullif(concat_ws_iso, ''),
        \(raw: phrases.label("party.functions_begin", of: "functions_begin")),
        \(raw: phrases.label("party.precedence", of: "precedence")),
        valid_from, valid_until, successor,
        coalesce(\(raw: phrases.label("party.region", of: "region")), region), wikidata, note
      FROM (
        SELECT *, trim(
          coalesce(iso_alpha2, '') || ' ' || coalesce(iso_alpha3, '') || ' '
          || coalesce(iso_numeric, '')
        ) AS concat_ws_iso
        FROM party
      ) AS t
      WHERE key = \(key)
      """)
  }

  private func term(_ key: String) -> ReportSection {
    record(
      .term, [.text("key", Labels.of("term")), .date("begins"), .date("ends"), .text("note")],
      "SELECT key, begins, ends, note FROM term WHERE key = \(key)")
  }

  private func batch(_ key: String) -> ReportSection {
    record(
      .batch,
      [
        .text("key", Labels.of("batch")), .text("term"), .number("number"), .text("authority"),
        .date("decided"), .date("handed_over"), .text("presided_by"), .text("reported_count"),
        .text("reported_scope"), .text("note"),
      ],
      """
      SELECT key, term, number, authority, decided, handed_over, presided_by, reported_count,
        reported_scope, note
      FROM term_batch WHERE key = \(key)
      """)
  }

  private func document(_ key: String) -> ReportSection {
    record(
      .document,
      [
        .text("key"), .text("document"), .text("kind"), .text("issuer"), .date("dated"),
        .text("subject"), .text("supersedes"), .text("note"),
      ],
      """
      SELECT key, number, kind, issuer, dated, subject, supersedes, note
      FROM document WHERE key = \(key)
      """)
  }

  private func posting(_ key: String) -> ReportSection {
    record(
      .posting,
      [
        .text("posting"), .text("name"), .text("title"), .text("mission"), .text("function"),
        .text("acting_reason"), .text("nomination"), .text("term"), .text("batch"),
        .date("began"), .page("planned_or_standard_end", .date), .date("ended"), .text("status"),
        .text("end_reason"), .text("certainty"), .text("note"), .machine("person"),
        .machine("mission_key"), .machine("end_mark"), .machine("planned_end"),
      ],
      """
      SELECT p.key, person.name, \(raw: phrases.name(of: "t")), \(raw: phrases.name(of: "m")),
        \(raw: phrases.label("posting.function", of: "p.function")),
        \(raw: phrases.label("posting.acting_reason", of: "p.acting_reason")),
        \(raw: phrases.label("posting.nomination", of: "p.nomination")),
        p.term, p.batch, i.began,
        coalesce(p.planned_end, '≈ ' || i.standard_end), i.ended,
        \(raw: phrases.label("incumbency.ended_by", of: "i.ended_by")),
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
    let milestones = (Entity.milestones + ["in_office_by", "in_office_on"]).enumerated().map {
      (position, column) -> SQL in
      let note: SQL = column.hasPrefix("in_office") ? "NULL" : "\(name: column + "_note")"
      return """
        SELECT key, \(position) AS place, \(Labels.of(column)[language]) AS milestone,
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
        ORDER BY coalesce(i.began_earliest, i.began_latest), p.key
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

  private func sources(of entity: Entity, _ key: String) -> ReportSection {
    let column = SQL(name: entity == .batch ? "batch" : entity.rawValue)
    return ReportSection(
      name: "sources",
      title: Sentence("Sources", vi: "Nguồn"),
      columns: [
        .text("source"), .text("field", Sentence("Field", vi: "Mục")), .text("says"),
        .machine("address"),
      ],
      sql: """
        SELECT s.title, c.field, c.says, s.address
        FROM citation AS c JOIN source AS s ON s.key = c.source
        WHERE c.\(raw: column) = \(key) ORDER BY s.key, c.key
        """)
  }
}
