import SQLSyntax

/// Where an expression stands: its SELECT, those around it, and what WITH names for it.
final class NoteScope {
  let core: SQLCore
  let outer: NoteScope?
  let tables: [SQLCommonTable]
  /// What the answer is ordered by, where it is the first SELECT of a question.
  var order: [SQLExpression] = []
  /// By what the last come first and alone, where it is one column.
  var lastFirst: SQLExpression?

  init(_ core: SQLCore, within outer: NoteScope?, seeing tables: [SQLCommonTable]) {
    self.core = core
    self.outer = outer
    self.tables = tables
  }

  /// The stored tables and views behind FROM.
  var objects: [String] {
    core.sources.compactMap { source in
      guard case .table(_, let name) = source.content else { return nil }
      let isCommon = tables.contains { $0.name.lowercased() == name.lowercased() }
      return isCommon ? nil : name.lowercased()
    }
  }
}
