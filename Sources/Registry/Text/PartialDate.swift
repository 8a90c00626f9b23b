/// A date as a source gives it: a year, a month or a day, and how sure the source is.
///
/// The written form is the Extended Date/Time Format (ISO 8601-2) level 0, `2024`, `2024-02`,
/// `2024-02-29`, with the final `?` (uncertain), `~` (approximate) or `%` (both) of level 1.
package struct PartialDate: Equatable, Hashable, Sendable {
  package enum Qualifier: String, Sendable {
    case uncertain = "?"
    case approximate = "~"
    case both = "%"
  }

  package let year: Int
  package let month: Int?
  package let day: Int?
  package let qualifier: Qualifier?

  /// Why a text is no date.
  package enum Fault: Error, Equatable, Sendable {
    case shape
    case noMonth(Int)
    case noDay(Int, month: Int, year: Int)
    case noYear(Int)
  }

  /// - Throws: where there is no such day; nothing is moved to a neighbouring one.
  package init(
    year: Int, month: Int? = nil, day: Int? = nil, qualifier: Qualifier? = nil
  ) throws(Fault) {
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
    self.qualifier = qualifier
  }

  /// Reads the written form, and `29/02/2024` or `02/2024` as the day and the month stand in
  /// Vietnamese documents.
  ///
  /// Both digits are wanted: `9/1/2024` is read in two ways.
  package init(_ text: String) throws(Fault) {
    var body = Substring(text)
    var qualifier: Qualifier?
    if let last = body.last, let found = Qualifier(rawValue: String(last)) {
      qualifier = found
      body.removeLast()
    }
    let isSlashed = body.contains("/")
    var parts = body.split(separator: isSlashed ? "/" : "-", omittingEmptySubsequences: false)
    if isSlashed { parts.reverse() }
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      !isSlashed || parts.count > 1
    else { throw .shape }
    let numbers = parts.compactMap { Int($0) }
    try self.init(
      year: numbers[0],
      month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil,
      qualifier: qualifier
    )
  }

  /// The stored form.
  package var description: String {
    var text = Self.padded(year, to: 4)
    if let month { text += "-" + Self.padded(month, to: 2) }
    if let day { text += "-" + Self.padded(day, to: 2) }
    return text + (qualifier?.rawValue ?? "")
  }

  /// The first day that this can mean, as `YYYY-MM-DD`.
  package var earliest: String {
    [Self.padded(year, to: 4), Self.padded(month ?? 1, to: 2), Self.padded(day ?? 1, to: 2)]
      .joined(separator: "-")
  }

  /// The last day that this can mean, as `YYYY-MM-DD`.
  package var latest: String {
    let month = month ?? 12
    return [
      Self.padded(year, to: 4), Self.padded(month, to: 2),
      Self.padded(day ?? Self.days(in: month, of: year), to: 2),
    ].joined(separator: "-")
  }

  package static func days(in month: Int, of year: Int) -> Int {
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
