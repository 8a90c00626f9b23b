import SQLite

/// What happens to a posting while it lasts: milestones, further accreditations, extensions.
package struct PostingOffice {
  package let change: Change

  package init(_ change: Change) { self.change = change }

  private var registry: Registry { change.registry }

  /// The accreditation of a posting towards a receiver; the resident one where none is named.
  package func accreditation(
    of posting: String, receiver: String?
  ) throws(RegistryError) -> String {
    var towards: String?
    if let receiver { towards = try change.lookup.key(of: .party, named: receiver) }
    let found = try registry.all(
      """
      SELECT key, receiver FROM accreditation
      WHERE posting = \(posting) ORDER BY is_resident DESC, receiver
      """
    ) { (row) throws(SQLiteError) in
      (try row.get(0, as: String.self), try row.get(1, as: String.self))
    }
    if let match = found.first(where: { towards == nil || $0.1 == towards }) { return match.0 }
    throw RegistryError(
      .unknownName,
      Sentence(
        "\(posting) is not accredited to \(towards ?? "any receiver").",
        vi: "\(posting) chưa được ủy nhiệm tại \(towards ?? "nước nào")."),
      list: found.map { Sentence(same: $0.1) },
      remedies: [.accredit(posting: posting)])
  }

  /// Records milestones: agrément, appointment, arrival, copy, credentials, exequatur, recall.
  package func record(
    _ milestones: Facts, of posting: String, towards receiver: String?
  ) throws(RegistryError) -> [Records.Difference] {
    guard !milestones.isEmpty else {
      throw RegistryError(
        .invalidValue,
        Sentence("No milestone is given.", vi: "Chưa ghi mốc nào."),
        remedies: [
          .giveSuchAs(
            WantedFact(entity: .accreditation, column: "credentials"),
            Sentence("2025-02-20", vi: "20/02/2025"))
        ])
    }
    let key = try accreditation(of: posting, receiver: receiver)
    return try Records(change).edit(.accreditation, key: key, milestones)
  }

  /// Accredits a posting to one more receiver (kiêm nhiệm).
  package func accredit(
    _ posting: String, to receiver: String, _ milestones: Facts
  ) throws(RegistryError) -> String {
    try HeadOffice(change).accredit(posting, to: receiver, milestones)
    return try accreditation(of: posting, receiver: receiver)
  }

  /// Extends or shortens a posting.
  ///
  /// - Returns: the planned end before, where one was recorded.
  package func extend(
    _ posting: String, until end: String, decided: String?, document: String?, note: String?
  ) throws(RegistryError) -> String? {
    let records = Records(change)
    let (previous, last) =
      try registry.first(
        """
        SELECT planned_end,
          (SELECT coalesce(max(number), 0) FROM extension WHERE posting = posting.key)
        FROM posting WHERE key = \(posting)
        """
      ) { (row) throws(SQLiteError) in
        (try row.get(0, as: String?.self), try row.get(1, as: Int64.self))
      } ?? (nil, 0)
    let date = try registry.enteredDate(
      end, as: Sentence("planned end", vi: "ngày dự kiến kết thúc"))
    guard previous != date.description else {
      let words = PageDate.words(date.description)
      throw RegistryError(
        .rule,
        Sentence(
          "The planned end of \(posting) is \(words.english) already.",
          vi: "\(posting) vốn đã dự kiến kết thúc \(words.vietnamese)."))
    }
    var values: [String: Value] = [
      "posting": .text(posting), "number": .integer(last.next),
      "planned_end": .text(date.description), "previous_end": previous.sqliteValue,
      "entered_in": .integer(Int64(change.number)),
    ]
    if let decided {
      let name = Sentence("decided", vi: "Ngày quyết định")
      let day = try registry.enteredDate(decided, as: name).description
      registry.echo(day, for: decided, as: name)
      values["decided"] = .text(day)
    }
    if let document {
      values["document"] = .text(try change.lookup.key(of: .document, named: document))
    }
    if let note {
      values["note"] = .text(
        try registry.entered(note, as: Sentence("note", vi: "ghi chú"), isNote: true))
    }
    try records.insert(into: "extension", values)
    return previous
  }
}
