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
        mistake.isSymbol(place, "=", "<", ">") && mistake.isWord(place - 1, "not")
          ? Sign.Hit(place: place - 1) : nil
      },
      write: "x <> y"),
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

  /// A word between two values, at the place or before it.
  private static func between(_ word: String, _ mistake: Mistake, _ place: Int) -> Sign.Hit? {
    [place, place - 1].first { index in
      mistake.isWord(index, word) && !mistake.isName(index) && mistake.isOperand(index - 1)
        && (mistake.isOperand(index + 1) || mistake.isSymbol(index + 1, "("))
    }.map { Sign.Hit(place: $0) }
  }
}
