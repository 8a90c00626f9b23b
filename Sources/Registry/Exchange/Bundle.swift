import Crypto
import Files
import SQLite
import Schema

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
    let last = try lastChange()
    let unsealed = try value(
      "SELECT number FROM change WHERE number > \(since) AND seal IS NULL LIMIT 1", as: Int.self)
    if let unsealed { throw Self.notSealed(unsealed) }
    var writer = BundleWriter(self, office, write)
    writer.write(try header(since))
    guard since < last else {
      writer.end()
      return writer.bundled
    }
    let tracked = tables.map(\.tracked)
    var done = since
    writer.total = try storage { () throws(SQLiteError) in
      try connection.versionCount(by: since + 1...last, tracked)
    }
    // So many changes are looked up at once as may lie in memory. Each by its number, whatever
    // numbers another program has left out.
    while let range = try storage({ () throws(SQLiteError) in
      try connection.changes(after: done, upTo: last, atMost: 1_000)
    }) {
      done = range.upperBound
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
    }
    writer.end()
    return writer.bundled
  }

  private func header(_ since: Int) throws(RegistryError) -> String {
    let schema = try value("SELECT max(number) FROM migration", as: Int.self) ?? 0
    let sender = try value("SELECT sender FROM registry", as: String?.self) ?? nil
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

extension Connection {
  /// The first and the last of the next changes; `nil` where there is none.
  fileprivate func changes(
    after number: Int, upTo last: Int, atMost limit: Int
  ) throws(SQLiteError) -> ClosedRange<Int>? {
    let ends = try first(
      """
      SELECT min(number), max(number) FROM (
        SELECT number FROM change WHERE number > \(number) AND number <= \(last)
        ORDER BY number LIMIT \(limit)
      )
      """
    ) { (row) throws(SQLiteError) in
      (try row.get(0, as: Int?.self), try row.get(1, as: Int?.self))
    }
    guard let first = ends?.0, let last = ends?.1 else { return nil }
    return first...last
  }
}

extension Registry {
  /// What a bundle says of a change, in the order of its fields, and how many of the texts it says
  /// otherwise than they stand here.
  ///
  /// A merged change keeps the name that it got where it was made.
  ///
  /// - Parameter office: who made the changes that were made here.
  func said(
    of change: Int, office: String?
  ) throws(RegistryError) -> (texts: [(name: String, text: String?)], mended: Int) {
    let names = ["seal", "made_at", "office", "author", "reason", "action", "program"]
    let texts = try first(
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
    var mended = 0
    let said = zip(names, texts ?? []).map { name, text -> (name: String, text: String?) in
      guard let text else { return (name, nil) }
      let kept = Self.honest(self.mended(text, by: name == "reason" ? .note : .line), name)
      if !kept.utf8.elementsEqual(text.utf8) { mended += 1 }
      return (name, kept)
    }
    return (said, mended)
  }

  /// Other programs can also write in the program's name, and at times that are to come: no office
  /// would take it.
  private static func honest(_ text: String, _ field: String) -> String {
    switch field {
    case "author" where isProgram(text), "action" where text.lowercased() == upgradeAction:
      text + " (another program)"
    case "made_at" where text > Clock.now(): Clock.now()
    default: text
    }
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
        var rows = try registry.connection.statement(Self.versions(of: table, by: change))
        while try rows.step() {
          write(try line(of: rows.row, table))
          versions += 1
          watch(versions, total)
        }
      } catch { throw RegistryError(error, path: registry.path) }
    }
  }

  private mutating func line(of change: Int) throws(RegistryError) -> String {
    let said = try registry.said(of: change, office: office)
    mended += said.mended
    return BundleText.object([
      ("change", BundleText.object(said.texts.map { ($0.name, BundleText.text($0.text)) }))
    ])
  }

  /// Each version of a change: whether the record is gone, the record, whether it was there before
  /// and what it was then.
  private static func versions(of table: BundledTable, by change: Int) -> SQL {
    let tracked = table.tracked
    return """
      SELECT h.gone, \(names: tracked.shared, of: "h"), p.gone, \(names: tracked.shared, of: "p")
      FROM \(name: tracked.shadow) AS h
      \(raw: tracked.versionBefore)
      WHERE h.change = \(change)
      ORDER BY \(names: tracked.key, of: "h")
      """
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
