import Foundation
import Testing

/// Facts of the real data, asked of a registry and computed straight from the XML by a script that
/// knows nothing of it: the answers must be the same.
@Suite("Facts of pocom", .serialized)
struct FactTests {
  /// A registry with pocom and gsh, made once, and what the script says.
  struct World: Sendable {
    let registry: URL
    let facts: [String: [[String]]]
  }

  static let world = Result { () throws -> World in
    let copy = try RealData.registry.get()
    let program = try Program(sample: false)
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Facts/pocom_facts.py")
    let answered = try program.shell(
      "python3 '\(script.path)' '\(RealData.pocom.path)' '\(RealData.gsh.path)'")
    try #require(answered.code == 0, "\(answered.err)")
    let facts = try JSONDecoder().decode([String: [[String]]].self, from: Data(answered.out.utf8))
    return World(registry: copy, facts: facts)
  }

  static let questions: [(name: String, sql: String)] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Facts/questions.sql")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "-- @ ").dropFirst().map { part in
      let lines = part.split(separator: "\n", maxSplits: 1)
      return (String(lines[0]), String(lines[1]))
    }
  }()

  /// What of the questions is not in the registry by that name: the codes of the source.
  private static func preamble(_ facts: [String: [[String]]]) -> String {
    let asked = (facts["asked"] ?? []).map { "('\($0[0])', '\($0[1])')" }
    return """
      WITH asked (mission, day) AS (VALUES \(asked.joined(separator: ", "))),
      role_of_title (title, role) AS (
        SELECT key, CASE key
          WHEN 'ambassador' THEN 'ambassador-e-p'
          WHEN 'envoy' THEN 'envoy-extraordinary-minister-plenipotentiary'
          WHEN 'envoy-consul-general'
            THEN 'envoy-extraordinary-minister-plenipotentiary-consul-general'
          WHEN 'charge-en-titre' THEN 'charge-daffaires'
          WHEN 'charge-ad-interim' THEN 'charge-daffaires-ad-interim'
          WHEN 'charge-pro-tempore' THEN 'charge-daffaires-pro-tem'
          WHEN 'charge-consul-general' THEN 'charge-daffaires-consul-general'
          WHEN 'minister-head' THEN 'minister'
          WHEN 'personal-representative' THEN 'personal-representative-of-the-president'
          WHEN 'chief-of-office-abroad' THEN 'chief-of-mission-of-us-office-abroad'
          ELSE key
        END
        FROM title
      ),
      territory_of_row (posting, record) AS (
        SELECT a.posting, coalesce(
          (
            SELECT substr(c.says, instr(c.says, 'territory: ') + 11) FROM citation AS c
            WHERE c.posting = a.posting AND c.says LIKE '%territory: %'
          ),
          (
            SELECT c.record FROM citation AS c
            WHERE c.party = a.receiver AND c.key GLOB 'gsh-territory-*'
          ),
          (
            SELECT c.record FROM citation AS c
            WHERE c.party = a.receiver AND c.key GLOB 'gsh-country-*'
          )
        )
        FROM accreditation AS a
      )

      """
  }

  @Test(
    .enabled(if: RealData.isHere, "the data sets ../shared/data/pocom and gsh are not here"),
    .enabled(if: RealData.hasPython, "python3 is not here"), arguments: questions)
  func `a question has the same answer in the registry and in the source`(
    _ question: (name: String, sql: String)
  ) throws {
    let world = try Self.world.get()
    let wanted = try #require(world.facts[question.name])
    let program = try Program(sample: false)
    let preamble = Self.preamble(world.facts)
    let sql =
      question.sql.contains("WITH RECURSIVE")
      ? question.sql
      : preamble + question.sql
    let answer = try program.run(
      "sql", sql, "--db", world.registry.path, "--format", "csv", "--no-header", "--timeout", "60")
    try #require(answer.code == 0, "\(question.name): \(answer.err)")
    // Each of them says what is meant.
    #expect(!answer.err.contains("note:"), "\(question.name): \(answer.err)")
    let rows = try CSV.rows(answer.out)
    let missing = Set(wanted).subtracting(rows)
    let invented = Set(rows).subtracting(wanted)
    #expect(missing.isEmpty, "\(question.name): \(missing.sorted { $0[0] < $1[0] }.prefix(5))")
    #expect(invented.isEmpty, "\(question.name): \(invented.sorted { $0[0] < $1[0] }.prefix(5))")
    #expect(rows.count == wanted.count, "\(question.name)")
  }

  /// Two differences are accepted: an alias that is the name itself is kept once, and the two titles
  /// of chargés are called as the registry calls them.
  @Test(
    .enabled(if: RealData.isHere, "the data sets ../shared/data/pocom and gsh are not here"),
    .enabled(if: RealData.hasPython, "python3 is not here"))
  func `export pocom gives every record back, field by field`() throws {
    let world = try Self.world.get()
    let program = try Program(sample: false)
    let folder = program.folder.appending(path: "back")
    let exported = try program.run("export", "pocom", folder.path, "--db", world.registry.path)
    try #require(exported.code == 0, "\(exported.err)")
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Facts/pocom_compare.py")
    let compared = try program.shell(
      "python3 '\(script.path)' '\(RealData.pocom.path)' '\(folder.path)'")
    try #require(compared.code == 0, "\(compared.err)")
    let differences = compared.lines.filter { !$0.isEmpty }.map { $0.components(separatedBy: "\t") }
    let unaccepted = differences.filter { difference in
      !(difference[2] == "persName/altname" && difference[4].isEmpty)
        && !["charge-daffaires", "charge-daffaires-ad-interim"].contains(difference[1])
    }
    #expect(unaccepted.isEmpty, "\(unaccepted.prefix(5))")
    #expect(differences.count == 36)
    let again = try program.run("export", "pocom", folder.path, "--db", world.registry.path)
    #expect(again.code == 73)
    #expect(again.err.contains("already something"))
  }

  @Test(.enabled(if: RealData.isHere, "the data sets ../shared/data/pocom and gsh are not here"))
  func `every question of the script is asked`() throws {
    let world = try Self.world.get()
    let asked = Set(Self.questions.map(\.name)).union(["asked"])
    #expect(Set(world.facts.keys) == asked)
    #expect(asked.count > 20)
  }
}

