import Registry
import SQLite

/// Something odd that the registry holds, though it occurs in real history.
public struct Finding: Hashable, Sendable {
  /// How grave it is.
  public enum Severity: String, Sendable, CaseIterable {
    /// It can hardly be so; a change that adds one is refused unless it is accepted.
    case error
    /// It is worth a look.
    case warning
    /// It is only told.
    case note
  }

  /// The code, as `two-heads`.
  public let code: String
  /// How grave it is.
  public let severity: Severity
  /// What the code means.
  public let meaning: LocalizedText
  /// The key of the mission, where it is of one.
  public let mission: String?
  /// The key of the posting, where it is of one.
  public let posting: String?
  /// The key of the other posting, where it is of two.
  public let otherPosting: String?
  /// The key of the person, where it is of one.
  public let person: String?
  /// The dates or the text in question.
  public let detail: String?
}

/// A finding that somebody looked into and settled.
public struct Settlement: Hashable, Sendable, Identifiable {
  /// Its key.
  public let key: String
  /// The code of the finding, as `two-heads`.
  public let code: String
  /// The key of the mission, where it is of one.
  public let mission: String?
  /// The key of the posting, where it is of one.
  public let posting: String?
  /// The key of the other posting, where it is of two.
  public let otherPosting: String?
  /// The key of the person, where it is of one.
  public let person: String?
  /// The dates or the text in question; `nil` where it is settled whatever they are.
  public let detail: String?
  /// Why it is in order.
  public let reason: String
  /// The key of the source that bears it out.
  public let source: String?
  /// The number of the change that settled it: ``Registry/changes()`` tells who and when.
  public let change: Int?

  /// Its ``key``.
  public var id: String { key }
}

extension Registry {
  /// What is odd in the registry, the gravest first.
  ///
  /// The whole registry is looked through and the findings are sorted before the first one is there.
  ///
  /// - Parameter includingSettled: whether those are among them that somebody looked into and settled.
  /// - Returns: the findings, one at a time.
  /// - Throws: a ``RegistryError`` where the file cannot be read.
  public func findings(includingSettled: Bool = false) throws(RegistryError) -> Rows<Finding> {
    let core = try core()
    let every = try told { () throws(CoreError) in try core.everyFinding() }
    return try rows(
      """
      SELECT f.code, f.severity, k.name_en, k.name_vi, f.mission, f.posting, f.other_posting,
        f.person, f.detail
      FROM (\(raw: every)) AS f JOIN finding_kind AS k ON k.code = f.code
      WHERE \(includingSettled) OR NOT \(raw: CoreRegistry.isSettled)
      ORDER BY CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, f.code,
        f.mission, f.posting, f.person
      """
    ) { row in
      Finding(
        code: try row.get(0), severity: try row.code(1),
        meaning: LocalizedText(try row.get(2), vietnamese: try row.get(3)),
        mission: try row.get(4), posting: try row.get(5), otherPosting: try row.get(6),
        person: try row.get(7), detail: try row.get(8))
    }
  }

  /// The findings that are settled, by code and mission.
  ///
  /// - Returns: the settlements, one at a time.
  /// - Throws: a ``RegistryError`` where the file cannot be read.
  public func settlements() throws(RegistryError) -> Rows<Settlement> {
    try rows(
      """
      SELECT key, code, mission, posting, other_posting, person, detail, reason, source, entered_in
      FROM settled_finding ORDER BY code, mission, posting, person, key
      """
    ) { row in
      Settlement(
        key: try row.get(0), code: try row.get(1), mission: try row.get(2),
        posting: try row.get(3), otherPosting: try row.get(4), person: try row.get(5),
        detail: try row.get(6), reason: try row.get(7), source: try row.get(8),
        change: try row.get(9))
    }
  }
}
