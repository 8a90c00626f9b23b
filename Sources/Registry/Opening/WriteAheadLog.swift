import CSystem
import Files

/// A write-ahead log as it lies beside a file, read before SQLite is.
///
/// SQLite takes what is behind the first frame that does not fit for a write that was broken off,
/// and forgets it without a word: one flipped bit takes acknowledged changes away. A write that
/// was broken off and damage leave different traces, and only until the first opener, who cuts
/// them off. The format: https://sqlite.org/fileformat2.html#walformat
struct WriteAheadLog: ~Copyable {
  enum State: Equatable {
    case sound
    /// Somebody writes just now; nothing is about to be forgotten.
    case busy
    /// The last change is not whole: a power cut while it was written, or damage.
    case torn
    /// So many frames hold, of so many.
    case damaged(sound: Int, of: Int)
    /// It is gone, or empty, with so many frames that were nowhere else.
    case lost(Int)
  }

  /// What the log is, of a file that this process has not open: closing the log's index would
  /// give back the locks that SQLite holds on it.
  ///
  /// - Parameter path: of the database, without links.
  static func state(of path: String) -> State {
    for _ in 0..<20 {
      let before = LogIndex(path)
      let state = Self.state(of: path, before)
      if before == LogIndex(path) { return state }
      usleep(2000)
    }
    return .busy
  }

  private static func state(of path: String, _ index: LogIndex?) -> State {
    if let log = WriteAheadLog(path) { return log.state(index) }
    let lost = index?.lostFrames ?? 0
    return lost > 0 ? .lost(lost) : .sound
  }

  /// Whether a process has the file open: each holds a lock on a byte of the log's index, which
  /// begins behind those of its eight other locks.
  static func isInUse(_ path: String) -> Bool {
    guard let descriptor = try? FileSystem.openRegular(path + "-shm") else { return false }
    defer { close(descriptor) }
    return FileSystem.lockHolder(descriptor, from: 128) != nil
  }

  /// In bytes, as the log itself says; `nil` where it says nothing that could be believed.
  static func pageSize(of path: String) -> Int? {
    guard let log = WriteAheadLog(path), log.headerFits else { return nil }
    return log.pageSize
  }

  // MARK: Frames

  private static let headerSize = 32
  private static let frameHeaderSize = 24
  /// So many frames are looked at behind the first that does not hold: whoever sends a file has not
  /// the time of whoever opens it.
  private static let reach = 1 << 18

  private let descriptor: Int32
  private let header: [UInt8]
  private let headerFits: Bool
  private let pageSize: Int
  /// Of whole frames.
  private let count: Int

  /// - Returns: `nil` where there is no log, or nothing in it.
  private init?(_ path: String) {
    guard let descriptor = try? FileSystem.openRegular(path + "-wal") else { return nil }
    guard let status = FileStatus(open: descriptor),
      let header = Self.read(descriptor, Self.headerSize, at: 0)
    else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    self.header = header
    headerFits = Self.fits(header)
    // A log never has pages of another size than its database.
    pageSize = headerFits ? Self.pageSize(in: header) : FileSystem.pageSize(of: path) ?? 4096
    count = (status.size - Self.headerSize) / (Self.frameHeaderSize + pageSize)
  }

  deinit { close(descriptor) }

  private static func pageSize(in header: [UInt8]) -> Int { Int(word(header, 8)) }

  private static func fits(_ header: [UInt8]) -> Bool {
    let size = pageSize(in: header)
    let sum = LogChecksum(isBigEndian: header[3] & 1 == 1).adding(header[..<24])
    return word(header, 0) & ~1 == 0x377F_0682 && sum.first == word(header, 24)
      && sum.second == word(header, 28) && size >= 512 && size <= 65536 && size & (size - 1) == 0
  }

  private var isBigEndian: Bool { header[3] & 1 == 1 }

  /// The sum as it is stored in the header of the log or of a frame.
  private func sum(in bytes: [UInt8], at offset: Int) -> LogChecksum {
    LogChecksum(
      isBigEndian: isBigEndian, first: Self.word(bytes, offset),
      second: Self.word(bytes, offset + 4))
  }

  private func offset(of frame: Int) -> Int {
    Self.headerSize + frame * (Self.frameHeaderSize + pageSize)
  }

  private func frameHeader(_ frame: Int) -> [UInt8]? {
    Self.read(descriptor, Self.frameHeaderSize, at: offset(of: frame))
  }

  private func wholeFrame(_ frame: Int) -> [UInt8]? {
    Self.read(descriptor, Self.frameHeaderSize + pageSize, at: offset(of: frame))
  }

