/// Tracked tables as a text that a program carries, so that none has to be asked of a file whose
/// schema is known.
package enum TrackedTableText {
  package static func of(_ tables: [TrackedTable]) -> String {
    PartedText.of(tables.flatMap { [$0.name, PartedText.of(parts(of: $0))] })
  }

  private static func parts(of table: TrackedTable) -> [String] {
    list(table.key) { [$0] }
      + list(table.columns) { [$0.name, $0.type, $0.expression ?? "", $0.isKept ? "kept" : ""] }
      + list(table.references) { reference in
        [reference.parent] + list(reference.pairs) { [$0.from, $0.to] }
      }
  }

  private static func list<T>(_ items: [T], _ parts: (T) -> [String]) -> [String] {
    ["\(items.count)"] + items.flatMap(parts)
  }

  static func table(_ name: String, _ part: PartedText.Part) -> TrackedTable {
    var text = PartedText.Remaining(part)
    return TrackedTable(
      name: name,
      key: items(in: &text) { $0.nextText() },
      columns: items(in: &text) { text in
        guard let name = text.nextText(), let type = text.nextText(),
          let expression = text.nextText(), let kept = text.nextText()
        else { return nil }
        return TrackedTable.Column(
          name: name, type: type, expression: expression.isEmpty ? nil : expression,
          isKept: !kept.isEmpty)
      },
      references: items(in: &text) { text in
        guard let parent = text.nextText() else { return nil }
        let pairs = items(in: &text) { text -> TrackedTable.Reference.Pair? in
          guard let from = text.nextText(), let to = text.nextText() else { return nil }
          return TrackedTable.Reference.Pair(from: from, to: to)
        }
        return TrackedTable.Reference(parent: parent, pairs: pairs)
      })
  }

  private static func items<T>(
    in text: inout PartedText.Remaining, _ item: (inout PartedText.Remaining) -> T?
  ) -> [T] {
    let count = text.nextText().flatMap { Int($0) } ?? 0
    var items: [T] = []
    while items.count < count, let next = item(&text) { items.append(next) }
    return items
  }
}
