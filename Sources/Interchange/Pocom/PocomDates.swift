import Registry

/// What a note of pocom says of the date that it stands before.
///
/// The note is the beginning of a sentence, the date its end: "Left post on or after" 1858-06-01.
/// Where its last words bound the date, or doubt it, the registry keeps bounds or a mark of doubt;
/// going out, the date is again what it was.
struct PocomDate: Equatable {
  /// The date as it stands in the source.
  let given: String
  /// What it is with the note.
  let read: PartialDate

  /// Words at the end of a note, the longest of a meaning first.
  private enum Ending: CaseIterable {
    case notAfter
    case before
    case notBefore
    case after
    case about

    var words: [String] {
      switch self {
      case .notAfter: ["on or shortly before", "on or before", "no later than", "not later than"]
      case .before: ["shortly before", "before"]
      case .notBefore:
        [
          "on or soon after", "on or shortly after", "on or after", "no earlier than",
          "not earlier than", "not before",
        ]
      case .after: ["soon after", "shortly after", "after"]
      case .about: ["about", "approximately", "around", "circa"]
      }
    }

    func read(_ date: CalendarDate, isDoubted: Bool) throws(PartialDate.Fault) -> PartialDate {
      switch self {
      case .notAfter: try PartialDate(from: nil, to: date)
      case .before: try PartialDate(from: nil, to: date.before)
      case .notBefore: try PartialDate(from: date, to: nil)
      case .after: try PartialDate(from: date.after, to: nil)
      case .about: PartialDate(date, isDoubted ? .both : .approximate)
      }
    }
  }

  /// - Returns: `nil` where the date is none, or the note says nothing of it.
  init?(_ given: String?, note: String?) {
    guard let given, let note, let date = Self.plain(given) else { return nil }
    let words = note.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    let isDoubted = words.contains("probably")
    guard
      let read = Self.ending(of: words, date, isDoubted) ?? Self.span(in: words, to: date)
        ?? (isDoubted ? PartialDate(date, .uncertain) : nil)
    else { return nil }
    self.given = given
    self.read = read
  }

  private static func plain(_ text: String) -> CalendarDate? {
    guard let date = try? PartialDate(written: text), date.qualifier == nil else { return nil }
    return date.date
  }

  private static func ending(
    of words: [String], _ date: CalendarDate, _ isDoubted: Bool
  ) -> PartialDate? {
    let note = " " + words.joined(separator: " ")
    // "not before" ends with "before": of all that fit, the longest is meant.
    let fitting = Ending.allCases.flatMap { ending in ending.words.map { (ending, $0) } }
      .filter { note.hasSuffix(" " + $0.1) }
    guard let longest = fitting.max(by: { $0.1.utf8.count < $1.1.utf8.count }) else { return nil }
    return try? longest.0.read(date, isDoubted: isDoubted)
  }

  /// "between April 26 and", "on September 7 or": another day, and perhaps its year.
  private static func span(in words: [String], to date: CalendarDate) -> PartialDate? {
    let first =
      switch words.last {
      case "and": words.lastIndex(of: "between")
      case "or": words.lastIndex(of: "on")
      default: Int?.none
      }
    guard let first else { return nil }
    let other = words[(first + 1)...].dropLast().joined(separator: " ")
    let years = [date.year, date.year - 1].map { "\(other) \($0)" }
    for text in [other] + years {
      guard let from = (try? PartialDate(text))?.date,
        let span = try? PartialDate(from: from, to: date)
      else { continue }
      return span
    }
    return nil
  }
}

// MARK: Going out

extension PocomDate {
  /// A date of a registry as pocom writes one, which knows neither bounds nor marks: what they say
  /// goes to the end of the note, unless it is there.
  static func written(_ stored: String?, note: String?) -> (date: String?, note: String?) {
    guard let stored, let date = try? PartialDate(written: stored),
      date.qualifier != nil || date.bounds != nil
    else { return (stored, note) }
    if let given = candidates(date).first(where: {
      PocomDate($0.description, note: note)?.read == date
    }) {
      return (given.description, note)
    }
    var words = note?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
    if words.last == "on" { words.removeLast() }
    let (given, ending) = told(date)
    let all = (words + [words.isEmpty ? capitalized(ending) : ending]).joined(separator: " ")
    return (given, all)
  }

  /// What the date can have been in the source.
  private static func candidates(_ date: PartialDate) -> [CalendarDate] {
    if let plain = date.date { return [plain] }
    guard let (from, to) = date.bounds else { return [] }
    return [to, to?.after, from, from?.before].compactMap { $0 }
  }

  private static func told(_ date: PartialDate) -> (date: String?, ending: String) {
    if let plain = date.date {
      let ending =
        switch date.qualifier {
        case .uncertain: "probably"
        case .both: "probably about"
        default: "about"
        }
      return (plain.description, ending)
    }
    switch date.bounds {
    case (let from?, let to?)?: return (to.description, "between \(from.description) and")
    case (let from?, nil)?: return (from.description, "on or after")
    case (nil, let to?)?: return (to.description, "on or before")
    default: return (nil, "")
    }
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
