import Schema

/// Several values in one parenthesis, where one is wanted or other ones.
extension ClauseMistake {
  /// What helps where several values stand where there can be only one.
  static func rowValue(_ mistake: Mistake) -> ClauseMistake? {
    let rows = mistake.selects.closing.keys.sorted().compactMap { open in
      row(mistake, at: open).map { (open: open, members: $0) }
    }
    return rows.lazy.compactMap { row in
      inList(mistake, row.open, row.members) ?? listTwice(mistake, row.open)
        ?? compared(mistake, row.open, row.members)
    }.first
  }

  /// The values of a parenthesis that is none of a function, a list or a SELECT.
  private static func row(_ mistake: Mistake, at open: Int) -> [String]? {
    guard let close = mistake.selects.closing[open],
      !mistake.isWord(open + 1, "select", "with", "values"),
      let members = mistake.list(from: open + 1, to: close), members.count > 1
    else { return nil }
    let isOfWord =
      mistake.isOperand(open - 1)
      || mistake.isWord(open - 1, "in", "values", "over", "using", "filter")
    return isOfWord ? nil : members
  }

  private static func inList(
    _ mistake: Mistake, _ open: Int, _ members: [String]
  ) -> ClauseMistake? {
    guard ["select", "group", "order"].contains(where: { isIn($0, mistake, open) }),
      mistake.isWord(open - 1, "select", "distinct", "all", "by") || mistake.isSymbol(open - 1, ",")
    else { return nil }
    let list = members.joined(separator: ", ")
    return ClauseMistake(
      open,
      Sentence("Leave out the parentheses: \(list).", vi: "Hãy bỏ cặp ngoặc: \(list)."))
  }

  /// `IN (('a', 'b'))`.
  private static func listTwice(_ mistake: Mistake, _ open: Int) -> ClauseMistake? {
    guard mistake.isSymbol(open - 1, "("), mistake.isWord(open - 2, "in"),
      let close = mistake.selects.closing[open], mistake.selects.closing[open - 1] == close + 1
    else { return nil }
    let list = mistake.written(open, through: close)
    return ClauseMistake(
      open,
      Sentence(
        "One pair of parentheses is enough: IN \(list).", vi: "Chỉ cần một cặp ngoặc: IN \(list)."))
  }

  private static func compared(
    _ mistake: Mistake, _ open: Int, _ members: [String]
  ) -> ClauseMistake? {
    guard let close = mistake.selects.closing[open],
      let comparison = mistake.comparison(of: open..<close + 1)
    else { return nil }
    let row = mistake.written(open, through: close)
    guard comparison.isBefore else {
      let written = "\(row) \(comparison.sign) (\(places(members.count)))"
      return ClauseMistake(
        open,
        Sentence(
          "As many values stand on both sides: \(written).",
          vi: "Hai bên phải có cùng số giá trị: \(written)."))
    }
    let word: String
    switch comparison.sign {
    case "=", "==": word = "IN"
    case "<>", "!=": word = "NOT IN"
    default: return nil
    }
    return ClauseMistake(
      open,
      Sentence(
        "Several values stand behind IN: \(comparison.other) \(word) \(row).",
        vi: "Nhiều giá trị thì viết sau IN: \(comparison.other) \(word) \(row)."))
  }

  /// What helps where a list has rows of another length than is compared.
  static func rowLength(_ mistake: Mistake) -> ClauseMistake? {
    let found = mistake.tokens.indices.lazy.compactMap { index -> (Int, String, Int)? in
      guard mistake.isWord(index, "in"), mistake.isSymbol(index + 1, "(") else { return nil }
      let end = mistake.isWord(index - 1, "not") ? index - 1 : index
      guard mistake.isSymbol(end - 1, ")"), let start = mistake.valueStart(before: end),
        let members = mistake.list(from: start + 1, to: end - 1), members.count > 1
      else { return nil }
      return (index, mistake.written(start, through: index), members.count)
    }.first
    guard let (place, left, count) = found else { return nil }
    let written = "\(left) (VALUES (\(places(count))))"
    return ClauseMistake(
      place,
      Sentence(
        "The rows stand behind VALUES: \(written).", vi: "Các dòng đứng sau VALUES: \(written)."))
  }

  /// Letters in the places of values.
  private static func places(_ count: Int) -> String {
    count <= 4 ? ["a", "b", "c", "d"].prefix(count).joined(separator: ", ") : "…"
  }
}
