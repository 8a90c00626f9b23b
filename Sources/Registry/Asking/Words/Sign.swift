import Schema

/// How a word of another database is recognised in a wrong statement: by what SQLite complains of,
/// the place it points at, and the words around it.
///
/// A name that the registry or the statement has is no such word, whatever else is wrong.
enum Sign: Sendable {
  /// What was found.
  struct Hit {
    /// The word to be looked at, where that is another one than the one SQLite points at.
    var place: Int?
    /// What the statement has where the sentence has an example.
    var given: String?
  }

  /// A call of a function that there is not.
  case function([String])
  /// A column that there is not.
  case column([String])
  /// A table, or a schema, that there is not.
  case table([String])
  /// Whatever stands wrong directly within the parentheses behind a name.
  case within([String])
  /// A word that cannot stand where it does, or behind which nothing fits.
  case word([String])
  /// The word with which a statement begins.
  case first([String])
  /// Anything else.
  case other(@Sendable (Mistake) -> Hit?)

  func hit(in mistake: Mistake) -> Hit? {
    let kind = mistake.complaint.kind
    let name = mistake.complaint.name.lowercased()
    switch self {
    case .function(let names):
      let isFunction = kind == .function && names.contains(name)
      return isFunction && !mistake.known.functions.contains(name) ? Hit() : nil
    case .column(let names):
      let isColumn = kind == .column && names.contains(name) && Self.isUnquoted(mistake)
      return isColumn && !Self.isKnown(name, in: mistake) ? Hit() : nil
    case .table(let names):
      let parts = name.split(separator: ".").map(String.init)
      let isTable =
        kind == .table && (names.contains(parts.first ?? "") || names.contains(parts.last ?? ""))
      return isTable && !Self.isKnown(parts.last ?? "", in: mistake) ? Hit() : nil
    case .within(let names):
      guard [.syntax, .column, .function].contains(kind), let place = mistake.place,
        let call = mistake.call(around: place), names.contains(call),
        !mistake.known.functions.contains(call)
      else { return nil }
      return Hit()
    case .word(let words): return Self.hit(of: words, in: mistake)
    case .first(let words):
      guard kind == .syntax, mistake.place == 0, let word = mistake.word(0), words.contains(word)
      else { return nil }
      return Hit(given: Self.lastName(in: mistake))
    case .other(let look): return look(mistake)
    }
  }

  private static func isUnquoted(_ mistake: Mistake) -> Bool {
    mistake.place.map { mistake.kind($0) == .word } ?? true
  }

  private static func isKnown(_ name: String, in mistake: Mistake) -> Bool {
    mistake.known.tables.contains(name) || mistake.known.columns.contains(name)
      || mistake.given.contains(name)
  }

  private static func hit(of words: [String], in mistake: Mistake) -> Hit? {
    guard mistake.complaint.kind == .syntax, let place = mistake.place else { return nil }
    return [place, place - 1].lazy.compactMap { index -> Hit? in
      guard let word = mistake.word(index), words.contains(word), !mistake.isName(index) else {
        return nil
      }
      return Hit(place: index)
    }.first
  }

  /// The last word of a statement, where it names something: `person` of `DESCRIBE person`.
  private static func lastName(in mistake: Mistake) -> String? {
    guard mistake.tokens.count > 1, let last = mistake.tokens.last, last.isName else { return nil }
    return last.text.lowercased()
  }
}

extension Sign {
  static func function(_ names: String...) -> Sign { .function(names) }
  static func column(_ names: String...) -> Sign { .column(names) }
  static func table(_ names: String...) -> Sign { .table(names) }
  static func within(_ names: String...) -> Sign { .within(names) }
  static func word(_ words: String...) -> Sign { .word(words) }
  static func first(_ words: String...) -> Sign { .first(words) }

  /// A statement that cannot be read, with the place SQLite points at.
  static func syntax(_ look: @escaping @Sendable (Mistake, Int) -> Hit?) -> Sign {
    .other { mistake in
      guard mistake.complaint.kind == .syntax, let place = mistake.place else { return nil }
      return look(mistake, place)
    }
  }

  /// A sign that is no word, with the place where it stands.
  static func token(_ look: @escaping @Sendable (Mistake, Int) -> Bool) -> Sign {
    .other { mistake in
      guard mistake.complaint.kind == .token, let place = mistake.place, look(mistake, place)
      else { return nil }
      return Hit()
    }
  }
}
