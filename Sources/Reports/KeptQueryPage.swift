import Files
package import Registry
import SQLite

/// What a kept question answers, headed as reports are: a kept question is a report that somebody
/// wrote.
package struct KeptQueryPage {
  package let name: String
  package let title: Sentence
  package let columns: [ReportColumn]

  /// - Parameter columns: the names of the columns of its statement, in their order.
  package init(
    _ query: KeptQuery, columns: [String], from registry: Registry, in language: Language
  ) throws(RegistryError) {
    name = query.name
    title = query.title ?? query.about
    let codes = try Self.words(for: columns, in: registry, language)
    let names = Set(columns)
    self.columns = columns.map { column in
      let base = KeptQuery.base(of: column, in: names)
      let heading = query.headings[column]
      // What somebody gave a heading is there to be read.
      let isForPrograms =
        heading == nil && Self.isForPrograms(column, among: names, language)
      return ReportColumn(
        column, Self.label(of: base ?? column, heading ?? base.flatMap { query.headings[$0] }),
        Self.kind(of: column, codes, language), audience: isForPrograms ? .programs : .everyone)
    }
  }

  /// What somebody calls a column; where that is told in one language only, in the other what the
  /// program calls it.
  private static func label(of column: String, _ heading: [Language: String]?) -> Sentence {
    let usual = Labels.known(column)
    guard let heading, let some = heading[.english] ?? heading[.vietnamese] else {
      return usual ?? Labels.of(column)
    }
    return Sentence(
      heading[.english] ?? usual?.english ?? some,
      vi: heading[.vietnamese] ?? usual?.vietnamese ?? some)
  }

  /// A page has a name in its own language, and no key where the name stands beside it.
  private static func isForPrograms(
    _ column: String, among names: Set<String>, _ language: Language
  ) -> Bool {
    if KeptQuery.base(of: column, in: names) != nil {
      return !column.hasSuffix("_\(language.rawValue)")
    }
    return ["_name", "_name_en", "_name_vi"].contains { names.contains(column + $0) }
  }

  private static func kind(
    of column: String, _ codes: [String: [String: String]], _ language: Language
  ) -> ReportColumn.Kind {
    if let words = codes[column] { return .code(words) }
    if Labels.isFlag(column) {
      return .code([
        "1": Sentence("yes", vi: "có")[language], "0": Sentence("no", vi: "không")[language],
      ])
    }
    return Labels.isDate(column) ? .date : .unknown
  }

  /// The words for the codes of each column that has some, by the name of the column.
  private static func words(
    for columns: [String], in registry: Registry, _ language: Language
  ) throws(RegistryError) -> [String: [String: String]] {
    let name = Phrases(language: language).localized("name")
    // As one value: a statement may have more columns than parameters are let through.
    let asked = "[" + columns.map(JSONString.quoted).joined(separator: ",") + "]"
    // A file that somebody else sent may hold any number of them.
    let labels = try registry.all(
      """
      SELECT substr(list, instr(list, '.') + 1), code, \(raw: name)
      FROM code_label
      WHERE substr(list, instr(list, '.') + 1) IN (SELECT value FROM json_each(\(asked)))
      ORDER BY list
      LIMIT 1000
      """
    ) { (row) throws(SQLiteError) in
      (
        column: try row.get(0, as: String.self), code: try row.get(1, as: String.self),
        word: try row.get(2, as: String.self)
      )
    }
    var words: [String: [String: String]] = [:]
    for label in labels {
      // Two lists that share a code call it the same, or the first one is heard.
      if words[label.column]?[label.code] == nil {
        words[label.column, default: [:]][label.code] = label.word
      }
    }
    return words
  }
}
