/// A text as JSON holds it, on one line.
package enum JSONString {
  /// In quotes; what a terminal would obey is escaped too, where JSON would let it stand.
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value < 0x20 || scalar == "\"" || scalar == "\\" || (0x7F...0x9F).contains(value) {
        quoted += escape(UInt8(truncatingIfNeeded: value))
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// The escape of a character below U+0100.
  package static func escape(_ character: UInt8) -> String {
    switch character {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case UInt8(ascii: "\n"): return "\\n"
    case UInt8(ascii: "\r"): return "\\r"
    case UInt8(ascii: "\t"): return "\\t"
    default:
      let digits = String(character, radix: 16)
      return "\\u00" + (digits.count < 2 ? "0" : "") + digits
    }
  }
}
