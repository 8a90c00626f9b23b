/// A pattern that is matched by trying one way after the other.
indirect enum NaivePattern {
  case letter(Character)
  case anything
  case set([Character], isNegated: Bool)
  case digitOrLetter(isNegated: Bool)
  case begin, end, edge, noEdge
  case both(NaivePattern, NaivePattern)
  case either(NaivePattern, NaivePattern)
  case times(NaivePattern, Int, Int?)

  static func random(_ lot: inout Lot, depth: Int) -> NaivePattern {
    if depth > 0, lot.number(4) > 0 {
      switch lot.number(5) {
      case 0, 1: return .both(random(&lot, depth: depth - 1), random(&lot, depth: depth - 1))
      case 2: return .either(random(&lot, depth: depth - 1), random(&lot, depth: depth - 1))
      default:
        let least = lot.number(3)
        return .times(
          random(&lot, depth: depth - 1), least, lot.number(2) == 0 ? nil : least + lot.number(3))
      }
    }
    switch lot.number(12) {
    case 0...4: return .letter(Array("ab -")[lot.number(4)])
    case 5: return .anything
    case 6: return .set(["a", "-"], isNegated: lot.number(2) == 0)
    case 7: return .digitOrLetter(isNegated: lot.number(2) == 0)
    case 8: return .begin
    case 9: return .end
    case 10: return .edge
    default: return .noEdge
    }
  }

  var text: String {
    switch self {
    case .letter(let letter): String(letter)
    case .anything: "."
    case .set(let letters, let isNegated): "[\(isNegated ? "^" : "")\(String(letters))]"
    case .digitOrLetter(let isNegated): isNegated ? #"\W"# : #"\w"#
    case .begin: "^"
    case .end: "$"
    case .edge: #"\b"#
    case .noEdge: #"\B"#
    case .both(let first, let second): "(\(first.text))(?:\(second.text))"
    case .either(let first, let second): "(\(first.text)|\(second.text))"
    case .times(let part, 0, nil): "(\(part.text))*"
    case .times(let part, 1, nil): "(\(part.text))+"
    case .times(let part, 0, 1): "(\(part.text))?"
    case .times(let part, let least, nil): "(\(part.text)){\(least),}"
    case .times(let part, let least, let most?):
      least == most ? "(\(part.text)){\(least)}" : "(\(part.text)){\(least),\(most)}"
    }
  }

  func matches(_ text: [Character]) -> Bool {
    (0...text.count).contains { ends(text, from: $0) { _ in true } }
  }

  /// Whether it matches from a place on, and what follows then goes on behind it.
  private func ends(_ text: [Character], from place: Int, _ rest: (Int) -> Bool) -> Bool {
    func isWord(_ place: Int) -> Bool {
      text.indices.contains(place) && (text[place] == "a" || text[place] == "b")
    }
    func one(_ fits: (Character) -> Bool) -> Bool {
      place < text.count && fits(text[place]) && rest(place + 1)
    }
    switch self {
    case .letter(let letter): return one { $0 == letter }
    case .anything: return one { _ in true }
    case .set(let letters, let isNegated): return one { letters.contains($0) != isNegated }
    case .digitOrLetter(let isNegated): return one { ($0 == "a" || $0 == "b") != isNegated }
    case .begin: return place == 0 && rest(place)
    case .end: return place == text.count && rest(place)
    case .edge: return isWord(place - 1) != isWord(place) && rest(place)
    case .noEdge: return isWord(place - 1) == isWord(place) && rest(place)
    case .both(let first, let second):
      return first.ends(text, from: place) { second.ends(text, from: $0, rest) }
    case .either(let first, let second):
      return first.ends(text, from: place, rest) || second.ends(text, from: place, rest)
    case .times(let part, let least, let most):
      if least > 0 {
        let fewer = NaivePattern.times(part, least - 1, most.map { $0 - 1 })
        return part.ends(text, from: place) { fewer.ends(text, from: $0, rest) }
      }
      if rest(place) { return true }
      guard most != 0 else { return false }
      let fewer = NaivePattern.times(part, 0, most.map { $0 - 1 })
      // Once more without going further would have no end.
      return part.ends(text, from: place) { $0 > place && fewer.ends(text, from: $0, rest) }
    }
  }
}
