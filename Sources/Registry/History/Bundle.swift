import Crypto
import SQLite

extension Registry {
  /// What went into a bundle.
  package struct Bundled: Sendable {
    package let changes: Int
    package let versions: Int
  }

  /// The changes since a point, as lines of JSON for another office's registry.
  ///
  /// The first line says what it is, then come each change and the records that it wrote, before
  /// and after; the last line has the SHA-256 of all bytes before it.
  ///
  /// - Parameters:
  ///   - point: a change, a day or a moment that both registries know.
  ///   - office: who made the changes, for those who read the merged history.
  ///   - write: takes each line, with its end.
  package func bundle(
    since point: String, office: String, write: (String) -> Void,
    watch: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(RegistryError) -> Bundled {
    let office = try entered(office, as: Sentence("office", vi: "cơ quan"))
    let since = try self.point(at: point)
    let tables = try tables()
    let (changes, unsealed) = try storage { () throws(SQLiteError) in
      (
        try connection.column(
          """
          SELECT number FROM change
          WHERE number > \(since.change) AND action <> \(Registry.upgradeAction) ORDER BY number
          """, as: Int.self),
        try connection.value(
          "SELECT number FROM change WHERE number > \(since.change) AND seal IS NULL LIMIT 1",
          as: Int.self)
      )
    }
    if let unsealed { throw Self.notSealed(unsealed) }
    var lines = BundleLines()
    write(lines.next(try header(since.change)))
    var total = 0
    for change in changes {
      total += try storage { () throws(SQLiteError) in
        try connection.versionCount(of: change, tables)
      }
    }
    var versions = 0
    for change in changes {
      write(lines.next(try line(of: change, office)))
      for table in tables {
        do throws(SQLiteError) {
          let rows = try connection.statement(
            BundledVersion.select(of: table).binding([.integer(Int64(change))]))
          while try rows.step() {
            write(lines.next(try rows.row.get(0, as: String.self)))
            versions += 1
            watch(versions, total)
          }
        } catch { throw RegistryError(error, path: path) }
      }
    }
    write(lines.end())
    return Bundled(changes: changes.count, versions: versions)
  }

  private func header(_ since: Int) throws(RegistryError) -> String {
    try storage { () throws(SQLiteError) in
      try connection.value(
        """
        SELECT json_object(
          'legation', 'bundle 1',
          'schema', (SELECT max(number) FROM migration),
          'sender', (SELECT sender FROM registry),
          'since', \(since)
        )
        """, as: String.self) ?? ""
    }
  }

  /// A merged change keeps the name that it got where it was made.
  private func line(of change: Int, _ office: String) throws(RegistryError) -> String {
    try storage { () throws(SQLiteError) in
      try connection.value(
        """
        SELECT json_object('change', json_object(
          'seal', coalesce(merged_from, seal),
          'made_at', coalesce(first_made_at, made_at),
          'office', coalesce(office, \(office)),
          'author', author, 'reason', reason, 'action', action, 'program', program
        ))
        FROM change WHERE number = \(change)
        """, as: String.self) ?? ""
    }
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

/// A record in a bundle: what it was before a change and after it.
enum BundledVersion {
  /// An object of all columns but the number of the change, which is another one elsewhere.
  static func image(of row: String, _ table: TrackedTable) -> SQL {
    let pairs = table.shared.map { "\(text: $0), \(name: $0, of: row)" as SQL }
    return "json_object(\(raw: pairs.joined(separator: ", ")))"
  }

  static func select(of table: TrackedTable) -> SQL {
    """
    SELECT json_object(
      'table', \(text: table.name),
      'record', \(raw: table.record(of: "h")),
      'before', CASE WHEN p.gone = 0 THEN json(\(raw: image(of: "p", table))) END,
      'after', CASE WHEN h.gone = 0 THEN json(\(raw: image(of: "h", table))) END
    )
    FROM \(name: table.shadow) AS h
    LEFT JOIN \(name: table.shadow) AS p ON \(raw: table.sameRecord("p", "h"))
      AND \(raw: table.isLast("p", of: "h", where: "n.change < h.change"))
    WHERE h.change = ?
    """
  }
}

/// Lines with the hash of what was given out so far.
private struct BundleLines {
  private var hash = SHA256()

  mutating func next(_ line: String) -> String {
    let line = line + "\n"
    hash.update(data: Array(line.utf8))
    return line
  }

  func end() -> String { "{\"end\":\"\(SHA256.hex(hash.finalize()))\"}\n" }
}
