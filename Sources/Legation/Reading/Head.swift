import Registry
import SQLite

/// A person at a mission towards one receiver, with what is known of when: heads, acting heads and
/// those who were named.
///
/// Nothing is made more certain than the sources are. ``began`` and ``ended`` are what is recorded;
/// from them, from whoever came next, from the life of the mission and of the person follow four
/// bounds: functions began between ``beganEarliest`` and ``beganLatest``, and ended between
/// ``endedEarliest`` and ``endedLatest``, days included. ``presence(on:)`` answers from them.
public struct Head: Hashable, Sendable, Identifiable {
  /// Head, or acting head.
  public enum Function: String, Sendable, CaseIterable {
    /// The head of the mission.
    case head
    /// Acting, as a chargé d'affaires ad interim.
    case acting
  }

  /// What became of somebody who was named and does not, or not yet, serve.
  public enum Nomination: String, Sendable, CaseIterable {
    /// Still open.
    case pending
    /// Declined by the person.
    case declined
    /// Withdrawn by the sender.
    case withdrawn
    /// Refused by the receiver.
    case refused
    /// Not confirmed at home.
    case notConfirmed = "not-confirmed"
    /// Died before serving.
    case died
    /// Did not serve for another reason.
    case didNotServe = "did-not-serve"
  }

  /// What is known of the end.
  public enum End: String, Sendable, CaseIterable {
    /// A date is recorded.
    case ended
    /// One single day is recorded of the whole service.
    case point
    /// Ended, on a day that nobody recorded.
    case unknown
    /// Nothing shows that functions began.
    case notBegun = "not-begun"
    /// No end is recorded, but another head followed.
    case successor
    /// No end is recorded, but the mission closed.
    case missionClosed = "mission-closed"
    /// No end is recorded, but the receiver is no more.
    case receiverEnded = "receiver-ended"
    /// No end is recorded, but the person died.
    case died
    /// None of these.
    case serving
  }

  /// Whether somebody was in office on a day.
  public enum Presence: Sendable {
    /// Not in office.
    case no
    /// The dates leave it open.
    case possibly
    /// In office.
    case certainly
    /// Of a day behind the last one that the registry speaks of: there until then, and expected to
    /// be there still.
    case expected
  }

  /// The key of the posting, as `gb-london-do-minh-hung`.
  public let posting: String
  /// The key of the accreditation to the receiver.
  public let accreditation: String
  /// The key of the person.
  public let person: String
  /// The name of the person.
  public let personName: String
  /// The key of the mission.
  public let mission: String
  /// The name of the mission.
  public let missionName: LocalizedText
  /// The key of the kind of the mission.
  public let missionKind: String
  /// The key of the receiver.
  public let receiver: String
  /// The name of the receiver.
  public let receiverName: LocalizedText
  /// Head, or acting head.
  public let function: Function
  /// Set for somebody who was named and does not, or not yet, serve; never in office.
  public let nomination: Nomination?
  /// The key of the title.
  public let title: String
  /// The title.
  public let titleName: LocalizedText
  /// The class of the head, 1 to 3 (Vienna Convention of 1961, article 14); `nil` where there is
  /// none.
  public let viennaClass: Int?
  /// The key of the term, as `2024-2027`.
  public let term: String?
  /// The planned end, as recorded: a plan, never a stop.
  public let plannedEnd: PartialDate?
  /// The month in which a standard term would end, counted from arrival.
  public let standardEnd: PartialDate?
  /// When appointed, as the decision is dated.
  public let appointed: PartialDate?
  /// When the decision was handed over.
  public let handedOver: PartialDate?
  /// When arrived at the post.
  public let arrived: PartialDate?
  /// When the credentials were presented.
  public let credentials: PartialDate?
  /// When the exequatur was given.
  public let exequatur: PartialDate?
  /// When functions began, by ``beganBy``.
  public let began: PartialDate?
  /// The milestone by which functions began.
  public let beganBy: Milestone?
  /// The best known day, for ordering: ``began``, else a day in office, else the decision.
  public let since: PartialDate?
  /// The earliest day on which functions can have begun; `nil` where nothing bounds it.
  public let beganEarliest: Day?
  /// The latest day on which functions can have begun; `nil` where nothing bounds it, or nothing
  /// shows that they did.
  public let beganLatest: Day?
  /// The end, as recorded.
  public let ended: PartialDate?
  /// What is known of the end.
  public let endedBy: End
  /// The day until which the person was certainly there: the recorded end, else the last day that
  /// the registry speaks of, a longest term after the last sign of service, or the earliest day on
  /// which anything can have ended it.
  public let endedEarliest: Day?
  /// The latest day on which the service can have ended; `nil` where nothing bounds it.
  public let endedLatest: Day?
  /// The key of the reason for the end.
  public let endReason: String?
  /// The key of the posting of the next head, where no end is recorded.
  public let successor: String?
  /// How sure the entry is.
  public let certainty: Certainty
  /// Whether the entry is uncertain, its beginning or end carries a `?`, `~` or `%`, or its dates
  /// contradict each other.
  public let isUnsure: Bool
  /// Of days behind ``knownDay``: the last one on which somebody who serves is expected to be there, a
  /// longest term after the last sign of service; `nil` for whoever never served.
  public let expectedUntil: Day?
  /// The last day that the registry speaks of.
  public let knownDay: Day

