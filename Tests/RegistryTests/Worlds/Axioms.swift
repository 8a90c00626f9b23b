/// A day on which a service ends at the latest, whatever is recorded of it: one and the same day for
/// all whom it concerns.
struct Limit: Hashable, Comparable {
  enum Event: Int { case closing, receiverEnds, death, hundredYears }
  let event: Event
  /// Whose: a mission, a party or a person.
  let subject: String

  static func < (one: Limit, other: Limit) -> Bool {
    (one.event.rawValue, one.subject) < (other.event.rawValue, other.subject)
  }
}

/// What is recorded of one accreditation, and what the axioms make of it by itself.
struct RecordedService {
  let key: String
  let isResident: Bool
  /// The act by which functions began.
  let act: RecordedDate?
  /// Days on which somebody was seen in office.
  let seen: [RecordedDate]
  let end: RecordedDate?
  /// He had left by then, on an unknown day: it shows no day in office.
  let leftBy: RecordedDate?
  let hasOwnEnd: Bool
  let mark: String?
  let decisions: [RecordedDate]
  /// The day on which he might be of age, and the mission might have begun.
  let notBefore: [Int]
  let limits: [Limit: RecordedDate]
  let isUnsure: Bool

  /// Somebody was in office: it is no mere decision.
  var showsService: Bool { act != nil || !seen.isEmpty || end != nil || mark != nil }
  var isDated: Bool { act != nil || !seen.isEmpty || end != nil }
  var hasNoEnd: Bool { end == nil && mark == nil }
  /// Whether some days on which it was held agree with what is recorded of it alone.
  var agreesWithItself: Bool {
    let end = hasOwnEnd ? self.end : nil
    return !seen.contains { seen in
      act.map { seen.lies(before: $0) } == true || end?.lies(before: seen) == true
    }
  }
  /// Begin and end are recorded with both bounds: the dates speak.
  var isComplete: Bool {
    act?.earliest != nil && act?.latest != nil && end?.earliest != nil && end?.latest != nil
  }

  init(
    _ accreditation: WorldFacts.Accreditation, of posting: WorldFacts.Posting, in facts: WorldFacts
  ) {
    let dates = accreditation.dates
    let mission = facts.missions.first { $0.key == posting.mission }
    let person = facts.people.first { $0.key == posting.person }
    let receiver = facts.parties.first { $0.key == accreditation.receiver }
    key = accreditation.key
    isResident = accreditation.isResident
    act = accreditation.act
    seen = [dates["in_office_by"], dates["in_office_on"]].compactMap { $0 }
    hasOwnEnd = dates["ended"] != nil
    leftBy = hasOwnEnd || posting.mark == nil ? nil : posting.ended
    end = dates["ended"] ?? (posting.mark == nil ? posting.ended : nil)
    mark = hasOwnEnd ? nil : posting.mark
    decisions = [dates["appointed"], dates["handed_over"]].compactMap { $0 }
    let beginning = mission?.opened == nil ? receiver?.validFrom : mission?.opened
    notBefore = [person?.born?.later(months: 252).earliest, beginning?.earliest].compactMap { $0 }
    var limits: [Limit: RecordedDate] = [:]
    if let closed = mission?.closed {
      limits[Limit(event: .closing, subject: posting.mission)] = closed
    } else if let ended = receiver?.validUntil {
      limits[Limit(event: .receiverEnds, subject: accreditation.receiver)] = ended
    }
    if let died = person?.died { limits[Limit(event: .death, subject: posting.person)] = died }
    if var century = person?.born?.later(months: 1200) {
      // Of whose birth no earliest day is known nobody knows that he is a hundred.
      century.earliest = century.earliest ?? century.latest
      limits[Limit(event: .hundredYears, subject: posting.person)] = century
    }
    self.limits = limits
    isUnsure = ([act, end] + seen).contains { $0?.isUnsure == true }
  }

  /// Every bound of a day that is recorded, or follows from what is.
  var bounds: [Int] {
    let waits = decisions.map { $0.later(months: 60) }
    let dates =
      [act, end, leftBy].compactMap { $0 } + seen + decisions + waits + Array(limits.values)
    return dates.flatMap { [$0.earliest, $0.latest].compactMap { $0 } } + notBefore
  }
}

