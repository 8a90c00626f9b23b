import SQLite
import Schema

/// How conflicts of a merge are settled: by records, each named by its key or as `table/key`.
package struct MergeSettlement: Sendable {
  package var ours: Set<String>
  package var theirs: Set<String>

  package init(ours: [String], theirs: [String]) {
    self.ours = Set(ours)
    self.theirs = Set(theirs)
  }
}

/// What a merge brought.
package struct Merged: Sendable {
  /// Numbers of the changes here.
  package let changes: [Int]
  /// How many of the bundle were here already.
  package let known: Int
  package let effects: [TableEffect]
}

extension Registry {
  /// Applies the changes of a bundle that are not here yet, each as a change of its own, all or
  /// none.
  ///
  /// A field is put in where it is here as it was there before; where it is not, that is a
  /// conflict, and a person settles it.
  ///
  /// - Parameter isStopped: whether somebody asked for an end.
  /// - Throws: the conflicts, by record and field, with both values.
  package func merge(
    _ path: String, _ note: ChangeNote, settling settlement: MergeSettlement,
    isStopped: @escaping () -> Bool = { false },
    watch: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(RegistryError) -> ChangeOutcome<Merged> {
    if let key = settlement.ours.intersection(settlement.theirs).min() {
      throw MergeConflicts.settledTwice(key)
    }
    let file = try BundleFile(path: path, isStopped: isStopped)
    // Its hash stands at its end: nothing is touched before all of it is read.
    var total = 0
    while try file.next() != nil { total += 1 }
    try file.rewind()
    return try transact(note, obeysForeignKeys: false) {
      () throws(RegistryError) in
      let merging = try Merging(self, file, settlement)
      let merged = try merging.run { watch($0, total) }
      // Who merged is a change too, after those that others made.
      let number = merged.changes.isEmpty ? 0 : try openChange(note).number
      return ChangeOutcome(number: number, isDryRun: note.isDryRun, result: merged)
    }
  }
}

private final class Merging {
  private let registry: Registry
  private let file: BundleFile
  private let reader: BundleReader
  private let settlement: MergeSettlement
  /// What of it named a record of the bundle.
  private var settled: Set<String> = []
  private var conflicts = MergeConflicts()
  private var changes: [Int] = []
  private var known = 0
  /// Whether the change that is read is here already; `nil` before the first.
  private var isSkipping: Bool?
  private var tables: [String: MergedTable] = [:]
  private var effects: [String: TableEffect] = [:]
  private var open: Change?

  private var connection: Connection { registry.connection }

  init(
    _ registry: Registry, _ file: BundleFile, _ settlement: MergeSettlement
  ) throws(RegistryError) {
    self.registry = registry
    self.file = file
    self.settlement = settlement
    reader = try BundleReader(registry)
  }

  func run(_ watch: (Int) -> Void) throws(RegistryError) -> Merged {
    guard let header = try file.next() else {
      throw file.fault(Sentence("the bundle is empty", vi: "gói trống"))
    }
    try check(header)
    var done = 1
    while let line = try file.next() {
      done += 1
      watch(done)
      let read: BundleLine
      do { read = try reader.read(line) } catch { throw file.fault(error.what) }
      switch read {
      case .change(let change): try begin(change)
      case .record(let record): try apply(record)
      }
    }
    if let idle = settlement.ours.union(settlement.theirs).subtracting(settled).min() {
      throw MergeConflicts.settledNothing(idle)
    }
    try refuseBrokenReferences()
    if let refusal = conflicts.refusal { throw refusal }
    return Merged(
      changes: changes, known: known, effects: effects.values.sorted { $0.table < $1.table })
  }

  private func check(_ header: String) throws(RegistryError) {
    let theirs: Int64
    do { theirs = try reader.readHeader(header) } catch { throw file.fault(error.what) }
    let ours = try registry.storage { () throws(SQLiteError) in
      try connection.value("SELECT max(number) FROM migration", as: Int64.self) ?? 0
    }
    guard theirs == ours else {
      throw file.fault(
        Sentence(
          "the bundle has schema \(theirs), this registry \(ours); both must have the newer one: legation upgrade",
          vi:
            "gói dùng lược đồ \(theirs), sổ này dùng \(ours); hãy nâng cấp cả hai: legation upgrade"
        ))
    }
  }

