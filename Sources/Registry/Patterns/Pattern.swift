@_spi(_Unicode) import Swift

/// A pattern that texts match or not, in a time that grows as the pattern times the text, whatever
/// both are.
///
/// All ways through the pattern are followed at once, character by character. What was found out is
/// kept: the steps that can be next are a state, and which state follows on which character is
/// looked up the second time. What is kept is bounded; beyond that it is forgotten and found again.
struct Pattern {
  /// The most ways from state to state, and the most steps in states, that are kept.
  private static let keptLimit = 1 << 16

  private let program: PatternProgram
  private var symbols: PatternSymbols
  private var states: [State] = []
  private var numbers: [State: Int] = [:]
  /// Which state follows on which symbol, a row for each state; ``unknown`` where nobody looked.
  private var following: [Int32] = []
  private var width = 16
  private var keptSteps = 0
  /// How often all ways were followed by one character: a measure of work for tests.
  private(set) var work = 0

  private static let unknown: Int32 = -1
  private static let matched: Int32 = -2

  /// Where the reading of a text stands between two characters.
  private struct State: Hashable {
    /// Where the program can go on, ascending.
    var steps: [Int32]
    var isBeginning: Bool
    var isBehindWord: Bool
  }

  init(_ text: String) throws(PatternFault) {
    // Stored text is in this form.
    program = try PatternProgram(PatternParser.parse(TextEntry.normalized(text)))
    symbols = PatternSymbols(program)
  }

  /// Whether a part of a text matches; bytes that are no UTF-8 count as U+FFFD.
  mutating func matches(_ text: UnsafeRawBufferPointer) -> Bool {
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = text.makeIterator()
    var state = number(of: State(steps: [], isBeginning: true, isBehindWord: false))
    while true {
      let symbol: Int
      switch parser.parseScalar(from: &bytes) {
      case .valid(let encoded): symbol = symbols.number(of: Unicode.UTF8.decode(encoded))
      case .error: symbol = symbols.number(of: "\u{FFFD}")
      case .emptyInput: symbol = PatternSymbols.end
      }
      if symbols.count > width { widen(keeping: &state) }
      var next = following[state * width + symbol]
      if next == Self.unknown { next = step(from: &state, on: symbol) }
      if next == Self.matched { return true }
      if symbol == PatternSymbols.end { return false }
      state = Int(next)
    }
  }

  // MARK: States

  private mutating func number(of state: State) -> Int {
    if let number = numbers[state] { return number }
    let number = states.count
    states.append(state)
    numbers[state] = number
    keptSteps += state.steps.count
    following += repeatElement(Self.unknown, count: width)
    return number
  }

  private mutating func forget() {
    states = []
    numbers = [:]
    following = []
    keptSteps = 0
  }

  private mutating func widen(keeping state: inout Int) {
    let kept = states[state]
    while width < symbols.count { width *= 2 }
    forget()
    state = number(of: kept)
  }

  /// Follows all ways by one character.
  ///
  /// - Returns: the state behind it, or that the text matches.
  private mutating func step(from state: inout Int, on symbol: Int) -> Int32 {
    work += 1
    let now = states[state]
    let ways = PatternWays(program, from: now.steps, at: context(of: now, before: symbol))
    if ways.isMatched {
      following[state * width + symbol] = Self.matched
      return Self.matched
    }
    guard symbol != PatternSymbols.end else {
      // At the end no state follows; it is only known that nothing matched.
      following[state * width + symbol] = Int32(state)
      return Int32(state)
    }
    let next = State(
      steps: ways.steps(reading: symbol, symbols), isBeginning: false,
      isBehindWord: program.looksAtWords && symbols.isOfWords(symbol))
    if following.count + width > Self.keptLimit || keptSteps > Self.keptLimit {
      forget()
      state = number(of: now)
    }
    let number = Int32(number(of: next))
    following[state * width + symbol] = number
    return number
  }

  private func context(of state: State, before symbol: Int) -> PatternWays.Context {
    PatternWays.Context(
      isBeginning: state.isBeginning, isEnd: symbol == PatternSymbols.end,
      isEdge: state.isBehindWord != symbols.isOfWords(symbol))
  }
}

/// The ways through a program that are open between two characters.
private struct PatternWays {
  struct Context {
    let isBeginning: Bool
    let isEnd: Bool
    let isEdge: Bool

    func satisfies(_ look: PatternLook) -> Bool {
      switch look {
      case .beginning: isBeginning
      case .end: isEnd
      case .edge: isEdge
      case .noEdge: !isEdge
      }
    }
  }

  private let program: PatternProgram
  private var isReached: [Bool]
  private(set) var isMatched = false

  /// - Parameter steps: where to go on, beside the beginning of the program: a match may begin
  ///   anywhere.
  init(_ program: PatternProgram, from steps: [Int32], at context: Context) {
    self.program = program
    isReached = Array(repeating: false, count: program.steps.count)
    var open = steps.map { Int($0) }
    open.append(0)
    while let step = open.popLast() {
      guard !isReached[step] else { continue }
      isReached[step] = true
      switch program.steps[step] {
      case .one: break
      case .look(let look, let next): if context.satisfies(look) { open.append(next) }
      case .either(let first, let second):
        open.append(second)
        open.append(first)
      case .match:
        isMatched = true
        return
      }
    }
  }

  /// Where to go on behind a character, ascending.
  func steps(reading symbol: Int, _ symbols: PatternSymbols) -> [Int32] {
    isReached.indices.compactMap { step in
      guard isReached[step], case .one(let set) = program.steps[step],
        symbols.isSymbol(symbol, in: set)
      else { return nil }
      return Int32(step + 1)
    }
  }
}
