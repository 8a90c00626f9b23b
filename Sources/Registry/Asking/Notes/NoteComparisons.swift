import SQLSyntax

/// Comparisons that are never true, or of what is never there.
extension NoteReader {
  private static let comparisons: [String: String] = [
    "=": "=", "<>": "<>", "<": ">", "<=": ">=", ">": "<", ">=": "<=", "is": "is",
    "is not": "is not",
  ]

  func checkComparison(_ expression: SQLExpression, in scope: NoteScope) {
    switch expression {
    case .binary(let sign, let left, let right, let place):
      guard let turned = Self.comparisons[sign] else { return }
      if isNull(left) || isNull(right), !sign.hasPrefix("is") {
        return noteNull(sign, at: place)
      }
      if checkQuotedColumn(left, right, in: scope) { return }
      for (one, other) in Self.pairs(left, right) {
        check(one, sign, other, in: scope)
        check(other, turned, one, in: scope)
      }
    case .inList(_, let value, let list, let place):
      if !list.isEmpty, list.allSatisfy(isNull) { return noteNull("=", at: place) }
      // Who pastes a thousand keys is told of the first.
      for other in list.prefix(50) {
        let told = notes.count
        check(value, "in", other, of: list, in: scope)
        // Of each key there is something else to say.
        if notes.count > told, notes[told].code != .noKey { return }
      }
    case .between(_, let value, let low, let high, let place):
      check(value, ">=", low, in: scope)
      if !checkOrder(low, high, at: place) { check(value, "<=", high, in: scope) }
    case .choice(let base?, let branches, _, _):
      for branch in branches {
        if isNull(branch.condition) {
          noteNull("=", at: branch.condition.place)
        } else {
          check(base, "=", branch.condition, in: scope)
        }
      }
    default: break
    }
  }

  /// `(began, mission) = ('2001', 'fr-paris')` compares each with its own.
  private static func pairs(
    _ left: SQLExpression, _ right: SQLExpression
  ) -> [(SQLExpression, SQLExpression)] {
    guard case .row(let ones, _) = left.plain, case .row(let others, _) = right.plain,
      ones.count == others.count
    else { return [(left, right)] }
    return Array(zip(ones, others))
  }

  private func isNull(_ expression: SQLExpression) -> Bool {
    if case .null = expression.plain { return true }
    return false
  }

  private func noteNull(_ sign: String, at place: SQLPlace) {
    let isEqual = sign == "="
    note(
      .equalsNull, at: place,
      "\(sign) NULL is never true. Write \(isEqual ? "IS NULL" : "IS NOT NULL").",
      vi: "\(sign) NULL không bao giờ đúng. Hãy viết \(isEqual ? "IS NULL" : "IS NOT NULL").")
  }

  /// One side against the other, with what the first one means.
  private func check(
    _ value: SQLExpression, _ sign: String, _ other: SQLExpression, of list: [SQLExpression] = [],
    in scope: NoteScope
  ) {
    let isLiteral = other.textValue != nil || other.numberValue != nil
    guard isLiteral || isArithmetic(other), value.textValue == nil, value.numberValue == nil,
      let meaning = meaning(of: value, in: scope)
    else { return }
    if meaning.isTime { return checkDate(value, meaning, sign, other, of: list) }
    guard isLiteral else { return }
    if meaning.kind == .madeText, let number = other.numberValue, meaning.affinity != .text {
      return noteMadeText(value, sign, number, at: other.place)
    }
    // A text against what is true or not is another mistake.
    guard let text = other.textValue ?? keyOrCode(other, meaning), !isCondition(value) else {
      return
    }
    switch meaning.kind {
    case .number, .flag: checkNumber(value, meaning, sign, text, at: other.place)
    case .key(let table): checkKey(value, meaning, table, sign, text, at: other.place)
    case .code(let list): checkCode(value, meaning, list, sign, text, at: other.place)
    default: break
    }
  }

  /// A number where a column has keys or codes: as text it may be one.
  private func keyOrCode(_ number: SQLExpression, _ meaning: Meaning) -> String? {
    switch meaning.kind {
    case .key, .code: meaning.affinity == .number ? nil : number.numberValue
    default: nil
    }
  }

  private func isArithmetic(_ expression: SQLExpression) -> Bool {
    if case .binary(let sign, _, _, _) = expression.plain { return ["-", "/"].contains(sign) }
    return false
  }

  // MARK: Numbers and texts

  private func noteMadeText(
    _ value: SQLExpression, _ sign: String, _ number: String, at place: SQLPlace
  ) {
    let said = source(value.place)
    let isEqual = Self.equalities.contains(sign)
    note(
      .textAgainstNumber, at: place,
      isEqual
        ? "\(said) gives text, which never equals a number. Write '\(number)'."
        : "\(said) gives text, and every text is greater than a number. Write '\(number)'.",
      vi: isEqual
        ? "\(said) cho văn bản, không bao giờ bằng số. Hãy viết '\(number)'."
        : "\(said) cho văn bản, mà văn bản nào cũng lớn hơn số. Hãy viết '\(number)'.")
  }

