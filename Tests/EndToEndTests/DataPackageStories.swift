import Foundation
import Testing

/// The registry as a folder of CSV files, out and in again.
@Suite("Data package") struct DataPackageStories {
  private func package(of office: Program, _ name: String = "package") throws -> URL {
    let folder = office.folder.appending(path: name)
    let answer = try office.run("export", "datapackage", folder.path)
    try #require(answer.code == 0, "\(answer.err)")
    return folder
  }

  private func files(_ folder: URL) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try Data(contentsOf: folder.appending(path: $0)))
      })
  }

  @Test func `what goes out comes in and goes out again, byte for byte`() throws {
    let office = try Program()
    // Everything that CSV and spreadsheets stumble over.
    let odd = "=1+1, \"quoted\", a\nsecond line; Đỗ ở Huế"
    for words in [
      ["person", "edit", "do-minh-hung", "--note", odd, "--born", "1966?"],
      ["party", "remove", "aq"],
      [
        "mission", "edit", "gb-london", "--opened", "1973-09", "--closed", "2030~", "--accept", "*",
      ],
      ["document", "add", "9-TB/DP", "--subject=-5 %"],
      ["posting", "extend", "gb-london", "--until", "2028-06", "--accept", "*"],
    ] {
      let done = try office.run(words)
      try #require(done.code == 0, "\(words): \(done.err)")
    }
    let first = try package(of: office)
    let other = try Program(sample: false)
    try #require(try other.run("init").code == 0)
    let taken = try other.run(
      "import", "datapackage", first.path, "--delete-missing", "--format", "csv")
    #expect(taken.code == 0, "\(taken.err)")
    #expect(try files(first) == files(package(of: other)))
    let note = try other.run(
      "sql", "SELECT note FROM person WHERE key = 'do-minh-hung'", "--format", "json")
    #expect(note.out.contains("second line; Đỗ ở Huế"))
    #expect(try other.run("verify").code == 0)
    #expect(try other.run("person", "find", "do minh hung").out.contains("Đỗ Minh Hùng"))

    let again = try other.run("import", "datapackage", first.path, "--delete-missing")
    #expect(again.err.contains("Nothing is new"))
    #expect(try other.run("undo", "2", "--reason", "try").code == 0)
    #expect(try other.run("sql", "SELECT count(*) FROM posting", "--format", "csv").lines[1] == "0")
  }

  @Test(
    .enabled(if: RealData.isHere, "the data sets ../shared/data/pocom and gsh are not here"),
    .enabled(if: RealData.hasPython, "python3 is not here"))
  func `the real world goes out and in, byte for byte`() throws {
    let world = try FactTests.world.get()
    let office = try Program(sample: false)
    let first = office.folder.appending(path: "first")
    try #require(
      try office.run("export", "datapackage", first.path, "--db", world.registry.path).code == 0)
    try #require(try office.run("init").code == 0)
    let taken = try office.run("import", "datapackage", first.path, "--delete-missing")
    try #require(taken.code == 0, "\(taken.err)")
    #expect(try files(first) == files(package(of: office)))
  }

  @Test func `an edited file is one change; a package that is there is replaced, nothing else`()
    throws
  {
    let office = try Program()
    let folder = try package(of: office)
    try Data("mine".utf8).write(to: folder.appending(path: "README.md"))
    let file = folder.appending(path: "person.csv")
    var text = try String(contentsOf: file, encoding: .utf8)
    text = text.replacing("Đỗ Minh Hùng", with: "Đo\u{302}\u{303} Minh Hùng II")
    try text.write(to: file, atomically: true, encoding: .utf8)
    let tried = try office.run("import", "datapackage", folder.path, "--dry-run")
    #expect(tried.err.contains("Dry run"))
    let taken = try office.run("import", "datapackage", folder.path)
    #expect(taken.err.contains("Change 2."), "\(taken.err)")
    #expect(try office.run("show", "2").out.contains("II"))
    // Normalised, and its keys made anew.
    #expect(try office.run("person", "find", "do minh hung ii").out.contains("Đỗ Minh Hùng II"))
    #expect(try office.run("export", "datapackage", folder.path).code == 0)
    #expect(FileManager.default.fileExists(atPath: folder.appending(path: "README.md").path))
    let stranger = office.folder.appending(path: "stranger")
    try FileManager.default.createDirectory(
      at: stranger.appending(path: "x"), withIntermediateDirectories: true)
    let refused = try office.run("export", "datapackage", stranger.path)
    #expect(refused.code == 73)
  }

  @Test func `a mistake is told with its place, and nothing is changed`() throws {
    let office = try Program()
    let folder = try package(of: office)
    let file = folder.appending(path: "term.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacing("key,begins", with: "key,beginns")
      .write(to: file, atomically: true, encoding: .utf8)
    let before = try office.bytes()
    let refused = try office.run("import", "datapackage", folder.path)
    #expect(refused.code == 64)
    for words in ["term.csv:1", "beginns", "begins"] {
      #expect(refused.err.contains(words), "\(refused.err)")
    }
    #expect(try office.bytes() == before)
  }

  @Test func `what is known at the last change is what is known`() throws {
    let office = try Program()
    let now = try package(of: office)
    let then = office.folder.appending(path: "then")
    try #require(
      try office.run("export", "datapackage", then.path, "--as-known", "1").code == 0)
    #expect(try files(now) == files(then))
  }

  @Test func `text that a spreadsheet would run is defused where it is asked for`() throws {
    let office = try Program()
    try #require(
      try office.run("person", "edit", "do-minh-hung", "--note", "=1+1").code == 0)
    for (words, note) in [([], ",=1+1\n"), (["--safe-csv"], ",'=1+1\n")] {
      let answer = try office.run(["export", "datapackage", "package"] + words)
      try #require(answer.code == 0, "\(answer.err)")
      let people = try String(
        contentsOf: office.folder.appending(path: "package/person.csv"), encoding: .utf8)
      let row = try #require(people.components(separatedBy: "\n").first { $0.contains("1+1") })
      #expect((row + "\n").hasSuffix(note) || row.contains(note.dropLast() + ","), "\(row)")
    }
  }
}
