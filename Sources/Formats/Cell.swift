import SQLite

/// Values as a page shows them: nothing that a terminal would obey.
enum Cell {
  /// The text of a value, with control characters and bidirectional marks made visible.
  static func text(
    _ row: borrowing Row, at index: Int, column: ColumnShape, style: WritingStyle
  ) -> String {
    switch row.storageClass(at: index) {
    case .null: return style.null
    case .blob:
      return row.withBytes(at: index) { bytes in
        let digits = bytes.prefix(32).map { byte in
          (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return "x'" + digits.joined() + (bytes.count > 32 ? "…" : "") + "'"
      }
    case .integer, .real:
      let number = row.text(at: index)
      return column.words[number] ?? number
    case .text:
      let text = row.text(at: index)
      if let word = column.words[text] { return visible(word) }
      return visible(column.isDate ? date(text, style) : text)
    }
  }

  /// A date in the reader's form, or several behind semicolons, with the mark before it and the words
  /// behind it kept.
  private static func date(_ text: String, _ style: WritingStyle) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.hasSuffix(";") ? style.date(String($0.dropLast())) + ";" : style.date(String($0)) }
      .joined(separator: " ")
  }

  static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: shown.append("\n")
      case 0x00...0x1F: shown.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
      case 0x7F: shown.append("\u{2421}")
      case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
        // No characters, and forbidden in XML.
        0xFFFE, 0xFFFF:
        shown.append(
          contentsOf: "<U+\(String(scalar.value, radix: 16, uppercase: true))>".unicodeScalars)
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }
}
