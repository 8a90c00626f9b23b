import SQLSyntax
import SQLite

/// Reckoning with what is no number, and conditions that are none.
extension NoteReader {
  // MARK: Arithmetic

  func checkArithmetic(_ expression: SQLExpression, in scope: NoteScope) {
    guard case .binary(let sign, let left, let right, let place) = expression else { return }
    if sign == "+" || sign == "&", checkJoining(sign, left, right, at: place, in: scope) { return }
    if sign == "/" { checkDivision(left, right, at: place) }
    guard ["+", "-", "*", "/", "%"].contains(sign) else { return }
    let times = [left, right].compactMap { side -> Meaning? in
      guard let meaning = meaning(of: side, in: scope), meaning.isTime else { return nil }
      return meaning
    }
    guard !times.isEmpty, !isOfYear(sign, left, right) else { return }
    // Where nothing but years is known, their difference is right.
    let areYears = times.allSatisfy { $0.kind == .date && probe.hasMoreThanYears($0) == false }
    guard !areYears else { return }
    let cure = otherDay(sign, left, right, in: scope)
    note(
      .dateArithmetic, at: place,
      "Arithmetic on a date takes its year only. "
        + (cure.map { "Write \($0)." }
          ?? "Use days(a, b), or date(x, '+30 days') of a whole day."),
      vi: "Phép tính trên ngày chỉ lấy năm. "
        + (cure.map { "Hãy viết \($0)." }
          ?? "Hãy dùng days(a, b), hoặc date(x, '+30 days') với ngày đủ."))
  }

  /// The day so many days before or after a date.
  private func otherDay(
    _ sign: String, _ left: SQLExpression, _ right: SQLExpression, in scope: NoteScope
  ) -> String? {
    guard sign == "+" || sign == "-", let days = right.numberValue, Int(days) != nil,
      !days.hasPrefix("-"), let meaning = meaning(of: left, in: scope)
    else { return nil }
    let said = source(left.plain.place)
    let day = meaning.kind == .date ? "earliest(\(said))" : said
    return "date(\(day), '\(sign)\(days) days')"
  }

  /// `began + 0` and `began * 1` are ways to say the year, `began / 10` is one to say the decade.
  func isOfYear(_ sign: String, _ left: SQLExpression, _ right: SQLExpression) -> Bool {
    let numbers = [left, right].compactMap { $0.numberValue.flatMap { Double($0) } }
    switch sign {
    case "+", "-": return numbers == [0]
    case "*": return numbers == [1]
    case "/", "%": return right.numberValue != nil
    default: return false
    }
  }

  private func checkJoining(
    _ sign: String, _ left: SQLExpression, _ right: SQLExpression, at place: SQLPlace,
    in scope: NoteScope
  ) -> Bool {
    let isText = [left, right].contains { side in
      if let text = side.textValue { return Double(text) == nil }
      return meaning(of: side, in: scope)?.kind == .name
    }
    guard isText else { return false }
    note(
      .textArithmetic, at: place,
      sign == "+"
        ? "+ adds numbers. Texts are joined by ||." : "& is for bits. Texts are joined by ||.",
      vi: sign == "+"
        ? "+ là cộng số. Muốn nối văn bản, hãy dùng ||."
        : "& dùng cho bit. Muốn nối văn bản, hãy dùng ||.")
    return true
  }

  private func checkDivision(
    _ left: SQLExpression, _ right: SQLExpression, at place: SQLPlace
  ) {
    guard isCount(left), isCount(right) else { return }
    let (a, b) = (source(left.place), source(right.place))
    note(
      .wholeDivision, at: place,
      "Whole numbers are divided without a fraction. Write 1.0 * \(a) / \(b).",
      vi: "Chia số nguyên thì mất phần lẻ. Hãy viết 1.0 * \(a) / \(b).")
  }

