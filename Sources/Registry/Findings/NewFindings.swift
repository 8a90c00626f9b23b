import SQLite

/// Grave findings that a write would add.
struct NewFindings {
  struct Finding: Hashable {
    let code: String
    let mission: String
    let posting: String
    let other: String?
  }

  private let registry: Registry
  private let changes: ClosedRange<Int>
  private let tables: Set<String>

  /// - Parameters:
  ///   - changes: what the open transaction wrote.
  ///   - tables: the names of the tables that it wrote.
  init(_ registry: Registry, by changes: ClosedRange<Int>, in tables: Set<String>) {
    self.registry = registry
    self.changes = changes
    self.tables = tables
  }

  /// Refuses those that nobody accepted.
  ///
  /// What was odd before is no news: somebody who does not see the open transaction is asked. Nor
  /// is what somebody looked into and settled.
  func refuse(accepting codes: Set<String>) throws(RegistryError) {
    guard !codes.contains("*"), !tables.isDisjoint(with: Self.asked) else { return }
    let touched = try touchedMissions()
    var found: Set<Finding> = []
    for mission in touched { found.formUnion(try findings(of: mission, in: registry)) }
    found = found.filter { !codes.contains($0.code) }
    guard !found.isEmpty else { return }
    let before = try Registry.connect(
      registry.connection.path, for: .reading, named: registry.path)
    for mission in Set(found.map(\.mission)) {
      found.subtract(try findings(of: mission, in: before))
    }
    let new = found.sorted { ($0.code, $0.posting) < ($1.code, $1.posting) }
    guard let first = new.first else { return }
    throw try refusal(new, first)
  }

  /// The tables of which a grave finding tells.
  private static let asked: Set<String> = [
    "accreditation", "posting", "mission", "mission_closure", "person",
  ]

  /// The missions whose heads, or whose heads' lives, were written.
  private func touchedMissions() throws(RegistryError) -> [String] {
    let (first, last) = (changes.lowerBound, changes.upperBound)
    return try registry.column(
      Registry.missionsWritten(
        where: "t.change BETWEEN \(carried: first) AND \(carried: last)"), as: String.self)
  }

  private func findings(
    of mission: String, in registry: Registry
  ) throws(RegistryError) -> Set<Finding> {
    let found = try registry.all(
      """
      SELECT code, posting, other_posting FROM grave_finding AS f
      WHERE mission = \(mission) AND NOT \(raw: Registry.isSettled)
      """
    ) { (row) throws(SQLiteError) in
      Finding(
        code: try row.get(0), mission: mission, posting: try row.get(1), other: try row.get(2))
    }
    return Set(found)
  }

  // MARK: Codes

  /// Those of which the way out is that one of two heads left.
  private static let ofTwoHeads: Set<String> = ["two-heads", "head-not-ended"]

  /// Asked about where a head is added, and found nowhere afterwards.
  static let unusualTitle = "unusual-title"

  /// Refuses codes that no finding has: whoever mistyped one would believe it accepted.
  static func refuse(
    unknown codes: Set<String>, in registry: Registry
  ) throws(RegistryError) {
    let given = codes.subtracting(["*"])
    guard !given.isEmpty else { return }
    let kinds = try registry.column("SELECT code FROM finding_kind", as: String.self)
    let known = (kinds + [unusualTitle]).sorted()
    guard let stranger = given.sorted().first(where: { !known.contains($0) }) else { return }
    let near = Nearest.matches(to: stranger, among: known)
    throw RegistryError(
      .unknownName,
      Sentence(
        "No finding has the code \(Registry.quoted(stranger)).",
        vi: "Không có điều bất thường nào mang mã \(Registry.quoted(stranger))."),
      list: (near.isEmpty ? known : near).map { Sentence(same: $0) },
      hint: Sentence("Give one of these codes.", vi: "Hãy ghi một trong các mã này."))
  }

  // MARK: Words

  private func refusal(_ new: [Finding], _ first: Finding) throws(RegistryError) -> RegistryError {
    let list = try new.prefix(10).map { (finding) throws(RegistryError) in
      let first = try tenure(of: finding.posting)
      var english = "\(finding.code)  \(finding.posting) \(first.english)"
      var vietnamese = "\(finding.code)  \(finding.posting) \(first.vietnamese)"
      if let other = finding.other {
        let second = try tenure(of: other)
        english += " / \(other) \(second.english)"
        vietnamese += " / \(other) \(second.vietnamese)"
      }
      return Sentence(english, vi: vietnamese)
    }
    guard let other = first.other, Self.ofTwoHeads.contains(first.code) else {
      let name = try name(of: first.code)
      return RegistryError(
        .finding,
        Sentence(
          "\(first.mission): \(name.english.lowercased()).",
          vi: "\(first.mission): \(name.vietnamese.lowercased())."),
        list: list,
        remedies: first.code == "closed-while-headed"
          ? [.endService(of: first.posting), .accept(first.code)] : [.accept(first.code)])
    }
    let staying = try isNew(first.posting) ? other : first.posting
    return RegistryError(
      .finding,
      Sentence(
        "\(first.mission) would have two heads at once.",
        vi: "\(first.mission) sẽ có hai người đứng đầu cùng lúc."),
      list: list,
      remedies: [.endService(of: staying), .acceptBoth(first.code)])
  }

  private func name(of code: String) throws(RegistryError) -> Sentence {
    let name = try registry.first(
      "SELECT name_en, name_vi FROM finding_kind WHERE code = \(code)"
    ) { (row) throws(SQLiteError) in
      Sentence(try row.get(0, as: String.self), vi: try row.get(1, as: String.self))
    }
    return name ?? Sentence(same: code)
  }

  private func isNew(_ posting: String) throws(RegistryError) -> Bool {
    try registry.value(
      """
      SELECT min(change) >= \(changes.lowerBound) FROM posting_history WHERE key = \(posting)
      """, as: Bool.self) ?? false
  }

  private func tenure(of posting: String) throws(RegistryError) -> Sentence {
    let tenure = try registry.first(
      """
      SELECT coalesce(a.began, '?'), coalesce(mark.name_en, p.ended, ''),
        coalesce(mark.name_vi, p.ended, '')
      FROM posting AS p
      LEFT JOIN accreditation AS a ON a.posting = p.key AND a.is_resident
      LEFT JOIN code_label AS mark ON mark.list = 'posting.end_mark' AND mark.code = p.end_mark
      WHERE p.key = \(posting)
      """
    ) { (row) throws(SQLiteError) in
      let began = PageDate.words(try row.get(0, as: String.self))
      return Sentence(
        "(\(began.english) - \(PageDate.english(try row.get(1, as: String.self))))",
        vi: "(\(began.vietnamese) - \(PageDate.vietnamese(try row.get(2, as: String.self))))")
    }
    return tenure ?? Sentence(same: "")
  }
}

extension Registry {
  /// - Throws: where a code is one of no finding, with the nearest codes.
  package func refuse(unknownFindings codes: [String]) throws(RegistryError) {
    try NewFindings.refuse(unknown: Set(codes), in: self)
  }
}
