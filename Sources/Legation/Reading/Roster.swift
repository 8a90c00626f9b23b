import Registry
import Reports
import SQLite

/// Who heads which mission: in a term, or on a day, in the house order.
///
/// The order is by kind of mission, class, beginning of functions, decision and name. Precedence
/// exists only among the heads at one receiver (Vienna Convention of 1961, article 16).
public struct Roster: Hashable, Sendable {
  /// One head of a roster.
  public struct Entry: Hashable, Sendable {
    /// The place in the order, from 1.
    public let number: Int
    /// The head.
    public let head: Head
    /// What is said of the day: a code of the list `tenure.status`, as `in-office`, `possibly`,
    /// `appointed`, `over-run`, `left`, or `nominee-` with the outcome.
    public let status: String
    /// The status in words.
    public let statusText: LocalizedText
    /// Whether the term is inferred, and no source states it.
    public let termIsInferred: Bool
  }

  /// Its heading.
  public let title: LocalizedText
  /// The day on which the missions without a head were looked for, and of a roster of a day that
  /// day.
  public let day: Day
  /// The last day that the registry speaks of.
  public let knownDay: Day
  /// The heads.
  public let entries: [Entry]
  /// Missions open on ``day`` of which no head is known, by kind and name.
  public let missionsWithoutHead: [Mission]
}

extension Registry {
  /// The last day that the registry speaks of; today where nobody said one.
  ///
  /// - Throws: a ``RegistryError`` where the file cannot be read.
  public func knownDay() throws(RegistryError) -> Day {
    let core = try core()
    let day = try told { () throws(CoreError) in
      try core.value("SELECT day FROM known_day", as: String.self)
    }
    return try Day(day ?? "")
  }

  /// The heads who were named in a term.
  ///
  /// - Parameter term: its key, as `2024-2027`.
  /// - Returns: the roster, as of one moment.
  /// - Throws: ``RegistryError/Code-swift.struct/unknownName`` where there is no such term.
  public func roster(ofTerm term: String) throws(RegistryError) -> Roster {
    let key = try key(of: .term, named: term)
    return try roster(statuses: "tenure.status", on: nil, ofTerm: key)
  }

  /// The heads in office on a day, certainly or possibly.
  ///
  /// - Parameters:
  ///   - day: the last one that the registry speaks of where it is `nil`.
  ///   - term: those named in this term alone, by its key.
  /// - Returns: the roster, as of one moment.
  /// - Throws: ``RegistryError/Code-swift.struct/unknownName`` where there is no such term.
  public func roster(on day: Day? = nil, term: String? = nil) throws(RegistryError) -> Roster {
    var key: String?
    if let term { key = try self.key(of: .term, named: term) }
    // With a day of one's own a term is one of those in office, not of all who were named in it.
    var asked = day
    if asked == nil, key != nil { asked = try knownDay() }
    return try roster(statuses: "tenure.status", on: asked, ofTerm: key)
  }

  private func roster(
    statuses list: String, on day: Day?, ofTerm term: String?
  ) throws(RegistryError) -> Roster {
    let core = try core()
    let language = language.inside
    // Its heads, its gaps and their names are of one moment; within a change, of the change.
    let moment = try told { () throws(CoreError) in try core.savepoint() }
    let asked = try asking(about: day) { () throws(RegistryError) in
      try self.asked(core, in: language, ofTerm: term)
    }
    let (report, lines) = (asked.report, asked.lines)
    let knownDay = try knownDay()
    guard asked.heads.count == lines.count else { throw .gone(list) }
    var words: [String: LocalizedText] = [:]
    var entries: [Roster.Entry] = []
    for (line, head) in zip(lines, asked.heads) {
      if words[line.status] == nil { words[line.status] = try label(of: line.status, in: list) }
      let text = words[line.status] ?? LocalizedText(line.status, vietnamese: line.status)
      entries.append(
        Roster.Entry(
          number: line.number, head: head, status: line.status, statusText: text,
          termIsInferred: line.termIsInferred))
    }
    moment.rollBack()
    try told { () throws(CoreError) in try core.requireUnchanged() }
    return Roster(
      title: LocalizedText(report.title ?? Sentence(same: "")), day: day ?? knownDay,
      knownDay: knownDay, entries: entries, missionsWithoutHead: asked.missions)
  }

  /// What a roster is made of, with the names of the day asked about.
  private func asked(
    _ core: CoreRegistry, in language: CoreLanguage, ofTerm term: String?
  ) throws(RegistryError) -> Asked {
    let (report, lines, vacant) = try told {
      () throws(CoreError) -> (Report, [Line], [String]) in
      let kind = Reports.Roster.self
      let given = term.map { ["term": $0] } ?? [:]
      let report = try kind.made(AskedReport(kind, given, from: core, in: language))
      return (report, try Self.lines(of: report, core), try Self.missionKeys(of: report, core))
    }
    var missions: [Mission] = []
    for key in vacant { missions.append(try mission(key)) }
    return (report, lines, try heads(of: lines.map(\.posting)), missions)
  }

  private typealias Asked = (report: Report, lines: [Line], heads: [Head], missions: [Mission])
  private typealias Line = (number: Int, posting: String, status: String, termIsInferred: Bool)

  private static func lines(of report: Report, _ core: CoreRegistry) throws(CoreError) -> [Line] {
    guard let section = report.sections.first else { return [] }
    let places = ["number", "posting", "status_code", "term_is_inferred"].map { name in
      section.columns.firstIndex { $0.name == name } ?? -1
    }
    return try core.all(section.sql) { (row) throws(SQLiteError) -> Line in
      (
        try row.get(places[0]), try row.get(places[1]), try row.get(places[2]),
        try row.get(places[3], as: Bool?.self) ?? false
      )
    }
  }

  private static func missionKeys(
    of report: Report, _ core: CoreRegistry
  ) throws(CoreError) -> [String] {
    guard report.sections.count > 1 else { return [] }
    let section = report.sections[1]
    let place = section.columns.firstIndex { $0.name == "mission_key" } ?? -1
    return try core.all(section.sql) { (row) throws(SQLiteError) -> String in
      try row.get(place)
    }
  }
}
