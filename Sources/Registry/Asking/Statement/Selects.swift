import SQLite
import Schema

/// The SELECTs of a statement, by its words: which stands around a place, and what each is from.
struct Selects: Sendable {
  /// One SELECT, up to a UNION, its closing parenthesis or the end.
  struct Select: Sendable {
    let start: Int
    var end: Int
    /// The SELECT around it; `nil` for one that stands outside.
    let outer: Int?
  }

  /// Something that a SELECT is from.
  struct Source: Sendable {
    /// The name of a table, a view or a common table expression, in small letters; `nil` where it
    /// is a SELECT of its own or a function.
    let name: String?
    /// What it is called there, as written; `nil` where it has no name.
    let alias: String?
    /// The words of what it is, without the name that is given to it.
    let words: Range<Int>
  }

  private let tokens: [SQLToken]
  private(set) var all: [Select] = []
  /// Where the parenthesis that opens at a place is closed.
  private(set) var closing: [Int: Int] = [:]
  /// The innermost parenthesis that is open before a place, for each place and the end.
  private var around: [Int?] = []

  init(_ tokens: [SQLToken]) {
    self.tokens = tokens
    var open: [(parenthesis: Int?, select: Int?)] = [(nil, nil)]
    for (index, token) in tokens.enumerated() {
      around.append(open.last?.parenthesis)
      if token.isSymbol("(") {
        open.append((index, nil))
      } else if token.isSymbol(")"), open.count > 1 {
        let last = open.removeLast()
        if let parenthesis = last.parenthesis { closing[parenthesis] = index }
        if let select = last.select { all[select].end = index }
      } else if token.isWord("select") {
        if let before = open[open.count - 1].select { all[before].end = index }
        let outer = open.dropLast().last { $0.select != nil }?.select
        open[open.count - 1].select = all.count
        all.append(Select(start: index, end: tokens.count, outer: outer))
      } else if Self.isCompound(token), let select = open[open.count - 1].select {
        all[select].end = index
        open[open.count - 1].select = nil
      }
    }
    around.append(open.last?.parenthesis)
  }

  private static func isCompound(_ token: SQLToken) -> Bool {
    token.isWord("union") || token.isWord("intersect") || token.isWord("except")
  }

  /// The innermost parenthesis in which a word stands; it need not be closed.
  func parenthesis(around index: Int) -> Int? {
    around.indices.contains(index) ? around[index] : nil
  }

  /// The SELECTs around a place, innermost first.
  func chain(around index: Int) -> [Select] {
    let inside = all.indices.filter { all[$0].start <= index && index <= all[$0].end }
    var chain: [Select] = []
    var next = inside.max { all[$0].start < all[$1].start }
    while let select = next {
      chain.append(all[select])
      next = all[select].outer
    }
    return chain
  }

  /// The words of a SELECT that stand in none of its parentheses.
  func ownWords(of select: Select) -> [Int] {
    var own: [Int] = []
    var index = select.start
    while index < select.end {
      own.append(index)
      index = tokens[index].isSymbol("(") ? (closing[index] ?? select.end) : index + 1
    }
    return own
  }

  // MARK: FROM

  /// What a SELECT is from.
  func sources(of select: Select) -> [Source] {
    guard let from = ownWords(of: select).first(where: { tokens[$0].isWord("from") }) else {
      return []
    }
    return sources(from: from + 1, to: select.end)
  }

  /// What a statement without SELECT writes or removes.
  var written: [Source] {
    guard
      let place = tokens.firstIndex(where: { token in
        ["update", "into", "from"].contains { token.isWord($0) }
      })
    else { return [] }
    return Array(sources(from: place + 1, to: tokens.count).prefix(1))
  }

  /// Words that end a FROM.
  private static let behindFrom: Set<String> = [
    "where", "group", "having", "order", "limit", "window", "union", "intersect", "except", "set",
    "values", "returning", "select",
  ]
  /// Words of a FROM that are no names there.
  private static let ofJoins: Set<String> = [
    "join", "left", "right", "full", "inner", "outer", "cross", "natural", "on", "using", "indexed",
    "not", "as", "and", "or",
  ]

