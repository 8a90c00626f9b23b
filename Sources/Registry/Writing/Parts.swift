import SQLite

/// The parts of a record that have no key of their own: other names, ranks, coverage.
extension Records {
  /// Adds a row that belongs to a record.
  ///
  /// - Parameter facts: by the columns of the part.
  package func add(_ part: Part, to key: String, _ facts: Facts) throws(RegistryError) {
    try add(
      part.table, [part.owner: .text(key)], part.fields, facts,
      foldingName: part.isNames ? "search_key" : nil)
  }

  private func add(
    _ table: String, _ owners: [String: Value], _ fields: [Field], _ facts: Facts,
    foldingName searchKey: String? = nil
  ) throws(RegistryError) {
    var values = owners
    for field in fields {
      if let text = facts[field.column] {
        let value = try registry.entered(text, for: field)
        echo(value, for: text, field)
        values[field.column] = value
      }
    }
    if let searchKey {
      values[searchKey] = .text(NameKey.searchKey(values["name"]?.words ?? ""))
    }
    try insert(into: table, values)
  }

  package func removeName(_ name: String, of entity: RecordKind, key: String) throws(RegistryError)
  {
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

  package func link(
    document: String, to posting: String, effect: String
  ) throws(RegistryError) {
    var facts = Facts()
    facts.set("document", document)
    facts.set("effect", effect)
    try add("posting_document", ["posting": .text(posting)], Self.linkFields, facts)
  }

  private static let linkFields = [
    Field("document", to: .document, "Document", vi: "Văn bản"),
    Field(
      "effect", .choice(["proposes", "approves", "appoints", "extends", "ends", "orders"]),
      "Effect", vi: "Tác dụng"),
  ]
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
    longestTermMonths: Int? = nil, gapDays: Int? = nil
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
    if let longestTermMonths {
      try set("longest_term_months", .integer(Int64(longestTermMonths)))
    }
    if let gapDays {
      try set("gap_days", .integer(Int64(gapDays)))
    }
  }

  /// A setting that the registry is to have no longer.
  package enum Setting: String, Sendable {
    /// Then it is known until today, whatever day that is.
    case knownUntil = "known_until"
    /// Then no end is reckoned where none is planned.
    case standardTermMonths = "standard_term_months"
    /// Then it is two standard terms, and ten years where there is none.
    case longestTermMonths = "longest_term_months"
  }

  package func clear(_ setting: Setting) throws(RegistryError) {
    try set(setting.rawValue, .null)
  }
}
