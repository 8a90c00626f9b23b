package import Registry
package import SQLite

/// Many records of one kind, a line each.
package struct Lists {
  package let registry: Registry
  package let language: Language

  package init(_ registry: Registry, in language: Language) {
    self.registry = registry
    self.language = language
  }

  private var phrases: Phrases { Phrases(language: language) }

  /// Which records a list holds.
  package struct Selection: Sendable {
    /// Words of a name; every one must begin a word of a name of the record.
    package var words: String?
    /// What they say in columns of theirs, as typed.
    package var facts = Facts()
    package var limit: Int?

    package init() {}
  }

  /// - Throws: where the words to find hold nothing that can be searched.
  package func records(
    of entity: RecordKind, _ selection: Selection = Selection()
  ) throws(RegistryError) -> Report {
    let shown = Shown(entity, phrases)
    let columns = entity.list.map { shown.column($0) }
    let sql = try select(columns.map(\.sql).joined(separator: ", "), of: entity, selection)
    return Report(
      name: "\(entity.name)-list",
      sections: [
        ReportSection(
          name: "rows", columns: columns.map(\.column), sql: sql,
          // A list begins with what is needed most.
          leastNeeded: columns.dropFirst(2).reversed().map(\.column.name), whenEmpty: nothing)
      ], isOfDay: !entity.turning.isEmpty)
  }

  /// A SELECT of columns of the row `t` of its table, in the order of its list.
  ///
  /// - Throws: likewise.
  package func select(
    _ columns: SQL, of entity: RecordKind, _ selection: Selection
  ) throws(RegistryError) -> SQL {
    var sql: SQL = "SELECT \(raw: columns)"
    sql += " FROM \(name: entity.table) AS t"
    if let words = selection.words {
      sql = "WITH " + (try found(of: entity, words)) + sql
      sql += " JOIN found ON found.key = t.key"
    }
    var conditions: [SQL] = []
    for field in entity.fields {
      guard let text = selection.facts[field.column] else { continue }
      let value = try registry.entered(text, for: field)
      conditions.append("\(name: field.column, of: "t") = \(value)")
    }
    if !conditions.isEmpty { sql += " WHERE " + conditions.joined(separator: " AND ") }
    sql +=
      (selection.words == nil ? " ORDER BY " : " ORDER BY found.level, ") + entity.order(phrases)
    if let limit = selection.limit { sql += " LIMIT \(limit)" }
    return sql
  }

  private var nothing: Sentence { Sentence("Nothing is found.", vi: "Không tìm thấy.") }

  /// The keys that match the words, with the level of the match: the name as it is, then the
  /// same letters and tones, then the same letters, then beginnings.
  private func found(of entity: RecordKind, _ words: String) throws(RegistryError) -> SQL {
    guard entity.isSearchable else {
      let pattern = "%" + NameKey.searchKey(words) + "%"
      let text = entity.searchColumns.map {
        " || ' ' || name_fold(coalesce(\(name: $0), ''))" as SQL
      }
      .joined(separator: "")
      return """
        found (key, level) AS (
          SELECT key, 0 FROM \(name: entity.table)
          WHERE replace(key, '-', ' ')\(raw: text) LIKE \(pattern)
        )

        """
    }
    try registry.prepareNames()
    guard let match = Search.expression(for: words) else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(Registry.quoted(words)) holds no word to find.",
          vi: "\(Registry.quoted(words)) không có từ nào để tìm."))
    }
    return """
      found (key, level) AS (
        SELECT n.key, min(
          CASE
            WHEN n.name = \(TextEntry.normalized(words)) THEN 0
            WHEN n.search_key <> \(NameKey.searchKey(words)) THEN 3
            WHEN name_key(n.name) = \(NameKey.sortKey(words)) THEN 1
            ELSE 2
          END
        )
        FROM name_index AS i JOIN searchable_name AS n ON n.id = i.rowid
        WHERE i.name_index MATCH \(match) AND n.subject = \(entity.table)
        GROUP BY n.key
      )

      """
  }
}
