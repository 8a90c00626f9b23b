import Crypto
import SQLite

extension Registry {
  /// What went into a bundle.
  package struct Bundled: Sendable {
    package let changes: Int
    package let versions: Int
    /// Texts that had come in past the rules of entry, and went out as the rules leave them.
    package let mended: Int
  }

  /// The changes since a point, as lines of JSON for another office's registry.
  ///
  /// The first line says what it is, then come each change and the records that it wrote, before
  /// and after; the last line has the SHA-256 of all bytes before it. What the program itself
  /// brings into every registry is left out.
  ///
  /// - Parameters:
  ///   - point: a change, a day or a moment that both registries know.
  ///   - office: who made the changes, for those who read the merged history.
  ///   - write: takes each line, with its end.
  package func bundle(
    since point: String, office: String, write: @escaping (String) -> Void,
    watch: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(RegistryError) -> Bundled {
    let office = try entered(office, as: Sentence("office", vi: "cơ quan"))
    let since = try self.point(at: point).change
    let tables = try BundledTable.all(in: self)
    let (last, unsealed) = try storage { () throws(SQLiteError) in
      (
        try lastChange(),
        try connection.value(
          "SELECT number FROM change WHERE number > \(since) AND seal IS NULL LIMIT 1",
          as: Int.self)
      )
    }
    if let unsealed { throw Self.notSealed(unsealed) }
    var writer = BundleWriter(self, office, write)
    writer.write(try header(since))
    guard since < last else {
      writer.end()
      return writer.bundled
    }
    let tracked = tables.map(\.tracked)
    writer.total = try storage { () throws(SQLiteError) in
      try connection.versionCount(by: since + 1...last, tracked)
    }
    var done = since
    while done < last {
      // So many changes are looked up at once as may lie in memory: of those that are there, for
      // what a file says of its numbers may leave out a great many.
      let upper = try storage { () throws(SQLiteError) in
        try connection.value(
          """
          SELECT max(number) FROM (
            SELECT number FROM change WHERE number > \(done) ORDER BY number LIMIT 1000
          )
          """, as: Int?.self) ?? nil
      }
      guard let upper else { break }
      let range = (done + 1)...upper
      let (changes, touched) = try storage { () throws(SQLiteError) in
        (
          // The program's own: a change that only says so, or that came by a merge, is none.
          try connection.column(
            """
            SELECT number FROM change
            WHERE number BETWEEN \(range.lowerBound) AND \(range.upperBound) AND NOT (
              action = \(Registry.upgradeAction) AND author = 'legation' AND merged_from IS NULL
            )
            ORDER BY number
            """, as: Int.self),
          try connection.touched(by: range, among: tracked)
        )
      }
      for change in changes {
        try writer.write(change, touched[change]?.map { tables[$0.table] } ?? [], watch)
      }
      done = upper
    }
    writer.end()
    return writer.bundled
  }

  private func header(_ since: Int) throws(RegistryError) -> String {
    let (schema, sender) = try storage { () throws(SQLiteError) in
      (
        try connection.value("SELECT max(number) FROM migration", as: Int.self) ?? 0,
        try connection.value("SELECT sender FROM registry", as: String?.self) ?? nil
      )
    }
    return BundleText.object([
      ("legation", BundleText.text("bundle 1")), ("schema", "\(schema)"),
      ("sender", BundleText.text(sender)), ("since", "\(since)"),
    ])
  }

  private static func notSealed(_ change: Int) -> RegistryError {
    RegistryError(
      .rule,
      Sentence(
        "Change \(change) was made by another program and is not sealed yet.",
        vi: "Thay đổi số \(change) do chương trình khác ghi và chưa được niêm."),
      hint: Sentence(
        "The next write of legation seals it.", vi: "Lần ghi tới của legation sẽ niêm nó."))
  }
}

/// Lines on their way out, with the hash of what was given out so far.
private struct BundleWriter {
  private let registry: Registry
  private let office: String
  private let give: (String) -> Void
  private var hash = SHA256()
  private var changes = 0
  private var versions = 0
  private var mended = 0
  /// How many versions there are in all.
  var total = 0

  init(_ registry: Registry, _ office: String, _ give: @escaping (String) -> Void) {
    self.registry = registry
    self.office = office
    self.give = give
  }

  var bundled: Registry.Bundled {
    Registry.Bundled(changes: changes, versions: versions, mended: mended)
  }

  mutating func write(_ line: String) {
    let line = line + "\n"
    hash.update(data: Array(line.utf8))
    give(line)
  }

  func end() { give("{\"end\":\"\(SHA256.hex(hash.finalize()))\"}\n") }

