import SQLite

/// What somebody found out about a finding.
extension Records {
  /// Says that somebody looked into a finding, and that all is in order.
  ///
  /// It is settled as it is: with other dates, or of other postings, it is found again.
  ///
  /// - Parameters:
  ///   - code: its code.
  ///   - names: keys of what it is about, as many as tell it from others: of a posting or both, of
  ///     the mission, of the person; a name that fits only one will do.
  ///   - reason: why it is in order.
  ///   - source: that bears it out, by its address, its title or its key.
  /// - Throws: where there is no such finding, or several, with what there is; where it is settled.
  @discardableResult
  package func settle(
    _ code: String, at names: [String], because reason: String, source: String? = nil
  ) throws(RegistryError) -> FoundFinding {
    try NewFindings.refuse(unknown: [code], in: registry)
    let all = try registry.all(
      """
      SELECT \(raw: FoundFinding.columns), \(raw: Registry.isSettled)
      FROM (\(raw: try registry.findings(of: code))) AS f
      WHERE \(raw: isMeant(names))
      ORDER BY f.mission, f.posting, f.other_posting, f.person, f.detail LIMIT 1000
      """
    ) { (row) throws(SQLiteError) in
      (finding: try FoundFinding(row), isSettled: try row.get(6, as: Bool.self))
    }
    let open = all.filter { !$0.isSettled }.map(\.finding)
    guard let finding = open.first else {
      if let settled = all.first { throw isSettled(settled.finding) }
      throw try nothingFound(code, at: names)
    }
    guard open.count == 1 else { throw severalFound(code, at: names, open) }
    try keep(
      finding,
      because: try registry.entered(reason, as: Sentence("reason", vi: "lý do"), isNote: true),
      source: source)
    return finding
  }

  /// Takes a settlement back: what it settled is found again.
  ///
  /// - Parameters:
  ///   - code: the code of the finding.
  ///   - names: as ``settle(_:at:because:source:)`` takes them, or the key of the settlement.
  /// - Throws: where nothing such was settled, or several, with what there is.
  @discardableResult
  package func unsettle(_ code: String, at names: [String]) throws(RegistryError) -> FoundFinding {
    try NewFindings.refuse(unknown: [code], in: registry)
    let found = try registry.all(
      """
      SELECT \(raw: FoundFinding.columns), f.key FROM settled_finding AS f
      WHERE f.code = \(code) AND (\(raw: isMeant(names)) OR f.key = \(names.first)) ORDER BY f.key
      """
    ) { (row) throws(SQLiteError) in
      (finding: try FoundFinding(row), key: try row.get(6, as: String.self))
    }
    guard let only = found.first else { throw try nothingSettled(code, at: names) }
    guard found.count == 1 else { throw severalFound(code, at: names, found.map(\.finding)) }
    try registry.run("DELETE FROM settled_finding WHERE key = \(only.key)")
    return only.finding
  }

  private func keep(
    _ finding: FoundFinding, because reason: String, source: String?
  ) throws(RegistryError) {
    let key = try free(finding.suggestedKey, in: "settled_finding")
    // A text with marks apart, or with what nobody sees, is kept nowhere: then it is settled
    // whatever it says.
    var detail = finding.detail
    if let text = detail, (try? registry.isKept(text, by: .note, as: "detail")) != true {
      detail = nil
    }
    let cited: String? = if let source { try self.source(of: source) } else { nil }
    try registry.run(
      """
      INSERT INTO settled_finding (
        key, code, mission, posting, other_posting, person, detail, reason, source, entered_in
      ) VALUES (
        \(key), \(finding.code), \(finding.mission), \(finding.posting), \(finding.otherPosting),
        \(finding.person), \(detail), \(reason), \(cited), \(change.number)
      )
      """)
  }

  /// The condition that every name is one of something that the finding `f` is about.
  private func isMeant(_ names: [String]) -> SQL {
    let conditions = names.map { name -> SQL in
      var keys = [name]
      if !Key.isValid(name) {
        for kind in [RecordKind.mission, .person] {
          if let key = try? change.lookup.key(of: kind, named: name) { keys.append(key) }
        }
      }
      let isOne = keys.map { key -> SQL in
        "\(key) IN (f.mission, f.posting, f.other_posting, f.person, f.detail)"
      }
      // Of a text the detail says in which record it stands.
      return "(\(raw: isOne.joined(separator: " OR ")) OR instr(f.detail, \("/\(name)  ")) > 0)"
    }
    return conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
  }
}

