import Registry
import SQLite

/// What a missing end of a row means, as its neighbours tell.
private enum MissingEnd: String {
  /// Serves at the day up to which the source is known, or a successor followed: nothing is said.
  case open = ""
  case unknown
  case point
}

extension PocomStore {
  /// Each row of a mission's lists becomes a posting with one accreditation.
  func storePostings(_ missions: [PocomMission]) throws(RegistryError) {
    var used: Set<String> = []
    for mission in missions {
      var last: String?
      let chiefs = mission.chiefs
      var position = 0
      for entry in mission.list {
        switch entry {
        case .note(let record, let text):
          try storeNote(text, record, of: mission, behind: last)
        case .chief(let chief):
          position += 1
          let end = missingEnd(of: chief, followedBy: chiefs[position...])
          last = try storeChief(chief, at: mission, end, &used)
        }
      }
      remarkOnOrder(chiefs)
      for nominee in mission.nominees {
        try storeChief(nominee, at: mission, .open, &used)
      }
    }
  }

  private func missingEnd(
    of chief: PocomChief, followedBy later: ArraySlice<PocomChief>
  ) -> MissingEnd {
    guard chief.ended.date == nil else { return .open }
    func remark(_ code: String, _ words: Sentence) {
      report.remark(code, chief.id, at: chief.record.place, words)
    }
    let isActing = PocomCodes.acting.contains(PocomCodes.titles[chief.role] ?? chief.role)
    if chief.beginnings == 0 {
      remark("no-dates", Sentence("has no date at all", vi: "không có ngày nào"))
      return .unknown
    }
    if chief.ended.note != nil {
      remark(
        "end-undated",
        Sentence("ended, on a day that is not said", vi: "đã kết thúc, không rõ ngày"))
      return .unknown
    }
    // Chargés ad interim stand in the lists at the opening or closing of a mission, with that one
    // date. A recent one may simply not have been closed yet.
    if isActing, chief.beginnings == 1, years(since: chief) > 7 {
      remark(
        "point-event",
        Sentence("one date and no end: a single day", vi: "chỉ có một ngày: tính là một ngày"))
      return .point
    }
    if later.contains(where: { $0.beginnings > 0 }) {
      remark(
        "end-not-recorded",
        Sentence(
          "no end, but another followed", vi: "không ghi ngày kết thúc, đã có người kế nhiệm"))
      return .open
    }
    // Nobody serves for forty years: without an end the end is not recorded.
    if years(since: chief) > 40 {
      remark(
        "end-not-recorded",
        Sentence("no end, and nobody followed", vi: "không ghi ngày kết thúc, không có người kế"))
      return .unknown
    }
    return .open
  }

  private func years(since chief: PocomChief) -> Int {
    guard let began = Int(chief.began?.date?.prefix(4) ?? ""), let known = Int(asOf.prefix(4))
    else {
      return 0
    }
    return known - began
  }

  private func remarkOnOrder(_ chiefs: [PocomChief]) {
    for (earlier, later) in zip(chiefs, chiefs.dropFirst()) {
      if let begun = earlier.began?.read?.earliest, let followed = later.began?.read?.latest,
        begun > followed, let first = earlier.began?.date, let second = later.began?.date
      {
        report.remark(
          "out-of-order", later.id, at: later.record.place,
          Sentence(
            "began \(second), before \(earlier.id) above it, \(first)",
            vi: "bắt đầu \(second), trước \(earlier.id) ở trên, \(first)"))
      }
    }
  }

  // MARK: One row

  @discardableResult
  private func storeChief(
    _ chief: PocomChief, at mission: PocomMission, _ end: MissingEnd, _ used: inout Set<String>
  ) throws(RegistryError) -> String {
    let posting = uniqueKey(chief, &used)
    let title = try title(chief.role, at: chief.record)
    let person = try requirePerson(chief.person, of: chief.record)
    postings[chief.id, default: []].append((person, posting))
    remark(on: chief)
    try take(
      chief.isNominee ? "nominee" : "chief", chief.id, chief.record, as: .posting(posting),
      key: posting, extra: extra(of: chief, end, title, person), says: saying(of: chief)
    ) { () throws(RegistryError) in
      let isActing = PocomCodes.acting.contains(title) && !chief.isNominee
      let (ended, oddEnd) = date(chief.ended, in: chief.record, chief.id)
      try put(
        "posting",
        [
          "key": .text(posting), "person": .text(person),
          "mission": .text(key(from: mission.id)), "title": .text(title),
          "function": .text(isActing ? "acting" : "head"),
          "nomination": chief.isNominee
            ? .text(PocomCodes.nomination(of: chief.note)) : .null,
          "ended": chief.isNominee ? .null : end == .unknown ? unknownEnd(of: chief) : ended,
          "end_mark": end == .open ? .null : .text(end.rawValue),
          "end_note": chief.isNominee ? .null : try note(chief.ended.note, oddEnd),
          "note": try note(chief.note),
        ])
      try storeAccreditation(chief, posting, at: mission, title, nomineeEnded: ended)
      return .edited
    }
    return posting
  }

