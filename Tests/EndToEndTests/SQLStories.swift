import Foundation
import SQLite
import Testing

/// Ad-hoc SQL as people use it.
@Suite struct SQLStories {
  private let program: Program

  init() throws { program = try Program() }

  private func save(_ text: String, as name: String) throws -> String {
    let file = program.folder.appending(path: name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  @Test func `statements come from a file and from standard input`() throws {
    let file = try save("\u{FEFF}-- two\nSELECT 1 AS a;\nSELECT :n AS b;\n", as: "q.sql")
    #expect(
      try program.run("sql", "-f", file, "-p", "n=2", "--format", "csv").out == "a\n1\nb\n2\n")
    for form in ["sql", "sql -", "sql -f -"] {
      #expect(
        try program.shell("echo 'SELECT 3 AS c' | legation \(form) --format csv").out == "c\n3\n")
    }
    #expect(try program.shell("legation sql </dev/null").code == 64)
    #expect(try program.run("sql", "-f", "no.sql").code == 66)
    try Data([0x53, 0xff, 0x41]).write(to: program.folder.appending(path: "bad.sql"))
    #expect(try program.run("sql", "-f", "bad.sql").code == 65)
  }

  @Test(arguments: [
    ("SELECT hed FROM incumbent", "       ^^^", "SELECT hed FROM incumbent"),
    ("SELECT misson FROM incumbent", "Did you mean mission", ""),
    (
      "SELECT i.persn_name FROM incumbent AS i", "Did you mean person_name", "  SELECT i.persn_name"
    ),
    ("SELECT * FROM incumbant", "incumbent: Who heads each mission", "              ^^^^^^^^^"),
    ("SELECT * FROM postín", "Did you mean posting", "^^^^^^"),
    ("SELECT lenght(name) FROM person", "Did you mean length", ""),
    ("SELECT * FROM person wher key = 'x'", "Did you mean WHE", "                     ^^^^"),
    ("SELECT *\nform person", "Did you mean FROM", "2 | form person"),
    ("selct 1", "Did you mean SELECT", ""),
  ])
  func `a mistake is shown at its place, with what may have been meant`(
    sql: String, said: String, also: String
  ) throws {
    let answer = try program.run("sql", sql)
    #expect(answer.code == 64)
    #expect(answer.err.contains(said), "\(answer.err)")
    #expect(also.isEmpty || answer.err.contains(also), "\(answer.err)")
  }

  @Test(arguments: [
    ("SELECT 1; SELECT NOW()", "Write datetime('now', 'localtime').", "Hãy viết datetime("),
    ("DESCRIBE vacancy", "legation sql schema vacancy", "legation sql schema vacancy"),
    ("SET @day = '2019'", "-p day=VALUE", "-p day=GIÁ-TRỊ"),
    ("SELECT name INTO x FROM person", "-o FILE", "-o TỆP"),
    ("EXPLAIN ANALYZE SELECT 1", "legation sql explain", "legation sql explain"),
    ("USE legation", "--db FILE", "--db TỆP"),
    ("SELECT person_name FROM mission", "JOIN incumbency ON", "Với cái đầu, hãy thêm: JOIN"),
  ])
  func `a wrong statement ends with 64 and its cure, with commands where these help`(
    sql: String, english: String, vietnamese: String
  ) throws {
    for (language, said) in [("en", english), ("vi", vietnamese)] {
      let answer = try program.run("sql", sql, "--lang", language)
      #expect(answer.code == 64)
      #expect(answer.err.contains(said), "\(answer.err)")
    }
  }

  @Test func `the words of other databases are listed with what is written instead`() throws {
    let all = try program.run("sql", "words", "--format", "csv").lines
    #expect(all.count > 107)
    #expect(all[0] == "word,instead")
    #expect(all.contains("\"NVL, NZ\",\"Write coalesce(x, y).\""))
    #expect(all.contains { $0.hasPrefix("\"SHOW TABLES") && $0.contains("legation sql schema") })
    let some = try program.run("sql", "words", "datediff", "--format", "json", "--lang", "vi").out
    #expect(some.contains("Hãy viết days(a, b)."), "\(some)")
    #expect(!some.contains("NVL"))
    #expect(try program.run("sql", "words", "::", "--format", "csv").lines.count == 4)
    #expect(try program.run("sql", "words", "zzz").out.contains("Nothing is found."))
  }

