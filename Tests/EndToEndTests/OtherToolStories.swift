import Foundation
import Testing

/// What DuckDB reads of a registry, and with it Python's sqlite3, which is held against it.
@Suite struct OtherToolStories {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  /// Where `.ci/run` puts it; else it is looked for beside python3.
  private static let packages = root.appending(path: ".build/duckdb").path
  private static let missing: Comment = """
    no DuckDB is here: python3 -m pip install --target .build/duckdb \
    duckdb==1.5.5 duckdb-extension-sqlite-scanner==1.5.5
    """
  private static let isHere: Bool = {
    guard RealData.hasPython, let office = try? Program(sample: false) else { return false }
    let found = try? office.shell(
      "PYTHONPATH='\(packages)' python3 -c 'import duckdb, glob, os'")
    return found?.code == 0
  }()

  /// Views that ATTACH does not read.
  ///
  /// DuckDB writes the text of a view anew before SQLite gets it, and what it makes of UNION is no
  /// SQL of SQLite's.
  private static let unions = [
    "finding_row", "grave_finding_row", "mission_turn", "movement", "receiver_coverage",
    "succession_line",
  ]

  private func compare(_ office: Program) throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "OtherTools/views.py").path
    let compared = try office.shell(
      """
      PYTHONPATH='\(Self.packages)' python3 '\(script)' '\(office.registry.path)' \
        \(Self.unions.joined(separator: " "))
      """)
    #expect(compared.code == 0, "\(compared.err)")
    #expect(compared.lines.count > 25)
  }

  @Test(.enabled(if: isHere, missing))
  func `DuckDB reads every view of the sample as SQLite does`() throws {
    let office = try Program()
    // Views of what is otherwise on another day have rows too.
    let written = try office.run(
      "sql", "--write", "--yes", "--reason", "test",
      """
      INSERT INTO party_former (party, changed, name_en, sort_key_en, search_key_en)
      VALUES ('fr', '2990', 'Gaul', 'gaul', 'gaul'), ('fr', '2991', 'Francia', 'f', 'f'),
        ('de', '[2990..]', 'Prussia', 'p', 'p');
      INSERT INTO person_former (person, changed, name, sort_key, search_key)
      VALUES ('do-minh-hung', '2990', 'Đỗ', 'do', 'do'), ('do-minh-hung', '2991-05', 'Hùng', 'h', 'h');
      INSERT INTO mission_former (mission, changed, kind, name_en, sort_key_en, search_key_en)
      VALUES ('fr-paris', '2990', 'legation', NULL, NULL, NULL),
        ('fr-paris', '2991', NULL, 'Legation', 'l', 'l');
      INSERT INTO place (key, name_en) VALUES ('versailles', 'Versailles'), ('lyon', 'Lyon');
      INSERT INTO mission_seat (key, mission, place, since, until)
      VALUES ('a', 'fr-paris', 'versailles', '1950', '2990'), ('b', 'fr-paris', 'lyon', '1960', NULL);
      INSERT INTO mission_closure (mission, closed, reopened)
      VALUES ('fr-paris', '1975-04', '1975-09-01')
      """)
    try #require(written.code == 0, "\(written.err)")
    try compare(office)
  }

  @Test(
    .enabled(if: isHere, missing),
    .enabled(if: RealData.isHere, "no real data beside the checkout"))
  func `DuckDB reads every view of a quarter of a millennium as SQLite does`() throws {
    let office = try Program(sample: false)
    try #require(try office.run("init", "--sender", "us").code == 0)
    let taken = try office.run(
      "import", "pocom", RealData.pocom.path, "--gsh", RealData.gsh.path, "-o", "report.csv")
    try #require(taken.code == 0, "\(taken.err)")
    try compare(office)
  }
}
