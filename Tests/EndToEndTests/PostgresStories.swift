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

  private let tables = [
    "accreditation", "citation", "mission", "mission_coverage", "party", "person", "posting",
    "registry", "term_batch", "title_mission_kind",
  ]
  /// PostgreSQL works them out by itself.
  private let views = [
    "known_day", "asked_day", "tenure", "incumbency", "incumbent", "succession", "mission_time",
    "open_mission", "mission_turn", "headed", "gap", "vacancy", "succession_line",
    "receiver_coverage", "term_roster", "term_end", "pending_step", "known_name", "grave_finding",
    "finding",
  ]

  /// Every row of every column, there and here.
  private func compare(_ office: Program, with names: [String]) throws {
    var theirs = ""
    var ours: [String] = []
    for name in names {
      let columns = try office.run(
        "sql", "SELECT name FROM pragma_table_xinfo('\(name)')", "--format", "csv", "--no-header"
      ).lines.filter { !$0.isEmpty }
      func list(_ flag: (String) -> String) -> String {
        columns.map { name in
          let isFlag =
            ["is_", "has_", "lacks_"].contains(where: name.hasPrefix) || name.contains("_is_")
          return isFlag ? flag(name) : "\"\(name)\""
        }
        .joined(separator: ", ")
      }
      ours.append("SELECT \(list { "\"\($0)\"" }) FROM \(name)")
      theirs += "COPY (SELECT \(list { "\"\($0)\"::int" }) FROM \(name)) TO STDOUT (FORMAT csv);\n"
      theirs += "\\echo ==\n"
    }
    let answer = try answers(office, theirs)
    try #require(answer.code == 0, "\(answer.err)")
    let pages = answer.out.split(separator: "==\n", omittingEmptySubsequences: false)
    try #require(pages.count == names.count + 1)
    for (name, (question, page)) in zip(names, zip(ours, pages)) {
      let here = try CSV.rows(office.run("sql", question, "--format", "csv", "--no-header").out)
      let there = try CSV.rows(String(page))
      let mayBeEmpty = name.hasSuffix("finding") || name == "receiver_coverage"
      #expect(!here.isEmpty || mayBeEmpty, "\(name)")
      let different = Set(here).symmetricDifference(there)
      #expect(here.count == there.count && different.isEmpty, "\(name): \(different.prefix(4))")
    }
  }

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
    try compare(office, with: tables + views)
    let refused = try answers(office, "DELETE FROM person WHERE key = 'do-minh-hung';\n")
    #expect(refused.code != 0 && refused.err.contains("foreign key"), "\(refused.err)")
  }

  @Test(
    .enabled(
      if: isHere && RealData.isHere, "no PostgreSQL server, or no real data beside the checkout"))
  func `PostgreSQL gives the same views of a quarter of a millennium`() throws {
    let office = try Program(sample: false)
    try #require(try office.run("init", "--sender", "us").code == 0)
    let taken = try office.run(
      "import", "pocom", RealData.pocom.path, "--gsh", RealData.gsh.path, "-o", "report.csv")
    try #require(taken.code == 0, "\(taken.err)")
    try compare(
      office,
      with: tables.filter { $0 != "mission_coverage" && $0 != "term_batch" }
        + views.filter { $0 != "term_roster" })
  }
}
