import Files
import SQLite

/// A whole page of HTML that opens from a disk and prints: headings, tables, no script.
struct HTMLWriter: DocumentWriter {
  private let sink: ByteSink
  private let style: WritingStyle
  private var table: TableShape?
  private var printed: [Int] = []
  private var rows = 0

  init(_ sink: ByteSink, _ style: WritingStyle) {
    self.sink = sink
    self.style = style
  }

  mutating func begin(_ heading: Heading) {
    let title = Self.escaped(Cell.visible(heading.title ?? heading.name))
    sink.write(
      """
      <!DOCTYPE html>
      <html lang="\(Self.escaped(style.language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(title)</title>
      <style>
      body { font: 11pt/1.4 "Noto Serif", "Times New Roman", serif; margin: 2em; }
      table { border-collapse: collapse; margin: 1em 0; }
      th, td { border: 1px solid #888; padding: .2em .6em; text-align: left; vertical-align: top; }
      td { white-space: pre-wrap; }
      .number { text-align: right; }
      .null { color: #767676; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      @page { size: A4 landscape; margin: 12mm; }
      @media print { body { font-size: 9pt; margin: 0; } th, td { padding: .1em .4em; } }
      </style>
      </head>
      <body>

      """)
    if heading.title != nil { sink.write("<h1>\(title)</h1>\n") }
    for line in heading.lines { sink.write("<p>\(Self.escaped(Cell.visible(line)))</p>\n") }
    guard !heading.drawing.isEmpty else { return }
    let drawing = heading.drawing.map { Self.escaped(Cell.visible($0)) }
    sink.write("<pre>\(drawing.joined(separator: "\n"))</pre>\n")
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
        sink.write("<tr><th scope=\"row\">\(Self.escaped(table.columns[index].label))</th>")
        cell(row, at: index, table.columns[index])
        sink.write("</tr>\n")
      }
      return
    }
    sink.write("<tr>")
    for index in printed { cell(row, at: index, table.columns[index]) }
    sink.write("</tr>\n")
  }

  mutating func endTable() {
    guard let table else { return }
    if rows > 0 {
      sink.write("</tbody>\n</table>\n")
    } else if let words = table.whenEmpty {
      title(table)
      sink.write("<p>\(Self.escaped(Cell.visible(words)))</p>\n")
    } else if table.title == nil && !table.isRecord {
      head(table)
      sink.write("</tbody>\n</table>\n")
    }
  }

  mutating func end() { sink.write("</body>\n</html>\n") }

  private func title(_ table: TableShape) {
    guard let title = table.title else { return }
    sink.write("<h2>\(Self.escaped(Cell.visible(title)))</h2>\n")
  }

  private func head(_ table: TableShape) {
    title(table)
    sink.write("<table>\n")
    if style.hasHeader && !table.isRecord {
      sink.write("<thead><tr>")
      for index in printed {
        let column = table.columns[index]
        sink.write(column.isNumber ? "<th class=\"number\">" : "<th>")
        sink.write(Self.escaped(column.label) + "</th>")
      }
      sink.write("</tr></thead>\n")
    }
    sink.write("<tbody>\n")
  }

  private func cell(_ row: borrowing Row, at index: Int, _ column: ColumnShape) {
    if row.isNull(at: index) {
      sink.write("<td class=\"null\">\(Self.escaped(style.null))</td>")
      return
    }
    let isNumber =
      switch row.storageClass(at: index) {
      case .integer, .real: true
      case .text, .blob, .null: column.isNumber
      }
    sink.write(isNumber ? "<td class=\"number\">" : "<td>")
    sink.write(Self.escaped(Cell.text(row, at: index, column: column, style: style)))
    sink.write("</td>")
  }

  /// By code point: a `<` with a mark on it is one character to Swift, a tag to a browser.
  static func escaped(_ text: String) -> String {
    guard
      text.utf8.contains(where: {
        [UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\"")].contains($0)
      })
    else { return text }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
