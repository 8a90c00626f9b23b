@_spi(_Unicode) import Swift

/// Text as it enters the registry: one place, one form.
///
/// Normalised to NFC, Unicode spaces collapsed to one space, zero-width characters and byte
/// order marks dropped. `Ɖ` (U+0189) and a word-initial `Ð` or `ð` (eth) look like `Đ` and
/// survive every normal form; they become `Đ` or `đ`. An eth inside a word stays: that is
/// Icelandic.
package enum TextEntry {
  /// The longest name or note, in characters.
  package static let nameLimit = 500
  package static let noteLimit = 20_000
  package static let scriptLimit = 200_000

  /// Why a text is refused.
  package enum Fault: Error, Equatable, Sendable {
    case empty
    case tooLong(limit: Int, length: Int)
    /// A character that nobody sees.
    case control(UInt32)
    case damaged
  }

  /// One line: a name, a label, a number.
  package static func line(_ text: String, limit: Int = nameLimit) throws(Fault) -> String {
    try clean(text, limit: limit, keepsLines: false)
  }

  /// Several lines: a note, a subject.
  package static func note(_ text: String) throws(Fault) -> String {
    try clean(text, limit: noteLimit, keepsLines: true)
  }

  /// Text for a machine, as SQL: blanks, tabs and lines stay as they are, ends of lines become
  /// one character; what a reader would not see is refused as everywhere.
  package static func script(_ text: String) throws(Fault) -> String {
    guard text.utf8.count <= scriptLimit else {
      throw .tooLong(limit: scriptLimit, length: text.utf8.count)
    }
    var scalars = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in normalized(text).unicodeScalars {
      defer { last = scalar }
      switch scalar {
      case "\n" where last == "\r": continue
      case "\r", "\n": scalars.append("\n")
      case "\t": scalars.append(scalar)
      case "\u{FFFD}": throw .damaged
      default:
        guard !isHidden(scalar) else { throw .control(scalar.value) }
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// A text without the characters for which it would be refused.
  package static func withoutControls(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars
    where !isHidden(scalar) && scalar != "\u{FFFD}" || scalar.properties.isWhitespace {
      scalars.append(scalar)
    }
    return String(scalars)
  }

  /// NFC and nothing else: for text that is compared, not kept.
  package static func normalized(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text._nfc { scalars.append(scalar) }
    return String(scalars)
  }

  private static func clean(
    _ text: String, limit: Int, keepsLines: Bool
  ) throws(Fault) -> String {
    // Four bytes is the most that a character of ordinary names takes, marks included;
    // a text of 10 MB is refused before any work is done on it.
    guard text.utf8.count <= limit * 16 else {
      throw .tooLong(limit: limit, length: text.utf8.count)
    }
    if isClean(text, limit: limit) { return text }
    var scalars = String.UnicodeScalarView()
    var pendingSpace = false
    var isWordStart = true
    for scalar in normalized(text).unicodeScalars {
      if scalar == "\n" && keepsLines {
        pendingSpace = false
        isWordStart = true
        if !scalars.isEmpty { scalars.append(scalar) }
        continue
      }
      if scalar.properties.isWhitespace || scalar == "\u{85}" {
        pendingSpace = true
        continue
      }
      if isDropped(scalar) { continue }
      if scalar.value == 0xFFFD { throw .damaged }
      if isHidden(scalar) { throw .control(scalar.value) }
      if pendingSpace {
        if let last = scalars.last, last != "\n" { scalars.append(" ") }
        pendingSpace = false
        isWordStart = true
      }
      scalars.append(latinD(for: scalar, isWordStart: isWordStart))
      isWordStart = !scalar.properties.isAlphabetic
    }
    while scalars.last == "\n" { scalars.removeLast() }
    let cleaned = String(scalars)
    // A selector chooses the form of a letter; without one there is nothing to see.
    guard scalars.contains(where: { !$0.properties.isDefaultIgnorableCodePoint }) else {
      throw .empty
    }
    guard cleaned.count <= limit else { throw .tooLong(limit: limit, length: cleaned.count) }
    return cleaned
  }

  /// Whether a text is one line of printable ASCII with single spaces inside, as most are: then
  /// there is nothing to clean.
  private static func isClean(_ text: String, limit: Int) -> Bool {
    guard text.utf8.count <= limit else { return false }
    var last = UInt8(ascii: " ")
    for byte in text.utf8 {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return last != UInt8(ascii: " ")
  }

  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// What nobody sees in a text and no spelling needs: control characters, marks of direction,
  /// fillers, tags, joiners of other kinds, and code points that are no character.
  ///
  /// The one list: entry refuses or drops these, findings tell of them. Variation selectors and
  /// the vowel separator of Mongolian choose how a letter is written, and stay.
  static let hidden: [(first: UInt32, last: UInt32)] = {
    var ranges: [(first: UInt32, last: UInt32)] = [
      (0x00, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160),
      (0x17B4, 0x17B5), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x2800, 0x2800),
      (0x3164, 0x3164), (0xFDD0, 0xFDEF), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB),
      (0xFFFE, 0xFFFF), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE00FF),
      (0xE01F0, 0xE0FFF),
    ]
    for plane: UInt32 in 1...16 { ranges.append((plane << 16 | 0xFFFE, plane << 16 | 0xFFFF)) }
    return ranges.sorted { $0.first < $1.first }
  }()

  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    // Nearly every letter of nearly every text.
    if value < 0x7F { return value < 0x20 }
    var (low, high) = (0, hidden.count)
    while low < high {
      let middle = (low + high) / 2
      if hidden[middle].last < value { low = middle + 1 } else { high = middle }
    }
    return low < hidden.count && hidden[low].first <= value
  }

  private static func latinD(for scalar: Unicode.Scalar, isWordStart: Bool) -> Unicode.Scalar {
    switch scalar.value {
    case 0x0189: "Đ"
    case 0x00D0 where isWordStart: "Đ"
    case 0x00F0 where isWordStart: "đ"
    default: scalar
    }
  }
}
