import SQLite

/// What happens to missions: they get another kind, another receiver, another seat, are called after
/// a party that is called otherwise, and are opened again.
extension Records {
  /// The mission's own turn, with its names where they were made from the facts, and the heads who
  /// are accredited to another receiver from then on.
  func turn(
    mission key: String, _ given: [String: Value], at turn: DatedTurn
  ) throws(RegistryError) -> [Difference] {
    let before = try state(of: .mission, key: key, before: turn)
    var values = given
    if RecordKind.mission.nameColumns.allSatisfy({ given[$0] == nil }) {
      let made = try madeNames(before, on: turn.before)
      let anew = try madeNames(before.merging(given) { $1 }, on: turn.by)
      for (column, name) in anew where before[column] == made[column] { values[column] = name }
    }
    let differences = try change(.mission, key: key, to: values, at: turn)
    if let old = before["receiver"]?.words, let new = given["receiver"]?.words, old != new {
      try takeAccreditationsAlong(of: key, from: old, to: new, since: turn.since.earliest)
    }
    return differences
  }

  /// Puts the resident heads of a mission towards another receiver, as the mission itself.
  ///
  /// - Parameter since: only those not known to have left by then; `nil`: all, for a correction.
  /// - Throws: where one of them is accredited there already.
  func takeAccreditationsAlong(
    of mission: String, from old: String, to new: String, since: String?
  ) throws(RegistryError) {
    let stayed: SQL = since.map { "AND s.ended_until >= \($0)" } ?? ""
    let going: SQL = """
      SELECT a.key FROM service AS s JOIN accreditation AS a ON a.key = s.accreditation
      WHERE s.mission = \(mission) AND s.is_resident AND a.receiver = \(old) \(raw: stayed)
      """
    let hindered = try registry.value(
      """
      SELECT b.posting FROM accreditation AS b
      WHERE b.receiver = \(new) AND b.posting IN (
        SELECT posting FROM accreditation WHERE key IN (\(raw: going))
      ) LIMIT 1
      """, as: String.self)
    if let hindered {
      throw RegistryError(
        .rule,
        Sentence(
          "\(hindered) is accredited to \(new) already, beside \(old).",
          vi: "\(hindered) đã được ủy nhiệm tại \(new), ngoài \(old)."),
        hint: Sentence(
          "Take that accreditation back first: the resident one would go there too.",
          vi: "Hãy gỡ lần ủy nhiệm đó trước: lần ủy nhiệm thường trú cũng sẽ chuyển tới đó."))
    }
    try registry.run("UPDATE accreditation SET receiver = \(new) WHERE key IN (\(raw: going))")
  }

  // MARK: Made names

  /// What a mission would be called for its kind, its sender and its place, by their names of a day.
  func madeNames(
    _ values: [String: Value], on day: String
  ) throws(RegistryError) -> [String: Value] {
    var facts = values
    for column in RecordKind.mission.nameColumns { facts[column] = nil }
    guard let question = RecordKind.missionNames(facts) else { return [:] }
    var made: [String: Value] = [:]
    try registry.asking(about: day) { () throws(RegistryError) in try take(question, into: &made) }
    return made
  }

  /// A mission, and the names that are made for it.
  typealias Called = (mission: String, names: [String: Value])

  /// The missions that a party sends or receives on the day before, each with the names that are made
  /// for it then; none of what is no party.
  func missionsCalled(
    after party: String, _ kind: RecordKind, at turn: DatedTurn
  ) throws(RegistryError) -> [Called] {
    guard kind == .party else { return [] }
    return try registry.asking(about: turn.before) { () throws(RegistryError) in
      let missions = try registry.column(
        """
        SELECT key FROM mission
        WHERE (receiver = \(party) OR sender = \(party))
          AND coalesce(closed_latest, '9999') >= \(turn.by)
        ORDER BY key
        """, as: String.self)
      return try missions.map { mission throws(RegistryError) in
        (mission, try madeNames(current(.mission, key: mission), on: turn.before))
      }
    }
  }

  /// The names of missions made anew, by the names of a day, in each language in which the mission had
  /// the one made before.
  func namesMadeAnew(
    of called: [Called], on day: String, at turn: DatedTurn
  ) throws(RegistryError) -> [Called] {
    let states = try registry.asking(about: turn.before) { () throws(RegistryError) in
      try called.map { called throws(RegistryError) in
        try current(.mission, key: called.mission)
      }
    }
    return try registry.asking(about: day) { () throws(RegistryError) in
      try zip(called, states).map { (called, before) throws(RegistryError) in
        let anew = try madeNames(before, on: day)
        return (called.mission, anew.filter { before[$0.key] == called.names[$0.key] })
      }
    }
  }

  // MARK: Closing and reopening

  /// Records that a mission is open again; the time in which it was closed is kept.
  ///
  /// - Parameter closed: the day of a closing that is not recorded, as typed; `nil`: the one that is.
  /// - Throws: where no closing of it is recorded, or the day lies before it.
  package func reopen(
    mission key: String, closed: String? = nil, at turn: Turn
  ) throws(RegistryError) {
    let turn = try dated(turn)
    var values: [String: Value] = [
      "mission": .text(key), "reopened": .text(turn.since.description),
    ]
    if let closed {
      let label = RecordKind.mission.label(of: "closed")
      values["closed"] = .text(try registry.enteredDate(closed, as: label).description)
    } else {
      values.merge(try takeClosing(of: key)) { $1 }
    }
    if let document = turn.document { values["reopening_document"] = .text(document) }
    if let note = turn.note { values["note"] = .text(note) }
    try insert(into: "mission_closure", values)
  }

  /// The closing that lasted until now, away from the mission.
  private func takeClosing(of key: String) throws(RegistryError) -> [String: Value] {
    let closing = try registry.first(
      "SELECT closed, closing_document FROM mission WHERE key = \(key) AND closed IS NOT NULL"
    ) { (row) throws(SQLiteError) in
      [
        "closed": try row.get(0, as: Value.self),
        "closing_document": try row.get(1, as: Value.self),
      ]
    }
    guard let closing else {
      throw RegistryError(
        .rule,
        Sentence(
          "No closing of \(key) is recorded.", vi: "Chưa ghi việc đóng cửa của \(key)."),
        remedies: [.close(mission: key)])
    }
    _ = try edit(.mission, key: key, ["closed": .null, "closing_document": .null])
    return closing
  }
}
