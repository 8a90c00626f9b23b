import SQLSyntax

/// The columns that have one value in all rows that a SELECT looks at.
struct FixedColumns {
  struct Column: Hashable {
    let source: Int
    let name: String
  }

  private let sources: [(name: String?, object: String?, columns: [String])]
  private var fixed: Set<Column> = []

  init(_ scope: NoteScope, _ shadow: ShadowSchema, isOwn: (SQLExpression) -> Bool) {
    let common = Set(scope.tables.map { $0.name.lowercased() })
    sources = scope.core.sources.map { source in
      guard case .table(_, let table) = source.content, !common.contains(table.lowercased()) else {
        return (source.name?.lowercased(), nil, [])
      }
      let object = table.lowercased()
      return (source.name?.lowercased(), object, shadow.columns(of: object))
    }
    let conditions =
      (scope.core.condition.map { [$0] } ?? [])
      + scope.core.sources.filter { $0.join != .outer }.compactMap(\.condition)
    let equalities = conditions.flatMap(\.conjuncts).compactMap {
      part -> (SQLExpression, SQLExpression)? in
      guard case .binary(let sign, let left, let right, _) = part.plain, sign == "=" || sign == "is"
      else { return nil }
      return (left.plain, right.plain)
    }
    var count = -1
    while count != fixed.count {
      count = fixed.count
      for (left, right) in equalities {
        for (one, other) in [(left, right), (right, left)] {
          guard let column = column(one) else { continue }
          if isConstant(other, isOwn) || isFixed(other) { fixed.insert(column) }
        }
      }
    }
  }

  private func isConstant(_ expression: SQLExpression, _ isOwn: (SQLExpression) -> Bool) -> Bool {
    switch expression {
    case .text, .number, .opaque, .subquery: true
    case .name: !isOwn(expression)
    case .call(let call, _): call.arguments.allSatisfy { isConstant($0.plain, isOwn) }
    default: false
    }
  }

  func column(_ expression: SQLExpression) -> Column? {
    guard case .name(let names, _, _) = expression.plain, let last = names.last?.lowercased() else {
      return nil
    }
    if names.count > 1 {
      let table = names[names.count - 2].lowercased()
      return sources.firstIndex { $0.name == table }.map { Column(source: $0, name: last) }
    }
    let having = sources.indices.filter { sources[$0].columns.contains(last) }
    return having.count == 1 ? Column(source: having[0], name: last) : nil
  }

  private static let single: Set<String> = ["known_day", "asked_day", "registry"]

  func isFixed(allOf source: Int) -> Bool {
    guard let object = sources[source].object else { return false }
    return Self.single.contains(object) || fixed.contains(Column(source: source, name: "key"))
  }

  func isFixed(allOf table: String?) -> Bool {
    guard let table = table?.lowercased() else {
      return sources.indices.allSatisfy { isFixed(allOf: $0) }
    }
    return sources.firstIndex { $0.name == table }.map { isFixed(allOf: $0) } ?? true
  }

  func isFixed(_ expression: SQLExpression) -> Bool {
    guard let column = column(expression) else { return false }
    if isFixed(allOf: column.source) || fixed.contains(column) { return true }
    // What is fixed by its key has one name: mission fixes mission_name_en.
    return fixed.contains { $0.source == column.source && column.name.hasPrefix($0.name + "_") }
  }
}
