import Testing

@testable import Registry

/// Tenures of which only bounds are known.
@Suite struct BoundedTenureTests {
  private let temporary: TemporaryRegistry

  init() throws {
    temporary = try TemporaryRegistry()
    try temporary.write { (change) throws(RegistryError) in
      try Records(change).set(knownUntil: "2024-06-30")
    }
    try temporary.addMission("Paris", at: "fr")
  }

  private func value(_ column: String, of posting: String) throws -> String? {
    try temporary.text("SELECT \(column) FROM tenure WHERE posting = '\(posting)' AND is_resident")
  }

  @Test(
    arguments: [
      ("credentials = '[..1917]', handed_over = NULL", nil, "1917-12-31"),
      ("credentials = '[..1917]', handed_over = '1916'", "1916-01-01", "1917-12-31"),
      ("credentials = '[1916-03..1917]'", "1916-03-01", "1917-12-31"),
      ("credentials = '[1916-03..]'", "1916-03-01", nil),
      ("credentials = '[1916-03..]', in_office_by = '1918'", "1916-03-01", "1918-12-31"),
      ("exequatur = '1917', provisionally_admitted = '[..1916]'", nil, "1916-12-31"),
    ] as [(String, String?, String?)])
  func `a beginning with bounds begins within them`(
    facts: String, earliest: String?, latest: String?
  ) throws {
    let posting = try temporary.addHead("Nguyễn Văn A", at: "fr-paris")
    try temporary.run("UPDATE accreditation SET \(facts) WHERE posting = '\(posting)'")
    #expect(try value("began_earliest", of: posting) == earliest)
    #expect(try value("began_latest", of: posting) == latest)
    #expect(
      try temporary.count("SELECT is_unsure FROM tenure WHERE posting = '\(posting)'") == 0)
  }

  @Test(
    arguments: [
      ("ended = '[..2022-05]'", "2020-03-01", "2022-05-31"),
      ("ended = '[2021..2022-05]'", "2021-01-01", "2022-05-31"),
      // An end that is not before a day is bounded by nothing else.
      ("ended = '[2021-04-05..]'", "2021-04-05", nil),
      ("ended = '[2025..]'", "2025-01-01", nil),
    ] as [(String, String, String?)])
  func `an end with bounds lies within them`(
    facts: String, earliest: String, latest: String?
  ) throws {
    let posting = try temporary.addHead("Nguyễn Văn A", at: "fr-paris", ["credentials": "2020-03"])
    try temporary.run("UPDATE posting SET \(facts) WHERE key = '\(posting)'")
    #expect(try value("ended_by", of: posting) == "ended")
    #expect(try value("ended_earliest", of: posting) == earliest)
    #expect(try value("ended_latest", of: posting) == latest)
  }

  @Test func `the end towards one receiver is not mixed with that of the posting`() throws {
    let first = try temporary.addHead("Nguyễn Văn A", at: "fr-paris", ["credentials": "2010"])
    try temporary.run(
      """
      UPDATE posting SET ended = '2015' WHERE key = '\(first)';
      UPDATE accreditation SET ended = '[..2012]' WHERE posting = '\(first)';
      """)
    try temporary.addHead("Trần Văn B", at: "fr-paris", ["credentials": "2013"])
    #expect(try value("ended_latest", of: first) == "2012-12-31")
    #expect(try temporary.count("SELECT count(*) FROM grave_finding") == 0)
  }

  @Test(arguments: [("[..1950]", 1), ("[1950..]", 1), ("[2030..]", 0), ("[1950..2030]", 1)])
  func `a mission that opened within bounds is open where it can be`(
    opened: String, vacancies: Int
  ) throws {
    try temporary.run("UPDATE mission SET opened = '\(opened)' WHERE key = 'fr-paris'")
    #expect(
      try temporary.count("SELECT count(*) FROM vacancy WHERE mission = 'fr-paris'") == vacancies)
  }
}
