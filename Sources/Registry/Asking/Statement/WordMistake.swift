import Schema

/// Words that stand where another one ought to, or beside one that is not there.
extension ClauseMistake {
  // The surest first.
  static let wordTests: [Test] = [
    betweenOtherwise, lacksComma, limitBy, caseWithoutWhen, lacksThen, joinsTexts, withTwice,
    withoutJoin, pattern, lacksColumn, selectWithoutParentheses,
  ]

  /// Those that hold at the end of a statement too.
  static let endTests: [Test] = [betweenOtherwise, caseWithoutWhen, withoutJoin, pattern]

  // MARK: Between

  /// The BETWEEN before a place whose AND has not come yet.
  private static func openBetween(_ mistake: Mistake, _ place: Int) -> Int? {
    let open = mistake.selects.parenthesis(around: place) ?? -1
    var index = place - 1
    while index > open {
      if mistake.isSymbol(index, ")"),
        let inner = mistake.selects.closing.first(where: { $0.value == index })?.key
      {
        index = inner
      } else if mistake.isWord(index, "between") {
        return index
      } else if mistake.isWord(index, "and", "or") || rank(mistake, index) != nil {
        return nil
      }
      index -= 1
    }
    return nil
  }

  private static let betweenOtherwise: Test = { mistake, place in
    guard let between = openBetween(mistake, place) else { return nil }
    let first = mistake.value(from: between + 1)
    let next = mistake.valueEnd(from: between + 1) ?? place
    // A difference is an end like any other, where more comes behind it.
    let isLast =
      mistake.valueEnd(from: next + 1) == place
      && (place == mistake.tokens.count || mistake.isSymbol(place, ")")
        || rank(mistake, place) != nil)
    let isDivided =
      mistake.isWord(next, "to", "until", "till", "through") || mistake.isSymbol(next, ",")
      || mistake.isSymbol(next, "-") && isLast
    let second = mistake.value(from: isDivided ? next + 1 : next)
    let written = "BETWEEN \(first ?? "a") AND \(second ?? "b")"
    // What is missing behind a sign is told by itself.
    guard isDivided || next == place else { return nil }
    return ClauseMistake(
      isDivided ? next : between, Sentence("Write \(written).", vi: "Hãy viết \(written)."))
  }

  // MARK: Lists

  /// `mission count(*)`: the function is taken for a name that is given to the column.
  private static let lacksComma: Test = { mistake, place in
    guard mistake.isSymbol(place, "("), let name = mistake.word(place - 1),
      !mistake.known.isReserved(name), mistake.isOperand(place - 2),
      !mistake.isWord(place - 2, "as"),
      ["select", "group", "order"].contains(where: { isIn($0, mistake, place) })
    else { return nil }
    let close = mistake.selects.closing[place] ?? place
    let call = close > place ? mistake.written(place - 1, through: close) : name
    return ClauseMistake(
      place - 1,
      Sentence("A comma is missing before \(call).", vi: "Thiếu dấu phẩy trước \(call)."))
  }

  private static let limitBy: Test = { mistake, place in
    let word = [place - 1, place - 2].first { mistake.isWord($0, "limit", "offset") }
    guard let word else { return nil }
    let isBefore = mistake.isWord(word + 1, "by", "to", "of") || mistake.isSymbol(word + 1, "=")
    let isBehind = mistake.isWord(word + 2, "row", "rows", "records", "results")
    let number = isBefore ? word + 2 : word + 1
    guard isBefore || isBehind, mistake.kind(number) == .number else { return nil }
    let written = "\(mistake.tokens[word].text.uppercased()) \(mistake.tokens[number].text)"
    return ClauseMistake(
      isBefore ? word + 1 : word + 2, Sentence("Write \(written).", vi: "Hãy viết \(written)."))
  }

