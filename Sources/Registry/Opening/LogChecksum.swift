/// SQLite's checksum of a log: two sums that go into each other, over pairs of words.
struct LogChecksum {
  var isBigEndian: Bool
  var first: UInt32 = 0
  var second: UInt32 = 0

  func adding(_ bytes: ArraySlice<UInt8>) -> LogChecksum {
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
  func isOneBit(off stored: LogChecksum, over frame: [UInt8]) -> Bool {
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