  @Test(arguments: [
    ("UPDATE mission SET seat = 'x'", "legation mission"), ("DELETE FROM posting", "legation head"),
    ("INSERT INTO accreditation (key) VALUES ('x')", "legation posting"),
    ("DROP VIEW incumbent", "sql save"), ("ATTACH 'x' AS y", "--db"), ("BEGIN", "--write"),
    ("PRAGMA journal_mode = OFF", "table_info"),
  ])
  func `a refused write names the command that does it`(sql: String, said: String) throws {
    let answer = try program.run("sql", sql)
    #expect(answer.code == 77)
    #expect(answer.err.contains(said), "\(answer.err)")
  }

  // MARK: Files

  @Test func `the ending of a file picks the form, and the file is whole or not there`() throws {
    try program.run("sql", "SELECT 1 AS a", "-o", "x.json")
    #expect(try text("x.json") == "[\n{\"a\":1}\n]\n")
    try program.run("sql", "SELECT 2 AS a", "-o", "x.json")
    #expect(try text("x.json").contains("2"))
    let failed = try program.run("sql", "SELECT 3 AS a; SELECT zeroblob(2e9)", "-o", "x.json")
    #expect(failed.code == 1)
    #expect(try text("x.json").contains("2"))
    #expect(try files().contains { $0.contains(".new-") } == false)
    #expect(try program.run("sql", "SELECT 1", "-o", "x.xyz").code == 64)
    #expect(try program.run("sql", "SELECT 1", "-o", "nowhere/x.csv").code == 73)
    #expect(try program.run("roster", "2024-2027", "-o", "r.html").code == 0)
    #expect(try text("r.html").contains("<table "))
  }

  @Test func `a registry is not overwritten by a slip of the hand`() throws {
    let before = try program.bytes()
    let answer = try program.run("sql", "SELECT 1", "-o", program.registry.path, "--format", "csv")
    #expect(answer.code == 73)
    #expect(try program.bytes() == before)
  }

