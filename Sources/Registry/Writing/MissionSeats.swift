import SQLite

/// The seats of missions, one after the other: mission has that of today.
extension Records {
  /// Records that a mission has its seat in another city from a day on.
  ///
  /// - Parameters:
  ///   - seat: the city, by its name, or by the key of its place.
  ///   - former: the city where it was until then, where what is recorded is the later one.
  /// - Returns: what is different in the mission: its seat, and names that were made from it.
  /// - Throws: where it was there already.
  package func move(
    mission key: String, to seat: String, from former: String? = nil, at turn: Turn
  ) throws(RegistryError) -> [Difference] {
    let turn = try dated(turn)
    let label = RecordKind.mission.label(of: "seat")
    let name = try registry.entered(seat, as: label)
    let present = try state(of: .mission, key: key, before: turn)
    var before = present
    if let former { before["seat"] = .text(try registry.entered(former, as: label)) }
    guard before["seat"]?.words != name else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(key) has its seat in \(name) already.", vi: "\(key) đã có trụ sở tại \(name)."))
    }
    var after = before
    after["seat"] = .text(name)
    let names = try names(of: key, present, before, after, at: turn)
    let isLast = try keepSeats(of: key, before["seat"]?.words, name, at: turn)
    var differences: [Difference] = []
    if isLast {
      differences = try edit(
        .mission, key: key, ["seat": after["seat"] ?? .null, "seat_is_inferred": .integer(0)]
      ).filter { $0.column == "seat" }
    }
    return differences + (try change(.mission, key: key, to: names, at: turn))
  }

  /// The names of a consular post, which has them from its seat: those of the day before are put
  /// right, those from then on are returned.
  private func names(
    of key: String, _ present: [String: Value], _ before: [String: Value], _ after: [String: Value],
    at turn: DatedTurn
  ) throws(RegistryError) -> [String: Value] {
    let made = try madeNames(present, on: turn.before)
    let isMade = { (column: String) in present[column] == made[column] }
    let was = try madeNames(before, on: turn.before).filter { isMade($0.key) }
    try put(was.filter { present[$0.key] != $0.value }, into: .mission, key: key, at: turn)
    return try madeNames(after, on: turn.by).filter { isMade($0.key) }
  }

  /// Ends the seat that the mission has until then, and begins the other one, before the next.
  ///
  /// - Returns: whether no later one is recorded.
  private func keepSeats(
    of mission: String, _ former: String?, _ seat: String, at turn: DatedTurn
  ) throws(RegistryError) -> Bool {
    let next = try registry.value(
      """
      SELECT since FROM mission_seat
      WHERE mission = \(mission) AND coalesce(since_latest, since_earliest) > \(turn.by)
      ORDER BY coalesce(since_latest, since_earliest) LIMIT 1
      """, as: String.self)
    let staying = try registry.first(
      """
      SELECT key, until FROM mission_seat
      WHERE mission = \(mission) AND coalesce(since_latest, since_earliest, '0000') <= \(turn.before)
        AND coalesce(until_latest, '9999') > \(turn.before)
      ORDER BY coalesce(since_latest, '0000'), key LIMIT 1
      """
    ) { (row) throws(SQLiteError) in
      (key: try row.get(0, as: String.self), until: try row.get(1, as: String?.self))
    }
    let place = try place(called: seat)
    let formerPlace = try former.map { name throws(RegistryError) in try self.place(called: name) }
    let day: Value = .text(turn.since.description)
    if let staying {
      // What is recorded is the later one, or somewhere else altogether: then it was wrong.
      var left: [String: Value] = ["until": day]
      if let formerPlace { left["place"] = .text(formerPlace) }
      try update("mission_seat", key: staying.key, left)
    } else if let formerPlace {
      try insertSeat(of: mission, in: formerPlace, ["until": day])
    }
    let until = next ?? staying?.until
    var values = ["since": day, "until": until.sqliteValue]
    values["document"] = turn.document.sqliteValue
    values["note"] = turn.note.sqliteValue
    try insertSeat(of: mission, in: place, values)
    return until == nil
  }

  private func insertSeat(
    of mission: String, in place: String, _ given: [String: Value]
  ) throws(RegistryError) {
    var values = given
    values["key"] = .text(try free("\(mission)-\(place)", in: "mission_seat"))
    values["mission"] = .text(mission)
    values["place"] = .text(place)
    values["entered_in"] = .integer(Int64(change.number))
    try insert(into: "mission_seat", values)
  }

  /// The key of a place of this name; a new one where there is none.
  private func place(called name: String) throws(RegistryError) -> String {
    let known = try registry.value(
      """
      SELECT key FROM place WHERE key = \(name) OR name_en = \(name) OR name_vi = \(name)
      ORDER BY key LIMIT 1
      """, as: String.self)
    if let known { return known }
    let key = try free(Key.from(name) ?? "place", in: "place")
    try insert(
      into: "place",
      ["key": .text(key), "name_en": .text(name), "entered_in": .integer(Int64(change.number))])
    return key
  }
}
