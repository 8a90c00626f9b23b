package import Files
package import Registry
import SQLite

/// Statements for Wikidata's QuickStatements (version 1, tabs): the offices of people, and what is
/// known of missions.
///
/// Only what carries an identifier there can be said: a person or a mission by its `wikidata`; an
/// office by a `mission_identifier` of the scheme `wikidata-office`, such as Q-number of
/// "ambassador of Viet Nam to France". Dates keep their precision: 9 a year, 10 a month, 11 a day.
/// `!P39` makes a new statement where somebody held one office twice; `P39` would be merged.
package struct QuickStatementsExport {
  private let registry: Registry
  private let sink: ByteSink

  /// What was said, and of how much nothing can be.
  package struct Written: Sendable {
    package var statements = 0
    package var postingsWithoutIdentifier = 0
    /// Of acting heads, of what a head is accredited to from elsewhere, and unsure ones.
    package var otherPostings = 0
    package var missionsWithoutIdentifier = 0
    /// Senders and receivers of missions that are said.
    package var partiesWithoutIdentifier = 0

    package var leftOut: Int {
      postingsWithoutIdentifier + otherPostings + missionsWithoutIdentifier
        + partiesWithoutIdentifier
    }
  }

  package init(_ registry: Registry, to sink: ByteSink) {
    self.registry = registry
    self.sink = sink
  }

  package func run() throws(RegistryError) -> Written {
    var written = Written()
    try registry.eachRow(Self.offices) { (row) throws(RegistryError) in
      guard let person = row[0], let office = row[1] else {
        written.postingsWithoutIdentifier += 1
        return
      }
      var words = [person, row[2] == "1" ? "!P39" : "P39", office]
      if let began = row[3] { words += ["P580", Self.moment(began)] }
      if let ended = row[4] { words += ["P582", Self.moment(ended)] }
      say(words, &written)
    }
    try registry.eachRow(Self.missions) { (row) throws(RegistryError) in
      guard let mission = row[0] else {
        written.missionsWithoutIdentifier += 1
        return
      }
      if let sender = row[1] { say([mission, "P137", sender], &written) }
      if let receiver = row[2] { say([mission, "P17", receiver], &written) }
      written.partiesWithoutIdentifier += row[5].flatMap(Int.init) ?? 0
      if let opened = row[3] { say([mission, "P571", Self.moment(opened)], &written) }
      if let closed = row[4] { say([mission, "P576", Self.moment(closed)], &written) }
    }
    try registry.eachRow(Self.others) { row in
      written.otherPostings = row[0].flatMap(Int.init) ?? 0
    }
    return written
  }

  private func say(_ words: [String], _ written: inout Written) {
    // A tab or a line end of their own would begin another statement.
    let words = words.map { $0.filter { !$0.unicodeScalars.contains { $0.value < 0x20 } } }
    sink.write(words.joined(separator: "\t") + "\n")
    written.statements += 1
  }

  /// `1943-12` as Wikidata writes it: `+1943-12-00T00:00:00Z/10`.
  static func moment(_ date: String) -> String {
    let parts = date.split(separator: "-")
    let padded = parts + Array(repeating: "00", count: 3 - parts.count)
    return "+\(padded.joined(separator: "-"))T00:00:00Z/\(8 + parts.count)"
  }

  private static let offices: SQL = """
    WITH held (posting, person, office, began, ended) AS (
      SELECT i.posting, p.wikidata, o.identifier, \(raw: PlainDate.of("i.began")),
        \(raw: PlainDate.end)
      FROM accreditation AS a
      CROSS JOIN incumbency AS i ON i.accreditation = a.key
      CROSS JOIN person AS p ON p.key = i.person
      LEFT JOIN mission_identifier AS o ON o.mission = i.mission AND o.scheme = 'wikidata-office'
      WHERE a.is_resident AND i.function = 'head' AND NOT i.is_unsure
    )
    SELECT h.person, h.office,
      h.person IS NOT NULL AND h.office IS NOT NULL AND EXISTS (
        SELECT 1 FROM posting AS q
        JOIN posting AS mine ON mine.key = h.posting
        WHERE q.person = mine.person AND q.mission = mine.mission AND q.key <> mine.key
          AND q.nomination IS NULL AND q.function = 'head'
      ),
      h.began, h.ended
    FROM held AS h ORDER BY h.posting
    """

  private static let others: SQL = """
    SELECT count(*) FROM accreditation AS a
    CROSS JOIN incumbency AS i ON i.accreditation = a.key
    WHERE NOT (a.is_resident AND i.function = 'head' AND NOT i.is_unsure)
    """

  private static let missions: SQL = """
    SELECT m.wikidata, s.wikidata, CASE WHEN r.kind <> 'organization' THEN r.wikidata END,
      \(raw: PlainDate.of("m.opened")), \(raw: PlainDate.of("m.closed")),
      (s.wikidata IS NULL) + (r.wikidata IS NULL AND r.kind <> 'organization')
    FROM mission AS m
    JOIN party AS s ON s.key = m.sender
    JOIN party AS r ON r.key = m.receiver
    ORDER BY m.key
    """
}
