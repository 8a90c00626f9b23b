import Foundation
import Testing

/// The dump for PostgreSQL, loaded by a server that is started for it.
@Suite("export sql") struct PostgresStories {
  private static let isHere =
    FileManager.default.fileExists(atPath: "/usr/lib/postgresql")
    || FileManager.default.isExecutableFile(atPath: "/usr/bin/initdb")
  private static let missing: Comment =
    "no PostgreSQL server is installed here: apt install postgresql"

  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Postgres/ask.sh").path

  private func answers(_ office: Program, _ questions: String) throws -> Program.Answer {
    let dump = office.folder.appending(path: "registry.sql").path
    let asked = office.folder.appending(path: "questions.sql")
    try Data(questions.utf8).write(to: asked)
    let exported = try office.run("export", "sql", "-o", dump)
    try #require(exported.code == 0, "\(exported.err)")
    return try office.shell("'\(Self.script)' '\(dump)' '\(asked.path)'")
  }

  @Test(.enabled(if: isHere, missing))
  func `PostgreSQL loads it, with every value, key and reference`() throws {
    let office = try Program()
    for words in [
      ["person", "edit", "do-minh-hung", "--note", "a\ttab, a \\N, a \"quote\"\nand a line"],
      ["person", "edit", "mai-phan-dung", "--note", "\\."],
    ] {
      try #require(try office.run(words).code == 0)
    }
    let tables = [
      "accreditation", "citation", "mission", "mission_coverage", "party", "person", "posting",
      "registry", "term_batch", "title_mission_kind",
    ]
    let questions = try tables.map { table in
      let names = try office.run(
        "sql",
        "SELECT group_concat('\"' || name || '\"', ', ') FROM pragma_table_xinfo('\(table)')",
        "--format", "csv", "--no-header"
      ).out.trimmingCharacters(in: .whitespacesAndNewlines)
      let columns = names.dropFirst().dropLast().replacing("\"\"", with: "\"")
      return "SELECT \(columns) FROM \(table) ORDER BY 1, 2"
    }
    let asked = questions.map { "COPY (\($0)) TO STDOUT (FORMAT csv, HEADER);\n\\echo ==\n" }
    let theirs = try answers(office, asked.joined())
    try #require(theirs.code == 0, "\(theirs.err)")
    let pages = theirs.out.split(separator: "==\n", omittingEmptySubsequences: false)
    for (question, page) in zip(questions, pages) {
      let ours = try office.run("sql", question, "--format", "csv")
      #expect(try CSV.rows(String(page)) == CSV.rows(ours.out), "\(question)")
    }
    #expect(pages.count == tables.count + 1)
    let refused = try answers(office, "DELETE FROM person WHERE key = 'do-minh-hung';\n")
    #expect(refused.code != 0 && refused.err.contains("foreign key"), "\(refused.err)")
  }
}
