import SQLite

/// One fact of a row from outside: the field it is for, and its words.
package typealias RowFact = (field: String, text: String)

/// What stands against a row, and which of its fields is meant.
package struct RowFault: Error {
  package let field: String?
  package let error: RegistryError

  package init(field: String?, error: RegistryError) {
    self.field = field
    self.error = error
  }
}

/// Takes in rows of tables that people keep, one by one, in an open change.
package protocol RowIntake: AnyObject {
  /// What a column can be for.
  var fields: [String] { get }
  /// The fields in which several columns may be joined.
  var notes: Set<String> { get }
  /// Puts one row: added where new.
  ///
  /// - Throws: what stands against it; also where it is there already and says something else,
  ///   unless rows may edit.
  func put(_ facts: [RowFact]) throws(RowFault) -> PutResult
}

/// Records of one kind.
///
/// References are given by key or by a name that fits exactly one; what they mean is kept, so
/// that a million rows about a hundred missions ask a hundred times.
package final class RecordIntake: RowIntake {
  private let entity: Entity
  private let change: Change
  private let records: Records
  private let edits: Bool
  private let fieldsByName: [String: Field]
  private var meant: [Entity: [String: Value]] = [:]
  private var inserts: [Insert] = []
  private let look: Statement

  /// So many meanings are kept for one kind of record.
  private static let meantLimit = 100_000

  private final class Insert {
    let columns: [String]
    let statement: Statement

    init(_ columns: [String], _ statement: consuming Statement) {
      self.columns = columns
      self.statement = statement
    }
  }

  package let fields: [String]
  package let notes: Set<String>

  /// - Parameter edits: whether a record that is there already takes what the row says.
  package init(_ entity: Entity, into change: Change, edits: Bool) throws(RegistryError) {
    self.entity = entity
    self.change = change
    self.edits = edits
    records = Records(change)
    var own = entity.fields
    if entity == .accreditation { own.append(.reference("posting", to: .posting)) }
    fieldsByName = Dictionary(own.map { ($0.column, $0) }) { first, _ in first }
    fields = ["key"] + own.map(\.column) + (entity.isCited ? ["source"] : [])
    notes = Set(own.filter { $0.kind == .note }.map(\.column))
    look = try change.registry.storage { () throws(SQLiteError) in
      try change.connection.prepare("SELECT 1 FROM \(entity.table) WHERE key = ?")
    }
  }

  package func put(_ facts: [RowFact]) throws(RowFault) -> PutResult {
    var values: [String: Value] = [:]
    var sources: [String] = []
    for fact in facts {
      do {
        switch fact.field {
        case "key": values["key"] = .text(try records.validKey(fact.text, of: entity))
        case "source" where entity.isCited: sources += Self.parts(of: fact.text)
        default: values[fact.field] = try value(of: fact)
        }
      } catch { throw RowFault(field: fact.field, error: error) }
    }
    do {
      let given = values
      if entity == .accreditation { try completeAccreditation(&values) }
      let known = try known(&values)
      let result = known ? try edit(given, key: key(values)) : try add(values)
      try records.cite(sources, for: entity, key: key(values))
      return result
    } catch { throw RowFault(field: nil, error: error) }
  }

  /// A cell can name several things, a semicolon between them.
  static func parts(of text: String) -> [String] {
    text.split(separator: ";").map { $0.trimmed }.filter { !$0.isEmpty }
  }

  private func key(_ values: [String: Value]) -> String { values["key"]?.words ?? "" }

  private func value(of fact: RowFact) throws(RegistryError) -> Value {
    guard let field = fieldsByName[fact.field] else { return .null }
    guard case .reference(let other) = field.kind else {
      return try change.registry.entered(fact.text, for: field)
    }
    if let known = meant[other]?[fact.text] { return known }
    let value = try change.registry.entered(fact.text, for: field)
    if meant[other, default: [:]].count >= Self.meantLimit { meant[other] = [:] }
    meant[other, default: [:]][fact.text] = value
    return value
  }

  /// Whether the record is there; sets its key, given or found.
  private func known(_ values: inout [String: Value]) throws(RegistryError) -> Bool {
    if values["key"] != nil { return try isThere(key(values)) }
    switch entity {
    case .person:
      guard let name = values["name"]?.words else { return false }
      guard let key = try change.lookup.person(called: name) else { return false }
      values["key"] = .text(key)
      return true
    case .posting:
      guard let person = values["person"]?.words, let mission = values["mission"]?.words else {
        return false
      }
      guard let key = try change.lookup.posting(of: person, at: mission) else { return false }
      values["key"] = .text(key)
      return true
    case .batch where values["number"] == nil: throw records.missing("number", of: .batch)
    default:
      var completed = values
      try records.complete(&completed, for: entity)
      guard completed["key"] != nil else { throw records.missing("key", of: entity) }
      values["key"] = completed["key"]
      return try isThere(key(values))
    }
  }

  private func isThere(_ key: String) throws(RegistryError) -> Bool {
    try change.registry.storage { () throws(SQLiteError) in
      defer { look.reset() }
      try look.bind(.text(key), at: 1)
      return try look.step()
    }
  }

  private func edit(_ given: [String: Value], key: String) throws(RegistryError) -> PutResult {
    let differences = try records.edit(
      entity, key: key, given.filter { entity.field($0.key) != nil })
    guard !differences.isEmpty else { return .same }
    guard edits else { throw Self.isThereOtherwise(entity, key, differences) }
    return .edited
  }

  /// That a record says something else already.
  static func isThereOtherwise(
    _ entity: Entity, _ key: String, _ differences: [Records.Difference]
  ) -> RegistryError {
    let columns = differences.map(\.column).joined(separator: ", ")
    return RegistryError(
      .rule,
      Sentence(
        "the \(entity.noun.english) \(key) is there already and says otherwise: \(columns)",
        vi: "\(entity.noun.vietnamese) \(key) đã có và khác ở: \(columns)"),
      hint: Sentence(
        "To edit what is there: --update", vi: "Để sửa bản ghi đã có: --update"))
  }

  private func add(_ given: [String: Value]) throws(RegistryError) -> PutResult {
    var values = given
    try records.complete(&values, for: entity)
    guard values["key"] != nil else { throw records.missing("key", of: entity) }
    if entity.keepsItsChange { values["entered_in"] = .integer(Int64(change.number)) }
    let columns = values.keys.sorted()
    try change.registry.storage { () throws(SQLiteError) in
      let insert = try insert(columns)
      defer { insert.statement.reset() }
      for (index, column) in columns.enumerated() {
        try insert.statement.bind(values[column] ?? .null, at: index + 1)
      }
      _ = try insert.statement.step()
    }
    return .added
  }

  private func insert(_ columns: [String]) throws(SQLiteError) -> Insert {
    if let known = inserts.first(where: { $0.columns == columns }) { return known }
    let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    let made = Insert(
      columns,
      try change.connection.prepare(
        "INSERT INTO \(entity.table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"))
    inserts.append(made)
    return made
  }

  /// The mission is the posting's, and the practice is the receiver's.
  private func completeAccreditation(_ values: inout [String: Value]) throws(RegistryError) {
    guard let posting = values["posting"]?.words else {
      throw records.missing("posting", of: .accreditation)
    }
    guard let receiver = values["receiver"]?.words else {
      throw records.missing("receiver", of: .accreditation)
    }
    let facts = try change.registry.storage { () throws(SQLiteError) in
      try change.connection.first(
        """
        SELECT m.key, m.receiver = r.key, r.functions_begin
        FROM posting AS p JOIN mission AS m ON m.key = p.mission, party AS r
        WHERE p.key = \(posting) AND r.key = \(receiver)
        """
      ) { (row) throws(SQLiteError) -> (Value, Value, Value) in
        (try row.get(0), try row.get(1), try row.get(2))
      }
    }
    guard let facts else { return }
    values["mission"] = facts.0
    if values["is_resident"] == nil { values["is_resident"] = facts.1 }
    if values["functions_begin"] == nil { values["functions_begin"] = facts.2 }
  }
}

extension Entity {
  /// Whether a source can be cited for it.
  var isCited: Bool {
    switch self {
    case .source, .title, .missionKind, .endReason: false
    default: true
    }
  }
}

extension Substring {
  /// Without white space around it.
  package var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