  private func storeAccreditation(
    _ chief: PocomChief, _ posting: String, at mission: PocomMission, _ title: String,
    nomineeEnded: Value
  ) throws(RegistryError) {
    let (appointed, oddAppointment) = date(chief.appointed, in: chief.record, chief.id)
    let (arrived, oddArrival) = date(chief.arrived, in: chief.record, chief.id)
    let (started, oddStart) = date(chief.started, in: chief.record, chief.id)
    let startNote = try note(chief.started.note, oddStart)
    let takesCharge = PocomCodes.withoutCredentials.contains(title)
    let receiver =
      mission.isAtOrganization
      ? try organization(mission.id, mission) : parties[chief.territory ?? mission.id] ?? ""
    try put(
      "accreditation",
      [
        "key": .text(posting), "posting": .text(posting),
        "mission": .text(key(from: mission.id)), "receiver": .text(receiver),
        "is_resident": .integer(1), "appointed": appointed,
        "appointed_note": try note(chief.appointed.note, oddAppointment), "arrived": arrived,
        "arrived_note": try note(chief.arrived.note, oddArrival),
        "credentials": takesCharge ? .null : started,
        "credentials_note": takesCharge ? .null : startNote,
        "took_charge": takesCharge ? started : .null,
        "took_charge_note": takesCharge ? startNote : .null,
        // A nominee's posting has no end of service; the day is that of the nomination.
        "ended": chief.isNominee ? nomineeEnded : .null,
        "ended_note": chief.isNominee ? try note(chief.ended.note) : .null,
      ])
  }

  /// Identifiers of rows are not unique, and not always keys.
  private func uniqueKey(_ chief: PocomChief, _ used: inout Set<String>) -> String {
    let base = key(from: chief.id)
    var key = base
    var number = 1
    while !used.insert(key).inserted {
      number += 1
      key = "\(base)-\(number)"
    }
    if number > 1 {
      report.remark(
        "duplicate-identifier", chief.id, at: chief.record.place,
        Sentence("is there already; it is \(key) here", vi: "trùng mã; ở đây là \(key)"))
    } else if key != chief.id {
      report.remark(
        "odd-identifier", chief.id, at: chief.record.place,
        Sentence("is no key; it is \(key) here", vi: "không phải mã; ở đây là \(key)"))
    }
    return key
  }

  private func note(_ text: String?, _ odd: String?) throws(RegistryError) -> Value {
    try note([text, odd].compactMap { $0 }.joined(separator: "; ").nonempty)
  }

  /// What is stored beyond the row itself.
  private func extra(
    of chief: PocomChief, _ end: MissingEnd, _ title: String, _ person: String
  ) -> String {
    ([end.rawValue, title, person] + chief.events.compactMap { $0.event.withNote?.read.description })
      .joined(separator: " ")
  }

  /// What a row says that has no column of its own.
  private func saying(of chief: PocomChief) -> String? {
    let territory = chief.territory.flatMap { territory -> String? in
      guard let party = parties[territory], canonical[party] != territory else { return nil }
      return "territory: \(territory)"
    }
    let doubts = chief.events.flatMap { name, event in
      event.attributes.map { "\(name): \($0.name) \($0.value)" }
    }
    return (doubts + [territory].compactMap { $0 }).joined(separator: "; ").nonempty
  }

