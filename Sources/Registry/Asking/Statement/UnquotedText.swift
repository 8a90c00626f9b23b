import Schema

/// A text without quotes, which SQLite takes for a column: `mission = france`.
struct UnquotedText {
  /// The words of it: three of `fr-paris`.
  let words: Range<Int>
  /// As it is written, without quotes.
  let text: String
  /// The last name before the sign by which it is compared; `nil` where it stands first.
  let column: String?
  private let isSecond: Bool

  /// - Returns: `nil` where nothing is compared.
  init?(_ mistake: Mistake) {
    guard let place = mistake.place, mistake.kind(place) == .word,
      !mistake.isSymbol(place + 1, ".", "("), !mistake.isSymbol(place - 1, ".")
    else { return nil }
    var first = place
    var end = place + 1
    while mistake.isSymbol(end, "-"), mistake.touchesNext(end - 1), mistake.touchesNext(end),
      Self.isPart(mistake, end + 1)
    {
      end += 2
    }
    while mistake.isSymbol(first - 1, "-"), mistake.touchesNext(first - 1),
      mistake.touchesNext(first - 2), Self.isPart(mistake, first - 2)
    {
      first -= 2
    }
    words = first..<end
    text = mistake.written(first, through: end - 1)
    if let before = Self.compared(mistake, before: first) {
      column = mistake.word(before)
      isSecond = true
    } else if mistake.isSymbol(end, "="), let behind = Self.name(mistake, at: end + 1) {
      column = mistake.word(behind)
      isSecond = false
    } else {
      return nil
    }
  }

  private static func isPart(_ mistake: Mistake, _ index: Int) -> Bool {
    mistake.kind(index) == .word || mistake.kind(index) == .number
  }

  /// The last word of a name that begins at a place: `mission` of `p.mission`.
  private static func name(_ mistake: Mistake, at index: Int) -> Int? {
    guard mistake.kind(index) == .word else { return nil }
    let isQualified = mistake.isSymbol(index + 1, ".") && mistake.kind(index + 2) == .word
    return isQualified ? index + 2 : index
  }

  /// The value that is compared with what stands at a place, behind a sign or in a list.
  static func compared(_ mistake: Mistake, before first: Int) -> Int? {
    var last = first - 1
    if mistake.isSymbol(last, "(", ","), let open = mistake.selects.parenthesis(around: first),
      mistake.isWord(open - 1, "in")
    {
      last = open - 1
    } else if mistake.isWord(last, "and"), mistake.isWord(last - 2, "between") {
      last -= 2
    }
    let start = last
    while mistake.isSymbol(last, "=", "<", ">", "!")
      || mistake.isWord(last, "like", "glob", "in", "not", "is", "between", "regexp")
    {
      last -= 1
    }
    // NOT alone compares nothing.
    let isCompared = start > last && !(start == last + 1 && mistake.isWord(start, "not"))
    return isCompared && mistake.isOperand(last) ? last : nil
  }

  /// Whether it stands where a value does that something is compared with.
  var isValue: Bool { isSecond }

  static func inQuotes(_ text: String) -> Sentence {
    Sentence("Text goes in single quotes: '\(text)'.", vi: "Văn bản đặt trong nháy đơn: '\(text)'.")
  }
}
