import SQLite

/// Finds the record that somebody means.
package struct Lookup {
  package let registry: Registry

  package init(registry: Registry) { self.registry = registry }

  private var connection: Connection { registry.connection }

  /// The key of the record called `name`: by its key, an identifier or old key, or a name that
  /// fits exactly one, with or without marks and tones.
  ///
  /// - Throws: the nearest keys where nothing fits; the candidates where several do.
  package func key(of entity: RecordKind, named name: String) throws(RegistryError) -> String {
    let wanted = try registry.entered(name, as: entity.noun)
    let found = try candidates(for: entity, named: wanted)
    switch found.count {
    case 1:
      if !entity.codes.isEmpty, found[0] == wanted { try echo(entity, found[0]) }
      return found[0]
    case 0: throw try unknown(entity, wanted)
    default:
      throw RegistryError(
        .unknownName,
        Sentence(
          "\(Registry.quoted(wanted)) fits \(found.count) records.",
          vi: "\(Registry.quoted(wanted)) khớp với \(found.count) bản ghi."),
        list: try lines(entity, keys: found.prefix(10)),
        hint: Sentence("Give the key.", vi: "Hãy ghi rõ mã."))
    }
  }

  /// A key of two or three letters is easily taken for another country's name: `my` is Malaysia,
  /// My the United States.
  private func echo(_ entity: RecordKind, _ key: String) throws(RegistryError) {
    guard key.utf8.count < 4 else { return }
    let name = try self.name(of: entity, key: key)
    let words = Sentence("\(key): \(name.english).", vi: "\(key): \(name.vietnamese).")
    if !registry.echoes.contains(words) { registry.echoes.append(words) }
  }

  /// Every key that `name` can mean.
  ///
  /// A key as it is written is what it says, and so is an identifier or an old key. Names go before
  /// codes: "Nga" is Russia, whatever NGA stands for. A code counts in capitals; where a name fits
  /// another record than the code, both are meant.
  package func candidates(for entity: RecordKind, named name: String) throws(RegistryError)
    -> [String]
  {
    if let key = try exactKey(of: entity, named: name) { return [key] }
    return try registry.storage { () throws(SQLiteError) in
      if entity.hasIdentifiers {
        let table: SQL = "\(name: entity.table + "_identifier")"
        let byIdentifier = try connection.column(
          """
          SELECT DISTINCT \(name: entity.table) FROM \(raw: table) WHERE identifier = \(name)
          """, as: String.self)
        if !byIdentifier.isEmpty { return byIdentifier }
      }
      var found = try called(name, entity)
      if !entity.codes.isEmpty {
        for key in try coded(name, entity) where !found.contains(key) { found.append(key) }
      }
      return found
    }
  }

  /// The key itself, where it is one: as it is written, in lower case; codes of our own are also
  /// known with underscores.
  func exactKey(of entity: RecordKind, named name: String) throws(RegistryError) -> String? {
    // A valid key has no underscore: one of the two can be a key at the most.
    let key = Key.hyphenated(name)
    guard Key.isValid(key) else { return nil }
    return try registry.value(
      "SELECT key FROM \(name: entity.table) WHERE key = \(key)", as: String.self)
  }

  /// Records by their ISO code.
  private func coded(_ name: String, _ entity: RecordKind) throws(SQLiteError) -> [String] {
    guard (2...3).contains(name.utf8.count),
      name.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    else { return [] }
    return try connection.column(
      """
      SELECT key FROM \(name: entity.table) WHERE \(name) IN (\(names: entity.codes)) ORDER BY key
      """, as: String.self)
  }

  /// Records by their names; those of the best level of matching only.
  private func called(_ name: String, _ entity: RecordKind) throws(SQLiteError) -> [String] {
    if entity.isSearchable {
      try registry.requireNames()
      let byName = try searchable(entity, named: name)
      guard byName.isEmpty, let second = entity.secondName else { return byName }
      return try connection.column(
        """
        SELECT key FROM \(name: entity.table)
        WHERE name_fold(\(name: second)) = \(NameKey.searchKey(name)) ORDER BY key
        """, as: String.self)
    }
    let columns = entity.nameColumns
    guard !columns.isEmpty else { return [] }
    let folded = NameKey.searchKey(name)
    var found: [String] = []
    for column in columns {
      let keys = try connection.column(
        """
        SELECT key FROM \(name: entity.table) WHERE name_fold(\(name: column)) = \(folded)
        ORDER BY key
        """, as: String.self)
      for key in keys where !found.contains(key) { found.append(key) }
    }
    return found
  }

  private func searchable(_ entity: RecordKind, named name: String) throws(SQLiteError) -> [String]
  {
    let folded = NameKey.searchKey(name)
    guard !folded.isEmpty else { return [] }
    let matches = try connection.all(
      """
      SELECT DISTINCT key, name FROM searchable_name
      WHERE search_key = \(folded) AND subject = \(entity.table)
      LIMIT 1000
      """
    ) { (row) throws(SQLiteError) in
      (try row.get(0, as: String.self), try row.get(1, as: String.self))
    }
    let toned = NameKey.sortKey(name)
    for level: (String) -> Bool in [
      { TextEntry.normalized($0) == name }, { NameKey.sortKey($0) == toned }, { _ in true },
    ] {
      var keys: [String] = []
      for (key, name) in matches where level(name) && !keys.contains(key) { keys.append(key) }
      if !keys.isEmpty { return keys }
    }
    return []
  }

  private func unknown(_ entity: RecordKind, _ name: String) throws(RegistryError) -> RegistryError
  {
    let near = try nearest(entity, to: name)
    let noun = entity.noun
    return RegistryError(
      .unknownName,
      Sentence(
        "There is no \(noun.english) \(Registry.quoted(name)).",
        vi: "Không có \(noun.vietnamese) \(Registry.quoted(name))."),
      list: try lines(entity, keys: near[...]),
      hint: near.isEmpty
        ? nil : Sentence("Is one of these meant?", vi: "Có phải ý bạn là một trong số này?"))
  }

  /// Keys near to what was typed, by spelling first, then those of records with a word of it.
  private func nearest(_ entity: RecordKind, to name: String) throws(RegistryError) -> [String] {
    try registry.storage { () throws(SQLiteError) in
      // A million keys are too many to compare: those that begin alike are enough.
      let start = Key.from(name).map { String($0.prefix(1)) } ?? ""
      let keys = try connection.column(
        """
        SELECT key FROM \(raw: SQL(name: entity.table))
        WHERE key >= \(start) AND key < \(start + "~") LIMIT 20000
        """, as: String.self)
      var found = Nearest.matches(to: name, among: keys)
      if entity.isSearchable { try registry.requireNames() }
      if entity.isSearchable, let match = Search.expression(for: name, joining: "OR") {
        found += try connection.column(
          """
          SELECT n.key FROM name_index AS i JOIN searchable_name AS n ON n.id = i.rowid
          WHERE i.name_index MATCH \(match) AND n.subject = \(entity.table)
          ORDER BY i.rank LIMIT 20
          """, as: String.self)
      }
      var different: [String] = []
      for key in found where !different.contains(key) { different.append(key) }
      return Array(different.prefix(3))
    }
  }

  /// Keys with the names they stand for, to choose from.
  package func lines(
    _ entity: RecordKind, keys: ArraySlice<String>
  ) throws(RegistryError) -> [Sentence] {
    try keys.map { (key) throws(RegistryError) in
      let name = try self.name(of: entity, key: key)
      return Sentence(
        name.english == key ? key : "\(key)  \(name.english)",
        vi: name.vietnamese == key ? key : "\(key)  \(name.vietnamese)")
    }
  }

  /// How a record is called: its name in the registry, else its key.
  package func name(of entity: RecordKind, key: String) throws(RegistryError) -> Sentence {
    let columns = entity.nameColumns + ["key"]
    // coalesce takes two or more.
    let english = columns.map { SQL(name: $0) }.joined(separator: ", ")
    let vietnamese =
      columns.contains("name_vi")
      ? ["name_vi", "name_en", "key"].map { SQL(name: $0) }.joined(separator: ", ") : english
    let select =
      entity.naming?(key)
        ?? """
        SELECT coalesce(\(raw: english), NULL), coalesce(\(raw: vietnamese), NULL)
        FROM \(name: entity.table) WHERE key = \(key)
        """
    let name = try registry.first(select) { (row) throws(SQLiteError) in
      Sentence(try row.get(0, as: String.self), vi: try row.get(1, as: String.self))
    }
    return name ?? Sentence(same: key)
  }
}

extension Registry {
  /// What each code of a list is called.
  ///
  /// - Parameter list: the table and the column that hold such codes.
  func codes(of list: String) throws(RegistryError) -> [String: Sentence] {
    let labels = try all(
      "SELECT code, name_en, name_vi FROM code_label WHERE list = \(list)"
    ) { (row) throws(SQLiteError) in
      (
        code: try row.get(0, as: String.self),
        name: Sentence(try row.get(1, as: String.self), vi: try row.get(2, as: String.self))
      )
    }
    return Dictionary(labels.map { ($0.code, $0.name) }) { first, _ in first }
  }
}
