import Foundation
import SQLite
import Testing

/// Goes through the program's own text for SQL that is made of anything but its own words.
@Suite struct SourceTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let files: [(name: String, text: String)] = {
    let sources = root.appending(path: "Sources")
    let names = FileManager.default.enumerator(atPath: sources.path)?.allObjects as? [String] ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
      (try? String(contentsOf: sources.appending(path: name), encoding: .utf8)).map { (name, $0) }
    }
  }()

  /// Each way by which a text becomes a statement, and the only files that may use it, with what
  /// they give it.
  @Test(arguments: [
    // A view's text and a column's type and expression, of the program's own migrations.
    (
      #"SQL\(\s*carried:"#,
      [
        "Registry/Opening/AsKnown.swift", "Registry/Opening/Blueprint.swift",
        "Schema/TrackedTable.swift", "SQLite/SQL.swift",
        "Schema/Displacement.swift", "Schema/HistorySchema.swift",
      ]
    ),
    // Migrations, and a script that stands there word for word.
    (
      #"execute\(\s*script:"#,
      [
        "Interchange/SeenKeys.swift", "Schema/SchemaMaking.swift", "SQLite/Connection.swift",
      ]
    ),
    // What a person typed, inside the sandbox.
    (
      #"[^A-Za-z]Script\("#,
      [
        "Legation/Asking/Asking.swift", "LegationCLI/Commands/SQL/SQLCommand.swift",
        "LegationCLI/Output/KeptAnswer.swift", "LegationCLI/Shell/Shell.swift",
        // Compiled, never run.
        "Registry/Asking/KeptQueryRule.swift", "Registry/Asking/VisibleSources.swift",
        "Registry/Asking/QueryPlan.swift", "Registry/Writing/WritingSession.swift",
        "SQLite/Connection.swift",
      ]
    ),
    // Statements of the program's own that are run for many rows.
    (
      #"\.prepare\("#,
      [
        "Interchange/SeenKeys.swift", "Registry/Exchange/MergedTable.swift",
        "Registry/Writing/Putting.swift",
        // Pieces of what a person typed, compiled over empty tables and never run.
        "Registry/Asking/Notes/ShadowSchema.swift",
      ]
    ),
    // The doors of SQLite's own library.
    (#"sqlite3_(prepare|exec)"#, ["SQLite/Script.swift"]),
    // Names in quotes are made in one place.
    (#""\\"" \+|replacing\("\\"", with: "\\"\\""\)"#, ["SQLite/SQL.swift"]),
  ])
  func `SQL is made of the program's own words, names in quotes and bound values`(
    pattern: String, allowed: [String]
  ) throws {
    #expect(Self.files.count > 100)
    let expression = try Regex(pattern)
    let found = Self.files.filter { $0.text.contains(expression) }.map(\.name)
    #expect(found.filter { !allowed.contains($0) } == [])
    // A place that is gone goes from the list too.
    #expect(allowed.filter { !found.contains($0) } == [])
  }

  @Test func `the C library has one name, whichever it is`() {
    #expect(Self.files.filter { $0.text.contains("canImport") }.map(\.name) == [])
    let direct = Self.files.filter { $0.text.contains(/import (Glibc|Musl|Darwin)/) }.map(\.name)
    #expect(direct == [])
  }

  @Test func `a connection is opened with walls, or on what this process has just made`() {
    let open = Self.files.filter { $0.text.contains("walls: .none") }.map(\.name)
    #expect(
      open.sorted() == [
        "Interchange/SeenKeys.swift", "LegationBench/main.swift",
        // Empty tables in memory, in which nothing is ever run.
        "Registry/Asking/Notes/ShadowSchema.swift", "Registry/Keeping/Copying.swift",
        "Registry/Keeping/Restoring.swift",
      ])
  }

  @Test(arguments: ["a", "a\"b", "a'; DROP TABLE t; --", "\"", "", "Đỗ", "select", "a\"\"b"])
  func `a quoted name is that name`(name: String) throws {
    let connection = try Connection(path: ":memory:", mode: .passing, walls: .none)
    try connection.run("CREATE TABLE \(name: "t" + name) (\(name: "c" + name) TEXT)")
    try connection.run("INSERT INTO \(name: "t" + name) (\(names: ["c" + name])) VALUES ('x')")
    let found = try connection.column(
      "SELECT name FROM sqlite_schema WHERE type = 'table'", as: String.self)
    #expect(found == ["t" + name])
    #expect(
      try connection.value(
        "SELECT \(name: "c" + name, of: "r") FROM \(name: "t" + name) AS r", as: String.self)
        == "x")
    #expect(try connection.value("SELECT \(text: name)", as: String.self) == name)
  }

  @Test func `today stands in one way only in the views, so that the past has another`() throws {
    let folder = Self.root.appending(path: "Migrations")
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where file.hasSuffix(".sql") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for view in text.split(separator: "CREATE VIEW").dropFirst() {
        let body = view.prefix { $0 != ";" }
        let rest = body.replacing(
          "strftime('%Y-%m-%d', 'now', 'localtime')", with: "")
        #expect(
          !rest.contains("'now'")
            && !rest.lowercased().replacing("concurrent_", with: "").contains("current_"), "\(file)"
        )
      }
    }
  }
}
