import ArgumentParser
import Registry

/// The words that the parser itself puts into help.
enum HelpText {
  private static let beginnings: [(english: String, vietnamese: String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "CÁCH DÙNG: "), ("Usage: ", "Cách dùng: "), ("Help:  ", ""),
    ("ARGUMENTS:", "THAM SỐ:"), ("OPTIONS:", "TÙY CHỌN:"), ("SUBCOMMANDS:", "LỆNH CON:"),
  ]
  /// What stands behind the name of a group of subcommands.
  private static let ending = " SUBCOMMANDS:"
  private static let words: [(english: String, vietnamese: String)] = [
    ("(values:", "(giá trị:"), ("(default)", "(mặc định)"), ("(default:", "(mặc định:"),
  ]

  /// Help, or what stands behind a mistake, with the parser's own words in another language.
  ///
  /// What is no help, a script for a shell, stays as it is.
  static func translated(_ text: String, into language: Language) -> String {
    guard language == .vietnamese, beginnings.contains(where: { text.hasPrefix($0.english) })
    else { return text }
    // A narrow terminal breaks these in two.
    return
      text
      .replacing(/Show\s+help\s+information\./, with: "Hiện trợ giúp này.")
      .replacing(/Show\s+the\s+version\./, with: "Hiện phiên bản.")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { translated(line: $0) }.joined(separator: "\n")
  }

  private static func translated(line: Substring) -> String {
    if line.hasPrefix("  See '"), let end = line.firstRange(of: "' for ") {
      return "  Xem: " + line[..<end.lowerBound].dropFirst("  See '".count)
    }
    if line.hasSuffix(ending) { return "LỆNH CON – " + line.dropLast(ending.count) + ":" }
    var line = String(line)
    if let found = beginnings.first(where: { line.hasPrefix($0.english) }) {
      line = found.vietnamese + line.dropFirst(found.english.count)
    }
    for (english, vietnamese) in words { line = line.replacing(english, with: vietnamese) }
    return line
  }

  private static let oneExample = Sentence("Example:", vi: "Ví dụ:")
  private static let severalExamples = Sentence("Examples:", vi: "Ví dụ:")

  /// What stands below the first line of a help, in the language of whoever reads it.
  ///
  /// - Parameters:
  ///   - prose: paragraphs with an empty line between them.
  ///   - examples: lines of shell, the same in every language.
  static func discussion(_ prose: Sentence?, _ examples: [String]) -> String {
    var text = prose?.inHelp ?? ""
    if !text.isEmpty { text += "\n\n" }
    text += (examples.count == 1 ? oneExample : severalExamples).inHelp
    for example in examples { text += "\n  " + example }
    return text
  }
}

extension CommandConfiguration {
  /// A command whose help is said in both languages.
  ///
  /// - Parameters:
  ///   - discussion: paragraphs with an empty line between them.
  ///   - examples: lines of shell, the same in every language.
  init(
    commandName: String, abstract: Sentence, discussion: Sentence? = nil, examples: String...,
    subcommands: [any ParsableCommand.Type] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil, aliases: [String] = []
  ) {
    self.init(
      commandName: commandName, abstract: abstract.inHelp,
      discussion: HelpText.discussion(discussion, examples), subcommands: subcommands,
      defaultSubcommand: defaultSubcommand, aliases: aliases)
  }
}

extension Sentence {
  /// In the language of whoever reads the help.
  var inHelp: String { self[Environment.language] }
}

extension ArgumentHelp {
  init(_ english: String, vi vietnamese: String, valueName: String? = nil) {
    self.init(Sentence(english, vi: vietnamese).inHelp, valueName: valueName)
  }
}

extension ValidationError {
  init(_ english: String, vi vietnamese: String) {
    self.init(Sentence(english, vi: vietnamese).inHelp)
  }
}

/// The headings over groups of options.
enum OptionTitle {
  static let change = Sentence("Change options", vi: "Tùy chọn khi ghi thay đổi").inHelp
  static let facts = Sentence("Facts", vi: "Các mục của bản ghi").inHelp
  static let selection = Sentence("Only those with", vi: "Chỉ những bản ghi có").inHelp
  static let page = Sentence("A page to be signed", vi: "Trang để ký").inHelp
  static let head = Sentence(
    "Facts of the posting, and milestones towards the receiver",
    vi: "Các mục của lần bổ nhiệm và các mốc với nơi tiếp nhận"
  ).inHelp
  static let milestones = Sentence(
    "Milestones towards the receiver", vi: "Các mốc với nơi tiếp nhận"
  ).inHelp
}