  private func remark(on chief: PocomChief) {
    func remark(_ code: String, _ words: Sentence) {
      report.remark(code, chief.id, at: chief.record.place, words)
    }
    for child in chief.record.element.children {
      if ["appointed", "arrived", "started", "ended"].contains(child.name),
        child.first("note") == nil
      {
        remark(
          "missing-element", Sentence("\(child.name) has no note", vi: "\(child.name) thiếu note"))
      }
      if child.first("note")?.children.isEmpty == false
        || (child.name == "note" && !child.children.isEmpty)
      {
        remark("markup", Sentence("markup in a note is left out", vi: "bỏ định dạng trong ghi chú"))
      }
    }
    if chief.ended.date != nil, chief.beginnings == 0 {
      remark(
        "end-without-begin",
        Sentence("ended, but never began", vi: "có ngày kết thúc, không có ngày bắt đầu"))
    }
    if let appointed = chief.appointed.date, let started = chief.started.date,
      let first = chief.appointed.read?.earliest, let second = chief.started.read?.latest,
      first > second
    {
      remark(
        "appointed-after-start",
        Sentence(
          "appointed \(appointed), began \(started)",
          vi: "bổ nhiệm \(appointed), bắt đầu \(started)"))
    }
    for (name, event) in chief.events {
      guard let date = event.date, let note = event.note else { continue }
      if let read = event.withNote?.read {
        datesReadWithNotes += 1
        let words = PageDate.words(read.description)
        remark(
          "date-in-note",
          Sentence(
            "\(name): “\(note)” \(date) is read as \(words.english)",
            vi: "\(name): “\(note)” \(date) được hiểu là \(words.vietnamese)"))
      } else if PocomCodes.isApproximate(note) {
        remark(
          "approximate",
          Sentence(
            "\(name): the note says “\(note)”; the date is as given",
            vi: "\(name): ghi chú nói “\(note)”; giữ nguyên ngày"))
      }
    }
  }

  // MARK: Notes and groups

  private func storeNote(
    _ text: String, _ record: SourceRecord, of mission: PocomMission, behind last: String?
  ) throws(RegistryError) {
    let mission = key(from: mission.id)
    let number = record.number ?? 0
    let key = "\(mission)-note-\(number)"
    try take(
      "mission note", key, record, as: .mission(mission), key: key, extra: last ?? "",
      field: "mission_note"
    ) { () throws(RegistryError) in
      try put(
        "mission_note",
        [
          "key": .text(key), "mission": .text(mission), "follows": last.sqliteValue,
          "text": try note(text),
        ])
    }
  }

  func storeGroups(_ groups: [PocomGroup]) throws(RegistryError) {
    for group in groups {
      let person = try requirePerson(group.person, of: group.record)
      let key = key(from: group.id)
      let place: String? =
        if let locale = group.locale {
          try requirePlace(locale, in: group.territory, of: group.record)
        } else { nil }
      let party = group.territory.flatMap { parties[$0] }
      var members: [String] = []
      for chief in group.chiefs {
        let rows = postings[chief] ?? []
        guard let row = rows.first(where: { $0.person == person }) ?? rows.first else {
          report.remark(
            "unknown-chief", chief, at: group.record.place,
            Sentence(
              "is in the group, but in no mission", vi: "có trong nhóm nhưng không có ở cơ quan nào"
            ))
          continue
        }
        if row.person != person {
          report.remark(
            "other-person", chief, at: group.record.place,
            Sentence("is another person's", vi: "là của người khác"))
        }
        members.append(row.posting)
      }
      try take(
        "concurrent group", group.id, group.record, as: .person(person), key: key,
        extra: members.joined(separator: " "), field: "concurrent_appointment"
      ) { () throws(RegistryError) in
        let result = try put(
          "concurrent_appointment",
          [
            "key": .text(key), "person": .text(person), "place": place.sqliteValue,
            "party": party.sqliteValue,
          ])
        try setMembers(members, of: key)
        return result
      }
    }
  }

  private func setMembers(_ members: [String], of group: String) throws(RegistryError) {
    let registry = change.registry
    let known = try registry.column(
      "SELECT posting FROM concurrent_member WHERE appointment = \(group)", as: String.self)
    for posting in members where !known.contains(posting) {
      try put(
        "concurrent_member", key: ["appointment", "posting"],
        ["appointment": .text(group), "posting": .text(posting)], keepsItsChange: false)
    }
    for posting in known where !members.contains(posting) {
      try registry.run(
        "DELETE FROM concurrent_member WHERE appointment = \(group) AND posting = \(posting)")
    }
  }
}
