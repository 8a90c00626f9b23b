import Files
import Formats
import Registry
import Reports
import SQLite

/// The way from a report to where the answer goes.
struct Output {
  let options: GlobalOptions
  /// How a report is set, where an office may sign it.
  var page: PageOptions?

  private var language: Language { Environment.language }

  /// A report that is asked for by its name.
  ///
  /// - Parameter given: what was given for its parameters, as it was typed.
  /// - Returns: how many rows it has.
  @discardableResult func show(
    _ kind: any ReportKind.Type, _ given: [String: String] = [:], from registry: Registry
  ) throws -> Int {
    try registry.atOneMoment {
      let asked = try AskedReport(kind, given, from: registry, in: language)
      let report = try kind.made(asked)
      try page?.require(for: options, document: kind.document, of: kind.name)
      return try show(report, as: kind.document, from: registry)
    }
  }

  /// - Parameter opened: where the answer goes, where that was opened before.
  /// - Returns: how many rows it has.
  @discardableResult func show(
    _ report: Report, as document: OfficeForm.Document? = nil, from registry: Registry,
    to opened: OutputTarget? = nil
  ) throws -> Int {
    try registry.atOneMoment { try write(report, as: document, from: registry, to: opened) }
  }

  private func write(
    _ report: Report, as document: OfficeForm.Document?, from registry: Registry,
    to opened: OutputTarget?
  ) throws -> Int {
    try refuseSeveralTables(report)
    let heading = report.heading(in: language, from: registry)
    let paper = try page?.paper(for: heading, as: document, in: language)
    let target = try opened ?? options.openTarget()
    var count = 0
    var leftOut: [String] = []
    let progress = Progress(Sentence("Looking through the registry", vi: "Đang xem xét sổ"))
    try write(heading, on: paper, null: "", to: target) {
      (writer: inout any DocumentWriter) in
      for section in report.sections {
        let rows = try section.write(
          to: &writer, from: registry, in: language, progress: progress.show)
        count += rows
        if rows > 0, isLeftOut(section, report) { leftOut.append("\(section.name) (\(rows))") }
      }
    }
    progress.end()
    try target.finish()
    if let remark = report.remark, !isPage { Failure.remark(remark) }
    if !leftOut.isEmpty {
      let names = leftOut.joined(separator: ", ")
      Failure.remark(
        Sentence(
          "Left out, a table of other columns: \(names). --format json has all.",
          vi: "Bỏ qua bảng có các cột khác: \(names). --format json có đủ."))
    }
    if count == 0 && !saysThatNothingIsFound(report) { Self.tellNothing() }
    return count
  }

  /// Says which statements found nothing: of an answer without rows a table shows nothing, and of
  /// several nobody sees which it was.
  static func tellEmpty(_ answers: [Extent]) {
    if answers.allSatisfy(\.isEmpty) { return tellNothing() }
    for (index, answer) in answers.enumerated() where answer.isEmpty {
      Failure.remark(
        Sentence(
          "Statement \(index + 1): nothing is found.",
          vi: "Câu lệnh thứ \(index + 1): không tìm thấy."))
    }
  }

  /// Whether the form has lines above its tables.
  private var isPage: Bool {
    switch options.form {
    case .table, .markdown, .html, .xlsx, .docx: true
    case .line, .csv, .tsv, .json, .ndjson: false
    }
  }

  static func tellNothing() { Failure.remark(Sentence("Nothing is found.", vi: "Không tìm thấy.")) }

  /// Whether the page itself says it.
  private func saysThatNothingIsFound(_ report: Report) -> Bool {
    isPage && report.sections.contains { $0.whenEmpty != nil }
  }

  private var isDelimited: Bool { options.form == .csv || options.form == .tsv }

  /// Whether a table has no place behind the first one.
  private func isLeftOut(_ section: ReportSection, _ report: Report) -> Bool {
    isDelimited && programColumns(of: section) != report.sections.first.map(programColumns(of:))
  }

  private func programColumns(of section: ReportSection) -> [String] {
    section.chosen ?? section.columns.filter { $0.audience != .pages }.map(\.name)
  }

  /// A record with tables below it is no table.
  private func refuseSeveralTables(_ report: Report) throws(RegistryError) {
    guard isDelimited, report.sections.count > 1, report.sections[0].layout == .record else {
      return
    }
    let form = options.form.rawValue
    let names = report.sections.map(\.name).joined(separator: ", ")
    throw RegistryError(
      .invalidValue,
      Sentence(
        "\(form) holds one table, and this answer has several: \(names).",
        vi: "\(form) chỉ chứa một bảng, còn câu trả lời này có nhiều bảng: \(names)."),
      hint: Sentence(
        "All of it: --format json    A table of many records: the list command, or \(Pasted.command("sql"))",
        vi:
          "Toàn bộ: --format json    Bảng nhiều bản ghi: lệnh list, hoặc \(Pasted.command("sql"))"))
  }

  /// The rows of a statement that somebody typed, under its own column names.
  ///
  /// - Parameter maxRows: stops behind so many rows, and says so on standard error.
  /// - Throws: what SQLite says, as it says it.
  @discardableResult func show(
    _ statement: consuming Statement, maxRows: Int? = nil, to target: OutputTarget
  ) throws -> Extent {
    let box = StatementBox(statement)
    var extent = Extent()
    try write(Heading(name: "sql"), null: "NULL", to: target) {
      (writer: inout any DocumentWriter) in
      extent = try rows(of: box, maxRows, to: &writer, target)
    }
    return extent
  }

