import SQLite

extension RecordKind {
  package static let batch: RecordKind = RecordKind(
    "batch", plural: "batches", table: "term_batch", Sentence("batch", vi: "đợt"),
    about: Sentence(
      "Batches of a term: decisions handed over together.",
      vi: "Các đợt của nhiệm kỳ: những quyết định trao cùng lúc."),
    commands: .own(
      Verbs(
        first: "term",
        firstHelp: Sentence("The term to which it belongs.", vi: "Nhiệm kỳ của đợt."),
        add: Example("2024-2027", ["handed_over": "18/10/2024", "reported_count": "4"]),
        added: "2024-2027-5", edit: Example("2024-2027-4", ["presided_by": "Tô Lâm"]),
        key: "2024-2027-4",
        words: "2024-2027")),
    fields: [
      Field("term", to: .term, "Term", vi: "Nhiệm kỳ"),
      Field(
        "number", .number, "Number", vi: "Số thứ tự",
        help: Sentence(
          "Its place in the term. (default: the next one)",
          vi: "Thứ tự trong nhiệm kỳ. (mặc định: số tiếp theo)")),
      Field(
        "authority", .line, "Authority", vi: "Thẩm quyền",
        help: Sentence(
          "Who decides: President, Foreign Minister …",
          vi: "Ai quyết định: Chủ tịch nước, Bộ trưởng Ngoại giao …")),
      Field(
        "decided", .date, "Decided", vi: "Ngày quyết định",
        help: Sentence("A date.", vi: "Ngày tháng.")),
      Field(
        "handed_over", .date, "Handed over", vi: "Trao quyết định",
        help: Sentence("A date.", vi: "Ngày tháng.")),
      Field(
        "presided_by", .line, "Presided by", vi: "Chủ trì",
        help: Sentence("Who handed the decisions over.", vi: "Ai trao quyết định.")),
      Field(
        "reported_count", .line, "Reported count", vi: "Số lượng được đưa tin",
        help: Sentence(
          "How many heads, in the words of the source: they conflict.",
          vi: "Số người, theo lời của nguồn: các nguồn mâu thuẫn nhau.")),
      Field(
        "reported_scope", .note, "Reported scope", vi: "Phạm vi được đưa tin",
        help: Sentence(
          "Which heads, in the words of the source.", vi: "Những ai, theo lời của nguồn.")),
      .note,
    ],
    keyLabel: Sentence("Batch", vi: "Đợt"),
    needs: [["term"]], rowsNeed: ["number"],
    completion: [
      .asked { values in
        guard values["number"] == nil, let term = values["term"]?.words else { return nil }
        // A file may have made the last one as large as can be: the number after it the table
        // refuses.
        return Question(
          columns: ["number"],
          sql: """
            SELECT min(coalesce(max(number), 0), 1000000) + 1 FROM term_batch WHERE term = \(term)
            """)
      }
    ],
    suggestKey: { values in
      guard let term = values["term"]?.words, case .integer(let number)? = values["number"] else {
        return nil
      }
      return "\(term)-\(number)"
    },
    list: [
      "key", "term", "authority", "decided", "handed_over", "presided_by", "reported_count",
      "reported_scope",
    ],
    order: { _ in "t.term, t.number" }, card: [.record, .heads(by: "batch")])
}
