/// What is recorded in a small registry.
struct WorldFacts {
  struct Mission {
    var key: String
    var opened: RecordedDate?
    var closed: RecordedDate?
  }

  struct Person {
    var key: String
    var born: RecordedDate?
    var died: RecordedDate?
  }

  struct Party {
    var key: String
    var validFrom: RecordedDate?
    var validUntil: RecordedDate?
  }

  struct Accreditation {
    var key: String
    var receiver: String
    var isResident: Bool
    /// What begins functions there.
    var practice = "credentials"
    /// By the names of their columns.
    var dates: [String: RecordedDate] = [:]
  }

  struct Posting {
    var key: String
    var person: String
    var mission: String
    var isActing = false
    var isNominee = false
    var isUncertain = false
    var ended: RecordedDate?
    var mark: String?
    var accreditations: [Accreditation]
  }

  var knownDay: Int
  var longestTermMonths: Int
  var missions: [Mission] = []
  var people: [Person] = []
  var parties: [Party] = []
  var postings: [Posting] = []
}

extension WorldFacts: CustomStringConvertible {
  var description: String {
    func said(_ name: String, _ date: RecordedDate?) -> String {
      date.map { " \(name)=\($0.text)" } ?? ""
    }
    var lines = [
      "known until \(SmallCalendar.text(knownDay)), longest term \(longestTermMonths) months"
    ]
    lines += missions.map {
      "mission \($0.key)\(said("opened", $0.opened))\(said("closed", $0.closed))"
    }
    lines += parties.map {
      "party \($0.key)\(said("from", $0.validFrom))\(said("until", $0.validUntil))"
    }
    lines += people.map { "person \($0.key)\(said("born", $0.born))\(said("died", $0.died))" }
    for posting in postings {
      lines.append(
        "posting \(posting.key) of \(posting.person) at \(posting.mission)"
          + (posting.isActing ? " acting" : "") + (posting.isNominee ? " nominee" : "")
          + (posting.isUncertain ? " uncertain" : "") + said("ended", posting.ended)
          + (posting.mark.map { " mark=\($0)" } ?? ""))
      for accreditation in posting.accreditations {
        let dates = accreditation.dates.sorted { $0.key < $1.key }.map { said($0.key, $0.value) }
        lines.append(
          "  \(accreditation.key) to \(accreditation.receiver) by \(accreditation.practice)"
            + dates.joined())
      }
    }
    return lines.joined(separator: "\n")
  }
}

/// Makes small registries: records, more or less exact, of what might have been, and some that
/// cannot have been.
struct RandomFacts {
  private var numbers: SeededNumbers
  /// In percent: how often a date says something else than what was, and how often its source is
  /// unsure.
  private let mistakes: Int
  private let doubts: Int

