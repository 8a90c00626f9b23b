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
    ("2023-02-29", PartialDate.Fault.noDay(29, month: 2, year: 2023)),
    ("31/04/2024", .noDay(31, month: 4, year: 2024)),
    ("2024-13", .noMonth(13)), ("2024-00", .noMonth(0)),
    ("2024-01-00", .noDay(0, month: 1, year: 2024)),
    ("12/31/2024", .noMonth(31)), ("0000", .noYear(0)), ("9999", .noYear(9999)),
    ("9/1/2024", .shape), ("2024-1-9", .shape), ("24-01-09", .shape), ("tomorrow", .shape),
    ("", .shape), ("2024-", .shape), ("2024-02-29x", .shape), ("2024??", .shape), ("?", .shape),
    ("2024/02/29", .shape), ("2024-02-29T10:00", .shape), ("２０２４", .shape), ("+2024", .shape),
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
    #expect(error?.message.contains("begins is a year, month or day") == true)
  }

  @Test func `a NUL byte hides nothing behind a date`() throws {
    let temporary = try TemporaryRegistry()
    #expect(throws: SQLiteError.self) {
      try temporary.runBound(
        "INSERT INTO term (key, begins) VALUES ('t', \("2024\u{0}junk"))")
    }
  }
}
