import Foundation
import Registry
import SQLite
import Testing

@testable import Interchange

/// Dates of pocom that the note before them bounds or doubts.
@Suite struct PocomDateTests {
  static let readings: [(note: String, given: String, stored: String)] = [
    ("Left post on or after", "1858-06-01", "[1858-06-01..]"),
    ("Left post on or soon after", "1861-05-01", "[1861-05-01..]"),
    ("Left post on or shortly after", "1897-03-09", "[1897-03-09..]"),
    ("Soon after", "1877-12-31", "[1878-01-01..]"), ("Left Chile soon after", "1844", "[1845..]"),
    ("Presented recall on or shortly before", "1835-05-29", "[..1835-05-29]"),
    ("Died at post on or before", "1866-07-20", "[..1866-07-20]"),
    ("Left post shortly before", "1860-03-01", "[..1860-02-29]"),
    ("Probably presented recall before", "1851-09", "[..1851-08]"),
    ("Probably presented recall soon after", "1801-12-28", "[1801-12-29..]"),
    ("Left post about", "1862-10", "1862-10~"),
    ("Transmitted credentials by note on approximately", "1879-07-07", "1879-07-07~"),
    ("Probably presented recall about", "1873-06-30", "1873-06-30%"),
    ("letter of credence probably presented when Maney visited Asuncion in", "1891-08", "1891-08?"),
    ("Between September 29, 1868, and", "1868-10-28", "[1868-09-29..1868-10-28]"),
    ("Presented credentials between January 8 and", "1892-01-14", "[1892-01-08..1892-01-14]"),
    ("Left post between December 28 and", "1892-01-14", "[1891-12-28..1892-01-14]"),
    ("Between 1866 and", "1868", "[1866..1868]"),
    ("Presented credentials on September 7 or", "1869-09-08", "[1869-09-07..1869-09-08]"),
  ]

  @Test(arguments: readings)
  func `the last words of a note bound its date, and going out it is what it was`(
    note: String, given: String, stored: String
  ) throws {
    let date = try #require(PocomDate(given, note: note))
    #expect(date.read.description == stored)
    let (out, words) = PocomDate.written(stored, note: note)
    #expect(out == given)
    #expect(words == note)
  }

  @Test(arguments: [
    ("Left post on", "1858-06-01"), ("Transmitted recall by note", "1858-06-01"),
    ("Recommissioned and reaccredited after formation of the United Arab Republic", "1958-03-19"),
    ("Left post late in", "1847"), ("Left post about", "1847-13"), ("Left post about", "1847~"),
    ("Left post between Easter and", "1847"), ("Letter sent and", "1847"), ("or", "1847"),
    ("Thereabout", "1847"), ("Before", "0001"), ("", "1847"),
  ])
  func `a date is left as it is where the note bounds it by no word that is known`(
    note: String, given: String
  ) {
    #expect(PocomDate(given, note: note) == nil)
  }

  @Test(
    arguments: [
      ("[..1917]", "Left post on", "1917", "Left post on or before"),
      ("[1858-06-01..]", nil, "1858-06-01", "On or after"),
      ("[1917..1920-05]", nil, "1920-05", "Between 1917 and"),
      ("1730~", "Came", "1730", "Came about"), ("1730?", nil, "1730", "Probably"),
      ("1730%", nil, "1730", "Probably about"),
    ] as [(String, String?, String, String)])
  func `bounds and marks of any registry go out in words that are read again`(
    stored: String, note: String?, given: String, words: String
  ) {
    let out = PocomDate.written(stored, note: note)
    #expect(out.date == given)
    #expect(out.note == words)
    #expect(PocomDate(out.date, note: out.note)?.read.description == stored)
  }

  @Test(
    arguments: [("1917", "Left post about"), ("1917-02", nil), ("x", "x"), (nil, nil)]
      as [(String?, String?)])
  func `an exact date goes out as it is`(stored: String?, note: String?) {
    let out = PocomDate.written(stored, note: note)
    #expect(out.date == stored)
    #expect(out.note == note)
  }

  @Test func `an import keeps the note, says what was read, and gives everything back`() throws {
    let office = try Office(.empty)
    let folder = try SmallPocom.make(in: office)
    let mission = try String(
      contentsOfFile: folder + "/missions-countries/atlantis.xml", encoding: .utf8
    ).replacing("2021-02-30", with: "2021-02-03")
      .replacing(
        "<started><date>2021</date><note/>",
        with: "<started><date>2021-03-01</date><note>Between February 20 and</note>"
      ).replacing(
        "<ended><date/><note/>",
        with: "<ended><date>2022-05-01</date><note>Left post soon after</note>")
    try office.put(mission, in: "small/missions-countries/atlantis.xml")
    let report = try PocomImport(PocomImport.Options(pocom: folder))
      .run(into: office.registry, Office.note).report
    #expect(
      try office.rows("SELECT credentials, credentials_note FROM accreditation")
        == [["[2021-02-20..2021-03-01]", "Between February 20 and"]])
    #expect(
      try office.rows("SELECT ended, end_note FROM posting")
        == [["[2022-05-02..]", "Left post soon after"]])
    func words(_ code: String) -> [Sentence] {
      report.remarks.filter { $0.code == code }.map(\.words)
    }
    #expect(words("dates-in-notes").first?.english.hasPrefix("2 dates") == true)
    #expect(words("dates-in-notes").first?.vietnamese.hasPrefix("2 ngày") == true)
    #expect(words("date-in-note").count == 2)
    #expect(
      words("date-in-note").contains { $0.vietnamese.hasSuffix("không sớm hơn 02/5/2022") })
    var out = ""
    _ = try PocomExport(office.registry) { (path, text) throws(RegistryError) in
      if path.contains("atlantis") { out = text }
    }.run()
    for field in [
      "<date>2021-03-01</date>", "<note>Between February 20 and</note>", "<date>2022-05-01</date>",
      "<note>Left post soon after</note>", "<date>2021-02-03</date>",
    ] {
      #expect(out.contains(field), "\(out)")
    }
  }
}
