import SQLite
import Testing

@testable import Registry

/// What SQL answers on dates that are a year, a month, a day or bounds.
@Suite struct DateFunctionTests {
  private let registry: Registry
  private var connection: Connection { registry.connection }

  init() throws { registry = try Registry.inMemory() }

  private func answer(_ call: String) throws -> Value? {
    try connection.value(SQL(carried: "SELECT " + call), as: Value.self)
  }

  @Test(
    arguments: [
      ("earliest('1801')", .text("1801-01-01")), ("latest('1801')", .text("1801-12-31")),
      ("earliest('2024-02')", .text("2024-02-01")), ("latest('2024-02')", .text("2024-02-29")),
      ("latest('1900-02')", .text("1900-02-28")), ("latest('2024-02-29')", .text("2024-02-29")),
      ("earliest('1965?')", .text("1965-01-01")), ("latest('1965~')", .text("1965-12-31")),
      ("earliest('[..1917]')", .null), ("latest('[..1917]')", .text("1917-12-31")),
      ("earliest('[1858-06-01..]')", .text("1858-06-01")), ("latest('[1858-06-01..]')", .null),
      ("earliest('[1917..1920]')", .text("1917-01-01")),
      ("latest('[1917..1920]')", .text("1920-12-31")), ("earliest(NULL)", .null),
      ("year_of('2019-05-03')", .integer(2019)), ("year_of('1790')", .integer(1790)),
      ("year_of('1995-06?')", .integer(1995)), ("year_of('[1917..1920]')", .null),
      ("year_of('[1917-02..1917-11]')", .integer(1917)), ("year_of('[..1917]')", .null),
      ("days('2019-01-01', '2019-01-31')", .integer(30)), ("days('2019-01', '2019-03')", .null),
      ("days_least('2019-01', '2019-03')", .integer(29)),
      ("days_most('2019-01', '2019-03')", .integer(89)),
      ("days_least('1790', '1790')", .integer(-364)),
      ("days_most('1790', '1790')", .integer(364)),
      ("days('2019-01-01?', '2019-01-31')", .integer(30)),
      ("days_least('[..1917]', '1920-01-01')", .integer(731)),
      ("days_most('[..1917]', '1920-01-01')", .null), ("days_most('2019-01-01', NULL)", .null),
      ("days_least('[1917..1920]', '1921-06')", .integer(152)),
      ("years('1940-05-10', '2000-05-09')", .integer(59)), ("years('1940', '2000')", .null),
      ("years_least('1940', '2000')", .integer(59)),
      ("years_most('1940', '2000')", .integer(60)),
      ("years('2024-02-29', '2025-02-28')", .integer(0)),
      ("years('1943', '1943-06-01')", .integer(0)),
      ("years_most('[1858-06-01..]', '1900')", .integer(42)),
      ("certainly_before('1917', '1918')", .integer(1)),
      ("certainly_before('1917', '1917-06')", .integer(0)),
      ("certainly_before('2019-01-01', '2019-01-01')", .integer(0)),
      ("certainly_before('1917?', '1990')", .integer(0)),
      ("certainly_before('[..1917]', '1920')", .integer(1)),
      ("certainly_before('[1858-06-01..]', '1900')", .integer(0)),
      ("certainly_before(NULL, '1900')", .null),
      ("possibly_before('1917', '1917-06')", .integer(1)),
      ("possibly_before('1918', '1917')", .integer(0)),
      ("possibly_before('[1858-06-01..]', '1900')", .integer(1)),
      ("possibly_before('[..1917]', '1801')", .integer(1)),
      ("possibly_before('[1917..1920]', '1917-01-01')", .integer(0)),
      ("possibly_before('2020?', '2019')", .integer(0)),
      ("years('2024-02-29', '2025-03-01')", .integer(1)),
      ("years('2000-01-02', '1999-01-01')", .integer(-1)),
      ("days('0001-01-01', '9998-12-31')", .integer(3_651_693)),
      ("certainly_before('1917', '1990~')", .integer(0)),
      ("possibly_before(NULL, '1900')", .null), ("days(NULL, NULL)", .null),
    ] as [(String, Value)])
  func `a call has its answer`(call: String, answer: Value) throws {
    #expect(try self.answer(call) == answer)
  }

  // MARK: Errors

  private static let functionsOfOne = ["earliest", "latest", "year_of"]
  private static let functionsOfTwo = [
    "days_least", "days_most", "days", "years_least", "years_most", "years", "certainly_before",
    "possibly_before",
  ]

  private func refusal(_ call: String) throws -> RegistryError? {
    let error = try #require(throws: SQLiteError.self, "\(call)") { try answer(call) }
    return registry.functionRefusals.refusal(behind: error)
  }

