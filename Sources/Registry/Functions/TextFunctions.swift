import SQLite

/// Functions of SQL on texts.
enum TextFunctions {
  static let all = [
    ofText(
      "name_fold",
      Sentence(
        "The text in small letters, without marks and tones: what is found by it",
        vi: "Văn bản viết thường, bỏ dấu: để tìm kiếm"),
      "SELECT name_fold('Đỗ')", "do", NameKey.searchKey),
    ofText(
      "name_key",
      Sentence(
        "What a text is sorted by, in the order of the Vietnamese alphabet and its tones",
        vi: "Khóa để sắp xếp văn bản theo thứ tự chữ cái và thanh điệu tiếng Việt"),
      "SELECT name_key('Đỗ')", "d~o~3", NameKey.sortKey),
    regexp,
  ]

  private static func ofText(
    _ name: String, _ about: Sentence, _ example: String, _ answer: String,
    _ body: @escaping @Sendable (String) -> String
  ) -> SQLFunction {
    SQLFunction(
      name, ["x"], about, example: example, answer: answer,
      .ofRow { (arguments, _) throws(FunctionFault) in
        guard arguments[0].storageClass == .text else { return .null }
        return .text(body(arguments[0].text))
      })
  }

  // MARK: Patterns

  private static let regexp = SQLFunction(
    "regexp", ["p", "x"],
    Sentence(
      "1 where a part of x matches the pattern p, else 0; also written x REGEXP p",
      vi: "1 nếu một phần của x khớp mẫu p, nếu không thì 0; cũng viết x REGEXP p"),
    notes: [
      Sentence(
        #".   any character; [abc] [a-z] one of a set, [^abc] any other"#,
        vi: #".   ký tự bất kỳ; [abc] [a-z] một ký tự trong tập, [^abc] ký tự khác"#),
      Sentence(
        #"\d  0 to 9; \w a letter, a digit or _; \s a blank; \D \W \S any other; \. the character . itself"#,
        vi:
          #"\d  0 đến 9; \w chữ cái, chữ số hoặc _; \s khoảng trắng; \D \W \S ký tự khác; \. chính ký tự ."#
      ),
      Sentence(
        #"^   the beginning, $ the end of the text; \b the edge of a word, \B none"#,
        vi: #"^   đầu văn bản, $ cuối văn bản; \b ranh giới của từ, \B không phải ranh giới"#),
      Sentence(
        "*   any number of what stands before, + at least one, ? at most one, {3} {3,} {3,5} so many",
        vi: "*   phần đứng trước lặp tùy ý, + ít nhất một, ? nhiều nhất một, {3} {3,} {3,5} số lần"),
      Sentence(
        "|   or; ( ) holds together; (?i) at the beginning takes capital letters for small ones",
        vi: "|   hoặc; ( ) gộp thành nhóm; (?i) ở đầu mẫu: không phân biệt chữ hoa, chữ thường"),
    ],
    example: #"SELECT 'Quyết định 57-KL/TW' REGEXP '\b\d+-(KL|QĐ)\b'"#, answer: "1",
    .ofConnection { refusals in
      let cache = PatternCache()
      return { (arguments) throws(FunctionFault) in
        for index in [0, 1] where arguments[index].storageClass == .blob {
          throw refusals.fault(
            of: "regexp",
            Sentence(
              "\(arguments[index].shown()) is no text",
              vi: "\(arguments[index].shown()) không phải văn bản"))
        }
        guard arguments[0].storageClass != .null else { return .null }
        do throws(PatternFault) {
          // Of NULL too a wrong pattern is told.
          let place = try cache.place(of: arguments[0].textBytes)
          guard arguments[1].storageClass != .null else { return .null }
          return .integer(cache.matches(arguments[1].textBytes, at: place) ? 1 : 0)
        } catch {
          throw refusal(of: arguments[0].text, error, refusals)
        }
      }
    })

  private static func refusal(
    of pattern: String, _ fault: PatternFault, _ refusals: FunctionRefusals
  ) -> FunctionFault {
    let words = fault.words
    let number = fault.place + 1
    return refusals.fault(
      of: "regexp",
      Sentence(
        "the pattern is wrong at character \(number): \(words.english)",
        vi: "mẫu sai ở ký tự thứ \(number): \(words.vietnamese)"),
      list: fault.excerpt(of: pattern))
  }
}

/// The last patterns that were read: most questions have one for all rows.
private final class PatternCache {
  private static let limit = 8

  private var patterns: [(bytes: [UInt8], pattern: Pattern)] = []

  /// Where a pattern stands, read where it was not among the last ones.
  func place(of bytes: UnsafeRawBufferPointer) throws(PatternFault) -> Int {
    if let place = patterns.firstIndex(where: { $0.bytes.elementsEqual(bytes) }) { return place }
    let pattern = try Pattern(String(decoding: bytes, as: UTF8.self))
    if patterns.count == Self.limit { patterns.removeFirst() }
    patterns.append((Array(bytes), pattern))
    return patterns.count - 1
  }

  func matches(_ text: UnsafeRawBufferPointer, at place: Int) -> Bool {
    patterns[place].pattern.matches(text)
  }
}
