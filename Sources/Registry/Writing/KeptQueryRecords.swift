import SQLite

/// What is said of a question that is kept: what is not said stays as it was.
package struct KeptWords: Sendable {
  /// A text in one language or both.
  package typealias Text = [Language: String]

  package var sql: String?
  package var title: Text = [:]
  package var about: Text = [:]
  /// What columns of the answer are called, by their names; an empty heading is taken away.
  package var headings: [String: Text] = [:]
  package var parameters: [KeptQuery.Parameter] = []
  /// Columns of `kept_query` that are emptied.
  package var cleared: [String] = []

  package init(sql: String? = nil) { self.sql = sql }
}

/// What became of a question that was kept.
package struct KeptOutcome: Equatable, Sendable {
  /// Whether nothing was kept under its name before.
  package let isNew: Bool
  /// Whether anything is otherwise now.
  package let isDifferent: Bool
  /// As people write them.
  package let parameters: [String]
}

extension Records {
  /// Keeps a question, or says more of one that this office kept under the same name.
  ///
  /// A parameter that is not declared is taken from the statement, and must be given; where it is
  /// compared with keys of one kind, with days or with dates, it takes such.
  ///
  /// - Throws: where it is no statement that reads, or is one that came with the program.
  @discardableResult package func keep(
    query name: String, _ words: KeptWords
  ) throws(RegistryError) -> KeptOutcome {
    guard Key.isValid(name) else { throw Self.noName(name) }
    try refuseShipped(name)
    let kept = try keptRow(name)
    let isNew = kept == nil
    var row = kept ?? [:]
    if let sql = words.sql {
      row["sql"] = try registry.enteredScript(sql, as: Sentence(same: "sql"))
    }
    guard let sql = row["sql"] else { throw QueryFault.noStatement }
    try enter(words, into: &row)
    let shape = try KeptQueryRule.lend(for: registry, [sql]) { (rule) throws(RegistryError) in
      try rule.shape(of: sql)
    }
    let parameters = try parameters(of: sql, shape, words.parameters, kept: name)
    let headings = try headings(for: shape.columns, words.headings, kept: name)
    let isDifferent = try write(name, row, isNew: isNew)
    let areOthers = try write(parameters, of: name)
    let areCalledOtherwise = try write(headings, of: name)
    return KeptOutcome(
      isNew: isNew, isDifferent: isNew || isDifferent || areOthers || areCalledOtherwise,
      parameters: parameters.map(\.declaration))
  }

  /// Says more of a question that this office keeps.
  ///
  /// - Throws: where none is kept under that name.
  package func edit(
    query name: String, _ words: KeptWords
  ) throws(RegistryError) -> KeptOutcome {
    _ = try registry.keptQuery(name)
    return try keep(query: name, words)
  }

  /// Removes a kept query of this office.
  package func removeKept(query name: String) throws(RegistryError) {
    _ = try registry.keptQuery(name)
    try refuseShipped(name)
    try registry.run("DELETE FROM kept_query WHERE name = \(name)")
  }

  // MARK: The question itself

  private static let columns = ["title_en", "title_vi", "about_en", "about_vi", "sql"]

  /// What stands in its row, by column.
  private func keptRow(_ name: String) throws(RegistryError) -> [String: String]? {
    try registry.first(
      "SELECT \(names: Self.columns) FROM kept_query WHERE name = \(name)"
    ) { (row) throws(SQLiteError) in
      var values: [String: String] = [:]
      for (place, column) in Self.columns.enumerated() {
        values[column] = try row.get(place, as: String?.self)
      }
      return values
    }
  }

