import SQLite

/// What is otherwise at a mission, a party or a person from a day on: the record has what is today,
/// and beside it stands what was otherwise before, until the day of each change.
extension Records {
  /// Since when, and by which document, something is otherwise.
  package struct Turn: Sendable {
    /// The first day, as typed.
    package let since: String
    package let document: String?
    package let note: String?

    package init(since: String, document: String? = nil, note: String? = nil) {
      self.since = since
      self.document = document
      self.note = note
    }
  }

  /// The same, understood.
  struct DatedTurn {
    let since: PartialDate
    let document: String?
    let note: String?
    /// The day by which it has come about, and the one before, on which it had not.
    let by: String
    let before: String
  }

  /// Records that facts of a record are otherwise from a day on; those before it keep what was.
  ///
  /// The day may lie before changes that are recorded already: what is given then holds until the
  /// next of them. A name that was made from the facts is made anew from the new ones.
  ///
  /// - Parameters:
  ///   - facts: as they are from then on.
  ///   - former: as they were until then, where the record has only what came after.
  /// - Returns: what is different, of missions named after a party too, each with its key.
  /// - Throws: where nothing would be different, or such a change is recorded for that day.
  package func change(
    _ kind: RecordKind, key: String, to facts: Facts, from former: Facts = Facts(), at turn: Turn
  ) throws(RegistryError) -> [(key: String, differences: [Difference])] {
    let turn = try dated(turn)
    var given = try values(of: facts, for: kind)
    if !former.isEmpty {
      let was = try values(of: former, for: kind)
      given = try putBack(kind, key: key, to: was, at: turn).merging(given) { $1 }
    }
    let called = try missionsCalled(after: key, kind, at: turn)
    let own =
      kind == .mission
      ? try self.turn(mission: key, given, at: turn)
      : try change(kind, key: key, to: given, at: turn)
    guard !own.isEmpty else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(key) was so before that day already.", vi: "\(key) trước ngày đó đã như vậy."),
        hint: Sentence(
          "What was otherwise until then can be given too.",
          vi: "Có thể ghi cả những gì khác trước đó."))
    }
    var all = [(key: key, differences: own)]
    for (mission, names) in try namesMadeAnew(of: called, on: turn.by, at: turn) {
      let differences = try change(.mission, key: mission, to: names, at: turn)
      if !differences.isEmpty { all.append((mission, differences)) }
    }
    return all
  }

  /// Puts the record as it was until a day, as if it had never been otherwise, with the names that
  /// were made from it: from there it turns to what it is.
  ///
  /// - Returns: what it is, in the facts given.
  private func putBack(
    _ kind: RecordKind, key: String, to was: [String: Value], at turn: DatedTurn
  ) throws(RegistryError) -> [String: Value] {
    let present = try state(of: kind, key: key, before: turn)
    var called = try missionsCalled(after: key, kind, at: turn)
    if kind == .mission, RecordKind.mission.nameColumns.allSatisfy({ was[$0] == nil }) {
      called = [(key, try madeNames(present, on: turn.before))]
    }
    try put(was, into: kind, key: key, at: turn)
    for (mission, names) in try namesMadeAnew(of: called, on: turn.before, at: turn) {
      try put(names, into: .mission, key: mission, at: turn)
    }
    return present.filter { was[$0.key] != nil }
  }

  /// Puts values where they hold on the day before: in the next change, else in the record.
  func put(
    _ values: [String: Value], into kind: RecordKind, key: String, at turn: DatedTurn
  ) throws(RegistryError) {
    for group in kind.turning {
      let own = values.filter { group.contains($0.key) }
      guard !own.isEmpty else { continue }
      if let next = try former(kind, key: key, group, behind: turn) {
        try updateFormer(
          kind, key: key, next.changed, keyed(next.values.merging(own) { $1 }, kind))
      } else {
        _ = try edit(kind, key: key, own, isCorrection: false)
      }
    }
  }

  /// - Throws: where the day is none, or has no end by which the change had come about.
  func dated(_ turn: Turn) throws(RegistryError) -> DatedTurn {
    let name = Sentence("first day", vi: "ngày đầu tiên")
    let since = try registry.enteredDate(turn.since, as: name)
    guard let by = since.latest,
      let before = try registry.value("SELECT date(\(by), '-1 day')", as: String?.self) ?? nil
    else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(name.english): \(Registry.quoted(turn.since)) does not say by when it was so.",
          vi:
            "\(name.vietnamese): \(Registry.quoted(turn.since)) không cho biết muộn nhất là khi nào."
        ),
        hint: Sentence(
          "Give a day, a month, a year, or two bounds: \"between 1989 and 1995\".",
          vi: "Hãy ghi ngày, tháng, năm, hoặc hai giới hạn: \"từ 1989 đến 1995\"."))
    }
    let document = try turn.document.map { name throws(RegistryError) in
      try change.lookup.key(of: .document, named: name)
    }
    return DatedTurn(
      since: since, document: document, note: turn.note, by: by, before: before)
  }

  /// The same for values as they entered; none of other records follow.
  func change(
    _ kind: RecordKind, key: String, to given: [String: Value], at turn: DatedTurn
  ) throws(RegistryError) -> [Difference] {
    var differences: [Difference] = []
    for group in kind.turning where group.contains(where: { given[$0] != nil }) {
      differences += try change(
        kind, key: key, group, to: given.filter { group.contains($0.key) }, at: turn)
    }
    return differences
  }

  private func change(
    _ kind: RecordKind, key: String, _ group: [String], to given: [String: Value],
    at turn: DatedTurn
  ) throws(RegistryError) -> [Difference] {
    let next = try former(kind, key: key, group, behind: turn)
    let before: [String: Value]
    if let next {
      before = next.values
    } else {
      before = try current(kind, key: key).filter { group.contains($0.key) }
    }
    let after = before.merging(given) { $1 }
    guard after != before else { return [] }
    let differing = after.filter { before[$0.key] != $0.value }
    let differences: [Difference]
    if let next {
      try updateFormer(kind, key: key, next.changed, keyed(after, kind))
      differences = try self.differences(in: kind, from: before, to: differing)
    } else {
      differences = try edit(kind, key: key, differing, isCorrection: false)
    }
    try keep(before, of: kind, key: key, group, at: turn)
    return differences
  }

  /// What a record was on the day before.
  func state(
    of kind: RecordKind, key: String, before turn: DatedTurn
  ) throws(RegistryError) -> [String: Value] {
    try registry.asking(about: turn.before) { () throws(RegistryError) in
      try current(kind, key: key)
    }
  }

  // MARK: What stands beside the record

  /// What was so until the next change behind that day; `nil` where none is recorded.
  private func former(
    _ kind: RecordKind, key: String, _ group: [String], behind turn: DatedTurn
  ) throws(RegistryError) -> (changed: String, values: [String: Value])? {
    try registry.first(
      """
      SELECT \(names: ["changed"] + group) FROM \(name: kind.formerTable)
      WHERE \(name: kind.table) = \(key) AND coalesce(changed_latest, '9999') > \(turn.by)
        AND coalesce(\(names: group), NULL) IS NOT NULL
      ORDER BY coalesce(changed_latest, '9999'), changed LIMIT 1
      """
    ) { (row) throws(SQLiteError) in
      var values: [String: Value] = [:]
      for (index, column) in group.enumerated() {
        values[column] = try row.get(index + 1, as: Value.self)
      }
      return (try row.get(0), values)
    }
  }

  /// Names with the keys that follow from them, where there are any.
  private func keyed(_ values: [String: Value], _ kind: RecordKind) -> [String: Value] {
    guard kind.nameColumns.contains(where: { values[$0] != nil }) else { return values }
    var keyed = values
    kind.derive(&keyed)
    return keyed
  }

  private func keep(
    _ before: [String: Value], of kind: RecordKind, key: String, _ group: [String],
    at turn: DatedTurn
  ) throws(RegistryError) {
    let table = kind.formerTable
    let changed = turn.since.description
    let isSaid = try registry.value(
      """
      SELECT coalesce(\(names: group), NULL) IS NOT NULL FROM \(name: table)
      WHERE \(name: kind.table) = \(key) AND changed = \(changed)
      """, as: Bool.self)
    var values = keyed(before, kind)
    if let document = turn.document { values["document"] = .text(document) }
    if let note = turn.note { values["note"] = .text(note) }
    switch isSaid {
    case nil:
      values[kind.table] = .text(key)
      values["changed"] = .text(changed)
      try insert(into: table, values)
    case false?: try updateFormer(kind, key: key, changed, values)
    case true?:
      let day = PageDate.words(changed)
      throw RegistryError(
        .rule,
        Sentence(
          "Such a change of \(key) is recorded for \(day.english) already.",
          vi: "Đã ghi một thay đổi như vậy của \(key) vào \(day.vietnamese)."),
        remedies: [.lookAtHistory(of: key)])
    }
  }

  private func updateFormer(
    _ kind: RecordKind, key: String, _ changed: String, _ values: [String: Value]
  ) throws(RegistryError) {
    try update(
      kind.formerTable, values, where: "\(name: kind.table) = \(key) AND changed = \(changed)")
  }
}
