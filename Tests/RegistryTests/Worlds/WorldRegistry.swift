import SQLite

@testable import Registry

/// A registry into which small ones are written, each taken back before the next.
struct WorldRegistry {
  private let temporary: TemporaryRegistry
  private var connection: Connection { temporary.connection }

  init() throws {
    temporary = try TemporaryRegistry()
    try temporary.run("UPDATE party SET valid_from = NULL, valid_until = NULL")
    // One statement asks about any day: to make the views anew for each would take most of the time.
    try connection.execute(
      script: """
        CREATE TEMP TABLE day_in_question AS SELECT '' AS day;
        CREATE TEMP VIEW asked_day AS
        SELECT q.day, k.day AS known_day FROM day_in_question AS q CROSS JOIN known_day AS k;
        """)
    for view in try temporary.registry.views() where view.name == "tenure" {
      try connection.run(view.temporary())
    }
  }

  /// What the registry answers of each accreditation on each day.
  func answers(of facts: WorldFacts, on days: Range<Int>) throws -> [String: [String]] {
    try connection.run("BEGIN")
    defer { try? connection.run("ROLLBACK") }
    try connection.run(
      """
      INSERT INTO change (made_at, author, action, program)
      VALUES (strftime('%Y-%m-%dT%H:%M:%SZ'), 'test', 'by hand', 'test')
      """)
    try write(facts)
    var answers: [String: [String]] = [:]
    for day in days {
      try connection.run("UPDATE temp.day_in_question SET day = \(SmallCalendar.text(day))")
      var statement = try connection.statement("SELECT accreditation, in_office FROM tenure")
      while try statement.step() {
        answers[try statement.row.get(0), default: []].append(try statement.row.get(1))
      }
    }
    return answers
  }

  private func write(_ facts: WorldFacts) throws {
    try connection.run(
      """
      UPDATE registry SET known_until = \(SmallCalendar.text(facts.knownDay)),
        longest_term_months = \(facts.longestTermMonths)
      """)
    for party in facts.parties {
      try connection.run(
        """
        UPDATE party SET valid_from = \(party.validFrom?.text), valid_until = \(party.validUntil?.text)
        WHERE key = \(party.key)
        """)
    }
    for mission in facts.missions {
      try connection.run(
        """
        INSERT INTO mission (key, sender, receiver, kind, name_en, opened, closed)
        VALUES (
          \(mission.key), 'vn', 'fr', 'embassy', 'M', \(mission.opened?.text), \(mission.closed?.text)
        )
        """)
    }
    for person in facts.people {
      try connection.run(
        """
        INSERT INTO person (key, name, search_key, sort_key, born, died)
        VALUES (\(person.key), 'X', 'x', 'x', \(person.born?.text), \(person.died?.text))
        """)
    }
    for posting in facts.postings { try write(posting) }
  }

  private func write(_ posting: WorldFacts.Posting) throws {
    let nomination: String? = posting.isNominee ? "pending" : nil
    try connection.run(
      """
      INSERT INTO posting (
        key, person, mission, title, function, nomination, certainty, ended, end_mark
      ) VALUES (
        \(posting.key), \(posting.person), \(posting.mission), 'ambassador',
        \(posting.isActing ? "acting" : "head"), \(nomination),
        \(posting.isUncertain ? "uncertain" : "confirmed"), \(posting.ended?.text), \(posting.mark)
      )
      """)
    for accreditation in posting.accreditations {
      let dates = accreditation.dates.mapValues(\.text)
      try connection.run(
        """
        INSERT INTO accreditation (
          key, posting, mission, receiver, is_resident, functions_begin, appointed, handed_over,
          arrived, took_charge, copy_presented, credentials, provisionally_admitted, exequatur,
          in_office_by, in_office_on, ended
        ) VALUES (
          \(accreditation.key), \(posting.key), \(posting.mission), \(accreditation.receiver),
          \(accreditation.isResident ? 1 : 0), \(accreditation.practice), \(dates["appointed"]),
          \(dates["handed_over"]), \(dates["arrived"]), \(dates["took_charge"]),
          \(dates["copy_presented"]), \(dates["credentials"]), \(dates["provisionally_admitted"]),
          \(dates["exequatur"]), \(dates["in_office_by"]), \(dates["in_office_on"]),
          \(dates["ended"])
        )
        """)
    }
  }
}
