package import Registry
import SQLite

/// The heads at a receiver in their order of precedence, and the rule by which they stand in it.
package enum Precedence: ReportKind {
  package static let name = "precedence"
  package static let about = Sentence(
    "The order of precedence of the heads at a receiver, and the rule that it follows",
    vi: "Ngôi thứ của những người đứng đầu tại một nơi tiếp nhận, và quy tắc xếp")
  package static let parameters = [receiver]
  package static let example = [("receiver", "cn")]

  private static let receiver = ReportParameter(
    "receiver",
    Sentence(
      "At this receiver only; else at each that has several heads.",
      vi: "Chỉ tại nơi tiếp nhận này; nếu không thì tại mọi nơi có từ hai người trở lên."),
    .reference(.party))

  package static func report(_ asked: AskedReport) throws(RegistryError) -> Report {
    let condition: SQL
    if let key = asked[receiver] {
      condition = "v.receiver = \(key)"
    } else {
      condition = """
        (v.receiver, v.corps) IN (SELECT receiver, corps FROM precedence WHERE place = 2)
        """
    }
    let heads = try asked.keeping(
      "SELECT * FROM precedence AS v WHERE \(raw: condition)", as: "report_precedence")
    let found = try corps(asked, heads)
    let isOfOneSender =
      try asked.registry.value("SELECT count(DISTINCT sender) < 2 FROM mission", as: Bool.self)
      ?? true
    let day = try asked.day()
    var facts: [(name: String, value: Value)] = [("on", .text(day))]
    if let key = asked[receiver] { facts.append(("receiver", .text(key))) }
    return Report(
      name: name,
      title: try title(asked, day),
      lines: try lines(asked, found, isOfOneSender: isOfOneSender),
      facts: facts,
      sections: found.isEmpty
        ? [section("heads", nil, asked, heads, "FALSE", unprinted: [])]
        : found.map { corps in
          section(
            corps.code, corps.title, asked, heads, "v.corps = \(corps.code)",
            unprinted: corps.unprinted
              .union(isOfOneSender ? ["sender"] : [])
              .union(asked[receiver] == nil ? [] : ["receiver_name"]))
        })
  }

  // MARK: Rows

  private static func section(
    _ name: String, _ title: Sentence?, _ asked: AskedReport, _ heads: SQL, _ condition: SQL,
    unprinted: Set<String>
  ) -> ReportSection {
    let phrases = asked.phrases
    return ReportSection(
      name: name, title: title, columns: columns,
      sql: """
        SELECT
          v.\(raw: phrases.localized("receiver_name")), v.place,
          CASE WHEN v.is_sure THEN NULL ELSE '?' END,
          v.person_name, v.\(raw: phrases.localized("title_name")),
          v.\(raw: phrases.localized("sender_name")), v.\(raw: phrases.localized("mission_name")),
          CASE v.corps
            WHEN 'consular' THEN \(raw: phrases.label("title.consular_class", of: "CAST(v.class AS TEXT)"))
            ELSE \(raw: phrases.label("title.vienna_class", of: "CAST(v.class AS TEXT)"))
          END,
          v.precedence_date,
          \(raw: phrases.label("precedence.precedence_by", of: "v.precedence_by")),
          v.precedence_time, v.arrived, v.arrived_time,
          \(raw: phrases.label("tenure.status", of: "v.status")),
          v.receiver, v.corps, v.rule, v.standing, v.class, v.is_honorary, v.is_nuncio_first,
          v.is_sure, v.precedence_by, v.precedence_earliest, v.precedence_latest,
          v.agrement_given, v.commission_presented, v.accreditation, v.posting, v.person, v.sender,
          v.mission, v.mission_kind, v.is_resident, v.status, v.in_office, v.certainty
        FROM \(raw: heads) AS v
        JOIN party AS r ON r.key = v.receiver
        WHERE \(raw: condition)
        ORDER BY r.\(raw: phrases.localized("sort_key")), r.key, v.place
        """,
      unprinted: unprinted,
      leastNeeded: ["title", "arrived", "by", "status"],
      whenEmpty: Sentence(
        "No head is known there on that day.", vi: "Chưa rõ có ai đứng đầu tại đó vào ngày này."))
  }

  private static let columns: [ReportColumn] = [
    .text("receiver_name"), .number("number"), .page("marks"), .text("name"), .text("title"),
    .text("sender"), .text("mission"), .text("class"), .date("precedence_date"),
    .text("precedence_by"), .text("precedence_time"), .date("arrived"), .text("arrived_time"),
    .text("status"),
    .machine("receiver"), .machine("corps"), .machine("rule"), .machine("standing"),
    .machine("class_number"), .machine("is_honorary"), .machine("is_nuncio_first"),
    .machine("is_sure"), .machine("precedence_by_code"), .machine("precedence_earliest"),
    .machine("precedence_latest"), .machine("agrement_given"), .machine("commission_presented"),
    .machine("accreditation"), .machine("posting"), .machine("person"), .machine("sender_key"),
    .machine("mission_key"), .machine("mission_kind"), .machine("is_resident"),
    .machine("status_code"), .machine("in_office"), .machine("certainty"),
  ]

  /// A corps of which there is somebody, in the order of a diplomatic list.
  private struct Corps {
    let code: String
    let title: Sentence
    /// Columns that nobody in it has.
    let unprinted: Set<String>
    let rules: [String]
    let hasNuncio: Bool
    let isSure: Bool
    /// Who are not in functions: those to whom agrément is given, acting heads.
    let hasDesignates: Bool
    let hasActing: Bool
  }

  private static func corps(
    _ asked: AskedReport, _ heads: SQL
  ) throws(RegistryError) -> [Corps] {
    try asked.registry.all(
      """
      SELECT v.corps, l.name_en, l.name_vi, group_concat(DISTINCT v.rule), max(v.is_nuncio_first),
        min(v.is_sure), max(v.standing = 'agrement'), max(v.standing = 'acting'), count(v.class),
        count(v.precedence_time), count(v.arrived), count(v.arrived_time)
      FROM \(raw: heads) AS v
      JOIN code_label AS l ON l.list = 'precedence.corps' AND l.code = v.corps
      GROUP BY v.corps
      ORDER BY v.corps = 'other', v.corps = 'international-organization', v.corps = 'consular'
      """
    ) { (row) throws(SQLiteError) in
      var unprinted: Set<String> = []
      for (place, column) in ["class", "precedence_time", "arrived", "arrived_time"].enumerated() {
        if try row.get(8 + place, as: Int.self) == 0 { unprinted.insert(column) }
      }
      let title = Sentence(
        try row.get(1, as: String.self).capitalizedFirst,
        vi: try row.get(2, as: String.self).capitalizedFirst)
      return Corps(
        code: try row.get(0), title: title, unprinted: unprinted,
        rules: try row.get(3, as: String.self).split(separator: ",").map(String.init),
        hasNuncio: try row.get(4), isSure: try row.get(5), hasDesignates: try row.get(6),
        hasActing: try row.get(7))
    }
  }

  // MARK: Heading

  private static func title(
    _ asked: AskedReport, _ day: String
  ) throws(RegistryError) -> Sentence {
    let vietnameseDay = PageDate.vietnamese(day)
    guard let key = asked[receiver],
      let receiver = try asked.registry.first(
        """
        SELECT \(raw: Phrases.englishInText(of: "party")), coalesce(name_vi, name_en)
        FROM party WHERE key = \(key)
        """,
        as: { (row) throws(SQLiteError) in
          Sentence(try row.get(0, as: String.self), vi: try row.get(1, as: String.self))
        })
    else {
      return Sentence(
        "Order of precedence at each receiver of several heads, on \(day)",
        vi: "Ngôi thứ tại từng nơi tiếp nhận có nhiều người đứng đầu, ngày \(vietnameseDay)")
    }
    return Sentence(
      "Order of precedence of heads of mission, \(receiver.english), on \(day)",
      vi: """
        Ngôi thứ của người đứng đầu các cơ quan đại diện tại \(receiver.vietnamese), \
        ngày \(vietnameseDay)
        """)
  }

  private static func lines(
    _ asked: AskedReport, _ found: [Corps], isOfOneSender: Bool
  ) throws(RegistryError) -> [Sentence] {
    guard !found.isEmpty else { return [] }
    var lines = [try senders(asked, isOfOneSender: isOfOneSender)]
    let rules = Set(found.flatMap(\.rules))
    lines += ruleSentences.filter { rules.contains($0.rule) }.map(\.sentence)
    if found.contains(where: \.hasNuncio) { lines.append(nuncio) }
    if found.contains(where: \.hasDesignates) { lines.append(designates) }
    if found.contains(where: \.hasActing) { lines.append(acting) }
    if !found.allSatisfy(\.isSure) { lines.append(unsure) }
    return lines
  }

  private static func senders(
    _ asked: AskedReport, isOfOneSender: Bool
  ) throws(RegistryError) -> Sentence {
    guard isOfOneSender,
      let sender = try asked.registry.first(
        """
        SELECT DISTINCT \(raw: Phrases.englishInText(of: "s")), coalesce(s.name_vi, s.name_en)
        FROM mission AS m JOIN party AS s ON s.key = m.sender
        """,
        as: { (row) throws(SQLiteError) in
          Sentence(try row.get(0, as: String.self), vi: try row.get(1, as: String.self))
        })
    else {
      return Sentence(
        "Among the senders of this registry; the heads of others are not here.",
        vi: "Chỉ xét các bên cử có trong sổ này; người đứng đầu của bên khác không có ở đây.")
    }
    return Sentence(
      """
      Among the heads sent by \(sender.english) alone: those of other senders, who rank between \
      them, are not in this registry.
      """,
      vi: """
        Chỉ xét những người do \(sender.vietnamese) cử: người đứng đầu của các nước khác, xếp xen \
        giữa, không có trong sổ này.
        """)
  }

  private static let ruleSentences: [(rule: String, sentence: Sentence)] = [
    (
      "diplomatic",
      Sentence(
        """
        Diplomatic missions: by class, then by the date and hour of taking up functions, which is \
        that of the credentials or, where such is the practice, of the true copy (VCDR art. 13, 16). \
        Of one day: by arrival, then by agrément, unless the hour is known of all.
        """,
        vi: """
          Cơ quan ngoại giao: theo cấp, rồi theo ngày giờ nhậm chức, tức là khi trình thư ủy nhiệm \
          hoặc, nếu thông lệ nơi đó như vậy, trình bản sao (Công ước Viên 1961, Điều 13, 16). Cùng \
          ngày: theo thời điểm đến, rồi ngày được chấp thuận, trừ khi biết giờ của tất cả.
          """)
    ),
    (
      "consular",
      Sentence(
        """
        Consular posts: by class, career heads before honorary ones, then by the date of the \
        exequatur, or of an earlier provisional admission, then by that of presenting the \
        commission (VCCR art. 16).
        """,
        vi: """
          Cơ quan lãnh sự: theo cấp, lãnh sự chuyên nghiệp trước lãnh sự danh dự, rồi theo ngày được \
          cấp giấy chấp nhận lãnh sự hoặc ngày được tạm thời chấp nhận trước đó, rồi ngày trình giấy \
          ủy nhiệm lãnh sự (Công ước Viên 1963, Điều 16).
          """)
    ),
    (
      "credentials",
      Sentence(
        """
        Organizations that go by credentials: those with the class of an ambassador first, then by \
        the date and hour of the credentials; of one day by arrival.
        """,
        vi: """
          Tổ chức xếp theo ngày trình thư: người có cấp đại sứ trước, rồi theo ngày giờ trình thư ủy \
          nhiệm; cùng ngày thì theo thời điểm đến.
          """)
    ),
    (
      "alphabetical",
      Sentence(
        "Where the practice is alphabetical: by the English names of the senders.",
        vi: "Nơi xếp theo chữ cái: theo tên tiếng Anh của bên cử.")
    ),
    (
      "none",
      Sentence(
        "Other offices have no order of precedence: they stand by the day of beginning.",
        vi: "Cơ quan khác không có ngôi thứ: xếp theo ngày bắt đầu.")
    ),
  ]

  private static let nuncio = Sentence(
    "The representative of the Holy See comes first, as is the practice there (VCDR art. 16(3)).",
    vi: "Đại diện Tòa thánh đứng đầu, theo thông lệ tại đó (Công ước Viên 1961, khoản 3 Điều 16).")
  private static let designates = Sentence(
    """
    Behind the heads in functions: those to whom agrément is given, by its date; of consuls, whose \
    commission is presented.
    """,
    vi: """
      Sau những người đang giữ chức: người mới được chấp thuận, theo ngày chấp thuận; với lãnh sự, \
      người đã trình giấy ủy nhiệm.
      """)
  private static let acting = Sentence(
    "Last those who act as heads, by the day on which they took charge.",
    vi: "Sau cùng là những người tạm thời đứng đầu, theo ngày tiếp nhận chức trách.")
  private static let unsure = Sentence(
    "? what is recorded does not settle the place; whose date is not known stands behind the others",
    vi: "? những gì đã ghi chưa đủ để phân định; người chưa rõ ngày đứng sau những người khác")
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
