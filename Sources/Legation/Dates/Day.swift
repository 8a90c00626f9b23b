import Registry

/// A whole day of the calendar, between 1 January of the year 1 and 31 December 9998.
///
/// Days compare by time, and their ``description`` is `2024-02-29`.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// From 1 to 9998.
  public let year: Int
  /// From 1 to 12.
  public let month: Int
  /// From 1 to the last day of the month.
  public let day: Int

  /// Makes a day of its numbers.
  ///
  /// - Parameters:
  ///   - year: from 1 to 9998.
  ///   - month: from 1 to 12.
  ///   - day: from 1 to the last day of the month.
  /// - Throws: ``RegistryError/Code-swift.struct/invalidValue`` where there is no such day.
  public init(year: Int, month: Int, day: Int) throws(RegistryError) {
    let date = try PartialDate(year: year, month: month, day: day)
    try self.init(date.description)
  }

  /// Reads a day as it is written.
  ///
  /// - Parameter text: `2024-02-29`, or `29/02/2024` as in Vietnamese documents.
  /// - Throws: ``RegistryError/Code-swift.struct/invalidValue`` where it is no whole day.
  public init(_ text: String) throws(RegistryError) {
    self.init(whole: try told { () throws(CoreError) in try CoreRegistry.day(text) })
  }

  /// `2024-02-29`, which sorts as the day does.
  public var description: String {
    func padded(_ number: Int, to width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// How pages print it: `2024-02-29` in English, `29/02/2024` in Vietnamese.
  public var text: LocalizedText { PartialDate(self).text }

  /// Whether one day lies before another.
  public static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// - Parameter whole: a valid day, as `YYYY-MM-DD`.
  init(whole: String) {
    let numbers = whole.split(separator: "-").map { Int($0) ?? 1 }
    year = numbers.first ?? 1
    month = numbers.count > 1 ? numbers[1] : 1
    day = numbers.count > 2 ? numbers[2] : 1
  }
}
