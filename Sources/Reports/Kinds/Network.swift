package import Registry
import SQLite

/// The missions by kind and region; what opened, closed and changed; and who is covered without one.
package enum Network: ReportKind {
  package static let name = "network"
  package static let about = Sentence(
    "The missions by kind and region, what opened and closed, and whom others cover",
    vi: "Mạng lưới cơ quan đại diện theo loại và khu vực, việc mở, đóng, và các địa bàn kiêm nhiệm")
  package static let document: OfficeForm.Document? = .report
  package static let parameters = [Period.from, Period.to, ReportParameter.missionKind, .region]
  package static let example = [("from", "2020-01-01")]

  package static func report(_ asked: AskedReport) throws(RegistryError) -> Report {
    let period = try Period(asked, months: 12)
    let day = try asked.day()
    let network = try asked.keeping(
      "SELECT * FROM network AS n WHERE \(raw: condition(asked))", as: "report_network")
    let missions = try asked.registry.value(
      "SELECT sum(missions) FROM \(raw: network)", as: Int.self)
    return Report(
      name: name,
      title: Sentence(
        "Network of missions on \(day)",
        vi: "Mạng lưới cơ quan đại diện, ngày \(PageDate.vietnamese(day))"),
      lines: [
        Sentence("Missions: \(missions ?? 0).", vi: "Số cơ quan: \(missions ?? 0).")
      ],
      facts: [("on", .text(day)), ("missions", .integer(Int64(missions ?? 0)))] + period.facts,
      sections: [try counts(asked, network), try turns(asked, period), covered(asked)])
  }

  // MARK: How many

  /// A column of the counts: the receivers of a region, the organizations, or those of which no region
  /// is recorded.
  private struct Place {
    let name: String
    let label: Sentence
    let condition: SQL
  }

  /// - Parameter network: the rows of the view that are asked about.
  private static func counts(
    _ asked: AskedReport, _ network: SQL
  ) throws(RegistryError) -> ReportSection {
    let phrases = asked.phrases
    let places = try places(asked, network)
    let sums =
      places.map { place -> SQL in
        "coalesce(sum(n.missions) FILTER (WHERE \(raw: place.condition)), 0)"
      } + ["sum(n.missions)"]
    let total = asked.language == .english ? "Total" : "Tổng cộng"
    return ReportSection(
      name: "missions",
      columns: [.text("mission_kind_name", Sentence("Kind", vi: "Loại"))]
        + places.map { .number($0.name, $0.label) }
        + [.number("total", Sentence("Total", vi: "Tổng cộng")), .machine("mission_kind")],
      sql: """
        SELECT
          \(raw: phrases.name(of: "k")), \(raw: sums.joined(separator: ", ")), k.key
        FROM \(raw: network) AS n
        JOIN mission_kind AS k ON k.key = n.mission_kind
        GROUP BY k.key
        ORDER BY k.house_order, k.key
        """,
      following: [
        """
        SELECT \(total), \(raw: sums.joined(separator: ", ")), NULL
        FROM \(raw: network) AS n
        GROUP BY NULL
        """
      ],
      whenEmpty: none)
  }

  private static func condition(_ asked: AskedReport) -> SQL {
    var conditions: [SQL] = ["TRUE"]
    if let kind = asked[.missionKind] { conditions.append("n.mission_kind = \(kind)") }
    if let region = asked[.region] { conditions.append("n.region = \(region)") }
    return conditions.joined(separator: " AND ")
  }

  /// The regions where there are missions, in the order of their names; then the organizations.
  private static func places(
    _ asked: AskedReport, _ network: SQL
  ) throws(RegistryError) -> [Place] {
    let regions = try asked.registry.all(
      """
      SELECT DISTINCT n.region, coalesce(l.name_en, n.region), coalesce(l.name_vi, n.region)
      FROM \(raw: network) AS n
      LEFT JOIN code_label AS l ON l.list = 'party.region' AND l.code = n.region
      WHERE n.region IS NOT NULL
      ORDER BY name_key(coalesce(l.\(raw: asked.phrases.localized("name")), n.region)), n.region
      """
    ) { (row) throws(SQLiteError) in
      let code = try row.get(0, as: String.self)
      return Place(
        name: code,
        label: Sentence(try row.get(1, as: String.self), vi: try row.get(2, as: String.self)),
        condition: "n.region = \(code)")
    }
    let others = [
      Place(
        name: "organizations", label: Sentence("Organizations", vi: "Tổ chức quốc tế"),
        condition: "n.region IS NULL AND n.receiver_kind = 'organization'"),
      Place(
        name: "no_region", label: Sentence("No region", vi: "Chưa ghi khu vực"),
        condition: "n.region IS NULL AND n.receiver_kind <> 'organization'"),
    ]
    var places = regions
    for place in others {
      let isThere = try asked.registry.value(
        """
        SELECT count(*) > 0 FROM \(raw: network) AS n WHERE \(raw: place.condition)
        """, as: Bool.self)
      if isThere == true { places.append(place) }
    }
    return places
  }

  // MARK: What became of it

  private static func turns(
    _ asked: AskedReport, _ period: Period
  ) throws(RegistryError) -> ReportSection {
    let phrases = asked.phrases
    let conditions: [SQL] =
      ["v.accreditation IS NULL", period.holds("v.happened")]
      + asked.conditions(onMission: "v.mission")
    let condition = conditions.joined(separator: " AND ")
    let changes =
      try asked.registry.value(
        "SELECT count(v.kind_before) FROM movement AS v WHERE \(raw: condition)", as: Int.self) ?? 0
    return ReportSection(
      name: "changes",
      title: Sentence(
        "Opened, closed, changed in kind \(period.words.english)",
        vi: "Mở, đóng, đổi loại \(period.words.vietnamese)"),
      columns: [
        .date("happened"), .text("event"), .text("mission"), .text("was"), .text("becomes"),
        .machine("event_code"), .machine("mission_key"), .machine("mission_kind"),
        .machine("receiver"), .machine("kind_before"), .machine("kind_after"),
        .machine("happened_earliest"), .machine("happened_latest"),
      ],
      sql: """
        SELECT
          v.happened, \(raw: phrases.label("movement.event", of: "v.event")),
          v.\(raw: phrases.localized("mission_name")), \(raw: phrases.name(of: "b")),
          \(raw: phrases.name(of: "a")), v.event, v.mission, v.mission_kind, v.receiver,
          v.kind_before, v.kind_after, v.happened_earliest, v.happened_latest
        FROM movement AS v
        JOIN mission AS m ON m.key = v.mission
        LEFT JOIN mission_kind AS b ON b.key = v.kind_before
        LEFT JOIN mission_kind AS a ON a.key = v.kind_after
        WHERE \(raw: condition)
        ORDER BY v.happened_earliest, v.happened_latest,
          m.\(raw: phrases.localized("sort_key")), m.key, v.event
        """,
      unprinted: changes == 0 ? ["was", "becomes"] : [],
      whenEmpty: none)
  }

  // MARK: Whom others cover

  private static func covered(_ asked: AskedReport) -> ReportSection {
    let phrases = asked.phrases
    var conditions: [SQL] = ["v.receiver_kind <> 'organization'"]
    if let kind = asked[.missionKind] { conditions.append("m.kind = \(kind)") }
    if let region = asked[.region] { conditions.append("v.region = \(region)") }
    return ReportSection(
      name: "covered_without_mission",
      title: Sentence(
        "Countries without a mission, covered from elsewhere",
        vi: "Các nước chưa có cơ quan đại diện, do nơi khác kiêm nhiệm"),
      columns: [
        .text("country", Sentence("Country or territory", vi: "Nước, vùng lãnh thổ")),
        .text("region"), .text("mission"),
        .text("accredited", Sentence("Head accredited there", vi: "Người được ủy nhiệm tại đó")),
        .machine("receiver"), .machine("region_code"), .machine("mission_key"),
        .machine("posting"),
      ],
      sql: """
        SELECT
          v.\(raw: phrases.localized("receiver_name")),
          \(raw: phrases.label("party.region", of: "v.region")),
          v.\(raw: phrases.localized("mission_name")), v.person_name, v.receiver, v.region,
          v.mission, v.posting
        FROM covered_without_mission AS v
        JOIN mission AS m ON m.key = v.mission
        WHERE \(raw: conditions.joined(separator: " AND "))
        ORDER BY v.\(raw: phrases.localized("sort_key")), v.receiver,
          m.\(raw: phrases.localized("sort_key")), m.key
        """,
      whenEmpty: none)
  }

  private static let none = Sentence("None.", vi: "Không có.")
}
