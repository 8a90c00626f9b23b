import SQLite
import Testing

@testable import Registry

/// Questions of an office's own, with what is said of them.
@Suite struct KeptQueryTests {
  private let offices: TwoOffices

  private var temporary: TemporaryRegistry { offices.here }

  init() throws { offices = try TwoOffices(sample: true) }

  private static let sql = """
    SELECT person_name, mission, mission_name_en, mission_name_vi, began FROM incumbency
    WHERE mission = :mission AND began > :since
    """

  private static var words: KeptWords {
    var words = KeptWords(sql: sql)
    words.title = [.english: "Heads of a mission", .vietnamese: "Người đứng đầu một cơ quan"]
    words.about = [.english: "Who was where", .vietnamese: "Ai ở đâu"]
    words.headings = [
      "began": [.english: "From", .vietnamese: "Từ"], "mission_name": [.english: "Post"],
    ]
    return words
  }

  @discardableResult
  private func keep(
    _ words: KeptWords, in office: TemporaryRegistry? = nil
  ) throws -> KeptOutcome {
    try (office ?? temporary).write { (change) throws(RegistryError) in
      try Records(change).keep(query: "mine", words)
    }
  }

  private func kept(_ office: TemporaryRegistry? = nil) throws -> KeptQuery {
    try (office ?? temporary).registry.keptQuery("mine")
  }

