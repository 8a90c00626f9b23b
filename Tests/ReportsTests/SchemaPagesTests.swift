import Foundation
import SQLite
import Testing

@testable import Registry
@testable import Reports

/// The schema in words and pictures, of the sample.
@Suite struct SchemaPagesTests {
  private let registry: Registry

  init() throws { registry = try SampleRegistry.open(on: nil) }

  private func pages(_ language: Language = .english) -> SchemaPages {
    SchemaPages(registry, in: language)
  }

  /// The rows of a report's table, each as texts under the names of its columns.
  private func rows(_ report: Report) throws -> [[String: String]] {
    let section = try #require(report.sections.first)
    var statement = try registry.statement(section.sql)
    var rows: [[String: String]] = []
    while try statement.step() {
      var row: [String: String] = [:]
      for (place, column) in section.columns.enumerated() where !statement.row.isNull(at: place) {
        row[column.name] = statement.row.text(at: place)
      }
      rows.append(row)
    }
    return rows
  }

  private func names(_ kinds: String) throws -> [String] {
    try registry.column(
      SQL(
        carried: """
          SELECT name FROM sqlite_schema WHERE type IN (\(kinds)) AND name NOT GLOB '*_history'
            AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'name_index*' ORDER BY name
          """))
  }

  // MARK: Words

  @Test func `the overview has computed columns, of tables and of views`() throws {
    let rows = try rows(pages().all())
    let columns = Dictionary(
      uniqueKeysWithValues: rows.map { ($0["name"] ?? "", $0["columns"] ?? "") })
    #expect(columns["person"]?.contains("born, born_earliest, born_latest,") == true)
    #expect(columns["tenure"]?.contains("tenure_days_least") == true)
    #expect(rows.first { $0["name"] == "incumbent" }?["example"]?.contains("incumbent") == true)
    for name in try names("'table', 'view'") {
      let all: [String] = try registry.column(
        "SELECT name FROM pragma_table_xinfo(\(name)) WHERE hidden <> 1")
      #expect(columns[name] == all.joined(separator: ", "), "\(name)")
    }
  }

  struct Search: Sendable {
    let words: String
    let table: String
    var column: String?
    var code: String?
  }

