package import Registry
import SQLite

/// A report that can be asked for by its name.
///
/// A kind is one file in the folder `Kinds`, and the type in it has the file's name: from these
/// files come the list of reports, the command of each with its help, and the names that are
/// completed.
package protocol ReportKind: Sendable {
  /// As it is typed: lower-case letters and hyphens.
  static var name: String { get }
  /// What it answers, in a sentence.
  static var about: Sentence { get }
  static var parameters: [ReportParameter] { get }
  /// What a row can be told of, the first where nothing is asked; empty where it is always the same.
  static var rowUnits: [RowUnit] { get }
  /// What an office makes of it; `nil` where it is for those who keep the registry.
  static var document: OfficeForm.Document? { get }
  /// What it may be asked for, as an example of its help: a parameter and what is given for it.
  static var example: [(String, String)] { get }
  /// The report: its heading, and the statements over views that give the rows.
  ///
  /// - Throws: where what was asked for is none.
  static func report(_ asked: AskedReport) throws(RegistryError) -> Report
}

extension ReportKind {
  package static var parameters: [ReportParameter] { [] }
  package static var rowUnits: [RowUnit] { [] }
  package static var document: OfficeForm.Document? { .list }
  package static var example: [(String, String)] { [] }

  /// Those of its own, and those of every report.
  package static var allParameters: [ReportParameter] {
    parameters + (rowUnits.isEmpty ? [] : [.oneRowPer(rowUnits)])
      + (choosesColumns ? [] : [.columns])
  }

  private static var choosesColumns: Bool {
    parameters.contains { $0.name == ReportParameter.columns.name }
  }

  /// The report with the columns that were asked for.
  ///
  /// - Throws: where what was asked for is none, or a column is in none of its tables.
  package static func made(_ asked: AskedReport) throws(RegistryError) -> Report {
    var report = try report(asked)
    let only = try asked.narrowings(parameters)
    report.lines += only.lines
    // Programs get a list of rows where there is nothing else to tell: it stays one.
    if !report.facts.isEmpty {
      report.facts += only.facts.filter { fact in
        !report.facts.contains { $0.name == fact.name }
      }
    }
    if let unit = asked.rowUnit(of: Self.self) { report.gather(per: unit) }
    if !choosesColumns, let names = asked[.columns] { try report.choose(names) }
    return report
  }
}

/// What somebody asks a report for.
package struct AskedReport {
  package let registry: Registry
  package let language: Language
  private let values: [String: String]

  /// - Parameter given: what was given for parameters of the kind, as it was typed.
  /// - Throws: where something is none of what its parameter takes, or it has no such parameter.
  package init(
    _ kind: any ReportKind.Type, _ given: [String: String], from registry: Registry,
    in language: Language
  ) throws(RegistryError) {
    self.registry = registry
    self.language = language
    let names = Set(kind.allParameters.map(\.name))
    if let stray = given.keys.sorted().first(where: { !names.contains($0) }) {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(kind.name) has no parameter \(Registry.quoted(stray)).",
          vi: "\(kind.name) không có tham số \(Registry.quoted(stray))."),
        list: kind.allParameters.map { Sentence(same: $0.name) })
    }
    var values: [String: String] = [:]
    for parameter in kind.allParameters {
      guard let text = given[parameter.name] else { continue }
      values[parameter.name] = try parameter.value(of: text, in: registry)
    }
    self.values = values
  }

  package subscript(parameter: ReportParameter) -> String? { values[parameter.name] }

  /// What a row is to be told of.
  func rowUnit(of kind: any ReportKind.Type) -> RowUnit? {
    self[.oneRowPer(kind.rowUnits)].flatMap(RowUnit.init) ?? kind.rowUnits.first
  }

  var phrases: Phrases { Phrases(language: language) }

  /// The day that is asked about.
  func day() throws(RegistryError) -> String {
    try registry.value("SELECT day FROM asked_day", as: String.self) ?? ""
  }

  /// The lines that tell how far the registry's knowledge reaches, and what is left out of a report
  /// of another day on what came one after the other.
  func knownOn(_ day: String) throws(RegistryError) -> [Sentence] {
    let known = try registry.value("SELECT known_day FROM asked_day", as: String.self) ?? day
    var lines = [
      Sentence(
        "As known on \(known).", vi: "Theo thông tin đến ngày \(PageDate.vietnamese(known)).")
    ]
    if isOfAnotherDay {
      lines.append(
        Sentence(
          """
          As it stood on \(day): whoever was not appointed or in office by then is left out; how it \
          went on with the others is told.
          """,
          vi: """
            Tính đến ngày \(PageDate.vietnamese(day)): không kể người khi đó chưa bổ nhiệm, chưa \
            nhậm chức; diễn biến về sau của những người khác vẫn được ghi.
            """))
    }
    return lines
  }

  /// Computes rows once that several statements ask, into a table of this connection's own memory.
  ///
  /// - Parameters:
  ///   - rows: a SELECT; as many rows as there are missions, or fewer.
  ///   - columns: what its columns are called, where it does not say.
  /// - Returns: the table, as statements name it.
  @discardableResult
  func keeping(
    _ rows: SQL, as table: String, columns: [String]? = nil
  ) throws(RegistryError) -> SQL {
    let named: SQL =
      columns.map { "WITH kept(\(names: $0)) AS (\(raw: rows)) SELECT * FROM kept" } ?? rows
    try registry.run("DROP TABLE IF EXISTS temp.\(name: table)")
    try registry.run("CREATE TEMP TABLE \(name: table) AS " + named)
    return "temp.\(name: table)"
  }

  /// Whether it is another one than the last day known.
  var isOfAnotherDay: Bool { registry.clocks.day != nil }

  /// The conditions on missions that were asked for, by the parameters mission, kind and region.
  ///
  /// - Parameter mission: a column with the key of a mission.
  func conditions(onMission mission: SQL) -> [SQL] {
    var conditions: [SQL] = []
    if let key = self[.mission] { conditions.append("\(raw: mission) = \(key)") }
    if let kind = self[.missionKind] {
      conditions.append("\(raw: mission) IN (SELECT key FROM mission WHERE kind = \(kind))")
    }
    if let region = self[.region] {
      conditions.append(
        """
        \(raw: mission) IN (
          SELECT m.key FROM mission AS m JOIN party AS p ON p.key = m.receiver
          WHERE p.region = \(region)
        )
        """)
    }
    return conditions
  }

  /// The conditions on postings that were asked for, by the parameters term and batch.
  ///
  /// - Parameter posting: a column with the key of a posting.
  func conditions(onPosting posting: SQL) -> [SQL] {
    var conditions: [SQL] = []
    if let term = self[.term] {
      conditions.append("\(raw: posting) IN (SELECT key FROM posting WHERE term = \(term))")
    }
    if let batch = self[.batch] {
      conditions.append("\(raw: posting) IN (SELECT key FROM posting WHERE batch = \(batch))")
    }
    return conditions
  }
}