  private static let withTwice: Test = { mistake, place in
    guard mistake.isWord(0, "with"), mistake.selects.parenthesis(around: place) == nil else {
      return nil
    }
    let again = mistake.isWord(place, "with") ? place : place - 1
    let isAgain =
      again > 1 && mistake.isWord(again, "with") && mistake.isSymbol(again - 1, ")", ",")
    let next = isAgain ? again + 1 : place
    guard mistake.isSymbol(next + 1, "(") || mistake.isWord(next + 1, "as"),
      let name = mistake.word(next), isAgain || mistake.isSymbol(place - 1, ")"),
      mistake.selects.all.allSatisfy({
        $0.start > next || mistake.selects.parenthesis(around: $0.start) != nil
      })
    else { return nil }
    guard isAgain else {
      return ClauseMistake(
        next, Sentence("A comma is missing before \(name).", vi: "Thiếu dấu phẩy trước \(name)."))
    }
    let first = mistake.tokens[mistake.isWord(1, "recursive") ? 2 : 1].text
    return ClauseMistake(
      again,
      Sentence(
        "WITH stands once: WITH \(first) AS (…), \(name) AS (…).",
        vi: "WITH chỉ viết một lần: WITH \(first) AS (…), \(name) AS (…)."))
  }

  // MARK: CASE

  /// The CASE in which a place stands, with the words of it that stand before the place.
  private static func caseAround(
    _ mistake: Mistake, _ place: Int
  ) -> (start: Int, parts: [Int])? {
    let open = mistake.selects.parenthesis(around: place) ?? -1
    var ends = 0
    var parts: [Int] = []
    for index in stride(from: place - 1, to: open, by: -1)
    where mistake.selects.parenthesis(around: index) == mistake.selects.parenthesis(around: place) {
      if mistake.isWord(index, "end"), index < place - 1 {
        ends += 1
      } else if mistake.isWord(index, "case") {
        if ends == 0 { return (index, parts.reversed()) }
        ends -= 1
      } else if ends == 0, mistake.isWord(index, "when", "then", "else") {
        parts.append(index)
      }
    }
    return nil
  }

  private static let caseWithoutWhen: Test = { mistake, place in
    guard let (start, parts) = caseAround(mistake, place),
      !parts.contains(where: { mistake.isWord($0, "when") })
    else { return nil }
    let isThen = mistake.isWord(place, "then") && place > start + 1
    guard isThen || mistake.isWord(place, "else", "end") || mistake.isWord(place - 1, "end") else {
      return nil
    }
    let condition = isThen ? mistake.written(start + 1, through: place - 1) : "…"
    return ClauseMistake(
      start,
      Sentence(
        "CASE takes WHEN: CASE WHEN \(condition) THEN … END.",
        vi: "CASE phải có WHEN: CASE WHEN \(condition) THEN … END."))
  }

  private static let lacksThen: Test = { mistake, place in
    guard let (start, parts) = caseAround(mistake, place), let last = parts.last,
      mistake.isWord(last, "when"), start < last
    else { return nil }
    let around = mistake.selects.parenthesis(around: place)
    let next = (place..<mistake.tokens.count).first { index in
      mistake.selects.parenthesis(around: index) == around
        && mistake.isWord(index, "when", "then", "else", "end")
    }
    // A THEN that is there is not missing, whatever else is.
    guard !(next.map { mistake.isWord($0, "then") } ?? false),
      mistake.isOperand(place) || mistake.isWord(place, "else", "end")
    else { return nil }
    return ClauseMistake(
      last, Sentence("Behind WHEN … comes THEN ….", vi: "Sau WHEN … phải có THEN …."))
  }

  // MARK: Joining

  private static let joinsTexts: Test = { mistake, place in
    guard mistake.isWord(place, "and", "or"), mistake.isSymbol(place - 1, "|"),
      mistake.isSymbol(place - 2, "|")
    else { return nil }
    let word = mistake.tokens[place].text.uppercased()
    return ClauseMistake(
      place - 2,
      Sentence(
        "|| joins texts, \(word) conditions: take one out.",
        vi: "|| nối văn bản, \(word) nối điều kiện: hãy bỏ một trong hai."))
  }

  /// `INNER posting ON`.
  private static let withoutJoin: Test = { mistake, place in
    let side = [place - 2, place - 3].first { index in
      mistake.isWord(index, "inner", "outer", "left", "right", "full", "cross", "natural")
    }
    guard let side, let table = mistake.word(side + 1), mistake.known.tables.contains(table),
      place == mistake.tokens.count || mistake.isWord(place, "on", "using", "where")
    else { return nil }
    let isOuter = mistake.isWord(side, "outer")
    let isSided = isOuter && mistake.isWord(side - 1, "left", "right", "full")
    let first = isSided ? side - 1 : side
    let words = mistake.written(first, through: side).uppercased()
    let written = (isOuter && !isSided ? "LEFT" : words) + " JOIN \(table)"
    return ClauseMistake(first, Sentence("Write \(written).", vi: "Hãy viết \(written)."))
  }

