import Foundation
import Testing

/// What people do with `import pocom`, on the real data, and on data that means harm.
@Suite("import pocom") struct PocomStories {
  private static let isHere = RealData.isHere
  private static let missing: Comment = "the data sets ../shared/data/pocom and gsh are not here"

  private func office() throws -> Program {
    let program = try Program(sample: false)
    try #require(try program.run("init").code == 0)
    return program
  }

  @Test(.enabled(if: isHere, missing))
  func `remarks of an import are in the language that was chosen`() throws {
    let answer = try office().run(
      "import", "pocom", RealData.pocom.path, "--dry-run", "--lang", "vi", "--format", "markdown")
    #expect(answer.out.contains("Ghi nhận"), "\(answer.err)")
    #expect(!answer.out.contains("| Words |"))
  }

  /// The mission as the sources show it on a day: what it was called, its kind, its seat.
  private static let then = [
    ("thailand", "1930-06-01", "Mission to Siam", "legation", "Bangkok"),
    ("thailand", "1950-06-01", "Mission to Thailand", "embassy", "Bangkok"),
    ("iran", "1930-06-01", "Mission to Persia", "legation", "Tehran"),
    ("sri-lanka", "1971-12-31", "Mission to Ceylon", "embassy", "Colombo"),
    ("sri-lanka", "1973-01-01", "Mission to Sri Lanka", "embassy", "Colombo"),
    ("burma", "1950-01-01", "Mission to Burma", "embassy", "Rangoon"),
    ("france", "1890-01-01", "Mission to France", "legation", "Paris"),
    ("france", "1900-01-01", "Mission to France", "embassy", "Paris"),
  ]

  @Test(.enabled(if: isHere, missing))
  func `missions have the names, the kinds and the seats of the day`() throws {
    let office = try office()
    let answer = try office.run(
      "import", "pocom", RealData.pocom.path, "--gsh", RealData.gsh.path, "--format", "json")
    try #require(answer.code == 0, "\(answer.err)")
    for (mission, day, name, kind, seat) in Self.then {
      let then = try office.run(
        "sql", "SELECT name_en, kind, seat FROM mission WHERE key = '\(mission)'", "--on", day,
        "--format", "csv", "--no-header")
      #expect(then.out == "\(name),\(kind),\(seat)\n", "\(mission) on \(day)")
    }
    // A state that had a mission of its own was no other's former name.
    let italy = try office.run(
      "sql", "SELECT name_en FROM mission WHERE key = 'italy'", "--on", "1850-01-01",
      "--format", "csv", "--no-header")
    #expect(italy.out == "Mission to the Kingdom of Italy\n")
    let roster = try office.run("roster", "--on", "1930-06-01", "--format", "csv")
    #expect(roster.out.contains("Mission to Siam"))
    #expect(!roster.out.contains("Mission to Thailand"))
  }

