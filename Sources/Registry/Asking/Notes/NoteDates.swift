import SQLSyntax

/// What a text says that stands against a date.
enum DateText: Equatable {
  /// A year or a month, without a mark.
  case span(String)
  /// Another form in which dates are kept.
  case stored
  /// The beginning of one, or one that no calendar has: a bound that works.
  case bound
  case none

  init(_ text: String) {
    // Bounds that are open, as views have them.
    guard text != "0000", text != "9999" else {
      self = .stored
      return
    }
    let bytes = Array(text.utf8)
    let isSpelt = bytes.indices.allSatisfy { index in
      index == 4 || index == 7
        ? bytes[index] == UInt8(ascii: "-") : (48...57).contains(bytes[index])
    }
    if isSpelt, bytes.count == 4 || bytes.count == 7, Self.isStored(text) {
      self = .span(text)
    } else if Self.isStored(text) {
      self = .stored
    } else if text == "[" || isSpelt && !bytes.isEmpty && bytes.count <= 10 {
      self = .bound
    } else {
      self = .none
    }
  }

  private static func isStored(_ text: String) -> Bool {
    (try? PartialDate(text))?.description == text
  }
}

extension NoteReader {
  private static let dateFunctions = [
    "julianday", "date", "datetime", "time", "unixepoch", "timediff",
  ]

  // MARK: Functions

  func checkDates(_ expression: SQLExpression, in scope: NoteScope) {
    switch expression {
    case .call(let call, let place):
      let isFormat = call.name == "strftime"
      if ["avg", "sum", "total"].contains(call.name) { return checkSum(call, in: scope) }
      guard isFormat || Self.dateFunctions.contains(call.name) else {
        return checkFormat(call, at: place, in: scope)
      }
      let dates = isFormat ? call.arguments.dropFirst().prefix(1) : call.arguments.prefix(1)
      let others = call.name == "timediff" ? call.arguments.dropFirst().prefix(1) : []
      for argument in dates + others { check(argument, givenTo: call, in: scope) }
    case .cast(let value, let type, let place):
      guard ["date", "datetime", "timestamp"].contains(type) else { return }
      let said = source(value.place)
      note(
        .castToDate, at: place,
        "CAST AS \(type.uppercased()) makes a number of it, the year. \(said) is a date as it is.",
        vi: "CAST AS \(type.uppercased()) biến nó thành số, chỉ còn năm. \(said) vốn đã là ngày.")
    default: break
    }
  }

  /// `avg(began)` reckons with years, `sum(name)` with nothing.
  private func checkSum(_ call: SQLCall, in scope: NoteScope) {
    guard let argument = call.arguments.first, argument.columnName != nil,
      let meaning = meaning(of: argument, in: scope), !isGuarded(argument, meaning)
    else { return }
    let said = source(argument.place)
    if meaning.kind == .name {
      note(
        .textArithmetic, at: argument.place,
        "\(said) is text: \(call.name) counts it as 0. Is count(\(said)) meant?",
        vi: "\(said) là văn bản nên \(call.name) coi là 0. Có phải ý bạn là count(\(said))?")
    } else if meaning.isTime, probe.hasMoreThanYears(meaning) ?? false {
      note(
        .dateArithmetic, at: argument.place,
        "\(call.name) takes the year of \(said) only. Reckon with days(a, b), or with julianday of whole days.",
        vi:
          "\(call.name) chỉ lấy năm của \(said). Hãy tính bằng days(a, b), hoặc julianday của ngày đủ."
      )
    }
  }

