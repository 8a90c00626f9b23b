import Foundation
import Legation
import Testing

@Suite struct ReadingTests {
  private let office: Office
  private let registry: Registry

  init() throws {
    office = try Office()
    registry = try office.open()
  }

  @Test(arguments: ["2019-06-01", "2021-03-02", "2024-02-19", "2025-02-20", "2026-01-15"])
  func `a roster of a day has those who were present, as sure as they were`(text: String) throws {
    let day = try Day(text)
    let roster = try registry.roster(on: day)
    var expected: [String: Head.Presence] = [:]
    var heads = try registry.heads(HeadSelection(isEveryone: true))
    while let head = try heads.next() {
      // Who has only been appointed heads no mission.
      if head.endedBy == .notBegun { continue }
      let presence = head.presence(on: day)
      if presence != .no { expected[head.posting] = presence }
    }
    let sure: Set<String> = ["in-office", "acting"]
    let entries = roster.entries.map { entry in
      (entry.head.posting, sure.contains(entry.status) ? .certainly : Head.Presence.possibly)
    }
    #expect(!entries.isEmpty)
    let there = Dictionary(entries) { first, _ in first }
    for (posting, presence) in there { #expect(expected[posting] == presence, "\(posting)") }
    // Who fits and is not there was kept out by somebody who certainly was.
    let headed = Set(
      roster.entries.filter { sure.contains($0.status) }.map(\.head.mission))
    for posting in expected.keys where there[posting] == nil {
      #expect(headed.contains(try registry.head(posting).mission), "\(posting)")
    }
    #expect(roster.entries.map(\.number) == Array(1...roster.entries.count))
    for entry in roster.entries { #expect(!entry.statusText.vietnamese.isEmpty) }
  }

  @Test(arguments: RecordKind.all)
  func `records of every kind are read, and each is found by its key`(kind: RecordKind) throws {
    var records = try registry.records(of: kind, limit: 3)
    while let record = try records.next() {
      #expect(try registry.record(kind, record.key) == record)
      for field in kind.fields { #expect(record[field.column] != nil) }
      #expect(record["no-such-column"] == nil)
    }
    #expect(!kind.noun.vietnamese.isEmpty && !kind.about.english.isEmpty)
  }

  @Test func `lists are sorted by the names of the language asked for`() throws {
    let english = try registry.missions().all().map(\.key)
    registry.language = .vietnamese
    let vietnamese = try registry.missions().all().map(\.key)
    #expect(english.count == 99 && english != vietnamese)
    #expect(english.sorted() == vietnamese.sorted())
  }

  @Test func `a list that was let go before its end hinders nothing`() throws {
    let writing = try office.open(for: .writing)
    do {
      var missions = try writing.missions()
      _ = try missions.next()
    }
    try writing.change("a note", by: "test") { change in
      try change.edit(.mission, "gb-london", ["note": "x"])
    }
    #expect(try registry.mission("gb-london").note == "x")
  }

  @Test func `what is asked at one moment sees no later change`() throws {
    let writing = try office.open(for: .writing)
    let notes = try registry.atOneMoment { () throws in
      let before = try registry.mission("gb-london").note
      try writing.change("a note", by: "test") { change in
        try change.edit(.mission, "gb-london", ["note": "x"])
      }
      return (before, try registry.mission("gb-london").note)
    }
    #expect(notes.0 == notes.1)
    #expect(try registry.mission("gb-london").note == "x")
  }

  @Test(
    arguments: [
      ("2024", "2024", "2024-01-01", "2024-12-31"),
      ("02/2024?", "2024-02?", "2024-02-01", "2024-02-29"),
      ("29/02/2024", "2024-02-29", "2024-02-29", "2024-02-29"),
      ("[1858-06-01..]", "[1858-06-01..]", "1858-06-01", nil),
      ("[..1917]", "[..1917]", nil, "1917-12-31"),
      ("[1917..1920-02]", "[1917..1920-02]", "1917-01-01", "1920-02-29"),
    ] as [(String, String, String?, String?)])
  func `a date has the days that it can mean`(
    text: String, stored: String, earliest: String?, latest: String?
  ) throws {
    let date = try PartialDate(text)
    #expect(date.description == stored)
    #expect(date.earliest?.description == earliest && date.latest?.description == latest)
    #expect(try PartialDate(stored) == date)
  }

  @Test(arguments: [
    "", "[..]", "[1920..1917]", "[2024?..]", "2-2-24", "2023-02-29", "now", "[", "][",
  ])
  func `what is no date is refused`(text: String) {
    let refusal = #expect(throws: RegistryError.self) { try PartialDate(text) }
    #expect(refusal?.code == .invalidValue)
  }

  @Test func `days sort as time goes`() throws {
    let days = try ["0987-12-31", "2024-02-29", "2024-03-01"].map { try Day($0) }
    #expect(days == days.shuffled().sorted())
    #expect(days.map(\.description) == ["0987-12-31", "2024-02-29", "2024-03-01"])
    #expect(try Day(year: 2024, month: 2, day: 29) == days[1])
  }
}
