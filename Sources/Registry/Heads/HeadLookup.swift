import SQLite

extension Lookup {
  /// The posting that somebody means by a posting's key, by a mission (its head), or by a
  /// person.
  ///
  /// - Parameter onlyOpen: only postings whose end is not recorded.
  /// - Throws: the candidates where several fit.
  package func posting(
    named name: String, onlyOpen: Bool = false
  ) throws(RegistryError) -> String {
    let wanted = try registry.entered(name, as: Sentence("head", vi: "người đứng đầu"))
    let connection = registry.connection
    let exact = try registry.storage { () throws(SQLiteError) in
      try connection.column(
        "SELECT key FROM posting WHERE key = \(wanted.lowercased())", as: String.self)
    }
    if let key = exact.first { return key }
    let missions = try candidates(for: .mission, named: wanted)
    let persons = missions.isEmpty ? try candidates(for: .person, named: wanted) : []
    guard !missions.isEmpty || !persons.isEmpty else { throw try noHead(wanted) }
    var found: [String] = []
    for mission in missions { found += try postings(column: "mission", mission, onlyOpen) }
    for person in persons { found += try postings(column: "person", person, onlyOpen) }
    if found.count == 1 { return found[0] }
    guard !found.isEmpty else {
      throw RegistryError(
        .unknownName,
        Sentence(
          onlyOpen
            ? "\(Registry.quoted(wanted)) has no head without a recorded end."
            : "\(Registry.quoted(wanted)) has no posting.",
          vi: onlyOpen
            ? "\(Registry.quoted(wanted)) không có người đứng đầu nào chưa ghi ngày kết thúc."
            : "\(Registry.quoted(wanted)) không có lần bổ nhiệm nào."))
    }
    throw RegistryError(
      .unknownName,
      Sentence(
        "\(Registry.quoted(wanted)) has \(found.count) postings.",
        vi: "\(Registry.quoted(wanted)) có \(found.count) lần bổ nhiệm."),
      list: try lines(.posting, keys: found.prefix(10)),
      hint: Sentence("Give the posting's key.", vi: "Hãy ghi khóa của lần bổ nhiệm."))
  }

  /// Postings of a mission or a person; those without an end alone where there are any, for
  /// "the head of London" is the one who is there.
  private func postings(
    column: String, _ key: String, _ onlyOpen: Bool
  ) throws(RegistryError) -> [String] {
    let connection = registry.connection
    let column = SQL(unchecked: column)
    let open = try registry.storage { () throws(SQLiteError) in
      try connection.column(
        """
        SELECT p.key FROM posting AS p
        LEFT JOIN accreditation AS a ON a.posting = p.key AND a.is_resident
        WHERE p.\(raw: column) = \(key)
          AND p.ended IS NULL AND p.end_mark IS NULL AND p.nomination IS NULL
        ORDER BY a.began_earliest DESC LIMIT 20
        """, as: String.self)
    }
    if !open.isEmpty || onlyOpen { return open }
    return try registry.storage { () throws(SQLiteError) in
      try connection.column(
        "SELECT key FROM posting WHERE \(raw: column) = \(key) ORDER BY key LIMIT 20",
        as: String.self)
    }
  }

  private func noHead(_ name: String) throws(RegistryError) -> RegistryError {
    var list: [Sentence] = []
    for entity in [Entity.mission, .person] {
      do { _ = try key(of: entity, named: name) } catch { list += error.list }
    }
    return RegistryError(
      .unknownName,
      Sentence(
        "No posting, mission or person is called \(Registry.quoted(name)).",
        vi: "Không có lần bổ nhiệm, cơ quan hay nhân vật nào tên là \(Registry.quoted(name))."),
      list: list,
      hint: list.isEmpty
        ? nil : Sentence("Is one of these meant?", vi: "Có phải ý bạn là một trong số này?"))
  }
}
