import SQLite
import Schema

/// Why a change is made, and by whom: kept with it for good.
package struct ChangeNote: Sendable {
  package var action: String
  package var author: String
  package var reason: String?
  /// Codes of findings that the person takes upon themselves; `*` is all.
  package var accepted: Set<String>
  package var isDryRun: Bool
  /// The change that is taken back.
  var undoes: Int?
  var origin: ChangeOrigin?

  package init(
    action: String, author: String, reason: String?, accepted: Set<String> = [],
    isDryRun: Bool = false
  ) {
    self.action = action
    self.author = author
    self.reason = reason
    self.accepted = accepted
    self.isDryRun = isDryRun
  }
}

/// Where a merged change was made first.
struct ChangeOrigin: Sendable {
  let seal: String
  let madeAt: String
  let program: String
  let office: String
}

/// An open change: the only handle that can write, lent by ``Registry/write(_:_:)``.
package struct Change {
  package let number: Int
  package let note: ChangeNote
  package let registry: Registry

  var connection: Connection { registry.connection }
  package var lookup: Lookup { Lookup(registry: registry) }
}

/// A change that was made, or that a dry run tried.
package struct ChangeOutcome<Result> {
  package let number: Int
  package let isDryRun: Bool
  package let result: Result
}

extension Registry {
  /// Every write passes here: one immediate transaction, one sealed row in `change`.
  ///
  /// A dry run does everything but keep it.
  ///
  /// - Throws: what `body` throws; then nothing is changed.
  package func write<T>(
    _ note: ChangeNote, obeysForeignKeys: Bool = true,
    _ body: (Change) throws(RegistryError) -> T
  ) throws(RegistryError) -> ChangeOutcome<T> {
    try transact(note, obeysForeignKeys: obeysForeignKeys) { () throws(RegistryError) in
      let change = try openChange(note)
      let result = try body(change)
      return ChangeOutcome(number: change.number, isDryRun: note.isDryRun, result: result)
    }
  }

  /// As ``write(_:_:)``, but keeps no change in which nothing was written.
  ///
  /// - Returns: the number of the change; `nil` where there is none.
  package func writeIfAny<T>(
    _ note: ChangeNote, obeysForeignKeys: Bool = true,
    _ body: (Change) throws(RegistryError) -> T
  ) throws(RegistryError) -> (change: Int?, result: T) {
    var idle: T?
    do {
      let outcome = try write(note, obeysForeignKeys: obeysForeignKeys) {
        (change) throws(RegistryError) in
        let before = connection.totalChangedRows
        let result = try body(change)
        if connection.totalChangedRows == before {
          idle = result
          // Takes the transaction back; it is caught below.
          throw RegistryError(.cancelled, Sentence(same: ""))
        }
        return result
      }
      return (outcome.number, outcome.result)
    } catch {
      guard let idle else { throw error }
      return (nil, idle)
    }
  }

  /// Runs `body`, which may open changes, in one immediate transaction, and seals them.
  ///
  /// - Parameters:
  ///   - note: says whether to keep them, and which findings are accepted.
  ///   - obeysForeignKeys: false where records are put back in any order; then whoever puts them
  ///     back looks whether every reference holds.
  /// - Throws: also where records would lead back to themselves, a grave finding that the changes
  ///   would add and nobody accepted, and a question that they keep and nobody can ask.
  func transact<T>(
    _ note: ChangeNote, obeysForeignKeys: Bool = true, _ body: () throws(RegistryError) -> T
  ) throws(RegistryError) -> T {
    let seal = Seal(connection, try trackedTables())
    try storage { () throws(SQLiteError) in try connection.set(.foreignKeys, obeysForeignKeys) }
    // Also after a refusal: whoever writes next on this connection is held to its references.
    defer { if !obeysForeignKeys { try? connection.set(.foreignKeys, true) } }
    // A backup that was put into place by hand has no log, and readers are in its writers' way.
    // Where somebody reads just now it stays so, which is as safe.
    try? connection.run("PRAGMA journal_mode = WAL")
    let transaction: Transaction
    do { transaction = try connection.begin(.immediate) } catch { throw lockRefusal(error) }
    try checkGeneration()
    // What another program left open or unsealed is ended first.
    try sealAll(seal)
    let result = try body()
    let made = try storage { () throws(SQLiteError) in try seal.unsealed() }
    if let first = made.first, let last = made.last {
      if !obeysForeignKeys { try renewServices(by: first...last) }
      try look(at: first...last, seal, accepting: note.accepted)
    }
    let head = try sealAll(seal)
    if note.isDryRun {
      transaction.rollBack()
    } else {
      do { try transaction.commit() } catch { throw commitFailure(error, head) }
    }
    return result
  }

