package import SQLite
import Schema

/// Texts that came in past the rules of entry, by another program: what nobody sees in them, and
/// letters apart from their marks.
///
/// Asked of the tables as they stand, so that no column can be forgotten. In the file, as a view,
/// it would cost every program that opens it.
enum TextFindings {
  /// What entry lets in nowhere, as a class of SQLite's patterns, without line feeds.
  ///
  /// NUL, which ends a text to them, and U+FFFE and U+FFFF, which they take for U+FFFD, are asked
  /// for apart.
  private static let hidden: String = {
    var pattern = ""
    func add(_ first: UInt32, _ last: UInt32) {
      guard let first = Unicode.Scalar(first), let last = Unicode.Scalar(last) else { return }
      pattern += first == last ? "\(first)" : "\(first)-\(last)"
    }
    for range in TextEntry.hidden where range.last < 0xFFFE || range.first > 0xFFFF {
      if range.first == 0 {
        add(0x01, 0x09)
        add(0x0B, range.last)
      } else {
        add(range.first, range.last)
      }
    }
    return pattern
  }()
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
        SELECT *,
          text GLOB hidden OR instr(text, char(0)) > 0 OR instr(text, char(0xFFFE)) > 0
            OR instr(text, char(0xFFFF)) > 0 AS is_hidden
        FROM (
          SELECT
            \(raw: subject("mission", of: table)) AS mission,
            \(raw: subject("posting", of: table)) AS posting,
            \(raw: subject("person", of: table)) AS person,
            \(raw: table.tracked.record(of: "t")) AS record,
            f.column1 AS field, f.column2 AS hidden, f.column3 AS apart,
            CASE f.column1 \(raw: texts.joined(separator: " ")) END AS text
          -- CROSS JOIN: most rows are in order as a whole, and their columns are not looked at.
          FROM \(name: table.name) AS t
          CROSS JOIN (VALUES \(raw: fields.joined(separator: ", "))) AS f
          WHERE \(raw: isUnusual(columns))
        )
      )
      WHERE is_hidden OR text GLOB apart
      """
  }

  /// The letters, digits and marks of nearly every text: none is hidden, and none stands apart.
  static let usual: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x1E00...0x1EFF,
  ]

  /// The condition that something may be wrong in one of the columns of a row `t`: one look at all
  /// of them, by a class so short that it costs little.
  private static func isUnusual(_ columns: [PackagedTable.Column]) -> SQL {
    let whole: SQL = columns.map { "ifnull(\(name: $0.name, of: "t"), '')" as SQL }
      .joined(separator: " || ")
    let ranges = usual.compactMap { range -> String? in
      guard let first = Unicode.Scalar(range.lowerBound),
        let last = Unicode.Scalar(range.upperBound)
      else { return nil }
      return "\(first)-\(last)"
    }
    // A NUL ends a text to patterns.
    return """
      (\(raw: whole) GLOB \("*[^" + ranges.joined() + "]*") OR instr(\(raw: whole), char(0)) > 0)
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
  /// A SELECT of every finding: those of the view `finding`, texts gone wrong in any column, and
  /// kept queries that another program wrote and nobody can ask.
  package func everyFinding() throws(RegistryError) -> SQL {
    """
    SELECT severity, code, mission, posting, other_posting, person, detail FROM finding
    UNION ALL
    \(raw: TextFindings.question(try BundledTable.all(in: self)))
    UNION ALL
    \(raw: try unfitQueryFindings())
    """
  }

  /// A SELECT of the findings of one code, with the columns of ``everyFinding()``.
  package func findings(of code: String) throws(RegistryError) -> SQL {
    let told: SQL = """
      SELECT severity, code, mission, posting, other_posting, person, detail
      FROM finding WHERE code = \(code)
      """
    switch code {
    case "unfit-query": return try unfitQueryFindings()
    case "hidden-character", "unnormalized-text":
      return """
        \(raw: told)
        UNION ALL
        SELECT * FROM (\(raw: TextFindings.question(try BundledTable.all(in: self))))
        WHERE code = \(code)
        """
    default: return told
    }
  }

  private func unfitQueryFindings() throws(RegistryError) -> SQL {
    // SQLite alone knows what it can compile, and tells nobody in SQL.
    let unfit = try unfitQueries().map { name, fault in
      BundleText.text("kept_query/\(name)  \(fault.message.english)")
    }
    return """
      SELECT 'warning' AS severity, 'unfit-query' AS code, NULL AS mission, NULL AS posting,
        NULL AS other_posting, NULL AS person, value AS detail
      FROM json_each(\("[" + unfit.joined(separator: ",") + "]"))
      """
  }
}
