package import Registry
import SQLite

/// Writes the heads of a registry as pocom has them: a file a person, a mission, a group of
/// appointments held together, a title.
///
/// What came from pocom goes out under the identifiers, in the files and in the order that it had
/// there. Anything else goes out under its own keys.
package final class PocomExport {
  let registry: Registry
  /// The paths that files were written to.
  private var taken: Set<String> = []
  /// Takes a file: its path in the folder, and its text.
  private let put: (_ path: String, _ text: String) throws(RegistryError) -> Void

  package init(
    _ registry: Registry, write: @escaping (String, String) throws(RegistryError) -> Void
  ) {
    self.registry = registry
    put = write
  }

  /// How many files of each kind were written.
  package struct Written: Sendable {
    package var people = 0
    package var missions = 0
    package var chiefs = 0
    package var groups = 0
    package var titles = 0
  }

  /// - Throws: where the registry cannot be read or a file not be written.
  package func run() throws(RegistryError) -> Written {
    var written = Written()
    written.people = try people()
    (written.missions, written.chiefs) = try missions()
    written.groups = try groups()
    written.titles = try titles()
    return written
  }

  /// Writes a file where it was in pocom, else under its key.
  ///
  /// - Parameters:
  ///   - kept: the place that the registry keeps of it: what another office or program put there
  ///     can be anything, and two records can name one file.
  ///   - folders: where records of the kind lie.
  func write(
    _ text: String, at kept: String?, in folders: [String], else place: String
  ) throws(RegistryError) {
    var path = kept.flatMap { Self.isPlace($0, in: folders) ? $0 : nil } ?? place
    if taken.contains(path) { path = place }
    var number = 1
    while !taken.insert(path).inserted {
      number += 1
      path = "\(place.dropLast(4))-\(number).xml"
    }
    try put(path, text)
  }

  /// Whether a path is one that an import would find again.
  private static func isPlace(_ path: String, in folders: [String]) -> Bool {
    guard !path.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }),
      folders.contains(where: { path.hasPrefix("\($0)/") }), path.hasSuffix(".xml")
    else { return false }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && $0.utf8.count <= 200 }
      && parts.dropLast().allSatisfy { !$0.hasSuffix(".xml") } && parts.count < 10
  }

  /// The identifier that a person had in pocom, for a row that refers to it by key.
  static let identifierOf: SQL = """
    coalesce(
      (
        SELECT c.record FROM citation AS c
        WHERE c.person = t.person AND c.source = 'pocom' AND c.field IS NULL
      ), t.person
    )
    """

  func rows(_ sql: SQL, _ body: ([String?]) throws(RegistryError) -> Void) throws(RegistryError) {
    try registry.eachRow(sql, body)
  }

  // MARK: People

  private func people() throws(RegistryError) -> Int {
    let names = try lists("SELECT person, name FROM person_name ORDER BY person, name")
    let old = try lists(
      """
      SELECT i.person, i.identifier FROM person_identifier AS i
      WHERE i.scheme = 'pocom' ORDER BY i.person, i.identifier
      """)
    var count = 0
    try rows(
      """
      SELECT t.key, coalesce(c.record, t.key), t.family_name, t.given_name, t.name_suffix, t.name,
        t.born, t.died, t.career, t.home, c.file, c.recorded_by, c.recorded_on, c.revised_by,
        c.revised_on
      FROM person AS t
      LEFT JOIN citation AS c ON c.person = t.key AND c.source = 'pocom' AND c.field IS NULL
      ORDER BY t.key
      """
    ) { (row) throws(RegistryError) in
      let key = row[0] ?? ""
      let id = row[1] ?? key
      var xml = XMLText()
      xml.element("person") { xml in
        xml.element("id", id)
        let others = (old[key] ?? []).filter { $0 != id }
        if !others.isEmpty {
          xml.element("old-ids") { xml in for other in others { xml.element("old-id", other) } }
        }
        xml.element("persName") { xml in
          let family = row[2]
          xml.element("surname", family ?? row[5])
          xml.element("forename", row[3])
          if let suffix = row[4] { xml.element("genName", suffix) }
          for name in names[key] ?? [] { xml.element("altname", name) }
        }
        xml.element("birth", row[6])
        xml.element("death", row[7])
        xml.element("career-type", row[8])
        let homes = row[9]?.split(separator: " ").map(String.init) ?? []
        xml.element("residence") { xml in
          for home in homes.isEmpty ? [""] : homes { xml.element("state-id", home) }
        }
        audit(row, from: 11, &xml)
      }
      let name = Key.isValid(id) ? id : key
      try write(
        xml.document, at: row[10], in: ["people", "people-pending"],
        else: "people/\(name.prefix(1))/\(name).xml")
      count += 1
    }
    return count
  }

  /// Texts by the key that they belong to, in the order of the query.
  func lists(_ sql: SQL) throws(RegistryError) -> [String: [String]] {
    var lists: [String: [String]] = [:]
    try rows(sql) { (row) throws(RegistryError) in
      if let key = row[0], let value = row[1] {
        lists[key, default: []].append(value)
      }
    }
    return lists
  }

  func audit(_ row: [String?], from index: Int, _ xml: inout XMLText) {
    xml.element("created-by", row[index])
    xml.element("created-date", row[index + 1])
    xml.element("last-modified-by", row[index + 2])
    xml.element("last-modified-date", row[index + 3])
  }

  // MARK: Groups and titles

  private func groups() throws(RegistryError) -> Int {
    let members = try lists(
      """
      SELECT m.appointment, coalesce(c.record, m.posting)
      FROM concurrent_member AS m
      LEFT JOIN citation AS c ON c.posting = m.posting AND c.source = 'pocom'
      ORDER BY m.appointment, c.record, m.posting
      """)
    var count = 0
    try rows(
      """
      SELECT t.key, \(raw: Self.identifierOf),
        coalesce(
          (
            SELECT l.record FROM citation AS l
            WHERE l.key = 'gsh-place-' || t.place AND l.source = 'gsh'
          ), t.place
        ),
        \(raw: Self.territory(of: "t.party")),
        c.file, c.recorded_by, c.recorded_on, c.revised_by, c.revised_on
      FROM concurrent_appointment AS t
      LEFT JOIN citation AS c ON c.key = 'pocom-concurrent-group-' || t.key
      ORDER BY t.key
      """
    ) { (row) throws(RegistryError) in
      let key = row[0] ?? ""
      var xml = XMLText()
      xml.element("concurrent-appointments") { xml in
        xml.element("id", key)
        xml.element("person-id", row[1])
        xml.element("resident-at") { xml in
          xml.element("locale-id", row[2])
          xml.element("contemporary-territory-id", row[3])
        }
        for chief in members[key] ?? [] { xml.element("chief-id", chief) }
        audit(row, from: 5, &xml)
      }
      try write(
        xml.document, at: row[4], in: ["concurrent-appointments"],
        else: "concurrent-appointments/\(key).xml")
      count += 1
    }
    return count
  }

  /// What gsh calls a party: its territory, else its country, else the key.
  static func territory(of party: SQL) -> SQL {
    """
    coalesce(
      (
        SELECT g.record FROM citation AS g
        WHERE g.party = \(raw: party) AND g.key GLOB 'gsh-territory-*'
      ),
      (
        SELECT g.record FROM citation AS g
        WHERE g.party = \(raw: party) AND g.key GLOB 'gsh-country-*'
      ),
      \(raw: party)
    )
    """
  }

  private func titles() throws(RegistryError) -> Int {
    var count = 0
    try rows(
      """
      SELECT key, name_en, coalesce(name_en_plural, name_en) FROM title
      WHERE (function <> 'post' OR name_en_plural IS NOT NULL)
        AND key NOT IN (SELECT key FROM mission)
      ORDER BY key
      """
    ) { (row) throws(RegistryError) in
      let key = row[0] ?? ""
      let id = PocomCodes.role(of: key)
      var xml = XMLText()
      xml.element("role", [("mode", "active")]) { xml in
        xml.element("id", id)
        xml.element("class", "chief")
        xml.element("category", "country")
        xml.element("names") { xml in
          xml.element("singular", row[1])
          xml.element("plural", row[2])
        }
      }
      try write(
        xml.document, at: nil, in: [], else: "roles-country-chiefs/\(id).xml")
      count += 1
    }
    return count
  }
}
