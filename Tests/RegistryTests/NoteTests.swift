import Sample
import SQLSyntax
import SQLite
import Testing

@testable import Registry

/// What is said of a statement that SQLite answers and that would mislead; and of no other.
@Suite struct NoteTests {
  private let sample: TemporaryRegistry

  init() throws { sample = try TemporaryRegistry(sample: true) }

  private func session() throws -> QuerySession {
    let session = try QuerySession(
      Registry.open(sample.path, for: .reading), limits: QueryLimits(), for: nil)
    session.takesNotes = true
    return session
  }

  private func notes(
    on sql: String, _ session: QuerySession
  ) throws -> (told: [QueryNote], ofEmpty: [QueryNote]) {
    let script = Script(sql)
    var found: (told: [QueryNote], ofEmpty: [QueryNote]) = ([], [])
    while try session.next(of: script) != nil {
      found.told += session.notes.notes
      found.ofEmpty += session.notes.notesOfEmptyAnswer()
    }
    return found
  }

  @Test(arguments: Mistake.all)
  func `a statement that misleads is told, with its place and the cure`(mistake: Mistake) throws {
    let found = try notes(on: mistake.sql, session()).told
    let note = try #require(
      found.first { $0.code.rawValue == mistake.code },
      "\(found.map { "\($0.code.rawValue): \($0.message.english)" })")
    #expect(note.message.english.contains(mistake.english), "\(note.message.english)")
    #expect(note.message.vietnamese.contains(mistake.vietnamese), "\(note.message.vietnamese)")
    #expect(note.excerpt.count == 2)
    #expect(note.excerpt[1].english.contains("^"))
  }

  @Test(arguments: Mistake.all.filter { $0.code != "no-key" && $0.code != "no-code" })
  func `a statement that misleads has no other fault`(mistake: Mistake) throws {
    let found = try notes(on: mistake.sql, session()).told
    #expect(Set(found.map(\.code.rawValue)) == [mistake.code])
  }

  @Test(arguments: Mistake.ofEmptyAnswers)
  func `an answer without a row says what there is`(mistake: Mistake) throws {
    let (told, ofEmpty) = try notes(on: mistake.sql, session())
    #expect(told.isEmpty)
    #expect(ofEmpty.map(\.code.rawValue) == [mistake.code])
    #expect(ofEmpty.first?.message.english.contains(mistake.english) == true, "\(ofEmpty)")
    #expect(ofEmpty.first?.message.vietnamese.contains(mistake.vietnamese) == true, "\(ofEmpty)")
  }

  @Test(arguments: SoundStatements.all)
  func `a sound statement gets no note`(sql: String) throws {
    let found = try notes(on: sql, session()).told
    #expect(found.isEmpty, "\(found.map { "\($0.code.rawValue): \($0.message.english)" })")
  }

  @Test func `the program's own questions and views get no note`() throws {
    let registry = try Registry.open(sample.path, for: .reading)
    let kept = try registry.column("SELECT sql FROM kept_query ORDER BY name", as: String.self)
    let views = try registry.column(
      "SELECT sql FROM sqlite_schema WHERE type = 'view' ORDER BY name", as: String.self)
    #expect(kept.count >= 5)
    #expect(views.count > 20)
    let bodies = views.compactMap { view -> String? in
      view.split(separator: " AS\n", maxSplits: 1).dropFirst().first.map(String.init)
    }
    #expect(bodies.count > 20)
    let session = try session()
    for sql in kept + bodies {
      let found = try notes(on: sql, session).told
      #expect(found.isEmpty, "\(found.map { "\($0.code.rawValue): \($0.message.english)" }) \(sql)")
    }
  }

  @Test func `every statement is read to its end`() throws {
    let registry = try Registry.open(sample.path, for: .reading)
    let kept = try registry.column("SELECT sql FROM kept_query ORDER BY name", as: String.self)
    let own =
      Mistake.all.map(\.sql) + Mistake.ofEmptyAnswers.map(\.sql) + SoundStatements.all + kept
    for sql in own { #expect(SQLParser.question(sql) != nil, "\(sql)") }
  }

  @Test func `of two clocks the columns mean the same`() throws {
    let temporary = try TemporaryRegistry(sample: true)
    let registry = try Registry.open(temporary.path, for: .reading)
    try registry.look(asKnown: "1", on: "2024-02-19")
    let session = try QuerySession(registry, limits: QueryLimits(), for: nil)
    session.takesNotes = true
    let found = try notes(
      on: "SELECT julianday(began) FROM incumbency WHERE mission = 'France'", session)
    #expect(found.told.map(\.code.rawValue) == ["date-function", "no-key"])
  }

  @Test func `strictly a fault is refused, a fact is not`() throws {
    let session = try session()
    session.refusesTraps = true
    let refused = #expect(throws: RegistryError.self) {
      _ = try notes(on: "SELECT julianday(began) FROM incumbency", session)
    }
    #expect(refused?.message.english.hasPrefix("SQL: began can be a year") == true)
    #expect(refused?.list.count == 2)
    let found = try notes(on: "SELECT * FROM incumbent WHERE mission = 'France'", session)
    #expect(found.told.map(\.code.rawValue) == ["no-key"])
  }

  @Test
  func `of many mistakes the first ones are told, and a list of keys is looked at from its head`()
    throws
  {
    let many = (1...40).map { "mission = 'x\($0)'" }.joined(separator: " OR ")
    #expect(
      try notes(on: "SELECT 1 FROM incumbent WHERE " + many, session()).told.count == 10)
    let list = (1...3000).map { "'fr-paris', 'x\($0)'" }.joined(separator: ", ")
    let found = try notes(
      on: "SELECT 1 FROM incumbent WHERE mission IN (\(list))", session()
    ).told
    #expect(found.count == 10)
    #expect(found.allSatisfy { $0.code == .noKey && $0.excerpt[0].english.count < 120 })
  }

  @Test func `without notes nothing is looked at`() throws {
    let session = try session()
    session.takesNotes = false
    #expect(try notes(on: "SELECT julianday(began) FROM incumbency", session).told.isEmpty)
  }

  // MARK: Meanings

  @Test func `every column has a meaning, and it fits what the schema says`() throws {
    let registry = try Registry.open(sample.path, for: .reading)
    func column(_ question: SQL) throws -> [String] {
      try registry.column(question, as: String.self)
    }
    #expect(
      try column(
        """
        SELECT object_name || '.' || column_name FROM schema_comment
        WHERE (meaning IS NULL) <> (column_name = '')
        """) == [])
    #expect(
      try column(
        """
        SELECT DISTINCT meaning FROM schema_comment
        WHERE meaning NOT IN (
          'date', 'day', 'moment', 'number', 'flag', 'identifier', 'name', 'search key',
          'sort key', 'text'
        ) AND meaning NOT GLOB 'key of ?*' AND meaning NOT GLOB 'code of ?*'
        """) == [])
    // A column that has bounds beside it is a date.
    #expect(
      try column(
        """
        SELECT c.object_name || '.' || c.column_name FROM schema_comment AS c
        JOIN schema_comment AS e
          ON e.object_name = c.object_name AND e.column_name = c.column_name || '_earliest'
        WHERE c.meaning <> 'date'
        """) == [])
    // A column that refers to a table has its key.
    #expect(
      try column(
        """
        SELECT c.object_name || '.' || c.column_name || ' is ' || c.meaning FROM sqlite_schema AS s
        JOIN pragma_foreign_key_list(s.name) AS f
        JOIN schema_comment AS c ON c.object_name = s.name AND c.column_name = f."from"
        WHERE s.type = 'table' AND f."to" IN ('key', 'name', 'code')
          AND c.meaning <> 'key of ' || f."table"
        """) == [])
    // A key is that of a table, and a code of a list that there is.
    #expect(
      try column(
        """
        SELECT DISTINCT meaning FROM schema_comment
        WHERE meaning GLOB 'key of *'
          AND substr(meaning, 8) NOT IN (SELECT name FROM sqlite_schema WHERE type = 'table')
          OR meaning GLOB 'code of *'
          AND substr(meaning, 9) NOT IN (SELECT list FROM code_label)
        """) == [])
  }
}