  /// `count(…)`, or `sum` of a condition.
  private func isCount(_ expression: SQLExpression) -> Bool {
    if case .subquery(let select, _) = expression.plain {
      guard select.arms.count == 1, let core = select.arms.first, core.results.count == 1 else {
        return false
      }
      return isCount(core.results[0].value)
    }
    guard case .call(let call, _) = expression.plain else { return false }
    if call.name == "count" { return true }
    guard call.name == "sum", let argument = call.arguments.first else { return false }
    switch argument.plain {
    case .binary(let sign, _, _, _):
      return ["=", "<>", "<", "<=", ">", ">=", "is", "is not", "and", "or"].contains(sign)
    case .isNull, .like, .between, .inList, .inSelect, .unary("not", _, _), .exists: return true
    case .choice(_, let branches, let otherwise, _):
      let results = branches.map(\.result) + (otherwise.map { [$0] } ?? [])
      return results.allSatisfy { ["0", "1"].contains($0.numberValue ?? "") }
    default: return false
    }
  }

  // MARK: Conditions

  /// A text where something is true or not.
  func checkTruth(_ expression: SQLExpression, in scope: NoteScope) {
    switch expression.plain {
    case .name: checkTruth(ofColumn: expression, in: scope)
    case .text(let text, let place):
      guard text.first.map({ !$0.isNumber && $0 != "-" && $0 != "." }) ?? true else { return }
      note(
        .textAsCondition, at: place,
        "'\(text)' alone is no condition: text counts as 0. Compare again, or write IN ('…', '\(text)').",
        vi:
          "'\(text)' đứng riêng không phải điều kiện: văn bản được coi là 0. Hãy so sánh lại, hoặc viết IN ('…', '\(text)')."
      )
    case .binary("||", let left, let right, let place):
      guard isCondition(left) || isCondition(right) else { return }
      note(
        .textAsCondition, at: place, "|| joins texts. Write OR.",
        vi: "|| để nối văn bản. Hãy viết OR.")
    case .binary(let sign, let left, let right, let place) where sign != "and" && sign != "or":
      // || binds more than =: `a = 'x' || b = 'y'` compares a with a text that is joined.
      guard Self.comparing.contains(sign) else { return }
      for side in [left, right] {
        guard case .binary(let inner, let one, _, _) = side.plain, Self.comparing.contains(inner),
          case .binary("||", _, _, _) = one.plain
        else { continue }
        note(
          .textAsCondition, at: place, "|| joins texts. Write OR.",
          vi: "|| để nối văn bản. Hãy viết OR.")
      }
      if case .binary(let inner, _, let middle, _) = left, Self.comparing.contains(inner),
        case .binary("||", _, _, _) = middle.plain
      {
        note(
          .textAsCondition, at: middle.place, "|| joins texts. Write OR.",
          vi: "|| để nối văn bản. Hãy viết OR.")
      }
    default: break
    }
  }

  /// `WHERE in_office`: a text counts as the number that it begins with.
  private func checkTruth(ofColumn column: SQLExpression, in scope: NoteScope) {
    guard let meaning = meaning(of: column, in: scope), !meaning.isMixed else { return }
    let said = source(column.place)
    switch meaning.kind {
    case .code(let list):
      let codes = probe.codes(of: list)
      guard let first = codes.first else { return }
      note(
        .textAsCondition, at: column.place,
        "\(said) alone is no condition: text counts as 0. Write \(said) = '\(first)'; it is one of: \(codes.joined(separator: ", ")).",
        vi:
          "\(said) đứng riêng không phải điều kiện: văn bản được coi là 0. Hãy viết \(said) = '\(first)'; các mã: \(codes.joined(separator: ", "))."
      )
    case .date, .day, .key, .name:
      note(
        .textAsCondition, at: column.place,
        "\(said) alone is no condition: text counts as the number it begins with. Write \(said) IS NOT NULL.",
        vi:
          "\(said) đứng riêng không phải điều kiện: văn bản được coi là số ở đầu nó. Hãy viết \(said) IS NOT NULL."
      )
    case .number, .flag, .madeText, .other: break
    }
  }

  private static let comparing: Set<String> = ["=", "<>", "<", "<=", ">", ">=", "is", "is not"]

  func isCondition(_ expression: SQLExpression) -> Bool {
    switch expression.plain {
    case .binary(let sign, _, _, _): Self.comparing.contains(sign) || sign == "and" || sign == "or"
    case .isNull, .like, .between, .inList, .inSelect, .exists: true
    default: false
    }
  }

