import Foundation
import SQLite
import Testing

@testable import Registry

/// Logs that a killed process left, whole, torn and damaged.
@Suite struct WriteAheadLogTests {
  private let temporary: TemporaryRegistry
  private let files: [String: Data]
  private let page = 4096

  /// Two acknowledged changes in a log that nobody took over.
  init() throws {
    temporary = try TemporaryRegistry(sample: true)
    _ = try temporary.connection.value("PRAGMA wal_checkpoint(TRUNCATE)", as: Int.self)
    try temporary.run("UPDATE person SET note = 'a' WHERE key = 'do-minh-hung'")
    // The last one is of many frames.
    try temporary.connection.run("BEGIN IMMEDIATE")
    try temporary.run("UPDATE person SET note = 'b' WHERE key = 'do-minh-hung'")
    try temporary.connection.run("COMMIT")
    var files: [String: Data] = [:]
    for ending in ["", "-wal", "-shm"] {
      files[ending] = try Data(contentsOf: URL(filePath: temporary.path + ending))
    }
    self.files = files
  }

  /// The same files elsewhere, where nobody has them open.
  private func left(withIndex: Bool, _ change: (inout Data) -> Void = { _ in }) throws -> String {
    let path = temporary.folder.appending(path: "left-\(UUID().uuidString).db").path
    for (ending, bytes) in files where withIndex || ending != "-shm" {
      var bytes = bytes
      if ending == "-wal" { change(&bytes) }
      try bytes.write(to: URL(filePath: path + ending))
    }
    return path
  }

  private var log: Data { files["-wal"] ?? Data() }
  private var frames: Int { (log.count - 32) / (page + 24) }

  private func isCommit(_ frame: Int) -> Bool {
    let place = 32 + frame * (page + 24) + 4
    return log[place..<(place + 4)].contains { $0 != 0 }
  }

  @Test(arguments: [true, false])
  func `a log that was left whole is sound`(withIndex: Bool) throws {
    #expect(frames > 4)
    #expect(try WriteAheadLog.state(of: left(withIndex: withIndex)) == .sound)
    let path = try left(withIndex: withIndex)
    #expect(!WriteAheadLog.isInUse(path))
    _ = try Registry.open(path, for: .reading)
  }

