import Files
import Foundation
import Testing

@testable import LegationCLI

/// Files that one run is told of twice.
@Suite struct SameFileTests {
  private let program: Program

  init() throws {
    program = try Program()
    let texts = [
      "people.csv": "name,gender\nLê Một,male\nLê Hai,neither\n", "people.map": "gender=gender\n",
      "x.sql": "SELECT 1", "office.db.txt": "mine",
    ]
    for (name, text) in texts {
      try Data(text.utf8).write(to: program.folder.appending(path: name))
    }
    try FileManager.default.createSymbolicLink(
      atPath: program.folder.appending(path: "link.csv").path, withDestinationPath: "people.csv")
    try FileManager.default.createSymbolicLink(
      at: program.folder.appending(path: "here"), withDestinationURL: program.folder)
  }

  private func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
    for name in names {
      files[name] = try? Data(contentsOf: program.folder.appending(path: name))
    }
    return files
  }

  @Test(arguments: [
    "backup b.db -o b.db", "backup b.db -o ./b.db", "backup b.db -o here/b.db",
    "backup b.db -o b.db-wal --format json",
    "backup office.db-wal", "backup office.db-journal", "backup here/office.db-shm",
    "init --db n.db -o n.db", "init --db n.db -o n.db-journal --format json",
    "restore b.db --db r.db -o r.db", "restore b.db --db r.db -o b.db --format json",
    "import csv people.csv --to people --skip-bad bad.csv -o bad.csv",
    "import csv people.csv --to people --skip-bad bad.csv -o here/bad.csv",
    "import csv people.csv --to people -o people.csv",
    "import csv link.csv --to people -o people.csv",
    "import csv people.csv --to people -o link.csv",
    "import csv - --to people -o people.csv <people.csv",
    "import csv people.csv --to people --map @people.map -o people.map --format csv",
    "import csv people.csv --to people --skip-bad office.db-wal",
    "merge x.bundle -o x.bundle --format json", "merge - -o x.bundle --format json <x.bundle",
    "sql -f x.sql -o x.sql --format csv", "sql - -o x.sql --format csv <x.sql",
    "roster -o office.db --format csv", "roster -o here/office.db-wal --format csv",
    "bundle --since 0 office.db", "bundle --since 0 office.db-shm",
    "import datapackage package -o package/person.csv",
  ])
  func `nothing takes the place of what the same run reads or makes`(line: String) throws {
    _ = try program.shell(
      """
      legation bundle --since 0 x.bundle && legation export datapackage package &&
      legation backup b.db
      """)
    if line.hasPrefix("backup") {
      try FileManager.default.removeItem(at: program.folder.appending(path: "b.db"))
    }
    let before = try files()
    let package = program.folder.appending(path: "package/person.csv")
    let person = try Data(contentsOf: package)
    for (language, words) in [("en", "named for"), ("vi", "được ghi cho")] {
      let answer = try program.shell("export LEGATION_LANG=\(language); legation \(line)")
      #expect(answer.code == 73, "\(answer.out)\(answer.err)")
      #expect(answer.err.contains(words), "\(answer.err)")
      #expect(answer.out == "")
    }
    #expect(try files() == before)
    #expect(try Data(contentsOf: package) == person)
  }

  @Test(arguments: [
    "roster -o office.db.txt --format csv", "backup c.db -o c.txt --format json",
    "sql -f x.sql -o /dev/null --format csv", "sql -f /dev/null -o /dev/null 2>&1 | grep -q .",
    "import datapackage package -o package/report.json --dry-run",
  ])
  func `other files are none of its business`(line: String) throws {
    try program.run("export", "datapackage", "package")
    let answer = try program.shell("legation \(line)")
    #expect(answer.code == 0, "\(answer.err)")
  }

  @Test func `a file that became a database meanwhile is not replaced`() throws {
    let path = program.folder.appending(path: "late.txt").path
    let target = try OutputTarget.answer(path, isPrivate: false)
    try FileManager.default.copyItem(atPath: program.registry.path, toPath: path)
    #expect(throws: (any Error).self) { try target.finish() }
    #expect(try Data(contentsOf: URL(filePath: path)) == Data(contentsOf: program.registry))
  }
}
