import SQLite
import Schema

/// What is known of each service, whatever the day asked, stands in a table that triggers keep. Here
/// is what they cannot see: records that come in any order, and the past.
extension Registry {
  /// The columns of `service` that follow from a posting's own records.
  static let recordedService: SQL = """
    accreditation, mission, is_resident, function, is_served, is_bare, is_unsure, has_no_act,
    has_no_end, lacks_begin, lacks_end, is_dated, begun_from, begun_until, seen_on, ended_from,
    ended_until, stayed_until
    """

  /// The columns of `service` that follow from the other heads of the mission.
  static let neighbouringService: SQL = """
    follower, followed_from, followed_until, preceded_until, predecessor
    """

  /// The missions of whose heads changes wrote a record, or of whose lives.
  ///
  /// - Parameter condition: which changes, of `t.change`.
  static func missionsWritten(where condition: SQL) -> SQL {
    """
    SELECT h.mission FROM main.accreditation_history AS t
    JOIN main.accreditation_history AS h ON h.key = t.key AND h.gone = 0
    WHERE \(raw: condition)
    UNION
    SELECT h.mission FROM main.posting_history AS t
    JOIN main.posting_history AS h ON h.key = t.key AND h.gone = 0
    WHERE \(raw: condition)
    UNION
    SELECT t.key FROM main.mission_history AS t WHERE \(raw: condition)
    UNION
    SELECT t.mission FROM main.mission_closure_history AS t WHERE \(raw: condition)
    UNION
    SELECT h.mission FROM main.posting_history AS h
    WHERE h.person IN (SELECT t.key FROM main.person_history AS t WHERE \(raw: condition))
    """
  }

  /// The same, with those of whose receivers something was written, and all where a setting was.
  private static func missionsBounded(where condition: SQL) -> SQL {
    """
    \(raw: missionsWritten(where: condition))
    UNION
    SELECT h.mission FROM main.accreditation_history AS h
    WHERE h.receiver IN (SELECT t.key FROM main.party_history AS t WHERE \(raw: condition))
    UNION
    SELECT h.key FROM main.mission_history AS h
    WHERE EXISTS (SELECT 1 FROM main.registry_history AS t WHERE \(raw: condition))
    """
  }

  /// Makes anew what is known of services, where changes put records in without regard to their
  /// order: the triggers of one saw the others not yet.
  func renewServices(by changes: ClosedRange<Int>) throws(RegistryError) {
    let (first, last) = (changes.lowerBound, changes.upperBound)
    let missions = Self.missionsBounded(
      where: "t.change BETWEEN \(carried: first) AND \(carried: last)")
    try run(
      """
      INSERT INTO service_anew
      SELECT posting, mission FROM accreditation
      WHERE is_resident AND posting IN (SELECT key FROM posting WHERE mission IN (\(raw: missions)))
      """)
  }

  /// Puts what was known of each service in front of the file's, where it was something else: of the
  /// missions of which a record was written since it is made anew, from the records as they stood.
  func hideServices(until change: Int) throws(RegistryError) {
    let written = Self.missionsBounded(where: "t.change > \(carried: change)")
    guard try value("SELECT EXISTS (\(raw: written))", as: Bool.self) == true else { return }
    let statements: [SQL] = [
      "CREATE TEMP TABLE service AS SELECT * FROM main.service WHERE 0",
      "CREATE TEMP TABLE written_since AS \(raw: written)",
      """
      INSERT INTO temp.service
      SELECT * FROM main.service WHERE mission NOT IN (SELECT mission FROM temp.written_since)
      """,
      """
      INSERT INTO temp.service (
        \(raw: Self.recordedService), followed_from, followed_until, preceded_until
      )
      SELECT \(raw: Self.recordedService), '9999', '9999', '0000' FROM recorded_service
      WHERE mission IN (SELECT mission FROM temp.written_since)
      """,
      "CREATE UNIQUE INDEX temp.service_by_key ON service (accreditation)",
      "CREATE INDEX temp.service_by_mission ON service (mission, begun_until, accreditation)",
      "CREATE INDEX temp.service_by_end ON service (ended_until)",
      """
      UPDATE temp.service
      SET (\(raw: Self.neighbouringService)) = (
        SELECT \(raw: Self.neighbouringService)
        FROM neighbouring_service AS n
        WHERE n.accreditation = service.accreditation
      )
      WHERE (lacks_begin OR lacks_end)
        AND mission IN (SELECT mission FROM temp.written_since)
      """,
      "DROP TABLE temp.written_since",
    ]
    for statement in statements { try run(statement) }
  }

  /// A service that does not fit the records; `nil` where all do.
  func misfitService() throws(RegistryError) -> String? {
    try value(
      """
      SELECT s.accreditation
      FROM service AS s
      JOIN neighbouring_service AS n ON n.accreditation = s.accreditation
      WHERE (s.lacks_begin OR s.lacks_end) AND (
        s.follower, s.followed_from, s.followed_until, s.preceded_until, s.predecessor
      ) IS NOT (n.follower, n.followed_from, n.followed_until, n.preceded_until, n.predecessor)
      UNION ALL
      SELECT accreditation
      FROM (
        SELECT \(raw: Self.recordedService) FROM recorded_service
        EXCEPT
        SELECT \(raw: Self.recordedService) FROM service
      )
      UNION ALL
      SELECT 'services' WHERE (SELECT count(*) FROM service) <> (SELECT count(*) FROM accreditation)
      LIMIT 1
      """, as: String.self)
  }
}
