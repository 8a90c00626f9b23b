import Files
import Foundation
import Interchange
import Registry
import SQLite
import Sample
import Testing

/// A registry in a folder of its own, where files come in and go out; deleted with it.
final class Office {
  let folder: URL
  let registry: Registry

  enum Content: Hashable {
    /// Viet Nam's missions and heads.
    case sample
    /// Nothing but the sender.
    case ofVietNam
    /// Nothing at all.
    case empty
  }

  init(_ content: Content = .sample) throws {
    folder = try Self.makeFolder()
    let path = folder.appending(path: "office.db").path
    switch content {
    case .sample: try FileManager.default.copyItem(at: Self.sample.get(), to: URL(filePath: path))
    case .ofVietNam: try Self.make(path, sender: "vn")
    case .empty: try Self.make(path, sender: nil)
    }
    registry = try Registry.open(path, for: .writing)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static let sample = Result {
    let file = try makeFolder().appending(path: "sample.db")
    try Registry.create(file.path) { (registry) throws(RegistryError) in
      try SampleData.load(into: registry, author: "test")
    }
    return file
  }

  private static func make(_ path: String, sender: String?) throws {
    try Registry.create(path) { (registry) throws(RegistryError) in
      _ = try registry.write(ChangeNote(action: "init", author: "test", reason: nil)) {
        (change) throws(RegistryError) in try Records(change).set(sender: sender)
      }
    }
  }

  private static func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "legation-office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  // MARK: Files

  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// - Returns: its path.
  @discardableResult
  func put(_ text: String, in name: String, as encoding: String.Encoding = .utf8) throws -> String {
    try put(try #require(text.data(using: encoding)), in: name)
  }

  @discardableResult
  func put(_ data: Data, in name: String) throws -> String {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file.path
  }

  func text(of name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// What an export writes.
  func written(_ export: (ByteSink) throws -> Void) throws -> String {
    let path = path("written-\(UUID().uuidString)")
    let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
    let sink = ByteSink(descriptor: descriptor)
    try export(sink)
    try sink.flush()
    close(descriptor)
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  // MARK: The registry

  static let note = ChangeNote(action: "test", author: "test", reason: nil, accepted: ["*"])

  @discardableResult
  func write<T>(_ body: (Records) throws(RegistryError) -> T) throws -> T {
    try registry.write(Self.note) { (change) throws(RegistryError) in
      try body(Records(change))
    }.result
  }

  func edit(_ kind: RecordKind, _ key: String, _ facts: [String: String]) throws {
    var given = Facts()
    for (column, text) in facts { given.set(column, text) }
    _ = try write { (records) throws(RegistryError) in
      try records.edit(kind, key: key, given, newKey: nil)
    }
  }

  /// Records that facts are otherwise from a day on.
  func change(
    _ kind: RecordKind, _ key: String, _ facts: [String: String], since day: String
  ) throws {
    var given = Facts()
    for (column, text) in facts { given.set(column, text) }
    _ = try write { (records) throws(RegistryError) in
      try records.change(kind, key: key, to: given, at: Records.Turn(since: day))
    }
  }

  /// Rows as texts, a column that is empty as `-`.
  func rows(_ question: SQL) throws -> [[String]] {
    var statement = try registry.statement(question)
    var rows: [[String]] = []
    while try statement.step() {
      rows.append(
        (0..<statement.columnCount).map { place in
          statement.row.isNull(at: place) ? "-" : statement.row.text(at: place)
        })
    }
    return rows
  }

  func column(_ question: SQL) throws -> [String] { try rows(question).map { $0[0] } }

  /// Writes what no command enters yet.
  func run(_ sql: SQL) throws {
    _ = try registry.write(Self.note) { (_) throws(RegistryError) in try registry.run(sql) }
  }

  func count(of table: String) throws -> Int {
    try registry.value("SELECT count(*) FROM \(name: table)", as: Int.self) ?? -1
  }

  /// Every row of every table whose versions are kept, and the list of changes.
  func content() throws -> [String] {
    let shadows = try column(
      "SELECT name FROM sqlite_schema WHERE name GLOB '*_history' ORDER BY 1")
    return try shadows.flatMap { shadow in
      let table = String(shadow.dropLast("_history".count))
      return try rows("SELECT * FROM \(name: table)").map { "\(table) \($0)" }.sorted()
    } + column("SELECT number FROM change ORDER BY number")
  }
}

extension RegistryError {
  /// All that a person reads of it.
  var told: String {
    ([message] + list + [hint].compactMap { $0 }).map(\.english).joined(separator: "\n")
  }
}
