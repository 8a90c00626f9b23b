import Testing

/// What the parser of the command line refuses, in both languages.
@Suite struct UsageStories {
  private let program: Program

  init() throws { program = try Program() }

  @Test(arguments: [
    (
      ["person", "add", "Trần An", "--gendre", "x"],
      "Unknown option '--gendre'. Did you mean '--gender'?",
      "Không có tùy chọn '--gendre'. Có phải ý bạn là '--gender'?"
    ),
    (
      ["person", "show", "x", "--zzzzzzzz"], "Unknown option '--zzzzzzzz'",
      "Không có tùy chọn '--zzzzzzzz'"
    ),
    (
      ["person", "list", "--limit"], "Missing value for '--limit <limit>'",
      "Thiếu giá trị của '--limit <limit>'"
    ),
    (["mission", "show"], "Missing expected argument '<subject>'", "Thiếu tham số '<subject>'"),
    (
      ["term", "list", "--wide=yes"],
      "The option '--wide' does not take any value, but 'yes' was specified.",
      "Tùy chọn '--wide' không nhận giá trị, nhưng lại được ghi 'yes'."
    ),
    (
      ["title", "list", "--limit", "ba"], "The value 'ba' is invalid for '--limit <limit>'",
      "Giá trị 'ba' không hợp lệ cho '--limit <limit>'"
    ),
    (
      ["roster", "--lang", "fr"],
      "The value 'fr' is invalid for '--lang <lang>'. Please provide one of: en, vi.",
      "Giá trị 'fr' không hợp lệ cho '--lang <lang>'. Hãy dùng một trong: en, vi."
    ),
    (
      ["roster", "--format", "pdf"],
      """
      The value 'pdf' is invalid for '--format <form>'. Please provide one of: table, line, csv, \
      tsv, json, ndjson, markdown, html, xlsx, docx.
      """,
      """
      Giá trị 'pdf' không hợp lệ cho '--format <form>'. Hãy dùng một trong: table, line, csv, \
      tsv, json, ndjson, markdown, html, xlsx, docx.
      """
    ),
    (["person", "list", "x"], "Unexpected argument 'x'", "Thừa tham số 'x'"),
    (["person", "list", "x", "y"], "2 unexpected arguments: 'x', 'y'", "Thừa 2 tham số: 'x', 'y'"),
    (
      ["person", "list", "x' and 'y", "z' or 'w"],
      "2 unexpected arguments: 'x' and 'y', 'z' or 'w'", "Thừa 2 tham số: 'x' and 'y', 'z' or 'w'"
    ),
    (["person", "list", "\u{301}x"], "Unexpected argument '\u{301}x'", "Thừa tham số '\u{301}x'"),
    (
      ["roster", "-ofoo", "-vz"], "Unknown option '-ofoo'. Did you mean '--on'?",
      "Không có tùy chọn '-ofoo'. Có phải ý bạn là '--on'?"
    ),
    (
      ["--generate-completion-script", "foo"],
      "Can't generate completion scripts for 'foo'.",
      "Không tạo được kịch bản hoàn thành lệnh cho 'foo'."
    ),
    (
      ["roster", "--width", "3"], "--width takes 20 columns or more.",
      "--width cần từ 20 cột trở lên."
    ),
    (
      ["head", "end", "gb-london"], "When did they leave? Give --on DATE, or --unknown-day.",
      "Người đó rời đi khi nào? Hãy ghi --on NGÀY, hoặc --unknown-day."
    ),
  ])
  func `a mistake in the words is told in both languages`(
    words: [String], english: String, vietnamese: String
  ) throws {
    let told = try program.run(words)
    #expect(told.code == 64)
    #expect(told.out.isEmpty)
    #expect(told.err.split(separator: "\n").first == Substring("legation: " + english))
    #expect(told.err.contains("\nUsage: legation "))
    program.environment["LEGATION_LANG"] = "vi"
    let vi = try program.run(words)
    #expect(vi.code == 64)
    #expect(vi.err.split(separator: "\n").first == Substring("legation: " + vietnamese))
    #expect(vi.err.contains("\nCách dùng: legation "))
    #expect(!vi.err.contains("See '"))
  }

  @Test func `an option of letters that may be one or several is told in two lines`() throws {
    let told = try program.run("roster", "--lang", "vi", "-ofoo", "-vz").err
    #expect(told.contains("\n  hoặc: Thiếu giá trị của '-o <file>' trong '-ofoo'\n"), "\(told)")
  }

  @Test(arguments: [
    ["--lang", "vi", "persn", "list"], ["persn", "list", "--lang", "vi"], ["persn", "--lang=vi"],
  ])
  func `the language that is asked for is that of a mistake, wherever it stands`(words: [String])
    throws
  {
    #expect(try program.run(words).err.hasPrefix("legation: Không có lệnh"))
  }

  @Test(arguments: ["--help", "-h"])
  func `help is in the language that is asked for`(word: String) throws {
    let english = try program.run("mission", "list", word).out
    #expect(english.hasPrefix("OVERVIEW: List every mission."))
    let told = try program.run("mission", "list", "--lang", "vi", word)
    #expect(told.code == 0)
    #expect(told.out.hasPrefix("Liệt kê mọi cơ quan đại diện.\n"))
    #expect(told.out.contains("\nCÁCH DÙNG: legation mission list"))
    #expect(told.out.contains("Hiện trợ giúp này."))
    for word in ["USAGE", "OPTIONS", "values:", "default:", "Show help", "The ", "Do not"] {
      #expect(!told.out.contains(word), "\(word)")
    }
  }

  @Test func `a narrow terminal breaks no English words into the help`() throws {
    program.environment["COLUMNS"] = "40"
    let told = try program.run("person", "list", "--lang", "vi", "--help").out
    #expect(!told.contains("information"))
    #expect(!told.contains("Show"))
  }

  @Test func `a command that ends with a code of its own says nothing more`() throws {
    let told = try program.run("check", "--severity", "note")
    #expect(told.code == 1)
    #expect(told.err.isEmpty)
  }
}
