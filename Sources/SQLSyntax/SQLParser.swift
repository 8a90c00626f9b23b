package import Schema

/// Reads a question that SQLite has accepted; what it does not know it does not read at all.
package struct SQLParser {
  struct Unknown: Error {}

  let tokens: [SQLToken]
  var at = 0
  /// SQLite itself takes expressions of 200 levels in a question.
  var depth = 0

  /// The question of a statement; `nil` where it is none, or says something that is not known here.
  package static func question(_ sql: String) -> SQLSelect? {
    var tokens = SQLToken.all(in: sql)
    while tokens.last?.text == ";" { tokens.removeLast() }
    return question(tokens)
  }

  package static func question(_ tokens: [SQLToken]) -> SQLSelect? {
    guard let first = tokens.first,
      first.isWord("select") || first.isWord("with") || first.isWord("values")
    else { return nil }
    var parser = SQLParser(tokens: tokens)
    guard let select = try? parser.select(), parser.at == tokens.count else { return nil }
    return select
  }

  private init(tokens: [SQLToken]) { self.tokens = tokens }

  // MARK: Tokens

  var token: SQLToken? { at < tokens.count ? tokens[at] : nil }

  func token(_ ahead: Int) -> SQLToken? { at + ahead < tokens.count ? tokens[at + ahead] : nil }

  /// Where the last token ends.
  var end: Int { at > 0 ? tokens[at - 1].offset + tokens[at - 1].length : 0 }

  var start: Int { token?.offset ?? end }

  func isNext(_ word: String, ahead: Int = 0) -> Bool { token(ahead)?.isWord(word) ?? false }

  func isNext(symbol: String, ahead: Int = 0) -> Bool {
    guard let token = token(ahead) else { return false }
    return token.kind == .symbol && token.text == symbol
  }

  mutating func take(_ word: String) -> Bool {
    guard isNext(word) else { return false }
    at += 1
    return true
  }

  mutating func take(_ words: [String]) -> Bool {
    guard words.indices.allSatisfy({ isNext(words[$0], ahead: $0) }) else { return false }
    at += words.count
    return true
  }

  mutating func take(symbol: String) -> Bool {
    guard isNext(symbol: symbol) else { return false }
    at += 1
    return true
  }

  mutating func need(_ word: String) throws(Unknown) {
    guard take(word) else { throw Unknown() }
  }

  mutating func need(symbol: String) throws(Unknown) {
    guard take(symbol: symbol) else { throw Unknown() }
  }

  /// A name, with or without quotes.
  mutating func name() throws(Unknown) -> String {
    guard let token, token.isName else { throw Unknown() }
    at += 1
    return token.text
  }

  /// What stands between commas.
  mutating func list<T>(
    _ one: (inout SQLParser) throws(Unknown) -> T
  ) throws(Unknown) -> [T] {
    var all = [try one(&self)]
    while take(symbol: ",") { all.append(try one(&self)) }
    return all
  }

  // MARK: Expressions

  mutating func expressions() throws(Unknown) -> [SQLExpression] {
    try list { (parser) throws(Unknown) in try parser.expression() }
  }

  mutating func expression() throws(Unknown) -> SQLExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth < 120 else { throw Unknown() }
    return try binary(from: 0)
  }

  /// Operators in their order, those that bind least first.
  private static let operators: [[String]] = [
    ["||", "->>", "->"], ["*", "/", "%"], ["+", "-"], ["<<", ">>", "&", "|"],
    ["<=", ">=", "<", ">"], ["==", "=", "<>", "!="],
  ].reversed()

  private static let levels = operators.count + 2

  /// 0 is OR, 1 is AND and what NOT stands before, then ``operators``.
  private mutating func binary(from level: Int) throws(Unknown) -> SQLExpression {
    guard level < Self.levels else { return try unary() }
    let start = self.start
    if level == 1, isNext("not"), !isNext("exists", ahead: 1) {
      var value = try negated()
      while take("and") { value = .binary("and", value, try operand(of: level), start..<end) }
      return value
    }
    var value = try binary(from: level + 1)
    while true {
      if level == 0 {
        guard take("or") else { return value }
        value = .binary("or", value, try binary(from: 1), start..<end)
      } else if level == 1 {
        guard take("and") else { return value }
        value = .binary("and", value, try operand(of: level), start..<end)
      } else if let symbol = takeOperator(of: level - 2) {
        value = .binary(symbol, value, try binary(from: level + 1), start..<end)
      } else if level == 2, let comparison = try comparison(of: value, from: start) {
        value = comparison
      } else {
        return value
      }
    }
  }

  /// What stands behind AND: NOT binds more than AND, less than all others.
  private mutating func operand(of level: Int) throws(Unknown) -> SQLExpression {
    isNext("not") && !isNext("exists", ahead: 1) ? try negated() : try binary(from: level + 1)
  }

  private mutating func negated() throws(Unknown) -> SQLExpression {
    let start = self.start
    try need("not")
    return .unary("not", try operand(of: 1), start..<end)
  }

  /// Symbols of two and three signs are as many tokens.
  private mutating func takeOperator(of level: Int) -> String? {
    for symbol in Self.operators[level] {
      let signs = symbol.map(String.init)
      guard signs.indices.allSatisfy({ isNext(symbol: signs[$0], ahead: $0) }),
        signs.indices.dropFirst().allSatisfy({ isAdjacent($0) }),
        !isPartOfLonger(symbol)
      else { continue }
      at += signs.count
      return symbol == "==" ? "=" : symbol == "!=" ? "<>" : symbol
    }
    return nil
  }

  private func isAdjacent(_ ahead: Int) -> Bool {
    guard let before = token(ahead - 1), let token = token(ahead) else { return false }
    return before.offset + before.length == token.offset
  }

  /// `|` of `||`, `<` of `<=`, `-` of `->`.
  private func isPartOfLonger(_ symbol: String) -> Bool {
    guard isAdjacent(symbol.count), let next = token(symbol.count)?.text else { return false }
    switch symbol {
    case "|": return next == "|"
    case "<": return ["=", ">", "<"].contains(next)
    case ">": return ["=", ">"].contains(next)
    case "-": return next == ">"
    default: return false
    }
  }

  /// IS, IN, BETWEEN, LIKE and their kin, behind a value; `nil` where none stands there.
  private mutating func comparison(
    of value: SQLExpression, from start: Int
  ) throws(Unknown) -> SQLExpression? {
    if take("isnull") { return .isNull(isNot: false, value, start..<end) }
    if take("notnull") { return .isNull(isNot: true, value, start..<end) }
    if take("is") {
      let isNot = take("not")
      let isDistinct = take(["distinct", "from"])
      if isNext("null"), !isDistinct {
        at += 1
        return .isNull(isNot: isNot, value, start..<end)
      }
      let other = try binary(from: 3)
      return .binary(isNot != isDistinct ? "is not" : "is", value, other, start..<end)
    }
    let before = at
    let isNot = take("not")
    if isNot, take("null") { return .isNull(isNot: true, value, start..<end) }
    for word in ["like", "glob", "regexp", "match"] where take(word) {
      let pattern = try binary(from: 3)
      if take("escape") { _ = try binary(from: 3) }
      return .like(word, isNot: isNot, value, pattern, start..<end)
    }
    if take("between") {
      let low = try binary(from: 3)
      try need("and")
      return .between(isNot: isNot, value, low, try binary(from: 3), start..<end)
    }
    if take("in") { return try membership(of: value, isNot: isNot, from: start) }
    at = before
    return nil
  }

  private mutating func membership(
    of value: SQLExpression, isNot: Bool, from start: Int
  ) throws(Unknown) -> SQLExpression {
    guard take(symbol: "(") else {
      // A table or a table function.
      _ = try name()
      if take(symbol: ".") { _ = try name() }
      if take(symbol: "(") {
        if !isNext(symbol: ")") { _ = try expressions() }
        try need(symbol: ")")
      }
      return .opaque(start..<end)
    }
    if isNext("select") || isNext("with") || isNext("values") {
      let select = try select()
      try need(symbol: ")")
      return .inSelect(isNot: isNot, value, select, start..<end)
    }
    let list = isNext(symbol: ")") ? [] : try expressions()
    try need(symbol: ")")
    return .inList(isNot: isNot, value, list, start..<end)
  }

  private mutating func unary() throws(Unknown) -> SQLExpression {
    let start = self.start
    for sign in ["-", "+", "~"] where take(symbol: sign) {
      depth += 1
      defer { depth -= 1 }
      guard depth < 120 else { throw Unknown() }
      return .unary(sign, try unary(), start..<end)
    }
    var value = try primary()
    while take("collate") {
      _ = try name()
      value = .unary("collate", value, start..<end)
    }
    return value
  }
}
