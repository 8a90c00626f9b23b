import SQLite
import Testing

@testable import Registry

@Suite struct PartialDateTests {
  @Test(arguments: [
    ("2024", "2024", "2024-01-01", "2024-12-31"),
    ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02", "2023-02", "2023-02-01", "2023-02-28"),
    ("1900-02", "1900-02", "1900-02-01", "1900-02-28"),
    ("2000-02", "2000-02", "2000-02-01", "2000-02-29"),
    ("2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29"),
    ("29/02/2024", "2024-02-29", "2024-02-29", "2024-02-29"),
    ("02/2024", "2024-02", "2024-02-01", "2024-02-29"),
    ("2024-05?", "2024-05?", "2024-05-01", "2024-05-31"),
    ("1801~", "1801~", "1801-01-01", "1801-12-31"),
    ("0001-12%", "0001-12%", "0001-12-01", "0001-12-31"),
    ("20/02/2025?", "2025-02-20?", "2025-02-20", "2025-02-20"),
  ])
  func `a date is what the source says, and the table knows the same bounds`(
    given: String, stored: String, earliest: String, latest: String
  ) throws {
    let date = try PartialDate(given)
    #expect(date.description == stored)
    #expect(date.earliest == earliest)
    #expect(date.latest == latest)
    let temporary = try TemporaryRegistry()
    try temporary.runBound("INSERT INTO term (key, begins) VALUES ('t', \(stored))")
    #expect(try temporary.text("SELECT begins_earliest FROM term") == earliest)
    #expect(try temporary.text("SELECT begins_latest FROM term") == latest)
  }

  @Test(arguments: [
    ("5/3/2021", "2021-03-05"), ("05.03.2021", "2021-03-05"), ("5-3-2021", "2021-03-05"),
    ("2021/03/05", "2021-03-05"), ("2021-3-5", "2021-03-05"), ("3/2021", "2021-03"),
    ("5 March 2021", "2021-03-05"), ("March 5, 2021", "2021-03-05"), ("5 Mar 2021", "2021-03-05"),
    ("5th of March 2021", "2021-03-05"), ("March 2021", "2021-03"), ("sept. 2021", "2021-09"),
    ("ngày 5 tháng 3 năm 2021", "2021-03-05"), ("ngay 5 thang 3 nam 2021", "2021-03-05"),
    ("NGÀY 05 THÁNG 03 NĂM 2021", "2021-03-05"), ("ngày 5/3/2021", "2021-03-05"),
    ("tháng 3 năm 2021", "2021-03"), ("tháng 3/2021", "2021-03"), ("năm 2021", "2021"),
    ("5 tháng 3, 2021", "2021-03-05"), ("5/3/2021?", "2021-03-05?"),
    ("before 1917", "[..1916]"), ("trước 1917", "[..1916]"), ("before June 1858", "[..1858-05]"),
    ("before 1 March 2020", "[..2020-02-29]"), ("trước năm 1917", "[..1916]"),
    ("after June 1858", "[1858-07..]"), ("sau 6/1858", "[1858-07..]"),
    ("after 31/12/1999", "[2000-01-01..]"), ("no later than 1917", "[..1917]"),
    ("by 1917", "[..1917]"), ("on or before 1917", "[..1917]"), ("không muộn hơn 1917", "[..1917]"),
    ("no earlier than June 1858", "[1858-06..]"), ("On or after 1858-06-01", "[1858-06-01..]"),
    ("không sớm hơn 6/1858", "[1858-06..]"), ("không trước 1858", "[1858..]"),
    ("between 1917 and 1920", "[1917..1920]"), ("from May 1917 to 1920", "[1917-05..1920]"),
    ("từ 1917 đến 1920", "[1917..1920]"), ("giữa 1917 và 1920", "[1917..1920]"),
    ("trong khoảng 1917 – 1920", "[1917..1920]"), ("about 1730", "1730~"),
    ("circa 1730", "1730~"), ("khoảng 1730", "1730~"), ("khoảng tháng 6 năm 1730", "1730-06~"),
    ("[..1917]", "[..1917]"), ("[1858-06-01..]", "[1858-06-01..]"),
    ("[1917..1920]", "[1917..1920]"),
  ])
  func `a date is read as people write it, and the table takes it`(
    given: String, stored: String
  ) throws {
    let date = try PartialDate(given)
    #expect(date.description == stored)
    #expect(try PartialDate(written: stored) == date)
    let temporary = try TemporaryRegistry()
    try temporary.runBound("INSERT INTO term (key, begins) VALUES ('t', \(stored))")
    #expect(try temporary.text("SELECT begins_earliest FROM term") == date.earliest)
    #expect(try temporary.text("SELECT begins_latest FROM term") == date.latest)
  }

