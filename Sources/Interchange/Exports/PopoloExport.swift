package import Files
package import Registry
import SQLite

/// The registry as one Popolo document (popoloproject.com, 1.0.1): persons, organizations, posts,
/// memberships, areas, and terms as events.
///
/// A post stands for the headship of a mission, held or not. Nominees who never served hold none
/// and are left out. Dates are as the registry has them, a year, a month or a day, which is what
/// Popolo takes. What it has no words for stands beside them: the exact form of an unsure date or of
/// bounds in `start_date_edtf` and the like, in the Extended Date/Time Format, the term of a
/// membership in `legislative_period_id`, as EveryPolitician has it.
package struct PopoloExport {
  private let registry: Registry
  private let name: SQL
  private let otherName: SQL
  private let unsure: String
  private let endedUndated: String
  private let sink: ByteSink

  package init(_ registry: Registry, in language: Language, to sink: ByteSink) {
    self.registry = registry
    unsure = Sentence(" (dates unsure)", vi: " (ngày chưa chắc chắn)")[language]
    endedUndated =
      Sentence(
        " (ended, no day recorded)", vi: " (đã kết thúc, không ghi ngày)")[language]
    self.sink = sink
    name = language == .vietnamese ? "name_vi" : "name_en"
    otherName = language == .vietnamese ? "name_en" : "name_vi"
  }

  /// - Returns: how many records of all sorts it wrote.
  package func run() throws(RegistryError) -> Int {
    var count = 0
    let parts: [(String, SQL)] = [
      ("persons", persons), ("organizations", organizations), ("posts", posts),
      ("memberships", memberships), ("areas", areas), ("events", events),
    ]
    sink.write("{")
    for (index, (part, sql)) in parts.enumerated() {
      sink.write(index == 0 ? "\n\"\(part)\": [" : ",\n\"\(part)\": [")
      var isFirst = true
      try registry.eachRow(sql, writingTo: sink) { row in
        sink.write(isFirst ? "\n" : ",\n")
        row.withTextBytes(at: 0) { sink.write($0) }
        isFirst = false
        count += 1
      }
      sink.write("\n]")
    }
    sink.write("\n}\n")
    return count
  }

  // json_patch('{}', …) leaves out what is null, in objects within objects too; an empty list is
  // made null before.

  /// A date as Popolo takes it, and beside it the exact one where that says more.
  private func date(_ field: SQL, _ stored: SQL) -> SQL {
    """
    '\(raw: field)', \(raw: PlainDate.of(stored)),
      '\(raw: field)_edtf', \(raw: PlainDate.exact(stored))
    """
  }

  private func identifiers(of table: SQL, as row: SQL) -> SQL {
    """
    (
      SELECT CASE WHEN count(*) > 0 THEN json_group_array(json_object(
        'scheme', i.scheme, 'identifier', i.identifier
      )) END
      FROM (
        SELECT 'wikidata' AS scheme, \(raw: row).wikidata AS identifier
        WHERE \(raw: row).wikidata IS NOT NULL
        UNION ALL
        SELECT scheme, identifier FROM \(raw: table)_identifier
        WHERE \(raw: table) = \(raw: row).key
        ORDER BY scheme, identifier
      ) AS i
    )
    """
  }

  private func sources(of column: SQL, _ key: SQL) -> SQL {
    """
    (
      SELECT CASE WHEN count(*) > 0 THEN json_group_array(json_patch('{}', json_object(
        'url', c.url, 'note', c.note
      ))) END
      FROM (
        SELECT coalesce(s.address, s.title) AS url, coalesce(t.record, t.says) AS note
        FROM citation AS t JOIN source AS s ON s.key = t.source
        WHERE t.\(raw: column) = \(raw: key)
        ORDER BY t.key
      ) AS c
    )
    """
  }

  private var persons: SQL {
    """
    SELECT json_patch('{}', json_object(
      'id', 'person/' || p.key,
      'name', p.name,
      'family_name', p.family_name,
      'given_name', p.given_name,
      'additional_name', p.middle_name,
      'honorific_suffix', p.name_suffix,
      'sort_name', p.sort_name,
      'gender', p.gender,
      \(raw: date("birth_date", "p.born")),
      \(raw: date("death_date", "p.died")),
      'summary', p.note,
      'other_names', (
        SELECT CASE WHEN count(*) > 0 THEN json_group_array(json_patch('{}', json_object(
          'name', n.name, \(raw: date("end_date", "n.until")), 'note', n.note
        ))) END
        FROM (
          SELECT name, NULL AS until, note FROM person_name WHERE person = p.key
          UNION ALL
          SELECT name, changed, note FROM person_former WHERE person = p.key
          ORDER BY name, until, note
        ) AS n
      ),
      'identifiers', \(raw: identifiers(of: "person", as: "p")),
      'sources', \(raw: sources(of: "person", "p.key"))
    ))
    FROM person AS p ORDER BY p.key
    """
  }

  /// The sender, the missions, and the organizations that receive some.
  private var organizations: SQL {
    """
    SELECT json_patch('{}', json_object(
      'id', 'party/' || p.key,
      'name', coalesce(p.\(raw: name), p.\(raw: otherName)),
      'classification', p.kind,
      \(raw: date("founding_date", "p.valid_from")),
      \(raw: date("dissolution_date", "p.valid_until"))
    )) AS object
    FROM party AS p
    WHERE p.key IN (SELECT sender FROM mission)
      OR p.kind = 'organization' AND p.key IN (SELECT receiver FROM mission)
    UNION ALL
    SELECT json_patch('{}', json_object(
      'id', 'mission/' || m.key,
      'name', coalesce(m.\(raw: name), m.\(raw: otherName)),
      'other_names', (
        SELECT CASE WHEN count(*) > 0 THEN json_group_array(json_patch('{}', json_object(
          'name', n.name, \(raw: date("start_date", "n.used_from")),
          \(raw: date("end_date", "n.used_until")), 'note', n.note
        ))) END
        FROM (
          SELECT m.\(raw: otherName) AS name, NULL AS used_from, NULL AS used_until, NULL AS note
          WHERE m.\(raw: name) IS NOT NULL AND m.\(raw: otherName) IS NOT NULL
          UNION ALL
          SELECT name, used_from, used_until, note FROM mission_name WHERE mission = m.key
          UNION ALL
          SELECT coalesce(\(raw: name), \(raw: otherName)), NULL, changed, note
          FROM mission_former
          WHERE mission = m.key AND coalesce(name_en, name_vi) IS NOT NULL
          ORDER BY name, used_from, used_until, note
        ) AS n
      ),
      'classification', m.kind,
      'parent_id', CASE
        WHEN m.parent IS NULL THEN 'party/' || m.sender ELSE 'mission/' || m.parent
      END,
      'area_id', CASE WHEN r.kind <> 'organization' THEN 'area/' || m.receiver END,
      \(raw: date("founding_date", "m.opened")),
      \(raw: date("dissolution_date", "m.closed")),
      'abstract', m.note,
      'identifiers', \(raw: identifiers(of: "mission", as: "m")),
      'sources', \(raw: sources(of: "mission", "m.key"))
    ))
    FROM mission AS m JOIN party AS r ON r.key = m.receiver
    ORDER BY object
    """
  }

  private var posts: SQL {
    """
    SELECT json_patch('{}', json_object(
      'id', 'post/' || m.key,
      'label', coalesce(t.\(raw: name), t.\(raw: otherName)) || ', '
        || coalesce(m.\(raw: name), m.\(raw: otherName)),
      'role', coalesce(t.\(raw: name), t.\(raw: otherName)),
      'organization_id', 'mission/' || m.key,
      'area_id', CASE WHEN r.kind <> 'organization' THEN 'area/' || m.receiver END,
      \(raw: date("start_date", "m.opened")),
      \(raw: date("end_date", "m.closed"))
    ))
    FROM mission AS m
    JOIN party AS r ON r.key = m.receiver
    JOIN title AS t ON t.key = (
      SELECT tk.title FROM title_mission_kind AS tk JOIN title AS u ON u.key = tk.title
      WHERE tk.mission_kind = m.kind AND tk.is_usual AND u.function = 'head'
    )
    ORDER BY m.key
    """
  }

  private var memberships: SQL {
    """
    SELECT json_patch('{}', json_object(
      'id', 'accreditation/' || i.accreditation,
      'label', i.person_name || ', ' || i.title_\(raw: name) || ', ' || i.mission_\(raw: name)
        || CASE
          WHEN i.is_unsure OR instr(coalesce(i.began, '') || coalesce(i.ended, ''), '..') > 0 THEN \(unsure)
          WHEN i.ended IS NULL AND i.status = 'left' AND i.ended_by <> 'point' THEN \(endedUndated)
          ELSE ''
        END,
      'role', i.title_\(raw: name),
      'person_id', 'person/' || i.person,
      'organization_id', 'mission/' || i.mission,
      'post_id', 'post/' || i.mission,
      'on_behalf_of_id', 'party/' || m.sender,
      'area_id', CASE WHEN r.kind <> 'organization' THEN 'area/' || i.receiver END,
      \(raw: date("start_date", "i.began")),
      \(raw: date("end_date", PlainDate.storedEnd)),
      'legislative_period_id', 'term/' || i.term,
      'sources', \(raw: sources(of: "posting", "i.posting"))
    ))
    FROM accreditation AS a
    CROSS JOIN incumbency AS i ON i.accreditation = a.key
    CROSS JOIN mission AS m ON m.key = a.mission
    CROSS JOIN party AS r ON r.key = a.receiver
    ORDER BY a.key
    """
  }

  private var areas: SQL {
    """
    SELECT json_patch('{}', json_object(
      'id', 'area/' || p.key,
      'name', coalesce(p.\(raw: name), p.\(raw: otherName)),
      'identifier', p.iso_alpha2,
      'classification', p.kind
    ))
    FROM party AS p
    WHERE p.kind <> 'organization'
      AND (
        p.key IN (SELECT receiver FROM mission) OR p.key IN (SELECT receiver FROM accreditation)
      )
    ORDER BY p.key
    """
  }

  private var events: SQL {
    """
    SELECT json_patch('{}', json_object(
      'id', 'term/' || t.key,
      'name', t.key,
      'classification', 'legislative period',
      'description', t.note,
      \(raw: date("start_date", "t.begins")),
      \(raw: date("end_date", "t.ends")),
      'organization_id', (SELECT 'party/' || sender FROM registry WHERE sender IS NOT NULL)
    ))
    FROM term AS t ORDER BY t.key
    """
  }
}
