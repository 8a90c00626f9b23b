import Files
import SQLite

/// A sheet of two columns whose rows are few: facts of a record, or notes.
struct LooseSheet {
  private struct Line {
    let cells: [(value: Value, style: XLSXStyle)]
    var isHidden = false
    /// Whether the first cell goes over both columns.
    var isMerged = false
    /// Whether it is broken into lines.
    var isWrapped = true
  }

  private var lines: [Line] = []

  var isEmpty: Bool { lines.isEmpty }

  mutating func add(_ label: String, _ value: Value, isHidden: Bool = false, isBoxed: Bool = true) {
    let isNumber =
      switch value {
      case .integer(let number): number.magnitude <= 1 << 53
      case .real(let number): number.isFinite
      case .null, .text, .blob: false
      }
    let shown: Value = isNumber ? value : .text(Self.text(value))
    let style: XLSXStyle =
      isBoxed ? (isNumber ? .number : Self.text(value).utf8.count > 255 ? .longText : .text) : .note
    lines.append(
      Line(
        cells: [(.text(label), isBoxed ? .label : .note), (shown, style)], isHidden: isHidden))
  }

  /// A day as spreadsheets have it.
  mutating func add(_ label: String, dayNumber: Int) {
    lines.append(
      Line(
        cells: [(.text(label), .label), (.integer(Int64(dayNumber)), .date)], isHidden: true))
  }

  mutating func add(line text: String, _ style: XLSXStyle = .note) {
    lines.append(
      Line(cells: [(.text(text), style)], isMerged: true, isWrapped: style != .drawing))
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .integer(let number): "\(number)"
    case .real(let number): number.isFinite ? "\(number)" : number < 0 ? "-Inf" : "Inf"
    case .text(let text): text
    case .blob(let bytes): bytes.withUnsafeBytes { Base64.encoded($0) }
    }
  }

  // MARK: Writing

  /// Both columns fill a page along its length.
  private static let page = 38_900
  private static let narrowest = 8000

  /// - Parameter heading: what stands over the first page.
  func write(to workbook: XLSXWorkbook, heading: [String?], isFirst: Bool) {
    let widths = widths
    var page = SheetPage(isWide: false)
    page.setHeading(heading)
    let part = workbook.part
    part.write(
      page.beginning(
        columns: widths.map { ($0, false) }, isFirst: isFirst, isFrozen: false))
    var merged: [String] = []
    for (place, line) in lines.enumerated() {
      let number = place + 1
      if line.isMerged && line.isWrapped { merged.append("A\(number):B\(number)") }
      write(line, number, widths, to: workbook)
    }
    let all = lines.isEmpty ? nil : SheetCell.range(columns: 2, rows: lines.count)
    part.write(page.end(filter: nil, merged: merged, texts: all))
    workbook.endSheet(filter: nil, printsHeadOnEachPage: false)
  }

  private var widths: [Int] {
    var first = Self.narrowest
    for line in lines where !line.isMerged && !line.isHidden {
      first = max(first, Self.measure(Self.text(line.cells[0].value)).widest * 110 / 100 + 300)
    }
    first = min(first, Self.page / 2)
    return [first, Self.page - first - 2 * SheetPage.rim]
  }

  private static func measure(_ text: String) -> (lines: Int, widest: Int, word: Int) {
    var text = text
    return text.withUTF8 { XLSXText.measure(UnsafeRawBufferPointer($0), room: .max) }
  }

  private func write(_ line: Line, _ number: Int, _ widths: [Int], to workbook: XLSXWorkbook) {
    let part = workbook.part
    var cells = ""
    var lines = 1
    var escaped: [(opening: String, text: [UInt8])] = []
    for (place, cell) in line.cells.enumerated() {
      let name = "\(SheetCell.letters(place))\(number)"
      if case .integer(let integer) = cell.value {
        cells = "<c r=\"\(name)\" s=\"\(cell.style.rawValue)\"><v>\(integer)</v></c>"
        escaped.append((cells, []))
        continue
      }
      if case .real(let real) = cell.value {
        cells = "<c r=\"\(name)\" s=\"\(cell.style.rawValue)\"><v>\(real)</v></c>"
        escaped.append((cells, []))
        continue
      }
      let (shown, isCut) = XLSXText.shown(Self.text(cell.value))
      if isCut { workbook.cutTexts += 1 }
      let width = line.isMerged ? widths[0] + widths[1] : widths[place]
      let scale = cell.style == .title ? 75 : cell.style == .label ? 92 : 100
      var visible = shown
      let needed = visible.withUTF8 {
        SheetPage.lines(UnsafeRawBufferPointer($0), width: width * scale / 100)
      }
      lines = max(lines, line.isWrapped ? needed : 1)
      let opening = """
        <c r="\(name)" s="\(cell.style.rawValue)" t="inlineStr"><is><t xml:space="preserve">
        """
      escaped.append((opening, XLSXText.escaped(shown)))
    }
    let extra = line.cells.first?.style == .title ? lines * 300 : 0
    let height = SheetPage.hundredths(
      min(lines * SheetPage.lineHeight + extra, SheetPage.greatestHeight))
    part.write(
      "<row r=\"\(number)\" ht=\"\(height)\" customHeight=\"1\"\(line.isHidden ? " hidden=\"1\"" : "")>"
    )
    for cell in escaped {
      part.write(cell.opening)
      guard cell.opening.hasSuffix("\"preserve\">") else { continue }
      part.write(cell.text)
      part.write("</t></is></c>")
    }
    part.write("</row>")
  }
}