  /// The ``accreditation``.
  public var id: String { accreditation }

  /// Whether the person was in office on a day: certainly, possibly, or not.
  ///
  /// Both ends count: on the day of a hand-over both heads are in office. It asks the four bounds
  /// alone: that another head was certainly there instead, the view `tenure` knows of the day asked.
  public func presence(on day: Day) -> Presence {
    if nomination != nil { return .no }
    if let beganEarliest, day < beganEarliest { return .no }
    if let endedLatest, day > endedLatest { return .no }
    guard !isUnsure, let beganLatest, beganLatest <= day, let endedEarliest else {
      return .possibly
    }
    if day > knownDay {
      guard knownDay <= endedEarliest, let expectedUntil, day <= expectedUntil else {
        return .possibly
      }
      return .expected
    }
    return day <= endedEarliest ? .certainly : .possibly
  }
}

extension Head {
  /// The columns of `tenure AS i` of which a head is made.
  static let columns = columns { "i.\(name: $0)" }

  /// The columns that say how people, missions and parties are called, and what they are, on the day
  /// asked about.
  static let ofDay = [
    "person_name", "mission_name_en", "mission_name_vi", "mission_kind", "receiver_name_en",
    "receiver_name_vi",
  ]

  /// - Parameter column: where a column of ``ofDay`` is read.
  static func columns(ofDay column: (String) -> SQL) -> SQL {
    let day = ofDay.map(column)
    return """
      i.posting, i.accreditation, i.person, \(raw: day[0]), i.mission, \(raw: day[1]),
      \(raw: day[2]), \(raw: day[3]), i.receiver, \(raw: day[4]), \(raw: day[5]),
      i.function, i.nomination, i.title, i.title_name_en, i.title_name_vi, i.vienna_class, i.term,
      i.planned_end, i.standard_end, i.appointed, i.handed_over, i.arrived, i.credentials,
      i.exequatur, i.began, i.began_by, i.began_earliest, i.began_latest, i.ended, i.ended_by,
      i.ended_earliest, i.ended_latest, i.end_reason, i.successor_posting, i.certainty, i.is_unsure,
      i.since, i.expected_until, (SELECT day FROM known_day)
      """
  }

  /// - Parameter row: of ``columns``.
  init(_ row: borrowing SQLite.Row) throws {
    posting = try row.get(0)
    accreditation = try row.get(1)
    person = try row.get(2)
    personName = try row.get(3)
    mission = try row.get(4)
    missionName = LocalizedText(try row.get(5), vietnamese: try row.get(6))
    missionKind = try row.get(7)
    receiver = try row.get(8)
    receiverName = LocalizedText(try row.get(9), vietnamese: try row.get(10))
    function = try row.code(11)
    nomination = try row.code(12)
    title = try row.get(13)
    titleName = LocalizedText(try row.get(14), vietnamese: try row.get(15))
    viennaClass = try row.get(16)
    term = try row.get(17)
    plannedEnd = try row.date(18)
    standardEnd = try row.date(19)
    appointed = try row.date(20)
    handedOver = try row.date(21)
    arrived = try row.date(22)
    credentials = try row.date(23)
    exequatur = try row.date(24)
    began = try row.date(25)
    beganBy = try row.code(26)
    beganEarliest = try row.day(27)
    beganLatest = try row.day(28)
    ended = try row.date(29)
    endedBy = try row.code(30)
    endedEarliest = try row.day(31)
    endedLatest = try row.day(32)
    endReason = try row.get(33)
    successor = try row.get(34)
    certainty = try row.code(35)
    isUnsure = try row.get(36)
    since = try row.date(37)
    expectedUntil = try row.day(38)
    knownDay = try Day(try row.get(39, as: String.self))
  }
}

extension SQLite.Row {
  /// A date in a column.
  borrowing func date(_ index: Int) throws -> PartialDate? {
    try get(index, as: String?.self).map { text in try PartialDate(stored: text) }
  }

  /// A whole day in a column.
  borrowing func day(_ index: Int) throws -> Day? {
    guard let date = try date(index) else { return nil }
    guard date.precision == .day, let day = date.earliest else {
      throw SQLiteError.mismatch("column \(index) holds \(date), not a day")
    }
    return day
  }

  /// A code of a closed list.
  borrowing func code<Code: RawRepresentable<String>>(_ index: Int) throws -> Code {
    let text = try get(index, as: String.self)
    guard let code = Code(rawValue: text) else {
      throw SQLiteError.mismatch("column \(index) holds \(text), no \(Code.self)")
    }
    return code
  }

  /// A code of a closed list, or nothing.
  borrowing func code<Code: RawRepresentable<String>>(_ index: Int) throws -> Code? {
    guard !isNull(at: index) else { return nil }
    let code: Code = try code(index)
    return code
  }
}
