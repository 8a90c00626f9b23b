import Foundation
import SQLite
import Testing

@testable import Registry

/// What the registry answers of a day, held against all worlds that its facts permit.
///
/// `LEGATION_WORLDS=5000 swift test --filter WorldTests` looks at so many registries instead of 400.
@Suite struct WorldTests {
  private static let parts = 4
  private static let count =
    ProcessInfo.processInfo.environment["LEGATION_WORLDS"].flatMap { Int($0) } ?? 400

  private static func seeds(of part: Int) -> StrideTo<Int> {
    stride(from: part, to: count, by: parts)
  }

  /// How many days were asked, how many of them have the worlds' own answer, and how many
  /// registries leave no world, or too many.
  private struct Tally: Sendable {
    var asked = 0
    var equal = 0
    var without = 0
  }

  @Test
  func `"certainly" holds in all worlds that the facts permit, "no" in none, and few days differ`()
    async throws
  {
    var tally = Tally()
    try await withThrowingTaskGroup(of: Tally.self) { group in
      for part in 0..<Self.parts { group.addTask { try Self.held(part: part) } }
      for try await part in group {
        tally.asked += part.asked
        tally.equal += part.equal
        tally.without += part.without
      }
    }
    #expect(
      tally.equal * 100 >= tally.asked * 99,
      "\(tally.equal) of \(tally.asked) days have the worlds' own answer")
    #expect(tally.without * 20 <= Self.count)
  }

  private static func held(part: Int) throws -> Tally {
    let registry = try WorldRegistry()
    var tally = Tally()
    for seed in seeds(of: part) {
      var random = RandomFacts(seed: UInt64(seed))
      let facts = random.registry()
      guard let worlds = Worlds(facts).answers() else {
        tally.without += 1
        continue
      }
      let said = try registry.answers(of: facts, on: SmallCalendar.asked)
      #expect(Set(said.keys) == Set(worlds.keys))
      for (key, answers) in worlds.sorted(by: { $0.key < $1.key }) {
        for (day, (answer, word)) in zip(SmallCalendar.asked, zip(answers, said[key] ?? [])) {
          tally.asked += 1
          if answer.rawValue == word { tally.equal += 1 }
          let isSound =
            answer.rawValue == word || word != "certainly" && (word != "no" || answer == .no)
          #expect(
            isSound,
            """
            seed \(seed), \(key) on \(SmallCalendar.text(day)): the registry says \(word), its \
            worlds say \(answer.rawValue)
            \(facts.description)
            """)
        }
      }
    }
    return tally
  }

  @Test(arguments: 0..<parts)
  func `a closing or a dated successor takes no certain day before it away`(part: Int) throws {
    let registry = try WorldRegistry()
    var events = 0
    for seed in Self.seeds(of: part) {
      var random = RandomFacts(seed: UInt64(seed))
      var facts = random.registry()
      // Known until long after everything that is recorded.
      facts.knownDay = 23
      let event = (facts.bounds.max() ?? 0) + 1
      guard event < facts.knownDay else { continue }
      let before = try registry.answers(of: facts, on: 0..<event)
      for later in facts.later(by: event) {
        events += 1
        let after = try registry.answers(of: later, on: 0..<event)
        for (key, words) in before {
          for (day, (word, now)) in zip(0..<event, zip(words, after[key] ?? [])) {
            #expect(
              word != "certainly" || now == "certainly",
              """
              seed \(seed), \(key) on \(SmallCalendar.text(day)): certainly, and \(now) with
              \(later.description)
              """)
          }
        }
      }
    }
    #expect(events >= Self.count / Self.parts)
  }
}

extension WorldFacts {
  /// The bounds of all that is recorded of services and missions.
  fileprivate var bounds: [Int] {
    let ends = postings.map(\.ended) + missions.flatMap { [$0.opened, $0.closed] }
    let lives = people.map(\.died) + parties.flatMap { [$0.validFrom, $0.validUntil] }
    let acts = postings.flatMap { posting in
      posting.accreditations.flatMap { $0.dates.values.map { Optional($0) } }
    }
    return (ends + lives + acts).flatMap { [$0?.earliest, $0?.latest].compactMap { $0 } }
  }

  /// The same with one more event of that day at the first mission: a closing, a successor, or one
  /// who has left again.
  fileprivate func later(by day: Int) -> [WorldFacts] {
    func date(_ day: Int) -> RecordedDate {
      RecordedDate(text: SmallCalendar.text(day), earliest: day, latest: day)
    }
    var all: [WorldFacts] = []
    // Where a receiver has ended, a closing behind that says so no longer: it counts instead.
    if missions[0].closed == nil, parties.allSatisfy({ $0.validUntil == nil }) {
      var closed = self
      closed.missions[0].closed = date(day)
      all.append(closed)
    }
    for end in [nil, date(day + 1)] {
      var followed = self
      followed.people.append(Person(key: "successor"))
      followed.postings.append(
        Posting(
          key: "successor", person: "successor", mission: missions[0].key, ended: end,
          accreditations: [
            Accreditation(
              key: "successor-r", receiver: "fr", isResident: true,
              dates: ["credentials": date(day)])
          ]))
      all.append(followed)
    }
    return all
  }
}
