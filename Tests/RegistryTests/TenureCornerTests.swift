import SQLite
import Testing

@testable import Registry

/// The corners of the rule of a day, with their answers: what is known on a day of whom which few
/// facts are recorded.
///
/// The registry is known until 30 June 2026. `act` is an act of beginning, `app` a decision, `by`
/// and `on` are in office by and on, `mark` is a mark of an end, "of r" an accreditation of posting r
/// towards another receiver.
@Suite struct TenureCornerTests {
  struct Corner: CustomTestStringConvertible {
    let number: Int
    let about: String
    let facts: String
    let answers: String
    var testDescription: String { "\(number): \(about)" }

    init(_ number: Int, _ about: String, _ facts: String, _ answers: String) {
      self.number = number
      self.about = about
      self.facts = facts
      self.answers = answers
    }
  }

  private static let corners: [Corner] = [
    Corner(
      1, "predecessor ends 2020-10-10, successor only appointed 2020-07-01",
      "a act=2018-01-01,end=2020-10-10; b app=2020-07-01",
      "a 2020-09-01 certainly; b 2020-09-01 no; b 2020-12-01 possibly; a 2020-10-11 no"),
    Corner(
      2, "appointed 2026-01-10, nothing else, nobody before",
      "b app=2026-01-10",
      "b 2026-01-12 possibly; b 2026-01-09 no"),
    Corner(
      3, "appointed, predecessor without end",
      "a act=2024-01-01; b app=2026-01-10",
      "a 2026-01-12 certainly; b 2026-01-12 no"),
    Corner(
      4, "appointed 1960, no end",
      "a app=1960",
      "a 2026-01-01 possibly"),
    Corner(
      5, "born 1890, no dates",
      "a born=1890,mark=unknown",
      "a 2026-01-01 no; a 1905-01-01 no; a 1950-01-01 possibly"),
    Corner(
      6, "certainty expires (L=72)",
      "a act=2018-03-01",
      "a 2024-02-29 certainly; a 2024-03-02 possibly; a 2026-06-30 possibly"),
    Corner(
      7, "sign of life renews it",
      "a act=2018-03-01,on=2023-05",
      "a 2026-06-30 certainly"),
    Corner(
      8, "appointment and end, no act",
      "a app=1819-01-21,end=1825-07-05",
      "a 1819-01-20 no; a 1820-06-01 possibly; a 1825-07-05 certainly; a 1825-07-06 no"),
    Corner(
      9, "appointment and in office by",
      "a app=2021-10,by=2022-03-01,on=2025-01-02",
      "a 2021-12-01 possibly; a 2022-03-01 certainly; a 2026-06-30 certainly"),
    Corner(
      10, "point, then successor",
      "a acting,act=1977-06-27,mark=point; b act=1980-10-27,end=1982-12-01",
      "a 1977-06-27 certainly; a 1977-06-28 possibly; a 1980-10-27 possibly; a 1980-10-28 no"),
    Corner(
      11, "only an end, born 1885, opened 1948",
      "a end=1948-07-20,born=1885,opened=1948",
      "a 1784-01-01 no; a 1947-12-31 no; a 1948-03-01 possibly; a 1948-07-20 certainly"),
    Corner(
      12, "only an end, head before",
      "p act=1930-01-01,end=1933-06-01; a end=1935-02-01",
      "a 1933-05-31 no; a 1933-06-01 possibly; a 1935-02-01 certainly"),
    Corner(
      13, "acting, only an end, during or after a head",
      "p act=1930-01-01,end=1933-06-01; a acting,end=1935-02-01",
      "a 1929-12-31 no; a 1932-01-01 possibly; a 1935-02-01 certainly"),
    Corner(
      14, "recorded begin ahead",
      "a act=2031-01-01",
      "a 2030-01-01 no; a 2031-02-01 expected"),
    Corner(
      15, "tomorrow",
      "a act=2024-01-01",
      "a 2026-06-30 certainly; a 2026-07-01 expected"),
    Corner(
      16, "recorded end ahead",
      "a act=2024-01-01,end=2026-12-31",
      "a 2026-12-31 expected; a 2027-01-01 no"),
    Corner(
      17, "closing",
      "a act=2024-01-01,closed=2026-03-31",
      "a 2025-01-01 certainly; a 2026-03-31 certainly; a 2026-04-01 no"),
    Corner(
      18, "closing, partial date",
      "a act=2024-01-01,closed=2026",
      "a 2025-12-31 certainly; a 2026-03-01 possibly"),
    Corner(
      19, "successor, no end recorded",
      "a act=2021-01-01; b act=2024-05-01",
      "a 2023-01-01 certainly; a 2024-05-01 certainly; a 2024-05-02 no; b 2024-05-01 certainly"),
    Corner(
      20, "successor with a year only",
      "a act=2021-01-01; b act=2024,end=2025-03-01",
      "a 2023-12-31 certainly; a 2024-05-01 possibly; a 2025-01-01 no; b 2024-05-01 possibly; b 2025-01-01 certainly"
    ),
    Corner(
      21, "left on an unknown day",
      "a act=2021-01-01,on=2022-05-01,mark=unknown",
      "a 2022-05-01 certainly; a 2022-05-02 possibly; a 2026-06-29 possibly; a 2026-06-30 no"),
    Corner(
      22, "left on an unknown day, successor",
      "a act=2021-01-01,mark=unknown; b act=2024-05-01",
      "a 2021-01-01 certainly; a 2023-01-01 possibly; a 2024-05-02 no"),
    Corner(
      23, "undated head who left displaces nobody",
      "a act=2024-01-31; z mark=unknown",
      "a 2026-06-30 certainly; z 2025-01-01 no; z 2023-01-01 possibly"),
    Corner(
      24, "hand-over on one day",
      "a act=2019-01-01,end=2022-05-05; b act=2022-05-05",
      "a 2022-05-05 certainly; b 2022-05-05 certainly; b 2022-05-04 no"),
    Corner(
      25, "two recorded heads overlap (finding two-heads)",
      "a act=2019-01-01,end=2022-05-05; b act=2022-05-01,end=2024-01-01",
      "a 2022-05-03 certainly; b 2022-05-03 certainly"),
    Corner(
      26, "overlap shown by a sign, end open",
      "a act=2019-01-01,on=2023-01-01; b act=2022-05-01",
      "a 2023-01-01 certainly; b 2023-01-01 certainly; a 2024-01-01 certainly"),
    Corner(
      27, "order unknown: two begun in the same year",
      "a act=2024; b act=2024-06",
      "a 2024-12-31 possibly; b 2024-12-31 possibly"),
    Corner(
      28, "promotion: same person, next posting",
      "a person=x,act=2019-01-01; b person=x,act=2021-02-03",
      "a 2021-02-03 certainly; a 2021-02-04 no; b 2021-02-03 certainly"),
    Corner(
      29, "acting between",
      "a act=2018-01-01,end=2020-01-01; c acting,act=2020-01-02; b act=2020-09-01",
      "c 2020-05-01 certainly; c 2020-09-01 certainly; c 2020-09-02 no"),
    Corner(
      30, "acting in the head’s absence",
      "a act=2022-01-01; c acting,act=2023-03-01,end=2023-04-01",
      "a 2023-03-15 certainly; c 2023-03-15 certainly; a 2024-01-01 certainly"),
    Corner(
      31, "acting head: certainty expires after half the time",
      "c acting,act=2020-01-01",
      "c 2022-12-31 certainly; c 2023-01-02 possibly"),
    Corner(
      32, "sign from a concurrent accreditation",
      "r app=2021-05; k of r,concurrent,act=2021-11-03",
      "r 2021-10-01 possibly; r 2021-11-03 certainly; r 2021-04-30 no; k 2021-11-02 no; k 2021-11-03 certainly"
    ),
    Corner(
      33, "concurrent without a date",
      "r act=2021-05-01; k of r,concurrent",
      "k 2021-04-30 no; k 2022-01-01 possibly"),
    Corner(
      34, "concurrent ends with the posting",
      "r act=2021-05-01,end=2024-01-01; k of r,concurrent,act=2021-11-03,end=2024-01-01",
      "k 2023-12-31 certainly; k 2024-01-02 no"),
    Corner(
      35, "nominee",
      "n nom=pending,app=2026-01-01",
      "n 2026-06-30 no"),
    Corner(
      36, "unsure mark",
      "a act=2021?,end=2024-01-01",
      "a 2023-01-01 possibly; a 2020-12-31 no"),
    Corner(
      37, "[..1917] as a begin",
      "a act=[..1917],end=1920-05-01,opened=1910",
      "a 1909-12-31 no; a 1915-01-01 possibly; a 1918-01-01 certainly"),
    Corner(
      38, "[1858-06-01..] as an end",
      "a act=1854-03-01,end=[1858-06-01..]; b act=1861-02-01,end=1864-01-01",
      "a 1858-06-01 certainly; a 1860-01-01 possibly; a 1861-02-02 no"),
    Corner(
      39, "[1917..1920] as an end",
      "a act=1910,end=[1917..1920]",
      "a 1916-12-31 certainly; a 1919-01-01 possibly; a 1921-01-01 no"),
    Corner(
      40, "[1858-06-01..] as a begin",
      "a act=[1858-06-01..],end=1860-01-01",
      "a 1858-05-31 no; a 1859-01-01 possibly; a 1860-01-01 certainly"),
    Corner(
      41, "appointed after the sign: decision is no bound",
      "a app=1893-03-20,by=1893-01-05,end=1894-01-01,opened=1893",
      "a 1893-01-02 possibly; a 1893-01-05 certainly; a 1893-03-01 certainly"),
    Corner(
      42, "sign before the act: own facts contradict",
      "a by=2020-01-01,act=2021-01-01,end=2022-01-01",
      "a 2020-06-01 possibly; a 2021-06-01 possibly; a 2019-12-31 no"),
    Corner(
      43, "died, no end recorded",
      "a act=1890-01-01,died=1892-05-05",
      "a 1892-05-05 certainly; a 1892-05-06 no"),
    Corner(
      44, "end in a year, died within it",
      "a act=1890-01-01,end=1892,died=1892-05-05",
      "a 1892-05-05 possibly; a 1892-05-06 no"),
    Corner(
      45, "chain: a has no end, b has only an end, c begun",
      "a act=1900-01-01; b end=1904-01-01; c act=1905-01-01,end=1906-01-01",
      "a 1900-01-01 certainly; a 1902-01-01 possibly; b 1902-01-01 possibly; a 1904-01-02 no; b 1904-01-01 certainly; b 1899-12-31 no"
    ),
    Corner(
      46, "an unsure successor ends nobody",
      "a act=2021-01-01; b act=2024-05-01?",
      "a 2024-04-30 certainly; a 2025-01-01 possibly; b 2025-01-01 possibly"),
    Corner(
      47, "two missions in one file (Taipei, Beijing): both spans recorded",
      "t act=1974-05-25,end=1979-01-19; b act=1976-05-06,end=1977-05-08",
      "t 1976-06-01 certainly; b 1976-06-01 certainly"),
    Corner(
      48, "only appointed, later heads begun long after",
      "a app=1985-03-05; b app=1989-06-15,end=1991-03-31; d act=1994-01-01,end=1996-01-01",
      "a 1986-01-01 possibly; a 1991-04-01 no; a 2000-01-01 no"),
    Corner(
      49, "only appointed 1960 of an office closed 1965",
      "a app=1960,closed=1965",
      "a 1962-01-01 possibly; a 1966-01-01 no"),
    Corner(
      50, "sign behind the end: own facts contradict",
      "a act=2001-01-01,end=2002-01-01,on=2003-06-01",
      "a 2001-06-01 possibly; a 2003-06-01 possibly; a 2000-12-31 no; a 2003-06-02 no"),
    Corner(
      51, "unsure sign",
      "a act=2021-01-01,on=2022-05?",
      "a 2021-06-01 possibly; a 2020-12-31 no"),
    Corner(
      52, "an unsure concurrent act shows nothing of the resident one",
      "r app=2021-05-01; k of r,concurrent,act=2021-11-03?",
      "r 2021-12-01 possibly; k 2021-12-01 possibly"),
    Corner(
      53, "resident facts that contradict carry no concurrent certainty",
      "r act=2022-01-01; k of r,concurrent,act=2021-01-01",
      "r 2023-01-01 possibly; k 2021-01-01 certainly; k 2022-06-01 possibly"),
    Corner(
      54, "the receiver of a concurrent accreditation ends in a year",
      "r act=2021-01-01; k of r,concurrent,act=2021-02-01,until=2023",
      "r 2023-06-01 certainly; k 2022-12-31 certainly; k 2023-06-01 possibly; k 2024-01-01 no"),
    Corner(
      55, "begun in a month on whose first day the mission closed",
      "a act=2024-05,closed=2024-05-01",
      "a 2024-05-01 certainly; a 2024-04-30 no; a 2024-05-02 no"),
    Corner(
      56, "the end of a concurrent accreditation shows the resident one",
      "a act=2020-01-01; r app=2022-01-01; k of r,concurrent,end=2023-01-01",
      "a 2021-12-31 certainly; a 2022-06-01 possibly; r 2022-06-01 possibly; r 2023-01-01 certainly"
    ),
    Corner(
      57, "sign by a day, before the act: own facts contradict",
      "a by=[..2001-12-31],act=2003-01-01",
      "a 2001-06-01 possibly; a 2003-06-01 possibly"),
    Corner(
      58, "a decision behind the day by which he had left bounds nothing",
      "a app=2024-05-01,end=[..2023-12-31],mark=unknown",
      "a 2023-06-01 possibly; a 2024-01-01 no"),
    Corner(
      59, "left by a day, and there in the year of it: behind nobody who was there for longer",
      "a act=[2022-01-01..],end=[..2023-01-31],mark=unknown; k of a,concurrent,on=2023; "
        + "b act=2022-12-01,end=2023-12-31",
      "a 2022-12-15 possibly; a 2023-01-15 possibly; a 2023-02-01 no; b 2023-06-01 certainly"),
  ]