  static func joinType(_ mistake: Mistake) -> ClauseMistake? {
    guard let place = mistake.named else { return nil }
    guard mistake.complaint.name.lowercased() == "outer" else {
      return ClauseMistake(
        place,
        Sentence(
          "There are JOIN, LEFT JOIN, RIGHT JOIN, FULL JOIN and CROSS JOIN.",
          vi: "Có JOIN, LEFT JOIN, RIGHT JOIN, FULL JOIN và CROSS JOIN."))
    }
    return ClauseMistake(
      place,
      Sentence(
        "Say which side keeps all its rows: LEFT JOIN, RIGHT JOIN or FULL JOIN.",
        vi: "Hãy nêu bên nào giữ đủ các dòng: LEFT JOIN, RIGHT JOIN hoặc FULL JOIN."))
  }

  // MARK: Conditions

  /// `seat = 'Paris' OR = 'London'`, `WHERE NOT IN (…)`.
  private static let lacksColumn: Test = { mistake, place in
    // LIKE is taken for a function, and what stands behind it points at.
    let sign = mistake.isWord(place - 1, "like", "glob") ? place - 1 : place
    guard
      mistake.isSymbol(sign, "=", "<", ">") || mistake.isWord(sign, "like", "in", "glob", "between")
    else { return nil }
    let first = mistake.isWord(sign - 1, "not") ? sign - 1 : sign
    guard mistake.isWord(first - 1, "and", "or", "where", "on", "having") else { return nil }
    let start = mistake.valueStart(before: first - 1)
    let before = start.flatMap { UnquotedText.compared(mistake, before: $0) }
    let column = before.flatMap { mistake.value(before: $0 + 1) } ?? "x"
    let compared = mistake.written(first, through: sign).uppercased()
    return ClauseMistake(
      first,
      Sentence(
        "Name the column here too: \(column) \(compared) ….",
        vi: "Ở đây cũng phải nêu cột: \(column) \(compared) …."))
  }

  private static let selectWithoutParentheses: Test = { mistake, place in
    guard mistake.isWord(place, "select"),
      mistake.isWord(place - 1, "in", "exists", "from", "join")
        || mistake.isSymbol(place - 1, "=", "<", ">", ",")
    else { return nil }
    return ClauseMistake(
      place,
      Sentence(
        "A SELECT within another stands in parentheses: (SELECT …).",
        vi: "SELECT nằm trong SELECT khác phải đặt trong ngoặc: (SELECT …)."))
  }

  // MARK: Texts without quotes

  /// `LIKE nguyen%`.
  private static let pattern: Test = { mistake, place in
    let word = [place - 1, place - 3].first { mistake.isWord($0, "like") }
    guard let word, mistake.tokens.indices.contains(word + 1),
      mistake.isSymbol(word + 1, "%") || mistake.isSymbol(word + 2, "%")
    else { return nil }
    if mistake.kind(word + 1) == .text {
      let inside = mistake.tokens[word + 1].text.dropLast() + "%'"
      return ClauseMistake(
        word + 2,
        Sentence("% stands within the quotes: \(inside).", vi: "% đặt trong dấu nháy: \(inside)."))
    }
    guard !mistake.isSymbol(word + 2, "%") || mistake.kind(word + 1) == .word else { return nil }
    var last = word + 1
    while mistake.touchesNext(last),
      mistake.isSymbol(last + 1, "%") || mistake.kind(last + 1) == .word
    {
      last += 1
    }
    guard last > word + 1 else { return nil }
    return ClauseMistake(
      word + 1, UnquotedText.inQuotes(mistake.written(word + 1, through: last)))
  }

  /// Words side by side behind a sign that compares: `name = Nguyen Van A`.
  static func wordsOfText(_ mistake: Mistake, _ place: Int) -> ClauseMistake? {
    func isPlain(_ index: Int) -> Bool {
      mistake.word(index).map { !mistake.known.isReserved($0) } ?? false
    }
    guard isPlain(place) else { return nil }
    var first = place
    while isPlain(first - 1) { first -= 1 }
    guard first < place, !mistake.isName(first),
      UnquotedText.compared(mistake, before: first) != nil
    else { return nil }
    var last = place
    while isPlain(last + 1) { last += 1 }
    return ClauseMistake(first, UnquotedText.inQuotes(mistake.written(first, through: last)))
  }
}
