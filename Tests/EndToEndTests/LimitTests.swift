import Foundation
import Testing

/// One call of a function that would last for hours: SQLite asks nobody meanwhile.
@Suite struct LimitTests {
  private let program: Program

  init() throws { program = try Program() }

  private static let endless = "instr(hex(zeroblob(7000000)), hex(zeroblob(3000000)) || '1')"

  @Test(arguments: [
    ["sql", "SELECT \(endless)", "--timeout", "1"],
    ["sql", "SELECT \(endless)", "--timeout", "1", "-o", "x.csv"],
    [
      "sql", "--write", "UPDATE person SET note = \(endless)", "--reason", "x", "--yes",
      "--timeout", "1",
    ],
    ["sql", "SELECT 1; SELECT \(endless)", "--timeout", "1", "--format", "json"],
  ])
  func `the time limit ends a single function, and leaves nothing behind`(words: [String]) throws {
    let before = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
      .filter { !$0.hasPrefix("office.db-") }.sorted()
    let answer = try program.run(words)
    #expect(answer.code == 124)
    #expect(answer.err.contains("The time limit of 1 s is over."), "\(answer.err)")
    let after = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
      .filter { !$0.hasPrefix("office.db-") }.sorted()
    #expect(after == before)
    #expect(try program.run("verify").code == 0)
    #expect(try program.run("log", "--format", "json").out.contains("\"number\":2") == false)
  }

  /// Short to read, and without end for whoever compiles it.
  private static let bottomless: String = {
    var parts = ["a0 AS (SELECT 1 AS x)"]
    for number in 1...25 {
      parts.append("a\(number) AS (SELECT p.x FROM a\(number - 1) AS p, a\(number - 1) AS q)")
    }
    return "WITH " + parts.joined(separator: ", ") + " SELECT * FROM a25"
  }()

  @Test(arguments: [
    ["sql", "save", "mine", bottomless, "--about", "x"],
    [
      "sql", "--write",
      "INSERT INTO kept_query (name, about_en, sql) VALUES ('mine', 'x', '\(bottomless)')",
      "--reason", "x", "--yes",
    ],
  ])
  func `what a statement needs to be compiled has a limit too, where it is kept`(
    words: [String]
  ) throws {
    let answer = try program.run(words)
    #expect(answer.code == 1, "\(answer.err)")
    #expect(answer.err.contains("256 MB"), "\(answer.err)")
    #expect(try program.run("sql", "show", "mine").code == 64)
    #expect(try program.run("person", "add", "Lê Mới").code == 0)
  }

  @Test(arguments: ["merge", "import", "undo"])
  func `a limit holds too where such a question comes from another office or is put back`(
    way: String
  ) throws {
    let other = try Program()
    try other.change(
      """
      INSERT INTO kept_query (name, about_en, sql) VALUES ('mine', 'x', '\(Self.bottomless)')
      """)
    let place = program.folder.appending(path: "from-there").path
    let answer: Program.Answer
    switch way {
    case "merge":
      // The program's own change seals the other one.
      try other.run("person", "edit", "do-minh-hung", "--born", "1966")
      try other.run("bundle", "--since", "1", place)
      answer = try program.run("merge", place)
    case "import":
      try other.run("export", "datapackage", place)
      answer = try program.run("import", "datapackage", place)
    default:
      try other.change("DELETE FROM kept_query WHERE name = 'mine'")
      answer = try other.run("undo", "3")
    }
    #expect(answer.code == 1, "\(answer.err)")
    #expect(answer.err.contains("256 MB"), "\(answer.err)")
  }

  @Test func `Ctrl-C ends a single function too, and takes the file in the making away`() throws {
    // A runner of tests blocks the signal, and its children then do so too.
    let unblocked = """
      import os, signal, sys
      signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
      signal.signal(signal.SIGINT, signal.SIG_DFL)
      os.execv(sys.argv[1], sys.argv[1:])
      """
    try Data(unblocked.utf8).write(to: program.folder.appending(path: "unblocked.py"))
    let answer = try program.shell(
      """
      python3 unblocked.py '\(Program.binary.path)' sql "SELECT \(Self.endless)" -o x.csv &
      started=$!
      until ls x.csv.making-* >/dev/null 2>&1; do
        kill -0 $started || exit 99
        sleep 0.1
      done
      kill -INT $started
      wait $started
      """)
    #expect(answer.code == 130, "\(answer.err)")
    #expect(answer.err.contains("Cancelled"))
    let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
      .filter { $0.contains("x.csv") }
    #expect(left == [])
  }

  @Test func `sixty thousand statements are a script like any other`() throws {
    let file = program.folder.appending(path: "many.sql")
    try String(repeating: "SELECT 1;", count: 60_000).write(
      to: file, atomically: true, encoding: .utf8)
    let answer = try program.run("sql", "-f", file.path, "--format", "csv", "--no-header")
    #expect(answer.code == 0, "\(answer.err)")
    #expect(answer.lines.filter { $0.hasPrefix("1") }.count == 60_000)
  }
}

@Suite struct SeveralAnswerTests {
  @Test func `several answers in HTML are one document`() throws {
    let answer = try Program().run("sql", "SELECT 1 AS a; SELECT 2 AS b", "--format", "html")
    #expect(answer.code == 0)
    #expect(answer.out.components(separatedBy: "<!DOCTYPE html>").count == 2, "\(answer.out)")
    #expect(answer.out.components(separatedBy: "</html>").count == 2)
    #expect(answer.out.components(separatedBy: "<table").count == 3)
  }

  @Test func `a short key that was taken for a country is echoed by name`() throws {
    let program = try Program()
    let answer = try program.run(
      "mission", "add", "--kind", "embassy", "--receiver", "my", "--seat", "Testville", "--dry-run")
    #expect(answer.code == 0, "\(answer.err)")
    #expect(answer.out.contains("my: Malaysia."), "\(answer.out)")
  }
}
