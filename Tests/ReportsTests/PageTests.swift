import Files
import Formats
import Foundation
import Registry
import Reports
import SQLite
import Sample
import Testing

/// Reports as people read them: whole pages, in two languages.
///
/// The pages lie in `Pages`. With LEGATION_PAGES=write in the environment they are written anew, to
/// be looked at before they are kept.
@Suite struct PageTests {
  private struct Asked: Sendable, CustomTestStringConvertible {
    let page: String
    let kind: any ReportKind.Type
    var given: [String: String] = [:]
    var day: String?
    var testDescription: String { page }
  }

  /// What a report cannot be asked without.
  private static let needed = [
    "succession": ["mission": "cu-havana"], "career": ["person": "pham-vinh-quang"],
  ]

  /// Each as it is without any word, then some with words.
  private static let asked: [Asked] =
    ReportList.all.map { Asked(page: $0.name, kind: $0, given: needed[$0.name] ?? [:]) } + [
      Asked(
        page: "succession-acting", kind: Succession.self, given: ["mission": "il-tel-aviv"]),
      Asked(
        page: "succession-non-resident", kind: Succession.self, given: ["mission": "pt-lisbon"]),
      Asked(
        page: "succession-on-day", kind: Succession.self, given: ["mission": "cu-havana"],
        day: "2024-02-19"),
      Asked(
        page: "succession-of-kind", kind: Succession.self, given: ["kind": "permanent-mission"]),
      Asked(
        page: "expiring-on-day", kind: Expiring.self, given: ["months": "12"], day: "2022-06-30"),
      Asked(page: "coverage-on-day", kind: Coverage.self, day: "2019-06-30"),
      Asked(page: "pending-on-day", kind: Pending.self, day: "2024-02-19"),
      Asked(page: "career-concurrent", kind: Career.self, given: ["person": "nguyen-thanh-hai"]),
      Asked(page: "check-notes", kind: Check.self, given: ["severity": "note"]),
      Asked(page: "roster-of-term", kind: Roster.self, given: ["term": "2024-2027"]),
      Asked(page: "roster-on-day", kind: Roster.self, day: "2024-02-19"),
      Asked(
        page: "roster-of-term-on-day", kind: Roster.self, given: ["term": "2020-2023"],
        day: "2022-06-30"),
      Asked(
        page: "roster-of-columns", kind: Roster.self,
        given: [
          "term": "2024-2027",
          "columns": "number,name,mission,batch,decision,agrement,since,months-served",
        ]),
      Asked(page: "precedence-at-receiver", kind: Precedence.self, given: ["receiver": "la"]),
      Asked(
        page: "precedence-nobody", kind: Precedence.self, given: ["receiver": "sv"]),
      Asked(
        page: "movements-between", kind: Movements.self,
        given: ["from": "2024-01-01", "to": "2024-03-31"]),
      Asked(
        page: "network-of-region", kind: Network.self,
        given: ["region": "europe", "from": "1990-01-01"]),
      Asked(
        page: "roster-by-accreditation", kind: Roster.self,
        given: ["term": "2024-2027", "region": "asia", "one-row-per": "accreditation"]),
      Asked(
        page: "coverage-by-person", kind: Coverage.self,
        given: ["kind": "embassy", "region": "americas", "one-row-per": "person"]),
      Asked(page: "tenure-by-mission", kind: Tenure.self, given: ["by": "mission"]),
      Asked(page: "new-in-term", kind: New.self, given: ["term": "2024-2027"]),
      Asked(
        page: "undated-end", kind: Undated.self, given: ["missing": "end", "term": "2020-2023"]),
    ]

  private static let kept: [(name: String, given: [String])] = [
    ("head-on-day", ["mission=gb-london", "day=2025-03-02"]),
    ("heads-by-year", []), ("women-by-year", []), ("longest-vacancy", []),
    ("posts-without-head", []),
  ]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Pages")

  private func compare(_ text: String, with page: String, _ language: Language) throws {
    let file = Self.folder.appending(path: "\(page).\(language.rawValue).txt")
    if ProcessInfo.processInfo.environment["LEGATION_PAGES"] == "write" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try text == String(contentsOf: file, encoding: .utf8))
  }

  private func style(_ language: Language) -> WritingStyle {
    var style = WritingStyle()
    style.date = { PageDate.words($0, in: language) }
    return style
  }

  /// The text that a writer of tables makes.
  private func written(
    _ language: Language, _ body: (inout any DocumentWriter) throws -> Void
  ) throws -> String {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "legation-page-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
    let sink = ByteSink(descriptor: descriptor)
    var writer = Format.table.writer(to: sink, style: style(language))
    try body(&writer)
    try sink.flush()
    close(descriptor)
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test(arguments: asked, Language.allCases)
  private func `a page of the sample`(asked: Asked, language: Language) throws {
    let registry = try SampleRegistry.open(on: asked.day)
    let report = try asked.kind.made(
      AskedReport(asked.kind, asked.given, from: registry, in: language))
    let text = try written(language) { writer in
      try report.write(to: &writer, from: registry, in: language)
    }
    try compare(text, with: asked.page, language)
  }

  @Test(arguments: kept, Language.allCases)
  private func `a kept question is headed as a report is`(
    kept: (name: String, given: [String]), language: Language
  ) throws {
    let registry = try SampleRegistry.open(on: nil)
    let query = try registry.keptQuery(kept.name)
    let session = try QuerySession(registry, limits: QueryLimits(), for: query.sql)
    guard let asked = try session.next(of: Script(query.sql)) else { return }
    let statement = Box(asked)
    try registry.bind(query.values(given: kept.given, in: registry), to: statement.statement)
    let page = try KeptQueryPage(
      query, columns: statement.statement.columnNames, from: registry, in: language)
    let text = try written(language) { writer in
      writer.begin(page.heading(in: language, from: registry))
      writer.beginTable(page.table(in: language))
      while try statement.statement.step() { writer.write(statement.statement.row) }
      writer.endTable()
      writer.end()
    }
    try compare(text, with: "kept-\(kept.name)", language)
  }

  @Test func `no page is of a report that there is not, and every kept question has one`() throws {
    let shipped = try SampleRegistry.open(on: nil).column(
      "SELECT name FROM kept_query WHERE is_shipped", as: String.self)
    #expect(Set(Self.kept.map(\.name)) == Set(shipped))
    let pages = Set(Self.asked.map(\.page) + Self.kept.map { "kept-\($0.name)" })
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(
      Set(files)
        == Set(pages.flatMap { page in Language.allCases.map { "\(page).\($0.rawValue).txt" } }))
  }
}

/// A statement with an address.
private final class Box {
  var statement: Statement
  init(_ statement: consuming Statement) { self.statement = statement }
}

/// The sample, made once.
enum SampleRegistry {
  private static let path = Result {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "legation-pages-\(UUID().uuidString).db").path
    try Registry.create(path) { registry throws(RegistryError) in
      try SampleData.load(into: registry, author: "test")
    }
    return path
  }

  static func open(on day: String?) throws -> Registry {
    let registry = try Registry.open(try path.get(), for: .reading)
    try registry.look(on: day)
    return registry
  }

  /// One of one's own, as somebody made it in whom nobody can trust.
  static func made(by statements: [String]) throws -> String {
    let copy = FileManager.default.temporaryDirectory
      .appending(path: "legation-pages-\(UUID().uuidString).db").path
    try FileManager.default.copyItem(atPath: try path.get(), toPath: copy)
    let connection = try Connection(path: copy, mode: .passing, walls: .none)
    for statement in statements { try connection.run(SQL(carried: statement)) }
    return copy
  }
}
