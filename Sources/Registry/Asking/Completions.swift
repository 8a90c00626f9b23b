import SQLite
import Schema

/// What can stand where a person is typing.
package struct Completions {
  private let catalog: Catalog
  private let keptQueries: [String]
  private let commands: [String]
  private let reports: [String]

  /// - Parameters:
  ///   - commands: the shell's own words, each with its dot.
  ///   - reports: those of the program.
  package init(
    _ registry: Registry, commands: [String], reports: [String]
  ) throws(RegistryError) {
    catalog = try registry.storage { () throws(SQLiteError) in try Catalog(registry.connection) }
    keptQueries = try registry.column("SELECT name FROM kept_query ORDER BY name")
    self.commands = commands
    self.reports = reports
  }

  /// - Parameters:
  ///   - line: what stands before the cursor in this line.
  ///   - statement: the whole statement so far, whose tables say which columns fit.
  /// - Returns: the beginning of the word that is typed, and the words that it can become.
  package func candidates(
    forLine line: String, in statement: String
  ) -> (typed: String, words: [String]) {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    if let first = words.first, first.hasPrefix(".") {
      let typed = String(words.last ?? "")
      if words.count == 1 { return (typed, matching(typed, commands)) }
      switch first {
      case ".run": return (typed, words.count == 2 ? matching(typed, keptQueries) : [])
      case ".report":
        return (typed, words.count == 2 ? matching(typed, reports + keptQueries) : [])
      case ".schema": return (typed, words.count == 2 ? matching(typed, catalog.tables) : [])
      default: return (typed, [])
      }
    }
    let typed = String(
      line.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
    guard !typed.isEmpty || line.hasSuffix(".") else { return ("", []) }
    let tokens = SQLToken.all(in: statement)
    if line.dropLast(typed.count).hasSuffix(".") {
      let owner = line.dropLast(typed.count + 1).reversed()
        .prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed()
      let name = String(owner).lowercased()
      let table = catalog.tables(in: tokens).first { $0.alias == name }?.table ?? name
      return (typed, matching(typed, catalog.columns(of: table)))
    }
    let isUpper = typed.contains { $0.isUppercase }
    let keywords = Keywords.common.map { isUpper ? $0.uppercased() : $0 }
    return (
      typed,
      matching(
        typed,
        catalog.columns(in: tokens) + catalog.tables + keywords + Registry.functionNames.sorted())
    )
  }

  private func matching(_ typed: String, _ words: [String]) -> [String] {
    let wanted = typed.lowercased()
    var seen: Set<String> = []
    return words.filter { $0.lowercased().hasPrefix(wanted) && seen.insert($0).inserted }
  }
}