  /// What a kept question answers, as a report.
  ///
  /// - Throws: what SQLite says, as it says it.
  func show(
    _ page: KeptQueryPage, _ statement: consuming Statement, maxRows: Int?, from registry: Registry
  ) throws {
    let target = try options.openTarget()
    let box = StatementBox(statement)
    var extent = Extent()
    try write(page.heading(in: language, from: registry), null: "", to: target) {
      (writer: inout any DocumentWriter) in
      extent = try rows(of: box, page.table(in: language), maxRows, to: &writer, target)
    }
    try target.finish()
    if extent.isEmpty && !isPage { Self.tellNothing() }
  }

  /// The rows of each statement in turn: of a form of which a file holds one document, in one.
  func show(
    eachOf next: () throws -> StatementBox?, maxRows: Int? = nil, to target: OutputTarget,
    answered: (Extent) -> Void = { _ in }
  ) throws -> [Extent] {
    guard let first = try next() else { return [] }
    var answers: [Extent] = []
    var current: StatementBox? = first
    let isOneDocument = options.form.isPaper || options.form == .xlsx
    while let box = current {
      try write(Heading(name: "sql"), null: "NULL", to: target) {
        (writer: inout any DocumentWriter) in
        func answer(_ box: StatementBox) throws {
          let extent = try rows(of: box, maxRows, to: &writer, target)
          answers.append(extent)
          answered(extent)
        }
        try answer(box)
        while isOneDocument, let another = try next() { try answer(another) }
      }
      current = isOneDocument ? nil : try next()
    }
    return answers
  }

  private func rows(
    of box: StatementBox, _ maxRows: Int?, to writer: inout any DocumentWriter,
    _ target: OutputTarget
  ) throws -> Extent {
    let columns = box.statement.columnNames.map { ColumnShape(name: $0, isNumber: nil) }
    return try rows(
      of: box, TableShape(name: "rows", columns: columns), maxRows, to: &writer, target)
  }

  private func rows(
    of box: StatementBox, _ table: TableShape, _ maxRows: Int?,
    to writer: inout any DocumentWriter, _ target: OutputTarget
  ) throws -> Extent {
    writer.beginTable(table)
    var left = maxRows ?? .max
    var extent = Extent()
    while try box.statement.step() {
      guard left > 0 else {
        extent.isCut = true
        Failure.remark(
          Sentence(
            "There are more rows than --max-rows \(maxRows ?? 0).",
            vi: "Còn nhiều dòng hơn --max-rows \(maxRows ?? 0)."))
        break
      }
      left -= 1
      extent.rows += 1
      writer.write(box.statement.row)
      // Whoever reads can begin, however long the rest takes.
      if extent.rows == 1 { try target.sink.flush() }
      if target.sink.hasFailed { break }
    }
    writer.endTable()
    return extent
  }

  private func write(
    _ heading: Heading, on paper: Paper? = nil, null: String, to target: OutputTarget,
    _ body: (inout any DocumentWriter) throws -> Void
  ) throws {
    try options.requireForm()
    try Self.requireReader(of: options.form, at: target)
    var style = WritingStyle(null: null, width: width)
    style.hasHeader = !options.noHeader
    style.isForSpreadsheet = options.excel
    style.defusesFormulas = options.safeCsv
    style.language = language.rawValue
    style.isBold = options.writesToTerminal && Environment.showsBold
    style.leftOut = { [language] columns in
      let names = columns.joined(separator: ", ")
      return Sentence(
        "Left out for want of room: \(names). All columns: --wide",
        vi: "Bỏ bớt vì hẹp: \(names). Xem đủ cột: --wide")[language]
    }
    style.date = { PageDate.words($0, in: language) }
    style.paper = paper
    style.tellsNarrow = { columns in
      Failure.remark(
        Sentence(
          "\(columns) columns have no room on a sheet: words are broken. Take fewer, or -o FILE.xlsx.",
          vi:
            "\(columns) cột không vừa khổ giấy: có từ bị ngắt. Hãy bớt cột, hoặc dùng -o TỆP.xlsx.")
      )
    }
    if options.form == .xlsx {
      style.days = { PartialDate.days(in: $0) }
      style.workbook = WorkbookWords(in: language)
    }
    var writer = options.form.writer(to: target.sink, style: style)
    writer.begin(heading)
    do { try body(&writer) } catch {
      // What was written so far is the answer so far; the refusal follows on standard error.
      try? target.sink.flush()
      target.sink.endPaging()
      throw error
    }
    writer.end()
    try target.sink.flush()
  }

  /// - Throws: where the form is none that a terminal shows.
  static func requireReader(of form: Format, at target: OutputTarget) throws(RegistryError) {
    guard !form.isText, target.isTerminal else { return }
    throw RegistryError(
      .invalidValue,
      Sentence(
        "\(form.rawValue) is a file for other programs, and a terminal cannot show it.",
        vi: "\(form.rawValue) là tệp dành cho chương trình khác, màn hình không hiển thị được."),
      hint: Sentence(
        "To a file: -o FILE.\(form.rawValue)", vi: "Ghi ra tệp: -o TỆP.\(form.rawValue)"))
  }

  private var width: Int? {
    if options.wide { return nil }
    return options.width ?? (options.writesToTerminal ? Environment.terminalWidth : nil)
  }
}

/// How much of an answer there was.
struct Extent {
  var rows = 0
  /// Whether there was more than was asked for.
  var isCut = false

  /// Whether nothing is found.
  var isEmpty: Bool { rows == 0 && !isCut }
}

/// A statement with an address: closures cannot hold what cannot be copied.
final class StatementBox {
  var statement: Statement
  init(_ statement: consuming Statement) { self.statement = statement }
}
