import Files
import SQLite

/// Markdown with tables as GitHub has them: pipes escaped, line breaks as `<br>`.
struct MarkdownWriter: DocumentWriter {
  private let sink: ByteSink
  private let style: WritingStyle
  private var table: TableShape?
  private var printed: [Int] = []
  private var rows = 0
  private var hasWritten = false

  init(_ sink: ByteSink, _ style: WritingStyle) {
    self.sink = sink
    self.style = style
  }

  mutating func begin(_ heading: Heading) {
    if let title = heading.title {
      sink.write("# " + Self.words(title) + "\n")
      hasWritten = true
    }
    for line in heading.lines {
      sink.write("\n" + Self.words(line) + "\n")
      hasWritten = true
    }
    guard !heading.drawing.isEmpty else { return }
    // By its indent: no text in it can end it.
    sink.write("\n")
    for line in heading.drawing {
      sink.write(line.isEmpty ? "\n" : "    " + Cell.visible(line) + "\n")
    }
    hasWritten = true
  }

  mutating func beginTable(_ table: TableShape) {
    self.table = table
    printed = table.printed
    rows = 0
  }

  mutating func write(_ row: borrowing Row) {
    guard let table else { return }
    if rows == 0 { head(table) }
    rows += 1
    if table.isRecord {
      for index in printed where !row.isNull(at: index) {
        sink.write("| \(Self.escaped(table.columns[index].label)) | ")
        sink.write(cell(row, at: index, table) + " |\n")
      }
      return
    }
    sink.write("|")
    for index in printed { sink.write(" " + cell(row, at: index, table) + " |") }
    sink.write("\n")
  }

  mutating func endTable() {
    guard let table, rows == 0 else { return }
    if table.title == nil && table.whenEmpty == nil {
      if !table.isRecord { head(table) }
    } else if let words = table.whenEmpty {
      title(table)
      sink.write(Self.words(words) + "\n")
      hasWritten = true
    }
  }

  mutating func end() {}

  private mutating func title(_ table: TableShape) {
    if hasWritten { sink.write("\n") }
    if let title = table.title { sink.write("## " + Self.words(title) + "\n\n") }
  }

  private mutating func head(_ table: TableShape) {
    title(table)
    hasWritten = true
    if table.isRecord {
      sink.write("| | |\n| --- | --- |\n")
      return
    }
    sink.write("|")
    for index in printed { sink.write(" " + Self.escaped(table.columns[index].label) + " |") }
    sink.write("\n|")
    for index in printed { sink.write(table.columns[index].isNumber ? " ---: |" : " --- |") }
    sink.write("\n")
  }

  private func cell(_ row: borrowing Row, at index: Int, _ table: TableShape) -> String {
    Self.escaped(Cell.text(row, at: index, column: table.columns[index], style: style))
  }

  /// Words that are no value, titles for example: as visible as values are.
  private static func words(_ text: String) -> String { escaped(Cell.visible(text)) }

  /// By code point: a bar with a mark on it is one character to Swift, a bar to Markdown.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "\\", "`", "*", "_", "<", "[":
        escaped.append("\\")
        escaped.append(scalar)
      case "\n": escaped.append(contentsOf: "<br>".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
