import Registry
import Reports
import SQLite

/// A record of any kind, with its facts by column.
public struct Record: Hashable, Sendable {
  /// What kind of record it is.
  public let kind: RecordKind
  /// The key of the record, as `gb-london`.
  public let key: String
  private let facts: Row

  /// The value of a column; `nil` where the kind has no such column.
  public subscript(column: String) -> Value? { facts[column] }

  /// The text of a column; `nil` where it is empty.
  public func text(_ column: String) -> String? { facts[column]?.text }

  /// The date of a column; `nil` where it is empty.
  ///
  /// - Throws: ``RegistryError/Code-swift.struct/unfitFile`` where it holds something else.
  public func date(_ column: String) throws(RegistryError) -> PartialDate? {
    guard let text = text(column) else { return nil }
    return try told { () throws(CoreError) in try PartialDate(stored: text) }
  }

  init(_ kind: RecordKind, columns: [String], of row: borrowing SQLite.Row) throws(SQLiteError) {
    self.kind = kind
    facts = try Row(columns: columns, of: row)
    key = facts[0].text ?? ""
  }

  /// The names in both languages, of columns `name_en` and `name_vi`.
  var name: LocalizedText {
    let (english, vietnamese) = (text("name_en"), text("name_vi"))
    return LocalizedText(
      english ?? vietnamese ?? key, vietnamese: vietnamese ?? english ?? key)
  }
}

extension Registry {
  /// Records of a kind, in the order of their list.
  ///
  /// - Parameters:
  ///   - kind: which.
  ///   - words: each begins a word of a name of the record, marks and tones left out or not; the best
  ///     first. `nil` is all of them.
  ///   - facts: what they say in columns of theirs: `["receiver": "jp"]`. A record is referred to by
  ///     its key or by a name that fits only it.
  ///   - limit: so many at most.
  /// - Returns: the records, one at a time.
  /// - Throws: ``RegistryError/Code-swift.struct/invalidValue`` where a column is not of the kind, or
  ///   the words hold nothing to find; ``RegistryError/Code-swift.struct/unknownName`` where a fact
  ///   names no record.
  public func records(
    of kind: RecordKind, matching words: String? = nil, where facts: Facts = [:],
    limit: Int? = nil
  ) throws(RegistryError) -> Rows<Record> {
    let columns = ["key"] + kind.inside.fields.map(\.column)
    let statement = try statement(
      "\(names: columns, of: "t")", of: kind, matching: words, where: facts, limit: limit)
    return Rows(statement, of: try core()) { row in
      try Record(kind, columns: columns, of: row)
    }
  }

  /// The record that somebody means.
  ///
  /// - Parameters:
  ///   - kind: which.
  ///   - name: its key, an identifier, or a name that fits only it, with or without marks and tones.
  /// - Returns: the record.
  /// - Throws: ``RegistryError/Code-swift.struct/unknownName``, with the nearest ones where there is
  ///   none, or the candidates where several fit.
  public func record(_ kind: RecordKind, _ name: String) throws(RegistryError) -> Record {
    let key = try key(of: kind, named: name)
    let columns = ["key"] + kind.inside.fields.map(\.column)
    let core = try core()
    let record = try told { () throws(CoreError) in
      try core.first(
        "SELECT \(names: columns) FROM \(name: kind.table) WHERE key = \(key)"
      ) { (row) throws(SQLiteError) in
        try Record(kind, columns: columns, of: row)
      }
    }
    guard let record else { throw .gone(key) }
    return record
  }

  /// The key of the record that somebody means.
  ///
  /// - Parameters:
  ///   - kind: which.
  ///   - name: its key, an identifier, or a name that fits only it, with or without marks and tones.
  /// - Returns: the key, as `gb-london`.
  /// - Throws: as ``record(_:_:)``.
  public func key(of kind: RecordKind, named name: String) throws(RegistryError) -> String {
    let core = try core()
    return try told { () throws(CoreError) in
      try Lookup(registry: core).key(of: kind.inside, named: name)
    }
  }

  /// What a code is called: `serving` of the list `tenure.ended_by` is "in office", "đương
  /// nhiệm".
  ///
  /// - Parameters:
  ///   - code: as a column holds it.
  ///   - list: the table or view and the column, with a dot between.
  /// - Returns: `nil` where the registry has no words for it.
  /// - Throws: a ``RegistryError`` where the file cannot be read.
  public func label(
    of code: String, in list: String
  ) throws(RegistryError) -> LocalizedText? {
    let core = try core()
    return try told { () throws(CoreError) in
      try core.first(
        "SELECT name_en, name_vi FROM code_label WHERE list = \(list) AND code = \(code)"
      ) { (row) throws(SQLiteError) in
        LocalizedText(try row.get(0), vietnamese: try row.get(1))
      }
    }
  }

  private func statement(
    _ columns: SQL, of kind: RecordKind, matching words: String?, where facts: Facts, limit: Int?
  ) throws(RegistryError) -> Statement {
    let core = try core()
    var selection = Lists.Selection()
    selection.words = words
    selection.facts = facts.inside
    selection.limit = limit
    let language = language.inside
    return try told { () throws(CoreError) in
      for column in facts.columns where kind.inside.field(column) == nil {
        throw CoreError(
          .invalidValue,
          Sentence(
            "The \(kind.inside.noun.english) has no \(column).",
            vi: "\(kind.inside.noun.vietnamese) không có \(column)."))
      }
      let lists = Lists(core, in: language)
      return try core.statement(try lists.select(columns, of: kind.inside, selection))
    }
  }
}

extension RegistryError {
  /// Somebody else removed it in between.
  static func gone(_ key: String) -> RegistryError {
    RegistryError(
      CoreError(
        .unknownName, Sentence("There is no \(key).", vi: "Không có \(key).")))
  }
}