  /// Looks at what changes left before they are sealed.
  private func look(
    at changes: ClosedRange<Int>, _ seal: Seal, accepting codes: Set<String>
  ) throws(RegistryError) {
    let (written, circle) = try storage { () throws(SQLiteError) in
      let written = try seal.written.by(changes)
      return (written, try ReferenceCircle.first(by: changes, connection, written))
    }
    if let circle { throw circle.refusal }
    let names = Set(written.map(\.name))
    try NewFindings(self, by: changes, in: names).refuse(accepting: codes)
    try refuseUnfitQueries(by: changes, in: names)
    try traceChanges(changes)
  }

  /// Somebody may have restored or upgraded the file since it was opened: then what was looked at
  /// is gone, and it is looked at again under the lock.
  private func checkGeneration() throws(RegistryError) {
    let now = try value("PRAGMA schema_version", as: Int.self) ?? 0
    guard now != generation else { return }
    knownTables = nil
    knownViews = nil
    try checkSchema(for: .writing)
    generation = now
  }

  func lastChange() throws(RegistryError) -> Int {
    try value("SELECT max(number) FROM change", as: Int.self) ?? 0
  }

  /// Opens the change in which records are then written.
  func openChange(_ note: ChangeNote) throws(RegistryError) -> Change {
    let author = try entered(note.author, as: Sentence("author", vi: "người ghi"))
    guard !Self.isProgram(author) else { throw Self.isNobody(author) }
    var reason: String?
    if let given = note.reason {
      reason = try entered(given, as: Sentence("reason", vi: "lý do"), isNote: true)
    }
    let number =
      try value(
        """
        INSERT INTO change (
          number, made_at, author, reason, action, program, undoes, merged_from, first_made_at,
          office
        ) VALUES (
          (SELECT coalesce(max(number), -1) + 1 FROM change), \(raw: Self.changeTime),
          \(author), \(reason), \(note.action),
          \(note.origin?.program ?? Registry.program), \(note.undoes), \(note.origin?.seal),
          \(note.origin?.madeAt), \(note.origin?.office)
        )
        RETURNING number
        """, as: Int.self) ?? 0
    return Change(number: number, note: note, registry: self)
  }

  /// Every office refuses a bundle with changes in the program's own name.
  private static func isNobody(_ author: String) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence(
        "\(quoted(author)) is what the program calls itself, not an author.",
        vi: "\(quoted(author)) là tên chương trình tự gọi, không phải người ghi."),
      remedies: [.nameAuthor])
  }

  /// Why a commit failed.
  ///
  /// After an input-output error the change may be on the disk all the same: trials with injected
  /// faults found one in twenty there. So somebody who was not there looks.
  private func commitFailure(_ error: SQLiteError, _ head: String?) -> RegistryError {
    guard error.code == .inputOutput else { return RegistryError(error, path: path) }
    let isKept: Bool? = try? Registry.connect(connection.path, for: .reading).connection.value(
      "SELECT EXISTS (SELECT 1 FROM change WHERE seal = \(head))", as: Bool.self)
    let fate = isKept.map { isKept in
      isKept
        ? Sentence("The change is kept all the same.", vi: "Tuy vậy, thay đổi đã được lưu.")
        : Sentence("The change is not kept.", vi: "Thay đổi không được lưu.")
    }
    return RegistryError(
      .inputOutput,
      Sentence(
        "The disk failed while a change was being kept: \(error.message).",
        vi: "Lỗi đĩa khi đang lưu thay đổi: \(error.message)."),
      hint: fate, remedies: fate == nil ? [.seeWhetherKept] : [])
  }
}

extension Registry {
  /// Whether somebody calls himself as the program does.
  static func isProgram(_ author: String) -> Bool { author.lowercased() == "legation" }
}
