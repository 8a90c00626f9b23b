package import Registry
import SQLite

/// What is odd in the registry, in words.
package enum Check: ReportKind {
  package static let name = "check"
  package static let about = Sentence(
    "What is odd: two heads at once, a gap, a term that is over, text gone wrong",
    vi:
      "Những điều bất thường: hai người cùng đứng đầu, khoảng trống, quá hạn nhiệm kỳ, lỗi văn bản")
  package static let parameters = [severity, code, .mission]
  package static let example = [("severity", "error")]

  package static let severity = ReportParameter(
    "severity",
    Sentence(
      "error, warning or note: that and what is graver. (default: warning)",
      vi: "error, warning hoặc note: mức đó và nặng hơn. (mặc định: warning)"),
    .choice(severities))
  package static let code = ReportParameter(
    "code", Sentence("Findings of this code only.", vi: "Chỉ phát hiện có mã này."), .code)

  /// The graver one first.
  private static let severities = ["error", "warning", "note"]

  /// - Throws: where there is no finding of that code.
  package static func report(_ asked: AskedReport) throws(RegistryError) -> Report {
    let (registry, phrases) = (asked.registry, asked.phrases)
    if let code = asked[code] { try require(code, in: registry) }
    return Report(
      name: name,
      sections: [
        ReportSection(
          name: "findings", columns: columns,
          sql: """
            SELECT
              f.severity,
              \(raw: phrases.label("finding_kind.severity", of: "f.severity")),
              f.code, k.\(raw: phrases.localized("name")), f.mission, f.posting, f.other_posting,
              f.person, f.detail
            FROM (\(raw: try registry.everyFinding())) AS f
            JOIN finding_kind AS k ON k.code = f.code
            WHERE \(raw: conditions(asked))
            ORDER BY instr('error warning note', f.severity), f.code, f.mission, f.posting, f.person
            """,
          whenEmpty: Sentence("Nothing is found.", vi: "Không phát hiện điều gì."))
      ], isOfDay: true)
  }

  private static let columns = [
    ReportColumn("severity", Sentence("Severity", vi: "Mức độ"), audience: .programs),
    ReportColumn("severity_page", Sentence("Severity", vi: "Mức độ"), audience: .pages),
    ReportColumn("code", Sentence("Code", vi: "Mã")),
    ReportColumn("name", Sentence("What", vi: "Điều gì")),
    ReportColumn("mission", Sentence("Mission", vi: "Cơ quan")),
    ReportColumn("posting", Sentence("Posting", vi: "Lần cử")),
    ReportColumn("other_posting", Sentence("Other", vi: "Lần cử kia")),
    ReportColumn("person", Sentence("Person", vi: "Người")),
    // The dates in question, bounds in words.
    ReportColumn("detail", Sentence("Detail", vi: "Chi tiết"), .date),
  ]

  private static func conditions(_ asked: AskedReport) -> SQL {
    let least = asked[severity].flatMap(severities.firstIndex(of:)) ?? 1
    let graver = severities[...least].map { "\($0)" as SQL }
    var condition: SQL = "f.severity IN (\(raw: graver.joined(separator: ", ")))"
    if let code = asked[code] { condition += " AND f.code = \(code)" }
    if let mission = asked[.mission] { condition += " AND f.mission = \(mission)" }
    return condition
  }

  private static func require(_ code: String, in registry: Registry) throws(RegistryError) {
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
