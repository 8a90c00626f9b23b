import Foundation
import Interchange
import Registry
import SQLite
import Testing

/// The XML of HistoryAtState/pocom, in and out.
@Suite struct PocomTests {
  @discardableResult
  private func take(
    _ folder: String, into office: Office
  ) throws -> (report: ImportReport, change: Int?) {
    try PocomImport(PocomImport.Options(pocom: folder)).run(into: office.registry, Office.note)
  }

  private func refused(_ folder: String, into office: Office) throws -> RegistryError? {
    let before = try office.content()
    let refusal = #expect(throws: RegistryError.self) { try take(folder, into: office) }
    #expect(try office.content() == before)
    return refusal
  }

  /// The files that an export writes, by their paths.
  private func export(_ office: Office) throws -> [String: String] {
    var files: [String: String] = [:]
    _ = try PocomExport(office.registry) { (path, text) throws(RegistryError) in
      #expect(files[path] == nil, "\(path) twice")
      files[path] = text
    }.run()
    return files
  }

  private func put(_ files: [String: String], in folder: String, of office: Office) throws -> String
  {
    for (path, text) in files { try office.put(text, in: "\(folder)/\(path)") }
    return office.path(folder)
  }

  @Test func `odd values are kept in words, unknown names become records, and all is said`() throws
  {
    let office = try Office(.empty)
    let taken = try take(SmallPocom.make(in: office), into: office)
    let codes = Set(taken.report.remarks.map(\.code))
    #expect(
      codes.isSuperset(of: ["no-such-date", "unknown-person", "unknown-title", "unknown-territory"])
    )
    #expect(
      taken.report.remarks.allSatisfy {
        !$0.words.english.isEmpty && $0.words.english != $0.words.vietnamese
      })
    #expect(
      try office.rows("SELECT appointed, appointed_note, credentials FROM accreditation")
        == [["-", "on the way; 2021-02-30", "2021"]])
    #expect(try take(SmallPocom.make(in: office), into: office).change == nil)
  }

  @Test func `what a record holds and nobody reads is said, with its place`() throws {
    let office = try Office(.empty)
    let folder = try SmallPocom.make(in: office)
    try office.put(
      """
      <person colour="red"><id>doe-john</id><persName><surname>Doe</surname><forename>John</forename>
      <nickname>Jack</nickname></persName><birth/><death type="y">1900</death>
      <career-type>career</career-type><career-type>non-career</career-type></person>
      """, in: "small/people/doe-john.xml")
    let remarks = try take(folder, into: office).report.remarks.filter { $0.record == "doe-john" }
    #expect(
      remarks.map(\.code).sorted() == [
        "repeated-element", "unknown-attribute", "unknown-attribute", "unknown-element",
      ])
    #expect(remarks.contains { $0.place.hasSuffix("people/doe-john.xml:3") })
  }

  @Test(arguments: HostileFile.cases)
  func `a malformed or hostile file gets a sentence with its place, and changes nothing`(
    file: HostileFile
  ) throws {
    let office = try Office(.empty)
    let folder = try SmallPocom.make(in: office)
    try office.put(Data(file.bytes), in: "small/missions-countries/france.xml")
    let told = try #require(try refused(folder, into: office)).told
    #expect(told.contains("missions-countries/france.xml"))
    #expect(told.contains(file.says), "\(told)")
  }

  @Test func `a folder where a file should be, and none at all, are named`() throws {
    let office = try Office(.empty)
    let folder = try SmallPocom.make(in: office)
    try FileManager.default.createDirectory(
      atPath: folder + "/people/x.xml", withIntermediateDirectories: true)
    #expect(try refused(folder, into: office)?.told.contains("people/x.xml") == true)
    #expect(try refused(office.path("nowhere"), into: office)?.told.contains("nowhere") == true)
  }

  @Test func `a registry of another country is not mixed with it`() throws {
    let office = try Office()
    let refusal = try refused(SmallPocom.make(in: office), into: office)
    #expect(refusal?.told.contains("United States") == true)
  }

  @Test func `what is exported of any registry comes in again, and goes out the same`() throws {
    let office = try Office()
    let files = try export(office)
    let people = files.keys.filter { $0.hasPrefix("people/") }
    #expect(try people.count == office.count(of: "person"))
    let other = try Office(.empty)
    let taken = try take(put(files, in: "out", of: other), into: other)
    #expect(taken.report.remarks.contains { $0.code == "no-folder" })
    for table in ["posting", "person"] {
      #expect(try other.count(of: table) == office.count(of: table), "\(table)")
    }
    let again = try export(other)
    #expect(again.keys.filter { $0.hasPrefix("people/") }.count == people.count)
    for (path, text) in files where path.hasPrefix("people/") { #expect(again[path] == text) }
  }

  @Test(arguments: [
    "../../x", "/tmp/x.xml", "people/../x.xml", "people/.xml", "people//x.xml", "x",
    "missions-countries/x.xml", "people/a.xml/b.xml", "people", "people/d/do-son-hai.xml",
  ])
  func `where a record came from stops no export, and leads nowhere else`(place: String) throws {
    let office = try Office()
    try office.run("INSERT INTO source (key, title) VALUES ('pocom', 'x')")
    try office.run(
      """
      INSERT INTO citation (key, source, person, record, file)
      VALUES ('a', 'pocom', 'do-minh-hung', '../x', \(place)),
        ('b', 'pocom', 'do-hung-viet', '../x', \(place))
      """)
    let files = try export(office)
    #expect(
      try files.keys.filter { $0.hasPrefix("people/") && $0.hasSuffix(".xml") }.count
        == office.count(of: "person"))
    for path in files.keys {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      #expect(parts.count > 1 && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }, "\(path)")
    }
  }
}

