import SQLite

/// The end of somebody who left on a day that nobody recorded: a mark, and the bound that holds
/// when it is entered. Without the bound it would move with every day that the registry comes to
/// know.
extension HeadOffice {
  /// `[..2026-01-15]`: before the last day that the registry speaks of, but not before the last sign
  /// of service.
  func boundOfUnknownEnd(of posting: String) throws(RegistryError) -> String {
    let last = try registry.value(
      """
      SELECT max(
        date(k.day, '-1 day'),
        coalesce(
          (
            SELECT s.ended_from
            FROM service AS s JOIN accreditation AS a ON a.key = s.accreditation
            WHERE a.posting = \(posting) AND a.is_resident
          ),
          ''
        )
      )
      FROM known_day AS k
      """, as: String.self)
    return "[..\(last ?? "")]"
  }

  /// A mark that is set gets its bound, and a date that is found out takes the mark away.
  func boundUnknownEnd(
    of posting: String, in values: inout [String: Value]
  ) throws(RegistryError) {
    let (mark, ended) = (values["end_mark"]?.words, values["ended"]?.words)
    guard mark == "unknown" || ended != nil else { return }
    let (knownMark, knownEnd) =
      try registry.first("SELECT end_mark, ended FROM posting WHERE key = \(posting)") {
        (row) throws(SQLiteError) in
        (try row.get(0, as: String?.self), try row.get(1, as: String?.self))
      } ?? (nil, nil)
    if ended != nil, values["end_mark"] == nil, knownMark != nil {
      values["end_mark"] = .null
    } else if mark == "unknown", ended == nil {
      if knownMark == "unknown", let bound = knownEnd {
        values["ended"] = .text(bound)
      } else {
        values["ended"] = .text(try boundOfUnknownEnd(of: posting))
      }
    }
  }

  /// The end of a posting in words: "no later than 15 January 2026" where the day is not known.
  package func end(of posting: String) throws(RegistryError) -> Sentence {
    let ended =
      try registry.value("SELECT ended FROM posting WHERE key = \(posting)", as: String?.self)
      ?? nil
    return PageDate.words(ended ?? "?")
  }
}
