import Registry
import SQLite

/// What hangs on a record beside its heads: notes between them, seats, what came before and after.
extension Cards {
  /// The notes of a mission, each with the head behind whom it stands.
  func notes(of mission: String) -> ReportSection {
    ReportSection(
      name: "notes",
      title: Sentence("Between the heads", vi: "Ghi chú giữa các nhiệm kỳ"),
      columns: [
        .text("behind", Sentence("Behind", vi: "Sau")), .text("note"), .machine("follows"),
      ],
      sql: """
        SELECT person.name, n.text, n.follows
        FROM mission_note AS n
        LEFT JOIN posting AS p ON p.key = n.follows
        LEFT JOIN person ON person.key = p.person
        LEFT JOIN accreditation AS a ON a.posting = n.follows AND a.is_resident
        WHERE n.mission = \(mission) ORDER BY coalesce(a.began_earliest, a.in_office_by_earliest), n.key
        """)
  }

  /// How a mission, a party or a person was until a day, the latest change first.
  func former(_ entity: RecordKind, _ key: String) -> ReportSection {
    let turning = entity.turning.joined().filter { shownOfFormer.contains($0) }
    let columns = turning.map { column -> ReportColumn in
      .text(column, entity.label(of: column))
    }
    let values = turning.map { column -> SQL in
      switch column {
      case "kind":
        "(SELECT \(raw: phrases.name(of: "k")) FROM mission_kind AS k WHERE k.key = f.kind)"
      case "receiver":
        "(SELECT \(raw: phrases.name(of: "r")) FROM party AS r WHERE r.key = f.receiver)"
      default: "f.\(name: column)"
      }
    }
    return ReportSection(
      name: "former",
      title: Sentence("Formerly", vi: "Trước đây"),
      columns: [.date("changed", Sentence("Until", vi: "Đến"))] + columns + [
        .text("document", Sentence("Document", vi: "Văn bản")), .text("note"),
      ],
      sql: """
        SELECT f.changed, \(raw: values.joined(separator: ", ")),
          coalesce(d.number, d.subject), f.note
        FROM \(name: "\(entity.table)_former") AS f
        LEFT JOIN document AS d ON d.key = f.document
        WHERE f.\(name: entity.table) = \(key)
        ORDER BY coalesce(f.changed_latest, '9999') DESC, f.changed DESC
        """)
  }

  private var shownOfFormer: Set<String> { ["name", "name_en", "name_vi", "kind", "receiver"] }

  /// The times in which a mission was closed.
  func closures(of mission: String) -> ReportSection {
    ReportSection(
      name: "closures",
      title: Sentence("Times closed", vi: "Thời gian đóng cửa"),
      columns: [
        .date("closed"), .date("reopened", Sentence("Opened again", vi: "Mở lại")), .text("note"),
        .machine("closing_document"), .machine("reopening_document"),
      ],
      sql: """
        SELECT closed, reopened, note, closing_document, reopening_document
        FROM mission_closure WHERE mission = \(mission) ORDER BY closed_earliest, closed
        """)
  }

  func seats(of mission: String) -> ReportSection {
    ReportSection(
      name: "seats",
      title: Labels.of("seats"),
      columns: [
        .text("place"), .date("since", Sentence("Since", vi: "Từ")),
        .date("until", Sentence("Until", vi: "Đến")), .text("note"), .machine("place_key"),
      ],
      sql: """
        SELECT \(raw: phrases.name(of: "p")), s.since, s.until, s.note, s.place
        FROM mission_seat AS s JOIN place AS p ON p.key = s.place
        WHERE s.mission = \(mission) ORDER BY s.since_earliest, s.key
        """)
  }

  func lineage(of party: String) -> ReportSection {
    let before = Labels.of("predecessors")[language]
    let after = Labels.of("successors")[language]
    return ReportSection(
      name: "lineage",
      title: Sentence("Before and after", vi: "Trước và sau"),
      columns: [
        .text("relation", Sentence("Relation", vi: "Quan hệ")), .text("name", Labels.of("party")),
        .date("valid_from"), .date("valid_until"), .machine("key"),
      ],
      sql: """
        SELECT relation, \(raw: phrases.name(of: "p")), p.valid_from, p.valid_until, p.key
        FROM (
          SELECT \(before) AS relation, predecessor AS other
          FROM party_succession WHERE successor = \(party)
          UNION ALL
          SELECT \(after), successor
          FROM party_succession WHERE predecessor = \(party)
        ) AS x
        JOIN party AS p ON p.key = x.other
        ORDER BY relation, p.valid_from_earliest, p.key
        """)
  }

  /// Postings that a person held together, and from where.
  func heldTogether(by person: String) -> ReportSection {
    ReportSection(
      name: "held_together",
      title: Sentence("Held together", vi: "Kiêm nhiệm cùng lúc"),
      columns: [
        .text("missions"), .text("resident_at", Sentence("Resident at", vi: "Thường trú tại")),
        .machine("key"),
      ],
      sql: """
        SELECT
          (
            SELECT group_concat(name, '; ')
            FROM (
              SELECT \(raw: phrases.name(of: "m")) AS name
              FROM concurrent_member AS cm
              JOIN posting AS p ON p.key = cm.posting
              JOIN mission AS m ON m.key = p.mission
              WHERE cm.appointment = c.key ORDER BY name
            )
          ),
          (SELECT \(raw: phrases.name(of: "l")) FROM place AS l WHERE l.key = c.place)
            || coalesce(
              ', ' || (SELECT \(raw: phrases.name(of: "t")) FROM party AS t WHERE t.key = c.party),
              ''
            ),
          c.key
        FROM concurrent_appointment AS c WHERE c.person = \(person) ORDER BY c.key
        """)
  }

  /// What is cited for a record.
  func sources(of entity: RecordKind, _ key: String) -> ReportSection {
    ReportSection(
      name: "sources",
      title: Sentence("Sources", vi: "Nguồn"),
      columns: [
        // A page has the place as a footnote has it: behind the title.
        .page("source"), .machine("source"), .text("field"), .text("says"),
        .machine("section"), .machine("address"), .machine("source_key"), .machine("citation"),
      ],
      sql: """
        SELECT s.title || coalesce(', ' || c.section, ''), s.title, c.field, c.says, c.section,
          s.address, s.key, c.key
        FROM citation AS c JOIN source AS s ON s.key = c.source
        WHERE c.\(name: entity.name) = \(key) ORDER BY s.key, c.key
        """)
  }

  /// What a source says, and of which records.
  func citations(from source: String) -> ReportSection {
    ReportSection(
      name: "citations",
      title: Sentence("What it says", vi: "Nguồn nói gì"),
      columns: [
        .text("about", Sentence("About", vi: "Về")), .text("of", Sentence("Of", vi: "Bản ghi")),
        .text("field"), .text("says"), .text("section", RecordKind.citation.label(of: "section")),
        .machine("citation"),
      ],
      sql: """
        SELECT \(raw: RecordKind.subjectNoun(phrases)), \(raw: RecordKind.subjectKey), t.field,
          t.says, t.section, t.key
        FROM citation AS t WHERE t.source = \(source) ORDER BY t.key
        """)
  }
}
