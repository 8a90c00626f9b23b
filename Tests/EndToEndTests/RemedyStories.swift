import Foundation
import Testing

/// What a refusal offers is pasted, and works.
@Suite struct RemedyStories {
  /// A line that is refused, what the refusal offers, and that as somebody pastes it.
  @Test(arguments: [
    (
      "head add 'Trần Thị B' --mission gb-london", "--accept head-not-ended",
      "--accept head-not-ended"
    ),
    (
      "head add 'Trần Thị B' --mission tl-dili --title consul-general", "--accept unusual-title",
      "--accept unusual-title"
    ),
    ("head add 'Do Minh Hung' --mission tl-dili", "--new-person", "--new-person"),
    ("head end gb-london --on 2026 --reason died", "--because died", "--because died"),
    ("person add 駐越", "--key KEY", "--key x"),
    ("person add 'Đỗ Minh Hùng' --key do-minh-hung", "--key KEY", "--key do-minh-hung-2"),
    ("posting credential gb-london", "--credentials 2025-02-20", "--credentials 2025-02-21"),
    ("sql 'SELECT :day'", "-p day=VALUE", "-p day=2024"),
    ("sql --write \"UPDATE person SET note = 'x'\" --reason x", "--yes", "--yes"),
    (
      "import csv people.csv --to people --map colour=", "--update", "--map colour= --update"
    ),
    ("import csv people.csv --to people --update", "--map \"colour=\"", "--map \"colour=\""),
    ("import csv bad.csv --to people", "--skip-bad FILE", "--skip-bad aside.csv"),
    ("restore copy.db", "--replace", "--replace"),
    ("person add 'Trần Thị B' --by legation", "--by NAME", "--by me"),
  ])
  func `the option that a refusal offers makes the same command work`(
    line: String, offered: String, pasted: String
  ) throws {
    let program = try Program(
      with: "people.csv", "key,name,born,colour\ndo-minh-hung,Đỗ Minh Hùng,1966,red\n")
    try Data("name,born\nTrần Thị B,1970\nTrần Thị C,soon\n".utf8)
      .write(to: program.folder.appending(path: "bad.csv"))
    try program.run("backup", "copy.db")
    let refused = try program.shell("legation \(line)")
    #expect(refused.code != 0 && refused.err.contains(offered), "\(refused.err)")
    let vietnamese = try program.shell("legation --lang vi \(line)")
    let name = String(offered.prefix { $0 != " " })
    #expect(vietnamese.code == refused.code && vietnamese.err.contains(name), "\(vietnamese.err)")
    let done = try program.shell("legation \(line) \(pasted)")
    #expect(done.code == 0, "\(done.err)")
  }

  /// A line that is refused, and the command that is offered, with what is to be put into it.
  @Test(arguments: [
    (
      "sql 'DELETE FROM citation'", "legation sql --write",
      ["WHY": "x", "…": "DELETE FROM citation"]
    ),
    ("sql 'UPDATE person SET born = 1'", "legation person --help", [:]),
    ("sql 'DROP TABLE person'", "legation sql save", ["NAME": "x", "…": "1", "WORDS": "x"]),
    ("mission remove kz-astana", "legation mission close", ["DATE": "2026"]),
    ("head end gb-london-do-minh-hung --on 2001", "legation head show", [:]),
    (
      "posting credential gb-london --receiver fr --arrived 2025", "legation posting accredit",
      ["RECEIVER": "fr"]
    ),
    (
      "head add 'Trần Thị B' --mission gb-london", "legation head end",
      ["DATE": "2026", "REASON": "recalled"]
    ),
  ])
  func `the command that a refusal offers works`(
    line: String, offered: String, values: [String: String]
  ) throws {
    let program = try Program()
    let refused = try program.shell("legation \(line)")
    let place = try #require(refused.err.firstRange(of: offered), "\(refused.err)")
    var command = String(refused.err[place.lowerBound...].prefix { $0 != "\n" })
    command = command.components(separatedBy: "    ")[0]
    for (word, value) in values { command = command.replacing(word, with: value) }
    let done = try program.shell(command + (offered == "legation sql --write" ? " --yes" : ""))
    #expect(done.code == 0, "\(command): \(done.err)")
  }

  @Test func `a row of a table is told of columns`() throws {
    let program = try Program(
      with: "heads.csv", "person,mission\nDo Minh Hung,tl-dili\n")
    let refused = try program.run("import", "csv", "heads.csv", "--to", "heads")
    #expect(refused.code != 0)
    #expect(refused.err.contains("Give the key if it is the same person"), "\(refused.err)")
    #expect(!refused.err.contains("--new-person"))
    try Data("person,mission\ndo-minh-hung,tl-dili\n".utf8)
      .write(to: program.folder.appending(path: "heads.csv"))
    let answer = try program.run("import", "csv", "heads.csv", "--to", "heads")
    #expect(answer.code == 0, "\(answer.err)")
  }
}
