import CSystem
import Files

/// The header of a log's index, which those who have the file open share.
struct LogIndex: Equatable {
  private let bytes: [UInt8]
  private let modified: Int

  /// - Returns: `nil` where there is none, or no whole one.
  init?(_ path: String) {
    guard let descriptor = try? FileSystem.openRegular(path + "-shm") else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 100)
    guard pread(descriptor, &bytes, bytes.count, 0) == bytes.count,
      let status = FileStatus(open: descriptor)
    else { return nil }
    self.bytes = bytes
    modified = status.modified[0]
  }

  /// Both copies of it are equal, made ready, and fit their checksum.
  var isUsable: Bool {
    guard bytes[..<48].elementsEqual(bytes[48..<96]), bytes[12] != 0 else { return false }
    // In the order of this machine's own bytes, as it never leaves the machine.
    let sum = LogChecksum(isBigEndian: false).adding(bytes[..<40])
    return sum.first == word(40) && sum.second == word(44)
  }

  var lastFrame: Int { Int(word(16)) }
  var salts: ArraySlice<UInt8> { bytes[32..<40] }

  /// The frames of a log of which nothing is left, as far as they were not in the database yet.
  ///
  /// The index lies in memory and comes to the disk at any time: after a power cut it may tell of a
  /// log that was emptied in good order since. So it counts only if it was written since then.
  var lostFrames: Int {
    let carriedOver = Int(word(96))
    return isUsable && lastFrame > carriedOver && modified >= Clock.startOfMachine ? lastFrame : 0
  }

  private func word(_ offset: Int) -> UInt32 {
    bytes.withUnsafeBytes {
      UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
  }

  static func == (left: LogIndex, right: LogIndex) -> Bool { left.bytes == right.bytes }
}
