import Foundation
import Testing

/// Workbooks, as other programs read them.
@Suite struct WorkbookStories {
  private let office: Program

  init() throws { office = try Program() }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  /// Where `.ci/run` puts it; else it is looked for beside python3.
  static let packages = root.appending(path: ".build/openpyxl").path
  static let missing: Comment =
    "no openpyxl is here: python3 -m pip install --target .build/openpyxl openpyxl==3.1.5"
  static let hasOpenpyxl: Bool = {
    guard RealData.hasPython, let office = try? Program(sample: false) else { return false }
    return (try? office.shell("PYTHONPATH='\(packages)' python3 -c 'import openpyxl'"))?.code == 0
  }()
  private static let hasOffice = has("soffice") && has("pdftotext")

  private static func has(_ tool: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)") }
  }

  /// Writes an answer in both forms and has them compared.
  private func compare(_ words: [String], labels: [String] = []) throws -> Program.Answer {
    for name in ["a.xlsx", "a.csv"] {
      let answer = try office.run(words + ["-o", name])
      try #require(answer.code == 0, "\(answer.err)")
    }
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "OtherTools/workbook.py").path
    let pairs = labels.map { "'\($0)'" }.joined(separator: " ")
    return try office.shell(
      "PYTHONPATH='\(Self.packages)' python3 '\(script)' a.xlsx a.csv \(pairs)")
  }

  private static let english = [
    "No.=number", "Name=name", "Title=title", "Mission=mission", "Also accredited to=concurrent",
    "Credentials=credentials", "Status=status", "Vacant since=vacant_since",
    "Last known head=last_head", "Acting head=acting_head", "Designate=designate",
    "Nominee=nominee",
    "Exequatur=exequatur",
  ]

  // MARK: Readers

  @Test(.enabled(if: hasOpenpyxl, missing), arguments: ["2024-2027", "2019-2022"])
  func `openpyxl reads a roster as it is in CSV`(term: String) throws {
    let compared = try compare(["roster", term], labels: Self.english)
    #expect(compared.code == 0, "\(compared.err)")
    #expect(compared.out.hasSuffix("rows days\n"))
  }

  @Test(
    .enabled(if: hasOpenpyxl, missing),
    arguments: [
      "SELECT * FROM accreditation", "SELECT * FROM person", "SELECT * FROM tenure",
      "SELECT key, began, NULL AS none, '' AS empty, 9007199254740993 AS big, 0.1 AS tenth, 7 AS seven FROM accreditation",
      "SELECT 1 AS a WHERE 0",
    ])
  func `openpyxl reads an answer in SQL as it is in CSV`(question: String) throws {
    let compared = try compare(["sql", question])
    #expect(compared.code == 0, "\(compared.err)")
  }

  @Test(.enabled(if: hasOpenpyxl, missing), .enabled(if: RealData.isHere, "no real data"))
  func `openpyxl reads a quarter of a millennium as it is in CSV`() throws {
    let world = try Program(sample: false)
    try #require(try world.run("init", "--sender", "us").code == 0)
    let taken = try world.run("import", "pocom", RealData.pocom.path, "-o", "report.csv")
    try #require(taken.code == 0, "\(taken.err)")
    office.environment["LEGATION_DB"] = world.registry.path
    let compared = try compare(["sql", "SELECT * FROM tenure"])
    #expect(compared.code == 0, "\(compared.err)")
  }

  @Test(
    .enabled(if: hasOffice, "no LibreOffice, or no pdftotext, is here"), arguments: ["en", "vi"])
  func `LibreOffice prints a roster with its head on each page, and no sign in place of a number`(
    language: String
  ) throws {
    let written = try office.run("roster", "--on", "2024-02-19", "--lang", language, "-o", "a.xlsx")
    try #require(written.code == 0, "\(written.err)")
    let converted = try office.shell(
      """
      for form in pdf 'csv:Text - txt - csv (StarCalc):44,34,76'; do
        soffice --headless "-env:UserInstallation=file://$PWD/profile" --convert-to "$form" a.xlsx \
          >/dev/null 2>&1 || exit 1
      done
      pdftotext -layout a.pdf a.txt
      """)
    #expect(converted.code == 0, "\(converted.err)")
    func text(_ name: String) throws -> String {
      try String(contentsOf: office.folder.appending(path: name), encoding: .utf8)
    }
    let (printed, csv) = (try text("a.txt"), try text("a.csv"))
    let pages = printed.split(separator: "\u{0C}")
    let head = language == "vi" ? "Chức danh" : "Mission"
    try #require(pages.count > 2)
    #expect(pages[0].contains(head) && pages[1].contains(head))
    #expect(!printed.contains("###") && !csv.contains("###"))
    // The number of a page stands over it from the second on.
    #expect(pages[1].drop { $0.isWhitespace }.hasPrefix("2\n"))
    #expect(pages[0].contains(language == "vi" ? "19/02/2024" : "2024-02-19"))
    let names = try office.run("roster", "--on", "2024-02-19", "--format", "json")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(names.out.utf8)) as? [String: Any])
    let heads = try #require(report["heads"] as? [[String: Any]])
    for head in heads { #expect(csv.contains(head["person"] as? String ?? "?")) }
  }

  // MARK: Where it goes

  @Test(.enabled(if: RealData.hasPython, "python3 is not here"), arguments: ["en", "vi"])
  func `a terminal is not shown a workbook`(language: String) throws {
    for words in ["roster 2024-2027", "sql \"SELECT 1\"", "mission list", "sql"] {
      let answer = try office.shell(
        """
        python3 -c 'import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)' \
          '\(Program.binary.path)' \(words) --format xlsx --lang \(language)
        """)
      #expect(answer.code == 64, "\(answer.out)")
      #expect(!answer.out.contains("PK"))
      let sentence = language == "vi" ? "màn hình không hiển thị được" : "a terminal cannot show it"
      #expect(answer.out.contains(sentence) && answer.out.contains(".xlsx"), "\(answer.out)")
    }
  }

  @Test func `the same answer has the same bytes, by whichever way it goes`() throws {
    let answer = try office.shell(
      """
      legation roster 2024-2027 -o a.xlsx && legation roster 2024-2027 --format xlsx >b.xlsx &&
        legation roster 2024-2027 --format xlsx | cat >c.xlsx && cmp a.xlsx b.xlsx && cmp a.xlsx c.xlsx
      """)
    #expect(answer.code == 0 && answer.err.isEmpty, "\(answer.err)")
    #expect(try office.run("roster", "2024-2027", "-o", "A.XLSX").code == 0)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no /dev/full here"))
  func `a full disk is told, and a reader who goes away is no fault`() throws {
    for line in ["roster --format xlsx >/dev/full", "roster --format xlsx -o /dev/full"] {
      let answer = try office.shell("legation \(line)")
      #expect(answer.code == 74, "\(answer.err)")
      #expect(answer.err.contains("No space left on device"), "\(answer.err)")
    }
    let many = """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i FROM n
      """
    let csv = try office.shell("{ legation sql '\(many)' --format csv; echo $? >&2; } | head -c 9")
    let book = try office.shell(
      "{ legation sql '\(many)' --format xlsx; echo $? >&2; } | head -c 2")
    #expect(book.out == "PK" && book.err == csv.err, "\(book.err)")
  }

  @Test(arguments: ["TERM", "INT"])
  func `what is interrupted leaves no file under its name`(signal: String) throws {
    let many = """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n
      """
    let answer = try office.shell(
      """
      env --default-signal=\(signal) '\(Program.binary.path)' sql '\(many)' -o a.xlsx >/dev/null 2>&1 &
      sleep 0.5; kill -\(signal) $!; wait $!; ls | grep a.xlsx
      """)
    #expect(answer.out.isEmpty, "\(answer.out)")
  }

  @Test func `an answer that is no table is no workbook`() throws {
    let answer = try office.run("person", "add", "Bad O", "--format", "xlsx")
    #expect(answer.code == 64 && answer.err.contains("xlsx"))
    let excel = try office.run("roster", "--excel", "-o", "a.xlsx")
    #expect(excel.code == 64)
  }

  @Test(.enabled(if: hasOpenpyxl, missing))
  func `several statements, and cards of several parts, have a sheet for each`() throws {
    let answer = try office.shell(
      """
      legation sql 'SELECT 1 AS a; SELECT 2 AS b' -o s.xlsx
      legation head show gb-london -o c.xlsx
      PYTHONPATH='\(Self.packages)' python3 -c '
      import openpyxl
      s = openpyxl.load_workbook("s.xlsx")
      print(s.sheetnames, [sheet["A2"].value for sheet in s])
      c = openpyxl.load_workbook("c.xlsx")
      print(len(c.sheetnames) > 2, c.sheetnames[-1])
      '
      """)
    #expect(
      answer.out == "['rows', 'rows (2)'] [1, 2]\nTrue Notes\n", "\(answer.out) \(answer.err)")
  }
}
