import Foundation
import Registry
import Testing

/// What follows from the description of a kind, through the program.
@Suite struct KindStories {
  private let program: Program

  init() throws { program = try Program() }

  private static let own: [RecordKind] = RecordKind.all.filter {
    if case .own = $0.commands { true } else { false }
  }

  private func one(_ sql: String) throws -> String {
    let answer = try program.run("sql", sql, "--format", "csv", "--no-header")
    try #require(answer.code == 0, "\(answer.err)")
    return answer.lines[0]
  }

  /// A value that a column takes; those of later columns are later days and other records.
  private func value(of field: Field, in kind: RecordKind) throws -> String {
    let place = kind.fields.firstIndex { $0.column == field.column } ?? 0
    switch field.rule {
    case .line, .note:
      return switch field.column {
      case "wikidata": "Q90000001"
      case "iso_alpha2": "ZZ"
      case "iso_alpha3": "ZZZ"
      case "iso_numeric": "999"
      default: "Trial \(field.column)"
      }
    case .date: return "\(1960 + place)-02-03"
    case .time: return "09:30"
    case .number: return field.column.hasSuffix("class") ? "2" : "77"
    case .flag: return "1"
    case .choice(let codes): return codes.last ?? ""
    case .citedColumn: return "note"
    case .reference(let other):
      return try one(
        """
        SELECT key FROM \(other.kind.table) WHERE key <> 'new-record' ORDER BY key LIMIT 1
        OFFSET \(place) % (SELECT count(*) FROM \(other.kind.table) WHERE key <> 'new-record')
        """)
    }
  }

  private func add(_ kind: RecordKind, as key: String) throws -> Program.Answer {
    guard case .own(let verbs) = kind.commands else { return try program.run() }
    var words = [kind.name, "add"]
    if verbs.first == "key" {
      words.append(key)
    } else {
      words += [try value(of: try #require(kind.field(verbs.first)), in: kind), "--key", key]
    }
    let subject = kind.oneOf.prefix(1)
    for column in (kind.needed + subject) where column != verbs.first {
      let field = try #require(kind.field(column))
      words += ["--\(try #require(field.option))", try value(of: field, in: kind)]
    }
    return try program.run(words)
  }

  @Test(arguments: own)
  func `a record of every kind is added, listed, shown, edited, found and removed`(
    kind: RecordKind
  ) throws {
    let before = try one("SELECT count(*) FROM \(kind.table)")
    let key = "new-record"
    let added = try add(kind, as: key)
    try #require(added.code == 0, "\(added.err)")
    #expect(added.out.hasPrefix("Added the \(kind.noun.english) \(key)"))

    let rows = try #require(try program.json(kind.name, "list") as? [[String: Any]])
    #expect(rows.contains { $0["key"] as? String == key })
    #expect(Set(rows.first?.keys.map { $0 } ?? []) == Set(kind.list))

    var subject = kind.oneOf.first
    for field in kind.fields {
      guard let option = field.option else { continue }
      var words = [kind.name, "edit", key, "--\(option)", try value(of: field, in: kind)]
      if kind.oneOf.contains(field.column), let held = subject, held != field.column {
        words += ["--clear", held]
        subject = field.column
      }
      let edited = try program.run(words)
      let isSame = edited.err.contains("Nothing is different")
      #expect(edited.code == 0 || isSame, "\(words): \(edited.err)")
      #expect(
        try one("SELECT \(field.column) IS NULL FROM \(kind.table) WHERE key = '\(key)'") == "0",
        "\(field.column)")
    }

    for language in Language.allCases {
      let card = try program.run(kind.name, "show", key, "--lang", language.rawValue)
      #expect(card.code == 0, "\(card.err)")
      for field in kind.fields {
        // Of the records that a citation can be of it is of one.
        guard case .plain = field.shown, !kind.oneOf.contains(field.column) else { continue }
        #expect(
          card.lines.contains { $0.hasPrefix(field.label[language]) }, "\(field.column) \(language)"
        )
      }
    }
    for words in [["new", "record"], ["trial"]] {
      let found = try program.run([kind.name, "find"] + words + ["--format", "csv"])
      #expect(found.code == 0)
      let isCalledSo = words[0] == "trial" ? kind.isSearchable : !kind.isSearchable
      #expect(!isCalledSo || found.out.contains(key), "\(words): \(found.out)\(found.err)")
    }
    let removed = try program.run(kind.name, "remove", key)
    #expect(removed.code == 0, "\(removed.err)")
    #expect(try one("SELECT count(*) FROM \(kind.table) WHERE key = '\(key)'") == "0")
    #expect(try one("SELECT count(*) FROM \(kind.table)") == before)
  }