  private func check(
    _ argument: SQLExpression, givenTo call: SQLCall, in scope: NoteScope
  ) {
    if let text = argument.textValue { return check(text, givenTo: call, at: argument.place) }
    guard let meaning = meaning(of: argument, in: scope), meaning.kind == .date,
      !isGuarded(argument, meaning), probe.hasPartialDate(meaning) ?? false
    else { return }
    let said = source(argument.plain.place)
    if call.name == "strftime", let form = call.arguments.first?.textValue, form == "%Y" {
      return note(
        .dateFunction, at: argument.place,
        "\(said) can be a year or a month; strftime misreads it. Use year_of(\(said)).",
        vi: "\(said) có thể chỉ có năm hoặc tháng nên strftime hiểu sai. Hãy dùng year_of(\(said))."
      )
    }
    let column = meaning.column
    let hasBounds = shadow.columns(of: meaning.object).contains(column + "_earliest")
    let (first, last) =
      hasBounds && argument.columnName == column
      ? (bound(argument, "_earliest"), bound(argument, "_latest"))
      : ("earliest(\(said))", "latest(\(said))")
    note(
      .dateFunction, at: argument.place,
      "\(said) can be a year or a month; \(call.name) misreads it. Use \(first) and \(last), or days(a, b).",
      vi:
        "\(said) có thể chỉ có năm hoặc tháng nên \(call.name) hiểu sai. Hãy dùng \(first) và \(last), hoặc days(a, b)."
    )
  }

  private func bound(_ column: SQLExpression, _ suffix: String) -> String {
    guard case .name(let names, _, _) = column.plain else { return "" }
    return names.joined(separator: ".") + suffix
  }

  /// `julianday('2019')` is a day number, `date('2019-05')` nothing.
  private func check(_ text: String, givenTo call: SQLCall, at place: SQLPlace) {
    switch DateText(text) {
    case .span(let span):
      let day = span.count == 4 ? span + "-01-01" : span + "-01"
      note(
        .dateLiteral, at: place,
        "\(call.name)('\(span)') does not take '\(span)' for a date. Write '\(day)'.",
        vi: "\(call.name)('\(span)') không coi '\(span)' là ngày. Hãy viết '\(day)'.")
    default: break
    }
  }

  /// `format(began, 'yyyy')` of other databases.
  private func checkFormat(_ call: SQLCall, at place: SQLPlace, in scope: NoteScope) {
    guard call.name == "format", call.arguments.count > 1, let first = call.arguments.first,
      let meaning = meaning(of: first, in: scope), meaning.isTime
    else { return }
    let said = source(first.place)
    note(
      .format, at: place, "format() is printf here. Write substr(\(said), 1, 4).",
      vi: "Ở đây format() là printf. Hãy viết substr(\(said), 1, 4).")
  }

  func isGuarded(_ expression: SQLExpression, _ meaning: Meaning) -> Bool {
    guarded.contains(meaning.column)
      || expression.all.contains { $0.columnName.map(guarded.contains) ?? false }
  }

  // MARK: Against a literal

  /// A date against what stands on the other side.
  ///
  /// - Parameters:
  ///   - sign: with the date on the left.
  ///   - list: what else stands in the same list.
  func checkDate(
    _ date: SQLExpression, _ meaning: Meaning, _ sign: String, _ other: SQLExpression,
    of list: [SQLExpression] = []
  ) {
    let place = other.place
    if isUnquotedDate(other) {
      let said = source(place).replacing(" ", with: "")
      return note(
        .unquotedDate, at: place,
        "\(said) without quotes is arithmetic. Write a date as '2019-01-31'.",
        vi: "\(said) không có dấu nháy là phép tính. Hãy viết ngày dạng '2019-01-31'.")
    }
    var text = other.textValue
    if text == nil, let number = other.numberValue {
      guard meaning.affinity == .text else {
        return noteNumber(number, against: date, at: place)
      }
      text = number
    }
    guard let text, !meaning.isMixed else { return }
    if text.isEmpty {
      guard ["=", "is", "in"].contains(sign) else { return }
      return noteEmpty(date, at: place)
    }
    let isEqual = ["=", "<>", "is", "is not", "in"].contains(sign)
    switch DateText(text) {
    case .stored: return
    case .none, .bound:
      if case .bound = DateText(text), !isEqual { return }
      if Self.unknown.contains(text.lowercased()) { return noteEmpty(date, at: place) }
      if Self.today.contains(text.lowercased()) { return noteToday(text, at: place) }
      note(
        .noDate, at: place,
        "'\(text)' is not a date as dates are stored. Write '2019-01-31', '2019-01' or '2019'.",
        vi:
          "'\(text)' không phải ngày theo dạng lưu trữ. Hãy viết '2019-01-31', '2019-01' hoặc '2019'."
      )
    case .span(let span):
      if isEqual { return checkEqual(date, meaning, span, at: place, of: list) }
      if sign == "<=" { checkUpTo(date, meaning, span, at: place) }
    }
  }

