import SQLite
import Schema
import Testing

@testable import Registry

/// Tables that only the program writes, and texts that other programs write.
@Suite struct OwnTableTests {
  private let temporary: TemporaryRegistry

  init() throws { temporary = try TemporaryRegistry(sample: true) }

  @Test(arguments: [
    "DELETE FROM migration",
    "DELETE FROM migration WHERE number = (SELECT max(number) FROM migration)",
    "UPDATE migration SET sha256 = upper(sha256)", "UPDATE migration SET name = name || 'x'",
    "UPDATE OR IGNORE migration SET number = 99 WHERE number = 1",
    "INSERT INTO migration SELECT number + 100, name || 'x', sha256, applied_at FROM migration",
    "INSERT INTO migration SELECT max(number) + 1, 'x', sha256, applied_at FROM migration",
    "INSERT OR REPLACE INTO migration SELECT number, name, sha256, '' FROM migration",
    "REPLACE INTO migration SELECT max(number) + 1, name, sha256, '' FROM migration",
  ])
  func `no program changes which migrations built a registry`(sql: String) throws {
    let before = try temporary.content()
    let error = #expect(throws: SQLiteError.self) { try temporary.run(sql) }
    #expect(error?.isRaisedByTrigger == true, "\(error?.message ?? "")")
    #expect(error?.message.contains("migration") == true)
    try temporary.run("SELECT 1")
    #expect(try temporary.content() == before)
    _ = try Registry.open(temporary.path, for: .writing)
  }

