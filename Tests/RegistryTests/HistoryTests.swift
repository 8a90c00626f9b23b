import Foundation
import Migrations
import SQLite
import Schema
import Testing

@testable import Registry

@Suite struct HistoryTests {
  // MARK: Shadows

  private func expectWholeShadows(_ connection: Connection) throws {
    let tables = try connection.column(
      """
      SELECT name FROM sqlite_schema
      WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'name_index%'
        AND name NOT LIKE '%!_history' ESCAPE '!'
        AND name NOT IN ('change', 'open_change', 'searchable_name', 'service', 'sealed_head', 'migration')
      """, as: String.self)
    for table in tables {
      let columns = try connection.column(
        "SELECT name || ' ' || type FROM pragma_table_info(\(table)) ORDER BY cid", as: String.self)
      let kept = try connection.column(
        """
        SELECT name || ' ' || type FROM pragma_table_info(\(table + "_history"))
        WHERE name NOT IN ('change', 'gone', 'salt') ORDER BY cid
        """, as: String.self)
      #expect(kept == columns, "\(table)")
      // Of what is computed it has what its questions go by, in the same words.
      let odd = try connection.column(
        """
        SELECT name FROM pragma_table_xinfo(\(table + "_history")) WHERE hidden > 1
        EXCEPT SELECT name FROM pragma_table_xinfo(\(table)) WHERE hidden > 1
        """, as: String.self)
      #expect(odd == [], "\(table)")
      let triggers = try connection.column(
        """
        SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = \(table)
          AND sql LIKE '%INSERT INTO ' || \(table + "_history") || '%'
          AND name NOT GLOB '*_displaces_none_*'
        ORDER BY 1
        """, as: String.self)
      #expect(triggers == ["added", "edited", "removed"].map { "\(table)_\($0)" })
      let versions = try connection.value(
        SQL(carried: "SELECT count(*) FROM \(table)_history WHERE gone = 0"), as: Int.self)
      let rows = try connection.value(SQL(carried: "SELECT count(*) FROM \(table)"), as: Int.self)
      #expect(try #require(versions) >= rows ?? -1, "\(table)")
    }
    #expect(tables.count > 25)
  }

  @Test func `every table has a shadow with all that is written, and triggers that fill it`() throws
  {
    try expectWholeShadows(TemporaryRegistry(sample: true).connection)
  }

