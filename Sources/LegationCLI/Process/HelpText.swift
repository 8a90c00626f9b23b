import ArgumentParser
import Registry

/// The words that the parser itself puts into help.
enum HelpText {
  private static let beginnings: [(english: String, vietnamese: String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "CÁCH DÙNG: "), ("Usage: ", "Cách dùng: "), ("Help:  ", ""),
    ("ARGUMENTS:", "THAM SỐ:"), ("OPTIONS:", "TÙY CHỌN:"), ("SUBCOMMANDS:", "LỆNH CON:"),
  ]
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
    var line = String(line)
    if let found = beginnings.first(where: { line.hasPrefix($0.english) }) {
      line = found.vietnamese + line.dropFirst(found.english.count)
    }
    for (english, vietnamese) in words { line = line.replacing(english, with: vietnamese) }
    return line
  }
}

extension HelpText {
  /// The end of a help: a command that can be pasted.
  static func example(_ command: String) -> String {
    Sentence("Example:", vi: "Ví dụ:").inHelp + "\n  " + command
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
  static let posting = Sentence("Facts of the posting", vi: "Các mục của lần bổ nhiệm").inHelp
  static let milestones = Sentence(
    "Milestones towards the receiver", vi: "Các mốc với bên tiếp nhận"
  ).inHelp
}
