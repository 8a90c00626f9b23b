import SQLite
import Schema

/// The statements that look records up in a table and put them there, prepared once.
final class MergedTable {
  private let columns: [String]
  /// The columns that are written, and where the value of each is: among those that tell
  /// something, or among those that follow.
  private let written: [String]
  private var look: Statement
  private var lookBack: Statement
  private var insert: Statement
  private var update: Statement
  private var delete: Statement

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
    lookBack = try prepare(
      """
      SELECT gone, \(names: columns) FROM \(name: tracked.shadow)
      WHERE \(raw: isRecord) AND change <= ? ORDER BY change DESC LIMIT 1
      """)
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

  /// The record as it was here after a change; `nil` where it was not.
  func image(of key: [Value], at change: Int) throws(SQLiteError) -> [Value]? {
    defer { lookBack.reset() }
    try lookBack.bind(key + [.integer(Int64(change))])
    guard try lookBack.step(), try !lookBack.row.get(0, as: Bool.self) else { return nil }
    return try columns.indices.map { (index) throws(SQLiteError) in
      try lookBack.row.get(index + 1)
    }
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
