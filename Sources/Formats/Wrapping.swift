/// Breaking text into lines, at spaces where it can be.
enum Wrapping {
  static func lines(of text: String, width: Int?) -> [String] {
    let given = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let width, width > 0 else { return given }
    return given.flatMap { DisplayWidth.of($0) <= width ? [$0] : broken($0, width) }
  }

  /// How many columns the longest piece takes that is not broken: a word of up to 20, or a key.
  static func longestPiece(of text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).map { word in
      let width = DisplayWidth.of(String(word))
      return width <= 20 || isKey(word) ? width : 20
    }.max() ?? 0
  }

  /// Whether a word looks as keys do: lower-case letters and digits in pieces joined by hyphens.
  ///
  /// Broken nobody could copy it.
  private static func isKey(_ word: Substring) -> Bool {
    word.utf8.count <= 60 && word.contains("-")
      && word.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  private static func broken(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    func close() {
      lines.append(line)
      line = ""
      used = 0
    }
    for word in text.split(separator: " ") {
      let length = DisplayWidth.of(String(word))
      if used > 0 && used + 1 + length > width { close() }
      if used > 0 {
        line += " "
        used += 1
      }
      guard used + length > width, !isKey(word) else {
        line += word
        used += length
        continue
      }
      for character in word {
        let size = DisplayWidth.of(character)
        if used + size > width && used > 0 { close() }
        line.append(character)
        used += size
      }
    }
    if !line.isEmpty || lines.isEmpty { close() }
    return lines
  }
}
