/// The days of random registries: four of each year, by number, 0 is 1 January 2001.
///
/// They are the first and the last day of a year's first and last month, so that whatever a year, a
/// month or a set of dates can mean begins and ends with one of them, and twelve months behind one
/// of them is one of them. Nothing that is recorded tells the days in between apart.
enum SmallCalendar {
  /// The days that are asked about.
  static let asked = 0..<12
  /// Before every day that anything is recorded of, and behind it.
  static let before = -1_000_000
  static let behind = 1_000_000

  static func year(_ day: Int) -> Int { 2001 + (day >= 0 ? day / 4 : (day - 3) / 4) }

  static func text(_ day: Int) -> String {
    "\(year(day))-" + ["01-01", "01-31", "12-01", "12-31"][day - (year(day) - 2001) * 4]
  }

  /// The day that many months later, which are whole years.
  static func later(_ day: Int, months: Int) -> Int {
    day == before || day == behind ? day : day + months / 12 * 4
  }
}

/// A date as it stands in the registry, with the days that it can mean.
struct RecordedDate: Equatable {
  var text: String
  /// `nil` where it has no bound there.
  var earliest: Int?
  var latest: Int?
  /// Its source is unsure.
  var isUnsure = false

  func canMean(_ day: Int) -> Bool {
    (earliest ?? SmallCalendar.before) <= day && day <= (latest ?? SmallCalendar.behind)
  }

  /// Whether it can mean a day of the span.
  func canLie(within span: Span) -> Bool {
    (earliest ?? SmallCalendar.before) <= span.end && span.begin <= (latest ?? SmallCalendar.behind)
  }

  /// Whether whatever it means lies before whatever the other one means.
  func lies(before other: RecordedDate) -> Bool {
    (latest ?? SmallCalendar.behind) < (other.earliest ?? SmallCalendar.before)
  }

  /// The same number of months later.
  func later(months: Int) -> RecordedDate {
    RecordedDate(
      text: text, earliest: earliest.map { SmallCalendar.later($0, months: months) },
      latest: latest.map { SmallCalendar.later($0, months: months) })
  }
}

/// From one day to another, both of them in office.
struct Span: Hashable {
  var begin: Int
  var end: Int
}

/// Numbers that are the same for the same seed on every system: SplitMix64.
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D &+ 1 }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from `range`.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() >> 33) % (range.upperBound - range.lowerBound + 1)
  }

  mutating func happens(_ percent: Int) -> Bool { number(in: 1...100) <= percent }
}
