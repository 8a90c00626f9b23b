import SQLite

/// What a new record needs beside the facts given: the keys of its names, and everything that
/// can be worked out.
extension Records {
  func complete(_ values: inout [String: Value], for entity: Entity) throws(RegistryError) {
    switch entity {
    case .mission: try completeMission(&values)
    case .term: completeTerm(&values)
    case .batch: try completeBatch(&values)
    case .person:
      guard values["name"]?.words != nil else { throw missing("name", of: entity) }
    case .party:
      guard values["kind"] != nil else { throw missing("kind", of: entity) }
      guard values["name_en"]?.words != nil || values["name_vi"]?.words != nil else {
        throw missing("name_en", of: entity)
      }
    case .document:
      guard values["number"]?.words != nil || values["subject"]?.words != nil else {
        throw missing("number", of: entity)
      }
    default: break
    }
    if values["key"] == nil { values["key"] = try suggestedKey(values, for: entity) }
    derive(&values, for: entity)
  }

  /// Fills the columns that are computed from names.
  func derive(_ values: inout [String: Value], for entity: Entity) {
    switch entity {
    case .person:
      let name = values["name"]?.words ?? ""
      values["search_key"] = .text(NameKey.searchKey(name))
      values["sort_key"] = .text(
        NameKey.personSortKey(
          name: name,
          familyName: values["family_name"]?.words,
          middleName: values["middle_name"]?.words,
          givenName: values["given_name"]?.words,
          sortName: values["sort_name"]?.words
        ))
    case .party, .mission:
      for language in ["en", "vi"] {
        let name = values["name_\(language)"]?.words
        values["sort_key_\(language)"] = name.map(NameKey.sortKey).sqliteValue
        values["search_key_\(language)"] = name.map(NameKey.searchKey).sqliteValue
      }
    default: break
    }
  }

  private func suggestedKey(
    _ values: [String: Value], for entity: Entity
  ) throws(RegistryError) -> Value? {
    func from(_ columns: String...) -> String? {
      columns.lazy.compactMap { values[$0]?.words }.compactMap { Key.from($0) }.first
    }
    switch entity {
    case .person:
      guard let base = from("name") else { return nil }
      return .text(try free(base, in: entity))
    case .party: return from("iso_alpha2", "name_en", "name_vi").map { .text($0) }
    case .document: return from("number", "subject").map { .text($0) }
    case .source: return from("title").map { .text($0) }
    case .mission:
      guard let receiver = values["receiver"]?.words, let seat = from("seat", "kind") else {
        return nil
      }
      return .text(seat == receiver ? receiver : "\(receiver)-\(seat)")
    case .batch:
      guard let term = values["term"]?.words, case .integer(let number)? = values["number"] else {
        return nil
      }
      return .text("\(term)-\(number)")
    case .posting:
      guard let person = values["person"]?.words, let mission = values["mission"]?.words else {
        return nil
      }
      return .text(try free("\(mission)-\(person)", in: entity))
    case .accreditation:
      guard let posting = values["posting"]?.words, let receiver = values["receiver"]?.words
      else { return nil }
      return .text("\(posting)-\(receiver)")
    default: return nil
    }
  }

  /// `base`, or `base-2`, `base-3` and so on: two people may have one name, and one person may
  /// be sent to a mission twice.
  func free(_ base: String, in entity: Entity) throws(RegistryError) -> String {
    var number = 1
    while try exists(entity, key: Key.numbered(base, number)) { number += 1 }
    return Key.numbered(base, number)
  }

  // MARK: What can be worked out

