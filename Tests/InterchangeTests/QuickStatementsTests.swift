import Foundation
import Interchange
import Registry
import SQLite
import Testing

/// Statements for Wikidata's QuickStatements, version 1.
@Suite struct QuickStatementsTests {
  private func statements(
    _ office: Office
  ) throws -> (lines: [String], written: QuickStatementsExport.Written) {
    var written: QuickStatementsExport.Written?
    let text = try office.written { sink in
      written = try QuickStatementsExport(office.registry, to: sink).run()
    }
    return (text.split(separator: "\n").map(String.init), try #require(written))
  }

  /// With what Wikidata calls a person, a mission, its office and its sender.
  private func office() throws -> Office {
    let office = try Office()
    try office.edit(.person, "do-minh-hung", ["wikidata": "Q11"])
    try office.edit(.mission, "gb-london", ["wikidata": "Q22"])
    try office.edit(.party, "vn", ["wikidata": "Q881"])
    try office.run(
      """
      INSERT INTO mission_identifier (scheme, identifier, mission)
      VALUES ('wikidata-office', 'Q33', 'gb-london')
      """)
    return office
  }

  @Test func `nothing is said of what has no identifier there, and it is counted`() throws {
    let office = try Office()
    let (lines, written) = try statements(office)
    #expect(lines == [])
    #expect(written.statements == 0)
    #expect(written.missionsWithoutIdentifier == 99)
    let counts = try office.rows(
      """
      SELECT
        count(*) FILTER (WHERE is_resident AND function = 'head' AND NOT is_unsure),
        count(*) FILTER (WHERE NOT (is_resident AND function = 'head' AND NOT is_unsure))
      FROM incumbency
      """)
    #expect(counts == [["\(written.postingsWithoutIdentifier)", "\(written.otherPostings)"]])
  }

  @Test func `an office, and what is known of the mission`() throws {
    let (lines, written) = try statements(office())
    #expect(
      lines == ["Q11\tP39\tQ33\tP580\t+2025-02-20T00:00:00Z/11", "Q22\tP137\tQ881"])
    #expect(written.statements == 2)
    // The receiver has none.
    #expect(written.partiesWithoutIdentifier == 1)
  }

  @Test(arguments: [
    ("1976", "+1976-00-00T00:00:00Z/9"), ("1976-09", "+1976-09-00T00:00:00Z/10"),
    ("1976-09-01", "+1976-09-01T00:00:00Z/11"),
    ("1976-09?", "+1976-09-00T00:00:00Z/10\tP1480\tQ18122778"),
    ("1730~", "+1730-00-00T00:00:00Z/9\tP1480\tQ5727902"),
    ("1730%", "+1730-00-00T00:00:00Z/9\tP1480\tQ5727902\tP1480\tQ18122778"),
    ("[..1917]", "somevalue\tP1326\t+1917-00-00T00:00:00Z/9"),
    ("[1858-06-01..]", "somevalue\tP1319\t+1858-06-01T00:00:00Z/11"),
  ])
  func `a date keeps its precision`(opened: String, said: String) throws {
    let office = try office()
    try office.edit(.mission, "gb-london", ["opened": opened])
    #expect(try statements(office).lines.contains("Q22\tP571\t\(said)"))
  }

  @Test func `an office of which only bounds are known has no date, but its bounds`() throws {
    let office = try office()
    try office.run("UPDATE mission SET opened = '[1975..1976]' WHERE key = 'gb-london'")
    try office.run(
      """
      UPDATE accreditation SET credentials = '[2025-02-18..2025-03]'
      WHERE posting = 'gb-london-do-minh-hung'
      """)
    #expect(
      try statements(office).lines == [
        "Q11\tP39\tQ33\tP580\tsomevalue\tP1319\t+2025-02-18T00:00:00Z/11\tP8555\t"
          + "+2025-03-00T00:00:00Z/10",
        "Q22\tP137\tQ881",
        "Q22\tP571\tsomevalue\tP1319\t+1975-00-00T00:00:00Z/9\tP1326\t+1976-00-00T00:00:00Z/9",
      ])
    try office.run("UPDATE posting SET ended = '[2025-05..]' WHERE key = 'gb-london-do-minh-hung'")
    #expect(
      try statements(office).lines[0].hasSuffix(
        "P582\tsomevalue\tP8554\t+2025-05-00T00:00:00Z/10"))
  }

  @Test func `who left on an unknown day is not said to be there still`() throws {
    let office = try office()
    try office.edit(
      .posting, "gb-london-do-minh-hung", ["end_mark": "unknown", "ended": "[..2026-02-10]"])
    #expect(
      try statements(office).lines[0].hasSuffix(
        "P582\tsomevalue\tP1326\t+2026-02-10T00:00:00Z/11"))
  }

  @Test func `an office held twice is two statements`() throws {
    let office = try office()
    try office.write { (records) throws(RegistryError) in
      var head = HeadOffice.NewHead(person: "do-minh-hung", mission: "gb-london")
      head.posting.set("ended", "2001")
      head.accreditation.set("arrived", "1999")
      _ = try HeadOffice(records.change).add(head)
    }
    let lines = try statements(office).lines
    #expect(
      lines.contains(
        "Q11\t!P39\tQ33\tP580\t+1999-00-00T00:00:00Z/9\tP582\t+2001-00-00T00:00:00Z/9"))
    #expect(lines.contains("Q11\t!P39\tQ33\tP580\t+2025-02-20T00:00:00Z/11"))
  }
}
