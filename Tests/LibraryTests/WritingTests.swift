import Foundation
import Legation
import Testing

@Suite struct WritingTests {
  private let office: Office
  private let registry: Registry

  init() throws {
    office = try Office(isSample: false)
    registry = try office.open(for: .writing)
    try registry.change("the first missions", by: "test") { change in
      try change.add(.mission, ["kind": "embassy", "receiver": "fr", "seat": "Paris"])
      try change.add(.mission, ["kind": "embassy", "receiver": "gb", "seat": "London"])
    }
  }

  private func lastChange() throws -> Int { try registry.changes().first()?.number ?? -1 }

  @Test func `a fresh registry has no head and every mission without one`() throws {
    #expect(try registry.heads().all().isEmpty)
    let roster = try registry.roster()
    #expect(roster.entries.isEmpty)
    #expect(roster.missionsWithoutHead.map(\.key).sorted() == ["fr-paris", "gb-london"])
    #expect(roster.day == roster.knownDay)
  }

  @Test func `a change has its author, its reason and its number`() throws {
    let before = try lastChange()
    let change = try registry.change(
      "a source", by: "the archive", because: "the yearbook of 2026"
    ) { change in
      #expect(change.number == before + 1)
      return try change.add(.source, ["title": "The Yearbook"])
    }
    let kept = try #require(try registry.changes().first())
    #expect(kept.number == change.number && kept.what == "a source")
    #expect(kept.author == "the archive" && kept.reason == "the yearbook of 2026")
    #expect(kept.seal?.utf8.count == 64 && kept.undoes == nil)
  }

  /// Facts of a mission, what is different, and what it says then.
  @Test(
    arguments: [
      (["seat": "Versailles"], ["seat"], "seat", "Versailles"),
      (["seat": "Paris"], [], "seat", "Paris"),
      (
        ["opened": "1973-10", "certainty": "uncertain"], ["certainty", "opened"], "opened",
        "1973-10"
      ),
      (["opened": nil], [], "opened", nil),
      (["receiver": "Pháp"], [], "receiver", "fr"),
    ] as [(Facts, [String], String, String?)])
  func `an edit says what is different now`(
    facts: Facts, different: [String], column: String, value: String?
  ) throws {
    let change = try registry.change("an edit", by: "test") { change in
      try change.edit(.mission, "fr-paris", facts)
    }
    #expect(change.result.map(\.column) == different)
    #expect(try registry.record(.mission, "fr-paris").text(column) == value)
  }