/// A small pocom, whole and odd.
enum SmallPocom {
  static func make(in office: Office) throws -> String {
    for part in ["people", "missions-orgs", "concurrent-appointments", "roles-country-chiefs"] {
      try FileManager.default.createDirectory(
        atPath: office.path("small/\(part)"), withIntermediateDirectories: true)
    }
    try office.put(
      """
      <country-mission><territory-id>atlantis</territory-id><chiefs>
      <chief><id>at-2021-nobo-01</id><person-id>nobody</person-id>
      <role-title-id>grand-envoy</role-title-id>
      <contemporary-territory-id>atlantis</contemporary-territory-id>
      <appointed><date>2021-02-30</date><note>on the way</note></appointed>
      <arrived><date/><note/></arrived><started><date>2021</date><note/></started>
      <ended><date/><note/></ended><note/></chief>
      </chiefs><other-nominees/></country-mission>
      """, in: "small/missions-countries/atlantis.xml")
    return office.path("small")
  }
}

/// A file that is no good, and the words that must stand in the refusal.
struct HostileFile: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  let says: String

  private init(_ name: String, _ text: String, _ end: [UInt8] = [], says: String) {
    testDescription = name
    bytes = Array(text.utf8) + end
    self.says = says
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  static let cases = [
    HostileFile("truncated", head + "<country-mission>\n<territory-id>fr", says: ".xml:3:"),
    HostileFile("empty", "", says: "no element"),
    HostileFile("another root", head + "<mission/>", says: "root element is mission"),
    HostileFile(
      "entity bomb",
      head + "<!DOCTYPE a [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n"
        + "<country-mission><territory-id>&b;</territory-id></country-mission>",
      says: "DOCTYPE"),
    HostileFile(
      "external entity",
      head + "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<country-mission/>",
      says: "DOCTYPE"),
    HostileFile(
      "unknown entity", head + "<country-mission>&passwd;</country-mission>", says: ":2:"),
    HostileFile("a NUL", head + "<country-mission>\u{0}</country-mission>", says: ":2:"),
    HostileFile(
      "deep nesting", head + String(repeating: "<country-mission>", count: 5000), says: "deep"),
    HostileFile(
      "a field without end", head + "<country-mission>" + String(repeating: "x", count: 17_000_000),
      says: "too many"),
    HostileFile(
      "mismatched tags", head + "<country-mission>\n<a></b>\n</country-mission>", says: ":3:"),
    HostileFile("invalid UTF-8", head + "<country-mission>", [0xC3, 0x28, 0x3C], says: ":2:"),
  ]
}
