import SQLSyntax
import SQLite

/// Dates that are bounds, where they are compared or cut as text: [ stands after every digit.
///
/// Told is only what is certainly wrong in the rows that the statement itself looks at.
extension NoteReader {
  func checkBounds(of scope: NoteScope) {
    guard scope.core.from != nil, knowsBounds != nil else { return }
    for compared in ComparedDate.all(in: scope, spelt: source) { check(compared, in: scope) }
    for expression in (scope.core.results.map(\.value) + scope.core.groups).flatMap(\.all) {
      checkGreatest(expression, in: scope)
      checkYear(expression, in: scope)
    }
    if let date = scope.lastFirst { checkLast(date, in: scope) }
  }

  // MARK: Comparisons

  private func check(_ compared: ComparedDate, in scope: NoteScope) {
    guard isOfBounds(compared.date, in: scope) else { return }
    guard let column = NoteQuestion.sql(compared.date),
      let bounds = bounds(
        compared.date, in: scope, where: compared.tests(of: column), besides: compared.others)
    else { return }
    let (first, last) = namesOfBounds(compared.date, in: scope)
    let literal = compared.limits[0].text
    switch compared.kind {
    case .found:
      let sure = "\(first) \(compared.limits[0].sign) '\(literal)'"
      note(
        .boundsAsText, at: compared.limits[0].place,
        "As text, '\(bounds)' stands after every date: it is found, though it lies before '\(literal)'. Write \(sure).",
        vi:
          "Theo văn bản, '\(bounds)' đứng sau mọi ngày nên vẫn được tìm thấy dù nằm trước '\(literal)'. Hãy viết \(sure)."
      )
    case .leftOut:
      let sure = compared.limits.map { limit in
        "\(limit.isUpper ? last : first) \(limit.sign) '\(limit.text)'"
      }
      .joined(separator: " AND ")
      note(
        .boundsAsText, at: compared.limits[0].place,
        "As text, '\(bounds)' stands after every date: it is left out, though it fits. Write \(sure).",
        vi:
          "Theo văn bản, '\(bounds)' đứng sau mọi ngày nên bị bỏ sót dù thỏa điều kiện. Hãy viết \(sure)."
      )
    case .unlike:
      let date = source(compared.date.place)
      let sure =
        literal.utf8.count == 5
        ? "year_of(\(date)) = \(literal.prefix(4))"
        : "\(first) LIKE '\(literal)' AND \(last) LIKE '\(literal)'"
      note(
        .boundsAsText, at: compared.limits[0].place,
        "'\(bounds)' lies within '\(literal)' and is left out. Write \(sure).",
        vi: "'\(bounds)' nằm trong '\(literal)' mà bị bỏ sót. Hãy viết \(sure).")
    }
  }

  // MARK: What is taken of a date

  private func checkGreatest(_ expression: SQLExpression, in scope: NoteScope) {
    guard case .call(let call, let place) = expression, call.name == "max", !call.isWindow,
      call.arguments.count == 1, call.filter == nil, let date = call.arguments.first,
      isOfBounds(date, in: scope), let bounds = bounds(date, in: scope)
    else { return }
    let (first, last) = namesOfBounds(date, in: scope)
    note(
      .boundsAsText, at: place,
      "max takes '\(bounds)' for later than every date. Write max(\(first)) or max(\(last)).",
      vi: "max coi '\(bounds)' là sau mọi ngày. Hãy viết max(\(first)) hoặc max(\(last)).")
  }

  /// `substr(began, 1, 4)`, `CAST(began AS INTEGER)` and `began / 10`.
  private func checkYear(_ expression: SQLExpression, in scope: NoteScope) {
    let date: SQLExpression
    switch expression {
    case .call(let call, _) where ["substr", "substring"].contains(call.name):
      guard call.arguments.dropFirst().map(\.numberValue) == ["1", "4"] else { return }
      date = call.arguments[0]
    case .cast(let value, let type, _) where type.contains("int"): date = value
    case .binary(let sign, let left, let right, _) where isOfYear(sign, left, right):
      guard let value = [left, right].first(where: { $0.numberValue == nil }) else { return }
      date = value
    default: return
    }
    guard isOfBounds(date, in: scope), let bounds = bounds(date, in: scope) else { return }
    let (said, year) = (source(expression.place), "year_of(\(source(date.place)))")
    note(
      .boundsAsText, at: expression.place,
      "\(said) is no year where the date is '\(bounds)'. Write \(year).",
      vi: "\(said) không cho năm khi ngày là '\(bounds)'. Hãy viết \(year).")
  }

  private func checkLast(_ date: SQLExpression, in scope: NoteScope) {
    guard isOfBounds(date, in: scope), let bounds = bounds(date, in: scope) else { return }
    let (_, last) = namesOfBounds(date, in: scope)
    note(
      .boundsAsText, at: date.place,
      "As text, '\(bounds)' comes before the latest date. Write ORDER BY \(last) DESC.",
      vi: "Theo văn bản, '\(bounds)' đứng trước ngày muộn nhất. Hãy viết ORDER BY \(last) DESC.")
  }

  // MARK: Looking

  private func isOfBounds(_ date: SQLExpression, in scope: NoteScope) -> Bool {
    guard let name = date.columnName, knowsBounds?.contains(name) == false,
      let meaning = meaning(of: date, in: scope), meaning.kind == .date, !meaning.isMixed,
      !meaning.column.isEmpty
    else { return false }
    return probe.hasBounds(meaning) ?? false
  }