  /// The facts of one accreditation, as `act=2018-01-01,end=2020-10-10` says them.
  private struct Entry {
    let key: String
    var values: [String: String] = [:]
    var isActing = false
    var residence: String?

    init(_ text: String) {
      let words = text.split(separator: " ", maxSplits: 1)
      key = String(words[0])
      // A comma within brackets parts no facts.
      for fact in words.dropFirst().flatMap({ $0.split(separator: ",") }) {
        let sides = fact.split(separator: "=", maxSplits: 1).map(String.init)
        if sides.count == 2 {
          values[sides[0]] = sides[1]
        } else if fact.hasPrefix("of ") {
          residence = String(fact.dropFirst(3))
        } else if fact == "acting" {
          isActing = true
        }
      }
    }
  }

  private func registry(of corner: Corner) throws -> TemporaryRegistry {
    let temporary = try TemporaryRegistry()
    let entries = corner.facts.split(separator: "; ").map { Entry(String($0)) }
    let opened = entries.compactMap { $0.values["opened"] }.first
    let closed = entries.compactMap { $0.values["closed"] }.first
    try temporary.run(
      """
      UPDATE registry SET known_until = '2026-06-30',
        longest_term_months = \(corner.number >= 48 ? 120 : 72);
      UPDATE party SET valid_from = NULL, valid_until = NULL;
      """)
    try temporary.runBound(
      """
      INSERT INTO mission (key, sender, receiver, kind, name_en, opened, closed)
      VALUES ('m', 'vn', 'fr', 'embassy', 'M', \(opened), \(closed))
      """)
    for entry in entries {
      let values = entry.values
      guard let residence = entry.residence else {
        let person = values["person"] ?? "person-" + entry.key
        try temporary.runBound(
          """
          INSERT INTO person (key, name, search_key, sort_key, born, died)
          SELECT \(person), 'X', 'x', 'x', \(values["born"]), \(values["died"])
          WHERE NOT EXISTS (SELECT 1 FROM person WHERE key = \(person))
          """)
        try temporary.runBound(
          """
          INSERT INTO posting (key, person, mission, title, function, nomination, ended, end_mark)
          VALUES (
            \(entry.key), \(person), 'm', 'ambassador', \(entry.isActing ? "acting" : "head"),
            \(values["nom"]), \(values["end"]), \(values["mark"])
          )
          """)
        try accredit(entry, posting: entry.key, to: "fr", ended: nil, in: temporary)
        continue
      }
      try accredit(entry, posting: residence, to: "de", ended: values["end"], in: temporary)
    }
    return temporary
  }

