import Registry
import SQLite

extension PocomStore {
  /// Territories and countries become parties; one that the registry knows already is that one.
  func storeParties(_ sources: PocomImport.Sources) throws(RegistryError) {
    let shipped = try shippedNames()
    let labels = Dictionary(
      sources.countries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for territory in sources.territories {
      let party = Self.shippedParty(territory.id, isCurrent: territory.until == nil, shipped)
      let region = labels[territory.id]?.region
      try storeTerritory(territory, as: party ?? key(from: territory.id), region, party != nil)
    }
    for country in sources.countries {
      let isNew = parties[country.id] == nil
      let known = parties[country.id] ?? Self.shippedParty(country.id, isCurrent: true, shipped)
      try storeCountry(country, as: known ?? key(from: country.id), isNew: isNew && known == nil)
    }
    try storeSuccession(sources.territories)
    // What heads were accredited to and no list names.
    for mission in sources.missions where !mission.isAtOrganization {
      try requireParty(mission.id, of: mission.record, shipped)
      for chief in mission.chiefs + mission.nominees {
        if let territory = chief.territory {
          try requireParty(territory, of: chief.record, shipped)
        }
      }
    }
    for group in sources.groups {
      if let territory = group.territory { try requireParty(territory, of: group.record, shipped) }
    }
    for post in sources.posts { try requireParty(post.territory, of: post.record, shipped) }
    for locale in sources.locales {
      if let territory = locale.territory {
        try requireParty(territory, of: locale.record, shipped)
      }
    }
  }

  /// The keys of parties with an ISO code, by the folded form of each of their names.
  private func shippedNames() throws(RegistryError) -> [String: String] {
    let registry = change.registry
    let rows = try registry.all(
      """
      SELECT n.search_key, n.key FROM known_name AS n JOIN party AS p ON p.key = n.key
      WHERE n.subject = 'party' AND p.iso_alpha2 IS NOT NULL ORDER BY n.key
      """
    ) { (row) throws(SQLiteError) in
      (try row.get(0, as: String.self), try row.get(1, as: String.self))
    }
    var keys: [String: Set<String>] = [:]
    for (name, key) in rows {
      if let name = Key.from(name) { keys[name, default: []].insert(key) }
    }
    // A name that fits two is neither's.
    return keys.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  private static func shippedParty(
    _ id: String, isCurrent: Bool, _ shipped: [String: String]
  ) -> String? {
    guard isCurrent else { return nil }
    return PocomCodes.parties[id] ?? shipped[id]
  }

  private func storeTerritory(
    _ territory: GSHTerritory, as party: String, _ region: String?, _ isShipped: Bool
  ) throws(RegistryError) {
    name(territory.id, is: party)
    var (since, oddSince) = year(territory.since)
    var (until, oddUntil) = year(territory.until)
    if let first = since.words, let last = until.words, first.prefix(4) > last.prefix(4) {
      report.remark(
        "ended-before-begun", territory.id, at: territory.record.place,
        Sentence(
          "ended \(last), began \(first); both are in the note, neither is a date",
          vi: "kết thúc \(last), bắt đầu \(first); cả hai được ghi vào ghi chú"))
      (since, until, oddSince, oddUntil) = (.null, .null, first, last)
    }
    let remarks =
      [territory.notes].compactMap { $0 } + territory.doubts
      + [oddSince.map { "valid-since: \($0)" }, oddUntil.map { "valid-until: \($0)" }]
      .compactMap { $0 }
    let sources = territory.sources.isEmpty ? nil : territory.sources.joined(separator: "\n")
    try take(
      "territory", territory.id, territory.record, of: "gsh", as: .party(party), says: sources
    ) { () throws(RegistryError) in
      if isShipped {
        try complete(party, territory, since: since, region: region)
        return .edited
      }
      let name = try line(territory.shortName)
      return try put(
        "party",
        [
          "key": .text(party), "kind": .text(territory.isIndependent ? "state" : "territory"),
          "name_en": name, "has_article": .integer(PocomCodes.hasArticle(territory.shortName)),
          "official_name_en": try line(territory.longName),
          "valid_from": since, "valid_until": until, "region": try line(region),
          "note": try note(remarks.isEmpty ? nil : remarks.joined(separator: "; ")),
          "sort_key_en": (name.words.map(NameKey.sortKey)).sqliteValue,
          "search_key_en": (name.words.map(NameKey.searchKey)).sqliteValue,
        ])
    }
  }

  /// A party that ships with the program keeps what it says; the source fills what is empty, and
  /// divides the world its own way instead of that of the United Nations, with which parties ship.
  private func complete(
    _ party: String, _ territory: GSHTerritory, since: Value, region: String?
  ) throws(RegistryError) {
    let longName = try line(territory.longName)
    let region = try line(region)
    let registry = change.registry
    try registry.run(
      """
      UPDATE party SET
        official_name_en = coalesce(official_name_en, \(longName)),
        valid_from = coalesce(valid_from, \(since)),
        region = CASE
          WHEN region IN ('africa', 'americas', 'asia', 'europe', 'oceania') THEN \(region)
          ELSE coalesce(region, \(region))
        END
      WHERE key = \(party)
      """)
    try addName(territory.shortName, to: party)
  }

  private func storeCountry(
    _ country: GSHCountry, as party: String, isNew: Bool
  ) throws(RegistryError) {
    if parties[country.id] == nil { name(country.id, is: party) }
    try take("country", country.id, country.record, of: "gsh", as: .party(party)) {
      () throws(RegistryError) in
      if isNew { try putParty(party, named: country.label, region: country.region) }
      for name in [country.label] + country.otherLabels { try addName(name, to: party) }
      return .edited
    }
  }

  private func putParty(
    _ party: String, named name: String, kind: String = "state", vietnamese: String? = nil,
    region: String? = nil
  ) throws(RegistryError) {
    let name = try line(name)
    try put(
      "party",
      [
        "key": .text(party), "kind": .text(kind), "name_en": name,
        "has_article": .integer(PocomCodes.hasArticle(name.words ?? "")),
        "name_vi": vietnamese.sqliteValue, "region": try line(region),
        "sort_key_en": (name.words.map(NameKey.sortKey)).sqliteValue,
        "sort_key_vi": (vietnamese.map(NameKey.sortKey)).sqliteValue,
        "search_key_en": (name.words.map(NameKey.searchKey)).sqliteValue,
        "search_key_vi": (vietnamese.map(NameKey.searchKey)).sqliteValue,
      ])
  }

  /// Another name, unless it is the party's own.
  private func addName(_ name: String, to party: String) throws(RegistryError) {
    let registry = change.registry
    let name = try registry.entered(name, as: Sentence("name", vi: "tên"))
    try registry.run(
      """
      INSERT INTO party_name (party, name, search_key)
      SELECT key, \(name), \(NameKey.searchKey(name)) FROM party
      WHERE key = \(party) AND \(name) NOT IN (coalesce(name_en, ''), coalesce(name_vi, ''))
      ON CONFLICT DO NOTHING
      """)
  }

  private func requireParty(
    _ id: String, of record: SourceRecord, _ shipped: [String: String]
  ) throws(RegistryError) {
    guard parties[id] == nil else { return }
    if let known = Self.shippedParty(id, isCurrent: true, shipped) {
      name(id, is: known)
      return
    }
    let party = key(from: id)
    name(id, is: party)
    let exists = try Records(change).exists(.party, key: party)
    guard !exists else { return }
    let name = id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    try putParty(party, named: name.joined(separator: " "))
    report.remark(
      "unknown-territory", id, at: record.place,
      Sentence(
        "no list of territories names it; it is a party of that name now",
        vi: "không có trong danh sách lãnh thổ nào; được ghi thành một bên cùng tên"))
  }

  func organization(_ id: String, _ mission: PocomMission) throws(RegistryError) -> String {
    let party = PocomCodes.organizations[id]?.party ?? key(from: id)
    if try Records(change).exists(.party, key: party) { return party }
    let names = PocomCodes.newOrganizations[party]
    try putParty(
      party, named: names?.0 ?? mission.singular ?? id, kind: "organization",
      vietnamese: names?.1)
    return party
  }

  private func year(_ text: String?) -> (Value, odd: String?) {
    guard let text else { return (.null, nil) }
    // Years before 1000 are written without their zeros.
    if let year = Int(text), (1...9998).contains(year), text.utf8.allSatisfy({ $0 >= 48 }) {
      let padded = String(repeating: "0", count: max(0, 4 - text.count)) + text
      return (.text(padded), nil)
    }
    if let date = try? PartialDate(written: text) { return (.text(date.description), nil) }
    return (.null, text)
  }

  private func storeSuccession(_ territories: [GSHTerritory]) throws(RegistryError) {
    var pairs: [[String]: Set<String>] = [:]
    var order: [[String]] = []
    func state(_ before: String, _ after: String, of side: String, _ record: SourceRecord) {
      guard let predecessor = parties[before], let successor = parties[after] else {
        return report.remark(
          "unknown-territory", parties[before] == nil ? before : after, at: record.place,
          Sentence(
            "named as a predecessor or successor, but there is no such territory",
            vi: "được nêu là bên trước hoặc bên sau nhưng không có lãnh thổ này"))
      }
      guard predecessor != successor else { return }
      if pairs[[predecessor, successor]] == nil { order.append([predecessor, successor]) }
      pairs[[predecessor, successor], default: []].insert(side)
    }
    for territory in territories {
      for before in territory.predecessors {
        state(before, territory.id, of: "successor", territory.record)
      }
      for after in territory.successors {
        state(territory.id, after, of: "predecessor", territory.record)
      }
    }
    for pair in order {
      let sides = pairs[pair] ?? []
      try put(
        "party_succession", key: ["predecessor", "successor"],
        [
          "predecessor": .text(pair[0]), "successor": .text(pair[1]),
          "stated_of": .text(sides.count == 2 ? "both" : sides.first ?? "both"),
        ], keepsItsChange: false)
    }
  }

  func storePlaces(_ locales: [GSHLocale]) throws(RegistryError) {
    for locale in locales {
      let place = key(from: locale.id)
      places.insert(place)
      if let bare = locale.id.split(separator: "_").first, bare != locale.id {
        namesakes["\(bare) \(locale.territory ?? "")"] = place
      }
      guard let territory = locale.territory, let party = parties[territory] else {
        report.setAside(
          "place", "no-territory", locale.id, at: locale.record.place,
          Sentence("lies in no known territory", vi: "không thuộc lãnh thổ nào được biết"))
        continue
      }
      try take(
        "place", locale.id, locale.record, of: "gsh", as: .party(party), field: "place"
      ) { () throws(RegistryError) in
        try put(
          "place",
          [
            "key": .text(place), "name_en": try line(locale.name), "party": .text(party),
            "latitude": locale.latitude.sqliteValue, "longitude": locale.longitude.sqliteValue,
            "note": try note(locale.remarks.isEmpty ? nil : locale.remarks.joined(separator: "; ")),
          ])
      }
    }
  }

  /// The place of that identifier; made, where no list names it.
  func requirePlace(
    _ id: String, in territory: String?, of record: SourceRecord
  ) throws(RegistryError) -> String {
    if let place = namesakes["\(id) \(territory ?? "")"] { return place }
    let place = key(from: id)
    guard places.insert(place).inserted else { return place }
    let bare = id.split(separator: "_").first.map(String.init) ?? id
    let words = bare.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    try put(
      "place",
      [
        "key": .text(place), "name_en": try line(words.joined(separator: " ")),
        "party": (territory.flatMap { parties[$0] }).sqliteValue, "latitude": .null,
        "longitude": .null, "note": .null,
      ])
    report.remark(
      "unknown-place", id, at: record.place,
      Sentence(
        "no list of seats names it; it is a place of that name now",
        vi: "không có trong danh sách nơi đặt trụ sở; được ghi thành địa điểm cùng tên"))
    return place
  }
}
