import SQLite

/// Functions of SQL on dates that are a year, a month, a day or bounds.
///
/// A date is each day from the earliest to the latest that it can mean. A mark of doubt moves no
/// bound; it takes certainty away. What is no stored form is an error, never NULL.
enum DateFunctions {
  static let all: [SQLFunction] = bounds + days + years + orders

  private static let bounds = [
    ofOne(
      "earliest",
      Sentence(
        "The first day that a date can mean; NULL where that is open",
        vi: "Ngày sớm nhất có thể; NULL nếu giới hạn đầu để ngỏ"),
      "SELECT earliest('2024-02')", "2024-02-01"
    ) { text($0.earliestDay) },
    ofOne(
      "latest",
      Sentence(
        "The last day that a date can mean; NULL where that is open",
        vi: "Ngày muộn nhất có thể; NULL nếu giới hạn cuối để ngỏ"),
      "SELECT latest('2024-02')", "2024-02-29"
    ) { text($0.latestDay) },
    ofOne(
      "year_of",
      Sentence(
        "The year of a date; NULL where it can be in several",
        vi: "Năm của ngày tháng; NULL nếu có thể thuộc nhiều năm"),
      "SELECT year_of('1995-06?')", "1995"
    ) { date in
      let year = date.earliestDay?.year
      return year == date.latestDay?.year ? number(year) : .null
    },
  ]

  private static let days = [
    ofTwo(
      "days_least",
      Sentence(
        "The fewest days from a to b; below 0 where b can be the earlier; NULL where a bound is open",
        vi: "Số ngày ít nhất từ a đến b; âm nếu b có thể sớm hơn; NULL nếu một giới hạn để ngỏ"),
      "SELECT days_least('2019-01', '2019-03')", "29"
    ) { number(leastDays($0, $1)) },
    ofTwo(
      "days_most",
      Sentence(
        "The most days from a to b; NULL where a bound is open",
        vi: "Số ngày nhiều nhất từ a đến b; NULL nếu một giới hạn để ngỏ"),
      "SELECT days_most('2019-01', '2019-03')", "89"
    ) { number(mostDays($0, $1)) },
    ofTwo(
      "days",
      Sentence(
        "The days from a to b; NULL unless both are whole days",
        vi: "Số ngày từ a đến b; NULL nếu a hoặc b không phải là một ngày cụ thể"),
      "SELECT days('2019-01-01', '2019-01-31')", "30"
    ) { agreed(leastDays($0, $1), mostDays($0, $1)) },
  ]

  private static let years = [
    ofTwo(
      "years_least",
      Sentence(
        "The fewest full years from a to b; NULL where a bound is open",
        vi: "Số năm tròn ít nhất từ a đến b; NULL nếu một giới hạn để ngỏ"),
      "SELECT years_least('1940', '2000')", "59"
    ) { number(leastYears($0, $1)) },
    ofTwo(
      "years_most",
      Sentence(
        "The most full years from a to b; NULL where a bound is open",
        vi: "Số năm tròn nhiều nhất từ a đến b; NULL nếu một giới hạn để ngỏ"),
      "SELECT years_most('1940', '2000')", "60"
    ) { number(mostYears($0, $1)) },
    ofTwo(
      "years",
      Sentence(
        "The full years from a to b; NULL where they are not certain",
        vi: "Số năm tròn từ a đến b; NULL nếu không chắc chắn"),
      "SELECT years('1940-05-10', '2000-05-09')", "59"
    ) { agreed(leastYears($0, $1), mostYears($0, $1)) },
  ]

  private static let orders = [
    ofTwo(
      "certainly_before",
      Sentence(
        "1 where a lies before b, whatever days are meant, and neither is marked as unsure; else 0",
        vi:
          "1 nếu a chắc chắn trước b, dù là ngày nào, và không bên nào ghi là chưa chắc; nếu không thì 0"
      ),
      "SELECT certainly_before('1917', '1918-06')", "1"
    ) { first, second in
      guard first.qualifier == nil, second.qualifier == nil, let end = first.latestDay,
        let begin = second.earliestDay
      else { return .integer(0) }
      return .integer(end < begin ? 1 : 0)
    },
    ofTwo(
      "possibly_before",
      Sentence(
        "1 where a can lie before b; else 0", vi: "1 nếu a có thể trước b; nếu không thì 0"),
      "SELECT possibly_before('1917', '1917-06')", "1"
    ) { first, second in
      guard let begin = first.earliestDay, let end = second.latestDay else { return .integer(1) }
      return .integer(begin < end ? 1 : 0)
    },
  ]

