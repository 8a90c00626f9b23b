/// What a sheet of paper has besides its tables, and how it is laid out.
///
/// Lengths are millimetres, sizes of letters are points. A page of HTML and a text document are
/// made of the same paper.
package struct Paper: Sendable {
  /// The sides that nothing is printed on.
  package struct Margins: Sendable {
    package var top = 20.0
    package var bottom = 20.0
    package var left = 30.0
    package var right = 15.0

    package init() {}

    /// Of a sheet that lies across.
    static let across: Margins = {
      var margins = Margins()
      margins.left = 20
      margins.right = 20
      return margins
    }()
  }

  /// What a paragraph is besides its letters.
  package enum Role: Sendable {
    case text
    /// The one title of the whole.
    case title
  }

  package enum Alignment: Sendable {
    case left
    case center
    case right
    case justified
  }

  /// A line below a paragraph.
  package enum Rule: Sendable {
    case none
    /// As long as its words.
    case whole
    /// A part of the length of its words.
    case part(Double)
  }

  package struct Text: Sendable {
    package var words: String
    package var size: Double
    package var isBold: Bool
    package var isItalic: Bool
    package var isUnderlined = false
    package var alignment: Alignment
    package var rule: Rule
    package var role: Role
    /// Room above.
    package var above: Double

    package init(
      _ words: String, size: Double, bold: Bool = false, italic: Bool = false,
      _ alignment: Alignment = .left, rule: Rule = .none, role: Role = .text, above: Double = 0
    ) {
      self.words = words
      self.size = size
      isBold = bold
      isItalic = italic
      self.alignment = alignment
      self.rule = rule
      self.role = role
      self.above = above
    }
  }

  package enum Block: Sendable {
    case text(Text)
    /// Two columns beside each other; of the width the left one has this share.
    case pair([Text], [Text], leftShare: Double)
  }

  package var margins = Margins()
  /// The letters of running text.
  package var size = 13.0
  /// The letters of tables, where there is room for them.
  package var tableSize = 12.0
  package var before: [Block] = []
  /// What is told below the tables, under a heading of its own.
  package var notes: [Text] = []
  package var after: [Block] = []
  /// What stands on a sheet of its own before tables that need it across, and what is said in their
  /// place; `nil` where the whole lies across then.
  package var annex: (head: [Block], reference: Text)?
  /// Whether heads of columns stand in the middle, and rows are framed as in a form.
  package var isForm = false

  package init() {}

  /// The paper of a page that no office signs.
  init(_ heading: Heading, tableSize: Double = 10.5) {
    self.tableSize = tableSize
    size = 11
    if let title = heading.title {
      before.append(.text(Text(title, size: 16, bold: true, role: .title)))
    }
    before += heading.lines.map { .text(Text($0, size: 11, above: 1.5)) }
  }

  /// A sheet of A4.
  static let (width, height) = (210.0, 297.0)

  /// The room between the margins.
  func room(across: Bool) -> Double {
    let sides = across ? Margins.across : margins
    return (across ? Self.height : Self.width) - sides.left - sides.right
  }
}

/// The language of words that is not the page's, as far as their letters tell.
enum ForeignWords {
  /// - Parameter page: the language of the page.
  /// - Returns: as BCP 47 has it; `nil` where they may be of the page's.
  static func language(of text: String, on page: String) -> String? {
    switch page {
    case "vi":
      let words = text.split(separator: " ")
      return text.utf8.allSatisfy { $0 < 0x80 } && words.contains { english.contains($0) }
        ? "en" : nil
    default: return text.unicodeScalars.contains(where: isVietnamese) ? "vi" : nil
    }
  }

  private static let english: Set<Substring> = [
    "of", "the", "to", "in", "and", "Embassy", "Consulate", "Mission", "Ambassador", "General",
  ]

  private static func isVietnamese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Ă ă Đ đ Ĩ ĩ Ũ ũ Ơ ơ Ư ư, and the block of letters with two marks.
    case 0x0102, 0x0103, 0x0110, 0x0111, 0x0128, 0x0129, 0x0168, 0x0169, 0x01A0, 0x01A1, 0x01AF,
      0x01B0, 0x1EA0...0x1EF9:
      true
    default: false
    }
  }
}

extension Paper.Text {
  /// How long the line below is; `nil` where there is none.
  var ruleLength: Double? {
    let length = PrintedWidth.of(words, size: size, bold: isBold)
    switch rule {
    case .none: return nil
    case .whole: return length
    // Of words that go over several lines, of one of them.
    case .part(let part): return min(length, 130) * part
    }
  }
}

extension Paper {
  /// Whether one of its paragraphs is the title of the whole.
  var hasTitle: Bool {
    before.contains { block in
      switch block {
      case .text(let text): text.role == .title
      case .pair(let left, let right, _): (left + right).contains { $0.role == .title }
      }
    }
  }
}
