import Registry
import SQLite

// A page that has only a part of what it speaks of says which part.

extension AskedReport {
  /// - Parameter parameters: those of the report.
  /// - Returns: what was given that leaves something out, in a line for people, and for programs.
  func narrowings(
    _ parameters: [ReportParameter]
  ) throws(RegistryError) -> (lines: [Sentence], facts: [(name: String, value: Value)]) {
    var parts: [Sentence] = []
    var facts: [(name: String, value: Value)] = []
    for parameter in parameters {
      guard let narrowing = parameter.narrows, let value = self[parameter] else { continue }
      facts.append((parameter.name, .text(value)))
      switch narrowing {
      case .words(let words): parts += [words[value] ?? Sentence(same: value)]
      case .to(let what):
        let name = try named(value, by: parameter.rule)
        parts.append(
          Sentence("\(what.english) \(name.english)", vi: "\(what.vietnamese) \(name.vietnamese)"))
      }
    }
    guard !parts.isEmpty else { return ([], []) }
    return (
      [
        Sentence(
          "Only: \(parts.map(\.english).joined(separator: "; ")).",
          vi: "Chỉ gồm: \(parts.map(\.vietnamese).joined(separator: "; ")).")
      ], facts
    )
  }

  private func named(
    _ value: String, by rule: ReportParameter.Rule
  ) throws(RegistryError) -> Sentence {
    let statement: SQL
    switch rule {
    case .listed(let list):
      statement = "SELECT name_en, name_vi FROM code_label WHERE list = \(list) AND code = \(value)"
    case .reference(let kind) where kind.nameColumns.contains("name_vi"):
      statement = """
        SELECT coalesce(name_en, name_vi, key), coalesce(name_vi, name_en, key)
        FROM \(name: kind.table) WHERE key = \(value)
        """
    default: return Sentence(same: value)
    }
    let name = try registry.first(statement) { (row) throws(SQLiteError) in
      Sentence(try row.get(0, as: String.self), vi: try row.get(1, as: String.self))
    }
    return name ?? Sentence(same: value)
  }
}
