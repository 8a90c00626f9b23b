import Formats

/// Documents of the Party: what Guides 36-HD/VPTW (2018) and 05-HD/VPTW (2026) agree on.
///
/// Not confirmed, for the official text of the latter was not at hand: the sizes of letters and the
/// space between lines. They are data here.
struct PartyPaper {
  private let heading: Formats.Heading
  private let letterhead: Letterhead
  private let document: OfficeForm.Document

  private static let sizes = (head: 15.0, issuer: 14.0, text: 14.0, table: 12.0, recipients: 12.0)

  init(_ heading: Formats.Heading, _ letterhead: Letterhead, _ document: OfficeForm.Document) {
    self.heading = heading
    self.letterhead = letterhead
    self.document = document
  }

  var paper: Paper {
    var paper = Paper()
    paper.isForm = true
    paper.size = Self.sizes.text
    paper.tableSize = Self.sizes.table
    paper.before = [
      .pair(issuer, party, leftShare: 0.45),
      .text(Paper.Text(kind, size: 16, bold: true, .center, above: 6)),
      .text(
        Paper.Text(
          heading.title ?? heading.name, size: Self.sizes.text, bold: true, .center, role: .title)),
      .text(Paper.Text("-----", size: Self.sizes.text, .center)),
    ]
    if document == .report {
      let to = letterhead.addressees.isEmpty ? [FormWords.blank(24)] : letterhead.addressees
      paper.before.append(
        .text(
          Paper.Text(
            "Kính gửi: \(to.joined(separator: ", "))", size: Self.sizes.text, italic: true, .center,
            above: 3)))
    }
    paper.notes = FormWords.notes(heading, "Ghi chú:", size: 11)
    paper.after = [.pair(recipients, signature, leftShare: 0.5)]
    return paper
  }

  private var kind: String { document == .report ? "BÁO CÁO" : "DANH SÁCH" }

  /// A star stands where others have a rule; the number has no colon, and a hyphen behind it.
  private var issuer: [Paper.Text] {
    let size = Self.sizes.issuer
    return [
      Paper.Text(letterhead.superior?.uppercased() ?? FormWords.blank(16), size: size, .center),
      Paper.Text(
        letterhead.issuer?.uppercased() ?? FormWords.blank(16), size: size, bold: true, .center),
      Paper.Text("*", size: size, .center),
      Paper.Text("Số \(number)", size: size, .center),
    ]
  }

  private var party: [Paper.Text] {
    [
      Paper.Text(
        "ĐẢNG CỘNG SẢN VIỆT NAM", size: Self.sizes.head, bold: true, .center, rule: .whole),
      Paper.Text(
        "\(letterhead.place ?? FormWords.blank(8)), \(FormWords.vietnameseDay(letterhead.date))",
        size: Self.sizes.text, italic: true, .center, above: 6),
    ]
  }

  private var recipients: [Paper.Text] {
    var names = letterhead.recipients
    if names.isEmpty { names.append(FormWords.blank(12)) }
    if !names.contains(where: { $0.hasPrefix("Lưu") }) { names.append("Lưu") }
    var first = Paper.Text("Nơi nhận:", size: Self.sizes.text, above: 5)
    first.isUnderlined = true
    return [first]
      + names.enumerated().map { place, name in
        Paper.Text(
          "- \(name)\(place == names.count - 1 ? "." : ",")", size: Self.sizes.recipients)
      }
  }

  private var signature: [Paper.Text] {
    let given = [letterhead.signAs.map(Self.slashed), letterhead.office].compactMap {
      $0?.uppercased()
    }
    var lines = (given.isEmpty ? [FormWords.blank(18)] : given).enumerated().map { place, words in
      Paper.Text(words, size: Self.sizes.text, bold: place == 0, .center)
    }
    lines[0].above = 5
    lines.append(
      Paper.Text(
        letterhead.signer ?? FormWords.blank(18), size: Self.sizes.text, bold: true, .center,
        above: 25))
    return lines
  }

  /// `KT.` of the State is `K/T` of the Party.
  private static func slashed(_ capacity: String) -> String {
    for (state, party) in [("TM.", "T/M"), ("KT.", "K/T"), ("TL.", "T/L")]
    where capacity.uppercased().hasPrefix(state) {
      return party + capacity.dropFirst(state.count)
    }
    return capacity
  }

  private var number: String {
    let given = letterhead.number ?? FormWords.blank(4)
    if given.contains("/") { return given }
    let kind = document == .report ? "BC" : "DS"
    return "\(given)-\(kind)/\(letterhead.symbol ?? FormWords.blank(6))"
  }
}
