import SQLite
import Schema

/// A statement whose parts do not fit together: the word that is to be looked at, and the cure.
struct ClauseMistake: Sendable {
  let place: Int
  let cure: Sentence

  /// What is wrong with the parts of a statement; `nil` where nothing is known that would be.
  init?(_ mistake: Mistake) {
    let found: ClauseMistake? =
      switch mistake.complaint.kind {
      case .syntax:
        mistake.place.flatMap { place in
          (Self.wordTests + Self.tests).lazy.compactMap { $0(mistake, place) }.first
        }
      case .incomplete: Self.unfinished(mistake)
      case .token: Self.unreadable(mistake)
      case .rowValue: Self.rowValue(mistake)
      case .rowLength: Self.rowLength(mistake)
      case .joinType: Self.joinType(mistake)
      default: nil
      }
    guard let found else { return nil }
    self = found
  }

  init(_ place: Int, _ cure: Sentence) {
    self.place = place
    self.cure = cure
  }

  typealias Test = @Sendable (Mistake, Int) -> ClauseMistake?

  // The surest first.
  private static let tests: [Test] = [
    twice, joinBehindWhere, namesNothing, endsInComma, unclosed, closedTwice,
    lacksBy, lacksCondition, listWithoutParentheses, existsBehindColumn, isIn,
    withoutAs, keywordAsName,
  ]

  // MARK: Order

  /// The order of the parts of a SELECT.
  static let order = [
    "select", "from", "where", "group", "having", "window", "order", "limit",
  ]
  private static let joins: Set<String> = [
    "join", "left", "right", "full", "inner", "cross", "natural", "on",
  ]

  /// The part of a SELECT that begins at a word; `nil` where none does.
  static func rank(_ mistake: Mistake, _ index: Int) -> Int? {
    mistake.word(index).flatMap { order.firstIndex(of: $0) }
  }

  /// The part of a SELECT that begins at a word, as it is written: `GROUP BY`.
  static func partName(_ mistake: Mistake, _ index: Int) -> String {
    let word = mistake.tokens[index].text.uppercased()
    return ["GROUP", "ORDER"].contains(word) ? word + " BY" : word
  }

  /// The parts that stand before a place in its SELECT.
  private static func partsBefore(_ mistake: Mistake, _ place: Int) -> [Int] {
    guard let select = mistake.selects.chain(around: place).first else { return [] }
    return mistake.selects.ownWords(of: select).filter { $0 < place }
      .compactMap { rank(mistake, $0) }
  }

  /// Whether a place stands in a part of its SELECT: in its WHERE.
  static func isIn(_ part: String, _ mistake: Mistake, _ place: Int) -> Bool {
    guard let select = mistake.selects.chain(around: place).first else { return false }
    let last = mistake.selects.ownWords(of: select).last { index in
      index < place && rank(mistake, index) != nil
    }
    return last.map { mistake.isWord($0, part) } ?? false
  }

  /// The place of a part that stands behind a later one.
  static func outOfOrder(_ mistake: Mistake) -> Int? {
    guard mistake.complaint.kind == .syntax, let place = mistake.place,
      let rank = rank(mistake, place), rank > 0
    else { return nil }
    let before = partsBefore(mistake, place)
    return before.contains { $0 > rank } && !before.contains(rank) ? place : nil
  }

  private static let twice: Test = { mistake, place in
    guard let rank = rank(mistake, place), rank > 0, partsBefore(mistake, place).contains(rank)
    else { return nil }
    let name = partName(mistake, place)
    let isCondition = name == "WHERE" || name == "HAVING"
    return ClauseMistake(
      place,
      isCondition
        ? Sentence(
          "\(name) stands once: join the conditions by AND.",
          vi: "\(name) chỉ viết một lần: hãy nối các điều kiện bằng AND.")
        : Sentence(
          "\(name) stands once in a SELECT.", vi: "\(name) chỉ viết một lần trong một SELECT."))
  }

