import Foundation
import SQLite
import Testing

/// Each exit code that the help names, from something that people do.
@Suite struct ExitCodeStories {
  private let program: Program

  init() throws { program = try Program(with: "notes.txt", "no registry\n") }

  private static let endless = """
    "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c"
    """

  private static let lines: [(code: Int32, line: String)] = [
    (0, "legation roster 2024-2027"),
    (1, "legation person remove do-minh-hung"),
    (64, "legation roster --no-such-option"),
    (65, "legation roster --db notes.txt"),
    (66, "legation roster --db nothing.db"),
    (73, "legation init --sample"),
    (74, "legation roster > /dev/full"),
    (77, "legation sql 'DELETE FROM person'"),
    (124, "legation sql --timeout 1 \(endless)"),
  ]

  @Test(arguments: lines)
  func `a code is told for what it says`(code: Int32, line: String) throws {
    let answer = try program.shell(line)
    #expect(answer.code == code, "\(answer.out)\(answer.err)")
    #expect(answer.err.isEmpty == (code == 0))
  }

  @Test func `75 is told where somebody else writes`() throws {
    let writer = try Connection(path: program.registry.path, mode: .readWrite, walls: .none)
    let writing = try writer.begin(.immediate)
    let answer = try program.run("person", "add", "Lê Một", "--wait", "0")
    writing.rollBack()
    #expect(answer.code == 75, "\(answer.err)")
  }

  @Test func `130 is told where somebody pressed Ctrl-C`() throws {
    let line = "'\(Program.binary.path)' sql --timeout 0 \(Self.endless) -o out.csv"
    let answer = try program.shell("timeout --preserve-status -s INT 2 \(line)")
    try #require(answer.code != 127, "there is no timeout here")
    #expect(answer.code == 130, "\(answer.err)")
  }

  @Test func `the help names these codes and no others`() throws {
    let help = try program.run("--help").out
    let told = try #require(help.firstMatch(of: /Exit codes: ([^.]*)\./))
    let numbers = told.1.matches(of: /\d+/).compactMap { Int32($0.output) }
    #expect(Set(numbers) == Set(Self.lines.map(\.code) + [75, 130]))
  }
}
