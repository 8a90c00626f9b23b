import Formats
import Registry

/// A page with a title, place and date and a rule, to be signed where a signer is named.
struct PlainPaper {
  let heading: Formats.Heading
  let letterhead: Letterhead
  let language: Language

  init(_ heading: Formats.Heading, _ letterhead: Letterhead, _ language: Language) {
    self.heading = heading
    self.letterhead = letterhead
    self.language = language
  }

  var paper: Paper {
    var paper = Paper()
    paper.isForm = true
    paper.size = 12
    paper.tableSize = 11
    for issuer in [letterhead.superior, letterhead.issuer].compactMap({ $0 }) {
      paper.before.append(
        .text(Paper.Text(issuer, size: 12, bold: issuer == letterhead.issuer, .center)))
    }
    paper.before += [
      .text(
        Paper.Text(
          heading.title ?? heading.name, size: 15, bold: true, .center, role: .title,
          above: paper.before.isEmpty ? 0 : 4)),
      .text(Paper.Text(dateLine, size: 12, italic: true, .center, above: 1.5)),
      .text(Paper.Text("\u{A0}", size: 3)), .text(rule),
    ]
    paper.notes = FormWords.notes(heading, vietnamese ? "Ghi chú:" : "Notes:", size: 10)
    if letterhead.signer != nil || letterhead.office != nil || letterhead.signAs != nil {
      paper.after = [signature]
    }
    return paper
  }

  private var vietnamese: Bool { language == .vietnamese }

  /// Number, place and date: what is not given is a blank.
  private var dateLine: String {
    let day =
      vietnamese
      ? FormWords.vietnameseDay(letterhead.date) : FormWords.englishDay(letterhead.date)
    var line =
      letterhead.place.map { "\($0), \(day)" } ?? day.prefix(1).uppercased() + day.dropFirst()
    if let number = letterhead.number { line = "\(vietnamese ? "Số" : "No.") \(number) · \(line)" }
    return line
  }

  /// A third of the width.
  private var rule: Paper.Text {
    Paper.Text(FormWords.blank(24), size: 6, .center, rule: .whole)
  }

  private var signature: Paper.Block {
    var right: [Paper.Text] = []
    for words in [letterhead.signAs, letterhead.office].compactMap({ $0 }) {
      right.append(Paper.Text(words, size: 12, .center, above: right.isEmpty ? 6 : 0))
    }
    right.append(
      Paper.Text(letterhead.signer ?? FormWords.blank(16), size: 12, bold: true, .center, above: 20)
    )
    return .pair([], right, leftShare: 0.5)
  }
}
