import Registry
import SQLite

/// A change of the past: who made it, when and why.
public struct PastChange: Hashable, Sendable, Identifiable {
  /// Its number, never given to another one.
  public let number: Int
  /// When, in UTC: `2025-02-21T03:15:00Z`.
  public let madeAt: String
  /// Who made it.
  public let author: String
  /// Why, in the author's words.
  public let reason: String?
  /// What was done.
  public let what: String
  /// The program that wrote it, with its version.
  public let program: String
  /// The number of the change that it takes back.
  public let undoes: Int?
  /// The hash of its content and of the seal before it; `nil` until it is sealed.
  public let seal: String?

  /// Its ``number``.
  public var id: Int { number }
}

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

extension Registry {
  /// The changes, the latest first.
  ///
  /// - Returns: the changes, one at a time.
  /// - Throws: a ``RegistryError`` where the file cannot be read.
  public func changes() throws(RegistryError) -> Rows<PastChange> {
    try rows(
      """
      SELECT number, made_at, author, reason, action, program, undoes, seal
      FROM change ORDER BY number DESC
      """
    ) { row in
      PastChange(
        number: try row.get(0), madeAt: try row.get(1), author: try row.get(2),
        reason: try row.get(3), what: try row.get(4), program: try row.get(5),
        undoes: try row.get(6), seal: try row.get(7))
    }
  }

  /// What is odd in the registry, the gravest first.
  ///
  /// The whole registry is looked through and the findings are sorted before the first one is there.
  ///
  /// - Returns: the findings, one at a time.
  /// - Throws: a ``RegistryError`` where the file cannot be read.
  public func findings() throws(RegistryError) -> Rows<Finding> {
    let core = try core()
    let every = try told { () throws(CoreError) in try core.everyFinding() }
    return try rows(
      """
      SELECT f.code, f.severity, k.name_en, k.name_vi, f.mission, f.posting, f.other_posting,
        f.person, f.detail
      FROM (\(raw: every)) AS f JOIN finding_kind AS k ON k.code = f.code
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

  private func rows<Element>(
    _ sql: SQL, _ decode: @escaping (borrowing SQLite.Row) throws -> Element
  ) throws(RegistryError) -> Rows<Element> {
    let core = try core()
    return Rows(try told { () throws(CoreError) in try core.statement(sql) }, of: core, decode)
  }
}