  mutating func write(
    _ change: Int, _ tables: [BundledTable], _ watch: (Int, Int) -> Void
  ) throws(RegistryError) {
    write(try line(of: change))
    changes += 1
    for table in tables {
      do throws(SQLiteError) {
        let rows = try registry.connection.statement(Self.versions(of: table, by: change))
        while try rows.step() {
          write(try line(of: rows.row, table))
          versions += 1
          watch(versions, total)
        }
      } catch { throw RegistryError(error, path: registry.path) }
    }
  }

  /// A merged change keeps the name that it got where it was made.
  private mutating func line(of change: Int) throws(RegistryError) -> String {
    let names = ["seal", "made_at", "office", "author", "reason", "action", "program"]
    let texts = try registry.storage { () throws(SQLiteError) in
      try registry.connection.first(
        """
        SELECT coalesce(merged_from, seal), coalesce(first_made_at, made_at),
          coalesce(office, \(office)), author, reason, action, program
        FROM change WHERE number = \(change)
        """
      ) { (row) throws(SQLiteError) in
        try names.indices.map { (index) throws(SQLiteError) in
          try row.get(index, as: String?.self)
        }
      }
    }
    var members: [(name: String, json: String)] = []
    for (name, text) in zip(names, texts ?? []) {
      let rule: EntryRule = name == "reason" ? .note : .line
      members.append((name, BundleText.text(text.map { honest(mend($0, rule), name) })))
    }
    return BundleText.object([("change", BundleText.object(members))])
  }

  /// Other programs can also write in the program's name, and at times that are to come: no office
  /// would take it.
  private mutating func honest(_ text: String, _ field: String) -> String {
    let isFalse =
      switch field {
      case "author": Registry.isProgram(text)
      case "action": text.lowercased() == Registry.upgradeAction
      case "made_at": text > Clock.now()
      default: false
      }
    guard isFalse else { return text }
    mended += 1
    return field == "made_at" ? Clock.now() : text + " (another program)"
  }

  /// Each version of a change: whether the record is gone, the record, whether it was there before
  /// and what it was then.
  private static func versions(of table: BundledTable, by change: Int) -> SQL {
    let tracked = table.tracked
    var sql: SQL = """
      SELECT h.gone, \(names: tracked.shared, of: "h"), p.gone, \(names: tracked.shared, of: "p")
      FROM \(name: tracked.shadow) AS h
      \(raw: tracked.versionBefore)
      WHERE h.change = \(change)
      """
    switch table.name {
    // Those that came with the program are everywhere.
    case "kept_query":
      sql += " AND coalesce(h.is_shipped, p.is_shipped, 0) = 0 AND coalesce(p.is_shipped, 0) = 0"
    case "kept_query_parameter":
      sql += " AND h.query NOT IN (SELECT name FROM kept_query WHERE is_shipped)"
    default: break
    }
    return sql + " ORDER BY \(names: tracked.key, of: "h")"
  }

  private mutating func line(
    of row: borrowing Row, _ table: BundledTable
  ) throws(SQLiteError) -> String {
    let shared = table.tracked.shared
    let isGone = try row.get(0, as: Bool.self)
    let wasThere = try row.get(shared.count + 1, as: Bool?.self) == false
    let before = wasThere ? try image(row, at: shared.count + 2, table) : nil
    let after = isGone ? nil : try image(row, at: 1, table)
    var record = ""
    for column in table.tracked.key {
      let place = shared.firstIndex(of: column) ?? 0
      let value = mended(try row.get(place + 1), column, of: table)
      record += (record.isEmpty ? "" : "/") + value.bundled
    }
    return BundleText.object([
      ("table", BundleText.text(table.name)), ("record", BundleText.text(record)),
      ("before", before ?? "null"), ("after", after ?? "null"),
    ])
  }

  private mutating func image(
    _ row: borrowing Row, at first: Int, _ table: BundledTable
  ) throws(SQLiteError) -> String {
    var members: [(name: String, json: String)] = []
    for (index, column) in table.tracked.shared.enumerated() {
      let value = mended(try row.get(first + index), column, of: table)
      members.append((column, BundleText.value(value)))
    }
    return BundleText.object(members)
  }

  private mutating func mended(_ value: Value, _ column: String, of table: BundledTable) -> Value {
    guard case .text(let text) = value,
      let rule = table.rules[column]
    else { return value }
    return .text(mend(text, rule))
  }

  /// Other programs can write what no rule let in, and a change stays as it is for good: another
  /// office, which refuses such a text, still gets the rest.
  private mutating func mend(_ text: String, _ rule: EntryRule) -> String {
    let kept = registry.mended(text, by: rule)
    if !kept.utf8.elementsEqual(text.utf8) { mended += 1 }
    return kept
  }
}
