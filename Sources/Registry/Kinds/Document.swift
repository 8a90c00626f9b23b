import SQLite

extension RecordKind {
  package static let document: RecordKind = RecordKind(
    "document", plural: "documents", Sentence("document", vi: "văn bản"),
    about: Sentence(
      "Decisions, resolutions, conclusions, submissions.",
      vi: "Quyết định, nghị quyết, kết luận, tờ trình."),
    commands: .own(
      Verbs(
        first: "number",
        firstHelp: Sentence(
          "The number, for example 57-KL/TW.", vi: "Số, ký hiệu, ví dụ 57-KL/TW."),
        add: Example("12/QĐ-CTN", ["dated": "09/01/2024"]),
        added: "12-qd-ctn", edit: Example("57-kl-tw", ["subject": "công tác thông tin đối ngoại"]),
        key: "57-kl-tw",
        words: "57-KL")),
    fields: [
      Field("number", .line, "Number", vi: "Số, ký hiệu"),
      Field(
        "kind", .line, "Kind", vi: "Loại",
        help: Sentence(
          """
          KL (conclusion), NQ (resolution), CT (directive), TTr (submission), QĐ (decision), BC \
          (report) …
          """,
          vi: """
            KL (kết luận), NQ (nghị quyết), CT (chỉ thị), TTr (tờ trình), QĐ (quyết định), BC (báo \
            cáo) …
            """)),
      Field("issuer", .line, "Issuer", vi: "Cơ quan ban hành"),
      Field(
        "dated", .date, "Dated", vi: "Ngày ban hành", help: Sentence("A date.", vi: "Ngày tháng.")),
      Field("subject", .note, "Subject", vi: "Trích yếu"),
      Field(
        "supersedes", to: .document, "Supersedes", vi: "Thay thế",
        help: Sentence("The document that it replaces.", vi: "Văn bản mà nó thay thế.")),
      .note,
    ],
    needs: [["number", "subject"]],
    suggestKey: { key(from: "number", "subject", in: $0) },
    nameColumns: ["number", "subject"], searchColumns: ["number", "subject", "issuer"],
    list: ["key", "number", "kind", "issuer", "dated", "subject"],
    order: { _ in "t.dated_earliest, t.key" }, card: [.record, .effects])
}
