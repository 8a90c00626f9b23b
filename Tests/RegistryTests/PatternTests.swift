import SQLite
import Testing

@testable import Registry

/// Patterns, and the texts that match them.
@Suite struct PatternTests {
  private static func matches(_ pattern: String, _ text: String) throws -> Bool {
    var pattern = try Pattern(pattern)
    return Array(text.utf8).withUnsafeBytes { pattern.matches($0) }
  }

  @Test(
    arguments: [
      ("", ["", "a"], []),
      ("a", ["a", "ba", "ab"], ["", "b", "A"]),
      ("abc", ["abc", "xabcx"], ["ab", "acb"]),
      ("^abc$", ["abc"], ["xabc", "abcx", ""]),
      ("^", ["", "a"], []), ("$", ["", "a"], []), ("^$", [""], ["a", "\n"]),
      ("a^b", [], ["ab", "a^b"]), ("a$b", [], ["ab", "a$b"]),
      (".", ["a", "Đ", "\n", "🇻🇳"], [""]), ("^.$", ["ễ", "中"], ["ab", ""]),
      ("a.c", ["abc", "a\nc", "aĐc"], ["ac", "abbc"]),
      ("a*", ["", "b", "aaa"], []), ("^a*$", ["", "aaa"], ["ab", "b"]),
      ("^a+$", ["a", "aaa"], ["", "ab"]), ("^a?$", ["", "a"], ["aa"]),
      ("^a{3}$", ["aaa"], ["aa", "aaaa"]), ("^a{2,}$", ["aa", "aaaaa"], ["a", ""]),
      ("^a{2,3}$", ["aa", "aaa"], ["a", "aaaa"]), ("^a{0}$", [""], ["a"]),
      ("^a{0,2}$", ["", "aa"], ["aaa"]), ("^a{0,}$", ["", "aaaa"], ["b"]),
      ("^a{1}b{1,1}$", ["ab"], ["aab", "abb"]), ("^(ab){2}$", ["abab"], ["ab", "ababab"]),
      ("^a*?$", ["", "aa"], ["b"]), ("^a+?b??c{1,2}?$", ["ac", "aabcc"], ["bc", "abccc"]),
      ("a|b", ["a", "xb"], ["c", ""]), ("^(a|b)$", ["a", "b"], ["ab", ""]),
      ("^a|b$", ["ax", "xb"], ["xa", "bx"]), ("^(|a)b$", ["b", "ab"], ["aab"]),
      ("^(a|)$", ["a", ""], ["b"]), ("^(a||b)$", ["a", "", "b"], ["ab"]),
      ("^()$", [""], ["a"]), ("^(?:ab|cd)+$", ["ab", "cdab"], ["ac", ""]),
      ("^(a(b(c)?)?)?$", ["", "a", "ab", "abc"], ["ac", "b"]),
      ("^(a*)*$", ["", "aaa"], ["b"]), ("^(a*)+b$", ["b", "aab"], ["a"]),
      ("^(|a)+$", ["", "aa"], ["b"]),
      ("^((a|b)*c)*$", ["", "c", "abcbc"], ["ab"]),
      ("[abc]", ["b", "xxc"], ["d", ""]), ("^[a-c]+$", ["abc"], ["abd"]),
      ("^[^abc]$", ["d", "Đ", "\n"], ["a", "", "dd"]), ("^[a-]$", ["a", "-"], ["b"]),
      ("^[-a]$", ["a", "-"], ["b"]), ("^[a-c-]$", ["b", "-"], ["d"]),
      ("^[+--]$", ["+", ",", "-"], ["."]),
      ("^[.*+?(){}|^$]+$", [".*+?(){}|^$"], ["a"]), (#"^[\]\\\-^]+$"#, [#"]\-^"#], ["a"]),
      ("^[a^]$", ["a", "^"], ["b"]), ("^[[]$", ["["], ["]"]), ("^a]$", ["a]"], ["a"]),
      ("^a}$", ["a}"], ["a"]),
      (#"^\d+$"#, ["0", "2019"], ["", "2a", "٢"]), (#"^\D$"#, ["a", "٢", " "], ["2", ""]),
      (#"^\w+$"#, ["a_2", "Đỗ", "中", "e\u{301}"], ["a b", "", "-"]),
      (#"^\W$"#, [" ", "-", "."], ["a", "Đ", "_"]),
      (#"^\s$"#, [" ", "\t", "\u{a0}"], ["a", ""]), (#"^\S+$"#, ["a-b"], ["a b", ""]),
      (#"^[\d\s]+$"#, ["1 2"], ["a"]), (#"^[^\d]$"#, ["a"], ["1"]), (#"^[\W]$"#, ["-"], ["a"]),
      (#"^[\D]$"#, ["a"], ["1"]), (#"^[^\S]$"#, [" "], ["a"]), (#"^[\w-]+$"#, ["a-b"], ["a b"]),
      (#"\bhead\b"#, ["head", "a head.", "head-on"], ["ahead", "heads", "head_"]),
      (#"\bĐỗ\b"#, ["Đỗ Minh", "ông Đỗ"], ["Đỗi", "xĐỗ"]), (#"\Bb\B"#, ["abc"], ["b", "ab", "bc"]),
      (#"^\b"#, ["a"], ["", " a"]), (#"\b$"#, ["a"], ["", "a "]), (#"\B"#, ["", "ab", " "], ["a"]),
      (#"a\b\b"#, ["a", "a b"], ["ab"]), (#"a\b\B"#, [], ["a", "ab"]),
      (#"^\.$"#, ["."], ["a"]), (#"^\\$"#, [#"\"#], ["a"]),
      (#"^a\nb\tc\rd$"#, ["a\nb\tc\rd"], ["anbtcrd"]),
      (#"^\(\)\[\]\{\}\*\+\?\|\^\$\/\-\_$"#, ["()[]{}*+?|^$/-_"], [""]),
      ("(?i)abc", ["abc", "ABC", "xAbCx"], ["abd"]), ("(?i)^đỗ$", ["Đỗ", "ĐỖ", "đỗ"], ["Đồ"]),
      ("(?i)^ĐỖ$", ["Đỗ", "đỗ"], ["do"]), ("(?i)^[a-z]+$", ["aZ"], ["1"]),
      ("(?i)^[^a]$", ["b"], ["a", "A"]),
      ("(?i)^σ$", ["σ", "ς", "Σ"], ["s"]), ("(?i)^ß$", ["ß"], ["ss"]),
      (#"(?i)^\w\d$"#, ["A1"], ["AA"]),
      ("(?i)", ["", "a"], []), ("^(a|ab)(c|bcd)$", ["abcd", "ac", "abc", "abbcd"], ["a"]),
      ("x{1000}", [String(repeating: "x", count: 1000)], [String(repeating: "x", count: 999)]),
      ("^(?:[a-z]+-)*[a-z]+$", ["fr-paris", "a"], ["-a", "a--b", "A"]),
      (#"^\d{4}(-\d{2}){0,2}[?~%]?$"#, ["2019", "2019-05~", "2019-05-03"], ["19", "2019-5"]),
      (#"\b\d+-(KL|QĐ)/TW\b"#, ["Kết luận 57-KL/TW"], ["57KL/TW", "57-KL/TWX"]),
      ("^[А-я]+$", ["Привет"], ["a"]), ("^\u{1F600}+$", ["😀😀"], ["😁"]),
      // A letter and its mark are the letter.
      ("^e\u{302}\u{303}$", ["ễ"], ["e"]), ("^[e\u{302}]$", ["ê"], ["e"]),
    ] as [(String, [String], [String])])
  func `a pattern matches these texts and not those`(
    pattern: String, matching: [String], other: [String]
  ) throws {
    for text in matching { #expect(try Self.matches(pattern, text), "\(pattern) \(text)") }
    for text in other { #expect(try !Self.matches(pattern, text), "\(pattern) \(text)") }
  }

  @Test(
    arguments: [
      ("*a", .nothingToRepeat, 0), ("a**", .nothingToRepeat, 2), ("a|+", .nothingToRepeat, 2),
      ("(?)", .unknownGroup, 0), ("(*)", .nothingToRepeat, 1), ("^*", .nothingToRepeat, 1),
      (#"\b+"#, .nothingToRepeat, 2), ("a{2}{3}", .nothingToRepeat, 4),
      ("a???", .nothingToRepeat, 3), ("(a", .openGroup, 0), ("ab(c(d)", .openGroup, 2),
      ("a)", .strayEnd, 1), (")", .strayEnd, 0), ("x[abc", .openSet, 1), ("[", .openSet, 0),
      ("[]", .emptySet, 0), ("a[^]]", .emptySet, 1), ("[[:alpha:]]", .namedSet, 1),
      ("[z-a]", .backwards, 1), (#"[\d-z]"#, .backwards, 1), (#"[a-\w]"#, .backwards, 1),
      ("[a-", .openSet, 0), ("{", .wrongCount, 0), ("a{", .wrongCount, 1),
      ("a{,3}", .wrongCount, 1), ("a{x}", .wrongCount, 1), ("a{3,2}", .wrongCount, 1),
      ("a{1", .wrongCount, 1), ("a{1001}", .countTooLarge, 2),
      ("a{1,99999999999}", .countTooLarge, 4), (#"\q"#, .unknownEscape("q"), 0),
      (#"[\b]"#, .unknownEscape("b"), 1), (#"a\1"#, .backReference, 1), (#"a\"#, .lastEscape, 1),
      (#"[a\"#, .lastEscape, 2), ("(?=a)", .unknownGroup, 0), ("a(?i)", .unknownGroup, 1),
      ("(?<n>a)", .unknownGroup, 0), ("((a{1000}){1000}){1000}", .tooLarge, 0),
      ("(((a{9}){99}){99}){99}", .tooLarge, 0), ("(a|b|c|d|e|f){1000}", .tooLarge, 0),
      (String(repeating: "a", count: 1001), .tooLong, 1000),
      (String(repeating: "(", count: 101) + "a", .tooDeep, 100),
    ] as [(String, PatternFault.Reason, Int)])
  func `a wrong pattern is told with its place`(
    pattern: String, reason: PatternFault.Reason, place: Int
  ) {
    #expect(throws: PatternFault(reason: reason, place: place)) { try Pattern(pattern) }
  }

  @Test func `what is large and allowed is read`() throws {
    let nested = String(repeating: "(", count: 100) + "a" + String(repeating: ")", count: 100)
    #expect(try Self.matches(nested, "a"))
    let long = String(repeating: "ab", count: 500)
    #expect(try Self.matches(long, "x" + long))
    #expect(try !Self.matches(long, "x" + long.dropLast()))
  }

  // MARK: Linear time

  @Test(arguments: [
    "((a|a)*)*b", "(a*)*b", "(a|aa)+$", "(.*)(.*)(.*)(.*)b", "^(([a-z])+.)+[A-Z]([a-z])+$",
    "(a?){500}a{500}b", "[ab]*a[ab]{16}b$", "(x+x+)+y|((a{0,30}){0,30})b",
  ])
  func `no text makes a pattern look twice at a character`(pattern: String) throws {
    var read = try Pattern(pattern)
    let texts = [
      String(repeating: "a", count: 10_000), String(repeating: "aab", count: 2000) + "c",
    ]
    for text in texts {
      let before = read.work
      _ = Array(text.utf8).withUnsafeBytes { read.matches($0) }
      #expect(read.work - before <= text.utf8.count + 1)
    }
  }

  @Test func `a pathological pattern is answered, by few looks`() throws {
    var read = try Pattern("((a|a)*)*b")
    let text = Array(String(repeating: "a", count: 100_000).utf8)
    #expect(!text.withUnsafeBytes { read.matches($0) })
    #expect(read.work < 10)
    #expect((text + Array("b".utf8)).withUnsafeBytes { read.matches($0) })
  }

  @Test func `more states than are kept are forgotten and found again`() throws {
    // The states are the last sixteen letters: as many as there are.
    var read = try Pattern("^[ab]*a[ab]{15}$")
    var lot = Lot(seed: 7)
    for _ in 0..<3 {
      let text = (0..<10_000).map { _ in lot.number(2) == 0 ? "a" : "b" }
      let isMatch = text[text.count - 16] == "a"
      #expect(Array(text.joined().utf8).withUnsafeBytes { read.matches($0) } == isMatch)
    }
  }

  @Test func `many different characters are told apart`() throws {
    // More symbols than a row has at first, of all planes.
    let letters =
      (0..<400).compactMap { Unicode.Scalar(UInt32(0x4E00 + $0 * 37)) } + ["a", "Đ", "\u{1F600}"]
    func text(_ letters: [Unicode.Scalar]) -> String {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: letters)
      return String(text)
    }
    var read = try Pattern("^\(text(letters))$")
    #expect(Array(text(letters).utf8).withUnsafeBytes { read.matches($0) })
    for index in [0, 200, letters.count - 1] {
      var other = letters
      other[index] = "x"
      #expect(!Array(text(other).utf8).withUnsafeBytes { read.matches($0) })
    }
  }

  @Test func `bytes that are no UTF-8 are characters that nobody meant`() throws {
    var read = try Pattern("^a.b$")
    #expect(([0x61, 0xFF, 0x62] as [UInt8]).withUnsafeBytes { read.matches($0) })
    #expect(!([0x61, 0xE1, 0xBB] as [UInt8]).withUnsafeBytes { read.matches($0) })
  }

  // MARK: Against a naive matcher

  @Test(arguments: [UInt64(11), 12, 13, 14])
  func `random patterns match as one that tries everything says`(seed: UInt64) throws {
    var lot = Lot(seed: seed)
    var matched = 0
    var tried = 0
    while tried < 1500 {
      let node = NaivePattern.random(&lot, depth: 3)
      var read = try Pattern(node.text)
      for _ in 0..<6 {
        let text = (0..<lot.number(7)).map { _ in Array("ab -")[lot.number(4)] }
        let expected = node.matches(text)
        tried += 1
        matched += expected ? 1 : 0
        let answer = Array(String(text).utf8).withUnsafeBytes { read.matches($0) }
        #expect(answer == expected, "\(node.text) on \(String(text).debugDescription)")
      }
    }
    #expect(matched > tried / 10 && matched < tried * 9 / 10, "\(matched) of \(tried)")
  }
}