  private func namesOfBounds(
    _ date: SQLExpression, in scope: NoteScope
  ) -> (first: String, last: String) {
    let said = source(date.place)
    guard let meaning = meaning(of: date, in: scope), date.columnName == meaning.column,
      shadow.columns(of: meaning.object).contains(meaning.column + "_earliest"),
      scope.objects.contains(meaning.object)
    else { return ("earliest(\(said))", "latest(\(said))") }
    return (said + "_earliest", said + "_latest")
  }

  /// One date of bounds among the rows of a SELECT; `nil` where there is none or nobody can tell.
  ///
  /// - Parameter conditions: those of the SELECT that are kept; `nil` is all of them.
  private func bounds(
    _ date: SQLExpression, in scope: NoteScope, where tests: [SQL] = [],
    besides conditions: [SQLExpression]? = nil
  ) -> String? {
    let kept = conditions ?? scope.core.condition.map { [$0] } ?? []
    let conditions = kept.compactMap(NoteQuestion.sql)
    guard conditions.count == kept.count, let column = NoteQuestion.sql(date),
      let sources = NoteQuestion.sources(of: scope.core),
      let tables = NoteQuestion.tables(scope.tables)
    else { return nil }
    var question: SQL = scope.tables.isEmpty ? "" : "WITH RECURSIVE \(raw: tables) "
    question += """
      SELECT \(raw: column) FROM \(raw: sources)
      WHERE \(raw: column) >= '[' AND \(raw: column) < '\\'
      """
    for test in tests + conditions { question += " AND \(raw: test)" }
    return probe.column("\(raw: question) LIMIT 1").first
  }
}

/// A column of dates with all that one WHERE compares it with.
private struct ComparedDate {
  struct Limit {
    let sign: String
    let text: String
    let place: SQLPlace
    var isUpper: Bool { sign.hasPrefix("<") }
  }

  enum Kind { case found, leftOut, unlike }

  let date: SQLExpression
  private(set) var limits: [Limit]
  /// What else the WHERE wants.
  private(set) var others: [SQLExpression] = []

  var kind: Kind {
    if limits[0].sign == "LIKE" { return .unlike }
    return limits.contains(where: \.isUpper) ? .leftOut : .found
  }

  static func all(in scope: NoteScope, spelt source: (SQLPlace) -> String) -> [ComparedDate] {
    let parts = scope.core.condition?.conjuncts ?? []
    let read = parts.map(limits(in:))
    var found: [String: ComparedDate] = [:]
    for case (let date, let limits)? in read {
      let name = source(date.place).lowercased()
      found[name, default: ComparedDate(date: date, limits: [])].limits += limits
    }
    // A pattern beside a limit says what is meant in two ways.
    let clear = found.filter { $0.value.limits.count == 1 || $0.value.kind != .unlike }
      .filter { $0.value.limits.dropFirst().allSatisfy { $0.sign != "LIKE" } }
    return clear.sorted { $0.key < $1.key }.map { name, compared in
      var compared = compared
      compared.others = zip(parts, read).filter { part, read in
        read.map { source($0.0.place).lowercased() != name } ?? true
      }
      .map(\.0)
      return compared
    }
  }

  /// That bounds are what the answer has and should not have, or should have and has not.
  func tests(of column: SQL) -> [SQL] {
    limits.map { limit in
      let text = limit.text
      return switch (kind, limit.sign) {
      case (.found, ">"): "latest(\(raw: column)) <= \(text)"
      case (.found, _): "latest(\(raw: column)) < \(text)"
      case (.unlike, _):
        "earliest(\(raw: column)) LIKE \(text) AND latest(\(raw: column)) LIKE \(text)"
      case (.leftOut, "<"): "latest(\(raw: column)) < \(text)"
      case (.leftOut, "<="): "latest(\(raw: column)) <= \(text)"
      case (.leftOut, ">"): "earliest(\(raw: column)) > \(text)"
      case (.leftOut, _): "earliest(\(raw: column)) >= \(text)"
      }
    }
  }

  private static let turned = ["<": ">", "<=": ">=", ">": "<", ">=": "<="]

  private static func limits(in part: SQLExpression) -> (SQLExpression, [Limit])? {
    switch part.plain {
    case .binary(let sign, let left, let right, _):
      guard let turned = turned[sign] else { return nil }
      if let limit = limit(sign, right) { return (left.plain, [limit]) }
      return limit(turned, left).map { (right.plain, [$0]) }
    case .between(false, let date, let low, let high, _):
      guard let low = limit(">=", low), let high = limit("<=", high) else { return nil }
      return (date.plain, [low, high])
    case .like("like", false, let date, let pattern, _):
      guard let text = pattern.textValue, text.hasSuffix("%"),
        case .span = DateText(String(text.dropLast()))
      else { return nil }
      return (date.plain, [Limit(sign: "LIKE", text: text, place: pattern.place)])
    default: return nil
    }
  }

  private static func limit(_ sign: String, _ literal: SQLExpression) -> Limit? {
    guard let text = literal.textValue, !text.isEmpty, DateText(text) != .none,
      !["0000", "9999"].contains(text)
    else { return nil }
    return Limit(sign: sign, text: text, place: literal.place)
  }
}

extension NoteProbe {
  func hasBounds(_ meaning: Meaning) -> Bool? {
    anyHome(of: meaning) { "\(raw: $0) >= '[' AND \(raw: $0) < '\\'" }
  }
}