  @Test(arguments: [
    ("2023-02-29", PartialDate.Fault.noDay(29, month: 2, year: 2023)),
    ("31/04/2024", .noDay(31, month: 4, year: 2024)),
    ("2024-13", .noMonth(13)), ("2024-00", .noMonth(0)),
    ("2024-01-00", .noDay(0, month: 1, year: 2024)),
    ("12/31/2024", .noMonth(31)), ("0000", .noYear(0)), ("9999", .noYear(9999)),
    ("9/1/24", .shape), ("24-01-09", .shape), ("tomorrow", .shape), ("5 March", .shape),
    ("30 February 2024", .noDay(30, month: 2, year: 2024)), ("March 2021 May", .shape),
    ("before", .shape), ("before Easter", .shape), ("before 0001", .shape), ("by 1917?", .shape),
    ("between 1920 and 1917", .backwards), ("[1920..1917]", .backwards), ("[..]", .shape),
    ("[1917]", .shape), ("[1917..1920..1925]", .shape), ("[1917?..]", .shape),
    ("tháng 13 năm 2021", .noMonth(13)), ("ngày 5", .shape), ("5 năm 2021", .shape),
    ("about 1730?", .shape), ("1/2/3", .shape), ("2021-2022", .shape), ("1/2021/3", .shape),
    ("", .shape), ("2024-", .shape), ("2024-02-29x", .shape), ("2024??", .shape), ("?", .shape),
    ("2024-02-29T10:00", .shape), ("２０２４", .shape), ("+2024", .shape),
    ("-2024", .shape), ("2024-٠٢", .shape),
  ])
  func `what is no date is refused`(text: String, fault: PartialDate.Fault) {
    #expect(throws: fault) { try PartialDate(text) }
  }

  @Test(arguments: [
    "2023-02-29", "2024-04-31", "2024-13", "2024-1", "2024??", "", "0000", "9999", "12345",
    "2024-01-01x", "2024?-01", "2024-02-29 ", " 2024", "2024-2-29", "tomorrow", "29/02/2024",
  ])
  func `the table refuses what is no date, from any tool`(text: String) throws {
    let temporary = try TemporaryRegistry()
    let error = #expect(throws: SQLiteError.self) {
      try temporary.runBound("INSERT INTO term (key, begins) VALUES ('t', \(text))")
    }
    #expect(error?.code == .constraint)
    #expect(error?.message.contains("begins is a date") == true)
  }

  @Test func `a NUL byte hides nothing behind a date`() throws {
    let temporary = try TemporaryRegistry()
    #expect(throws: SQLiteError.self) {
      try temporary.runBound(
        "INSERT INTO term (key, begins) VALUES ('t', \("2024\u{0}junk"))")
    }
  }

  @Test(
    arguments: [
      ("[..1917]", nil, "1917-12-31"), ("[1858-06-01..]", "1858-06-01", nil),
      ("[1917..1920]", "1917-01-01", "1920-12-31"),
      ("[1917-02..1917-02-28]", "1917-02-01", "1917-02-28"),
      ("[2024..2024]", "2024-01-01", "2024-12-31"),
    ] as [(String, String?, String?)])
  func `the table takes bounds, open or closed`(
    text: String, earliest: String?, latest: String?
  ) throws {
    let temporary = try TemporaryRegistry()
    try temporary.runBound("INSERT INTO term (key, begins) VALUES ('t', \(text))")
    #expect(try temporary.text("SELECT begins_earliest FROM term") == earliest)
    #expect(try temporary.text("SELECT begins_latest FROM term") == latest)
  }

  @Test(arguments: [1, 2])
  func `what the table takes for a date, and its bounds, are those of a calendar`(
    seed: UInt64
  ) throws {
    let temporary = try TemporaryRegistry()
    try temporary.run("INSERT INTO term (key) VALUES ('t')")
    let connection = temporary.connection
    // One change for all: what is refused leaves nothing.
    try connection.run(
      """
      INSERT INTO change (made_at, author, action, program)
      VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), 'test', 'by hand', 'test')
      """)
    var texts = TriedDates(seed: seed)
    var taken = 0
    for _ in 0..<1500 {
      let text = texts.next()
      let expected = CalendarBounds(text)
      let isTaken = (try? connection.run("UPDATE term SET begins = \(text)")) != nil
      #expect(isTaken == (expected != nil), "\(text.debugDescription)")
      guard isTaken, let expected else { continue }
      taken += 1
      #expect(
        try temporary.text("SELECT begins_earliest FROM term") == expected.earliest, "\(text)")
      #expect(try temporary.text("SELECT begins_latest FROM term") == expected.latest, "\(text)")
    }
    #expect(taken > 300)
  }
}

