import Files
import SQLite
import Schema

extension Registry {
  /// Takes a change back, by a new one that puts every record as it was before.
  ///
  /// - Parameter watch: is told how many records are put back so far, and of how many.
  /// - Throws: where a later change stands on it: on a record that it wrote, or by a reference;
  ///   with the order in which the undoing works.
  package func undo(
    _ number: Int, _ note: ChangeNote, watch: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(RegistryError) -> ChangeOutcome<[TableEffect]> {
    try requireUndoable(number)
    var note = note
    note.undoes = number
    let tables = try tables()
    // Not in a savepoint: SQLite keeps what a savepoint may take back in memory.
    var blocking: Set<Int> = []
    do {
      return try transact(note, obeysForeignKeys: false) { () throws(RegistryError) in
        let undoing = Undoing(connection, tables, of: number)
        blocking = try storage { () throws(SQLiteError) in try undoing.changesInTheWay() }
        guard blocking.isEmpty else { throw refusalOfUndo(number) }
        let change = try openChange(note)
        blocking = try storage { () throws(SQLiteError) in
          try undoing.run(watch)
          return try Set(BrokenReference.all(by: change.number, connection, tables).map(\.change))
        }
        guard blocking.isEmpty else { throw refusalOfUndo(number) }
        let effects = try storage { () throws(SQLiteError) in
          try connection.effects(of: change.number, tables)
        }
        return ChangeOutcome(number: change.number, isDryRun: note.isDryRun, result: effects)
      }
    } catch {
      guard !blocking.isEmpty else { throw error }
      var trial = note
      trial.isDryRun = true
      trial.accepted = ["*"]
      let order = try transact(trial, obeysForeignKeys: false) { () throws(RegistryError) in
        try completed(blocking, of: number, trial)
      }
      throw try refusalOfUndo(number, order)
    }
  }

  private func requireUndoable(_ number: Int) throws(RegistryError) {
    let isOwn = try value(
      """
      SELECT action = \(Registry.upgradeAction) AND author = 'legation' AND merged_from IS NULL
      FROM change WHERE number = \(number)
      """, as: Bool.self)
    guard let isOwn else {
      throw RegistryError(
        .unknownName,
        Sentence("There is no change \(number).", vi: "Không có thay đổi số \(number)."),
        remedies: [.listChanges])
    }
    guard !isOwn else {
      throw RegistryError(
        .rule,
        Sentence(
          "Change \(number) is what the program itself brought in; it stays.",
          vi: "Thay đổi số \(number) do chính chương trình đưa vào nên được giữ nguyên."))
    }
  }

  /// The later changes that must go first, with those that stand on them in turn: found by
  /// trying, so that the order that is named works.
  private func completed(
    _ blocking: Set<Int>, of number: Int, _ note: ChangeNote
  ) throws(RegistryError) -> [Int] {
    var known = blocking
    let tables = try tables()
    // Trying takes memory for each record; where there are very many, what is known must do.
    let records = try storage { () throws(SQLiteError) in
      var count = 0
      for change in known.union([number]) {
        count += try connection.versionCount(of: change, tables)
      }
      return count
    }
    guard records < 20_000 else { return known.sorted(by: >) }
    while true {
      let attempt = try savepoint()
      var dangling: Set<Int> = []
      for undone in known.sorted(by: >) + [number] {
        let change = try openChange(note)
        dangling.formUnion(
          try storage { () throws(SQLiteError) in
            try Undoing(connection, tables, of: undone).run { _, _ in }
            return try BrokenReference.all(by: change.number, connection, tables).map(\.change)
          })
      }
      let last = try lastChange()
      attempt.rollBack()
      let before = known.count
      // Those of the attempt itself have gone with it.
      for change in dangling where change > number && change <= last - known.count - 1 {
        known.insert(change)
        known.formUnion(
          try storage { () throws(SQLiteError) in
            try Undoing(connection, tables, of: change).changesInTheWay()
          })
      }
      known.remove(number)
      if known.count == before { return known.sorted(by: >) }
    }
  }

  private func refusalOfUndo(_ number: Int) -> RegistryError {
    RegistryError(
      .rule,
      Sentence(
        "Change \(number) is not undone: later changes stand on it.",
        vi: "Không hoàn tác được thay đổi số \(number): có thay đổi về sau dựa vào nó."))
  }

  private func refusalOfUndo(_ number: Int, _ changes: [Int]) throws(RegistryError) -> RegistryError
  {
    var refusal = refusalOfUndo(number)
    let lines = try changes.prefix(20).map { (change) throws(RegistryError) in
      try value(
        """
        SELECT number || '  ' || \(raw: Clock.localTime("made_at")) || '  ' || author
          || '  ' || action || coalesce('  ' || reason, '')
        FROM change WHERE number = \(change)
        """, as: String.self) ?? "\(change)"
    }
    refusal.list = lines.map { Sentence(same: $0) }
    refusal.remedies = [.undoInOrder(changes + [number])]
    return refusal
  }
}

/// The undoing of one change, record by record, so that a million take the memory of one.
private struct Undoing {
  private let connection: Connection
  private let number: Int
  private let tables: [TrackedTable]