  // MARK: Reckoning

  private static func leastDays(_ first: PartialDate, _ second: PartialDate) -> Int? {
    guard let from = first.latestDay, let to = second.earliestDay else { return nil }
    return to.number - from.number
  }

  private static func mostDays(_ first: PartialDate, _ second: PartialDate) -> Int? {
    guard let from = first.earliestDay, let to = second.latestDay else { return nil }
    return to.number - from.number
  }

  private static func leastYears(_ first: PartialDate, _ second: PartialDate) -> Int? {
    guard let from = first.latestDay, let to = second.earliestDay else { return nil }
    return from.years(until: to)
  }

  private static func mostYears(_ first: PartialDate, _ second: PartialDate) -> Int? {
    guard let from = first.earliestDay, let to = second.latestDay else { return nil }
    return from.years(until: to)
  }

  private static func agreed(_ least: Int?, _ most: Int?) -> Value {
    least == most ? number(least) : .null
  }

  private static func number(_ number: Int?) -> Value {
    number.map { .integer(Int64($0)) } ?? .null
  }

  private static func text(_ day: CalendarDay?) -> Value {
    day.map { .text($0.description) } ?? .null
  }

  // MARK: Reading

  private static func ofOne(
    _ name: String, _ about: Sentence, _ example: String, _ answer: String,
    _ body: @escaping @Sendable (PartialDate) -> Value
  ) -> SQLFunction {
    SQLFunction(
      name, ["d"], about, notes: [forms], example: example, answer: answer,
      .ofRow { (arguments, refusals) throws(FunctionFault) in
        try date(arguments[0], name, refusals).map(body) ?? .null
      })
  }

  private static func ofTwo(
    _ name: String, _ about: Sentence, _ example: String, _ answer: String,
    _ body: @escaping @Sendable (PartialDate, PartialDate) -> Value
  ) -> SQLFunction {
    SQLFunction(
      name, ["a", "b"], about, notes: [forms], example: example, answer: answer,
      .ofRow { (arguments, refusals) throws(FunctionFault) in
        // Both are read: beside NULL too a wrong one is wrong.
        let first = try date(arguments[0], name, refusals)
        let second = try date(arguments[1], name, refusals)
        guard let first, let second else { return .null }
        return body(first, second)
      })
  }

  private static let forms = Sentence(
    """
    Dates as they are stored: 2019, 2019-05 or 2019-05-03, with a final ?, ~ or % where the source \
    is unsure; or bounds, [1917..1920], [..1917], [1858-06-01..].
    """,
    vi: """
      Ngày tháng theo dạng lưu trữ: 2019, 2019-05 hoặc 2019-05-03, thêm ?, ~ hoặc % ở cuối nếu \
      nguồn chưa chắc chắn; hoặc giới hạn, [1917..1920], [..1917], [1858-06-01..].
      """)

  /// A date as it is stored; `nil` for NULL.
  private static func date(
    _ value: borrowing StoredValue, _ function: String, _ refusals: FunctionRefusals
  ) throws(FunctionFault) -> PartialDate? {
    switch value.storageClass {
    case .null: return nil
    case .text:
      do { return try PartialDate(written: value.textBytes) } catch {
        throw refusals.fault(
          of: function, noDate(value.shown()), hint: meaning(of: value.text) ?? wanted)
      }
    case .integer, .real:
      // Without quotes 2019-01-01 is 2017.
      throw refusals.fault(
        of: function,
        Sentence(
          "\(value.shown()) is a number, no date",
          vi: "\(value.shown()) là số, không phải ngày tháng"),
        hint: wanted)
    case .blob: throw refusals.fault(of: function, noDate(value.shown()), hint: wanted)
    }
  }

  private static func noDate(_ shown: String) -> Sentence {
    Sentence("\(shown) is no date", vi: "\(shown) không phải là ngày tháng")
  }

  private static let wanted = Sentence(
    "Write '2019-01-01', '2019-01' or '2019'; bounds as '[1917..1920]', '[..1917]', '[1917..]'.",
    vi: """
      Hãy viết '2019-01-01', '2019-01' hoặc '2019'; giới hạn viết '[1917..1920]', '[..1917]', \
      '[1917..]'.
      """)

  /// What somebody may have meant; `nil` where nobody can tell.
  private static func meaning(of text: String) -> Sentence? {
    guard let date = try? PartialDate(text) else { return nil }
    let stored = date.description
    return Sentence(
      "If that is what is meant, write '\(stored)'.",
      vi: "Nếu ý là \(PageDate.vietnamese(stored)), hãy viết '\(stored)'.")
  }
}
