import Testing

/// The functions that the program adds to SQL, as people meet them.
@Suite struct FunctionStories {
  private let program: Program

  init() throws { program = try Program() }

  @Test func `functions are listed, ours first, with an example and its answer`() throws {
    let english = try program.run("sql", "functions", "--format", "csv")
    #expect(english.code == 0 && english.err == "", "\(english.err)")
    #expect(english.lines[0] == "name,arguments,about,example,answer")
    #expect(english.lines[1].hasPrefix("earliest,d,The first day that a date can mean"))
    let names = english.lines.dropFirst().map { String($0.prefix { $0 != "," }) }
    for name in ["days_least", "median", "regexp", "name_fold", "substr", "json_each", "->>"] {
      #expect(names.contains(name), "\(name)")
    }
    #expect(!names.contains("load_extension"))
    #expect(names.firstIndex(of: "regexp") ?? .max < names.firstIndex(of: "abs") ?? 0)
    for line in [
      "substr,\"x, y | x, y, z\",texts,,", "pi,–,numbers,,", "json_each,\"x | x, y\",JSON,,",
    ] {
      #expect(english.lines.contains(line), "\(line)")
    }
    let vietnamese = try program.run("sql", "functions", "--lang", "vi")
    #expect(vietnamese.out.contains("Các hàm của legation"))
    #expect(vietnamese.out.contains("Các hàm có sẵn của SQLite"))
    #expect(vietnamese.out.contains("Số ngày ít nhất từ a đến b"))
    let json = try program.run("sql", "functions", "--format", "json")
    #expect(json.out.contains("\"built_in\": ["))
  }

  @Test func `one function is shown with what it can be given`() throws {
    let dates = try program.run("sql", "functions", "DAYS")
    #expect(dates.out.contains("2019-05-03") && dates.out.contains("SELECT days('2019-01-01'"))
    let pattern = try program.run("sql", "functions", "regexp", "--lang", "vi")
    #expect(pattern.out.contains(#"\d  0 đến 9"#))
    #expect(try program.run("sql", "functions", "ntile").out.contains("OVER"))
    let unknown = try program.run("sql", "functions", "days_lest")
    #expect(unknown.code == 64)
    #expect(unknown.err.contains("days_least") && unknown.err.contains("legation sql functions"))
  }

  @Test func `what a function cannot take is an error that names it`() throws {
    let date = try program.run("sql", "SELECT days(name, '2019') FROM person")
    #expect(date.code == 64 && date.err.contains("SQL: days: '"), "\(date.err)")
    let english = try program.run("sql", "SELECT days('01/01/2019', '2019-02-30')")
    #expect(english.code == 64)
    #expect(
      english.err
        == "legation: SQL: days: '01/01/2019' is no date.\nIf that is what is meant, write '2019-01-01'.\n"
    )
    let vietnamese = try program.run("sql", "SELECT 'x' REGEXP 'a{2'", "--lang", "vi")
    #expect(vietnamese.code == 64)
    #expect(vietnamese.err.contains("mẫu sai ở ký tự thứ 2"), "\(vietnamese.err)")
    #expect(vietnamese.err.contains("\n  a{2\n   ^\n"), "\(vietnamese.err)")
    let kept = try program.run(
      "sql", "save", "mine", "SELECT median(name) FROM person", "--about", "x")
    #expect(kept.code == 0, "\(kept.err)")
    #expect(try program.run("sql", "run", "mine").code == 64)
    let written = try program.run(
      "sql", "--write", "UPDATE person SET note = year_of(name)", "--reason", "x", "--yes")
    #expect(written.code == 64 && written.err.contains("SQL: year_of: "), "\(written.err)")
  }

  @Test func `numbers count towards the limit of memory`() throws {
    let rows = """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000)
      SELECT median(i) FROM n
      """
    #expect(try program.run("sql", rows, "--format", "csv").lines[1] == "1000000.5")
    let bounded = try program.run("sql", rows, "--memory", "8")
    #expect(bounded.code == 1, "\(bounded.code) \(bounded.err)")
    #expect(bounded.err.contains("8 MB"), "\(bounded.err)")
  }
}
