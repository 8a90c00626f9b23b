import Foundation
import Testing

/// Files that the program makes, and files that it is given.
@Suite("files in the making, foreign files") struct FileStories {
  /// What is in the folder, but for SQLite's own beside the registry.
  private func files(_ office: Program) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: office.folder.path).sorted()
      .filter { !$0.hasPrefix("office.db-") }
  }

  private func mode(_ office: Program, _ path: String) throws -> Int {
    let file = office.folder.appending(path: path).path
    let found = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    return (found as? NSNumber)?.intValue ?? -1
  }

  @Test(
    arguments: ["TERM", "HUP", "INT"],
    ["backup b.db", "export popolo -o p.json", "export datapackage dp", "bundle -o b.bundle"])
  func `a signal leaves nothing behind`(signal: String, command: String) throws {
    let office = try Program()
    let there = try files(office)
    for pause in ["0.01", "0.03", "0.06", "0.1"] {
      _ = try office.shell(
        """
        env --default-signal=\(signal) '\(Program.binary.path)' \(command) >/dev/null 2>&1 &
        sleep \(pause); kill -\(signal) $! 2>/dev/null; wait
        """)
      for name in ["b.db", "p.json", "dp", "b.bundle"] {
        try? FileManager.default.removeItem(at: office.folder.appending(path: name))
      }
      #expect(try files(office) == there, "\(pause)")
    }
  }

  @Test(arguments: [("o.json", "export popolo -o"), ("b.db", "backup")])
  func `what a killed program left is named and removed`(target: String, command: String) throws {
    let office = try Program()
    let left = office.folder.appending(path: "\(target).making-Ab12Cd")
    try Data("half".utf8).write(to: left)
    let other = office.folder.appending(path: "\(target).making-notes.txt")
    try Data("mine".utf8).write(to: other)
    let answer = try office.shell("legation \(command) \(target)")
    #expect(answer.code == 0)
    #expect(answer.err.contains("\(target).making-Ab12Cd was left unfinished"), "\(answer.err)")
    #expect(!FileManager.default.fileExists(atPath: left.path))
    #expect(FileManager.default.fileExists(atPath: other.path))
  }

  @Test(arguments: ["-wal", "-shm", "-journal"])
  func `an answer replaces nothing of a database`(ending: String) throws {
    let office = try Program()
    let before = try office.bytes()
    try FileManager.default.createSymbolicLink(
      at: office.folder.appending(path: "link.db"), withDestinationURL: office.registry)
    for name in ["office.db\(ending)", "link.db\(ending)"] {
      let answer = try office.run("roster", "2024-2027", "--format", "csv", "-o", name)
      #expect(answer.code == 73, "\(name)")
    }
    #expect(try office.bytes() == before)
  }

  @Test func `what holds the whole registry is for its owner only, unless it was there`() throws {
    let office = try Program()
    let answer = try office.shell(
      """
      umask 000; touch old.json
      legation export popolo -o new.json && legation export popolo -o old.json &&
      legation export sql -o o.sql && legation export datapackage dp && legation export pocom xml &&
      legation bundle --since 0 b.bundle && legation backup b.db &&
      legation roster 2024-2027 -o roster.csv
      """)
    #expect(answer.code == 0, "\(answer.err)")
    #expect(try mode(office, "new.json") == 0o600)
    #expect(try mode(office, "o.sql") == 0o600)
    #expect(try mode(office, "dp") == 0o700)
    #expect(try mode(office, "dp/person.csv") == 0o600)
    #expect(try mode(office, "xml") == 0o700)
    #expect(try mode(office, "b.bundle") == 0o600)
    #expect(try mode(office, "b.db") == 0o600)
    #expect(try mode(office, "old.json") == 0o666)
    #expect(try mode(office, "roster.csv") == 0o666)
  }

  @Test(arguments: [
    ("mkfifo dp/person.csv", "pipe"), ("ln -s /etc/passwd dp/person.csv", "symbolic link"),
    ("mkdir dp/person.csv", "folder"), ("ln -s /dev/zero dp/person.csv", "symbolic link"),
  ])
  func `a package holds files of its own`(command: String, word: String) throws {
    let office = try Program()
    let answer = try office.shell(
      """
      legation export datapackage dp 2>/dev/null; rm dp/person.csv; \(command)
      timeout 60 '\(Program.binary.path)' import datapackage dp
      """)
    #expect(answer.code == 65, "\(answer.err)")
    #expect(answer.err.contains("dp/person.csv: a \(word)"), "\(answer.err)")
    #expect(!answer.err.contains("root"))
  }

  @Test(arguments: [
    ("mkfifo p/people/x.xml", "pipe"), ("ln -s /etc/passwd p/people/x.xml", "symbolic link"),
    ("ln -s /dev/zero p/people/x.xml", "symbolic link"),
    ("mkfifo p/missions-countries/atlantis.xml", "pipe"),
  ])
  func `a folder of pocom holds files of its own`(command: String, word: String) throws {
    let office = try Program(sample: false)
    try office.run("init")
    let before = try office.bytes()
    let answer = try office.shell(
      """
      mkdir -p p/people p/missions-countries; \(command)
      timeout 60 '\(Program.binary.path)' import pocom p
      """)
    #expect(answer.code == 65, "\(answer.err)")
    #expect(answer.err.contains(".xml: a \(word)"), "\(answer.err)")
    #expect(!answer.err.contains("root:"))
    #expect(try office.bytes() == before)
  }

  @Test func `a table comes in through a pipe that a person names`() throws {
    let office = try Program()
    let answer = try office.shell(
      """
      mkfifo pipe; printf 'name\\nLê Qua Ống\\n' >pipe &
      timeout 60 '\(Program.binary.path)' import csv pipe --to people
      """)
    #expect(answer.code == 0, "\(answer.err)")
    #expect(try office.run("person", "find", "qua ong", "--format", "csv").out.contains("Lê Qua"))
  }

  @Test(arguments: [".", "/proc/self/mem"])
  func `a map that cannot be read to its end is refused`(path: String) throws {
    let office = try Program(with: "p.csv", "name\nLê Một\n")
    let before = try office.bytes()
    let answer = try office.run("import", "csv", "p.csv", "--to", "people", "--map", "@\(path)")
    #expect(answer.code != 0)
    #expect(answer.err.contains("\(path): "), "\(answer.err)")
    #expect(try office.bytes() == before)
  }

  @Test(arguments: ["From", "Từ", "To", "Đến", "Khóa"])
  func `a heading for days, or a cohort, is taken for nothing else`(heading: String) throws {
    let office = try Program(
      with: "heads.csv", "person,mission,\(heading)\nLê Một,tl-dili,\nLê Hai,tl-dili,2024-02-03\n"
    )
    let before = try office.bytes()
    let answer = try office.run("import", "csv", "heads.csv", "--to", "heads")
    #expect(answer.code == 64)
    #expect(answer.err.contains("heads have no \"\(heading)\""), "\(answer.err)")
    #expect(try office.bytes() == before)
  }

  @Test func `a day under a heading that was a place before is a bad row`() throws {
    let office = try Program(
      with: "people.csv", "name,From\nLê Một,Huế\nLê Hai,2024-02-03\n")
    let answer = try office.run("import", "csv", "people.csv", "--to", "people")
    #expect(answer.code == 64)
    #expect(answer.err.contains("people.csv:3:2"), "\(answer.err)")
  }

  @Test(arguments: ["nothere:x=y", "gendr=gender", "gender:mann=male"])
  func `an entry of a map that fits nothing is refused`(entry: String) throws {
    let office = try Program(with: "people.csv", "name,gender\nLê Một,male\n")
    let before = try office.bytes()
    let answer = try office.run("import", "csv", "people.csv", "--to", "people", "--map", entry)
    #expect(answer.code == 64)
    #expect(answer.err.contains(entry), "\(answer.err)")
    #expect(try office.bytes() == before)
  }

  @Test func `a hundred thousand unknown names are refused in a word`() throws {
    let names = (1...100_000).map { "\"k\($0)\":1" }.joined(separator: ",")
    let office = try Program(with: "people.json", "[{\"name\":\"A\",\(names)}]")
    let answer = try office.run("import", "json", "people.json", "--to", "people")
    #expect(answer.code == 64)
    #expect(answer.err.contains("people.json:1: there are too many fields"))
    #expect(answer.err.count < 5_000)
  }

  @Test func `a calendar says what it leaves out`() throws {
    let answer = try Program().run("export", "ical")
    #expect(answer.err.contains("0 events."))
    #expect(answer.err.contains("Left out: 10 ends"), "\(answer.err)")
  }
}
