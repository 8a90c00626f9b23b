import Formats
import Registry
import Testing

@testable import Reports

/// The forms that an office signs, and the letterhead that it keeps.
@Suite struct OfficeFormTests {
  private static let heading = Heading(
    name: "vacancies", title: "Cơ quan đại diện khuyết người đứng đầu",
    lines: ["Theo thông tin đến ngày 11/03/2026."])

  private func texts(_ blocks: [Paper.Block]) -> [Paper.Text] {
    blocks.flatMap { (block) -> [Paper.Text] in
      switch block {
      case .text(let text): [text]
      case .pair(let left, let right, _): left + right
      }
    }
  }

  private func words(_ paper: Paper) -> [String] {
    (texts(paper.before) + paper.notes + texts(paper.after)).map(\.words)
  }

  private func letterhead() throws -> Letterhead {
    var head = try Letterhead(
      reading: """
        \u{FEFF}# Vụ Tổ chức cán bộ
        superior: Bộ Ngoại giao

        Issuer:   Vụ Tổ chức cán bộ\r
        symbol: TCCB
        place: Hà Nội
        to: Lãnh đạo Bộ
        sign-as: KT. Vụ trưởng
        office: Phó Vụ trưởng
        signer:
        recipient: Như trên
        recipient: Lưu: VT, TCCB
        """, from: "vu.txt")
    head.number = "5"
    head.date = "2026-01-09"
    head.signer = "Nguyễn Văn A"
    return head
  }

  // MARK: Letterhead

  @Test func `a letterhead is read line by line`() throws {
    let head = try letterhead()
    #expect(head.superior == "Bộ Ngoại giao" && head.issuer == "Vụ Tổ chức cán bộ")
    #expect(head.recipients == ["Như trên", "Lưu: VT, TCCB"])
    #expect(head.addressees == ["Lãnh đạo Bộ"])
    let blank = try Letterhead(reading: "signer:\n\n# none\n", from: "f")
    #expect(blank == Letterhead())
  }

