package import Registry
import SQLite

/// What is odd in the registry, in words.
package enum Check: ReportKind {
  package static let name = "check"
  package static let about = Sentence(
    "What is odd: two heads at once, a gap, a term that is over, text gone wrong",
    vi:
      "Những điều bất thường: hai người cùng đứng đầu, khoảng trống, quá hạn nhiệm kỳ, lỗi văn bản")
  package static let document: OfficeForm.Document? = nil
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
    if let code = asked[code] { try require(code, in: asked.registry) }
    let codes = try self.codes(asked)
    let settled = try asked.registry.settledCount(of: Set(codes), mission: asked[.mission])
    // One code after the other: their rows are in order, and nothing is kept aside.
    let parts = try codes.map { (code) throws(RegistryError) in try findings(of: code, asked) }
    var report = Report(
      name: name,
      sections: [
        ReportSection(
          name: "findings", columns: columns, sql: parts.first ?? nothing,
          following: Array(parts.dropFirst()),
          whenEmpty: Sentence("Nothing is found.", vi: "Không phát hiện điều gì."))
      ], isOfDay: true)
    if settled > 0 {
      report.remark = Sentence(
        "Looked into before and settled, and left out: \(settled).",
        vi: "Đã xem xét từ trước nên không nêu: \(settled).")
    }
    return report
  }

  /// The codes that are asked for, in the order in which they are told.
  private static func codes(_ asked: AskedReport) throws(RegistryError) -> [String] {
    let least = asked[severity].flatMap(severities.firstIndex(of:)) ?? 1
    let graver = severities[...least].map { "\($0)" as SQL }
    let ofCode: SQL = asked[code].map { "code = \($0)" } ?? "1"
    return try asked.registry.column(
      """
      SELECT code FROM finding_kind
      WHERE severity IN (\(raw: graver.joined(separator: ", "))) AND \(raw: ofCode)
      ORDER BY instr('error warning note', severity), code
      """, as: String.self)
  }

  private static func findings(
    of code: String, _ asked: AskedReport
  ) throws(RegistryError) -> SQL {
    let phrases = asked.phrases
    let ofMission: SQL = asked[.mission].map { "f.mission = \($0)" } ?? "1"
    return """
      SELECT
        f.severity,
        \(raw: phrases.label("finding_kind.severity", of: "f.severity")),
        f.code, (SELECT \(raw: phrases.localized("name")) FROM finding_kind WHERE code = \(code)),
        f.mission, f.posting, f.other_posting, f.person, f.detail
      FROM (\(raw: try asked.registry.findings(of: code))) AS f
      WHERE \(raw: ofMission) AND NOT \(raw: Registry.isSettled)
      ORDER BY f.mission, f.posting, f.person
      """
  }

  /// Of a code that is less grave than what is asked for.
  private static let nothing: SQL =
    "SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL WHERE 0"

  private static let columns =
    [
      ReportColumn("severity", Sentence("Severity", vi: "Mức độ"), audience: .programs),
      ReportColumn("severity_page", Sentence("Severity", vi: "Mức độ"), audience: .pages),
    ] + subject

  /// The columns that tell what was found.
  static let subject = [
    ReportColumn("code", Sentence("Code", vi: "Mã")),
    ReportColumn("name", Sentence("What", vi: "Điều gì")),
    ReportColumn("mission", Sentence("Mission", vi: "Cơ quan")),
    ReportColumn("posting", Sentence("Posting", vi: "Lần cử")),
    ReportColumn("other_posting", Sentence("Other", vi: "Lần cử kia")),
    ReportColumn("person", Sentence("Person", vi: "Người")),
    // The dates in question, bounds in words.
    ReportColumn("detail", Sentence("Detail", vi: "Chi tiết"), .date),
  ]

  static func require(_ code: String, in registry: Registry) throws(RegistryError) {
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
