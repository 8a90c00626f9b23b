/// A form that the sentences of another program have: words that are always the same, and between
/// them what is carried over.
package struct SentenceForm: Sendable {
  private let english: [String]
  private let vietnamese: [String]

  /// - Parameters:
  ///   - english: the words between which something stands; "" at an end where it stands first or
  ///     last.
  ///   - vietnamese: as many, to be put around the same.
  package init(_ english: String..., vi vietnamese: String...) {
    self.english = english
    self.vietnamese = vietnamese
  }

  /// What stands between the words, where a message is of this form.
  ///
  /// By scalars: a mark that was typed would make one letter with the quotation mark before it.
  package func parts(of message: String) -> [String]? {
    let pieces = english.map { Array($0.unicodeScalars) }
    var rest = Array(message.unicodeScalars)[...]
    guard let first = pieces.first, rest.starts(with: first) else { return nil }
    rest = rest.dropFirst(first.count)
    var parts: [String] = []
    for (place, words) in pieces.enumerated().dropFirst() {
      // The last words end the message: what people typed may hold them too.
      let found =
        place == pieces.count - 1
        ? rest.suffix(words.count).elementsEqual(words)
          ? rest.endIndex - words.count..<rest.endIndex : nil
        : rest.firstRange(of: words)
      guard let found else { return nil }
      var part = String.UnicodeScalarView()
      part.append(contentsOf: rest[..<found.lowerBound])
      parts.append(String(part))
      rest = rest[found.upperBound...]
    }
    return rest.isEmpty ? parts : nil
  }

  /// The same in Vietnamese.
  package func told(_ parts: [String]) -> String {
    var told = vietnamese.first ?? ""
    for (part, words) in zip(parts, vietnamese.dropFirst()) { told += part + words }
    return told
  }
}
