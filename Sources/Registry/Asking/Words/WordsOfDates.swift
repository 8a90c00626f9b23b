import Schema

extension ForeignWord {
  /// Days: today, between two, a part of one.
  static let ofDates = ofToday + ofSpans + ofDateParts + ofDateForms

  private static let ofToday = [
    ForeignWord(
      "NOW, GETDATE, SYSDATETIME",
      .function("now", "getdate", "sysdatetime", "getutcdate", "utc_timestamp", "current_datetime"),
      write: "datetime('now', 'localtime')"),
    ForeignWord(
      "SYSDATE, LOCALTIMESTAMP", .column("sysdate", "localtimestamp", "localtime"),
      .function("sysdate", "localtimestamp", "localtime"), write: "datetime('now', 'localtime')"),
    ForeignWord(
      "CURDATE, TODAY", .function("curdate", "today"),
      .column("today", "curdate", "now", "getdate", "current_day"),
      write: "date('now', 'localtime')",
      words: Sentence(
        "The registry's own last day is known_day.day.",
        vi: "Ngày cuối mà sổ biết là known_day.day.")),
    ForeignWord(
      "CURRENT_DATE()",
      .syntax { mistake, place in
        mistake.isSymbol(place, "(")
          && mistake.isWord(place - 1, "current_date", "current_timestamp", "current_time")
          ? Sign.Hit() : nil
      },
      words: Sentence("Leave out the parentheses.", vi: "Hãy bỏ cặp ngoặc.")),
    ForeignWord("CURRENT_DATE - 30", write: "date('now', 'localtime', '-30 days')"),
  ]

  private static let ofSpans = [
    ForeignWord(
      "DATEDIFF(day, a, b), TIMESTAMPDIFF", .within("datediff", "timestampdiff"),
      .function("timestampdiff"),
      write: "days(a, b)",
      words: Sentence("For full years: years(a, b).", vi: "Số năm tròn: years(a, b).")),
    ForeignWord(
      "DATEDIFF(b, a)", .function("datediff"), write: "days(a, b)",
      words: Sentence(
        "It knows dates that are a year or a month.",
        vi: "Hàm này hiểu cả ngày chỉ có năm hoặc tháng.")),
    ForeignWord(
      "DATE_DIFF", .function("date_diff"), .within("date_diff"), write: "days(a, b)"),
    ForeignWord("AGE", .function("age"), write: "years(a, b)", "days(a, b)"),
    ForeignWord(
      "MONTHS_BETWEEN", .function("months_between"), write: "days(a, b) / 30.4375"),
    ForeignWord(
      "DATEADD(day, 30, d)", .within("dateadd", "timestampadd"),
      .function("dateadd", "timestampadd"),
      write: "date(d, '+30 days')", words: wholeDay),
    ForeignWord(
      "DATE_ADD, DATE_SUB", .within("date_add", "date_sub", "adddate", "subdate"),
      .function("date_add", "date_sub", "adddate", "subdate"), write: "date(d, '+30 days')",
      words: wholeDay),
    ForeignWord(
      "ADD_MONTHS", .function("add_months"), write: "date(d, '+3 months')", words: wholeDay),
    ForeignWord(
      "INTERVAL '1 year'", .other { mistake in typed(mistake, ["interval"]) },
      write: "date(d, '+1 year')", words: wholeDay),
  ]

  private static let wholeDay = Sentence(
    "d is a whole day: began_earliest, not began.",
    vi: "d phải là ngày đủ: began_earliest, không phải began.")

  private static let ofDateParts = [
    ForeignWord(
      "DATE_TRUNC", .function("date_trunc"), .within("date_trunc"),
      words: Sentence(
        "Of our dates: substr(d, 1, 4) or substr(d, 1, 7). Of whole days: date(d, 'start of month').",
        vi:
          "Với ngày của sổ: substr(d, 1, 4) hoặc substr(d, 1, 7). Với ngày đủ: date(d, 'start of month')."
      ),
      codes: ["substr(d, 1, 4)", "substr(d, 1, 7)", "date(d, 'start of month')"]),
    ForeignWord(
      "EXTRACT(YEAR FROM d)", .within("extract"), .function("extract"), write: "year_of(d)",
      words: month),
    ForeignWord(
      "DATE_PART, DATENAME", .function("date_part", "datename"), .within("date_part", "datename"),
      write: "year_of(d)", words: month),
    ForeignWord(
      "DATEPART(year, d)", .within("datepart"), .function("datepart"), write: "year_of(d)",
      words: month),
    ForeignWord("YEAR(d)", .function("year"), write: "year_of(d)"),
    ForeignWord(
      "MONTH(d), DAY(d)", .function("month", "day", "dayofmonth"),
      write: "substr(d, 6, 2)", "substr(d, 9, 2)",
      words: Sentence("Empty where not known.", vi: "Rỗng nếu không biết.")),
    ForeignWord("QUARTER(d)", .function("quarter"), write: "(substr(d, 6, 2) + 2) / 3"),
    ForeignWord(
      "WEEKDAY, DAYOFWEEK", .function("weekday", "dayofweek", "dayname"),
      write: "strftime('%w', d)",
      words: Sentence("Of a whole day; 0 is Sunday.", vi: "Với ngày đủ; 0 là Chủ nhật.")),
    ForeignWord(
      "WEEK, DAYOFYEAR", .function("week", "weekofyear", "dayofyear", "yearweek"),
      write: "strftime('%W', d)", "strftime('%j', d)",
      words: Sentence("Of a whole day.", vi: "Với ngày đủ.")),
  ]

