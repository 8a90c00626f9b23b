package import Formats
package import Registry

/// The forms in which a report can be signed.
package enum OfficeForm: String, CaseIterable, Sendable {
  /// A title, a line with place and date, a rule; in either language.
  case plain
  /// Decree 30/2020/NĐ-CP, Appendix I: an appendix (form 2.1) for lists, a report (form 1.4) for what
  /// is told upward.
  case nd30
  /// The form of the Party's documents: Guide 05-HD/VPTW of 27 May 2026, in the place of 36-HD/VPTW
  /// of 2018. Its official text was not at hand: what the two agree on is built, and the sizes of
  /// letters are those of the former.
  case hd05

  /// What a report is, where an office makes a document of it.
  package enum Document: Sendable {
    /// A list, which hangs on a decision.
    case list
    /// What is told to somebody above.
    case report
  }

  /// What a letterhead may say that a document of this form has no place for.
  package func hasNoPlace(for document: Document) -> Set<String> {
    switch (self, document) {
    case (.plain, _): ["symbol", "to", "recipient"]
    case (.nd30, .list): ["superior", "place", "to", "sign-as", "office", "signer", "recipient"]
    case (.nd30, .report), (.hd05, .report): []
    case (.hd05, .list): ["to"]
    }
  }

  /// Whether its own words exist in this language.
  package func exists(in language: Language) -> Bool { self == .plain || language == .vietnamese }

  /// - Parameters:
  ///   - heading: what stands over the tables, where no office signs.
  ///   - document: what the report is.
  package func paper(
    for heading: Formats.Heading, as document: Document, from letterhead: Letterhead,
    in language: Language
  ) -> Paper {
    switch (self, document) {
    case (.plain, _): PlainPaper(heading, letterhead, language).paper
    case (.nd30, .list): DecreePaper(heading, letterhead).appendix
    case (.nd30, .report): DecreePaper(heading, letterhead).report
    case (.hd05, _): PartyPaper(heading, letterhead, document).paper
    }
  }
}

/// Words and blanks that forms share.
enum FormWords {
  /// A place that is left to the pen, about so many letters wide; no line breaks it.
  static func blank(_ letters: Int) -> String { String(repeating: "\u{A0}", count: letters * 2) }

  /// `ngày 05 tháng 01 năm 2026`: days below 10 and the months 1 and 2 get a 0, as the Decree has it.
  static func vietnameseDay(_ day: String?) -> String {
    guard let day, let (year, month, number) = parts(of: day) else {
      return "ngày\(blank(4))tháng\(blank(4))năm\(blank(6))"
    }
    return "ngày \(padded(number)) tháng \(month < 3 ? padded(month) : String(month)) năm \(year)"
  }

  /// `5 January 2026`.
  static func englishDay(_ day: String?) -> String {
    guard let day, let (year, month, number) = parts(of: day), months.indices.contains(month - 1)
    else { return blank(16) }
    return "\(number) \(months[month - 1]) \(year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func parts(of day: String) -> (year: Int, month: Int, day: Int)? {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? (parts[0], parts[1], parts[2]) : nil
  }

  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// What is told above the tables where nobody signs: below them, smaller.
  static func notes(_ heading: Formats.Heading, _ words: String, size: Double) -> [Paper.Text] {
    guard !heading.lines.isEmpty else { return [] }
    return [Paper.Text(words, size: size, bold: true, italic: true, above: 2)]
      + heading.lines.map { Paper.Text("- " + $0, size: size, .justified, above: 0.5) }
  }
}
