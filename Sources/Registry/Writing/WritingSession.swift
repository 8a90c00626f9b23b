package import SQLite
import Schema

/// How many rows of a table a change wrote.
package struct TableEffect: Equatable, Sendable {
  package let table: String
  package var added = 0
  package var edited = 0
  package var removed = 0

  /// `person: 2 added, 1 edited`.
  package var words: Sentence {
    let counts = [
      (added, Sentence("added", vi: "thêm")), (edited, Sentence("edited", vi: "sửa")),
      (removed, Sentence("removed", vi: "xóa")),
    ].filter { $0.0 > 0 }
    let english = counts.map { "\($0) \($1.english)" }.joined(separator: ", ")
    let vietnamese = counts.map { "\($1.vietnamese) \($0)" }.joined(separator: ", ")
    let noun = RecordKind.noun(ofTable: table)
    return Sentence("\(table): \(english)", vi: "\(noun.vietnamese): \(vietnamese)")
  }
}

extension Registry {
  /// Runs statements that somebody typed as one recorded change.
  ///
  /// They may add, edit and remove records, within the limits of a question; schemas, other
  /// files, transactions and the registry's own books are out of reach.
  ///
  /// - Parameters:
  ///   - show: takes each statement that gives rows.
  ///   - confirm: sees what was done and says whether it is kept.
  /// - Throws: also where `confirm` says no; then, as always, nothing is changed.
  package func write(
    _ note: ChangeNote, sql: String, parameters: [QueryParameter], limits: QueryLimits,
    show: (consuming Statement) throws(RegistryError) -> Void,
    confirm: ([TableEffect]) throws(RegistryError) -> Bool
  ) throws(RegistryError) -> ChangeOutcome<[TableEffect]> {
    try write(note) { (change) throws(RegistryError) in
      try confined(limits) { () throws(RegistryError) in
        try runScript(sql, parameters, limits, show)
      }
      // By the shadows: SQLite tells nobody of rows in tables without a rowid.
      let tables = try tables()
      let effects = try storage { () throws(SQLiteError) in
        try connection.effects(of: change.number, tables)
      }
      let isKept = try confirm(effects)
      guard isKept || note.isDryRun else {
        throw RegistryError(.rule, Sentence("Nothing is kept.", vi: "Không ghi lại gì."))
      }
      return effects
    }
  }

  /// Runs `body` with the connection closed to everything but records.
  private func confined(
    _ limits: QueryLimits, _ body: () throws(RegistryError) -> Void
  ) throws(RegistryError) {
    let clock = ContinuousClock()
    let deadline = limits.seconds.map { clock.now + .seconds($0) }
    let before = Self.bounds.map { ($0.0, connection.set($0.0, to: $0.1)) }
    let heap = Connection.setHeapLimit(bytes: limits.memory)
    connection.setAuthorizer(Self.decideWriting)
    connection.setProgressHandler(every: 1000) { deadline.map { clock.now > $0 } == true }
    limits.watch(limits.seconds)
    defer {
      limits.watch(nil)
      connection.setProgressHandler(every: 0, nil)
      connection.setAuthorizer(nil)
      for (limit, value) in before { connection.set(limit, to: value) }
      Connection.setHeapLimit(bytes: heap)
    }
    try body()
  }

  private func runScript(
    _ sql: String, _ parameters: [QueryParameter], _ limits: QueryLimits,
    _ show: (consuming Statement) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    let fault = QueryFault(self, limits, isWriting: true)
    var known: Set<String> = []
    let script = Script(sql)
    var count = 0
    try RegistryError.telling { (error) -> RegistryError in
      functionRefusals.refusal(behind: error) ?? fault.explain(error)
    } _: {
      while var statement = try connection.prepareNext(of: script) {
        count += 1
        known.formUnion(statement.parameterNames.map { String($0.dropFirst()) })
        try bind(parameters, to: statement)
        if statement.columnCount > 0 {
          try show(statement)
        } else {
          while try statement.step() {}
        }
      }
    }
    guard count > 0 else { throw QueryFault.noStatement }
    try refuse(unknown: parameters, known: known)
  }

  private static func decideWriting(_ action: Action) -> Decision {
    switch action.code {
    case .insert, .update, .delete:
      let table = action.first ?? ""
      if table == "sqlite_master" { return decide(action) }
      // SQLite asks for the index's own tables too; they are out of a person's reach by the
      // defensive flag.
      if table.hasPrefix("name_index_") { return .allow }
      // What triggers write is the registry's own doing.
      if action.source != nil { return .allow }
      return TrackedTable.isOwn(table) ? .deny : .allow
    default: return decide(action)
    }
  }
}