  @Test(arguments: [true, false])
  func `a bit that was turned over in an acknowledged change is damage`(withIndex: Bool) throws {
    var state: UInt64 = withIndex ? 1 : 2
    for _ in 0..<40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let place = 32 + Int(state >> 20) % (log.count - 32)
      let path = try left(withIndex: withIndex) { $0[place] ^= 1 << (state >> 61) }
      let found = WriteAheadLog.state(of: path)
      guard case .damaged = found else {
        Issue.record("byte \(place): \(found)")
        continue
      }
      let error = #expect(throws: RegistryError.self) { try Registry.open(path, for: .reading) }
      #expect(error?.kind == .unfitFile)
      // Nothing was opened: the evidence is there still.
      #expect(FileManager.default.fileExists(atPath: path + "-wal"))
    }
  }

  @Test(arguments: [true, false])
  func `a bit that was turned over in the header of the log is damage`(withIndex: Bool) throws {
    for bit in 0..<256 {
      let path = try left(withIndex: withIndex) { $0[bit / 8] ^= 1 << (bit % 8) }
      let found = WriteAheadLog.state(of: path)
      guard case .damaged = found else {
        Issue.record("bit \(bit): \(found)")
        continue
      }
    }
  }

  @Test func `a write that was broken off is none`() throws {
    let whole = page + 24
    // Cut anywhere in the last change, and a last frame of which nothing came to the disk.
    for cut in [1, 24, 100, whole - 1, whole, whole + 5] {
      let path = try left(withIndex: false) { $0.removeLast(cut) }
      #expect(WriteAheadLog.state(of: path) == .sound, "\(cut)")
      _ = try Registry.open(path, for: .reading)
    }
    let path = try left(withIndex: false) {
      $0.replaceSubrange(($0.count - page)..., with: Data(count: page))
    }
    let state = WriteAheadLog.state(of: path)
    #expect(state == .sound || state == .torn)
    #expect(try left(withIndex: false).isEmpty == false)
  }

  @Test func `what a log of before left behind the end is none`() throws {
    // Frames of an older log, under other salts, stand behind those of this one.
    let path = try left(withIndex: false) { log in
      var old = log[32...]
      for frame in 0..<frames {
        let salts = old.startIndex + frame * (page + 24) + 8
        for place in salts..<(salts + 8) { old[place] ^= 0x5A }
      }
      log += old
    }
    #expect(WriteAheadLog.state(of: path) == .sound)
  }

  @Test func `with the index a tail that was cut off is seen too`() throws {
    let path = try left(withIndex: true) { $0.removeLast(page + 24) }
    guard case .damaged = WriteAheadLog.state(of: path) else {
      Issue.record("not seen")
      return
    }
  }

  /// The first frame of the last change, as a place in the log.
  private var lastChange: Int {
    let before = (0..<(frames - 1)).last { isCommit($0) } ?? -1
    return 32 + (before + 1) * (page + 24)
  }

  private func isDamaged(_ state: WriteAheadLog.State) -> Bool {
    if case .damaged = state { true } else { false }
  }

  @Test(arguments: [0, 1, 32, 4096, 5000])
  func `a block of zeros with whole changes behind it is damage`(place: Int) throws {
    try #require(frames > 5)
    let path = try left(withIndex: false) {
      $0.replaceSubrange(place..<(place + page), with: Data(count: page))
    }
    #expect(isDamaged(WriteAheadLog.state(of: path)))
  }

  @Test(arguments: [0, 10, 32])
  func `with the index a log that is gone is seen`(rest: Int) throws {
    let path = try left(withIndex: true) { $0 = $0.prefix(rest) }
    #expect(WriteAheadLog.state(of: path) == .lost(frames))
    try FileManager.default.removeItem(atPath: path + "-wal")
    #expect(WriteAheadLog.state(of: path) == .lost(frames))
    let error = #expect(throws: RegistryError.self) { try Registry.open(path, for: .reading) }
    #expect(error?.kind == .unfitFile)
    #expect(try Registry.keepDamagedLog(of: path) != nil)
    _ = try Registry.open(path, for: .reading, log: .never)
  }

  @Test func `what an index says of before a power cut is not believed of an empty log`() throws {
    let path = try left(withIndex: true) { $0 = Data() }
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: path + "-shm")
    #expect(WriteAheadLog.state(of: path) == .sound)
  }

  @Test func `a log that was emptied after all of it had been carried over is sound`() throws {
    _ = try temporary.connection.value("PRAGMA wal_checkpoint(PASSIVE)", as: Int.self)
    let path = temporary.folder.appending(path: "carried.db").path
    for ending in ["", "-shm"] {
      try Data(contentsOf: URL(filePath: temporary.path + ending))
        .write(to: URL(filePath: path + ending))
    }
    try Data().write(to: URL(filePath: path + "-wal"))
    #expect(WriteAheadLog.state(of: path) == .sound)
  }

  @Test(arguments: [0, 1])
  func `a log of which only the length came to the disk is none`(withHeader: Int) throws {
    let path = try left(withIndex: false) {
      $0.replaceSubrange((withHeader * 32)..., with: Data(count: $0.count - withHeader * 32))
    }
    #expect(WriteAheadLog.state(of: path) == .sound)
  }

  @Test func `an unwritten frame before the last change is a power cut`() throws {
    // The last change is written in any order until it is synced.
    let place = lastChange
    try #require(place < log.count - 2 * (page + 24))
    let path = try left(withIndex: false) {
      $0.replaceSubrange(place..<(place + page + 24), with: Data(count: page + 24))
    }
    #expect(WriteAheadLog.state(of: path) == .torn)
  }

  @Test func `what a change left that was taken back is no sign of damage`() throws {
    // Behind the commit of a broken-off change stands a frame of an earlier one that was taken
    // back: the same salts, but it goes on from a frame that is no longer there.
    let whole = page + 24
    let place = lastChange
    try #require(place < log.count - 2 * whole)
    let path = try left(withIndex: false) { log in
      let stale = log[(32 + whole)..<(32 + 2 * whole)]
      log.replaceSubrange(place..<(place + whole), with: Data(count: whole))
      log += stale
    }
    #expect(WriteAheadLog.state(of: path) == .torn)
  }

  @Test func `a log without end costs nothing`() throws {
    let path = try left(withIndex: false)
    truncate(path + "-wal", 1 << 42)
    #expect(WriteAheadLog.state(of: path) == .sound)
    let log = try FileHandle(forWritingTo: URL(filePath: path + "-wal"))
    try log.seek(toOffset: 0)
    try log.write(contentsOf: Data(count: 32))
    #expect(isDamaged(WriteAheadLog.state(of: path)))
  }
}
