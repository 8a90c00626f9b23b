import SQLite

extension RecordKind {
  package static let person: RecordKind = RecordKind(
    "person", plural: "people", Sentence("person", vi: "người"),
    about: Sentence(
      "People who head, headed or were named to head a mission.",
      vi: "Người đang, đã hoặc được đề cử đứng đầu cơ quan đại diện."),
    commands: .own(
      Verbs(
        first: "name",
        firstHelp: Sentence(
          "The name as it is written, family name first for Vietnamese names.",
          vi: "Họ và tên đúng như cách viết; tên Việt Nam thì họ đứng trước."),
        add: Example("Đỗ Minh Hùng", ["gender": "male"]),
        added: "do-minh-hung-2", edit: Example("do-minh-hung", ["born": "1970"]),
        key: "do-minh-hung", words: "do minh hung")
    ),
    fields: [
      Field(
        "name", .line, "Name", vi: "Họ và tên", called: ["họ tên", "họ và tên", "tên"]),
      Field(
        "family_name", .line, "Family name", vi: "Họ",
        help: Sentence(
          "Where the order of the words does not tell.", vi: "Khi thứ tự các từ không cho biết.")),
      Field("middle_name", .line, "Middle name", vi: "Đệm"),
      Field(
        "given_name", .line, "Given name", vi: "Tên gọi",
        help: Sentence(
          "Sorted by; else by the last word.",
          vi: "Dùng để xếp thứ tự; nếu không có thì theo từ cuối.")),
      Field(
        "name_suffix", .line, "Behind the name", vi: "Phần sau tên",
        help: Sentence("What follows the name: Jr., III.", vi: "Phần đứng sau tên: Jr., III.")),
      Field(
        "sort_name", .line, "Sorted as", vi: "Xếp theo",
        help: Sentence(
          "Sorted as this, for names of another order.",
          vi: "Xếp thứ tự theo dạng này, cho tên có thứ tự khác.")),
      Field(
        "gender", .choice(["female", "male"]), "Gender", vi: "Giới tính",
        help: Sentence("female or male.", vi: "female (nữ) hoặc male (nam).")),
      Field(
        "born", .date, "Born", vi: "Sinh",
        help: Sentence(
          "A date: 1970, 1970-05 or 1970-05-19.", vi: "Ngày tháng: 1970, 05/1970 hoặc 19/05/1970.")),
      Field("died", .date, "Died", vi: "Mất", help: Sentence("A date.", vi: "Ngày tháng.")),
      Field(
        "career", .line, "Career", vi: "Ngạch",
        help: Sentence(
          "career, non-career, or another word of the service.",
          vi: "career (trong ngạch), non-career (ngoài ngạch), hoặc từ khác của ngành."),
        shown: .coded),
      Field(
        "home", .line, "From", vi: "Quê quán",
        help: Sentence(
          "Codes of where the person is from, joined by a space.",
          vi: "Mã quê quán, nối bằng dấu cách.")),
      .wikidata, .note,
    ],
    parts: [
      .names(
        of: "person", help: Sentence("Another name to be found by.", vi: "Tên khác dùng để tìm.")),
      Part(
        "person_rank", of: "person", isRepeated: false,
        [
          Field(
            "rank", .line, "Rank", vi: "Hàm",
            help: Sentence(
              "The personal rank (hàm), for example \"Đại sứ bậc một\".",
              vi: "Hàm ngoại giao, ví dụ \"Đại sứ bậc một\".")),
          Field(
            "conferred", .date, "Conferred", vi: "Phong hàm",
            help: Sentence("When that rank was conferred.", vi: "Thời điểm phong hàm."),
            option: "rank-conferred"),
          Field("note", .note, "Note", vi: "Ghi chú", isOption: false),
        ]),
    ],
    needs: [["name"]],
    turning: [["name", "family_name", "middle_name", "given_name", "sort_name"]],
    derive: { values in
      let name = values["name"]?.words ?? ""
      values["search_key"] = .text(NameKey.searchKey(name))
      values["sort_key"] = .text(
        NameKey.personSortKey(
          name: name,
          familyName: values["family_name"]?.words,
          middleName: values["middle_name"]?.words,
          givenName: values["given_name"]?.words,
          sortName: values["sort_name"]?.words
        ))
    },
    suggestKey: { key(from: "name", in: $0) }, numbersKeys: true,
    nameColumns: ["name"], isSearchable: true, recognition: .byName, hasIdentifiers: true,
    extras: [
      .otherNames(of: "person", behind: "name"),
      Extra("ranks", behind: "home") { _ in
        """
        (SELECT group_concat(rank || coalesce(' (' || conferred || ')', ''), '; ')
         FROM person_rank WHERE person = t.key)
        """
      },
      .count("postings", of: "posting", by: "person"),
    ],
    list: ["key", "name", "gender", "born", "died", "postings", "note"],
    order: { _ in "t.sort_key, t.key" },
    card: [.record, .former, .heads(by: "person"), .heldTogether])
}