  @Test(.enabled(if: isHere, missing))
  func `every record is counted, taken once, and taken back by one undo`() throws {
    let office = try office()
    let before = try office.run("sql", "SELECT count(*) FROM party", "--format", "csv").out
    let first = try office.run(
      "import", "pocom", RealData.pocom.path, "--gsh", RealData.gsh.path, "--format", "json")
    #expect(first.code == 0, "\(first.err)")
    #expect(first.err.contains("Change 2."))
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(first.out.utf8)) as? [String: Any])
    let counts = try #require(report["counts"] as? [[String: Any]])
    for count in counts {
      let parts = ["added", "edited", "same", "set_aside"].compactMap { count[$0] as? Int }
      #expect(parts.reduce(0, +) == count["read"] as? Int, "\(count)")
    }
    let read = Dictionary(
      uniqueKeysWithValues: counts.compactMap { count -> (String, Int)? in
        guard let kind = count["kind"] as? String, let read = count["read"] as? Int else {
          return nil
        }
        return (kind, read)
      })
    #expect(read["chief"] == 5570)
    #expect(read["nominee"] == 398)
    #expect(read["person"] == 4313)
    #expect(read["mission note"] == 44)
    #expect(read["concurrent group"] == 333)
    #expect(read["territory"] == 577)
    let remarks = try #require(report["remarks"] as? [[String: Any]])
    func records(_ code: String) -> [String] {
      remarks.filter { $0["code"] as? String == code }.compactMap { $0["record"] as? String }
    }
    #expect(
      records("duplicate-identifier").sorted() == [
        "bz-1983-barn-01", "sv-2012-apon-01", "tr-2014-bass-01",
      ])
    #expect(records("odd-identifier") == ["unes-2014-nix-", "unes-2017-hega-"])
    #expect(records("no-dates").sorted() == ["au-1946-mint-01", "ye--stoo-01"])
    // Of 76 chargés without an end before 2013 one, sy-1974-scot-01, has two dates.
    #expect(records("point-event").count == 75)
    // 20 beginnings and 90 ends; "late in" 1847 bounds no day, and a state that was formed is no date.
    #expect(records("date-in-note").count == 110)
    #expect(records("approximate").sorted() == ["eg-1956-hare-01", "it-1843-wick-01"])
    let summary = remarks.first { $0["code"] as? String == "dates-in-notes" }
    #expect((summary?["words_en"] as? String)?.hasPrefix("110 dates") == true)
    #expect(
      try office.run(
        "sql", "SELECT ended, end_note FROM posting WHERE key = 'at-1854-jack-01'", "--format",
        "csv", "--no-header"
      ).out == "[1858-06-01..],Left post on or after\n")
    #expect(records("unknown-element") == ["ke-2019-mcca-01"])

    let again = try office.run("import", "pocom", RealData.pocom.path, "--gsh", RealData.gsh.path)
    #expect(again.err.contains("Nothing is new"))
    #expect(try office.run("log").out.contains("import pocom"))
    #expect(try office.run("verify").code == 0)

    let undone = try office.run("undo", "2", "--reason", "the wrong registry")
    #expect(undone.code == 0, "\(undone.err)")
    #expect(
      try office.run("sql", "SELECT count(*) FROM posting", "--format", "csv").out
        == "count(*)\n0\n")
    #expect(try office.run("sql", "SELECT count(*) FROM party", "--format", "csv").out == before)
  }

  @Test(.enabled(if: isHere, missing))
  func `what is not an ISO date in the lists does not put heads in office long before`() throws {
    let world = try FactTests.world.get()
    let office = try Program(sample: false)
    let heads = try office.run(
      "head", "list", "--mission", "france", "--on", "1784-01-01", "--format", "csv", "--db",
      world.registry.path)
    #expect(heads.lines.count == 3, "\(heads.out)")
    #expect(heads.out.contains("Benjamin Franklin"))
    let old = try office.run("person", "show", "barnes-douglas-m", "--db", world.registry.path)
    #expect(old.out.contains("barnes-douglas-malcolm"))
  }

  @Test(.enabled(if: isHere, missing))
  func `a newer state is taken by key, and what was corrected here stays`() throws {
    let office = try office()
    let copy = office.folder.appending(path: "pocom")
    for part in [
      "people/a", "missions-countries", "missions-orgs", "concurrent-appointments",
      "roles-country-chiefs",
    ] {
      try FileManager.default.createDirectory(
        at: copy.appending(path: part), withIntermediateDirectories: true)
    }
    let person = copy.appending(path: "people/a/adams-john.xml")
    try FileManager.default.copyItem(
      at: RealData.pocom.appending(path: "people/a/adams-john.xml"), to: person)
    let mission = copy.appending(path: "missions-countries/netherlands.xml")
    try FileManager.default.copyItem(
      at: RealData.pocom.appending(path: "missions-countries/netherlands.xml"), to: mission)
    try #require(try office.run("import", "pocom", copy.path).code == 0)
    try #require(
      try office.run("head", "edit", "nl-1781-adam-01", "--note", "corrected here").code == 0)

    let text = try String(contentsOf: person, encoding: .utf8)
    try text.replacing("<death>1826</death>", with: "<death>1827</death>")
      .write(to: person, atomically: true, encoding: .utf8)
    let newer = try office.run("import", "pocom", copy.path, "--format", "json")
    #expect(newer.code == 0, "\(newer.err)")
    #expect(newer.err.contains("Change 4."))
    let shown = try office.run("show", "4").out
    #expect(shown.contains("1827"))
    #expect(!shown.contains("nl-1781-adam-01"))
    #expect(
      try office.run("sql", "SELECT note FROM posting WHERE key = 'nl-1781-adam-01'").out
        .contains("corrected here"))
  }

  @Test(.enabled(if: isHere, missing))
  func `Ctrl-C leaves the registry as it was, and how far it is is said where it is asked for`()
    throws
  {
    let office = try office()
    let answer = try office.interrupted(["import", "pocom", RealData.pocom.path, "--verbose"])
    #expect(
      answer.err.contains(#/Importing  [0-9]+ \/ [0-9]+  [0-9]+ %  [0-9]+\/s  [0-9]+ s/#),
      "\(answer.err)")
    #expect(answer.err.contains("Cancelled; nothing was changed."))
    #expect(answer.code == 130)
    #expect(try office.run("verify").code == 0)
    #expect(try office.run("sql", "SELECT count(*) FROM change", "--format", "csv").lines[1] == "2")
    #expect(
      try office.run("sql", "SELECT count(*) FROM posting", "--format", "csv").lines[1] == "0")
  }
}
