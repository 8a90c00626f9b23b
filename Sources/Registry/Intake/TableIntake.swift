import SQLite
import Schema

/// Whole tables from outside, row by row, in an open change: each row by its key.
///
/// References are looked at when all rows are in, whatever their order.
package final class TableIntake {
  private let change: Change
  private let putter: RowPutter
  private let table: PackagedTable
  /// Where each column of the table stands in a row.
  private let places: [Int]

  /// - Parameter header: the names of the columns, in any order, none missing and none unknown.
  package init(
    _ table: PackagedTable, header: [String], into change: Change
  ) throws(RegistryError) {
    self.table = table
    self.change = change
    putter = RowPutter(change)
    let known = table.columns.map(\.name)
    if let stranger = header.first(where: { !known.contains($0) }) {
      let near = Nearest.matches(to: stranger, among: known).first
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(table.name) has no column \(Registry.quoted(stranger)).",
          vi: "\(table.name) không có cột \(Registry.quoted(stranger))."),
        hint: near.map { Sentence("Is \($0) meant?", vi: "Có phải là \($0)?") })
    }
    if let missing = known.first(where: { !header.contains($0) }) {
      throw RegistryError(
        .invalidValue,
        Sentence("The column \(missing) is missing.", vi: "Thiếu cột \(missing)."))
    }
    if let twice = header.first(where: { name in header.count { $0 == name } > 1 }) {
      throw RegistryError(
        .invalidValue,
        Sentence("The column \(twice) is there twice.", vi: "Cột \(twice) bị trùng."))
    }
    places = known.map { header.firstIndex(of: $0) ?? 0 }
  }

  /// Puts one row; an empty field is no value.
  ///
  /// - Throws: the column and what is wrong with it, or the rule that stands against the row.
  package func put(_ fields: [String]) throws(RegistryError) -> PutResult {
    var columns = table.columns.map(\.name)
    var values: [Value] = []
    for (column, place) in zip(table.columns, places) {
      let text = fields[place]
      // An empty field is no value.
      values.append(
        text.isEmpty
          ? .null : try change.registry.entered(text, by: column.rule, as: column.name))
    }
    let derived = table.derived(from: values)
    columns += derived.map(\.column)
    values += derived.map(\.value)
    return try putter.put(
      table.name, key: table.key, columns: columns, values, keepsItsChange: table.keepsItsChange)
  }

  /// Looks whether every reference that the change touched leads somewhere.
  package static func requireReferences(in change: Change) throws(RegistryError) {
    let tables = try change.registry.tables()
    let broken = try change.registry.storage { () throws(SQLiteError) in
      try BrokenReference.all(by: change.number, change.connection, tables)
    }
    guard !broken.isEmpty else { return }
    throw RegistryError(
      .rule,
      Sentence(
        "\(broken.count) references lead nowhere.",
        vi: "\(broken.count) tham chiếu không dẫn tới đâu."),
      list: broken.prefix(20).map {
        Sentence(
          "\($0.table) \($0.record): there is no \($0.parent) \($0.missing)",
          vi: "\($0.table) \($0.record): không có \($0.parent) \($0.missing)")
      },
      hint: Sentence("Nothing was changed.", vi: "Chưa có gì thay đổi."))
  }

  /// Removes the rows of a table that nobody wants kept.
  ///
  /// - Parameter isKept: is asked with the parts of each key.
  /// - Returns: how many went.
  package static func removeOthers(
    of table: PackagedTable, in change: Change,
    unless isKept: ([String]) throws(RegistryError) -> Bool
  ) throws(RegistryError) -> Int {
    let registry = change.registry
    let condition = table.key.map { "\(name: $0) = ?" as SQL }.joined(separator: " AND ")
    var gone: [[Value]] = []
    var rows = try registry.statement(
      "SELECT \(names: table.key) FROM \(name: table.name)")
    try rows.forEach { (row) throws(RegistryError) in
      guard try !isKept(table.key.indices.map { row.text(at: $0) }) else { return }
      gone.append(
        try registry.storage { () throws(SQLiteError) in
          try table.key.indices.map { (index) throws(SQLiteError) in try row.get(index) }
        })
    } orThrow: {
      RegistryError($0, path: registry.path)
    }
    for key in gone {
      try registry.run("DELETE FROM \(name: table.name) WHERE \(raw: condition.binding(key))")
    }
    return gone.count
  }
}
