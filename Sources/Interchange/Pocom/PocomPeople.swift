import Registry
import SQLite

extension PocomStore {
  /// Role titles become titles; each mission at an organization has a title of its own.
  func storeTitles(_ roles: [PocomRole], _ missions: [PocomMission]) throws(RegistryError) {
    let registry = change.registry
    titles = Set(
      try registry.column("SELECT key FROM title", as: String.self))
    for role in roles {
      let title = PocomCodes.titles[role.id] ?? key(from: role.id)
      if titles.contains(title) {
        report.count("title", .same)
        continue
      }
      try putTitle(title, role.singular, role.plural, vietnamese: nil, at: role.record)
      report.count("title", .added)
    }
    for mission in missions where mission.isAtOrganization {
      let title = key(from: mission.id)
      guard !titles.contains(title) else { continue }
      try putTitle(
        title, mission.singular ?? mission.id, mission.plural,
        vietnamese: PocomCodes.organizations[mission.id]?.title, at: mission.record)
    }
  }

  private func putTitle(
    _ title: String, _ singular: String, _ plural: String?, vietnamese: String?,
    at record: SourceRecord
  ) throws(RegistryError) {
    titles.insert(title)
    let name = try line(singular)
    try put(
      "title",
      [
        "key": .text(title), "name_en": name, "name_vi": vietnamese.map { .text($0) } ?? name,
        "function": .text(PocomCodes.acting.contains(title) ? "acting" : "head"),
        "name_en_plural": try line(plural),
      ], keepsItsChange: false)
    try put(
      "title_mission_kind", key: ["title", "mission_kind"],
      ["title": .text(title), "mission_kind": .text("mission"), "is_usual": .integer(0)],
      keepsItsChange: false)
    if vietnamese == nil {
      report.remark(
        "title-without-vietnamese", title, at: record.place,
        Sentence("has no Vietnamese name yet", vi: "chưa có tên tiếng Việt"))
    }
  }

  /// The title that a role is; made, where no list names it.
  func title(_ role: String, at record: SourceRecord) throws(RegistryError) -> String {
    let title = PocomCodes.titles[role] ?? key(from: role.isEmpty ? "head-of-mission" : role)
    guard !titles.contains(title) else { return title }
    report.remark(
      "unknown-title", role, at: record.place,
      Sentence("no list of titles names it", vi: "không có trong danh sách chức danh"))
    try putTitle(title, role, nil, vietnamese: nil, at: record)
    return title
  }

  func storePeople(_ list: [PocomPerson]) throws(RegistryError) {
    var seen: Set<String> = []
    for person in list {
      let key = key(from: person.id)
      guard seen.insert(key).inserted else {
        report.setAside(
          "person", "duplicate-person", person.id, at: person.record.place,
          Sentence("is there already under this identifier", vi: "đã có người mang mã này"))
        continue
      }
      people.insert(key)
      if person.states.count > 1 {
        report.remark(
          "several-homes", person.id, at: person.record.place,
          Sentence(
            "is from \(person.states.joined(separator: ", ")); all are kept",
            vi: "quê ở \(person.states.joined(separator: ", ")); giữ tất cả"))
      }
      try take("person", person.id, person.record, as: .person(key)) { () throws(RegistryError) in
        try storePerson(person, as: key)
      }
    }
  }

  private func storePerson(
    _ person: PocomPerson, as key: String
  ) throws(RegistryError) -> PutResult {
    let name = try line(person.name)
    let (born, oddBirth) = date(person.born, in: person.record, person.id)
    let (died, oddDeath) = date(person.died, in: person.record, person.id)
    let remarks =
      [oddBirth.map { "born: \($0)" }, oddDeath.map { "died: \($0)" }].compactMap { $0 }
      + (person.record.file.hasPrefix("people-pending/") ? ["Pending in the source."] : [])
    let result = try put(
      "person",
      [
        "key": .text(key), "name": name, "family_name": try line(person.surname.nonempty),
        "given_name": try line(person.forename.nonempty), "name_suffix": try line(person.suffix),
        "sort_name": try line(person.sortName.nonempty), "born": born, "died": died,
        "career": try line(person.career),
        "home": try line(person.states.joined(separator: " ").nonempty),
        "note": try note(remarks.joined(separator: "; ").nonempty),
        "sort_key": .text(NameKey.sortKey(person.sortName.nonempty ?? person.name)),
        "search_key": .text(NameKey.searchKey(person.name)),
      ])
    for other in person.otherNames where other != person.name {
      let other = try line(other)
      try put(
        "person_name", key: ["person", "name"],
        [
          "person": .text(key), "name": other,
          "search_key": .text(NameKey.searchKey(other.words ?? "")),
        ], keepsItsChange: false)
    }
    for id in person.oldIDs + (key == person.id ? [] : [person.id]) {
      try put(
        "person_identifier", key: ["scheme", "identifier"],
        ["scheme": .text("pocom"), "identifier": try line(id), "person": .text(key)],
        keepsItsChange: false)
    }
    return result
  }

  /// The person of that identifier; where there is none, one of whom nothing else is known.
  func requirePerson(_ id: String, of record: SourceRecord) throws(RegistryError) -> String {
    let key = key(from: id)
    guard people.insert(key).inserted else { return key }
    let candidates = try change.lookup.candidates(for: .person, named: id)
    if candidates.count == 1 {
      people.remove(key)
      return candidates[0]
    }
    // An identifier that fits several is asked: another person of that name would be invented.
    if candidates.count > 1 {
      people.remove(key)
      return try change.lookup.key(of: .person, named: id)
    }
    try put(
      "person",
      [
        "key": .text(key), "name": try line(id), "sort_key": .text(NameKey.sortKey(id)),
        "search_key": .text(NameKey.searchKey(id)),
        "note": .text("The source names this identifier and has no record of it."),
      ])
    report.remark(
      "unknown-person", id, at: record.place,
      Sentence(
        "no record of this person; the row is kept, under the identifier",
        vi: "không có hồ sơ người này; dòng vẫn được giữ, theo mã"))
    return key
  }
}

extension String {
  /// `nil` where it is empty.
  var nonempty: String? { isEmpty ? nil : self }
}
