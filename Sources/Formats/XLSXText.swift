/// Texts as a spreadsheet takes them, and how wide they are.
///
/// Widths are thousandths of the size of the letters of Times New Roman; a digit is 500 of them, and
/// spreadsheets measure their columns in digits.
enum XLSXText {
  /// What a cell holds, in units of UTF-16.
  static let capacity = 32_767

  /// The width of a text of one line that XML takes as it is; `nil` for any other.
  @inline(__always)
  static func plainWidth(_ bytes: UnsafeRawBufferPointer) -> Int? {
    let count = bytes.count
    if count > capacity { return nil }
    return asciiWidths.withUnsafeBufferPointer { widths in
      var width = 0
      var index = 0
      while index < count {
        let byte = bytes[index]
        if byte < 0x80 {
          let letter = widths[Int(byte)]
          if letter == 0 || byte == UInt8(ascii: "_") && isEscape(bytes, index) { return nil }
          width += Int(letter)
          index += 1
        } else {
          guard let letter = latin(bytes, index) else { return nil }
          width += letter.width
          index += letter.length
        }
      }
      return width
    }
  }

  /// A Latin letter with its marks in one code point, as Vietnamese in NFC has it, at a place.
  @inline(__always)
  private static func latin(
    _ bytes: UnsafeRawBufferPointer, _ index: Int
  ) -> (width: Int, length: Int)? {
    let lead = bytes[index]
    guard index + 1 < bytes.count, bytes[index + 1] & 0xC0 == 0x80 else { return nil }
    // Below U+00A0 are controls.
    if lead >= 0xC2 && lead <= 0xCB {
      return lead == 0xC2 && bytes[index + 1] < 0xA0 ? nil : (width(bytes, index, length: 2), 2)
    }
    // U+1E00 to U+1EFF.
    guard lead == 0xE1, index + 2 < bytes.count, (0xB8...0xBB).contains(bytes[index + 1]),
      bytes[index + 2] & 0xC0 == 0x80
    else { return nil }
    return (width(bytes, index, length: 3), 3)
  }

