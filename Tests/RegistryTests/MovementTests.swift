import SQLite
import Testing

@testable import Registry

/// What the views behind reports say that look at the whole of a registry: events, lengths of tenure,
/// earlier postings, what is not dated, and whom missions cover.
@Suite struct MovementTests {
  private let temporary: TemporaryRegistry

  init() throws {
    temporary = try TemporaryRegistry()
    try temporary.run("UPDATE registry SET known_until = '2024-06-30'")
  }

  private func events(of mission: String) throws -> [String] {
    try temporary.connection.column(
      """
      SELECT happened || ' ' || event || iif(begins_functions, '!', '')
        || coalesce(' ' || person_name, '') || coalesce(' ' || end_reason, '')
        || coalesce(' ' || kind_before || '>' || kind_after, '') || iif(is_resident = 0, ' ' || receiver, '')
      FROM movement WHERE mission = \(mission)
      ORDER BY happened_earliest, happened_latest, event, is_resident DESC
      """, as: String.self)
  }

  // MARK: Events

  @Test func `each milestone is an event, and the one with which functions begin says so`() throws {
    let mission = try temporary.addMission("Paris", at: "fr")
    let posting = try temporary.addHead(
      "A", at: mission,
      [
        "appointed": "2020-01-05", "handed_over": "2020-01", "arrived": "2020-02-01",
        "copy_presented": "2020-02-03", "credentials": "2020-03", "posting_ended": "2023-05-01",
        "end_reason": "recalled",
      ], accepting: ["*"])
    try temporary.run(
      """
      INSERT INTO accreditation (key, posting, mission, receiver, is_resident, credentials, ended)
      VALUES ('beside', '\(posting)', '\(mission)', 'mc', 0, '2020-06-01', '2022-01-01')
      """)
    // A date in the place of its earliest day.
    #expect(
      try events(of: mission) == [
        "2020-01 handed_over A", "2020-01-05 appointed A", "2020-02-01 arrived A",
        "2020-02-03 copy_presented A", "2020-03 credentials! A", "2020-06-01 credentials! A mc",
        "2022-01-01 ended A mc", "2023-05-01 ended A recalled",
      ])
  }

  @Test func `whoever left on an unknown day left on none`() throws {
    let mission = try temporary.addMission("Paris", at: "fr")
    try temporary.addHead("A", at: mission, ["credentials": "2020-01-01"])
    try temporary.run("UPDATE posting SET end_mark = 'unknown', ended = '[..2024-01-01]'")
    #expect(try events(of: mission) == ["2020-01-01 credentials! A"])
  }

  @Test func `a death in office is an event, and one that the end tells is not told twice`() throws
  {
    let mission = try temporary.addMission("Paris", at: "fr")
    try temporary.addHead("A", at: mission, ["credentials": "2010-01-01"])
    try temporary.addHead(
      "B", at: mission,
      ["credentials": "2015-01-01", "posting_ended": "2018-01-01", "end_reason": "died"],
      accepting: ["*"])
    try temporary.addHead(
      "C", at: mission, ["credentials": "2019-01-01", "posting_ended": "2020-01-01"],
      accepting: ["*"])
    try temporary.run(
      """
      UPDATE person
      SET died = CASE name WHEN 'A' THEN '2012-01-01' WHEN 'B' THEN '2018-01-01' ELSE '2023' END
      """)
    #expect(
      try events(of: mission) == [
        "2010-01-01 credentials! A", "2012-01-01 died A", "2015-01-01 credentials! B",
        "2018-01-01 ended B died", "2019-01-01 credentials! C", "2020-01-01 ended C",
      ])
  }

  @Test func `missions open, close, open again and change in kind`() throws {
    let mission = try temporary.addMission("Paris", at: "fr")
    try temporary.run(
      """
      UPDATE mission SET opened = '1950', closed = '2020-01-01';
      INSERT INTO mission_closure (mission, closed, reopened) VALUES ('\(mission)', '1965', '1973-04');
      INSERT INTO mission_former (mission, changed, kind) VALUES
        ('\(mission)', '1955', 'legation'), ('\(mission)', '1980-02-03', 'charge-mission')
      """)
    #expect(
      try events(of: mission) == [
        "1950 mission-opened", "1955 kind-changed legation>charge-mission", "1965 mission-closed",
        "1973-04 mission-reopened", "1980-02-03 kind-changed charge-mission>embassy",
        "2020-01-01 mission-closed",
      ])
  }

  // MARK: Lengths

  @Test func `a tenure is exact with two full dates, and bounded otherwise`() throws {
    let mission = try temporary.addMission("Paris", at: "fr")
    try temporary.addHead(
      "A", at: mission, ["credentials": "2001-01-01", "posting_ended": "2001-12-31"])
    try temporary.addHead(
      "B", at: mission, ["credentials": "2002-01", "posting_ended": "2002-12-31"],
      accepting: ["*"])
    try temporary.addHead(
      "C", at: mission, ["credentials": "2009-06-01?", "posting_ended": "2010-06-01"],
      accepting: ["*"])
    try temporary.addHead(
      "D", at: mission, ["credentials": "[2009..2011]", "posting_ended": "2012-01-01"],
      accepting: ["*"])
    // In office still.
    try temporary.addHead("E", at: mission, ["credentials": "2022-01-01"], accepting: ["*"])
    let rows = try temporary.connection.column(
      """
      SELECT person_name || ' ' || coalesce(decade, '-') || ' ' || coalesce(days, '-') || ' '
        || days_least || ' ' || days_most
      FROM tenure_length ORDER BY person_name
      """, as: String.self)
    #expect(
      rows == [
        "A 2000 365 365 365", "B 2000 - 335 365", "C 2000 - 366 366", "D - - 2 1096",
      ])
  }

  // MARK: Before

  @Test func `what somebody headed before stands with the last first, whatever comes behind`()
    throws
  {
    let paris = try temporary.addMission("Paris", at: "fr")
    let rome = try temporary.addMission("Rome", at: "it")
    let oslo = try temporary.addMission("Oslo", at: "no")
    try temporary.addHead(
      "A", at: paris, ["credentials": "2001", "posting_ended": "2004-01-01"], accepting: ["*"])
    let acting = try temporary.addHead(
      "A", at: rome,
      ["function": "acting", "took_charge": "2006-01-01", "posting_ended": "2006-03-01"],
      accepting: ["*"])
    let named = try temporary.addHead("A", at: rome, ["appointed": "2010-01-01"], accepting: ["*"])
    try temporary.addHead("A", at: oslo, ["nomination": "declined"], accepting: ["*"])
    let earlier = try temporary.connection.column(
      """
      SELECT place || ' ' || mission || ' ' || function || ' ' || is_same_mission
      FROM earlier_posting WHERE posting = \(named) ORDER BY place
      """, as: String.self)
    #expect(earlier == ["1 it-rome acting 1", "2 fr-paris head 0"])
    #expect(
      try temporary.connection.column(
        "SELECT mission FROM earlier_posting WHERE posting = \(acting)", as: String.self)
        == ["fr-paris"])
  }

  // MARK: Undated

  @Test func `what is missing of a begin and of an end is named`() throws {
    let mission = try temporary.addMission("Paris", at: "fr")
    let heads: [(String, [String: String])] = [
      ("A", ["credentials": "2001-01-01", "posting_ended": "2003"]),
      ("B", ["in_office_by": "2004-01-01", "posting_ended": "2005-01-01"]),
      ("C", ["credentials": "2006-01-01", "posting_ended": "[2007..2008]"]),
      ("D", ["posting_ended": "2009-01-01"]),
      ("E", ["credentials": "2010-01-01"]),
      ("F", ["credentials": "2012-01-01"]),
    ]
    for (name, facts) in heads {
      try temporary.addHead(name, at: mission, facts, accepting: ["*"])
    }
    let found = try temporary.connection.column(
      """
      SELECT person_name || ' ' || coalesce(begin_missing, '-') || ' ' || coalesce(end_missing, '-')
      FROM undated ORDER BY person_name
      """, as: String.self)
    #expect(
      found == [
        "B bounded -", "C - bounded", "D bounded -", "E - successor", "F - perhaps-left",
      ])
  }

  // MARK: Whom missions cover

  @Test func `a country is covered as long as there is no mission of the same sender`() throws {
    let paris = try temporary.addMission("Paris", at: "fr")
    try temporary.run(
      "INSERT INTO mission_coverage (mission, receiver) VALUES ('\(paris)', 'mc'), ('\(paris)', 'pt')"
    )
    func covered() throws -> [String] {
      try temporary.connection.column(
        "SELECT receiver FROM covered_without_mission ORDER BY receiver", as: String.self)
    }
    #expect(try covered() == ["mc", "pt"])
    try temporary.addMission("Lisbon", at: "pt")
    #expect(try covered() == ["mc"])
  }
}