  init(
    _ connection: Connection, _ tables: [TrackedTable], of number: Int
  ) {
    self.connection = connection
    self.number = number
    self.tables = TrackedTable.parentsFirst(tables)
  }

  // MARK: What stands in the way

  /// Later changes that must be taken back first.
  func changesInTheWay() throws(SQLiteError) -> Set<Int> {
    var found: Set<Int> = []
    var asked = [number]
    while let next = asked.popLast() {
      for change in try laterChanges(on: next) where found.insert(change).inserted {
        asked.append(change)
      }
    }
    // A change and its undoing leave nothing behind.
    let undone = try connection.all(
      "SELECT number, undoes FROM change WHERE undoes IS NOT NULL ORDER BY number DESC"
    ) { (row) throws(SQLiteError) in (try row.get(0, as: Int.self), try row.get(1, as: Int.self)) }
    for (undoing, undone) in undone where found.contains(undoing) && found.contains(undone) {
      found.subtract([undoing, undone])
    }
    return found
  }

  /// Changes that wrote the same records later and left them different.
  private func laterChanges(on change: Int) throws(SQLiteError) -> Set<Int> {
    var found: Set<Int> = []
    for table in tables {
      found.formUnion(
        try connection.column(
          """
          SELECT DISTINCT l.change
          FROM \(name: table.shadow) AS h
          JOIN \(name: table.shadow) AS l
            ON \(raw: table.sameRecord("l", "h")) AND l.change > h.change
          LEFT JOIN \(name: table.name) AS t ON \(raw: table.sameRecord("t", "h"))
          WHERE h.change = \(change) AND CASE
            WHEN h.gone THEN \(name: table.key[0], of: "t") IS NOT NULL
            ELSE \(raw: table.isDifferent("t", "h"))
          END
          """, as: Int.self))
    }
    return found
  }

  // MARK: Putting back

  /// Takes out what the change left, children first, and puts in what was there before it,
  /// parents first.
  func run(_ watch: (Int, Int) -> Void) throws(SQLiteError) {
    let total = try connection.versionCount(of: number, tables)
    var done = 0
    for table in tables.reversed() {
      let delete: SQL = "DELETE FROM \(name: table.name) WHERE \(raw: table.hasBoundKey())"
      try eachVersion(of: table, where: "gone = 0") { (key) throws(SQLiteError) in
        try connection.run(delete.binding(key))
      }
    }
    for table in tables {
      let insert: SQL = """
        INSERT INTO \(name: table.name) (\(names: table.stored))
        SELECT \(names: table.stored) FROM \(name: table.shadow) AS p
        WHERE \(raw: table.hasBoundKey(of: "p")) AND gone = 0
          AND \(raw: table.isLast("p", of: "p", where: "n.change < \(carried: number)"))
        """
      try eachVersion(of: table, where: "1") { (key) throws(SQLiteError) in
        try connection.run(insert.binding(key))
        done += 1
        watch(done, total)
      }
    }
  }

  private func eachVersion(
    of table: TrackedTable, where condition: SQL, _ body: ([Value]) throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    var versions = try connection.statement(
      """
      SELECT \(names: table.key) FROM \(name: table.shadow)
      WHERE change = \(number) AND \(raw: condition)
      """)
    while try versions.step() {
      var key: [Value] = []
      for index in table.key.indices { key.append(try versions.row.get(index, as: Value.self)) }
      try body(key)
    }
  }
}
