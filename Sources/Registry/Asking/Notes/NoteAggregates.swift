import SQLSyntax
import SQLite

/// Rows that are more, or fewer, than whoever asks means.
extension NoteReader {
  private static let aggregates: Set<String> = [
    "count", "sum", "total", "avg", "group_concat", "string_agg", "json_group_array",
    "json_group_object", "median", "percentile", "stddev", "stddev_pop",
  ]

  private static func isAggregate(_ call: SQLCall) -> Bool {
    guard !call.isWindow else { return false }
    if ["min", "max"].contains(call.name) { return call.arguments.count == 1 }
    return aggregates.contains(call.name)
  }

  // MARK: Bare columns

  func checkBareColumns(of scope: NoteScope) {
    let core = scope.core
    guard core.groups.isEmpty, !core.sources.isEmpty else { return }
    let told = core.results.map(\.value) + (core.having.map { [$0] } ?? [])
    let calls = told.flatMap(\.all).compactMap { expression -> (SQLCall, SQLPlace)? in
      guard case .call(let call, let place) = expression, Self.isAggregate(call) else { return nil }
      return (call, place)
    }
    guard let (_, aggregate) = calls.first else { return }
    // Of one min() or max() SQLite takes the others from the row of that value.
    guard calls.count(where: { ["min", "max"].contains($0.0.name) }) != 1 else { return }
    let fixed = FixedColumns(scope, shadow) { self.isOwn($0, in: scope) }
    let said = source(aggregate)
    for bare in core.results.flatMap({ Self.bare($0.value) }) {
      switch bare {
      case .star(let table, let place):
        guard !fixed.isFixed(allOf: table) else { continue }
        note(
          .bareColumn, at: place,
          "* comes from any one row, for \(said) makes one row of all. Is a GROUP BY missing?",
          vi:
            "* lấy từ một dòng bất kỳ vì \(said) gộp tất cả thành một dòng. Có thiếu GROUP BY không?"
        )
      case .name(_, _, let place):
        guard let meaning = meaning(of: bare, in: scope), !meaning.object.isEmpty,
          isOwn(bare, in: scope), !fixed.isFixed(bare)
        else { continue }
        let name = source(place)
        note(
          .bareColumn, at: place,
          "\(name) comes from any one row, for \(said) makes one row of all. GROUP BY \(name)?",
          vi:
            "\(name) lấy từ một dòng bất kỳ vì \(said) gộp tất cả thành một dòng. Có cần GROUP BY \(name) không?"
        )
      default: continue
      }
    }
  }

  /// The columns of an expression that stand in no aggregate and no window.
  private static func bare(_ expression: SQLExpression) -> [SQLExpression] {
    switch expression {
    case .name, .star: [expression]
    case .call(let call, _): call.isWindow || isAggregate(call) ? [] : call.arguments.flatMap(bare)
    default: expression.parts.flatMap(bare)
    }
  }

  // MARK: Joins

  /// Two tables side by side with nothing that joins them.
  func checkJoins(of scope: NoteScope) {
    let core = scope.core
    guard core.sources.count > 1, core.condition == nil else { return }
    let objects = scope.objects
    guard objects.count == core.sources.count else { return }
    let isJoined = core.sources.contains { source in
      source.condition != nil || !source.using.isEmpty || [.natural, .cross].contains(source.join)
    }
    guard !isJoined, objects.allSatisfy({ probe.hasRows(100, in: $0) ?? false }) else { return }
    let (first, second) = (objects[0], objects[1])
    note(
      .crossJoin, at: core.sources[1].place,
      "Each row of \(first) meets each row of \(second): no ON.",
      vi: "Mỗi dòng của \(first) ghép với mọi dòng của \(second): thiếu ON.")
  }
}

extension NoteProbe {
  func hasRows(_ count: Int, in table: String) -> Bool? {
    hasRow("SELECT 1 FROM \(name: table) LIMIT 1 OFFSET \(count - 1)")
  }
}

/// The columns that have one value in all rows that a SELECT looks at.
private struct FixedColumns {
  private struct Column: Hashable {
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

  private func column(_ expression: SQLExpression) -> Column? {
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

  private func isFixed(allOf source: Int) -> Bool {
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