  @Test(arguments: [
    "'01/01/2019'", "''", "'2019-02-30'", "'2019-13'", "'0000'", "'9999'", "'now'", "' 2019'",
    "'[1920..1917]'", "'[1917, 1920]'", "'[..]'", "'[1917?..]'", "'2019-01-01T10:00'", "'2019??'",
    "'20190101'", "2019", "2019-01-01", "1.5", "x'32303139'",
  ])
  func `what is no date is an error of each function, also beside NULL`(text: String) throws {
    let calls =
      Self.functionsOfOne.map { "\($0)(\(text))" }
      + Self.functionsOfTwo.flatMap { name in
        ["\(name)(\(text), '2019')", "\(name)('2019', \(text))", "\(name)(NULL, \(text))"]
      }
    for call in calls {
      let refusal = try #require(try refusal(call))
      #expect(refusal.kind == .invalidValue)
      let name = call.prefix { $0 != "(" }
      for words in [refusal.message.english, refusal.message.vietnamese] {
        #expect(words.hasPrefix("SQL: \(name): "), "\(words)")
      }
      #expect(refusal.hint != nil)
    }
  }

  @Test(arguments: [
    (
      "days('01/01/2019', '2019-02-30')", "SQL: days: '01/01/2019' is no date.",
      "SQL: days: '01/01/2019' không phải là ngày tháng.",
      "If that is what is meant, write '2019-01-01'.",
      "Nếu ý là 01/01/2019, hãy viết '2019-01-01'."
    ),
    (
      "years('2019', 2019-01-01)", "SQL: years: 2017 is a number, no date.",
      "SQL: years: 2017 là số, không phải ngày tháng.", "Write '2019-01-01'",
      "Hãy viết '2019-01-01'"
    ),
    (
      "latest('O''Neill' || char(27))", "SQL: latest: 'O''Neill\\u{1b}' is no date.",
      "SQL: latest: 'O''Neill\\u{1b}' không phải là ngày tháng.", "Write '2019-01-01'",
      "Hãy viết '2019-01-01'"
    ),
  ])
  func `an error names the text and the way out`(
    call: String, english: String, vietnamese: String, hint: String, hintVietnamese: String
  ) throws {
    let refusal = try #require(try refusal(call))
    #expect(refusal.message == Sentence(english, vi: vietnamese))
    #expect(refusal.hint?.english.hasPrefix(hint) == true)
    #expect(refusal.hint?.vietnamese.hasPrefix(hintVietnamese) == true)
  }

  // MARK: Enumeration

  @Test func `every pair of dates is answered as all days say that they can mean`() throws {
    let dates = [
      "1899", "1900", "1900-02", "1900-02-28", "1900-03-01", "1904~", "1904-02", "1904-02-29",
      "1904-02?", "1904-12-31%", "[1899-12..1900-01]", "[1900..1900-06-15]",
      "[1904-02-29..1904-03]",
      "1901-01-01", "[1902-05-06..1902-05-06]",
    ].map { EnumeratedDate($0) }
    for date in dates {
      let (first, last) = (try #require(date.days.first), try #require(date.days.last))
      #expect(try answer("earliest('\(date.text)')") == .text(first.text))
      #expect(try answer("latest('\(date.text)')") == .text(last.text))
      #expect(
        try answer("year_of('\(date.text)')")
          == (first.year == last.year ? .integer(Int64(first.year)) : .null))
    }
    for first in dates {
      for second in dates {
        let expected = Reckoning(first, second)
        for (name, value) in expected.answers {
          let call = "\(name)('\(first.text)', '\(second.text)')"
          #expect(try answer(call) == value, "\(call)")
        }
      }
    }
  }

