package import SQLite

extension Registry {
  /// The value of one fact, ready to be stored.
  package func entered(_ text: String, for field: Field) throws(RegistryError) -> Value {
    let name = Sentence(field.column, vi: field.label.vietnamese)
    switch field.rule {
    case .line: return .text(try entered(text, as: name))
    case .note: return .text(try entered(text, as: name, isNote: true))
    case .date: return .text(try enteredDate(text, as: name).description)
    case .time:
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
      guard text.utf8.count == 5, parts.count == 2, let hour = parts[0], let minute = parts[1],
        (0..<24).contains(hour), (0..<60).contains(minute)
      else {
        throw invalid(name, text, Sentence("a time, HH:MM", vi: "giờ, HH:MM"))
      }
      return .text(text)
    case .number:
      guard let number = Int64(text) else {
        throw invalid(name, text, Sentence("a whole number", vi: "số nguyên"))
      }
      return .integer(number)
    case .flag:
      switch text {
      case "1", "true", "yes": return .integer(1)
      case "0", "false", "no": return .integer(0)
      default: throw invalid(name, text, Sentence("1 or 0", vi: "1 hoặc 0"))
      }
    case .choice(let codes):
      let code = Key.hyphenated(text.lowercased())
      guard codes.contains(code) else {
        throw RegistryError(
          .invalidValue,
          Sentence(
            "\(field.column) cannot be \(Self.quoted(text)).",
            vi: "\(name.vietnamese) không thể là \(Self.quoted(text))."),
          hint: Sentence(
            "It is one of: \(codes.joined(separator: ", ")).",
            vi: "Giá trị hợp lệ: \(try inVietnamese(codes, of: field).joined(separator: ", "))."))
      }
      return .text(code)
    case .reference(let other):
      return .text(try Lookup(registry: self).key(of: other.kind, named: text))
    case .citedColumn:
      return .text(try entered(text.replacing("-", with: "_"), as: name))
    }
  }

  /// Each code with its name: a code is an English word.
  private func inVietnamese(
    _ codes: [String], of field: Field
  ) throws(RegistryError) -> [String] {
    try codes.map { (code) throws(RegistryError) in
      let name = try value(
        """
        SELECT name_vi FROM code_label
        WHERE substr(list, instr(list, '.') + 1) = \(field.column) AND code = \(code)
        """, as: String.self)
      return name.map { "\(code) (\($0))" } ?? code
    }
  }
}
