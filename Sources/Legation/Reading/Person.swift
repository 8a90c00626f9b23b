import Registry

/// A person who heads, headed or was named to head a mission.
public struct Person: Hashable, Sendable, Identifiable {
  /// The gender of a person.
  public enum Gender: String, Sendable, CaseIterable {
    /// Female.
    case female
    /// Male.
    case male
  }

  /// The key of the person, as `do-minh-hung`.
  public let key: String
  /// The name as it is written: the family name first in Vietnamese names.
  public let name: String
  /// The family name, where the order of the words does not tell.
  public let familyName: String?
  /// The middle name.
  public let middleName: String?
  /// The given name, by which Vietnamese names are sorted.
  public let givenName: String?
  /// The gender, where it is recorded.
  public let gender: Gender?
  /// When born.
  public let born: PartialDate?
  /// When died.
  public let died: PartialDate?
  /// `career`, `non-career`, or another word of the service.
  public let career: String?
  /// The person's identifier in Wikidata, Q and a number.
  public let wikidata: String?
  /// Remarks.
  public let note: String?

  /// The ``key``.
  public var id: String { key }

  init(_ record: Record) throws(RegistryError) {
    key = record.key
    name = record.text("name") ?? ""
    familyName = record.text("family_name")
    middleName = record.text("middle_name")
    givenName = record.text("given_name")
    gender = record.text("gender").flatMap(Gender.init)
    born = try record.date("born")
    died = try record.date("died")
    career = record.text("career")
    wikidata = record.text("wikidata")
    note = record.text("note")
  }
}

extension Registry {
  /// People, by name: Vietnamese names by given name.
  ///
  /// - Parameters:
  ///   - words: each begins a word of a name of the person; `nil` is all of them.
  ///   - facts: what they say in columns of theirs: `["gender": "female"]`.
  ///   - limit: so many at most.
  /// - Returns: the people, one at a time.
  /// - Throws: as ``records(of:matching:where:limit:)``.
  public func people(
    matching words: String? = nil, where facts: Facts = [:], limit: Int? = nil
  ) throws(RegistryError) -> Rows<Person> {
    try records(of: .person, matching: words, where: facts, limit: limit).map(Person.init)
  }

  /// The person whom somebody means.
  ///
  /// - Parameter name: the key, or a name that fits only this one, with or without marks and tones.
  /// - Returns: the person.
  /// - Throws: as ``record(_:_:)``.
  public func person(_ name: String) throws(RegistryError) -> Person {
    try Person(try record(.person, name))
  }
}
