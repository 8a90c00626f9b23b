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
}
