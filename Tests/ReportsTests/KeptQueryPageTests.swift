import Reports
import Testing

@testable import Registry

/// What a kept question is printed as.
@Suite struct KeptQueryPageTests {
  private static let columns = [
    "person_name", "mission", "mission_name_en", "mission_name_vi", "began", "own",
  ]

  private func page(
    _ language: Language, title: Sentence? = nil, _ headings: [String: [Language: String]] = [:]
  ) throws -> KeptQueryPage {
    let query = KeptQuery(
      name: "mine", title: title, about: Sentence("Who was where", vi: "Ai ở đâu"), sql: "SELECT 1",
      parameters: [], headings: headings)
    return try KeptQueryPage(
      query, columns: Self.columns, from: SampleRegistry.open(on: nil), in: language)
  }

  private func labels(_ page: KeptQueryPage, _ language: Language) -> [String] {
    page.columns.filter { $0.audience != .programs }.map { $0.label[language] }
  }

  @Test func `without words of its own it is called as the program calls things`() throws {
    let page = try page(.english)
    #expect(page.title == Sentence("Who was where", vi: "Ai ở đâu"))
    #expect(labels(page, .english) == ["Name", "Mission", "Began", "Own"])
  }

  @Test(arguments: [
    (Language.english, "Heads", ["Name", "Key", "Mission", "From", "Mine"]),
    (.vietnamese, "Những người đứng đầu", ["Họ và tên", "Mã số", "Cơ quan", "Từ", "Mine"]),
  ])
  func `a title and headings stand in their language, else the words of the program do`(
    language: Language, title: String, headings: [String]
  ) throws {
    let page = try page(
      language, title: Sentence("Heads", vi: "Những người đứng đầu"),
      [
        "began": [.english: "From", .vietnamese: "Từ"], "mission_name": [.vietnamese: "Cơ quan"],
        // A key is not left out that somebody gave a heading.
        "mission": [.english: "Key", .vietnamese: "Mã số"], "own": [.english: "Mine"],
      ])
    #expect(page.title[language] == title)
    #expect(labels(page, language) == headings)
    #expect(page.columns.map(\.name) == Self.columns)
  }
}