/// The real data beside the checkout.
enum RealData {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/data")
  static let pocom = folder.appending(path: "pocom")
  static let gsh = folder.appending(path: "gsh")
  /// A registry with all of it, made once.
  static let registry = Result { () throws -> URL in
    let program = try Program(sample: false)
    #expect(try program.run("init").code == 0)
    let imported = try program.run("import", "pocom", pocom.path, "--gsh", gsh.path)
    try #require(imported.code == 0, "\(imported.err)")
    let copy = FileManager.default.temporaryDirectory
      .appending(path: "legation-world-\(UUID().uuidString).db")
    try #require(try program.run("backup", copy.path).code == 0)
    return copy
  }
  static let isHere = FileManager.default.fileExists(atPath: pocom.path)
  static let hasPython = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/python3") }
}

/// The program's own CSV, read back.
enum CSV {
  static func rows(_ text: String) throws -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var quoted = false
    var wasQuote = false
    for character in text.unicodeScalars {
      if quoted {
        if character == "\"" {
          quoted = false
          wasQuote = true
        } else {
          field.unicodeScalars.append(character)
        }
        continue
      }
      switch character {
      case "\"":
        if wasQuote { field.unicodeScalars.append(character) }
        quoted = true
      case ",":
        row.append(field)
        field = ""
      case "\n":
        row.append(field)
        rows.append(row)
        (row, field) = ([], "")
      default: field.unicodeScalars.append(character)
      }
      wasQuote = false
    }
    return rows
  }
}
