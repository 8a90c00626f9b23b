import Testing

/// The help of one command, in parts.
struct HelpPage {
  /// What stands above the usage, part by part as empty lines separate them.
  private(set) var paragraphs: [String] = []
  /// The lines of it that are commands.
  private(set) var examples: [String] = []
  private(set) var headings: [String] = []
  /// What is said of each option, argument and subcommand.
  private(set) var entries: [(name: String, words: String)] = []
  /// What stands behind a heading and is no entry.
  private(set) var others: [String] = []
  let lines: [String]

  init(_ lines: [String]) {
    self.lines = lines
    let usage = lines.firstIndex { $0.hasPrefix("USAGE: ") || $0.hasPrefix("CÁCH DÙNG: ") }
    let above = lines.prefix(upTo: usage ?? lines.endIndex)
    for part in above.split(separator: "") {
      paragraphs.append(part.filter { !$0.hasPrefix(" ") }.joined(separator: " "))
      examples += part.filter { $0.hasPrefix(" ") }
    }
    if let first = paragraphs.first, first.hasPrefix("OVERVIEW: ") {
      paragraphs[0] = String(first.dropFirst("OVERVIEW: ".count))
    }
    let below = lines[above.endIndex...].drop { !$0.isEmpty }
    for line in below where !line.isEmpty { read(line) }
  }

  private mutating func read(_ line: String) {
    let entry =
      #/  (-[^ ,]+(?:, -[^ ,]+)*(?: <[^>]*>)?|<[^>]+>(?: \.\.\.)?|[a-z-]+(?:, [a-z-]+)*(?: \([^)]*\))?)(?: +(.*))?/#
    if line.hasPrefix("      "), let last = entries.indices.last {
      // A long name has a line of its own.
      entries[last].words += line.drop { $0 == " " }
    } else if !line.hasPrefix(" ") {
      headings.append(line)
    } else if let found = line.wholeMatch(of: entry) {
      entries.append((String(found.1), found.2.map { String($0) } ?? ""))
    } else {
      others.append(line)
    }
  }

  /// The help of every command under the words that lead to it, found by walking through the
  /// subcommands that each names; asked for once, for all tests.
  static let english = Result { try walk(in: "en") }
  static let vietnamese = Result { try walk(in: "vi") }

  private static func walk(in language: String) throws -> [[String]: HelpPage] {
    let program = try Program()
    program.environment["LEGATION_LANG"] = language
    // Nothing is broken into two lines.
    program.environment["COLUMNS"] = "10000"
    var pages: [[String]: HelpPage] = [:]
    func walk(_ words: [String]) throws {
      let help = try program.run(words + ["--help"])
      // A page that is none has no example, and a test looks for that.
      let page = HelpPage(help.code == 0 && help.err.isEmpty ? help.lines : [])
      pages[words] = page
      for (name, _) in page.entries where !name.hasPrefix("-") && !name.hasPrefix("<") {
        try walk(words + [String(name.prefix { $0 != " " && $0 != "," })])
      }
    }
    try walk([])
    return pages
  }
}
