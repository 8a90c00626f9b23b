import Foundation
import Testing

/// What other programs get; that each form is as its definition says, `InterchangeTests` show.
@Suite("Exports") struct ExportStories {
  @Test(arguments: [
    (["ical"], "0 events", "0 sự kiện"),
    (["quickstatements"], "99 missions lack theirs", "99 cơ quan thiếu mã"),
    (["vcard"], "heads who are not in office", "không tại nhiệm"),
  ])
  func `what an export leaves out is told beside it, in both languages`(
    form: [String], english: String, vietnamese: String
  ) throws {
    let office = try Program()
    for (language, words) in [("en", english), ("vi", vietnamese)] {
      let answer = try office.run(["export"] + form + ["--lang", language])
      #expect(answer.code == 0)
      #expect(answer.err.contains(words), "\(answer.err)")
      #expect(!answer.out.contains(words))
    }
  }

  @Test func `an export goes to a file, or says nothing where nobody was known`() throws {
    let office = try Program()
    let file = office.folder.appending(path: "ends.ics")
    #expect(try office.run("export", "ical", "-o", file.path).code == 0)
    #expect(
      try String(contentsOf: file, encoding: .utf8) == office.run("export", "ical").out)
    #expect(try office.run("export", "vcard", "--as-known", "0").out.isEmpty)
  }

  @Test func `what is written meanwhile is not in an export that began before`() throws {
    let office = try Program()
    // The export waits with a full pipe while somebody writes.
    let answer = try office.shell(
      """
      mkfifo pipe
      legation export sql -o pipe 2>err & export=$!
      exec 3<pipe
      head -c 100 <&3 >out
      legation head add "Zwischen Zeit" --mission tl-dili --accept '*' >/dev/null
      cat <&3 >>out
      wait $export
      """)
    #expect(answer.code == 0, "\(answer.err)")
    let out = try String(
      contentsOf: office.folder.appending(path: "out"), encoding: .utf8)
    #expect(out.contains("Đỗ Minh Hùng"))
    #expect(!out.lowercased().contains("zwischen"))
    #expect(try office.run("person", "find", "Zwischen Zeit").out.contains("Zwischen"))
  }

  @Test(arguments: ["sql", "popolo", "ftm", "quickstatements", "ical", "vcard"])
  func `what is known at the last change is what is known`(form: String) throws {
    let office = try Program()
    let now = try office.run("export", form).out
    #expect(try office.run("export", form, "--as-known", "1").out == now)
    try #require(
      try office.run("person", "edit", "do-minh-hung", "--note", "Zwischenzeit").code == 0)
    let then = try office.run("export", form, "--as-known", "1").out
    #expect(!then.contains("Zwischenzeit"))
    #expect(then.contains("REFERENCES") == (form == "sql"))
  }
}
