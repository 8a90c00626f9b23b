import SQLite

extension RecordKind {
  package static let mission: RecordKind = RecordKind(
    "mission", plural: "missions", Sentence("mission", vi: "cơ quan đại diện"),
    about: Sentence(
      "Missions: embassies, consulates, permanent missions, offices.",
      vi: "Cơ quan đại diện: đại sứ quán, cơ quan lãnh sự, phái đoàn thường trực, văn phòng."),
    commands: .own(
      Verbs(
        first: "key",
        firstHelp: Sentence(
          "The key. (default: receiver and seat, as in gb-london)",
          vi: "Mã. (mặc định: nơi tiếp nhận và trụ sở, như gb-london)"),
        add: Example(["kind": "consulate", "receiver": "jp", "seat": "Sapporo"]),
        added: "jp-sapporo", edit: Example("gb-london", ["alias": "Embassy in London"]),
        key: "gb-london",
        words: "tong lanh su")),
    fields: [
      Field(
        "name_en", .line, "English name", vi: "Tên tiếng Anh",
        help: Sentence(
          "The English name. (default: made from kind, sender and place)",
          vi: "Tên tiếng Anh. (mặc định: ghép từ loại, nước cử và địa điểm)")),
      Field(
        "name_vi", .line, "Vietnamese name", vi: "Tên tiếng Việt",
        help: Sentence(
          "The Vietnamese name. (default: made from kind, sender and place)",
          vi: "Tên tiếng Việt. (mặc định: ghép từ loại, nước cử và địa điểm)")),
      Field(
        "kind", to: .missionKind, "Kind", vi: "Loại",
        help: Sentence(
          "embassy, consulate-general, permanent-mission …",
          vi: """
            embassy (đại sứ quán), consulate-general (tổng lãnh sự quán), permanent-mission (phái \
            đoàn thường trực) …
            """),
        shown: .byName),
      Field(
        "sender", to: .party, "Sender", vi: "Nước cử",
        help: Sentence(
          "By whom. (default: the registry's own country)",
          vi: "Nước cử. (mặc định: nước của sổ)"), shown: .byName),
      Field(
        "receiver", to: .party, "Receiver", vi: "Nơi tiếp nhận",
        help: Sentence(
          "To whom: a party, by key or name.",
          vi: "Nơi tiếp nhận: nước hoặc tổ chức, theo mã hoặc tên."),
        called: ["country", "receiving state", "nước", "nước sở tại"], shown: .byName),
      Field(
        "seat", .line, "Seat", vi: "Trụ sở", help: Sentence("The city.", vi: "Thành phố."),
        shown: .expression { _ in "t.seat || CASE WHEN t.seat_is_inferred THEN ' ?' ELSE '' END" }),
      Field(
        "seat_is_inferred", .flag, "Seat is inferred", vi: "Trụ sở do suy ra", isOption: false,
        shown: .never),
      Field(
        "parent", to: .mission, "Parent", vi: "Trực thuộc",
        help: Sentence("The mission of which it is a branch.", vi: "Cơ quan mà nó trực thuộc.")),
      Field(
        "opened", .date, "Opened", vi: "Thành lập",
        help: Sentence(
          "A date: 1995, 1995-08 or 1995-08-05.", vi: "Ngày tháng: 1995, 08/1995 hoặc 05/08/1995.")),
      Field(
        "closed", .date, "Closed", vi: "Đóng cửa",
        help: Sentence("A date.", vi: "Ngày tháng.")),
      Field(
        "closing_document", to: .document, "Closed by", vi: "Văn bản đóng cửa",
        help: Sentence("The document that decided the closing.", vi: "Văn bản quyết định đóng cửa.")
      ),
      .certainty, .wikidata, .note,
    ],
    parts: [
      .names(
        of: "mission",
        help: Sentence(
          "A former or other name to be found by.", vi: "Tên cũ hoặc tên khác dùng để tìm."),
        [
          Field("used_from", .date, "Used from", vi: "Dùng từ", isOption: false),
          Field("used_until", .date, "Used until", vi: "Dùng đến", isOption: false),
        ]),
      Part(
        "mission_coverage", of: "mission",
        [
          Field(
            "receiver", to: .party, "Receiver", vi: "Nơi tiếp nhận",
            help: Sentence(
              "A country that it also covers, whoever heads it.",
              vi: "Nước mà cơ quan này kiêm nhiệm, bất kể ai đứng đầu."), option: "covers"),
          Field("known_on", .date, "Known on", vi: "Biết vào ngày", isOption: false),
          Field("ended", .date, "Ended", vi: "Kết thúc", isOption: false),
          Field("note", .note, "Note", vi: "Ghi chú", isOption: false),
        ]),
      Part(
        "consular_district", of: "mission",
        [
          Field(
            "area", .note, "Area", vi: "Khu vực",
            help: Sentence("A consular district.", vi: "Khu vực lãnh sự."), option: "district"),
          Field("since", .date, "Since", vi: "Từ", isOption: false),
          Field("until", .date, "Until", vi: "Đến", isOption: false),
          Field("instrument", .line, "Instrument", vi: "Văn kiện", isOption: false),
        ]),
    ],
    needs: [["sender"], ["receiver"], ["kind"]],
    turning: [["name_en", "name_vi"], ["kind"], ["receiver"]],
    completion: [
      .asked { values in
        guard values["sender"] == nil else { return nil }
        return Question(columns: ["sender"], sql: "SELECT sender FROM registry")
      },
      .asked { missionNames($0) },
    ],
    derive: keysOfNames,
    suggestKey: { values in
      guard let receiver = values["receiver"]?.words,
        let seat = key(from: "seat", "kind", in: values)
      else { return nil }
      return seat == receiver ? receiver : "\(receiver)-\(seat)"
    },
    nameColumns: ["name_en", "name_vi"], isSearchable: true, secondName: "seat",
    hasIdentifiers: true,
    extras: [
      .otherNames(of: "mission", behind: "name_vi"),
      Extra("covers", behind: "seat") { phrases in
        """
        (
          SELECT group_concat(name, '; ')
          FROM (
            SELECT c.\(raw: phrases.localized("receiver_name"))
              || coalesce(' (' || c.known_on || ')', '') AS name
            FROM coverage AS c
            WHERE c.mission = t.key ORDER BY c.\(raw: phrases.localized("sort_key"))
          )
        )
        """
      },
      Extra("districts", behind: "seat") { _ in
        "(SELECT group_concat(area, '; ') FROM consular_district WHERE mission = t.key)"
      },
      Extra("name", label: Sentence("Mission", vi: "Cơ quan đại diện")) { $0.name(of: "t") },
      Extra("seat") { _ in "t.seat" },
      .code("kind_key", "kind"), .code("receiver_key", "receiver"), .code("sender_key", "sender"),
    ],
    list: [
      "key", "name", "kind", "seat", "receiver", "opened", "closed", "certainty", "kind_key",
      "receiver_key", "sender_key",
    ],
    order: { phrases in
      """
      (SELECT house_order FROM mission_kind WHERE key = t.kind),
        t.\(raw: phrases.localized("sort_key")), t.key
      """
    },
    card: [.record, .heads(by: "mission"), .notesBetween, .former, .seats, .closures])

  /// What a mission is called by its kind, its sender and its place: the seat of a consular post,
  /// the receiver of any other.
  static func missionNames(_ values: [String: Value]) -> Question? {
    guard values["name_en"]?.words == nil, values["name_vi"]?.words == nil,
      let kind = values["kind"]?.words, let sender = values["sender"]?.words,
      let receiver = values["receiver"]?.words
    else { return nil }
    let seat = values["seat"]?.words
    return Question(
      columns: ["name_en", "name_vi"],
      sql: """
        SELECT
          k.name_en || ' of ' || \(raw: Phrases.englishInText(of: "s"))
            || iif(k.category = 'international-organization', ' to ', ' in ')
            || coalesce(
              iif(k.category = 'consular', \(seat), NULL), \(raw: Phrases.englishInText(of: "r"))
            ),
          k.name_vi || ' ' || coalesce(s.name_vi, s.name_en) || ' tại '
            || coalesce(iif(k.category = 'consular', \(seat), NULL), r.name_vi, r.name_en)
        FROM mission_kind AS k, party AS s, party AS r
        WHERE k.key = \(kind) AND s.key = \(sender) AND r.key = \(receiver)
        """)
  }
}