  private func hasOurSalts(_ frame: [UInt8]) -> Bool {
    frame[8..<16].elementsEqual(header[16..<24])
  }

  private func isCommit(_ frame: [UInt8]) -> Bool { Self.word(frame, 4) != 0 }

  private func sum(of frame: [UInt8], after before: LogChecksum) -> LogChecksum {
    before.adding(frame[..<8]).adding(frame[Self.frameHeaderSize...])
  }

  /// Whether a frame's sum goes on from that of the frame before, as both are stored.
  ///
  /// Page 0 is none: bytes that were never written go on from each other.
  private func continues(_ frame: [UInt8], _ before: LogChecksum) -> Bool {
    let (found, stored) = (sum(of: frame, after: before), sum(in: frame, at: 16))
    return Self.word(frame, 0) != 0 && found.first == stored.first
      && found.second == stored.second
  }

  // MARK: The rules

  private func state(_ index: LogIndex?) -> State {
    var before = sum(in: header, at: 24)
    var (sound, committed) = (0, 0)
    var bad: [UInt8]?
    while headerFits, let frame = wholeFrame(sound) {
      guard hasOurSalts(frame), continues(frame, before) else {
        bad = frame
        break
      }
      before = sum(in: frame, at: 16)
      sound += 1
      if isCommit(frame) { committed = sound }
    }
    if let index, index.isUsable, index.salts.elementsEqual(header[16..<24]) {
      guard index.lastFrame > committed else { return .sound }
      return count > 0 ? damaged(committed) : .lost(index.lastFrame)
    }
    guard headerFits else { return isHeaderDamaged ? damaged(0) : .sound }
    guard let bad else { return .sound }
    if hasOurSalts(bad) {
      let found = sum(of: bad, after: before)
      if found.isOneBit(off: sum(in: bad, at: 16), over: bad) { return damaged(committed) }
    } else if continues(bad, before) {
      return damaged(committed)
    }
    return stateBehind(sound, committed)
  }

  /// Where the header does not hold: whether it once did, and frames with it.
  ///
  /// It comes to the disk before the first frame, and whole. What was never written is zeros.
  private var isHeaderDamaged: Bool {
    guard count > 0 else { return false }
    // The order of the bytes stands in the header too.
    return header.contains { $0 != 0 } || goesOn(isBigEndian: false) || goesOn(isBigEndian: true)
  }

  /// Whether any frame goes on from the one before it.
  private func goesOn(isBigEndian: Bool) -> Bool {
    var before: LogChecksum?
    var (frame, looks) = (0, 0)
    while frame < count, looks < Self.reach, let bytes = wholeFrame(frame) {
      looks += 1
      if let before, continues(bytes, before) { return true }
      let isUnwritten = Self.word(bytes, 0) == 0
      guard let next = isUnwritten ? nextData(after: frame) : frame + 1 else { return false }
      before = sum(in: bytes, at: 16)
      before?.isBigEndian = isBigEndian
      if next != frame + 1 { before = nil }
      frame = next
    }
    return false
  }

  /// Where a frame does not hold: what those behind it say.
  ///
  /// The next change is written only when the one before it lies on the disk. So where a frame goes
  /// on from the last one of a change, that change was whole. What a change left that was taken
  /// back also lies there, under the same salts; it goes on from nothing.
  private func stateBehind(_ first: Int, _ committed: Int) -> State {
    var isMarked = false
    var frame = first
    var looks = 0
    while frame < count, looks < Self.reach, let bytes = frameHeader(frame) {
      looks += 1
      if hasOurSalts(bytes), isCommit(bytes) {
        isMarked = true
        if let next = wholeFrame(frame + 1), hasOurSalts(next),
          continues(next, sum(in: bytes, at: 16))
        {
          return damaged(committed)
        }
      }
      let isUnwritten = bytes.allSatisfy { $0 == 0 }
      guard let next = isUnwritten ? nextData(after: frame) : frame + 1 else { break }
      frame = next
    }
    return isMarked ? .torn : .sound
  }

  /// The next frame in which something was ever written; a file may be all holes.
  private func nextData(after frame: Int) -> Int? {
    guard let place = FileSystem.nextData(descriptor, from: offset(of: frame + 1)) else {
      return nil
    }
    return max(frame + 1, (place - Self.headerSize) / (Self.frameHeaderSize + pageSize))
  }

  private func damaged(_ sound: Int) -> State { .damaged(sound: sound, of: count) }

  // MARK: Bytes

  private static func read(_ descriptor: Int32, _ count: Int, at offset: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes[done...].withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(offset + done))
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return nil }
      done += got
    }
    return bytes
  }

  private static func word(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
    bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
