/// What one posting can have been: a span, and what follows from it for the days that are asked.
struct Shape {
  /// Those who head the mission with him must agree with him: he was there, and it is sure enough
  /// to bind others.
  var isThere: Bool
  var span: Span
  /// He did not stay as long as somebody who is not known to have left would have: another one must
  /// have followed on the day of his end.
  var needsFollower: Bool
  /// Of each accreditation.
  var members: [Days]

  /// The days, as bits, on which somebody is in office in any and in all of several worlds, and
  /// those ahead on which he would be there still.
  struct Days {
    var any: UInt32
    var all: UInt32
    var expected: UInt32

    static let none = Days(any: 0, all: 0, expected: 0)
    /// Of a world that says nothing of it.
    static let unsaid = Days(any: 0, all: .max, expected: .max)

    mutating func join(_ other: Days) {
      any |= other.any
      all &= other.all
      expected &= other.expected
    }
  }
}

/// One posting by the axioms: its own records, and what the mission's heads must know of it.
struct PostingWorlds {
  let posting: WorldFacts.Posting
  let services: [RecordedService]
  let spans: [OwnSpans]
  let isServed: Bool
  let isDated: Bool
  /// Whether one of several records is doubtful, or they contradict each other: it binds nobody.
  let isUnsure: Bool
  private let servesAt: [Bool]
  /// A world without it is permitted.
  private let isFree: [Bool]
  private let isWithinBegin: Bool
  private let isWithinEnd: Bool
  private let facts: WorldFacts

  var head: RecordedService { services[0] }
  var missionKey: String { posting.mission }

  init(_ posting: WorldFacts.Posting, in facts: WorldFacts, days: [Int]) {
    self.posting = posting
    self.facts = facts
    services = posting.accreditations.map { RecordedService($0, of: posting, in: facts) }
    var spans: [OwnSpans] = []
    var signs: [RecordedDate] = []
    var servesAt = [services[0].showsService]
    var isUnsureAt = [services[0].isUnsure]
    for service in services.dropFirst() {
      let own = OwnSpans(
        service, others: [], isServed: service.showsService, days: days, knownDay: facts.knownDay)
      spans.append(own)
      servesAt.append(service.showsService)
      isUnsureAt.append(service.isUnsure || own.isContradictory)
      if !service.isUnsure, service.agreesWithItself {
        // Whoever serves there serves here.
        signs += [service.act].compactMap { $0 } + service.seen
        if service.hasOwnEnd, let end = service.end { signs.append(end) }
      }
    }
    servesAt[0] = servesAt[0] || !signs.isEmpty
    let own = OwnSpans(
      services[0], others: signs, isServed: servesAt[0], days: days, knownDay: facts.knownDay)
    isUnsureAt[0] = isUnsureAt[0] || own.isContradictory || posting.isUncertain
    spans.insert(own, at: 0)
    self.spans = spans
    isServed = servesAt[0]
    isDated = services[0].isDated || !signs.isEmpty
    isUnsure = isUnsureAt[0]
    self.servesAt = servesAt
    let inner = servesAt.last == true ? spans.last?.unlimited ?? [] : []
    let isWithinBegin =
      inner.isEmpty || inner.contains { one in own.unlimited.contains { $0.begin <= one.begin } }
    let isWithinEnd =
      inner.isEmpty || inner.contains { one in own.unlimited.contains { one.end <= $0.end } }
    self.isWithinBegin = isWithinBegin
    self.isWithinEnd = isWithinEnd
    let hasPlace = spans.last?.spans.contains { one in
      own.spans.contains {
        (!isWithinBegin || $0.begin <= one.begin) && (!isWithinEnd || one.end <= $0.end)
      }
    }
    let isUndated = services.last.map { $0.act == nil && $0.seen.isEmpty && !$0.hasOwnEnd } == true
    isFree = zip(servesAt, isUnsureAt).map { !$0 || $1 || isUndated && hasPlace == false }
  }