  @Test func `it keeps a title, headings and the kinds of its parameters`() throws {
    let outcome = try keep(Self.words)
    #expect(
      outcome
        == KeptOutcome(
          isNew: true, isDifferent: true, parameters: ["mission:mission", "since:date"]))
    let query = try kept()
    #expect(query.title == Sentence("Heads of a mission", vi: "Người đứng đầu một cơ quan"))
    #expect(query.about == Sentence("Who was where", vi: "Ai ở đâu"))
    #expect(
      query.headings == [
        "began": [.english: "From", .vietnamese: "Từ"], "mission_name": [.english: "Post"],
      ])
    let values = try query.values(given: ["mission=London", "since=2000"], in: temporary.registry)
    #expect(values.map(\.value) == [.text("gb-london"), .text("2000")])
  }

  @Test func `kept again or edited, what is not said anew stays`() throws {
    try keep(Self.words)
    let again = try keep(
      KeptWords(sql: "SELECT began, person_name FROM incumbency WHERE mission = :mission"))
    #expect(again == KeptOutcome(isNew: false, isDifferent: true, parameters: ["mission:mission"]))
    var query = try kept()
    #expect(query.title?.vietnamese == "Người đứng đầu một cơ quan")
    #expect(query.about.vietnamese == "Ai ở đâu")
    // Of a column that is gone there is no heading.
    #expect(query.headings == ["began": [.english: "From", .vietnamese: "Từ"]])
    var more = KeptWords()
    more.headings = ["began": [.english: ""], "person_name": [.vietnamese: "Ai"]]
    more.cleared = ["title_en", "about_vi"]
    more.parameters = [try KeptQuery.Parameter("mission:mission=London")]
    let edited = try temporary.write { (change) throws(RegistryError) in
      try Records(change).edit(query: "mine", more)
    }
    #expect(
      edited
        == KeptOutcome(isNew: false, isDifferent: true, parameters: ["mission:mission=gb-london"]))
    query = try kept()
    #expect(query.sql.hasPrefix("SELECT began, person_name"))
    #expect(query.title == Sentence(same: "Người đứng đầu một cơ quan"))
    #expect(query.about == Sentence(same: "Who was where"))
    #expect(
      query.headings == ["began": [.vietnamese: "Từ"], "person_name": [.vietnamese: "Ai"]])
    #expect(
      try query.values(given: [], in: temporary.registry).map(\.value) == [.text("gb-london")])
    // The number of the change that kept it first.
    #expect(try temporary.count("SELECT entered_in FROM kept_query WHERE name = 'mine'") == 2)
    let same = try keep(KeptWords(sql: query.sql))
    #expect(!same.isDifferent)
  }

  @Test func `what it was is kept, and an edit is taken back`() throws {
    try keep(Self.words)
    var more = KeptWords()
    more.headings = ["began": [.english: "Since"]]
    more.title = [.english: "Others"]
    try keep(more)
    #expect(try kept().headings["began"]?[.english] == "Since")
    let note = ChangeNote(action: "undo", author: "test", reason: nil)
    _ = try temporary.registry.undo(3, note)
    #expect(try kept().headings["began"]?[.english] == "From")
    #expect(try kept().title?.english == "Heads of a mission")
    _ = try temporary.registry.undo(2, note)
    #expect(try temporary.count("SELECT count(*) FROM kept_query_column") == 0)
  }

  @Test func `a bundle brings it whole`() throws {
    try keep(Self.words, in: offices.there)
    try offices.write(try offices.lines())
    try offices.merge()
    let (here, there) = (try kept(), try kept(offices.there))
    #expect(here.title == there.title && here.title != nil)
    #expect(here.headings == there.headings && here.headings.count == 2)
    #expect(here.parameters == there.parameters)
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let english: String
    let vietnamese: String
    let change: @Sendable (inout KeptWords) throws -> Void

    init(
      _ name: String, _ english: String, vi vietnamese: String,
      _ change: @escaping @Sendable (inout KeptWords) throws -> Void
    ) {
      testDescription = name
      self.english = english
      self.vietnamese = vietnamese
      self.change = change
    }
  }

  @Test(arguments: [
    Refused("a heading of no column", "no column \"begun\"", vi: "không có cột \"begun\"") {
      $0.headings = ["begun": [.english: "x"]]
    },
    Refused("no words", "says what it answers", vi: "phải nêu nội dung") { $0.about = [:] },
    Refused("an empty title", "title is empty", vi: "tiêu đề bị để trống") {
      $0.title = [.english: " "]
    },
    Refused("a default that is no record", "There is no mission", vi: "Không có cơ quan đại diện") {
      $0.parameters = [try KeptQuery.Parameter("mission:mission=Atlantis")]
    },
    Refused("a default that is no day", "is a year, not a whole day", vi: "là cả một năm") {
      $0.parameters = [try KeptQuery.Parameter("since:day=1785")]
    },
    Refused("a parameter that is not there", "no parameter :n", vi: "không có tham số :n") {
      $0.parameters = [try KeptQuery.Parameter("n:int=1")]
    },
    Refused("what cannot be emptied", "no \"sql\" that could be emptied", vi: "\"sql\"") {
      $0.cleared = ["sql"]
    },
  ])
  func `what does not fit is not kept`(refused: Refused) throws {
    var words = Self.words
    try refused.change(&words)
    let before = try temporary.content()
    let refusal = #expect(throws: RegistryError.self) { try keep(words) }
    #expect(
      refusal?.message.english.contains(refused.english) == true,
      "\(refusal?.message.english ?? "")")
    #expect(refusal?.message.vietnamese.contains(refused.vietnamese) == true)
    #expect(try temporary.content() == before)
  }

  @Test(arguments: [
    ("", nil), ("=1", nil), (":int", nil), ("n:ship", nil), ("n", "n"), ("n:mission", "n:mission"),
    ("n:day=2024-02-29", "n:day=2024-02-29"), ("rows=20", "rows=20"),
  ])
  func `a declaration is read as it is written`(text: String, read: String?) throws {
    if let read {
      #expect(try KeptQuery.Parameter(text).declaration == read)
      return
    }
    let refusal = #expect(throws: RegistryError.self) { try KeptQuery.Parameter(text) }
    #expect(refusal?.hint?.english.contains("date, day, mission, person") == true)
  }

  @Test func `nothing is edited that is not there, and nothing of the program`() throws {
    for (name, english) in [
      ("yours", "There is no kept query"), ("head-on-day", "came with the program"),
    ] {
      let refusal = #expect(throws: RegistryError.self) {
        try temporary.write { (change) throws(RegistryError) in
          _ = try Records(change).edit(query: name, Self.words)
        }
      }
      #expect(refusal?.message.english.contains(english) == true)
    }
  }

  @Test func `one whose record is gone can still be kept, and says so when it is asked`() throws {
    try keep(Self.words)
    try temporary.run(
      """
      UPDATE kept_query_parameter SET default_value = 'atlantis'
      WHERE query = 'mine' AND name = 'mission'
      """)
    #expect(try temporary.registry.unfitQueries().map(\.name) == [])
    let refusal = #expect(throws: RegistryError.self) {
      try kept().values(given: ["since=2000"], in: temporary.registry)
    }
    #expect(refusal?.message.english == "There is no mission \"atlantis\".")
    // What is given needs no default.
    #expect(
      try kept().values(given: ["since=2000", "mission=Havana"], in: temporary.registry).count == 2)
  }
}
