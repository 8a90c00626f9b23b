import SQLite
import Testing

@testable import Registry

/// Who comes before whom at one receiver: the rules of the Vienna Conventions, case by case.
///
/// The registry of the cases is known until 30 June 2024; all of them are at France, or at the
/// organization `oecd`.
@Suite struct PrecedenceTests {
  struct Head: Sendable {
    let name: String
    var from = "it"
    var kind = "embassy"
    var at = "fr"
    let facts: [String: String]
    /// Accredited to France from elsewhere, with these columns.
    var concurrently: [String: String]?
  }

  /// Who is there, and in which order: `place name`, with `?` where it is not sure.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Columns of the receiver.
    var receiver: [String: String] = [:]
    let heads: [Head]
    /// Of each corps by itself.
    var order: [String]
  }

  private static func ambassador(_ name: String, _ from: String, _ facts: [String: String]) -> Head
  {
    Head(name: name, from: from, facts: facts)
  }
  private static func consul(
    _ name: String, _ from: String, _ facts: [String: String], kind: String = "consulate-general"
  ) -> Head {
    Head(name: name, from: from, kind: kind, facts: facts)
  }
  private static func envoy(_ name: String, _ from: String, _ facts: [String: String]) -> Head {
    Head(name: name, from: from, kind: "mission-io", at: "oecd", facts: facts)
  }

  private static let diplomatic = [
    Case(
      testDescription: "R1, R7: class before date; a chargé en titre is the last class",
      heads: [
        ambassador("C", "it", ["title": "charge-en-titre", "credentials": "2001-01-01"]),
        Head(name: "E", from: "es", kind: "legation", facts: ["credentials": "2002-01-01"]),
        ambassador("A", "de", ["credentials": "2020-01-01"]),
        ambassador("B", "pt", ["credentials": "2019-01-01"]),
      ], order: ["1 B", "2 A", "3 E", "4 C"]),
    Case(
      testDescription: "R1, R8: a chargé ad interim is of no class, and behind all",
      heads: [
        ambassador(
          "I", "it",
          ["function": "acting", "took_charge": "2010-01-01", "acting_reason": "vacancy"]),
        ambassador(
          "H", "be",
          ["function": "acting", "took_charge": "2009-01-01", "acting_reason": "vacancy"]),
        ambassador("C", "es", ["title": "charge-en-titre", "credentials": "2022-01-01"]),
      ], order: ["1 C", "2 H", "3 I"]),
    Case(
      testDescription: "R2: with agrément alone, by its day, between heads and acting heads",
      heads: [
        ambassador("N", "it", ["nomination": "pending", "agrement_given": "2024-05-02"]),
        ambassador("D", "be", ["appointed": "2024-05-20", "agrement_given": "2024-04-01"]),
        ambassador("X", "es", ["nomination": "refused", "agrement_requested": "2024-01-01"]),
        ambassador("Y", "pl", ["appointed": "2024-05-20"]),
        ambassador("Z", "pt", ["appointed": "2024-05-20", "agrement_given": "2024-08-01"]),
        ambassador(
          "I", "se",
          ["function": "acting", "took_charge": "2010-01-01", "acting_reason": "vacancy"]),
        ambassador("A", "de", ["credentials": "2024-06-01"]),
      ], order: ["1 A", "2 D", "3 N", "4 I"]),
    Case(
      testDescription: "R3: a head who resides elsewhere has a place by the credentials there",
      heads: [
        ambassador("A", "de", ["credentials": "2020-01-01"]),
        Head(
          name: "B", from: "ie", at: "es", facts: ["credentials": "2015-01-01"],
          concurrently: ["credentials": "2019-01-01"]),
        Head(
          name: "C", from: "fi", at: "es", facts: ["credentials": "2010-01-01"],
          concurrently: ["credentials": "2021-01-01"]),
      ], order: ["1 B", "2 A", "3 C"]),
    Case(
      testDescription: "R4: whom two states accredit has a place for each",
      heads: [
        ambassador("A", "li", ["credentials": "2012-01-01"]),
        ambassador("B", "pt", ["credentials": "2011-01-01"]),
        ambassador("A", "ch", ["credentials": "2010-01-01"]),
      ], order: ["1 A", "2 B", "3 A"]),
    Case(
      testDescription: "R5: by the true copy where that is the practice",
      receiver: ["functions_begin": "copy"],
      heads: [
        ambassador("A", "de", ["copy_presented": "2020-03-01", "credentials": "2020-04-01"]),
        ambassador("B", "pt", ["copy_presented": "2020-01-01", "credentials": "2020-05-01"]),
      ], order: ["1 B", "2 A"]),
    Case(
      testDescription: "R5: by the credentials where that is the practice",
      heads: [
        ambassador("A", "de", ["copy_presented": "2020-03-01", "credentials": "2020-04-01"]),
        ambassador("B", "pt", ["copy_presented": "2020-01-01", "credentials": "2020-05-01"]),
      ], order: ["1 A", "2 B"]),
    Case(
      testDescription: "R5: an arrival begins no functions towards the receiver",
      heads: [
        ambassador("A", "de", ["arrived": "2019-01-01"]),
        ambassador("B", "pt", ["arrived": "2019-06-01", "credentials": "2020-05-01"]),
        ambassador("C", "es", ["arrived": "2021-01-01"]),
      ], order: ["1? B", "2? A", "3? C"]),
    Case(
      testDescription: "R7: on one day the hour, where it is known of all",
      heads: [
        ambassador(
          "A", "de",
          ["arrived": "2020-01-01", "credentials": "2020-05-01", "credentials_time": "11:00"]),
        ambassador(
          "B", "pt",
          ["arrived": "2020-02-01", "credentials": "2020-05-01", "credentials_time": "10:30"]),
      ], order: ["1 B", "2 A"]),
    Case(
      testDescription: "R6: on one day the arrival, its hour, then the agrément",
      heads: [
        ambassador("A", "de", ["arrived": "2020-02-02", "credentials": "2020-05-01"]),
        ambassador(
          "B", "pt",
          ["arrived": "2020-02-01", "arrived_time": "16:00", "credentials": "2020-05-01"]),
        ambassador(
          "C", "es",
          [
            "arrived": "2020-02-01", "arrived_time": "09:00", "credentials": "2020-05-01",
            "agrement_given": "2020-01-05",
          ]),
        ambassador(
          "D", "be",
          [
            "arrived": "2020-02-01", "arrived_time": "09:00", "credentials": "2020-05-01",
            "agrement_given": "2020-01-04",
          ]),
      ], order: ["1 D", "2 C", "3 B", "4 A"]),
    Case(
      testDescription: "on one day with nothing else, and with half a date, the order is not sure",
      heads: [
        ambassador("A", "de", ["credentials": "2020-05-01"]),
        ambassador("B", "pt", ["credentials": "2020-05-01"]),
        ambassador("C", "es", ["credentials": "2021"]),
        ambassador("D", "be", ["credentials": "2021-06-01"]),
        ambassador("E", "se", ["credentials": "2022"]),
      ], order: ["1? A", "2? B", "3? C", "4? D", "5 E"]),
    Case(
      testDescription: "R7: new letters without a change of class leave the place",
      heads: [
        ambassador("A", "de", ["credentials": "2015-01-01", "posting_ended": "2019-12-31"]),
        ambassador("B", "pt", ["credentials": "2017-01-01"]),
        ambassador("A", "de", ["credentials": "2020-01-01"]),
      ], order: ["1 A", "2 B"]),
    Case(
      testDescription: "R7: a change of class takes it, and so does an absence",
      heads: [
        Head(
          name: "A", from: "de", kind: "mission",
          facts: ["title": "envoy", "credentials": "2015-01-01", "posting_ended": "2019-12-31"]),
        ambassador("B", "pt", ["credentials": "2017-01-01"]),
        Head(
          name: "A", from: "de", kind: "mission",
          facts: ["title": "ambassador", "credentials": "2020-01-01"]),
        ambassador("C", "es", ["credentials": "2010-01-01", "posting_ended": "2012-01-01"]),
        ambassador("C", "es", ["credentials": "2021-01-01"]),
      ], order: ["1 B", "2 A", "3 C"]),
    Case(
      testDescription: "R7: the representative of the Holy See first, where that is the practice",
      receiver: ["nuncio_is_first": "1"],
      heads: [
        ambassador("A", "de", ["credentials": "2010-01-01"]),
        ambassador("N", "va", ["credentials": "2023-01-01"]),
      ], order: ["1 N", "2 A"]),
    Case(
      testDescription: "R7: and by date, where it is not",
      heads: [
        ambassador("A", "de", ["credentials": "2010-01-01"]),
        ambassador("N", "va", ["credentials": "2023-01-01"]),
      ], order: ["1 A", "2 N"]),
    Case(
      testDescription: "R8, R9: who acts for an absent head stands behind, and the head stays",
      heads: [
        ambassador("A", "de", ["credentials": "2010-01-01", "in_office_on": "2024-01-01"]),
        ambassador(
          "I", "de",
          ["function": "acting", "took_charge": "2024-06-01", "acting_reason": "absence"]),
        ambassador("B", "pt", ["credentials": "2022-01-01"]),
      ], order: ["1 A", "2 B", "3 I"]),
    Case(
      testDescription: "R10: whoever has left has no place",
      heads: [
        ambassador("A", "de", ["credentials": "2010-01-01", "posting_ended": "2024-06-01"]),
        ambassador("B", "pt", ["credentials": "2022-01-01"]),
      ], order: ["1 B"]),
  ]

  private static let consular = [
    Case(
      testDescription: "R11, R13: class, then exequatur, or an earlier provisional admission, kept",
      heads: [
        consul("A", "de", ["exequatur": "2020-03-01"]),
        consul("B", "pt", ["provisionally_admitted": "2020-01-01", "exequatur": "2020-06-01"]),
        consul("C", "es", ["provisionally_admitted": "2020-02-01"]),
        consul("D", "be", ["exequatur": "2001-01-01"], kind: "consulate"),
        consul("E", "se", ["arrived": "2001-01-01"]),
      ], order: ["1? B", "2? C", "3? A", "4? E", "5 D"]),
    Case(
      testDescription: "R13: on one day the commission",
      heads: [
        consul("A", "de", ["exequatur": "2020-03-01", "commission_presented": "2020-02-02"]),
        consul("B", "pt", ["exequatur": "2020-03-01", "commission_presented": "2020-02-01"]),
      ], order: ["1 B", "2 A"]),
    Case(
      testDescription: "R12, R13: honorary behind career heads of a class, acting heads behind all",
      heads: [
        consul("A", "de", ["function": "acting", "took_charge": "2001-01-01"]),
        consul(
          "H", "pt", ["title": "honorary-consul-general", "exequatur": "2002-01-01"]),
        consul("C", "es", ["exequatur": "2020-03-01"]),
        consul("D", "be", ["exequatur": "2002-01-01"], kind: "consulate"),
        consul("B", "se", ["function": "acting", "took_charge": "2000-01-01"]),
      ], order: ["1 C", "2 H", "3 D", "4 B", "5 A"]),
    Case(
      testDescription: "R11: not admitted yet, with the commission presented",
      heads: [
        consul("A", "de", ["appointed": "2024-01-01", "commission_presented": "2024-05-01"]),
        consul("B", "pt", ["exequatur": "2024-06-01"]),
      ], order: ["1 B", "2 A"]),
    Case(
      testDescription: "R17: offices of another status stand apart, and so do consuls",
      heads: [
        Head(name: "O", from: "de", kind: "branch-office", facts: ["arrived": "2001-01-01"]),
        ambassador("A", "it", ["credentials": "2020-01-01"]),
        consul("C", "es", ["exequatur": "2019-01-01"]),
      ], order: ["1 C", "1 A", "1 O"]),
  ]

  private static let organizations = [
    Case(
      testDescription: "R15, R16: by credentials, those with the class of an ambassador first",
      heads: [
        envoy("P", "de", ["credentials": "2010-01-01"]),
        envoy("A", "it", ["title": "ambassador", "credentials": "2020-01-01"]),
        envoy("B", "es", ["title": "ambassador", "credentials": "2019-01-01"]),
        envoy("I", "be", ["function": "acting", "took_charge": "2001-01-01"]),
      ], order: ["1 B", "2 A", "3 P", "4 I"]),
    Case(
      testDescription: "R15: in the order of the English names of the states",
      receiver: ["precedence": "alphabetical"],
      heads: [
        envoy("P", "ch", ["credentials": "2010-01-01"]),
        envoy("A", "vn", ["title": "ambassador", "credentials": "2011-01-01"]),
        envoy("B", "es", ["credentials": "2019-01-01"]),
        envoy("C", "at", ["arrived": "2023-01-01"]),
        envoy("I", "be", ["function": "acting", "took_charge": "2001-01-01"]),
      ], order: ["1 C", "2 B", "3 P", "4 A", "5 I"]),
  ]

  // MARK: What is there

  private func office(_ given: Case) throws -> TemporaryRegistry {
    let temporary = try TemporaryRegistry()
    try temporary.run("UPDATE registry SET known_until = '2024-06-30'")
    for (column, value) in given.receiver {
      try temporary.run("UPDATE party SET \(column) = '\(value)' WHERE key IN ('fr', 'oecd')")
    }
    var missions: [String: String] = [:]
    for head in given.heads {
      let place = "\(head.from) \(head.kind) \(head.at)"
      let mission = try missions[place] ?? self.mission(of: head, in: temporary)
      missions[place] = mission
      let posting = try temporary.addHead(head.name, at: mission, head.facts, accepting: ["*"])
      guard let columns = head.concurrently?.sorted(by: { $0.key < $1.key }) else { continue }
      try temporary.run(
        """
        INSERT INTO accreditation
          (key, posting, mission, receiver, is_resident, \(columns.map(\.key).joined(separator: ", ")))
        VALUES ('\(posting)-fr', '\(posting)', '\(mission)', 'fr', 0,
          \(columns.map { "'\($0.value)'" }.joined(separator: ", ")))
        """)
    }
    return temporary
  }

  private func mission(of head: Head, in temporary: TemporaryRegistry) throws -> String {
    try temporary.write { (change) throws(RegistryError) in
      var facts = Facts()
      facts.set("kind", head.kind)
      facts.set("sender", head.from)
      facts.set("receiver", head.at)
      facts.set("seat", "Paris \(head.from)")
      return try Records(change).add(.mission, facts)
    }
  }

  private func order(_ registry: Registry) throws -> [String] {
    try registry.column(
      """
      SELECT place || iif(is_sure, ' ', '? ') || person_name
      FROM precedence WHERE receiver IN ('fr', 'oecd') ORDER BY corps, place
      """, as: String.self)
  }

  @Test(arguments: diplomatic + consular + organizations)
  func `heads stand in the order of the rule`(given: Case) throws {
    #expect(try order(office(given).registry) == given.order)
  }

  @Test func `of a day it is the order of that day`() throws {
    let temporary = try office(
      Case(
        testDescription: "",
        heads: [
          Self.ambassador(
            "A", "de",
            [
              "agrement_given": "2020-02-01", "arrived": "2020-03-01",
              "credentials": "2020-05-01", "posting_ended": "2023-01-01",
            ]),
          Self.ambassador("B", "pt", ["credentials": "2020-04-01"]),
        ], order: []))
    for (day, expected) in [
      ("2020-01-31", []), ("2020-03-31", ["1 A"]), ("2020-04-30", ["1 B", "2 A"]),
      ("2020-05-01", ["1 B", "2 A"]), ("2023-01-02", ["1 B"]),
    ] {
      let registry = try Registry.open(temporary.path, for: .reading)
      try registry.look(on: day)
      #expect(try order(registry) == expected, "\(day)")
    }
  }

  @Test func `R14: a consular district gives no place`() throws {
    let temporary = try office(
      Case(
        testDescription: "",
        heads: [
          Self.consul("A", "de", ["exequatur": "2012-01-01"]),
          Self.consul("B", "pt", ["exequatur": "2010-01-01"]),
        ], order: []))
    try temporary.run(
      """
      INSERT INTO consular_district (mission, area, since, instrument)
      SELECT mission, 'Texas', '2009', 'exchange of notes' FROM posting
      WHERE person = (SELECT key FROM person WHERE name = 'A')
      """)
    #expect(try order(temporary.registry) == ["1 B", "2 A"])
  }

  @Test func `every head in office has one place at each receiver`() throws {
    let temporary = try TemporaryRegistry(sample: true)
    #expect(
      try temporary.text(
        """
        SELECT group_concat(accreditation) FROM (
          SELECT accreditation FROM incumbent EXCEPT SELECT accreditation FROM precedence
        )
        """) == nil)
    #expect(
      try temporary.count(
        """
        SELECT count(*) FROM (
          SELECT 1 FROM precedence GROUP BY receiver, corps
          HAVING count(DISTINCT place) <> max(place) OR count(*) <> max(place)
        )
        """) == 0)
    #expect(
      try temporary.count("SELECT count(*) FROM precedence WHERE NOT is_resident") > 5)
  }
}
