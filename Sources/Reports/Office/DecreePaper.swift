import Formats

/// Documents as Decree 30/2020/NĐ-CP, Appendices I and III, has them: sizes in points, sides in
/// millimetres.
struct DecreePaper {
  private let heading: Formats.Heading
  private let letterhead: Letterhead

  init(_ heading: Formats.Heading, _ letterhead: Letterhead) {
    self.heading = heading
    self.letterhead = letterhead
  }

  // Sections II and III: the Decree leaves a point of choice with most of them.
  private static let (small, usual, title) = (12.0, 13.0, 14.0)

  private var blankPaper: Paper {
    var paper = Paper()
    paper.isForm = true
    paper.size = Self.title
    paper.tableSize = Self.small
    return paper
  }

  private var subject: String { heading.title ?? heading.name }

  // MARK: Form 2.1

  /// A list that hangs on a decision: it has neither the name of the State nor a signature of its own.
  var appendix: Paper {
    var paper = blankPaper
    paper.before = appendixHead(
      "(Kèm theo Quyết định số \(number(of: "QĐ")) \(FormWords.vietnameseDay(letterhead.date)) của "
        + "\(letterhead.issuer ?? FormWords.blank(14)))")
    paper.notes =
      FormWords.notes(heading, "Ghi chú:", size: 11) + [
        Paper.Text("./.", size: Self.usual, .right)
      ]
    return paper
  }

  private func appendixHead(_ attached: String) -> [Paper.Block] {
    [
      .text(Paper.Text("Phụ lục", size: Self.title, bold: true, .center)),
      .text(
        Paper.Text(
          subject.uppercased(), size: Self.usual, bold: true, .center, role: .title, above: 1)),
      .text(
        Paper.Text(
          attached, size: Self.usual, italic: true, .center, rule: .part(1 / 3), above: 1)),
    ]
  }

  // MARK: Form 1.4

  /// What is told upward.
  ///
  /// A table that needs the sheet across is an appendix to it.
  var report: Paper {
    var paper = blankPaper
    paper.before = [
      .pair(issuer, state, leftShare: 0.42),
      .pair(
        [
          Paper.Text("Số: \(number(of: "BC"))", size: Self.usual, .center, above: 1.5)
        ],
        [
          Paper.Text(
            "\(letterhead.place ?? FormWords.blank(8)), \(FormWords.vietnameseDay(letterhead.date))",
            size: Self.usual, italic: true, .center, above: 1.5)
        ], leftShare: 0.42),
      .text(Paper.Text("BÁO CÁO", size: Self.title, bold: true, .center, above: 5)),
      .text(
        Paper.Text(subject, size: Self.title, bold: true, .center, rule: .part(0.4), role: .title)),
    ]
    paper.before += addressees
    paper.notes = FormWords.notes(heading, "Ghi chú:", size: 11)
    paper.after = [.pair(recipients, signature, leftShare: 0.5)]
    paper.annex = (
      appendixHead(
        "(Kèm theo Báo cáo số \(number(of: "BC")) \(FormWords.vietnameseDay(letterhead.date)) của "
          + "\(letterhead.issuer ?? FormWords.blank(14)))"
      ).map(Self.untitled),
      Paper.Text("(Chi tiết tại Phụ lục kèm theo)./.", size: Self.title, .justified, above: 3)
    )
    return paper
  }

  /// A page has one title.
  private static func untitled(_ block: Paper.Block) -> Paper.Block {
    guard case .text(var text) = block else { return block }
    text.role = .text
    return .text(text)
  }

  private var issuer: [Paper.Text] {
    let issuer = letterhead.issuer?.uppercased() ?? FormWords.blank(18)
    var lines = [Paper.Text(issuer, size: Self.small, bold: true, .center, rule: .part(0.4))]
    let superior = letterhead.superior?.uppercased()
    // Only who has nobody above has none.
    if superior != nil || letterhead.issuer == nil {
      lines.insert(Paper.Text(superior ?? FormWords.blank(18), size: Self.small, .center), at: 0)
    }
    return lines
  }

  private var state: [Paper.Text] {
    [
      Paper.Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size: Self.small, bold: true, .center),
      Paper.Text(
        "Độc lập - Tự do - Hạnh phúc", size: Self.usual, bold: true, .center, rule: .whole),
    ]
  }

  private var addressees: [Paper.Block] {
    let given = letterhead.addressees
    guard given.count > 1 else {
      let to = given.first ?? FormWords.blank(24)
      return [.text(Paper.Text("Kính gửi: \(to)", size: Self.title, .center, above: 4))]
    }
    let lines = given.enumerated().map { place, name in
      Paper.Text(
        "- \(name)\(place == given.count - 1 ? "." : ";")", size: Self.title,
        above: place == 0 ? 4 : 0)
    }
    let colon = Paper.Text("Kính gửi:", size: Self.title, .right, above: 4)
    return [.pair([colon], lines, leftShare: 0.32)]
  }

  private var recipients: [Paper.Text] {
    var names = letterhead.recipients
    if names.isEmpty { names.append(FormWords.blank(12)) }
    // The archive has a copy of each.
    if !names.contains(where: { $0.hasPrefix("Lưu") }) { names.append("Lưu: VT") }
    return [
      Paper.Text("Nơi nhận:", size: Self.small, bold: true, italic: true, above: 5)
    ]
      + names.enumerated().map { place, name in
        Paper.Text("- \(name)\(place == names.count - 1 ? "." : ";")", size: 11)
      }
  }

  private var signature: [Paper.Text] {
    let capacity = [letterhead.signAs, letterhead.office].compactMap { $0?.uppercased() }
    var lines = (capacity.isEmpty ? [FormWords.blank(18)] : capacity).map {
      Paper.Text($0, size: Self.title, bold: true, .center)
    }
    lines[0].above = 5
    lines.append(
      Paper.Text(
        letterhead.signer ?? FormWords.blank(18), size: Self.title, bold: true, .center, above: 25))
    return lines
  }

  /// `05/BC-TCCB`: numbers below 10 get a 0; what is not given is a blank.
  private func number(of kind: String) -> String {
    let given = letterhead.number ?? FormWords.blank(4)
    if given.contains("/") { return given }
    let number = Int(given).map(FormWords.padded) ?? given
    return "\(number)/\(kind)-\(letterhead.symbol ?? FormWords.blank(6))"
  }
}