/// The bounds of a date by counting days, without SQLite; `nil` for what is none.
private struct CalendarBounds {
  let earliest: String?
  let latest: String?

  init?(_ text: String) {
    guard text.hasPrefix("[") else {
      var plain = text[...]
      if let mark = plain.last, "?~%".contains(mark) { plain = plain.dropLast() }
      guard let days = Self.days(plain) else { return nil }
      (earliest, latest) = (days.first, days.last)
      return
    }
    guard text.hasSuffix("]"), let dots = text.firstRange(of: "..") else { return nil }
    let (first, last) = (
      text[text.index(after: text.startIndex)..<dots.lowerBound],
      text[dots.upperBound...].dropLast()
    )
    guard !(first.isEmpty && last.isEmpty) else { return nil }
    let (begin, end) = (Self.days(first), Self.days(last))
    guard first.isEmpty || begin != nil, last.isEmpty || end != nil else { return nil }
    (earliest, latest) = (begin?.first, end?.last)
    if let earliest, let latest, earliest > latest { return nil }
  }

  private static func days(_ text: Substring) -> (first: String, last: String)? {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let lengths = [4, 2, 2]
    guard parts.count <= 3, zip(parts, lengths).allSatisfy({ $0.count == $1 }),
      parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int(String($0) ?? "") }
    guard numbers.count == parts.count, (1...9998).contains(numbers[0]) else { return nil }
    let year = String(text.utf8.prefix(4)) ?? ""
    guard numbers.count > 1 else { return (year + "-01-01", year + "-12-31") }
    guard (1...12).contains(numbers[1]) else { return nil }
    let isLeap = numbers[0] % 4 == 0 && (numbers[0] % 100 != 0 || numbers[0] % 400 == 0)
    let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][numbers[1] - 1]
    let month = String(text.utf8.prefix(7)) ?? ""
    guard numbers.count > 2 else { return (month + "-01", month + "-\(length)") }
    guard (1...length).contains(numbers[2]) else { return nil }
    return (String(text), String(text))
  }
}

/// Dates, and what somebody could take for one, the same for the same seed.
private struct TriedDates {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private mutating func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }

  private mutating func date() -> String {
    var text = digits([random(10000), 1700 + random(330), 9998, 9999, 1, 0][random(6)], 4)
    if random(10) < 6 {
      text += "-" + digits(random(14), 2)
      if random(10) < 6 { text += "-" + digits(random(33), 2) }
    }
    return text
  }

  mutating func next() -> String {
    var text =
      switch random(4) {
      case 0: date() + ["", "", "", "?", "~", "%", "??"][random(7)]
      case 1: "[..\(date())]"
      case 2: "[\(date())..]"
      default: "[\(date())..\(date())]"
      }
    guard random(10) < 3 else { return text }
    // One character is lost, added or another.
    let place = text.index(text.startIndex, offsetBy: random(text.count))
    if random(3) > 0 { text.remove(at: place) }
    if random(3) > 0 {
      let others: [Character] = ["0", "9", "-", ".", "[", "]", "?", "~", "%", "\0", " ", "٢", "a"]
      text.insert(others[random(others.count)], at: place)
    }
    return text
  }
}
