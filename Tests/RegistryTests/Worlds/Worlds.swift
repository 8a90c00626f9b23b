/// All worlds that the facts of a small registry permit, made one by one from the axioms, and what
/// holds in them.
///
/// A world gives every accreditation a first and a last day in office, or none to one of whom
/// nothing shows that he served. What is unsure may as well be wrong: worlds without it are
/// permitted too.
struct Worlds {
  enum Answer: String { case certainly, possibly, no, expected }

  /// There are too many to look at.
  struct TooMany: Error {}

  private let facts: WorldFacts
  private let days: [Int]
  private let postings: [PostingWorlds]

  init(_ facts: WorldFacts) {
    self.facts = facts
    let serving = facts.postings.filter { !$0.isNominee }
    let bounds = serving.flatMap { posting in
      posting.accreditations.flatMap { RecordedService($0, of: posting, in: facts).bounds }
    }
    days = Set(Array(SmallCalendar.asked) + bounds + [SmallCalendar.before, SmallCalendar.behind])
      .sorted()
    let days = days
    postings = serving.map { PostingWorlds($0, in: facts, days: days) }
  }

  /// What holds of each accreditation on each day asked; `nil` where the facts permit no world, or
  /// too many to look at.
  func answers() -> [String: [Answer]]? {
    guard let settings = settings() else { return nil }
    var steps = 400_000
    var known: [[Shape.Days]?] = postings.map { _ in nil }
    for setting in settings {
      let found: [[Shape.Days]]?
      do { found = try inAll(setting, steps: &steps) } catch { return nil }
      guard let found else { continue }
      for (index, days) in found.enumerated() {
        guard var joined = known[index] else {
          known[index] = days
          continue
        }
        for member in days.indices { joined[member].join(days[member]) }
        known[index] = joined
      }
    }
    var answers: [String: [Answer]] = [:]
    for (posting, days) in zip(postings, known) {
      guard let days else { return nil }
      // Somebody certainly served there, but never could have.
      if days.contains(where: { $0.all != 0 && $0.any == 0 }) { return nil }
      for (service, days) in zip(posting.services, days) { answers[service.key] = answer(days) }
    }
    for posting in facts.postings where posting.isNominee {
      for accreditation in posting.accreditations {
        answers[accreditation.key] = SmallCalendar.asked.map { _ in .no }
      }
    }
    return answers
  }

  private func answer(_ days: Shape.Days) -> [Answer] {
    SmallCalendar.asked.map { day in
      let bit: UInt32 = 1 << UInt32(day)
      if days.any & bit == 0 { return .no }
      if day > facts.knownDay { return days.expected & bit == 0 ? .possibly : .expected }
      return days.all & bit == 0 ? .possibly : .certainly
    }
  }

  /// Every choice of the days on which missions closed and people died.
  private func settings() -> [[Limit: Int]]? {
    var dates: [Limit: RecordedDate] = [:]
    for posting in postings {
      for (service, spans) in zip(posting.services, posting.spans) {
        for limit in spans.limits { dates[limit] = service.limits[limit] }
      }
    }
    var settings: [[Limit: Int]] = [[:]]
    for (limit, date) in dates.sorted(by: { $0.key < $1.key }) {
      let choices = days.filter { date.canMean($0) }
      if settings.count * choices.count > 200 { return nil }
      settings = settings.flatMap { setting in
        choices.map { setting.merging([limit: $0]) { $1 } }
      }
    }
    return settings
  }

  /// What holds in all worlds of a setting; `nil` where it has none.
  private func inAll(
    _ setting: [Limit: Int], steps: inout Int
  ) throws(TooMany) -> [[Shape.Days]]? {
    let shapes = postings.map { $0.shapes(where: setting) }
    if shapes.contains(where: \.isEmpty) { return nil }
    var found: [[Shape.Days]?] = postings.map { _ in nil }
    for mission in facts.missions {
      let members = postings.indices.filter { postings[$0].missionKey == mission.key }
      if members.isEmpty { continue }
      var search = MissionWorlds(members.map { postings[$0] }, members.map { shapes[$0] })
      guard let possible = try search.possible(steps: &steps) else { return nil }
      for (index, shapes) in zip(members, possible) {
        guard var joined = shapes.first?.members else { return nil }
        for shape in shapes.dropFirst() {
          for member in joined.indices { joined[member].join(shape.members[member]) }
        }
        found[index] = joined
      }
    }
    return found.compactMap { $0 }
  }
}

