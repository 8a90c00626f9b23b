import SQLite
import Testing

@testable import Registry

/// What comes from another office is read as if an enemy had made it: its hash says only that it
/// arrived as it was sent.
@Suite struct ForgedBundleTests {
  private let offices: TwoOffices

  init() throws {
    offices = try TwoOffices()
    try offices.there.write { (change) throws(RegistryError) in
      var facts = Facts()
      facts.set("name", "Trần Hùng")
      facts.set("note", "first")
      try Records(change).add(.person, key: "tran-hung", facts)
    }
    try offices.there.write { (change) throws(RegistryError) in
      var facts = Facts()
      facts.set("note", "second")
      facts.set("born", "1966")
      _ = try Records(change).edit(.person, key: "tran-hung", facts)
    }
  }

  /// One alteration: on which line (0 is the header, then a change, its record, a change and its
  /// record), of what into what, and words of the refusal.
  struct Forgery: CustomTestStringConvertible, Sendable {
    let line: Int
    let old: String
    let new: String
    let words: String

    init(_ line: Int, _ old: String, _ new: String, _ words: String) {
      (self.line, self.old, self.new, self.words) = (line, old, new, words)
    }

    var testDescription: String { "line \(line + 1): \(old) -> \(new)" }
  }

  static let ownTables = [
    "migration", "schema_comment", "finding_kind", "change", "open_change", "sealed_head",
    "searchable_name", "name_index", "name_index_data", "sqlite_sequence", "sqlite_schema",
    "person_history", "migration_history", "MIGRATION", "Finding_Kind",
  ].map { Forgery(2, #""table":"person""#, #""table":"\#($0)""#, "only the program writes") }

  private static func note(_ new: String, _ words: String) -> Forgery {
    Forgery(4, #""note":"second""#, "\"note\":\(new)", words)
  }

  static let texts = [
    note(#""a\u0000b""#, "U+0000"), note(#""a\u001b[31mb""#, "U+001B"),
    note(#""a\u202eb""#, "U+202E"), note(#""a\u2066b""#, "U+2066"),
    note(#""a\u200bb""#, "not written as"), note(#""a\ufeffb""#, "not written as"),
    note(#""a\r\nb""#, "not written as"), note(#""a  b""#, "not written as"),
    note(#"" a""#, "not written as"), note(#""a\n""#, "not written as"),
    note(#""Hu\u0300ng""#, "not written as"), note("\"Hu\u{300}ng\"", "not written as"),
    note(#""\u0189inh""#, "not written as"), note(#""\ufffd""#, "U+FFFD"),
    note(#""""#, "is empty"), note("\"\(String(repeating: "a", count: 20_001))\"", "too long"),
    note("\"a\u{9B}b\"", "U+009B"), note("\"a\u{85}b\"", "not written as"),
    Forgery(2, #""name":"Trần Hùng""#, #""name":"Trần\nHùng""#, "not written as"),
    Forgery(
      2, #""name":"Trần Hùng""#, #""name":"\#(String(repeating: "a", count: 501))""#, "too long"),
    Forgery(4, #""born":"1966""#, #""born":"1966-13""#, "no month 13"),
    Forgery(4, #""born":"1966""#, #""born":"05/1966""#, "not written as"),
    Forgery(4, #""born":"1966""#, #""born":"1966\u0000""#, "not a date"),
    Forgery(4, #""born":"1966""#, #""born":"soon""#, "not a date"),
  ]

  static let kinds = [
    note(#"{"a":1}"#, "another kind"), note("[1]", "a value is"), note("true", "a value is"),
    note("1", "another kind"), note("1.5", "another kind"), note("nul", "no JSON"),
    note("1e999", "too large"), note("12345678901234567890", "too large"), note("01", "no JSON"),
    note(#"{"a":{"b":{}}}"#, "a value is"),
    note(#""a"# + "\u{1}\"", "no JSON"), note(#""\ud800""#, "half a letter"),
    note(#""\udc00\ud800""#, "half a letter"), note(#""\ud83dx""#, "half a letter"),
    note(#""\u+12f""#, "no JSON"), note(#""\x""#, "no JSON"),
    Forgery(2, #""search_key":"tran hung""#, #""search_key":1"#, "another kind"),
    Forgery(0, #""since":1"#, #""since":"1""#, "numbers"),
    Forgery(0, #""schema":"#, #""schema":1"#, "schema"),
    Forgery(0, #""sender":"vn""#, #""sender":"V N""#, "no key"),
  ]

  static let fields = [
    note(#""a","note":"b""#, "twice"), note(#""a","not\u0065":"b""#, "twice"),
    Forgery(4, #""table":"person""#, #""table":"person","table":"person""#, "twice"),
    Forgery(
      4, #""note":"second""#,
      #""note":"x","note',(SELECT group_concat(file) FROM pragma_database_list))--":"1""#,
      "no field"),
    Forgery(4, #""note":"second""#, #""note":"x","entered_in":1"#, "no field"),
    Forgery(4, #""note":"second","#, "", "note is missing"),
    Forgery(4, #""table":"person","#, #""table":"person","rowid":1,"#, "no field"),
    Forgery(4, #""table":"person""#, #""table":"persons""#, "no table"),
    Forgery(4, #""table":"person""#, #""table":"person; DROP TABLE person""#, "no table"),
    Forgery(4, #""table":"person""#, #""table":"finding""#, "no table"),
    Forgery(4, #""table":"person""#, #""table":1"#, "no record"),
    Forgery(2, #""before":null"#, #""before":"""#, "is no record"),
    Forgery(3, #""author":"#, #""number":7,"author":"#, "no field"),
    Forgery(3, #","action":"test""#, "", "action is missing"),
    Forgery(3, #"{"change":"#, #"{"change":{},"changes":"#, "no change"),
    Forgery(0, #""since":1"#, #""since":1,"until":2"#, "no field"),
    Forgery(0, #","since":1"#, "", "since is missing"),
    Forgery(0, "bundle 1", "bundle 2", "no bundle"),
    Forgery(2, #"{"table""#, #"[{"table""#, "no JSON"),
    Forgery(2, "}}", "}}{}", "no JSON"), Forgery(2, "}}", "}", "no JSON"),
  ]

  static let keys = [
    Forgery(2, #""record":"tran-hung""#, #""record":"tran-hung-2""#, "another key"),
    Forgery(2, #""record":"tran-hung""#, #""record":1"#, "no record"),
    Forgery(2, #""key":"tran-hung""#, #""key":"tran-hung-2""#, "another key"),
    Forgery(2, "tran-hung", "Tran-Hung", "not a key"),
    Forgery(2, "tran-hung", #"tran-hung\u0000"#, "not a key"),
    Forgery(2, "tran-hung", "-tran", "not a key"), Forgery(2, #""tran-hung""#, #""""#, "not a key"),
    Forgery(2, #""key":"tran-hung""#, #""key":null"#, "another key"),
    Forgery(
      4, #""before":{"key":"tran-hung""#, #""before":{"key":"tran-hung-2""#, "another key"),
  ]

  static let changes = [
    Forgery(3, #""author":"test""#, #""author":"legation""#, "only the program"),
    Forgery(3, #""author":"test""#, #""author":"Legation""#, "only the program"),
    Forgery(3, #""author":"test""#, #""author":"a\r\nb""#, "not written as"),
    Forgery(3, #""author":"test""#, #""author":"a\u0000""#, "U+0000"),
    Forgery(3, #""author":"test""#, #""author":"a\u202eb""#, "U+202E"),
    Forgery(3, #""author":"test""#, #""author":null"#, "no text"),
    Forgery(3, #""author":"test""#, #""author":"""#, "is empty"),
    Forgery(3, #""office":"There""#, #""office":"Here\u001b[2J""#, "U+001B"),
    Forgery(3, #""reason":null"#, #""reason":"a\u0007""#, "U+0007"),
    Forgery(3, #""reason":null"#, #""reason":{}"#, "no text"),
    Forgery(3, #""action":"test""#, #""action":"upgrade""#, "what the program brings in"),
    Forgery(3, #""action":"test""#, #""action":"UPGRADE""#, "what the program brings in"),
    Forgery(3, #""action":"test""#, #""action":"a\nb""#, "not written as"),
    Forgery(3, #""seal":""#, #""seal":"a"#, "no SHA-256"),
    Forgery(3, #""seal":""#, #""seal":"","x":""#, "no field"),
    Forgery(3, #""made_at":"20"#, #""made_at":"9920"#, "no moment"),
    Forgery(3, #""made_at":"20"#, #""made_at":"99"#, "is to come"),
    Forgery(3, #""made_at":"20"#, #""made_at":"+0"#, "no moment"),
  ]

  @Test(arguments: ownTables + texts + kinds + fields + keys + changes)
  func `a forged bundle is refused by line and field, and changes nothing`(
    forgery: Forgery
  ) throws {
    var lines = try offices.lines()
    try #require(lines.count == 5)
    try #require(lines[forgery.line].contains(forgery.old), "\(lines[forgery.line])")
    lines[forgery.line] = lines[forgery.line].replacing(forgery.old, with: forgery.new)
    try offices.write(lines)
    let before = try offices.content()
    let error = #expect(throws: RegistryError.self) { try offices.merge() }
    #expect(error?.kind == .unfitFile)
    let message = error?.message.english ?? ""
    #expect(message.contains(", line \(forgery.line + 1): "), "\(message)")
    #expect(message.contains(forgery.words), "\(message)")
    #expect(error?.message.vietnamese != message)
    #expect(try offices.content() == before)
    // Whoever writes next is held to its references again.
    #expect(try offices.here.count("PRAGMA foreign_keys") == 1)
  }

  @Test(arguments: [
    ([0, 2, 1, 3, 4], "before the first change"), ([0, 1, 2, 1, 2, 3, 4], "there twice"),
    ([1, 2, 3, 4], "no bundle"), ([], "is empty"),
  ])
  func `lines that are out of order are refused`(order: [Int], words: String) throws {
    let lines = try offices.lines()
    try offices.write(order.map { lines[$0] })
    let before = try offices.content()
    let error = #expect(throws: RegistryError.self) { try offices.merge() }
    #expect(error?.kind == .unfitFile)
    #expect(error?.message.english.contains(words) == true, "\(error?.message.english ?? "")")
    #expect(try offices.content() == before)
  }

  // A seal is a name: whoever makes a bundle can give a change any.
  @Test(arguments: [
    Forgery(1, #""author":"test""#, #""author":"other""#, "says otherwise: author"),
    Forgery(1, #""made_at":"20"#, #""made_at":"19"#, "says otherwise: made_at"),
    Forgery(1, #""action":"test""#, #""action":"other""#, "says otherwise: action"),
    Forgery(1, #""reason":null"#, #""reason":"why""#, "says otherwise: reason"),
    Forgery(1, #""program":""#, #""program":"x"#, "says otherwise: program"),
    Forgery(2, #""note":"first""#, #""note":"other""#, "says otherwise of person/tran-hung"),
    Forgery(2, #""born":null"#, #""born":"1960""#, "says otherwise of person/tran-hung"),
    Forgery(2, "tran-hung", "tran-hung-2", "says otherwise of person/tran-hung-2"),
    Forgery(4, #""note":"second""#, #""note":"third""#, "says otherwise of person/tran-hung"),
  ])
  func `a change under the seal of one that is here says the same, or is refused`(
    forgery: Forgery
  ) throws {
    let lines = try offices.lines()
    try offices.write(lines)
    try offices.merge()
    #expect(try offices.merge().known == 2)
    var forged = lines
    try #require(forged[forgery.line].contains(forgery.old))
    forged[forgery.line] = forged[forgery.line].replacing(forgery.old, with: forgery.new)
    try offices.write(forged)
    let before = try offices.content()
    let error = #expect(throws: RegistryError.self) { try offices.merge() }
    #expect(error?.kind == .unfitFile)
    let message = error?.message.english ?? ""
    #expect(message.contains(", line \(forgery.line + 1): "), "\(message)")
    #expect(message.contains(forgery.words), "\(message)")
    #expect(try offices.content() == before)
  }

  @Test(arguments: [(0, [Remedy.merge(.askForNewer)]), (9_999, [])])
  func `of two schemas the older one is brought up to date, wherever that is`(
    schema: Int, remedies: [Remedy]
  ) throws {
    var lines = try offices.lines()
    lines[0] = lines[0].replacing(/"schema":\d+/, with: "\"schema\":\(schema)")
    try offices.write(lines)
    let error = #expect(throws: RegistryError.self) { try offices.merge() }
    #expect(error?.message.english.contains("has schema \(schema)") == true)
    #expect(error?.remedies == remedies)
    #expect((error?.hint == nil) == !remedies.isEmpty)
  }

  @Test(arguments: [[0, 1], [0, 1, 3], [0, 1, 2, 3]])
  func `a forged seal does not keep the genuine change out in silence`(lines kept: [Int]) throws {
    let lines = try offices.lines()
    try offices.write(kept.map { lines[$0] })
    try offices.merge()
    try offices.write(lines)
    let before = try offices.content()
    let error = #expect(throws: RegistryError.self) { try offices.merge() }
    #expect(error?.kind == .unfitFile)
    #expect(error?.message.english.contains("says otherwise of person/tran-hung") == true)
    #expect(error?.remedies == [.merge(.askOrKeepOurs("person/tran-hung"))])
    #expect(try offices.content() == before)
    #expect(throws: Never.self) { try offices.merge(ours: ["person/tran-hung"]) }
  }

  @Test func `a record that was kept as it is here is not asked for again`() throws {
    try offices.here.write { (change) throws(RegistryError) in
      var facts = Facts()
      facts.set("name", "Trần Hùng")
      facts.set("note", "ours")
      try Records(change).add(.person, key: "tran-hung", facts)
    }
    try offices.write(try offices.lines())
    #expect(throws: RegistryError.self) { try offices.merge() }
    try offices.merge(ours: ["tran-hung"])
    #expect(try offices.merge().known == 2)
    #expect(try offices.here.text("SELECT note FROM person WHERE key = 'tran-hung'") == "ours")
    _ = try Registry.open(offices.here.path, for: .reading).verify()
  }

  @Test func `keys for sorting and searching are worked out here, whatever a bundle says`() throws {
    let lines = try offices.lines().map {
      $0.replacing(#""search_key":"tran hung""#, with: #""search_key":"nobody""#)
        .replacing(#""sort_key":""#, with: #""sort_key":"zzz"#)
    }
    #expect(lines.contains { $0.contains("nobody") && $0.contains("zzz") })
    try offices.write(lines)
    #expect(try offices.merge().changes.count == 2)
    let sql = "SELECT sort_key || '|' || search_key FROM person WHERE key = 'tran-hung'"
    #expect(try offices.here.text(sql) == offices.there.text(sql))
    _ = try Registry.open(offices.here.path, for: .reading).verify()
  }

  @Test func `a value that a rule of its table stands against names its line and record`() throws {
    let lines = try offices.lines().map {
      $0.replacing(#""gender":null"#, with: #""gender":"other""#)
    }
    try offices.write(lines)
    let before = try offices.content()
    let error = #expect(throws: RegistryError.self) { try offices.merge() }
    #expect(error?.kind == .rule)
    #expect(error?.message.english.contains(":3: person/tran-hung cannot be put in") == true)
    #expect(error?.remedies == [.merge(.keepOurs("person/tran-hung"))])
    #expect(try offices.content() == before)
  }

  @Test(arguments: [
    (
      "null",
      #"{"key":"registry","sender":"vn","known_until":null,"standard_term_months":36,"longest_term_months":null,"gap_days":365}"#
    ),
    (
      #"{"key":"registry","sender":"vn","known_until":null,"standard_term_months":36,"longest_term_months":null,"gap_days":365}"#,
      "null"
    ),
  ])
  func `the one record that a registry has of itself neither comes nor goes`(
    before: String, after: String
  ) throws {
    var lines = try offices.lines()
    lines[2] = #"{"table":"registry","record":"registry","before":\#(before),"after":\#(after)}"#
    try offices.write(lines)
    let content = try offices.content()
    let error = #expect(throws: RegistryError.self) { try offices.merge() }
    #expect(error?.kind == .unfitFile)
    #expect(error?.message.english.contains("neither comes nor goes") == true)
    #expect(try offices.content() == content)
  }

  @Test func `kept queries that came with the program stay as they are`() throws {
    try offices.there.write { (change) throws(RegistryError) in
      var words = KeptWords(sql: "SELECT :n\n  AS \"a\tb\"")
      words.about = [.english: "x"]
      try Records(change).keep(query: "mine", words)
    }
    let lines = try offices.lines()
    try #require(lines.count == 8)
    for (old, new, name) in [
      ("mine", "head-on-day", "head-on-day"), (#""is_shipped":0"#, #""is_shipped":1"#, "mine"),
    ] {
      try offices.write(lines.map { $0.replacing(old, with: new) })
      let before = try offices.content()
      let error = #expect(throws: RegistryError.self) {
        try offices.merge(theirs: ["kept_query/\(name)"])
      }
      #expect(error?.kind == .rule)
      #expect(error?.message.english.contains("came with the program") == true)
      #expect(try offices.content() == before)
    }
    try offices.write(lines)
    #expect(try offices.merge().changes.count == 3)
    let sql = "SELECT sql FROM kept_query WHERE name = 'mine'"
    #expect(try offices.here.text(sql) == "SELECT :n\n  AS \"a\tb\"")
  }
}
