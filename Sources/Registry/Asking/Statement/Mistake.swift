import SQLite
import Schema

/// What can be named in a registry, in small letters.
struct KnownNames: Sendable {
  var tables: Set<String> = []
  var columns: Set<String> = []
  var functions: Set<String> = []

  /// Whether a word is one of SQL and no name: KEY can be both.
  func isReserved(_ word: String) -> Bool {
    let name = word.lowercased()
    return Connection.isKeyword(word) && !columns.contains(name) && !tables.contains(name)
  }
}

/// A wrong statement: what SQLite says of it, and the words around the place.
///
/// Words are told by their kind: what stands in a text, a comment or a name in quotes is none.
struct Mistake: Sendable {
  let complaint: Complaint
  let known: KnownNames
  /// From the statement on, with what follows it.
  let sql: String
  /// The words of the statement alone.
  let tokens: [SQLToken]
  /// Which of the words SQLite points at; the number of words where it is the end, `nil` where it
  /// points nowhere.
  let place: Int?
  let selects: Selects
  /// Names that the statement itself gives to columns and tables, in small letters.
  let given: Set<String>

  init(_ error: SQLiteError, known: KnownNames) {
    complaint = Complaint(error.message)
    self.known = known
    sql = error.sql ?? ""
    let tokens = Self.first(of: SQLToken.all(in: sql))
    self.tokens = tokens
    selects = Selects(tokens)
    let place =
      error.offset.map { offset in
        tokens.firstIndex { $0.offset + $0.length > offset } ?? tokens.count
      } ?? (complaint.kind == .incomplete ? tokens.count : nil)
    self.place = place
    // What cannot be read is no name.
    let wrong = complaint.kind == .syntax ? place : nil
    given = Self.names(givenIn: tokens, except: wrong, known)
  }

  /// The words of the first statement of a script.
  private static func first(of tokens: [SQLToken]) -> [SQLToken] {
    let begun = tokens.drop { $0.isSymbol(";") }
    return Array(begun.prefix { !$0.isSymbol(";") })
  }

  /// Which of the words the complaint is about: the place, or where SQLite points nowhere, the one
  /// that has the name.
  var named: Int? {
    if let place { return place < tokens.count ? place : nil }
    if let mark = complaint.mark { return tokens.firstIndex { $0.isWord(mark) } }
    let name = complaint.kind == .columnWritten ? complaint.lastPart : complaint.name
    let wanted = (name.split(separator: ".").last.map(String.init) ?? name).lowercased()
    let places = tokens.indices.filter { index in
      tokens[index].isName && tokens[index].text.lowercased() == wanted && !isWord(index - 1, "as")
    }
    guard complaint.kind == .table else { return places.first }
    // A column may be called alike.
    return places.first { index in
      isWord(index - 1, "from", "join", "into", "update", "in") || isSymbol(index - 1, ".", ",")
        || isSymbol(index + 1, ".")
    } ?? places.first
  }

  /// Whether SQLite points at a name in quotes.
  var isQuoted: Bool { place.flatMap(kind) == .quotedName }

  /// The words of the name that the complaint is about: `m`, `.` and `key` of `m.key`.
  var path: Range<Int>? {
    guard let start = named else { return nil }
    var end = start + 1
    while isSymbol(end, "."), kind(end + 1) == .word || kind(end + 1) == .quotedName { end += 2 }
    return start..<end
  }

  /// The names that stand behind a word.
  func named(behind word: String) -> [String] {
    tokens.indices.filter { isWord($0 - 1, word) && tokens[$0].isName }.map { tokens[$0].text }
  }

  /// Where the word stands that the complaint is about.
  var bytes: Range<Int>? {
    if let named { return bytes(of: named..<named + 1) }
    return place == nil ? nil : tokens.last.map { bytes(of: $0) }
  }

  /// Where some of the words stand.
  func bytes(of words: Range<Int>?) -> Range<Int>? {
    guard let words, !words.isEmpty, words.upperBound <= tokens.count else { return nil }
    return bytes(of: tokens[words.lowerBound])
      .lowerBound..<bytes(of: tokens[words.upperBound - 1]).upperBound
  }

  private func bytes(of token: SQLToken) -> Range<Int> {
    token.offset..<token.offset + token.length
  }

  // MARK: Words

  /// A word without quotes, in small letters.
  func word(_ index: Int) -> String? {
    guard tokens.indices.contains(index), tokens[index].kind == .word else { return nil }
    return tokens[index].text.lowercased()
  }

  func isWord(_ index: Int, _ words: String...) -> Bool {
    word(index).map(words.contains) ?? false
  }

