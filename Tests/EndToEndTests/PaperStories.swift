import Foundation
import Testing

/// Pages that an office signs, as printers and word processors make them.
@Suite struct PaperStories {
  private let office: Program

  init() throws { office = try Program() }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let docx = root.appending(path: ".build/docx").path
  private static let axe = root.appending(path: ".build/axe/axe.min.js").path

  private static func has(_ tools: String...) -> Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return tools.allSatisfy { tool in
      folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)") }
    }
  }

  private static func succeeds(_ command: String) -> Bool {
    guard let office = try? Program(sample: false) else { return false }
    return (try? office.shell(command))?.code == 0
  }

  private static let prints: Bool =
    has("chromium", "pdftotext", "pdfinfo", "pdffonts", "fc-list")
    && succeeds("fc-list | grep -q Tinos")
  private static let noPrinter: Comment =
    "no chromium, no poppler-utils or no Tinos (fonts-croscore) is here"
  private static let writes: Bool =
    prints && has("soffice")
    && succeeds(
      """
      printf x > a.txt && soffice --headless "-env:UserInstallation=file://$PWD/profile" \
        --convert-to pdf a.txt >/dev/null 2>&1 && test -s a.pdf
      """)
  private static let readsDocuments =
    RealData.hasPython && succeeds("PYTHONPATH='\(docx)' python3 -c 'import docx'")
  private static let looks =
    RealData.hasPython && has("chromium", "chromedriver")
    && FileManager.default.fileExists(atPath: axe)

  /// Each form, and what it is made of.
  private static let pages: [(name: String, words: [String])] = [
    ("list", ["roster", "2024-2027", "--lang", "vi", "--form", "nd30"]),
    ("day", ["roster", "--on", "2026-03-01", "--lang", "vi", "--form", "nd30"]),
    ("report", ["report", "vacancies", "--lang", "vi", "--form", "nd30"]),
    ("annexed", ["report", "expiring", "--lang", "vi", "--form", "nd30"]),
    ("party", ["roster", "--lang", "vi", "--form", "hd05"]),
    ("party-report", ["report", "overrun", "--lang", "vi", "--form", "hd05"]),
    ("plain", ["roster", "--form", "plain", "--date", "2026-03-11"]),
    ("trang", ["report", "coverage", "--form", "plain", "--lang", "vi"]),
    ("working", ["roster", "--on", "2024-02-19"]),
  ]

  private func make(_ page: (name: String, words: [String]), _ ending: String) throws {
    let answer = try office.run(page.words + ["-o", "\(page.name).\(ending)"])
    try #require(answer.code == 0, "\(answer.err)")
  }

  private func printed(_ name: String) throws {
    let answer = try office.shell(
      """
      chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-pdf-header-footer \
        "--user-data-dir=$PWD/chromium" "--print-to-pdf=$PWD/\(name).pdf" "file://$PWD/\(name).html" \
        >/dev/null 2>&1
      """)
    try #require(answer.code == 0, "\(answer.err)")
  }

  private func pageCount(_ file: String) throws -> String {
    try office.shell("pdfinfo \(file) | grep Pages").out
  }

  /// The text of each sheet.
  private func sheets(_ file: String) throws -> [String] {
    try office.shell("pdftotext -layout \(file) -").out
      .split(separator: "\u{0C}").map(String.init)
  }

  private func write(_ text: String, to name: String) throws {
    try text.write(to: office.folder.appending(path: name), atomically: true, encoding: .utf8)
  }

  // MARK: To paper

  @Test(.enabled(if: prints, noPrinter), arguments: pages)
  private func `Chromium prints each form on A4, with numbers from the second sheet on`(
    page: (name: String, words: [String])
  ) throws {
    try make(page, "html")
    try printed(page.name)
    let file = "\(page.name).pdf"
    let sizes = try office.shell("pdfinfo -f 1 -l 99 \(file) | grep ' pts'").out
    for size in sizes.split(separator: "\n") {
      #expect(
        size.contains("594.96 x 841.92") || size.contains("841.92 x 594.96"), "\(size)")
    }
    let fonts = try office.shell("pdffonts \(file) | tail -n +3").out
    for font in fonts.split(separator: "\n") {
      #expect(font.contains("+Tinos") && !font.contains("Type 3"), "\(font)")
    }
    let sheets = try sheets(file)
    for (number, sheet) in sheets.enumerated() {
      let first = sheet.split(separator: "\n").first.map { $0.trimmingCharacters(in: .whitespaces) }
      if number == 0 {
        #expect(first != "1")
      } else {
        #expect(first == String(number + 1))
      }
    }
    // Every word lies between the edges.
    let boxes = try office.shell("pdftotext -bbox \(file) -").out
    let widths = Set(boxes.matches(of: /<page width="([0-9.]+)"/).compactMap { Double($0.1) })
    let right = boxes.matches(of: /xMax="([0-9.]+)"/).compactMap { Double($0.1) }
    let left = boxes.matches(of: /xMin="([0-9.]+)"/).compactMap { Double($0.1) }
    #expect(try #require(left.min()) >= 56)
    #expect(try #require(right.max()) <= (widths.max() ?? 0) - 42)
  }

  @Test(.enabled(if: prints, noPrinter), arguments: ["portrait", "across"])
  func `no name of a roster is lost on paper`(way: String) throws {
    var words = ["roster", "--on", "2026-03-01"]
    if way == "portrait" { words += ["--columns", "number,name,title,mission"] }
    try make((way, words + ["--form", "plain"]), "html")
    try printed(way)
    let text = try office.shell("pdftotext \(way).pdf -").out
      .split { $0.isWhitespace }.joined(separator: " ")
    let rows = try #require(
      try office.json("roster", "--on", "2026-03-01", "--columns", "name") as? [String: Any])
    let heads = try #require(rows["heads"] as? [[String: Any]])
    #expect(heads.count > 90)
    for head in heads {
      let name = try #require(head["name"] as? String)
      // A name may go over to a second line, with another column between them.
      for part in name.split(separator: " ") { #expect(text.contains(part), "\(name)") }
    }
    let size = try office.shell("pdfinfo \(way).pdf | grep 'Page size'").out
    #expect(size.contains(way == "portrait" ? "594.96 x 841.92" : "841.92 x 594.96"))
  }

  // MARK: As a text document

  @Test(.enabled(if: writes, "no LibreOffice, or no printer, is here"), arguments: pages)
  private func `a document has as many sheets as the page, and the same heads`(
    page: (name: String, words: [String])
  ) throws {
    try make(page, "html")
    try printed(page.name)
    try #require(try office.shell("mv \(page.name).pdf page.pdf").code == 0)
    try make(page, "docx")
    let converted = try office.shell(
      """
      soffice --headless "-env:UserInstallation=file://$PWD/profile" --convert-to pdf \
        \(page.name).docx >/dev/null 2>&1
      """)
    try #require(converted.code == 0, "\(converted.err)")
    #expect(try pageCount("page.pdf") == pageCount("\(page.name).pdf"))
    let (ours, theirs) = (try sheets("page.pdf"), try sheets("\(page.name).pdf"))
    // An annex of a document has numbers of its own, which a page of HTML cannot have.
    func head(_ sheet: String) -> [Substring] {
      let words = sheet.split(separator: "\n").flatMap { $0.split(separator: " ") }
      return Array(words.drop { Int($0) != nil }.prefix(4))
    }
    for (page, document) in zip(ours, theirs) { #expect(head(page) == head(document)) }
  }

  @Test(.enabled(if: readsDocuments, "no python-docx is here"))
  func `python-docx reads a roster, row by row`() throws {
    try make(Self.pages[0], "docx")
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "OtherTools/document.py").path
    let read = try office.shell("PYTHONPATH='\(Self.docx)' python3 '\(script)' list.docx")
    try #require(read.code == 0, "\(read.err)")
    #expect(read.out.hasPrefix("table 7 9\ntable 10 7\nsection 297 210 20\n"))
    #expect(
      read.out.contains(
        "title ['TRƯỞNG CƠ QUAN ĐẠI DIỆN VIỆT NAM Ở NƯỚC NGOÀI NHIỆM KỲ 2024 - 2027']"))
    #expect(
      read.out.contains(
        "3\tTrần Phước Anh\tĐại sứ đặc mệnh toàn quyền\tĐại sứ quán Việt Nam tại Singapore\t\t18/10/2024 (trao QĐ)\t07/01/2025\t≈ 10/2027\tđương nhiệm\n"
      ))
  }

  // MARK: For everybody

  @Test(.enabled(if: looks, "no chromedriver, or no axe, is here"))
  func `axe finds nothing on any form`() throws {
    for page in Self.pages { try make(page, "html") }
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "OtherTools/axe.py").path
    let found = try office.shell("python3 '\(script)' '\(Self.axe)' *.html")
    #expect(found.code == 0 && found.out == "", "\(found.out)\(found.err)")
    #expect(found.err.components(separatedBy: "rules\n").count == Self.pages.count + 1)
  }

  // MARK: What is asked for

  @Test(arguments: [
    (["roster", "--form", "nd30", "-o", "a.html"], "The form nd30 is in Vietnamese.", "--lang vi"),
    (
      ["roster", "--form", "plain"], "--form plain makes a page of html or docx, not table.",
      "-o FILE.docx"
    ),
    (
      ["roster", "--form", "nd31", "-o", "a.html"], "form takes plain, nd30, hd05, not \"nd31\".",
      ""
    ),
    (["roster", "--number", "5", "-o", "a.html"], "--number belongs to a form.", "--form plain"),
    (
      ["report", "check", "--form", "plain", "-o", "a.html"],
      "check is for those who keep the registry: it has no form to be signed.", "report list"
    ),
    (["roster", "--form", "plain", "--date", "2026-02-30", "-o", "a.html"], "2026-02-30", ""),
    (["roster", "--form", "plain", "--letterhead", "none.txt", "-o", "a.html"], "none.txt", ""),
  ])
  func `what no form has is refused, and no file is made`(
    words: [String], message: String, cure: String
  ) throws {
    let answer = try office.run(words)
    #expect(answer.code != 0 && answer.out == "")
    #expect(answer.err.contains(message), "\(answer.err)")
    #expect(cure.isEmpty || answer.err.contains(cure), "\(answer.err)")
    #expect(!FileManager.default.fileExists(atPath: office.folder.appending(path: "a.html").path))
  }

  @Test func `a letterhead is read, and what is given beside it goes before`() throws {
    try write(
      "issuer: Vụ Tổ chức cán bộ\nsymbol: TCCB\nplace: Hà Nội\nsigner: Trần Thị B\n", to: "vu.txt")
    let answer = try office.run(
      "report", "vacancies", "--lang", "vi", "--form", "nd30", "--letterhead", "vu.txt", "--number",
      "5", "--date", "9/1/2026", "--signer", "Nguyễn Văn A", "--format", "html")
    #expect(answer.code == 0, "\(answer.err)")
    for words in [
      ">VỤ TỔ CHỨC CÁN BỘ<", ">Số: 05/BC-TCCB<", ">Hà Nội, ngày 09 tháng 01 năm 2026<",
      ">Nguyễn Văn A<", ">BÁO CÁO<",
    ] { #expect(answer.out.contains(words), "\(words)") }
    #expect(!answer.out.contains("Trần Thị B"))
  }

  @Test func `a letterhead that is none is refused as what it is`() throws {
    try write(String(repeating: "# remark\n", count: 120_000), to: "large.txt")
    let large = try office.run(
      "roster", "--form", "plain", "--letterhead", "large.txt", "-o", "a.html")
    #expect(
      large.code != 0 && large.err.contains("large.txt holds more than 1 MB of a letterhead."))
    let registry = try office.run(
      "roster", "--form", "plain", "--letterhead", office.registry.path, "-o", "a.html")
    #expect(registry.code != 0 && !registry.err.contains("SQL"), "\(registry.err)")
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "/dev/full is not here"),
    arguments: ["html", "docx"])
  func `a full disk and a closed pipe end a page as they end any answer`(form: String) throws {
    let page = "legation roster --form plain --format \(form)"
    #expect(try office.shell("\(page) >/dev/full").code == 74)
    let pipe = try office.shell(
      "{ \(page); echo $? >code; } | head -c 10 >/dev/null; exit $(cat code)")
    #expect(pipe.code == 0, "\(pipe.err)")
  }

  @Test func `what is made stays out of the letterhead`() throws {
    try write("issuer: A\n", to: "a.html")
    let answer = try office.run(
      "roster", "--form", "plain", "--letterhead", "a.html", "-o", "a.html")
    #expect(answer.code != 0 && answer.err.contains("a.html is named for the output"))
  }

  @Test(arguments: [
    (
      ["roster", "--lang", "vi", "--form", "nd30", "--signer", "A"],
      "không có chỗ trên trang này cho: signer."
    ),
    (
      ["sql", "SELECT " + (1...120).map { "\($0)" }.joined(separator: ", ")],
      "120 columns have no room"
    ),
  ])
  func `what a page has no place for is told`(words: [String], message: String) throws {
    for ending in ["html", "docx"] {
      let answer = try office.run(words + ["-o", "a.\(ending)"])
      #expect(answer.code == 0 && answer.err.contains(message), "\(answer.err)")
    }
    #expect(try office.run("roster", "2024-2027", "-o", "b.html").err == "")
  }

  @Test func `a document is not shown to a terminal`() throws {
    let answer = try office.run("roster", "2024-2027", "--format", "docx")
    #expect(answer.code == 0 && answer.out.hasPrefix("PK"))
  }
}