  @Test func `a migration cannot forget the history of what it adds`() throws {
    let temporary = try TemporaryRegistry(sample: true)
    let later = Migration(
      number: Migration.all.count + 1, name: "later.sql",
      sha256: String(repeating: "a", count: 64),
      sql: """
        CREATE TABLE letter (key TEXT NOT NULL PRIMARY KEY, said TEXT) STRICT;
        INSERT INTO letter VALUES ('a', 'b');
        ALTER TABLE person ADD COLUMN height INTEGER NOT NULL DEFAULT 170;
        UPDATE person SET height = 180 WHERE key = 'do-minh-hung';
        ALTER TABLE mission ADD COLUMN telephone TEXT;
        """)
    try temporary.registry.migrate(with: Migration.all + [later])
    try expectWholeShadows(temporary.connection)
    _ = try temporary.registry.verify(with: Migration.all + [later])
    try temporary.run("UPDATE letter SET said = 'c'; UPDATE person SET height = 190")
    #expect(
      try temporary.text("SELECT group_concat(said, ' ') FROM letter_history ORDER BY change")
        == "b c")
    #expect(
      try temporary.text(
        "SELECT group_concat(height, ' ') FROM person_history WHERE key = 'do-minh-hung'")
        == "180 190")
  }

  @Test func `a write without an open change is refused, and the words say what to do`() throws {
    let temporary = try TemporaryRegistry(sample: true)
    for sql in [
      "UPDATE person SET gender = 'female'", "DELETE FROM citation",
      "INSERT INTO person (key, name, sort_key, search_key) VALUES ('a', 'A', 'a', 'a')",
    ] {
      let error = #expect(throws: SQLiteError.self) {
        try temporary.connection.execute(script: sql)
      }
      #expect(error?.message.contains("INSERT INTO change") == true)
    }
  }

  @Test(arguments: [
    "UPDATE person_history SET name = 'x'", "DELETE FROM person_history",
    "INSERT INTO person_history (change, gone, key, name, sort_key, search_key) VALUES (0, 0, 'a', 'A', 'a', 'a')",
    "UPDATE change SET author = 'x'", "DELETE FROM change", "INSERT INTO open_change VALUES (1)",
  ])
  func `what was known is neither changed nor removed nor added to`(sql: String) throws {
    let temporary = try TemporaryRegistry(sample: true)
    let error = #expect(throws: SQLiteError.self) { try temporary.run(sql) }
    #expect(error?.code == .constraint, "\(error?.message ?? "")")
  }

  @Test func `another program's change is recorded, and sealed with the next one`() throws {
    let temporary = try TemporaryRegistry(sample: true)
    try temporary.run("UPDATE person SET born = '1966' WHERE key = 'do-minh-hung'")
    #expect(try temporary.count("SELECT count(*) FROM change WHERE seal IS NULL") == 1)
    #expect(try temporary.registry.verify().notes.count == 1)
    try temporary.write { (change) throws(RegistryError) in
      _ = try Records(change).add(.person, facts("name", "A B"))
    }
    #expect(try temporary.count("SELECT count(*) FROM change WHERE seal IS NULL") == 0)
    #expect(try temporary.registry.verify().notes.isEmpty)
  }

  @Test func `a record that came and went in one change leaves nothing`() throws {
    let temporary = try TemporaryRegistry(sample: true)
    try temporary.run(
      """
      INSERT INTO person (key, name, sort_key, search_key) VALUES ('a', 'A', 'a', 'a');
      UPDATE person SET key = 'b' WHERE key = 'a';
      DELETE FROM person WHERE key = 'b';
      UPDATE person SET gender = gender;
      """)
    try temporary.registry.prepareHistory()
    #expect(
      try temporary.count(
        "SELECT count(*) FROM history_field WHERE change = (SELECT max(number) FROM change)") == 0)
  }

  private func facts(_ column: String, _ value: String) -> Facts {
    var facts = Facts()
    facts.set(column, value)
    return facts
  }

  // MARK: Undo

  @Test func `undoing every change in reverse gives the empty registry`() throws {
    let temporary = try TemporaryRegistry(sample: true)
    var edits = RandomEdits(seed: 7)
    let first = try temporary.count("SELECT max(number) FROM change")
    for _ in 0..<25 { try edits.make(in: temporary) }
    let last = try temporary.count("SELECT max(number) FROM change")
    for number in stride(from: last, through: first, by: -1) {
      _ = try temporary.registry.undo(
        number, ChangeNote(action: "undo", author: "t", reason: nil, accepted: ["*"]))
    }
    for table in ["person", "mission", "posting", "accreditation", "citation", "term", "source"] {
      #expect(try temporary.count("SELECT count(*) FROM \(table)") == 0, "\(table)")
    }
    #expect(
      try temporary.connection.column(
        SQL(
          carried: "SELECT record FROM ("
            + temporary.registry.differences(from: 0, to: .max).text + ")"), as: String.self)
        == [])
    _ = try temporary.registry.verify()
  }

  @Test func `an undo is undone, and undone again`() throws {
    let temporary = try TemporaryRegistry(sample: true)
    let before = try temporary.content()
    try temporary.run(
      """
      DELETE FROM citation WHERE person = 'do-minh-hung';
      UPDATE person SET key = 'do-minh-hung-2', born = '1966' WHERE key = 'do-minh-hung';
      """)
    let after = try temporary.content()
    #expect(after != before)
    let note = ChangeNote(action: "undo", author: "t", reason: nil)
    let number = try temporary.count("SELECT max(number) FROM change")
    #expect(try temporary.registry.undo(number, note).number == number + 1)
    #expect(try temporary.content() == before)
    _ = try temporary.registry.undo(number + 1, note)
    #expect(try temporary.content() == after)
    _ = try temporary.registry.undo(number + 2, note)
    #expect(try temporary.content() == before)
    // What stands now is what the change left, so it can be taken back again.
    _ = try temporary.registry.undo(number + 3, note)
    _ = try temporary.registry.undo(number, note)
    #expect(try temporary.content() == before)
  }

  @Test func `where later changes stand on one, the order that is named works`() throws {
    let temporary = try TemporaryRegistry(sample: true)
    try temporary.addMission("Sapporo", at: "jp", kind: "consulate")
    let number = try temporary.count("SELECT max(number) FROM change")
    try temporary.addHead("Đỗ Minh Hoa", at: "jp-sapporo", ["arrived": "2026-08"])
    try temporary.run("UPDATE person SET born = '1970' WHERE key = 'do-minh-hoa'")
    try temporary.run("UPDATE mission SET note = 'x' WHERE key = 'jp-sapporo'")
    let before = try temporary.content()
    let note = ChangeNote(action: "undo", author: "t", reason: nil)
    let error = #expect(throws: RegistryError.self) { try temporary.registry.undo(number, note) }
    #expect(try temporary.content() == before)
    let order = [number + 3, number + 2, number + 1, number]
    #expect(error?.remedies == [.undoInOrder(order)])
    for number in order { _ = try temporary.registry.undo(number, note) }
    #expect(try temporary.count("SELECT count(*) FROM mission WHERE key = 'jp-sapporo'") == 0)
  }

  @Test func `what stands in the way is told with the zone of its time`() throws {
    let temporary = try TemporaryRegistry(sample: true)
    try temporary.addMission("Sapporo", at: "jp", kind: "consulate")
    let number = try temporary.count("SELECT max(number) FROM change")
    try temporary.run("UPDATE mission SET note = 'x' WHERE key = 'jp-sapporo'")
    let error = #expect(throws: RegistryError.self) {
      try temporary.registry.undo(number, ChangeNote(action: "undo", author: "t", reason: nil))
    }
    let line = try #require(error?.list.first?.english)
    #expect(line.contains(#/^\d+  \d{4}-\d\d-\d\d \d\d:\d\d [+-]\d\d:\d\d  /#), "\(line)")
  }

  @Test func `what another program calls an upgrade can be taken back`() throws {
    let temporary = try TemporaryRegistry(sample: true)
    let before = try temporary.content()
    try temporary.connection.execute(
      script: """
        INSERT INTO change (made_at, author, action, program)
        VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), 'somebody', 'upgrade', 'test');
        UPDATE person SET note = 'x' WHERE key = 'do-minh-hung';
        DELETE FROM open_change;
        """)
    let number = try temporary.count("SELECT max(number) FROM change")
    _ = try temporary.registry.undo(number, ChangeNote(action: "undo", author: "t", reason: nil))
    #expect(try temporary.content() == before)
  }

  @Test(arguments: [
    ("b TEXT AS (upper(a)) VIRTUAL", "(upper(a))"),
    ("b TEXT GENERATED ALWAYS AS (upper(a) || ')') STORED", "(upper(a) || ')')"),
    ("\"b\" ANY NOT NULL CHECK (CAST(b AS TEXT) <> '') AS (a) STORED", "(a)"),
    ("c TEXT CHECK (c = 'b'), b TEXT COLLATE NOCASE generated always as (c)", "(c)"),
    ("B TEXT AS (a)", "(a)"),
  ])
  func `what a computed column is made of is found, however it is written`(
    column: String, expression: String
  ) throws {
    let folder = try TemporaryRegistry.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let connection = try Connection(
      path: folder.appending(path: "x.db").path, mode: .create, walls: .none)
    try connection.execute(
      script: "CREATE TABLE thing (key TEXT PRIMARY KEY, a TEXT, \(column)) STRICT")
    let table = try #require(try TrackedTable.all(in: connection).first)
    let computed = try #require(table.columns.first { $0.name.lowercased() == "b" })
    #expect(computed.expression == expression)
  }

  @Test func `a dry run of an undo changes nothing, and what the program brought in stays`() throws
  {
    let temporary = try TemporaryRegistry(sample: true)
    let before = try temporary.content()
    var note = ChangeNote(action: "undo", author: "t", reason: nil)
    note.isDryRun = true
    let outcome = try temporary.registry.undo(1, note)
    #expect(outcome.result.contains { $0.table == "person" && $0.removed == 157 })
    #expect(try temporary.content() == before)
    #expect(throws: RegistryError.self) { try temporary.registry.undo(0, note) }
    #expect(throws: RegistryError.self) { try temporary.registry.undo(99, note) }
  }
}