  @Test func `every property of a new head is kept`() throws {
    var head = NewHead("Trần Văn An", at: "fr-paris")
    head.personKey = "an"
    head.personFacts = ["gender": "male", "born": "1970"]
    head.key = "paris-1"
    head.certainty = .uncertain
    head.note = "from the papers"
    head.plannedEnd = try PartialDate("2023")
    head.ended = try PartialDate("2022-06")
    head.endReason = "recalled"
    head.moreFacts = ["end_note": "at his own wish"]
    for (index, milestone) in Milestone.allCases.enumerated() {
      head.milestones[milestone] = try PartialDate(
        year: 2020, month: index < 12 ? index + 1 : 12, doubt: .uncertain)
    }
    let added = try registry.addHead(head, by: "test").result
    #expect(added.posting == "paris-1" && added.person == "an" && added.title == "ambassador")

    let posting = try registry.record(.posting, "paris-1")
    #expect(posting.text("note") == head.note && posting.text("end_note") == "at his own wish")
    #expect(try posting.date("planned_end") == head.plannedEnd)
    let read = try registry.head("paris-1")
    #expect(
      read.ended == head.ended && read.endReason == "recalled" && read.certainty == .uncertain)
    #expect(try registry.person("an").gender == .male)
    #expect(try registry.accreditations(of: "paris-1").first?.milestones == head.milestones)
  }

  @Test func `an acting head, and somebody else of the same name`() throws {
    var head = NewHead("Trần Văn An", at: "fr-paris")
    head.milestones[.arrived] = try PartialDate("2025")
    try registry.addHead(head, by: "test")
    var acting = NewHead("Trần Văn An", at: "gb-london")
    acting.isNewPerson = true
    acting.function = .acting
    acting.milestones[.tookCharge] = try PartialDate("2025-05")
    let added = try registry.addHead(acting, by: "test").result
    #expect(added.person == "tran-van-an-2" && added.personIsNew)
    #expect(try registry.head(added.posting).function == .acting)
  }

  @Test(arguments: [true, false])
  func `a head entered by mistake is taken back, the person with them where they came alone`(
    alone: Bool
  ) throws {
    let head = NewHead("Trần Văn An", at: "fr-paris")
    if alone {
      try registry.addHead(head, by: "test")
    } else {
      try registry.change("a list", by: "test") { change in _ = try change.addHead(head) }
    }
    let gone = try registry.change("a mistake", by: "test") { change in
      try change.takeBackHead("fr-paris")
    }
    #expect(gone.result.accreditations == 1 && gone.result.personWentToo == alone)
    #expect(try registry.people().all().isEmpty == alone)
  }

  @Test func `a posting lasts, is extended, covers more and ends on an unknown day`() throws {
    var head = NewHead("Trần Văn An", at: "fr-paris")
    head.milestones[.arrived] = try PartialDate("2024")
    try registry.addHead(head, by: "test")
    let change = try registry.change("what happened", by: "test") { change in
      let first = try change.extend("fr-paris", until: PartialDate("2027"))
      let second = try change.extend(
        "fr-paris", until: PartialDate("2028-06"), decided: PartialDate("2026"), note: "needed")
      let key = try change.accredit("fr-paris", to: "Monaco", [.credentials: PartialDate("2025")])
      try change.endHead("fr-paris", on: nil)
      return (first, second, key)
    }
    #expect(change.result.0 == nil && change.result.1?.description == "2027")
    #expect(change.result.2 == "fr-paris-tran-van-an-mc")
    let ended = try registry.head("fr-paris-tran-van-an")
    #expect(ended.endedBy == .unknown && ended.plannedEnd?.description == "2028-06")
  }

  @Test func `other names, sources and keys of a record`() throws {
    try registry.change("names", by: "test") { change in
      try change.addName("Sứ quán Ba Lê", to: .mission, "fr-paris")
      try change.cite(["https://example.org/paris", "The Yearbook"], for: .mission, "fr-paris")
      try change.edit(.mission, "fr-paris", [:], newKey: "paris")
    }
    #expect(try registry.mission("su quan ba le").key == "paris")
    let cited = try registry.records(of: .citation, where: ["mission": "paris"]).all()
    #expect(cited.count == 2)
    let removed = try registry.change("a removal", by: "test") { change in
      try change.remove(.mission, "paris")
    }
    #expect(removed.result.along["citation"] == 2 && removed.result.along["mission_name"] == 1)
  }

  @Test func `a registry is of a country and known until a day`() throws {
    try registry.change("what it is of", by: "test") { change in
      try change.set(sender: "Lào")
      try change.set(knownUntil: Day("2020-02-29"))
    }
    #expect(try registry.knownDay() == Day("2020-02-29"))
    #expect(try registry.roster().title.english.contains("Lao"))
    try registry.change("today", by: "test") { change in try change.set(knownUntil: nil) }
    #expect(try registry.knownDay() > Day("2020-02-29"))
  }

  @Test func `a change that is refused leaves no trace and hinders no other`() throws {
    let before = try lastChange()
    #expect(throws: RegistryError.self) {
      try registry.change("a mistake", by: "test") { change in
        try change.edit(.mission, "fr-paris", ["seat": "Lyon"])
        try change.add(.mission, ["kind": "embassy"])
      }
    }
    #expect(try lastChange() == before)
    #expect(try registry.mission("fr-paris").seat == "Paris")
    try registry.change("another", by: "test") { change in
      try change.edit(.mission, "fr-paris", ["seat": "Lyon"])
    }
    #expect(try registry.mission("fr-paris").seat == "Lyon")
  }

  @Test func `a roster within a change shows the change`() throws {
    try registry.change("a head", by: "test") { change in
      var head = NewHead("Trần Văn An", at: "fr-paris")
      head.milestones[.credentials] = try PartialDate("2020")
      try change.addHead(head)
      #expect(try registry.roster().entries.map(\.head.personName) == ["Trần Văn An"])
    }
    #expect(try registry.roster().entries.count == 1)
  }

  @Test func `a finding that is settled is no longer among those found, until that is taken back`()
    throws
  {
    let head = try registry.addHead(NewHead("Trần Văn An", at: "fr-paris"), by: "test").result
    func undated(includingSettled: Bool = false) throws -> [String?] {
      try registry.findings(includingSettled: includingSettled).all()
        .filter { $0.code == "undated" }.map(\.posting)
    }
    #expect(try undated() == [head.posting])
    let settled = try registry.change("looked into", by: "the archive") { change in
      try change.settle(
        "undated", at: [head.posting], because: "no day is known", source: "The Yearbook")
    }
    #expect(try undated() == [])
    #expect(try undated(includingSettled: true) == [head.posting])
    let settlement = try #require(try registry.settlements().first())
    #expect(settlement.posting == head.posting && settlement.reason == "no day is known")
    #expect(settlement.source == "the-yearbook" && settlement.change == settled.number)
    let refusal = #expect(throws: RegistryError.self) {
      try registry.change("again", by: "test") { change in
        try change.settle("undated", at: [head.posting], because: "again")
      }
    }
    #expect(refusal?.code == .rule)
    try registry.change("doubts", by: "test") { change in
      try change.unsettle("undated", at: [settlement.key])
    }
    #expect(try undated() == [head.posting])
  }

  @Test func `what is otherwise from a day on was something else before it`() throws {
    try registry.change("the city's new name", by: "test") { change in
      try change.turn(.party, "fr", to: ["name_en": "New France"], since: PartialDate("2020-06"))
      try change.move("gb-london", to: "Oxford", since: PartialDate("2021"))
      try change.reopen(
        "fr-paris", on: PartialDate("1973"), closed: PartialDate("1965-07-24"))
    }
    let names = try ["2020-05-31", "2020-06-30"].map { day in
      try registry.roster(on: Day(day)).missionsWithoutHead.first { $0.key == "fr-paris" }?
        .name.english
    }
    #expect(names == ["Embassy of Viet Nam in France", "Embassy of Viet Nam in New France"])
    #expect(
      try registry.roster(on: Day("1970-01-01")).missionsWithoutHead.map(\.key)
        == ["gb-london"])
    let closed = try registry.change("the end", by: "test") { change in
      try change.close("gb-london", on: PartialDate("2026-01"))
    }
    #expect(closed.result == [])
  }

  @Test func `a registry that is up to date stays as it is`() throws {
    registry.close()
    let versions = try Registry.bringUpToDate(office.path)
    #expect(versions.before == versions.after)
  }
}
