import Files
import Registry
import Reports
import SQLite

/// Which heads are wanted; what is `nil` is not asked for.
public struct HeadSelection: Hashable, Sendable {
  /// Of one mission: its key, or a name that fits only it.
  public var mission: String?
  /// Of one person: the key, or a name that fits only this one.
  public var person: String?
  /// Of one term: its key, as `2024-2027`.
  public var term: String?
  /// Each begins a word of a name of the person or the mission.
  public var words: String?
  /// In office on that day, certainly or possibly.
  public var day: Day?
  /// Everyone there ever was, nominees too; else those in office on ``day``, or on the last day that
  /// the registry speaks of.
  public var isEveryone: Bool
  /// So many at most.
  public var limit: Int?

  /// Those in office now, of every mission, where nothing is given.
  public init(
    mission: String? = nil, person: String? = nil, term: String? = nil, words: String? = nil,
    on day: Day? = nil, isEveryone: Bool = false, limit: Int? = nil
  ) {
    self.mission = mission
    self.person = person
    self.term = term
    self.words = words
    self.day = day
    self.isEveryone = isEveryone
    self.limit = limit
  }
}

extension Registry {
  /// Heads with their tenure towards the receiver of the mission, by mission, the latest first.
  ///
  /// ```swift
  /// // The succession at one mission:
  /// var heads = try registry.heads(HeadSelection(mission: "gb-london", isEveryone: true))
  /// while let head = try heads.next() {
  ///   print(head.personName, head.began?.text.english ?? "?", head.endedBy)
  /// }
  /// ```
  ///
  /// They are sorted before the first one is there, in memory that SQLite takes for it: of a million
  /// heads in no order ask the view `incumbency` in SQL, which holds one row at a time.
  ///
  /// - Parameter selection: which; those in office now where nothing is said.
  /// - Returns: the heads, one at a time.
  /// - Throws: ``RegistryError/Code-swift.struct/unknownName`` where it names no mission, person or
  ///   term.
  public func heads(
    _ selection: HeadSelection = HeadSelection()
  ) throws(RegistryError) -> Rows<Head> {
    let core = try core()
    let language = language.inside
    let statement = try told { () throws(CoreError) in
      let lookup = Lookup(registry: core)
      var wanted = HeadLists.Selection()
      if let mission = selection.mission {
        wanted.mission = try lookup.key(of: .mission, named: mission)
      }
      if let person = selection.person {
        wanted.person = try lookup.key(of: .person, named: person)
      }
      if let term = selection.term { wanted.term = try lookup.key(of: .term, named: term) }
      wanted.words = selection.words
      wanted.isEveryone = selection.isEveryone
      wanted.limit = selection.limit
      let chosen = wanted
      let lists = HeadLists(core, in: language)
      guard let day = selection.day else {
        return try core.statement(try lists.select(Head.columns, chosen))
      }
      // Of a day there are as many as there are missions; what they are called that day goes along.
      let there = try core.asking(about: day.description) {
        () throws(CoreError) -> [String] in
        let ofDay = Head.ofDay.map { column -> SQL in "i.\(name: column)" }
        return try core.column(
          try lists.select("json_array(p.key, \(raw: ofDay.joined(separator: ", ")))", chosen),
          as: String.self)
      }
      return try Self.statement(of: there, core)
    }
    return Rows(statement, of: core) { row in try Head(row) }
  }

  /// The head that somebody means.
  ///
  /// - Parameter name: a posting by its key, a mission (its head), or a person with one posting.
  /// - Returns: the head, with the tenure towards the receiver of the mission.
  /// - Throws: ``RegistryError/Code-swift.struct/unknownName``, with the candidates where several
  ///   fit.
  public func head(_ name: String) throws(RegistryError) -> Head {
    let core = try core()
    let posting = try told { () throws(CoreError) in
      try Lookup(registry: core).posting(named: name)
    }
    guard let head = try heads(of: [posting]).first else { throw .gone(posting) }
    return head
  }

  /// - Parameter named: an array in JSON for each: the posting, and what its columns of the day are.
  private static func statement(
    of named: [String], _ core: CoreRegistry
  ) throws(CoreError) -> Statement {
    let columns = Head.columns { column in
      let place = (Head.ofDay.firstIndex(of: column) ?? -1) + 1
      return "json_extract(j.value, \(text: "$[\(place)]"))"
    }
    return try statement(columns, by: "json_extract(j.value, '$[0]')", in: named, core)
  }

  private static func statement(
    _ columns: SQL, by posting: SQL, in list: [String], _ core: CoreRegistry
  ) throws(CoreError) -> Statement {
    // Of as many as there are missions, and a list can be bound as one value.
    let list = "[" + list.joined(separator: ",") + "]"
    return try core.statement(
      """
      SELECT \(raw: columns)
      FROM json_each(\(list)) AS j
      CROSS JOIN accreditation AS a ON a.posting = \(raw: posting) AND a.is_resident
      CROSS JOIN tenure AS i ON i.accreditation = a.key
      ORDER BY j.key
      """)
  }

  /// The heads of these postings, in this order.
  func heads(of postings: [String]) throws(RegistryError) -> [Head] {
    let core = try core()
    let statement = try told { () throws(CoreError) in
      try Self.statement(
        Head.columns, by: "j.value", in: postings.map(JSONString.quoted), core)
    }
    return try Rows(statement, of: core) { row in try Head(row) }.all()
  }

  /// Answers about a day while `body` runs.
  func asking<T>(
    about day: Day?, _ body: () throws(RegistryError) -> T
  ) throws(RegistryError) -> T {
    let core = try core()
    let outcome = try told { () throws(CoreError) in
      try core.asking(about: day?.description) {
        () throws(CoreError) -> Result<T, RegistryError> in
        do throws(RegistryError) { return .success(try body()) } catch { return .failure(error) }
      }
    }
    return try outcome.get()
  }
}
