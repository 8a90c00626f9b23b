import SQLite
import Testing

@testable import Registry

/// What goes out to other offices.
@Suite struct BundleTests {
  private let offices: TwoOffices

  init() throws { offices = try TwoOffices(sample: true) }

  private func edit(_ note: String) throws {
    try offices.there.write { (change) throws(RegistryError) in
      var facts = Facts()
      facts.set("note", note)
      _ = try Records(change).edit(.person, key: "do-minh-hung", facts)
    }
  }

  @Test func `the program's own tables are everywhere, and go in no bundle`() throws {
    try edit("first")
    try offices.there.run(
      """
      UPDATE finding_kind SET asks = 0;
      UPDATE schema_comment SET example = 'x' WHERE object_name = 'person';
      """)
    try edit("second")
    let lines = try offices.lines()
    #expect(lines.count == 6)
    try offices.write(lines)
    let merged = try offices.merge()
    #expect(merged.changes.count == 3)
    #expect(merged.effects == [TableEffect(table: "person", edited: 2)])
  }

  @Test(arguments: ["somebody", "LEGATION"])
  func `a change is not left out because another program calls it an upgrade`(
    author: String
  ) throws {
    try offices.there.connection.execute(
      script: """
        INSERT INTO change (made_at, author, action, program)
        VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), '\(author)', 'upgrade', 'another');
        UPDATE person SET note = 'x' WHERE key = 'do-minh-hung';
        DELETE FROM open_change;
        """)
    try edit("y")
    // The other office takes no upgrade from anybody, so it is told what this is.
    try offices.write(try offices.lines())
    #expect(try offices.merge().changes.count == 2)
    let isProgram = author.lowercased() == "legation"
    #expect(
      try offices.here.text("SELECT author || '; ' || action FROM change WHERE number = 2")
        == author + (isProgram ? " (another program)" : "") + "; upgrade (another program)")
    #expect(try offices.here.text("SELECT note FROM person WHERE key = 'do-minh-hung'") == "y")
    #expect(try offices.here.count("SELECT count(*) FROM person_history WHERE note = 'x'") == 1)
  }

  @Test(arguments: [
    ("a\r\nb", "a\nb"), ("Hu\u{300}ng", "H\u{F9}ng"), ("a\u{202E}b", "ab"), ("a\u{0}b", "ab"),
    ("  a  b ", "a b"), ("a\u{FFFD}b", "ab"), ("a\u{1B}[2Jb", "a[2Jb"),
    ("\u{1B}", "?"),
    (String(repeating: "a ", count: 20_000), String(repeating: "a ", count: 9_999) + "a"),
  ])
  func `what another program wrote past the rules goes out as the rules leave it, and is counted`(
    text: String, kept: String
  ) throws {
    try offices.there.runBound(
      "UPDATE person SET note = \(text) WHERE key = 'do-minh-hung'")
    try edit("then")
    let bundled = try offices.there.registry.bundle(since: "1", office: "There", write: { _ in })
    // After the one change, and before the other.
    #expect(bundled.mended == 2)
    try offices.write(try offices.lines())
    let merged = try offices.merge()
    let first = try #require(merged.changes.first)
    let found = try offices.here.connection.value(
      "SELECT note FROM person_history WHERE key = 'do-minh-hung' AND change = \(first)",
      as: String.self)
    #expect(found.map { Array($0.utf8) } == Array(kept.utf8))
    #expect(
      try offices.here.text("SELECT note FROM person WHERE key = 'do-minh-hung'") == "then")
  }

  @Test func `numbers and texts of every kind arrive as they were`() throws {
    try offices.there.run(
      """
      INSERT INTO place (key, name_en, latitude, longitude, note) VALUES
        ('a', 'A "quoted" \\ name', 0.1, -179.99999999999997, 'two' || char(10) || 'lines'),
        ('b', 'Đỗ 🇻🇳 ~', 10, 5e-324, NULL);
      UPDATE place SET latitude = 1.0 / 3 WHERE key = 'b';
      DELETE FROM citation WHERE key = (SELECT min(key) FROM citation);
      """)
    try edit("x")
    try offices.write(try offices.lines())
    try offices.merge()
    for sql in [
      """
      SELECT group_concat(key || name_en || quote(latitude) || quote(longitude) || quote(note))
      FROM place
      """,
      "SELECT count(*) || min(key) FROM citation",
      "SELECT count(*) FROM place AS p WHERE p.latitude = 1.0 / 3 OR p.longitude = 5e-324",
    ] {
      #expect(
        try offices.here.text("SELECT CAST((\(sql)) AS TEXT)")
          == offices.there.text("SELECT CAST((\(sql)) AS TEXT)"))
    }
  }

  @Test func `a thousand changes and more are bundled and merged in their order`() throws {
    let changes = (1...1_029).map { number in
      """
      INSERT INTO change (made_at, author, action, program)
      VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), 'test', 'by hand', 'test');
      UPDATE person SET note = 'n\(number)' WHERE key = 'do-minh-hung';
      """
    }
    // In one transaction: each alone would be a journey to the disk.
    let transaction = try offices.there.connection.begin(.immediate)
    try offices.there.connection.execute(script: changes.joined() + "DELETE FROM open_change")
    try transaction.commit()
    try edit("last")
    try offices.write(try offices.lines())
    let merged = try offices.merge()
    #expect(merged.changes.count == 1_030)
    #expect(merged.effects == [TableEffect(table: "person", edited: 1_030)])
    let (here, there) = (offices.here, offices.there)
    let sql = """
      SELECT group_concat(note) FROM (
        SELECT note FROM person_history WHERE key = 'do-minh-hung' ORDER BY change)
      """
    #expect(try here.text(sql) == there.text(sql))
    #expect(
      try here.count("SELECT count(*) FROM change WHERE seal IS NULL OR office IS NOT 'There'") == 3
    )
    _ = try Registry.open(here.path, for: .reading).verify()
    #expect(throws: Never.self) { try offices.merge() }
  }
}
