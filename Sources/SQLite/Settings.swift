import CSQLite

/// What a statement asks leave for while it is compiled.
package struct Action: Sendable {
  /// Kinds of actions, by SQLite's own numbers.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: Int32
    package init(rawValue: Int32) { self.rawValue = rawValue }

    package static let createIndex = Code(rawValue: SQLITE_CREATE_INDEX)
    package static let createTable = Code(rawValue: SQLITE_CREATE_TABLE)
    package static let createTemporaryIndex = Code(rawValue: SQLITE_CREATE_TEMP_INDEX)
    package static let createTemporaryTable = Code(rawValue: SQLITE_CREATE_TEMP_TABLE)
    package static let createTemporaryView = Code(rawValue: SQLITE_CREATE_TEMP_VIEW)
    package static let createTrigger = Code(rawValue: SQLITE_CREATE_TRIGGER)
    package static let createView = Code(rawValue: SQLITE_CREATE_VIEW)
    package static let delete = Code(rawValue: SQLITE_DELETE)
    package static let dropIndex = Code(rawValue: SQLITE_DROP_INDEX)
    package static let dropTable = Code(rawValue: SQLITE_DROP_TABLE)
    package static let dropTemporaryIndex = Code(rawValue: SQLITE_DROP_TEMP_INDEX)
    package static let dropTemporaryTable = Code(rawValue: SQLITE_DROP_TEMP_TABLE)
    package static let dropTemporaryView = Code(rawValue: SQLITE_DROP_TEMP_VIEW)
    package static let dropTrigger = Code(rawValue: SQLITE_DROP_TRIGGER)
    package static let dropView = Code(rawValue: SQLITE_DROP_VIEW)
    package static let insert = Code(rawValue: SQLITE_INSERT)
    package static let pragma = Code(rawValue: SQLITE_PRAGMA)
    package static let read = Code(rawValue: SQLITE_READ)
    package static let select = Code(rawValue: SQLITE_SELECT)
    package static let transaction = Code(rawValue: SQLITE_TRANSACTION)
    package static let update = Code(rawValue: SQLITE_UPDATE)
    package static let alterTable = Code(rawValue: SQLITE_ALTER_TABLE)
    package static let reindex = Code(rawValue: SQLITE_REINDEX)
    package static let analyze = Code(rawValue: SQLITE_ANALYZE)
    package static let createVirtualTable = Code(rawValue: SQLITE_CREATE_VTABLE)
    package static let dropVirtualTable = Code(rawValue: SQLITE_DROP_VTABLE)
    package static let function = Code(rawValue: SQLITE_FUNCTION)
    package static let savepoint = Code(rawValue: SQLITE_SAVEPOINT)
    package static let recursive = Code(rawValue: SQLITE_RECURSIVE)

    static let all = (SQLITE_CREATE_INDEX...SQLITE_RECURSIVE).map(Code.init(rawValue:))
  }

  package let code: Code
  package let first: String?
  package let second: String?
  package let database: String?
  /// The innermost view or trigger that asks.
  package let source: String?
}

package enum Decision: Int32, Sendable {
  case allow = 0
  case deny = 1
  /// A read gives NULL; other actions are passed over.
  case ignore = 2
}

/// The limits that a connection can be given, in SQLite's own units.
package enum Limit: Int32, Sendable {
  case length = 0
  case sqlLength = 1
  case columns = 2
  case expressionDepth = 3
  case compoundSelect = 4
  case opcodes = 5
  case functionArguments = 6
  case attached = 7
  case likePatternLength = 8
  case variableNumber = 9
  case triggerDepth = 10
}

/// Switches of one connection.
package enum Switch: Int32, Sendable {
  case foreignKeys = 1002
  case triggers = 1003
  case loadExtension = 1005
  case resetDatabase = 1009
  case defensive = 1010
  case writableSchema = 1011
  case doubleQuotedStringsInDML = 1013
  case doubleQuotedStringsInDDL = 1014
  case views = 1015
  case trustedSchema = 1017
}

extension Connection {
  package func set(_ setting: Switch, _ isOn: Bool) throws(SQLiteError) {
    guard unsafe legation_db_config(handle, setting.rawValue, isOn ? 1 : 0) == SQLITE_OK else {
      throw unsafe SQLiteError(handle)
    }
  }

  /// Lowers or raises a limit and returns the one that was in force.
  @discardableResult
  package func set(_ limit: Limit, to value: Int) -> Int {
    unsafe Int(sqlite3_limit(handle, limit.rawValue, Int32(clamping: value)))
  }