  /// What people write for what is not known or not over, and for the day that it is.
  private static let unknown: Set<String> = ["null", "none", "n/a", "-", "present", "unknown"]
  private static let today: Set<String> = ["now", "today", "current_date"]

  private func noteToday(_ text: String, at place: SQLPlace) {
    note(
      .noDate, at: place,
      "'\(text)' is not a date. Write date('now', 'localtime'), or known_day.day for the registry's last day.",
      vi:
        "'\(text)' không phải ngày. Hãy viết date('now', 'localtime'), hoặc known_day.day là ngày cuối mà sổ biết."
    )
  }

  private func checkEqual(
    _ date: SQLExpression, _ meaning: Meaning, _ span: String, at place: SQLPlace,
    of list: [SQLExpression]
  ) {
    // A list of years and of days asks for both.
    if list.contains(where: { $0.textValue?.utf8.count != span.utf8.count }) { return }
    let said = source(date.place)
    if meaning.kind == .day {
      let last = span.count == 4 ? span + "-12-31" : span + "-31"
      let first = span.count == 4 ? span + "-01-01" : span + "-01"
      return note(
        .equalsYear, at: place,
        "\(said) is a whole day, never '\(span)'. Write \(said) BETWEEN '\(first)' AND '\(last)'.",
        vi:
          "\(said) là ngày đầy đủ, không bao giờ là '\(span)'. Hãy viết \(said) BETWEEN '\(first)' AND '\(last)'."
      )
    }
    guard !isGuarded(date, meaning), probe.hasDate(within: span, meaning) ?? false else { return }
    note(
      .equalsYear, at: place,
      "'\(span)' finds only dates of which no more is known. For all within it: \(said) LIKE '\(span)%'.",
      vi:
        "'\(span)' chỉ tìm ngày không biết rõ hơn thế. Muốn tất cả trong đó: \(said) LIKE '\(span)%'."
    )
  }

  private func checkUpTo(
    _ date: SQLExpression, _ meaning: Meaning, _ span: String, at place: SQLPlace
  ) {
    guard !isGuarded(date, meaning), probe.hasDate(within: span, meaning) ?? false,
      let next = Self.next(after: span)
    else { return }
    note(
      .upToYear, at: place,
      "Up to '\(span)' leaves out the days within \(span). Write < '\(next)'.",
      vi:
        "Đến '\(span)' bỏ sót các ngày trong \(span.count == 4 ? "năm" : "tháng") \(span). Hãy viết < '\(next)'."
    )
  }

  private static func next(after span: String) -> String? {
    guard let year = Int(span.prefix(4)) else { return nil }
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    guard span.count == 7 else { return padded(year + 1, 4) }
    guard let month = Int(span.suffix(2)) else { return nil }
    return month == 12 ? padded(year + 1, 4) : span.prefix(5) + padded(month + 1, 2)
  }

  /// `2019-01-31` or `31/1/2019`, numbers alone.
  private func isUnquotedDate(_ expression: SQLExpression) -> Bool {
    for sign in ["-", "/"] {
      guard case .binary(sign, let left, let last, _) = expression.plain,
        case .binary(sign, let first, let middle, _) = left.plain
      else { continue }
      return [first, middle, last].allSatisfy { $0.numberValue.flatMap { Int($0) } != nil }
    }
    return false
  }

  private func noteNumber(_ number: String, against date: SQLExpression, at place: SQLPlace) {
    let said = source(date.place)
    note(
      .textAgainstNumber, at: place,
      "\(said) is text, and a number is always less than text. Write '\(number)'.",
      vi: "\(said) là văn bản, mà số luôn nhỏ hơn văn bản. Hãy viết '\(number)'.")
  }

  func noteEmpty(_ value: SQLExpression, at place: SQLPlace) {
    let said = source(value.place)
    note(
      .emptyText, at: place, "What is not known is NULL, never ''. Write \(said) IS NULL.",
      vi: "Điều chưa biết là NULL, không bao giờ là ''. Hãy viết \(said) IS NULL.")
  }
}
