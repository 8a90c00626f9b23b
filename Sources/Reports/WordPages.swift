package import Registry
import SQLite

/// The words of other databases, with what is written here instead.
package struct WordPages {
  private let language: Language

  package init(in language: Language) { self.language = language }

  /// - Parameters:
  ///   - part: only those in whose name this stands, marks aside.
  ///   - say: words for what helps beside the sentence.
  package func all(
    holding part: String? = nil, saying say: (QuestionRemedy) -> Sentence?
  ) -> Report {
    let rows = ForeignWord.all.filter { word in
      part.map { Self.holds(word.name[language], $0) } ?? true
    }.map { word -> SQL in
      let sentences = [word.instead[language], word.remedy.flatMap(say)?[language]]
      return "(\(word.name[language]), \(sentences.compactMap { $0 }.joined(separator: " ")))"
    }
    return Report(
      name: "words",
      sections: [
        ReportSection(
          name: "words",
          columns: [
            ReportColumn("word", Sentence("Word", vi: "Từ ngữ")),
            ReportColumn("instead", Sentence("Write here instead", vi: "Cách viết ở đây")),
          ],
          sql: rows.isEmpty
            ? "SELECT NULL, NULL WHERE 0" : "VALUES \(raw: rows.joined(separator: ", "))",
          whenEmpty: Sentence("Nothing is found.", vi: "Không tìm thấy."))
      ])
  }

  /// Whether a part stands in a name: as it is, for signs, or without its marks.
  private static func holds(_ name: String, _ part: String) -> Bool {
    let key = NameKey.searchKey(part)
    return name.lowercased().contains(part.lowercased())
      || !key.isEmpty && NameKey.searchKey(name).contains(key)
  }
}
