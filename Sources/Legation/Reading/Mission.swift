import Registry

/// A mission: an embassy, a consulate, a permanent mission, an office.
public struct Mission: Hashable, Sendable, Identifiable {
  /// The key of the mission, as `gb-london`.
  public let key: String
  /// What it is called.
  public let name: LocalizedText
  /// The key of its kind: `embassy`, `consulate-general`, `permanent-mission`.
  public let kind: String
  /// The key of the party that sends it.
  public let sender: String
  /// The key of the state, territory or organisation that receives it.
  public let receiver: String
  /// The city of its seat.
  public let seat: String?
  /// Whether the seat is inferred, as from the capital, and no source states it.
  public let seatIsInferred: Bool
  /// The key of the mission of which it is a branch.
  public let parent: String?
  /// When it opened.
  public let opened: PartialDate?
  /// When it closed; `nil` where it is open or nobody recorded it.
  public let closed: PartialDate?
  /// How sure the entry is.
  public let certainty: Certainty
  /// Its identifier in Wikidata, Q and a number.
  public let wikidata: String?
  /// Remarks.
  public let note: String?

  /// Its ``key``.
  public var id: String { key }

  init(_ record: Record) throws(RegistryError) {
    key = record.key
    name = record.name
    kind = record.text("kind") ?? ""
    sender = record.text("sender") ?? ""
    receiver = record.text("receiver") ?? ""
    seat = record.text("seat")
    seatIsInferred = record["seat_is_inferred"]?.flag ?? false
    parent = record.text("parent")
    opened = try record.date("opened")
    closed = try record.date("closed")
    certainty = Certainty(record)
    wikidata = record.text("wikidata")
    note = record.text("note")
  }
}

/// How sure an entry is.
public enum Certainty: String, Sendable, CaseIterable {
  /// Several sources, or an official one, say it.
  case confirmed
  /// One source says it.
  case singleSource = "single-source"
  /// The sources do not settle it.
  case uncertain

  init(_ record: Record) {
    self = record.text("certainty").flatMap(Certainty.init) ?? .uncertain
  }
}

extension Registry {
  /// Missions, by kind in the house order, then by name.
  ///
  /// - Parameters:
  ///   - words: each begins a word of a name of the mission; `nil` is all of them.
  ///   - facts: what they say in columns of theirs: `["receiver": "jp", "kind": "embassy"]`.
  ///   - limit: so many at most.
  /// - Returns: the missions, one at a time.
  /// - Throws: as ``records(of:matching:where:limit:)``.
  public func missions(
    matching words: String? = nil, where facts: Facts = [:], limit: Int? = nil
  ) throws(RegistryError) -> Rows<Mission> {
    try records(of: .mission, matching: words, where: facts, limit: limit).map(Mission.init)
  }

  /// The mission that somebody means.
  ///
  /// - Parameter name: its key, or a name that fits only it, with or without marks and tones.
  /// - Returns: the mission.
  /// - Throws: as ``record(_:_:)``.
  public func mission(_ name: String) throws(RegistryError) -> Mission {
    try Mission(try record(.mission, name))
  }
}
