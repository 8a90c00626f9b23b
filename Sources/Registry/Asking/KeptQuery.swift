import SQLite

/// A question kept in the registry under a name.
package struct KeptQuery: Sendable {
  /// A parameter that a kept query takes.
  package struct Parameter: Equatable, Sendable {
    package let name: String
    /// `text`, `int`, `real` or `date`; `nil` takes whatever is given.
    package let type: String?
    /// What it is when nothing is given; `nil`: it must be given.
    package let defaultValue: String?

    package init(name: String, type: String?, defaultValue: String?) {
      self.name = name
      self.type = type
      self.defaultValue = defaultValue
    }

    /// A declaration as people write it: `months:int=6`, `day:date`, `rows=20`, `name`.
    package init(_ declaration: String) throws(RegistryError) {
      let parts = declaration.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let head = parts[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      name = String(head[0])
      type = head.count == 2 ? String(head[1]) : nil
      defaultValue = parts.count == 2 ? String(parts[1]) : nil
      guard !name.isEmpty, type.map({ ["text", "int", "real", "date"].contains($0) }) ?? true
      else {
        throw RegistryError(
          .invalidValue,
          Sentence(
            "\(Registry.quoted(declaration)) declares no parameter.",
            vi: "\(Registry.quoted(declaration)) không khai báo được tham số."),
          hint: Sentence(
            "Write NAME, NAME:TYPE or NAME:TYPE=DEFAULT; types: text, int, real, date.",
            vi: "Hãy viết TÊN, TÊN:KIỂU hoặc TÊN:KIỂU=MẶC-ĐỊNH; kiểu: text, int, real, date."))
      }
      if let defaultValue { _ = try value(of: defaultValue) }
    }

    /// What was given, as the declared type has it.
    func value(of given: String) throws(RegistryError) -> QueryParameter {
      try QueryParameter(type.map { "\(name):\($0)=\(given)" } ?? "\(name)=\(given)")
    }
  }

  package let name: String
  /// What it answers; in the other language where one lacks it.
  package let about: Sentence
  package let sql: String
  package let parameters: [Parameter]

  /// The values for a run: what was given, else the defaults.
  ///
  /// - Throws: where one is given that the query does not take; a missing one is found when the
  ///   statement is bound.
  package func values(given: [String]) throws(RegistryError) -> [QueryParameter] {
    var values: [QueryParameter] = []
    for parameter in parameters {
      if let value = parameter.defaultValue { values.append(try parameter.value(of: value)) }
    }
    for text in given {
      let head = text.prefix { $0 != "=" && $0 != ":" }
      guard let parameter = parameters.first(where: { $0.name == head }) else {
        throw unknown(String(head))
      }
      // Whoever says a type means it.
      let rest = text.dropFirst(head.count)
      values.append(
        rest.hasPrefix("=")
          ? try parameter.value(of: String(rest.dropFirst())) : try QueryParameter(text))
    }
    return values
  }

  private func unknown(_ given: String) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence(
        "\(name) has no parameter \(Registry.quoted(given)).",
        vi: "\(name) không có tham số \(Registry.quoted(given))."),
      list: parameters.map { parameter in
        Sentence(
          same: parameter.name + (parameter.type.map { ":" + $0 } ?? "")
            + (parameter.defaultValue.map { "=" + $0 } ?? ""))
      })
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
      SELECT sql, coalesce(about_en, about_vi), coalesce(about_vi, about_en)
      FROM kept_query WHERE name = \(name)
      """
    ) { (row) throws(SQLiteError) in
      (
        sql: try row.get(0, as: String.self),
        about: Sentence(try row.get(1, as: String.self), vi: try row.get(2, as: String.self))
      )
    }
    guard let found else {
      let names = try column("SELECT name FROM kept_query ORDER BY name", as: String.self)
      let near = Nearest.matches(to: name, among: names + reports)
      throw RegistryError(
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
    let parameters = try all(
      """
      SELECT name, type, default_value FROM kept_query_parameter
      WHERE query = \(name) ORDER BY place
      """
    ) { (row) throws(SQLiteError) in
      KeptQuery.Parameter(
        name: try row.get(0), type: try row.get(1), defaultValue: try row.get(2))
    }
    return KeptQuery(name: name, about: found.about, sql: found.sql, parameters: parameters)
  }
}
