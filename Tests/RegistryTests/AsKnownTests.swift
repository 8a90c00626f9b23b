import Files
import Foundation
import SQLite
import Testing

@testable import Registry

@Suite struct AsKnownTests {
  /// The rows of a table or view, in an order of their own.
  private func rows(of name: String, in registry: Registry) throws -> [String] {
    var columns = try registry.connection.column(
      "SELECT name FROM pragma_table_xinfo(\(name)) WHERE hidden <> 1 ORDER BY cid",
      as: String.self)
    // A row number of this file only.
    if name == "searchable_name" { columns.removeAll { $0 == "id" } }
    var statement = try registry.connection.prepare(
      "SELECT \(columns.joined(separator: ", ")) FROM \(name)")
    var rows: [String] = []
    while try statement.step() {
      var cells: [String] = []
      for index in 0..<columns.count {
        cells.append("\(try statement.row.get(index, as: Value.self))")
      }
      rows.append(cells.joined(separator: "|"))
    }
    return rows.sorted()
  }

  @Test(arguments: [1, 2, 3])
  func `each earlier point is as a copy that was taken then, in every table and view`(
    seed: UInt64
  ) throws {
    let temporary = try TemporaryRegistry(sample: true)
    var edits = RandomEdits(seed: seed)
    var copies: [(change: Int, path: String)] = []
    for index in 0..<5 {
      for _ in 0..<4 { try edits.make(in: temporary) }
      let path = temporary.folder.appending(path: "copy-\(index).db").path
      _ = try temporary.registry.backUp(to: path)
      copies.append((try temporary.count("SELECT max(number) FROM change"), path))
    }
    let names = try temporary.connection.column(
      """
      SELECT name FROM sqlite_schema
      WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'name_index%'
        AND name NOT IN ('change', 'open_change', 'sealed_head')
      """, as: String.self)
    #expect(names.count > 70)
    for (change, path) in copies {
      let past = try Registry.open(temporary.path, for: .reading)
      try past.look(asKnown: "\(change)")
      try past.prepareNames()
      let copy = try Registry.open(path, for: .reading)
      for name in names {
        #expect(try rows(of: name, in: past) == rows(of: name, in: copy), "\(name) at \(change)")
      }
      let found = "SELECT count(*) FROM name_index WHERE name_index MATCH 'so OR danh OR hung'"
      #expect(
        try past.connection.value(SQL(carried: found), as: Int.self)
          == copy.connection.value(SQL(carried: found), as: Int.self))
    }
  }

  @Test func `a point is a change, a day or a moment`() throws {
    let temporary = try TemporaryRegistry(sample: true)
    try temporary.run("UPDATE registry SET known_until = NULL")
    let registry = temporary.registry
    let last = try temporary.count("SELECT max(number) FROM change")
    #expect(try registry.point(at: "1").change == 1)
    #expect(try registry.point(at: Clock.today()).change == last)
    #expect(try registry.point(at: "9000-01-01").change == last)
    #expect(try registry.point(at: "9000-01-01 10:30").change == last)
    #expect(try registry.point(at: "9000-01-01T10:30:00Z").change == last)
    #expect(try registry.point(at: "01/01/9000").change == last)
    for (text, kind) in [
      ("77", RegistryError.Kind.unknownName), ("2000-01-01", .unknownName),
      ("now", .invalidValue), ("2024-02", .invalidValue), ("2024-02-30", .invalidValue),
      ("", .invalidValue), ("2024-02-29 25:61", .invalidValue), ("-1", .unknownName),
    ] {
      let error = #expect(throws: RegistryError.self) { try registry.point(at: text) }
      #expect(error?.kind == kind, "\(text)")
    }
  }

  @Test func `today of a past point was another day`() throws {
    let temporary = try TemporaryRegistry(sample: true)
    try temporary.run("UPDATE registry SET known_until = NULL")
    let past = try Registry.open(temporary.path, for: .reading)
    try past.look(asKnown: Clock.today())
    #expect(
      try past.connection.value("SELECT day FROM known_day", as: String.self) == past.asKnown?.day)
    #expect(
      try past.connection.value(
        "SELECT sql LIKE '%''now''%' FROM sqlite_temp_schema WHERE name = 'known_day'",
        as: Bool.self)
        == false)
  }
}
