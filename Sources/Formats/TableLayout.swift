import Files
import SQLite

/// Where the columns of a table stand.
struct TableLayout {
  let columns: [ColumnShape]
  let widths: [Int]
  private let separatesRows: Bool
  private let hasHeader: Bool
  private let isBold: Bool
  private let between: [UInt8]
  private let null: (text: [UInt8], width: Int)

  /// - Parameter minimum: of a column; 2 holds any character, where rows are still to come.
  /// - Returns: `nil` where the columns do not fit into the width without breaking words.
  init?(_ columns: [ColumnShape], sample: [[String]], minimum: Int, style: WritingStyle) {
    self.columns = columns
    hasHeader = style.hasHeader
    isBold = style.isBold
    null = (Array(style.null.utf8), DisplayWidth.of(style.null))
    var natural = columns.map {
      style.hasHeader ? max(minimum, DisplayWidth.of($0.label)) : minimum
    }
    var longestWord = columns.map { style.hasHeader ? Wrapping.longestPiece(of: $0.label) : 0 }
    for cells in sample {
      for (index, cell) in cells.enumerated() {
        for part in cell.split(separator: "\n", omittingEmptySubsequences: false) {
          natural[index] = max(natural[index], DisplayWidth.of(String(part)))
        }
        longestWord[index] = max(longestWord[index], Wrapping.longestPiece(of: cell))
      }
    }
    let floor = longestWord.map { max(minimum, 1, $0) }
    guard let fitted = Self.fitted(natural, floor: floor, into: style.width) else { return nil }
    widths = fitted
    separatesRows = widths != natural
    between = separatesRows ? Self.rule("├", "┼", "┤", fitted) : []
  }

  /// Whether few rows are broken over more than two lines.
  func isEasilyRead(_ sample: [[String]]) -> Bool {
    guard separatesRows else { return true }
    let lines = sample.reduce(0) { sum, cells in
      sum
        + (zip(cells, widths).map { Wrapping.lines(of: $0, width: $1).count }.max() ?? 1)
    }
    return 2 * lines <= 5 * sample.count
  }

  /// Takes from the widest column until the table fits; words of up to 20 columns stay whole, and
  /// keys of any length.
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
    sink.write(Self.rule("┌", "┬", "┐", widths))
    guard hasHeader else { return }
    row(columns.map(\.label), sink, isBold: isBold)
    if !separatesRows { sink.write(Self.rule("├", "┼", "┤", widths)) }
  }

  func write(_ cells: [String], isFirst: Bool, to sink: ByteSink) {
    if separatesRows && (hasHeader || !isFirst) { sink.write(between) }
    row(cells, sink)
  }

  func end(_ sink: ByteSink) { sink.write(Self.rule("└", "┴", "┘", widths)) }

  /// Writes a row straight from SQLite's memory.
  ///
  /// - Returns: false, and nothing is written, where some cell is more than numbers and letters
  ///   of one line that fit.
  func writePlain(_ row: borrowing Row, places: [Int], to sink: ByteSink) -> Bool {
    withUnsafeTemporaryAllocation(of: PlainCell.self, capacity: places.count) { cells in
      for (index, place) in places.enumerated() {
        if columns[index].isDate || !columns[index].words.isEmpty { return false }
        guard let cell = PlainCell(row[place], null: null.width), cell.width <= widths[index]
        else { return false }
        cells.initializeElement(at: index, to: cell)
      }
      if separatesRows { sink.write(between) }
      sink.write("│")
      for index in places.indices {
        let cell = cells[index]
        let padding = widths[index] - cell.width
        sink.write(UInt8(ascii: " "), times: columns[index].isNumber ? padding + 1 : 1)
        if let bytes = cell.bytes { sink.write(bytes) } else { sink.write(null.text) }
        sink.write(UInt8(ascii: " "), times: columns[index].isNumber ? 1 : padding + 1)
        sink.write("│")
      }
      sink.write(UInt8(ascii: "\n"))
      return true
    }
  }

  private struct PlainCell {
    /// `nil` stands for NULL.
    let bytes: UnsafeRawBufferPointer?
    let width: Int

    /// `nil` where it is more than a number or letters of one line.
    init?(_ value: borrowing StoredValue, null: Int) {
      switch value.storageClass {
      case .null:
        bytes = nil
        width = null
      case .blob: return nil
      case .integer, .real, .text:
        let text = value.textBytes
        guard let letters = ByteScan.latinWidth(text) else { return nil }
        bytes = text
        width = letters
      }
    }
  }

  private static func rule(
    _ left: String, _ middle: String, _ right: String, _ widths: [Int]
  ) -> [UInt8] {
    let lines = widths.map { String(repeating: "─", count: $0 + 2) }
    return Array((left + lines.joined(separator: middle) + right + "\n").utf8)
  }

  private func row(_ cells: [String], _ sink: ByteSink, isBold: Bool = false) {
    let wrapped = cells.enumerated().map {
      Wrapping.lines(of: $0.element, width: widths[$0.offset])
    }
    for line in 0..<(wrapped.map(\.count).max() ?? 1) {
      sink.write("│")
      for (index, lines) in wrapped.enumerated() {
        let text = line < lines.count ? lines[line] : ""
        let padding = max(0, widths[index] - DisplayWidth.of(text))
        sink.write(UInt8(ascii: " "), times: columns[index].isNumber ? padding + 1 : 1)
        if isBold { sink.command("\u{1B}[1m") }
        sink.write(text)
        if isBold { sink.command("\u{1B}[0m") }
        sink.write(UInt8(ascii: " "), times: columns[index].isNumber ? 1 : padding + 1)
        sink.write("│")
      }
      sink.write("\n")
    }
  }
}
