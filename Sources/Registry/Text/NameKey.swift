@_spi(_Unicode) import Swift

/// Keys under which names are sorted and found, kept beside the names so that `ORDER BY` and
/// `LIKE` are right in every tool.
///
/// Order: the Vietnamese alphabet, syllable by syllable, letters before tones; the tones as the
/// Vietnam Lexicography Centre and CLDR have them: ngang, huyền, hỏi, ngã, sắc, nặng.
package enum NameKey {
  /// Letters in the order of the alphabet, then the tone, per syllable: `Đỗ` is `d~o~3`.
  ///
  /// `~` sorts behind every letter, so ă = `a~` and â = `a~~` come after all that begins with a.
  /// The tone is taken out of its place, so that `hòa` and `hoà` have one key.
  package static func sortKey(_ name: String) -> String {
    syllables(of: name).map { $0.letters + String($0.tone) }.joined(separator: " ")
  }

  /// Without tones and marks: `Đỗ` is `do`.
  ///
  /// Plain ASCII where the name is Latin.
  package static func searchKey(_ name: String) -> String {
    syllables(of: name).map { $0.letters.filter { $0 != "~" } }.joined(separator: " ")
  }

  /// The key by which a person is sorted: given name, then middle names, then family name, two
  /// spaces between them.
  ///
  /// The given name is the last word unless it is told.
  ///
  /// - Parameter sortName: sorts as it stands, for names that do not follow this order.
  package static func personSortKey(
    name: String, familyName: String?, middleName: String?, givenName: String?,
    sortName: String?
  ) -> String {
    if let sortName { return sortKey(sortName) }
    let parts: [String]
    if let familyName, let givenName {
      parts = [givenName, middleName ?? "", familyName]
    } else {
      let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let given = words.last, let family = words.first, words.count > 1 else {
        return sortKey(name)
      }
      parts = [given, Array(words.dropFirst().dropLast()).joined(separator: " "), family]
    }
    return parts.map(sortKey).joined(separator: "  ")
  }

  private struct Syllable {
    var letters = ""
    var tone = 0
  }

  private static func syllables(of name: String) -> [Syllable] {
    var syllables: [Syllable] = []
    var current = Syllable()
    var base: Unicode.Scalar = " "
    func close() {
      if !current.letters.isEmpty { syllables.append(current) }
      current = Syllable()
      base = " "
    }
    for scalar in name.lowercased()._nfd {
      if let tone = tone(of: scalar) {
        current.tone = tone
      } else if let mark = letterMark(scalar, after: base) {
        current.letters += mark
      } else if let spelled = spelling(of: scalar) {
        current.letters += spelled
        base = scalar
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        current.letters.unicodeScalars.append(scalar)
        base = scalar
      } else if isDropped(scalar) {
        continue
      } else {
        close()
      }
    }
    close()
    return syllables
  }

  private static func tone(of scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x0300: 1  // huyền
    case 0x0309: 2  // hỏi
    case 0x0303: 3  // ngã
    case 0x0301: 4  // sắc
    case 0x0323: 5  // nặng
    default: nil
    }
  }

  private static func letterMark(_ scalar: Unicode.Scalar, after base: Unicode.Scalar) -> String? {
    switch (scalar.value, base) {
    case (0x0306, "a"), (0x0302, "e"), (0x0302, "o"), (0x031B, "u"): "~"
    case (0x0302, "a"), (0x031B, "o"): "~~"
    default: nil
    }
  }

  /// Latin letters that no normal form takes apart.
  private static func spelling(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "đ": "d~"
    case "ð": "d"
    case "ø": "o"
    case "ł": "l"
    case "ı": "i"
    case "ß": "ss"
    case "æ": "ae"
    case "œ": "oe"
    case "þ": "th"
    default: nil
    }
  }

  /// Marks of other languages, and apostrophes: O’Neill is one word.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: ["'", "’", "‘", "ʼ", "`", "ʻ"].contains(scalar)
    }
  }
}
