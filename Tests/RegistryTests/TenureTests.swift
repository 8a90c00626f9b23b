import SQLite
import Testing

@testable import Registry

/// What the views make of the facts: when functions began, what a missing end means, who is in
/// office.
///
/// The registry of these tests is known until 30 June 2024.
@Suite struct TenureTests {
  private let temporary: TemporaryRegistry

  init() throws {
    temporary = try TemporaryRegistry()
    try temporary.write { (change) throws(RegistryError) in
      try Records(change).set(knownUntil: "2024-06-30")
    }
    try temporary.addMission("Paris", at: "fr")
    try temporary.addMission("Osaka", at: "jp", kind: "consulate-general")
  }

  private func value(_ column: String, of posting: String) throws -> String? {
    try temporary.text("SELECT \(column) FROM tenure WHERE posting = '\(posting)' AND is_resident")
  }

  @Test(arguments: [
    (
      ["credentials": "2020-03", "arrived": "2020-01-05", "appointed": "2019"], "credentials",
      "2020-03"
    ),
    (["arrived": "2020-01-05", "appointed": "2019"], "arrived", "2020-01-05"),
    (["appointed": "2019", "functions_begin": "appointment"], "appointed", "2019"),
    (["copy_presented": "2020-02", "credentials": "2020-03"], "credentials", "2020-03"),
    (
      ["copy_presented": "2020-02", "credentials": "2020-03", "functions_begin": "copy"],
      "copy_presented", "2020-02"
    ),
    (
      ["exequatur": "2020-05", "provisionally_admitted": "2020-04"], "provisionally_admitted",
      "2020-04"
    ),
    (["exequatur": "2020-05", "provisionally_admitted": "2020-06"], "exequatur", "2020-05"),
  ])
  func `functions begin with credentials, a copy or an exequatur, else arrival`(
    facts: [String: String], by: String, began: String
  ) throws {
    let posting = try temporary.addHead("Nguyễn Văn A", at: "fr-paris", facts)
    #expect(try value("began_by", of: posting) == by)
    #expect(try value("began", of: posting) == began)
  }