  /// Whether a reader would take an underline for the beginning of a character's number.
  private static func isEscape(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    guard index + 6 < bytes.count, bytes[index + 1] == UInt8(ascii: "x"),
      bytes[index + 6] == UInt8(ascii: "_")
    else { return false }
    return bytes[(index + 2)..<(index + 6)].allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x46).contains($0 & 0xDF)
    }
  }

  /// A text as it is shown: controls made visible, and what no cell holds left out behind a mark that
  /// says how many letters that is.
  ///
  /// - Parameter dropped: how many letters were left out before.
  static func shown(_ text: String, dropped: Int = 0) -> (text: String, isCut: Bool) {
    let visible = Cell.visible(text)
    guard dropped > 0 || visible.utf16.count > capacity else { return (visible, false) }
    let all = visible.unicodeScalars.count + dropped
    // Room for the mark.
    var room = capacity - 32
    var kept = String.UnicodeScalarView()
    var count = 0
    for scalar in visible.unicodeScalars {
      room -= UTF16.width(scalar)
      if room < 0 { break }
      kept.append(scalar)
      count += 1
    }
    return (String(kept) + " […+\(all - count)]", true)
  }

  /// The same of a text as it is stored; of a very long one no more is looked at than a cell holds.
  static func shown(_ bytes: UnsafeRawBufferPointer) -> (text: String, isCut: Bool) {
    guard bytes.count > 8 * capacity else { return shown(String(decoding: bytes, as: UTF8.self)) }
    var end = 4 * capacity
    while end < bytes.count && bytes[end] & 0xC0 == 0x80 { end += 1 }
    let dropped = bytes[end...].count { $0 & 0xC0 != 0x80 }
    return shown(
      String(decoding: UnsafeRawBufferPointer(rebasing: bytes[..<end]), as: UTF8.self),
      dropped: dropped)
  }

  /// Bytes that are no text, in Base64, likewise.
  static func shown(blob bytes: UnsafeRawBufferPointer) -> (text: String, isCut: Bool) {
    let length = (bytes.count + 2) / 3 * 4
    guard length > capacity else { return (Base64.encoded(bytes), false) }
    // Whole groups of three, as far as the mark.
    let kept = (capacity - 32) / 4
    return (
      Base64.encoded(UnsafeRawBufferPointer(rebasing: bytes[..<(kept * 3)]))
        + " […+\(length - kept * 4)]", true
    )
  }

  /// What XML and spreadsheets would take for something else, escaped.
  static func escaped(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { letters in
      let bytes = UnsafeRawBufferPointer(letters)
      var escaped: [UInt8] = []
      escaped.reserveCapacity(bytes.count + 16)
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case UInt8(ascii: "&"): escaped += Array("&amp;".utf8)
        case UInt8(ascii: "<"): escaped += Array("&lt;".utf8)
        case UInt8(ascii: ">"): escaped += Array("&gt;".utf8)
        case UInt8(ascii: "_") where isEscape(bytes, index): escaped += Array("_x005F_".utf8)
        default: escaped.append(byte)
        }
      }
      return escaped
    }
  }

  /// The same for the value of an attribute, where nothing is a character's number.
  static func attribute(_ text: String) -> String {
    HTMLSetter.escaped(text).replacing("\n", with: "&#10;")
  }

  // MARK: Widths

  /// How many lines a text takes in a column, and how wide the widest of its own lines and the widest
  /// word of it are.
  static func measure(
    _ bytes: UnsafeRawBufferPointer, room: Int
  ) -> (lines: Int, widest: Int, word: Int) {
    var (lines, widest, longestWord) = (1, 0, 0)
    // Of the line of the text; of the line as it is broken; of the word, with what stands before it.
    var (line, used, word) = (0, 0, 0)
    func closeWord() {
      longestWord = max(longestWord, word)
      if used > 0 && used + word > room {
        lines += 1
        used = 0
      }
      // A word that is wider than the column is broken where that ends.
      used += word
      while used > room && room > 0 {
        lines += 1
        used -= room
      }
      word = 0
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      if byte == UInt8(ascii: "\n") {
        closeWord()
        lines += 1
        widest = max(widest, line)
        (line, used) = (0, 0)
      } else {
        let letter = width(bytes, index, length: length)
        line += letter
        if byte == UInt8(ascii: " ") {
          closeWord()
          used += letter
        } else {
          word += letter
        }
      }
      index += length
    }
    closeWord()
    return (lines, max(widest, line), longestWord)
  }

  /// The width of a letter at a place.
  private static func width(
    _ bytes: UnsafeRawBufferPointer, _ index: Int, length: Int
  ) -> Int {
    let lead = bytes[index]
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch length {
    case 1: return asciiWidths[Int(lead)] == 0 ? 600 : Int(asciiWidths[Int(lead)])
    case 2:
      // Combining marks, U+0300 to U+036F, stand on a letter.
      if lead == 0xCC || lead == 0xCD && second < 0xB0 { return 0 }
      if lead == 0xC3 { return second < 0x9F ? 722 : 490 }
      // Đ, Ơ, Ư and the small ones.
      if lead == 0xC4 && second == 0x90 || lead == 0xC6 && (second == 0xA0 || second == 0xAF) {
        return 740
      }
      return 560
    case 3:
      // U+1E00 to U+1EFF: capitals are even.
      if lead == 0xE1 && second >= 0xB8 {
        return index + 2 < bytes.count && bytes[index + 2] & 1 == 0 ? 720 : 490
      }
      return lead < 0xE2 ? 600 : lead == 0xE2 ? 700 : 1000
    default: return 1300
    }
  }

  /// Of Times New Roman; 0 for what is no plain text of XML.
  private static let asciiWidths: [UInt16] = {
    let printable: [UInt16] = [
      250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
      500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
      921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
      556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
      333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
      500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ]
    var widths = Array(repeating: UInt16(0), count: 0x20) + printable + [0]
    for letter in "&<>".utf8 { widths[Int(letter)] = 0 }
    return widths
  }()
}
