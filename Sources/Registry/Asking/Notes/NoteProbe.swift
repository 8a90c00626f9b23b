import SQLite

/// Looks into the registry for what a rule has to know, a few steps far and no further.
final class NoteProbe {
  private let registry: Registry
  private let isOver: (() throws(SQLiteError) -> Bool?) throws(SQLiteError) -> Bool?
  private var known: [String: Bool?] = [:]

  /// - Parameter bounded: runs what it is given within the steps that are left; `nil` where they did
  ///   not suffice.
  init(
    _ registry: Registry,
    bounded: @escaping (() throws(SQLiteError) -> Bool?) throws(SQLiteError) -> Bool?
  ) {
    self.registry = registry
    isOver = bounded
  }

  /// Whether a question has a row; `nil` where that takes too long to tell.
  func hasRow(_ question: SQL) -> Bool? {
    let key = question.text + "\(question.bindings)"
    if let answer = known[key] { return answer }
    let connection = registry.connection
    let answer = try? isOver { () throws(SQLiteError) in
      var statement = try connection.statement(question)
      return try statement.step()
    }
    known[key] = answer
    return answer ?? nil
  }

  /// The texts of the first column, as far as the steps suffice.
  func column(_ question: SQL) -> [String] {
    var found: [String] = []
    let connection = registry.connection
    _ = try? isOver { () throws(SQLiteError) in
      var statement = try connection.statement(question)
      while try statement.step() { found.append(try statement.row.get(0, as: String.self)) }
      return true
    }
    return found
  }

  // MARK: Dates

  /// Where the values of a column of dates stand: of a view, in the tables behind it.
  private func homes(of meaning: Meaning) -> [String] {
    let tables = column(
      """
      SELECT c.object_name FROM schema_comment AS c
      JOIN main.sqlite_schema AS s ON s.name = c.object_name AND s.type = 'table'
      WHERE c.column_name = \(meaning.column) AND c.meaning = 'date'
        AND c.object_name NOT GLOB '*_history'
      ORDER BY c.object_name
      """)
    if tables.contains(meaning.object) || tables.isEmpty { return [meaning.object] }
    let ofPostings = tables.filter { ["accreditation", "posting"].contains($0) }
    return ofPostings.isEmpty ? tables : ofPostings
  }

  func anyHome(
    of meaning: Meaning, has condition: (_ column: SQL) -> SQL
  ) -> Bool? {
    guard !meaning.column.isEmpty, !meaning.object.isEmpty else { return nil }
    var answer: Bool? = false
    for home in homes(of: meaning) {
      let column: SQL = "\(name: meaning.column)"
      let found = hasRow(
        "SELECT 1 FROM \(name: home) WHERE \(raw: condition(column)) LIMIT 1")
      if found == true { return true }
      if found == nil { answer = nil }
    }
    return answer
  }

  /// Whether a column has a date that is no whole day.
  func hasPartialDate(_ meaning: Meaning) -> Bool? {
    anyHome(of: meaning) { "length(\(raw: $0)) <> 10" }
  }

  /// Whether a column has a date that tells more than its year.
  func hasMoreThanYears(_ meaning: Meaning) -> Bool? {
    anyHome(of: meaning) { "length(\(raw: $0)) > 5" }
  }

  /// Whether a column has a date within a year or a month that tells more than that.
  func hasDate(within span: String, _ meaning: Meaning) -> Bool? {
    anyHome(of: meaning) { "\(raw: $0) GLOB \(span + "-*")" }
  }

  // MARK: Keys and codes

  /// Whether a table has a record of that key, or of that code.
  func has(_ key: String, in table: String) -> Bool? {
    hasRow("SELECT 1 FROM \(name: table) WHERE \(name: Self.key(of: table)) = \(key)")
  }

  private static func key(of table: String) -> String {
    switch table {
    case "finding_kind": "code"
    case "kept_query": "name"
    default: "key"
    }
  }

  /// The keys that a name may have meant.
  func keys(near name: String, in table: String) -> [String] {
    let folded = NameKey.searchKey(name)
    let byKey = column(
      """
      SELECT \(name: Self.key(of: table)) FROM \(name: table)
      WHERE \(name: Self.key(of: table)) IN (\(name.lowercased()), \(folded.replacing(" ", with: "-")))
      """)
    if !byKey.isEmpty { return byKey }
    switch table {
    case "person", "mission", "party":
      let named = column(
        """
        SELECT DISTINCT key FROM known_name
        WHERE subject = \(table) AND search_key = \(folded) LIMIT 4
        """)
      if !named.isEmpty || table != "mission" { return named }
      return column(
        """
        SELECT m.key FROM mission AS m JOIN party AS p ON p.key = m.receiver
        WHERE p.search_key_en = \(folded) OR p.search_key_vi = \(folded)
        UNION
        SELECT key FROM mission WHERE name_fold(seat) = \(folded)
        ORDER BY 1 LIMIT 4
        """)
    case "mission_kind", "title", "end_reason", "finding_kind":
      return column(
        """
        SELECT \(name: Self.key(of: table)) FROM \(name: table)
        WHERE name_fold(name_en) = \(folded) OR name_fold(name_vi) = \(folded) ORDER BY 1 LIMIT 4
        """)
    default: return []
    }
  }

  func codes(of list: String) -> [String] {
    column("SELECT code FROM code_label WHERE list = \(list) ORDER BY code")
  }
}