  func isSymbol(_ index: Int, _ symbols: String...) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .symbol
      && symbols.contains(tokens[index].text)
  }

  func kind(_ index: Int) -> SQLToken.Kind? {
    tokens.indices.contains(index) ? tokens[index].kind : nil
  }

  /// Whether a word begins as a text does, whatever comes behind it.
  func begins(_ index: Int, with text: String) -> Bool {
    tokens.indices.contains(index)
      && sql.utf8.dropFirst(tokens[index].offset).starts(with: text.utf8)
  }

  /// As it is written, quotes and all; nothing of places where no words are.
  func written(_ first: Int, through last: Int) -> String {
    guard first <= last, tokens.indices.contains(first), tokens.indices.contains(last) else {
      return ""
    }
    let bytes = Array(sql.utf8)[tokens[first].offset..<tokens[last].offset + tokens[last].length]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether nothing, not even a blank, stands between a word and the next one.
  func touchesNext(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens.indices.contains(index + 1)
      && tokens[index].offset + tokens[index].length == tokens[index + 1].offset
  }

  /// Whether something ends here that has a value: a name, a text, a number, a parenthesis.
  func isOperand(_ index: Int) -> Bool {
    switch kind(index) {
    case .quotedName, .text, .number, .parameter: true
    case .symbol: isSymbol(index, ")")
    case .word: !known.isReserved(tokens[index].text) || isWord(index, "end", "null")
    case nil: false
    }
  }

  /// The value that ends before a place, as it is written: a name with its table, a text, a number,
  /// a call.
  func value(before index: Int) -> String? {
    valueStart(before: index).map { written($0, through: index - 1) }
  }

  /// Where it begins.
  func valueStart(before index: Int) -> Int? {
    guard isOperand(index - 1) else { return nil }
    var first = index - 1
    if isSymbol(first, ")") {
      guard let open = selects.closing.first(where: { $0.value == first })?.key else { return nil }
      let isCall = kind(open - 1) == .word && !known.isReserved(tokens[open - 1].text)
      return isCall ? open - 1 : open
    }
    while isSymbol(first - 1, "."), isOperand(first - 2), !isSymbol(first - 2, ")") { first -= 2 }
    return first
  }

  /// The value that begins at a place, as it is written.
  func value(from index: Int) -> String? {
    valueEnd(from: index).map { written(index, through: $0 - 1) }
  }

  /// The place behind it.
  func valueEnd(from index: Int) -> Int? {
    if isSymbol(index, "(") { return selects.closing[index].map { $0 + 1 } }
    guard isOperand(index), !isSymbol(index, ")") else { return nil }
    var end = index + 1
    while isSymbol(end, "."), isOperand(end + 1), !isSymbol(end + 1, ")") { end += 2 }
    if kind(end - 1) == .word, isSymbol(end, "(") { return selects.closing[end].map { $0 + 1 } }
    return end
  }

  /// The members of a list between two places, as they are written; `nil` where one is empty.
  func list(from start: Int, to end: Int) -> [String]? {
    var members: [String] = []
    var first = start
    var index = start
    while index <= end {
      if index == end || isSymbol(index, ",") {
        guard first < index else { return nil }
        members.append(written(first, through: index - 1))
        first = index + 1
      }
      index = isSymbol(index, "(") ? (selects.closing[index] ?? end - 1) + 1 : index + 1
    }
    return members
  }

  /// Whether a word is the name of something: behind AS or a dot, or of a name that the registry
  /// or the statement has.
  func isName(_ index: Int) -> Bool {
    guard let word = word(index) else { return kind(index) == .quotedName }
    return isWord(index - 1, "as") || isSymbol(index - 1, ".") || given.contains(word)
      || known.tables.contains(word) || known.columns.contains(word)
  }

  /// The name before the parenthesis in which a word stands directly: `trim` of `trim(x FROM`.
  func call(around index: Int) -> String? {
    selects.parenthesis(around: index).flatMap { word($0 - 1) }
  }

  // MARK: Names that a statement gives

  private static func names(
    givenIn tokens: [SQLToken], except wrong: Int?, _ known: KnownNames
  ) -> Set<String> {
    var names: Set<String> = []
    for (index, token) in tokens.enumerated() {
      if token.isWord("as") {
        if index + 1 < tokens.count, tokens[index + 1].isName {
          names.insert(tokens[index + 1].text.lowercased())
        }
        // WITH name AS (…), name (columns) AS (…
        if index + 1 < tokens.count, tokens[index + 1].isSymbol("("),
          let name = Selects.nameDefined(by: index, in: tokens)
        {
          names.insert(name)
        }
      } else if index != wrong, isAlias(index, in: tokens, known) {
        names.insert(token.text.lowercased())
      }
    }
    return names
  }

  /// Words behind which a name without AS is complete.
  private static let behindAlias: Set<String> = [
    "from", "where", "group", "having", "order", "limit", "join", "left", "inner", "cross", "on",
    "using", "natural", "union", "intersect", "except", "right", "full", "window",
  ]

  /// Whether a word names what stands before it, without AS: `seat top, …`.
  private static func isAlias(
    _ index: Int, in tokens: [SQLToken], _ known: KnownNames
  ) -> Bool {
    guard index > 0, tokens[index].isName else { return false }
    let before = tokens[index - 1]
    let isBehindValue =
      switch before.kind {
      case .word: !known.isReserved(before.text) || before.isWord("end")
      case .symbol: before.isSymbol(")")
      case .quotedName, .text, .number, .parameter: true
      }
    guard isBehindValue, !known.isReserved(tokens[index].text) else { return false }
    guard index + 1 < tokens.count else { return true }
    let next = tokens[index + 1]
    return next.isSymbol(",") || next.isSymbol(")")
      || next.kind == .word && behindAlias.contains(next.text.lowercased())
  }
}