  /// What it can have been where the limits are these days.
  func shapes(where days: [Limit: Int]) -> [Shape] {
    var found: [Key: Shape] = [:]
    let none = services.map { _ in Shape.Days.none }
    let nowhere = Span(begin: SmallCalendar.before, end: SmallCalendar.before)
    if !isServed || isUnsure {
      var members = none
      // Who is sure of the other accreditation has no other world for it.
      if isServed, services.count > 1, !isFree[1], !posting.isUncertain { members[1] = .unsaid }
      found[Key(isThere: false, span: nowhere, needsFollower: false)] = Shape(
        isThere: false, span: nowhere, needsFollower: false, members: members)
    }
    for span in spans[0].spans
    where spans[0].limits.allSatisfy({ span.end <= days[$0] ?? span.end }) {
      for other in others(within: span, where: days) {
        add(span, with: other, where: days, to: &found)
      }
    }
    // In one order, so that a search takes the same steps each time.
    return found.values.sorted {
      ($0.span.begin, $0.span.end, $0.needsFollower ? 1 : 0, $0.isThere ? 1 : 0)
        < ($1.span.begin, $1.span.end, $1.needsFollower ? 1 : 0, $1.isThere ? 1 : 0)
    }
  }

  private struct Key: Hashable {
    let isThere: Bool
    let span: Span
    let needsFollower: Bool
  }

  /// The spans of the concurrent accreditation that fit; `nil` for none.
  private func others(within span: Span, where days: [Limit: Int]) -> [Span?] {
    guard services.count > 1 else { return [nil] }
    let service = services[1]
    let limit = spans[1].limits.compactMap { days[$0] }.min() ?? SmallCalendar.behind
    let fitting = spans[1].spans.filter { inner in
      inner.end <= limit && (!isWithinBegin || span.begin <= inner.begin)
        && (!isWithinEnd || inner.end <= span.end)
        // It ends with the posting.
        && (!servesAt[1] || service.hasOwnEnd || !isWithinEnd || inner.end == min(span.end, limit))
    }
    return fitting.map { $0 } + (isFree[1] ? [nil] : [])
  }

  private func add(
    _ span: Span, with other: Span?, where days: [Limit: Int], to found: inout [Key: Shape]
  ) {
    var stays = SmallCalendar.before
    if isServed, head.hasNoEnd {
      let months = facts.longestTermMonths / (posting.isActing ? 2 : 1)
      stays = SmallCalendar.later(lastSign(in: span, with: other), months: months)
      for limit in spans[0].limits { stays = min(stays, days[limit] ?? stays) }
    }
    let isLeaving = isServed && head.hasNoEnd && span.end < min(facts.knownDay, stays)
    var members = [self.days(of: span, until: stays)]
    if services.count > 1 {
      members.append(
        other.map { self.days(of: $0, until: services[1].hasNoEnd ? stays : SmallCalendar.before) }
          ?? .none)
    }
    let key = Key(isThere: true, span: span, needsFollower: isLeaving)
    guard var shape = found[key] else {
      found[key] = Shape(isThere: true, span: span, needsFollower: isLeaving, members: members)
      return
    }
    for index in members.indices { shape.members[index].join(members[index]) }
    found[key] = shape
  }

  /// The last day on which he was seen, where each was as early as it can have been.
  private func lastSign(in span: Span, with other: Span?) -> Int {
    if spans[0].isContradictory { return span.begin }
    var last = span.begin
    for sign in head.seen { last = max(last, sign.earliest ?? last) }
    guard let other else { return last }
    let service = services[1]
    if service.act != nil { last = max(last, other.begin) }
    for sign in service.seen { last = max(last, other.begin, sign.earliest ?? last) }
    if service.hasOwnEnd { last = max(last, other.end) }
    return last
  }

  private func days(of span: Span, until stays: Int) -> Shape.Days {
    var days = Shape.Days.none
    for day in SmallCalendar.asked {
      if span.begin <= day && day <= span.end { days.any |= 1 << UInt32(day) }
      if day > facts.knownDay, span.begin <= day, span.end >= facts.knownDay,
        day <= max(span.end, stays)
      {
        days.expected |= 1 << UInt32(day)
      }
    }
    days.all = days.any
    return days
  }
}
