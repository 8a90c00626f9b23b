package import Registry
package import SQLite

/// Heads, a line each posting.
package struct HeadLists {
  package let registry: Registry
  package let language: Language

  package init(_ registry: Registry, in language: Language) {
    self.registry = registry
    self.language = language
  }

  private var phrases: Phrases { Phrases(language: language) }

  package struct Selection: Sendable {
    package var mission: String?
    package var person: String?
    package var term: String?
    /// Words of the name of the person or the mission.
    package var words: String?
    /// `YYYY-MM-DD`: those in office on that day; `nil` is the day that the registry is asked about.
    package var on: String?
    /// Everyone there ever was, nominees too, where no day is asked about; else those in office.
    package var isEveryone = false
    package var limit: Int?

    package init() {}
  }

  package func heads(_ selection: Selection) throws(RegistryError) -> Report {
    Report(
      name: "head-list",
      sections: [
        ReportSection(
          name: "rows", columns: Self.columns, sql: try select(shown, selection),
          whenEmpty: Sentence("Nobody is found.", vi: "Không tìm thấy ai."))
      ], isOfDay: day(of: selection) != nil)
  }

  /// A SELECT of columns, from `accreditation AS a`, `posting AS p`, `tenure AS i`, in the order
  /// of the list.
  ///
  /// - Throws: where the words to find hold nothing that can be searched.
  package func select(_ columns: SQL, _ selection: Selection) throws(RegistryError) -> SQL {
    var conditions: [SQL] = ["a.is_resident"]
    if let mission = selection.mission { conditions.append("a.mission = \(mission)") }
    if let person = selection.person { conditions.append("p.person = \(person)") }
    if let term = selection.term { conditions.append("p.term = \(term)") }
    if let words = selection.words { conditions.append(try named(words)) }
    if let day = day(of: selection) { conditions.append(Self.isInOffice(on: day)) }
    var sql: SQL = "SELECT \(raw: columns)\n\(raw: Self.source)"
    sql += " WHERE " + conditions.joined(separator: " AND ")
    sql += """
       ORDER BY k.house_order, m.\(raw: phrases.localized("sort_key")), p.mission,
        coalesce(i.began_earliest, i.began_latest) DESC, p.key
      """
    if let limit = selection.limit { sql += " LIMIT \(limit)" }
    return sql
  }

  static let columns: [ReportColumn] = [
    .text("posting"), .text("name"), .text("title"), .text("mission"), .text("term"),
    .date("began"), .date("ended"), .text("status"), .machine("person"), .machine("mission_key"),
    .machine("function"), .machine("nomination"), .machine("began_by"), .machine("ended_by"),
    .machine("certainty"),
  ]

  /// Rows of `columns`.
  var select: SQL { "SELECT \(raw: shown)\n\(raw: Self.source)" }

  private static let source: SQL = """
    FROM accreditation AS a
    JOIN posting AS p ON p.key = a.posting
    JOIN person ON person.key = p.person
    JOIN mission AS m ON m.key = p.mission
    JOIN mission_kind AS k ON k.key = m.kind
    JOIN title AS t ON t.key = p.title
    JOIN tenure AS i ON i.accreditation = a.key
    """

  private var shown: SQL {
    let status: SQL = """
      CASE
        WHEN p.nomination IS NOT NULL
          THEN \(raw: phrases.label("posting.nomination", of: "p.nomination"))
        WHEN p.function = 'acting'
          THEN \(raw: phrases.label("posting.function", of: "p.function")) || ', '
            || \(raw: phrases.label("incumbency.ended_by", of: "i.ended_by"))
        WHEN i.ended_by = 'serving' AND i.began_by IS NULL
          AND coalesce(i.appointed, i.handed_over) IS NOT NULL
          THEN \(raw: phrases.label("term_roster.status", of: "'designate'"))
        ELSE \(raw: phrases.label("incumbency.ended_by", of: "i.ended_by"))
      END
      """
    return """
      p.key, person.name, \(raw: phrases.name(of: "t")), \(raw: phrases.name(of: "m")),
        p.term, i.began, i.ended, \(raw: status), p.person, p.mission, p.function, p.nomination,
        i.began_by, i.ended_by, p.certainty
      """
  }

  /// The day on which they are to be in office.
  private func day(of selection: Selection) -> SQL? {
    if let day = selection.on { return "\(day)" }
    return registry.clocks.day == nil && selection.isEveryone ? nil : "(SELECT day FROM asked_day)"
  }

  /// In office on a day, certainly or possibly, as `incumbent` has it: the bounds of `tenure`, asked
  /// of the tables first, where most heads of a mission fall out before the view is computed.
  private static func isInOffice(on day: SQL) -> SQL {
    """
    i.nomination IS NULL
    AND (a.began_earliest <= \(raw: day) OR a.began_earliest IS NULL)
    AND coalesce(iif(a.ended IS NULL, p.ended_latest, a.ended_latest), '9999') >= \(raw: day)
    AND (i.began_earliest <= \(raw: day) OR i.began_earliest IS NULL)
    AND (i.ended_latest >= \(raw: day) OR i.ended_latest IS NULL)
    AND (
      i.ended_by <> 'unknown'
      OR i.began_latest IS NOT NULL AND \(raw: day) < (SELECT known_day FROM asked_day)
    )
    """
  }

  private func named(_ words: String) throws(RegistryError) -> SQL {
    try registry.prepareNames()
    guard let match = Search.expression(for: words) else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(Registry.quoted(words)) holds no word to find.",
          vi: "\(Registry.quoted(words)) không có từ nào để tìm."))
    }
    func keys(_ subject: SQL) -> SQL {
      """
      (
        SELECT n.key FROM name_index AS x JOIN searchable_name AS n ON n.id = x.rowid
        WHERE x.name_index MATCH \(match) AND n.subject = '\(raw: subject)'
      )
      """
    }
    return "(p.person IN \(raw: keys("person")) OR p.mission IN \(raw: keys("mission")))"
  }

  /// The question "who headed mission ?1 on day ?2", as the benchmark asks it.
  package static let whoHeadedWhen: SQL = """
    SELECT i.posting, i.person, i.person_name, i.title, i.began, i.ended, i.ended_by
    FROM accreditation AS a
    CROSS JOIN posting AS p ON p.key = a.posting
    CROSS JOIN incumbency AS i ON i.accreditation = a.key
    WHERE a.mission = ?1 AND a.is_resident
      AND (a.began_earliest <= ?2 OR a.began_earliest IS NULL)
      AND coalesce(iif(a.ended IS NULL, p.ended_latest, a.ended_latest), '9999') >= ?2
      AND (i.began_earliest <= ?2 OR i.began_earliest IS NULL)
      AND (i.ended_latest >= ?2 OR i.ended_latest IS NULL)
    """
}
