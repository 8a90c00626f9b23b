import SQLite
import Schema

/// The words of SQL.
enum Keywords {
  /// Those that questions are made of; ABORT and INDEXED would only mislead.
  static let common = """
    select from where group order by having limit offset join left inner cross on using and or not \
    in is null like glob between exists case when then else end distinct union except intersect all \
    with recursive as asc desc over partition filter values cast collate
    """.split(separator: " ").map(String.init)

  /// The word that was misspelt, and what it may have been.
  ///
  /// SQLite points at the word behind a misspelt keyword; the mistake is that one or the one before
  /// it.
  static func misspelt(in mistake: Mistake) -> (place: Int, meant: [String])? {
    guard mistake.complaint.kind == .syntax, let place = mistake.place else { return nil }
    for candidate in [place - 1, place, place - 2] where mistake.tokens.indices.contains(candidate)
    {
      let token = mistake.tokens[candidate]
      guard token.kind == .word, !Connection.isKeyword(token.text), !mistake.isName(candidate)
      else { continue }
      let near = Nearest.slips(of: token.text, among: common)
      if !near.isEmpty { return (candidate, near.map { $0.uppercased() }) }
    }
    return nil
  }
}