  @Test(arguments: own)
  func `the help of every kind names each fact, in the reader's language`(kind: RecordKind) throws {
    for language in Language.allCases {
      program.environment["LEGATION_LANG"] = language.rawValue
      let help = try program.run(kind.name, "edit", "--help").out
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for field in kind.fields + kind.parts.flatMap(\.fields) {
        guard let option = field.option else { continue }
        #expect(help.contains("--\(option) <"), "\(option)")
        if let words = field.help?[language] { #expect(help.contains(words), "\(words)") }
      }
      #expect(help.contains(kind.noun[language]))
    }
  }

  @Test(arguments: own)
  func `a table of every kind comes in, and again as it was`(kind: RecordKind) throws {
    let columns = kind.needed + kind.oneOf.prefix(1)
    let cells = try columns.map { try value(of: try #require(kind.field($0)), in: kind) }
    let header = ["key"] + columns.map { kind.field($0)?.label.vietnamese ?? $0 }
    let file = program.folder.appending(path: "rows.csv")
    let text = [header, ["new-record"] + cells].map { row in
      row.map { "\"\($0)\"" }.joined(separator: ",")
    }.joined(separator: "\n")
    try Data((text + "\n").utf8).write(to: file)
    for result in ["added", "same"] {
      let report = try program.run(
        "import", "csv", "rows.csv", "--to", kind.plural, "--format", "json")
      #expect(report.code == 0, "\(report.err)")
      #expect(report.out.contains("\"\(result)\":1"), "\(report.out)")
    }
  }

  @Test func `a posting and its accreditation take each of their facts from head and posting`()
    throws
  {
    let added = try program.run(
      "head", "add", "Trần Văn Thử", "--mission", "tl-dili", "--also", "pg")
    try #require(added.code == 0, "\(added.err)")
    for kind in [RecordKind.posting, .accreditation] {
      for field in kind.fields where field.column != "note" || kind == .posting {
        guard let option = field.option else { continue }
        let words = ["head", "edit", "tl-dili", "--\(option)", try value(of: field, in: kind)]
        // A rule of tenure may stand against one day or another: then it was understood.
        let edited = try program.run(words + ["--dry-run"])
        #expect(
          edited.code == 1 || edited.out.contains("  \(field.column): "),
          "\(words): \(edited.out)\(edited.err)")
      }
      let card = try program.run("head", "show", "tl-dili", "--format", "json")
      #expect(card.out.contains("tl-dili-tran-van-thu"))
    }
    let gone = try program.run("head", "remove", "tl-dili", "--mistake")
    #expect(gone.out.contains("2 accreditations"))
  }

  @Test func `a list holds what is asked for`() throws {
    let rows = try #require(
      try program.json("mission", "list", "--receiver", "jp", "--kind", "Đại sứ quán")
        as? [[String: Any]])
    #expect(rows.count == 1)
    #expect(rows.first?["receiver_key"] as? String == "jp")
    #expect(try program.run("mission", "list", "--receiver", "nowhere").code == 64)
  }

  @Test func `a misspelt option of a kind is answered with the nearest`() throws {
    let answer = try program.run("person", "edit", "do-minh-hung", "--familyname", "X")
    #expect(answer.code == 64)
    #expect(answer.err.contains("--family-name"))
  }
}

extension RecordKind {
  /// One column of each group of which one is wanted.
  fileprivate var needed: [String] { needs.compactMap(\.first) }
}
