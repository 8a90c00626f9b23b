import Foundation
import Testing

/// What `check` finds, and what becomes of it when somebody has looked into it.
@Suite("check") struct CheckStories {
  private let program: Program

  /// The sample, and four heads of whom no day is known.
  init() throws {
    program = try Program()
    for (name, mission) in [
      ("Trần Một", "qa-doha"), ("Trần Hai", "br-brasilia"), ("Trần Ba", "dz-algiers"),
      ("Trần Bốn", "ng-abuja"),
    ] {
      let added = try program.run("head", "add", name, "--mission", mission, "--accept", "*")
      try #require(added.code == 0, "\(added.err)")
    }
  }

  private func codes(_ words: String...) throws -> [String] {
    let answer = try program.run(["check", "--format", "csv", "--no-header"] + words)
    return try CSV.rows(answer.out).map { "\($0[1]) \($0[4])" }
  }

  private static let why = ["--reason", "no source has a date"]

  @Test func `what is settled is left out, counted, listed, and can be taken back`() throws {
    let undated = ["check", "--code", "undated", "--severity", "note"]
    #expect(try codes("--code", "undated", "--severity", "note").count == 4)
    let settled = try program.run(["check", "--settle", "undated", "qa-doha"] + Self.why)
    #expect(settled.code == 0)
    #expect(
      settled.out == "Settled: undated  qa-doha-tran-mot\nChange 6.\n", "\(settled.err)")
    #expect(try codes("--code", "undated", "--severity", "note").count == 3)
    for posting in [
      "br-brasilia-tran-hai", "dz-algiers-tran-ba", "ng-abuja-tran-bon",
    ] {
      #expect(try program.run(["check", "--settle", "undated", posting] + Self.why).code == 0)
    }
    let page = try program.run(undated)
    #expect(page.code == 0)
    #expect(page.out.contains("Looked into before and settled, and left out: 4."))
    let rows = try program.run(undated + ["--format", "json"])
    #expect(rows.code == 0 && rows.out == "[]\n", "\(rows.out)")
    #expect(rows.err.contains("settled, and left out: 4."))
    let list = try #require(try program.json("check", "--settled") as? [[String: Any]])
    #expect(list.count == 4)
    let doha = try #require(list.first { $0["mission"] as? String == "qa-doha" })
    #expect(doha["reason"] as? String == "no source has a date")
    #expect(doha["settled_by"] as? String == "registry" && doha["change"] as? Int == 6)
    #expect(try program.run("check", "--settled", "--format", "csv").lines.count == 6)
    #expect(try program.run("report", "settled-findings", "--mission", "qa-doha").lines.count == 8)
    let back = try program.run("check", "--unsettle", "undated", "qa-doha")
    #expect(back.out.hasPrefix("No longer settled: undated  qa-doha-tran-mot"))
    #expect(try program.run(undated).code == 1)
    #expect(try program.run("undo", "10").code == 0)
    #expect(try program.run(undated).code == 0)
    #expect(try program.run(undated + ["--as-known", "6"]).out.contains("ng-abuja"))
    #expect(try program.run("verify").code == 0)
    #expect(try program.run("log", "--table", "settled_finding").out.contains("check --settle"))
  }

  @Test func `it is said in Vietnamese`() throws {
    func vi(_ words: String...) throws -> Program.Answer {
      try program.run(["check"] + words + ["--lang", "vi"])
    }
    let settled = try vi("--settle", "undated", "qa-doha", "--reason", "không nguồn nào ghi ngày")
    #expect(settled.out == "Đã xác nhận: undated  qa-doha-tran-mot\nThay đổi số 6.\n")
    #expect(try vi("--settled").out.contains("không nguồn nào ghi ngày"))
    #expect(try vi("--severity", "note").out.contains("Đã xem xét từ trước nên không nêu: 1."))
    #expect(
      try vi("--settle", "undated", "qa-doha", "--reason", "x").err
        .contains("Phát hiện này đã được xác nhận là đã xem xét."))
    #expect(try vi("--settle", "undated", "qa-doha").err.contains("Hãy ghi vì sao"))
    #expect(
      try vi("--unsettle", "undated", "fr-paris").err.contains("Chưa có phát hiện undated"))
  }

  @Test(arguments: [
    (["--settle", "undated", "qa-doha"], 64, "Say why the finding is in order"),
    (["--settle", "undated", "--unsettle", "undated"] + why, 64, "do not go together"),
    (["--settle", "undated", "--settled"] + why, 64, "do not go together"),
    (["qa-doha"], 64, "qa-doha goes with --settle or --unsettle"), (why, 64, "--reason goes with"),
    (["--settle", "undated", "qa-doha", "--on", "2024-01-01"] + why, 64, "--on 2024-01-01"),
    (["--settle", "undated", "qa-doha", "--as-known", "1"] + why, 64, "--as-known 1"),
    (["--settle", "undated", "--mission", "qa-doha"] + why, 64, "--mission does not go with"),
    (["--settled", "--severity", "note"], 64, "--severity note does not go with --settled"),
    (["--settle", "undatd", "qa-doha"] + why, 64, "undated"),
    (["--settle", "undated", "gb-london"] + why, 64, "Of this code these are found."),
    (["--settle", "gap", "qa-doha"] + why, 64, "undated  qa-doha-tran-mot"),
    (["--settle", "undated"] + why, 64, "There are 4 findings undated."),
    (["--settle", "undated", "qa-doha", "--source", "a", "--source", "b"] + why, 64, "one source"),
    (["--unsettle", "undated", "qa-doha"], 64, "is settled"),
  ])
  func `what makes no sense is refused, and nothing is settled`(
    words: [String], code: Int32, said: String
  ) throws {
    let answer = try program.run(["check"] + words)
    #expect(answer.code == code && answer.err.contains(said), "\(answer.err)")
    #expect(try program.run("check", "--settled").out.contains("No finding is settled."))
  }

  @Test func `a source bears it out, a dry run settles nothing, a package carries it`() throws {
    let words = ["check", "--settle", "undated", "qa-doha", "--source", "The Yearbook"] + Self.why
    #expect(try program.run(words + ["--dry-run"]).out.contains("Dry run"))
    #expect(try program.run("check", "--settled").out.contains("No finding is settled."))
    #expect(try program.run(words).code == 0)
    #expect(try program.run("check", "--settled").out.contains("The Yearbook"))
    #expect(try program.run("export", "datapackage", "package").code == 0)
    #expect(try program.run("init", "--db", "other.db").code == 0)
    let taken = try program.run("import", "datapackage", "package", "--db", "other.db")
    #expect(taken.code == 0, "\(taken.err)")
    #expect(
      try program.run("check", "--settled", "--db", "other.db").out.contains("The Yearbook"))
  }

  /// Rows of the view, but of codes that the view does not have, or not alone.
  private func expectTheView(_ office: Program) throws {
    let columns = "severity, code, mission, posting, other_posting, person, detail"
    let asked = try office.run(
      "sql", "SELECT \(columns) FROM finding WHERE code <> 'unnormalized-text'", "--format", "csv",
      "--no-header", "--max-rows", "10000000")
    try #require(asked.code == 0, "\(asked.err)")
    let told = try office.run("check", "--severity", "note", "--format", "csv", "--no-header")
    let rows = try CSV.rows(told.out).filter {
      !["unnormalized-text", "hidden-character", "unfit-query"].contains($0[1])
    }.map { Array($0[0...1] + $0[3...]) }
    let view = try CSV.rows(asked.out)
    #expect(!view.isEmpty && rows.count == view.count, "\(rows.count) \(view.count)")
    #expect(rows.sorted { "\($0)" < "\($1)" } == view.sorted { "\($0)" < "\($1)" })
    let order = ["error", "warning", "note"]
    let places = rows.compactMap { order.firstIndex(of: $0[0]) }
    #expect(places == places.sorted())
  }

  @Test func `code after code it finds what the view finds`() throws {
    try expectTheView(program)
  }

  @Test(.enabled(if: RealData.isHere, "no real data beside the checkout"))
  func `code after code it finds what the view finds, in a quarter of a millennium`() throws {
    let office = try Program(sample: false)
    try #require(try office.run("init", "--sender", "us").code == 0)
    let taken = try office.run(
      "import", "pocom", RealData.pocom.path, "--gsh", RealData.gsh.path, "-o", "report.csv")
    try #require(taken.code == 0, "\(taken.err)")
    try expectTheView(office)
  }
}
