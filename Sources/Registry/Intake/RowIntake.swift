import SQLite
import Schema

/// One fact of a row from outside: the field it is for, and its words.
package typealias RowFact = (field: String, text: String)

/// What a value is where it comes from, as far as its form tells kinds apart.
package enum ForeignKind: Sendable {
  case text, number, flag
}

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
  /// What a field is for; `nil` where it takes words of its own kind, as several names in a cell.
  func field(_ name: String) -> Field?
  /// Puts one row: added where new.
  ///
  /// - Throws: what stands against it; also where it is there already and says something else,
  ///   unless rows may edit.
  func put(_ facts: [RowFact]) throws(RowFault) -> PutResult
}

extension RowIntake {
  /// Looks whether a field takes what its form says is a number or a flag.
  ///
  /// Words are asked for where words are kept: `true` is nobody's name, and a number that a program
  /// wrote need not be the digits that were meant.
  package func require(_ kind: ForeignKind, for name: String, _ text: String) throws(RowFault) {
    let fits =
      switch (kind, field(name)?.rule) {
      case (.text, _), (.number, .date?), (.number, .number?), (.number, .flag?), (.flag, .flag?):
        true
      default: false
      }
    guard !fits else { return }
    throw RowFault(
      field: name,
      error: RegistryError(
        .invalidValue,
        kind == .number
          ? Sentence(
            "\(Registry.quoted(text)) is a number, where \(name) takes text",
            vi: "\(Registry.quoted(text)) là số, còn \(name) là văn bản")
          : Sentence(
            "\(Registry.quoted(text)) is true or false, where \(name) takes something else",
            vi: "\(Registry.quoted(text)) là giá trị đúng/sai, còn \(name) thì không")))
  }
}

/// Records of one kind.
///
/// References are given by key or by a name that fits exactly one; what they mean is kept, so
/// that a million rows about a hundred missions ask a hundred times.
package final class RecordIntake: RowIntake {
  private let entity: RecordKind
  private let change: Change
  private let records: Records
  private let edits: Bool
  private let fieldsByName: [String: Field]
  private var meant: [RecordKind: [String: Value]] = [:]
  private let putter: RowPutter

  /// So many meanings are kept for one kind of record.
  private static let meantLimit = 100_000

  package let fields: [String]
  package let notes: Set<String>

  /// - Parameter edits: whether a record that is there already takes what the row says.
  package init(_ entity: RecordKind, into change: Change, edits: Bool) {
    self.entity = entity
    self.change = change
    self.edits = edits
    records = Records(change)
    putter = RowPutter(change)
    let own = entity.fields
    fieldsByName = Dictionary(own.map { ($0.column, $0) }) { first, _ in first }
    fields = ["key"] + own.map(\.column) + (entity.isCited ? ["source"] : [])
    notes = Set(own.filter { $0.rule == .note }.map(\.column))
  }

  package func field(_ name: String) -> Field? { fieldsByName[name] }

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
      let (key, result) = try put(values)
      try records.cite(sources, for: entity, key: key)
      return result
    } catch { throw RowFault(field: nil, error: error) }
  }

  private func put(
    _ given: [String: Value]
  ) throws(RegistryError) -> (key: String, result: PutResult) {
    var values = given
    if values["key"] == nil {
      for column in entity.rowsNeed where values[column] == nil {
        throw records.missing(column, of: entity)
      }
      values["key"] = try keyByName(given).map(Value.text)
    }
    if let key = values["key"]?.words, try records.exists(entity, key: key) {
      return (key, try edit(given, key: key))
    }
    try records.complete(&values, for: entity)
    guard let key = values["key"]?.words else { throw records.missing("key", of: entity) }
    if let same = try records.recognised(values, as: entity) {
      guard given["key"] == nil else { throw try records.saysTheSame(entity, key: same) }
      return (same, try edit(given, key: same))
    }
    // A key that was made just now can be that of a record which is there.
    if given["key"] == nil, try records.exists(entity, key: key) {
      return (key, try edit(given, key: key))
    }
    let columns = values.keys.sorted()
    let ordered = columns.map { values[$0] ?? .null }
    let result = try putter.put(
      entity.table, key: ["key"], columns: columns, ordered, keepsItsChange: entity.keepsItsChange)
    return (key, result)
  }

  /// A cell can name several things, a semicolon between them.
  static func parts(of text: String) -> [String] {
    text.split(separator: ";").map { $0.trimmed }.filter { !$0.isEmpty }
  }

  private func value(of fact: RowFact) throws(RegistryError) -> Value {
    guard let field = fieldsByName[fact.field] else {
      throw records.stranger(fact.field, of: entity)
    }
    guard case .reference(let other) = field.rule else {
      return try records.entered(fact.text, for: field)
    }
    if let known = meant[other.kind]?[fact.text] { return known }
    let value = try records.entered(fact.text, for: field)
    if meant[other.kind, default: [:]].count >= Self.meantLimit { meant[other.kind] = [:] }
    meant[other.kind, default: [:]][fact.text] = value
    return value
  }

  /// The key of a record that the facts name without it: people by their names, heads by person
  /// and mission.
  private func keyByName(_ values: [String: Value]) throws(RegistryError) -> String? {
    switch entity.recognition {
    case .byName:
      guard let name = values["name"]?.words else { return nil }
      return try change.lookup.person(called: name)
    case .byPersonAndMission:
      guard let person = values["person"]?.words, let mission = values["mission"]?.words else {
        return nil
      }
      return try change.lookup.posting(of: person, at: mission)
    case .byKey, .byWords, .byAll: return nil
    }
  }

  private func edit(_ given: [String: Value], key: String) throws(RegistryError) -> PutResult {
    try records.refuseSecondRow(of: entity, key: key)
    let differences = try records.edit(
      entity, key: key, given.filter { entity.field($0.key) != nil })
    guard !differences.isEmpty else { return .same }
    guard edits else { throw Self.isThereOtherwise(entity, key, differences) }
    return .edited
  }

  /// That a record says something else already.
  static func isThereOtherwise(
    _ entity: RecordKind, _ key: String, _ differences: [Records.Difference]
  ) -> RegistryError {
    let columns = differences.map(\.column).joined(separator: ", ")
    let labels = differences.map(\.label.lowercased.vietnamese).joined(separator: ", ")
    return RegistryError(
      .rule,
      Sentence(
        "the \(entity.noun.english) \(key) is there already and says otherwise: \(columns)",
        vi: "\(entity.noun.vietnamese) \(key) đã có và khác ở: \(labels)"),
      remedies: [.table(.edit)])
  }
}

extension Records {
  /// Two rows about one record are a slip, or two records that want keys of their own: neither is
  /// to win in silence.
  func refuseSecondRow(of entity: RecordKind, key: String) throws(RegistryError) {
    let isSecond =
      try registry.value(
        """
        SELECT 1 FROM \(name: TrackedTable.shadow(of: entity.table))
        WHERE key = \(key) AND change = \(change.number)
        """, as: Int.self) != nil
    guard isSecond else { return }
    throw RegistryError(
      .rule,
      Sentence(
        "a row before this one is about the \(entity.noun.english) \(key) already",
        vi: "đã có một dòng trước nói về \(entity.noun.vietnamese) \(key)"),
      hint: Sentence(
        "Take one out; where they are two, give each a key.",
        vi: "Hãy bỏ một dòng; nếu là hai bản ghi, hãy đặt mã cho từng bản ghi."))
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