  private func completeMission(_ values: inout [String: Value]) throws(RegistryError) {
    if values["sender"] == nil {
      let sender = try registry.value("SELECT sender FROM registry", as: String?.self) ?? nil
      guard let sender else { throw missing("sender", of: .mission) }
      values["sender"] = .text(sender)
    }
    for column in ["receiver", "kind"] where values[column] == nil {
      throw missing(column, of: .mission)
    }
    guard values["name_en"]?.words == nil, values["name_vi"]?.words == nil,
      let kind = values["kind"]?.words, let sender = values["sender"]?.words,
      let receiver = values["receiver"]?.words
    else { return }
    let seat = values["seat"]?.words
    let names = try registry.first(
      """
      SELECT k.name_en, k.name_vi, k.category,
        coalesce(s.name_en, s.name_vi), coalesce(s.name_vi, s.name_en),
        coalesce(r.name_en, r.name_vi), coalesce(r.name_vi, r.name_en)
      FROM mission_kind AS k, party AS s, party AS r
      WHERE k.key = \(kind) AND s.key = \(sender) AND r.key = \(receiver)
      """
    ) { (row) throws(SQLiteError) in
      let isConsular = try row.get(2, as: String.self) == "consular"
      let isAtOrganization = try row.get(2, as: String.self) == "international-organization"
      let placeEN = isConsular && seat != nil ? seat ?? "" : try row.get(5, as: String.self)
      let placeVI = isConsular && seat != nil ? seat ?? "" : try row.get(6, as: String.self)
      return (
        try row.get(0, as: String.self) + " of \(try row.get(3, as: String.self))"
          + (isAtOrganization ? " to " : " in ") + placeEN,
        try row.get(1, as: String.self) + " \(try row.get(4, as: String.self)) tại " + placeVI
      )
    }
    guard let names else { return }
    values["name_en"] = .text(names.0)
    values["name_vi"] = .text(names.1)
  }

  /// The years of a label such as 2024-2027 are what it says; any other label says none.
  private func completeTerm(_ values: inout [String: Value]) {
    guard values["begins"] == nil, values["ends"] == nil, let key = values["key"]?.words else {
      return
    }
    guard let years = Self.years(ofTerm: key) else { return }
    values["begins"] = .text(years.first)
    values["ends"] = .text(years.last)
  }

  /// The years that the label of a term says.
  static func years(ofTerm label: String) -> (first: String, last: String)? {
    let years = label.split(separator: "-", omittingEmptySubsequences: false)
    guard years.count == 2, years.allSatisfy({ $0.utf8.count == 4 && Int($0) != nil }),
      years[0] <= years[1]
    else { return nil }
    return (String(years[0]), String(years[1]))
  }

  /// The mission is the posting's, the receiver the mission's own where none is named, and the
  /// practice the receiver's.
  func completeAccreditation(_ values: inout [String: Value]) throws(RegistryError) {
    guard let posting = values["posting"]?.words else {
      throw missing("posting", of: .accreditation)
    }
    let facts = try registry.first(
      """
      SELECT m.key, r.key, r.key = m.receiver, r.functions_begin
      FROM posting AS p
      JOIN mission AS m ON m.key = p.mission
      JOIN party AS r ON r.key = coalesce(\(values["receiver"] ?? .null), m.receiver)
      WHERE p.key = \(posting)
      """
    ) { (row) throws(SQLiteError) -> [Value] in
      [try row.get(0), try row.get(1), try row.get(2), try row.get(3)]
    }
    guard let facts else { return }
    for (column, value) in zip(["mission", "receiver"], facts) { values[column] = value }
    for (column, value) in zip(["is_resident", "functions_begin"], facts[2...])
    where values[column] == nil {
      values[column] = value
    }
  }

  private func completeBatch(_ values: inout [String: Value]) throws(RegistryError) {
    guard let term = values["term"]?.words else { throw missing("term", of: .batch) }
    guard values["number"] == nil else { return }
    let last = try registry.value(
      "SELECT coalesce(max(number), 0) FROM term_batch WHERE term = \(term)", as: Int64.self)
    values["number"] = .integer((last ?? 0).next)
  }
}

extension Int64 {
  /// The number after this one, which a file may have made as large as can be: what comes round to
  /// the other end no table takes.
  var next: Int64 { self &+ 1 }
}

extension Value {
  /// The text, where it is one.
  package var words: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
