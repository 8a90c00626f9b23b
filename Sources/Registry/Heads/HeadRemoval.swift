import SQLite

/// Taking back a head that was entered by mistake.
extension HeadOffice {
  /// What the change is called that adds one head.
  package static let addAction = "head add"

  package struct TakenBack: Sendable {
    package let posting: String
    package let personName: String
    package let mission: String
    package let accreditations: Int
    package let personWentToo: Bool
  }

  /// Takes out what adding a head put in: the posting, its accreditations, and the person
  /// where adding this head alone entered it, no list or script, and nothing else has come to stand on it since.
  package func takeBack(_ posting: String) throws(RegistryError) -> TakenBack {
    let row = try registry.first(
      """
      SELECT person.key, person.name, p.mission,
        (SELECT count(*) FROM accreditation WHERE posting = p.key),
        person.entered_in IS p.entered_in AND EXISTS (
            SELECT 1 FROM change WHERE number = p.entered_in AND action = \(HeadOffice.addAction)
          )
          AND NOT EXISTS (
            SELECT 1 FROM posting AS q WHERE q.person = person.key AND q.key <> p.key
          )
          AND NOT EXISTS (SELECT 1 FROM person_name WHERE person = person.key)
          AND NOT EXISTS (SELECT 1 FROM person_rank WHERE person = person.key)
          AND NOT EXISTS (SELECT 1 FROM person_identifier WHERE person = person.key)
          AND NOT EXISTS (SELECT 1 FROM citation WHERE person = person.key)
          AND NOT EXISTS (
            SELECT 1 FROM settled_finding WHERE person = person.key AND posting IS NOT p.key
          )
      FROM posting AS p JOIN person ON person.key = p.person
      WHERE p.key = \(posting)
      """
    ) { (row) throws(SQLiteError) in
      (
        person: try row.get(0, as: String.self), name: try row.get(1, as: String.self),
        mission: try row.get(2, as: String.self), accreditations: try row.get(3, as: Int.self),
        isOnlyHere: try row.get(4, as: Bool.self)
      )
    }
    guard let row else {
      throw RegistryError(
        .unknownName,
        Sentence("There is no posting \(posting).", vi: "Không có lần bổ nhiệm \(posting)."))
    }
    _ = try records.remove(.posting, key: posting)
    if row.isOnlyHere { _ = try records.remove(.person, key: row.person) }
    return TakenBack(
      posting: posting, personName: row.name, mission: row.mission,
      accreditations: row.accreditations, personWentToo: row.isOnlyHere)
  }
}
