extension ForeignWord {
  /// Signs and words between two values.
  static let ofOperators = [
    ForeignWord(
      "&&",
      .syntax { mistake, place in
        mistake.isSymbol(place, "&") && mistake.isSymbol(place - 1, "&") ? Sign.Hit() : nil
      },
      write: "AND"),
    ForeignWord(
      "XOR",
      .syntax { mistake, place in between("xor", mistake, place) },
      write: "(a) <> (b)"),
    ForeignWord(
      "<=>",
      .syntax { mistake, place in
        mistake.isSymbol(place, ">") && mistake.isSymbol(place - 1, "=")
          && mistake.isSymbol(place - 2, "<") && mistake.touchesNext(place - 2)
          ? Sign.Hit() : nil
      },
      write: "IS"),
    ForeignWord(
      "=>, =<, =!",
      .syntax { mistake, place in
        mistake.isSymbol(place, ">", "<") && mistake.isSymbol(place - 1, "=")
          && mistake.touchesNext(place - 1) ? Sign.Hit(place: place - 1) : nil
      },
      .token { mistake, place in mistake.isSymbol(place, "!") && mistake.isSymbol(place - 1, "=") },
      write: ">=", "<=", "<>"),
    ForeignWord(
      "x NOT = y",
      .syntax { mistake, place in
        guard mistake.isSymbol(place, "=", "<", ">"), mistake.isWord(place - 1, "not") else {
          return nil
        }
        // NOT < is no <>.
        let isEqual = mistake.isSymbol(place, "=")
        return Sign.Hit(
          place: place - 1,
          given: isEqual ? unequal(mistake, not: place - 1, second: place + 1) : nil)
      },
      .syntax { mistake, place in
        guard mistake.isWord(place - 1, "not"), let second = mistake.valueEnd(from: place),
          mistake.valueStart(before: place - 1) != nil, !mistake.isSymbol(second, "("),
          !mistake.isOperand(second) || mistake.isSymbol(second, ")")
        else { return nil }
        return Sign.Hit(
          place: place - 1, given: unequal(mistake, not: place - 1, second: place))
      },
      write: "x <> y", example: "x <> y"),
    ForeignWord(
      "x <> IN (…), x = IN (…)",
      .syntax { mistake, place in
        guard mistake.isWord(place, "in") || mistake.isWord(place + 1, "in"),
          mistake.isSymbol(place - 1, "=", ">")
        else { return nil }
        let isUnequal =
          mistake.isSymbol(place - 2, "!", "<") && mistake.touchesNext(place - 2)
        let sign = isUnequal ? place - 2 : place - 1
        guard let value = mistake.value(before: sign), isUnequal || mistake.isSymbol(sign, "=")
        else { return nil }
        let isNot = isUnequal != mistake.isWord(place, "not")
        let open = mistake.isWord(place, "in") ? place + 1 : place + 2
        let list = mistake.selects.closing[open].map { mistake.written(open, through: $0) }
        return Sign.Hit(
          place: sign, given: "\(value)\(isNot ? " NOT" : "") IN \(list ?? "(…)")")
      },
      words: Sentence(
        "IN compares by itself. Write x NOT IN ('a', 'b').",
        vi: "IN tự nó so sánh. Hãy viết x NOT IN ('a', 'b')."),
      codes: ["x NOT IN ('a', 'b')"], example: "x NOT IN ('a', 'b')"),
    ForeignWord(
      "DIV, MOD",
      .syntax { mistake, place in
        between("div", mistake, place) ?? between("mod", mistake, place)
      },
      words: Sentence(
        "Write a / b of whole numbers, a % b.", vi: "Hãy viết a / b với số nguyên, a % b."),
      codes: ["a / b", "a % b"]),
    ForeignWord(
      "2 ^ 3", .token { mistake, place in mistake.isSymbol(place, "^") }, write: "pow(2, 3)"),
    ForeignWord(
      "# and // before comments", vi: "# và // trước ghi chú",
      .token { mistake, place in mistake.isSymbol(place, "#") },
      .syntax { mistake, place in
        mistake.isSymbol(place, "/") && mistake.isSymbol(place + 1, "/")
          && mistake.touchesNext(place) ? Sign.Hit() : nil
      },
      words: Sentence("A comment begins with --", vi: "Ghi chú bắt đầu bằng --")),
  ]

  /// `x <> y` for `x NOT y`.
  private static func unequal(_ mistake: Mistake, not place: Int, second: Int) -> String? {
    guard let first = mistake.value(before: place), let second = mistake.value(from: second) else {
      return nil
    }
    return "\(first) <> \(second)"
  }

  /// A word between two values, at the place or before it.
  private static func between(_ word: String, _ mistake: Mistake, _ place: Int) -> Sign.Hit? {
    [place, place - 1].first { index in
      mistake.isWord(index, word) && !mistake.isName(index) && mistake.isOperand(index - 1)
        && (mistake.isOperand(index + 1) || mistake.isSymbol(index + 1, "("))
    }.map { Sign.Hit(place: $0) }
  }
}
