import SQLite

extension Records {
  /// Keeps a question, in place of one that this office kept under the same name.
  ///
  /// Parameters that are not declared are taken from the statement, and must be given.
  ///
  /// - Throws: where it is no statement that reads, or is one that came with the program.
  package func keep(
    query name: String, sql: String, about: String, in language: Language,
    declared: [KeptQuery.Parameter]
  ) throws(RegistryError) {
    guard Key.isValid(name) else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(Registry.quoted(name)) is no name for a query: lower-case letters and digits, joined by hyphens.",
          vi:
            "\(Registry.quoted(name)) không phải là tên câu hỏi: chữ thường không dấu và số, nối bằng gạch ngang."
        ),
        hint: Key.from(name).map { Sentence("Perhaps: \($0)", vi: "Có thể là: \($0)") })
    }
    let sql = try registry.enteredScript(sql, as: Sentence(same: "sql"))
    let used = try KeptQueryRule.lend(for: registry, [sql]) { (rule) throws(RegistryError) in
      try rule.parameters(of: sql)
    }
    if let stray = declared.first(where: { !used.contains($0.name) }) {
      throw KeptQueryRule.hasNoParameter(stray.name)
    }
    var defaults: [String: String] = [:]
    for parameter in declared {
      guard let value = parameter.defaultValue else { continue }
      defaults[parameter.name] = try registry.enteredScript(
        value, as: Sentence(same: "default_value"))
    }
    try refuseShipped(name)
    let about = try registry.entered(about, as: Sentence("about", vi: "nội dung"))
    let english = language == .english ? about : nil
    let vietnamese = language == .vietnamese ? about : nil
    try registry.run("DELETE FROM kept_query WHERE name = \(name)")
    try registry.run(
      """
      INSERT INTO kept_query (name, about_en, about_vi, sql, entered_in)
      VALUES (\(name), \(english), \(vietnamese), \(sql), \(change.number))
      """)
    for (index, name_) in used.enumerated() {
      let parameter = declared.first { $0.name == name_ }
      try registry.run(
        """
        INSERT INTO kept_query_parameter (query, place, name, type, default_value)
        VALUES (
          \(name), \(index + 1), \(name_), \(parameter?.type), \(defaults[name_])
        )
        """)
    }
  }

  /// Removes a kept query of this office.
  package func removeKept(query name: String) throws(RegistryError) {
    _ = try registry.keptQuery(name)
    try refuseShipped(name)
    try registry.run("DELETE FROM kept_query WHERE name = \(name)")
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
