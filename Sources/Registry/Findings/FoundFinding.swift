package import SQLite

/// A finding by what the view `finding` says of it, which is all that tells it from others.
package struct FoundFinding: Hashable, Sendable {
  package let code: String
  package let mission: String?
  package let posting: String?
  package let otherPosting: String?
  package let person: String?
  package let detail: String?

  static let columns: SQL = "f.code, f.mission, f.posting, f.other_posting, f.person, f.detail"

  init(_ row: borrowing Row) throws(SQLiteError) {
    code = try row.get(0)
    mission = try row.get(1)
    posting = try row.get(2)
    otherPosting = try row.get(3)
    person = try row.get(4)
    detail = try row.get(5)
  }

  /// In a line, with the keys by which it can be meant.
  package var line: String {
    let postings = [posting, otherPosting].compactMap { $0 }
    let keys = postings.isEmpty ? [mission, person].compactMap { $0 } : postings
    let subject = keys.joined(separator: " ")
    return [code, subject, detail ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// The key that its settlement gets, before a number.
  var suggestedKey: String {
    let postings = [posting, otherPosting].compactMap { $0 }
    let keys = postings.isEmpty ? [mission, person].compactMap { $0 } : postings
    let others = keys.isEmpty ? [detail.flatMap(Key.from)].compactMap { $0 } : keys
    return ([code] + others).joined(separator: "-")
  }
}

extension Registry {
  /// The condition that somebody settled the finding `f`.
  package static let isSettled: SQL = """
    EXISTS (
      SELECT 1 FROM settled_finding AS s
      WHERE s.posting IS f.posting AND s.code = f.code AND s.mission IS f.mission
        AND s.other_posting IS f.other_posting AND s.person IS f.person
        AND (s.detail IS NULL OR s.detail = f.detail)
    )
    """

  /// How many findings of these codes there are that somebody settled.
  ///
  /// - Parameter mission: of this one only, where there is one.
  package func settledCount(
    of codes: Set<String>, mission: String? = nil
  ) throws(RegistryError) -> Int {
    let settled = try column("SELECT DISTINCT code FROM settled_finding", as: String.self)
    var count = 0
    for code in settled where codes.contains(code) {
      let ofOne: SQL? = mission.map { "f.mission = \($0)" }
      let place = if let ofOne { ofOne } else { try placeOfSettled(code) }
      count +=
        try value(
          """
          SELECT count(*) FROM (\(raw: try findings(of: code))) AS f
          WHERE \(raw: place) AND \(raw: Self.isSettled)
          """, as: Int.self) ?? 0
    }
    return count
  }

  /// A condition that leaves few findings to look at, where each that was settled is of one of a
  /// few missions.
  private func placeOfSettled(_ code: String) throws(RegistryError) -> SQL {
    let missions = try column(
      "SELECT DISTINCT coalesce(mission, '') FROM settled_finding WHERE code = \(code) LIMIT 200",
      as: String.self)
    guard !missions.contains(""), missions.count < 200 else { return "1" }
    return Self.isOf(missions)
  }

  static func isOf(_ missions: [String]) -> SQL {
    "f.mission IN (\(raw: missions.map { "\($0)" as SQL }.joined(separator: ", ")))"
  }
}
