/// Looking at eight bytes at a time: most values need no quoting, and finding that out must cost
/// less than copying them.
enum ByteScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Whether some byte is `word`'s; exact, though it cannot say which.
  @inline(__always)
  private static func holds(_ byte: UInt8, _ word: UInt64) -> UInt64 {
    let difference = word ^ (ones &* UInt64(byte))
    return (difference &- ones) & ~difference & tops
  }

  /// Feeds all bytes, eight by eight; the last word is filled up with `filler`.
  @inline(__always)
  private static func gather(
    _ bytes: UnsafeRawBufferPointer, filler: UInt8, _ look: (UInt64) -> UInt64
  ) -> UInt64 {
    guard let start = bytes.baseAddress else { return 0 }
    let count = bytes.count
    var seen: UInt64 = 0
    guard count >= 8 else {
      var word = ones &* UInt64(filler)
      for index in 0..<count {
        word = word << 8 | UInt64(start.load(fromByteOffset: index, as: UInt8.self))
      }
      return look(word)
    }
    var offset = 0
    while offset + 8 <= count {
      seen |= look(start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    // The last eight once more rather than what is left one by one.
    return seen | look(start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
  }

  /// Whether a field of CSV must stand in quotes, or holds a NUL.
  @inline(__always)
  static func needsLook(_ bytes: UnsafeRawBufferPointer, separator: UInt8) -> Bool {
    gather(bytes, filler: UInt8(ascii: "x")) { word in
      holds(UInt8(ascii: "\""), word) | holds(separator, word) | holds(UInt8(ascii: "\n"), word)
        | holds(UInt8(ascii: "\r"), word) | holds(0, word)
    } != 0
  }

  /// Whether every byte can stand in a JSON string as it is: ASCII, no control character, no
  /// quote, no backslash.
  @inline(__always)
  static func isPlainJSON(_ bytes: UnsafeRawBufferPointer) -> Bool {
    gather(bytes, filler: UInt8(ascii: "x")) { word in
      holds(UInt8(ascii: "\""), word) | holds(UInt8(ascii: "\\"), word) | controls(word)
        | (word & tops)
    } == 0
  }

  /// Whether a string of JSON needs an escape somewhere.
  @inline(__always)
  static func needsEscape(_ bytes: UnsafeRawBufferPointer) -> Bool {
    gather(bytes, filler: UInt8(ascii: "x")) { word in
      holds(UInt8(ascii: "\""), word) | holds(UInt8(ascii: "\\"), word) | controls(word)
    } != 0
  }

  /// Whether a terminal shows every byte as one column: ASCII without control characters.
  @inline(__always)
  static func isPlainASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    gather(bytes, filler: UInt8(ascii: "x")) { word in
      holds(0x7F, word) | controls(word) | (word & tops)
    } == 0
  }

  @inline(__always)
  static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    gather(bytes, filler: UInt8(ascii: "x")) { $0 & tops } == 0
  }

  /// Bytes below 0x20.
  @inline(__always)
  private static func controls(_ word: UInt64) -> UInt64 {
    (word &- ones &* 0x20) & ~word & tops
  }

  /// Whether bytes are UTF-8 as Unicode 15, table 3-7, has it: no surrogates, nothing overlong.
  static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    let count = bytes.count
    func follows(_ place: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      place < count && range.contains(bytes[place])
    }
    while index < count {
      switch bytes[index] {
      case 0x00...0x7F: index += 1
      case 0xC2...0xDF:
        guard follows(index + 1) else { return false }
        index += 2
      case let lead where lead & 0xF0 == 0xE0:
        let second: ClosedRange<UInt8> =
          lead == 0xE0 ? 0xA0...0xBF : lead == 0xED ? 0x80...0x9F : 0x80...0xBF
        guard follows(index + 1, second), follows(index + 2) else { return false }
        index += 3
      case let lead where (0xF0...0xF4).contains(lead):
        let second: ClosedRange<UInt8> =
          lead == 0xF0 ? 0x90...0xBF : lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF
        guard follows(index + 1, second), follows(index + 2), follows(index + 3) else {
          return false
        }
        index += 4
      default: return false
      }
    }
    return true
  }

  /// The columns that a text takes where all of it is printable ASCII or Latin letters with their
  /// marks in one code point, as Vietnamese in NFC is; `nil` for anything else.
  static func latinWidth(_ bytes: UnsafeRawBufferPointer) -> Int? {
    if isPlainASCII(bytes) { return bytes.count }
    var width = 0
    var index = 0
    let count = bytes.count
    while index < count {
      let lead = bytes[index]
      switch lead {
      case 0x20...0x7E: index += 1
      case 0xC2...0xCB:
        guard index + 1 < count, bytes[index + 1] & 0xC0 == 0x80 else { return nil }
        // U+00A1...: below are controls and a space; U+00AD is a hyphen that is not shown.
        if lead == 0xC2 && (bytes[index + 1] <= 0xA0 || bytes[index + 1] == 0xAD) { return nil }
        index += 2
      // U+1E00...U+1EFF.
      case 0xE1:
        guard index + 2 < count, (0xB8...0xBB).contains(bytes[index + 1]),
          bytes[index + 2] & 0xC0 == 0x80
        else { return nil }
        index += 3
      default: return nil
      }
      width += 1
    }
    return width
  }
}
