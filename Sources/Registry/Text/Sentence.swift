/// The two languages that the registry speaks, with equal rights.
package enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case vietnamese = "vi"
}

/// One sentence in both languages.
package struct Sentence: Equatable, Sendable {
  package let english: String
  package let vietnamese: String

  package init(_ english: String, vi vietnamese: String) {
    self.english = english
    self.vietnamese = vietnamese
  }

  /// Text that is the same in both: a key, a name.
  package init(same text: String) { self.init(text, vi: text) }

  package subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .vietnamese: vietnamese
    }
  }
}

extension [String] {
  /// `a, b or c`.
  package func listed(by last: String) -> String {
    guard count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(last) " + self[count - 1]
  }
}

extension Sentence {
  /// An English noun with its article: `a term`, `an end reason`; Vietnamese has none.
  ///
  /// - Parameter isFirst: whether a sentence begins with it.
  package func indefinite(isFirst: Bool = false) -> String {
    let isVowel = english.first.map { "aeiou".contains($0.lowercased()) } ?? false
    return (isFirst ? "A" : "a") + (isVowel ? "n " : " ") + english
  }
}