  private func accredit(
    _ entry: Entry, posting: String, to receiver: String, ended: String?,
    in temporary: TemporaryRegistry
  ) throws {
    let values = entry.values
    if let until = values["until"] {
      try temporary.runBound("UPDATE party SET valid_until = \(until) WHERE key = \(receiver)")
    }
    try temporary.runBound(
      """
      INSERT INTO accreditation (
        key, posting, mission, receiver, is_resident, credentials, appointed, in_office_by,
        in_office_on, ended
      ) VALUES (
        \(entry.key), \(posting), 'm', \(receiver), \(entry.residence == nil ? 1 : 0),
        \(values["act"]), \(values["app"]), \(values["by"]), \(values["on"]), \(ended)
      )
      """)
  }

  /// A mark of an unknown day with the bound that held when it was entered answers as without, as
  /// long as the registry is known to the same day.
  private static let marked = corners.filter {
    $0.facts.contains("mark=unknown") && !$0.facts.contains("],mark")
  }.map {
    Corner(
      $0.number, $0.about + ", bound at entry",
      $0.facts.replacing("mark=unknown", with: "mark=unknown,end=[..2026-06-29]"), $0.answers)
  }

  @Test(arguments: corners + marked)
  func `what is said of a day is what the facts permit`(corner: Corner) throws {
    let temporary = try registry(of: corner)
    let answers = corner.answers.split(separator: "; ").map { $0.split(separator: " ") }
    #expect(!answers.isEmpty)
    for answer in answers {
      try #require(answer.count == 3)
      let asked = try Registry.open(temporary.path, for: .reading)
      try asked.look(on: String(answer[1]))
      let said = try asked.value(
        "SELECT in_office FROM tenure WHERE accreditation = \(String(answer[0]))", as: String.self)
      #expect(said == String(answer[2]), "\(answer)")
    }
    _ = try temporary.registry.verify()
  }
}
