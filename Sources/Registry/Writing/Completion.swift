import SQLite

/// What a new record needs beside the facts given: everything that can be worked out, a key, and
/// the keys of its names.
extension Records {
  func complete(_ values: inout [String: Value], for entity: RecordKind) throws(RegistryError) {
    for step in entity.completion {
      switch step {
      case .reckoned(let reckon): reckon(&values)
      case .asked(let ask):
        if let question = ask(values) { try take(question, into: &values) }
      }
    }
    for group in entity.needs where group.allSatisfy({ isEmpty(values[$0]) }) {
      throw missing(group[0], of: entity)
    }
    try requireOneSubject(values, of: entity)
    if values["key"] == nil, let suggested = entity.suggestKey(values) {
      values["key"] = .text(entity.numbersKeys ? try free(suggested, in: entity) : suggested)
    }
    entity.derive(&values)
  }

  private func isEmpty(_ value: Value?) -> Bool { value == nil || value == .null }

  func take(
    _ question: RecordKind.Question, into values: inout [String: Value]
  ) throws(RegistryError) {
    let answer = try registry.storage { () throws(SQLiteError) in
      try connection.first(question.sql) { (row) throws(SQLiteError) -> [Value] in
        try question.columns.indices.map { (index) throws(SQLiteError) in try row.get(index) }
      }
    }
    for (column, value) in zip(question.columns, answer ?? [])
    where value != .null && (question.overrules || values[column] == nil) {
      values[column] = value
    }
  }

  /// `base`, or `base-2`, `base-3` and so on: two people may have one name, and one person may
  /// be sent to a mission twice.
  func free(_ base: String, in entity: RecordKind) throws(RegistryError) -> String {
    try free(base, in: entity.table)
  }

  func free(_ base: String, in table: String) throws(RegistryError) -> String {
    var number = 1
    while try registry.value(
      "SELECT 1 FROM \(name: table) WHERE key = \(Key.numbered(base, number))", as: Int.self)
      != nil
    { number += 1 }
    return Key.numbered(base, number)
  }

  // MARK: What a record is of

  /// Looks whether a record that is of one other record is of exactly one, and of a column that
  /// this one has.
  func requireOneSubject(
    _ values: [String: Value], of entity: RecordKind
  ) throws(RegistryError) {
    guard !entity.oneOf.isEmpty else { return }
    let given = entity.oneOf.filter { !isEmpty(values[$0]) }
    guard given.count == 1 else {
      let columns = entity.oneOf.joined(separator: ", ")
      func labels(_ columns: [String]) -> String {
        columns.map { entity.label(of: $0).lowercased.vietnamese }.joined(separator: ", ")
      }
      throw RegistryError(
        .invalidValue,
        given.isEmpty
          ? Sentence(
            "What the \(entity.noun.english) is of is missing: one of \(columns).",
            vi: "Thiếu bản ghi của \(entity.noun.vietnamese): một trong \(labels(entity.oneOf)).")
          : Sentence(
            "\(entity.noun.indefinite(isFirst: true)) is of one record, not of \(given.count): \(given.joined(separator: ", ")).",
            vi:
              "Mỗi \(entity.noun.vietnamese) chỉ về một bản ghi, không phải \(given.count): \(labels(given))."
          ))
    }
    let field = entity.fields.first { $0.rule == .citedColumn }?.column ?? ""
    guard let column = values[field]?.words, let subject = RecordKind.named(given[0]),
      !subject.citedColumns.contains(column)
    else { return }
    let near = Nearest.matches(to: column, among: subject.citedColumns)
    throw RegistryError(
      .invalidValue,
      Sentence(
        "The \(subject.noun.english) has no \(Registry.quoted(column)).",
        vi: "\(subject.noun.vietnamese) không có \(Registry.quoted(column))."),
      list: near.isEmpty ? [Sentence(same: subject.citedColumns.joined(separator: ", "))] : [],
      hint: near.isEmpty
        ? nil
        : Sentence(
          "Did you mean \(near.joined(separator: ", "))?",
          vi: "Có phải ý bạn là \(near.joined(separator: ", "))?"))
  }
}

extension Int64 {
  /// The number after this one, which a file may have made as large as can be: what comes round to
  /// the other end no table takes.
  var next: Int64 { self &+ 1 }
}