/// One row, a line for each fact that is known; what programs read besides is in hidden lines.
struct RecordSheet {
  private let table: TableShape
  private let heading: String?
  private let style: WritingStyle
  private var sheet = LooseSheet()

  init(_ table: TableShape, heading: String?, _ style: WritingStyle) {
    self.table = table
    self.heading = heading
    self.style = style
  }

  mutating func take(_ row: borrowing Row) {
    let printed = table.printed
    for place in printed where !row.isNull(at: place) {
      let column = table.columns[place]
      let value = row[place].copy
      let word: String? = column.words.isEmpty ? nil : column.words[row.text(at: place)]
      sheet.add(column.label, word.map { .text($0) } ?? value)
    }
    for place in table.columns.indices where !row.isNull(at: place) {
      let column = table.columns[place]
      if column.audience != .pages, !printed.contains(place) || !column.words.isEmpty {
        sheet.add(Cell.visible(column.name), row[place].copy, isHidden: true)
      }
      guard column.isDate, let days = style.days(row.text(at: place)) else { continue }
      for (day, ending) in [(days.first, "earliest"), (days.last, "latest")] {
        guard let number = day.flatMap(SheetCell.number(ofDay:)) else { continue }
        sheet.add("\(Cell.visible(column.name))_\(ending)", dayNumber: number)
      }
    }
  }

  func write(to workbook: XLSXWorkbook) {
    guard !sheet.isEmpty else { return }
    let isFirst = workbook.sheets.isEmpty
    _ = workbook.beginSheet(
      table.title ?? heading ?? table.name, title: table.title ?? heading)
    sheet.write(to: workbook, heading: [heading, table.title], isFirst: isFirst)
  }
}

/// What stands over the tables, and what is to be known about the sheets.
struct NotesSheet {
  private let name: String
  private var sheet = LooseSheet()

  init(_ heading: Heading, _ style: WritingStyle, _ workbook: XLSXWorkbook) {
    let words = style.workbook
    name = words.notes
    if let title = heading.title { sheet.add(line: title, .title) }
    for line in heading.lines { sheet.add(line: line) }
    for line in heading.drawing { sheet.add(line: line, .drawing) }
    if workbook.sheets.count > 1 && !sheet.isEmpty { sheet.add(line: "") }
    // A name of a sheet may be too short for what it is called.
    for sheet in workbook.sheets where workbook.sheets.count > 1 && sheet.title != nil {
      self.sheet.add(sheet.name, .text(sheet.title ?? ""), isBoxed: false)
    }
    for sheet in workbook.continuations {
      self.sheet.add(line: words.continued(sheet.name, sheet.before))
    }
    if workbook.cutTexts > 0 { sheet.add(line: words.cut(workbook.cutTexts)) }
    // Of an answer that is nothing but a table there is nothing to say.
    if workbook.hasHiddenColumns { sheet.add(line: words.hiddenColumns) }
    guard !heading.facts.isEmpty else { return }
    sheet.add(line: "")
    sheet.add(line: words.facts, .hiddenHead)
    for fact in heading.facts where fact.value != .null {
      sheet.add(Cell.visible(fact.name), fact.value)
    }
  }

  var isEmpty: Bool { sheet.isEmpty }

  func write(to workbook: XLSXWorkbook) {
    let isFirst = workbook.sheets.isEmpty
    workbook.beginNotes(name)
    sheet.write(to: workbook, heading: [], isFirst: isFirst)
  }
}
