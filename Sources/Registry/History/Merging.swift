import SQLite

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
  /// - Throws: the conflicts, by record and field, with both values.
  package func merge(
    _ path: String, _ note: ChangeNote, settling settlement: MergeSettlement,
    watch: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(RegistryError) -> ChangeOutcome<Merged> {
    let file = try BundleFile(path: path)
    // Its hash stands at its end: nothing is touched before all of it is read.
    var total = 0
    while try file.next() != nil { total += 1 }
    file.rewind()
    return try transact(note, obeysForeignKeys: false) {
      () throws(RegistryError) in
      let merging = try Merging(self, file, note, settlement)
      let merged = try merging.run { watch($0, total) }
      // Who merged is a change too, after those that others made.
      let number = merged.changes.isEmpty ? 0 : try openChange(note).number
      return ChangeOutcome(number: number, isDryRun: note.isDryRun, result: merged)
    }
  }
}

/// A value here and a value there that cannot both be.
private struct MergeConflict {
  let record: String
  let field: String
  let ours: String
  let theirs: String
}

private final class Merging {
  private let registry: Registry
  private let file: BundleFile
  private let note: ChangeNote
  private let settlement: MergeSettlement
  private let tables: [String: TrackedTable]
  private var conflicts: [MergeConflict] = []
  private var changes: [Int] = []
  private var known = 0
  private var isSkipping = false

  private var connection: Connection { registry.connection }