  private static let joinBehindWhere: Test = { mistake, place in
    guard let word = mistake.word(place), joins.contains(word),
      let conditions = order.firstIndex(of: "where"),
      partsBefore(mistake, place).contains(where: { $0 >= conditions })
    else { return nil }
    return ClauseMistake(
      place,
      Sentence(
        "JOIN … ON … stands behind FROM, before WHERE.",
        vi: "JOIN … ON … đứng sau FROM, trước WHERE."))
  }

  private static let namesNothing: Test = { mistake, place in
    guard mistake.isWord(place, "from"), mistake.isWord(place - 1, "select", "distinct", "all")
    else { return nil }
    return ClauseMistake(
      place,
      Sentence(
        "Name the columns before FROM, or write * for all.",
        vi: "Hãy nêu các cột trước FROM, hoặc viết * cho tất cả."))
  }

  // MARK: Commas and parentheses

  /// The comma behind which nothing comes.
  static func lastComma(_ mistake: Mistake) -> Int? {
    guard mistake.complaint.kind == .syntax, let place = mistake.place,
      mistake.isSymbol(place - 1, ","),
      mistake.isSymbol(place, ")", ",")
        || mistake.word(place).map({ order.contains($0) }) ?? false
    else { return nil }
    return place - 1
  }

  private static let endsInComma: Test = { mistake, place in
    guard let comma = lastComma(mistake) else { return nil }
    return ClauseMistake(
      comma, Sentence("One comma is too many.", vi: "Thừa một dấu phẩy."))
  }

  private static let isNotClosed = Sentence(
    "This parenthesis is not closed.", vi: "Dấu ngoặc này chưa được đóng.")

  private static let unclosed: Test = { mistake, place in
    guard let open = mistake.selects.parenthesis(around: place),
      mistake.selects.closing[open] == nil,
      place == mistake.tokens.count || rank(mistake, place).map({ $0 > 0 }) ?? false
        || mistake.isWord(place, "union", "intersect", "except")
    else { return nil }
    // Of a SELECT within it, the part is.
    let isQuery = mistake.selects.chain(around: place).first.map { $0.start > open } ?? false
    return isQuery && place < mistake.tokens.count ? nil : ClauseMistake(open, isNotClosed)
  }

  private static let closedTwice: Test = { mistake, place in
    guard mistake.isSymbol(place, ")"), mistake.selects.parenthesis(around: place) == nil
    else { return nil }
    return ClauseMistake(
      place,
      Sentence(
        "This parenthesis closes none: take it out.",
        vi: "Dấu ngoặc này không đóng ngoặc nào: hãy bỏ đi."))
  }

  /// The CASE before a place that no END closes.
  static func openCase(_ mistake: Mistake) -> Int? {
    let kind = mistake.complaint.kind
    guard kind == .syntax || kind == .incomplete, let place = mistake.place else { return nil }
    let open = mistake.selects.parenthesis(around: place)
    var cases: [Int] = []
    var index = open.map { $0 + 1 } ?? 0
    let end = open.flatMap { mistake.selects.closing[$0] } ?? mistake.tokens.count
    while index < end {
      if mistake.isSymbol(index, "(") {
        index = mistake.selects.closing[index] ?? end
      } else if mistake.isWord(index, "case"), !mistake.isSymbol(index - 1, ".") {
        cases.append(index)
      } else if mistake.isWord(index, "end"), !cases.isEmpty {
        cases.removeLast()
      }
      index += 1
    }
    return cases.last { $0 < place }
  }

  // MARK: Conditions

  private static let lacksBy: Test = { mistake, place in
    guard mistake.isWord(place - 1, "group", "order") else { return nil }
    let word = mistake.tokens[place - 1].text.uppercased()
    return ClauseMistake(
      place - 1, Sentence("Write \(word) BY.", vi: "Hãy viết \(word) BY."))
  }

