package import SQLite
import Schema

/// Texts that came in past the rules of entry, by another program: what nobody sees in them, and
/// letters apart from their marks.
///
/// Asked of the tables as they stand, so that no column can be forgotten. In the file, as a view,
/// it would cost every program that opens it.
enum TextFindings {
  // NUL is asked for apart: to SQLite's patterns it ends a text.
  private static let hidden =
    "\u{01}-\u{09}\u{0B}-\u{1F}\u{7F}-\u{9F}\u{AD}\u{61C}\u{200B}-\u{200F}\u{202A}-\u{202E}"
    + "\u{2060}\u{2066}-\u{2069}\u{FEFF}"
  private static let marks = "*[\u{300}-\u{36F}]*"

  /// The columns of which the view `finding` tells that letters and marks are apart.
  private static let told: Set<String> = [
    "person.name", "person_name.name", "mission.name_en", "mission.name_vi", "mission_name.name",
  ]

  /// A SELECT of the columns of the view `finding`.
  static func question(_ tables: [BundledTable]) -> SQL {
    tables.compactMap(question).joined(separator: "\nUNION ALL\n")
  }

  private static func question(of table: BundledTable) -> SQL? {
    let columns = table.packaged.columns.filter {
      switch $0.rule {
      case .line, .note, .script: true
      // The tables themselves look at these.
      case .key, .date, .whole, .real: false
      }
    }
    guard !columns.isEmpty else { return nil }
    let texts = columns.map { "WHEN \($0.name) THEN \(name: $0.name, of: "t")" as SQL }
    let fields = columns.map { column -> SQL in
      let lines = if case .line = column.rule { "\n" } else { "" }
      let marks = told.contains("\(table.name).\(column.name)") ? nil : marks
      return "(\(column.name), \("*[\(lines)\(hidden)]*"), \(marks))"
    }
    return """
      SELECT
        iif(is_hidden, 'warning', 'note') AS severity,
        iif(is_hidden, 'hidden-character', 'unnormalized-text') AS code,
        mission, posting, NULL AS other_posting, person,
        \(table.name) || '/' || record || '  ' || field AS detail
      FROM (
        SELECT *, instr(text, char(0)) > 0 OR text GLOB hidden AS is_hidden
        FROM (
          SELECT
            \(raw: subject("mission", of: table)) AS mission,
            \(raw: subject("posting", of: table)) AS posting,
            \(raw: subject("person", of: table)) AS person,
            \(raw: table.tracked.record(of: "t")) AS record,
            f.column1 AS field, f.column2 AS hidden, f.column3 AS apart,
            CASE f.column1 \(raw: texts.joined(separator: " ")) END AS text
          FROM \(name: table.name) AS t JOIN (VALUES \(raw: fields.joined(separator: ", "))) AS f
        )
      )
      WHERE is_hidden OR text GLOB apart
      """
  }

  /// The mission, posting or person that a row is of.
  private static func subject(_ kind: String, of table: BundledTable) -> SQL {
    if table.name == kind { return "t.key" }
    let points = table.packaged.references.contains { $0.table == kind && $0.columns == [kind] }
    return points ? SQL(name: kind, of: "t") : "NULL"
  }
}

extension Registry {
  /// A SELECT of every finding: those of the view `finding`, and texts gone wrong in any column.
  package func everyFinding() throws(RegistryError) -> SQL {
    let tables = try BundledTable.all(in: self)
    return """
      SELECT severity, code, mission, posting, other_posting, person, detail FROM finding
      UNION ALL
      \(raw: TextFindings.question(tables))
      """
  }
}
