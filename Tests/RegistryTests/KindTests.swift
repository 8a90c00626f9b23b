import Foundation
import SQLite
import Schema
import Testing

@testable import Registry

/// What a kind of record says of itself, held against the schema.
@Suite struct KindTests {
  private let temporary: TemporaryRegistry

  init() throws { temporary = try TemporaryRegistry() }

  private struct Column {
    let name: String
    let type: String
    let isComputed: Bool
  }

  private func columns(of table: String) throws -> [Column] {
    try temporary.connection.all(
      "SELECT name, type, hidden IN (2, 3) FROM pragma_table_xinfo(\(table)) ORDER BY cid"
    ) { (row) throws(SQLiteError) in
      Column(name: try row.get(0), type: try row.get(1), isComputed: try row.get(2))
    }
  }

  @Test func `a row of every table is called by a word of each language`() throws {
    for table in try temporary.registry.tables() {
      let noun = RecordKind.noun(ofTable: table.name)
      #expect(noun.english != noun.vietnamese, "\(table.name)")
      #expect(!noun.english.contains("_"), "\(table.name)")
    }
    #expect(
      Set(TableNouns.all.keys).isDisjoint(with: RecordKind.all.map(\.table)),
      "a kind has its own noun")
  }

  /// What only the program writes, and where.
  private static let written: [String: Set<String>] = [
    "mission": ["sort_key_en", "sort_key_vi", "search_key_en", "search_key_vi"],
    "party": ["sort_key_en", "sort_key_vi", "search_key_en", "search_key_vi"],
    "person": ["sort_key", "search_key"],
    // The posting's.
    "accreditation": ["mission"],
    // Of importers that take up where they left off.
    "citation": ["digest", "recorded_by", "recorded_on", "revised_by", "revised_on"],
    "mission_name": ["search_key"], "party_name": ["search_key"], "person_name": ["search_key"],
    // Each has a way of its own: an extension is numbered, a usual title is one of several.
    "extension": [
      "number", "decided", "planned_end", "previous_end", "document", "note",
    ],
    "title_mission_kind": ["is_usual"],
  ]

  @Test(arguments: RecordKind.all)
  func `every column of its tables is known to the kind, or only the program writes it`(
    kind: RecordKind
  ) throws {
    var tables = [(kind.table, "key", kind.fields)]
    tables += kind.parts.map { ($0.table, $0.owner, $0.fields) }
    for (table, key, fields) in tables {
      let columns = try columns(of: table)
      #expect(!columns.isEmpty, "there is no table \(table)")
      let known = Set(fields.map(\.column)).union(Self.written[table] ?? [])
        .union([key, "entered_in"])
      #expect(columns.filter { !$0.isComputed && !known.contains($0.name) }.map(\.name) == [])
      #expect(known.subtracting(columns.map(\.name)).subtracting(["entered_in"]) == [], "\(table)")
      let keeps = columns.contains { $0.name == "entered_in" }
      #expect(table != kind.table || keeps == kind.keepsItsChange)
    }
  }

  @Test(arguments: RecordKind.all)
  func `a fact takes what its column takes`(kind: RecordKind) throws {
    let references = Dictionary(
      try temporary.connection.all(
        "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(\(kind.table))"
      ) { (row) throws(SQLiteError) in
        (try row.get(0, as: String.self), try row.get(1, as: String.self))
      }, uniquingKeysWith: { first, _ in first })
    let columns = try columns(of: kind.table)
    let sql = try #require(
      try temporary.connection.value(
        "SELECT sql FROM sqlite_schema WHERE name = \(kind.table)", as: String.self))
    for field in kind.fields {
      let column = try #require(columns.first { $0.name == field.column })
      let isDate = columns.contains { $0.name == field.column + "_earliest" }
      #expect((field.rule == .date) == isDate, "\(kind.name).\(field.column)")
      let isWhole = field.rule == .number || field.rule == .flag
      #expect((column.type == "INTEGER") == isWhole, "\(kind.name).\(field.column)")
      if case .reference(let other) = field.rule {
        // Two columns of an accreditation are one reference to its posting.
        #expect(
          references[field.column] == other.kind.table, "\(kind.name).\(field.column)")
      } else {
        #expect(references[field.column] == nil, "\(kind.name).\(field.column)")
      }
      let listed = sql.firstMatch(
        of: try Regex("\\b\(field.column) IN \\(([^)]*'[^)]*)\\)", as: (Substring, Substring).self))
      let codes = listed.map { match in
        match.output.1.split(separator: ",").map { $0.filter { $0 != "'" && !$0.isWhitespace } }
      }
      if case .choice(let choices) = field.rule {
        #expect(codes == choices, "\(kind.name).\(field.column)")
        let labelled = try temporary.connection.column(
          "SELECT code FROM code_label WHERE list = \("\(kind.table).\(field.column)")",
          as: String.self)
        #expect(labelled.sorted() == choices.sorted(), "\(kind.name).\(field.column)")
      } else {
        #expect(codes == nil, "\(kind.name).\(field.column)")
      }
    }
  }

  @Test(arguments: RecordKind.all)
  func `everything about it is said in both languages`(kind: RecordKind) {
    let fields = kind.fields + kind.parts.flatMap(\.fields)
    let words =
      [kind.noun, kind.about] + fields.map(\.label) + fields.compactMap(\.help)
      + kind.extras.compactMap(\.label)
    #expect(words.allSatisfy { !$0.english.isEmpty && !$0.vietnamese.isEmpty })
    // Words that are the same in both are names and codes.
    let same = fields.filter { $0.label.english == $0.label.vietnamese }.map(\.column)
    #expect(same.filter { $0 != "wikidata" } == [])
  }

  @Test(arguments: RecordKind.all)
  func `what it lists, asks for and is called by is there`(kind: RecordKind) throws {
    let columns = Set(try columns(of: kind.table).map(\.name))
    let shown = columns.union(kind.extras.map(\.name))
    #expect(kind.list.filter { !shown.contains($0) } == [])
    let named = kind.nameColumns + kind.searchColumns + kind.codes + kind.oneOf + kind.rowsNeed
    #expect((named + kind.needs.flatMap { $0 }).filter { !columns.contains($0) } == [])
    #expect(kind.extras.compactMap(\.place).filter { kind.field($0) == nil } == [])
    let options = (kind.fields + kind.parts.flatMap(\.fields)).compactMap(\.option)
    #expect(Set(options).count == options.count, "\(options)")
    #expect(RecordKind.of(table: kind.table) == kind)
    #expect(RecordKind.named(kind.name) == kind)
    if case .own(let verbs) = kind.commands {
      #expect(verbs.first == "key" || kind.field(verbs.first) != nil)
    }
  }

  @Test(arguments: [
    ("end reason", "an end reason", "An end reason"), ("term", "a term", "A term"),
    ("accreditation", "an accreditation", "An accreditation"),
  ])
  func `a noun has its article`(noun: String, inside: String, first: String) {
    #expect(Sentence(same: noun).indefinite() == inside)
    #expect(Sentence(same: noun).indefinite(isFirst: true) == first)
  }

  @Test func `names, plurals and tables of kinds are their own`() {
    let kinds = RecordKind.all
    for words in [kinds.map(\.name), kinds.map(\.plural), kinds.map(\.table)] {
      #expect(Set(words).count == kinds.count)
    }
  }

  /// A switch over kinds in another file would be a second list of them.
  @Test func `no other file tells all kinds apart`() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let files = FileManager.default.enumerator(atPath: sources.path)?.allObjects as? [String] ?? []
    let words = ["mission", "person", "party", "term", "batch", "document", "posting", "source"]
    var looked = 0
    for file in files
    where file.hasSuffix(".swift") && !file.hasPrefix("Registry/Kinds/") {
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      looked += 1
      for shape in [#"case [^\n:]*\.WORD\b"#, #"= \.WORD\b|\(\.WORD,"#, #"^\s*"WORD":"#] {
        let named = words.filter { word in
          (try? Regex(shape.replacing("WORD", with: word)).anchorsMatchLineEndings())
            .map { text.contains($0) } ?? false
        }
        // An importer has a few kinds of its source in mind.
        #expect(named.count < 6, "\(file): \(named)")
      }
    }
    #expect(looked > 100)
  }

  @Test(arguments: [
    ("posting", "head"), ("accreditation", "posting"), ("extension", "head"),
    ("mission_coverage", "mission"), ("person_name", "person"), ("person_identifier", "person"),
    ("term_batch", "batch"), ("source", "source"), ("citation", "citation"),
    ("posting_document", "head"), ("mission_kind", "mission-kind"), ("schema_comment", nil),
  ])
  func `a table leads to the command for it`(table: String, command: String?) {
    #expect(RecordKind.command(forTable: table) == command)
  }
}
