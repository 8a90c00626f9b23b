import Foundation
import Legation
import Testing

/// The library from the first line on, in the order in which one learns it.
///
/// `import Legation` is all that it takes; everything below is compiled and run. `Office` is a folder
/// with the sample in it, one for each part.
@Suite struct Tutorial {
  private let office: Office

  init() throws { office = try Office() }

  // MARK: 1. A registry is a file

  @Test func `a registry is made, opened and closed`() throws {
    let path = office.folder.appending(path: "new.db").path

    // A new one knows all states and organisations, the kinds of mission and the titles of heads.
    let registry = try Registry.make(
      path, sender: "vn", by: "protocol", because: "the registry begins")
    try registry.change("the first mission", by: "protocol") { change in
      try change.add(.mission, ["kind": "embassy", "receiver": "fr", "seat": "Paris"])
    }
    registry.close()

    // Readers and one writer share a file, in one program or in several.
    let reading = try Registry.open(path)
    let paris = try reading.mission("fr-paris")
    #expect(paris.name.english == "Embassy of Viet Nam in France")
    #expect(paris.name[.vietnamese] == "Đại sứ quán Việt Nam tại Pháp")

    // A closed one is refused, and never makes a program crash.
    let refusal = #expect(throws: RegistryError.self) { try registry.mission("fr-paris") }
    #expect(refusal?.code == .closed)
  }

  // MARK: 2. Missions, people, heads

