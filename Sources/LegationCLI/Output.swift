import Formats
import Registry
import Reports
import SQLite

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// The way from a report to where the answer goes.
struct Output {
  let options: GlobalOptions

  private var language: Language { Environment.language }

  func show(_ report: Report, from registry: Registry) throws {
    let heading = Heading(
      name: report.name,
      title: report.title?[language],
      lines: ([registry.asKnown.map(Self.asKnown)].compactMap { $0 } + report.lines)
        .map { $0[language] },
      facts: report.facts,
      isComposite: report.sections.count > 1 || !report.facts.isEmpty
    )
    let target = try options.openTarget()
    try write(heading, null: "", to: target) { (writer: inout any DocumentWriter) in
      for section in report.sections {
        let statement = try registry.storage { () throws(SQLiteError) in
          try registry.connection.statement(section.sql)
        }
        try rows(of: statement, shape(of: section), to: &writer, registry)
      }
    }
    try target.finish()
  }

  private static func asKnown(_ known: AsKnown) -> Sentence {
    Sentence(
      "As the registry knew it with change \(known.change) of \(known.day).",
      vi: "Theo nội dung sổ tại thay đổi số \(known.change) ngày \(PageDate.vietnamese(known.day))."
    )
  }

  /// The rows of a statement that somebody typed, under its own column names.
  ///
  /// - Parameter maxRows: stops behind so many rows, and says so on standard error.
  /// - Throws: what SQLite says, as it says it.
  func show(
    _ statement: consuming Statement, maxRows: Int? = nil, to target: OutputTarget
  ) throws {
    let columns = statement.columnNames.map { ColumnShape(name: $0, isNumber: nil) }
    let box = StatementBox(statement)
    try write(Heading(name: "sql"), null: "NULL", to: target) {
      (writer: inout any DocumentWriter) in
      writer.beginTable(TableShape(name: "rows", columns: columns))
      var left = maxRows ?? .max
      var isFirst = true
      while try box.statement.step() {
        guard left > 0 else {
          Failure.remark(
            Sentence(
              "There are more rows than --max-rows \(maxRows ?? 0).",
              vi: "Còn nhiều dòng hơn --max-rows \(maxRows ?? 0)."))
          break
        }
        left -= 1
        writer.write(box.statement.row)
        if isFirst {
          // Whoever reads can begin, however long the rest takes.
          try target.sink.flush()
          isFirst = false
        }
        if target.sink.hasFailed { break }
      }
      writer.endTable()
    }
  }

  private func write(
    _ heading: Heading, null: String, to target: OutputTarget,
    _ body: (inout any DocumentWriter) throws -> Void
  ) throws {
    try options.requireForm()
    var style = WritingStyle(null: null, width: width)
    style.hasHeader = !options.noHeader
    style.isForSpreadsheet = options.excel
    style.defusesFormulas = options.safeCsv
    style.language = language.rawValue
    if language == .vietnamese { style.date = { PageDate.vietnamese($0) } }
    var writer = options.form.writer(to: target.sink, style: style)
    writer.begin(heading)
    do { try body(&writer) } catch {
      // What was written so far is the answer so far; the refusal follows on standard error.
      try? target.sink.flush()
      throw error
    }
    writer.end()
    try target.sink.flush()
  }

  private var width: Int? {
    if options.wide { return nil }
    return options.width ?? (options.writesToTerminal ? Environment.terminalWidth : nil)
  }

  private func rows(
    of statement: borrowing Statement, _ table: TableShape, to writer: inout any DocumentWriter,
    _ registry: Registry
  ) throws {
    writer.beginTable(table)
    do {
      while try statement.step() { writer.write(statement.row) }
    } catch { throw RegistryError(error, path: registry.path) }
    writer.endTable()
  }

  private func shape(of section: ReportSection) -> TableShape {
    TableShape(
      name: section.name,
      title: section.title?[language],
      columns: section.columns.map { column in
        ColumnShape(
          name: column.name, label: column.label[language], isNumber: column.kind == .number,
          isDate: column.kind == .date, audience: audience(of: column))
      },
      isRecord: section.layout == .record,
      unprinted: section.unprinted,
      whenEmpty: section.whenEmpty?[language]
    )
  }

  private func audience(of column: ReportColumn) -> ColumnShape.Audience {
    switch column.audience {
    case .everyone: .everyone
    case .programs: .programs
    case .pages: .pages
    }
  }

  /// What a writing command did, in lines, and under which number it is kept.
  func confirm<T>(_ outcome: ChangeOutcome<T>, _ lines: [Sentence]) throws {
    let target = try options.openTarget()
    let sink = target.sink
    for line in lines { sink.write(PrintableText.of(line[language]) + "\n") }
    let end =
      outcome.isDryRun
      ? Sentence("Dry run: nothing is changed.", vi: "Chạy thử: chưa có gì thay đổi.")
      : Sentence("Change \(outcome.number).", vi: "Thay đổi số \(outcome.number).")
    sink.write(end[language] + "\n")
    try target.finish()
  }
}

/// A statement with an address: closures cannot hold what cannot be copied.
final class StatementBox {
  let statement: Statement
  init(_ statement: consuming Statement) { self.statement = statement }
}
