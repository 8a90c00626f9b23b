import SQLite

/// Which questions can be kept: compiled where they would be asked, and never run.
///
/// On a connection of its own that only reads, within the limits of a question: what SQLite builds
/// of a statement of one line can need any memory and any time, and a write holds the lock.
struct KeptQueryRule {
  private let session: QuerySession

  /// Lends a rule for `scripts`; the memory that SQLite may hold is as before when it ends.
  static func lend<T>(
    for registry: Registry, _ scripts: [String], limits: QueryLimits = QueryLimits(),
    _ body: (KeptQueryRule) throws(RegistryError) -> T
  ) throws(RegistryError) -> T {
    let heap = Connection.setHeapLimit(bytes: limits.memory)
    defer { Connection.setHeapLimit(bytes: heap) }
    let reader = try Registry.connect(
      registry.connection.path, for: .reading, named: registry.path)
    try reader.checkSchema(for: .reading)
    let rule = KeptQueryRule(
      session: try QuerySession(reader, limits: limits, for: scripts.joined(separator: "\n")))
    return try body(rule)
  }

  private init(session: QuerySession) { self.session = session }

  /// What a statement takes and gives.
  struct Shape {
    /// The names of its parameters, in order, each once.
    let parameters: [String]
    /// The names of the columns of its answer.
    let columns: [String]
  }

  /// - Throws: where it is no statement that reads, is more than one, or does not name a parameter.
  func shape(of sql: String) throws(RegistryError) -> Shape {
    let script = Script(sql)
    let (marked, columns) = try Self.names(in: try session.next(of: script))
    // One statement alone is kept: the second would never be asked.
    if try session.next(of: script) != nil { throw Self.twoStatements }
    guard !marked.contains("") else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "A kept query names its parameters: :day, not ?.",
          vi: "Câu hỏi được lưu phải đặt tên tham số: :day, không phải ?."))
    }
    var seen: Set<String> = []
    let parameters = marked.map { String($0.dropFirst()) }.filter { seen.insert($0).inserted }
    return Shape(parameters: parameters, columns: columns)
  }

  /// What is odd about it.
  ///
  /// - Throws: where it cannot be kept.
  func notes(on sql: String) throws(RegistryError) -> [QueryNote] {
    session.takesNotes = true
    _ = try shape(of: sql)
    return session.notes.notes
  }

  private static func names(
    in statement: consuming Statement?
  ) throws(RegistryError) -> (parameters: [String], columns: [String]) {
    guard let statement else { throw QueryFault.noStatement }
    return (statement.parameterNames, statement.columnNames)
  }

  private static let twoStatements = RegistryError(
    .invalidValue,
    Sentence("A kept query is one statement.", vi: "Câu hỏi được lưu chỉ gồm một câu lệnh."))

  /// What stands against a question as it is kept, with its parameters; `nil` where it can be asked.
  func fault(of query: KeptQuery) -> RegistryError? {
    do {
      let used = try shape(of: query.sql).parameters
      let declared = query.parameters.map(\.name)
      if let stray = declared.first(where: { !used.contains($0) }) {
        return Self.hasNoParameter(stray)
      }
      if let missing = used.first(where: { !declared.contains($0) }) {
        return RegistryError(
          .invalidValue,
          Sentence(
            "Nothing is said of its parameter :\(missing).",
            vi: "Không có mục nào khai báo tham số :\(missing)."))
      }
      for parameter in query.parameters {
        // Records come and go: that one is missing is told when it is asked for.
        if case .record? = parameter.type.flatMap(ParameterType.init(name:)) { continue }
        guard let value = parameter.defaultValue else { continue }
        _ = try parameter.value(of: value, in: session.registry)
      }
      return nil
    } catch { return error }
  }

  static func hasNoParameter(_ name: String) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence(
        "The statement has no parameter :\(name).", vi: "Câu lệnh không có tham số :\(name)."))
  }
}

extension Registry {
  /// Refuses a statement that cannot be kept, before anybody waits for a lock.
  ///
  /// - Returns: what is odd about it.
  /// - Throws: where it is no statement that reads, or compiling it takes more than is allowed.
  package func requireQuestion(
    _ statement: String, limits: QueryLimits
  ) throws(RegistryError) -> [QueryNote] {
    let sql = try enteredScript(statement, as: Sentence(same: "sql"))
    return try KeptQueryRule.lend(for: self, [sql], limits: limits) {
      (rule) throws(RegistryError) in try rule.notes(on: sql)
    }
  }

  /// Refuses kept queries that changes wrote and nobody could ask, whichever way they came in.
  ///
  /// - Parameter tables: the names of the tables that the changes wrote.
  func refuseUnfitQueries(
    by changes: ClosedRange<Int>, in tables: Set<String>
  ) throws(RegistryError) {
    guard !tables.isDisjoint(with: ["kept_query", "kept_query_parameter"]) else { return }
    let written = try column(
      """
      SELECT name FROM kept_query_history
      WHERE change BETWEEN \(changes.lowerBound) AND \(changes.upperBound)
      UNION
      SELECT query FROM kept_query_parameter_history
      WHERE change BETWEEN \(changes.lowerBound) AND \(changes.upperBound)
      """, as: String.self)
    guard !written.isEmpty, let first = try unfitQueries(among: Set(written)).first else { return }
    let (name, fault) = first
    var refusal = RegistryError(
      .rule,
      Sentence(
        "The query \(name) cannot be kept: \(fault.message.english)",
        vi: "Không lưu được câu hỏi \(name): \(fault.message.vietnamese)"))
    refusal.list = fault.list
    refusal.hint = fault.hint
    refusal.remedies = fault.remedies
    throw refusal
  }

  /// The kept queries of this office that nobody can ask, each with what stands against it.
  ///
  /// - Parameter names: those that are looked at; `nil` is all.
  func unfitQueries(
    among names: Set<String>? = nil
  ) throws(RegistryError) -> [(name: String, fault: RegistryError)] {
    let own = try column(
      "SELECT name FROM kept_query WHERE NOT is_shipped ORDER BY name", as: String.self)
    let wanted = own.filter { names?.contains($0) ?? true }
    guard !wanted.isEmpty else { return [] }
    var queries: [KeptQuery] = []
    for name in wanted { queries.append(try keptQuery(name)) }
    return try KeptQueryRule.lend(for: self, queries.map(\.sql)) { (rule) throws(RegistryError) in
      queries.compactMap { query in rule.fault(of: query).map { (query.name, $0) } }
    }
  }
}
