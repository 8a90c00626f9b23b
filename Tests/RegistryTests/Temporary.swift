import Foundation
import SQLite
import Testing

@testable import Registry
@testable import Sample

/// A registry in a folder of its own, deleted with it.
final class TemporaryRegistry {
  let folder: URL
  let registry: Registry

  var path: String { folder.appending(path: "registry.db").path }
  var connection: Connection { registry.connection }

  init(sample: Bool = false) throws {
    folder = try Self.makeFolder()
    let path = folder.appending(path: "registry.db").path
    let template = try (sample ? Self.sampleFile : Self.emptyFile).get()
    try FileManager.default.copyItem(at: template, to: URL(filePath: path))
    registry = try Registry.open(path, for: .writing)
  }

  // Made once and copied: most of a test's time would go into filling its registry.
  private static let sampleFile = Result {
    try makeTemplate { (registry) throws(RegistryError) in
      try SampleData.load(into: registry, author: "test")
    }
  }

  private static let emptyFile = Result {
    try makeTemplate { (registry) throws(RegistryError) in
      _ = try registry.write(ChangeNote(action: "init", author: "test", reason: nil)) {
        (change) throws(RegistryError) in try Records(change).set(sender: "vn")
      }
    }
  }

  private static func makeTemplate(
    _ fill: (Registry) throws(RegistryError) -> Void
  ) throws -> URL {
    let file = try makeFolder().appending(path: "template.db")
    try Registry.create(file.path, fill: fill)
    try Connection(path: file.path, mode: .readWrite, walls: .none)
      .execute(script: "PRAGMA wal_checkpoint(TRUNCATE)")
    return file
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "legation-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// One change, with the findings accepted that are named.
  @discardableResult
  func write<T>(
    accepting codes: Set<String> = [], dryRun: Bool = false, action: String = "test",
    _ body: (Change) throws(RegistryError) -> T
  ) throws(RegistryError) -> T {
    let note = ChangeNote(
      action: action, author: "test", reason: nil, accepted: codes, isDryRun: dryRun)
    return try registry.write(note, body).result
  }

  /// Writes as another program would: in a change that it opens and ends.
  func run(_ sql: String) throws(SQLiteError) {
    try writeAsAnother { () throws(SQLiteError) in try connection.execute(script: sql) }
  }

  func runBound(_ sql: SQL) throws(SQLiteError) {
    try writeAsAnother { () throws(SQLiteError) in try connection.run(sql) }
  }

  private func writeAsAnother(_ body: () throws(SQLiteError) -> Void) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO change (made_at, author, action, program)
      VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), 'test', 'by hand', 'test')
      """)
    try body()
    try connection.run("DELETE FROM open_change")
  }

  func text(_ sql: String) throws -> String? {
    try connection.value(SQL(carried: sql), as: String?.self) ?? nil
  }

  func count(_ sql: String) throws -> Int {
    try connection.value(SQL(carried: sql), as: Int.self) ?? -1
  }

  /// Every row of every table but the list of changes: what a refused write must leave alone.
  func content() throws -> [String] {
    let tables = try connection.column(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table'
        AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'name_index%'
        AND name NOT IN ('change', 'open_change', 'searchable_name', 'sealed_head')
        AND name NOT LIKE '%!_history' ESCAPE '!'
      ORDER BY name
      """, as: String.self)
    var lines: [String] = []
    for table in tables {
      var statement = try connection.prepare("SELECT * FROM \(table) ORDER BY 1, 2")
      while try statement.step() {
        var cells: [String] = []
        for index in 0..<statement.columnCount {
          cells.append("\(try statement.row.get(index, as: Value.self))")
        }
        lines.append(table + "|" + cells.joined(separator: "|"))
      }
    }
    return lines.sorted()
      + (try connection.column(
        "SELECT subject || key || name FROM searchable_name ORDER BY 1", as: String.self))
  }
}

extension TemporaryRegistry {
  /// Adds a head with facts as on the command line: `arrived=2024-07`.
  @discardableResult
  func addHead(
    _ person: String, at mission: String, _ facts: [String: String] = [:],
    accepting codes: Set<String> = []
  ) throws -> String {
    try write(accepting: codes) { (change) throws(RegistryError) in
      var head = HeadOffice.NewHead(person: person, mission: mission)
      for (column, text) in facts.sorted(by: { $0.key < $1.key }) {
        if RecordKind.posting.field(column) != nil && column != "ended" || column == "posting_ended"
        {
          head.posting.set(column == "posting_ended" ? "ended" : column, text)
        } else {
          head.accreditation.set(column, text)
        }
      }
      return try HeadOffice(change).add(head).posting
    }
  }

  @discardableResult
  func addMission(_ seat: String, at receiver: String, kind: String = "embassy") throws -> String {
    try write { (change) throws(RegistryError) in
      var facts = Facts()
      facts.set("kind", kind)
      facts.set("receiver", receiver)
      facts.set("seat", seat)
      return try Records(change).add(.mission, facts)
    }
  }
}
