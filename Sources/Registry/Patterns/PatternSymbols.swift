/// Characters as a pattern tells them apart: those of which its sets say the same are one symbol.
struct PatternSymbols {
  /// What stands behind the last character.
  static let end = 0

  private let sets: [ScalarSet]
  private let looksAtWords: Bool
  /// For each symbol the sets that hold its characters, and at the end whether words do.
  private var members: [[Bool]]
  private var numbers: [[Bool]: Int] = [:]
  /// The symbols of frequent scalars; 0 where nobody looked: no scalar is the end.
  private var frequent: [UInt16] = []
  private var others: [Unicode.Scalar: Int] = [:]

  /// Latin letters with all marks, Greek, Cyrillic.
  private static let frequentLimit: UInt32 = 0x2000
  private static let othersLimit = 4096

  init(_ program: PatternProgram) {
    sets = program.sets
    looksAtWords = program.looksAtWords
    members = [Array(repeating: false, count: program.sets.count + 1)]
  }

  var count: Int { members.count }

  mutating func number(of scalar: Unicode.Scalar) -> Int {
    guard scalar.value < Self.frequentLimit else {
      if let number = others[scalar] { return number }
      if others.count == Self.othersLimit { others = [:] }
      let number = find(scalar)
      others[scalar] = number
      return number
    }
    if frequent.isEmpty {
      frequent = Array(repeating: 0, count: Int(Self.frequentLimit))
    }
    let kept = frequent[Int(scalar.value)]
    if kept != 0 { return Int(kept) }
    let number = find(scalar)
    frequent[Int(scalar.value)] = UInt16(number)
    return number
  }

  func isSymbol(_ symbol: Int, in set: Int) -> Bool { members[symbol][set] }
  func isOfWords(_ symbol: Int) -> Bool { members[symbol][sets.count] }

  private mutating func find(_ scalar: Unicode.Scalar) -> Int {
    let held =
      sets.map { $0.contains(scalar) } + [looksAtWords && ScalarSet.Kind.word.contains(scalar)]
    if let number = numbers[held] { return number }
    let number = members.count
    members.append(held)
    numbers[held] = number
    return number
  }
}
