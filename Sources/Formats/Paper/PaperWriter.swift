import Files
import SQLite

/// Sets a paper in a form: HTML, or the XML of a text document.
protocol PaperSetter {
  /// - Parameter across: whether the first sheet lies across.
  func begin(_ paper: Paper, _ heading: Heading, across: Bool)
  func set(_ block: Paper.Block)
  /// - Parameter words: what is told in place of rows, or above a table; titles of parts.
  func heading(_ words: String)
  func drawing(_ lines: [String])
  func beginTable(_ table: PaperTable, _ layout: PaperTable.Layout)
  func row(_ cells: [PaperTable.Cell], of table: PaperTable, _ layout: PaperTable.Layout)
  func endTable(_ table: PaperTable)
  func notes(_ notes: [Paper.Text])
  /// Begins a sheet of the other kind.
  func turn(across: Bool)
  func end()
}

/// Writes a document for paper: tables are held until it is known which columns have anything, how
/// wide they are and whether the sheet lies across; those that are longer than an office's are let
/// go row by row.
struct PaperWriter: DocumentWriter {
  /// What is held at most.
  private static let (mostRows, mostBytes) = (3000, 4 << 20)

  private let setter: any PaperSetter
  private let style: WritingStyle
  private var heading = Heading(name: "")
  private var paper = Paper()
  private var held: [PaperTable] = []
  private var current: PaperTable?
  /// Of the table that is let go, while it is.
  private var layout: PaperTable.Layout?
  private var hasBegun = false
  private var isAcross = false
  private var heldRows = 0
  private var heldBytes = 0

  init(_ setter: any PaperSetter, _ style: WritingStyle) {
    self.setter = setter
    self.style = style
  }

  mutating func begin(_ heading: Heading) {
    self.heading = heading
    paper = style.paper ?? Paper(heading)
  }

  mutating func beginTable(_ table: TableShape) { current = PaperTable(table) }

  mutating func write(_ row: borrowing Row) {
    guard current != nil else { return }
    if let layout, let table = current {
      setter.row(table.cells(of: row, style), of: table, layout)
      return
    }
    let (before, style) = (current?.length ?? 0, style)
    current?.take(row, style)
    heldRows += 1
    heldBytes += (current?.length ?? 0) - before
    guard heldRows >= Self.mostRows || heldBytes >= Self.mostBytes else { return }
    letGo()
  }

  mutating func endTable() {
    guard let table = current else { return }
    current = nil
    if layout != nil {
      setter.endTable(table)
      layout = nil
    } else if hasBegun {
      set(table)
    } else {
      held.append(table)
    }
  }

  mutating func end() {
    let hasAnnex = beginAll()
    if !hasAnnex { closing() }
    setter.end()
  }

  // MARK: Setting

  /// Sets what is held, and the table whose rows come on.
  private mutating func letGo() {
    if !hasBegun { _ = beginAll(isMore: true) }
    guard var table = current else { return }
    let layout = self.layout(of: table, isWhole: false)
    if !layout.isWhole { style.tellsNarrow(layout.columns.count) }
    setter.beginTable(table, layout)
    for row in table.rows { setter.row(row, of: table, layout) }
    table.forgetRows()
    current = table
    self.layout = layout
    (heldRows, heldBytes) = (0, 0)
  }

  /// - Parameter isMore: whether a table is longer than what is held.
  /// - Returns: whether the tables stood behind the rest.
  private mutating func beginAll(isMore: Bool = false) -> Bool {
    guard !hasBegun else { return false }
    hasBegun = true
    let tables = held + [current].compactMap { $0 }
    let needsAcross = tables.contains { !$0.shape.isRecord && isBetterAcross($0) }
    let annex = needsAcross && !isMore ? paper.annex : nil
    isAcross = needsAcross && annex == nil
    setter.begin(paper, heading, across: isAcross)
    for block in paper.before { setter.set(block) }
    setter.drawing(heading.drawing)
    if let annex {
      setter.set(.text(annex.reference))
      for block in paper.after { setter.set(block) }
      isAcross = true
      setter.turn(across: true)
      for block in annex.head { setter.set(block) }
    }
    for table in held { set(table) }
    held = []
    if annex != nil { setter.notes(paper.notes) }
    return annex != nil
  }

  private func closing() {
    setter.notes(paper.notes)
    for block in paper.after { setter.set(block) }
  }

  private func set(_ table: PaperTable) {
    guard !table.rows.isEmpty else { return setEmpty(table) }
    let layout = layout(of: table, isWhole: true)
    if !layout.isWhole { style.tellsNarrow(layout.columns.count) }
    setter.beginTable(table, layout)
    for row in table.rows { setter.row(row, of: table, layout) }
    setter.endTable(table)
  }

  private func setEmpty(_ table: PaperTable) {
    if let words = table.shape.whenEmpty {
      if let title = table.shape.title { setter.heading(Cell.visible(title)) }
      setter.set(.text(Paper.Text(words, size: paper.size, above: 2)))
    } else if table.shape.title == nil && !table.shape.isRecord {
      setter.beginTable(table, layout(of: table, isWhole: true))
      setter.endTable(table)
    }
  }

  // MARK: Across or not

  private func layout(of table: PaperTable, isWhole: Bool) -> PaperTable.Layout {
    table.layout(
      room: paper.room(across: isAcross), wish: paper.tableSize, isWhole: isWhole)
  }

  /// Where words would be broken, letters made small or rows as high as a paragraph.
  private func isBetterAcross(_ table: PaperTable) -> Bool {
    let upright = table.layout(
      room: paper.room(across: false), wish: paper.tableSize, isWhole: !table.rows.isEmpty)
    return !upright.isWhole || upright.size < paper.tableSize || upright.lines > 3.4
  }
}
