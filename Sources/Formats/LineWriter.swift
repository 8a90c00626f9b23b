import Files
import SQLite

/// A line for each column, `name = value`, and an empty line between rows, as the `line` mode of
/// the `sqlite3` shell has it; a line break in a value is shown, never sent.
struct LineWriter: DocumentWriter {
  private let sink: ByteSink
  private let style: WritingStyle
  private var columns: [(place: Int, name: String, shape: ColumnShape)] = []
  private var rows = 0

  init(_ sink: ByteSink, _ style: WritingStyle) {
    self.sink = sink
    self.style = style
  }

  mutating func begin(_ heading: Heading) {}

  mutating func beginTable(_ table: TableShape) {
    let places = table.programmed
    let names = places.map { Self.oneLine(Cell.visible(table.columns[$0].name)) }
    let widths = names.map { DisplayWidth.of($0) }
    let widest = widths.max() ?? 0
    columns = places.indices.map { index in
      let padding = String(repeating: " ", count: widest - widths[index])
      return (places[index], padding + names[index], table.columns[places[index]])
    }
  }

  mutating func write(_ row: borrowing Row) {
    if rows > 0 { sink.write("\n") }
    rows += 1
    for column in columns {
      if style.hasHeader {
        sink.write(column.name)
        sink.write(" = ")
      }
      sink.write(
        Self.oneLine(Cell.text(row, at: column.place, column: column.shape, style: style)))
      sink.write("\n")
    }
  }

  mutating func endTable() {}
  mutating func end() {}

  private static func oneLine(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "\n")) ? text.replacing("\n", with: "␊") : text
  }
}
