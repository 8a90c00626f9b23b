package import Files
package import Registry
import SQLite

/// The heads in office as vCards (RFC 6350, version 4.0), for an address book.
package struct ContactExport {
  private let registry: Registry
  private let language: Language
  private let lines: ContentLines

  package init(_ registry: Registry, in language: Language, to sink: ByteSink) {
    self.registry = registry
    self.language = language
    lines = ContentLines(sink)
  }

  /// How many cards there are, and what has none or is not on its card.
  package struct Written: Sendable {
    package var cards = 0
    /// Heads and acting heads who left, are yet to come, or are not known to be there.
    package var notInOffice = 0
    /// A card has no word for a doubt.
    package var unsureBirths = 0
  }

  package func run() throws(RegistryError) -> Written {
    let name: SQL = language == .vietnamese ? "name_vi" : "name_en"
    var written = Written()
    try registry.eachRow(
      """
      SELECT i.posting, i.person_name, p.family_name, p.given_name, p.middle_name, p.name_suffix,
        i.mission_\(raw: name), i.title_\(raw: name), p.born, i.began, i.in_office, c.made_at
      FROM incumbent AS i
      JOIN person AS p ON p.key = i.person
      JOIN posting AS x ON x.key = i.posting
      LEFT JOIN change AS c ON c.number = x.entered_in
      ORDER BY i.person_sort_key, i.posting
      """
    ) { (row) throws(RegistryError) in
      card(row)
      written.cards += 1
      if let born = row[8], Self.isUnsure(born) { written.unsureBirths += 1 }
    }
    try registry.eachRow("SELECT count(*) FROM incumbency WHERE is_resident") { row in
      written.notInOffice = (row[0].flatMap(Int.init) ?? 0) - written.cards
    }
    return written
  }

  private func card(_ row: [String?]) {
    lines.line("BEGIN", "VCARD")
    lines.line("VERSION", "4.0")
    lines.line("KIND", "individual")
    lines.line("UID;VALUE=text", "posting/\(row[0] ?? "")@legation")
    lines.line("FN", ContentLines.escaped(row[1] ?? ""))
    if let family = row[2] {
      let parts = [family, row[3], row[4], nil, row[5]].map { ContentLines.escaped($0 ?? "") }
      lines.line("N", parts.joined(separator: ";"))
    }
    lines.line("ORG", ContentLines.escaped(row[6] ?? ""))
    lines.line("TITLE", ContentLines.escaped(row[7] ?? ""))
    // A date of four, six or eight digits (ISO 8601, basic); a month alone keeps its hyphen.
    if let born = row[8], !Self.isUnsure(born) {
      lines.line("BDAY", born.utf8.count == 10 ? ContentLines.moment(born) : born)
    }
    if let words = since(row) { lines.line("NOTE", ContentLines.escaped(words)) }
    if let moment = row[11] { lines.line("REV", ContentLines.moment(moment)) }
    lines.line("END", "VCARD")
  }

  private static func isUnsure(_ date: String) -> Bool {
    date.contains { "?~%[".contains($0) }
  }

  private func since(_ row: [String?]) -> String? {
    let began = row[9].map { date in
      guard date.contains(where: { "~%[".contains($0) }) else {
        return Sentence("In office since \(date)", vi: "Tại nhiệm từ \(date)")[language]
      }
      let words = PageDate.words(date, in: language)
      return Sentence("Took office: \(words)", vi: "Nhậm chức: \(words)")[language]
    }
    guard row[10] != "certainly" else { return began }
    let doubt = Sentence("perhaps no longer in office", vi: "có thể không còn tại nhiệm")[language]
    return [began, doubt].compactMap { $0 }.joined(separator: "; ")
  }
}
