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

  @Test func `a registry of another country is not mixed with it`() throws {
    let office = try Program()
    let before = try office.bytes()
    let pocom = try Hostile.pocom(in: office.folder)
    let refused = try office.run("import", "pocom", pocom.path)
    #expect(refused.code != 0)
    #expect(refused.err.contains("United States"))
    #expect(try office.bytes() == before)
  }

  @Test(arguments: Hostile.cases)
  func `a malformed or hostile file gets a sentence with its place, and changes nothing`(
    _ hostile: Hostile
  ) throws {
    let office = try office()
    let before = try office.bytes()
    let pocom = try Hostile.pocom(in: office.folder)
    let file = pocom.appending(path: "missions-countries/france.xml")
    try Data(hostile.bytes).write(to: file)
    let refused = try office.run("import", "pocom", pocom.path)
    #expect(refused.code != 0, "\(hostile.name)")
    #expect(refused.err.contains("missions-countries/france.xml"), "\(refused.err)")
    #expect(refused.err.contains(hostile.says), "\(refused.err)")
    #expect(try office.bytes() == before)
  }

  @Test func `odd values are kept in words, unknown names become records, and all is said`() throws
  {
    let office = try office()
    let pocom = try Hostile.pocom(in: office.folder)
    let taken = try office.run("import", "pocom", pocom.path, "--format", "json")
    #expect(taken.code == 0, "\(taken.err)")
    for code in ["no-such-date", "unknown-person", "unknown-title", "unknown-territory"] {
      #expect(taken.out.contains("\"\(code)\""), "\(code)")
    }
    let kept = try office.run(
      "sql", "SELECT appointed, appointed_note FROM accreditation", "--format", "csv")
    #expect(kept.out.contains("2021-02-30"))
    let missing = try office.run("import", "pocom", office.folder.path + "/nowhere")
    #expect(missing.code != 0)
    #expect(missing.err.contains("nowhere"))
  }

  @Test func `what is exported of any registry comes in again`() throws {
    let office = try Program()
    try #require(try office.run("export", "pocom", "out").code == 0)
    let other = try self.office()
    let taken = try other.run(
      "import", "pocom", office.folder.path + "/out", "--format", "json")
    #expect(taken.code == 0, "\(taken.err)")
    #expect(taken.out.contains("\"no-folder\""))
    let heads = "SELECT count(*) FROM posting"
    #expect(
      try other.run("sql", heads, "--format", "csv").out
        == office.run("sql", heads, "--format", "csv").out)
  }

  @Test func `what a record holds and nobody reads is said, with its place`() throws {
    let office = try office()
    let pocom = try Hostile.pocom(in: office.folder)
    try Data(
      """
      <person colour="red"><id>doe-john</id><persName><surname>Doe</surname><forename>John</forename>
      <nickname>Jack</nickname></persName><birth/><death type="y">1900</death>
      <career-type>career</career-type><career-type>non-career</career-type></person>
      """.utf8
    ).write(to: pocom.appending(path: "people/doe-john.xml"))
    let taken = try office.run("import", "pocom", pocom.path, "--format", "json")
    #expect(taken.code == 0, "\(taken.err)")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(taken.out.utf8)) as? [String: Any])
    let remarks = try #require(report["remarks"] as? [[String: Any]])
    let told = remarks.filter { $0["record"] as? String == "doe-john" }.compactMap {
      ($0["code"] as? String).map { code in code }
    }
    #expect(
      told.sorted() == [
        "repeated-element", "unknown-attribute", "unknown-attribute", "unknown-element",
      ], "\(taken.out)")
    #expect(taken.out.contains("people/doe-john.xml:3"))
  }

  @Test(arguments: [
    "../../x", "/tmp/x.xml", "people/../x.xml", "people/.xml", "people//x.xml", "x",
    "missions-countries/x.xml", "people/a.xml/b.xml", "people", "people/d/do-son-hai.xml",
  ])
  func `where a record came from stops no export`(place: String) throws {
    let office = try Program()
    let other = try office.shell(
      """
      sqlite3 office.db <<'END'
      PRAGMA foreign_keys = ON;
      BEGIN IMMEDIATE;
      INSERT INTO change (made_at, author, action, program)
      VALUES (max(strftime('%Y-%m-%dT%H:%M:%SZ'), (SELECT max(made_at) FROM change)), 'a', 'b', 'c');
      INSERT INTO source (key, title) VALUES ('pocom', 'x');
      INSERT INTO citation (key, source, person, record, file)
      VALUES ('a', 'pocom', 'do-minh-hung', '../x', '\(place)'),
        ('b', 'pocom', 'do-hung-viet', '../x', '\(place)');
      DELETE FROM open_change;
      COMMIT;
      END
      """)
    try #require(other.code == 0, "\(other.err)")
    let written = try office.run("export", "pocom", "out")
    #expect(written.code == 0, "\(written.err)")
    let files =
      FileManager.default.enumerator(atPath: office.folder.appending(path: "out").path)?
      .allObjects as? [String] ?? []
    let people = files.filter { $0.hasPrefix("people/") && $0.hasSuffix(".xml") }
    let count = try office.run("sql", "SELECT count(*) FROM person", "--format", "csv").lines[1]
    #expect("\(people.count)" == count)
    let names = try FileManager.default.contentsOfDirectory(atPath: office.folder.path)
    #expect(!names.contains("x") && !names.contains("x.xml"))
  }

  @Test func `a folder where a file should be is named`() throws {
    let office = try office()
    let pocom = try Hostile.pocom(in: office.folder)
    try FileManager.default.createDirectory(
      at: pocom.appending(path: "people/x.xml"), withIntermediateDirectories: true)
    let refused = try office.run("import", "pocom", pocom.path)
    #expect(refused.code != 0)
    #expect(refused.err.contains("people/x.xml"))
  }
}

