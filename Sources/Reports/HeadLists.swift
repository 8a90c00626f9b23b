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
    /// Where they are accredited, as residents or beside their own post.
    package var receiver: String?
    /// Words of the name of the person or the mission.
    package var words: String?
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
          leastNeeded: Self.leastNeeded,
          whenEmpty: Sentence("Nobody is found.", vi: "Không tìm thấy ai."))
      ], isOfDay: isOfDay(selection))
  }

  /// A SELECT of columns, from `accreditation AS a`, `posting AS p`, `tenure AS i`, in the order
  /// of the list.
  ///
  /// - Throws: where the words to find hold nothing that can be searched.
  package func select(_ columns: SQL, _ selection: Selection) throws(RegistryError) -> SQL {
    var conditions: [SQL]
    if let receiver = selection.receiver {
      conditions = [
        """
        s.accreditation IN (
          SELECT key FROM accreditation WHERE receiver = \(receiver)
          UNION
          SELECT there.accreditation
          FROM mission AS sent
          JOIN service AS there ON there.mission = sent.key AND there.is_resident
          WHERE sent.receiver = \(receiver)
        )
        """
      ]
    } else {
      conditions = ["s.is_resident"]
    }
    if let mission = selection.mission { conditions.append("s.mission = \(mission)") }
    if let person = selection.person { conditions.append("p.person = \(person)") }
    if let term = selection.term { conditions.append("p.term = \(term)") }
    if let words = selection.words { conditions.append(try named(words)) }
    if isOfDay(selection) { conditions.append(Self.isThere) }
    var sql: SQL = "SELECT \(raw: columns)\n\(raw: Self.source)"
    sql += " WHERE " + conditions.joined(separator: " AND ")
    sql += """
       ORDER BY k.house_order, m.\(raw: phrases.localized("sort_key")), p.mission,
        i.since DESC, p.key
      """
    if let limit = selection.limit { sql += " LIMIT \(limit)" }
    return sql
  }

  static let columns: [ReportColumn] = [
    .text("posting"), .text("name"), .text("title"), .text("mission"), .text("term"),
    .date("began"), .date("ended"), .text("status"), .machine("person"), .machine("mission_key"),
    .machine("function"), .machine("nomination"), .machine("began_by"), .machine("ended_by"),
    .machine("certainty"), .machine("since"), .machine("since_by"), .machine("in_office"),
    .machine("status_code"), .machine("accreditation"), .machine("receiver"),
    .machine("is_resident"),
  ]

  private static let leastNeeded = ["title", "term", "status", "ended", "began", "posting"]

  /// Rows of `columns`.
  var select: SQL { "SELECT \(raw: shown)\n\(raw: Self.source)" }

  private static let source: SQL = """
    FROM service AS s
    JOIN accreditation AS a ON a.key = s.accreditation
    JOIN posting AS p ON p.key = a.posting
    JOIN person ON person.key = p.person
    JOIN mission AS m ON m.key = p.mission
    JOIN mission_kind AS k ON k.key = m.kind
    JOIN title AS t ON t.key = p.title
    JOIN tenure AS i ON i.accreditation = a.key
    """

  private var shown: SQL {
    let status = phrases.label("tenure.status", of: "i.status")
    return """
      p.key, person.name, \(raw: phrases.name(of: "t")), \(raw: phrases.name(of: "m")),
        p.term, i.began, i.ended, \(raw: status), p.person, p.mission, p.function, p.nomination,
        i.began_by, i.ended_by, p.certainty, i.since, i.since_by, i.in_office, i.status,
        a.key, a.receiver, a.is_resident
      """
  }

  /// Whether only those are wanted who are there on the day that the registry is asked about.
  private func isOfDay(_ selection: Selection) -> Bool {
    registry.clocks.day != nil || !selection.isEveryone
  }

  /// In office on the day asked about, certainly or possibly, or appointed by then.
  ///
  /// Most heads of a mission fall out before `tenure` is computed.
  private static let isThere: SQL = """
    min(s.begun_from, coalesce(a.handed_over_earliest, a.appointed_earliest, s.begun_from))
      <= (SELECT day FROM asked_day)
    AND s.ended_until >= (SELECT day FROM asked_day)
    AND i.nomination IS NULL AND (i.in_office <> 'no' OR i.status = 'appointed')
    """

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
    FROM service AS s
    CROSS JOIN incumbency AS i ON i.accreditation = s.accreditation
    WHERE s.mission = ?1 AND s.is_resident AND s.is_served
      AND s.begun_from <= ?2 AND s.ended_until >= ?2
      AND (i.began_earliest <= ?2 OR i.began_earliest IS NULL)
      AND (i.ended_latest >= ?2 OR i.ended_latest IS NULL)
    """
}