  @Test(arguments: [
    Search(words: "quốc thư", table: "accreditation", column: "credentials"),
    Search(words: "quoc thu", table: "incumbent", column: "credentials"),
    Search(words: "Credentials presented", table: "term_roster", column: "credentials"),
    Search(words: "sort key", table: "person", column: "sort_key"),
    Search(words: "vienna_class", table: "accreditation", column: "vienna_class"),
    Search(words: "Vienna class", table: "incumbency", column: "vienna_class"),
    Search(words: "without a full head", table: "vacancy"),
    Search(words: "khuyết", table: "vacancy"),
    Search(words: "incumbent", table: "incumbent"),
    Search(words: "chargé", table: "posting", column: "function"),
    Search(words: "tạm thời", table: "posting", column: "function", code: "acting"),
  ])
  func `a search shows what matched, with its words in both languages`(search: Search) throws {
    for language in Language.allCases {
      let found = try rows(pages(language).all(holding: search.words))
      let row = try #require(
        found.first {
          $0["name"] == search.table && $0["column"] == search.column && $0["code"] == search.code
        }, "\(search) \(found.map { ($0["name"] ?? "") + "." + ($0["column"] ?? "") })")
      #expect(row["about_en"]?.isEmpty == false && row["about_vi"]?.isEmpty == false)
      #expect(row["about_en"] != row["about_vi"])
    }
  }

  @Test(arguments: ["zzzz", "?", "%", ""]) func `what nothing holds finds nothing`(words: String)
    throws
  {
    #expect(try rows(pages().all(holding: words)) == [])
  }

  @Test func `a table is not found by its name once for each column`() throws {
    let found = try rows(pages().all(holding: "concurrent_appointment"))
    #expect(found.filter { $0["name"] == "concurrent_appointment" }.count == 1)
  }

  // MARK: One of them

  @Test func `every view has a question to begin with, which is answered`() throws {
    let days: [String?] = [nil, "1981-06-30", "2015-06-30"]
    // Nothing was called otherwise in the sample, nothing in it is grave, and nobody in it headed two
    // missions.
    let without: Set<String> = [
      "party_then", "person_then", "mission_then", "seat_then", "grave_finding",
      "grave_finding_row", "earlier_posting",
    ]
    // What is written into them is not kept there.
    let neverAnswer: Set<String> = ["history_rule", "named_anew", "service_anew"]
    for view in try names("'view'") + ["history_field"] {
      let example = try registry.value(
        "SELECT example FROM schema_comment WHERE object_name = \(view) AND column_name = ''",
        as: String?.self)
      guard let question = example ?? nil else {
        #expect(neverAnswer.contains(view), "\(view)")
        continue
      }
      #expect(!neverAnswer.contains(view))
      var counts: [Int] = []
      for day in days {
        let asked = try SampleRegistry.open(on: day)
        let session = try QuerySession(asked, limits: QueryLimits(), for: question)
        guard let found = try session.next(of: Script(question)) else { continue }
        let statement = Box(found)
        var count = 0
        while try statement.statement.step() { count += 1 }
        counts.append(count)
      }
      #expect(counts.contains { $0 > 0 } || without.contains(view), "\(view): \(counts)")
      let page = try pages(.vietnamese).table(view)
      #expect(page.drawing.first == "Ví dụ: \(question)")
    }
  }

  @Test func `what is always empty here says so`() throws {
    let page = try pages().table("accreditation")
    let columns = try rows(page)
    #expect(page.sections[0].unprinted == [])
    for column in columns {
      let name = try #require(column["name"])
      let isEmpty = try registry.value(
        "SELECT NOT EXISTS (SELECT 1 FROM accreditation WHERE \(name: name) IS NOT NULL)",
        as: Bool.self)
      #expect(column["is_empty"] == (isEmpty == true ? "1" : "0"), "\(name)")
      #expect(column["here"] == (isEmpty == true ? "always empty" : nil), "\(name)")
    }
    #expect(
      columns.contains { $0["is_empty"] == "1" } && columns.contains { $0["is_empty"] == "0" })
    #expect(
      try rows(pages(.vietnamese).table("accreditation")).contains { $0["here"] == "luôn trống" })
    #expect(try pages().table("asked_day").sections[0].unprinted == ["here"])
  }

  @Test func `of what has no row that alone is said`() throws {
    let page = try pages().table("mission_note")
    #expect(page.lines.map(\.english).last == "There is no row here yet.")
    #expect(try rows(page).allSatisfy { $0["is_empty"] == nil })
  }

  @Test func `where nothing is recorded yet nothing is called always empty`() throws {
    let empty = try Registry.inMemory()
    try empty.migrate()
    #expect(try empty.filling(of: "party", columns: ["successor"]) == nil)
  }

  // MARK: Pictures

  @Test func `one table is drawn between what it refers to and what refers to it`() throws {
    #expect(
      try pages().table("term").drawing == [
        "                                ┌─ citation.term",
        "change ←─ entered_in ─── term ←─┼─ posting.term",
        "                                └─ term_batch.term",
      ])
    #expect(
      Array(try pages().table("incumbent").drawing.dropFirst(2)) == [
        " asked_day ←─┐              ┌─ covered_without_mission",
        "incumbency ←─┼─ incumbent ←─┼─ term_end", "   service ←─┘              └─ vacancy",
      ])
    #expect(try pages().table("code_label").drawing == [])
  }

  @Test func `every drawing fits a page, and joins what it should`() throws {
    for name in try names("'table', 'view'") {
      let drawing = SchemaPicture(try SchemaLinks(registry)).small(of: name)
      for line in drawing { #expect(line.count <= 90, "\(name): \(line)") }
      guard !drawing.isEmpty else { continue }
      let middle = drawing[(drawing.count - 1) / 2]
      #expect(
        middle.contains("─ \(name) ←") || middle.hasSuffix("─ \(name)")
          || middle.hasPrefix("\(name) ←"), "\(middle)")
    }
  }

  @Test func `every foreign key is a link, and nothing else is`() throws {
    let links = try SchemaLinks(registry).links
    let keys = try registry.value(
      """
      SELECT count(DISTINCT s.name || f.id)
      FROM sqlite_schema AS s JOIN pragma_foreign_key_list(s.name) AS f
      WHERE s.type = 'table' AND s.name NOT GLOB '*_history'
      """, as: Int.self)
    #expect(links.count == keys)
    #expect(
      links.contains {
        $0.table == "mission" && $0.columns == ["sender"] && $0.target == "party" && $0.isRequired
          && !$0.isSingle
      })
    #expect(links.contains { $0.columns == ["posting", "mission"] && $0.target == "posting" })
    #expect(links.contains { $0.columns == ["parent"] && !$0.isRequired })
  }

  @Test func `a view is joined with what it asks`() throws {
    let links = try SchemaLinks(registry)
    #expect(links.sources["incumbent"] == ["asked_day", "incumbency", "service"])
    #expect(links.views(asking: "incumbent") == ["covered_without_mission", "term_end", "vacancy"])
    for (view, sources) in links.sources {
      #expect(!sources.contains(view))
      let plan: [String] = try registry.all(
        SQL(carried: "EXPLAIN QUERY PLAN SELECT * FROM \(view)")
      ) {
        (row) throws(SQLiteError) in row.text(at: 3)
      }
      #expect(!plan.isEmpty)
      #expect(!sources.isEmpty || ["named_anew", "service_anew"].contains(view), "\(view)")
    }
  }

  private func everyPicture(_ form: SchemaPicture.Form) throws -> [(name: String, text: String)] {
    var pictures: [(String, String)] = []
    for language in Language.allCases {
      pictures.append(("all", try pages(language).picture(form, of: nil)))
      for name in try names("'table', 'view'") {
        pictures.append((name, try pages(language).picture(form, of: name.uppercased())))
      }
    }
    return pictures
  }

  /// The lines that Mermaid's grammar of entity relationship diagrams knows, of those that are
  /// written.
  @Test func `a picture for Mermaid is one`() throws {
    let link = #/  [a-z_]+ (\|\||\|o)(--|\.\.)(o\{|o\|) [a-z_]+ : "[^"]+"/#
    let attribute = #/    [a-z]+ [a-z_0-9]+( (PK|FK)(, FK)?)?( "[^"]+")?/#
    for (name, text) in try everyPicture(.mermaid) {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
      #expect(lines.popFirst() == "erDiagram" && lines.popLast() == "")
      var isInside = false
      for line in lines {
        if isInside {
          if line == "  }" {
            isInside = false
          } else {
            #expect(line.wholeMatch(of: attribute) != nil, "\(name): \(line)")
          }
        } else if line.wholeMatch(of: #/  [a-z_]+ \{/#) != nil {
          isInside = true
        } else {
          #expect(line.wholeMatch(of: link) != nil || line.hasPrefix("  %% "), "\(name): \(line)")
        }
      }
      #expect(!isInside)
    }
    let all = try pages().picture(.mermaid, of: nil)
    #expect(all.contains("  party ||--o{ mission : \"sender\"\n"))
    #expect(all.contains("  mission |o--o{ mission : \"parent\"\n"))
    #expect(all.contains("  citation {\n    text key PK\n    text source FK\n"))
    let one = try pages(.vietnamese).picture(.mermaid, of: "term")
    #expect(one.contains("    text key PK \"Khóa"))
    #expect(
      try pages().picture(.mermaid, of: "incumbent").contains(
        "  incumbency ||..o{ incumbent : \"asks\"\n"))
  }

  @Test func `a picture for Graphviz is one`() throws {
    let quoted = #""(?:[^"\\]|\\.)*""#
    let node = try Regex(
      "  \(quoted) \\[label=\(quoted)(, shape=ellipse)?(, penwidth=2)?(, tooltip=\(quoted))?\\];")
    let edge = try Regex(
      "  \(quoted) -> \(quoted) \\[(label=\(quoted)(, arrowhead=empty)?|style=dashed)\\];")
    let setting = #/  (rankdir=LR|(node|edge) \[[^\]]*\]);/#
    for (name, text) in try everyPicture(.dot) {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
      #expect(
        lines.popFirst() == "digraph schema {" && lines.popLast() == "" && lines.popLast() == "}")
      for line in lines {
        #expect(
          line.wholeMatch(of: node) != nil || line.wholeMatch(of: edge) != nil
            || line.wholeMatch(of: setting) != nil || line.hasPrefix("  // "), "\(name): \(line)")
      }
    }
    #expect(
      try pages().picture(.dot, of: nil).contains(
        "  \"posting\" -> \"person\" [label=\"person\"];\n"))
    #expect(
      try pages().picture(.dot, of: "tenure").contains(
        "  \"tenure\" -> \"service\" [style=dashed];\n"))
  }

  private static let dot = ["/usr/bin/dot", "/usr/local/bin/dot", "/opt/homebrew/bin/dot"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(.enabled(if: dot != nil, "Graphviz is not here"))
  func `Graphviz takes it`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).dot")
    defer { try? FileManager.default.removeItem(at: file) }
    for language in Language.allCases {
      try Data(try pages(language).picture(.dot, of: nil).utf8).write(to: file)
      let process = Process()
      process.executableURL = URL(filePath: try #require(Self.dot))
      process.arguments = ["-Tcanon", file.path]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }

  @Test func `of what is not there is no picture`() throws {
    let refusal = #expect(throws: RegistryError.self) { try pages().picture(.dot, of: "misson") }
    #expect(refusal?.list.map(\.english).contains("mission") == true)
    #expect(refusal?.kind.exitCode == 64)
  }
}

/// A statement with an address.
private final class Box {
  var statement: Statement
  init(_ statement: consuming Statement) { self.statement = statement }
}
