import Foundation
import Testing

/// Registries on media and in folders where nothing can be made, and places without hard links.
@Suite struct ReadOnlyStories {
  private let program: Program

  init() throws { program = try Program() }

  private static func finds(_ command: String) -> Bool {
    ["/usr/bin", "/bin", "/usr/sbin", "/sbin"]
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(command)") }
  }

  private static let hasSetpriv = finds("setpriv") && getuid() == 0

  /// Whether a file system of our own can be mounted, for this test alone.
  private static let canMount: Bool = {
    guard finds("unshare"), finds("mount"), getuid() == 0, let program = try? Program(sample: false)
    else { return false }
    let tried = try? program.shell("mkdir m && unshare -m mount -t tmpfs none m")
    return tried?.code == 0
  }()

  private static let reading = [
    "legation roster 2024-2027 --format csv", "legation verify", "legation check --format csv",
    "legation history gb-london --format csv", "legation backup \"$PLACE/copy.db\"",
  ]

  @Test(
    .enabled(if: hasSetpriv, "setpriv is missing, or this is not root"), arguments: reading)
  func `who may only read reads, verifies and backs up`(line: String) throws {
    let expected = try program.shell("PLACE=.; \(line)")
    // `check` ends with 1 where it finds something.
    let code = expected.code
    try? FileManager.default.removeItem(at: program.folder.appending(path: "copy.db"))
    let before = try FileManager.default.contentsOfDirectory(atPath: program.folder.path).sorted()
    let answer = try program.shell(
      """
      folder='\(program.folder.path)'; mkdir -m 777 "$folder.other"; export PLACE="$folder.other"
      cp '\(Program.binary.path)' "$PLACE/legation"; chmod 755 "$folder"; chmod 644 office.db*
      cd / && setpriv --reuid=12001 --regid=12001 --clear-groups \
        env LEGATION_DB="$folder/office.db" LEGATION_BY=x \
        sh -c 'legation() { "$PLACE/legation" "$@"; }; \(line)'
      code=$?; rm -r "$PLACE"; exit $code
      """)
    #expect(answer.code == code, "\(answer.err)")
    if !line.contains("backup") && !line.contains("verify") { #expect(answer.out == expected.out) }
    let after = try FileManager.default.contentsOfDirectory(atPath: program.folder.path).sorted()
    #expect(
      after == before || after.filter { !$0.hasSuffix("-shm") && !$0.hasSuffix("-wal") } == before)
  }

  @Test(.enabled(if: hasSetpriv, "setpriv is missing, or this is not root"))
  func `who may only read is told so before a write`() throws {
    let before = try program.content()
    let answer = try program.shell(
      """
      folder='\(program.folder.path)'; cp '\(Program.binary.path)' l
      chmod 755 "$folder" l; chmod 644 office.db*
      cd / && setpriv --reuid=12001 --regid=12001 --clear-groups \
        "$folder/l" person add 'X Y' --db "$folder/office.db" --by x
      """)
    #expect([73, 74, 77].contains(answer.code), "\(answer.code) \(answer.err)")
    #expect(answer.err.contains("office.db"), "\(answer.err)")
    #expect(try program.content() == before)
  }

  @Test(.enabled(if: canMount, "nothing can be mounted here"), arguments: reading)
  func `a read-only medium is read and verified, with a log beside the file or without`(
    line: String
  ) throws {
    let expected = try program.shell("PLACE=.; \(line)")
    for withLog in [false, true] {
      let answer = try program.shell(
        """
        mkdir -p medium place\(withLog)
        export PLACE="$PWD/place\(withLog)"
        unshare -m sh -c '
          legation() { "\(Program.binary.path)" "$@"; }
          mount -t tmpfs none medium && cp office.db medium/office.db || exit 99
          if \(withLog); then
            legation sql --write --yes --reason x \
              "UPDATE person SET note = note" --db medium/office.db >/dev/null
            legation person add "Lê Ghi Sau" --db medium/office.db >/dev/null
            cp medium/office.db medium/a && cp medium/office.db-wal medium/b 2>/dev/null
          fi
          mount -o remount,ro medium || exit 99
          export LEGATION_DB="$PWD/medium/office.db"
          \(line)
        '
        """)
      #expect(answer.code == expected.code, "\(withLog): \(answer.err)")
      if line.contains("csv") && !withLog { #expect(answer.out == expected.out) }
    }
  }

  @Test(.enabled(if: canMount, "nothing can be mounted here"))
  func `where the disk is too full for a restore, the registry and the room are as they were`()
    throws
  {
    #expect(try program.run("backup", "b.db").code == 0)
    #expect(try program.run("person", "add", "Lê Ghi Sau").code == 0)
    let answer = try program.shell(
      """
      mkdir medium; size=$(($(stat -c %s office.db) * 5 / 2 / 1024))
      unshare -m sh -c '
        legation() { "\(Program.binary.path)" "$@"; }
        mount -t tmpfs -o size='$size'k none medium || exit 99
        legation backup medium/office.db >/dev/null || exit 98
        legation restore b.db --replace --db medium/office.db >answer 2>&1
        echo "$? $(ls medium | grep -v -e -shm -e -wal)"
        legation verify --db medium/office.db
        legation person find "ghi sau" --db medium/office.db --format csv
      '
      """)
    #expect(answer.lines[0] == "74 office.db", "\(answer.out) \(answer.err)")
    #expect(answer.out.contains("Nothing is wrong"))
    #expect(answer.out.contains("Lê Ghi Sau"))
  }

  // MARK: Where a file gets its name

  private static let hasStrace = finds("strace")

  @Test(
    .enabled(if: hasStrace, "strace is not here"),
    arguments: ["link,linkat", "link,linkat,renameat2"],
    ["legation backup copy.db", "legation init --db copy.db"])
  func `a file system without hard links, or without more, takes new files and replaces none`(
    missing: String, line: String
  ) throws {
    let traced = line.replacing(
      "legation",
      with: "strace -f -o trace -e inject=\(missing):error=EPERM '\(Program.binary.path)'")
    let first = try program.shell(traced)
    guard !first.err.contains("PTRACE") else {
      print("skipped: nothing can be traced here")
      return
    }
    #expect(first.code == 0, "\(first.err)")
    #expect(try program.run("verify", "--db", "copy.db").code == 0)
    let before = try Data(contentsOf: program.folder.appending(path: "copy.db"))
    let second = try program.shell(traced)
    #expect(second.code == 73, "\(second.err)")
    #expect(try Data(contentsOf: program.folder.appending(path: "copy.db")) == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
    #expect(left.filter { $0.contains("making") } == [])
  }
}