  @Test(arguments: [
    "migration", "finding_kind", "schema_comment", "change", "person_history", "searchable_name",
  ])
  func `what a person types writes none of the program's own tables`(table: String) throws {
    let note = ChangeNote(action: "sql", author: "t", reason: nil)
    let error = #expect(throws: RegistryError.self) {
      _ = try temporary.registry.write(
        note, sql: "DELETE FROM \(table)", parameters: [], limits: QueryLimits(), show: { _ in },
        confirm: { _ in true })
    }
    #expect(error?.kind != .unforeseen)
  }

  @Test func `no package and no bundle holds one of the program's own tables`() throws {
    let packaged = try PackagedTable.all(in: temporary.registry).map(\.name)
    let bundled = try BundledTable.all(in: temporary.registry).map(\.name)
    #expect(packaged == bundled)
    #expect(packaged.count > 25)
    for table in packaged { #expect(!TrackedTable.isOwn(table)) }
    // What is not carried is either own or not tracked at all.
    let every = try TrackedTable.all(in: temporary.connection).map(\.name)
    #expect(
      Set(every).subtracting(packaged) == ["schema_comment", "finding_kind", "merge_settlement"])
  }

  @Test func `every column that is kept is told or follows from one that is`() throws {
    try temporary.write { (change) throws(RegistryError) in
      let tables = try BundledTable.all(in: change.registry)
      for table in tables {
        let empty = table.packaged.columns.map { _ in Value.null }
        let derived = table.packaged.derived(from: empty).map(\.column)
        let known = table.packaged.columns.map(\.name) + derived + ["entered_in"]
        #expect(Set(table.tracked.stored).isSubset(of: known), "\(table.name)")
        #expect(Set(derived).isSubset(of: table.tracked.stored), "\(table.name)")
      }
    }
  }

  @Test func `no key holds a NUL byte`() throws {
    // Those that came with the program stay as they are.
    try temporary.run("INSERT INTO kept_query (name, about_en, sql) VALUES ('zz', 'x', 'SELECT 1')")
    let tables = try temporary.connection.column(
      """
      SELECT s.name FROM sqlite_schema AS s
      WHERE type = 'table' AND sql LIKE '%is a-z, 0-9 and hyphens%' ORDER BY s.name
      """, as: String.self)
    #expect(tables.count > 15)
    for table in tables {
      let sql = try temporary.text("SELECT sql FROM sqlite_schema WHERE name = '\(table)'") ?? ""
      #expect(sql.contains("char(0)) = 0"), "\(table)")
      let column = table == "kept_query" ? "name" : "key"
      for key in ["'a' || char(0) || 'B !'", "'a' || char(0)", "char(0)", "''", "'a-'", "'-'"] {
        let count = try temporary.count("SELECT count(*) FROM \(table)")
        guard count > 0 else { continue }
        let error = #expect(throws: SQLiteError.self) {
          try temporary.run(
            """
            UPDATE \(table) SET \(column) = \(key)
            WHERE \(column) = (SELECT max(\(column)) FROM \(table))
            """)
        }
        #expect(error?.message.contains("is a-z, 0-9 and hyphens") == true, "\(table) \(key)")
      }
    }
  }

  @Test func `what is taken for usual is neither hidden nor a mark apart`() {
    for range in TextFindings.usual {
      for value in range {
        guard let scalar = Unicode.Scalar(value) else { continue }
        #expect(!TextEntry.isHidden(scalar) && !(0x300...0x36F).contains(value), "\(value)")
      }
    }
  }

  @Test(arguments: [
    "a\u{0}b", "a\u{1B}[2J", "a\u{202E}b", "a\u{200B}", "a\u{9B}b", "a\u{E0041}", "\u{3164}",
    "a\u{34F}b", "a\u{FFF9}b", "a\u{FFFF}", "a\u{FFFE}b", "a\u{10FFFF}",
  ])
  func `a text that went round the rules is found, whichever column it is in`(
    text: String
  ) throws {
    // Another program minds no rules either.
    try temporary.connection.execute(script: "PRAGMA ignore_check_constraints = ON")
    try temporary.run(
      """
      INSERT INTO kept_query (name, about_en, sql) VALUES ('zz', 'x', 'SELECT :n');
      INSERT INTO kept_query_parameter (query, place, name) VALUES ('zz', 1, 'n')
      """)
    let tables = try BundledTable.all(in: temporary.registry)
    let every = try temporary.registry.everyFinding()
    var tried = 0
    for table in tables {
      guard try temporary.connection.value("SELECT 1 FROM \(name: table.name)", as: Int.self) != nil
      else { continue }
      for column in table.packaged.columns {
        switch column.rule {
        case .line, .note, .script: break
        case .key, .date, .whole, .real: continue
        }
        tried += 1
        let attempt = try temporary.connection.begin(.savepoint)
        // The last: the first are the program's own, and stay.
        let last = table.tracked.key.map { "\(name: $0) DESC" as SQL }.joined(separator: ", ")
        let first: SQL = """
          (\(names: table.tracked.key)) = (
            SELECT \(names: table.tracked.key) FROM \(name: table.name)
            ORDER BY \(raw: last) LIMIT 1)
          """
        try temporary.runBound(
          "UPDATE \(name: table.name) SET \(name: column.name) = \(text) WHERE \(raw: first)")
        let found = try temporary.connection.column(
          "SELECT detail FROM (\(raw: every)) WHERE code = 'hidden-character'", as: String.self)
        #expect(
          found.contains { $0.hasPrefix(table.name + "/") && $0.hasSuffix("  " + column.name) },
          "\(table.name).\(column.name)")
        attempt.rollBack()
      }
    }
    #expect(tried > 60)
  }

  @Test(arguments: [
    "INSERT INTO source (key, title) VALUES ('x', 'Hu' || char(0x300) || 'ng')",
    "INSERT INTO document (key, number, note) VALUES ('x', '1', 'Hu' || char(0x300) || 'ng')",
  ])
  func `letters apart from their marks are found in any column`(sql: String) throws {
    try temporary.run(sql)
    let every = try temporary.registry.everyFinding()
    let codes = try temporary.connection.column(
      "SELECT code FROM (\(raw: every)) WHERE detail LIKE '%/x  %'", as: String.self)
    #expect(codes == ["unnormalized-text"])
  }
}
