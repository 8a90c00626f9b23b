import Foundation
import Testing

/// Where facts come from, and which source says what.
@Suite struct SourceStories {
  private let program: Program

  init() throws { program = try Program() }

  private func count(_ table: String) throws -> Int {
    let answer = try program.run("sql", "SELECT count(*) FROM \(table)", "--format", "csv")
    return try #require(Int(answer.lines[1]))
  }

  private static let page = "https://example.org/2024/credentials"

  @Test func `the same words are the same source, whichever way they come`() throws {
    let before = try count("source")
    let words = [Self.page, "A History of Missions, volume 2"]
    for source in words {
      let cited = try program.run("person", "edit", "do-minh-hung", "--source", source)
      #expect(cited.code == 0, "\(cited.err)")
    }
    #expect(try count("source") == before + 2)
    for source in words {
      let added = try program.run("source", "add", "  \(source) ")
      #expect(added.code == 1)
      #expect(added.err.contains("is there already: \(source)."), "\(added.err)")
      #expect(try program.run("mission", "edit", "gb-london", "--source", source).code == 0)
      #expect(try program.run("citation", "add", source, "--term", "2024-2027").code == 0)
    }
    let rows =
      "Tiêu đề,Địa chỉ\n\"\(words[1])\",\n,\(Self.page)\nAnother,\nAnother,https://example.org/b\n"
    try Data(rows.utf8).write(to: program.folder.appending(path: "sources.csv"))
    let refused = try program.run("import", "csv", "sources.csv", "--to", "sources")
    // A title alone and the same title with an address: the second says more of the first.
    #expect(refused.code == 64 || refused.code == 1)
    #expect(refused.err.contains("another"), "\(refused.err)")
    let short = rows.split(separator: "\n").dropLast().joined(separator: "\n")
    try Data(short.utf8).write(to: program.folder.appending(path: "sources.csv"))
    #expect(try program.run("import", "csv", "sources.csv", "--to", "sources").code == 0)
    #expect(try count("source") == before + 3)
    // Other words, other source; a title that two have is asked for.
    for address in ["https://example.org/1", "https://example.org/2"] {
      let added = try program.run("source", "add", "Yearbook", "--address", address)
      #expect(added.code == 0, "\(added.err)")
    }
    #expect(try count("source") == before + 5)
    let unsure = try program.run("person", "edit", "do-minh-hung", "--source", "Yearbook")
    #expect(unsure.code == 64)
    #expect(unsure.err.contains("yearbook-2"), "\(unsure.err)")
  }

  @Test func `what is cited stands on the card of the record, and what a source says on its own`()
    throws
  {
    #expect(
      try program.run(
        "source", "add", "A History of Missions", "--publisher", "Academy", "--published", "2024"
      ).out.contains("Added the source a-history-of-missions"))
    let added = try program.run(
      "citation", "add", "A History of Missions", "--posting", "gb-london-do-minh-hung", "--field",
      "credentials", "--says", "to the King", "--section", "p. 12")
    #expect(added.code == 0, "\(added.err)")
    let key = "gb-london-do-minh-hung-a-history-of-missions"
    #expect(added.out.contains(key))

