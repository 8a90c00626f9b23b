import SQLite

/// Where facts come from: the same words are the same source, whichever way they come.
extension Records {
  /// The source that these words mean: by its key, its address or its title; words that are new
  /// become one.
  ///
  /// - Throws: the candidates where several sources have this title.
  func source(of words: String) throws(RegistryError) -> String {
    let words = try registry.entered(words, as: RecordKind.source.noun)
    if let key = try change.lookup.exactKey(of: .source, named: words) { return key }
    if let known = try change.lookup.known(.source, by: words, or: words) { return known }
    var facts = Facts()
    facts.set("title", words)
    return try add(.source, facts)
  }

  /// Cites sources for one record, each as ``source(of:)`` takes it; what is cited already stays
  /// cited once.
  package func cite(
    _ sources: [String], for entity: RecordKind, key: String
  ) throws(RegistryError) {
    for given in sources {
      let source = try source(of: given)
      // By what it says and not by its key: keys are cut where they are long.
      let isCited = try registry.storage { () throws(SQLiteError) in
        try connection.value(
          """
          SELECT 1 FROM citation WHERE \(name: entity.name) = \(key) AND source = \(source)
            AND field IS NULL AND says IS NULL AND record IS NULL
          """, as: Int.self) != nil
      }
      guard !isCited else { continue }
      var facts = Facts()
      facts.set("source", source)
      facts.set(entity.name, key)
      try add(.citation, facts)
    }
  }

  /// The record that is there already where one comes without its key, by what it says.
  ///
  /// People and postings are known again only where a table is taken in: a person who is added may
  /// be another one of the same name.
  func recognised(
    _ values: [String: Value], as entity: RecordKind
  ) throws(RegistryError) -> String? {
    switch entity.recognition {
    case .byKey, .byName, .byPersonAndMission: return nil
    case .byWords(let first, let second):
      return try change.lookup.known(entity, by: values[first]?.words, or: values[second]?.words)
    case .byAll(let columns):
      // An index of what is filled serves `=` alone.
      let conditions = columns.map { column -> SQL in
        guard let value = values[column], value != .null else { return "\(name: column) IS NULL" }
        return "\(name: column) = \(value)"
      }
      return try registry.storage { () throws(SQLiteError) in
        try connection.value(
          """
          SELECT key FROM \(name: entity.table)
          WHERE \(raw: conditions.joined(separator: " AND "))
          """, as: String.self)
      }
    }
  }
}

extension Lookup {
  /// The record whose words these are: by the first column, else by the second where the first
  /// one does not say something else.
  ///
  /// - Throws: the candidates where several have the second.
  func known(
    _ entity: RecordKind, by first: String?, or second: String?
  ) throws(RegistryError) -> String? {
    guard case .byWords(let certain, let other) = entity.recognition else { return nil }
    // Words that stand for either are one text.
    let isEither = first == second
    let (exact, alike) = try registry.storage { () throws(SQLiteError) in
      (
        try registry.connection.value(
          "SELECT key FROM \(name: entity.table) WHERE \(name: certain) = \(first)",
          as: String.self),
        try registry.connection.column(
          """
          SELECT key FROM \(name: entity.table)
          WHERE \(name: other) = \(second)
            AND (\(isEither) OR \(name: certain) IS NULL OR \(first) IS NULL)
          ORDER BY key LIMIT 20
          """, as: String.self)
      )
    }
    if let exact { return exact }
    guard alike.count > 1 else { return alike.first }
    throw RegistryError(
      .unknownName,
      Sentence(
        "\(Registry.quoted(second ?? "")) fits \(alike.count) records.",
        vi: "\(Registry.quoted(second ?? "")) khớp với \(alike.count) bản ghi."),
      list: try lines(entity, keys: alike[...]),
      hint: Sentence("Give the key.", vi: "Hãy ghi rõ mã."))
  }
}
