import SQLite
import Testing

@testable import Registry

@Suite struct HeadTests {
  private let temporary: TemporaryRegistry

  init() throws {
    temporary = try TemporaryRegistry()
    try temporary.addMission("Paris", at: "fr")
    try temporary.addMission("London", at: "gb")
  }

  private func refusal(_ body: () throws -> Void) -> RegistryError? {
    let before = try? temporary.content()
    let changes = try? temporary.count("SELECT count(*) FROM change")
    let error = #expect(throws: RegistryError.self) { try body() }
    #expect((try? temporary.content()) == before)
    #expect((try? temporary.count("SELECT count(*) FROM change")) == changes)
    return error
  }

  @Test func `adding a head makes the person, the posting and the accreditation in one change`()
    throws
  {
    let posting = try temporary.addHead("Nguyễn Văn A", at: "fr-paris", ["arrived": "2020-01"])
    #expect(posting == "fr-paris-nguyen-van-a")
    let number = try temporary.count("SELECT max(number) FROM change")
    for table in ["person", "posting", "accreditation"] {
      #expect(
        try temporary.count("SELECT count(*) FROM \(table) WHERE entered_in = \(number)") == 1)
    }
    #expect(try temporary.text("SELECT receiver FROM accreditation") == "fr")
    #expect(try temporary.text("SELECT title FROM posting") == "ambassador")
  }

  @Test(arguments: ["Nguyễn Văn A", "nguyen-van-a", "NGUYỄN VĂN A", "Nguye\u{302}\u{303}n Văn A"])
  func `a person of that name who is there is taken`(name: String) throws {
    try temporary.addHead("Nguyễn Văn A", at: "fr-paris", ["arrived": "2020-01"])
    try temporary.addHead(name, at: "gb-london", ["arrived": "2023-01"])
    #expect(try temporary.count("SELECT count(*) FROM person") == 1)
  }

  @Test func `a name without its marks is not taken for somebody who is there`() throws {
    try temporary.addHead("Nguyễn Văn Ẩn", at: "fr-paris", ["arrived": "2020-01"])
    let error = refusal { try temporary.addHead("Nguyen Van An", at: "gb-london") }
    #expect(error?.kind == .unknownName)
    #expect(error?.list.first?.english.contains("nguyen-van-an") == true)
    let other = try temporary.write { (change) throws(RegistryError) in
      var head = HeadOffice.NewHead(person: "Nguyen Van An", mission: "gb-london")
      head.isNewPerson = true
      return try HeadOffice(change).add(head)
    }
    #expect(other.person == "nguyen-van-an-2")
  }

  @Test func `a second full head at an occupied mission is refused unless accepted`() throws {
    try temporary.addHead("Nguyễn Văn A", at: "fr-paris", ["arrived": "2020-01"])
    for facts in [["arrived": "2023-01"], [:]] {
      let error = refusal { try temporary.addHead("Trần Thị B", at: "fr-paris", facts) }
      #expect(error?.kind == .finding)
      #expect(error?.list.first?.english.contains("fr-paris-nguyen-van-a") == true)
      #expect(
        error?.remedies == [
          .endService(of: "fr-paris-nguyen-van-a"), .acceptBoth("head-not-ended"),
        ])
    }
    try temporary.addHead(
      "Trần Thị B", at: "fr-paris", ["arrived": "2023-01"], accepting: ["head-not-ended"])
    #expect(try temporary.count("SELECT count(*) FROM grave_finding") == 1)
  }

  @Test func `an acting head beside a full head is no finding`() throws {
    try temporary.addHead("Nguyễn Văn A", at: "fr-paris", ["arrived": "2020-01"])
    try temporary.addHead(
      "Trần Thị B", at: "fr-paris", ["function": "acting", "arrived": "2023-01"])
  }

  @Test(arguments: [
    ("fr-pari", "fr-paris"), ("gb-lodnon", "gb-london"),
    ("Dai su quan Viet Nam tai Phap X", "fr-paris"),
  ])
  func `an unknown mission suggests the nearest`(typed: String, meant: String) throws {
    let error = refusal { try temporary.addHead("Nguyễn Văn A", at: typed) }
    #expect(error?.kind == .unknownName)
    #expect(error?.list.contains { $0.english.hasPrefix(meant) } == true)
  }

  @Test func `an unusual title is asked about, with those that fit`() throws {
    let error = refusal {
      try temporary.addHead("Nguyễn Văn A", at: "fr-paris", ["title": "consul-general"])
    }
    #expect(error?.kind == .finding)
    #expect(error?.list.contains { $0.english.hasPrefix("ambassador") } == true)
    try temporary.addHead(
      "Nguyễn Văn A", at: "fr-paris", ["title": "consul_general"], accepting: ["unusual-title"])
  }

  @Test(arguments: [
    ["arrived": "2024-02-30"], ["arrived": "9/1/24"], ["term": "1900-1901"],
    ["credentials": "2020-01-01", "arrived": "2020-02-01"],
    ["arrived": "2020-02-01", "posting_ended": "2019"], ["nomination": "perhaps"],
    ["end_reason": "bored"], ["certainty": ""], ["arrived_time": "25:00"],
    ["batch": "2024-2027-1"], ["acting_reason": "absence"],
  ])
  func `what cannot be is refused and changes nothing`(facts: [String: String]) throws {
    _ = refusal { try temporary.addHead("Nguyễn Văn A", at: "fr-paris", facts) }
  }

  @Test func `a head is ended once, by mission, person or posting`() throws {
    let posting = try temporary.addHead("Nguyễn Văn Ẩn", at: "fr-paris", ["arrived": "2020-01"])
    for name in ["fr-paris", "Đại sứ quán Việt Nam tại Pháp", "nguyen van an", "Paris", posting] {
      #expect(
        try Lookup(registry: temporary.registry).posting(named: name, onlyOpen: true) == posting)
    }
    func end(_ day: String?) throws {
      try temporary.write { (change) throws(RegistryError) in
        try HeadOffice(change).end(posting, on: day, reason: "transferred", note: nil)
      }
    }
    let early = refusal { try end("2019-12") }
    #expect(early?.message.english.contains("2020-01") == true)
    try end("2023-05")
    #expect(try temporary.text("SELECT ended || end_reason FROM posting") == "2023-05transferred")
    #expect(refusal { try end(nil) }?.message.english.contains("2023-05") == true)
  }

  @Test(arguments: [true, false])
  func `taking back takes out exactly what adding put in`(personIsKnown: Bool) throws {
    if personIsKnown {
      try temporary.addHead(
        "Nguyễn Văn A", at: "gb-london", ["arrived": "2015", "posting_ended": "2018"])
    }
    let before = try temporary.content()
    let posting = try temporary.write(action: HeadOffice.addAction) {
      (change) throws(RegistryError) in
      var head = HeadOffice.NewHead(person: "Nguyễn Văn A", mission: "fr-paris")
      head.concurrent = ["mc", "Andorra"]
      head.accreditation.set("arrived", "2020-01-01")
      return try HeadOffice(change).add(head).posting
    }
    #expect(
      try temporary.count("SELECT count(*) FROM accreditation WHERE posting = '\(posting)'") == 3)
    let gone = try temporary.write { (change) throws(RegistryError) in
      try HeadOffice(change).takeBack(posting)
    }
    #expect(gone.accreditations == 3)
    #expect(gone.personWentToo == !personIsKnown)
    #expect(try temporary.content() == before)
  }

  @Test(arguments: ["import pocom", "import datapackage", "import csv", "sql", "init"])
  func `a person who came in with a list stays when a head of it is taken back`(action: String)
    throws
  {
    let posting = try temporary.write(action: action) { (change) throws(RegistryError) in
      try HeadOffice(change).add(
        HeadOffice.NewHead(person: "Nguyễn Văn A", mission: "fr-paris")
      ).posting
    }
    let gone = try temporary.write { (change) throws(RegistryError) in
      try HeadOffice(change).takeBack(posting)
    }
    #expect(!gone.personWentToo)
    #expect(try temporary.count("SELECT count(*) FROM person") == 1)
  }

  @Test func `a person on whom something else stands is not taken back`() throws {
    let posting = try temporary.addHead("Nguyễn Văn A", at: "fr-paris", ["arrived": "2020-01"])
    try temporary.write { (change) throws(RegistryError) in
      var facts = Facts()
      facts.set("rank", "Đại sứ bậc một")
      facts.set("conferred", "2025-10-10")
      if let ranks = RecordKind.person.part("person_rank") {
        try Records(change).add(ranks, to: "nguyen-van-a", facts)
      }
    }
    let gone = try temporary.write { (change) throws(RegistryError) in
      try HeadOffice(change).takeBack(posting)
    }
    #expect(!gone.personWentToo)
    #expect(try temporary.count("SELECT count(*) FROM person") == 1)
  }

  @Test func `an extension keeps the end before it`() throws {
    let posting = try temporary.addHead(
      "Nguyễn Văn A", at: "fr-paris", ["arrived": "2020-01", "planned_end": "2023-01"])
    for end in ["2024-01", "31/12/2024"] {
      try temporary.write { (change) throws(RegistryError) in
        _ = try PostingOffice(change).extend(
          posting, until: end, decided: nil, document: nil, note: nil)
      }
    }
    #expect(try temporary.text("SELECT planned_end FROM posting") == "2024-12-31")
    #expect(
      try temporary.text("SELECT group_concat(previous_end || '>' || planned_end) FROM extension")
        == "2023-01>2024-01,2024-01>2024-12-31")
  }

  @Test func `milestones and further accreditations have their own dates`() throws {
    let posting = try temporary.addHead("Nguyễn Văn A", at: "fr-paris", ["arrived": "2020-01"])
    try temporary.write { (change) throws(RegistryError) in
      var facts = Facts()
      facts.set("credentials", "16/04/2025")
      _ = try PostingOffice(change).accredit(posting, to: "Monaco", facts)
    }
    #expect(
      try temporary.text("SELECT credentials FROM accreditation WHERE receiver = 'mc'")
        == "2025-04-16")
    let twice = refusal {
      try temporary.write { (change) throws(RegistryError) in
        _ = try PostingOffice(change).accredit(posting, to: "mc", Facts())
      }
    }
    #expect(twice?.kind == .rule)
    let elsewhere = refusal {
      try temporary.write { (change) throws(RegistryError) in
        var facts = Facts()
        facts.set("credentials", "2025")
        _ = try PostingOffice(change).record(facts, of: posting, towards: "jp")
      }
    }
    #expect(elsewhere?.kind == .unknownName)
  }

  @Test func `a dry run leaves everything as it was`() throws {
    let before = try temporary.content()
    try temporary.write(dryRun: true) { (change) throws(RegistryError) in
      _ = try HeadOffice(change).add(HeadOffice.NewHead(person: "A", mission: "fr-paris"))
    }
    #expect(try temporary.content() == before)
    #expect(try temporary.count("SELECT count(*) FROM change WHERE action = 'test'") == 2)
  }
}
