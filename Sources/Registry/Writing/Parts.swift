import SQLite

/// The parts of a record that have no key of their own: other names, ranks, coverage.
extension Records {
  /// Adds another name by which a party, a mission or a person is found.
  package func addName(
    _ name: String, to entity: Entity, key: String, facts: [String: String?] = [:]
  ) throws(RegistryError) {
    let name = try registry.entered(name, as: Sentence("name", vi: "tên"))
    var values: [String: Value] = [
      entity.table: .text(key), "name": .text(name), "search_key": .text(NameKey.searchKey(name)),
    ]
    for (column, text) in facts {
      guard let text else { continue }
      let field: Field = column == "note" ? .note() : .date(column)
      values[column] = try registry.entered(text, for: field)
    }
    try insert(into: "\(entity.table)_name", values)
  }

  package func removeName(_ name: String, of entity: Entity, key: String) throws(RegistryError) {
    guard entity.isSearchable else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "The \(entity.noun.english) has no other names.",
          vi: "\(entity.noun.vietnamese) không có tên khác."))
    }
    let wanted = TextEntry.normalized(name)
    try registry.run(
      """
      DELETE FROM \(name: entity.table + "_name")
      WHERE \(name: entity.table) = \(key) AND name = \(wanted)
      """)
    guard connection.changedRows == 1 else {
      throw RegistryError(
        .unknownName,
        Sentence(
          "\(key) has no other name \(Registry.quoted(name)).",
          vi: "\(key) không có tên khác \(Registry.quoted(name))."))
    }
  }

  package func addRank(
    _ rank: String, conferred: String?, to person: String, note: String? = nil
  ) throws(RegistryError) {
    try insertPart(
      "person_rank", [("person", person)],
      [.line("rank"): rank, .date("conferred"): conferred, .note(): note])
  }

  package func addCoverage(
    of receiver: String, to mission: String, knownOn: String? = nil, note: String? = nil
  ) throws(RegistryError) {
    try insertPart(
      "mission_coverage", [("mission", mission)],
      [
        .reference("receiver", to: .party): receiver, .date("known_on"): knownOn, .note(): note,
      ])
  }

  package func addDistrict(
    _ area: String, to mission: String, since: String? = nil, until: String? = nil,
    instrument: String? = nil
  ) throws(RegistryError) {
    try insertPart(
      "consular_district", [("mission", mission)],
      [
        .note("area"): area, .date("since"): since, .date("until"): until,
        .line("instrument"): instrument,
      ])
  }

  package func link(
    document: String, to posting: String, effect: String
  ) throws(RegistryError) {
    try insertPart(
      "posting_document", [("posting", posting)],
      [
        .reference("document", to: .document): document,
        .choice("effect", "proposes", "approves", "appoints", "extends", "ends", "orders"): effect,
      ])
  }

  private func insertPart(
    _ table: String, _ keys: [(String, String)], _ parts: KeyValuePairs<Field, String?>
  ) throws(RegistryError) {
    var values: [String: Value] = [:]
    for (column, key) in keys { values[column] = .text(key) }
    for (field, text) in parts {
      if let text { values[field.column] = try registry.entered(text, for: field) }
    }
    try insert(into: table, values)
  }
}

extension Records {
  /// Puts one fact into the record that the registry has of itself.
  ///
  /// - Throws: where that record is gone, which another program can bring about: nothing would be
  ///   changed, and nobody would be told.
  private func set(_ column: String, _ value: Value) throws(RegistryError) {
    try registry.run("UPDATE registry SET \(name: column) = \(value)")
    guard connection.changedRows == 1 else {
      throw RegistryError(
        .rule,
        Sentence(
          "The registry has lost the record of itself: its country and its settings.",
          vi: "Sổ đã mất bản ghi về chính nó: nước cử và các thiết lập."),
        remedies: [.findAndUndoRemoval])
    }
  }

  /// Says what the registry is of, and up to which day it is known.
  ///
  /// - Parameter knownUntil: a whole day, as typed.
  package func set(
    sender: String? = nil, knownUntil: String? = nil, standardTermMonths: Int? = nil,
    gapDays: Int? = nil
  ) throws(RegistryError) {
    if let sender {
      let party = try change.lookup.key(of: .party, named: sender)
      try set("sender", .text(party))
    }
    if let knownUntil {
      let day = try registry.day(knownUntil)
      try set("known_until", .text(day))
    }
    if let standardTermMonths {
      try set("standard_term_months", .integer(Int64(standardTermMonths)))
    }
    if let gapDays {
      try set("gap_days", .integer(Int64(gapDays)))
    }
  }

  /// From now on the registry is known until today, whatever day that is.
  package func clearKnownUntil() throws(RegistryError) {
    try set("known_until", .null)
  }

  /// Cites sources for one record, each by its key or its address; an address that is new
  /// becomes a source.
  package func cite(
    _ sources: [String], for entity: Entity, key: String
  ) throws(RegistryError) {
    for given in sources {
      let address = try registry.entered(given, as: Sentence("source", vi: "nguồn"))
      let known = try registry.value(
        "SELECT key FROM source WHERE \(address) IN (key, address)", as: String.self)
      var source = ""
      if let known { source = known } else { source = try addSource(address) }
      // By what it says and not by its key: keys are cut where they are long.
      let isCited =
        try registry.value(
          """
          SELECT 1 FROM citation WHERE \(name: entity.rawValue) = \(key) AND source = \(source)
            AND field IS NULL AND says IS NULL AND record IS NULL
          """, as: Int.self) != nil
      guard !isCited else { continue }
      let citation = try freeCitation("\(key)-\(source)")
      try cite(["key": citation, "source": source, entity.rawValue: key])
    }
  }

  private func freeCitation(_ base: String) throws(RegistryError) -> String {
    var number = 1
    while true {
      let key = Key.numbered(base, number)
      let isTaken =
        try registry.value("SELECT 1 FROM citation WHERE key = \(key)", as: Int.self) != nil
      if !isTaken { return key }
      number += 1
    }
  }

  private func addSource(_ address: String) throws(RegistryError) -> String {
    let words = address.split(separator: "//", maxSplits: 1).last.map(String.init) ?? address
    let key = Key.from(String(words.prefix(80))) ?? "source"
    var facts = Facts()
    facts.set("title", address)
    if address.contains("://") { facts.set("address", address) }
    return try add(.source, key: try free(key, in: .source), facts)
  }

  /// Cites a source for one record: `source`, one of the kinds of record, and where known
  /// `field` and `says`.
  package func cite(_ facts: [String: String]) throws(RegistryError) {
    var values: [String: Value] = ["entered_in": .integer(Int64(change.number))]
    for (column, text) in facts {
      switch column {
      case "key": values[column] = .text(text)
      case "field": values[column] = try registry.entered(text, for: .line(column))
      case "says": values[column] = try registry.entered(text, for: .note(column))
      default:
        guard let entity = Entity(rawValue: column) else {
          throw RegistryError(
            .invalidValue,
            Sentence("A citation has no \(column).", vi: "Trích dẫn không có \(column)."))
        }
        values[column] = .text(try change.lookup.key(of: entity, named: text))
      }
    }
    try insert(into: "citation", values)
  }
}
