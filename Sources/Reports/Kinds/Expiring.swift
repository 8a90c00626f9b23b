package import Registry
import SQLite

/// The heads whose terms end soon, and those who have stayed beyond their end.
package enum Expiring: ReportKind {
  package static let name = "expiring"
  package static let about = Sentence(
    "The heads in office whose terms end within some months, and those who are past the end",
    vi: "Người đứng đầu sắp hết nhiệm kỳ trong vài tháng tới, và người đã quá nhiệm kỳ")
  package static let document: OfficeForm.Document? = .report
  package static let parameters = [
    months, .mission, .missionKind, .region, .term, .batch,
  ]
  package static let rowUnits = TermEnds.rowUnits
  package static let example = [("months", "12")]

  private static let months = ReportParameter(
    "months",
    Sentence(
      "Within so many months of the day; without it 6.",
      vi: "Trong chừng này tháng kể từ ngày được hỏi; nếu không ghi thì là 6."),
    .count)

  package static func report(_ asked: AskedReport) throws(RegistryError) -> Report {
    let count = asked[months] ?? "6"
    let day = try asked.day()
    let until =
      try asked.registry.value(
        "SELECT strftime('%Y-%m-%d', day, \("+" + count + " months")) FROM asked_day",
        as: String.self) ?? "9999-12-31"
    return Report(
      name: name,
      title: Sentence(
        "Terms that end by \(until), and terms that are past their end on \(day)",
        vi: """
          Người đứng đầu hết nhiệm kỳ đến ngày \(PageDate.vietnamese(until)) và người đã quá nhiệm \
          kỳ, tính đến ngày \(PageDate.vietnamese(day))
          """),
      lines: [TermEnds.legend],
      facts: [
        ("on", .text(day)), ("months", .integer(Int64(count) ?? 0)), ("until", .text(until)),
      ],
      sections: [
        TermEnds.section(
          "expiring", Sentence("Ending by \(until)", vi: "Đến ngày \(PageDate.vietnamese(until))"),
          arePast: false, asked,
          "e.planned_end_earliest <= \(until)", "coalesce(e.planned_end_latest, '9999') >= \(day)"),
        TermEnds.overrun(asked, on: day, Sentence("Past the end", vi: "Quá nhiệm kỳ")),
      ])
  }
}