  private static let month = Sentence("The month: substr(d, 6, 2).", vi: "Tháng: substr(d, 6, 2).")

  private static let ofDateForms = [
    ForeignWord(
      "TO_CHAR, DATE_FORMAT", .function("to_char", "date_format", "format_date"),
      words: Sentence(
        "Of our dates: substr(d, 1, 7). Of whole days: strftime('%d/%m/%Y', d).",
        vi: "Với ngày của sổ: substr(d, 1, 7). Với ngày đủ: strftime('%d/%m/%Y', d)."),
      codes: ["substr(d, 1, 7)", "strftime('%d/%m/%Y', d)"]),
    ForeignWord(
      "FORMAT(d, 'yyyy')",
      words: Sentence(
        "format() is printf here. Write substr(d, 1, 4).",
        vi: "Ở đây format() là printf. Hãy viết substr(d, 1, 4)."),
      codes: ["substr(d, 1, 4)"]),
    ForeignWord(
      "TO_DATE, STR_TO_DATE",
      .function(
        "to_date", "str_to_date", "to_timestamp", "parse_date", "make_date", "datefromparts",
        "dateserial", "cdate", "datevalue"),
      words: Sentence(
        "Write the date as '2019-01-31'.", vi: "Hãy viết ngày dạng '2019-01-31'."),
      codes: ["'2019-01-31'"]),
    ForeignWord(
      "DATE '2019-01-01'",
      .other { mistake in typed(mistake, ["date", "timestamp", "time"]) },
      words: Sentence(
        "Leave out the word: '2019-01-01'.", vi: "Hãy bỏ từ đó: '2019-01-01'."),
      codes: ["'2019-01-01'"], example: "'2019-01-01'"),
    ForeignWord(
      "{d '2019-01-01'}",
      .token { mistake, place in
        mistake.isSymbol(place, "{") && mistake.isWord(place + 1, "d", "ts", "t")
          && mistake.kind(place + 2) == .text
      },
      words: Sentence(
        "Leave out the braces: '2019-01-01'.", vi: "Hãy bỏ dấu ngoặc nhọn: '2019-01-01'."),
      codes: ["'2019-01-01'"]),
    ForeignWord(
      "#01/31/2019#",
      .other { mistake in
        guard [.syntax, .token].contains(mistake.complaint.kind), let place = mistake.place,
          mistake.isSymbol(place, "#"), mistake.kind(place + 1) == .number
        else { return nil }
        return Sign.Hit()
      },
      write: "'2019-01-31'"),
    ForeignWord(
      "EOMONTH, LAST_DAY", .function("eomonth", "last_day"), write: "latest(substr(d, 1, 7))"),
  ]

  /// A word that says what kind of thing the value behind it is: `DATE '2019-01-01'`.
  ///
  /// Between the columns of a SELECT it is taken for a column; elsewhere the value behind it is one
  /// too many.
  private static func typed(_ mistake: Mistake, _ words: [String]) -> Sign.Hit? {
    guard let place = mistake.place else { return nil }
    let word =
      switch mistake.complaint.kind {
      case .column: place
      case .syntax: place - 1
      default: -1
      }
    guard let found = mistake.word(word), words.contains(found), !mistake.isWord(word - 1, "as"),
      !mistake.isSymbol(word - 1, "."), let kind = mistake.kind(word + 1)
    else { return nil }
    let value = mistake.written(word + 1, through: word + 1)
    // Another text is a name that is given to a column.
    let isValue = kind == .number || kind == .text && value.dropFirst().first?.isNumber ?? false
    return isValue ? Sign.Hit(place: word, given: value) : nil
  }
}