  init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
    mistakes = numbers.happens(65) ? 0 : 12
    doubts = numbers.happens(70) ? 0 : 15
  }

  mutating func registry() -> WorldFacts {
    var facts = WorldFacts(
      knownDay: numbers.number(in: 7...10),
      longestTermMonths: [1200, 1200, 24, 24][numbers.number(in: 0...3)])
    facts.parties = [party("fr"), party("de")]
    for index in 0..<(numbers.happens(25) ? 2 : 1) {
      let opening = numbers.number(in: -2...3)
      let closing = numbers.number(in: 6...11)
      var mission = WorldFacts.Mission(key: "m\(index)")
      if numbers.happens(30) { mission.opened = date(opening) }
      if numbers.happens(30) { mission.closed = date(closing) }
      if let opened = mission.opened?.earliest, let closed = mission.closed?.latest, opened > closed
      {
        mission.closed = nil
      }
      facts.missions.append(mission)
      addHeads(to: &facts, at: mission.key, upTo: index == 0 ? 4 : 2)
    }
    return facts
  }

  private mutating func party(_ key: String) -> WorldFacts.Party {
    var party = WorldFacts.Party(key: key)
    if numbers.happens(15) { party.validFrom = date(numbers.number(in: -4...3)) }
    if numbers.happens(15) { party.validUntil = date(numbers.number(in: 7...11)) }
    if let from = party.validFrom?.earliest, let until = party.validUntil?.latest, from > until {
      party.validUntil = nil
    }
    return party
  }

  private mutating func addHeads(to facts: inout WorldFacts, at mission: String, upTo most: Int) {
    let count = [1, 2, 2, 2, 3, 3, 3, 4][numbers.number(in: 0...7)]
    var begins = (0..<min(count, most)).map { _ in numbers.number(in: -1...10) }
    begins.sort()
    for (index, begin) in begins.enumerated() {
      let next = index + 1 < begins.count ? begins[index + 1] : SmallCalendar.behind
      let isActing = numbers.happens(25)
      var end = numbers.happens(40) ? next : numbers.number(in: begin...max(begin, min(next, 11)))
      if isActing, numbers.happens(40) { end = numbers.number(in: begin...11) }
      let key = "\(mission)-\(index)"
      let person = person(for: key, near: begin, among: &facts)
      facts.postings.append(
        posting(key, of: person, at: mission, from: begin, to: end, isActing: isActing))
    }
  }

  private mutating func person(
    for key: String, near begin: Int, among facts: inout WorldFacts
  ) -> String {
    if let other = facts.people.last, numbers.happens(12) { return other.key }
    var person = WorldFacts.Person(key: "person-" + key)
    if numbers.happens(12) {
      // Not yet of age at first, or a hundred years old.
      person.born = date(
        numbers.happens(70) ? begin - 84 - numbers.number(in: -1...3) : begin - 395)
    }
    if numbers.happens(10) { person.died = date(numbers.number(in: begin...11)) }
    if let born = person.born?.earliest, let died = person.died?.latest, born > died {
      person.died = nil
    }
    facts.people.append(person)
    return person.key
  }

  private mutating func posting(
    _ key: String, of person: String, at mission: String, from begin: Int, to end: Int,
    isActing: Bool
  ) -> WorldFacts.Posting {
    var resident = WorldFacts.Accreditation(key: key + "-r", receiver: "fr", isResident: true)
    let style = numbers.number(in: 1...100)
    addDecision(to: &resident, before: begin, percent: style > 85 ? 80 : 35)
    if style <= 72 { addAct(to: &resident, on: begin) }
    if style <= 85 { addSigns(to: &resident, from: begin, to: end, percent: style > 72 ? 40 : 12) }
    var posting = WorldFacts.Posting(
      key: key, person: person, mission: mission, isActing: isActing, accreditations: [resident])
    posting.isUncertain = numbers.number(in: 1...100) <= doubts / 3
    if style > 97 {
      posting.isNominee = true
    } else if style <= 85 {
      if end < SmallCalendar.asked.upperBound, numbers.happens(60) {
        posting.ended = date(end)
      } else if style > 72
        ? numbers.happens(50)
        : end < SmallCalendar.asked.upperBound && numbers.happens(25)
      {
        posting.mark = numbers.happens(60) ? "unknown" : "point"
        if posting.mark == "unknown", numbers.happens(50) {
          // Gone when somebody entered it.
          let entry = numbers.number(in: max(0, min(end, 11))...11)
          posting.ended = RecordedDate(text: "[..\(SmallCalendar.text(entry))]", latest: entry)
        }
      }
    }
    if numbers.happens(25) {
      posting.accreditations.append(concurrent(key + "-c", from: begin, to: end))
    }
    return Self.fitting(posting)
  }

  private mutating func addDecision(
    to accreditation: inout WorldFacts.Accreditation, before begin: Int, percent: Int
  ) {
    if numbers.happens(percent) {
      accreditation.dates["appointed"] = date(
        begin - (numbers.happens(80) ? numbers.number(in: 0...3) : numbers.number(in: 4...22)))
    }
    if numbers.happens(percent / 4) {
      accreditation.dates["handed_over"] = date(begin - numbers.number(in: 0...2))
    }
  }

  private mutating func addAct(to accreditation: inout WorldFacts.Accreditation, on begin: Int) {
    let act = date(begin)
    switch numbers.number(in: 1...20) {
    case 1...2:
      accreditation.dates["arrived"] = date(begin - numbers.number(in: 0...2))
      accreditation.dates["credentials"] = act
    case 3: accreditation.dates["took_charge"] = act
    case 4: accreditation.dates["arrived"] = act
    case 5...6:
      accreditation.practice = "copy"
      accreditation.dates["copy_presented"] = act
      if numbers.happens(50) {
        accreditation.dates["credentials"] = date(begin + numbers.number(in: 0...2))
      }
    case 7:
      accreditation.dates["copy_presented"] = date(begin - numbers.number(in: 0...2))
      accreditation.dates["credentials"] = act
    case 8:
      accreditation.dates[numbers.happens(50) ? "exequatur" : "provisionally_admitted"] = act
    case 9:
      accreditation.practice = "appointment"
      accreditation.dates["appointed"] = act
    default: accreditation.dates["credentials"] = act
    }
  }

  private mutating func addSigns(
    to accreditation: inout WorldFacts.Accreditation, from begin: Int, to end: Int, percent: Int
  ) {
    let last = max(begin, min(end, SmallCalendar.asked.upperBound - 1))
    for column in ["in_office_by", "in_office_on"] where numbers.happens(percent) {
      accreditation.dates[column] = date(numbers.number(in: begin...last))
    }
  }

  private mutating func concurrent(
    _ key: String, from begin: Int, to end: Int
  ) -> WorldFacts.Accreditation {
    var concurrent = WorldFacts.Accreditation(key: key, receiver: "de", isResident: false)
    let last = max(begin, min(end, SmallCalendar.asked.upperBound - 1))
    let begin = numbers.number(in: begin...last)
    addDecision(to: &concurrent, before: begin, percent: 25)
    if numbers.happens(60) { addAct(to: &concurrent, on: begin) }
    addSigns(to: &concurrent, from: begin, to: end, percent: 10)
    if numbers.happens(15) { concurrent.dates["ended"] = date(numbers.number(in: begin...last)) }
    return concurrent
  }

  /// The day as somebody might have recorded it.
  private mutating func date(_ truth: Int) -> RecordedDate {
    let day = numbers.number(in: 1...100) <= mistakes ? numbers.number(in: -2...11) : truth
    var date = RecordedDates.of(day, by: &numbers)
    if numbers.number(in: 1...100) <= doubts, !date.text.hasPrefix("[") {
      date.text += numbers.happens(60) ? "?" : "~"
      date.isUnsure = true
    }
    return date
  }

  /// Without what the tables refuse.
  private static func fitting(_ posting: WorldFacts.Posting) -> WorldFacts.Posting {
    var posting = posting
    for index in posting.accreditations.indices {
      var dates = posting.accreditations[index].dates
      for (first, second) in [
        ("arrived", "copy_presented"), ("arrived", "credentials"),
        ("copy_presented", "credentials"),
      ] {
        if let from = dates[first]?.earliest, let until = dates[second]?.latest, from > until {
          dates[first] = nil
        }
      }
      posting.accreditations[index].dates = dates
      let act = posting.accreditations[index].act
      if let from = act?.earliest, let until = dates["ended"]?.latest, from > until {
        posting.accreditations[index].dates["ended"] = nil
      }
      if index == 0, let from = act?.earliest, let until = posting.ended?.latest, from > until {
        posting.ended = nil
      }
    }
    return posting
  }
}

