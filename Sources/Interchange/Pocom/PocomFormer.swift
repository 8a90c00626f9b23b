import Registry
import SQLite

/// What missions were before: no file of the sources says it by itself, titles, territories and posts
/// show it together.
extension PocomStore {
  func storeFormer(_ sources: PocomImport.Sources) throws(RegistryError) {
    try raiseLegations(sources.missions)
    try nameAfterFormerStates(sources)
    try seatMissions(sources.missions)
  }

  /// A mission whose heads are ambassadors is an embassy; where ministers headed it before the first
  /// of them, it was a legation until then.
  private func raiseLegations(_ missions: [PocomMission]) throws(RegistryError) {
    let registry = change.registry
    for mission in missions where !mission.isAtOrganization {
      let key = key(from: mission.id)
      let headed: SQL = """
        FROM accreditation AS a
        JOIN posting AS p ON p.key = a.posting
        WHERE a.mission = \(key) AND a.is_resident AND p.nomination IS NULL
        """
      let first = try registry.value(
        """
        SELECT coalesce(a.began, a.appointed) \(raw: headed) AND p.title = 'ambassador'
          AND coalesce(a.began, a.appointed) IS NOT NULL
        ORDER BY coalesce(a.began_latest, a.appointed_latest) LIMIT 1
        """, as: String.self)
      let hadMinister = try registry.value(
        """
        SELECT EXISTS (
          SELECT 1 \(raw: headed) AND p.title IN (\(raw: Self.titlesOfLegations))
            AND (\(first) IS NULL OR coalesce(a.began, a.appointed, p.ended) < \(first))
        )
        """, as: Bool.self)
      guard let first else {
        if hadMinister == true { try setKind("legation", of: key) }
        continue
      }
      try setKind("embassy", of: key)
      if hadMinister == true {
        try put(
          "mission_former", key: ["mission", "changed"],
          ["mission": .text(key), "changed": .text(first), "kind": .text("legation")],
          keepsItsChange: false)
      }
    }
  }

  private static let titlesOfLegations: SQL = """
    'envoy', 'envoy-consul-general', 'minister-resident', 'minister-resident-consul-general',
    'minister-plenipotentiary', 'minister-head', 'charge-en-titre'
    """

  private func setKind(_ kind: String, of mission: String) throws(RegistryError) {
    try change.registry.run(
      "UPDATE mission SET kind = \(kind) WHERE key = \(mission) AND kind <> \(kind)")
  }

  /// A state that came out of one other in the year in which that one ended, and alone, is the same
  /// one under another name: the mission was one to Siam until it was one to Thailand.
  private func nameAfterFormerStates(_ sources: PocomImport.Sources) throws(RegistryError) {
    let territories = Dictionary(
      sources.territories.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var missionTo: [String: String] = [:]
    for mission in sources.missions where !mission.isAtOrganization {
      for state in [mission.id] + mission.chiefs.compactMap(\.territory) {
        missionTo[state] = missionTo[state] ?? mission.id
      }
    }
    for mission in sources.missions where !mission.isAtOrganization {
      var state = territories[mission.id]
      var seen: Set<String> = []
      while let present = state, seen.insert(present.id).inserted {
        state = Self.formerState(of: present, territories)
        // A state that had a mission of its own was no other's former name.
        if let former = state, let sent = missionTo[former.id], sent != mission.id { break }
        guard let former = state, let changed = former.until, former.shortName != present.shortName,
          let day = try? PartialDate(written: changed), let party = parties[former.id]
        else { continue }
        let article = PocomCodes.hasArticle(former.shortName) == 1 ? "the " : ""
        let name = "Mission to \(article)\(former.shortName)"
        try put(
          "mission_former", key: ["mission", "changed"],
          [
            "mission": .text(key(from: mission.id)), "changed": .text(day.description),
            "receiver": .text(party), "name_en": try line(name),
            "sort_key_en": .text(NameKey.sortKey(name)),
            "search_key_en": .text(NameKey.searchKey(name)),
          ], keepsItsChange: false)
      }
    }
  }

  private static func formerState(
    of state: GSHTerritory, _ territories: [String: GSHTerritory]
  ) -> GSHTerritory? {
    let ended = state.predecessors.compactMap { territories[$0] }.filter {
      $0.until != nil && $0.until == state.since
    }
    guard ended.count == 1, let former = ended.first, former.isIndependent else { return nil }
    let next = former.successors.filter { territories[$0]?.since == former.until }
    return next == [state.id] ? former : nil
  }

  /// The seat of today is an embassy that is open; of two the one that was opened first.
  private func seatMissions(_ missions: [PocomMission]) throws(RegistryError) {
    for mission in missions where !mission.isAtOrganization {
      let key = key(from: mission.id)
      try change.registry.run(
        """
        UPDATE mission SET seat = p.name_en
        FROM mission_seat AS s JOIN place AS p ON p.key = s.place
        WHERE mission.key = \(key) AND mission.seat IS NULL AND s.key = (
          SELECT key FROM mission_seat WHERE mission = \(key) AND until IS NULL
          ORDER BY coalesce(since_latest, '0000'), key LIMIT 1
        )
        """)
    }
  }
}
