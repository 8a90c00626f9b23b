import Testing

/// What a program parses is a code; what a person reads is a word of the person's language.
@Suite struct WordStories {
  private let program: Program

  init() throws { program = try Program() }

  @Test(arguments: [
    (
      ["head", "edit", "gb-london", "--certainty", "uncertain"],
      "\n  certainty: confirmed → uncertain\n", "\n  Độ tin cậy: đã xác nhận → chưa chắc chắn\n"
    ),
    (
      ["head", "edit", "gb-london", "--certainty", "single-source"],
      "\n  certainty: confirmed → single source\n", "\n  Độ tin cậy: đã xác nhận → một nguồn\n"
    ),
    (
      ["head", "edit", "gb-london", "--planned-end", "30/06/2027"],
      "\n  planned_end: – → 2027-06-30\n", "\n  Dự kiến kết thúc: – → 30/06/2027\n"
    ),
    (
      ["head", "end", "gb-london", "--on", "30/06/2027", "--because", "term-complete"],
      ": 2027-06-30, term completed.\n", ": 30/06/2027, hết nhiệm kỳ.\n"
    ),
    (
      ["head", "end", "gb-london", "--on", "before 2028"], ": no later than 2027.\n",
      ": không muộn hơn 2027.\n"
    ),
    (
      ["head", "end", "gb-london", "--on", "trước 2024"],
      "The end no later than 2023 lies before the beginning 2025-02-20",
      "Ngày kết thúc không muộn hơn 2023 trước ngày bắt đầu 20/02/2025"
    ),
    (
      ["posting", "extend", "gb-london", "--until", "5 March 2028"],
      ": planned end – → 2028-03-05.\n", ": dự kiến kết thúc – → 05/03/2028.\n"
    ),
    (
      [
        "sql", "--write", "UPDATE person SET born = '1970' WHERE key = 'do-minh-hung'", "--reason",
        "x",
      ],
      "person: 1 edited\n", "người: sửa 1\n"
    ),
    (
      ["mission", "remove", "gb-london"],
      "posting gb-london-do-minh-hung  Đỗ Minh Hùng, Embassy of Viet Nam",
      "lần bổ nhiệm gb-london-do-minh-hung  Đỗ Minh Hùng, Đại sứ quán Việt Nam"
    ),
    (
      ["person", "edit", "do-minh-hung", "--born", "x"], "born: \"x\" is not a date",
      "Sinh: \"x\" không phải là ngày tháng"
    ),
    (
      ["person", "edit", "do-minh-hung", "--gender", "x"], "gender cannot be \"x\".",
      "Giới tính không thể là \"x\"."
    ),
    (
      ["person", "edit", "do-minh-hung", "--gender", "x"], "It is one of: female, male.",
      "Giá trị hợp lệ: female (nữ), male (nam)."
    ),
    (
      ["roster", "--on", "2024-02-30"], "Write a whole day: 2024-02-29 or 29/02/2024.",
      "Hãy ghi đủ ngày, tháng, năm: 29/02/2024 hoặc 2024-02-29."
    ),
    (
      ["citation", "add", "vietnamnews-1692620"],
      "one of mission, person, party, term,",
      "một trong cơ quan đại diện, người, nước hoặc tổ chức, "
    ),
  ])
  func `a code is told by its name`(words: [String], english: String, vietnamese: String) throws {
    for (language, expected) in [("en", english), ("vi", vietnamese)] {
      let tries = words[0] == "roster" ? [] : ["--dry-run"]
      let told = try program.run(words + tries + ["--lang", language])
      #expect((told.out + told.err).contains(expected), "\(told.out)\(told.err)")
    }
  }

  @Test(arguments: [
    ["log"], ["show", "2"], ["diff", "1", "2"], ["history", "do-minh-hung"],
    ["blame", "do-minh-hung"],
  ])
  func `a page of history speaks of records and their facts in words`(command: [String]) throws {
    let edit = ["person", "edit", "do-minh-hung", "--born", "1966", "--alias", "Đỗ Hùng"]
    try #require(try program.run(edit).code == 0)
    let page = try program.run(command + ["--lang", "vi"]).out
    #expect(page.contains("│ người do-minh-hung"), "\(page)")
    #expect(page.contains("tên người do-minh-hung/Đỗ Hùng"), "\(page)")
    #expect(page.contains("│ Sinh ") == (command != ["log"]), "\(page)")
    for name in ["person_name", "│ born", "│ person do"] {
      #expect(!page.contains(name), "\(page)")
    }
    let rows = try program.run(command + ["--lang", "vi", "--format", "json"]).out
    #expect(rows.contains("\"born\"") == (command != ["log"]), "\(rows)")
  }

  @Test func `an end without a day is told in words`() throws {
    let end = ["head", "end", "gb-london-do-minh-hung", "--unknown-day"]
    #expect(try program.run(end).code == 0)
    #expect(try program.run(end).err.contains("is recorded already: left, day unknown."))
    #expect(
      try program.run(end + ["--lang", "vi"]).err
        .contains("đã được ghi: đã kết thúc, không rõ ngày."))
  }

  @Test func `the kinds of what an import took in are words on a page and names for programs`()
    throws
  {
    let office = try Program(with: "people.csv", "name,gender\nLê Thử Nghiệm,female\n")
    let words = ["import", "csv", "people.csv", "--to", "people", "--dry-run"]
    #expect(try office.run(words).out.contains("│ people │"))
    let page = try office.run(words + ["--lang", "vi"]).out
    #expect(page.contains("│ người │"), "\(page)")
    #expect(!page.contains("people"), "\(page)")
    let rows = try office.run(words + ["--lang", "vi", "--format", "json"]).out
    #expect(rows.contains("\"kind\":\"people\""), "\(rows)")
    #expect(!rows.contains("kind_page"), "\(rows)")
  }
}
