import Files
import SQLite

/// A table of lines drawn around cells, for a terminal.
///
/// The first rows are kept to find the widths; what comes after them streams, and wraps inside
/// the widths found. Where even whole words do not fit into the terminal, each row becomes a
/// card, a line for each fact.
struct TableWriter: DocumentWriter {
  private let sink: ByteSink
  private let style: WritingStyle
  private let sampleSize = 500
  private var table: TableShape?
  private var printed: [Int] = []
  private var sample: [[String]] = []
  private var layout: TableLayout?
  /// Whether a column held numbers only so far; `nil` where it held nothing.
  private var numeric: [Bool?] = []
  /// The headings of the columns for which there is no room.
  private var leftOut: [String] = []
  private var isDrawn = false
  private var drawnRows = 0
  private var hasWritten = false

  init(_ sink: ByteSink, _ style: WritingStyle) {
    self.sink = sink
    self.style = style
  }

  mutating func begin(_ heading: Heading) {
    if let title = heading.title { line(title) }
    for text in heading.lines { line(text) }
    if heading.title != nil || !heading.lines.isEmpty { hasWritten = true }
    guard !heading.drawing.isEmpty else { return }
    if hasWritten { sink.write("\n") }
    for text in heading.drawing { sink.write(Cell.visible(text) + "\n") }
    hasWritten = true
  }

  mutating func beginTable(_ table: TableShape) {
    self.table = table
    printed = table.printed
    sample = []
    numeric = Array(repeating: nil, count: printed.count)
    layout = nil
    leftOut = []
    isDrawn = false
    drawnRows = 0
  }

  mutating func write(_ row: borrowing Row) {
    guard let table else { return }
    if isDrawn, layout?.writePlain(row, places: printed, to: sink) == true { return }
    var cells: [String] = []
    cells.reserveCapacity(printed.count)
    for index in printed {
      cells.append(Cell.text(row, at: index, column: table.columns[index], style: style))
    }
    if isDrawn {
      draw(cells, table)
      return
    }
    learnClasses(of: row)
    sample.append(cells)
    if sample.count == sampleSize && !table.isRecord { drawSample(table, isWhole: false) }
  }

  mutating func endTable() {
    guard let table else { return }
    if sample.isEmpty && !isDrawn {
      guard let words = table.whenEmpty else { return }
      title(table)
      line(words)
      return
    }
    if !isDrawn { drawSample(table, isWhole: true) }
    layout?.end(sink)
    if !leftOut.isEmpty { line(style.leftOut(leftOut)) }
  }

  mutating func end() {}

  private mutating func learnClasses(of row: borrowing Row) {
    for (column, index) in printed.enumerated() {
      switch row.storageClass(at: index) {
      case .null: break
      case .integer, .real: numeric[column] = numeric[column] ?? true
      case .text, .blob: numeric[column] = false
      }
    }
  }

  private mutating func title(_ table: TableShape) {
    if hasWritten { sink.write("\n") }
    hasWritten = true
    if let title = table.title { line(title) }
  }

  private mutating func drawSample(_ table: TableShape, isWhole: Bool) {
    title(table)
    if !table.isRecord { layOut(table, isWhole: isWhole) }
    isDrawn = true
    layout?.begin(sink)
    for cells in sample { draw(cells, table) }
    sample = []
  }

  /// Finds the widths, without the least needed columns where not all of them fit.
  private mutating func layOut(_ table: TableShape, isWhole: Bool) {
    let shapes = printed.enumerated().map { column, index in
      var shape = table.columns[index]
      if shape.infersNumber { shape.isNumber = numeric[column] == true }
      return shape
    }
    let expendable = table.leastNeeded.filter { name in shapes.contains { $0.name == name } }
    for count in 0...expendable.count {
      let away = Set(expendable.prefix(count))
      let kept = shapes.indices.filter { !away.contains(shapes[$0].name) }
      let cells = sample.map { row in kept.map { row[$0] } }
      guard
        let fitting = TableLayout(
          kept.map { shapes[$0] }, sample: cells, minimum: isWhole ? 0 : 2, style: style),
        count == expendable.count || fitting.isEasilyRead(cells)
      else { continue }
      layout = fitting
      leftOut = shapes.filter { away.contains($0.name) }.map(\.label)
      printed = kept.map { printed[$0] }
      sample = cells
      return
    }
  }

  private mutating func draw(_ cells: [String], _ table: TableShape) {
    if let layout {
      layout.write(cells, isFirst: drawnRows == 0, to: sink)
    } else {
      if drawnRows > 0 { sink.write("\n") }
      card(cells, table)
    }
    drawnRows += 1
  }

  /// A line for each fact that is known.
  private func card(_ cells: [String], _ table: TableShape) {
    let labels = printed.map { table.columns[$0].label }
    let known = zip(labels, cells).filter { !$0.1.isEmpty }
    let widest = labels.map { DisplayWidth.of($0) }.max() ?? 0
    // Ten columns and two blanks stay for the values.
    let labelRoom = min(widest, style.width.map { max(1, $0 - 12) } ?? widest)
    let indent = labelRoom + 2
    for (label, value) in known {
      let heads = Wrapping.lines(of: label, width: labelRoom)
      let parts = Wrapping.lines(of: value, width: style.width.map { max(10, $0 - indent) })
      for number in 0..<max(heads.count, parts.count) {
        let head = number < heads.count ? heads[number] : ""
        sink.write(head)
        if number < parts.count {
          sink.write(UInt8(ascii: " "), times: indent - DisplayWidth.of(head))
          sink.write(parts[number])
        }
        sink.write("\n")
      }
    }
  }

  private func line(_ text: String) {
    for part in Wrapping.lines(of: Cell.visible(text), width: style.width) {
      sink.write(part + "\n")
    }
  }
}
