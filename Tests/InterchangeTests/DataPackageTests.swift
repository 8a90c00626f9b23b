import Files
import Foundation
import Interchange
import Registry
import SQLite
import Testing

/// The registry as a folder of CSV files, out and in again.
@Suite struct DataPackageTests {
  @discardableResult
  private func export(
    _ office: Office, to name: String = "package", defusesFormulas: Bool = false
  ) throws -> String {
    let folder = try NewFolder(at: office.path(name), mark: "datapackage.json")
    _ = try DataPackageExport(office.registry, defusesFormulas: defusesFormulas).run(to: folder)
    try folder.publish()
    return office.path(name)
  }

  @discardableResult
  private func take(
    _ folder: String, into office: Office, removesOthers: Bool = false
  ) throws -> (report: ImportReport, change: Int?) {
    try DataPackageImport(folder, removesOthers: removesOthers).run(
      into: office.registry, Office.note)
  }

  private func files(_ folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try Data(contentsOf: URL(filePath: folder + "/" + $0)))
      })
  }

  @Test func `what goes out comes in and goes out again, byte for byte`() throws {
    let office = try Office()
    // Everything that CSV and spreadsheets stumble over.
    try office.edit(
      .person, "do-minh-hung",
      ["note": "=1+1, \"quoted\", a\nsecond line; Đỗ ở Huế", "born": "between 1965 and 1966"])
    try office.edit(.mission, "gb-london", ["opened": "1973-09", "closed": "2030~"])
    try office.edit(.posting, "gb-london-do-minh-hung", ["planned_end": "2028-06?"])
    let first = try export(office)
    let other = try Office(.empty)
    let taken = try take(first, into: other, removesOthers: true)
    #expect(taken.change != nil)
    #expect(try files(export(other)) == files(first))
    #expect(
      try other.column("SELECT note FROM person WHERE key = 'do-minh-hung'")
        == ["=1+1, \"quoted\", a\nsecond line; Đỗ ở Huế"])
    // Keys for search and sorting are made, not carried.
    #expect(
      try other.column("SELECT search_key FROM person WHERE key = 'do-minh-hung'")
        == ["do minh hung"])
    #expect(try take(first, into: other, removesOthers: true).change == nil)
  }

  @Test func `kept questions go with their titles, headings and parameters`() throws {
    let office = try Office()
    var words = KeptWords(sql: "SELECT person_name, began FROM incumbency WHERE mission = :at")
    words.about = [.english: "Who"]
    words.title = [.vietnamese: "Ai"]
    words.headings = ["began": [.english: "From", .vietnamese: "Từ"]]
    _ = try office.registry.write(Office.note) { (change) throws(RegistryError) in
      try Records(change).keep(query: "mine", words)
    }
    let other = try Office(.empty)
    try take(export(office), into: other, removesOthers: true)
    let query = try other.registry.keptQuery("mine")
    #expect(query.title == Sentence(same: "Ai"))
    #expect(query.headings == ["began": [.english: "From", .vietnamese: "Từ"]])
    #expect(query.parameters.map(\.declaration) == ["at:mission"])
  }

  @Test func `its description is that of a Data Package: types, keys, references`() throws {
    let office = try Office()
    try export(office)
    let package = try #require(
      try JSONSerialization.jsonObject(
        with: Data(office.text(of: "package/datapackage.json").utf8)) as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    for resource in resources {
      let name = try #require(resource["name"] as? String)
      #expect(resource["path"] as? String == "\(name).csv")
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      let names = fields.compactMap { $0["name"] as? String }
      let header = try #require(
        try office.text(of: "package/\(name).csv").split(separator: "\n").first)
      #expect(header.split(separator: ",").map(String.init) == names, "\(name)")
      #expect(fields.allSatisfy { $0["type"] is String && $0["description"] is String }, "\(name)")
      let key = try #require(schema["primaryKey"] as? [String])
      #expect(!key.isEmpty && Set(key).isSubset(of: names), "\(name)")
    }
    let names = Set(resources.compactMap { $0["name"] as? String })
    #expect(names.isSuperset(of: ["person", "mission", "posting", "accreditation", "term"]))
    #expect(!names.contains("change") && !names.contains("person_history"))
  }

  @Test(arguments: StoredDate.all)
  func `the pattern of a date takes every form in which one is stored`(date: StoredDate) throws {
    let office = try Office()
    try date.put(in: office)
    try export(office)
    let package = try #require(
      try JSONSerialization.jsonObject(
        with: Data(office.text(of: "package/datapackage.json").utf8)) as? [String: Any])
    let person = try #require(
      (package["resources"] as? [[String: Any]])?.first { $0["name"] as? String == "person" })
    let fields = (person["schema"] as? [String: Any])?["fields"] as? [[String: Any]]
    let born = try #require(fields?.first { $0["name"] as? String == "born" })
    let constraints = try #require(born["constraints"] as? [String: Any])
    let pattern = try Regex(try #require(constraints["pattern"] as? String))
    #expect(date.stored.wholeMatch(of: pattern) != nil)
    #expect("[1917]".wholeMatch(of: pattern) == nil)
    #expect(try office.text(of: "package/person.csv").contains(",\(date.stored),"))
    let other = try Office(.empty)
    try take(office.path("package"), into: other, removesOthers: true)
    #expect(
      try other.column("SELECT born FROM person WHERE key = 'do-minh-hung'") == [date.stored])
  }

  @Test func `an edited row is edited, a missing one stays unless it is to go`() throws {
    let office = try Office()
    let folder = try export(office)
    let text = try office.text(of: "package/person.csv")
    try office.put(
      text.replacing("Đỗ Minh Hùng", with: "Đo\u{302}\u{303} Minh Hùng II"),
      in: "package/person.csv")
    let edited = try take(folder, into: office)
    #expect(edited.report.counts.first { $0.kind == "person" }?.edited == 1)
    // Normalised as it comes in.
    #expect(
      try office.column("SELECT name FROM person WHERE key = 'do-minh-hung'")
        == ["Đỗ Minh Hùng II"])
    let places = try office.text(of: "package/party.csv").split(separator: "\n")
    try office.put(
      places.filter { !$0.hasPrefix("aq,") }.joined(separator: "\n") + "\n", in: "package/party.csv"
    )
    #expect(try take(folder, into: office).change == nil)
    let removed = try take(folder, into: office, removesOthers: true)
    #expect(removed.report.counts.first { $0.kind == "party" }?.removed == 1)
    #expect(try office.column("SELECT count(*) FROM party WHERE key = 'aq'") == ["0"])
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let replacing: String
    let with: String
    let says: [String]

    init(_ name: String, _ file: String, _ replacing: String, with: String, says: String...) {
      testDescription = name
      self.file = file
      self.replacing = replacing
      self.with = with
      self.says = says
    }
  }

  private static let mistakes = [
    Mistake(
      "a reference that leads nowhere", "posting.csv", ",gb-london,", with: ",gb-nowhere,",
      says: "gb-nowhere"),
    Mistake(
      "a code that is none", "posting.csv", ",head,", with: ",boss,", says: "posting.csv:2",
      "posting.csv:3"),
    Mistake(
      "an unknown column", "term.csv", "key,begins", with: "key,beginns", says: "term.csv:1",
      "beginns", "begins"),
    Mistake(
      "no number", "term_batch.csv", "2024-2027,1,", with: "2024-2027,one,",
      says: "term_batch.csv:",
      "number", "one"),
    Mistake(
      "an open quote", "term.csv", "2024-2027", with: "\"2024-2027", says: "term.csv:", "quote"),
    Mistake("a NUL", "term.csv", "2024-2027", with: "2024\u{0}2027", says: "term.csv:", "NUL"),
    Mistake(
      "a date that is none", "accreditation.csv", "2025-02-20", with: "2025-02-30",
      says: "accreditation.csv:", "2025-02-30"),
    Mistake(
      "a path outside", "datapackage.json", "\"term.csv\"", with: "\"../term.csv\"",
      says: "datapackage.json", "../term.csv"),
    Mistake(
      "another table", "datapackage.json", "\"name\": \"term\"", with: "\"name\": \"change\"",
      says: "datapackage.json", "change"),
    Mistake(
      "no JSON", "datapackage.json", "\"resources\"", with: "resources", says: "datapackage.json"),
    Mistake(
      "a field too many", "term.csv", "2024-2027,", with: "2024-2027,,", says: "term.csv:", "fields"
    ),
  ]

  @Test(arguments: mistakes)
  private func `a mistake is told with its place, and nothing is changed`(mistake: Mistake) throws {
    let office = try Office()
    let folder = try export(office)
    let text = try office.text(of: "package/\(mistake.file)")
    try #require(text.contains(mistake.replacing))
    try office.put(
      text.replacing(mistake.replacing, with: mistake.with), in: "package/\(mistake.file)")
    let before = try office.content()
    let refusal = #expect(throws: RegistryError.self) { try take(folder, into: office) }
    for words in mistake.says {
      #expect(refusal?.told.contains(words) == true, "\(refusal?.told ?? "")")
    }
    #expect(try office.content() == before)
  }

  @Test func `a row that is there twice, and a folder for a file, are told`() throws {
    let office = try Office()
    let folder = try export(office)
    let text = try office.text(of: "package/term.csv")
    let row = try #require(text.split(separator: "\n").last)
    try office.put(text + row + "\n", in: "package/term.csv")
    let twice = #expect(throws: RegistryError.self) { try take(folder, into: office) }
    #expect(twice?.told.contains("is there already, on line") == true)
    try FileManager.default.removeItem(atPath: folder + "/term.csv")
    try FileManager.default.createDirectory(
      atPath: folder + "/term.csv", withIntermediateDirectories: true)
    let refusal = #expect(throws: RegistryError.self) { try take(folder, into: office) }
    #expect(refusal?.kind == .unfitFile)
    #expect(refusal?.told.contains("term.csv") == true)
  }

  @Test func `keys of two parts are told apart wherever a stroke stands in them`() throws {
    let office = try Office()
    try office.run(
      """
      INSERT INTO person_identifier (scheme, identifier, person) VALUES
        ('a/b', 'c', 'do-minh-hung'), ('a', 'b/c', 'do-minh-hung')
      """)
    let folder = try export(office)
    #expect(try take(folder, into: office, removesOthers: true).change == nil)
    let text = try office.text(of: "package/person_identifier.csv")
    try office.put(
      text.split(separator: "\n").filter { !$0.hasPrefix("a/b,") }.joined(separator: "\n") + "\n",
      in: "package/person_identifier.csv")
    try take(folder, into: office, removesOthers: true)
    #expect(
      try office.column("SELECT scheme || '|' || identifier FROM person_identifier") == ["a|b/c"])
  }

  @Test(arguments: ["=1+1", "+84", "-5 %", "@SUM(A1)"])
  func `text that a spreadsheet would run is defused where it is asked for`(text: String) throws {
    let office = try Office()
    try office.edit(.person, "do-minh-hung", ["note": text])
    try export(office)
    #expect(try office.text(of: "package/person.csv").contains(",\(text)"))
    try export(office, defusesFormulas: true)
    #expect(try office.text(of: "package/person.csv").contains(",'\(text)"))
  }
}
