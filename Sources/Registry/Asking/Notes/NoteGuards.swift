import SQLSyntax

/// What shows that whoever asks knows how dates are kept: they look at the length or the shape.
struct NoteGuards {
  private(set) var columns: Set<String> = []
  /// Columns whose bounds are asked for; `nil` where bounds are written out.
  private(set) var boundedColumns: Set<String>? = []

  init(_ scopes: [NoteScope]) {
    for scope in scopes {
      for expression in (scope.core.expressions + scope.order).flatMap(\.all) {
        look(at: expression)
        lookForBounds(at: expression)
      }
    }
  }

  private mutating func look(at expression: SQLExpression) {
    switch expression {
    case .call(let call, _) where ["length", "instr"].contains(call.name):
      insert(call.arguments.first)
    case .call(let call, _) where call.name == "glob": insert(call.arguments.last)
    case .like(_, _, let value, let pattern, _):
      // Without a sign for any text it is an equality.
      if let text = pattern.textValue, !text.contains(where: { "%_*?[".contains($0) }) { return }
      insert(value)
      insert(pattern)
    case .isNull(_, let value, _): insert(dateOf: value)
    case .binary(let sign, let left, let right, _) where ["=", "<>", "is", "is not"].contains(sign):
      // date(x) = x, x = x_earliest, x_earliest = x_latest
      for (one, other) in [(left, right), (right, left)] {
        if case .call(let call, _) = one.plain, call.name == "date",
          let name = call.arguments.first?.columnName, name == other.columnName
        {
          columns.insert(name)
        }
        guard let name = one.columnName, let bound = other.columnName else { continue }
        if bound == name + "_earliest" || bound == name + "_latest" { columns.insert(name) }
        if name.hasSuffix("_earliest") {
          let stem = String(name.dropLast("_earliest".count))
          if bound == stem + "_latest" { columns.insert(stem) }
        }
      }
    default: break
    }
  }

  private static let functionsOfBounds = Set(DateFunctions.all.map(\.name))

  private mutating func lookForBounds(at expression: SQLExpression) {
    switch expression {
    case .text(let text, _):
      if text.contains("[") || text.contains("..") { boundedColumns = nil }
    case .name(let names, _, _):
      guard let name = names.last?.lowercased() else { return }
      for suffix in ["_earliest", "_latest"] where name.hasSuffix(suffix) {
        boundedColumns?.insert(String(name.dropLast(suffix.count)))
      }
    case .call(let call, _) where Self.functionsOfBounds.contains(call.name):
      for name in call.arguments.flatMap(\.all).compactMap(\.columnName) {
        boundedColumns?.insert(name)
      }
    default: break
    }
  }

  private mutating func insert(_ expression: SQLExpression?) {
    guard let expression else { return }
    for part in expression.all { if let name = part.columnName { columns.insert(name) } }
  }

  /// `date(x) IS NOT NULL` tells whole days from others.
  private mutating func insert(dateOf expression: SQLExpression) {
    guard case .call(let call, _) = expression.plain,
      ["date", "julianday", "datetime", "strftime"].contains(call.name)
    else { return }
    for argument in call.arguments { insert(argument) }
  }
}
