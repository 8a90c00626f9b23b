import SQLite
import Testing

@testable import Registry

@Suite struct LookupTests {
  private let temporary: TemporaryRegistry

  init() throws { temporary = try TemporaryRegistry(sample: true) }

  @Test(arguments: [
    ("Nga", ["ru"]), ("nga", ["ru"]), ("NGA", ["ru", "ng"]), ("NG", ["ng"]), ("ng", ["ng"]),
    ("Mỹ", ["us"]), ("My", ["us"]), ("my", ["my"]), ("MY", ["us", "my"]), ("MYS", ["my"]),
    ("Bi", ["be"]), ("Bỉ", ["be"]), ("bi", ["bi"]), ("Ao", ["at"]), ("Áo", ["at"]),
    ("Congo", ["cd", "cg"]), ("congo", ["cd", "cg"]),
    ("ao", ["ao"]), ("Vn", []), ("VN", ["vn"]), ("vnm", []), ("VNM", ["vn"]),
  ])
  func `names go before codes, and codes count in capitals`(name: String, keys: [String]) throws {
    #expect(try Lookup(registry: temporary.registry).candidates(for: .party, named: name) == keys)
  }

  @Test func `no code reaches a party but in capitals, unless it is its key or name`() throws {
    let lookup = Lookup(registry: temporary.registry)
    let parties = try temporary.connection.all(
      "SELECT key, code FROM (SELECT key, iso_alpha2 AS code FROM party UNION SELECT key, iso_alpha3 FROM party) WHERE code IS NOT NULL"
    ) { (row) throws(SQLiteError) in (key: row.text(at: 0), code: row.text(at: 1)) }
    #expect(parties.count > 300)
    for (key, code) in parties {
      #expect(try lookup.candidates(for: .party, named: code).contains(key), "\(code)")
      let small = code.lowercased()
      for written in [small, String(code.prefix(1) + small.dropFirst())] {
        let isName =
          try temporary.connection.value(
            """
            SELECT 1 FROM searchable_name
            WHERE subject = 'party' AND key = \(key) AND search_key = \(small)
            """, as: Int.self) != nil
        guard written != key, !isName else { continue }
        #expect(try !lookup.candidates(for: .party, named: written).contains(key), "\(written)")
      }
    }
  }

  @Test(arguments: ["VN-hanoi", "Fr-paris", "FR-PARIS"])
  func `a key counts as it is written`(name: String) throws {
    let refusal = #expect(throws: RegistryError.self) {
      try Lookup(registry: temporary.registry).key(of: .mission, named: name)
    }
    #expect(refusal?.kind == .unknownName)
  }

  @Test(arguments: [
    ("party", "fr", "Pháp"), ("mission", "ao-luanda", "Đại sứ quán Việt Nam tại Angola"),
    ("person", "bui-quoc-hung", "Bùi Quốc Hưng"),
  ])
  func `a name that stands twice is found until both are gone, and goes with its record`(
    table: String, key: String, name: String
  ) throws {
    func found(_ key: String) throws -> Int? {
      try temporary.connection.value(
        """
        SELECT count(*) FROM searchable_name
        WHERE subject = \(table) AND key = \(key) AND name = \(name)
        """, as: Int.self)
    }
    #expect(try found(key) == 1)
    let names = table + "_name"
    try temporary.runBound(
      "INSERT INTO \(name: names) (\(name: table), name, search_key) VALUES (\(key), \(name), 'x')")
    #expect(try found(key) == 2)
    try temporary.runBound(
      "DELETE FROM \(name: names) WHERE \(name: table) = \(key) AND name = \(name)")
    #expect(try found(key) == 1)
    try temporary.runBound("UPDATE \(name: table) SET key = 'renamed' WHERE key = \(key)")
    #expect(try found(key) == 0)
    #expect(try found("renamed") == 1)
  }
}