  @Test func `an open set is bounded on one side alone`() throws {
    let dates = [
      "1899", "1900-02", "1904-02-29", "1904~", "[..1900]", "[1900-03..]", "[1904..1905]",
    ]
    for first in dates {
      for second in dates {
        let (a, b) = (try PartialDate(written: first), try PartialDate(written: second))
        let pair = "('\(first)', '\(second)')"
        let least = a.latest == nil || b.earliest == nil
        let most = a.earliest == nil || b.latest == nil
        for kind in ["days", "years"] {
          #expect(try (answer("\(kind)_least\(pair)") == .null) == least, "\(pair)")
          #expect(try (answer("\(kind)_most\(pair)") == .null) == most, "\(pair)")
          if least || most { #expect(try answer(kind + pair) == .null, "\(pair)") }
        }
        if least { #expect(try answer("certainly_before\(pair)") == .integer(0), "\(pair)") }
        if most { #expect(try answer("possibly_before\(pair)") == .integer(1), "\(pair)") }
      }
    }
  }

  @Test func `the laws hold`() throws {
    let dates = [
      "1899", "1900-02", "1904-02-29", "1904-02-29?", "[..1900]", "[1900-03..]", "[1904..1905]",
      "1900", "1904~", "1903-12-31",
    ]
    let rows = dates.map { "('\($0)')" }.joined(separator: ", ")
    let broken = try connection.column(
      SQL(
        carried: """
          WITH d (x) AS (VALUES \(rows))
          SELECT a.x || ' ' || b.x FROM d AS a, d AS b WHERE NOT (
            certainly_before(a.x, b.x) <= possibly_before(a.x, b.x)
            AND days(a.x, b.x) IS -days(b.x, a.x) AND years(a.x, b.x) IS -years(b.x, a.x)
            AND days_least(a.x, b.x) IS -days_most(b.x, a.x)
            AND years_least(a.x, b.x) IS -years_most(b.x, a.x)
            AND ifnull(days_least(a.x, b.x) <= days_most(a.x, b.x), 1)
            AND ifnull(years_least(a.x, b.x) <= years_most(a.x, b.x), 1)
          )
          """), as: String.self)
    #expect(broken == [])
    #expect(try answer("certainly_before('2019-01-01', '2019-01-01')") == .integer(0))
    #expect(try answer("possibly_before('2019-01-01', '2019-01-01')") == .integer(0))
  }

  @Test func `what is stored is read, columns of earliest days among it`() throws {
    let temporary = try TemporaryRegistry(sample: true)
    let dates = """
      SELECT born AS d, born_earliest AS first, born_latest AS last FROM person
      UNION ALL SELECT credentials, credentials_earliest, credentials_latest FROM accreditation
      UNION ALL SELECT in_office_by, in_office_by_earliest, in_office_by_latest FROM accreditation
      UNION ALL SELECT began, began_earliest, began_latest FROM accreditation
      UNION ALL SELECT ended, ended_earliest, ended_latest FROM posting
      """
    let counts = try temporary.connection.column(
      SQL(
        carried: """
          SELECT count(*) FROM (\(dates)) WHERE earliest(d) IS NOT first OR latest(d) IS NOT last
            OR earliest(first) IS NOT first OR latest(first) IS NOT first
          UNION ALL SELECT count(d) < 100 FROM (\(dates))
          """), as: Int.self)
    #expect(counts == [0, 0])
  }
}

/// A date as the list of its days, by counting from the first to the last.
private struct EnumeratedDate {
  struct Day: Equatable {
    let number: Int
    let year: Int
    let month: Int
    let day: Int
    var text: String {
      let digits = String(year * 10000 + month * 100 + day)
      return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
    }
  }

  /// Every day of the years that are tried, one after the other.
  private static let calendar: [Day] = {
    var days: [Day] = []
    for year in 1898...1906 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for (index, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        .enumerated()
      {
        for day in 1...length {
          days.append(Day(number: days.count, year: year, month: index + 1, day: day))
        }
      }
    }
    return days
  }()

  let text: String
  let days: [Day]
  let isUnsure: Bool

  init(_ text: String) {
    self.text = text
    isUnsure = "?~%".contains(text.last ?? " ")
    let plain = text.filter { !"?~%[]".contains($0) }
    let halves = plain.split(separator: "..")
    let (from, to) = (halves[0], halves[halves.count - 1])
    // Texts: a day lies within 1904-02 where it begins so.
    days = Self.calendar.filter { day in
      day.text.prefix(from.count) >= from && day.text.prefix(to.count) <= to
    }
  }
}

/// What all pairs of days of two dates say.
private struct Reckoning {
  private var days = (least: Int.max, most: Int.min)
  private var years = (least: Int.max, most: Int.min)
  private var isAlwaysBefore = true
  private var isEverBefore = false
  private let isUnsure: Bool

  init(_ first: EnumeratedDate, _ second: EnumeratedDate) {
    isUnsure = first.isUnsure || second.isUnsure
    for from in first.days {
      for to in second.days {
        days = (min(days.least, to.number - from.number), max(days.most, to.number - from.number))
        let full = Self.years(from, to)
        years = (min(years.least, full), max(years.most, full))
        isAlwaysBefore = isAlwaysBefore && from.number < to.number
        isEverBefore = isEverBefore || from.number < to.number
      }
    }
  }

  /// By birthdays: how many of them lie behind the first day and not behind the second.
  private static func years(_ from: EnumeratedDate.Day, _ to: EnumeratedDate.Day) -> Int {
    if to.number < from.number { return -years(to, from) }
    var full = 0
    while true {
      let birthday = (from.year + full + 1) * 10000 + from.month * 100 + from.day
      // That of 29 February comes on 1 March where there is none: any number between will do.
      guard birthday <= to.year * 10000 + to.month * 100 + to.day else { return full }
      full += 1
    }
  }

  var answers: [(String, Value)] {
    func agreed(_ pair: (least: Int, most: Int)) -> Value {
      pair.least == pair.most ? .integer(Int64(pair.least)) : .null
    }
    return [
      ("days_least", .integer(Int64(days.least))), ("days_most", .integer(Int64(days.most))),
      ("days", agreed(days)), ("years_least", .integer(Int64(years.least))),
      ("years_most", .integer(Int64(years.most))), ("years", agreed(years)),
      ("certainly_before", .integer(isAlwaysBefore && !isUnsure ? 1 : 0)),
      ("possibly_before", .integer(isEverBefore ? 1 : 0)),
    ]
  }
}