  init(
    _ registry: Registry, _ file: BundleFile, _ note: ChangeNote, _ settlement: MergeSettlement
  ) throws(RegistryError) {
    self.registry = registry
    self.file = file
    self.note = note
    self.settlement = settlement
    tables = Dictionary(uniqueKeysWithValues: try registry.tables().map { ($0.name, $0) })
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
      if line.hasPrefix("{\"change\":") {
        try beginChange(line)
      } else if !isSkipping {
        try apply(line)
      }
    }
    for change in changes { try refuseBrokenReferences(of: change) }
    guard conflicts.isEmpty else { throw refusal }
    var effects: [String: TableEffect] = [:]
    let tables = try registry.tables()
    for change in changes {
      for effect in try registry.storage({ () throws(SQLiteError) in
        try connection.effects(of: change, tables)
      }) {
        var sum = effects[effect.table] ?? TableEffect(table: effect.table)
        sum.added += effect.added
        sum.edited += effect.edited
        sum.removed += effect.removed
        effects[effect.table] = sum
      }
    }
    return Merged(
      changes: changes, known: known, effects: effects.values.sorted { $0.table < $1.table })
  }

  // MARK: Lines

  private func texts(_ paths: [String], of line: String) throws(RegistryError) -> [String?] {
    let columns = paths.map { "json_extract(?1, '\($0)')" }.joined(separator: ", ")
    do throws(SQLiteError) {
      let row = try connection.first(
        SQL(carried: "SELECT \(columns)", [.text(line)])
      ) { (row) throws(SQLiteError) -> [String?] in
        var texts: [String?] = []
        for index in paths.indices {
          let value = try row.get(index, as: Value.self)
          texts.append(value.isNull ? nil : value.text)
        }
        return texts
      }
      return row ?? []
    } catch { throw file.fault(Sentence("that is no JSON", vi: "đây không phải JSON")) }
  }

  private func check(_ header: String) throws(RegistryError) {
    let texts = try texts(["$.legation", "$.schema"], of: header)
    guard texts[0] == "bundle 1" else {
      throw file.fault(
        Sentence("this is no bundle of legation", vi: "đây không phải gói của legation"))
    }
    let schema = try registry.storage { () throws(SQLiteError) in
      try connection.value("SELECT max(number) FROM migration", as: Int.self) ?? 0
    }
    guard texts[1] == "\(schema)" else {
      throw file.fault(
        Sentence(
          "the bundle has schema \(texts[1] ?? "?"), this registry \(schema); both must have the newer one: legation upgrade",
          vi:
            "gói dùng lược đồ \(texts[1] ?? "?"), sổ này dùng \(schema); hãy nâng cấp cả hai: legation upgrade"
        ))
    }
  }

  private func beginChange(_ line: String) throws(RegistryError) {
    let names = ["seal", "made_at", "office", "author", "reason", "action", "program"]
    let texts = try texts(names.map { "$.change.\($0)" }, of: line)
    guard let seal = texts[0], let madeAt = texts[1], let office = texts[2], let author = texts[3],
      let action = texts[5], let program = texts[6]
    else { throw file.fault(Sentence("the change is not whole", vi: "thay đổi không đầy đủ")) }
    let isKnown = try registry.storage { () throws(SQLiteError) in
      try connection.value(
        "SELECT 1 FROM change WHERE seal = \(seal) OR merged_from = \(seal)", as: Int.self) != nil
    }
    isSkipping = isKnown
    guard !isKnown else {
      known += 1
      return
    }
    var note = ChangeNote(action: action, author: author, reason: texts[4])
    note.origin = ChangeOrigin(seal: seal, madeAt: madeAt, program: program, office: office)
    changes.append(try registry.openChange(note).number)
  }

  // MARK: Records

  private func apply(_ line: String) throws(RegistryError) {
    let texts = try texts(["$.table", "$.record", "$.before", "$.after"], of: line)
    guard let name = texts[0], let table = tables[name], let record = texts[1],
      texts[2] != nil || texts[3] != nil, !changes.isEmpty
    else {
      throw file.fault(
        Sentence("this is no record of a registry", vi: "đây không phải bản ghi của sổ"))
    }
    let (before, after) = (texts[2], texts[3])
    let ours = try image(of: table, keyIn: after ?? before ?? "")
    if ours == after || isSettled(settlement.ours, table, record) { return }
    if ours == before || isSettled(settlement.theirs, table, record) {
      return try put(after, over: ours, table, keyIn: after ?? before ?? "")
    }
    try combine(table, record, before: before, ours: ours, after: after)
  }

  private func isSettled(_ keys: Set<String>, _ table: TrackedTable, _ record: String) -> Bool {
    keys.contains(record) || keys.contains("\(table.name)/\(record)")
  }

  /// The record as it is here; `nil` where it is not.
  private func image(of table: TrackedTable, keyIn json: String) throws(RegistryError) -> String? {
    let key = table.key.map { "t.\($0) = json_extract(?1, '$.\($0)')" }.joined(separator: " AND ")
    return try registry.storage { () throws(SQLiteError) in
      try connection.value(
        SQL(
          carried: """
            SELECT \(BundledVersion.image(of: "t", table).text) FROM \(table.name) AS t WHERE \(key)
            """, [.text(json)]), as: String.self)
    }
  }

  private func put(
    _ after: String?, over ours: String?, _ table: TrackedTable, keyIn json: String
  ) throws(RegistryError) {
    let key = table.key.map { "\($0) = json_extract(?1, '$.\($0)')" }.joined(separator: " AND ")
    let sql: String
    if after == nil {
      sql = "DELETE FROM \(table.name) WHERE \(key)"
    } else if ours == nil {
      let values = table.stored.map {
        $0 == "entered_in" ? "(SELECT number FROM open_change)" : "json_extract(?1, '$.\($0)')"
      }
      sql = """
        INSERT INTO \(table.name) (\(table.stored.joined(separator: ", ")))
        VALUES (\(values.joined(separator: ", ")))
        """
    } else {
      let values = table.shared.map { "\($0) = json_extract(?1, '$.\($0)')" }
      sql = "UPDATE \(table.name) SET \(values.joined(separator: ", ")) WHERE \(key)"
    }
    do throws(SQLiteError) { try connection.run(SQL(carried: sql, [.text(json)])) } catch {
      throw file.fault(
        Sentence(
          "\(table.name) cannot be put in: \(error.message)",
          vi: "không đưa được \(table.name) vào: \(error.message)"))
    }
  }

  // MARK: Conflicts

  /// Puts in the fields that are here as they were there before; the others are conflicts.
  private func combine(
    _ table: TrackedTable, _ record: String, before: String?, ours: String?, after: String?
  ) throws(RegistryError) {
    let name = "\(table.name)/\(record)"
    guard let ours, let after else {
      conflicts.append(
        MergeConflict(
          record: name, field: "", ours: ours == nil ? "removed" : "edited",
          theirs: after == nil ? "removed" : "edited"))
      return
    }
    let fields = try registry.storage { () throws(SQLiteError) in
      try connection.all(
        """
        SELECT a.key, b.value, o.value, a.value
        FROM json_each(\(after)) AS a
        LEFT JOIN json_each(\(before ?? "{}")) AS b ON b.key = a.key
        LEFT JOIN json_each(\(ours)) AS o ON o.key = a.key
        WHERE a.value IS NOT o.value AND (\(before == nil) OR a.value IS NOT b.value)
        """
      ) { (row) throws(SQLiteError) in
        (
          name: try row.get(0, as: String.self), before: try row.get(1, as: Value.self),
          ours: try row.get(2, as: Value.self), theirs: try row.get(3, as: Value.self)
        )
      }
    }
    let telling = Set(table.telling)
    for field in fields where before == nil || field.ours != field.before {
      // A key for sorting follows its name.
      if telling.contains(field.name) {
        conflicts.append(
          MergeConflict(
            record: name, field: field.name, ours: field.ours.shown, theirs: field.theirs.shown))
      }
    }
    guard conflicts.isEmpty, !fields.isEmpty else { return }
    let changes = fields.map { "'$.\($0.name)', json_extract(?2, '$.\($0.name)')" }
    let combined = try registry.storage { () throws(SQLiteError) in
      try connection.value(
        SQL(
          carried: "SELECT json_set(?1, \(changes.joined(separator: ", ")))",
          [.text(ours), .text(after)]), as: String.self)
    }
    if let combined { try put(combined, over: ours, table, keyIn: combined) }
  }

  private func refuseBrokenReferences(of change: Int) throws(RegistryError) {
    let tables = try registry.tables()
    let broken = try registry.storage { () throws(SQLiteError) in
      try BrokenReference.all(by: change, connection, tables)
    }
    for reference in broken {
      conflicts.append(
        MergeConflict(
          record: "\(reference.parent)/\(reference.missing)", field: "",
          ours: "\(reference.table)/\(reference.record) needs it", theirs: "not there"))
    }
  }

  private var refusal: RegistryError {
    let lines = conflicts.prefix(50).map { conflict in
      Sentence(
        "\(conflict.record)  \(conflict.field)  ours: \(conflict.ours)  theirs: \(conflict.theirs)",
        vi:
          "\(conflict.record)  \(conflict.field)  ở đây: \(conflict.ours)  ở gói: \(conflict.theirs)"
      )
    }
    let first = conflicts[0].record
    return RegistryError(
      .rule,
      Sentence(
        "The bundle and this registry say different things; nothing is merged (\(conflicts.count)):",
        vi: "Gói và sổ này ghi khác nhau; chưa gộp gì (\(conflicts.count)):"),
      list: lines,
      hint: Sentence(
        """
        For each record keep what is here, --ours \(first), or take what is there, --theirs \(first)
        What is not there may be in a bundle that begins earlier.
        """,
        vi: """
          Với mỗi bản ghi: giữ nội dung ở đây, --ours \(first), hoặc lấy từ gói, --theirs \(first)
          Bản ghi không có ở đó có thể nằm trong gói bắt đầu sớm hơn.
          """
      ))
  }
}

extension Value {
  fileprivate var isNull: Bool { self == .null }

  fileprivate var text: String {
    switch self {
    case .null: ""
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): text
    case .blob(let bytes): "\(bytes.count) bytes"
    }
  }

  /// For people: a value that is not there is a dash.
  fileprivate var shown: String { self == .null ? "–" : text }
}