// MARK: Refusals

extension Records {
  private static func subject(_ code: String, _ names: [String]) -> Sentence {
    guard !names.isEmpty else { return Sentence(same: code) }
    let quoted = names.map(Registry.quoted).joined(separator: ", ")
    return Sentence("\(code) at \(quoted)", vi: "\(code) tại \(quoted)")
  }

  private func isSettled(_ finding: FoundFinding) -> RegistryError {
    RegistryError(
      .rule,
      Sentence(
        "This finding is settled already.", vi: "Phát hiện này đã được xác nhận là đã xem xét."),
      list: [Sentence(same: finding.line)])
  }

  /// - Throws: what is wrong with the file.
  private func nothingFound(
    _ code: String, at names: [String]
  ) throws(RegistryError) -> RegistryError {
    let subject = Self.subject(code, names)
    var list = try findingsElsewhere(at: names)
    var hint = Sentence(
      "This is what is found there.", vi: "Đây là những gì phát hiện được ở đó.")
    if list.isEmpty {
      list = try lines("1", from: registry.findings(of: code))
      hint = Sentence("Of this code these are found.", vi: "Với mã này có các phát hiện sau.")
    }
    return RegistryError(
      .unknownName,
      Sentence(
        "There is no finding \(subject.english) to settle.",
        vi: "Không có phát hiện \(subject.vietnamese) để xác nhận."),
      list: list, hint: list.isEmpty ? nil : hint)
  }

  /// Findings of other codes at the same keys, looked for at their missions alone.
  private func findingsElsewhere(at names: [String]) throws(RegistryError) -> [Sentence] {
    var missions: [String] = []
    for name in names {
      missions += try registry.column(
        """
        SELECT key FROM mission WHERE key = \(name)
        UNION SELECT mission FROM posting WHERE key = \(name) OR person = \(name)
        LIMIT 20
        """, as: String.self)
    }
    guard !missions.isEmpty else { return [] }
    return try lines(
      "\(raw: Registry.isOf(missions)) AND \(raw: isMeant(names))", from: "SELECT * FROM finding")
  }

  private func nothingSettled(
    _ code: String, at names: [String]
  ) throws(RegistryError) -> RegistryError {
    let subject = Self.subject(code, names)
    let list = try lines("1", from: "SELECT * FROM settled_finding")
    return RegistryError(
      .unknownName,
      Sentence(
        "No finding \(subject.english) is settled.",
        vi: "Chưa có phát hiện \(subject.vietnamese) nào được xác nhận là đã xem xét."),
      list: list, hint: list.isEmpty ? nil : Sentence("These are.", vi: "Đã xác nhận:"))
  }

  private func severalFound(
    _ code: String, at names: [String], _ found: [FoundFinding]
  ) -> RegistryError {
    let subject = Self.subject(code, names)
    var list = found.prefix(10).map { Sentence(same: $0.line) }
    if found.count > 10 { list.append(Sentence(same: "… +\(found.count - 10)")) }
    return RegistryError(
      .unknownName,
      Sentence(
        "There are \(found.count) findings \(subject.english).",
        vi: "Có \(found.count) phát hiện \(subject.vietnamese)."),
      list: list,
      hint: Sentence(
        "Each is settled by itself: give both postings, or what else tells it from the others.",
        vi:
          "Mỗi phát hiện xác nhận riêng: hãy ghi cả hai lần cử, hoặc điều gì phân biệt với các phát hiện khác."
      ))
  }

  private func lines(
    _ condition: SQL, from findings: SQL
  ) throws(RegistryError) -> [Sentence] {
    try registry.all(
      """
      SELECT \(raw: FoundFinding.columns) FROM (\(raw: findings)) AS f
      WHERE \(raw: condition) LIMIT 10
      """
    ) { (row) throws(SQLiteError) in Sentence(same: try FoundFinding(row).line) }
  }
}