  func checkConditions(_ expression: SQLExpression, in scope: NoteScope) {
    switch expression {
    case .binary("and", let left, let right, _):
      checkTruth(left, in: scope)
      checkTruth(right, in: scope)
      checkContradiction(expression)
    case .binary("or", let left, let right, _):
      checkTruth(left, in: scope)
      checkTruth(right, in: scope)
    case .unary("not", let value, _): checkTruth(value, in: scope)
    case .choice(nil, let branches, _, _):
      for branch in branches { checkTruth(branch.condition, in: scope) }
    default: break
    }
  }

  /// `x = 'a' AND x = 'b'`.
  private func checkContradiction(_ conjunction: SQLExpression) {
    var values: [String: String] = [:]
    for part in conjunction.conjuncts {
      guard case .binary("=", let left, let right, let place) = part.plain else { continue }
      for (name, value) in [(left, right), (right, left)] {
        guard case .name = name.plain, let text = value.textValue ?? value.numberValue else {
          continue
        }
        let said = source(name.plain.place)
        guard let before = values.updateValue(text, forKey: said.lowercased()), before != text
        else { continue }
        note(
          .neverTrue, at: place,
          "\(said) is never '\(before)' and '\(text)' at once. Write OR, or IN ('\(before)', '\(text)').",
          vi:
            "\(said) không thể vừa là '\(before)' vừa là '\(text)'. Hãy viết OR, hoặc IN ('\(before)', '\(text)')."
        )
      }
    }
  }

  // MARK: LIKE and IN

  func checkMembership(_ expression: SQLExpression, in scope: NoteScope) {
    switch expression {
    case .inList(true, _, let list, let place):
      guard list.contains(where: { if case .null = $0.plain { true } else { false } }) else {
        return
      }
      noteNotIn(at: place)
    case .inSelect(true, _, let select, let place):
      guard let question = question(whetherNullIsIn: select, in: scope),
        probe.hasRow(question) ?? false
      else { return }
      noteNotIn(at: place)
    case .like(let word, let isNot, let value, let pattern, _):
      guard let text = pattern.textValue else { return }
      checkPattern(word, isNot: isNot, value, text, at: pattern.place, in: scope)
    case .binary("=", let left, let right, _):
      for (value, other) in [(left, right), (right, left)] {
        if let text = other.textValue {
          checkWhole(value, text, isExact: true, at: other.place, in: scope)
        }
      }
    default: break
    }
  }

  private func noteNotIn(at place: SQLPlace) {
    note(
      .notInNull, at: place,
      "The list holds NULL, so NOT IN is never true. Add WHERE … IS NOT NULL, or use NOT EXISTS.",
      vi:
        "Danh sách có NULL nên NOT IN không bao giờ đúng. Hãy thêm WHERE … IS NOT NULL hoặc dùng NOT EXISTS."
    )
  }

  private func checkPattern(
    _ word: String, isNot: Bool, _ value: SQLExpression, _ text: String, at place: SQLPlace,
    in scope: NoteScope
  ) {
    let isLike = word == "like"
    guard isLike || word == "glob", let meaning = meaning(of: value, in: scope) else { return }
    let hasOwn = text.contains(where: { isLike ? "%_".contains($0) : "*?[".contains($0) })
    guard !hasOwn else { return }
    let other = text.replacing(isLike ? "*" : "%", with: isLike ? "%" : "*")
    if other != text {
      return note(
        isLike ? .likeStar : .globWild, at: place,
        isLike
          ? "LIKE has % for any text, _ for one letter. Write '\(other)'."
          : "GLOB has * for any text, ? for one letter. Write '\(other)'.",
        vi: isLike
          ? "LIKE dùng % cho đoạn bất kỳ, _ cho một ký tự. Hãy viết '\(other)'."
          : "GLOB dùng * cho đoạn bất kỳ, ? cho một ký tự. Hãy viết '\(other)'.")
    }
    guard isLike, !isNot else { return }
    switch meaning.kind {
    case .date, .day: checkDate(value, meaning, "=", .text(text, place))
    case .key(let table): checkKey(value, meaning, table, "=", text, at: place)
    case .code(let list): checkCode(value, meaning, list, "=", text, at: place)
    default: checkWhole(value, text, isExact: false, at: place, in: scope)
    }
  }
}

extension SQLExpression {
  /// What AND joins.
  var conjuncts: [SQLExpression] {
    if case .binary("and", let left, let right, _) = plain {
      return left.conjuncts + right.conjuncts
    }
    return [self]
  }
}
