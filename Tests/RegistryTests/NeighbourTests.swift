import Files
import Foundation
import SQLite
import Testing

@testable import Registry

/// What lies beside a database is looked at before SQLite believes it.
@Suite struct NeighbourTests {
  private let folder: URL
  private let template: TemporaryRegistry
  private var file: String { folder.appending(path: "office.db").path }
  private var precious: String { folder.appending(path: "precious.txt").path }
  private var backup: String { folder.appending(path: "backup.db").path }

  init() throws {
    folder = try TemporaryRegistry.makeFolder()
    template = try TemporaryRegistry(sample: true)
    _ = try template.connection.value("PRAGMA wal_checkpoint(TRUNCATE)", as: Int.self)
    try FileManager.default.copyItem(atPath: template.path, toPath: file)
    _ = try template.registry.backUp(to: backup)
    try Data("precious".utf8).write(to: URL(filePath: precious))
  }

  private func bytes(_ path: String) -> Data? { try? Data(contentsOf: URL(filePath: path)) }

  /// What lies in the folder, but for what a reader leaves beside its file.
  private var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        .filter { $0 != "office.db-wal" && $0 != "office.db-shm" }
    }
  }

  // MARK: Journals

  private static let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  private static func big(_ number: Int) -> [UInt8] {
    (0..<4).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// A journal that puts nothing back, with this at its beginning.
  private func journal(_ start: [UInt8] = magic) -> Data {
    var header = Data(start + Self.big(0) + Self.big(0x1234))
    header += Data(Self.big((bytes(file)?.count ?? 0) / 4096) + Self.big(512) + Self.big(4096))
    return header + Data(count: 512 - header.count)
  }

  /// What ends the journal of a write to several databases.
  private func ending(naming other: String) -> Data {
    let name = Array(other.utf8)
    let sum = name.reduce(0) { $0 + Int(Int8(bitPattern: $1)) }
    return Data(
      Self.big(0x4000_0000 / 4096 + 1) + name + Self.big(name.count) + Self.big(sum) + Self.magic)
  }

  enum Opening: CaseIterable {
    case reading, writing, upgrade, source, target, tail
  }

  private func open(_ opening: Opening, _ path: String) throws {
    switch opening {
    case .reading: _ = try Registry.open(path, for: .reading)
    case .writing: _ = try Registry.open(path, for: .writing)
    case .upgrade: _ = try Registry.upgrade(path)
    case .source:
      _ = try Registry.open(path, for: .reading, log: .always)
        .restore(to: folder.path + "/new.db", keepingOld: false)
    case .target:
      _ = try Registry.open(backup, for: .reading).restore(to: path, keepingOld: true)
    case .tail: _ = try Registry.keepDamagedLog(of: path)
    }
  }

  private func refusal(of opening: Opening, _ path: String) -> RegistryError? {
    do {
      try open(opening, path)
      return nil
    } catch { return error as? RegistryError }
  }

  @Test(arguments: Opening.allCases, [true, false])
  func `a journal that names another file is not obeyed`(opening: Opening, isHot: Bool) throws {
    let start = isHot ? Self.magic : [UInt8](repeating: 0, count: 8)
    try (journal(start) + ending(naming: precious)).write(to: URL(filePath: file + "-journal"))
    let before = try names
    let error = refusal(of: opening, file)
    #expect(error?.kind == .unfitFile)
    #expect(error?.message.english.contains(precious) == true)
    #expect(try names == before)
    #expect(bytes(precious) != nil)
  }

  @Test func `nor is it beside a file that is no database`() throws {
    try Data("no database".utf8).write(to: URL(filePath: file))
    try (journal() + ending(naming: precious)).write(to: URL(filePath: file + "-journal"))
    #expect(refusal(of: .reading, file)?.kind == .unfitFile)
    #expect(bytes(precious) != nil)
  }

  @Test(arguments: [Opening.reading, .writing, .upgrade, .source])
  func `what is no journal is not deleted for one`(opening: Opening) throws {
    let other = Data("the only copy of something".utf8)
    try other.write(to: URL(filePath: file + "-journal"))
    #expect(refusal(of: opening, file)?.kind == .unfitFile)
    #expect(bytes(file + "-journal") == other)
  }

  @Test func `a journal from which nothing is to be put back is in nobody's way`() throws {
    for left in [Data(), Data(count: 512), Data(count: 12) + Data([1, 2, 3])] {
      try left.write(to: URL(filePath: file + "-journal"))
      for opening in [Opening.reading, .writing, .upgrade] {
        #expect(refusal(of: opening, file) == nil)
      }
      try? FileManager.default.removeItem(atPath: file + "-journal")
    }
  }

  /// A write in rollback mode, stopped in its middle.
  private func stopInTheMiddleOfAWrite() throws {
    let path = folder.appending(path: "live.db").path
    try FileManager.default.copyItem(atPath: file, toPath: path)
    let writer = try Connection(path: path, mode: .readWrite, walls: .none)
    _ = try writer.value("PRAGMA journal_mode = DELETE", as: String.self)
    try writer.run("PRAGMA cache_size = 1")
    try writer.run("BEGIN IMMEDIATE")
    try writer.run("CREATE TABLE t (a)")
    for _ in 0..<200 { try writer.run("INSERT INTO t VALUES (hex(randomblob(2000)))") }
    for ending in ["", "-journal"] {
      let left = try #require(bytes(path + ending))
      try left.write(to: URL(filePath: file + ending))
    }
    try writer.run("ROLLBACK")
  }

  @Test func `a reader is told of a write that was broken off, and any writer puts it back`() throws
  {
    try stopInTheMiddleOfAWrite()
    let error = refusal(of: .reading, file)
    #expect(error?.kind == .unfitFile)
    #expect(error?.message.english.contains("middle of a write") == true)
    #expect(error?.remedies == [.file(.settleWrite(of: file))])
    #expect(refusal(of: .source, file)?.kind == .unfitFile)
    #expect(bytes(file + "-journal") != nil)
    let writer = try Registry.open(file, for: .writing)
    #expect(writer.remarks.contains { $0.english.contains("put back") })
    #expect(bytes(file + "-journal") == nil)
    _ = try Registry.open(file, for: .reading).verify()
  }

  @Test func `what is restored over such a file is kept byte by byte with its journal`() throws {
    try stopInTheMiddleOfAWrite()
    let (left, journal) = (bytes(file), bytes(file + "-journal"))
    let restored = try Registry.open(backup, for: .reading).restore(to: file, keepingOld: true)
    let aside = try #require(restored.aside)
    #expect(bytes(aside) == left && bytes(aside + "-journal") == journal)
    _ = try Registry.open(file, for: .reading).verify()
    _ = try Registry.open(try #require(restored.readable), for: .reading).verify()
  }

  // MARK: What is no file of its own

  @Test(arguments: Opening.allCases, ["-wal", "-shm", "-journal"])
  func `a link or a folder among them is refused`(opening: Opening, ending: String) throws {
    for isLink in [true, false] {
      if isLink {
        try FileManager.default.createSymbolicLink(
          atPath: file + ending, withDestinationPath: precious)
      } else {
        try FileManager.default.createDirectory(
          atPath: file + ending, withIntermediateDirectories: false)
      }
      let error = refusal(of: opening, file)
      #expect(error?.kind == .unfitFile)
      #expect(error?.message.english.contains("no regular file") == true)
      #expect(bytes(precious) == Data("precious".utf8))
      try FileManager.default.removeItem(atPath: file + ending)
    }
  }

  @Test(arguments: ["-wal", "-shm", "-journal"])
  func `a second name of another file is not written`(ending: String) throws {
    try Data(count: 40).write(to: URL(filePath: precious))
    try FileManager.default.linkItem(atPath: precious, toPath: file + ending)
    for opening in [Opening.writing, .upgrade, .target] {
      #expect(refusal(of: opening, file)?.kind == .unfitFile)
    }
    #expect(bytes(precious) == Data(count: 40))
  }

  // MARK: Places for a new database

  enum Making: CaseIterable {
    case create, backUp, restore
  }

  private func make(_ making: Making, _ path: String) throws {
    switch making {
    case .create: try Registry.create(path) { (_) throws(RegistryError) in }
    case .backUp: _ = try Registry.open(file, for: .reading).backUp(to: path)
    case .restore:
      _ = try Registry.open(backup, for: .reading).restore(to: path, keepingOld: false)
    }
  }

  @Test(arguments: Making.allCases, ["-wal", "-shm", "-journal"])
  func `no database is made beside what another one left`(making: Making, ending: String) throws {
    let path = folder.appending(path: "new.db").path
    try Data("left".utf8).write(to: URL(filePath: path + ending))
    let before = try names
    let error = #expect(throws: RegistryError.self) { try make(making, path) }
    #expect(error?.kind == .cannotCreate)
    let left = MovedFile(path: path + ending, free: path + ending + ".away")
    #expect(error?.remedies == [.file(.moveAway([left]))])
    #expect(try names == before)
  }

  @Test(arguments: ["-wal", "-shm", "-journal"])
  func `nor is it published beside what came meanwhile`(ending: String) throws {
    let path = folder.appending(path: "new.db").path
    let error = #expect(throws: RegistryError.self) {
      try Registry.create(path) { (_) throws(RegistryError) in
        _ = FileManager.default.createFile(
          atPath: path + ending, contents: Data("left".utf8))
      }
    }
    #expect(error?.kind == .cannotCreate)
    #expect(bytes(path) == nil)
  }

  @Test(arguments: Making.allCases, ["-wal", "-shm", "-journal"])
  func `no database gets a name that is SQLite's own`(making: Making, ending: String) throws {
    let before = try names
    let error = #expect(throws: RegistryError.self) { try make(making, file + ending) }
    #expect(error?.kind == .cannotCreate)
    #expect(try names == before)
  }

  // MARK: Logs

  /// A log of changes that nobody took over, beside `path`.
  private func leaveLog(_ change: (inout Data) -> Void = { _ in }, at path: String) throws {
    for _ in 0..<3 {
      try template.run(
        "UPDATE person SET note = coalesce(note, '') || 'a' WHERE key = 'do-minh-hung'")
    }
    for ending in ["", "-wal"] {
      var left = try #require(bytes(template.path + ending))
      if ending == "-wal" { change(&left) }
      try left.write(to: URL(filePath: path + ending))
    }
  }

  private static func turnABitOver(_ log: inout Data) { log[log.count / 2] ^= 4 }

  @Test(arguments: [Opening.reading, .writing, .upgrade, .source])
  func `the log is looked at beside the file, not beside a link to it`(opening: Opening) throws {
    let link = folder.appending(path: "link.db").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
    try leaveLog(Self.turnABitOver, at: file)
    let log = bytes(file + "-wal")
    for path in [link, file] {
      #expect(refusal(of: opening, path)?.kind == .unfitFile)
      #expect(bytes(file + "-wal") == log)
    }
  }

  @Test func `through a link the damaged log is kept with the file`() throws {
    let link = folder.appending(path: "link.db").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
    try leaveLog(Self.turnABitOver, at: file)
    let aside = try #require(try Registry.keepDamagedLog(of: link))
    #expect(bytes(aside) == bytes(file) && bytes(aside + "-wal") == bytes(file + "-wal"))
  }

  @Test(arguments: ["turned over", "empty file", "of another file", "not its size of pages"])
  func `restored over, what lay there is kept byte by byte with its log`(fault: String) throws {
    try leaveLog({ if fault == "turned over" { Self.turnABitOver(&$0) } }, at: file)
    switch fault {
    case "empty file": try Data().write(to: URL(filePath: file))
    case "of another file":
      try #require(bytes(backup)).write(to: URL(filePath: file))
    case "not its size of pages":
      var main = try #require(bytes(file))
      main.replaceSubrange(16..<18, with: [2, 0])
      try main.write(to: URL(filePath: file))
    default: break
    }
    let (left, log) = (bytes(file), bytes(file + "-wal"))
    let restored = try Registry.open(backup, for: .reading).restore(to: file, keepingOld: true)
    let aside = try #require(restored.aside)
    #expect(bytes(aside) == left && bytes(aside + "-wal") == log)
    _ = try Registry.open(file, for: .reading).verify()
    #expect(try Registry.open(file, for: .writing).connection.changedRows == 0)
  }

  @Test(arguments: [Opening.reading, .writing, .upgrade, .source])
  func `a log beside a file that has none is of another file`(opening: Opening) throws {
    try leaveLog(at: file)
    try #require(bytes(backup)).write(to: URL(filePath: file))
    let log = bytes(file + "-wal")
    let error = refusal(of: opening, file)
    #expect(error?.kind == .unfitFile)
    #expect(error?.message.english.contains("a file that was there before") == true)
    #expect(bytes(file + "-wal") == log)
  }

  @Test(arguments: [Opening.reading, .writing, .upgrade, .source])
  func `a log of other pages than the file's is refused`(opening: Opening) throws {
    try leaveLog(at: file)
    var main = try #require(bytes(file))
    main.replaceSubrange(16..<18, with: [2, 0])
    try main.write(to: URL(filePath: file))
    let log = bytes(file + "-wal")
    #expect(refusal(of: opening, file)?.kind == .unfitFile)
    #expect(bytes(file) == main && bytes(file + "-wal") == log)
  }

  @Test(arguments: [Opening.reading, .writing, .upgrade, .source], [true, false])
  func `an empty file is no registry, and its log stays`(opening: Opening, withLog: Bool) throws {
    if withLog { try leaveLog(at: file) }
    try Data().write(to: URL(filePath: file))
    let log = bytes(file + "-wal")
    #expect(refusal(of: opening, file)?.kind == .unfitFile)
    #expect(bytes(file + "-wal") == log)
  }

  @Test func `a sound log is taken over by every opening`() throws {
    for opening in Opening.allCases {
      try leaveLog(at: file)
      #expect(refusal(of: opening, file) == nil, "\(opening)")
      for left in try names where !["office.db", "backup.db", "precious.txt"].contains(left) {
        try FileManager.default.removeItem(at: folder.appending(path: left))
      }
      for ending in ["-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: file + ending)
      }
      _ = try template.connection.value("PRAGMA wal_checkpoint(TRUNCATE)", as: Int.self)
    }
  }

  @Test func `a database with nothing in it but the mark of a registry is none`() throws {
    let path = folder.appending(path: "bare.db").path
    let bare = try Connection(path: path, mode: .create, walls: .none)
    try bare.run("PRAGMA application_id = \(carried: Registry.applicationID)")
    for opening in [Opening.reading, .writing, .upgrade] {
      #expect(refusal(of: opening, path)?.kind == .unfitFile)
    }
  }

  // MARK: Other files

  @Test(arguments: [
    ("office.db-wal", true), ("office.db-shm", true), ("office.db-journal", true),
    ("nowhere.db-wal", false), ("precious.txt", false), ("office.db", false),
  ])
  func `an answer is not given a name of SQLite's own`(name: String, isOne: Bool) {
    #expect(FileSystem.isBesideDatabase(folder.appending(path: name).path) == isOne)
  }
}
