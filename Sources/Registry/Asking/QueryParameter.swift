package import SQLite

/// A value for a named parameter of a question: `months=3`, or with its type `code:text=007`.
package struct QueryParameter: Equatable, Sendable {
  package let name: String
  package let value: Value

  /// - Parameter name: without a mark before it.
  package init(name: String, value: Value) {
    self.name = name
    self.value = value
  }

  /// Reads `months=3`, or with a type `code:text=007`, `at:mission=London`.
  ///
  /// Without a type, a whole number without leading zeros is an integer, a decimal number is a
  /// real, everything else is text.
  ///
  /// - Parameter registry: where records are looked for.
  /// - Throws: where there is no name, or the value is not of the type.
  package init(_ given: String, in registry: Registry) throws(RegistryError) {
    let parts = given.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let head = parts[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !head[0].isEmpty else { throw Self.invalid(given) }
    name = String(head[0])
    let text = String(parts[1])
    switch head.count == 2 ? String(head[1]) : "" {
    case "": value = Self.guess(text)
    case "null":
      guard text.isEmpty else { throw Self.invalid(given) }
      value = .null
    case let type:
      guard let type = ParameterType(name: type) else { throw Self.invalid(given) }
      value = try type.value(of: text, for: name, in: registry)
    }
  }

  private static func guess(_ text: String) -> Value {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let isPlain = !digits.isEmpty && digits.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 }
    let hasLeadingZero = digits.count > 1 && digits.first == "0" && !digits.hasPrefix("0.")
    if isPlain, !hasLeadingZero {
      if let number = Int64(text) { return .integer(number) }
      if digits.contains("."), let number = Double(text) { return .real(number) }
    }
    return .text(TextEntry.normalized(text))
  }

  private static func invalid(_ given: String) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence(
        "\(Registry.quoted(given)) is not a parameter.",
        vi: "\(Registry.quoted(given)) không phải là tham số."),
      hint: Sentence(
        "Write NAME=VALUE, or with a type: code:text=007, n:int=5, since:date=09/01/2024, at:mission=London, x:null=",
        vi:
          "Hãy viết TÊN=GIÁ-TRỊ, hoặc kèm kiểu: code:text=007, n:int=5, since:date=09/01/2024, at:mission=London, x:null="
      ))
  }
}

extension Registry {
  /// Binds a statement's named parameters.
  ///
  /// - Throws: where one is missing, never taking NULL for it, and where a name is given that
  ///   the statement does not have.
  package func bind(
    _ parameters: [QueryParameter], to statement: borrowing Statement
  ) throws(RegistryError) {
    let wanted = statement.parameterNames
    for (index, marked) in wanted.enumerated() {
      let name = String(marked.dropFirst())
      guard let parameter = parameters.last(where: { $0.name == name }) else {
        let shown = marked.isEmpty ? "?" : marked
        throw RegistryError(
          .invalidValue,
          Sentence("The parameter \(shown) has no value.", vi: "Tham số \(shown) chưa có giá trị."),
          remedies: [.question(.giveParameter(name.isEmpty ? nil : name))])
      }
      do { try statement.bind(parameter.value, at: index + 1) } catch {
        throw RegistryError(error, path: path)
      }
    }
  }

  /// Refuses parameters that no statement has.
  package func refuse(
    unknown parameters: [QueryParameter], known: Set<String>
  ) throws(RegistryError) {
    guard let stray = parameters.first(where: { !known.contains($0.name) }) else { return }
    let near = Nearest.matches(to: stray.name, among: known)
    throw RegistryError(
      .invalidValue,
      Sentence(
        "No statement has a parameter \(Registry.quoted(stray.name)).",
        vi: "Không câu lệnh nào có tham số \(Registry.quoted(stray.name))."),
      list: (near.isEmpty ? known.sorted() : near).map { Sentence(same: $0) })
  }
}
