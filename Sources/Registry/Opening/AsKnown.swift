import Files
import SQLite
import Schema

/// The past knowledge that a connection answers from.
package struct AsKnown: Equatable, Sendable {
  /// The last change that was known.
  package let change: Int
  /// When it was made, in UTC: `2024-02-29T09:12:00Z`.
  package let madeAt: String
  /// The local day that counts as today.
  package let day: String
  fileprivate(set) var hasNames = false
}

/// What a connection answers of: what was known when, and which day of the world is asked about.
package struct Clocks: Equatable, Sendable {
  /// The past knowledge; `nil` for the present.
  package fileprivate(set) var known: AsKnown?
  /// The day that is asked about, `YYYY-MM-DD`; `nil` for the last one known.
  package fileprivate(set) var day: String?
  /// The tables and views that have another one of their name in front of them.
  fileprivate(set) var hidden: Set<String> = []
  /// The tables in front of which their records stand as they were on the day.
  fileprivate var turned: [TrackedTable] = []
}

extension Registry {
  /// The past knowledge that it answers from; `nil` for the present.
  package var asKnown: AsKnown? { clocks.known }

  /// From now on answers from what the registry said then, or about another day, or both.
  ///
  /// Every table and view whose answer depends on it gets a temporary view of its own name in
  /// front, so that the same SQL serves the present and the past, and any day. What stands behind
  /// `main.` is still the present: questions that somebody types are refused it.
  ///
  /// - Parameters:
  ///   - when: the number of a change, a day (its end) or a moment (`2024-02-29 10:30` in local
  ///     time, or `2024-02-29T09:30:00Z`).
  ///   - day: a day as people write it.
  /// - Throws: where it is none of these, or nothing was known then.
  package func look(asKnown when: String? = nil, on day: String? = nil) throws(RegistryError) {
    guard when != nil || day != nil else { return }
    var clocks = Clocks()
    if let day { clocks.day = try self.day(day) }
    if let when {
      let known = try point(at: when)
      for table in try tables() {
        for view in Self.pastVersions(of: table, until: known.change) { try run(view) }
        clocks.hidden.formUnion([table.name, table.shadow])
      }
      try run(
        """
        CREATE TEMP VIEW change AS
        SELECT * FROM main.change WHERE number <= \(carried: known.change)
        """)
      try run("CREATE TEMP VIEW open_change AS SELECT * FROM main.open_change WHERE 0")
      clocks.hidden.formUnion(["change", "open_change"])
      clocks.known = known
    }
    self.clocks = clocks
    if let known = clocks.known {
      try hide(try views())
      try hideServices(until: known.change)
      self.clocks.hidden.insert("service")
    }
    if let day = clocks.day {
      self.clocks.day = nil
      try ask(about: day)
    }
  }

  /// Answers about another day while `body` runs, within which everything is read that is asked.
  ///
  /// - Parameter day: `YYYY-MM-DD`; `nil` leaves it as it is.
  package func asking<T>(
    about day: String?, _ body: () throws(RegistryError) -> T
  ) throws(RegistryError) -> T {
    guard let day else { return try body() }
    let before = clocks.day
    try ask(about: day)
    let answer: T
    do { answer = try body() } catch {
      try ask(about: before)
      throw error
    }
    try ask(about: before)
    return answer
  }

  private func ask(about day: String?) throws(RegistryError) {
    guard day != clocks.day else { return }
    clocks.day = day
    if clocks.turned.isEmpty { clocks.turned = try turningTables() }
    let turned = clocks.turned
    for table in turned { try turn(table, isOfDay: day != nil) }
    if day == nil { clocks.turned = [] }
    var dependent: Set<String> = Set(turned.map(\.name)).union([Blueprint.askedDay])
    var ofDays: [Blueprint.View] = []
    for view in try views() where view.name == Blueprint.askedDay || view.asks(dependent) {
      dependent.insert(view.name)
      ofDays.append(view)
    }
    try hide(ofDays)
  }

  /// The tables of which a record is known to have been otherwise at some time.
  private func turningTables() throws(RegistryError) -> [TrackedTable] {
    let tracked = try tables()
    var turning: [TrackedTable] = []
    for table in Blueprint.turning {
      let said = table.said.map { said -> SQL in "EXISTS (SELECT 1 FROM \(name: said))" }
      let isSaid = try value("SELECT \(raw: said.joined(separator: " OR "))", as: Bool.self)
      if isSaid == true { turning += tracked.filter { $0.name == table.name } }
    }
    return turning
  }

