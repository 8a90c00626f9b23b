package import Registry
import SQLite

/// Takes in a table that people keep, CSV or JSON, as one change: every row, or none.
package struct TableImport {
  package enum Form: Sendable {
    case delimited(Character?)
    case json
    case lines
  }

  package struct Options {
    package var kind: TableKind
    package var map: [String] = []
    /// Whether a record that is there already takes what its row says.
    package var edits = false
    /// Cited for every row.
    package var sources: [String] = []
    /// Where bad rows are put aside; without it one bad row refuses all.
    package var asideFile: String?
    /// Of what is said in the file of bad rows.
    package var language = Language.english
    /// What would help a row, in the words of whoever takes the table in; `nil` where nothing is
    /// said.
    package var words: (Remedy) -> Sentence? = { _ in nil }

    package init(_ kind: TableKind) { self.kind = kind }
  }

  private let file: String
  private let form: Form
  private let options: Options
  private let watch: (Int, Int) -> Void

  /// - Parameter watch: is told how many rows are done.
  package init(
    _ file: String, as form: Form, _ options: Options,
    watch: @escaping (Int, Int) -> Void = { _, _ in }
  ) {
    self.file = file
    self.form = form
    self.options = options
    self.watch = watch
  }

  /// So many bad rows are remarked on one by one; all of them are in the file of bad rows.
  private static let remarkLimit = 1_000

  /// What the rows are read with.
  private final class Pass {
    let rows: any ForeignRows
    let intake: any RowIntake
    var map: ColumnMap
    /// What each column is for, as far as columns were met.
    var fields: [String?] = []
    /// Whether a column's heading speaks of days, where its field is for none.
    var hidesDays: [Bool] = []
    var report = ImportReport()
    var mistakes = Mistakes()
    var aside: AsideFile?
    /// Put aside.
    var badRows = 0

    init(_ rows: any ForeignRows, _ intake: any RowIntake, _ map: ColumnMap) {
      self.rows = rows
      self.intake = intake
      self.map = map
    }
  }

  /// - Throws: every mistake of every row, with line and column, unless bad rows are put aside;
  ///   then nothing is changed.
  package func run(
    into registry: Registry, _ note: ChangeNote
  ) throws(RegistryError) -> (report: ImportReport, change: Int?) {
    if !options.kind.isCited, !options.sources.isEmpty {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "No source is cited for \(options.kind.name).",
          vi: "\(options.kind.name) không có nguồn để dẫn."),
        remedies: [.leaveSourceOut])
    }
    let rows = try open()
    let aside = try options.asideFile.map { (path) throws(RegistryError) in
      try AsideFile(path)
    }
    let outcome = try registry.writeIfAny(note) { (change) throws(RegistryError) in
      let intake = options.kind.intake(into: change, edits: options.edits)
      let map = try ColumnMap(options.map, for: options.kind, among: intake.fields)
      let pass = Pass(rows, intake, map)
      pass.aside = aside
      while let row = try next(of: rows) {
        try take(row, pass, registry)
        watch(pass.report.counts.first?.read ?? 0, 0)
      }
      let unused = pass.map.unused(header: rows.header)
      guard unused.isEmpty else { throw ColumnMap.refusal(of: unused, in: file) }
      guard pass.mistakes.count == 0 || aside != nil else { throw refused(pass) }
      if let file = options.asideFile, pass.badRows > Self.remarkLimit {
        let more = pass.badRows - Self.remarkLimit
        pass.report.remark(
          "bad-row", "", at: file,
          Sentence(
            "\(more) more, each with what is wrong with it",
            vi: "còn \(more) dòng, mỗi dòng kèm lỗi của nó"))
      }
      // Before the rest is kept: a row that is neither here nor there would be lost.
      try aside?.flush()
      return pass.report
    }
    aside?.publish(isDryRun: note.isDryRun)
    return (outcome.result, outcome.change)
  }

  private func open() throws(RegistryError) -> any ForeignRows {
    switch form {
    case .delimited(let mark): try DelimitedRows(path: file, delimiter: mark)
    case .json: try JSONListRows(path: file)
    case .lines: try JSONLineRows(path: file)
    }
  }

  private func next(of rows: any ForeignRows) throws(RegistryError) -> ForeignRow? {
    do { return try rows.next() } catch { throw .placed(error, in: file) }
  }

  // MARK: A row

  private func take(
    _ row: ForeignRow, _ pass: Pass, _ registry: Registry
  ) throws(RegistryError) {
    try meetColumns(pass, row)
    var fault = row.fault
    var column: Int?
    if fault == nil {
      do {
        let facts = try facts(of: row, pass)
        pass.report.count(options.kind.name, try put(facts, pass, registry))
        return
      } catch {
        guard error.error.isAboutRow else { throw error.error }
        fault = words(error.error)
        column = error.field.flatMap { field in pass.fields.firstIndex { $0 == field } }
      }
    }
    guard let fault else { return }
    let place = "\(file):\(row.line)" + (column.map { ":\($0 + 1)" } ?? "")
    var named = column.map { "\(pass.rows.header[$0]): " } ?? ""
    if fault.english.hasPrefix(named) { named = "" }
    if let aside = pass.aside {
      aside.put(row, header: pass.rows.header, fault[options.language])
      pass.badRows += 1
      guard pass.badRows <= Self.remarkLimit else {
        pass.report.setAside(kind: options.kind.name)
        return
      }
      pass.report.setAside(
        options.kind.name, "bad-row", named + (column.map { row.fields[$0] } ?? ""), at: place,
        fault)
    } else {
      pass.mistakes.add(
        Sentence(
          "\(place): \(named)\(fault.english)", vi: "\(place): \(named)\(fault.vietnamese)"))
    }
  }

  /// A row that can be put aside is taken back whole.
  private func put(
    _ facts: [RowFact], _ pass: Pass, _ registry: Registry
  ) throws(RowFault) -> PutResult {
    guard pass.aside != nil else { return try pass.intake.put(facts) }
    let attempt: Transaction
    do { attempt = try registry.savepoint() } catch { throw RowFault(field: nil, error: error) }
    let result = try pass.intake.put(facts)
    do { try attempt.commit() } catch {
      throw RowFault(field: nil, error: registry.refusal(for: error))
    }
    return result
  }

  /// Finds out what the columns are for that were not met before.
  private func meetColumns(_ pass: Pass, _ row: ForeignRow) throws(RegistryError) {
    let header = pass.rows.header
    var strangers: [ColumnMap.Stranger] = []
    while pass.fields.count < header.count {
      let index = pass.fields.count
      let example = index < row.fields.count ? row.fields[index] : ""
      var field: String?
      do {
        field = try pass.map.field(of: header[index], holding: example)
      } catch {
        var stranger = error
        stranger.place = index + 1
        strangers.append(stranger)
      }
      if let field, !pass.intake.notes.contains(field),
        let first = pass.fields.firstIndex(of: field)
      {
        throw RegistryError(
          .invalidValue,
          Sentence(
            "\(file): the columns \(Registry.quoted(header[first])) and \(Registry.quoted(header[index])) are both for \(field).",
            vi:
              "\(file): các cột \(Registry.quoted(header[first])) và \(Registry.quoted(header[index])) đều ứng với \(field)."
          ),
          remedies: [.table(.leaveColumnOut(header[index]))])
      }
      pass.fields.append(field)
      pass.hidesDays.append(pass.map.canHideDays(header[index], in: field))
      pass.report.column(header[index], for: field, example: example)
    }
    if !strangers.isEmpty { throw pass.map.refusal(of: strangers, in: file) }
  }

  private func facts(of row: ForeignRow, _ pass: Pass) throws(RowFault) -> [RowFact] {
    var facts: [RowFact] = []
    facts.reserveCapacity(row.fields.count)
    for (index, given) in row.fields.enumerated() {
      guard !given.isEmpty, let field = pass.fields[index] else { continue }
      let text = pass.map.ours(given, of: pass.rows.header[index])
      guard !text.isEmpty else { continue }
      if pass.hidesDays[index], ColumnMap.looksLikeDate(text) {
        throw RowFault(field: field, error: Self.mistakenDay(text, for: field))
      }
      // Words that somebody gave for a number are words.
      if text == given, let kind = row.kinds[index] {
        try pass.intake.require(kind, for: field, text)
      }
      if pass.intake.notes.contains(field), let at = facts.firstIndex(where: { $0.field == field })
      {
        facts[at].text += "\n" + text
      } else {
        facts.append((field, text))
      }
    }
    facts += options.sources.map { ("source", $0) }
    return facts
  }

  private static func mistakenDay(_ text: String, for field: String) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence(
        "\(Registry.quoted(text)) is a day, where \(field) is none",
        vi: "\(Registry.quoted(text)) là ngày, còn \(field) thì không"),
      remedies: [.table(.sayWhatColumnIs)])
  }

  private func words(_ error: RegistryError) -> Sentence {
    let help = [error.hint].compactMap { $0 } + error.remedies.compactMap(options.words)
    func line(_ language: Language) -> String {
      let list = error.list.prefix(3).map { $0[language] }.joined(separator: "; ")
      return ([error.message[language], list] + help.map { $0[language] })
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    return Sentence(line(.english), vi: line(.vietnamese))
  }

  private func refused(_ pass: Pass) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence(
        "\(file) is not taken in; bad rows: \(pass.mistakes.count).",
        vi: "Không nhập \(file); số dòng lỗi: \(pass.mistakes.count)."),
      list: pass.mistakes.told,
      remedies: [.table(.putBadRowsAside)])
  }
}
