import SQLite

extension HeadOffice {
  /// Records that a mission closed, and perhaps that its heads left with it.
  ///
  /// - Parameters:
  ///   - since: the day of the closing, as typed.
  ///   - endsHeads: whether whoever heads it, and has no recorded end, left on that day.
  /// - Returns: what is different, and the postings ended.
  /// - Throws: where a closing is recorded already.
  package func close(
    mission key: String, since: String, document: String?, endsHeads: Bool
  ) throws(RegistryError) -> (differences: [Records.Difference], ended: [String]) {
    let recorded =
      try registry.value("SELECT closed FROM mission WHERE key = \(key)", as: String?.self) ?? nil
    if let recorded {
      let day = PageDate.words(recorded)
      throw RegistryError(
        .rule,
        Sentence(
          "The closing of \(key) is recorded already: \(day.english).",
          vi: "Đã ghi việc đóng cửa của \(key): \(day.vietnamese)."),
        remedies: [.correct(WantedFact(entity: .mission, column: "closed"), of: key)])
    }
    var facts = Facts()
    facts.set("closed", since)
    facts.set("closing_document", document)
    let differences = try records.edit(.mission, key: key, facts)
    guard endsHeads else { return (differences, []) }
    let staying = try registry.column(
      """
      SELECT a.posting
      FROM service AS s JOIN accreditation AS a ON a.key = s.accreditation
      WHERE s.mission = \(key) AND s.is_resident AND s.is_served AND s.has_no_end
        AND s.followed_until = '9999'
      ORDER BY a.posting
      """, as: String.self)
    for posting in staying {
      try end(posting, on: since, reason: "mission-closed", note: nil, document: document)
    }
    return (differences, staying)
  }
}
