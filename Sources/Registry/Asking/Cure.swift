import Schema

/// What helps a wrong statement.
struct Cure {
  /// The words to be looked at, where those are other ones than SQLite points at.
  var place: Range<Int>?
  /// Things to look at, a line each.
  var lines: [Sentence] = []
  var hint: Sentence?
  var remedies: [Remedy] = []

  init(at place: Range<Int>? = nil, _ hint: Sentence? = nil) {
    self.place = place
    self.hint = hint
  }

  init(_ found: ForeignWord.Found) {
    place = found.place.map { $0..<$0 + 1 }
    hint = found.instead
    remedies = found.remedy.map { [.question($0)] } ?? []
  }

  init(_ mistake: ClauseMistake) {
    place = mistake.place..<mistake.place + 1
    hint = mistake.cure
  }

  /// Names that may have been meant.
  static func meant(_ names: [String], at place: Range<Int>? = nil) -> Cure? {
    guard !names.isEmpty else { return nil }
    let shown = names.joined(separator: ", ")
    return Cure(
      at: place, Sentence("Did you mean \(shown)?", vi: "Có phải ý bạn là \(shown)?"))
  }
}
