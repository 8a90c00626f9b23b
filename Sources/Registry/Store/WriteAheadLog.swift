#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// A write-ahead log as it lies beside a file, read before SQLite is.
///
/// SQLite takes what is behind the first frame that does not fit for a write that was broken off,
/// and forgets it without a word: one flipped bit takes acknowledged changes away. A write that
/// was broken off and damage leave different traces, and only until the first opener, who cuts
/// them off. The format: https://sqlite.org/fileformat2.html#walformat
struct WriteAheadLog {
  enum State: Equatable {
    case sound
    /// Somebody writes just now; nothing is about to be forgotten.
    case busy
    /// The last change is not whole: a power cut while it was written, or damage.
    case torn
    /// So many frames hold, of so many.
    case damaged(sound: Int, of: Int)
  }

  /// What the log is, of a file that this process has not open: closing the log's index would
  /// give back the locks that SQLite holds on it.
  static func state(of path: String) -> State {
    for _ in 0..<20 {
      let before = SharedIndex(path)
      guard let log = WriteAheadLog(path) else { return .sound }
      let state = log.state(before)
      if before == SharedIndex(path) { return state }
      usleep(2000)
    }
    return .busy
  }

  /// Whether a process has the file open: each holds a lock on a byte of the log's index, which
  /// begins behind those of its eight other locks.
  static func isInUse(_ path: String) -> Bool {
    let descriptor = open(path + "-shm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 128
    lock.l_len = 1
    return fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != Int16(F_UNLCK)
  }

  // MARK: Frames

  private static let headerSize = 32
  private static let frameHeaderSize = 24

  private let pageSize: Int
  private let salts: ArraySlice<UInt8>
  private let headerFits: Bool
  private var frames: [Frame] = []

  private struct Frame {
    let hasOurSalts: Bool
    let isCommit: Bool
    /// Whether its checksum continues that of the frame before, as both are stored.
    let continues: Bool
    /// Whether one flipped bit would explain why it does not.
    let isOneBitOff: Bool
  }

  /// - Returns: `nil` where there is no log, or nothing in it.
  private init?(_ path: String) {
    let descriptor = open(path + "-wal", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard let header = Self.read(descriptor, Self.headerSize, at: 0) else { return nil }
    let magic = Self.word(header, 0)
    let isBigEndian = magic & 1 == 1
    let sum = Checksum(isBigEndian: isBigEndian).adding(header[..<24])
    headerFits =
      magic & ~1 == 0x377F_0682 && sum.first == Self.word(header, 24)
      && sum.second == Self.word(header, 28)
    salts = header[16..<24]
    let given = headerFits ? Int(Self.word(header, 8)) : FileSystem.pageSize(of: path)
    guard let given, given >= 512, given <= 65536, given & (given - 1) == 0 else { return nil }
    pageSize = given
    readFrames(descriptor, isBigEndian, from: sum)
  }

  private mutating func readFrames(
    _ descriptor: Int32, _ isBigEndian: Bool, from start: Checksum
  ) {
    var before = start
    var offset = Self.headerSize
    var isUnbroken = true
    while let frame = Self.read(descriptor, Self.frameHeaderSize + pageSize, at: offset) {
      offset += frame.count
      let stored = Checksum(
        isBigEndian: isBigEndian, first: Self.word(frame, 16), second: Self.word(frame, 20))
      let sum = before.adding(frame[..<8]).adding(frame[Self.frameHeaderSize...])
      let continues = sum.first == stored.first && sum.second == stored.second
      let hasOurSalts = frame[8..<16].elementsEqual(salts)
      let isFirstBad = isUnbroken && !(continues && hasOurSalts)
      frames.append(
        Frame(
          hasOurSalts: hasOurSalts, isCommit: Self.word(frame, 4) != 0, continues: continues,
          isOneBitOff: isFirstBad && hasOurSalts && sum.isOneBit(off: stored, over: frame)))
      if isFirstBad { isUnbroken = false }
      before = stored
    }
  }

  private func state(_ index: SharedIndex?) -> State {
    let sound = headerFits ? frames.prefix { $0.continues && $0.hasOurSalts } : []
    let committed = (sound.lastIndex { $0.isCommit } ?? -1) + 1
    if let index, index.isUsable, index.salts.elementsEqual(salts) {
      return index.lastFrame > committed ? damaged(committed) : .sound
    }
    guard headerFits else {
      return frames.dropFirst().contains { $0.continues } ? damaged(0) : .sound
    }
    guard sound.count < frames.count else { return .sound }
    let rest = frames[sound.count...]
    let bad = frames[sound.count]
    if !bad.hasOurSalts { return bad.continues ? damaged(committed) : .sound }
    if bad.isOneBitOff { return damaged(committed) }
    guard let mark = rest.firstIndex(where: { $0.hasOurSalts && $0.isCommit }) else {
      return .sound
    }
    // The next change is written only when the one before it lies on the disk.
    return rest[(mark + 1)...].contains { $0.hasOurSalts } ? damaged(committed) : .torn
  }

  private func damaged(_ sound: Int) -> State { .damaged(sound: sound, of: frames.count) }

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

/// SQLite's checksum of a log: two sums that go into each other, over pairs of words.
private struct Checksum {
  var isBigEndian: Bool
  var first: UInt32 = 0
  var second: UInt32 = 0

  func adding(_ bytes: ArraySlice<UInt8>) -> Checksum {
    var sum = self
    bytes.withUnsafeBytes { bytes in
      for offset in stride(from: 0, to: bytes.count - 7, by: 8) {
        sum.first &+= word(bytes, offset) &+ sum.second
        sum.second &+= word(bytes, offset + 4) &+ sum.first
      }
    }
    return sum
  }

  private func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
    let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    return isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
  }

  /// Whether one bit of the frame, turned over, gives the stored sum.
  ///
  /// What a word adds to the end follows from its place alone, for the sums are linear.
  func isOneBit(off stored: Checksum, over frame: [UInt8]) -> Bool {
    let missing = (first: stored.first &- first, second: stored.second &- second)
    // A bit of the stored sums themselves.
    let flipped = (stored.first ^ first).nonzeroBitCount + (stored.second ^ second).nonzeroBitCount
    if flipped == 1 { return true }
    let content = Array(frame[..<8]) + frame[24...]
    // What one unit in the first or second word of a pair adds to each sum at the end.
    var (a, b) = ((first: UInt32(1), second: UInt32(1)), (first: UInt32(0), second: UInt32(1)))
    return content.withUnsafeBytes { bytes in
      for offset in stride(from: bytes.count - 8, through: 0, by: -8) {
        for (unit, place) in [(a, offset), (b, offset + 4)] {
          let value = word(bytes, place)
          for bit in 0..<UInt32(32) {
            let change: UInt32 = value >> bit & 1 == 1 ? 0 &- (1 << bit) : 1 << bit
            if change &* unit.first == missing.first, change &* unit.second == missing.second {
              return true
            }
          }
        }
        a = (a.first &+ a.second, a.first &+ a.second &+ a.second)
        b = (b.first &+ b.second, b.first &+ b.second &+ b.second)
      }
      return false
    }
  }
}

/// The header of a log's index, which those who have the file open share.
private struct SharedIndex: Equatable {
  private let bytes: [UInt8]

  init?(_ path: String) {
    let descriptor = open(path + "-shm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 96)
    guard pread(descriptor, &bytes, 96, 0) == 96 else { return nil }
    self.bytes = bytes
  }

  /// Both copies of it are equal, made ready, and fit their checksum.
  var isUsable: Bool {
    guard bytes[..<48].elementsEqual(bytes[48...]), bytes[12] != 0 else { return false }
    // In the order of this machine's own bytes, as it never leaves the machine.
    let sum = Checksum(isBigEndian: false).adding(bytes[..<40])
    return sum.first == word(40) && sum.second == word(44)
  }

  var lastFrame: Int { Int(word(16)) }
  var salts: ArraySlice<UInt8> { bytes[32..<40] }

  private func word(_ offset: Int) -> UInt32 {
    bytes.withUnsafeBytes {
      UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
  }
}

extension Registry {
  /// When the log is looked at, before SQLite is.
  package enum LogLook: Sendable {
    /// Where nobody else has the file open: then the first opener forgets what is damaged.
    case whenAbandoned
    case always
    /// Where a person decided to go on with what holds.
    case never
  }

  /// Looks at the log that a process left which was killed, before SQLite forgets what is damaged
  /// in it.
  ///
  /// - Returns: what is no damage, but worth knowing.
  /// - Throws: where changes that were acknowledged are damaged. Then nothing is opened, for the
  ///   first opener takes the evidence away.
  static func check(_ look: LogLook, of path: String) throws(RegistryError) -> Sentence? {
    guard look != .never, let size = FileSystem.size(path + "-wal"), size > 0,
      !OpenFiles.contains(path)
    else { return nil }
    guard look == .always || !WriteAheadLog.isInUse(path) else { return nil }
    switch WriteAheadLog.state(of: path) {
    case .sound, .busy: return nil
    case .torn:
      return Sentence(
        "The last change in the log of \(path) is incomplete: a power cut while it was written, or damage.",
        vi:
          "Thay đổi cuối trong nhật ký của \(path) không trọn vẹn: mất điện khi đang ghi, hoặc hư hỏng."
      )
    case .damaged(let sound, let total):
      throw RegistryError(
        .unfitFile,
        Sentence(
          "The log of \(path) is damaged: of its \(total) frames only the first \(sound) hold; acknowledged changes are in the others. Nothing was opened.",
          vi:
            "Nhật ký của \(path) bị hỏng: chỉ \(sound) khung đầu trong \(total) khung còn nguyên; các thay đổi đã ghi nằm trong phần còn lại. Chưa mở gì."
        ),
        list: [
          Sentence(same: "legation restore BACKUP --replace --db \(path)"),
          Sentence(same: "legation verify --drop-log-tail --db \(path)"),
        ],
        hint: Sentence(
          "The first puts a backup in its place; the second keeps copies of all three files and goes on with what holds.",
          vi:
            "Lệnh đầu khôi phục bản sao lưu; lệnh sau giữ bản chép của cả ba tệp rồi tiếp tục với phần còn nguyên."
        ))
    }
  }

  /// Keeps copies of a file, its log and its index under another name, so that SQLite may take
  /// what holds of them.
  ///
  /// - Returns: the name of the first copy, the others have the usual endings; `nil` where the log
  ///   holds, so that nothing of it is about to be dropped.
  package static func keepDamagedLog(of path: String) throws(RegistryError) -> String? {
    try requireFile(path, named: path)
    switch WriteAheadLog.state(of: path) {
    case .sound, .busy: return nil
    case .torn, .damaged: break
    }
    let aside = NewFile.free(path + ".damaged-" + Clock.now().filter { $0 != ":" && $0 != "-" })
    for ending in ["", "-wal", "-shm"] where FileSystem.exists(path + ending) {
      try FileSystem.copy(path + ending, to: aside + ending)
    }
    return aside
  }
}
