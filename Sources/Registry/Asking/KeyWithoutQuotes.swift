import SQLite
import Schema

extension UnquotedText {
  /// Whether a column with which it is compared holds keys, and this is one of them.
  func isKey(_ paths: JoinPaths?, _ sources: [VisibleSources.Source], _ connection: Connection)
    -> Bool
  {
    guard let paths, let column else { return false }
    let tables = sources.filter { $0.has(column) }.compactMap {
      paths.target(of: column, in: $0.source.name)
    }
    return Set(tables).contains { table in
      guard let key = paths.key(of: table) else { return false }
      let found = try? connection.value(
        "SELECT 1 FROM \(name: table) WHERE \(name: key) = \(text.lowercased())", as: Int.self)
      return found != nil
    }
  }

  var cure: Cure { Cure(at: words, Self.inQuotes(text)) }
}
