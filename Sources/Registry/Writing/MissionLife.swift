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
      let made = try madeNames(before)
      let anew = try madeNames(before.merging(given) { $1 })
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

  /// What a mission would be called for its kind, its sender and its place.
  func madeNames(_ values: [String: Value]) throws(RegistryError) -> [String: Value] {
    var facts = values
    for column in RecordKind.mission.nameColumns { facts[column] = nil }
    guard let question = RecordKind.missionNames(facts) else { return [:] }
    var made: [String: Value] = [:]
    try take(question, into: &made)
    return made
  }

  /// The missions that are called after a party, by the names made for them; none where a later
  /// change of its names is recorded: they are called after that one.
  func missionsCalled(
    after party: String, at turn: DatedTurn
  ) throws(RegistryError) -> [(mission: String, made: [String: Value])] {
    let isLast = try registry.value(
      """
      SELECT NOT EXISTS (
        SELECT 1 FROM party_former
        WHERE party = \(party) AND coalesce(changed_latest, '9999') > \(turn.by)
      )
      """, as: Bool.self)
    guard isLast == true else { return [] }
    let missions = try registry.column(
      """
      SELECT key FROM mission
      WHERE (receiver = \(party) OR sender = \(party))
        AND coalesce(closed_latest, '9999') >= \(turn.by)
      ORDER BY key
      """, as: String.self)
    return try missions.map { mission throws(RegistryError) in
      (mission, try madeNames(state(of: .mission, key: mission, before: turn)))
    }
  }

  /// The names of a mission made anew, in each language in which it had the one made before.
  func namesMadeAnew(
    of mission: String, _ made: [String: Value], at turn: DatedTurn
  ) throws(RegistryError) -> [String: Value] {
    let before = try state(of: .mission, key: mission, before: turn)
    let anew = try madeNames(before)
    return anew.filter { before[$0.key] == made[$0.key] }
  }

  // MARK: Seats

  /// Records that a mission has its seat in another city from a day on.
  ///
  /// - Parameters:
  ///   - seat: the city, by its name, or by the key of its place.
  ///   - former: the city where it was until then, where the mission has only the later one.
  /// - Throws: where it is there already.
  package func move(
    mission key: String, to seat: String, from former: String? = nil, at turn: Turn
  ) throws(RegistryError) -> [Difference] {
    let turn = try dated(turn)
    if let former {
      let seat = try registry.entered(former, as: RecordKind.mission.label(of: "seat"))
      let state = try current(.mission, key: key)
      let made = try madeNames(state)
      _ = try edit(.mission, key: key, ["seat": .text(seat), "seat_is_inferred": .integer(0)])
      try put(
        try namesMadeAnew(of: key, made, at: turn), into: .mission, key: key, at: turn)
    }
    let name = try registry.entered(seat, as: RecordKind.mission.label(of: "seat"))
    let state = try current(.mission, key: key)
    let next = try registry.first(
      """
      SELECT since FROM mission_seat
      WHERE mission = \(key) AND coalesce(since_latest, since_earliest) > \(turn.by)
      ORDER BY since_latest LIMIT 1
      """
    ) { (row) throws(SQLiteError) in try row.get(0, as: String.self) }
    try leaveSeat(of: key, state["seat"]?.words, next, at: turn)
    let place = try place(called: name)
    var values: [String: Value] = [
      "key": .text(try freeSeat("\(key)-\(place)")), "mission": .text(key),
      "place": .text(place), "since": .text(turn.since.description),
      "entered_in": .integer(Int64(change.number)),
    ]
    if let next { values["until"] = .text(next) }
    if let document = turn.document { values["document"] = .text(document) }
    if let note = turn.note { values["note"] = .text(note) }
    try insert(into: "mission_seat", values)
    guard next == nil else { return [] }
    return try takeSeat(name, of: key, state, at: turn)
  }

  /// The seat of today, with the names of a consular post, which has them from it.
  private func takeSeat(
    _ name: String, of key: String, _ state: [String: Value], at turn: DatedTurn
  ) throws(RegistryError) -> [Difference] {
    guard state["seat"]?.words != name else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(key) has its seat in \(name) already.", vi: "\(key) đã có trụ sở tại \(name)."))
    }
    let made = try madeNames(state)
    let moved = try edit(
      .mission, key: key, ["seat": .text(name), "seat_is_inferred": .integer(0)])
    let names = try namesMadeAnew(of: key, made, at: turn)
    return moved.filter { $0.column == "seat" }
      + (try change(.mission, key: key, to: names, at: turn))
  }

  /// Ends the seats that a mission has until then; of one that is known by the mission alone a
  /// record is made.
  private func leaveSeat(
    of mission: String, _ seat: String?, _ next: String?, at turn: DatedTurn
  ) throws(RegistryError) {
    let until = turn.since.description
    try registry.run(
      """
      UPDATE mission_seat SET until = \(until)
      WHERE mission = \(mission) AND coalesce(since_latest, '0000') <= \(turn.by)
        AND coalesce(until_latest, '9999') > \(turn.by)
      """)
    let hasSeats = try registry.value(
      "SELECT EXISTS (SELECT 1 FROM mission_seat WHERE mission = \(mission))", as: Bool.self)
    guard hasSeats != true, let seat else { return }
    let place = try place(called: seat)
    try insert(
      into: "mission_seat",
      [
        "key": .text(try freeSeat("\(mission)-\(place)")), "mission": .text(mission),
        "place": .text(place), "until": .text(until),
        "entered_in": .integer(Int64(change.number)),
      ])
  }

  private func freeSeat(_ base: String) throws(RegistryError) -> String {
    var number = 1
    while try registry.value(
      "SELECT 1 FROM mission_seat WHERE key = \(Key.numbered(base, number))", as: Int.self) != nil
    {
      number += 1
    }
    return Key.numbered(base, number)
  }

  /// The key of a place of this name; a new one where there is none.
  private func place(called name: String) throws(RegistryError) -> String {
    let known = try registry.value(
      """
      SELECT key FROM place WHERE key = \(name) OR name_en = \(name) OR name_vi = \(name)
      ORDER BY key LIMIT 1
      """, as: String.self)
    if let known { return known }
    let base = Key.from(name) ?? "place"
    var number = 1
    while try registry.value(
      "SELECT 1 FROM place WHERE key = \(Key.numbered(base, number))", as: Int.self) != nil
    {
      number += 1
    }
    let key = Key.numbered(base, number)
    try insert(
      into: "place",
      ["key": .text(key), "name_en": .text(name), "entered_in": .integer(Int64(change.number))])
    return key
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
