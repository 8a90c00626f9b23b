import Registry

/// The two languages that a registry speaks, with equal rights.
public enum Language: String, Sendable, CaseIterable {
  /// English, `en`.
  case english = "en"
  /// Vietnamese, `vi`.
  case vietnamese = "vi"

  var inside: CoreLanguage {
    switch self {
    case .english: .english
    case .vietnamese: .vietnamese
    }
  }
}

/// A name or a sentence in both languages.
///
/// ```swift
/// let head = try registry.head("gb-london")
/// print(head.titleName[.vietnamese])  // Đại sứ đặc mệnh toàn quyền
/// ```
public struct LocalizedText: Hashable, Sendable {
  /// The English words; the Vietnamese ones where the registry has no others.
  public let english: String
  /// The Vietnamese words; the English ones where the registry has no others.
  public let vietnamese: String

  /// Makes a text of its words in both languages.
  ///
  /// - Parameters:
  ///   - english: the English words.
  ///   - vietnamese: the Vietnamese words.
  public init(_ english: String, vietnamese: String) {
    self.english = english
    self.vietnamese = vietnamese
  }

  /// The words in one of the languages.
  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .vietnamese: vietnamese
    }
  }

  init(_ sentence: Sentence) { self.init(sentence.english, vietnamese: sentence.vietnamese) }
}
