import Testing

/// The columns of a report that somebody chooses.
@Suite struct ColumnStories {
  private let program: Program

  init() throws { program = try Program() }

  @Test(arguments: [("en", "Mission,Vacant since"), ("vi", "Cơ quan đại diện,Khuyết từ")])
  func `every form has the columns that are named, in their order`(
    language: String, heads: String
  ) throws {
    let words = [
      "report", "vacancies", "--columns", "mission, vacant-since,mission_key", "--lang", language,
    ]
    let csv = try program.run(words + ["--format", "csv"])
    #expect(csv.code == 0)
    #expect(csv.lines[0] == "mission,vacant_since,mission_key")
    #expect(csv.lines.count > 3)
    let page = try program.run(words + ["--format", "markdown"])
    let labels = heads.split(separator: ",")
    #expect(page.out.contains("| \(labels[0]) | \(labels[1]) |"), "\(page.out)")
    let json = try #require(
      program.json("report", "vacancies", "--columns", "mission_key") as? [String: Any])
    let rows = try #require(json["vacancies"] as? [[String: Any]])
    #expect(rows.allSatisfy { Array($0.keys) == ["mission_key"] })
  }

  @Test(arguments: [
    ("en", "columns takes mission, state, vacant_since"),
    ("vi", "columns nhận mission, state, vacant_since"),
  ])
  func `a name that is none is answered with all of them`(language: String, words: String) throws {
    let answer = try program.run(
      "report", "vacancies", "--columns", "mission,vacant", "--lang", language)
    #expect(answer.code == 64)
    #expect(answer.out == "")
    #expect(answer.err.contains(words), "\(answer.err)")
  }

  @Test func `of a report of several tables those are left that have the columns`() throws {
    let answer = try program.run(
      "roster", "2024-2027", "--columns", "name,mission", "--format", "csv")
    #expect(answer.code == 0)
    #expect(answer.lines[0] == "name,mission")
  }
}
