import Registry
import SQLite

/// The posts of a roster with no known head.
extension Roster {
  /// The missions among `keys`, which are open on the day and without a known full head.
  func section(ofPostsWithoutHead keys: [String], on day: String) -> ReportSection {
    let covers: SQL = """
      (
        SELECT group_concat(name, '; ')
        FROM (
          SELECT \(raw: phrases.name(of: "r")) AS name
          FROM mission_coverage AS c JOIN party AS r ON r.key = c.receiver
          WHERE c.mission = m.key AND c.ended IS NULL
          ORDER BY r.\(raw: phrases.localized("sort_key"))
        )
      )
      """
    let sql: SQL = """
      SELECT
        row_number() OVER (
          ORDER BY k.house_order, m.\(raw: phrases.localized("sort_key")), m.key
        ) AS number,
        CASE WHEN m.certainty = 'uncertain' THEN '?' END,
        NULL, NULL,
        \(raw: phrases.name(of: "m")),
        \(raw: covers),
        NULL, NULL, NULL,
        \(raw: phrases.label("vacancy.state", of: "'no-known-head'")),
        NULL, NULL, m.key, m.kind, 'no-known-head', m.certainty,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL
      FROM mission AS m
      JOIN mission_kind AS k ON k.key = m.kind
      WHERE m.key IN (SELECT value FROM json_each(\(Self.jsonArray(keys))))
      ORDER BY 1
      """
    return ReportSection(
      name: "posts_without_known_head",
      title: Sentence(
        "Posts with no known head on \(day)",
        vi: "Cơ quan chưa rõ người đứng đầu, ngày \(PageDate.vietnamese(day))"),
      columns: Self.columns, sql: sql,
      unprinted: [
        "name", "title", "appointed_or_handed_over", "credentials", "planned_or_standard_end",
        "status",
      ],
      whenEmpty: Sentence("None.", vi: "Không có."))
  }

  static func isOpen(on day: String) -> SQL {
    """
    ((m.opened_earliest <= \(day) OR m.opened_earliest IS NULL)
      AND (m.closed_latest >= \(day) OR m.closed IS NULL))
    """
  }

  /// Which index to take; past versions have their own.
  private func by(_ index: SQL) -> SQL {
    registry.asKnown == nil ? "INDEXED BY " + index : ""
  }

  /// Missions open on a day of which the registry knows no full head, by key.
  ///
  /// Newest head first, so that of a mission that is headed one row is looked at and not its
  /// history; and the plain case first, a head who began and has no end of any sort, because it
  /// needs none of the bounds of the view, and small indexes answer it.
  func postsWithoutHead(on day: String) throws(RegistryError) -> [String] {
    try registry.column(
      """
      SELECT m.key FROM mission AS m
      WHERE \(raw: Self.isOpen(on: day))
        AND (
          SELECT EXISTS (
            SELECT 1 FROM posting AS p \(raw: by("posting_open"))
            WHERE p.mission = m.key AND p.key = b.posting AND p.function = 'head'
              AND p.nomination IS NULL AND p.ended IS NULL AND p.end_mark IS NULL
              AND NOT EXISTS (
                SELECT 1 FROM person \(raw: by("person_who_died"))
                WHERE person.key = p.person AND person.died IS NOT NULL
              )
          )
          FROM accreditation AS b
          WHERE b.mission = m.key AND b.is_resident AND b.began_earliest <= \(day)
            AND b.ended IS NULL
          ORDER BY b.began_earliest DESC
          LIMIT 1
        ) IS NOT 1
        AND (
          SELECT 1
          FROM accreditation AS b
          CROSS JOIN posting AS p ON p.key = b.posting
          JOIN incumbency AS i ON i.accreditation = b.key
          WHERE b.mission = m.key AND b.is_resident AND p.function = 'head'
            AND coalesce(iif(b.ended IS NULL, p.ended_latest, b.ended_latest), '9999') >= \(day)
            AND \(raw: Self.isInOffice(on: day, term: nil))
          ORDER BY b.began_earliest DESC
          LIMIT 1
        ) IS NULL
      """, as: String.self)
  }

  /// Keys hold letters, digits and hyphens: nothing to escape.
  private static func jsonArray(_ keys: [String]) -> String {
    "[" + keys.map { "\"\($0)\"" }.joined(separator: ",") + "]"
  }
}