/// The worlds of the heads of one mission.
struct MissionWorlds {
  private let postings: [PostingWorlds]
  private let shapes: [[Shape]]
  /// Of each pair of postings, whether what their own records say leaves them one behind the other.
  private let isParted: [[Bool]]
  private var isPossible: [[Bool]]
  private var chosen: [Int]

  init(_ postings: [PostingWorlds], _ shapes: [[Shape]]) {
    self.postings = postings
    self.shapes = shapes
    isPossible = shapes.map { $0.map { _ in false } }
    chosen = postings.map { _ in -1 }
    isParted = postings.map { first in
      postings.map { second in
        if first.head.isComplete && second.head.isComplete { return false }
        if !first.isServed || !second.isServed { return true }
        return first.spans[0].unlimited.contains { one in
          second.spans[0].unlimited.contains { other in
            Self.agree(one, first.posting.isActing, other, second.posting.isActing)
          }
        }
      }
    }
  }

  /// Of each posting, what it is in some world; `nil` where there is none.
  ///
  /// - Parameter steps: how many may be taken to find it.
  mutating func possible(steps: inout Int) throws(Worlds.TooMany) -> [[Shape]]? {
    for index in shapes.indices {
      for shape in shapes[index].indices where !isPossible[index][shape] {
        chosen[index] = shape
        if try complete(from: 0, but: index, steps: &steps) {
          for (other, choice) in chosen.enumerated() { isPossible[other][choice] = true }
        }
        chosen = chosen.map { _ in -1 }
      }
      if !isPossible[index].contains(true) { return nil }
    }
    return zip(shapes, isPossible).map { shapes, flags in
      zip(shapes, flags).filter(\.1).map(\.0)
    }
  }

  private mutating func complete(
    from index: Int, but given: Int, steps: inout Int
  ) throws(Worlds.TooMany) -> Bool {
    if index == shapes.count { return chosen.indices.allSatisfy { isFollowed($0) } }
    if index == given { return try complete(from: index + 1, but: given, steps: &steps) }
    for shape in shapes[index].indices {
      steps -= 1
      if steps < 0 { throw Worlds.TooMany() }
      chosen[index] = shape
      if agrees(index), try complete(from: index + 1, but: given, steps: &steps) { return true }
    }
    chosen[index] = -1
    return false
  }

  /// Whether it agrees with all that are chosen.
  private func agrees(_ index: Int) -> Bool {
    let shape = shapes[index][chosen[index]]
    if !shape.isThere { return true }
    for other in shapes.indices where other != index && chosen[other] >= 0 && isParted[index][other]
    {
      let second = shapes[other][chosen[other]]
      if second.isThere,
        !Self.agree(
          shape.span, postings[index].posting.isActing, second.span,
          postings[other].posting.isActing)
      {
        return false
      }
    }
    return true
  }

  private func isFollowed(_ index: Int) -> Bool {
    let shape = shapes[index][chosen[index]]
    if !shape.needsFollower { return true }
    return shapes.indices.contains { other in
      let second = shapes[other][chosen[other]]
      let posting = postings[other]
      return other != index && second.isThere && second.span.begin == shape.span.end
        && posting.isServed && posting.isDated
        && (!posting.posting.isActing || postings[index].posting.isActing)
    }
  }

  /// Whether one of two heads is gone when the other comes; both are there on the hand-over's day.
  ///
  /// A full head may have an acting one beside him.
  private static func agree(_ one: Span, _ oneActs: Bool, _ other: Span, _ otherActs: Bool) -> Bool
  {
    if oneActs == otherActs {
      return one.end <= other.begin || other.end <= one.begin
    }
    let (acting, full) = oneActs ? (one, other) : (other, one)
    return acting.begin >= full.begin || acting.end <= full.begin
  }
}
