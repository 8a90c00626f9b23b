import Registry
import SQLite

/// An answer that is read row by row, however long it is: one row is held at a time.
///
/// ```swift
/// var missions = try registry.missions(where: ["receiver": "jp"])
/// while let mission = try missions.next() { print(mission.name.english) }
/// ```
///
/// It cannot be copied. As long as it lives it may hold on to the moment at which it began to read,
/// so read it to its end, or let it go, before writing with the same registry.
public struct Rows<Element>: ~Copyable {
  /// The names of the columns, in order.
  public let columns: [String]

  private var statement: Statement
  private let decode: (borrowing SQLite.Row) throws -> Element
  private let core: CoreRegistry
  /// Where somebody's own question is answered, within its limits.
  private let session: QuerySession?
  private var isAtEnd = false

  init(
    _ statement: consuming Statement, of core: CoreRegistry, within session: QuerySession? = nil,
    _ decode: @escaping (borrowing SQLite.Row) throws -> Element
  ) {
    columns = statement.columnNames
    self.statement = statement
    self.core = core
    self.session = session
    self.decode = decode
  }

  /// The next row; `nil` at the end.
  ///
  /// - Throws: ``RegistryError/Code-swift.struct/timeLimit`` and
  ///   ``RegistryError/Code-swift.struct/cancelled`` of a question, and what is wrong with the file.
  public mutating func next() throws(RegistryError) -> Element? {
    guard !isAtEnd else { return nil }
    do {
      guard try step() else {
        isAtEnd = true
        return nil
      }
      return try decode(statement.row)
    } catch {
      isAtEnd = true
      throw refusal(for: error)
    }
  }

  /// The same rows as something else, each made of its row when it is read.
  ///
  /// - Parameter transform: makes it; what it throws, ``next()`` throws as a ``RegistryError``.
  public consuming func map<Other>(
    _ transform: @escaping (Element) throws -> Other
  ) -> Rows<Other> {
    let (core, session, decode) = (self.core, self.session, self.decode)
    let isAtEnd = self.isAtEnd
    var rows = Rows<Other>(statement, of: core, within: session) { row in
      try transform(decode(row))
    }
    rows.isAtEnd = isAtEnd
    return rows
  }

  /// Every row that is left, in memory: for answers that are known to be small.
  ///
  /// - Throws: as ``next()``.
  public consuming func all() throws(RegistryError) -> [Element] {
    var rows: [Element] = []
    while let row = try next() { rows.append(row) }
    return rows
  }

  /// The first row; `nil` where there is none.
  ///
  /// - Throws: as ``next()``.
  public consuming func first() throws(RegistryError) -> Element? { try next() }

  private mutating func step() throws(SQLiteError) -> Bool {
    guard let session else { return try statement.step() }
    session.startClock()
    let limit = MemoryLimit(bytes: session.limits.memory)
    defer { limit.end() }
    return try statement.step()
  }

  private func refusal(for error: any Error) -> RegistryError {
    switch error {
    case let error as RegistryError: error
    case let error as CoreError: RegistryError(error)
    case let error as SQLiteError:
      RegistryError(session?.refusal(for: error) ?? core.refusal(for: error))
    default: RegistryError(CoreError(.unforeseen, Sentence(same: "\(error)")))
    }
  }
}