  private func enter(
    _ words: KeptWords, into row: inout [String: String]
  ) throws(RegistryError) {
    for (base, text, noun) in [
      ("title", words.title, Sentence("title", vi: "tiêu đề")),
      ("about", words.about, Sentence("about", vi: "nội dung")),
    ] {
      for (language, given) in text {
        row["\(base)_\(language.rawValue)"] = try registry.entered(given, as: noun)
      }
    }
    for column in words.cleared {
      guard Self.columns.contains(column), column != "sql" else {
        throw RegistryError(
          .invalidValue,
          Sentence(
            "A kept query has no \(Registry.quoted(column)) that could be emptied.",
            vi: "Câu hỏi đã lưu không có mục \(Registry.quoted(column)) để xóa trống."),
          list: Self.columns.dropLast().map { Sentence(same: $0) })
      }
      row[column] = nil
    }
    guard row["about_en"] != nil || row["about_vi"] != nil else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "A kept query says what it answers, in one language at least.",
          vi: "Câu hỏi được lưu phải nêu nội dung, ít nhất bằng một ngôn ngữ."),
        remedies: [.question(.sayWhatItAnswers)])
    }
  }

  private func write(
    _ name: String, _ row: [String: String], isNew: Bool
  ) throws(RegistryError) -> Bool {
    let values = Self.columns.map { row[$0] }
    if isNew {
      let placed = values.map { "\($0)" as SQL }.joined(separator: ", ")
      try registry.run(
        """
        INSERT INTO kept_query (name, \(names: Self.columns), entered_in)
        VALUES (\(name), \(raw: placed), \(change.number))
        """)
      return true
    }
    let pairs = zip(Self.columns, values)
    let sets = pairs.map { "\(name: $0) = \($1)" as SQL }.joined(separator: ", ")
    let others = pairs.map { "\(name: $0) IS NOT \($1)" as SQL }.joined(separator: " OR ")
    let isDifferent = try registry.value(
      "SELECT \(raw: others) FROM kept_query WHERE name = \(name)", as: Bool.self)
    guard isDifferent == true else { return false }
    try registry.run("UPDATE kept_query SET \(raw: sets) WHERE name = \(name)")
    return true
  }

  // MARK: What belongs to it

  private func parameters(
    of sql: String, _ shape: KeptQueryRule.Shape, _ declared: [KeptQuery.Parameter],
    kept name: String
  ) throws(RegistryError) -> [KeptQuery.Parameter] {
    if let stray = declared.first(where: { !shape.parameters.contains($0.name) }) {
      throw KeptQueryRule.hasNoParameter(stray.name)
    }
    let kept = try registry.keptParameters(of: name)
    let meanings = try ParameterMeanings(of: sql, in: registry)
    var parameters: [KeptQuery.Parameter] = []
    for used in shape.parameters {
      if let said = declared.last(where: { $0.name == used }) {
        parameters.append(try entered(said))
      } else if let before = kept.first(where: { $0.name == used }) {
        parameters.append(before)
      } else {
        parameters.append(
          KeptQuery.Parameter(name: used, type: meanings.type(of: used)?.name, defaultValue: nil))
      }
    }
    return parameters
  }

  /// A declaration whose default is one; of a record its key is kept, which stays when names change.
  private func entered(
    _ said: KeptQuery.Parameter
  ) throws(RegistryError) -> KeptQuery.Parameter {
    guard let given = said.defaultValue else { return said }
    var value = try registry.enteredScript(given, as: Sentence(same: "default_value"))
    let parameter = try said.value(of: value, in: registry)
    if case .record? = said.type.flatMap(ParameterType.init(name:)),
      case .text(let key) = parameter.value
    {
      value = key
    }
    return KeptQuery.Parameter(name: said.name, type: said.type, defaultValue: value)
  }

  private func write(
    _ parameters: [KeptQuery.Parameter], of name: String
  ) throws(RegistryError) -> Bool {
    guard try registry.keptParameters(of: name) != parameters else { return false }
    try registry.run("DELETE FROM kept_query_parameter WHERE query = \(name)")
    for (index, parameter) in parameters.enumerated() {
      try registry.run(
        """
        INSERT INTO kept_query_parameter (query, place, name, type, default_value)
        VALUES (
          \(name), \(index + 1), \(parameter.name), \(parameter.type), \(parameter.defaultValue)
        )
        """)
    }
    return true
  }

  /// By the column that they stand over.
  private typealias Headings = [String: KeptWords.Text]

  private func headings(
    for columns: [String], _ said: [String: KeptWords.Text], kept name: String
  ) throws(RegistryError) -> Headings {
    let given = Set(columns)
    let known = given.union(columns.compactMap { KeptQuery.base(of: $0, in: given) })
    var headings = try registry.keptHeadings(of: name).filter { known.contains($0.key) }
    for (column, text) in said {
      guard known.contains(column) else {
        let near = Nearest.matches(to: column, among: known)
        throw RegistryError(
          .invalidValue,
          Sentence(
            "The answer has no column \(Registry.quoted(column)).",
            vi: "Kết quả không có cột \(Registry.quoted(column))."),
          list: (near.isEmpty ? columns : near).map { Sentence(same: $0) })
      }
      for (language, heading) in text {
        headings[column, default: [:]][language] =
          heading.isEmpty
          ? nil : try registry.entered(heading, as: Sentence("heading", vi: "tên cột"))
      }
    }
    return headings.filter { !$0.value.isEmpty }
  }

  private func write(_ headings: Headings, of name: String) throws(RegistryError) -> Bool {
    guard try registry.keptHeadings(of: name) != headings else { return false }
    try registry.run("DELETE FROM kept_query_column WHERE query = \(name)")
    for (column, heading) in headings.sorted(by: { $0.key < $1.key }) {
      try registry.run(
        """
        INSERT INTO kept_query_column (query, name, heading_en, heading_vi)
        VALUES (\(name), \(column), \(heading[.english]), \(heading[.vietnamese]))
        """)
    }
    return true
  }

  // MARK: Refusals

  private static func noName(_ name: String) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence(
        "\(Registry.quoted(name)) is no name for a query: lower-case letters and digits, joined by hyphens.",
        vi:
          "\(Registry.quoted(name)) không phải là tên câu hỏi: chữ thường không dấu và số, nối bằng gạch ngang."
      ),
      hint: Key.from(name).map { Sentence("Perhaps: \($0)", vi: "Có thể là: \($0)") })
  }

  private func refuseShipped(_ name: String) throws(RegistryError) {
    let isShipped =
      try registry.value(
        "SELECT is_shipped FROM kept_query WHERE name = \(name)", as: Bool.self) ?? false
    guard isShipped else { return }
    throw RegistryError(
      .rule,
      Sentence(
        "\(name) came with the program and stays.",
        vi: "\(name) đi kèm chương trình, không đổi được."),
      hint: Sentence("Keep yours under another name.", vi: "Hãy lưu dưới tên khác."))
  }
}
