/// The tables whose versions are kept, in the order of their names.
///
/// Of a text that a program carries, each is read when it is asked for: a change writes into few
/// of many.
package final class TrackedTables {
  package let names: [String]
  private let texts: [PartedText.Part]
  private var known: [TrackedTable?]

  /// The tables of a text that ``TrackedTableText/of(_:)`` made.
  package init(in text: StaticString) {
    var remaining = PartedText.Remaining(text)
    var (names, texts): ([String], [PartedText.Part]) = ([], [])
    while let name = remaining.nextText(), let text = remaining.nextPart() {
      names.append(name)
      texts.append(text)
    }
    self.names = names
    self.texts = texts
    known = Array(repeating: nil, count: names.count)
  }

  package init(_ tables: [TrackedTable]) {
    names = tables.map(\.name)
    texts = []
    known = tables
  }

  /// - Parameter place: its place in ``names``.
  package subscript(place: Int) -> TrackedTable {
    if let table = known[place] { return table }
    let table = TrackedTableText.table(names[place], texts[place])
    known[place] = table
    return table
  }

  package var all: [TrackedTable] { names.indices.map { self[$0] } }
}
