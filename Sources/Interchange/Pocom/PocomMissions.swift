import Registry
import SQLite

extension PocomStore {
  /// Each file is a mission.
  ///
  /// What it was called, and when it opened, the source does not say.
  func storeMissions(_ missions: [PocomMission]) throws(RegistryError) {
    let names = try partyNames()
    for mission in missions {
      let key = key(from: mission.id)
      let party =
        mission.isAtOrganization
        ? try organization(mission.id, mission) : parties[mission.id] ?? self.key(from: mission.id)
      try take("mission", mission.id, mission.record, as: .mission(key), extra: party) {
        () throws(RegistryError) in
        let (english, vietnamese) = names[party] ?? (mission.id, mission.id)
        try putMission(
          key, receiver: party, kind: mission.isAtOrganization ? "mission-io" : "mission",
          names: ("Mission to \(english)", "Cơ quan đại diện tại \(vietnamese)"),
          note: mission.description)
        return .edited
      }
      for row in mission.unreadable {
        report.setAside(
          row.section == "chiefs" ? "chief" : "nominee", "unreadable-record", row.element.name,
          at: row.place,
          Sentence(
            "has no identifier or person, or is no chief", vi: "không có mã, không có người"))
      }
    }
  }

  private func partyNames() throws(RegistryError) -> [String: (String, String)] {
    let registry = change.registry
    let rows = try registry.all(
      "SELECT key, \(raw: Phrases.englishInText(of: "party")), coalesce(name_vi, name_en) FROM party"
    ) { (row) throws(SQLiteError) in
      (
        try row.get(0, as: String.self), try row.get(1, as: String.self),
        try row.get(2, as: String.self)
      )
    }
    return Dictionary(rows.map { ($0.0, ($0.1, $0.2)) }, uniquingKeysWith: { first, _ in first })
  }

  private func putMission(
    _ key: String, receiver: String, kind: String, names: (String, String), seat: String? = nil,
    parent: String? = nil, opened: Value = .null, closed: Value = .null, note text: String?
  ) throws(RegistryError) {
    try put(
      "mission",
      [
        "key": .text(key), "sender": .text("us"), "receiver": .text(receiver),
        "kind": .text(kind), "name_en": try line(names.0), "name_vi": try line(names.1),
        "seat": try line(seat), "parent": parent.sqliteValue, "opened": opened, "closed": closed,
        "note": try note(text), "sort_key_en": .text(NameKey.sortKey(names.0)),
        "sort_key_vi": .text(NameKey.sortKey(names.1)),
        "search_key_en": .text(NameKey.searchKey(names.0)),
        "search_key_vi": .text(NameKey.searchKey(names.1)),
      ])
  }

  /// Embassies are the seats of the mission to their state; consular posts are missions.
  func storePosts(_ posts: [GSHPost], missions: [PocomMission]) throws(RegistryError) {
    let byParty = Dictionary(
      missions.filter { !$0.isAtOrganization }.compactMap { mission in
        parties[mission.id].map { ($0, key(from: mission.id)) }
      }, uniquingKeysWith: { first, _ in first })
    var used: Set<String> = []
    for post in posts {
      let place = try requirePlace(post.locale, in: post.territory, of: post.record)
      let receiver = parties[post.territory] ?? key(from: post.territory)
      let parent = byParty[receiver]
      var key = "\(key(from: post.territory))-\(place)-\(key(from: post.kind))"
      if !used.insert(key).inserted {
        report.remark(
          "duplicate-post", key, at: post.record.place,
          Sentence("the same post twice; both are kept", vi: "trùng trụ sở; giữ cả hai"))
        key += "-2"
        used.insert(key)
      }
      let isSeat = post.kind == "embassy" && parent != nil
      try take(
        "post", "\(post.locale) \(post.territory) \(post.kind)", post.record, of: "gsh",
        as: .mission(isSeat ? parent ?? key : key), key: key,
        says: post.sources.isEmpty ? nil : post.sources.joined(separator: "\n"), field: "post"
      ) { () throws(RegistryError) in
        try storePost(post, as: key, at: place, receiver, parent: parent, isSeat: isSeat)
        return .edited
      }
    }
  }

  private func storePost(
    _ post: GSHPost, as key: String, at place: String, _ receiver: String, parent: String?,
    isSeat: Bool
  ) throws(RegistryError) {
    let id = "\(post.locale) \(post.territory)"
    var (opened, oddOpening) = date(post.opened, in: post.record, id)
    var (closed, oddClosing) = date(post.closed, in: post.record, id)
    if let first = opened.words, let last = closed.words, first.prefix(4) > last.prefix(4) {
      report.remark(
        "closed-before-opened", id, at: post.record.place,
        Sentence(
          "closed \(last), opened \(first); both are in the note, neither is a date",
          vi: "đóng \(last), mở \(first); cả hai được ghi vào ghi chú"))
      (opened, closed, oddOpening, oddClosing) = (.null, .null, first, last)
    }
    let remarks = [
      post.notes, oddOpening.map { "opened: \($0)" }, oddClosing.map { "closed: \($0)" },
    ].compactMap { $0 }.joined(separator: "; ").nonempty
    if isSeat, let parent {
      try put(
        "mission_seat",
        [
          "key": .text(key), "mission": .text(parent), "place": .text(place), "since": opened,
          "until": closed, "note": try note(remarks),
        ])
      return
    }
    if !PocomCodes.postKinds.contains(post.kind) {
      report.remark(
        "unknown-kind", post.kind, at: post.record.place,
        Sentence("is no kind of post; it is a mission now", vi: "không phải loại trụ sở đã biết"))
    }
    let kind = PocomCodes.postKinds.contains(post.kind) ? post.kind : "mission"
    let registry = change.registry
    let names = try registry.first(
      """
      SELECT p.name_en, k.name_en || ' in ' || p.name_en, k.name_vi || ' tại ' || p.name_en
      FROM place AS p JOIN mission_kind AS k ON k.key = \(kind) WHERE p.key = \(place)
      """
    ) { (row) throws(SQLiteError) in
      (
        try row.get(0, as: String.self), try row.get(1, as: String.self),
        try row.get(2, as: String.self)
      )
    }
    guard let (seat, english, vietnamese) = names else { return }
    try putMission(
      key, receiver: receiver, kind: kind, names: (english, vietnamese), seat: seat,
      parent: kind == "embassy" ? nil : parent, opened: opened, closed: closed, note: remarks)
  }
}
