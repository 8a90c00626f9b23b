import SQLite

extension RecordKind {
  /// A posting towards one receiver; `posting` records its milestones.
  package static let accreditation: RecordKind = RecordKind(
    "accreditation", plural: "accreditations", Sentence("accreditation", vi: "lần ủy nhiệm"),
    about: Sentence(
      "A posting towards one receiver, with its milestones.",
      vi: "Một lần bổ nhiệm đối với một nơi tiếp nhận, với các mốc."),
    commands: .within("posting"),
    fields: [
      Field("posting", to: .posting, "Posting", vi: "Lần bổ nhiệm", isOption: false),
      Field("receiver", to: .party, "Receiver", vi: "Nơi tiếp nhận", isOption: false),
      Field("is_resident", .flag, "Resident", vi: "Thường trú", isOption: false),
      Field("title", to: .title, "Title", vi: "Chức danh", isOption: false),
      Field("vienna_class", .number, "Class", vi: "Cấp", isOption: false),
      Field(
        "functions_begin", .choice(["credentials", "copy", "appointment"]), "Functions begin with",
        vi: "Nhậm chức từ khi trình", isOption: false),
    ]
      + steps.flatMap { step in
        let note = Field(
          step.column + "_note", .note, step.label.english + ", note",
          vi: step.label.vietnamese + ", ghi chú", isOption: false)
        return [step] + times.filter { $0.column == step.column + "_time" } + [note]
      }
      + [
        Field(
          "in_office_by", .date, "In office by", vi: "Tại nhiệm muộn nhất từ",
          help: Sentence(
            "A day by which a source shows them in office.",
            vi: "Ngày mà muộn nhất từ đó nguồn cho thấy đã tại nhiệm.")),
        Field(
          "in_office_on", .date, "Still in office on", vi: "Còn tại nhiệm ngày",
          help: Sentence(
            "A day on which a source shows them still in office.",
            vi: "Ngày mà nguồn cho thấy vẫn còn tại nhiệm.")),
        .note,
      ],
    needs: [["posting"]], rowsNeed: ["receiver"],
    completion: [
      .asked { values in
        guard let posting = values["posting"]?.words else { return nil }
        return Question(
          columns: ["mission", "receiver"], overrules: true,
          sql: """
            SELECT m.key, r.key
            FROM posting AS p
            JOIN mission AS m ON m.key = p.mission
            JOIN party AS r ON r.key = coalesce(\(values["receiver"] ?? .null), m.receiver)
            WHERE p.key = \(posting)
            """)
      },
      .asked { values in
        guard let mission = values["mission"]?.words, let receiver = values["receiver"]?.words
        else { return nil }
        return Question(
          columns: ["is_resident", "functions_begin"],
          sql: """
            SELECT r.key = m.receiver, r.functions_begin FROM mission AS m, party AS r
            WHERE m.key = \(mission) AND r.key = \(receiver)
            """)
      },
    ],
    suggestKey: { values in
      guard let posting = values["posting"]?.words, let receiver = values["receiver"]?.words
      else { return nil }
      return "\(posting)-\(receiver)"
    },
    list: [
      "key", "posting", "receiver", "appointed", "arrived", "copy_presented", "credentials",
      "ended",
    ])

  /// The milestones of an accreditation, in the order in which they normally come.
  package static let milestones = steps.map(\.column)

  private static let steps = [
    Field(
      "agrement_requested", .date, "Agrément requested", vi: "Xin chấp thuận",
      help: Sentence("Agrément asked for.", vi: "Xin chấp thuận.")),
    Field(
      "agrement_given", .date, "Agrément given", vi: "Được chấp thuận",
      help: Sentence("Agrément given.", vi: "Được chấp thuận.")),
    Field(
      "appointed", .date, "Appointed", vi: "Bổ nhiệm",
      help: Sentence("The date of the decision.", vi: "Ngày ký quyết định."),
      called: ["date of appointment", "ngày bổ nhiệm", "ngày ký quyết định"]),
    Field(
      "handed_over", .date, "Handed over", vi: "Trao quyết định",
      help: Sentence("The decision handed over.", vi: "Trao quyết định."),
      called: ["decision handed over", "ngày trao quyết định"]),
    Field(
      "arrived", .date, "Arrived", vi: "Đến nhận nhiệm vụ",
      help: Sentence("Arrived at the post.", vi: "Đến nhận nhiệm vụ."),
      called: ["took office", "nhận nhiệm vụ"]),
    Field(
      "took_charge", .date, "Took charge", vi: "Tiếp nhận chức trách",
      help: Sentence(
        "Took charge without credentials, as a chargé d'affaires ad interim.",
        vi: "Tiếp nhận chức trách mà không trình thư, như Đại biện lâm thời.")),
    Field(
      "copy_presented", .date, "Copy presented", vi: "Trình bản sao",
      help: Sentence(
        "The true copy of the credentials presented.", vi: "Trình bản sao thư ủy nhiệm.")),
    Field(
      "credentials", .date, "Credentials", vi: "Trình thư ủy nhiệm",
      help: Sentence("Credentials presented.", vi: "Trình thư ủy nhiệm."),
      called: ["presented credentials", "trình quốc thư", "ngày trình quốc thư"]),
    Field(
      "commission_presented", .date, "Commission presented", vi: "Trình giấy ủy nhiệm lãnh sự",
      help: Sentence("Consular commission presented.", vi: "Trình giấy ủy nhiệm lãnh sự.")),
    Field(
      "provisionally_admitted", .date, "Provisionally admitted", vi: "Được tạm thời chấp nhận",
      help: Sentence(
        "Provisionally admitted to a consular post.",
        vi: "Được tạm thời chấp nhận thi hành chức năng lãnh sự.")),
    Field(
      "exequatur", .date, "Exequatur", vi: "Giấy chấp nhận lãnh sự",
      help: Sentence("Exequatur given.", vi: "Được cấp giấy chấp nhận lãnh sự.")),
    Field(
      "recall_presented", .date, "Recall presented", vi: "Trình thư triệu hồi",
      help: Sentence("Letter of recall presented.", vi: "Trình thư triệu hồi.")),
    Field("ended", .date, "Ended", vi: "Kết thúc", isOption: false),
  ]

  private static let times = [
    Field(
      "arrived_time", .time, "Time of arrival", vi: "Giờ đến",
      help: Sentence(
        "HH:MM; it settles precedence on one day.",
        vi: "HH:MM; phân định ngôi thứ trong cùng một ngày.")),
    Field(
      "copy_presented_time", .time, "Time of the copy", vi: "Giờ trình bản sao",
      help: Sentence(
        "HH:MM at which the copy was presented.", vi: "HH:MM lúc trình bản sao.")),
    Field(
      "credentials_time", .time, "Time of credentials", vi: "Giờ trình thư ủy nhiệm",
      help: Sentence(
        "HH:MM at which credentials were presented.", vi: "HH:MM lúc trình thư ủy nhiệm.")),
  ]
}
