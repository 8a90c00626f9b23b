import Foundation
import Testing

/// What is left when the program is killed, the disk fails or many write at once.
///
/// `Scripts/soak` does it; here a share of it is run.
@Suite struct FaultTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func `every acknowledged change outlives kills, faults and crowds, and no half one does`()
    throws
  {
    let program = try Program(sample: false)
    let soak = Self.root.appending(path: "Scripts/soak").path
    let answer = try program.shell(
      "'\(soak)' --program '\(Program.beside.path)' --kills 10 --faults 34 --adds 2 --flips 0 --restores 2"
    )
    #expect(answer.code == 0, "\(answer.out)\(answer.err)")
    #expect(answer.out.contains("32 writers at once"))
    #expect(answer.out.contains("full disk: legation: "))
    #expect(answer.out.contains("restores under 4 writers: 2") || !RealData.hasPython)
  }

  @Test func `another program writes as the guide says`() throws {
    let example = try #require(
      try Page.guide.text().firstMatch(of: /```sh\n(sqlite3 office.db <<'END'\n[\s\S]*?)```/))
    let program = try Program()
    guard try program.shell("command -v sqlite3").code == 0 else {
      print("skipped: there is no sqlite3 shell here")
      return
    }
    let answer = try program.shell(String(example.output.1))
    #expect(answer.code == 0, "\(answer.err)")
    let shown = try program.run("show", "2", "--format", "csv", "--no-header")
    #expect(shown.lines[0] == "2,person,do-minh-hung,edited,born,,1966")
    #expect(try program.run("verify").code == 0)
    let refused = try program.shell("sqlite3 office.db \"UPDATE person SET born = '1967'\"")
    #expect(refused.code != 0)
    #expect(refused.err.contains("INSERT INTO change"))
    // The next write seals it.
    try program.run("person", "add", "Lê Văn Mới")
    #expect(try program.run("verify").out.contains("not sealed") == false)
  }
}