  private func begin(_ change: BundledChange) throws(RegistryError) {
    let seal = change.origin.seal
    let (here, isAhead) = try registry.storage { () throws(SQLiteError) in
      (
        // Two questions, each with an index.
        try connection.value(
          """
          SELECT number FROM change WHERE seal = \(seal)
          UNION ALL SELECT number FROM change WHERE merged_from = \(seal)
          """, as: Int.self),
        // Clocks of offices differ, but not by days.
        try connection.value(
          "SELECT \(change.origin.madeAt) > strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '+2 days')",
          as: Bool.self) ?? false
      )
    }
    if let here, let first = changes.first, here >= first {
      throw file.fault(Sentence("the change is there twice", vi: "thay đổi bị trùng"))
    }
    isSkipping = here != nil
    guard here == nil else {
      known += 1
      return
    }
    guard !isAhead else {
      throw file.fault(
        Sentence(
          "the change was made at \(change.origin.madeAt), which is to come",
          vi: "thay đổi ghi lúc \(change.origin.madeAt), là lúc chưa tới"))
    }
    var note = ChangeNote(action: change.action, author: change.author, reason: change.reason)
    note.origin = change.origin
    let opened = try registry.openChange(note)
    open = opened
    changes.append(opened.number)
  }

  // MARK: Records

  private func apply(_ record: BundledRecord) throws(RegistryError) {
    guard let isSkipping else {
      throw file.fault(
        Sentence("a record stands before the first change", vi: "bản ghi đứng trước thay đổi đầu"))
    }
    let isOurs = names(settlement.ours, record)
    let isTheirs = names(settlement.theirs, record)
    guard !isOurs || !isTheirs else { throw MergeConflicts.settledTwice(record.name) }
    guard !isSkipping, let open else { return }
    let table = try table(record.table)
    let (before, after) = (record.before, record.after)
    let ours = try registry.storage { () throws(SQLiteError) in
      try table.image(of: record.key)
    }
    if ours == after || isOurs { return }
    if ours == before || isTheirs { return try put(after, over: ours, record, table, open) }
    try combine(record, table, ours, open)
  }

  /// Whether a settlement is about the record, which is remembered.
  private func names(_ keys: Set<String>, _ record: BundledRecord) -> Bool {
    guard !keys.isEmpty else { return false }
    let found = keys.intersection([record.record, record.name])
    settled.formUnion(found)
    return !found.isEmpty
  }

  private func table(_ table: BundledTable) throws(RegistryError) -> MergedTable {
    if let known = tables[table.name] { return known }
    let made = try registry.storage { () throws(SQLiteError) in
      try MergedTable(table, connection)
    }
    tables[table.name] = made
    return made
  }

  private func put(
    _ after: [Value]?, over ours: [Value]?, _ record: BundledRecord, _ table: MergedTable,
    _ change: Change
  ) throws(RegistryError) {
    var effect = effects[record.table.name] ?? TableEffect(table: record.table.name)
    do throws(SQLiteError) {
      if let after {
        try table.put(
          after, record.table.packaged.derived(from: after, Records(change)), key: record.key,
          isNew: ours == nil)
        if ours == nil { effect.added += 1 } else { effect.edited += 1 }
      } else {
        try table.remove(record.key)
        effect.removed += 1
      }
    } catch {
      guard error.code == .constraint || error.code == .mismatch else {
        throw RegistryError(error, path: registry.path)
      }
      throw refusal(of: record, RegistryError(error, path: registry.path))
    }
    effects[record.table.name] = effect
  }

  private func refusal(of record: BundledRecord, _ error: RegistryError) -> RegistryError {
    let place = "\(file.path):\(file.lineNumber)"
    return RegistryError(
      .rule,
      Sentence(
        "\(place): \(record.name) cannot be put in. \(error.message.english)",
        vi: "\(place): không đưa được \(record.name) vào. \(error.message.vietnamese)"),
      hint: Sentence(
        "Nothing is merged. To go on without it: --ours \(record.name)",
        vi: "Chưa gộp gì. Để gộp mà không có bản ghi này: --ours \(record.name)"))
  }

