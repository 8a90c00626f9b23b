package import Registry
import SQLite

/// Many records of one kind, a line each.
package struct Lists {
  package let registry: Registry
  package let language: Language

  package init(_ registry: Registry, in language: Language) {
    self.registry = registry
    self.language = language
  }

  private var phrases: Phrases { Phrases(language: language) }

  /// Which records a list holds.
  package struct Selection: Sendable {
    /// Words of a name; every one must begin a word of a name of the record.
    package var words: String?
    /// Conditions on columns of the table, each with its value.
    package var equal: [(column: String, value: String)] = []
    package var limit: Int?

    package init() {}
  }

  /// - Throws: where the words to find hold nothing that can be searched.
  package func records(
    of entity: Entity, _ selection: Selection = Selection()
  ) throws(RegistryError) -> Report {
    let (columns, select, order) = parts(of: entity)
    var sql = select
    if let words = selection.words {
      sql = "WITH " + (try found(of: entity, words)) + select
      sql += " JOIN found ON found.key = t.key"
    }
    let conditions = selection.equal.map { condition -> SQL in
      "\(name: condition.column, of: "t") = \(condition.value)"
    }
    if !conditions.isEmpty { sql += " WHERE " + conditions.joined(separator: " AND ") }
    sql += (selection.words == nil ? " ORDER BY " : " ORDER BY found.level, ") + order
    if let limit = selection.limit { sql += " LIMIT \(limit)" }
    return Report(
      name: "\(entity.rawValue)-list",
      sections: [ReportSection(name: "rows", columns: columns, sql: sql, whenEmpty: nothing)])
  }

  private var nothing: Sentence { Sentence("Nothing is found.", vi: "Không tìm thấy.") }

  /// The keys that match the words, with the level of the match: the name as it is, then the
  /// same letters and tones, then the same letters, then beginnings.
  private func found(of entity: Entity, _ words: String) throws(RegistryError) -> SQL {
    guard entity.isSearchable else {
      let pattern = "%" + NameKey.searchKey(words) + "%"
      let text = textColumns(of: entity).map { "name_fold(coalesce(\(name: $0), ''))" as SQL }
        .joined(separator: " || ' ' || ")
      return """
        found (key, level) AS (
          SELECT key, 0 FROM \(name: entity.table)
          WHERE replace(key, '-', ' ') || ' ' || \(raw: text) LIKE \(pattern)
        )

        """
    }
    try registry.prepareNames()
    guard let match = Search.expression(for: words) else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(Registry.quoted(words)) holds no word to find.",
          vi: "\(Registry.quoted(words)) không có từ nào để tìm."))
    }
    return """
      found (key, level) AS (
        SELECT n.key, min(
          CASE
            WHEN n.name = \(TextEntry.normalized(words)) THEN 0
            WHEN n.search_key <> \(NameKey.searchKey(words)) THEN 3
            WHEN name_key(n.name) = \(NameKey.sortKey(words)) THEN 1
            ELSE 2
          END
        )
        FROM name_index AS i JOIN searchable_name AS n ON n.id = i.rowid
        WHERE i.name_index MATCH \(match) AND n.subject = \(entity.table)
        GROUP BY n.key
      )

      """
  }

  private func textColumns(of entity: Entity) -> [String] {
    switch entity {
    case .document: ["number", "subject", "issuer"]
    case .term: ["note"]
    default: ["key"]
    }
  }

  private func parts(of entity: Entity) -> (columns: [ReportColumn], select: SQL, order: SQL) {
    switch entity {
    case .mission: missions
    case .party: parties
    case .term: terms
    case .batch: batches
    case .document: documents
    default: people
    }
  }

  private var people: ([ReportColumn], SQL, SQL) {
    (
      [
        .text("key"), .text("name"), .text("gender"), .date("born"), .date("died"),
        .number("postings"), .text("note"),
      ],
      """
      SELECT t.key, t.name, \(raw: phrases.label("person.gender", of: "t.gender")), t.born, t.died,
        (SELECT count(*) FROM posting WHERE person = t.key), t.note
      FROM person AS t
      """,
      "t.sort_key, t.key"
    )
  }

  private var missions: ([ReportColumn], SQL, SQL) {
    (
      [
        .text("key"), .text("name", Labels.of("mission")), .text("kind"), .text("seat"),
        .text("receiver"), .date("opened"), .date("closed"), .text("certainty"),
        .machine("kind_key"), .machine("receiver_key"), .machine("sender_key"),
      ],
      """
      SELECT t.key, \(raw: phrases.name(of: "t")), \(raw: phrases.name(of: "k")), t.seat,
        \(raw: phrases.name(of: "r")), t.opened, t.closed,
        \(raw: phrases.label("mission.certainty", of: "t.certainty")), t.kind, t.receiver, t.sender
      FROM mission AS t
      JOIN mission_kind AS k ON k.key = t.kind
      JOIN party AS r ON r.key = t.receiver
      """,
      "k.house_order, t.\(raw: phrases.localized("sort_key")), t.key"
    )
  }

  private var parties: ([ReportColumn], SQL, SQL) {
    (
      [
        .text("key"), .text("name_en"), .text("name_vi"), .text("kind"), .text("iso"),
        .number("missions"), .machine("iso_alpha3"), .machine("iso_numeric"),
      ],
      """
      SELECT t.key, t.name_en, t.name_vi, \(raw: phrases.label("party.kind", of: "t.kind")),
        t.iso_alpha2, (SELECT count(*) FROM mission WHERE receiver = t.key), t.iso_alpha3,
        t.iso_numeric
      FROM party AS t
      """,
      """
      coalesce(t.\(raw: phrases.localized("sort_key")), t.sort_key_en, t.sort_key_vi), t.key
      """
    )
  }

  private var terms: ([ReportColumn], SQL, SQL) {
    (
      [
        .text("key", Labels.of("term")), .date("begins"), .date("ends"), .number("batches"),
        .number("heads"), .text("note"),
      ],
      """
      SELECT t.key, t.begins, t.ends, (SELECT count(*) FROM term_batch WHERE term = t.key),
        (SELECT count(*) FROM posting WHERE term = t.key), t.note
      FROM term AS t
      """,
      "t.begins_earliest, t.key"
    )
  }

  private var batches: ([ReportColumn], SQL, SQL) {
    (
      [
        .text("key", Labels.of("batch")), .text("term"), .text("authority"), .date("decided"),
        .date("handed_over"), .text("presided_by"), .text("reported_count"),
        .text("reported_scope"),
      ],
      """
      SELECT t.key, t.term, t.authority, t.decided, t.handed_over, t.presided_by,
        t.reported_count, t.reported_scope
      FROM term_batch AS t
      """,
      "t.term, t.number"
    )
  }

  private var documents: ([ReportColumn], SQL, SQL) {
    (
      [
        .text("key"), .text("document"), .text("kind"), .text("issuer"), .date("dated"),
        .text("subject"),
      ],
      """
      SELECT t.key, t.number, t.kind, t.issuer, t.dated, t.subject FROM document AS t
      """,
      "t.dated_earliest, t.key"
    )
  }
}
