extension ForeignWord {
  /// The parts of a SELECT, in another order or not whole.
  static let ofClauses = [
    ForeignWord(
      "CASE … without END", vi: "CASE … thiếu END",
      .other { mistake in ClauseMistake.openCase(mistake).map { Sign.Hit(place: $0) } },
      words: Sentence("Close CASE with END.", vi: "Hãy đóng CASE bằng END.")),
    ForeignWord(
      "ORDER BY … WHERE …, LIMIT … ORDER BY …",
      .other { mistake in ClauseMistake.outOfOrder(mistake).map { Sign.Hit(place: $0) } },
      words: Sentence(
        "The order is SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT.",
        vi: "Thứ tự là SELECT, FROM, WHERE, GROUP BY, HAVING, ORDER BY, LIMIT.")),
    ForeignWord(
      "SELECT x, FROM …",
      .other { mistake in
        guard let comma = ClauseMistake.lastComma(mistake), mistake.word(comma + 1) != nil else {
          return nil
        }
        return Sign.Hit(place: comma, given: ClauseMistake.partName(mistake, comma + 1))
      },
      words: Sentence(
        "Take out the comma before FROM.", vi: "Hãy bỏ dấu phẩy trước FROM."),
      example: "FROM"),
    ForeignWord(
      "ORDER BY x ASCENDING, DESCENDING", .word("ascending", "descending"),
      words: Sentence("Write ASC or DESC.", vi: "Hãy viết ASC hoặc DESC.")),
  ]
}
