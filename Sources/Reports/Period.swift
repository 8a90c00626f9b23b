import Registry
import SQLite

/// The days between which a report looks, both among them.
struct Period {
  let first: String
  let last: String

  static let from = ReportParameter(
    "from", Sentence("From this day on.", vi: "Từ ngày này."), .day)
  static let to = ReportParameter(
    "to",
    Sentence(
      "Until this day. (default: the day that is asked about)",
      vi: "Đến ngày này. (mặc định: ngày được hỏi)"), .day)

  /// - Parameter months: how many it has where its first day is not given.
  /// - Throws: where the last day lies before the first.
  init(_ asked: AskedReport, months: Int) throws(RegistryError) {
    let day = try asked.day()
    last = asked[Self.to] ?? day
    let before = "-\(months) months"
    let usual = try asked.registry.value(
      "SELECT coalesce(date(\(last), \(before), '+1 day'), \(last))", as: String.self)
    first = asked[Self.from] ?? usual ?? last
    guard first <= last else {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "The period ends on \(last), before it begins on \(first).",
          vi: """
            Khoảng thời gian kết thúc ngày \(PageDate.vietnamese(last)), trước khi bắt đầu ngày \
            \(PageDate.vietnamese(first)).
            """))
    }
  }

  /// In a heading: behind what it is about.
  var words: Sentence {
    Sentence(
      "from \(first) to \(last)",
      vi: "từ \(PageDate.vietnamese(first)) đến \(PageDate.vietnamese(last))")
  }

  var facts: [(name: String, value: Value)] { [("from", .text(first)), ("to", .text(last))] }

  /// Whether something may have happened in it, of which the earliest and the latest day are known.
  func holds(_ column: SQL) -> SQL {
    "\(raw: column)_earliest <= \(last) AND \(raw: column)_latest >= \(first)"
  }

  /// Whether it certainly did.
  func certainlyHolds(_ column: SQL) -> SQL {
    "\(raw: column)_earliest >= \(first) AND \(raw: column)_latest <= \(last)"
  }
}