  @Test func `a link stays a link and the file keeps its mode`() throws {
    let target = try save("old", as: "target.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target)
    try FileManager.default.createSymbolicLink(
      at: program.folder.appending(path: "link.csv"), withDestinationURL: URL(filePath: target))
    try program.run("sql", "SELECT 1 AS a", "-o", "link.csv")
    #expect(try text("target.csv") == "a\n1\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: target)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(
        atPath: program.folder.appending(path: "link.csv").path) == target)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: program.folder.appending(path: name), encoding: .utf8)
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
  }

  // MARK: What is there

  @Test func `the schema is told in words, in both languages`() throws {
    let english = try program.run("sql", "schema", "--format", "csv").out
    #expect(english.contains("incumbent,view,\"Who heads each mission"))
    let vietnamese = try program.run("sql", "schema", "term", "--lang", "vi", "--format", "csv").out
    #expect(vietnamese.contains("key,text,khóa chính,"))
    #expect(
      try program.run("sql", "schema", "--find", "quoc thu", "--format", "csv").out.contains(
        "accreditation"))
    let unknown = try program.run("sql", "schema", "incumbant")
    #expect(unknown.code == 64)
    #expect(unknown.err.contains("incumbent"))
    let codes = try program.run("sql", "schema", "posting", "--format", "csv").out
    #expect(codes.contains("pending ("))
    #expect(codes.contains("→ person"))
  }

  @Test func `how the tables hang together is drawn, where that is asked for`() throws {
    let drawn = try program.run("sql", "schema", "--format", "mermaid")
    #expect(drawn.code == 0 && drawn.out.hasPrefix("erDiagram\n"))
    for (file, beginning) in [("s.dot", "digraph schema {"), ("s.mmd", "erDiagram")] {
      #expect(try program.run("sql", "schema", "mission", "-o", file).code == 0)
      #expect(try text(file).hasPrefix(beginning))
    }
    #expect(try program.run("roster", "-o", "r.dot").code == 64)
    for (language, words) in [("en", "it draws nothing"), ("vi", "lệnh này không vẽ hình")] {
      for command in [["roster"], ["sql", "SELECT 1"], ["sql", "list"], ["person", "add", "x"]] {
        let answer = try program.run(command + ["--format", "dot", "--lang", language])
        #expect(answer.code == 64 && answer.out == "")
        #expect(answer.err.contains("--format dot") && answer.err.contains(words), "\(answer.err)")
      }
    }
    for words in [["--find", "x", "mission"], ["--find", "x", "--format", "dot"]] {
      #expect(try program.run(["sql", "schema"] + words).code == 64)
    }
  }

  @Test func `a plan is told in words, and says where an index is passed by`() throws {
    let slow = try program.run(
      "sql", "explain", "SELECT * FROM posting AS p WHERE upper(p.mission) = 'X'")
    #expect(slow.out.contains("reads every row of p"))
    #expect(slow.out.contains("An index begins with mission"))
    let quick = try program.run(
      "sql", "explain", "SELECT * FROM posting WHERE mission = 'x' ORDER BY note")
    #expect(quick.out.contains("finds rows of posting by index"))
    #expect(quick.out.contains("sorts for ORDER BY"))
    #expect(!quick.out.contains("!"))
    #expect(try program.run("sql", "explain", "DELETE FROM posting").code == 77)
  }

  // MARK: Kept queries

  @Test func `every shipped query runs`() throws {
    let names = try program.run("sql", "list", "--format", "csv", "--no-header").lines.dropLast()
      .map { String($0.prefix { $0 != "," }) }
    #expect(names.count >= 5)
    let given = [
      "head-on-day": ["-p", "mission=gb-london", "-p", "day=20/02/2025"]
    ]
    for name in names {
      let answer = try program.run(["sql", "run", name, "--format", "csv"] + (given[name] ?? []))
      #expect(answer.code == 0 && answer.lines.count > 2, "\(name): \(answer.err)")
    }
    let head = try program.run(
      ["sql", "run", "head-on-day", "--format", "csv"] + (given["head-on-day"] ?? []))
    #expect(head.out.contains("Đỗ Minh Hùng"))
  }

  @Test(arguments: [
    (
      ["head-on-day", "-p", "mission=France", "-p", "day=2024-01-01"], "There is no mission",
      "Không có cơ quan đại diện", "fr-paris"
    ),
    (
      ["head-on-day", "-p", "mission=Paris", "-p", "day=2024-01-01"], "fits 2 records",
      "khớp với 2 bản ghi", "unesco-paris"
    ),
    (
      ["head-on-day", "-p", "mission=gb-london", "-p", "day=1785"], "is a year, not a whole day",
      "là cả một năm, không phải một ngày đầy đủ", "2024-02-29"
    ),
  ])
  func `a kept query refuses what would be answered wrongly or not at all`(
    words: [String], english: String, vietnamese: String, near: String
  ) throws {
    for command in [["sql", "run"], ["report", "kept"]] {
      for (language, sentence) in [("en", english), ("vi", vietnamese)] {
        let answer = try program.run(command + words + ["--lang", language])
        #expect(answer.code == 64 && answer.out == "")
        #expect(answer.err.contains(sentence) && answer.err.contains(near), "\(answer.err)")
      }
    }
  }

  @Test func `a kept query takes a name and says which record a short key was`() throws {
    let named = try program.run(
      "sql", "run", "head-on-day", "-p", "mission=London", "-p", "day=20/02/2025", "--format", "csv"
    )
    #expect(named.out.contains("Đỗ Minh Hùng") && named.err == "")
    let typed = try program.run("sql", "SELECT :p AS p", "-p", "p:party=my", "--format", "csv")
    #expect(typed.out == "p\nmy\n" && typed.err == "my: Malaysia.\n")
  }

  @Test func `which of several statements found nothing is said beside the answers`() throws {
    let sql = "SELECT 1 AS a WHERE 0; SELECT 2 AS a; SELECT 3 AS a WHERE 0"
    let answer = try program.run("sql", sql, "--format", "csv")
    #expect(answer.out == "a\na\n2\na\n")
    #expect(answer.err == "Statement 1: nothing is found.\nStatement 3: nothing is found.\n")
    #expect(
      try program.run("sql", sql, "--lang", "vi").err
        == "Câu lệnh thứ 1: không tìm thấy.\nCâu lệnh thứ 3: không tìm thấy.\n")
    let table = try program.run("sql", "SELECT 1 WHERE 0")
    #expect(table.out == "" && table.err == "Nothing is found.\n")
    let cut = try program.run("sql", "SELECT 1", "--max-rows", "0", "--format", "csv")
    #expect(cut.err == "There are more rows than --max-rows 0.\n")
  }

  @Test func `a kept query is printed under its title and headings, edited or not`() throws {
    let saved = try program.run(
      "sql", "save", "at", "SELECT person_name, began FROM incumbency WHERE mission = :mission",
      "--about", "Who was where", "--title-en", "Heads of a mission", "--title-vi",
      "Những người đứng đầu", "--heading-en", "began=From", "--heading-vi", "began=Từ")
    #expect(saved.out.contains("Parameters: mission:mission."), "\(saved.out)\(saved.err)")
    let edited = try program.run("sql", "edit", "at", "--heading-vi", "person_name=Ai")
    #expect(edited.out == "Edited at.\nParameters: mission:mission.\nChange 3.\n", "\(edited.err)")
    #expect(try program.run("sql", "edit", "at").code == 64)
    #expect(try program.run("sql", "edit", "at", "--heading-en", "began").code == 64)
    #expect(
      try program.run("sql", "edit", "at", "--about", "x", "--about-en", "y", "--lang", "en").code
        == 64)
    let english = try program.run("report", "at", "-p", "mission=London", "--lang", "en").lines
    #expect(
      english[0] == "Heads of a mission" && english[3].contains("│ Name ")
        && english[3].contains("│ From "))
    let vietnamese = try program.run("sql", "run", "at", "-p", "mission=London", "--lang", "vi")
      .lines
    #expect(
      vietnamese[0] == "Những người đứng đầu" && vietnamese[3].contains("│ Ai ")
        && vietnamese[3].contains("│ Từ "))
    #expect(
      try program.run("sql", "run", "at", "-p", "mission=London", "--format", "csv").lines[0]
        == "person_name,began")
    let shown = try program.run("sql", "show", "at").out
    for words in [
      "Heads of a mission", "began: From / Từ", "person_name: – / Ai", "mission:mission",
    ] {
      #expect(shown.contains(words), "\(shown)")
    }
    let object = try #require(try program.json("sql", "show", "at") as? [String: Any])
    #expect(object["title_vi"] as? String == "Những người đứng đầu")
    #expect(object["headings_vi"] as? String == "began=Từ\nperson_name=Ai")
  }

  @Test func `an office keeps its own query, with types and defaults`() throws {
    let saved = try program.run(
      "sql", "save", "since", "SELECT typeof(:day) || :day || typeof(:n) || :n AS a", "--about",
      "Từ một ngày", "--param", "day:date=09/01/2024", "--param", "n:text=007", "--lang", "vi")
    #expect(saved.code == 0, "\(saved.err)")
    #expect(
      try program.run("sql", "run", "since", "--format", "csv").lines[1] == "text2024-01-09text007")
    #expect(
      try program.run("sql", "run", "since", "-p", "day=2025", "-p", "n=8", "--format", "csv")
        .lines[1]
        == "text2025text8")
    #expect(try program.run("sql", "run", "since", "-p", "d=1").err.contains("day:date=09/01/2024"))
    #expect(try program.run("sql", "run", "since", "-p", "day=2025-13").code == 64)
    #expect(try program.run("sql", "run", "sinse").err.contains("since"))
    #expect(try program.run("sql", "show", "since").out.contains("Từ một ngày"))
    #expect(
      try program.run("sql", "save", "Bad Name", "SELECT 1", "--about", "x").err.contains(
        "bad-name"))
    #expect(try program.run("sql", "save", "bad", "DELETE FROM person", "--about", "x").code == 77)
    #expect(try program.run("sql", "save", "bad", "SELECT x", "--about", "x").code == 64)
    #expect(try program.run("sql", "save", "head-on-day", "SELECT 1", "--about", "x").code == 1)
    #expect(try program.run("sql", "remove", "head-on-day").code == 1)
    #expect(try program.run("sql", "remove", "since").code == 0)
    #expect(try program.run("sql", "run", "since").code == 64)
  }

  @Test func `Datasette gets the kept queries and the words`() throws {
    let file = program.folder.appending(path: "metadata.json")
    #expect(try program.run("export", "datasette", "-o", file.path).code == 0)
    let metadata = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    let database = (metadata?["databases"] as? [String: Any])?["office"] as? [String: Any]
    let query = (database?["queries"] as? [String: Any])?["longest-vacancy"] as? [String: Any]
    #expect(query?["params"] as? [String] == ["rows"])
    let table = (database?["tables"] as? [String: Any])?["person"] as? [String: Any]
    #expect((table?["columns"] as? [String: String])?["gender"] != nil)
  }

  // MARK: Writing

  @Test func `a change in SQL is recorded, counted, and kept only when that is said`() throws {
    let sql = "UPDATE person SET note = 'x' WHERE key LIKE 'do-%'; DELETE FROM citation"
    let content = try program.content()
    let unasked = try program.run("sql", "--write", sql, "--reason", "t")
    #expect(unasked.code == 1)
    #expect(unasked.err.contains("person: 4 edited"))
    #expect(unasked.err.contains("--yes"))
    let dry = try program.run("sql", "--write", sql, "--reason", "t", "-n")
    #expect(dry.code == 0)
    #expect(dry.out.contains("Dry run"))
    #expect(try program.content() == content)
    let kept = try program.run("sql", "--write", sql, "--reason", "no dashes", "--yes")
    #expect(kept.out == "citation: 730 removed\nperson: 4 edited\nChange 2.\n", "\(kept.err)")
    #expect(
      try program.run(
        "sql", "SELECT author, reason, action FROM change WHERE number = 2", "--format", "csv"
      )
      .lines[1] == "registry,no dashes,sql")
    #expect(try program.run("sql", "--write", sql).code == 64)
  }

  @Test(arguments: [
    "DELETE FROM change", "DELETE FROM open_change",
    "INSERT INTO person_history (change, gone, key) VALUES (2, 1, 'do-minh-hung')",
    "DROP TABLE person", "PRAGMA user_version = 3", "BEGIN", "COMMIT",
    "INSERT INTO name_index (name_index) VALUES ('delete-all')", "DELETE FROM name_index_data",
    "UPDATE person SET gender = 'z'", "ATTACH 'x.db' AS y", "UPDATE sqlite_master SET sql = ''",
    "UPDATE migration SET name = 'x'", "SELECT load_extension('x')", "VACUUM INTO 'x.db'",
    "UPDATE person SET key = 'do-son-hai' WHERE key = 'do-minh-hung'",
    "DELETE FROM citation; DELETE FROM person",
  ])
  func `what a change in SQL may not do changes nothing`(sql: String) throws {
    let before = try program.content()
    let answer = try program.run("sql", "--write", sql, "--reason", "t", "--yes")
    #expect([1, 64, 77].contains(answer.code), "\(answer.code) \(answer.err)")
    #expect(try program.content() == before)
    #expect(
      try program.run("sql", "SELECT max(number) FROM change", "--format", "csv").lines[1] == "1")
  }
}
