import Registry

/// What becomes of what is odd about a statement.
enum NoteTeller {
  /// It is said on standard error, beside the answer.
  case telling
  case silent
  /// The statement is refused.
  case strict

  func watch(_ session: QuerySession) {
    session.takesNotes = self != .silent
    session.refusesTraps = self == .strict
  }

  static func tell(_ notes: [QueryNote]) {
    for note in notes {
      let (english, vietnamese) = (note.message.english, note.message.vietnamese)
      Failure.remark(Sentence("note: \(english)", vi: "lưu ý: \(vietnamese)"))
      for line in note.excerpt { Failure.remark(Sentence(same: "  " + line.english)) }
    }
  }

  /// What else there is to say of a statement whose answer had no row.
  static func tell(_ session: QuerySession, of answer: Extent) {
    if answer.isEmpty { tell(session.notes.notesOfEmptyAnswer()) }
  }
}