  @Test func `what is meant is found by its key or by its name`() throws {
    let registry = try office.open()

    // Marks and tones may be left out where it is clear who is meant.
    #expect(try registry.person("do minh hung").name == "Đỗ Minh Hùng")
    #expect(try registry.mission("Embassy of Viet Nam in the United Kingdom").key == "gb-london")

    // Lists are read row by row; where few are wanted, all at once.
    var missions = try registry.missions(where: ["receiver": "jp"])
    var seats: [String] = []
    while let mission = try missions.next() { seats.append(mission.seat ?? "?") }
    #expect(seats.contains("Tokyo"))
    #expect(
      try registry.people(matching: "hung", limit: 5).all().contains { $0.id == "do-minh-hung" })
  }

  @Test func `who heads a mission, since when, and how sure that is`() throws {
    let registry = try office.open()
    let head = try registry.head("gb-london")
    #expect(head.personName == "Đỗ Minh Hùng")
    #expect(head.titleName.english == "Ambassador Extraordinary and Plenipotentiary")

    // In the United Kingdom functions begin with the credentials.
    #expect(head.beganBy == .credentials)
    #expect(head.began?.text == LocalizedText("2025-02-20", vietnamese: "20/02/2025"))
    #expect(head.arrived?.precision == .month)
    #expect(head.endedBy == .serving)
    #expect(head.certainty == .confirmed)

    // A day has three answers, and one of those ahead.
    #expect(head.presence(on: try Day("2024-12-31")) == .no)
    #expect(head.presence(on: try Day("2025-02-20")) == .certainly)
    #expect(head.presence(on: try Day("2026-06-30")) == .expected)
    #expect(head.presence(on: try Day("2040-01-01")) == .possibly)

    // The succession, the latest first.
    let heads = try registry.heads(HeadSelection(mission: "gb-london", isEveryone: true)).all()
    #expect(heads.map(\.personName) == ["Đỗ Minh Hùng", "Nguyễn Hoàng Long"])
    // Of the end of the one before only a bound is known.
    #expect(heads.last?.endedBy == .ended)
    #expect(heads.last?.ended?.description == "[..2024-07]")
  }

  @Test func `the roster of a term, and of a day`() throws {
    let registry = try office.open()
    let roster = try registry.roster(ofTerm: "2024-2027")
    #expect(roster.title.english == "Heads of the missions of Viet Nam abroad, term 2024-2027")
    let first = try #require(roster.entries.first)
    #expect(first.head.personName == "Vũ Hồ")
    #expect(first.statusText.vietnamese == "đương nhiệm")
    #expect(!first.termIsInferred)
    // No source states the term of the first here: it follows from the day of his decision.
    #expect(try registry.roster(ofTerm: "2019-2022").entries.contains { $0.termIsInferred })

    let day = try registry.roster(on: Day("2024-02-19"))
    #expect(day.entries.allSatisfy { $0.head.presence(on: day.day) != .no })
    #expect(day.entries.contains { $0.statusText.vietnamese == "có thể đương nhiệm" })
    #expect(!day.missionsWithoutHead.isEmpty)
  }

  // MARK: 3. Dates

  @Test func `a date is as sure as its source`() throws {
    let month = try PartialDate("02/2024")
    #expect(month.description == "2024-02")
    #expect(try month.earliest == Day("2024-02-01") && month.latest == Day("2024-02-29"))
    #expect(month.text.vietnamese == "02/2024")

    #expect(try PartialDate("1730~").doubt == .approximate)
    let bound = try PartialDate("[..1917]")
    #expect(try bound.earliest == nil && bound.latest == Day("1917-12-31"))
    #expect(bound.text == LocalizedText("no later than 1917", vietnamese: "không muộn hơn 1917"))

    // What can be read in two ways is not read.
    #expect(throws: RegistryError.self) { try PartialDate("9/1/24") }
  }

  // MARK: 4. Changes

  @Test func `a head is added in one change, and leaves in another`() throws {
    let registry = try office.open(for: .writing)

    var head = NewHead("Trần Văn An", at: "tl-dili")
    head.term = "2024-2027"
    head.milestones[.appointed] = try PartialDate("2026-01")
    head.alsoAccreditedTo = ["pg"]
    head.sources = ["https://example.org/appointments-2026"]
    let added = try registry.addHead(head, by: "protocol", because: "the decisions of January")
    #expect(added.result.posting == "tl-dili-tran-van-an")
    #expect(added.result.personIsNew)

    // Several things are one change when they are done in one body.
    try registry.change("the first months in Dili", by: "protocol") { change in
      try change.record([.credentials: PartialDate("2026-03-20")], of: "tl-dili")
      try change.edit(.person, "tran-van-an", ["born": 1970, "gender": "male"])
      try change.endHead("tl-dili", on: PartialDate("31/05/2026"), reason: "transferred")
    }
    let ended = try registry.head("tran van an")
    #expect(ended.credentials?.description == "2026-03-20")
    #expect(ended.endedBy == .ended && ended.endReason == "transferred")
    let towards = try registry.accreditations(of: ended.posting).map(\.receiver)
    #expect(towards.sorted() == ["pg", "tl"])

    // Whatever the body throws, nothing of it is kept.
    struct Doubt: Error {}
    #expect(throws: Doubt.self) {
      try registry.change("second thoughts", by: "protocol") { change in
        try change.remove(.posting, "tl-dili")
        throw Doubt()
      }
    }
    #expect(try registry.head("tran van an").posting == ended.posting)
  }

  @Test func `what is odd is refused, until somebody takes it upon themselves`() throws {
    let registry = try office.open(for: .writing)
    let second = NewHead("Trần Thị B", at: "gb-london")

    let refusal = try #require(
      #expect(throws: RegistryError.self) { try registry.addHead(second, by: "protocol") })
    #expect(refusal.code == .finding)
    #expect(refusal.message.english == "gb-london would have two heads at once.")
    #expect(refusal.findings == ["head-not-ended"])
    // What it says to do is what the library can do: here, end the earlier service, or accept.
    #expect(refusal.waysOut.count == 2)

    try registry.addHead(second, by: "protocol", accepting: Set(refusal.findings))
    #expect(try registry.findings().all().contains { $0.code == "head-not-ended" })
  }

  @Test func `a change is tried without being kept`() throws {
    let registry = try office.open(for: .writing)
    let trial = try registry.change("a trial", by: "protocol", isTrial: true) { change in
      try change.edit(.mission, "gb-london", ["note": "moved"])
    }
    #expect(trial.isTrial)
    #expect(trial.result.map(\.column) == ["note"])
    #expect(try registry.mission("gb-london").note == nil)
  }

  @Test func `a form is made of what a kind of record takes`() throws {
    let fields = RecordKind.person.fields
    #expect(fields.first { $0.column == "born" }?.takes == .date)
    #expect(fields.first { $0.column == "gender" }?.takes == .choice(["female", "male"]))
    #expect(fields.first { $0.column == "name" }?.label.vietnamese == "Họ và tên")
  }

  // MARK: 5. The past

  @Test func `the past can be asked again, and a change taken back`() throws {
    let registry = try office.open(for: .writing)
    let born = try registry.change("a birth", by: "protocol", because: "his own book") { change in
      try change.edit(.person, "do-minh-hung", ["born": 1966])
    }
    #expect(try registry.person("do-minh-hung").born?.description == "1966")

    let before = try Registry.open(office.path, asKnown: .change(born.number - 1))
    #expect(before.asKnown == born.number - 1)
    #expect(try before.person("do-minh-hung").born == nil)
    #expect(try before.roster(ofTerm: "2024-2027").entries.count == 6)

    let undone = try registry.undo(born.number, by: "protocol", because: "another man's book")
    #expect(undone.result.map(\.table) == ["person"])
    #expect(try registry.person("do-minh-hung").born == nil)
    let last = try #require(try registry.changes().first())
    #expect(last.number == undone.number && last.undoes == born.number)
  }

  // MARK: 6. Questions in SQL

  @Test func `a question is answered row by row`() throws {
    let registry = try office.open()
    var answer = try registry.ask(
      "SELECT mission, began FROM incumbent WHERE began_earliest > :day ORDER BY began",
      ["day": "2025-12"])
    #expect(answer.columns == ["mission", "began"])
    var lines: [String] = []
    while let row = try answer.next() {
      lines.append("\(row["mission"]?.text ?? "") \(row["began"]?.text ?? "")")
    }
    #expect(lines == ["ie-dublin 2025-12-16", "fr-paris 2026-02-06"])

    // It reads, whoever wrote it: the text may come from anybody.
    let refusal = #expect(throws: RegistryError.self) {
      _ = try registry.ask("DELETE FROM posting").all()
    }
    #expect(refusal?.code == .readOnly)
  }

  // MARK: 7. Refusals

  @Test func `a refusal says what helps, in both languages`() throws {
    let registry = try office.open()
    let refusal = try #require(
      #expect(throws: RegistryError.self) { try registry.mission("gb-lonDon2") })
    #expect(refusal.code == .unknownName)
    #expect(refusal.exitCode == 64)
    #expect(refusal.message.vietnamese == "Không có cơ quan đại diện \"gb-lonDon2\".")
    #expect(refusal.details.first?.english.hasPrefix("gb-london") == true)
    #expect(refusal.text(in: .english).split(separator: "\n").count > 2)
  }

  // MARK: 8. Actors

  /// A registry belongs to one task or actor; its answers go everywhere.
  actor Archive {
    private let registry: Registry

    init(_ path: String) throws { registry = try Registry.open(path) }

    func heads(on day: Day) throws -> [Head] {
      try registry.roster(on: day).entries.map(\.head)
    }
  }

  @Test func `an actor keeps a registry for many tasks`() async throws {
    let archive = try Archive(office.path)
    let days = try ["2024-02-19", "2025-03-01", "2026-01-01"].map { try Day($0) }
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for day in days { group.addTask { try await archive.heads(on: day).count } }
      return try await group.reduce(into: 0) { $0 += $1 }
    }
    #expect(counts > 3)
  }
}
