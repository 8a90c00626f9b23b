import SQLite

/// A table of lines drawn around cells, for a terminal.
///
/// The first rows are kept to find the widths; what comes after them streams, and wraps inside
/// the widths found. Where even whole words do not fit into the terminal, each row becomes a
/// card, a line for each fact.
struct TableWriter: DocumentWriter {
  private let sink: ByteSink
  private let style: PageStyle
  private let sampleSize = 500
  private var table: TableShape?
  private var printed: [Int] = []
  private var sample: [[String]] = []
  private var layout: TableLayout?
  private var isDrawn = false
  private var hasWritten = false

  init(_ sink: ByteSink, _ style: PageStyle) {
    self.sink = sink
    self.style = style
  }

  mutating func begin(_ heading: Heading) {
    if let title = heading.title { line(title) }
    for text in heading.lines { line(text) }
    if heading.title != nil || !heading.lines.isEmpty { hasWritten = true }
  }

  mutating func beginTable(_ table: TableShape) {
    self.table = table
    printed = table.printed
    sample = []
    layout = nil
    isDrawn = false
  }

  mutating func write(_ row: borrowing Row) {
    guard let table else { return }
    var cells: [String] = []
    cells.reserveCapacity(printed.count)
    for index in printed {
      cells.append(Cell.text(row, at: index, column: table.columns[index], style: style))
    }
    if isDrawn {
      draw(cells, table)
      return
    }
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
  }

  mutating func end() {}

  private mutating func title(_ table: TableShape) {
    if hasWritten { sink.write("\n") }
    hasWritten = true
    if let title = table.title { line(title) }
  }

  private mutating func drawSample(_ table: TableShape, isWhole: Bool) {
    title(table)
    if !table.isRecord {
      let columns = printed.map { table.columns[$0] }
      layout = TableLayout(
        columns, sample: sample, minimum: isWhole ? 0 : 2, width: style.width)
    }
    isDrawn = true
    layout?.begin(sink)
    for (number, cells) in sample.enumerated() {
      if layout == nil && number > 0 { sink.write("\n") }
      draw(cells, table, isFirst: true)
    }
    sample = []
  }

  private func draw(_ cells: [String], _ table: TableShape, isFirst: Bool = false) {
    if let layout {
      layout.write(cells, to: sink)
      return
    }
    if !isFirst { sink.write("\n") }
    card(cells, table)
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

/// Where the columns of a table stand.
struct TableLayout {
  let columns: [ColumnShape]
  let widths: [Int]
  private let separatesRows: Bool

  /// - Parameter minimum: of a column; 2 holds any character, where rows are still to come.
  /// - Returns: `nil` where the columns do not fit into the width without breaking words.
  init?(_ columns: [ColumnShape], sample: [[String]], minimum: Int, width: Int?) {
    self.columns = columns
    var natural = columns.map { max(minimum, DisplayWidth.of($0.label)) }
    var longestWord = columns.map { Wrapping.longestWord(of: $0.label) }
    for cells in sample {
      for (index, cell) in cells.enumerated() {
        for part in cell.split(separator: "\n", omittingEmptySubsequences: false) {
          natural[index] = max(natural[index], DisplayWidth.of(String(part)))
        }
        longestWord[index] = max(longestWord[index], Wrapping.longestWord(of: cell))
      }
    }
    let floor = longestWord.map { max(minimum, 1, min($0, 20)) }
    guard let fitted = Self.fitted(natural, floor: floor, into: width) else { return nil }
    widths = fitted
    separatesRows = widths != natural
  }

  /// Takes from the widest column until the table fits; words of up to 20 columns stay whole.
  private static func fitted(_ natural: [Int], floor: [Int], into width: Int?) -> [Int]? {
    guard let width else { return natural }
    var widths = natural
    let frame = widths.count * 3 + 1
    while widths.reduce(frame, +) > width {
      let shrinkable = widths.indices.filter { widths[$0] > floor[$0] }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
    }
    return widths
  }

  func begin(_ sink: ByteSink) {
    rule("┌", "┬", "┐", sink)
    row(columns.map(\.label), sink)
    if !separatesRows { rule("├", "┼", "┤", sink) }
  }

  func write(_ cells: [String], to sink: ByteSink) {
    if separatesRows { rule("├", "┼", "┤", sink) }
    row(cells, sink)
  }

  func end(_ sink: ByteSink) { rule("└", "┴", "┘", sink) }

  private func rule(_ left: String, _ middle: String, _ right: String, _ sink: ByteSink) {
    sink.write(
      left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle)
        + right + "\n")
  }

  private func row(_ cells: [String], _ sink: ByteSink) {
    let wrapped = cells.enumerated().map {
      Wrapping.lines(of: $0.element, width: widths[$0.offset])
    }
    for line in 0..<(wrapped.map(\.count).max() ?? 1) {
      sink.write("│")
      for (index, lines) in wrapped.enumerated() {
        let text = line < lines.count ? lines[line] : ""
        let padding = max(0, widths[index] - DisplayWidth.of(text))
        sink.write(UInt8(ascii: " "), times: columns[index].isNumber ? padding + 1 : 1)
        sink.write(text)
        sink.write(UInt8(ascii: " "), times: columns[index].isNumber ? 1 : padding + 1)
        sink.write("│")
      }
      sink.write("\n")
    }
  }
}

/// Breaking text into lines, at spaces where it can be.
enum Wrapping {
  static func lines(of text: String, width: Int?) -> [String] {
    let given = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let width, width > 0 else { return given }
    return given.flatMap { DisplayWidth.of($0) <= width ? [$0] : broken($0, width) }
  }

  static func longestWord(of text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).map { DisplayWidth.of(String($0)) }.max() ?? 0
  }

  private static func broken(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    func close() {
      lines.append(line)
      line = ""
      used = 0
    }
    for word in text.split(separator: " ") {
      let length = DisplayWidth.of(String(word))
      if used > 0 && used + 1 + length > width { close() }
      if used > 0 {
        line += " "
        used += 1
      }
      guard used + length > width else {
        line += word
        used += length
        continue
      }
      for character in word {
        let size = DisplayWidth.of(character)
        if used + size > width && used > 0 { close() }
        line.append(character)
        used += size
      }
    }
    if !line.isEmpty || lines.isEmpty { close() }
    return lines
  }
}
