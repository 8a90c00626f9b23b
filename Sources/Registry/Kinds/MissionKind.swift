import SQLite

extension RecordKind {
  package static let missionKind: RecordKind = RecordKind(
    "mission-kind", plural: "mission-kinds", table: "mission_kind",
    Sentence("kind of mission", vi: "loại cơ quan đại diện"),
    about: Sentence(
      "Kinds of mission, in the order in which rosters have them.",
      vi: "Các loại cơ quan đại diện, theo thứ tự trong danh sách."),
    commands: .own(
      Verbs(
        first: "key",
        firstHelp: Sentence(
          "The key, for example liaison-office.", vi: "Mã, ví dụ liaison-office."),
        add: Example("post", ["name_en": "Post", "name_vi": "Trạm", "category": "other"]),
        added: "post", edit: Example("embassy", ["house_order": "5"]), key: "embassy",
        words: "lanh su")),
    fields: [
      Field("name_en", .line, "English name", vi: "Tên tiếng Anh"),
      Field("name_vi", .line, "Vietnamese name", vi: "Tên tiếng Việt"),
      Field(
        "category", .choice(["diplomatic", "consular", "international-organization", "other"]),
        "Category", vi: "Nhóm",
        help: Sentence(
          "diplomatic, consular, international-organization or other.",
          vi:
            "diplomatic (ngoại giao), consular (lãnh sự), international-organization (tổ chức quốc tế) hoặc other (khác)."
        )),
      Field(
        "house_order", .number, "House order", vi: "Thứ tự nội bộ",
        help: Sentence(
          "Its place in rosters, lowest first. (default: behind the others)",
          vi: "Vị trí trong danh sách, số nhỏ đứng trước. (mặc định: sau các loại khác)")),
    ],
    needs: [["name_en"], ["name_vi"], ["category"]],
    completion: [
      .asked { _ in
        Question(
          columns: ["house_order"],
          sql: "SELECT coalesce(max(house_order), 0) + 10 FROM mission_kind")
      }
    ],
    nameColumns: ["name_en", "name_vi"], searchColumns: ["name_en", "name_vi"],
    keepsItsChange: false, isCited: false,
    extras: [.count("missions", of: "mission", by: "kind")],
    list: ["key", "name_en", "name_vi", "category", "house_order", "missions"],
    order: { _ in "t.house_order, t.key" })
}