  private static let lacksCondition: Test = { mistake, place in
    guard mistake.isWord(place, "and", "or"),
      mistake.isWord(place - 1, "where", "and", "or", "on", "having", "not")
        || mistake.isSymbol(place - 1, "(", "=", "<", ">", ",", "+", "-", "/", "%", "|")
    else { return nil }
    let word = mistake.tokens[place].text.uppercased()
    return ClauseMistake(
      place,
      Sentence(
        "\(word) joins two conditions: something is missing before it.",
        vi: "\(word) nối hai điều kiện: phía trước còn thiếu."))
  }

  private static let listWithoutParentheses: Test = { mistake, place in
    guard mistake.isSymbol(place, ","), mistake.isWord(place - 2, "in"),
      let first = mistake.value(before: place)
    else { return nil }
    let list = "\(first), \(mistake.value(from: place + 1) ?? "…")"
    return ClauseMistake(
      place - 1,
      Sentence(
        "The list behind IN stands in parentheses: IN (\(list)).",
        vi: "Danh sách sau IN phải đặt trong ngoặc: IN (\(list))."))
  }

  private static let existsBehindColumn: Test = { mistake, place in
    guard mistake.isWord(place, "exists") else { return nil }
    let column = mistake.isWord(place - 1, "not") ? place - 2 : place - 1
    guard mistake.isOperand(column) else { return nil }
    return ClauseMistake(
      column,
      Sentence(
        "EXISTS takes no column before it: WHERE NOT EXISTS (SELECT …), or x NOT IN (SELECT …).",
        vi:
          "Trước EXISTS không có cột: WHERE NOT EXISTS (SELECT …), hoặc x NOT IN (SELECT …)."))
  }

  private static let isIn: Test = { mistake, place in
    guard mistake.isWord(place, "in", "like", "between", "glob"), mistake.isWord(place - 1, "is")
    else { return nil }
    let word = mistake.tokens[place].text.uppercased()
    return ClauseMistake(
      place - 1, Sentence("Leave out IS: x \(word) ….", vi: "Hãy bỏ IS: x \(word) …."))
  }

  private static let withoutAs: Test = { mistake, place in
    guard mistake.isWord(place, "select"), mistake.isSymbol(place - 1, "("),
      mistake.isWord(place - 3, "with", "recursive"), mistake.kind(place - 2) == .word
    else { return nil }
    let name = mistake.tokens[place - 2].text
    return ClauseMistake(
      place - 2,
      Sentence("Write WITH \(name) AS (SELECT …).", vi: "Hãy viết WITH \(name) AS (SELECT …)."))
  }

  /// Words of SQL that people take for names of tables and columns.
  private static let likeNames: Set<String> = [
    "order", "group", "table", "index", "check", "default", "to", "references", "transaction",
    "values", "unique", "set",
  ]

  private static let keywordAsName: Test = { mistake, place in
    guard let word = mistake.word(place), mistake.known.isReserved(word) else { return nil }
    let isNamed = mistake.isWord(place - 1, "as") || mistake.isSymbol(place - 1, ".")
    let isTaken =
      likeNames.contains(word) && !mistake.isWord(place + 1, "by")
      && (mistake.isSymbol(place - 1, ",", "(", "=")
        || mistake.isWord(
          place - 1, "select", "distinct", "from", "join", "by", "where", "and", "or"))
    guard isNamed || isTaken else { return nil }
    let written = mistake.tokens[place].text
    return ClauseMistake(
      place,
      Sentence(
        "\(written) is a word of SQL. As a name write \"\(written)\", or choose another.",
        vi:
          "\(written) là từ của SQL. Muốn dùng làm tên, hãy viết \"\(written)\", hoặc chọn tên khác."
      ))
  }

  // MARK: The end

