import Testing

/// What is odd about a statement is said beside its answer, wherever it is asked.
@Suite struct NoteStories {
  private let program: Program
  private static let statement = "SELECT count(*) FROM tenure WHERE ended > 2019"

  init() throws { program = try Program() }

  @Test(arguments: [
    (
      "en", "note: ended is text, and a number is always less than text. Write '2019'.\n",
      "note: No mission has the key 'France'; fr-paris is the key."
    ),
    (
      "vi", "lưu ý: ended là văn bản, mà số luôn nhỏ hơn văn bản. Hãy viết '2019'.\n",
      "lưu ý: Không có cơ quan đại diện nào mang khóa 'France'; khóa là fr-paris."
    ),
  ])
  func `a note stands on standard error, with its place`(
    language: String, mistake: String, fact: String
  ) throws {
    let answer = try program.run("sql", Self.statement, "--lang", language, "--format", "csv")
    #expect(answer.code == 0)
    #expect(answer.out.split(separator: "\n").count == 2)
    let place =
      "  \(Self.statement)\n  " + String(repeating: " ", count: Self.statement.count - 4) + "^^^^\n"
    #expect(answer.err == mistake + place)
    let named = try program.run(
      "sql", "SELECT person FROM incumbent WHERE mission = 'France'", "--lang", language)
    #expect(named.err.hasPrefix(fact), "\(named.err)")
  }

  @Test func `notes are left out, or are errors, for whoever wants that`() throws {
    let silent = try program.run("sql", "--no-notes", Self.statement)
    #expect(silent.code == 0)
    #expect(silent.err == "")
    let strict = try program.run("sql", "--strict", Self.statement)
    #expect(strict.code == 64)
    #expect(strict.out == "")
    #expect(strict.err.contains("SQL: ended is text"), "\(strict.err)")
    #expect(strict.err.contains("^^^^"))
    let fact = try program.run(
      "sql", "--strict", "SELECT 1 FROM incumbent WHERE mission = 'France'")
    #expect(fact.code == 0)
  }

  @Test func `a question that is kept is told when it is kept and when it is run`() throws {
    for language in ["en", "vi"] {
      let name = "late-\(language)"
      let note = language == "en" ? "note: ended is text" : "lưu ý: ended là văn bản"
      let kept = try program.run(
        "sql", "save", name, Self.statement, "--about", "Late", "--lang", language)
      #expect(kept.code == 0)
      #expect(kept.err.contains(note), "\(kept.err)")
      let run = try program.run("sql", "run", name, "--lang", language)
      #expect(run.code == 0)
      #expect(run.err.contains(note), "\(run.err)")
    }
  }
}
