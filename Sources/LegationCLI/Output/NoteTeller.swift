import Registry

/// Says on standard error what is odd about a statement.
enum NoteTeller {
  static func tell(_ notes: [QueryNote]) {
    for note in notes {
      let word = Sentence("note", vi: "lưu ý")
      Failure.remark(
        Sentence(
          "\(word.english): \(note.message.english)",
          vi: "\(word.vietnamese): \(note.message.vietnamese)"))
      for line in note.excerpt {
        Failure.remark(Sentence("  " + line.english, vi: "  " + line.vietnamese))
      }
    }
  }
}
