import Foundation
import SQLite
import Testing

/// A registry that gets another content while others have it open.
@Suite struct RestoreTests {
  private let program: Program
  private var backup: String { program.folder.appending(path: "backup.db").path }

  init() throws {
    program = try Program()
    try #require(try program.run("backup", backup).code == 0)
    try #require(try program.run("person", "add", "Người Sau").code == 0)
  }

  private func names(in path: String) throws -> [String] {
    let answer = try program.run(
      "sql", "SELECT name FROM person ORDER BY name", "--format", "csv", "--no-header", "--db",
      path)
    try #require(answer.code == 0, "\(answer.err)")
    return answer.lines.filter { !$0.isEmpty }
  }

  private var asides: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
        .filter { $0.contains(".before-") }.sorted()
    }
  }

  @Test func `the file stays itself, and what was there is kept whole`() throws {
    let before = try names(in: program.registry.path)
    chmod(program.registry.path, 0o640)
    let inode = try #require(
      try FileManager.default.attributesOfItem(atPath: program.registry.path)[.systemFileNumber]
        as? Int)
    let answer = try program.run("restore", backup, "--replace")
    #expect(answer.code == 0, "\(answer.err)")
    let attributes = try FileManager.default.attributesOfItem(atPath: program.registry.path)
    #expect(attributes[.systemFileNumber] as? Int == inode)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(!(try names(in: program.registry.path).contains("Người Sau")))
    let aside = try #require(try asides.first)
    #expect(answer.out.contains(aside))
    #expect(answer.out.contains("It was at change 2"), "\(answer.out)")
    let path = program.folder.appending(path: aside).path
    #expect(try names(in: path) == before)
    #expect(try program.run("verify", "--db", path).code == 0)
    #expect(try program.run("verify").code == 0)
    #expect(try program.run("person", "add", "Người Mới").code == 0)
  }

  @Test func `two restores in one second keep both`() throws {
    for _ in 0..<3 { #expect(try program.run("restore", backup, "--replace").code == 0) }
    #expect(try asides.count == 3)
    #expect(try program.run("verify").code == 0)
  }

  @Test func `a reader in the middle reads its own moment to the end`() throws {
    let reader = try Connection(path: program.registry.path, mode: .readOnly, walls: .none)
    var statement = try reader.prepare("SELECT name FROM person ORDER BY name")
    #expect(try statement.step())
    var read = 1
    #expect(try program.run("restore", backup, "--replace").code == 0)
    while try statement.step() { read += 1 }
    let now = try program.json("sql", "SELECT count(*) AS n FROM person")
    #expect((now as? [[String: Int]])?.first?["n"] == read - 1)
  }

  @Test func `a link stays a link, and the file that it leads to is restored`() throws {
    let link = program.folder.appending(path: "link.db")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: program.registry)
    #expect(try program.run("restore", backup, "--replace", "--db", link.path).code == 0)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: link.path)
        == program.registry.path)
    #expect(!(try names(in: program.registry.path).contains("Người Sau")))
  }

  @Test(arguments: ["backup itself", "second name", "writer", "not asked for"])
  func `what cannot be restored changes nothing`(what: String) throws {
    let before = try names(in: program.registry.path)
    var words = ["restore", backup, "--replace", "--wait", "0"]
    var code: Int32 = 65
    let other = try Connection(path: program.registry.path, mode: .readWrite, walls: .none)
    switch what {
    case "backup itself": (words, code) = (["restore", program.registry.path, "--replace"], 64)
    case "second name":
      try FileManager.default.linkItem(
        at: program.registry, to: program.folder.appending(path: "two.db"))
    case "writer":
      try other.run("BEGIN IMMEDIATE")
      code = 75
    default: (words, code) = (["restore", backup], 73)
    }
    let answer = try program.run(words)
    #expect(answer.code == code, "\(answer.err)")
    if what == "writer" { try other.run("ROLLBACK") }
    #expect(try names(in: program.registry.path) == before)
    #expect(try asides == [])
  }

  @Test(arguments: ["garbage page", "header gone", "cut short", "all garbage", "log damaged"])
  func `a damaged registry is put aside byte by byte and replaced`(damage: String) throws {
    var bytes = try Data(contentsOf: program.registry)
    switch damage {
    case "garbage page":
      bytes.replaceSubrange(8192..<12288, with: Data(repeating: 0xAA, count: 4096))
    case "header gone": bytes.replaceSubrange(0..<16, with: Data(repeating: 0, count: 16))
    case "cut short": bytes = bytes.prefix(bytes.count / 2)
    case "all garbage": bytes = Data(repeating: 0x55, count: 20000)
    default: break
    }
    if damage == "log damaged" {
      try leaveDamagedLog()
    } else {
      try bytes.write(to: program.registry)
    }
    let answer = try program.run("restore", backup, "--replace")
    #expect(answer.code == 0, "\(answer.err)")
    #expect(try program.run("verify").code == 0)
    let path = try #require(program.environment["LEGATION_DB"])
    #expect(try names(in: path) == names(in: backup))
    #expect(try asides.count >= 1)
  }

  /// Acknowledged changes in a log that nobody took over, and one bit of them turned over.
  private func leaveDamagedLog() throws {
    let reader = try Connection(path: program.registry.path, mode: .readOnly, walls: .none)
    try reader.run("BEGIN")
    _ = try reader.value("SELECT count(*) FROM person", as: Int.self)
    for index in 0..<5 { _ = try program.run("person", "add", "Người \(index)") }
    let copies = try [program.registry.path, program.registry.path + "-wal"].map {
      try Data(contentsOf: URL(filePath: $0))
    }
    try reader.run("ROLLBACK")
    // Another folder: here the reader would take the log away when it ends.
    let lost = program.folder.appending(path: "lost.db")
    var damaged = copies[1]
    damaged[damaged.count / 2] ^= 4
    try copies[0].write(to: lost)
    try damaged.write(to: URL(filePath: lost.path + "-wal"))
    program.environment["LEGATION_DB"] = lost.path
  }

  @Test
  func `a damaged log is told before it is forgotten, by every command, and there are ways on`()
    throws
  {
    try leaveDamagedLog()
    for words in [
      ["verify"], ["roster", "2024-2027"], ["person", "add", "X Y"], ["backup", "b.db"],
      ["sql", "SELECT 1"],
    ] {
      let answer = try program.run(words)
      #expect(answer.code == 65, "\(words): \(answer.code) \(answer.err)")
      #expect(answer.err.contains("log") && answer.err.contains("--drop-log-tail"), "\(answer.err)")
    }
    let dropped = try program.run("verify", "--drop-log-tail")
    #expect(dropped.code == 0, "\(dropped.err)")
    let kept = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
      .filter { $0.contains("lost.db.damaged-") }
    #expect(kept.count == 2, "\(kept)")
    #expect(try program.run("person", "add", "X Y").code == 0)
  }

  /// What is in the folder, but for what a reader leaves beside the registry.
  private var files: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
        .filter { !$0.hasPrefix("office.db-") }.sorted()
    }
  }

  @Test(arguments: ["sound", "missing"])
  func `where no log is damaged none is dropped, and no copy is made`(what: String) throws {
    let path = what == "sound" ? program.registry.path : program.folder.path + "/none.db"
    let before = try files
    let answer = try program.run("verify", "--drop-log-tail", "--db", path)
    #expect(answer.code == (what == "sound" ? 0 : 66))
    #expect(answer.err.contains(what == "sound" ? "The log holds" : "There is no registry"))
    #expect(!answer.err.contains("are kept"))
    #expect(try files == before)
  }

  @Test func `another page size is no obstacle`() throws {
    let path = program.folder.appending(path: "pages.db").path
    let connection = try Connection(path: backup, mode: .readWrite, walls: .none)
    try connection.run("PRAGMA page_size = 8192")
    try connection.run("VACUUM INTO \(path)")
    let answer = try program.run("restore", path, "--replace")
    #expect(answer.code == 0, "\(answer.err)")
    #expect(try program.run("verify").code == 0)
    #expect(!(try names(in: program.registry.path).contains("Người Sau")))
  }

  @Test func `a backup of a registry in use ends, and needs no log`() throws {
    let writer = try Connection(path: program.registry.path, mode: .readWrite, walls: .none)
    try writer.run("PRAGMA synchronous = OFF")
    // A writer that never pauses: each step of the copy finds another version of the file.
    let stop = program.folder.appending(path: "stop").path
    let loop = try program.start(
      "while [ ! -e '\(stop)' ]; do legation person add Nguoi >/dev/null 2>&1; done")
    defer {
      _ = FileManager.default.createFile(atPath: stop, contents: nil)
      loop.waitUntilExit()
    }
    let copy = program.folder.appending(path: "copy.db").path
    let answer = try program.run("backup", copy)
    #expect(answer.code == 0, "\(answer.err)")
    let bytes = try Data(contentsOf: URL(filePath: copy))
    #expect(bytes[18] == 1 && bytes[19] == 1)
    #expect(!FileManager.default.fileExists(atPath: copy + "-wal"))
    chmod(copy, 0o400)
    #expect(try program.run("verify", "--db", copy).code == 0)
    #expect(!FileManager.default.fileExists(atPath: copy + "-shm"))
    #expect(try program.run("restore", copy, "--db", "elsewhere.db").code == 0)
  }
}
