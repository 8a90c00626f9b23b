package import Registry
import SQLite

/// What is odd in the registry, in words.
package struct FindingPages {
  private let registry: Registry
  private let language: Language

  package init(_ registry: Registry, in language: Language) {
    self.registry = registry
    self.language = language
  }

  package enum Severity: String, CaseIterable, Sendable {
    case error
    case warning
    case note
  }

  /// Which findings are asked for.
  package struct Selection: Sendable {
    /// That severe or more.
    package var severity: Severity
    package var code: String?
    package var mission: String?

    package init(severity: Severity) { self.severity = severity }
  }

  private func conditions(_ selection: Selection) -> SQL {
    let severities = Severity.allCases.prefix(through: index(of: selection.severity))
    var condition: SQL =
      "f.severity IN (\(raw: severities.map { "\($0.rawValue)" as SQL }.joined(separator: ", ")))"
    if let code = selection.code { condition += " AND f.code = \(code)" }
    if let mission = selection.mission { condition += " AND f.mission = \(mission)" }
    return condition
  }

  private func index(of severity: Severity) -> Int {
    Severity.allCases.firstIndex(of: severity) ?? 0
  }

  /// Whether something of the asked severity is found.
  package func isAnythingFound(_ selection: Selection) throws(RegistryError) -> Bool {
    let every = try registry.everyFinding()
    return try registry.value(
      "SELECT EXISTS (SELECT 1 FROM (\(raw: every)) AS f WHERE \(raw: conditions(selection)))",
      as: Bool.self) ?? false
  }

  /// - Throws: where there is no finding of that code.
  package func findings(_ selection: Selection) throws(RegistryError) -> Report {
    if let code = selection.code { try require(code) }
    let name: SQL = language == .vietnamese ? "k.name_vi" : "k.name_en"
    return Report(
      name: "check",
      sections: [
        ReportSection(
          name: "findings",
          columns: [
            ReportColumn("severity", Sentence("Severity", vi: "Mức độ"), audience: .programs),
            ReportColumn("severity_page", Sentence("Severity", vi: "Mức độ"), audience: .pages),
            ReportColumn("code", Sentence("Code", vi: "Mã")),
            ReportColumn("name", Sentence("What", vi: "Điều gì")),
            ReportColumn("mission", Sentence("Mission", vi: "Cơ quan")),
            ReportColumn("posting", Sentence("Posting", vi: "Lần cử")),
            ReportColumn("other_posting", Sentence("Other", vi: "Lần cử kia")),
            ReportColumn("person", Sentence("Person", vi: "Người")),
            ReportColumn("detail", Sentence("Detail", vi: "Chi tiết")),
          ],
          sql: """
            SELECT
              f.severity,
              \(raw: Phrases(language: language).label("finding_kind.severity", of: "f.severity")),
              f.code, \(raw: name), f.mission, f.posting, f.other_posting, f.person, f.detail
            FROM (\(raw: try registry.everyFinding())) AS f
            JOIN finding_kind AS k ON k.code = f.code
            WHERE \(raw: conditions(selection))
            ORDER BY instr('error warning note', f.severity), f.code, f.mission, f.posting, f.person
            """,
          whenEmpty: Sentence("Nothing is found.", vi: "Không phát hiện điều gì."))
      ])
  }

  private func require(_ code: String) throws(RegistryError) {
    let codes = try registry.column("SELECT code FROM finding_kind ORDER BY code", as: String.self)
    guard !codes.contains(code) else { return }
    throw RegistryError(
      .unknownName,
      Sentence(
        "There is no finding \(Registry.quoted(code)).",
        vi: "Không có loại phát hiện \(Registry.quoted(code))."),
      list: Nearest.matches(to: code, among: codes).map { Sentence(same: $0) },
      remedies: [.listFindingKinds])
  }
}