  /// Puts in the fields that are here as they were there before; the others are conflicts.
  private func combine(
    _ record: BundledRecord, _ table: MergedTable, _ ours: [Value]?, _ change: Change
  ) throws(RegistryError) {
    guard let ours, let after = record.after else {
      conflicts.add(
        record.name, "", ours: ours == nil ? "removed" : "edited",
        theirs: record.after == nil ? "removed" : "edited")
      return
    }
    var combined = ours
    var isOdd = false
    for (index, column) in record.table.packaged.columns.enumerated() {
      let (here, there) = (ours[index], after[index])
      guard there != here, record.before?[index] != there else { continue }
      if let before = record.before, before[index] == here {
        combined[index] = there
      } else {
        isOdd = true
        conflicts.add(record.name, column.name, ours: here.shown, theirs: there.shown)
      }
    }
    guard !isOdd, combined != ours else { return }
    try put(combined, over: ours, record, table, change)
  }

  private func refuseBrokenReferences() throws(RegistryError) {
    guard let first = changes.first, let last = changes.last else { return }
    let touched = Set(effects.keys)
    let tables = try registry.tables()
    let broken = try registry.storage { () throws(SQLiteError) in
      try BrokenReference.all(by: first...last, touching: touched, connection, tables)
    }
    for reference in broken {
      conflicts.addMissing(
        "\(reference.parent)/\(reference.missing)", of: "\(reference.table)/\(reference.record)")
    }
  }
}

/// The statements that look records up in a table and put them there, prepared once.
private final class MergedTable {
  private let columns: [String]
  /// The columns that are written, and where the value of each is: among those that tell
  /// something, or among those that follow.
  private let written: [String]
  private let look: Statement
  private let insert: Statement
  private let update: Statement
  private let delete: Statement

  init(_ table: BundledTable, _ connection: Connection) throws(SQLiteError) {
    let tracked = table.tracked
    columns = table.packaged.columns.map(\.name)
    written = tracked.shared
    let isRecord = tracked.key.map { SQL(name: $0) + " = ?" }.joined(separator: " AND ")
    let enters = tracked.stored.contains("entered_in")
    let marks = written.map { _ in "?" as SQL }.joined(separator: ", ")
    let assignments = written.map { SQL(name: $0) + " = ?" }.joined(separator: ", ")
    let into: SQL = enters ? ", entered_in" : ""
    let entered: SQL = enters ? ", (SELECT number FROM open_change)" : ""
    func prepare(_ sql: SQL) throws(SQLiteError) -> Statement { try connection.prepare(sql.text) }
    look = try prepare(
      "SELECT \(names: columns) FROM \(name: table.name) WHERE \(raw: isRecord)")
    insert = try prepare(
      """
      INSERT INTO \(name: table.name) (\(names: written)\(raw: into))
      VALUES (\(raw: marks)\(raw: entered))
      """)
    update = try prepare(
      "UPDATE \(name: table.name) SET \(raw: assignments) WHERE \(raw: isRecord)")
    delete = try prepare("DELETE FROM \(name: table.name) WHERE \(raw: isRecord)")
  }

  /// The record as it is here; `nil` where it is not.
  func image(of key: [Value]) throws(SQLiteError) -> [Value]? {
    defer { look.reset() }
    try look.bind(key)
    guard try look.step() else { return nil }
    return try columns.indices.map { (index) throws(SQLiteError) in try look.row.get(index) }
  }

  func put(
    _ values: [Value], _ derived: [(column: String, value: Value)], key: [Value], isNew: Bool
  ) throws(SQLiteError) {
    var known = Dictionary(uniqueKeysWithValues: zip(columns, values))
    for (column, value) in derived { known[column] = value }
    let bound = written.map { known[$0] ?? .null }
    if isNew {
      defer { insert.reset() }
      try insert.bind(bound)
      while try insert.step() {}
    } else {
      defer { update.reset() }
      try update.bind(bound + key)
      while try update.step() {}
    }
  }

  func remove(_ key: [Value]) throws(SQLiteError) {
    defer { delete.reset() }
    try delete.bind(key)
    while try delete.step() {}
  }
}

extension Value {
  /// For people: a value that is not there is a dash.
  fileprivate var shown: String { self == .null ? "–" : bundled }
}
