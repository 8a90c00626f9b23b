import SQLite

extension RecordKind {
  package static let party: RecordKind = RecordKind(
    "party", plural: "parties", Sentence("party", vi: "nước hoặc tổ chức"),
    about: Sentence(
      "States, territories and organisations that send or receive.",
      vi: "Quốc gia, vùng lãnh thổ và tổ chức cử hoặc tiếp nhận."),
    commands: .own(
      Verbs(
        first: "key",
        firstHelp: Sentence(
          "The key. (default: the ISO code, else from the name)",
          vi: "Mã. (mặc định: mã ISO, nếu không có thì từ tên)"),
        add: Example("su", ["kind": "state", "name_vi": "Liên Xô", "valid_until": "1991"]),
        added: "su", edit: Example("gb", ["functions_begin": "copy"]), key: "gb", words: "han quoc")
    ),
    fields: [
      Field("name_en", .line, "English name", vi: "Tên tiếng Anh"),
      Field("name_vi", .line, "Vietnamese name", vi: "Tên tiếng Việt"),
      Field(
        "has_article", .flag, "English article", vi: "Mạo từ tiếng Anh",
        help: Sentence(
          "1 where English says the name with \"the\" within a sentence, else 0.",
          vi: "1 nếu tên tiếng Anh cần mạo từ khi nằm trong câu, nếu không thì 0.")),
      Field("official_name_en", .line, "Official name", vi: "Tên chính thức (Anh)"),
      Field("official_name_vi", .line, "Official name (vi)", vi: "Tên chính thức"),
      Field(
        "kind", .choice(["state", "territory", "organization"]), "Kind", vi: "Loại",
        help: Sentence(
          "state, territory or organization.",
          vi: "state (quốc gia), territory (vùng lãnh thổ) hoặc organization (tổ chức).")),
      Field(
        "iso_alpha2", .line, "ISO, two letters", vi: "ISO, hai chữ",
        help: Sentence("Two letters, as ISO 3166-1.", vi: "Hai chữ cái theo ISO 3166-1."),
        shown: .never),
      Field("iso_alpha3", .line, "ISO, three letters", vi: "ISO, ba chữ", shown: .never),
      Field("iso_numeric", .line, "ISO, a number", vi: "ISO, số", shown: .never),
      Field(
        "functions_begin", .choice(["credentials", "copy", "appointment"]), "Functions begin with",
        vi: "Nhậm chức từ khi trình",
        help: Sentence(
          "credentials or copy: when functions begin there (VCDR art. 13).",
          vi:
            "credentials (thư ủy nhiệm) hoặc copy (bản sao): khi nào chức năng bắt đầu ở đó (Công ước Viên 1961, Điều 13)."
        )),
      Field(
        "precedence", .choice(["credentials", "alphabetical"]), "Precedence by",
        vi: "Ngôi thứ theo",
        help: Sentence(
          "credentials or alphabetical: the order of precedence there.",
          vi: "credentials (thư ủy nhiệm) hoặc alphabetical (chữ cái): thứ tự ngôi thứ ở đó.")),
      Field(
        "nuncio_is_first", .flag, "Nuncio first", vi: "Sứ thần đứng đầu",
        help: Sentence(
          "1 where the representative of the Holy See comes first (VCDR art. 16), else 0.",
          vi:
            "1 nếu đại diện Tòa thánh đứng đầu ngôi thứ (Công ước Viên 1961, Điều 16), nếu không thì 0."
        )),
      Field("valid_from", .date, "From", vi: "Từ", help: Sentence("A date.", vi: "Ngày tháng.")),
      Field("valid_until", .date, "Until", vi: "Đến", help: Sentence("A date.", vi: "Ngày tháng.")),
      Field(
        "successor", to: .party, "Successor", vi: "Kế thừa bởi",
        help: Sentence("The party that came after it.", vi: "Nước hoặc tổ chức kế tục.")),
      Field(
        "region", .line, "Region", vi: "Khu vực",
        help: Sentence(
          "The region of the world: a code, as europe.",
          vi: "Khu vực trên thế giới: một mã, như europe."), shown: .coded),
      .wikidata, .note,
    ],
    parts: [
      .names(
        of: "party", help: Sentence("Another name to be found by.", vi: "Tên khác dùng để tìm."))
    ],
    needs: [["kind"], ["name_en", "name_vi"]],
    turning: [["name_en", "name_vi", "has_article", "official_name_en", "official_name_vi"]],
    derive: keysOfNames,
    suggestKey: { key(from: "iso_alpha2", "name_en", "name_vi", in: $0) },
    nameColumns: ["name_en", "name_vi"], isSearchable: true, codes: ["iso_alpha2", "iso_alpha3"],
    extras: [
      .otherNames(of: "party", behind: "official_name_vi"),
      Extra("iso", behind: "iso_numeric") { _ in
        """
        nullif(trim(
          coalesce(t.iso_alpha2, '') || ' ' || coalesce(t.iso_alpha3, '') || ' '
          || coalesce(t.iso_numeric, '')
        ), '')
        """
      },
      .count("missions", of: "mission", by: "receiver"),
      Extra("iso") { _ in "t.iso_alpha2" },
      .code("iso_alpha3", "iso_alpha3"), .code("iso_numeric", "iso_numeric"),
    ],
    list: ["key", "name_en", "name_vi", "kind", "iso", "missions", "iso_alpha3", "iso_numeric"],
    order: { phrases in
      "coalesce(t.\(raw: phrases.localized("sort_key")), t.sort_key_en, t.sort_key_vi), t.key"
    },
    card: [.record, .former, .missionsThere, .lineage])
}