  private func sources(from start: Int, to end: Int) -> [Source] {
    var sources: [Source] = []
    var index = start
    var isExpected = true
    while index < end {
      let token = tokens[index]
      let word = token.kind == .word ? token.text.lowercased() : ""
      if Self.behindFrom.contains(word) { break }
      if token.isSymbol(",") || word == "join" {
        isExpected = true
        index += 1
      } else if isExpected, !Self.ofJoins.contains(word) {
        isExpected = false
        guard let (found, next) = source(at: index, to: end) else { break }
        sources += found
        index = next
      } else {
        index = token.isSymbol("(") ? (closing[index] ?? end) + 1 : index + 1
      }
    }
    return sources
  }

  /// One source, or those that stand in a parenthesis, with where it goes on.
  private func source(at start: Int, to end: Int) -> (found: [Source], next: Int)? {
    var next = start + 1
    var name: String?
    if tokens[start].isSymbol("(") {
      let close = closing[start] ?? end
      next = close + 1
      let first = start + 1 < end ? tokens[start + 1] : nil
      if !["select", "with", "values"].contains(where: { first?.isWord($0) ?? false }) {
        return (sources(from: start + 1, to: close), next)
      }
    } else if tokens[start].isName {
      name = tokens[start].text
      while next + 1 < end, tokens[next].isSymbol("."), tokens[next + 1].isName {
        name = tokens[next + 1].text
        next += 2
      }
      if next < end, tokens[next].isSymbol("(") {
        name = nil
        next = (closing[next] ?? end) + 1
      }
    } else {
      return nil
    }
    let words = start..<min(next, end)
    let (alias, behind) = self.alias(at: next, to: end)
    return (
      [Source(name: name?.lowercased(), alias: alias ?? name, words: words)], behind
    )
  }

  private func alias(at index: Int, to end: Int) -> (alias: String?, next: Int) {
    let place = index < end && tokens[index].isWord("as") ? index + 1 : index
    guard place < end, tokens[place].isName else { return (nil, index) }
    let word = tokens[place].text.lowercased()
    let isKeyword =
      tokens[place].kind == .word
      && (Self.behindFrom.contains(word) || Self.ofJoins.contains(word))
    return isKeyword ? (nil, index) : (tokens[place].text, place + 1)
  }

  // MARK: WITH

  /// The words of the common table expressions before a place, WITH and all; empty where there are
  /// none.
  func expressions(before place: Int) -> Range<Int> {
    guard let first = tokens.first, first.isWord("with") else { return 0..<0 }
    let main = all.first { parenthesis(around: $0.start) == nil }?.start ?? tokens.count
    var end = 0
    for (open, close) in closing where close < min(place, main) {
      // Of a parenthesis that stands in no other one and is that of a definition.
      guard parenthesis(around: open) == nil, open > 0, isDefinition(open) else { continue }
      end = max(end, close + 1)
    }
    return 0..<end
  }

  /// The name of what AS defines, over a list of its columns.
  static func nameDefined(by index: Int, in tokens: [SQLToken]) -> String? {
    var place = index - 1
    if place > 0, tokens[place].isSymbol(")") {
      while place > 0, !tokens[place].isSymbol("(") { place -= 1 }
      place -= 1
    }
    guard tokens.indices.contains(place), tokens[place].isName else { return nil }
    return tokens[place].text.lowercased()
  }

  /// The words of the common table expression of a name, within its parentheses.
  func definition(of name: String) -> Range<Int>? {
    let found = closing.first { open, _ in
      open > 0 && tokens[open - 1].isWord("as")
        && Self.nameDefined(by: open - 1, in: tokens) == name
    }
    return found.map { $0.key + 1..<$0.value }
  }

  private func isDefinition(_ open: Int) -> Bool {
    tokens[open - 1].isWord("as") || tokens[open - 1].isWord("materialized")
  }
}
