import SQLite
import Schema
import Testing

@testable import Registry

/// No write removes a record without a version that says so.
@Suite struct DisplacementTests {
  private let temporary: TemporaryRegistry

  init() throws {
    temporary = try TemporaryRegistry(sample: true)
    try temporary.run("UPDATE person SET wikidata = 'Q42' WHERE key = 'do-minh-hung'")
    try temporary.run("INSERT INTO source (key, title, address) VALUES ('a', 'A', 'https://a')")
  }

  @Test(arguments: [
    "UPDATE OR REPLACE person SET wikidata = 'Q42' WHERE key <> 'do-minh-hung'",
    """
    INSERT OR REPLACE INTO person (key, name, sort_key, search_key, wikidata)
    VALUES ('x', 'X', 'x', 'x', 'Q42')
    """,
    "REPLACE INTO party (key, kind, name_en, iso_alpha2) VALUES ('x', 'state', 'X', 'FR')",
    "UPDATE OR REPLACE party SET iso_numeric = '250' WHERE key = 'gb'",
    "REPLACE INTO source (key, title, address) VALUES ('b', 'B', 'https://a')",
    "UPDATE OR REPLACE accreditation SET is_resident = 1",
    """
    INSERT INTO person (key, name, sort_key, search_key, wikidata)
    VALUES ('x', 'X', 'x', 'x', 'Q42') ON CONFLICT (wikidata) DO UPDATE SET note = 'x'
    """,
  ])
  func `a value that another record has is refused, whatever the conflict clause`(sql: String)
    throws
  {
    if sql.contains("accreditation") {
      let posting = try #require(try temporary.text("SELECT posting FROM accreditation LIMIT 1"))
      try temporary.run(
        """
        INSERT INTO accreditation (key, posting, mission, receiver, is_resident)
        SELECT 'other', posting, mission, 'la', 0 FROM accreditation WHERE posting = '\(posting)'
        """)
    }
    let before = try temporary.content()
    let error = #expect(throws: SQLiteError.self) { try temporary.run(sql) }
    #expect(error?.isUniqueViolation == true, "\(error?.message ?? "")")
    try? temporary.connection.run("DELETE FROM open_change")
    #expect(try temporary.content() == before)
    _ = try temporary.registry.verify()
  }

  @Test(arguments: [
    "UPDATE OR REPLACE person SET wikidata = 'Q42' WHERE key = 'do-minh-hung'",
    """
    INSERT OR REPLACE INTO person (key, name, sort_key, search_key, wikidata)
    VALUES ('do-minh-hung', 'Đỗ Minh Hùng', 'x', 'x', 'Q42')
    """,
    "UPDATE person SET wikidata = 'Q43' WHERE key = 'do-minh-hung'",
    "UPDATE accreditation SET is_resident = is_resident",
  ])
  func `a record takes its own place`(sql: String) throws {
    try temporary.connection.run("PRAGMA foreign_keys = OFF")
    try temporary.run(sql)
    #expect(try temporary.count("SELECT count(*) FROM person WHERE key = 'do-minh-hung'") == 1)
  }

  @Test func `every table in which a value stands once has these triggers`() throws {
    let connection = temporary.connection
    for table in try TrackedTable.all(in: connection) {
      let uniques =
        try connection.value(
          """
          SELECT count(*) FROM pragma_index_list(\(table.name)) AS l
          WHERE l."unique" AND l.origin <> 'pk' AND NOT EXISTS (
            SELECT 1 FROM pragma_index_info(l.name) AS i
            JOIN pragma_table_info(\(table.name)) AS c ON c.name = i.name AND c.pk
          )
          """, as: Int.self) ?? 0
      let triggers = try connection.value(
        """
        SELECT count(*) FROM sqlite_schema
        WHERE type = 'trigger' AND name GLOB \(table.shadow + "_displaces_none_*")
        """, as: Int.self)
      #expect(uniques == 0 || triggers == 2, "\(table.name)")
    }
  }
}