  /// Puts the records of a table in front of it as they were on the day asked about; away again
  /// where none is.
  private func turn(_ table: TrackedTable, isOfDay: Bool) throws(RegistryError) {
    if clocks.hidden.contains(table.name) { try run("DROP VIEW temp.\(name: table.name)") }
    let known = clocks.known.map { Self.past(of: table, until: $0.change) }
    clocks.hidden.remove(table.name)
    if isOfDay, let turning = Blueprint.turning.first(where: { $0.name == table.name }) {
      let columns = table.columns.map { turning.column($0.name) }
      try run(
        """
        CREATE TEMP VIEW \(name: table.name) AS
        SELECT \(raw: columns.joined(separator: ", "))
        FROM \(raw: known ?? "main.\(name: table.name)") AS t
        """)
    } else if let known {
      try run("CREATE TEMP VIEW \(name: table.name) AS SELECT * FROM \(raw: known)")
    } else {
      return
    }
    clocks.hidden.insert(table.name)
  }

  /// Puts views in front of those of the file, as the clocks have it; away again where they stand
  /// as in the file.
  private func hide(_ views: [Blueprint.View]) throws(RegistryError) {
    for view in views {
      // Of a foreign file they are in front in any case, with another today.
      if foreignUntil != nil || clocks.hidden.contains(view.name) {
        try run("DROP VIEW temp.\(name: view.name)")
      }
      if let day = clocks.day, view.name == Blueprint.askedDay {
        try run(Blueprint.askedDay(day))
      } else if clocks.day != nil || clocks.known != nil || foreignUntil != nil {
        // "Today" was another day.
        try run(view.temporary(today: clocks.known?.day))
      }
      if clocks.day != nil || clocks.known != nil {
        clocks.hidden.insert(view.name)
      } else {
        clocks.hidden.remove(view.name)
      }
    }
  }

  private static func pastVersions(of table: TrackedTable, until change: Int) -> [SQL] {
    [
      """
      CREATE TEMP VIEW \(name: table.shadow) AS
      SELECT * FROM main.\(name: table.shadow) WHERE change <= \(carried: change)
      """,
      "CREATE TEMP VIEW \(name: table.name) AS SELECT * FROM \(raw: past(of: table, until: change))",
    ]
  }

  /// The records of a table as they stood behind a change.
  private static func past(of table: TrackedTable, until change: Int) -> SQL {
    let stood: SQL = """
      FROM main.\(name: table.shadow) AS h
      WHERE h.gone = 0 AND h.change <= \(carried: change) AND NOT EXISTS (
        SELECT 1 FROM main.\(name: table.shadow) AS n
        WHERE \(raw: table.sameRecord("n", "h"))
          AND n.change > h.change AND n.change <= \(carried: change)
      )
      """
    return """
      (
        SELECT \(names: table.columns.map(\.name))
        FROM \(raw: computed(of: table, "(SELECT h.* \(raw: stood))"))
      )
      """
  }

  /// A source of versions with the columns that the versions lack, each computed from those before
  /// it.
  private static func computed(of table: TrackedTable, _ source: SQL) -> SQL {
    var source = source
    let versioned = Set(table.versioned.map(\.name))
    var lacking = table.columns.filter { !versioned.contains($0.name) }
    while true {
      let next = lacking.filter { column in !lacking.contains { column.isMade(of: $0) } }
      if next.isEmpty { return source }
      let columns = next.map { column -> SQL in
        // The migrations' own words.
        "\(raw: SQL(carried: column.expression ?? "NULL")) AS \(name: column.name)"
      }
      source = "(SELECT *, \(raw: columns.joined(separator: ", ")) FROM \(raw: source))"
      let made = Set(next.map(\.name))
      lacking.removeAll { made.contains($0.name) }
    }
  }

  /// Makes the names of the past findable: they have no index until one is needed.
  package func prepareNames() throws(RegistryError) {
    try storage { () throws(SQLiteError) in try requireNames() }
  }

