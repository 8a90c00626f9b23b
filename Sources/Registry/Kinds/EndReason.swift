import SQLite

extension RecordKind {
  package static let endReason: RecordKind = RecordKind(
    "end-reason", plural: "end-reasons", table: "end_reason",
    Sentence("end reason", vi: "lý do kết thúc"),
    about: Sentence(
      "Reasons for which a head leaves.", vi: "Lý do người đứng đầu rời nhiệm sở."),
    commands: .own(
      Verbs(
        first: "key",
        firstHelp: Sentence("The key, for example seconded.", vi: "Mã, ví dụ seconded."),
        add: Example("seconded", ["name_en": "seconded", "name_vi": "biệt phái"]),
        added: "seconded", edit: Example("recalled", ["name_en": "recalled home"]), key: "recalled",
        words: "trieu hoi"
      )),
    fields: [
      Field("name_en", .line, "English name", vi: "Tên tiếng Anh"),
      Field("name_vi", .line, "Vietnamese name", vi: "Tên tiếng Việt"),
    ],
    needs: [["name_en"], ["name_vi"]], nameColumns: ["name_en", "name_vi"],
    searchColumns: ["name_en", "name_vi"], keepsItsChange: false, isCited: false,
    extras: [.count("postings", of: "posting", by: "end_reason")],
    list: ["key", "name_en", "name_vi", "postings"])
}
