/// What is wrong with a pattern, and where.
struct PatternFault: Error, Equatable {
  enum Reason: Equatable {
    case tooLong
    /// Its counts make more steps of it than are allowed.
    case tooLarge
    case tooDeep
    case openGroup
    case strayEnd
    case openSet
    case emptySet
    case namedSet
    case backwards
    case nothingToRepeat
    case wrongCount
    case countTooLarge
    case unknownEscape(Unicode.Scalar)
    case backReference
    case lastEscape
    case unknownGroup
  }

  let reason: Reason
  /// Which of the pattern's scalars is wrong, from 0.
  let place: Int

  /// What is wrong, for the end of a sentence.
  var words: Sentence {
    switch reason {
    case .tooLong:
      Sentence(
        "a pattern has at most \(PatternParser.lengthLimit) characters",
        vi: "mẫu có nhiều nhất \(PatternParser.lengthLimit) ký tự")
    case .tooLarge:
      Sentence(
        "its counts repeat too much: more than \(PatternProgram.stepLimit) steps in all",
        vi: "các số lần lặp quá lớn: tổng cộng hơn \(PatternProgram.stepLimit) bước")
    case .tooDeep:
      Sentence(
        "more than \(PatternParser.depthLimit) groups stand in one another",
        vi: "hơn \(PatternParser.depthLimit) nhóm lồng nhau")
    case .openGroup:
      Sentence(
        "this ( is not closed; the character is \\(", vi: "( này chưa đóng; ký tự ( viết là \\(")
    case .strayEnd:
      Sentence("this ) closes nothing; the character is \\)", vi: ") này thừa; ký tự ) viết là \\)")
    case .openSet:
      Sentence(
        "this [ is not closed; the character is \\[", vi: "[ này chưa đóng; ký tự [ viết là \\[")
    case .emptySet:
      Sentence("the set is empty; the character ] is \\]", vi: "tập này rỗng; ký tự ] viết là \\]")
    case .namedSet:
      Sentence(
        "there is no [:name:]; write \\d, \\w or \\s",
        vi: "không có [:tên:]; hãy viết \\d, \\w hoặc \\s")
    case .backwards:
      Sentence(
        "a range goes from a character to one behind it, as a-z",
        vi: "khoảng phải đi từ một ký tự đến ký tự đứng sau nó, như a-z")
    case .nothingToRepeat:
      Sentence(
        "nothing stands before it to be repeated; as a character it has a \\ before it",
        vi: "phía trước không có gì để lặp lại; nếu là ký tự thường thì thêm \\ vào trước")
    case .wrongCount:
      Sentence(
        "a count is {3}, {3,} or {3,5}; the character is \\{",
        vi: "số lần lặp viết {3}, {3,} hoặc {3,5}; ký tự { viết là \\{")
    case .countTooLarge:
      Sentence(
        "a count is at most \(PatternParser.countLimit)",
        vi: "số lần lặp nhiều nhất là \(PatternParser.countLimit)")
    case .unknownEscape(let scalar):
      Sentence(
        "\\\(Character(scalar)) has no meaning; write the letter alone",
        vi: "\\\(Character(scalar)) không có nghĩa; hãy viết chữ cái không có \\")
    case .backReference:
      Sentence(
        "a pattern does not refer back to what it matched",
        vi: "mẫu không nhắc lại được phần đã khớp")
    case .lastEscape:
      Sentence("nothing stands behind the last \\", vi: "sau \\ cuối cùng không có gì")
    case .unknownGroup:
      Sentence(
        "of what begins with (? there are (?:…), and (?i) at the very beginning",
        vi: "trong các dạng (? chỉ có (?:…), và (?i) ở ngay đầu mẫu")
    }
  }
}

extension PatternFault {
  /// A pattern with a mark under what is wrong; a long one is cut around it.
  func excerpt(of pattern: String) -> [Sentence] {
    // A scalar a place, so that each has one sign: what nobody would see is a point.
    let shown = TextEntry.normalized(pattern).unicodeScalars.map { scalar in
      TextEntry.isHidden(scalar) || scalar.properties.isWhitespace
        ? scalar == " " ? " " : "·" : scalar
    }
    let first = max(0, place - 40)
    var line = String.UnicodeScalarView(shown[first..<min(shown.count, place + 40)])
    if first > 0 { line.insert("…", at: line.startIndex) }
    if shown.count > place + 40 { line.append("…") }
    let before = String(line.prefix(place - first + (first > 0 ? 1 : 0)))
    return [
      Sentence(same: String(line)),
      Sentence(same: String(repeating: " ", count: before.count) + "^"),
    ]
  }
}
