package import Registry
import SQLite

/// The heads in office who have stayed beyond the end of their terms.
package enum Overrun: ReportKind {
  package static let name = "overrun"
  package static let about = Sentence(
    "The heads in office who are past the end of their terms, and for how long",
    vi: "Người đứng đầu đương nhiệm đã quá nhiệm kỳ, và quá bao lâu")
  package static let document: OfficeForm.Document? = .report
  package static let parameters = [
    ReportParameter.mission, .missionKind, .region, .term, .batch,
  ]
  package static let rowUnits = TermEnds.rowUnits
  package static let example = [("region", "europe")]

  package static func report(_ asked: AskedReport) throws(RegistryError) -> Report {
    let day = try asked.day()
    return Report(
      name: name,
      title: Sentence(
        "Terms that are past their end on \(day)",
        vi: "Người đứng đầu đã quá nhiệm kỳ, tính đến ngày \(PageDate.vietnamese(day))"),
      lines: [TermEnds.legend],
      facts: [("on", .text(day))],
      sections: [TermEnds.overrun(asked, on: day)])
  }
}
