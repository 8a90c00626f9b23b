import SQLite

/// A table as it is held until its widths are known.
struct PaperTable {
  struct Cell: Sendable {
    let text: String
    let isNumber: Bool
    var isNull = false
  }

  /// How the columns that have something stand on a sheet.
  struct Layout {
    /// Places in the held rows.
    let columns: [Int]
    /// Of these columns, in millimetres.
    let widths: [Double]
    let size: Double
    /// How many lines a row takes in the mean.
    let lines: Double
    /// Whether each word fits its column.
    let isWhole: Bool
  }

  let shape: TableShape
  /// Places in the rows of the answer.
  private let places: [Int]
  private(set) var rows: [[Cell]] = []
  /// How many bytes the rows have.
  private(set) var length = 0
  /// Whether rows are missing here, for they were written before.
  private(set) var isPart = false
  private var longest: [Double]
  private var longestWord: [Double]
  /// Of the cells that have something: how many, and the squares of their lengths together.
  private var counts: [Int]
  private var squares: [Double]

  init(_ shape: TableShape) {
    self.shape = shape
    places = shape.printed
    longest = Array(repeating: 0, count: places.count)
    longestWord = longest
    squares = longest
    counts = places.map { _ in 0 }
    for (index, column) in columns.enumerated() {
      _ = measure(column.label, at: index, bold: true)
    }
  }

  var columns: [ColumnShape] { places.map { shape.columns[$0] } }

  mutating func take(_ row: borrowing Row, _ style: WritingStyle) {
    rows.append(cells(of: row, style))
    guard let last = rows.last else { return }
    for (index, cell) in last.enumerated() where !cell.text.isEmpty {
      let line = measure(cell.text, at: index, bold: false)
      squares[index] += line * line
      counts[index] += 1
      length += cell.text.utf8.count
    }
  }

  func cells(of row: borrowing Row, _ style: WritingStyle) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(places.count)
    for place in places {
      let column = shape.columns[place]
      if row.isNull(at: place) {
        cells.append(Cell(text: style.null, isNumber: false, isNull: true))
        continue
      }
      let isNumber =
        switch row.storageClass(at: place) {
        case .integer, .real: true
        case .text, .blob, .null: column.isNumber
        }
      cells.append(
        Cell(
          text: Formats.Cell.text(row, at: place, column: column, style: style),
          isNumber: isNumber))
    }
    return cells
  }

  /// Lets go of rows that are written.
  mutating func forgetRows() {
    rows = []
    length = 0
    isPart = true
  }

  // MARK: Widths

  /// Of one point.
  ///
  /// - Returns: how long the text is on one line.
  private mutating func measure(_ text: String, at index: Int, bold: Bool) -> Double {
    var length = 0.0
    for line in text.split(separator: "\n") {
      // Nobody sets ten thousand letters on one line, or looks for the end of the longest.
      let line = line.prefix(400)
      let width = PrintedWidth.of(line, size: 1, bold: bold)
      length += width
      longest[index] = max(longest[index], width)
      var mark: Substring = ""
      for word in line.split(separator: " ") {
        // A mark stands before what it is of.
        if word.unicodeScalars.count == 1,
          word.unicodeScalars.allSatisfy({ !$0.properties.isAlphabetic })
        {
          mark = word
          continue
        }
        let whole = mark.isEmpty ? word.prefix(60) : mark + " " + word.prefix(60)
        mark = ""
        longestWord[index] = max(
          longestWord[index], PrintedWidth.of(whole, size: 1, bold: bold))
      }
    }
    return length
  }

  /// Between the words and the lines beside them, both sides together, and what printers differ by.
  private static let padding = 3.4

  /// - Parameters:
  ///   - room: millimetres from margin to margin.
  ///   - wish: the size of the letters, if they fit.
  ///   - isWhole: whether all rows are held: else a column that is empty so far is kept.
  func layout(room: Double, wish: Double, isWhole: Bool) -> Layout {
    // Who chose a column wants to see that it has nothing.
    let filled = columns.indices.filter { index in
      !isWhole || rows.isEmpty || shape.keepsEmpty || shape.chosen != nil
        || rows.contains { !$0[index].text.isEmpty }
    }
    for size in stride(from: wish, through: 8, by: -1) {
      let layout = layout(of: filled, room: room, size: size)
      if layout.isWhole || size <= 8 { return layout }
    }
    return layout(of: filled, room: room, size: min(wish, 8))
  }

  private func layout(of filled: [Int], room: Double, size: Double) -> Layout {
    let least = filled.map { min(longestWord[$0] * size, room / 3) + Self.padding }
    let wanted = filled.map { min(longest[$0] * size, room / 2) + Self.padding }
    let (leastSum, wantedSum) = (least.reduce(0, +), wanted.reduce(0, +))
    var widths: [Double]
    if wantedSum <= room {
      // Each as long as it wishes; what is left is for all, by their length.
      widths = wanted.map { $0 * room / max(wantedSum, 1) }
    } else if leastSum <= room {
      widths = Self.shares(of: room, filled.map(weight), least, wanted)
    } else {
      widths = least.map { $0 * room / leastSum }
    }
    widths = widths.map { ($0 * 100).rounded(.down) / 100 }
    return Layout(
      columns: filled, widths: widths, size: size,
      lines: lines(of: filled, widths, size), isWhole: leastSum <= room)
  }

  /// How much a column weighs: the usual length of what it has, less where it seldom has anything, and
  /// not much less than its head.
  private func weight(of column: Int) -> Double {
    guard counts[column] > 0 else { return PrintedWidth.of(columns[column].label, size: 0.5) }
    let usual = (squares[column] / Double(counts[column])).squareRoot()
    let share = Double(counts[column]) / Double(max(rows.count, 1))
    return max(
      usual * min(share, 1).squareRoot().squareRoot(),
      PrintedWidth.of(columns[column].label, size: 0.5))
  }

  /// Widths that make few lines: each by its weight, between the least and the most.
  private static func shares(
    of room: Double, _ weights: [Double], _ least: [Double], _ most: [Double]
  ) -> [Double] {
    func widths(_ scale: Double) -> [Double] {
      weights.indices.map { min(max(least[$0], weights[$0] * scale), max(least[$0], most[$0])) }
    }
    var (low, high) = (0.0, room / max(weights.filter { $0 > 0 }.min() ?? 1, 0.001))
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if widths(middle).reduce(0, +) <= room { low = middle } else { high = middle }
    }
    let fitting = widths(low)
    let rest = room / max(fitting.reduce(0, +), 1)
    return fitting.map { $0 * rest }
  }

  /// Of at most two hundred rows: they stand for the others.
  private func lines(of filled: [Int], _ widths: [Double], _ size: Double) -> Double {
    var sum = 0.0
    let looked = rows.prefix(200)
    for row in looked {
      var most = 1.0
      for (column, width) in zip(filled, widths) where !row[column].text.isEmpty {
        let length = PrintedWidth.of(row[column].text.prefix(400), size: size)
        most = max(most, (length / max(width - Self.padding, 1)).rounded(.up))
      }
      sum += most
    }
    return looked.isEmpty ? 1 : sum / Double(looked.count)
  }
}
