import SQLite

/// A question kept in the registry under a name.
package struct KeptQuery: Sendable {
  /// A parameter that a kept query takes.
  package struct Parameter: Equatable, Sendable {
    package let name: String
    /// The name of a ``ParameterType``; `nil` takes whatever is given.
    package let type: String?
    /// What it is when nothing is given; `nil`: it must be given.
    package let defaultValue: String?

    package init(name: String, type: String?, defaultValue: String?) {
      self.name = name
      self.type = type
      self.defaultValue = defaultValue
    }

    /// A declaration as people write it: `months:int=6`, `day:date`, `at:mission`, `rows=20`,
    /// `name`.
    package init(_ declaration: String) throws(RegistryError) {
      let parts = declaration.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let head = parts[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      name = String(head[0])
      type = head.count == 2 ? String(head[1]) : nil
      defaultValue = parts.count == 2 ? String(parts[1]) : nil
      guard !name.isEmpty, type.map({ ParameterType(name: $0) != nil }) ?? true else {
        let types = ParameterType.all.map(\.name).joined(separator: ", ")
        throw RegistryError(
          .invalidValue,
          Sentence(
            "\(Registry.quoted(declaration)) declares no parameter.",
            vi: "\(Registry.quoted(declaration)) không khai báo được tham số."),
          hint: Sentence(
            "Write NAME, NAME:TYPE or NAME:TYPE=DEFAULT; types: \(types).",
            vi: "Hãy viết TÊN, TÊN:KIỂU hoặc TÊN:KIỂU=MẶC-ĐỊNH; kiểu: \(types)."))
      }
    }

    /// What was given, as the declared type has it.
    func value(
      of given: String, in registry: Registry
    ) throws(RegistryError) -> QueryParameter {
      try QueryParameter(
        type.map { "\(name):\($0)=\(given)" } ?? "\(name)=\(given)", in: registry)
    }

    /// As people write it.
    package var declaration: String {
      name + (type.map { ":" + $0 } ?? "") + (defaultValue.map { "=" + $0 } ?? "")
    }
  }

  package let name: String
  /// What stands over the answer; in the other language where one lacks it, `nil` where both do.
  package let title: Sentence?
  /// What it answers; in the other language where one lacks it.
  package let about: Sentence
  package let sql: String
  package let parameters: [Parameter]
  /// What columns of the answer are called, by their names, in one language or both.
  package let headings: [String: [Language: String]]

  /// The values for a run: what was given, else the defaults.
  ///
  /// - Parameter registry: where the records are looked for that are given by their names.
  /// - Throws: where one is given that the query does not take; a missing one is found when the
  ///   statement is bound.
  package func values(
    given: [String], in registry: Registry
  ) throws(RegistryError) -> [QueryParameter] {
    var values: [QueryParameter] = []
    for text in given {
      let head = text.prefix { $0 != "=" && $0 != ":" }
      guard let parameter = parameters.first(where: { $0.name == head }) else {
        throw unknown(String(head))
      }
      // Whoever says a type means it.
      let rest = text.dropFirst(head.count)
      values.append(
        rest.hasPrefix("=")
          ? try parameter.value(of: String(rest.dropFirst()), in: registry)
          : try QueryParameter(text, in: registry))
    }
    for parameter in parameters where !values.contains(where: { $0.name == parameter.name }) {
      guard let value = parameter.defaultValue else { continue }
      values.append(try parameter.value(of: value, in: registry))
    }
    return values
  }

  /// `mission_name` of `mission_name_en`, where the other language stands beside it: one column of
  /// a page.
  package static func base(of column: String, in columns: Set<String>) -> String? {
    for (ending, other) in [("_en", "_vi"), ("_vi", "_en")] where column.hasSuffix(ending) {
      let base = String(column.dropLast(ending.count))
      return columns.contains(base + other) ? base : nil
    }
    return nil
  }

  private func unknown(_ given: String) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence(
        "\(name) has no parameter \(Registry.quoted(given)).",
        vi: "\(name) không có tham số \(Registry.quoted(given))."),
      list: parameters.map { Sentence(same: $0.declaration) })
  }
}

extension Registry {
  /// - Parameter reports: other names that may have been meant.
  /// - Throws: where no query is kept under that name, with those that are near.
  package func keptQuery(
    _ name: String, orReport reports: [String] = []
  ) throws(RegistryError) -> KeptQuery {
    let found = try first(
      """
      SELECT
        sql, coalesce(about_en, about_vi), coalesce(about_vi, about_en),
        coalesce(title_en, title_vi), coalesce(title_vi, title_en)
      FROM kept_query WHERE name = \(name)
      """
    ) { (row) throws(SQLiteError) in
      (
        sql: try row.get(0, as: String.self),
        about: Sentence(try row.get(1, as: String.self), vi: try row.get(2, as: String.self)),
        title: try Self.sentence(of: row, at: 3)
      )
    }
    guard let found else { throw try noKeptQuery(name, orReport: reports) }
    return KeptQuery(
      name: name, title: found.title, about: found.about, sql: found.sql,
      parameters: try keptParameters(of: name), headings: try keptHeadings(of: name))
  }

  /// Both languages in two columns that are empty together.
  private static func sentence(
    of row: borrowing Row, at place: Int
  ) throws(SQLiteError) -> Sentence? {
    guard let english = try row.get(place, as: String?.self) else { return nil }
    return Sentence(english, vi: try row.get(place + 1, as: String.self))
  }

  func keptParameters(of query: String) throws(RegistryError) -> [KeptQuery.Parameter] {
    try all(
      """
      SELECT name, type, default_value FROM kept_query_parameter
      WHERE query = \(query) ORDER BY place
      """
    ) { (row) throws(SQLiteError) in
      KeptQuery.Parameter(
        name: try row.get(0), type: try row.get(1), defaultValue: try row.get(2))
    }
  }

  func keptHeadings(of query: String) throws(RegistryError) -> [String: [Language: String]] {
    let rows = try all(
      """
      SELECT name, heading_en, heading_vi FROM kept_query_column WHERE query = \(query)
      -- More columns no statement has.
      LIMIT 2000
      """
    ) { (row) throws(SQLiteError) in
      (
        column: try row.get(0, as: String.self), english: try row.get(1, as: String?.self),
        vietnamese: try row.get(2, as: String?.self)
      )
    }
    var headings: [String: [Language: String]] = [:]
    for row in rows {
      headings[row.column, default: [:]][.english] = row.english
      headings[row.column, default: [:]][.vietnamese] = row.vietnamese
    }
    return headings
  }

  private func noKeptQuery(
    _ name: String, orReport reports: [String]
  ) throws(RegistryError) -> RegistryError {
    let names = try column("SELECT name FROM kept_query ORDER BY name", as: String.self)
    let near = Nearest.matches(to: name, among: names + reports)
    return RegistryError(
      .unknownName,
      reports.isEmpty
        ? Sentence(
          "There is no kept query \(Registry.quoted(name)).",
          vi: "Không có câu hỏi đã lưu tên \(Registry.quoted(name)).")
        : Sentence(
          "There is no report \(Registry.quoted(name)).",
          vi: "Không có báo cáo tên \(Registry.quoted(name))."),
      list: near.map { Sentence(same: $0) },
      hint: near.isEmpty
        ? nil : Sentence("Is one of these meant?", vi: "Có phải ý bạn là một trong số này?"),
      remedies: near.isEmpty
        ? [reports.isEmpty ? .question(.listKept) : .question(.listReports)] : [])
  }
}
