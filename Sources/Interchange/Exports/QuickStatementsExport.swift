package import Files
package import Registry
import SQLite

/// Statements for Wikidata's QuickStatements (version 1, tabs): the offices of people, and what is
/// known of missions.
///
/// Only what carries an identifier there can be said: a person or a mission by its `wikidata`; an
/// office by a `mission_identifier` of the scheme `wikidata-office`, such as Q-number of
/// "ambassador of Viet Nam to France". Dates keep their precision: 9 a year, 10 a month, 11 a day.
/// Where only bounds are known the value is unknown (`somevalue`), with the earliest and the latest
/// day as qualifiers: of an opening or closing P1319 and P1326, of the start of an office P1319 and
/// P8555, of its end P8554 and P1326. "About" and "unsure" are P1480 of an opening or closing.
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
      if let began = row[3] { words += Self.date("P580", began, ("P1319", "P8555")) }
      if let ended = row[4] { words += Self.date("P582", ended, ("P8554", "P1326")) }
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
      for (property, date) in [("P571", row[3]), ("P576", row[4])] {
        guard let date else { continue }
        say([mission] + Self.date(property, date, ("P1319", "P1326")), &written)
      }
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

  /// A property, its value and what bounds or doubts it.
  ///
  /// - Parameter bounds: the properties of the earliest and of the latest day.
  static func date(
    _ property: String, _ stored: String, _ bounds: (earliest: String, latest: String)
  ) -> [String] {
    guard let date = try? PartialDate(written: stored) else { return [] }
    guard let (from, to) = date.bounds else {
      return [property, moment(date.date?.description ?? "")] + doubts(date)
    }
    var words = [property, "somevalue"]
    if let from { words += [bounds.earliest, moment(from.description)] }
    if let to { words += [bounds.latest, moment(to.description)] }
    return words
  }

  /// Sourcing circumstances: circa, presumably.
  private static func doubts(_ date: PartialDate) -> [String] {
    switch date.qualifier {
    case .approximate: ["P1480", "Q5727902"]
    case .uncertain: ["P1480", "Q18122778"]
    case .both: ["P1480", "Q5727902", "P1480", "Q18122778"]
    case nil: []
    }
  }

  /// `1943-12` as Wikidata writes it: `+1943-12-00T00:00:00Z/10`.
  static func moment(_ date: String) -> String {
    let parts = date.split(separator: "-")
    let padded = parts + Array(repeating: "00", count: 3 - parts.count)
    return "+\(padded.joined(separator: "-"))T00:00:00Z/\(8 + parts.count)"
  }

  private static let offices: SQL = """
    WITH held (posting, person, office, began, ended) AS (
      SELECT i.posting, p.wikidata, o.identifier, i.began, \(raw: PlainDate.storedEnd)
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
      m.opened, m.closed, (s.wikidata IS NULL) + (r.wikidata IS NULL AND r.kind <> 'organization')
    FROM mission AS m
    JOIN party AS s ON s.key = m.sender
    JOIN party AS r ON r.key = m.receiver
    ORDER BY m.key
    """
}
