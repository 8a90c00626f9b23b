import SQLSyntax
import SQLite

/// Tables side by side with nothing that joins them.
extension NoteReader {
  func checkJoins(of scope: NoteScope) {
    let core = scope.core
    guard core.sources.count > 1 else { return }
    let objects = scope.objects
    guard objects.count == core.sources.count else { return }
    let isMeant = core.sources.contains { source in
      !source.using.isEmpty || [.natural, .cross].contains(source.join)
    }
    guard !isMeant, let (first, second) = apart(in: scope),
      objects.allSatisfy({ probe.hasRows(100, in: $0) ?? false })
    else { return }
    note(
      .crossJoin, at: core.sources[second].place,
      "Each row of \(objects[first]) meets each row of \(objects[second]): no ON joins them.",
      vi:
        "Mỗi dòng của \(objects[first]) ghép với mọi dòng của \(objects[second]): thiếu ON nối hai bảng."
    )
  }

  /// Two tables that no condition has to do with both of; `nil` where all hang together, one has one
  /// row, or nobody can tell.
  private func apart(in scope: NoteScope) -> (Int, Int)? {
    let core = scope.core
    let conditions = (core.sources.compactMap(\.condition) + [core.condition].compactMap(\.self))
      .flatMap(\.conjuncts)
    let fixed = FixedColumns(scope, shadow) { self.isOwn($0, in: scope) }
    guard !core.sources.indices.contains(where: { fixed.isFixed(allOf: $0) }) else { return nil }
    var groups = core.sources.indices.map { Set([$0]) }
    for condition in conditions {
      var touched: Set<Int> = []
      for part in condition.all {
        if part.select != nil { return nil }
        guard case .name = part else { continue }
        guard let column = fixed.column(part) else { return nil }
        touched.insert(column.source)
      }
      let joined = groups.filter { !$0.isDisjoint(with: touched) }
      groups.removeAll { !$0.isDisjoint(with: touched) }
      groups.append(joined.reduce(into: Set()) { $0.formUnion($1) })
    }
    groups.removeAll(where: \.isEmpty)
    let firsts = groups.compactMap { $0.min() }.sorted()
    return firsts.count > 1 ? (firsts[0], firsts[1]) : nil
  }
}

extension NoteProbe {
  func hasRows(_ count: Int, in table: String) -> Bool? {
    hasRow("SELECT 1 FROM \(name: table) LIMIT 1 OFFSET \(count - 1)")
  }
}
