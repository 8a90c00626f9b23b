import CSQLite

/// What a statement asks leave for while it is compiled.
///
/// Codes are SQLite's own (`SQLITE_READ` = 20 and so on).
package struct Action: Sendable {
  package let code: Int32
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
  case defensive = 1010
  case writableSchema = 1011
  case doubleQuotedStringsInDML = 1013
  case doubleQuotedStringsInDDL = 1014
  case views = 1015
  case trustedSchema = 1017
}

extension Connection {
  package func set(_ setting: Switch, _ isOn: Bool) throws(SQLiteError) {
    guard legation_db_config(handle, setting.rawValue, isOn ? 1 : 0) == SQLITE_OK else {
      throw SQLiteError(handle)
    }
  }

  /// Lowers or raises a limit and returns the one that was in force.
  @discardableResult
  package func set(_ limit: Limit, to value: Int) -> Int {
    Int(sqlite3_limit(handle, limit.rawValue, Int32(clamping: value)))
  }

  /// Waits up to `milliseconds` for another writer, with random pauses: SQLite's own handler
  /// sleeps in fixed steps and can leave one of many writers without a turn for seconds.
  package func setBusyTimeout(milliseconds: Int) {
    busyTimeout = milliseconds
    sqlite3_busy_handler(
      handle,
      { context, attempt in
        guard let context else { return 0 }
        let connection = Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
        return connection.waitForLock(attempt: Int(attempt)) ? 1 : 0
      },
      Unmanaged.passUnretained(self).toOpaque()
    )
  }

  private func waitForLock(attempt: Int) -> Bool {
    if attempt == 0 { busyWaited = 0 }
    guard busyWaited < busyTimeout else { return false }
    let longest = min(1 << min(attempt + 1, 5), busyTimeout - busyWaited, 25)
    let pause = Int.random(in: 1...max(1, longest))
    busyWaited += pause
    sqlite3_sleep(Int32(pause))
    return true
  }

  /// Asks `decide` for every action of every statement from now on; `nil` asks nobody.
  ///
  /// Statements prepared before are forgotten: they were compiled without being asked.
  package func setAuthorizer(_ decide: ((Action) -> Decision)?) {
    forgetStatements()
    authorize = decide
    guard decide != nil else {
      sqlite3_set_authorizer(handle, nil, nil)
      return
    }
    sqlite3_set_authorizer(
      handle,
      { context, code, first, second, database, source in
        guard let context else { return SQLITE_DENY }
        let connection = Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
        let action = Action(
          code: code,
          first: first.map { String(cString: $0) },
          second: second.map { String(cString: $0) },
          database: database.map { String(cString: $0) },
          source: source.map { String(cString: $0) }
        )
        return (connection.authorize?(action) ?? .deny).rawValue
      },
      Unmanaged.passUnretained(self).toOpaque()
    )
  }

  /// Calls `shouldStop` every `operations` virtual-machine steps; true ends the statement with
  /// `interrupted`.
  package func setProgressHandler(every operations: Int, _ shouldStop: (() -> Bool)?) {
    interrupt = shouldStop
    guard shouldStop != nil else {
      sqlite3_progress_handler(handle, 0, nil, nil)
      return
    }
    sqlite3_progress_handler(
      handle, Int32(clamping: operations),
      { context in
        guard let context else { return 1 }
        let connection = Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
        return connection.interrupt?() == true ? 1 : 0
      },
      Unmanaged.passUnretained(self).toOpaque()
    )
  }

  /// The most memory that SQLite may hold in this process, in bytes; 0 is no limit.
  package static func setHeapLimit(bytes: Int) {
    sqlite3_hard_heap_limit64(Int64(bytes))
  }

  /// The keywords of the library in use.
  package static var keywords: [String] {
    (0..<sqlite3_keyword_count()).compactMap { index in
      var start: UnsafePointer<CChar>?
      var length: Int32 = 0
      guard sqlite3_keyword_name(index, &start, &length) == SQLITE_OK, let start else {
        return nil
      }
      let bytes = UnsafeRawBufferPointer(start: start, count: Int(length))
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  package static func isKeyword(_ word: String) -> Bool {
    sqlite3_keyword_check(word, Int32(clamping: word.utf8.count)) != 0
  }

  /// Whether a text ends a statement: with a semicolon outside of quotes, comments and triggers.
  package static func isComplete(_ sql: String) -> Bool { sqlite3_complete(sql) != 0 }
}
