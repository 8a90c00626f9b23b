import Foundation
import Testing

/// Reports on what the sample does not have.
@Suite("report") struct ReportStories {
  @Test func `whoever headed a mission before stands with it, and not among the new`() throws {
    let program = try Program()
    // A consul general in Pakse, then ambassador to China.
    try program.change(
      """
      UPDATE posting SET person = (SELECT person FROM posting WHERE mission = 'cn-beijing'
        AND term = '2024-2027')
      WHERE mission = 'la-pakse' AND ended IS NOT NULL
      """)
    let answer = try program.run("report", "new", "--term", "2024-2027")
    try #require(answer.code == 0, "\(answer.err)")
    #expect(
      answer.out.contains(
        "Heads: 6, of whom 5 new and 1 have headed a mission before, 1 of them another one last."))
    let parts = answer.out.components(separatedBy: "\nHeaded a mission before\n")
    #expect(parts.count == 2 && !parts[0].contains("Phạm Thanh Bình"))
    let row = parts.last?.split(separator: "\n").first { $0.contains("Phạm Thanh Bình") } ?? ""
    for word in ["China", "Pakse", "Consul General"] {
      #expect(row.contains(word), "\(answer.out)")
    }
    let vietnamese = try program.run("report", "new", "--term", "2024-2027", "--lang", "vi")
    #expect(vietnamese.out.contains("1 người đã từng đứng đầu, gần nhất ở cơ quan khác: 1"))
  }

  @Test func `a receiver goes by the letters, and puts the nuncio first, where it is said so`()
    throws
  {
    let program = try Program()
    for words in [
      ["party", "edit", "un", "--precedence", "alphabetical"],
      ["party", "edit", "la", "--nuncio-is-first", "1"],
      ["posting", "credential", "la-vientiane", "--credentials-time", "10:30"],
    ] {
      let answer = try program.run(words + ["--reason", "x"])
      #expect(answer.code == 0, "\(words): \(answer.err)")
    }
    let letters = try program.run("report", "precedence", "--receiver", "un")
    #expect(letters.out.contains("by the English names of the senders"), "\(letters.out)")
    let laos = try program.run("report", "precedence", "--receiver", "Laos")
    #expect(laos.out.contains("10:30"), "\(laos.out)")
  }
}
