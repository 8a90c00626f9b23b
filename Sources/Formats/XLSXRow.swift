import Files
import SQLite

/// A value of a row, good until the next one.
struct SheetValue {
  let storageClass: StorageClass
  var integer: Int64 = 0
  var real: Double = 0
  var bytes = UnsafeRawBufferPointer(start: nil, count: 0)

  @inline(__always)
  init(_ value: borrowing StoredValue) {
    storageClass = value.storageClass
    switch storageClass {
    case .null: break
    case .integer: integer = value.integer
    case .real: real = value.real
    case .text: bytes = value.textBytes
    case .blob: bytes = value.blobBytes
    }
  }

  /// A value that was kept.
  init(_ class: StorageClass, integer: Int64, real: Double, bytes: UnsafeRawBufferPointer) {
    storageClass = `class`
    (self.integer, self.real, self.bytes) = (integer, real, bytes)
  }
}

/// The cells of a row: first what they are and how high they make it, then as XML.
final class SheetRow {
  private enum Form {
    case nothing
    case integer
    case real
    /// Text as it is.
    case plain
    /// Text that was made ready.
    case ready
  }

  private struct Cell {
    var form = Form.nothing
    var style = XLSXStyle.plain
    var value = SheetValue(.null, integer: 0, real: 0, bytes: .init(start: nil, count: 0))
  }

  private let columns: [SheetColumn]
  private let style: WritingStyle
  private let workbook: XLSXWorkbook
  private var cells: [Cell]
  private var ready: [[UInt8]]
  /// `<c r="A`, of each column.
  private let openings: [[UInt8]]
  /// What stands behind the number of the row, of each style.
  private let textOpenings: [[UInt8]]
  private let spacedOpenings: [[UInt8]]
  private let numberOpenings: [[UInt8]]
  private let emptyCells: [[UInt8]]
  private let heights: [[UInt8]]

  init(_ columns: [SheetColumn], _ style: WritingStyle, _ workbook: XLSXWorkbook) {
    self.columns = columns
    self.style = style
    self.workbook = workbook
    cells = Array(repeating: Cell(), count: columns.count)
    ready = Array(repeating: [], count: columns.count)
    openings = columns.indices.map { Array("<c r=\"\(SheetCell.letters($0))".utf8) }
    func each(_ text: (Int) -> String) -> [[UInt8]] {
      XLSXStyle.allCases.map { Array(text($0.rawValue).utf8) }
    }
    textOpenings = each { "\" s=\"\($0)\" t=\"inlineStr\"><is><t>" }
    spacedOpenings = each { "\" s=\"\($0)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" }
    numberOpenings = each { "\" s=\"\($0)\"><v>" }
    emptyCells = each { "\" s=\"\($0)\"/>" }
    heights = (0...40).map {
      Array("\" ht=\"\(SheetPage.height(ofLines: $0))\" customHeight=\"1\">".utf8)
    }
  }

  /// Takes a row.
  ///
  /// - Parameter value: gives the value at a place.
  /// - Returns: how many lines its highest cell has.
  @inline(__always)
  func take(_ value: (Int) -> SheetValue) -> Int {
    var lines = 1
    for index in columns.indices {
      let value = value(columns[index].place)
      let count = take(value, index)
      if count > lines { lines = count }
    }
    return lines
  }

  private func take(_ value: SheetValue, _ index: Int) -> Int {
    let isHidden = columns[index].isHidden
    cells[index].value = value
    if columns[index].isDay { return takeDay(value, index) }
    switch value.storageClass {
    case .null:
      cells[index].form = .nothing
      cells[index].style = isHidden ? .plain : columns[index].isNumber ? .number : .text
      return 1
    case .text:
      guard columns[index].words.isEmpty, let width = XLSXText.plainWidth(value.bytes) else {
        return takeUnusual(value, index)
      }
      cells[index].form = .plain
      if isHidden {
        cells[index].style = value.bytes.count > 255 ? .plain : .hiddenText
        return 1
      }
      cells[index].style =
        value.bytes.count > 255 ? .longText : columns[index].isNumber ? .textAmongNumbers : .text
      return width <= columns[index].width
        ? 1 : SheetPage.lines(value.bytes, width: columns[index].width)
    case .integer:
      // Spreadsheets reckon with doubles.
      guard columns[index].words.isEmpty, value.integer.magnitude <= 1 << 53 else {
        return takeUnusual(value, index)
      }
      cells[index].form = .integer
      cells[index].style = isHidden ? .plain : .number
      return 1
    case .real:
      guard columns[index].words.isEmpty, value.real.isFinite else {
        return takeUnusual(value, index)
      }
      cells[index].form = .real
      cells[index].style = isHidden ? .plain : .number
      return 1
    case .blob: return takeUnusual(value, index)
    }
  }

