package import SQLite

/// Adding and editing records of any kind, inside an open change.
package struct Records {
  package let change: Change

  package init(_ change: Change) { self.change = change }

  var registry: Registry { change.registry }
  var connection: Connection { change.registry.connection }

  /// One column of a record before and after an edit.
  package struct Difference: Equatable, Sendable {
    package let column: String
    package let label: Sentence
    /// Whether its values are dates.
    package let isDate: Bool
    package let before: Value
    package let after: Value
    /// What its values are called, where they are codes.
    package let codes: [String: Sentence]
  }

  /// Adds a record and returns its key.
  ///
  /// - Parameter key: the key wanted; where it is `nil` one is made from the facts.
  /// - Throws: where a fact is missing or refused, or the key is taken.
  @discardableResult
  package func add(
    _ entity: RecordKind, key: String? = nil, _ facts: Facts
  ) throws(RegistryError) -> String {
    try add(entity, key: key, try values(of: facts, for: entity))
  }

  /// The same, for values as they entered.
  func add(
    _ entity: RecordKind, key: String?, _ given: [String: Value]
  ) throws(RegistryError) -> String {
    var values = given
    if let key { values["key"] = .text(try validKey(key, of: entity)) }
    try complete(&values, for: entity)
    guard case .text(let key)? = values["key"] else {
      throw missing("key", of: entity)
    }
    if let same = try recognised(values, as: entity) { throw try saysTheSame(entity, key: same) }
    if try exists(entity, key: key) { throw try isThere(entity, key: key) }
    if entity.keepsItsChange { values["entered_in"] = .integer(Int64(change.number)) }
    try insert(into: entity.table, values)
    return key
  }

  /// That there is such a record already.
  private func isThere(_ entity: RecordKind, key: String) throws(RegistryError) -> RegistryError {
    let name = try change.lookup.name(of: entity, key: key)
    return RegistryError(
      .rule,
      Sentence(
        "The \(entity.noun.english) \(key) is there already: \(name.english).",
        vi: "Đã có \(entity.noun.vietnamese) \(key): \(name.vietnamese)."),
      hint: Sentence(
        "Give another key, or edit that one.", vi: "Hãy đặt mã khác, hoặc sửa bản ghi đó."),
      remedies: [.give(WantedFact(entity: entity, column: "key"))])
  }

  /// That there is a record already that says what this one does.
  func saysTheSame(_ entity: RecordKind, key: String) throws(RegistryError) -> RegistryError {
    let name = try change.lookup.name(of: entity, key: key)
    return RegistryError(
      .rule,
      Sentence(
        "The \(entity.noun.english) \(key) is there already: \(name.english).",
        vi: "Đã có \(entity.noun.vietnamese) \(key): \(name.vietnamese)."),
      hint: Sentence(
        "The same words are the same \(entity.noun.english); what more there is to say, that one can be given.",
        vi:
          "Cùng lời là cùng một \(entity.noun.vietnamese); nếu còn gì cần ghi, hãy sửa bản ghi đó.")
    )
  }

  /// Edits the facts given and returns what is different now; nothing where all was so before.
  package func edit(
    _ entity: RecordKind, key: String, _ facts: Facts, newKey: String? = nil
  ) throws(RegistryError) -> [Difference] {
    try edit(
      entity, key: key, try values(of: facts, for: entity, echoesDates: false), newKey: newKey)
  }

  /// - Parameter isCorrection: whether it was never as it stands; else it is otherwise from now on.
  func edit(
    _ entity: RecordKind, key: String, _ given: [String: Value], newKey: String? = nil,
    isCorrection: Bool = true
  ) throws(RegistryError) -> [Difference] {
    var values = given
    if let newKey, newKey != key {
      let valid = try validKey(newKey, of: entity)
      if try exists(entity, key: valid) {
        throw RegistryError(
          .rule,
          Sentence(
            "The \(entity.noun.english) \(valid) is there already.",
            vi: "Đã có \(entity.noun.vietnamese) \(valid)."))
      }
      values["key"] = .text(valid)
    }
    let before = try current(entity, key: key)
    values = values.filter { before[$0.key] != $0.value }
    guard !values.isEmpty else { return [] }
    var merged = before.merging(values) { $1 }
    entity.derive(&merged)
    try requireOneSubject(merged, of: entity)
    let differing = merged.filter { before[$0.key] != $0.value }
    try update(entity.table, key: key, differing)
    if isCorrection, entity == .mission, let old = before["receiver"]?.words,
      let new = differing["receiver"]?.words
    {
      try takeAccreditationsAlong(of: newKey ?? key, from: old, to: new, since: nil)
    }
    return try differences(in: entity, from: before, to: values)
  }

  /// Each column that was given another value.
  func differences(
    in entity: RecordKind, from before: [String: Value], to values: [String: Value]
  ) throws(RegistryError) -> [Difference] {
    try values.keys.sorted().map { (column) throws(RegistryError) in
      Difference(
        column: column, label: entity.label(of: column),
        isDate: entity.field(column)?.rule == .date, before: before[column] ?? .null,
        after: values[column] ?? .null, codes: try codes(of: entity, column))
    }
  }

  /// What the codes of a column are called; none where it holds no codes.
  private func codes(
    of entity: RecordKind, _ column: String
  ) throws(RegistryError) -> [String: Sentence] {
    guard let field = entity.field(column) else { return [:] }
    switch (field.shown, field.rule) {
    case (.coded, _), (_, .choice), (_, .flag): break
    default: return [:]
    }
    return try registry.codes(of: "\(entity.table).\(column)")
  }

  package func exists(_ entity: RecordKind, key: String) throws(RegistryError) -> Bool {
    try registry.value(
      "SELECT 1 FROM \(name: entity.table) WHERE key = \(key)", as: Int.self) != nil
  }

  // MARK: Values

  /// - Parameters:
  ///   - known: columns whose values were found out already.
  ///   - echoesDates: whether it is said what a date in words was taken for; an edit says it with
  ///     what was there before.
  func values(
    of facts: Facts, for entity: RecordKind, except known: Set<String> = [],
    echoesDates: Bool = true
  ) throws(RegistryError) -> [String: Value] {
    var values: [String: Value] = [:]
    for (column, text) in facts.given where !known.contains(column) {
      guard let field = entity.field(column) else { throw stranger(column, of: entity) }
      if let text {
        let value = try entered(text, for: field)
        if echoesDates { echo(value, for: text, field) }
        values[column] = value
      } else {
        values[column] = .null
      }
    }
    return values
  }

  func echo(_ value: Value, for text: String, _ field: Field) {
    guard field.rule == .date, case .text(let stored) = value else { return }
    registry.echo(
      stored, for: text, as: Sentence(field.column, vi: field.label.vietnamese))
  }

  /// The value of one fact; words that name no source yet become one.
  func entered(_ text: String, for field: Field) throws(RegistryError) -> Value {
    guard case .reference(let other) = field.rule, other.kind == .source else {
      return try registry.entered(text, for: field)
    }
    return .text(try source(of: text))
  }

  func validKey(_ key: String, of entity: RecordKind) throws(RegistryError) -> String {
    guard Key.isValid(key) else {
      let suggestion = Key.from(key)
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(Registry.quoted(key)) is not a key: lower-case letters and digits, joined by hyphens.",
          vi:
            "\(Registry.quoted(key)) không phải là mã: chữ thường không dấu và số, nối bằng gạch ngang."
        ),
        hint: suggestion.map { Sentence("Perhaps: \($0)", vi: "Có thể là: \($0)") })
    }
    return key
  }

  func stranger(_ column: String, of entity: RecordKind) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence(
        "The \(entity.noun.english) has no \(column).",
        vi: "\(entity.noun.vietnamese) không có \(column)."))
  }

  func missing(_ column: String, of entity: RecordKind) -> RegistryError {
    let label = entity.label(of: column).lowercased
    return RegistryError(
      .invalidValue,
      Sentence(
        "The \(label.english) of the \(entity.noun.english) is missing.",
        vi: "Thiếu \(label.vietnamese) của \(entity.noun.vietnamese)."),
      remedies: [.give(WantedFact(entity: entity, column: column))])
  }

  // MARK: Statements

  func current(_ entity: RecordKind, key: String) throws(RegistryError) -> [String: Value] {
    let columns = ["key"] + entity.fields.map(\.column)
    let row = try registry.first(
      """
      SELECT \(names: columns)
      FROM \(name: entity.table) WHERE key = \(key)
      """
    ) { (row) throws(SQLiteError) in
      var values: [String: Value] = [:]
      for (index, column) in columns.enumerated() {
        values[column] = try row.get(index, as: Value.self)
      }
      return values
    }
    guard let row else {
      throw RegistryError(
        .unknownName,
        Sentence(
          "There is no \(entity.noun.english) \(key).",
          vi: "Không có \(entity.noun.vietnamese) \(key)."))
    }
    return row
  }

  // Columns are sorted, so that equal sets of columns share one kept statement.
  func insert(into table: String, _ values: [String: Value]) throws(RegistryError) {
    let columns = values.keys.sorted()
    let bound = columns.map { column -> SQL in "\(values[column] ?? .null)" }
    try registry.run(
      """
      INSERT INTO \(name: table) (\(names: columns))
      VALUES (\(raw: bound.joined(separator: ", ")))
      """)
  }

  func update(
    _ table: String, key: String, _ values: [String: Value]
  ) throws(RegistryError) {
    try update(table, values, where: "key = \(key)")
  }

  func update(
    _ table: String, _ values: [String: Value], where isMeant: SQL
  ) throws(RegistryError) {
    let assignments = values.keys.sorted().map { column -> SQL in
      "\(name: column) = \(values[column] ?? .null)"
    }
    try registry.run(
      """
      UPDATE \(name: table) SET \(raw: assignments.joined(separator: ", "))
      WHERE \(raw: isMeant)
      """)
  }
}
