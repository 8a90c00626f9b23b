package import Files
package import Registry
import SQLite

/// The registry as entities of FollowTheMoney, a line of JSON each: Person, Organization (the
/// missions), Position (the headship of each) and Occupancy.
///
/// A position names the sending and the receiving state. The status of an occupancy is what the
/// registry knows on the last day that it speaks of. Nominees who never served occupy nothing.
package struct FollowTheMoneyExport {
  private let registry: Registry
  private let sink: ByteSink

  package init(_ registry: Registry, to sink: ByteSink) {
    self.registry = registry
    self.sink = sink
  }

  /// - Returns: how many entities it wrote.
  package func run() throws(RegistryError) -> Int {
    var count = 0
    for sql in [people, missions, positions, occupancies] {
      try registry.eachRow(sql, writingTo: sink) { row in
        row.withTextBytes(at: 0) { sink.write($0) }
        sink.write(UInt8(ascii: "\n"))
        count += 1
      }
    }
    return count
  }

  // Every property is a list; one that would hold nothing is left out. json_patch('{}', …) leaves
  // out what is null, and lists are taken as they are.

  private func list(_ value: SQL) -> SQL {
    "CASE WHEN (\(raw: value)) IS NOT NULL THEN json_array(\(raw: value)) END"
  }

  /// What is said in words: a note, and dates that the properties cannot say in full.
  private func notes(_ note: SQL?, _ dates: KeyValuePairs<String, SQL>) -> SQL {
    var texts: [SQL] = []
    if let note { texts.append("SELECT \(raw: note) AS text") }
    for (name, date) in dates {
      texts.append("SELECT \(text: name + ": ") || \(raw: PlainDate.exact(date)) AS text")
    }
    return """
      (
        SELECT CASE WHEN count(text) > 0 THEN json_group_array(text) END
        FROM (\(raw: texts.joined(separator: " UNION ALL "))) WHERE text IS NOT NULL
      )
      """
  }

  private func entity(_ schema: SQL, id: SQL, _ properties: KeyValuePairs<String, SQL>) -> SQL {
    let pairs = properties.map { "\(text: $0.key), \(raw: $0.value)" as SQL }
    return """
      SELECT json_object(
        'id', \(raw: id), 'schema', '\(raw: schema)',
        'properties', json_patch('{}', json_object(\(raw: pairs.joined(separator: ", "))))
      )
      """
  }

  private var people: SQL {
    entity(
      "Person", id: "'legation-person-' || p.key",
      [
        "name": list("p.name"),
        "alias": """
        (
          SELECT CASE WHEN count(*) > 0 THEN json_group_array(name) END
          FROM (SELECT name FROM person_name WHERE person = p.key ORDER BY name)
        )
        """,
        "previousName": """
        (
          SELECT CASE WHEN count(*) > 0 THEN json_group_array(name) END
          FROM (SELECT name FROM person_former WHERE person = p.key ORDER BY changed_latest, changed)
        )
        """,
        "firstName": list("p.given_name"), "middleName": list("p.middle_name"),
        "lastName": list("p.family_name"), "nameSuffix": list("p.name_suffix"),
        "birthDate": list(PlainDate.of("p.born")), "deathDate": list(PlainDate.of("p.died")),
        "gender": list("p.gender"), "wikidataId": list("p.wikidata"),
        "notes": notes("p.note", ["born": "p.born", "died": "p.died"]),
      ]) + " FROM person AS p ORDER BY p.key"
  }

  private var missions: SQL {
    entity(
      "Organization", id: "'legation-mission-' || m.key",
      [
        "name": list("coalesce(m.name_en, m.name_vi)"),
        "alias": list("CASE WHEN m.name_en <> m.name_vi THEN m.name_vi END"),
        "previousName": """
        (
          SELECT CASE WHEN count(*) > 0 THEN json_group_array(name) END
          FROM (
            SELECT coalesce(name_en, name_vi) AS name FROM mission_former
            WHERE mission = m.key AND coalesce(name_en, name_vi) IS NOT NULL ORDER BY changed_latest, changed
          )
        )
        """,
        "country": list("lower(s.iso_alpha2)"),
        "incorporationDate": list(PlainDate.of("m.opened")),
        "dissolutionDate": list(PlainDate.of("m.closed")),
        "wikidataId": list("m.wikidata"),
        "notes": notes("m.note", ["opened": "m.opened", "closed": "m.closed"]),
      ]) + " FROM mission AS m JOIN party AS s ON s.key = m.sender ORDER BY m.key"
  }

  private var positions: SQL {
    entity(
      "Position", id: "'legation-head-of-' || m.key",
      [
        "name": list("'Head of mission, ' || coalesce(m.name_en, m.name_vi)"),
        "country": """
        (
          SELECT CASE WHEN count(code) > 0 THEN json_group_array(code) END
          FROM (
            SELECT lower(s.iso_alpha2) AS code WHERE s.iso_alpha2 IS NOT NULL
            UNION
            SELECT lower(r.iso_alpha2) WHERE r.iso_alpha2 IS NOT NULL
          )
        )
        """,
        "organization": list("'legation-mission-' || m.key"),
        "inceptionDate": list(PlainDate.of("m.opened")),
        "dissolutionDate": list(PlainDate.of("m.closed")),
      ]) + """
         FROM mission AS m
        JOIN party AS s ON s.key = m.sender
        JOIN party AS r ON r.key = m.receiver
        ORDER BY m.key
        """
  }

  private var occupancies: SQL {
    entity(
      "Occupancy", id: "'legation-posting-' || i.posting",
      [
        "holder": list("'legation-person-' || i.person"),
        "post": list("'legation-head-of-' || i.mission"),
        "startDate": list(PlainDate.of("i.began")),
        "endDate": list(PlainDate.end),
        "description": notes(nil, ["began": "i.began", "ended": PlainDate.storedEnd]),
        "status": list(
          """
          CASE
            WHEN i.status = 'left' THEN 'ended'
            WHEN i.in_office = 'certainly' THEN 'current'
            ELSE 'unknown'
          END
          """),
        "periodStart": list(PlainDate.of("t.begins")),
        "periodEnd": list(PlainDate.of("t.ends")),
        "summary": list("i.title_name_en"),
        "recordId": list("i.posting"),
        "sourceUrl": """
        (
          SELECT CASE WHEN count(*) > 0 THEN json_group_array(address) END
          FROM (
            SELECT DISTINCT s.address FROM citation AS c JOIN source AS s ON s.key = c.source
            WHERE c.posting = i.posting AND s.address IS NOT NULL ORDER BY s.address
          )
        )
        """,
      ]) + """
         FROM accreditation AS a
        CROSS JOIN incumbency AS i ON i.accreditation = a.key
        LEFT JOIN term AS t ON t.key = i.term
        WHERE a.is_resident ORDER BY a.posting
        """
  }
}
