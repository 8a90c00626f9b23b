/// What a pattern is made of.
indirect enum PatternNode: Equatable {
  /// One character out of a set.
  case one(ScalarSet)
  case look(PatternLook)
  /// One after the other; of none, nothing.
  case sequence([PatternNode])
  case choice([PatternNode])
  /// - Parameter most: `nil` is no end.
  case repeated(PatternNode, least: Int, most: Int?)
}

/// A place between characters.
enum PatternLook: Equatable {
  case beginning
  case end
  /// Between a character of words and another one, or an end of the text.
  case edge
  case noEdge
}

/// Characters, each a Unicode scalar.
struct ScalarSet: Hashable {
  enum Kind: Hashable {
    case digit
    case word
    case blank

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .digit: return ("0"..."9").contains(scalar)
      case .blank: return scalar.properties.isWhitespace
      case .word:
        if scalar.isASCII {
          return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
            || ("0"..."9").contains(scalar) || scalar == "_"
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
          .connectorPunctuation:
          return true
        default: return false
        }
      }
    }
  }

  struct KindRule: Hashable {
    let kind: Kind
    let isNegated: Bool
  }

  var ranges: [ClosedRange<Unicode.Scalar>] = []
  var kinds: [KindRule] = []
  var isNegated = false
  /// Whether a capital letter and its small one are the same.
  var ignoresCase = false

  static let all = ScalarSet(isNegated: true)

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    guard ignoresCase else { return holds(scalar) != isNegated }
    let small = Self.single(scalar.properties.lowercaseMapping) ?? scalar
    let capital = Self.single(scalar.properties.uppercaseMapping) ?? scalar
    // Two small letters can have one capital: σ and ς.
    let smallOfCapital = Self.single(capital.properties.lowercaseMapping) ?? scalar
    let isHeld = holds(scalar) || holds(small) || holds(capital) || holds(smallOfCapital)
    return isHeld != isNegated
  }

  private func holds(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar) }
      || kinds.contains { $0.kind.contains(scalar) != $0.isNegated }
  }

  private static func single(_ text: String) -> Unicode.Scalar? {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex
    else { return nil }
    return first
  }
}
