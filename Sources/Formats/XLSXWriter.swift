import Files
import SQLite

/// A workbook for spreadsheets.
///
/// Each table has a sheet: its filter, its frozen head, the widths of its columns and its pages are
/// its own, and who sorts one table leaves the others alone. What stands over the tables is on a
/// last sheet, so that a sheet is a table and nothing else.
///
/// NULL is an empty cell; numbers are numbers where a double holds them, all else is text, dates
/// too: beside them are hidden columns with the first and the last day that each can mean.
struct XLSXWriter: DocumentWriter {
  private let sink: ByteSink
  private let style: WritingStyle
  private var heading = Heading(name: "")
  private var workbook: XLSXWorkbook?
  private var sheet: TableSheet?
  private var record: RecordSheet?

  init(_ sink: ByteSink, _ style: WritingStyle) {
    self.sink = sink
    self.style = style
  }

  mutating func begin(_ heading: Heading) {
    self.heading = heading
    workbook = XLSXWorkbook(
      sink, title: heading.title, language: style.language, reserved: style.workbook.notes)
  }

  mutating func beginTable(_ table: TableShape) {
    guard let workbook else { return }
    if table.isRecord {
      record = RecordSheet(table, heading: heading.title, style)
    } else {
      sheet = TableSheet(table, heading: heading.title, style, workbook)
    }
  }

  mutating func write(_ row: borrowing Row) {
    sheet?.write(row)
    record?.take(row)
  }

  mutating func endTable() {
    sheet?.end()
    if let workbook { record?.write(to: workbook) }
    sheet = nil
    record = nil
  }

  mutating func end() {
    guard let workbook else { return }
    let notes = NotesSheet(heading, style, workbook)
    if !notes.isEmpty || workbook.sheets.isEmpty { notes.write(to: workbook) }
    workbook.end()
    self.workbook = nil
  }
}
