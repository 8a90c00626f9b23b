import SQLite

/// What is odd, before and after a write.
extension HeadOffice {
  struct Finding: Hashable {
    let code: String
    let posting: String
    let other: String
  }

  func findings(of mission: String) throws(RegistryError) -> Set<Finding> {
    let found = try registry.storage { () throws(SQLiteError) in
      try connection.all(
        "SELECT code, posting, other_posting FROM finding WHERE mission = \(mission)"
      ) { (row) throws(SQLiteError) in
        Finding(code: try row.get(0), posting: try row.get(1), other: try row.get(2))
      }
    }
    return Set(found)
  }

  /// Refuses a write that added a finding, unless its code is accepted.
  func refuseNewFindings(
    of mission: String, since before: Set<Finding>, adding: String? = nil
  ) throws(RegistryError) {
    let new = try findings(of: mission).subtracting(before)
      .filter { !change.note.accepted.contains($0.code) }
      .sorted { ($0.code, $0.posting) < ($1.code, $1.posting) }
    guard let first = new.first else { return }
    let staying = first.posting == adding ? first.other : first.posting
    let list = try new.prefix(10).map { (finding) throws(RegistryError) in
      Sentence(
        same: """
          \(finding.code)  \(finding.posting) \(try tenure(of: finding.posting)) / \
          \(finding.other) \(try tenure(of: finding.other))
          """)
    }
    throw RegistryError(
      .finding,
      Sentence(
        "\(mission) would have two heads at once.",
        vi: "\(mission) sẽ có hai người đứng đầu cùng lúc."),
      list: list,
      hint: Sentence(
        """
        Did the earlier one leave? legation head end \(staying) --on DATE --reason REASON
        If both are meant: --accept \(first.code)
        """,
        vi: """
          Người trước đã rời nhiệm sở? legation head end \(staying) --on NGÀY --reason LÝ-DO
          Nếu đúng là cả hai: --accept \(first.code)
          """))
  }

  private func tenure(of posting: String) throws(RegistryError) -> String {
    try registry.storage { () throws(SQLiteError) in
      try connection.value(
        """
        SELECT '(' || coalesce(a.began, '?') || ' - ' || coalesce(p.ended, p.end_mark, '') || ')'
        FROM posting AS p LEFT JOIN accreditation AS a ON a.posting = p.key AND a.is_resident
        WHERE p.key = \(posting)
        """, as: String.self) ?? ""
    }
  }
}
