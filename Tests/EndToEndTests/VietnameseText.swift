import Foundation

/// Tells Vietnamese from English, word by word.
struct VietnameseText {
  /// Words that a program keeps as they are: codes, names of tables, keys.
  let codes: Set<String>

  /// What is called alike in both languages: forms, programs, standards, abbreviations of kinds of
  /// documents.
  static let names: Set<String> = [
    "ascii", "boolean", "byte", "crlf", "csv", "data", "datasette", "followthemoney",
    "frictionless", "git", "gsh", "hh", "historyatstate", "iii", "iso", "jr", "json", "legation",
    "mb", "mm", "ndjson", "package", "pocom", "popolo", "postgresql", "q", "sha", "sql", "sqlite",
    "tab",
    "url", "utf", "vcard", "wikidata", "xml", "ctrl-c", "kl", "nq", "ct", "ttr", "qđ", "bc", "tw",
  ]

  /// English words that have the form of a Vietnamese one.
  private static let english: Set<String> = [
    "a", "am", "an", "be", "bin", "boy", "by", "can", "day", "go", "he", "him", "i", "in", "lay",
    "man", "may", "me", "men", "my", "no", "on", "pan", "pay", "pin", "run", "say", "sin", "sun",
    "ten", "than", "the", "them", "then", "thin", "thing", "to", "toy", "we",
  ]

  /// What is written as it is typed: commands between backquotes, addresses, variables, options,
  /// settings such as `months=3`, names of files.
  private static func withoutTyped(_ text: String) -> String {
    text.replacing(
      #/`[^`]*`|https?://[^\s;]+|\$[A-Z_]+|\B-{1,2}[a-z][a-z-]*|[\w:*]*=\w*|[\w-]+\.(?:csv|db|json)\b/#
        .wordBoundaryKind(.simple),
      with: "·")
  }

  /// The words in a text that are neither Vietnamese nor the same in both languages.
  func strangers(in text: String) -> [String] {
    let prose = Self.withoutTyped(text)
    let word = #/[\p{L}\p{M}\p{N}_]+(?:-[\p{L}\p{N}_]+)*/#
    return prose.matches(of: word).compactMap { found in
      let written = String(found.output)
      let before = prose[..<found.range.lowerBound]
      let isExample = ["ví dụ ", "như "].contains { before.hasSuffix($0) }
      return isExample || Self.isKnown(written)
        || isCode(written, behind: before, before: prose[found.range.upperBound...])
        ? nil : written
    }
  }

  /// Whether a word stands where codes do: in a list, or explained by what follows in brackets.
  private func isCode(
    _ word: String, behind before: Substring, before rest: Substring
  ) -> Bool {
    guard codes.contains(word) else { return false }
    let begins =
      before.isEmpty || [": ", ", ", "; ", "(", " hoặc "].contains { before.hasSuffix($0) }
    return begins
      && (rest.isEmpty || rest.prefixMatch(of: #/[,.;:)]| \(| …| hoặc /#) != nil)
  }

  private static func isKnown(_ word: String) -> Bool {
    let lowered = word.lowercased()
    if names.contains(lowered) || lowered.allSatisfy({ $0.isNumber || $0 == "-" }) { return true }
    return lowered.split(separator: "-").allSatisfy { part in
      names.contains(String(part)) || part.allSatisfy(\.isNumber)
        || isSyllable(String(part)) && !english.contains(String(part))
    }
  }

  /// Whether a word is spelt as a Vietnamese syllable.
  ///
  /// Those that end in a stop have one of two tones: so that, it, not and most others are none.
  static func isSyllable(_ word: String) -> Bool {
    let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
    let apart = word.decomposedStringWithCanonicalMapping.unicodeScalars
    let marks = apart.filter { tones.contains($0) }
    guard marks.count < 2 else { return false }
    var plain = String.UnicodeScalarView()
    plain.append(contentsOf: apart.filter { !tones.contains($0) })
    let letters = String(plain).precomposedStringWithCanonicalMapping
    let spelling =
      #/
      (?: (?:ngh|gh|k)(?=[ieêy]) | (?:ng|g|c)(?![ieêy]) | g(?=i) | gi | qu
        | nh | kh | ph | th | tr | ch | [bdđhlmnprstvx] )?
      (?: (?: [aăâeêioôơuưy] | i[êa] | yê | u[aâêôơy] | ươ | uyê | oa | oă | oe )
          (ch | c | p | t | nh | ng | m | n)
        | [aeêioôơuưy] | ai | ao | au | ay | âu | ây | eo | êu | ia | iêu | iu | oa | oai | oay | oe
        | oi | ôi | ơi | ua | uây | uê | ui | uôi | uy | uya | uyu | ưa | ươi | ươu | ưi | ưu | yêu )
      /#
    guard let found = letters.wholeMatch(of: spelling) else { return false }
    guard let end = found.1, ["ch", "c", "p", "t"].contains(end) else { return true }
    return marks.contains("\u{301}") || marks.contains("\u{323}")
  }
}
