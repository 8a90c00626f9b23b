import SQLite

/// A column of a sheet.
struct SheetColumn {
  enum Content {
    /// As people read it: words for codes.
    case shown
    /// As programs read it.
    case stored
    case firstDay
    case lastDay
  }

  /// In the row.
  let place: Int
  let content: Content
  let head: String
  let isHidden: Bool
  var isNumber = false
  let infersNumber: Bool
  let words: [String: String]
  /// Without the rim, in thousandths of the size of the letters.
  var width = 0

  private init(
    _ shape: ColumnShape, _ place: Int, _ content: Content, head: String, isHidden: Bool
  ) {
    self.place = place
    self.content = content
    self.head = head
    self.isHidden = isHidden
    isNumber = shape.isNumber && content == .shown
    infersNumber = shape.infersNumber
    words = content == .shown ? shape.words : [:]
  }

  var isDay: Bool { content == .firstDay || content == .lastDay }

  /// What a page shows, each date with its first and last day behind it, and at the right what
  /// programs read besides: all of it hidden, and within reach of whoever sorts the rows.
  static func columns(of table: TableShape) -> [SheetColumn] {
    let printed = table.printed
    var names = printed.map { table.columns[$0].name }
    let more = table.programmed.filter {
      !printed.contains($0) || !table.columns[$0].words.isEmpty
    }
    names += more.map { table.columns[$0].name }
    var taken = Set(names)
    func days(_ place: Int) -> [SheetColumn] {
      let shape = table.columns[place]
      guard shape.isDate else { return [] }
      let contents: [(Content, String)] = [(.firstDay, "earliest"), (.lastDay, "latest")]
      return contents.compactMap { content, ending in
        let name = "\(shape.name)_\(ending)"
        guard taken.insert(name).inserted else { return nil }
        return SheetColumn(shape, place, content, head: Cell.visible(name), isHidden: true)
      }
    }
    var columns: [SheetColumn] = []
    for place in printed {
      let shape = table.columns[place]
      columns.append(SheetColumn(shape, place, .shown, head: shape.label, isHidden: false))
      columns += days(place)
    }
    for place in more {
      let shape = table.columns[place]
      columns.append(
        SheetColumn(shape, place, .stored, head: Cell.visible(shape.name), isHidden: true))
      if !printed.contains(place) { columns += days(place) }
    }
    return columns
  }
}

/// The page that a sheet is printed on.
struct SheetPage {
  /// A digit of the usual letters.
  static let digit = 500
  /// What a column has besides its letters.
  static let rim = 650
  /// Of a line, in hundredths of a point.
  static let lineHeight = 1575
  /// The most that spreadsheets have, likewise.
  static let greatestHeight = 40_950
  /// Between the margins of A4 along its length, 165 mm; and across, 252 mm, with letters that become
  /// a tenth smaller: more in a line, and half as many lines.
  private static let (narrow, wide) = (38_900, 67_000)
  /// The most that a page across takes, with letters of two thirds.
  private static let fullest = 90_000
  /// The widest of many columns.
  private static let usual = 16_000
  /// The widest column that is not cut, and the widest word that is not broken.
  private static let (widest, longestWord) = (36_000, 12_000)

  let isWide: Bool
  /// How many pages lie beside each other, so that the letters stay readable.
  private var pagesAcross = 1
  /// What stands over the first page.
  var heading: [String] = []

  /// Finds the widths of the columns and whether they need a page across.
  ///
  /// - Parameter measures: of each column, its widest line and its widest word.
  init(_ columns: inout [SheetColumn], _ measures: [(widest: Int, word: Int)]) {
    let shown = columns.indices.filter { !columns[$0].isHidden }
    for place in shown {
      columns[place].width = min(max(measures[place].widest, 2 * Self.digit), Self.widest)
    }
    // A column is not narrower than its words, but for very long ones.
    let least = columns.indices.map {
      max(min(measures[$0].word, Self.longestWord), 4 * Self.digit)
    }
    var total = shown.reduce(0) { $0 + columns[$1].width + Self.rim }
    isWide = total > Self.narrow
    let smallest = shown.reduce(0) { $0 + min(columns[$1].width, least[$1]) + Self.rim }
    if smallest > Self.fullest {
      // No page takes them all: some lie beside each other, and no row has to be high.
      for place in shown {
        columns[place].width = min(columns[place].width, max(least[place], Self.usual))
      }
      total = shown.reduce(0) { $0 + columns[$1].width + Self.rim }
      pagesAcross = (total + Self.wide - 1) / Self.wide
    }
    // Takes from the widest column until the page is full; below that the letters get smaller.
    while pagesAcross == 1 && total > Self.wide {
      let shrinkable = shown.filter { columns[$0].width > least[$0] }
      guard let place = shrinkable.max(by: { columns[$0].width < columns[$1].width }) else { break }
      columns[place].width -= Self.digit / 2
      total -= Self.digit / 2
    }
    for place in columns.indices where columns[place].isHidden {
      columns[place].width = 12 * Self.digit
    }
  }

  init(isWide: Bool) { self.isWide = isWide }

