import Foundation

/// A line of the literals in a source file, without what is put into it.
struct SwiftText: CustomStringConvertible {
  let file: String
  let text: String

  var description: String { "\(file): \(text)" }

  /// Targets that people speak with, that only build, or that measure.
  private static let others: Set<String> = [
    "LegationCLI", "LegationBench", "EmbedFiles", "EmbedSchema", "PrintSchema",
  ]

  /// Every line of every literal of the targets that the command line stands on.
  static func libraries() throws -> [SwiftText] {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let names = FileManager.default.enumerator(atPath: sources.path)?.allObjects as? [String] ?? []
    return try names.sorted().filter { name in
      name.hasSuffix(".swift") && !others.contains(String(name.prefix { $0 != "/" }))
    }.flatMap { name in
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      return literals(in: text[...]).flatMap { $0.components(separatedBy: "\n") }
        .map { SwiftText(file: name, text: $0.trimmingCharacters(in: .whitespaces)) }
    }
  }

  private static func literals(in source: Substring) -> [String] {
    var found: [String] = []
    var rest = source
    while let start = rest.firstMatch(of: /\/\/|\/\*|#?"""|#?"/) {
      let mark = String(start.output)
      rest = rest[start.range.upperBound...]
      switch mark {
      case "//": rest = rest.drop { $0 != "\n" }
      case "/*":
        let end = rest.firstRange(of: "*/")?.upperBound ?? rest.endIndex
        rest = rest[end...]
      default:
        let isRaw = mark.hasPrefix("#")
        let end = isRaw ? mark.dropFirst() + "#" : mark[...]
        let (text, inner) = literal(&rest, upTo: String(end), isRaw: isRaw)
        found.append(text)
        for piece in inner { found += literals(in: piece) }
      }
    }
    return found
  }

  /// Takes a literal from the beginning of the rest.
  ///
  /// - Returns: its text with `\()` where something is put in, and what that is.
  private static func literal(
    _ rest: inout Substring, upTo end: String, isRaw: Bool
  ) -> (text: String, inner: [Substring]) {
    var text = ""
    var inner: [Substring] = []
    while !rest.isEmpty, !rest.hasPrefix(end) {
      guard !isRaw, rest.first == "\\" else {
        text.append(rest.removeFirst())
        continue
      }
      rest.removeFirst()
      guard rest.first == "(" else {
        text.append("\\")
        if let escaped = rest.popFirst() { text.append(escaped) }
        continue
      }
      inner.append(interpolation(&rest))
      text += "\\()"
    }
    rest = rest.dropFirst(end.count)
    return (text, inner)
  }

  /// Takes what stands in parentheses, with the literals in it.
  private static func interpolation(_ rest: inout Substring) -> Substring {
    let whole = rest
    var depth = 0
    while let character = rest.first {
      rest.removeFirst()
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == "\"" { _ = literal(&rest, upTo: "\"", isRaw: false) }
      if depth == 0 { break }
    }
    return whole[..<rest.startIndex]
  }
}
