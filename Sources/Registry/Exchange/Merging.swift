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
  /// The change that is read.
  private var current = Current.none
  private var tables: [String: MergedTable] = [:]
  private var effects: [String: TableEffect] = [:]

  private enum Current {
    /// Before the first.
    case none
    /// It is here already, under this number.
    case known(Int)
    case open(Change, seal: String)
  }

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
    let ours = try registry.value("SELECT max(number) FROM migration", as: Int64.self) ?? 0
    guard theirs == ours else {
      var refusal = file.fault(
        Sentence(
          "the bundle has schema \(theirs), this registry \(ours); both must have the newer one",
          vi: "gói dùng lược đồ \(theirs), sổ này dùng \(ours); cả hai phải dùng bản mới hơn"))
      // This program knows no newer schema than that of the registry here.
      let isNewer = theirs > ours
      refusal.remedies = isNewer ? [] : [.merge(.askForNewer)]
      if isNewer {
        refusal.hint = Sentence(
          "Nothing is changed. Use the newer program.",
          vi: "Chưa có gì thay đổi. Hãy dùng chương trình bản mới.")
      }
      throw refusal
    }
  }

  private func begin(_ change: BundledChange) throws(RegistryError) {
    let seal = change.origin.seal
    // Two questions, each with an index.
    let here = try registry.value(
      """
      SELECT number FROM change WHERE seal = \(seal)
      UNION ALL SELECT number FROM change WHERE merged_from = \(seal)
      """, as: Int.self)
    // Clocks of offices differ, but not by days.
    let isAhead =
      try registry.value(
        "SELECT \(change.origin.madeAt) > strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '+2 days')",
        as: Bool.self) ?? false
    if let here, let first = changes.first, here >= first {
      throw file.fault(Sentence("the change is there twice", vi: "thay đổi bị trùng"))
    }
    if let here {
      try refuseOtherWords(change, than: here)
      known += 1
      current = .known(here)
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
    current = .open(opened, seal: seal)
    changes.append(opened.number)
  }

  // MARK: What is here already

  /// A seal is a name that anybody can give: a change that bears the seal of one that is here must
  /// also say the same.
  private func refuseOtherWords(
    _ change: BundledChange, than here: Int
  ) throws(RegistryError) {
    let ours = Dictionary(
      uniqueKeysWithValues: try registry.said(of: here, office: nil).texts.map {
        ($0.name, $0.text)
      })
    let theirs: KeyValuePairs<String, String?> = [
      "author": change.author, "made_at": change.origin.madeAt, "action": change.action,
      "reason": change.reason, "program": change.origin.program,
    ]
    let differing = theirs.filter { name, text in
      let own = ours[name] ?? nil
      if let own, let text { return !own.utf8.elementsEqual(text.utf8) }
      return own != text
    }
    guard !differing.isEmpty else { return }
    let names = differing.map(\.key).joined(separator: ", ")
    var refusal = file.fault(
      Sentence(
        "the change is here already, as change \(here), and says otherwise: \(names)",
        vi: "thay đổi này đã có ở đây, là số \(here), nhưng nói khác: \(names)"))
    refusal.remedies = [.merge(.goBackBefore(change: here))]
    throw refusal
  }

  /// What a change that is here already wrote here: what the record that came with it sets is so
  /// here just then, or somebody settled that it is not.
  private func refuseOtherRecord(
    _ record: BundledRecord, of here: Int
  ) throws(RegistryError) {
    let table = try table(record.table)
    let (ours, isSettled) = try registry.storage { () throws(SQLiteError) in
      (
        try table.image(of: record.key, at: here),
        try connection.value(
          """
          SELECT 1 FROM merge_settlement_history AS s JOIN change AS c ON c.number = \(here)
          WHERE s.merged_from = c.merged_from AND s.table_name = \(record.table.name)
            AND s.record = \(record.record) AND NOT s.gone
          """, as: Int.self) != nil
      )
    }
    guard !isSettled, !says(record, what: ours) else { return }
    var refusal = file.fault(
      Sentence(
        "the change is here already, as change \(here), and says otherwise of \(record.name)",
        vi: "thay đổi này đã có ở đây, là số \(here), nhưng nói khác về \(record.name)"))
    refusal.remedies = [.merge(.askOrKeepOurs(record.name))]
    throw refusal
  }

  /// Whether a record that is here has what another sets.
  private func says(_ record: BundledRecord, what ours: [Value]?) -> Bool {
    guard let after = record.after else { return ours == nil }
    guard let ours else { return false }
    return record.table.packaged.columns.enumerated().allSatisfy { index, column in
      if let before = record.before, before[index] == after[index] { return true }
      // As it goes out from here, where it went round the rules of entry.
      guard case .text(let text) = ours[index] else { return ours[index] == after[index] }
      return .text(registry.mended(text, by: column.rule)) == after[index]
    }
  }

  // MARK: Records

  private func apply(_ record: BundledRecord) throws(RegistryError) {
    let isOurs = names(settlement.ours, record)
    let isTheirs = names(settlement.theirs, record)
    guard !isOurs || !isTheirs else { throw MergeConflicts.settledTwice(record.name) }
    let (open, seal): (Change, String)
    switch current {
    case .none:
      throw file.fault(
        Sentence("a record stands before the first change", vi: "bản ghi đứng trước thay đổi đầu"))
    case .known(let here):
      if !isOurs { try refuseOtherRecord(record, of: here) }
      return
    case .open(let change, let itsSeal): (open, seal) = (change, itsSeal)
    }
    let table = try table(record.table)
    let (before, after) = (record.before, record.after)
    let ours = try registry.storage { () throws(SQLiteError) in
      try table.image(of: record.key)
    }
    if ours == after { return }
    if isOurs { return try keepOurs(record, seal, open) }
    if ours == before || isTheirs { return try put(after, over: ours, record, table, open) }
    try combine(record, table, ours, open)
  }

  /// Remembers that a record stays as it is here.
  private func keepOurs(
    _ record: BundledRecord, _ seal: String, _ change: Change
  ) throws(RegistryError) {
    try registry.run(
      """
      INSERT INTO merge_settlement (merged_from, table_name, record, entered_in)
      VALUES (\(seal), \(record.table.name), \(record.record), \(change.number))
      ON CONFLICT DO NOTHING
      """)
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
          after, record.table.packaged.derived(from: after), key: record.key,
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
      remedies: [.merge(.keepOurs(record.name))])
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

extension Value {
  /// For people: a value that is not there is a dash.
  fileprivate var shown: String { self == .null ? "–" : bundled }
}
