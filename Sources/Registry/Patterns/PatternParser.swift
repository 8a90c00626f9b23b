/// Reads a pattern.
///
/// - `.` is any character; `[abc]`, `[a-z]`, `[^abc]` are sets.
/// - `\d` is 0 to 9, `\w` a letter or a digit of any script or `_`, `\s` a blank; `\D`, `\W`, `\S` are
///   all others. `\n`, `\r`, `\t` are what they are elsewhere; before any other sign `\` makes it a
///   character.
/// - `^` and `$` are the beginning and the end of the text, `\b` is an edge of a word, `\B` is none.
/// - `*`, `+`, `?`, `{3}`, `{3,}`, `{3,5}` repeat what stands before them; a `?` behind them changes
///   nothing, for how a text matches is not asked.
/// - `|` is or, `(…)` and `(?:…)` hold together; `(?i)` at the very beginning takes capital letters
///   for small ones.
struct PatternParser {
  static let lengthLimit = 1000
  static let depthLimit = 100
  static let countLimit = 1000

  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var depth = 0
  private var ignoresCase = false

  private init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

  static func parse(_ pattern: String) throws(PatternFault) -> PatternNode {
    var parser = PatternParser(pattern)
    guard parser.scalars.count <= lengthLimit else {
      throw PatternFault(reason: .tooLong, place: lengthLimit)
    }
    parser.ignoresCase = parser.take("(?i)")
    let node = try parser.choice()
    // What ends a choice before its time is a parenthesis.
    guard parser.isAtEnd else { throw parser.fault(.strayEnd) }
    return node
  }

  // MARK: Scalars

  private var isAtEnd: Bool { place == scalars.count }
  private var next: Unicode.Scalar? { isAtEnd ? nil : scalars[place] }

  private mutating func take(_ text: String) -> Bool {
    guard scalars[place...].starts(with: text.unicodeScalars) else { return false }
    place += text.unicodeScalars.count
    return true
  }

  private func fault(_ reason: PatternFault.Reason, at wrong: Int? = nil) -> PatternFault {
    PatternFault(reason: reason, place: wrong ?? place)
  }

  // MARK: Grammar

  private mutating func choice() throws(PatternFault) -> PatternNode {
    var ways = [try sequence()]
    while take("|") { ways.append(try sequence()) }
    return ways.count == 1 ? ways[0] : .choice(ways)
  }

  private mutating func sequence() throws(PatternFault) -> PatternNode {
    var parts: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let part = try self.part()
      guard let count = try count() else {
        parts.append(part)
        continue
      }
      parts.append(.repeated(part, least: count.least, most: count.most))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func part() throws(PatternFault) -> PatternNode {
    switch next {
    case "(": return try group()
    case "[": return .one(try set())
    case "*", "+", "?": throw fault(.nothingToRepeat)
    case "{": throw fault(.wrongCount)
    default: break
    }
    if take("^") { return try look(.beginning) }
    if take("$") { return try look(.end) }
    if take("\\b") { return try look(.edge) }
    if take("\\B") { return try look(.noEdge) }
    if take(".") { return .one(.all) }
    return .one(try member())
  }

  private func literal(_ scalar: Unicode.Scalar) -> ScalarSet {
    ScalarSet(ranges: [scalar...scalar], ignoresCase: ignoresCase)
  }

  /// A place in the text was taken: one that is repeated is a slip.
  private func look(_ look: PatternLook) throws(PatternFault) -> PatternNode {
    if let next, "*+?{".unicodeScalars.contains(next) { throw fault(.nothingToRepeat) }
    return .look(look)
  }

  private mutating func group() throws(PatternFault) -> PatternNode {
    let start = place
    place += 1
    if next == "?" {
      guard take("?:") else { throw fault(.unknownGroup, at: start) }
    }
    depth += 1
    guard depth <= Self.depthLimit else { throw fault(.tooDeep, at: start) }
    let node = try choice()
    guard take(")") else { throw fault(.openGroup, at: start) }
    depth -= 1
    return node
  }

  /// How often the part before is there; `nil` where nothing says so.
  private mutating func count() throws(PatternFault) -> (least: Int, most: Int?)? {
    let start = place
    let count: (least: Int, most: Int?)
    switch next {
    case "*": count = (0, nil)
    case "+": count = (1, nil)
    case "?": count = (0, 1)
    case "{":
      place += 1
      guard let least = try number() else { throw fault(.wrongCount, at: start) }
      let most = take(",") ? try number() : least
      guard next == "}", most.map({ $0 >= least }) ?? true else {
        throw fault(.wrongCount, at: start)
      }
      count = (least, most)
    default: return nil
    }
    place += 1
    _ = take("?")
    if let next, "*+?{".unicodeScalars.contains(next) { throw fault(.nothingToRepeat) }
    return count
  }

  private mutating func number() throws(PatternFault) -> Int? {
    let start = place
    var number: Int?
    while let scalar = next, ("0"..."9").contains(scalar) {
      number = (number ?? 0) * 10 + Int(scalar.value - 48)
      guard number ?? 0 <= Self.countLimit else { throw fault(.countTooLarge, at: start) }
      place += 1
    }
    return number
  }

  // MARK: Sets

  private mutating func set() throws(PatternFault) -> ScalarSet {
    let start = place
    place += 1
    var set = ScalarSet(ignoresCase: ignoresCase)
    set.isNegated = take("^")
    guard next != "]" else { throw fault(.emptySet, at: start) }
    while !take("]") {
      guard let scalar = next else { throw fault(.openSet, at: start) }
      if scalar == "[", place + 1 < scalars.count, scalars[place + 1] == ":" {
        throw fault(.namedSet)
      }
      let first = place
      let member = try self.member()
      // At the end of a set a hyphen is a character.
      guard next == "-", place + 1 < scalars.count, scalars[place + 1] != "]" else {
        set.ranges += member.ranges
        set.kinds += member.kinds
        continue
      }
      place += 1
      let last = try self.member()
      guard let from = member.ranges.first?.lowerBound, let to = last.ranges.first?.upperBound,
        from <= to
      else { throw fault(.backwards, at: first) }
      set.ranges.append(from...to)
    }
    return set
  }

  /// A character, or several of one kind.
  private mutating func member() throws(PatternFault) -> ScalarSet {
    if next == "\\" { return try escaped() }
    defer { place += 1 }
    return literal(scalars[place])
  }

  private mutating func escaped() throws(PatternFault) -> ScalarSet {
    let start = place
    place += 1
    guard let scalar = next else { throw fault(.lastEscape, at: start) }
    place += 1
    switch scalar {
    case "d", "D": return kind(.digit, isNegated: scalar == "D")
    case "w", "W": return kind(.word, isNegated: scalar == "W")
    case "s", "S": return kind(.blank, isNegated: scalar == "S")
    case "n": return literal("\n")
    case "r": return literal("\r")
    case "t": return literal("\t")
    case "0"..."9": throw fault(.backReference, at: start)
    default:
      guard !ScalarSet.Kind.word.contains(scalar) || scalar == "_" else {
        throw fault(.unknownEscape(scalar), at: start)
      }
      return literal(scalar)
    }
  }

  private func kind(_ kind: ScalarSet.Kind, isNegated: Bool) -> ScalarSet {
    ScalarSet(kinds: [ScalarSet.KindRule(kind: kind, isNegated: isNegated)])
  }
}
