import Registry
import SQLite

extension Registry {
  /// Asks the registry in SQL.
  ///
  /// The answer comes row by row, whatever its length. Nothing that is asked can change the registry,
  /// read or write another file, or run without end; a task that is cancelled ends its question. The
  /// views to begin with are `incumbency`, `incumbent`, `vacancy` and `term_roster`; the table
  /// `schema_comment` says what every table and column means, in both languages.
  ///
  /// ```swift
  /// var answer = try registry.ask(
  ///   "SELECT mission, person_name FROM incumbent WHERE began > :day ORDER BY began",
  ///   ["day": "2024"])
  /// while let row = try answer.next() {
  ///   print(row["mission"]?.text ?? "", row["person_name"]?.text ?? "")
  /// }
  /// ```
  ///
  /// It is asked on a connection of its own: inside an open change it is answered from before the
  /// change, and beside ``atOneMoment(_:)`` from the latest state.
  ///
  /// - Parameters:
  ///   - sql: one statement that reads, with named parameters (`:day`).
  ///   - values: of every parameter, by its name without the mark. They are bound, never put into the
  ///     text.
  ///   - limits: what it may cost.
  /// - Returns: the rows.
  /// - Throws: ``RegistryError/Code-swift.struct/invalidValue`` with the place of a mistake and what
  ///   to write instead, where a parameter is missing or unknown, or where a function of this program
  ///   is called with what it cannot take: `days('tomorrow', ended)`;
  ///   ``RegistryError/Code-swift.struct/readOnly`` where it would do more than read.
  public func ask(
    _ sql: String, _ values: [String: Value] = [:], limits: Limits = Limits()
  ) throws(RegistryError) -> Rows<Row> {
    let session = try session(for: sql, within: limits)
    let given = values.map { QueryParameter(name: $0.key, value: $0.value.stored) }
    let statement = try told { () throws(CoreError) in
      let script = Script(sql)
      guard let statement = try session.next(of: script) else { throw QueryFault.noStatement }
      guard try session.next(of: script) == nil else { throw Self.severalStatements }
      let names = statement.parameterNames.map { String($0.dropFirst()) }
      try session.registry.refuse(unknown: given, known: Set(names))
      try session.registry.bind(given, to: statement)
      return statement
    }
    let columns = statement.columnNames
    return Rows(statement, of: session.registry, within: session) { row in
      try Row(columns: columns, of: row)
    }
  }

  private func session(
    for sql: String, within limits: Limits
  ) throws(RegistryError) -> QuerySession {
    _ = try core()
    let wanted = Preparation(for: sql)
    if let asking, asking.limits == limits, asking.session.prepared.isSuperset(of: wanted) {
      return asking.session
    }
    let session = try told { () throws(CoreError) in
      let core = try reopened()
      // The session sets its limit for good.
      let before = MemoryLimit(bytes: limits.memory)
      defer { before.end() }
      return try QuerySession(
        core, limits: limits.inside, for: sql, isCancelled: { Task.isCancelled })
    }
    asking = QuerySessionKept(session: session, limits: limits)
    return session
  }

  private static let severalStatements = CoreError(
    .invalidValue,
    Sentence(
      "There is more than one statement.", vi: "Có nhiều hơn một câu lệnh."),
    hint: Sentence("Ask one after the other.", vi: "Hãy hỏi từng câu một."))
}
