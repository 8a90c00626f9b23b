import Schema

/// What is compared with some words of a statement, and by which sign.
struct Comparison {
  let other: String
  let sign: String
  /// Whether the other stands before the sign.
  let isBefore: Bool
  let isNumber: Bool

  /// The comparison with something else in the place of the words.
  func written(with words: String) -> String {
    isBefore ? "\(other) \(sign) \(words)" : "\(words) \(sign) \(other)"
  }
}

extension Mistake {
  /// What is compared with some words; `nil` where nothing is.
  func comparison(of words: Range<Int>) -> Comparison? {
    var start = words.lowerBound
    while isSymbol(start - 1, "=", "<", ">", "!") { start -= 1 }
    if start < words.lowerBound, let other = value(before: start) {
      return Comparison(
        other: other, sign: written(start, through: words.lowerBound - 1), isBefore: true,
        isNumber: kind(start - 1) == .number)
    }
    var end = words.upperBound
    while isSymbol(end, "=", "<", ">", "!") { end += 1 }
    guard end > words.upperBound, let other = value(from: end) else { return nil }
    return Comparison(
      other: other, sign: written(words.upperBound, through: end - 1), isBefore: false,
      isNumber: kind(end) == .number)
  }

  /// The one table that the SELECT around a place is from; `nil` where there are several, or none
  /// with a name.
  func table(around place: Int) -> String? {
    guard let select = selects.chain(around: place).first else { return nil }
    let sources = selects.sources(of: select)
    return sources.count == 1 ? sources.first?.name : nil
  }
}
