import SQLite

/// Dates for forms that know a year, a month or a day, and have no word for a doubt.
enum PlainDate {
  /// A date without the mark of a doubt; NULL where it is a span, `[2023..2024-05]`: neither end
  /// of it is the day.
  static func of(_ date: SQL) -> SQL {
    "CASE WHEN instr(\(raw: date), '..') = 0 THEN rtrim(\(raw: date), '?~%') END"
  }

  /// The end of a row `i` of `incumbency`: of somebody of whom one day alone is known, that day.
  static let end = of("CASE WHEN i.ended_by = 'point' THEN i.began ELSE i.ended END")
}
