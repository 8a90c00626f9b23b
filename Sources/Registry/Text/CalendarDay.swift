/// A day of the calendar, of the years 1 to 9998, as a year, a month and a day of it.
package struct CalendarDay: Hashable, Comparable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// How many days lie between this one and 31 December of the year before 1, in the Gregorian
  /// calendar, which goes on before its beginning.
  package var number: Int {
    // Years that begin in March have the leap day at their end.
    let isOfLastYear = month < 3
    let year = isOfLastYear ? year - 1 : year
    let month = isOfLastYear ? month + 9 : month - 3
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 306
  }

  /// The full years from this day to another, which may lie before it.
  ///
  /// Of who was born on 29 February a year is full on 1 March.
  package func years(until other: CalendarDay) -> Int {
    if other < self { return -other.years(until: self) }
    let isFull = (month, day) <= (other.month, other.day)
    return other.year - year - (isFull ? 0 : 1)
  }

  /// As `YYYY-MM-DD`.
  package var description: String {
    String(unsafeUninitializedCapacity: 10) { bytes in
      var left = (year * 100 + month) * 100 + day
      for place in [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] {
        if place == 4 || place == 7 {
          bytes[place] = UInt8(ascii: "-")
        } else {
          bytes[place] = UInt8(ascii: "0") + UInt8(left % 10)
          left /= 10
        }
      }
      return 10
    }
  }
}
