import Registry
import SQLite

extension PocomExport {
  /// One file a mission that heads were sent to, with its lists.
  func missions() throws(RegistryError) -> (missions: Int, chiefs: Int) {
    let notes = try notes()
    var missions = 0
    var chiefs = 0
    try rows(
      """
      SELECT m.key, coalesce(c.record, m.key), k.category = 'international-organization',
        t.name_en, coalesce(t.name_en_plural, t.name_en), m.note, c.file
      FROM mission AS m
      JOIN mission_kind AS k ON k.key = m.kind
      LEFT JOIN title AS t ON t.key = m.key
      LEFT JOIN citation AS c ON c.mission = m.key AND c.key = 'pocom-mission-' || m.key
      WHERE EXISTS (SELECT 1 FROM posting AS p WHERE p.mission = m.key)
        OR c.key IS NOT NULL
      ORDER BY m.key
      """
    ) { (row) throws(RegistryError) in
      let key = row[0] ?? ""
      let id = row[1] ?? key
      let isAtOrganization = row[2] == "1"
      var xml = XMLText()
      let root = isAtOrganization ? "org-mission" : "country-mission"
      try xml.element(root) { (xml) throws(RegistryError) in
        xml.element(isAtOrganization ? "id" : "territory-id", id)
        if isAtOrganization { description(row, &xml) }
        let nominees = isAtOrganization ? "other-appointees" : "other-nominees"
        try xml.element("chiefs") { (xml) throws(RegistryError) in
          if let first = notes[key]?[""] { for note in first { self.note(note, &xml) } }
          chiefs += try list(of: key, nominees: false, isAtOrganization, notes[key] ?? [:], &xml)
        }
        try xml.element(nominees) { (xml) throws(RegistryError) in
          chiefs += try list(of: key, nominees: true, isAtOrganization, [:], &xml)
        }
      }
      let folder = isAtOrganization ? "missions-orgs" : "missions-countries"
      try write(xml.document, at: row[6], in: [folder], else: "\(folder)/\(key).xml")
      missions += 1
    }
    return (missions, chiefs)
  }

  private func description(_ row: [String?], _ xml: inout XMLText) {
    xml.element("category", "international-organization")
    xml.element("names") { xml in
      xml.element("singular", row[3])
      xml.element("plural", row[4])
    }
    xml.element("description") { xml in
      xml.element("div") { xml in xml.element("p", row[5]) }
    }
  }

  private struct Note {
    let text: String
    let audit: [String?]
  }

  /// The notes of each mission, by the posting that they stand behind.
  private func notes() throws(RegistryError) -> [String: [String: [Note]]] {
    var notes: [String: [String: [Note]]] = [:]
    try rows(
      """
      SELECT n.mission, coalesce(n.follows, ''), n.text, c.recorded_by, c.recorded_on,
        c.revised_by, c.revised_on
      FROM mission_note AS n
      LEFT JOIN citation AS c ON c.key = 'pocom-mission-note-' || n.key
      ORDER BY n.mission, c.number, n.key
      """
    ) { (row) throws(RegistryError) in
      let note = Note(
        text: row[2] ?? "",
        audit: [row[3], row[4], row[5], row[6]])
      notes[row[0] ?? "", default: [:]][row[1] ?? "", default: []].append(note)
    }
    return notes
  }

  private func note(_ note: Note, _ xml: inout XMLText) {
    xml.element("mission-note") { xml in
      xml.element("text", note.text)
      for (name, value) in zip(
        ["created-by", "created-date", "last-modified-by", "last-modified-date"], note.audit)
      {
        xml.element(name, value)
      }
    }
  }

  /// The rows of one list, in the order of the source; new ones behind those before whom they began.
  private func list(
    of mission: String, nominees: Bool, _ isAtOrganization: Bool, _ notes: [String: [Note]],
    _ xml: inout XMLText
  ) throws(RegistryError) -> Int {
    var count = 0
    try rows(
      """
      SELECT t.key, coalesce(c.record, t.key), \(raw: Self.identifierOf), t.title,
        coalesce(
          CASE WHEN c.says LIKE '%territory: %'
            THEN substr(c.says, instr(c.says, 'territory: ') + 11)
          END,
          \(raw: Self.territory(of: "a.receiver"))
        ),
        a.appointed, a.appointed_note, a.arrived, a.arrived_note,
        coalesce(a.credentials, a.took_charge), coalesce(a.credentials_note, a.took_charge_note),
        coalesce(CASE WHEN t.end_mark IS NULL THEN t.ended END, a.ended), coalesce(t.end_note, a.ended_note), t.note,
        c.recorded_by, c.recorded_on, c.revised_by, c.revised_on
      FROM posting AS t
      JOIN accreditation AS a ON a.posting = t.key AND a.is_resident
      LEFT JOIN citation AS c ON c.posting = t.key AND c.source = 'pocom'
      WHERE t.mission = \(mission) AND (t.nomination IS NOT NULL) = \(nominees ? 1 : 0)
      ORDER BY coalesce(c.number, 1000000), coalesce(a.began_earliest, a.appointed_earliest), t.key
      """
    ) { (row) throws(RegistryError) in
      xml.element("chief") { xml in
        xml.element("id", row[1])
        xml.element("person-id", row[2])
        xml.element("role-title-id", PocomCodes.role(of: row[3] ?? ""))
        if !isAtOrganization { xml.element("contemporary-territory-id", row[4]) }
        for (index, name) in ["appointed", "arrived", "started", "ended"].enumerated() {
          let (date, note) = PocomDate.written(row[5 + 2 * index], note: row[6 + 2 * index])
          xml.element(name) { xml in
            xml.element("date", date)
            xml.element("note", note)
          }
        }
        xml.element("note", row[13])
        audit(row, from: 14, &xml)
      }
      for note in notes[row[0] ?? ""] ?? [] { self.note(note, &xml) }
      count += 1
    }
    return count
  }
}