/// The ways in which a day can be recorded.
enum RecordedDates {
  static func of(_ day: Int, by numbers: inout SeededNumbers) -> RecordedDate {
    let text = SmallCalendar.text(day)
    let year = SmallCalendar.year(day)
    let first = (year - 2001) * 4
    switch numbers.number(in: 1...100) {
    case 1...15:
      let month = first + (day - first) / 2 * 2
      return RecordedDate(text: String(text.prefix(7)), earliest: month, latest: month + 1)
    case 16...27: return RecordedDate(text: "\(year)", earliest: first, latest: first + 3)
    case 28...34:
      let from = day - numbers.number(in: 0...2)
      let until = day + numbers.number(in: from == day ? 1...2 : 0...2)
      return RecordedDate(
        text: "[\(SmallCalendar.text(from))..\(SmallCalendar.text(until))]", earliest: from,
        latest: until)
    case 35...38:
      return RecordedDate(
        text: "[\(year)..\(year + 1)]", earliest: first, latest: first + 7)
    case 39...44:
      let until = day + numbers.number(in: 0...2)
      return RecordedDate(text: "[..\(SmallCalendar.text(until))]", latest: until)
    case 45...50:
      let from = day - numbers.number(in: 0...2)
      return RecordedDate(text: "[\(SmallCalendar.text(from))..]", earliest: from)
    default: return RecordedDate(text: text, earliest: day, latest: day)
    }
  }
}