  private func checkNumber(
    _ value: SQLExpression, _ meaning: Meaning, _ sign: String, _ text: String, at place: SQLPlace
  ) {
    let said = source(value.place)
    let isNumber = Double(text) != nil
    guard meaning.affinity != .number || !isNumber, !meaning.isMixed else { return }
    guard !text.isEmpty else {
      if ["=", "is", "in"].contains(sign) { noteEmpty(value, at: place) }
      return
    }
    if meaning.kind == .flag, !isNumber {
      return note(
        .numberAgainstText, at: place, "\(said) is 1 for yes and 0 for no, never '\(text)'.",
        vi: "\(said) là 1 nếu có và 0 nếu không, không bao giờ là '\(text)'.")
    }
    guard isNumber else {
      return note(
        .numberAgainstText, at: place,
        "\(said) is a number, never '\(text)'.",
        vi: "\(said) là số, không bao giờ là '\(text)'.")
    }
    let isEqual = Self.equalities.contains(sign)
    note(
      .numberAgainstText, at: place,
      isEqual
        ? "\(said) is a number, and '\(text)' is text: they are never equal. Write \(text)."
        : "\(said) is a number, and every text is greater, '\(text)' too. Write \(text).",
      vi: isEqual
        ? "\(said) là số còn '\(text)' là văn bản nên không bao giờ bằng nhau. Hãy viết \(text)."
        : "\(said) là số, mà văn bản nào cũng lớn hơn số, kể cả '\(text)'. Hãy viết \(text).")
  }

  // MARK: Keys and codes

  private static let equalities: Set<String> = ["=", "<>", "is", "is not", "in"]

  func checkKey(
    _ value: SQLExpression, _ meaning: Meaning, _ table: String, _ sign: String, _ text: String,
    at place: SQLPlace
  ) {
    guard Self.equalities.contains(sign), !meaning.isMixed else { return }
    if text.isEmpty {
      guard ["=", "is", "in"].contains(sign) else { return }
      return noteEmpty(value, at: place)
    }
    guard probe.has(text, in: table) == false else { return }
    let noun = RecordKind.noun(ofTable: table)
    let near = probe.keys(near: text, in: table)
    let names = nameColumns(beside: meaning, table)
    var english = "No \(noun.english) has the key '\(text)'"
    var vietnamese = "Không có \(noun.vietnamese) nào mang khóa '\(text)'"
    if near.count == 1 {
      english += "; \(near[0]) is the key"
      vietnamese += "; khóa là \(near[0])"
    } else if near.count > 1 {
      english += "; keys: \(near.joined(separator: ", "))"
      vietnamese += "; các khóa: \(near.joined(separator: ", "))"
    }
    english += "."
    vietnamese += "."
    if let names {
      english += " Names are in \(names.english)."
      vietnamese += " Tên nằm ở \(names.vietnamese)."
    }
    note(.noKey, at: place, english, vi: vietnamese)
  }

  /// Where the name stands of what a column has the key of.
  private func nameColumns(beside meaning: Meaning, _ table: String) -> Sentence? {
    let columns = shadow.columns(of: meaning.object)
    let stem = meaning.column == "key" ? "" : meaning.column + "_"
    func first(of names: [String]) -> String? {
      names.map { stem + $0 }.first(where: columns.contains)
    }
    guard let english = first(of: ["name_en", "name"]),
      let vietnamese = first(of: ["name_vi", "name"])
    else { return nil }
    return Sentence(english, vi: vietnamese)
  }

  func checkCode(
    _ value: SQLExpression, _ meaning: Meaning, _ list: String, _ sign: String, _ text: String,
    at place: SQLPlace
  ) {
    guard Self.equalities.contains(sign), !meaning.isMixed else { return }
    if text.isEmpty {
      guard ["=", "is", "in"].contains(sign) else { return }
      return noteEmpty(value, at: place)
    }
    let codes = probe.codes(of: list)
    guard !codes.isEmpty, !codes.contains(text) else { return }
    let said = source(value.place)
    let shown = codes.joined(separator: ", ")
    note(
      .noCode, at: place, "\(said) is never '\(text)'. It is one of: \(shown).",
      vi: "\(said) không bao giờ là '\(text)'. Các mã: \(shown).")
  }

  // MARK: Literals alone

  /// `'began' > '2019'`: two texts.
  private func checkQuotedColumn(
    _ left: SQLExpression, _ right: SQLExpression, in scope: NoteScope
  ) -> Bool {
    for (one, other) in [(left, right), (right, left)] {
      guard let text = one.textValue, other.textValue != nil || other.numberValue != nil,
        scope.objects.contains(where: { shadow.columns(of: $0).contains(text.lowercased()) })
      else { continue }
      note(
        .quotedColumn, at: one.place,
        "'\(text)' in quotes is a text, not the column. Write \(text).",
        vi: "'\(text)' trong dấu nháy là văn bản, không phải cột. Hãy viết \(text).")
      return true
    }
    return false
  }

  /// Whether the two are the wrong way round.
  private func checkOrder(_ low: SQLExpression, _ high: SQLExpression, at place: SQLPlace) -> Bool {
    let isReversed: Bool
    if let low = low.textValue, let high = high.textValue {
      isReversed = high < low
    } else if let low = low.numberValue.flatMap({ Double($0) }),
      let high = high.numberValue.flatMap({ Double($0) })
    {
      isReversed = high < low
    } else {
      return false
    }
    guard isReversed else { return false }
    note(
      .reversed, at: place, "BETWEEN wants the smaller value first; this finds nothing.",
      vi: "BETWEEN cần giá trị nhỏ đứng trước; viết thế này không tìm được gì.")
    return true
  }
}
