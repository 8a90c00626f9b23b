package import Files
package import Registry
import SQLite

/// The planned ends of heads in office and the ends of terms, as an iCalendar file (RFC 5545).
///
/// Only whole days: a month is no day, and none is invented for it. The end of an all-day event
/// is the day after, as the standard has it. A stamp is that of the change that entered the
/// record, so that the same registry gives the same file.
package struct CalendarExport {
  private let registry: Registry
  private let language: Language
  private let lines: ContentLines

  package init(_ registry: Registry, in language: Language, to sink: ByteSink) {
    self.registry = registry
    self.language = language
    lines = ContentLines(sink)
  }

  /// - Returns: the number of events, and of ends that are no whole day, or are over.
  package func run() throws(RegistryError) -> (events: Int, partial: Int, over: Int) {
    lines.line("BEGIN", "VCALENDAR")
    lines.line("VERSION", "2.0")
    lines.line("PRODID", "-//legation//\(Registry.version)//EN")
    lines.line("CALSCALE", "GREGORIAN")
    var count = 0
    let name: SQL = language == .vietnamese ? "name_vi" : "name_en"
    let heads = Sentence("Planned end", vi: "Dự kiến kết thúc")
    try registry.eachRow(
      """
      SELECT 'posting/' || i.posting, i.planned_end, date(i.planned_end, '+1 day'),
        i.person_name || ', ' || i.mission_\(raw: name), i.title_\(raw: name), c.made_at
      FROM posting AS p
      CROSS JOIN incumbency AS i ON i.posting = p.key AND i.is_resident
      LEFT JOIN change AS c ON c.number = p.entered_in
      WHERE p.planned_end GLOB '????-??-??' AND i.ended_by IN ('serving', 'not-begun')
      ORDER BY i.planned_end, p.key
      """
    ) { (row) throws(RegistryError) in
      event(row, heads)
      count += 1
    }
    let terms = Sentence("End of the term", vi: "Kết thúc nhiệm kỳ")
    try registry.eachRow(
      """
      SELECT 'term/' || t.key, t.ends, date(t.ends, '+1 day'), t.key, t.note, c.made_at
      FROM term AS t LEFT JOIN change AS c ON c.number = t.entered_in
      WHERE t.ends GLOB '????-??-??' ORDER BY t.ends, t.key
      """
    ) { (row) throws(RegistryError) in
      event(row, terms)
      count += 1
    }
    lines.line("END", "VCALENDAR")
    let (partial, over) = try leftOut()
    return (count, partial, over)
  }

  /// Ends that are known and have no event: a month or a year is no day; a head who left, or who
  /// is not known to be there, ends nothing.
  private func leftOut() throws(RegistryError) -> (partial: Int, over: Int) {
    var partial = 0
    var over = 0
    try registry.eachRow(
      """
      SELECT p.planned_end NOT GLOB '????-??-??' AS is_partial FROM posting AS p
      WHERE p.planned_end IS NOT NULL AND (
        p.planned_end NOT GLOB '????-??-??' OR NOT EXISTS (
          SELECT 1 FROM incumbency AS i
          WHERE i.posting = p.key AND i.is_resident AND i.ended_by IN ('serving', 'not-begun')))
      UNION ALL
      SELECT 1 FROM term WHERE ends IS NOT NULL AND ends NOT GLOB '????-??-??'
      """
    ) { (row) throws(RegistryError) in
      if row[0] == "1" { partial += 1 } else { over += 1 }
    }
    return (partial, over)
  }

  private func event(_ row: [String?], _ what: Sentence) {
    lines.line("BEGIN", "VEVENT")
    lines.line("UID", "\(row[0] ?? "")@legation")
    lines.line("DTSTAMP", ContentLines.moment(row[5] ?? "1970-01-01T00:00:00Z"))
    lines.line("DTSTART;VALUE=DATE", ContentLines.moment(row[1] ?? ""))
    lines.line("DTEND;VALUE=DATE", ContentLines.moment(row[2] ?? ""))
    lines.line("SUMMARY", ContentLines.escaped("\(what[language]): \(row[3] ?? "")"))
    if let words = row[4] { lines.line("DESCRIPTION", ContentLines.escaped(words)) }
    lines.line("TRANSP", "TRANSPARENT")
    lines.line("END", "VEVENT")
  }
}