    for (language, words) in [
      ("en", ["Sources", "A History of Missions, p. 12", "credentials", "to the King"]),
      ("vi", ["Nguồn", "Mục", "Nội dung", "A History of Missions, p. 12"]),
    ] {
      let card = try program.run("head", "show", "gb-london", "--lang", language, "--wide").out
      for word in words { #expect(card.contains(word), "\(word)") }
    }
    for (language, words) in [
      ("en", ["What it says", "posting", "gb-london-do-minh-hung", "to the King", "p. 12"]),
      ("vi", ["Nguồn nói gì", "lần bổ nhiệm", "Chỗ dẫn", "to the King"]),
    ] {
      let card = try program.run(
        "source", "show", "A history of missions", "--lang", language, "--wide"
      ).out
      for word in words { #expect(card.contains(word), "\(word)") }
    }
    let rows = try #require(
      try program.json("citation", "list", "--posting", "gb-london-do-minh-hung")
        as? [[String: Any]])
    #expect(rows.map { $0["says"] as? String }.contains("to the King"))
    #expect(rows.allSatisfy { $0["of"] as? String == "gb-london-do-minh-hung" })

    let edited = try program.run("citation", "edit", key, "--says", "to the King himself")
    #expect(edited.out.contains("says: to the King → to the King himself"))
    #expect(try program.run("source", "remove", "a-history-of-missions").code == 1)
    #expect(try program.run("citation", "remove", key).code == 0)
    #expect(try program.run("source", "remove", "a-history-of-missions").code == 0)
  }

  @Test(arguments: [
    (["--field", "born"], "one of mission, person", "một trong cơ quan đại diện, người"),
    (["--person", "do-minh-hung", "--term", "2024-2027"], "not of 2", "không phải 2"),
    (["--person", "do-minh-hung", "--field", "credentails"], "has no", "không có"),
    (["--person", "do-minh-hung", "--field", "bron"], "Did you mean born?", "là born?"),
    (["--person", "nobody"], "There is no person", "Không có người"),
  ])
  func `a citation is of one record and of a fact that this has`(
    words: [String], english: String, vietnamese: String
  ) throws {
    let before = try count("citation")
    for (language, said) in [("en", english), ("vi", vietnamese)] {
      let answer = try program.run(
        ["citation", "add", Self.page, "--lang", language] + words)
      #expect(answer.code == 64)
      #expect(answer.err.contains(said), "\(answer.err)")
    }
    #expect(try count("citation") == before)
    #expect(try program.run("source", "find", "example").out.contains("Nothing is found."))
  }

  @Test func `citations come in as a table, with sources that are new`() throws {
    let rows = """
      Nguồn,person,Mục,Nội dung,Trang
      \(Self.page),do-minh-hung,born,born in 1970,3
      vietnamnews-1692620,do-minh-hung,,,
      """
    try Data(rows.utf8).write(to: program.folder.appending(path: "citations.csv"))
    let before = (try count("source"), try count("citation"))
    let read = try program.run("import", "csv", "citations.csv", "--to", "citations")
    #expect(read.code == 0, "\(read.err)")
    #expect(try count("source") == before.0 + 1)
    #expect(try count("citation") == before.1 + 2)
    let card = try program.run("person", "show", "do-minh-hung", "--wide").out
    #expect(card.contains("\(Self.page), 3"), "\(card)")
    #expect(card.contains("born in 1970"))
  }

  @Test(arguments: [
    ["add", "asianews-lebanon", "--source", "vietnamnews-1692620", "--term", "2024-2027"],
    [
      "add", "--source", "asianews-lebanon", "--source", "vietnamnews-1692620", "--term",
      "2024-2027",
    ],
    [
      "edit", "gb-london-public-list-of-97-missions", "--source", "asianews-lebanon",
      "--source", "vietnamnews-1692620",
    ],
  ])
  func `a citation that is given two sources drops none of them`(words: [String]) throws {
    let before = try program.content()
    for language in ["en", "vi"] {
      let refused = try program.run(["citation"] + words + ["--lang", language])
      #expect(refused.code == 64)
      #expect(
        refused.err.contains("\"asianews-lebanon\", \"vietnamnews-1692620\""), "\(refused.err)")
      #expect(
        refused.err.contains(language == "en" ? "A citation has one source" : "Mỗi trích dẫn"))
    }
    #expect(try program.content() == before)
  }

  @Test func `one source named twice is one`() throws {
    let added = try program.run(
      "citation", "add", "asianews-lebanon", "--source", "asianews-lebanon", "--term", "2024-2027")
    #expect(added.code == 0, "\(added.err)")
  }
}