  @Test(
    arguments: [
      ("issuer: A\nisuer: B", "f.txt, line 2, names \"isuer\", which no letterhead has.", "issuer"),
      ("issuer A", "f.txt, line 1, has no colon behind its name.", nil),
      ("place: A\n\nplace: B", "f.txt, line 3, names place a second time.", nil),
    ] as [(String, String, String?)])
  func `a line that is none is told with its place`(
    text: String, message: String, near: String?
  ) throws {
    let refusal = #expect(throws: RegistryError.self) {
      try Letterhead(reading: text, from: "f.txt")
    }
    #expect(refusal?.message.english == message)
    #expect(refusal?.list.first?.english == near)
    #expect(refusal?.message.vietnamese.hasPrefix("f.txt, dòng ") == true)
  }

  // MARK: Days and blanks

  @Test(arguments: [
    ("2026-01-09", "ngày 09 tháng 01 năm 2026", "9 January 2026"),
    ("2024-12-15", "ngày 15 tháng 12 năm 2024", "15 December 2024"),
    ("2025-03-01", "ngày 01 tháng 3 năm 2025", "1 March 2025"),
  ])
  func `days are written out, as each language has it`(
    day: String, vietnamese: String, english: String
  ) {
    #expect(FormWords.vietnameseDay(day) == vietnamese)
    #expect(FormWords.englishDay(day) == english)
  }

  @Test func `what is not given is a blank that no line breaks, and no guess`() {
    for form in OfficeForm.allCases {
      for document in [OfficeForm.Document.list, .report] {
        let paper = form.paper(
          for: Self.heading, as: document, from: Letterhead(), in: .vietnamese)
        let all = words(paper).joined(separator: "\n")
        for guess in ["Hà Nội", "BỘ NGOẠI GIAO", "2026,", "năm 20", "Nguyễn"] {
          #expect(!all.contains(guess), "\(form) \(document): \(guess)")
        }
        #expect(all.contains("\u{A0}\u{A0}\u{A0}"))
      }
    }
  }

  // MARK: The Decree

  @Test func `a report has the State, the office, its number and day, and who signs`() throws {
    let paper = OfficeForm.nd30.paper(
      for: Self.heading, as: .report, from: try letterhead(), in: .vietnamese)
    #expect(
      words(paper).filter { $0 != "\u{A0}" && !$0.allSatisfy { $0 == "\u{A0}" } } == [
        "BỘ NGOẠI GIAO", "VỤ TỔ CHỨC CÁN BỘ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Số: 05/BC-TCCB", "Hà Nội, ngày 09 tháng 01 năm 2026",
        "BÁO CÁO", "Cơ quan đại diện khuyết người đứng đầu", "Kính gửi: Lãnh đạo Bộ", "Ghi chú:",
        "- Theo thông tin đến ngày 11/03/2026.", "Nơi nhận:", "- Như trên;", "- Lưu: VT, TCCB.",
        "KT. VỤ TRƯỞNG", "PHÓ VỤ TRƯỞNG", "Nguyễn Văn A",
      ])
    let margins = paper.margins
    #expect([margins.top, margins.bottom, margins.left, margins.right] == [20, 20, 30, 15])
    let looks = texts(paper.before + paper.after)
    func text(_ words: String) throws -> Paper.Text {
      try #require(looks.first { $0.words == words })
    }
    let state = try text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    #expect(state.isBold && (12...13).contains(state.size))
    let motto = try text("Độc lập - Tự do - Hạnh phúc")
    #expect(motto.isBold && (13...14).contains(motto.size))
    if case .whole = motto.rule {} else { Issue.record("the rule is as long as the words") }
    let superior = try text("BỘ NGOẠI GIAO")
    #expect(!superior.isBold && (12...13).contains(superior.size))
    if case .part(let part) = try text("VỤ TỔ CHỨC CÁN BỘ").rule {
      #expect((1.0 / 3...0.5).contains(part))
    } else {
      Issue.record("the rule is a part of the words")
    }
    #expect(try text("Hà Nội, ngày 09 tháng 01 năm 2026").isItalic)
    let recipients = try text("Nơi nhận:")
    #expect(recipients.isBold && recipients.isItalic && recipients.size == 12)
    #expect(try text("- Như trên;").size == 11)
  }

  @Test func `an appendix has neither the State nor a signature`() throws {
    let paper = OfficeForm.nd30.paper(
      for: Self.heading, as: .list, from: try letterhead(), in: .vietnamese)
    #expect(
      words(paper).filter { !$0.allSatisfy { $0 == "\u{A0}" } } == [
        "Phụ lục", "CƠ QUAN ĐẠI DIỆN KHUYẾT NGƯỜI ĐỨNG ĐẦU",
        "(Kèm theo Quyết định số 05/QĐ-TCCB ngày 09 tháng 01 năm 2026 của Vụ Tổ chức cán bộ)",
        "Ghi chú:", "- Theo thông tin đến ngày 11/03/2026.", "./.",
      ])
    #expect(paper.annex == nil)
  }

  @Test(arguments: [
    ("5", "05/BC-TCCB"), ("12", "12/BC-TCCB"), ("7/BC-BNG", "7/BC-BNG"),
  ])
  func `a number is taken whole, or with its kind and symbol`(given: String, shown: String) throws {
    var head = try letterhead()
    head.number = given
    let paper = OfficeForm.nd30.paper(for: Self.heading, as: .report, from: head, in: .vietnamese)
    #expect(words(paper).contains("Số: \(shown)"))
  }

  @Test func `several addressees stand each on a line`() throws {
    var head = try letterhead()
    head.addressees = ["Vụ A", "Vụ B"]
    let paper = OfficeForm.nd30.paper(for: Self.heading, as: .report, from: head, in: .vietnamese)
    #expect(words(paper).contains("- Vụ A;") && words(paper).contains("- Vụ B."))
  }

  // MARK: The Party

  @Test func `the Party's form has a star, no colon behind the word number, and strokes`() throws {
    for (document, kind) in [(OfficeForm.Document.report, "BC"), (.list, "DS")] {
      let all = words(
        OfficeForm.hd05.paper(
          for: Self.heading, as: document, from: try letterhead(), in: .vietnamese))
      #expect(all.contains("ĐẢNG CỘNG SẢN VIỆT NAM") && all.contains("*"))
      #expect(all.contains("Số 5-\(kind)/TCCB"))
      #expect(all.contains("K/T VỤ TRƯỞNG"))
      #expect(!all.contains { $0.contains("CỘNG HÒA") || $0.contains("./.") })
    }
  }

  // MARK: Either language

  @Test func `the plain form is in both languages, the others in Vietnamese`() {
    #expect(OfficeForm.allCases.filter { $0.exists(in: .english) } == [.plain])
    #expect(OfficeForm.allCases.allSatisfy { $0.exists(in: .vietnamese) })
    var head = Letterhead()
    head.date = "2026-01-16"
    head.place = "Ha Noi"
    let paper = OfficeForm.plain.paper(
      for: Heading(name: "roster", title: "Heads", lines: ["As known."]), as: .list, from: head,
      in: .english)
    #expect(words(paper).prefix(2) == ["Heads", "Ha Noi, 16 January 2026"])
    #expect(paper.notes.map(\.words) == ["Notes:", "- As known."])
    #expect(paper.after.isEmpty)
  }
}