  /// How many lines a text takes in a column that it does not fit into; rather one more than one too
  /// few, for letters differ from system to system.
  static func lines(_ bytes: UnsafeRawBufferPointer, width: Int) -> Int {
    XLSXText.measure(bytes, room: max(width - digit / 2, digit)).lines
  }

  /// The height of a row in points, as XML has it.
  static func height(ofLines lines: Int) -> String {
    hundredths(min(lines * lineHeight, greatestHeight))
  }

  static func hundredths(_ number: Int) -> String {
    let rest = number % 100
    return "\(number / 100)" + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)")
  }

  /// What stands in a sheet before its rows.
  func beginning(columns: [(width: Int, isHidden: Bool)], isFirst: Bool, isFrozen: Bool) -> String {
    let pane =
      isFrozen
      ? """
      <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>\
      <selection pane="bottomLeft" activeCell="A2" sqref="A2"/>
      """ : ""
    let list = columns.enumerated().map { place, column in
      let width = Self.hundredths((column.width + Self.rim) * 100 / Self.digit)
      return "<col min=\"\(place + 1)\" max=\"\(place + 1)\" width=\"\(width)\" customWidth=\"1\""
        + (column.isHidden ? " hidden=\"1\"/>" : "/>")
    }
    return XLSXWorkbook.declaration + """
      <worksheet xmlns="\(XLSXWorkbook.main)"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
      <sheetViews><sheetView\(isFirst ? " tabSelected=\"1\"" : "") workbookViewId="0">\(pane)\
      </sheetView></sheetViews>\
      <sheetFormatPr defaultRowHeight="\(Self.height(ofLines: 1))" customHeight="1"/>\
      <cols>\(list.joined())</cols><sheetData>
      """
  }

  /// What stands behind them: margins of 30, 15, 20 and 20 mm, the page's number centred in the
  /// upper one from the second page on, and on the first what the sheet is called.
  func end(filter: String?, merged: [String] = [], texts: String?) -> String {
    let top = max(79, 59 + 24 * heading.count)
    let lines = heading.map {
      HTMLSetter.escaped($0.replacing("&", with: "&&"))
    }
    // The size before the font: a title may begin with a digit.
    let first =
      lines.isEmpty
      ? ""
      : "<firstHeader>&amp;C&amp;14&amp;\"Times New Roman,Bold\"\(lines.joined(separator: "\n"))</firstHeader>"
    var text = "</sheetData>"
    if let filter { text += "<autoFilter ref=\"\(filter)\"/>" }
    if !merged.isEmpty {
      let cells = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
      text += "<mergeCells count=\"\(merged.count)\">\(cells)</mergeCells>"
    }
    text += """
      <pageMargins left="1.18" right="0.59" top="\(Self.hundredths(top))" bottom="0.79" \
      header="0.39" footer="0.39"/>\
      <pageSetup paperSize="9" fitToWidth="\(pagesAcross)" fitToHeight="0" orientation="\(isWide ? "landscape" : "portrait")" \
      useFirstPageNumber="1"/>\
      <headerFooter differentFirst="1">\
      <oddHeader>&amp;C&amp;13&amp;"Times New Roman,Regular"&amp;P</oddHeader>\(first)</headerFooter>
      """
    if let texts {
      // Years among the dates are texts on purpose.
      text +=
        "<ignoredErrors><ignoredError sqref=\"\(texts)\" numberStoredAsText=\"1\"/></ignoredErrors>"
    }
    return text + "</worksheet>"
  }

  /// Breaks what the sheet is called into lines, no longer than the form allows.
  mutating func setHeading(_ texts: [String?]) {
    var room = 200
    let width = isWide ? 95 : 62
    for text in texts.compactMap({ $0 }) {
      for line in Wrapping.lines(of: Cell.visible(text), width: width) where heading.count < 4 {
        guard line.utf16.count + 2 <= room else {
          if let last = heading.popLast() { heading.append(last + " …") }
          return
        }
        room -= line.utf16.count + 2
        heading.append(line)
      }
    }
  }
}

enum SheetCell {
  /// `A`, `Z`, `AA`: the name of a column by its place.
  static func letters(_ place: Int) -> String {
    var letters = ""
    var rest = place + 1
    while rest > 0 {
      rest -= 1
      letters = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + letters
      rest /= 26
    }
    return letters
  }

  /// The range from the first cell to this one.
  static func range(columns: Int, rows: Int) -> String { "A1:\(letters(columns - 1))\(rows)" }

  /// The number of a day, `YYYY-MM-DD`; `nil` before 1 March 1900, for what spreadsheets believe
  /// about the days before it is wrong.
  static func number(ofDay text: String) -> Int? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, text.utf8.count == 10 else { return nil }
    // Years from March on: the day that may be missing is the last.
    let (year, month) = parts[1] > 2 ? (parts[0], parts[1] - 3) : (parts[0] - 1, parts[1] + 9)
    let day =
      year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + parts[2] - 1
    let number = day - 693_899
    return number >= 61 ? number : nil
  }
}
