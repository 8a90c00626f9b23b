import SQLite

extension RecordKind {
  package static let title: RecordKind = RecordKind(
    "title", plural: "titles", Sentence("title", vi: "chức danh"),
    about: Sentence(
      "Titles of heads and acting heads, and the missions that they fit.",
      vi: "Chức danh của người đứng đầu và tạm thời đứng đầu, dùng cho loại cơ quan nào."),
    commands: .own(
      Verbs(
        first: "key", firstHelp: Sentence("The key, for example envoy.", vi: "Mã, ví dụ envoy."),
        add: Example("legate", ["name_en": "Legate", "name_vi": "Sứ", "function": "head"]),
        added: "legate", edit: Example("ambassador", ["name_en_plural": "Ambassadors"]),
        key: "ambassador",
        words: "tong lanh su")),
    fields: [
      Field("name_en", .line, "English name", vi: "Tên tiếng Anh"),
      Field("name_vi", .line, "Vietnamese name", vi: "Tên tiếng Việt"),
      Field(
        "name_en_plural", .line, "English plural", vi: "Số nhiều tiếng Anh",
        help: Sentence("In the plural, in English.", vi: "Dạng số nhiều, tiếng Anh.")),
      Field(
        "function", .choice(["head", "acting", "post"]), "Function", vi: "Cương vị",
        help: Sentence(
          "head, acting or post (neither).",
          vi: "head (người đứng đầu), acting (tạm thời) hoặc post (chức vụ khác).")),
      Field(
        "vienna_class", .number, "Class", vi: "Cấp",
        help: Sentence(
          "1 ambassadors, 2 envoys, 3 chargés en titre (VCDR art. 14).",
          vi: "1 đại sứ, 2 công sứ, 3 đại biện (Công ước Viên 1961, Điều 14).")),
      Field(
        "consular_class", .number, "Consular class", vi: "Cấp lãnh sự",
        help: Sentence(
          "1 consuls-general to 4 consular agents (VCCR art. 9).",
          vi: "Từ 1 tổng lãnh sự đến 4 đại lý lãnh sự (Công ước Viên 1963, Điều 9).")),
      Field(
        "is_honorary", .flag, "Honorary", vi: "Danh dự",
        help: Sentence(
          "1 for an honorary title, 0 for a career one.",
          vi: "1 nếu là danh dự, 0 nếu chuyên nghiệp.")),
    ],
    parts: [
      Part(
        "title_mission_kind", of: "title",
        [
          Field(
            "mission_kind", to: .missionKind, "Kind of mission", vi: "Loại cơ quan đại diện",
            help: Sentence(
              "A kind of mission that it fits.", vi: "Loại cơ quan dùng chức danh này."),
            option: "fits")
        ])
    ],
    needs: [["name_en"], ["name_vi"], ["function"]], nameColumns: ["name_en", "name_vi"],
    searchColumns: ["name_en", "name_vi"], keepsItsChange: false, isCited: false,
    extras: [
      Extra("fits", behind: "is_honorary", label: Sentence("Fits", vi: "Dùng cho")) { phrases in
        """
        (
          SELECT group_concat(name, '; ')
          FROM (
            SELECT \(raw: phrases.name(of: "k")) AS name
            FROM title_mission_kind AS x JOIN mission_kind AS k ON k.key = x.mission_kind
            WHERE x.title = t.key ORDER BY k.house_order
          )
        )
        """
      },
      .count("postings", of: "posting", by: "title"),
    ],
    list: ["key", "name_en", "name_vi", "function", "vienna_class", "consular_class", "postings"])
}
