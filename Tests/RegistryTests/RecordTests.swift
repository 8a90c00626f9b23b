import SQLite
import Testing

@testable import Registry

@Suite struct RecordTests {
  private let temporary: TemporaryRegistry

  init() throws { temporary = try TemporaryRegistry(sample: true) }

  private func facts(_ values: [String: String]) -> Facts {
    var facts = Facts()
    for (column, text) in values.sorted(by: { $0.key < $1.key }) { facts.set(column, text) }
    return facts
  }

  @Test(
    arguments: [
      (RecordKind.person, ["name": "Lê Văn Mới"], "le-van-moi"),
      (
        .mission, ["kind": "consulate_general", "receiver": "Japan", "seat": "Sapporo"],
        "jp-sapporo"
      ),
      (.party, ["kind": "state", "name_vi": "Liên Xô"], "lien-xo"),
      (.document, ["number": "12/QĐ-CTN", "dated": "09/01/2024"], "12-qd-ctn"),
      (.batch, ["term": "2024-2027"], "2024-2027-5"),
      (.source, ["title": "A page"], "a-page"),
    ] as [(RecordKind, [String: String], String)])
  func `a record is added, edited and removed, and leaves nothing behind`(
    entity: RecordKind, values: [String: String], key: String
  ) throws {
    let before = try temporary.content()
    let added = try temporary.write { (change) throws(RegistryError) in
      try Records(change).add(entity, facts(values))
    }
    #expect(added == key)
    let differences = try temporary.write { (change) throws(RegistryError) in
      try Records(change).edit(entity, key: key, facts(["note": "seen"]))
    }
    #expect(differences.map(\.column) == ["note"])
    #expect(differences.first?.before == .null && differences.first?.after == .text("seen"))
    let again = try temporary.write { (change) throws(RegistryError) in
      try Records(change).edit(entity, key: key, facts(["note": "seen"]))
    }
    #expect(again == [])
    let twice = #expect(throws: RegistryError.self) {
      try temporary.write { (change) throws(RegistryError) in
        _ = try Records(change).add(entity, key: key, facts(values))
      }
    }
    #expect(twice?.kind == .rule)
    try temporary.write { (change) throws(RegistryError) in
      _ = try Records(change).remove(entity, key: key)
    }
    #expect(try temporary.content() == before)
  }

  @Test func `a mission is named from its kind, sender and place, in both languages`() throws {
    try temporary.write { (change) throws(RegistryError) in
      _ = try Records(change).add(
        .mission, facts(["kind": "consulate-general", "receiver": "jp", "seat": "Sapporo"]))
      _ = try Records(change).add(
        .mission, facts(["kind": "embassy", "receiver": "fj", "seat": "Suva"]))
    }
    func names(_ key: String) throws -> String? {
      try temporary.text("SELECT name_en || ' / ' || name_vi FROM mission WHERE key = '\(key)'")
    }
    #expect(
      try names("jp-sapporo")
        == "Consulate General of Viet Nam in Sapporo / Tổng Lãnh sự quán Việt Nam tại Sapporo")
    #expect(try names("fj-suva") == "Embassy of Viet Nam in Fiji / Đại sứ quán Việt Nam tại Fiji")
  }

  @Test(
    arguments: [
      (RecordKind.person, [:], "name"), (.mission, ["seat": "X"], "receiver"),
      (.party, ["name_en": "X"], "kind"), (.document, [:], "number"), (.batch, [:], "term"),
      (.person, ["name": "駐越"], "key"),
    ] as [(RecordKind, [String: String], String)])
  func `what is missing is named, and how it is given is left to whoever asked`(
    entity: RecordKind, values: [String: String], missing: String
  ) throws {
    let error = #expect(throws: RegistryError.self) {
      try temporary.write { (change) throws(RegistryError) in
        _ = try Records(change).add(entity, facts(values))
      }
    }
    #expect(error?.kind == .invalidValue)
    #expect(error?.remedies == [.give(WantedFact(entity: entity, column: missing))])
    #expect(error?.message.english == "The \(missing) of the \(entity.noun.english) is missing.")
    #expect(error?.hint == nil)
  }

  @Test func `renaming a key takes everything along`() throws {
    try temporary.write { (change) throws(RegistryError) in
      _ = try Records(change).edit(.mission, key: "gb-london", Facts(), newKey: "uk-london")
      _ = try Records(change).edit(.person, key: "do-minh-hung", Facts(), newKey: "hung-do")
      _ = try Records(change).edit(.party, key: "gb", Facts(), newKey: "uk")
    }
    let row = """
      SELECT p.mission || a.mission || p.person || a.receiver || m.receiver
      FROM posting AS p JOIN accreditation AS a ON a.posting = p.key
      JOIN mission AS m ON m.key = p.mission WHERE p.key = 'gb-london-do-minh-hung'
      """
    #expect(try temporary.text(row) == "uk-londonuk-londonhung-doukuk")
    #expect(try temporary.count("SELECT count(*) FROM pragma_foreign_key_check") == 0)
    #expect(
      try Lookup(registry: temporary.registry).key(of: .person, named: "do minh hung") == "hung-do")
  }

  @Test func `what is in use is not removed, and its users are listed`() throws {
    let before = try temporary.content()
    let error = #expect(throws: RegistryError.self) {
      try temporary.write { (change) throws(RegistryError) in
        _ = try Records(change).remove(.mission, key: "gb-london")
      }
    }
    #expect(error?.kind == .rule)
    #expect(
      error?.list.map(\.english).contains { $0.contains("gb-london-do-minh-hung  Đỗ Minh Hùng") }
        == true)
    #expect(error?.list.count == 2)
    #expect(try temporary.content() == before)
  }

  @Test(arguments: ["do minh hung", "Đỗ Minh Hùng", "ĐỖ MINH HÙNG", "Đỗ Minh Hùng"])
  func `a person is found with and without marks`(name: String) throws {
    #expect(
      try Lookup(registry: temporary.registry).key(of: .person, named: name) == "do-minh-hung")
  }

  @Test(arguments: [
    (RecordKind.mission, "dai su quan viet nam tai anh", "gb-london"),
    (.mission, "ĐẠI SỨ QUÁN VIỆT NAM TẠI ANH", "gb-london"),
    (.mission, "Tổng Lãnh sự quán tại Khon Ken, Thái Lan", "th-khon-kaen"),
    (.party, "han quoc", "kr"), (.party, "HÀN QUỐC", "kr"), (.party, "GBR", "gb"),
    (.party, "Braxin", "br"), (.party, "vietnam", "vn"),
    (.title, "consul general", "consul-general"),
    (.missionKind, "Đại sứ quán", "embassy"), (.endReason, "term_complete", "term-complete"),
  ])
  func `missions, parties and the rest are found by their names`(
    entity: RecordKind, name: String, key: String
  ) throws {
    #expect(try Lookup(registry: temporary.registry).key(of: entity, named: name) == key)
  }

  @Test func `a source is cited once, by its address or its key`() throws {
    for _ in 0..<2 {
      try temporary.write { (change) throws(RegistryError) in
        try Records(change).cite(["https://example.org/a"], for: .person, key: "do-minh-hung")
      }
    }
    #expect(try temporary.count("SELECT count(*) FROM citation WHERE person = 'do-minh-hung'") == 1)
    #expect(
      try temporary.text("SELECT key FROM source WHERE address = 'https://example.org/a'")
        == "example-org-a")
  }

  @Test func `another writer is waited for, then named`() throws {
    let other = try Connection(path: temporary.path, mode: .readWrite, walls: .none)
    temporary.connection.setBusyTimeout(milliseconds: 50)
    let held = try other.begin(.immediate)
    let error = #expect(throws: RegistryError.self) {
      try temporary.write { (change) throws(RegistryError) in
        try Records(change).set(knownUntil: "2025-01-01")
      }
    }
    #expect(error?.kind == .busy)
    held.rollBack()
    try temporary.write { (change) throws(RegistryError) in
      try Records(change).set(knownUntil: "2025-01-01")
    }
  }

  @Test(arguments: [120, 180, 195, 199, 200])
  func `sources of a record with a long key are all cited, each once`(length: Int) throws {
    let key = String(repeating: "a", count: length)
    let sources = ["https://example.org/\(String(repeating: "b", count: 90))", "Another", "A-b-c"]
    for _ in 1...2 {
      try temporary.write { (change) throws(RegistryError) in
        let records = Records(change)
        if try !records.exists(.person, key: key) {
          try records.add(.person, key: key, facts(["name": "A"]))
        }
        try records.cite([sources[0]], for: .person, key: key)
      }
    }
    let known = try temporary.write { (change) throws(RegistryError) in
      try Records(change).cite(Array(sources.dropFirst()), for: .person, key: key)
      try Records(change).cite(["another", "a-b-c"], for: .person, key: key)
      return try change.registry.storage { () throws(SQLiteError) in
        try change.connection.column("SELECT key FROM citation ORDER BY key", as: String.self)
      }.filter { $0.hasPrefix(key.prefix(100)) }
    }
    #expect(known.count == 3)
    #expect(known.allSatisfy { Key.isValid($0) }, "\(known)")
  }

  @Test(
    arguments: [
      ("a", 1, "a"), ("a", 12, "a-12"), (String(repeating: "a", count: 250), 1, nil),
      (String(repeating: "a", count: 200), 7, nil),
      (String(repeating: "a", count: 197) + "-" + String(repeating: "b", count: 9), 10, nil),
    ] as [(String, Int, String?)])
  func `a number fits behind a key of any length`(base: String, number: Int, key: String?) {
    let found = Key.numbered(base, number)
    #expect(Key.isValid(found), "\(found)")
    #expect(number == 1 || found.hasSuffix("-\(number)"))
    #expect(key == nil || key == found)
  }
}
