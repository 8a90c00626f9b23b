import Foundation
import Testing

@Suite struct RosterStories {
  private let program: Program

  init() throws { program = try Program() }

  @Test
  func `the roster of a term has a heading, the heads in order, and the posts with no known head`()
    throws
  {
    let answer = try program.run("roster", "2024-2027")
    #expect(answer.code == 0)
    #expect(answer.err == "")
    let text = answer.out
    #expect(
      text.hasPrefix(
        "Heads of the missions of Viet Nam abroad, term 2024-2027\nAs known on 2026-03-11.\n"))
    #expect(text.contains("House order: kind of mission, class"))
    #expect(
      text.contains(
        "Heads: 6 (5 in office, 1 left). Missions: 99, of them 9 with no known head."
      ))
    let order = [
      "Vũ Hồ", "Nguyễn Minh Vũ", "Trần Phước Anh", "Phạm Thanh Bình", "Mai Phan Dũng",
      "Đỗ Hùng Việt", "Posts with no known head", "Embassy of Viet Nam in Ukraine",
      "Consulate General of Viet Nam in Houston",
    ]
    let places = order.compactMap { text.range(of: $0)?.lowerBound }
    #expect(places.count == order.count)
    #expect(places == places.sorted())
  }

  @Test func `the same roster in Vietnamese has Vietnamese names, titles and dates`() throws {
    let text = try program.run("roster", "2024-2027", "--lang", "vi").out
    #expect(text.hasPrefix("Trưởng Cơ quan đại diện Việt Nam ở nước ngoài nhiệm kỳ 2024 - 2027\n"))
    for words in [
      "Đại sứ đặc mệnh toàn quyền", "Đại sứ quán Việt Nam tại Trung Quốc", "25/07/2025",
      "đương nhiệm", "18/10/2024 (trao QĐ)", "≈ 10/2027",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func `programs get the same rows in CSV and JSON, with keys and bare dates`() throws {
    let report = try #require(try program.json("roster", "2024-2027") as? [String: Any])
    #expect(report["term"] as? String == "2024-2027")
    let heads = try #require(report["heads"] as? [[String: Any]])
    #expect(heads.map { $0["person"] as? String }.first == "vu-ho")
    #expect(heads.count == 6)
    let binh = try #require(heads.first { $0["person"] as? String == "pham-thanh-binh" })
    #expect(binh["credentials"] as? String == "2025-07-25")
    #expect(binh["planned_end"] as? String == "2027-10")
    #expect(binh["planned_end_by"] as? String == "standard-term")
    #expect((report["posts_without_known_head"] as? [Any])?.count == 9)
    let csv = try program.run("roster", "2024-2027", "--format", "csv").lines
    #expect(csv[0].hasPrefix("number,name,title,mission"))
    #expect(csv.count == 1 + 6 + 9 + 1)
    #expect(csv[3].hasPrefix("3,Trần Phước Anh,Ambassador Extraordinary and Plenipotentiary,"))
  }

  @Test(arguments: [["roster", "2024-2027"], ["roster", "--on", "2024-02-19"]])
  func `no object of its JSON has a name twice`(words: [String]) throws {
    let text = try program.run(words + ["--format", "json"]).out
    for name in ["heads", "posts_without_known_head", "head_count", "missions", "known_day"] {
      #expect(text.components(separatedBy: "\"\(name)\":").count == 2, "\(name)")
    }
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(report["head_count"] as? Int == (report["heads"] as? [Any])?.count)
  }

  @Test func `Markdown is a page with tables`() throws {
    let lines = try program.run("roster", "2024-2027", "--format", "markdown").lines
    #expect(lines[0] == "# Heads of the missions of Viet Nam abroad, term 2024-2027")
    #expect(lines.contains("## Posts with no known head on 2026-03-11"))
    #expect(lines.contains { $0.hasPrefix("| 3 |  | Trần Phước Anh |") })
    let inferred = try program.run("roster", "2019-2022", "--format", "markdown").lines
    #expect(inferred.contains { $0.hasPrefix("| 5 | † | Phạm Sao Mai |") })
  }

  @Test func `the roster of a day says certainly or possibly`() throws {
    let report = try #require(try program.json("roster", "--on", "19/02/2024") as? [String: Any])
    let heads = try #require(report["heads"] as? [[String: Any]])
    let answers = Dictionary(
      uniqueKeysWithValues: heads.map {
        ($0["person"] as? String ?? "", $0["status_code"] as? String ?? "")
      })
    #expect(answers["lai-thai-binh"] == "in-office")
    #expect(answers["nguyen-hoang-long"] == "possibly")
    #expect(answers["do-minh-hung"] == nil)
    #expect(answers["dang-hoang-giang"] == "in-office")
  }

  @Test(arguments: [("en", "(a.i.)"), ("vi", "(tạm thời)")])
  func `an acting head is marked, and his mission is not among the vacant of the day`(
    language: String, mark: String
  ) throws {
    let program = try Program()
    let added = try program.run(
      "head", "add", "Trần Văn An", "--mission", "kz-astana", "--acting", "--arrived",
      "2025-12-01")
    try #require(added.code == 0, "\(added.err)")
    let report = try #require(
      try program.json("roster", "--on", "2026-01-10", "--lang", language) as? [String: Any])
    let heads = try #require(report["heads"] as? [[String: Any]])
    #expect(heads.contains { $0["name"] as? String == "Trần Văn An \(mark)" })
    let posts = try #require(report["posts_without_known_head"] as? [[String: Any]])
    #expect(!posts.contains { $0["mission_key"] as? String == "kz-astana" })
    // In a term's roster he does not stand among the heads; there the post says who acts.
    let term = try #require(
      try program.json("roster", "2024-2027", "--lang", language) as? [String: Any])
    let vacant = try #require(term["posts_without_known_head"] as? [[String: Any]])
    let post = vacant.first { $0["mission_key"] as? String == "kz-astana" }
    #expect(post?["acting_head"] as? String == "Trần Văn An")
  }

  @Test func `the width of a terminal wraps words and never breaks a line of the table`() throws {
    for width in [80, 110, 140] {
      let lines = try program.run("roster", "2024-2027", "--lang", "vi", "--width", "\(width)")
        .lines
      #expect(lines.allSatisfy { $0.count <= width }, "\(width)")
    }
  }

  @Test func `a registry without a standard term reckons no end, and one with another one does`()
    throws
  {
    func ends() throws -> [String?] {
      let report = try #require(try program.json("roster", "2024-2027") as? [String: Any])
      let heads = try #require(report["heads"] as? [[String: Any]])
      return heads.map { $0["planned_end"] as? String }
    }
    #expect(try ends().contains("2027-10"))
    let off = try program.run("registry", "edit", "--standard-term-months", "none")
    #expect(off.code == 0)
    #expect(try ends().allSatisfy { $0 == nil })
    #expect(!(try program.run("roster", "2024-2027").out.contains("≈ 20")))
    #expect(try program.run("registry", "edit", "--standard-term-months", "48").code == 0)
    #expect(try ends().contains("2028-10"))
    let wrong = try program.run("registry", "edit", "--standard-term-months", "never")
    #expect(wrong.code == 64)
    #expect(wrong.err.contains("never"))
    let outside = try program.run("registry", "edit", "--standard-term-months", "0")
    #expect(outside.code == 1)
    #expect(outside.err.contains("standard_term_months BETWEEN 1 AND 600"))
    #expect(try ends().contains("2028-10"))
  }

  @Test func `an unknown term suggests the nearest`() throws {
    let answer = try program.run("roster", "2024-2026")
    #expect(answer.code == 64)
    #expect(answer.out == "")
    #expect(answer.err.contains("2024-2027"))
  }

  private static let chosen = "name,mission,batch,decision,agrement,since,months-served"

  @Test(arguments: ["csv", "tsv", "ndjson", "json", "line", "markdown", "html", "table"])
  func `every form has the columns that were asked for, in their order`(form: String) throws {
    let answer = try program.run(
      "roster", "2024-2027", "--columns", Self.chosen, "--format", form)
    try #require(answer.code == 0, "\(answer.err)")
    let names = Self.chosen.replacing("-", with: "_").split(separator: ",").map(String.init)
    let labels = ["Name", "Mission", "Batch", "Decision", "Agrément", "Since", "Months served"]
    let isPage = ["markdown", "html", "table"].contains(form)
    let place = isPage ? answer.out.range(of: "Name") : answer.out.range(of: "name")
    var rest = answer.out[try #require(place).lowerBound...]
    for word in isPage ? labels : names {
      rest = rest[try #require(rest.range(of: word), "\(word)").upperBound...]
    }
    #expect(!answer.out.contains("status_code") && !answer.out.contains("Planned end"))
    if form == "csv" {
      #expect(answer.lines[0] == names.joined(separator: ","))
      #expect(
        answer.lines.contains {
          $0.hasPrefix("Đỗ Hùng Việt,") && $0.contains(",2024-2027-4,")
        }, "\(answer.out)")
    }
    if isPage { #expect(answer.out.contains("Vacant since")) }
  }

  @Test func `columns are headed in the language of the page`() throws {
    let text = try program.run(
      "roster", "2024-2027", "--columns", "name, since, months_served", "--lang", "vi"
    ).out
    #expect(text.contains("Số tháng tại nhiệm") && text.contains("07/01/2025"))
    let kept = try program.run(
      "report", "roster", "--term", "2024-2027", "--columns", "person,since")
    #expect(kept.out.contains("tran-phuoc-anh") && !kept.out.contains("Ambassador"))
  }

  @Test(arguments: ["name,batchh", "", "name,,mission", "Tên"])
  func `a column that there is not is refused, with those there are`(columns: String) throws {
    for language in ["en", "vi"] {
      let answer = try program.run(
        "roster", "2024-2027", "--columns", columns, "--lang", language)
      #expect(answer.code == 64 && answer.out.isEmpty)
      for name in ["name", "batch", "decision", "agrement", "since", "months_served"] {
        #expect(answer.err.contains(name), "\(answer.err)")
      }
    }
  }

  @Test func `months served are between the least and the most`() throws {
    let columns = "person,months_served,tenure_days_least,tenure_days_most"
    let rows = try CSV.rows(
      program.run("roster", "--columns", columns, "--format", "csv", "--no-header").out)
    let served = rows.filter { !$0[0].isEmpty && !$0[1].isEmpty }
    #expect(served.count > 5)
    for row in served {
      let months = [2, 3].map { Double(row[$0]).map { Int($0 / 30.4375) } }
      let bounds = row[1].split(separator: "–").map(String.init)
      #expect(bounds.last == months[1].map(String.init) || row[1].hasSuffix("+"), "\(row)")
      #expect(Int(bounds[0].replacing("+", with: "")) == months[0] ?? 0, "\(row)")
    }
  }

  @Test func `a term and a day go together`() throws {
    let both = try program.run("roster", "2024-2027", "--on", "2025-05-01")
    #expect(both.code == 0)
    #expect(both.lines[0].hasSuffix("term 2024-2027, on 2025-05-01"), "\(both.out)")
  }
}
