/// The readable key of a row: lower-case ASCII letters and digits, joined by hyphens.
package enum Key {
  package static let limit = 200

  /// The key that a name suggests: `Đỗ Minh Hùng` gives `do-minh-hung`; `nil` where nothing of
  /// it can be written in ASCII.
  package static func from(_ name: String) -> String? {
    var key = ""
    for character in NameKey.searchKey(name).utf8 {
      switch character {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        key.unicodeScalars.append(Unicode.Scalar(character))
      default:
        if !key.isEmpty && key.last != "-" { key.append("-") }
      }
    }
    while key.last == "-" { key.removeLast() }
    return key.isEmpty || key.utf8.count > limit ? nil : key
  }

  /// The key `base`, or `base-2`, `base-3` and so on: cut where it would be too long, so that
  /// numbers still tell long ones apart.
  static func numbered(_ base: String, _ number: Int) -> String {
    let ending = number > 1 ? "-\(number)" : ""
    var key = String(base.prefix(limit - ending.utf8.count))
    while key.last == "-" { key.removeLast() }
    return key + ending
  }

  /// A name of a column or a code as commands write it: `handed_over` is `handed-over`.
  package static func hyphenated(_ name: String) -> String {
    // Byte by byte: every start of the program makes the options of all kinds.
    String(
      decoding: name.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
  }

  package static func isValid(_ key: String) -> Bool {
    !key.isEmpty && key.utf8.count <= limit && key.first != "-" && key.last != "-"
      && key.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