/// A file that is no good, and the words that must stand in the refusal.
struct Hostile: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let says: String

  var testDescription: String { name }

  private init(_ name: String, _ text: String, says: String) {
    self.name = name
    bytes = Array(text.utf8)
    self.says = says
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  static let cases: [Hostile] = {
    var cases = [
      Hostile("truncated", head + "<country-mission>\n<territory-id>fr", says: ".xml:3:"),
      Hostile("empty", "", says: "no element"),
      Hostile("another root", head + "<mission/>", says: "root element is mission"),
      Hostile(
        "entity bomb",
        head + "<!DOCTYPE a [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n"
          + "<country-mission><territory-id>&b;</territory-id></country-mission>",
        says: "DOCTYPE"),
      Hostile(
        "external entity",
        head + "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<country-mission/>",
        says: "DOCTYPE"),
      Hostile("unknown entity", head + "<country-mission>&passwd;</country-mission>", says: ":2:"),
      Hostile("a NUL", head + "<country-mission>\u{0}</country-mission>", says: ":2:"),
      Hostile(
        "deep nesting", head + String(repeating: "<country-mission>", count: 5000), says: "deep"),
      Hostile(
        "a field without end",
        head + "<country-mission>" + String(repeating: "x", count: 17_000_000), says: "too many"),
      Hostile(
        "mismatched tags", head + "<country-mission>\n<a></b>\n</country-mission>", says: ":3:"),
    ]
    var invalid = Hostile("invalid UTF-8", head + "<country-mission>", says: ":2:")
    invalid = Hostile(invalid, bytes: invalid.bytes + [0xC3, 0x28, 0x3C])
    cases.append(invalid)
    return cases
  }()

  private init(_ other: Hostile, bytes: [UInt8]) {
    name = other.name
    self.bytes = bytes
    says = other.says
  }

  /// A small pocom, whole and odd.
  static func pocom(in folder: URL) throws -> URL {
    let pocom = folder.appending(path: "small")
    for part in [
      "people", "missions-countries", "missions-orgs", "concurrent-appointments",
      "roles-country-chiefs",
    ] {
      try FileManager.default.createDirectory(
        at: pocom.appending(path: part), withIntermediateDirectories: true)
    }
    try Data(
      """
      <country-mission><territory-id>atlantis</territory-id><chiefs>
      <chief><id>at-2021-nobo-01</id><person-id>nobody</person-id>
      <role-title-id>grand-envoy</role-title-id>
      <contemporary-territory-id>atlantis</contemporary-territory-id>
      <appointed><date>2021-02-30</date><note>on the way</note></appointed>
      <arrived><date/><note/></arrived><started><date>2021</date><note/></started>
      <ended><date/><note/></ended><note/></chief>
      </chiefs><other-nominees/></country-mission>
      """.utf8
    ).write(to: pocom.appending(path: "missions-countries/atlantis.xml"))
    return pocom
  }
}
