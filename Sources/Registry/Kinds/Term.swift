import SQLite

extension RecordKind {
  package static let term: RecordKind = RecordKind(
    "term", plural: "terms", Sentence("term", vi: "nhiệm kỳ"),
    about: Sentence(
      "Terms: the cohorts in which heads are appointed.",
      vi: "Nhiệm kỳ: các khóa bổ nhiệm người đứng đầu."),
    commands: .own(
      Verbs(
        first: "key",
        firstHelp: Sentence(
          "The label, for example 2026-2029: it is data, never computed.",
          vi: "Tên nhiệm kỳ, ví dụ 2026-2029: là dữ liệu, không tự tính."),
        add: Example("2026-2029"), added: "2026-2029",
        edit: Example("2024-2027", ["note": "four batches"]),
        key: "2024-2027",
        words: "2024")),
    fields: [
      Field(
        "begins", .date, "Begins", vi: "Từ năm",
        help: Sentence(
          "A date. (default: from a label of two years)",
          vi: "Ngày tháng. (mặc định: theo tên gồm hai năm)")),
      Field(
        "ends", .date, "Ends", vi: "Đến năm",
        help: Sentence(
          "A date. (default: from a label of two years)",
          vi: "Ngày tháng. (mặc định: theo tên gồm hai năm)")),
      .note,
    ],
    keyLabel: Sentence("Term", vi: "Nhiệm kỳ"), keyNames: ["term", "label", "nhiệm kỳ"],
    completion: [
      .reckoned { values in
        guard values["begins"] == nil, values["ends"] == nil, let key = values["key"]?.words,
          let years = years(ofTerm: key)
        else { return }
        values["begins"] = .text(years.first)
        values["ends"] = .text(years.last)
      }
    ],
    searchColumns: ["note"],
    extras: [
      .count("batches", of: "term_batch", by: "term"), .count("heads", of: "posting", by: "term"),
    ],
    list: ["key", "begins", "ends", "batches", "heads", "note"],
    order: { _ in "t.begins_earliest, t.key" }, card: [.record, .batches, .heads(by: "term")])

  /// The years that the label of a term says, such as 2024-2027; any other label says none.
  static func years(ofTerm label: String) -> (first: String, last: String)? {
    let years = label.split(separator: "-", omittingEmptySubsequences: false)
    guard years.count == 2, years.allSatisfy({ $0.utf8.count == 4 && Int($0) != nil }),
      years[0] <= years[1]
    else { return nil }
    return (String(years[0]), String(years[1]))
  }
}