  private static func unfinished(_ mistake: Mistake) -> ClauseMistake? {
    let end = mistake.tokens.count
    guard end > 0 else { return nil }
    if let open = unclosed(mistake, end) { return open }
    if let found = endTests.lazy.compactMap({ $0(mistake, end) }).first { return found }
    let last = end - 1
    guard !isWithAlone(mistake) else {
      return ClauseMistake(
        last,
        Sentence(
          "Behind WITH … AS (…) comes the SELECT that asks it.",
          vi: "Sau WITH … AS (…) phải có SELECT để hỏi."))
    }
    guard !mistake.isSymbol(last, ",") else {
      return ClauseMistake(
        last,
        Sentence(
          "Take out the last comma, or write what comes behind it.",
          vi: "Hãy bỏ dấu phẩy cuối, hoặc viết tiếp phần sau."))
    }
    let word = mistake.written(last, through: last)
    return ClauseMistake(
      last,
      Sentence("Something is missing behind \(word).", vi: "Sau \(word) còn thiếu."))
  }

  private static func isWithAlone(_ mistake: Mistake) -> Bool {
    mistake.isWord(0, "with") && mistake.isSymbol(mistake.tokens.count - 1, ")")
      && mistake.selects.all.allSatisfy { mistake.selects.parenthesis(around: $0.start) != nil }
  }

  private static func unreadable(_ mistake: Mistake) -> ClauseMistake? {
    guard let place = mistake.place, mistake.tokens.indices.contains(place) else { return nil }
    switch mistake.kind(place) {
    case .text, .quotedName:
      return ClauseMistake(
        place, Sentence("This quote is not closed.", vi: "Dấu nháy này chưa được đóng."))
    case .number:
      let word = mistake.tokens[place].text
      return ClauseMistake(
        place,
        Sentence(
          "A name does not begin with a digit: \"\(word)\" as a name, '\(word)' as a text.",
          vi: "Tên không bắt đầu bằng chữ số: \"\(word)\" là tên, '\(word)' là văn bản."))
    default: return nil
    }
  }

  // MARK: Something left out

  /// A statement that begins with no word for one.
  static func beginning(_ mistake: Mistake) -> ClauseMistake? {
    guard mistake.complaint.kind == .syntax, mistake.place == 0, !mistake.tokens.isEmpty else {
      return nil
    }
    return ClauseMistake(
      0,
      Sentence(
        "A question begins with SELECT: SELECT * FROM incumbent.",
        vi: "Câu hỏi bắt đầu bằng SELECT: SELECT * FROM incumbent."))
  }

  /// The same, where records are to be changed.
  static func beginningOfChange(_ mistake: Mistake) -> ClauseMistake? {
    guard mistake.complaint.kind == .syntax, mistake.place == 0, !mistake.tokens.isEmpty else {
      return nil
    }
    if mistake.isWord(0, "truncate"),
      let table = mistake.word(mistake.tokens.count - 1), mistake.known.tables.contains(table)
    {
      return ClauseMistake(
        0, Sentence("Write DELETE FROM \(table).", vi: "Hãy viết DELETE FROM \(table)."))
    }
    return ClauseMistake(
      0,
      Sentence(
        "A change begins with INSERT, UPDATE or DELETE.",
        vi: "Thay đổi bắt đầu bằng INSERT, UPDATE hoặc DELETE."))
  }

  /// Two values side by side, with nothing between them.
  static func sideBySide(_ mistake: Mistake) -> ClauseMistake? {
    guard mistake.complaint.kind == .syntax, let place = mistake.place,
      mistake.isOperand(place - 1), mistake.isOperand(place), !mistake.isSymbol(place, ")")
    else { return nil }
    if let text = wordsOfText(mistake, place) { return text }
    let word = mistake.written(place, through: place)
    return ClauseMistake(
      place,
      Sentence(
        "Something is missing before \(word): a comma, or a word such as = or AND.",
        vi: "Trước \(word) còn thiếu: dấu phẩy, hoặc từ như = hay AND."))
  }
}
