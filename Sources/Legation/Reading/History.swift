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

  func rows<Element>(
    _ sql: SQL, _ decode: @escaping (borrowing SQLite.Row) throws -> Element
  ) throws(RegistryError) -> Rows<Element> {
    let core = try core()
    return Rows(try told { () throws(CoreError) in try core.statement(sql) }, of: core, decode)
  }
}