  /// A day that a date can mean.
  private func takeDay(_ value: SheetValue, _ index: Int) -> Int {
    cells[index].style = .date
    cells[index].form = .nothing
    guard value.storageClass == .text, let days = style.days(Self.text(value)) else { return 1 }
    let day = columns[index].content == .firstDay ? days.first : days.last
    guard let number = day.flatMap(SheetCell.number(ofDay:)) else { return 1 }
    cells[index].form = .integer
    cells[index].value.integer = Int64(number)
    return 1
  }

  /// What is no plain text and no number.
  private func takeUnusual(_ value: SheetValue, _ index: Int) -> Int {
    let column = columns[index]
    let (shown, isCut) = Self.shown(value, column)
    if isCut && column.content == .shown { workbook.cutTexts += 1 }
    ready[index] = XLSXText.escaped(shown)
    cells[index].form = .ready
    var visible = shown
    return visible.withUTF8 { letters in
      let bytes = UnsafeRawBufferPointer(letters)
      let isLong = bytes.count > 255
      if column.isHidden {
        cells[index].style = isLong ? .plain : .hiddenText
        return 1
      }
      cells[index].style = isLong ? .longText : column.isNumber ? .textAmongNumbers : .text
      let measure = XLSXText.measure(bytes, room: .max)
      if measure.lines == 1 && measure.widest <= column.width { return 1 }
      return SheetPage.lines(bytes, width: column.width)
    }
  }

  /// What a cell shows of a value.
  private static func shown(
    _ value: SheetValue, _ column: SheetColumn
  ) -> (text: String, isCut: Bool) {
    if !column.words.isEmpty, let word = column.words[text(value)] { return XLSXText.shown(word) }
    return switch value.storageClass {
    case .text: XLSXText.shown(value.bytes)
    case .blob: XLSXText.shown(blob: value.bytes)
    case .null, .integer, .real: (text(value), false)
    }
  }

  /// A value as CSV has it.
  private static func text(_ value: SheetValue) -> String {
    switch value.storageClass {
    case .null: ""
    case .integer: "\(value.integer)"
    case .real:
      value.real.isFinite ? "\(value.real)" : value.real < 0 ? "-Inf" : "Inf"
    case .text: String(decoding: value.bytes, as: UTF8.self)
    case .blob: Base64.encoded(value.bytes)
    }
  }

  /// What a cell shows, for the width of its column.
  func measure(_ value: SheetValue, _ index: Int) -> (widest: Int, word: Int) {
    let column = columns[index]
    guard !column.isHidden, value.storageClass != .null else { return (0, 0) }
    var shown = Self.shown(value, column).text
    let measure = shown.withUTF8 {
      XLSXText.measure(UnsafeRawBufferPointer($0), room: .max)
    }
    return (measure.widest, measure.word)
  }

  // MARK: Writing

  func write(_ number: Int, lines: Int, to part: ByteSink) {
    let digits = Array(String(number).utf8)
    part.write("<row r=\"")
    part.write(digits)
    part.write(heights[min(lines, heights.count - 1)])
    for index in cells.indices {
      let style = cells[index].style.rawValue
      switch cells[index].form {
      case .nothing:
        // Only a cell that has a border has to be there.
        if columns[index].isHidden { continue }
        open(index, digits, emptyCells[style], part)
      case .integer:
        open(index, digits, numberOpenings[style], part)
        part.write(cells[index].value.integer)
        part.write("</v></c>")
      case .real:
        open(index, digits, numberOpenings[style], part)
        part.write("\(cells[index].value.real)")
        part.write("</v></c>")
      case .plain: text(cells[index].value.bytes, index, digits, style, part)
      case .ready:
        ready[index].withUnsafeBytes { text($0, index, digits, style, part) }
      }
    }
    part.write("</row>")
  }

  private func text(
    _ bytes: UnsafeRawBufferPointer, _ index: Int, _ digits: [UInt8], _ style: Int, _ part: ByteSink
  ) {
    let isSpaced = bytes.first.map { $0 <= 0x20 } ?? false || bytes.last.map { $0 <= 0x20 } ?? false
    open(index, digits, isSpaced ? spacedOpenings[style] : textOpenings[style], part)
    part.write(bytes)
    part.write("</t></is></c>")
  }

  private func open(_ index: Int, _ digits: [UInt8], _ rest: [UInt8], _ part: ByteSink) {
    part.write(openings[index])
    part.write(digits)
    part.write(rest)
  }
}
