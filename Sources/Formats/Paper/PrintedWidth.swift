/// How long words are in print, in Times New Roman or a face with its measures.
enum PrintedWidth {
  private static let millimetresOfAPoint = 25.4 / 72

  /// In millimetres.
  static func of(_ text: some StringProtocol, size: Double, bold: Bool = false) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars { thousandths += width(of: scalar) }
    // Bold letters are wider by about a fifteenth.
    return Double(thousandths) / 1000 * size * millimetresOfAPoint * (bold ? 1.07 : 1)
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x80 { return Int(ascii[Int(scalar.value)]) }
    switch scalar.value {
    // Marks that stand over a letter.
    case 0x0300...0x036F: return 0
    case 0xA0: return 250
    case 0xC0...0x24F: return Int(latin[Int(scalar.value - 0xC0)])
    case 0x1E00...0x1EFF: return Int(latin[Int(scalar.value - 0x1E00) + 0x190])
    case 0x2010...0x2013: return 500
    case 0x2014, 0x2026: return 1000
    case 0x2018, 0x2019: return 333
    case 0x201C, 0x201D: return 444
    case 0x1100...0x11FF, 0x2E80...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60:
      return 1000
    default: return 600
    }
  }

  /// Letters with marks are as wide as the letter under them: Latin-1 to Latin Extended-B, then the
  /// block that most of Vietnamese is in.
  private static let latin: [UInt16] = (Array(0xC0...0x24F) + Array(0x1E00...0x1EFF)).map {
    (value: UInt32) in
    guard let scalar = Unicode.Scalar(value), let name = scalar.properties.name,
      let letter = name.split(separator: " ").dropFirst(3).first, letter.utf8.count == 1,
      let base = letter.utf8.first
    else { return 520 }
    return ascii[Int(base) + (name.contains("SMALL") ? 32 : 0)]
  }

  /// The widths of Times Roman as Adobe publishes them, in thousandths of the size, from NUL to DEL.
  private static let ascii: [UInt16] =
    Array(repeating: 0, count: 32) + [
      250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500,
      500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667,
      722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722,
      722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500,
      500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500,
      444, 480, 200, 480, 541, 0,
    ]
}