  @Test(arguments: ["appointed", "handed_over"])
  func `a decision begins nothing`(decision: String) throws {
    let posting = try temporary.addHead("Nguyễn Văn A", at: "fr-paris", [decision: "2024-01-10"])
    #expect(try value("began", of: posting) == nil)
    #expect(try value("began_by", of: posting) == nil)
    #expect(try value("since", of: posting) == "2024-01-10")
    #expect(try value("since_by", of: posting) == decision)
    #expect(try value("began_earliest", of: posting) == "2024-01-10")
    #expect(try value("began_latest", of: posting) == nil)
    #expect(try value("in_office", of: posting) == "possibly")
    #expect(try value("status", of: posting) == "appointed")
    #expect(try value("ended_by", of: posting) == "not-begun")
    #expect(try temporary.count("SELECT count(*) FROM incumbent") == 0)
    #expect(
      try temporary.text("SELECT designate FROM vacancy WHERE mission = 'fr-paris'")
        == "Nguyễn Văn A")
  }

  @Test(arguments: [
    (["arrived": "2024-07", "credentials": "2025-02-20"], "2024-06-30", "ahead", nil),
    (
      ["arrived": "2024-07", "credentials": "2025-02-20"], "2024-09-01", "appointed",
      "Nguyễn Văn A"
    ),
    (
      ["appointed": "2024-05-02", "credentials": "2025-02-20"], "2024-09-01", "appointed",
      "Nguyễn Văn A"
    ),
    (["appointed": "2024-05-02", "credentials": "2025-02-20"], "2025-02-20", "in-office", nil),
  ])
  func `who was decided on, or has arrived, is the designate until his functions begin`(
    facts: [String: String], day: String, status: String, designate: String?
  ) throws {
    let posting = try temporary.addHead("Nguyễn Văn A", at: "fr-paris", facts)
    try temporary.run(
      """
      UPDATE mission SET opened = '1973' WHERE key = 'fr-paris';
      UPDATE registry SET known_until = '2026-06-30';
      """)
    let asked = try Registry.open(temporary.path, for: .reading)
    try asked.look(on: day)
    let said = try asked.value(
      "SELECT status FROM tenure WHERE posting = \(posting)", as: String.self)
    #expect(said == status)
    #expect(
      try asked.column(
        "SELECT designate FROM vacancy WHERE mission = 'fr-paris' AND designate IS NOT NULL",
        as: String.self) == (designate.map { [$0] } ?? []))
  }

  @Test func `a day in office is not a beginning, and a decision handed over begins nothing`()
    throws
  {
    let posting = try temporary.addHead(
      "Nguyễn Văn A", at: "fr-paris", ["in_office_by": "2020-05-06", "handed_over": "2020-01"])
    #expect(try value("began", of: posting) == nil)
    #expect(try value("began_by", of: posting) == nil)
    #expect(try value("since", of: posting) == "2020-05-06")
    #expect(try value("since_by", of: posting) == "in_office_by")
    #expect(try value("began_earliest", of: posting) == "2020-01-01")
    #expect(try value("began_latest", of: posting) == "2020-05-06")
  }

  @Test(
    arguments: [
      (["posting_ended": "2022-05"], "ended", "2022-05-01", "2022-05-31"),
      // One day is a sign of service, and says nothing of an end.
      (["end_mark": "point"], "point", "2020-03-01", nil),
      (["end_mark": "unknown"], "unknown", "2020-03-01", "2024-06-29"),
      // The bound that held when the mark was entered.
      (
        ["end_mark": "unknown", "posting_ended": "[..2022-01-15]"], "unknown", "2020-03-01",
        "2022-01-15"
      ),
      (
        ["end_mark": "unknown", "in_office_on": "2021-07-08"], "unknown", "2021-07-08", "2024-06-29"
      ),
      ([:], "serving", "2024-06-30", nil),
    ] as [([String: String], String, String, String?)])
  func `a missing end has its meaning`(
    facts: [String: String], by: String, earliest: String, latest: String?
  ) throws {
    let posting = try temporary.addHead(
      "Nguyễn Văn A", at: "fr-paris", facts.merging(["credentials": "2020-03"]) { $1 })
    #expect(try value("ended_by", of: posting) == by)
    #expect(try value("ended_earliest", of: posting) == earliest)
    #expect(try value("ended_latest", of: posting) == latest)
  }

  @Test func `a successor, a closed mission and a death end what nobody recorded`() throws {
    let first = try temporary.addHead("Nguyễn Văn A", at: "fr-paris", ["credentials": "2010"])
    let second = try temporary.addHead(
      "Trần Thị B", at: "fr-paris", ["arrived": "2014-02-01", "credentials": "2014-04-01"],
      accepting: ["head-not-ended"])
    #expect(try value("ended_by", of: first) == "successor")
    #expect(try value("successor_posting", of: first) == second)
    // Functions begin with the credentials, whatever the day of arrival.
    #expect(try value("ended_latest", of: first) == "2014-04-01")
    try temporary.run("UPDATE mission SET closed = '2019-12' WHERE key = 'fr-paris'")
    #expect(try value("ended_by", of: second) == "mission-closed")
    #expect(try value("ended_latest", of: second) == "2019-12-31")
    let consul = try temporary.addHead("Lê C", at: "jp-osaka", ["exequatur": "2015"])
    try temporary.run("UPDATE person SET died = '2016-05-05' WHERE key = 'le-c'")
    #expect(try value("ended_by", of: consul) == "died")
    #expect(try value("ended_latest", of: consul) == "2016-05-05")
  }

  @Test func `a head who left and of whom no day is known came before the one who serves`() throws {
    let first = try temporary.addHead("Nguyễn Văn A", at: "fr-paris", ["end_mark": "unknown"])
    try temporary.addHead("Trần Thị B", at: "fr-paris", ["credentials": "2014-04-01"])
    #expect(try value("ended_latest", of: first) == "2024-06-29")
    #expect(try value("in_office", of: first) == "no")
    #expect(try temporary.text("SELECT group_concat(person) FROM incumbent") == "tran-thi-b")
  }

  @Test func `certainty without an end lasts for a longest term, and can be set`() throws {
    let posting = try temporary.addHead(
      "Nguyễn Văn A", at: "fr-paris", ["credentials": "2017-01-01"])
    #expect(try value("in_office", of: posting) == "possibly")
    #expect(try value("ended_earliest", of: posting) == "2023-01-01")
    try temporary.write { (change) throws(RegistryError) in
      try Records(change).set(longestTermMonths: 120)
    }
    #expect(try value("in_office", of: posting) == "certainly")
    #expect(try value("ended_earliest", of: posting) == "2024-06-30")
    #expect(try value("expected_until", of: posting) == "2027-01-01")
    try temporary.write { (change) throws(RegistryError) in
      try Records(change).clear(.longestTermMonths)
    }
    #expect(try value("in_office", of: posting) == "possibly")
    _ = try temporary.registry.verify()
  }

  @Test func `a closing and a successor that are recorded later take no certain day away`() throws {
    let first = try temporary.addHead("Nguyễn Văn A", at: "fr-paris", ["credentials": "2021-01-01"])
    func certain() throws -> Bool {
      let asked = try Registry.open(temporary.path, for: .reading)
      try asked.look(on: "2023-01-01")
      return try asked.value(
        "SELECT in_office = 'certainly' FROM tenure WHERE posting = \(first)", as: Bool.self)
        == true
    }
    #expect(try certain())
    try temporary.addHead(
      "Trần Thị B", at: "fr-paris", ["credentials": "2024-05-01"], accepting: ["head-not-ended"])
    #expect(try certain())
    try temporary.run("UPDATE mission SET closed = '2024-06-01' WHERE key = 'fr-paris'")
    #expect(try certain())
  }

  @Test func `a nominee is never in office`() throws {
    try temporary.addHead("Nguyễn Văn A", at: "fr-paris", ["nomination": "pending"])
    #expect(try temporary.count("SELECT count(*) FROM incumbency") == 0)
    #expect(try temporary.count("SELECT count(*) FROM incumbent") == 0)
    #expect(
      try temporary.text("SELECT nominee FROM vacancy WHERE mission = 'fr-paris'") == "Nguyễn Văn A"
    )
  }

  @Test func `an acting head is followed by a full head, and not the other way round`() throws {
    let head = try temporary.addHead("Nguyễn Văn A", at: "fr-paris", ["credentials": "2010-01-01"])
    let acting = try temporary.addHead(
      "Trần Thị B", at: "fr-paris",
      ["function": "acting", "acting_reason": "absence", "arrived": "2012-01-01"])
    #expect(try value("title", of: acting) == "charge-ad-interim")
    #expect(try value("ended_by", of: head) == "serving")
    try temporary.addHead(
      "Lê C", at: "fr-paris", ["credentials": "2013-01-01"], accepting: ["head-not-ended"])
    #expect(try value("ended_by", of: acting) == "successor")
  }

  @Test(arguments: [
    ("2020-05-05", "2020-05-05", false), ("2020-05-06", "2020-05-05", true),
    ("2020-05", "2020-05-05", false), ("2020-06", "2020-05-05", true),
    ("2020", "2020-05-05", false), ("2021", "2020-05-05", true),
    ("2020-05-06", "2020-05", false), ("2020-06-01", "2020-05", true),
    ("2020-05", "2020-05", false),
  ])
  func `two heads at once are a finding when it is certain, a hand-over on one day is none`(
    ended: String, began: String, isFinding: Bool
  ) throws {
    // Certain: in every world that the dates allow, more than one day is shared.
    let end = try PartialDate(ended)
    let begin = try PartialDate(began)
    let (ends, begins) = (try #require(end.earliest), try #require(begin.latest))
    #expect((ends > begins) == isFinding)
    try temporary.addHead(
      "Nguyễn Văn A", at: "fr-paris", ["credentials": "2015", "posting_ended": ended])
    func addSecond() throws {
      try temporary.addHead("Trần Thị B", at: "fr-paris", ["credentials": began])
    }
    if isFinding {
      let error = #expect(throws: RegistryError.self) { try addSecond() }
      #expect(error?.kind == .finding)
      #expect(error?.list.first?.english.hasPrefix("two-heads") == true)
    } else {
      try addSecond()
      #expect(try temporary.count("SELECT count(*) FROM grave_finding") == 0)
    }
  }

  @Test func `a promotion of the same person is no finding`() throws {
    try temporary.addHead(
      "Nguyễn Văn A", at: "fr-paris", ["title": "charge-en-titre", "credentials": "2010"])
    try temporary.addHead("Nguyễn Văn A", at: "fr-paris", ["credentials": "2012"])
    #expect(try temporary.count("SELECT count(*) FROM grave_finding") == 0)
  }

  @Test(
    arguments: [
      (["credentials": "2020-03-03"], "certainly"), (["credentials": "2020-03-03?"], "possibly"),
      (["credentials": "2020-03-03", "certainty": "uncertain"], "possibly"),
      (["credentials": "2024"], "possibly"), (["in_office_by": "2024-01-01"], "certainly"),
      // A name alone heads nothing.
      ([:], nil),
    ] as [([String: String], String?)])
  func `in office has three answers`(facts: [String: String], answer: String?) throws {
    try temporary.addHead("Nguyễn Văn A", at: "fr-paris", facts)
    #expect(try temporary.text("SELECT in_office FROM incumbent") == answer)
  }

  @Test(
    arguments: [
      (["arrived": "2024-02-29"], "2027-02", "standard-term", "in-office"),
      (["credentials": "2021-05-05"], "2024-05", "standard-term", "over-run"),
      (["credentials": "2021-06-05"], "2024-06", "standard-term", "in-office"),
      (["credentials": "2021-05-05", "planned_end": "2025"], "2025", "recorded", "in-office"),
      (["credentials": "2021-05-05", "planned_end": "2023"], "2023", "recorded", "over-run"),
      (["handed_over": "2024-05-05"], "2027-05", "standard-term", "appointed"),
      (["credentials": "2021-06-05", "posting_ended": "2023"], nil, nil, "left"),
      (["credentials": "2021-06-05", "end_mark": "unknown"], nil, nil, "left"),
      (["nomination": "declined"], nil, nil, "nominee-declined"),
      (["in_office_by": "2023"], nil, nil, "in-office"),
      ([:], nil, nil, "appointed"),
    ] as [([String: String], String?, String?, String)])
  func `a roster says how a head stands`(
    facts: [String: String], plannedEnd: String?, by: String?, status: String
  ) throws {
    try temporary.write { (change) throws(RegistryError) in
      try Records(change).add(.term, key: "2021-2024", Facts())
    }
    try temporary.addHead(
      "Nguyễn Văn A", at: "fr-paris", facts.merging(["term": "2021-2024"]) { $1 })
    #expect(try temporary.text("SELECT planned_end FROM term_roster") == plannedEnd)
    #expect(try temporary.text("SELECT planned_end_by FROM term_roster") == by)
    #expect(try temporary.text("SELECT status FROM term_roster") == status)
  }

  @Test(
    arguments: [
      (["credentials": "2022-06-05"], "2025-06"),
      (["credentials": "2022-06-05", "title": "honorary-consul"], nil),
      (["arrived": "2022-06-05", "function": "acting"], nil),
      (["credentials": "2022-06-05", "posting_ended": "2023"], nil),
      (["nomination": "pending", "appointed": "2022-06-05"], nil),
    ] as [([String: String], String?)])
  func `a standard term ends for a career head who may still be there, and for nobody else`(
    facts: [String: String], end: String?
  ) throws {
    let posting = try temporary.addHead(
      "Nguyễn Văn A", at: "jp-osaka", facts, accepting: ["unusual-title"])
    #expect(try value("standard_end", of: posting) == end)
    try temporary.write { (change) throws(RegistryError) in
      try Records(change).clear(.standardTermMonths)
    }
    #expect(try value("standard_end", of: posting) == nil)
  }

  @Test func `no standard term is left where the mission closed, a successor came or death did`()
    throws
  {
    let first = try temporary.addHead("Nguyễn Văn A", at: "fr-paris", ["credentials": "2010"])
    let second = try temporary.addHead(
      "Trần Thị B", at: "fr-paris", ["credentials": "2023-04-01"], accepting: ["head-not-ended"])
    #expect(try value("standard_end", of: first) == nil)
    #expect(try value("standard_end", of: second) == "2026-04")
    try temporary.run("UPDATE mission SET closed = '2024-01' WHERE key = 'fr-paris'")
    #expect(try value("standard_end", of: second) == nil)
    let consul = try temporary.addHead("Lê C", at: "jp-osaka", ["exequatur": "2023-01"])
    #expect(try value("standard_end", of: consul) == "2026-01")
    try temporary.run("UPDATE person SET died = '2024-05-05' WHERE key = 'le-c'")
    #expect(try value("standard_end", of: consul) == nil)
  }

  @Test func `a vacancy is told from a post of which nothing is known`() throws {
    try temporary.addHead(
      "Nguyễn Văn A", at: "fr-paris", ["credentials": "2020", "posting_ended": "2023-05"])
    #expect(
      try temporary.text("SELECT state FROM vacancy WHERE mission = 'fr-paris'") == "vacant")
    #expect(
      try temporary.text("SELECT vacant_since FROM vacancy WHERE mission = 'fr-paris'") == "2023-05"
    )
    #expect(
      try temporary.text("SELECT state FROM vacancy WHERE mission = 'jp-osaka'") == "no-known-head")
    try temporary.addHead("Trần Thị B", at: "fr-paris", ["arrived": "2023-06-01"])
    #expect(try temporary.count("SELECT count(*) FROM vacancy WHERE mission = 'fr-paris'") == 0)
  }

  @Test func `an accreditation that ended on a day of its own ends then`() throws {
    let posting = try temporary.addHead("Nguyễn Văn A", at: "fr-paris", ["credentials": "2020"])
    try temporary.run("UPDATE accreditation SET ended = '2022-03' WHERE posting = '\(posting)'")
    #expect(try value("ended_by", of: posting) == "ended")
    #expect(try temporary.count("SELECT count(*) FROM incumbent") == 0)
    try temporary.run("UPDATE posting SET ended = '2021-01' WHERE key = '\(posting)'")
    #expect(try value("ended_latest", of: posting) == "2022-03-31")
  }
}
