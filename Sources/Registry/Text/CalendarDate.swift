/// A year, a month or a day of the calendar, of the years 1 to 9998.
package struct CalendarDate: Hashable, Sendable {
  package let year: Int
  package let month: Int?
  package let day: Int?

  /// - Throws: where there is no such day; nothing is moved to a neighbouring one.
  package init(year: Int, month: Int? = nil, day: Int? = nil) throws(PartialDate.Fault) {
    guard (1...9998).contains(year) else { throw .noYear(year) }
    if let month {
      guard (1...12).contains(month) else { throw .noMonth(month) }
      if let day {
        guard (1...Self.days(in: month, of: year)).contains(day) else {
          throw .noDay(day, month: month, year: year)
        }
      }
    } else if day != nil {
      throw .shape
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads the UTF-8 of `2024`, `2024-02` or `2024-02-29`.
  init(written text: Slice<UnsafeRawBufferPointer>) throws(PartialDate.Fault) {
    let count = text.count
    guard count == 4 || count == 7 || count == 10 else { throw .shape }
    let hyphen = UInt8(ascii: "-")
    // By places, for this is asked for every row of a question.
    let start = text.startIndex
    guard count < 7 || text[start + 4] == hyphen, count < 10 || text[start + 7] == hyphen,
      let year = Self.number(text[start..<start + 4]),
      let month = count < 7 ? 0 : Self.number(text[start + 5..<start + 7]),
      let day = count < 10 ? 0 : Self.number(text[start + 8..<start + 10])
    else { throw .shape }
    try self.init(year: year, month: count < 7 ? nil : month, day: count < 10 ? nil : day)
  }

  private static func number(_ digits: Slice<UnsafeRawBufferPointer>) -> Int? {
    var number = 0
    for byte in digits {
      guard (48...57).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 48)
    }
    return number
  }

  /// The digits as a number; `nil` where anything else stands among them.
  static func number(_ digits: some StringProtocol) -> Int? {
    digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : nil
  }

  package var description: String {
    var text = Self.padded(year, to: 4)
    if let month { text += "-" + Self.padded(month, to: 2) }
    if let day { text += "-" + Self.padded(day, to: 2) }
    return text
  }

  /// The first day that this can mean.
  package var earliest: CalendarDay { CalendarDay(year: year, month: month ?? 1, day: day ?? 1) }

  /// The last day that this can mean.
  package var latest: CalendarDay {
    let month = month ?? 12
    return CalendarDay(
      year: year, month: month, day: day ?? Self.days(in: month, of: year))
  }

  /// The year, the month or the day before this one; `nil` where the calendar has none.
  package var before: CalendarDate? {
    guard let month else { return try? CalendarDate(year: year - 1) }
    let monthBefore = month > 1 ? (year, month - 1) : (year - 1, 12)
    guard let day else { return try? CalendarDate(year: monthBefore.0, month: monthBefore.1) }
    if day > 1 { return try? CalendarDate(year: year, month: month, day: day - 1) }
    return try? CalendarDate(
      year: monthBefore.0, month: monthBefore.1,
      day: Self.days(in: monthBefore.1, of: monthBefore.0))
  }

  /// The year, the month or the day after this one; `nil` where the calendar has none.
  package var after: CalendarDate? {
    guard let month else { return try? CalendarDate(year: year + 1) }
    let monthAfter = month < 12 ? (year, month + 1) : (year + 1, 1)
    guard let day else { return try? CalendarDate(year: monthAfter.0, month: monthAfter.1) }
    if day < Self.days(in: month, of: year) {
      return try? CalendarDate(year: year, month: month, day: day + 1)
    }
    return try? CalendarDate(year: monthAfter.0, month: monthAfter.1, day: 1)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