  func requireNames() throws(SQLiteError) {
    guard let known = asKnown, !known.hasNames else { return }
    let statements: [SQL] = [
      """
      CREATE TEMP TABLE searchable_name (
        id INTEGER PRIMARY KEY, subject TEXT, key TEXT, name TEXT, search_key TEXT
      )
      """,
      """
      INSERT INTO temp.searchable_name (subject, key, name, search_key)
      SELECT subject, key, name, search_key FROM known_name
      """,
      "CREATE INDEX temp.searchable_name_by_search_key ON searchable_name (search_key)",
      """
      CREATE VIRTUAL TABLE temp.name_index USING fts5(
        search_key,
        content = 'searchable_name',
        content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2'
      )
      """,
      "INSERT INTO temp.name_index (name_index) VALUES ('rebuild')",
    ]
    for statement in statements { try connection.run(statement) }
    clocks.known?.hasNames = true
    clocks.hidden.formUnion(["searchable_name", "name_index"])
  }

  // MARK: Points in time

  /// The last change at a number, a day or a moment.
  package func point(at when: String) throws(RegistryError) -> AsKnown {
    let condition: SQL
    if let number = Int(when) {
      condition = "number = \(number)"
    } else if let day = (try? PartialDate(when))?.wholeDay {
      condition = Self.before("date(made_at, 'localtime') > \(day)")
    } else if let moment = try moment(when) {
      condition = Self.before("made_at > \(moment)")
    } else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(Registry.quoted(when)) is no change, day or moment.",
          vi: "\(Registry.quoted(when)) không phải số thay đổi, ngày hay thời điểm."),
        hint: Sentence(
          "Write 42, 2024-02-29, 29/02/2024 or \"2024-02-29 10:30\".",
          vi: "Hãy viết 42, 2024-02-29, 29/02/2024 hoặc \"2024-02-29 10:30\"."))
    }
    let found = try first(
      """
      SELECT number, made_at, date(made_at, 'localtime')
      FROM main.change WHERE \(raw: condition) ORDER BY number DESC LIMIT 1
      """
    ) { (row) throws(SQLiteError) in
      AsKnown(change: try row.get(0), madeAt: try row.get(1), day: try row.get(2))
    }
    if let found { return found }
    throw try nothingKnown(at: when)
  }

  /// Before the first change that was made later: where a clock ran backwards, a later change does
  /// not pass for an earlier one by its time.
  private static func before(_ isLater: SQL) -> SQL {
    """
    number < coalesce(
      (SELECT min(number) FROM main.change WHERE \(raw: isLater)), 9223372036854775807
    )
    """
  }

  /// A moment as the changes have it; `nil` where it is none.
  private func moment(_ text: String) throws(RegistryError) -> String? {
    // Whatever else SQLite takes for a moment ("now", Julian days) is none here.
    let shape = text.utf8.map { byte -> Character in
      byte >= 48 && byte <= 57 ? "9" : Character(UnicodeScalar(byte))
    }
    let known = ["9999-99-99 99:99", "9999-99-99 99:99:99", "9999-99-99T99:99"]
    let written = String(shape)
    let isLocal = known.contains(written) || written == "9999-99-99T99:99:99"
    guard isLocal || written == "9999-99-99T99:99:99Z" else { return nil }
    return try value(
      """
      SELECT strftime(
        '%Y-%m-%dT%H:%M:%SZ', \(text.replacing("Z", with: "")),
        \(isLocal ? "utc" : "+0 seconds")
      )
      """, as: String?.self) ?? nil
  }

  private func nothingKnown(at when: String) throws(RegistryError) -> RegistryError {
    let ends = try first(
      """
      SELECT min(number), max(number), \(raw: Clock.localTime("min(made_at)"))
      FROM main.change
      """
    ) { (row) throws(SQLiteError) in
      (
        try row.get(0, as: Int.self), try row.get(1, as: Int.self),
        try row.get(2, as: String.self)
      )
    }
    let (first, last, moment) = ends ?? (0, 0, "")
    return RegistryError(
      .unknownName,
      Sentence(
        "The registry knows no change at \(Registry.quoted(when)).",
        vi: "Sổ không có thay đổi nào ứng với \(Registry.quoted(when))."),
      remedies: [.chooseChange(first: first, last: last, since: moment)])
  }
}
