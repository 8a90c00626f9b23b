/// Full-text questions over the folded names.
package enum Search {
  /// The FTS5 expression that finds names with every word of `text` (or any, with `OR`), each
  /// as the beginning of a word; `nil` where nothing of the text can be searched.
  package static func expression(for text: String, joining conjunction: String = "AND") -> String? {
    let words = NameKey.searchKey(TextEntry.normalized(text)).split(separator: " ").prefix(32)
    guard !words.isEmpty else { return nil }
    // Quoted: a word is a word, never an operator of FTS5. Keys hold no quotes.
    return words.map { "\"\($0)\"*" }.joined(separator: " \(conjunction) ")
  }
}