extension WorldFacts.Accreditation {
  /// The first of these that is recorded: the true copy or the appointment where it is the practice,
  /// credentials, admission to a consular post, taking charge, arrival.
  var act: RecordedDate? {
    if practice == "copy", let copy = dates["copy_presented"] { return copy }
    if practice == "appointment", let appointed = dates["appointed"] { return appointed }
    let columns = ["credentials", "provisionally_admitted", "exequatur", "took_charge", "arrived"]
    return columns.lazy.compactMap { dates[$0] }.first
  }
}

/// The spans that one accreditation can have had by its own records.
struct OwnSpans {
  private(set) var spans: [Span]
  /// The same, whenever missions close and people die.
  private(set) var unlimited: [Span] = []
  /// No span agrees with all that is recorded.
  let isContradictory: Bool
  /// The limits that its own records do not exclude.
  private(set) var limits: [Limit] = []

  /// - Parameters:
  ///   - others: signs of service from another accreditation of the posting.
  ///   - days: the days that matter, in order.
  init(
    _ service: RecordedService, others: [RecordedDate], isServed: Bool, days: [Int], knownDay: Int
  ) {
    let signs = service.seen + others
    var all: [Span] = []
    for (index, begin) in days.enumerated() {
      for end in days[index...] { all.append(Span(begin: begin, end: end)) }
    }
    spans = all.filter { span in
      service.act?.canMean(span.begin) != false && service.end?.canMean(span.end) != false
        && service.leftBy?.canMean(span.end) != false
        && signs.allSatisfy { $0.canLie(within: span) }
    }
    isContradictory = spans.isEmpty
    var hasDoubtfulBegin = false
    if isContradictory {
      // Some record of it is wrong, nobody knows which: from the first day of any to the last.
      let end = [service.end].compactMap { $0 }
      let left = [service.leftBy].compactMap { $0 }
      let act = [service.act].compactMap { $0 }
      hasDoubtfulBegin = act.contains { act in (signs + end).contains { $0.lies(before: act) } }
      let isTooEarly = (end + left).contains { end in
        (signs + act).contains { end.lies(before: $0) }
      }
      let first = hasDoubtfulBegin ? Self.first(of: act + signs + end) : service.act?.earliest
      let last =
        isTooEarly
        ? Self.last(of: act + signs + end + left)
        : (service.end ?? service.leftBy)?.latest
      spans = all.filter { span in
        first ?? SmallCalendar.before <= span.begin
          && span.begin <= service.act?.latest ?? last ?? SmallCalendar.behind
          && service.end?.earliest ?? SmallCalendar.before <= span.end
          && span.end <= last ?? SmallCalendar.behind
      }
    }
    if !isServed, let wait = service.decisions.compactMap({ $0.later(months: 60).latest }).first {
      spans.removeAll { $0.begin > wait }
    }
    restrict(by: service, isBeginKnown: !hasDoubtfulBegin, knownDay: knownDay)
  }

  /// Nothing is taken that the records of the service itself exclude.
  private mutating func restrict(
    by service: RecordedService, isBeginKnown: Bool, knownDay: Int
  ) {
    if isBeginKnown {
      for decision in service.decisions where service.act?.earliest == nil {
        restrict { $0.begin >= decision.earliest ?? SmallCalendar.before }
      }
      for day in service.notBefore { restrict { $0.begin >= day } }
    }
    unlimited = spans
    if service.mark == "unknown", service.leftBy == nil { restrict { $0.end < knownDay } }
    for (limit, date) in service.limits.sorted(by: { $0.key < $1.key }) {
      if restrict({ $0.end <= date.latest ?? SmallCalendar.behind }) { limits.append(limit) }
    }
  }

  @discardableResult
  private mutating func restrict(_ isPermitted: (Span) -> Bool) -> Bool {
    let permitted = spans.filter(isPermitted)
    if permitted.isEmpty { return false }
    spans = permitted
    return true
  }

  private static func first(of dates: [RecordedDate]) -> Int? {
    dates.contains { $0.earliest == nil } ? nil : dates.compactMap(\.earliest).min()
  }

  private static func last(of dates: [RecordedDate]) -> Int? {
    dates.contains { $0.latest == nil } ? nil : dates.compactMap(\.latest).max()
  }
}
