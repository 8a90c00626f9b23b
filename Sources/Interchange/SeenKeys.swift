import Registry
import SQLite

/// The keys that a file had so far, and where: in a database of SQLite's own that lies in memory
/// while it is small, then in a file without a name, so that a million keys take no memory.
final class SeenKeys {
  private let connection: Connection
  private var add: Statement
  private var find: Statement

  init() throws(RegistryError) {
    do {
      connection = try Connection(path: "", mode: .passing, walls: .none)
      try connection.execute(
        script: """
          PRAGMA journal_mode = OFF;
          PRAGMA synchronous = OFF;
          CREATE TABLE seen (key TEXT PRIMARY KEY, line INTEGER) WITHOUT ROWID;
          BEGIN;
          """)
      add = try connection.prepare("INSERT OR IGNORE INTO seen VALUES (?, ?)")
      find = try connection.prepare("SELECT line FROM seen WHERE key = ?")
    } catch { throw Self.failure(error) }
  }

  /// Takes a key, part by part.
  ///
  /// - Returns: the line on which it was before; `nil` where it is new.
  func take(_ parts: [String], at line: Int) throws(RegistryError) -> Int? {
    let key = Self.joined(parts)
    do {
      defer { add.reset() }
      try add.bind(.text(key), at: 1)
      try add.bind(.integer(Int64(line)), at: 2)
      _ = try add.step()
      return connection.changedRows > 0 ? nil : try self.line(of: key)
    } catch { throw Self.failure(error) }
  }

  func contains(_ parts: [String]) throws(RegistryError) -> Bool {
    do { return try line(of: Self.joined(parts)) != nil } catch { throw Self.failure(error) }
  }

  /// By a character that no text of a registry holds.
  private static func joined(_ parts: [String]) -> String { parts.joined(separator: "\u{1F}") }

  private func line(of key: String) throws(SQLiteError) -> Int? {
    defer { find.reset() }
    try find.bind(.text(key), at: 1)
    return try find.step() ? Int(find.row.integer(at: 0)) : nil
  }

  private static func failure(_ error: SQLiteError) -> RegistryError {
    RegistryError(error, path: "SQLite's temporary file")
  }
}
