import CSQLite

/// One connection to one SQLite file, used from one thread.
///
/// Not `Sendable`: a connection and its statements belong to the task that opened them.
@safe package final class Connection {
  package enum Mode: Sendable {
    /// By flag, not by URI: with a URI the connection itself stays writable for ATTACH.
    case readOnly
    case readWrite
    /// Makes the file where there is none; no part of the path may be a symbolic link.
    case create
    /// For reading a file that nobody writes, in a folder where nothing can be made: without
    /// locks and without a log.
    case unchanging
    /// For reading a file and its log on a medium that nobody can write.
    case unwritable
    /// A database that goes with the connection: in memory, or with an empty path in a file that
    /// nobody sees.
    case passing
  }

  let handle: OpaquePointer
  package let path: String
  package let mode: Mode
  /// The longest unused first: a few that are found by their length sooner than by a hash of
  /// hundreds of bytes.
  private var kept: [KeptStatement] = []
  /// Counts up when statements are forgotten: one that is lent meanwhile is not taken back.
  private(set) var generation = 0
  private let keptLimit = 64
  package internal(set) var walls: Walls = .none
  /// Actions that are allowed without a closer look, one bit a code.
  var unasked: UInt64 = 0
  var authorize: ((Action) -> Decision)?
  var interrupt: (() -> Bool)?
  var busyTimeout = Duration.zero
  var busyNotice: (() -> Void)?
  var busySince: ContinuousClock.Instant?
  var isWaitTold = false

  /// Opens a file, by its name whatever that is: no name is taken for a URI.
  ///
  /// - Throws: `cannotOpen` where there is no such file or folder. SQLite reads a file only at
  /// the first statement, so `notADatabase` comes then.
  package init(path: String, mode: Mode, walls: Walls) throws(SQLiteError) {
    var flags = SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX
    // ":memory:" and "file:x" mean something else to SQLite.
    var name = path.hasPrefix("/") ? path : "./" + path
    var system: String?
    switch mode {
    case .readOnly: flags |= SQLITE_OPEN_READONLY
    case .readWrite: flags |= SQLITE_OPEN_READWRITE
    case .create: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW
    case .unchanging:
      flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      name = "file:" + Self.escaped(name) + "?immutable=1"
    case .unwritable:
      flags |= SQLITE_OPEN_READONLY
      system = "unix-none"
    case .passing:
      flags |= SQLITE_OPEN_READWRITE
      name = path
    }
    var opened: OpaquePointer?
    let result = unsafe sqlite3_open_v2(name, &opened, flags, system)
    guard result == SQLITE_OK, let opened = unsafe opened else {
      let error = unsafe SQLiteError(opened, fallback: result)
      unsafe sqlite3_close_v2(opened)
      throw error
    }
    unsafe handle = opened
    self.path = path
    self.mode = mode
    try raise(walls)
    // Its locks are nobody's, so the log's index lies in the memory of this process.
    if mode == .unwritable { try run("PRAGMA locking_mode = EXCLUSIVE") }
  }

  /// A path as a part of a URI.
  private static func escaped(_ path: String) -> String {
    var escaped = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return escaped
  }

  deinit {
    forgetStatements()
    unsafe sqlite3_close_v2(handle)
  }

  /// The version of the library in use, as 3040001 for 3.40.1.
  package static var libraryVersion: Int { Int(sqlite3_libversion_number()) }

  // MARK: Statements

  /// A statement that was kept, or one that is prepared.
  ///
  /// One that is in use is prepared a second time.
  ///
  /// - Throws: also where `sql` is empty or holds more than one statement.
  package func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    if let place = place(of: sql) {
      let statement = kept.remove(at: place)
      return unsafe Statement(handle: statement.handle, connection: self, sql: sql)
    }
    let script = Script(sql)
    let statement = try unsafe script.next(on: handle, flags: UInt32(SQLITE_PREPARE_PERSISTENT))
    guard let statement = unsafe statement else { throw .misuse("no SQL statement", sql: sql) }
    guard !holdsStatement(script) else {
      // Not by way of the kept ones: there the same text would be found as one statement.
      unsafe sqlite3_finalize(statement)
      throw .misuse("more than one SQL statement", sql: sql)
    }
    return unsafe Statement(handle: statement, connection: self, sql: sql)
  }

  /// Whether there is more than blanks and comments.
  private func holdsStatement(_ script: Script) -> Bool {
    do {
      guard let statement = try unsafe script.next(on: handle) else { return false }
      unsafe sqlite3_finalize(statement)
      return true
    } catch { return true }
  }

  /// Takes the first statement off a script; `nil` when only blanks and comments are left.
  package func prepareNext(of script: Script) throws(SQLiteError) -> Statement? {
    guard let statement = try unsafe script.next(on: handle) else { return nil }
    let sql = unsafe sqlite3_sql(statement).map { unsafe String(cString: $0) } ?? ""
    return unsafe Statement(handle: statement, connection: self, sql: sql)
  }

  func takeBack(_ statement: OpaquePointer, sql: String, generation: Int) {
    unsafe sqlite3_reset(statement)
    unsafe sqlite3_clear_bindings(statement)
    guard generation == self.generation, place(of: sql) == nil else {
      unsafe sqlite3_finalize(statement)
      return
    }
    kept.append(unsafe KeptStatement(handle: statement, sql: sql))
    guard kept.count > keptLimit else { return }
    unsafe sqlite3_finalize(kept.removeFirst().handle)
  }

  private func place(of sql: String) -> Int? { kept.lastIndex { $0.isMade(of: sql) } }

  var keptStatements: Int { kept.count }

  func forgetStatements() {
    for statement in kept { unsafe sqlite3_finalize(statement.handle) }
    kept = []
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
    var statement = try statement(sql)
    while try statement.step() {}
  }

  /// Runs every statement of a script that the program carries.
  package func execute(script: String) throws(SQLiteError) {
    let script = Script(script)
    while var statement = try prepareNext(of: script) {
      while try statement.step() {}
    }
  }

  /// The first row, decoded; `nil` where there is none.
  package func first<T>(
    _ sql: SQL, as decode: (borrowing Row) throws(SQLiteError) -> T
  ) throws(SQLiteError) -> T? {
    var statement = try statement(sql)
    guard try statement.step() else { return nil }
    return try decode(statement.row)
  }

  /// The first column of the first row; `nil` where there is no row.
  package func value<T: ColumnDecodable>(_ sql: SQL, as type: T.Type = T.self)
    throws(SQLiteError) -> T?
  {
    var statement = try statement(sql)
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
    var statement = try statement(sql)
    var rows: [T] = []
    while try statement.step() { rows.append(try decode(statement.row)) }
    return rows
  }

  /// The first column of every row.
  package func column<T: ColumnDecodable>(_ sql: SQL, as type: T.Type = T.self)
    throws(SQLiteError) -> [T]
  {
    var statement = try statement(sql)
    var values: [T] = []
    while try statement.step() { values.append(try statement.row.get(0)) }
    return values
  }

  /// Rows changed by the last INSERT, UPDATE or DELETE, triggers not counted.
  package var changedRows: Int { unsafe Int(sqlite3_changes64(handle)) }
  /// Rows changed since the connection was opened, triggers counted.
  package var totalChangedRows: Int { unsafe Int(sqlite3_total_changes64(handle)) }
  package var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }
}

/// A statement that waits to be used again.
///
/// Safe, for the connection finalizes it when it forgets it.
@safe private struct KeptStatement {
  let handle: OpaquePointer
  private let sql: String

  init(handle: OpaquePointer, sql: String) {
    unsafe self.handle = handle
    self.sql = sql
  }

  /// By its bytes: Swift takes NFC and NFD for the same text, SQLite does not.
  func isMade(of other: String) -> Bool {
    guard sql.utf8.count == other.utf8.count else { return false }
    var (own, other) = (sql, other)
    return own.withUTF8 { own in
      other.withUTF8 { other in unsafe own.elementsEqual(other) }
    }
  }
}

// A SQLite connection in this mode must stay on one thread.
@available(*, unavailable)
extension Connection: Sendable {}