  /// Waits up to `milliseconds` for another writer, with random pauses: SQLite's own handler
  /// sleeps in fixed steps and can leave one of many writers without a turn for seconds.
  ///
  /// - Parameter notice: is called once in a wait that lasts longer than two seconds.
  package func setBusyTimeout(milliseconds: Int, notice: (() -> Void)? = nil) {
    busyTimeout = .milliseconds(milliseconds)
    busyNotice = notice
    unsafe sqlite3_busy_handler(
      handle,
      { context, attempt in
        guard let connection = unsafe Connection.calling(context) else { return 0 }
        return connection.waitForLock(attempt: Int(attempt)) ? 1 : 0
      },
      unsafe Unmanaged.passUnretained(self).toOpaque()
    )
  }

  /// The connection that a callback was set for.
  ///
  /// It is there: SQLite calls back while one of its functions runs on the connection.
  private static func calling(_ context: UnsafeMutableRawPointer?) -> Connection? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
  }

  private func waitForLock(attempt: Int) -> Bool {
    let now = ContinuousClock.now
    if attempt == 0 || busySince == nil {
      busySince = now
      isWaitTold = false
    }
    let waited = busySince.map { now - $0 } ?? .zero
    guard waited < busyTimeout, interrupt?() != true else { return false }
    if waited > .seconds(2), !isWaitTold {
      isWaitTold = true
      busyNotice?()
    }
    sqlite3_sleep(Int32.random(in: 1...min(1 << Int32(min(attempt + 1, 3)), 10)))
    return true
  }

  /// Asks `decide` for every action of every statement from now on; `nil` leaves it to the
  /// connection's ``Walls``.
  ///
  /// Statements prepared before are forgotten: they were compiled without being asked.
  package func setAuthorizer(_ decide: ((Action) -> Decision)?) {
    forgetStatements()
    authorize = decide
    unasked = decide == nil ? walls.allowed : 0
    guard decide != nil || walls != .none else {
      unsafe sqlite3_set_authorizer(handle, nil, nil)
      return
    }
    unsafe sqlite3_set_authorizer(
      handle,
      { context, code, first, second, database, source in
        guard let connection = unsafe Connection.calling(context) else { return SQLITE_DENY }
        if connection.unasked & 1 << UInt64(truncatingIfNeeded: code) != 0 { return SQLITE_OK }
        let action = unsafe Action(
          code: Action.Code(rawValue: code),
          first: first.map { unsafe String(cString: $0) },
          second: unsafe second.map { unsafe String(cString: $0) },
          database: unsafe database.map { unsafe String(cString: $0) },
          source: unsafe source.map { unsafe String(cString: $0) }
        )
        return (connection.authorize?(action) ?? connection.walls.decide(action)).rawValue
      },
      unsafe Unmanaged.passUnretained(self).toOpaque()
    )
  }

  /// Calls `shouldStop` every `operations` virtual-machine steps; true ends the statement with
  /// `interrupted`.
  package func setProgressHandler(every operations: Int, _ shouldStop: (() -> Bool)?) {
    interrupt = shouldStop
    guard shouldStop != nil else {
      unsafe sqlite3_progress_handler(handle, 0, nil, nil)
      return
    }
    unsafe sqlite3_progress_handler(
      handle, Int32(clamping: operations),
      { context in
        guard let connection = unsafe Connection.calling(context) else { return 1 }
        return connection.interrupt?() == true ? 1 : 0
      },
      unsafe Unmanaged.passUnretained(self).toOpaque()
    )
  }

  /// The most memory that SQLite may hold in this process, in bytes; 0 is no limit.
  ///
  /// - Returns: the limit before.
  @discardableResult
  package static func setHeapLimit(bytes: Int) -> Int {
    Int(sqlite3_hard_heap_limit64(Int64(bytes)))
  }

  /// From now on SQLite does not count the memory that it holds.
  ///
  /// Counting takes a fifth of the time in which it reads a schema. Without it no limit of
  /// ``setHeapLimit(bytes:)`` holds in this process.
  ///
  /// Before the first connection of the process: later it changes nothing.
  package static func forgoMemoryStatistics() { _ = legation_forgo_statistics() }

  /// The keywords of the library in use.
  package static var keywords: [String] {
    (0..<sqlite3_keyword_count()).compactMap { index in
      var start: UnsafePointer<CChar>?
      var length: Int32 = 0
      guard unsafe sqlite3_keyword_name(index, &start, &length) == SQLITE_OK,
        let start = unsafe start
      else {
        return nil
      }
      let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(length))
      return unsafe String(decoding: bytes, as: UTF8.self)
    }
  }

  package static func isKeyword(_ word: String) -> Bool {
    unsafe sqlite3_keyword_check(word, Int32(clamping: word.utf8.count)) != 0
  }

  /// Whether a text ends a statement: with a semicolon outside of quotes, comments and triggers.
  package static func isComplete(_ sql: String) -> Bool { unsafe sqlite3_complete(sql) != 0 }
}
