import Foundation
import Testing

/// What is made before the answer fails is named in the refusal.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no /dev/full here"))
struct KeptTests {
  private let program: Program

  init() throws {
    program = try Program()
    try Data("name,gender\nLê Một,male\nLê Hai,neither\n".utf8)
      .write(to: program.folder.appending(path: "people.csv"))
    try Data("name,gender\nLê Hai,neither\n".utf8)
      .write(to: program.folder.appending(path: "bad-only.csv"))
    try program.run("backup", "copy.db")
  }

  @Test(arguments: [
    ("backup b.db", "The copy b.db is made", "bản sao b.db đã tạo xong", "b.db"),
    ("init --db n.db", "The registry n.db is made", "sổ n.db đã được tạo", "n.db"),
    ("restore copy.db --db r.db", "r.db is restored", "r.db đã được khôi phục", "r.db"),
    ("upgrade", "The registry has schema", "sổ đã dùng lược đồ", "office.db"),
    (
      "import csv people.csv --to people --skip-bad bad.csv",
      "Change 2 is kept all the same. The bad rows are in bad.csv.",
      "thay đổi số 2 đã được lưu. Các dòng lỗi nằm trong bad.csv.", "bad.csv"
    ),
    (
      "import csv bad-only.csv --to people --skip-bad bad.csv", "The bad rows are in bad.csv.",
      "Các dòng lỗi nằm trong bad.csv.", "bad.csv"
    ),
  ])
  func `what is there all the same is told`(
    line: String, english: String, vietnamese: String, file: String
  ) throws {
    for (language, words) in [("en", english), ("vi", vietnamese)] {
      let program = try Program()
      for name in ["people.csv", "bad-only.csv", "copy.db"] {
        try FileManager.default.copyItem(
          at: self.program.folder.appending(path: name), to: program.folder.appending(path: name))
      }
      let answer = try program.shell("legation \(line) --lang \(language) >/dev/full")
      #expect(answer.code == 74)
      #expect(answer.err.contains(words), "\(answer.err)")
      #expect(
        FileManager.default.fileExists(atPath: program.folder.appending(path: file).path))
    }
  }

  @Test func `where what was there is kept aside is told`() throws {
    let answer = try program.shell("legation restore copy.db --replace >/dev/full")
    #expect(answer.code == 74)
    let aside = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
      .filter { $0.contains(".before-") && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
    #expect(aside.count == 1)
    #expect(answer.err.contains("what was there is kept at \(program.folder.path)"))
    #expect(answer.err.contains(aside.first ?? "?"), "\(answer.err)")
  }

  @Test func `a folder of which some files are new says so`() throws {
    try program.run("export", "datapackage", "package")
    // In the way of one of the last files.
    let place = program.folder.appending(path: "package/term.csv")
    try FileManager.default.removeItem(at: place)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
    let answer = try program.run("export", "datapackage", "package")
    #expect(answer.code == 73)
    #expect(answer.err.contains("files in package are new already"), "\(answer.err)")
  }
}
