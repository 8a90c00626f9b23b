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
        guard !isRefused(scalar) else { throw .control(scalar.value) }
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// A text without the characters for which it would be refused.
  package static func withoutControls(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars
    where !isRefused(scalar) && scalar != "\u{FFFD}" || scalar.properties.isWhitespace {
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
      if isRefused(scalar) { throw .control(scalar.value) }
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
    guard !cleaned.isEmpty else { throw .empty }
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

  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || isBidirectionalControl(scalar)
  }

  private static func isBidirectionalControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
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
