import SQLite

/// Taking records out, and what stands in the way of it.
extension Records {
  /// What went: the record, and how many rows of which tables went with it.
  package struct Removed: Sendable {
    package let key: String
    package let along: [(table: String, count: Int)]
  }

  /// Removes a record, with the rows that are parts of it (names, citations).
  ///
  /// - Throws: the list of the records that refer to it, where there are any.
  package func remove(_ entity: RecordKind, key: String) throws(RegistryError) -> Removed {
    let references = try references(to: entity)
    var blocking: [Sentence] = []
    var total = 0
    for reference in references where !reference.goesAlong {
      let (lines, count) = try rows(of: reference, referringTo: key, limit: 10 - blocking.count)
      blocking += lines
      total += count
    }
    guard total == 0 else {
      let more = total - blocking.count
      if more > 0 { blocking.append(Sentence(same: "… +\(more)")) }
      throw RegistryError(
        .rule,
        Sentence(
          "The \(entity.noun.english) \(key) is not removed: \(total) records refer to it.",
          vi: "Không xóa \(entity.noun.vietnamese) \(key): có \(total) bản ghi đang dùng."),
        list: blocking,
        hint: entity == .mission
          ? nil
          : Sentence("Remove or change those first.", vi: "Hãy xóa hoặc sửa các bản ghi đó trước."),
        remedies: entity == .mission ? [.close(mission: key)] : [])
    }
    var along: [(table: String, count: Int)] = []
    for reference in references where reference.goesAlong {
      let count = try rows(of: reference, referringTo: key, limit: 0).1
      if count > 0 { along.append((reference.table, count)) }
    }
    try registry.run("DELETE FROM \(name: entity.table) WHERE key = \(key)")
    return Removed(key: key, along: along)
  }

  private struct Reference {
    let table: String
    let column: String
    let goesAlong: Bool
    let hasKey: Bool
  }

  /// Every foreign key to a table, asked of the schema: a table that a later migration adds
  /// cannot be forgotten.
  private func references(to entity: RecordKind) throws(RegistryError) -> [Reference] {
    try registry.all(
      """
      SELECT s.name, f."from", f.on_delete = 'CASCADE',
        EXISTS (SELECT 1 FROM pragma_table_info(s.name) WHERE name = 'key')
      FROM sqlite_schema AS s, pragma_foreign_key_list(s.name) AS f
      WHERE s.type = 'table' AND f."table" = \(entity.table) AND f."to" = 'key'
      ORDER BY s.name, f."from"
      """
    ) { (row) throws(SQLiteError) in
      Reference(
        table: try row.get(0), column: try row.get(1), goesAlong: try row.get(2),
        hasKey: try row.get(3))
    }
  }

  private func rows(
    of reference: Reference, referringTo key: String, limit: Int
  ) throws(RegistryError) -> ([Sentence], Int) {
    let source: SQL =
      "FROM \(name: reference.table) WHERE \(name: reference.column) = \(key)"
    let count = try registry.value("SELECT count(*) " + source, as: Int.self) ?? 0
    guard count > 0, limit > 0 else { return ([], count) }
    let shown = SQL(name: reference.hasKey ? "key" : reference.column)
    let keys = try registry.column(
      "SELECT \(raw: shown) " + source + " ORDER BY 1 LIMIT \(limit)", as: String.self)
    let lines = try keys.map { (key) throws(RegistryError) -> Sentence in
      guard reference.table == "posting" else {
        let noun = RecordKind.noun(ofTable: reference.table)
        return Sentence("\(reference.table) \(key)", vi: "\(noun.vietnamese) \(key)")
      }
      let name = try change.lookup.name(of: .posting, key: key)
      return Sentence(
        "posting \(key)  \(name.english)", vi: "lần bổ nhiệm \(key)  \(name.vietnamese)")
    }
    return (lines, count)
  }
}
