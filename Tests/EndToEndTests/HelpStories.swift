import Formats
import Reports
import Testing

@testable import LegationCLI

/// Help says the same in both languages.
@Suite struct HelpStories {
  /// Something that a page says, with what the same place says in English.
  private struct Said {
    let place: String
    let english: String
    let vietnamese: String
  }

  /// Every text of every help once, but those of commands that are not told.
  private func everything() throws -> [Said] {
    let english = try HelpPage.english.get()
    let vietnamese = try HelpPage.vietnamese.get()
    var said: [Said] = []
    var seen: Set<[String]> = []
    for (words, page) in vietnamese {
      let other = try #require(english[words])
      let place = words.joined(separator: " ")
      func say(_ english: String, _ vietnamese: String, _ name: String) {
        guard seen.insert([english, vietnamese]).inserted else { return }
        said.append(
          Said(place: "\(place): \(name)", english: english, vietnamese: vietnamese))
      }
      for (mine, theirs) in zip(page.paragraphs, other.paragraphs) { say(theirs, mine, "above") }
      for (mine, theirs) in zip(page.headings, other.headings) { say(theirs, mine, "heading") }
      for (mine, theirs) in zip(page.entries, other.entries) {
        say(Self.withoutValues(theirs.words), Self.withoutValues(mine.words), mine.name)
      }
    }
    return said
  }

  /// Behind the words for an option the parser lists the values that it takes.
  private static func withoutValues(_ words: String) -> String {
    String(words.replacing(#/ ?\((?:values|giá trị): .*\)$/#, with: ""))
  }

  private func reader() throws -> VietnameseText {
    let program = try Program()
    func column(_ sql: String) throws -> [String] {
      let answer = try program.run("sql", sql, "--format", "csv", "--no-header")
      try #require(answer.code == 0, "\(answer.err)")
      return answer.lines
    }
    let codes = try column(
      """
      SELECT code FROM code_label UNION SELECT key FROM mission_kind
      UNION SELECT key FROM end_reason UNION SELECT key FROM title
      UNION SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')
      """)
    let values = try HelpPage.english.get().values.flatMap(\.entries).compactMap {
      $0.words.firstMatch(of: /\(values: (.*)\)$/)?.1.split(separator: ", ").map(String.init)
    }
    var choices: [String] = []
    for kind in ReportList.all {
      for parameter in kind.parameters {
        if case .choice(let words) = parameter.rule { choices += words }
      }
    }
    let forms = Format.allCases.map(\.rawValue)
    return VietnameseText(codes: Set(codes + values.joined() + choices + forms))
  }

  @Test func `every text of every help is Vietnamese for whoever reads Vietnamese`() throws {
    let reader = try reader()
    let said = try everything()
    #expect(said.count > 300)
    for text in said {
      #expect(text.vietnamese.isEmpty == text.english.isEmpty, "\(text)")
      #expect(text.english.isEmpty || text.english != text.vietnamese, "\(text)")
      #expect(reader.strangers(in: text.vietnamese) == [], "\(text.place): \(text.vietnamese)")
    }
  }

  @Test func `every help has the same parts and examples in both languages`() throws {
    let english = try HelpPage.english.get()
    let vietnamese = try HelpPage.vietnamese.get()
    #expect(Set(english.keys) == Set(vietnamese.keys))
    #expect(vietnamese.count > 120)
    for (words, page) in vietnamese {
      let other = try #require(english[words])
      #expect(page.paragraphs.count == other.paragraphs.count, "\(words)")
      #expect(page.examples == other.examples, "\(words)")
      #expect(page.headings.count == other.headings.count, "\(words)")
      #expect(page.entries.map(\.words.isEmpty) == other.entries.map(\.words.isEmpty), "\(words)")
      let names = { (page: HelpPage) in
        page.entries.map { $0.name.replacing("mặc định", with: "default") }
      }
      #expect(names(page) == names(other), "\(words)")
      #expect(page.others.allSatisfy { $0.hasPrefix("  Xem: legation help ") }, "\(words)")
    }
  }

  @Test(arguments: [
    "Its key.", "By whom.", "Only whole days.", "So many at most.", "The day.", "Show one change.",
    "In no year.", "Mã của record.", "Head of mission.", "Một mission.", "EXAMPLE:",
    "Lần bổ nhiệm refused bởi ai.",
  ])
  func `English is told from Vietnamese`(text: String) {
    let reader = VietnameseText(codes: ["refused", "head", "mission", "year"])
    #expect(!reader.strangers(in: text).isEmpty)
  }

  @Test(arguments: [
    "refused (bị từ chối), head hoặc mission.", "Nghiêng nguyệt quốc gì khuya xoèn yêu giếng ưu.",
    "Ghi --reason bằng `legation sql`, months=3, ví dụ credentials của lần bổ nhiệm.",
  ])
  func `Vietnamese is no English`(text: String) {
    let reader = VietnameseText(codes: ["refused", "head", "mission"])
    #expect(reader.strangers(in: text) == [])
  }
}
