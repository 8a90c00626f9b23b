import Registry
import SQLite

/// An open change: what is written through it is kept as one, with its author and its reason, or not
/// at all.
///
/// ``Registry/change(_:by:because:accepting:isTrial:_:)`` lends it; it cannot be copied or kept. What
/// was written so far is seen by everything that is read from the same registry, questions in SQL
/// excepted.
public struct Change: ~Copyable {
  /// What a change came to.
  public struct Outcome<Result> {
    /// The number of the change, as the history has it; of a trial the number that it would have had.
    public let number: Int
    /// Whether it was only tried.
    public let isTrial: Bool
    /// What its body returned.
    public let result: Result
  }

  /// One fact of a record before and after an edit.
  public struct Difference: Hashable, Sendable {
    /// The column.
    public let column: String
    /// What it was.
    public let before: Value
    /// What it is now.
    public let after: Value

    init(_ difference: Records.Difference) {
      column = difference.column
      before = Value(difference.before)
      after = Value(difference.after)
    }
  }

  /// What was removed.
  public struct Removed: Hashable, Sendable {
    /// The key of the record.
    public let key: String
    /// How many rows went with it, by their tables: names, citations and the like.
    public let along: [String: Int]
  }

  let inside: CoreChange

  /// Its number.
  public var number: Int { inside.number }

  var records: Records { Records(inside) }

  // MARK: Records of any kind

  /// Adds a record.
  ///
  /// What can be worked out is worked out: a key, the names of a mission from its kind, sender and
  /// place, the keys that names are sorted and found by.
  ///
  /// - Parameters:
  ///   - kind: of which kind.
  ///   - key: lower-case letters, digits and hyphens; `nil` makes one from the facts.
  ///   - facts: by column.
  /// - Returns: its key.
  /// - Throws: ``RegistryError/Code-swift.struct/invalidValue`` where a fact is missing or is not what
  ///   its column takes, ``RegistryError/Code-swift.struct/rule`` where the key is taken,
  ///   ``RegistryError/Code-swift.struct/unknownName`` where a fact names no record.
  @discardableResult
  public func add(
    _ kind: RecordKind, key: String? = nil, _ facts: Facts
  ) throws(RegistryError) -> String {
    try told { () throws(CoreError) in
      try records.add(kind.inside, key: key, facts.inside)
    }
  }

  /// Edits facts of a record.
  ///
  /// - Parameters:
  ///   - kind: of which kind.
  ///   - name: its key, or a name that fits only it.
  ///   - facts: by column; `nil` empties one, what is not named stays.
  ///   - newKey: another key for it; records that refer to it follow.
  /// - Returns: what is different now; nothing where all was so before.
  /// - Throws: as ``add(_:key:_:)``.
  @discardableResult
  public func edit(
    _ kind: RecordKind, _ name: String, _ facts: Facts, newKey: String? = nil
  ) throws(RegistryError) -> [Difference] {
    try told { () throws(CoreError) in
      let key = try key(of: kind, named: name)
      return try records.edit(kind.inside, key: key, facts.inside, newKey: newKey)
        .map(Difference.init).filter { $0.before != $0.after }
    }
  }

  /// Removes a record, with what is a part of it: its other names, its citations.
  ///
  /// - Parameters:
  ///   - kind: of which kind.
  ///   - name: its key, or a name that fits only it.
  /// - Returns: what went.
  /// - Throws: ``RegistryError/Code-swift.struct/rule`` where other records refer to it, with the first
  ///   of them.
  @discardableResult
  public func remove(_ kind: RecordKind, _ name: String) throws(RegistryError) -> Removed {
    try told { () throws(CoreError) in
      let removed = try records.remove(kind.inside, key: try key(of: kind, named: name))
      return Removed(
        key: removed.key,
        along: Dictionary(removed.along.map { ($0.table, $0.count) }, uniquingKeysWith: +))
    }
  }

  /// Adds another name by which a record is found: a former one, or one in another language.
  ///
  /// - Parameters:
  ///   - other: the name.
  ///   - kind: a mission, a person or a party.
  ///   - name: the key of the record, or a name that fits only it.
  /// - Throws: ``RegistryError/Code-swift.struct/invalidValue`` where the kind has no other names.
  public func addName(
    _ other: String, to kind: RecordKind, _ name: String
  ) throws(RegistryError) {
    try told { () throws(CoreError) in
      let key = try key(of: kind, named: name)
      guard let part = kind.inside.parts.first(where: \.isNames) else {
        throw CoreError(
          .invalidValue,
          Sentence(
            "The \(kind.inside.noun.english) has no other names.",
            vi: "\(kind.inside.noun.vietnamese) không có tên khác."))
      }
      var facts = CoreFacts()
      facts.set("name", other)
      try records.add(part, to: key, facts)
    }
  }

  /// Cites sources for a record.
  ///
  /// - Parameters:
  ///   - sources: each by its address, its title or its key; words that are new become a source, and
  ///     what is cited already stays cited once.
  ///   - kind: of which kind the record is.
  ///   - name: its key, or a name that fits only it.
  /// - Throws: ``RegistryError/Code-swift.struct/unknownName`` where words fit several sources.
  public func cite(
    _ sources: [String], for kind: RecordKind, _ name: String
  ) throws(RegistryError) {
    try told { () throws(CoreError) in
      try records.cite(sources, for: kind.inside, key: try key(of: kind, named: name))
    }
  }

  // MARK: The registry itself

  /// Says whose missions these are.
  ///
  /// - Parameter sender: the country, by key or name.
  /// - Throws: ``RegistryError/Code-swift.struct/unknownName`` where there is no such party.
  public func set(sender: String) throws(RegistryError) {
    try told { () throws(CoreError) in try records.set(sender: sender) }
  }

  /// Says up to which day the registry is known; `nil` is today, whatever day that is.
  ///
  /// - Parameter day: the last day that its facts speak of.
  /// - Throws: a ``RegistryError`` where the file cannot be written.
  public func set(knownUntil day: Day?) throws(RegistryError) {
    try told { () throws(CoreError) in
      if let day {
        try records.set(knownUntil: day.description)
      } else {
        try records.clear(.knownUntil)
      }
    }
  }

  /// The key of the record that is meant; a posting is also meant by its mission or its person.
  func key(of kind: RecordKind, named name: String) throws(CoreError) -> String {
    kind == .posting
      ? try inside.lookup.posting(named: name)
      : try inside.lookup.key(of: kind.inside, named: name)
  }
}

extension Change.Outcome: Sendable where Result: Sendable {}
extension Change.Outcome: Equatable where Result: Equatable {}
