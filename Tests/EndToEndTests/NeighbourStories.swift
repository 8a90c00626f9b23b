import Foundation
import Testing

/// Files beside a registry, as the built program meets them.
@Suite struct NeighbourStories {
  private let program: Program

  init() throws { program = try Program() }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: program.folder.path).sorted() }
  }

  @Test(
    arguments: ["-wal", "-shm", "-journal"],
    [
      "roster 2024-2027", "person add Foo", "upgrade", "verify", "verify --drop-log-tail",
      "backup b.db", "restore office.db --db n.db", "restore office.db --replace --db other.db",
      "restore other.db --replace",
    ])
  func `a pipe beside a registry makes nobody wait`(ending: String, line: String) throws {
    let answer = try program.shell(
      "cp office.db other.db; mkfifo office.db\(ending); timeout 60 '\(Program.binary.path)' \(line)"
    )
    #expect(answer.code == 65, "\(answer.code) \(answer.err)")
    #expect(answer.err.contains("office.db\(ending) is no regular file"), "\(answer.err)")
  }

  @Test(arguments: ["header", "none"])
  func `a log without end makes nobody wait`(start: String) throws {
    let answer = try program.shell(
      """
      truncate -s 40G office.db-wal
      if [ \(start) = header ]; then printf '7\\177\\006\\202' | dd of=office.db-wal conv=notrunc; fi
      timeout 60 '\(Program.binary.path)' verify
      """)
    #expect(answer.code == (start == "header" ? 65 : 0), "\(answer.code) \(answer.err)")
  }

  /// What a refusal offers is done, word for word, with a backup for the word BACKUP.
  @Test(arguments: [
    ("mkdir office.db-journal", "person add Foo"),
    ("echo notes >office.db-journal", "person add Foo"),
    (": >office.db", "roster 2024-2027"),
    ("rm -f office.db-*; mkfifo office.db-shm", "roster 2024-2027"),
    ("rm office.db; echo left >office.db-wal", "init"),
    ("rm office.db; echo left >office.db-journal", "restore \"$PWD/a b.db\""),
    ("echo left >new.db-wal; echo left >new.db-shm", "backup new.db"),
    ("cp a\\ b.db office.db; head -c 9000 /dev/zero >office.db-wal", "person add Foo"),
  ])
  func `the way on that is offered is one`(fault: String, line: String) throws {
    for language in ["en", "vi"] {
      let office = try Program()
      let made = try office.shell("legation backup 'a b.db' && { \(fault); }")
      #expect(made.code == 0, "\(made.err)")
      let refused = try office.shell("legation \(line) --lang \(language)")
      #expect([65, 73].contains(refused.code), "\(refused.code) \(refused.err)")
      let way = refused.err.split(separator: "\n").filter { $0.hasPrefix("  ") }
      #expect(!way.isEmpty, "\(refused.err)")
      for command in way {
        let words = command.replacing("BACKUP", with: "'a b.db'")
        let done = try office.shell(String(words))
        #expect(done.code == 0, "\(words): \(done.err)")
      }
      let again = try office.shell("legation \(line)")
      #expect(again.code == 0, "\(again.err)")
    }
  }

  private static let hasSetpriv =
    getuid() == 0
    && ["/usr/bin/setpriv", "/bin/setpriv"]
      .contains { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    .enabled(if: hasSetpriv, "setpriv is missing, or this is not root"),
    arguments: ["-wal", "-journal"])
  func `behind a link into a closed folder a log or a journal is not passed over`(
    ending: String
  ) throws {
    let journal = #"printf '\331\325\005\371\040\241\143\327\000\000\000\000'"#
    let answer = try program.shell(
      """
      mkdir -m 755 closed; cp office.db closed/office.db; chmod 644 closed/office.db
      \(ending == "-wal" ? "head -c 9000 /dev/zero" : journal) >closed/office.db\(ending)
      mkdir -m 777 open; ln -s "$PWD/closed/office.db" open/link.db
      cp '\(Program.binary.path)' open/legation; chmod 755 . open/legation
      for line in 'roster 2024-2027' 'backup copy.db'; do
        setpriv --reuid=12001 --regid=12001 --clear-groups \
          sh -c "cd open && ./legation $line --db link.db" >/dev/null; echo $? >>codes
      done
      cat codes
      """)
    #expect(answer.err.contains("closed/office.db"), "\(answer.err)")
    #expect(!answer.out.contains("0\n"), "\(answer.out) \(answer.err)")
    #expect(!FileManager.default.fileExists(atPath: program.folder.path + "/open/copy.db"))
  }

  @Test(arguments: ["import csv p.csv --to people --skip-bad", "export datapackage"])
  func `nothing else gets a name of SQLite's own either`(line: String) throws {
    try Data("name,born\n,x\n".utf8).write(to: program.folder.appending(path: "p.csv"))
    for ending in ["-wal", "-shm", "-journal"] {
      let answer = try program.shell("legation \(line) office.db\(ending)")
      #expect(answer.code == 73, "\(answer.code) \(answer.err)")
    }
    #expect(try names.filter { $0.hasSuffix("-journal") } == [])
  }
}
