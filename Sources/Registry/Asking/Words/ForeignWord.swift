/// A word of another database, or a habit from one, and what is written here instead.
///
/// From the same row come the hint of an error and the line of the help.
package struct ForeignWord: Sendable {
  /// The word as it is written there.
  package let name: Sentence
  /// What is written here instead, as a sentence.
  package let instead: Sentence
  /// What of the sentence can be written as it stands: expressions, clauses or operators on
  /// columns `x` and `y` of `t`, and values `a`, `b`, `c` and `d`.
  let codes: [String]
  /// The part of the sentence in whose place comes what the statement has there.
  let example: String?
  /// What helps beside the sentence.
  package let remedy: QuestionRemedy?
  private let signs: [Sign]

  /// - Parameters:
  ///   - signs: how it is recognised; none where SQLite takes the word and answers otherwise.
  ///   - codes: what is written instead; the sentence begins with it.
  ///   - words: what else is to be said.
  init(
    _ name: String, vi: String? = nil, _ signs: Sign..., write codes: String...,
    words: Sentence? = nil, example: String? = nil, helped remedy: QuestionRemedy? = nil
  ) {
    self.name = Sentence(name, vi: vi ?? name)
    self.signs = signs
    self.codes = codes
    let more = words.map { Sentence(" " + $0.english, vi: " " + $0.vietnamese) }
    instead = Sentence(
      "Write \(codes.listed(by: "or")).\(more?.english ?? "")",
      vi: "Hãy viết \(codes.listed(by: "hoặc")).\(more?.vietnamese ?? "")")
    self.example = example
    self.remedy = remedy
  }

  /// - Parameters:
  ///   - signs: likewise.
  ///   - words: the whole sentence.
  ///   - codes: what of it can be written as it stands.
  init(
    _ name: String, vi: String? = nil, _ signs: Sign..., words: Sentence, codes: [String] = [],
    example: String? = nil, helped remedy: QuestionRemedy? = nil
  ) {
    self.name = Sentence(name, vi: vi ?? name)
    self.signs = signs
    self.codes = codes
    instead = words
    self.example = example
    self.remedy = remedy
  }

  /// Whether a statement can be refused for it.
  var isRefused: Bool { !signs.isEmpty }
}

extension ForeignWord {
  /// A word that was found in a wrong statement.
  struct Found {
    let word: ForeignWord
    let instead: Sentence
    let remedy: QuestionRemedy?
    /// The word to be looked at, where that is another one than the one SQLite points at.
    let place: Int?
  }

  /// Where it is in a wrong statement; `nil` where the mistake is none of it.
  func found(in mistake: Mistake) -> Found? {
    guard let hit = signs.lazy.compactMap({ $0.hit(in: mistake) }).first else { return nil }
    guard let example, let given = hit.given else {
      return Found(word: self, instead: instead, remedy: remedy, place: hit.place)
    }
    return Found(
      word: self,
      instead: Sentence(
        instead.english.replacing(example, with: given),
        vi: instead.vietnamese.replacing(example, with: given)),
      remedy: remedy?.about(given), place: hit.place)
  }

  /// Every word, in the order in which they are looked for: what is told by more comes first.
  package static let all: [ForeignWord] =
    ofTools + ofQuotes + ofRows + ofPatterns + ofDates + ofTexts + ofValues + ofGroups + ofTables
    + ofOperators + ofClauses

  /// The word for which a statement is wrong; `nil` where it is wrong for something else.
  static func found(in mistake: Mistake) -> Found? {
    all.lazy.compactMap { $0.found(in: mistake) }.first
  }
}

extension QuestionRemedy {
  /// The same about what a statement names.
  fileprivate func about(_ given: String) -> QuestionRemedy {
    switch self {
    case .describe: .describe(table: given)
    default: self
    }
  }
}
