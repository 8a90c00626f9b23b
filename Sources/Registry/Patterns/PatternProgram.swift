/// A pattern as steps between which a text is read: Thompson's automaton.
struct PatternProgram {
  static let stepLimit = 10_000

  enum Step {
    /// Reads a character of a set, then goes on with the step behind.
    case one(Int)
    case look(PatternLook, next: Int)
    case either(Int, Int)
    case match
  }

  private(set) var steps: [Step] = []
  private(set) var sets: [ScalarSet] = []
  /// Whether it asks where words begin and end.
  private(set) var looksAtWords = false
  private var numbers: [ScalarSet: Int] = [:]

  init(_ node: PatternNode) throws(PatternFault) {
    guard Self.size(of: node) < Self.stepLimit else {
      throw PatternFault(reason: .tooLarge, place: 0)
    }
    add(node)
    steps.append(.match)
  }

  /// How many steps a part will have, before any of them is made.
  private static func size(of node: PatternNode) -> Int {
    switch node {
    case .one, .look: return 1
    case .sequence(let parts):
      return parts.reduce(0) { min($0 + size(of: $1), stepLimit) }
    case .choice(let ways):
      return ways.reduce(0) { min($0 + size(of: $1) + 2, stepLimit) }
    case .repeated(let part, let least, let most):
      // Both are at most the limit, and so no product overflows.
      let (own, times) = (size(of: part), max(least, most ?? least + 1))
      return min((own + 1) * times + 1, stepLimit)
    }
  }

  private mutating func add(_ node: PatternNode) {
    switch node {
    case .one(let set):
      let number = numbers[set] ?? sets.count
      if number == sets.count {
        sets.append(set)
        numbers[set] = number
      }
      steps.append(.one(number))
    case .look(let look):
      if look == .edge || look == .noEdge { looksAtWords = true }
      steps.append(.look(look, next: steps.count + 1))
    case .sequence(let parts): for part in parts { add(part) }
    case .choice(let ways): addChoice(ways)
    case .repeated(let part, let least, let most): addRepeated(part, least, most)
    }
  }

  private mutating func addChoice(_ ways: [PatternNode]) {
    var ends: [Int] = []
    for (index, way) in ways.enumerated() {
      let isLast = index == ways.count - 1
      let fork = steps.count
      if !isLast { steps.append(.match) }
      add(way)
      if isLast { break }
      ends.append(steps.count)
      steps.append(.match)
      steps[fork] = .either(fork + 1, steps.count)
    }
    for end in ends { steps[end] = .either(steps.count, steps.count) }
  }

  private mutating func addRepeated(_ part: PatternNode, _ least: Int, _ most: Int?) {
    for _ in 0..<least { add(part) }
    guard let most else {
      let fork = steps.count
      steps.append(.match)
      add(part)
      steps.append(.either(fork, fork))
      steps[fork] = .either(fork + 1, steps.count)
      return
    }
    var forks: [Int] = []
    for _ in least..<most {
      forks.append(steps.count)
      steps.append(.match)
      add(part)
    }
    for fork in forks { steps[fork] = .either(fork + 1, steps.count) }
  }
}
