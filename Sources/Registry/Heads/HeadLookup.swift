import SQLite

extension Lookup {
  /// The person whose name this is.
  ///
  /// - Returns: `nil` where the name is new.
  /// - Throws: where it may be somebody's and it is not sure whose.
  func person(called name: String) throws(RegistryError) -> String? {
    let candidates = try candidates(for: .person, named: name)
    if let only = candidates.first, candidates.count == 1 {
      let known = try self.name(of: .person, key: only).english
      if only == name || known == name || NameKey.sortKey(known) == NameKey.sortKey(name) {
        return only
      }
    }
    guard !candidates.isEmpty else { return nil }
    throw RegistryError(
      .unknownName,
      Sentence(
        "\(Registry.quoted(name)) may be somebody who is here already.",
        vi: "\(Registry.quoted(name)) có thể là người đã có trong sổ."),
      list: try lines(.person, keys: candidates.prefix(10)),
      remedies: [.tellPersonsApart])
  }

  /// The one posting of a person at a mission.
  ///
  /// - Returns: `nil` where there is none.
  /// - Throws: where there are several.
  func posting(of person: String, at mission: String) throws(RegistryError) -> String? {
    let keys = try registry.column(
      "SELECT key FROM posting WHERE person = \(person) AND mission = \(mission) ORDER BY key",
      as: String.self)
    guard keys.count > 1 else { return keys.first }
    throw RegistryError(
      .unknownName,
      Sentence(
        "\(person) was sent to \(mission) \(keys.count) times.",
        vi: "\(person) được cử tới \(mission) \(keys.count) lần."),
      list: keys.map { Sentence(same: $0) },
      hint: Sentence("Give the posting's key.", vi: "Hãy ghi mã của lần bổ nhiệm."))
  }

  /// The posting that somebody means by a posting's key, by a mission (its head), or by a
  /// person.
  ///
  /// - Parameter onlyOpen: only postings whose end is not recorded.
  /// - Throws: the candidates where several fit.
  package func posting(
    named name: String, onlyOpen: Bool = false
  ) throws(RegistryError) -> String {
    let wanted = try registry.entered(name, as: Sentence("head", vi: "người đứng đầu"))
    if let key = try exactKey(of: .posting, named: wanted) { return key }
    var missions: [String] = []
    var persons: [String] = []
    // A key is what it says; a name can be both a seat and a person.
    if let mission = try exactKey(of: .mission, named: wanted) { missions = [mission] }
    if let person = try exactKey(of: .person, named: wanted) { persons = [person] }
    if missions.isEmpty && persons.isEmpty {
      missions = try candidates(for: .mission, named: wanted)
      persons = try candidates(for: .person, named: wanted)
    }
    guard !missions.isEmpty || !persons.isEmpty else { throw try noHead(wanted) }
    var found: [String] = []
    for mission in missions { found += try postings(column: "mission", mission, onlyOpen) }
    for person in persons { found += try postings(column: "person", person, onlyOpen) }
    if Set(found).count == 1 { return found[0] }
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
      hint: Sentence("Give the posting's key.", vi: "Hãy ghi mã của lần bổ nhiệm."))
  }

  /// Postings of a mission or a person; those without an end alone where there are any, for
  /// "the head of London" is the one who is there.
  private func postings(
    column: String, _ key: String, _ onlyOpen: Bool
  ) throws(RegistryError) -> [String] {
    let column = SQL(name: column)
    let open = try registry.column(
      """
      SELECT p.key FROM posting AS p
      LEFT JOIN accreditation AS a ON a.posting = p.key AND a.is_resident
      WHERE p.\(raw: column) = \(key)
        AND p.ended IS NULL AND p.end_mark IS NULL AND p.nomination IS NULL
      ORDER BY a.began_earliest DESC LIMIT 20
      """, as: String.self)
    if !open.isEmpty || onlyOpen { return open }
    return try registry.column(
      "SELECT key FROM posting WHERE \(raw: column) = \(key) ORDER BY key LIMIT 20",
      as: String.self)
  }

  private func noHead(_ name: String) throws(RegistryError) -> RegistryError {
    var list: [Sentence] = []
    for entity in [RecordKind.mission, .person] {
      do { _ = try key(of: entity, named: name) } catch { list += error.list }
    }
    return RegistryError(
      .unknownName,
      Sentence(
        "No posting, mission or person is called \(Registry.quoted(name)).",
        vi: "Không có lần bổ nhiệm, cơ quan hay người nào tên là \(Registry.quoted(name))."),
      list: list,
      hint: list.isEmpty
        ? nil : Sentence("Is one of these meant?", vi: "Có phải ý bạn là một trong số này?"))
  }
}
