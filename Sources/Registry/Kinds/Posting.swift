import SQLite

extension RecordKind {
  /// A person at a mission; `head` adds, edits and takes it back, with its accreditations.
  package static let posting: RecordKind = RecordKind(
    "posting", plural: "postings", Sentence("posting", vi: "lần bổ nhiệm"),
    about: Sentence(
      "A person named to a mission as head or acting head, once.",
      vi: "Một lần cử một người đứng đầu hoặc tạm thời đứng đầu cơ quan đại diện."),
    commands: .within("head"),
    fields: [
      Field(
        "person", to: .person, "Person", vi: "Người", isOption: false,
        called: ["name", "head", "head of mission", "họ tên", "họ và tên", "tên"]),
      Field("mission", to: .mission, "Mission", vi: "Cơ quan đại diện", isOption: false),
      Field(
        "title", to: .title, "Title", vi: "Chức danh",
        help: Sentence(
          "The title. (default: the usual one for the kind of mission)",
          vi: "Chức danh. (mặc định: chức danh thường dùng cho loại cơ quan)")),
      Field("function", .choice(["head", "acting"]), "Function", vi: "Cương vị", isOption: false),
      Field(
        "term", to: .term, "Term", vi: "Nhiệm kỳ",
        help: Sentence("The term, for example 2024-2027.", vi: "Nhiệm kỳ, ví dụ 2024-2027.")),
      Field(
        "batch", to: .batch, "Batch", vi: "Đợt",
        help: Sentence(
          "The batch of the term, for example 2024-2027-2.",
          vi: "Đợt của nhiệm kỳ, ví dụ 2024-2027-2.")),
      Field(
        "term_is_inferred", .flag, "Term is inferred", vi: "Nhiệm kỳ do suy ra", isOption: false),
      Field(
        "planned_end", .date, "Planned end", vi: "Dự kiến kết thúc",
        help: Sentence("A date.", vi: "Ngày tháng.")),
      Field(
        "ended", .date, "Ended", vi: "Kết thúc",
        help: Sentence(
          "The day of leaving, for a past head.", vi: "Ngày rời nhiệm sở, của người đã thôi."),
        called: ["left", "ngày kết thúc"]),
      Field(
        "end_mark", .choice(["unknown", "point"]), "End mark", vi: "Dấu kết thúc", isOption: false),
      Field(
        "end_reason", to: .endReason, "Reason", vi: "Lý do",
        help: Sentence(
          "Why the head left: a key of a reason for leaving.",
          vi: "Lý do rời nhiệm sở: mã của một lý do kết thúc.")),
      Field("end_note", .note, "Words on the end", vi: "Ghi chú về kết thúc", isOption: false),
      Field(
        "acting_reason", .choice(["vacancy", "absence", "incapacity"]), "Acting because of",
        vi: "Lý do quyền",
        help: Sentence(
          "vacancy, absence or incapacity.",
          vi: "vacancy (khuyết), absence (vắng mặt) hoặc incapacity (không thể làm việc).")),
      Field(
        "nomination",
        .choice([
          "pending", "declined", "withdrawn", "refused", "not-confirmed", "died", "did-not-serve",
        ]), "Nomination", vi: "Đề cử",
        help: Sentence(
          """
          Named, but not serving: pending, declined, withdrawn, refused, not-confirmed, died, \
          did-not-serve.
          """,
          vi: """
            Được đề cử nhưng không nhậm chức: pending (chờ bổ nhiệm), declined (người được đề cử \
            từ chối), withdrawn (đã rút đề cử), refused (bên tiếp nhận không chấp thuận), \
            not-confirmed (không được phê chuẩn), died (từ trần trước khi nhậm chức), \
            did-not-serve (được cử nhưng không nhậm chức).
            """)),
      .certainty, .note,
    ],
    parts: [Part("extension", of: "posting", [])],
    needs: [["person"], ["mission"], ["title"]],
    suggestKey: { values in
      guard let person = values["person"]?.words, let mission = values["mission"]?.words else {
        return nil
      }
      return "\(mission)-\(person)"
    }, numbersKeys: true,
    naming: { key in
      """
      SELECT person.name || ', ' || coalesce(m.name_en, m.name_vi),
        person.name || ', ' || coalesce(m.name_vi, m.name_en)
      FROM posting AS p JOIN person ON person.key = p.person
      JOIN mission AS m ON m.key = p.mission WHERE p.key = \(key)
      """
    },
    recognition: .byPersonAndMission, citedWith: OtherKind { .accreditation },
    list: ["key", "person", "mission", "title", "function", "term", "planned_end", "ended"],
    card: [.posting, .accreditations, .extensions])
}
