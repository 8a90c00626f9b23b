import SQLite

/// Dates for forms that know a year, a month or a day, and have no word for a doubt.
enum PlainDate {
  /// A date without the mark of a doubt; NULL where it is a span, `[2023..2024-05]`: neither end
  /// of it is the day.
  static func of(_ date: SQL) -> SQL {
    "CASE WHEN instr(\(raw: date), '..') = 0 THEN rtrim(\(raw: date), '?~%') END"
  }

  /// A date as it is stored, in the Extended Date/Time Format, where its plain form says less; else
  /// NULL.
  static func exact(_ date: SQL) -> SQL {
    "CASE WHEN \(raw: date) GLOB '*[^0-9-]*' THEN \(raw: date) END"
  }

  /// The end of a row `i` of `incumbency`: of somebody of whom one day alone is known, that day; of
  /// somebody who left on a day that nobody recorded, the bound.
  static let storedEnd: SQL = """
    CASE i.ended_by
      WHEN 'point' THEN i.began
      WHEN 'unknown' THEN coalesce(i.ended, '[..' || i.ended_latest || ']')
      ELSE i.ended
    END
    """

  static let end = of(storedEnd)
}
