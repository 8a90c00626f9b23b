import CSQLite

/// One connection to one SQLite file, used from one thread.
///
/// Not `Sendable`: a connection and its statements belong to the task that opened them.
package final class Connection {
  package enum Mode: Sendable {
    /// By flag, not by URI: with a URI the connection itself stays writable for ATTACH.
    case readOnly
    case readWrite
    /// Makes the file where there is none; no part of the path may be a symbolic link.
    case create
  }

  let handle: OpaquePointer
  package let path: String
  package let mode: Mode
  private var cache: [SQLBytes: (statement: OpaquePointer, usedAt: Int)] = [:]
  private var uses = 0
  /// Counts up when statements are forgotten: one that is lent meanwhile is not taken back.
  private(set) var generation = 0
  private let cacheLimit = 64
  var authorize: ((Action) -> Decision)?
  var interrupt: (() -> Bool)?
  var busyTimeout = 0
  var busyWaited = 0

  /// Opens a file.
  ///
  /// ":memory:" with ``Mode/readWrite`` is a database in memory.
  ///
  /// - Throws: `cannotOpen` where there is no such file or folder. SQLite reads a file only at
  /// the first statement, so `notADatabase` comes then.
  package init(path: String, mode: Mode) throws(SQLiteError) {
    var flags = SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX
    switch mode {
    case .readOnly: flags |= SQLITE_OPEN_READONLY
    case .readWrite: flags |= SQLITE_OPEN_READWRITE
    case .create: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW
    }
    var opened: OpaquePointer?
    let result = sqlite3_open_v2(path, &opened, flags, nil)
    guard result == SQLITE_OK, let opened else {
      let error = SQLiteError(opened, fallback: result)
      sqlite3_close_v2(opened)
      throw error
    }
    handle = opened
    self.path = path
    self.mode = mode
  }

  deinit {
    forgetStatements()
    sqlite3_close_v2(handle)
  }

  /// The version of the library in use, as 3040001 for 3.40.1.
  package static var libraryVersion: Int { Int(sqlite3_libversion_number()) }

  // MARK: Statements

  /// A statement from the cache, or prepared.
  ///
  /// One that is in use is prepared a second time.
  ///
  /// - Throws: also where `sql` is empty or holds more than one statement.
  package func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    let key = SQLBytes(text: sql)
    if let cached = cache.removeValue(forKey: key) {
      return Statement(handle: cached.statement, connection: self, sql: sql)
    }
    let (statement, rest) = try compile(sql[...], in: sql, flags: UInt32(SQLITE_PREPARE_PERSISTENT))
    guard let statement else { throw .misuse("no SQL statement", sql: sql) }
    guard !holdsStatement(rest) else {
      // Not by way of the cache: there the same text would be found as one statement.
      sqlite3_finalize(statement)
      throw .misuse("more than one SQL statement", sql: sql)
    }
    return Statement(handle: statement, connection: self, sql: sql)
  }

  /// Whether there is more than blanks and comments.
  private func holdsStatement(_ script: Substring) -> Bool {
    var rest = script
    do {
      switch try prepareNext(of: &rest) {
      case .some: return true
      case .none: return false
      }
    } catch { return true }
  }

  /// Takes the first statement off a script; `nil` when only blanks and comments are left.
  package func prepareNext(of script: inout Substring) throws(SQLiteError) -> Statement? {
    while !script.isEmpty {
      let text = String(script)
      let (statement, rest) = try compile(text[...], in: text, flags: 0)
      script = rest
      if let statement {
        let sql = sqlite3_sql(statement).map { String(cString: $0) } ?? text
        return Statement(handle: statement, connection: self, sql: sql)
      }
    }
    return nil
  }

  private func compile(_ part: Substring, in sql: String, flags: UInt32)
    throws(SQLiteError) -> (OpaquePointer?, Substring)
  {
    var text = String(part)
    if text.utf8.contains(0) { throw .misuse("SQL holds a NUL byte", sql: sql) }
    var statement: OpaquePointer?
    var consumed = 0
    let result = text.withUTF8 { utf8 -> Int32 in
      guard let base = utf8.baseAddress else { return SQLITE_OK }
      return base.withMemoryRebound(to: CChar.self, capacity: utf8.count) { start in
        var tail: UnsafePointer<CChar>?
        let result = sqlite3_prepare_v3(
          handle, start, Int32(clamping: utf8.count), flags, &statement, &tail)
        consumed = tail.map { start.distance(to: $0) } ?? utf8.count
        return result
      }
    }
    guard result == SQLITE_OK else { throw SQLiteError(handle, sql: sql) }
    return (statement, Substring(text.utf8.dropFirst(consumed)))
  }

  func takeBack(_ statement: OpaquePointer, sql: String, generation: Int) {
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
    let key = SQLBytes(text: sql)
    guard generation == self.generation, cache[key] == nil else {
      sqlite3_finalize(statement)
      return
    }
    uses += 1
    cache[key] = (statement, uses)
    guard cache.count > cacheLimit,
      let oldest = cache.min(by: { $0.value.usedAt < $1.value.usedAt })
    else { return }
    cache[oldest.key] = nil
    sqlite3_finalize(oldest.value.statement)
  }

  var cachedStatements: Int { cache.count }

  func forgetStatements() {
    for cached in cache.values { sqlite3_finalize(cached.statement) }
    cache = [:]
    generation += 1
  }

  // MARK: Running

  package func statement(_ sql: SQL) throws(SQLiteError) -> Statement {
    let statement = try prepare(sql.text)
    try statement.bind(sql.bindings)
    return statement
  }

  /// Runs one statement to its end; rows are passed over.
  package func run(_ sql: SQL) throws(SQLiteError) {
    let statement = try statement(sql)
    while try statement.step() {}
  }

  /// Runs every statement of a script.
  package func execute(script: String) throws(SQLiteError) {
    var rest = script[...]
    while let statement = try prepareNext(of: &rest) {
      while try statement.step() {}
    }
  }

  /// The first row, decoded; `nil` where there is none.
  package func first<T>(
    _ sql: SQL, as decode: (borrowing Row) throws(SQLiteError) -> T
  ) throws(SQLiteError) -> T? {
    let statement = try statement(sql)
    guard try statement.step() else { return nil }
    return try decode(statement.row)
  }

  /// The first column of the first row; `nil` where there is no row.
  package func value<T: ColumnDecodable>(_ sql: SQL, as type: T.Type = T.self)
    throws(SQLiteError) -> T?
  {
    let statement = try statement(sql)
    guard try statement.step() else { return nil }
    // Named, or the optional result would make it `get` of an optional, and NULL a nil.
    return try statement.row.get(0, as: T.self)
  }

  /// Every row, decoded.
  ///
  /// For results that are known to be small.
  package func all<T>(
    _ sql: SQL, as decode: (borrowing Row) throws(SQLiteError) -> T
  ) throws(SQLiteError) -> [T] {
    let statement = try statement(sql)
    var rows: [T] = []
    while try statement.step() { rows.append(try decode(statement.row)) }
    return rows
  }

  /// The first column of every row.
  package func column<T: ColumnDecodable>(_ sql: SQL, as type: T.Type = T.self)
    throws(SQLiteError) -> [T]
  {
    let statement = try statement(sql)
    var values: [T] = []
    while try statement.step() { values.append(try statement.row.get(0)) }
    return values
  }

  /// Rows changed by the last INSERT, UPDATE or DELETE, triggers not counted.
  package var changedRows: Int { Int(sqlite3_changes64(handle)) }
  /// Rows changed since the connection was opened, triggers counted.
  package var totalChangedRows: Int { Int(sqlite3_total_changes64(handle)) }
  package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }
}

/// SQL by its bytes: Swift takes NFC and NFD for the same text, SQLite does not.
struct SQLBytes: Hashable {
  let text: String

  static func == (left: SQLBytes, right: SQLBytes) -> Bool {
    var (left, right) = (left.text, right.text)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        left.count == right.count && left.elementsEqual(right)
      }
    }
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

// A SQLite connection in this mode must stay on one thread.
@available(*, unavailable)
extension Connection: Sendable {}
