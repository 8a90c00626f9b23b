import Files
import SQLite

/// A table on a sheet of its own, and on further ones where one does not hold it.
///
/// The first rows are kept to find the widths of the columns; what comes after them streams.
final class TableSheet {
  private static let sampleSize = 200
  private static let sampleBytes = 1 << 20
  /// A part of an archive is shorter than 4 GiB, where every program is to open it.
  private static let partLength = 3_500_000_000

  private let workbook: XLSXWorkbook
  private let style: WritingStyle
  private let table: TableShape
  private let heading: String?
  private var columns: [SheetColumn]
  private var sample = KeptRows()
  private var row: SheetRow?
  private var page = SheetPage(isWide: false)
  /// The sheet that is open, and its rows.
  private var name: String?
  private var rows = 0

  /// - Parameter heading: what the whole is called.
  init(_ table: TableShape, heading: String?, _ style: WritingStyle, _ workbook: XLSXWorkbook) {
    self.table = table
    self.heading = heading
    self.style = style
    self.workbook = workbook
    columns = SheetColumn.columns(of: table)
  }

  func write(_ values: borrowing Row) {
    guard row != nil else {
      sample.append(values)
      if sample.count == Self.sampleSize || sample.length > Self.sampleBytes { drain() }
      return
    }
    append { SheetValue(values[$0]) }
  }

  func end() {
    if row == nil {
      // As on a page: of a part that has nothing to say, nothing is said.
      if sample.count == 0 && table.whenEmpty == nil && table.title != nil { return }
      drain()
      if rows <= 1, sample.count == 0, let words = table.whenEmpty { say(words) }
    }
    close()
  }

  private func drain() {
    let measuring = SheetRow(columns, style, workbook)
    var measures = columns.map { column -> (widest: Int, word: Int) in
      guard style.hasHeader, !column.isHidden else { return (0, 0) }
      return Self.measure(head: column.head)
    }
    sample.each { value in
      for (index, column) in columns.enumerated() where !column.isHidden {
        let measure = measuring.measure(value(column.place), index)
        measures[index].widest = max(measures[index].widest, measure.widest)
        measures[index].word = max(measures[index].word, measure.word)
      }
    }
    for index in columns.indices where columns[index].infersNumber {
      columns[index].isNumber = sample.isNumeric(columns[index].place)
    }
    page = SheetPage(&columns, measures)
    page.setHeading([heading, table.title])
    workbook.hasHiddenColumns = workbook.hasHiddenColumns || columns.contains { $0.isHidden }
    row = SheetRow(columns, style, workbook)
    open(after: nil)
    sample.each(append)
    let isEmpty = sample.count == 0
    sample = KeptRows()
    sample.wasEmpty = isEmpty
  }

  /// A head is bold, and a filter's button stands beside its words.
  private static func measure(head: String) -> (widest: Int, word: Int) {
    var head = head
    let measure = head.withUTF8 { XLSXText.measure(UnsafeRawBufferPointer($0), room: .max) }
    return (measure.widest * 108 / 100 + 1000, measure.word * 108 / 100 + 250)
  }

  private func append(_ value: (Int) -> SheetValue) {
    if rows == style.rowsOfSheet || workbook.partLength > Self.partLength {
      let before = name
      close()
      open(after: before)
    }
    guard let row else { return }
    rows += 1
    let lines = row.take(value)
    row.write(rows, lines: lines, to: workbook.part)
  }

  // MARK: Around the rows

  private func open(after before: String?) {
    let isFirst = workbook.sheets.isEmpty
    name = workbook.beginSheet(
      table.title ?? heading ?? table.name, title: table.title ?? heading, after: before)
    rows = 0
    let part = workbook.part
    part.write(
      page.beginning(
        columns: columns.map { ($0.width, $0.isHidden) }, isFirst: isFirst,
        isFrozen: style.hasHeader))
    guard style.hasHeader else { return }
    rows = 1
    var lines = 1
    for column in columns where !column.isHidden {
      var head = column.head
      lines = max(
        lines,
        head.withUTF8 {
          SheetPage.lines(UnsafeRawBufferPointer($0), width: column.width * 100 / 108 - 250)
        })
    }
    part.write("<row r=\"1\" ht=\"\(SheetPage.height(ofLines: lines))\" customHeight=\"1\">")
    for (place, column) in columns.enumerated() {
      let style = (column.isHidden ? XLSXStyle.hiddenHead : .head).rawValue
      part.write("<c r=\"\(SheetCell.letters(place))1\" s=\"\(style)\" t=\"inlineStr\"><is><t>")
      part.write(XLSXText.escaped(XLSXText.shown(column.head).text))
      part.write("</t></is></c>")
    }
    part.write("</row>")
  }

  /// What is said in place of rows.
  private func say(_ words: String) {
    guard sample.wasEmpty else { return }
    rows += 1
    let cell = "<c r=\"A\(rows)\" s=\"\(XLSXStyle.plain.rawValue)\" t=\"inlineStr\"><is><t>"
    workbook.part.write("<row r=\"\(rows)\">\(cell)")
    workbook.part.write(XLSXText.escaped(XLSXText.shown(words).text))
    workbook.part.write("</t></is></c></row>")
  }

  private func close() {
    guard name != nil else { return }
    name = nil
    let all =
      rows > 0 && !columns.isEmpty
      ? SheetCell.range(columns: columns.count, rows: rows) : nil
    let filter = style.hasHeader ? all : nil
    workbook.part.write(page.end(filter: filter, texts: all))
    workbook.endSheet(filter: filter, printsHeadOnEachPage: style.hasHeader)
  }
}

/// The first rows of a table, kept.
struct KeptRows {
  private struct Value {
    let storageClass: StorageClass
    let integer: Int64
    let real: Double
    let bytes: Range<Int>
  }

  private var values: [Value] = []
  private var bytes: [UInt8] = []
  private var width = 0
  private(set) var count = 0
  var wasEmpty = false

  /// How many bytes are kept.
  var length: Int { bytes.count }

  mutating func append(_ row: borrowing Row) {
    width = row.columnCount
    count += 1
    for place in 0..<width {
      let value = SheetValue(row[place])
      let start = bytes.count
      bytes.append(contentsOf: value.bytes)
      values.append(
        Value(
          storageClass: value.storageClass, integer: value.integer, real: value.real,
          bytes: start..<bytes.count))
    }
  }

  /// Whether a column holds numbers, and nothing else.
  func isNumeric(_ place: Int) -> Bool {
    let classes = (0..<count).map { values[$0 * width + place].storageClass }
      .filter { $0 != .null }
    return !classes.isEmpty && classes.allSatisfy { $0 == .integer || $0 == .real }
  }

  /// Each row, as what gives the value at a place.
  func each(_ body: ((Int) -> SheetValue) -> Void) {
    bytes.withUnsafeBytes { bytes in
      for number in 0..<count {
        body { place in
          let value = values[number * width + place]
          return SheetValue(
            value.storageClass, integer: value.integer, real: value.real,
            bytes: UnsafeRawBufferPointer(rebasing: bytes[value.bytes]))
        }
      }
    }
  }
}
