import SQLite
import Schema

/// What the SELECTs around the place of a mistake are from, with the columns of each.
struct VisibleSources {
  /// A table, a view, a common table expression or a SELECT in a FROM.
  struct Source {
    let source: Selects.Source
    /// None where nobody can tell.
    let columns: [String]

    /// What stands for it before a dot; "" where it has no name.
    var alias: String { source.alias ?? "" }

    /// With the name of the table, where it is called otherwise.
    var told: String {
      guard let name = source.name, name != alias.lowercased() else { return alias }
      return "\(alias) (\(name))"
    }

    func has(_ column: String) -> Bool { columns.contains { $0.lowercased() == column } }

    /// For the paths that lead from it; `nil` where it has no name.
    var joined: JoinPaths.Table? {
      alias.isEmpty ? nil : JoinPaths.Table(name: source.name, alias: alias, columns: columns)
    }
  }

  private let mistake: Mistake
  private let catalog: Catalog
  private let connection: Connection

  init(_ mistake: Mistake, _ catalog: Catalog, _ connection: Connection) {
    self.mistake = mistake
    self.catalog = catalog
    self.connection = connection
  }

  private var place: Int { mistake.named ?? mistake.tokens.count }

  /// All of them, the innermost first.
  var all: [Source] {
    let chain = mistake.selects.chain(around: place)
    let sources = chain.flatMap { mistake.selects.sources(of: $0) }
    return (chain.isEmpty ? mistake.selects.written : sources).map(self.source)
  }

  /// A source with its columns.
  func source(_ source: Selects.Source) -> Source {
    if let name = source.name, !mistake.given.contains(name) {
      let columns = catalog.columns(of: name)
      if !columns.isEmpty { return Source(source: source, columns: columns) }
    }
    let asked = columns(of: source)
    return Source(
      source: source, columns: asked ?? source.name.map { catalog.columns(of: $0) } ?? [])
  }

  /// What SQLite says that a source gives.
  private func columns(of source: Selects.Source) -> [String]? {
    guard !source.words.isEmpty else { return nil }
    let with = mistake.selects.expressions(before: place)
    let before = with.isEmpty ? "" : mistake.written(0, through: with.upperBound - 1) + " "
    let text = mistake.written(source.words.lowerBound, through: source.words.upperBound - 1)
    do {
      let asked = Script("\(before)SELECT * FROM \(text)")
      guard let statement = try connection.prepareNext(of: asked) else { return nil }
      return statement.columnNames
    } catch { return nil }
  }
}
