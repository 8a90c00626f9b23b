import SQLite

/// Empty tables of the same names and columns, whose declared types say what the columns mean.
///
/// What a name within a question refers to is SQLite's business: it is asked for the declared type
/// of a column of a question that is compiled here and never run. Aliases, scopes, `*`, subqueries
/// and what WITH names are then right by construction.
final class ShadowSchema {
  private let registry: Registry
  private let shadow: Connection
  private var columnsByObject: [String: [String]] = [:]
  private var madeTables: [String: String] = [:]
  private var answers: [String: Meaning?] = [:]

  init(of registry: Registry) throws(RegistryError) {
    self.registry = registry
    do {
      shadow = try Connection(path: ":memory:", mode: .passing, walls: .none)
      try shadow.addFunctions(FunctionRefusals())
    } catch { throw RegistryError(error, path: ":memory:") }
  }

  /// The columns of a table or a view that was declared, in small letters.
  func columns(of object: String) -> [String] { columnsByObject[object] ?? [] }

  /// Makes the table for a name that a statement says; nothing where there is none of that name.
  func declare(_ name: String) throws(SQLiteError) {
    guard columnsByObject[name] == nil else { return }
    columnsByObject[name] = []
    var columns = try columns(of: name, in: "main")
    // The one view that stands before the file's own and has a name of its own.
    if columns.isEmpty, name == "history_field" { columns = try self.columns(of: name, in: "temp") }
    guard !columns.isEmpty else { return }
    let meanings = try meanings(of: name)
    let declared = columns.map { column -> SQL in
      let meaning = meanings[column.name] ?? "text"
      let type = "\(meaning)|\(column.affinity.rawValue)|\(column.name)|\(name)"
      return "\(name: column.name) \(name: type)"
    }
    try shadow.run("CREATE TABLE \(name: name) (\(raw: declared.joined(separator: ", ")))")
    columnsByObject[name] = columns.map(\.name)
  }

  private func columns(
    of name: String, in place: String
  ) throws(SQLiteError) -> [(name: String, affinity: Meaning.Affinity)] {
    try registry.connection.all(
      "SELECT name, type FROM pragma_table_xinfo(\(name), \(place)) WHERE hidden <> 1"
    ) { (row) throws(SQLiteError) in
      let type = try row.get(1, as: String.self).uppercased()
      let affinity: Meaning.Affinity =
        switch type {
        case _ where type.contains("INT") || type.contains("REAL") || type.contains("NUM"): .number
        case _ where type.contains("TEXT") || type.contains("CHAR"): .text
        default: .none
        }
      return (try row.get(0, as: String.self).lowercased(), affinity)
    }
  }

  /// Those of a shadow of versions are those of its table.
  private func meanings(of name: String) throws(SQLiteError) -> [String: String] {
    let suffix = "_history"
    let base = name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : name
    let rows = try registry.connection.all(
      """
      SELECT column_name, meaning FROM schema_comment
      WHERE object_name IN (\(name), \(base)) AND meaning IS NOT NULL
      """
    ) { (row) throws(SQLiteError) in
      (try row.get(0, as: String.self), try row.get(1, as: String.self))
    }
    return Dictionary(rows) { first, _ in first }
  }

  /// A question whose only column has this meaning, to stand where a column was made.
  func question(for meaning: Meaning) throws(SQLiteError) -> String {
    let kind =
      switch meaning.kind {
      case .date: "date"
      case .day: "day"
      case .number: "number"
      case .flag: "flag"
      case .name: "name"
      case .key(let table): "key of " + table
      case .code(let list): "code of " + list
      case .madeText: "made text"
      case .other: "text"
      }
    let type = "\(kind)|-|\(meaning.column)|\(meaning.object)\(meaning.isMixed ? "|mixed" : "")"
    if let name = madeTables[type] { return "(SELECT c FROM \"\(name)\")" }
    let name = "#\(madeTables.count)"
    try shadow.run("CREATE TABLE \(name: name) (c \(name: type))")
    madeTables[type] = name
    return "(SELECT c FROM \"\(name)\")"
  }

  /// What the first column of a question means; `nil` where it was made, or the question asks what
  /// is not there.
  func meaning(ofColumnOf question: String) -> Meaning? {
    if let answer = answers[question] { return answer }
    let answer = compiled(question)
    answers[question] = answer
    return answer
  }

  private func compiled(_ question: String) -> Meaning? {
    guard let statement = try? shadow.prepare(question) else { return nil }
    guard let type = statement.declaredType(ofColumn: 0) else { return nil }
    let parts = type.split(separator: "|", omittingEmptySubsequences: false)
    guard parts.count >= 4, let letter = parts[1].first else { return nil }
    let kind = parts[0] == "made text" ? Meaning.Kind.madeText : Meaning.Kind(parts[0])
    var meaning = Meaning(
      kind, affinity: Meaning.Affinity(rawValue: letter) ?? .none, column: String(parts[2]),
      object: String(parts[3]))
    meaning.isMixed = parts.count > 4
    return meaning
  }
}
