package import Registry
import SQLite

/// How long heads were in office: exactly where full dates say it, and within bounds over all.
package enum Tenure: ReportKind {
  package static let name = "tenure"
  package static let about = Sentence(
    "How long heads stayed: mean and median of full dates, and bounds over all",
    vi: "Thời gian tại nhiệm: trung bình và trung vị theo ngày đầy đủ, và giới hạn tính trên tất cả"
  )
  package static let document: OfficeForm.Document? = .report
  package static let parameters = [
    by, ReportParameter.mission, .missionKind, .region, .term, .batch,
  ]
  package static let example = [("by", "kind")]

  private static let by = ReportParameter(
    "by",
    Sentence(
      "decade, kind, region or mission; else the first three.",
      vi:
        "decade (thập niên), kind (loại), region (khu vực) hoặc mission (cơ quan); nếu không thì ba cách đầu."
    ),
    .choice(["decade", "kind", "region", "mission"]))

  package static func report(_ asked: AskedReport) throws(RegistryError) -> Report {
    let conditions =
      asked.conditions(onMission: "v.mission") + asked.conditions(onPosting: "v.posting")
    let condition = (["TRUE"] + conditions).joined(separator: " AND ")
    let day = try asked.day()
    // All heads of a long history are too many to be kept aside.
    let isOfFew = [ReportParameter.mission, .term, .batch].contains { asked[$0] != nil }
    let lengths: SQL =
      isOfFew
      ? try asked.keeping(
        "SELECT * FROM tenure_length AS v WHERE \(raw: condition)", as: "report_tenure")
      : "(SELECT * FROM tenure_length AS v WHERE \(raw: condition))"
    let counts = try asked.registry.first(
      "SELECT count(*), count(v.days) FROM \(raw: lengths) AS v"
    ) { (row) throws(SQLiteError) in
      (heads: try row.get(0, as: Int.self), exact: try row.get(1, as: Int.self))
    }
    let (heads, exact) = (counts?.heads ?? 0, counts?.exact ?? 0)
    let groups = Group.all.filter { group in
      asked[by].map { $0 == group.name } ?? (group.name != "mission")
    }
    return Report(
      name: name,
      title: Sentence(
        "Tenure of heads who had left by \(day), in months",
        vi: """
          Thời gian tại nhiệm của những người đã kết thúc tính đến ngày \
          \(PageDate.vietnamese(day)), tính bằng tháng
          """),
      lines: [
        Sentence(
          """
          Heads: \(heads), of whom \(exact) with a full date of begin and of end: mean and median \
          are theirs. "At least" and "at most" hold over all, whatever their dates turn out to be.
          """,
          vi: """
            Số người: \(heads), trong đó \(exact) người có ngày đầu và ngày cuối đầy đủ: trung bình và \
            trung vị tính trên những người này. "Ít nhất" và "nhiều nhất" đúng với tất cả, dù ngày \
            thật là ngày nào.
            """)
      ],
      facts: [
        ("on", .text(day)), ("heads", .integer(Int64(heads))), ("exact", .integer(Int64(exact))),
      ],
      sections: [section(.whole, asked, lengths)] + groups.map { section($0, asked, lengths) })
  }

  /// By what heads are put together.
  private struct Group: Sendable {
    let name: String
    let title: Sentence
    let label: Sentence
    /// What a group is called, of the row `v`; what programs read; the order of the groups.
    let words: @Sendable (Phrases) -> SQL
    let code: SQL
    let order: @Sendable (Phrases) -> SQL

    static let whole = Group(
      name: "all", title: Sentence("All", vi: "Tất cả"), label: Sentence(same: ""),
      words: { $0.language == .english ? "'All'" : "'Tất cả'" }, code: "'all'",
      order: { _ in "1" })

    static let all = [
      Group(
        name: "decade", title: Sentence("By decade of beginning", vi: "Theo thập niên bắt đầu"),
        label: Sentence("Decade", vi: "Thập niên"),
        words: { phrases in
          let unknown = phrases.language == .english ? "not known" : "không rõ"
          return "coalesce(v.decade || '–' || (v.decade + 9), \(text: unknown))"
        },
        code: "v.decade", order: { _ in "v.decade IS NULL, v.decade" }),
      Group(
        name: "kind", title: Sentence("By kind of mission", vi: "Theo loại cơ quan"),
        label: Sentence("Kind", vi: "Loại"),
        words: { phrases in
          "(SELECT \(raw: phrases.name(of: "k")) FROM mission_kind AS k WHERE k.key = v.mission_kind)"
        },
        code: "v.mission_kind",
        order: { _ in
          "(SELECT k.house_order FROM mission_kind AS k WHERE k.key = v.mission_kind), v.mission_kind"
        }),
      Group(
        name: "region", title: Sentence("By region", vi: "Theo khu vực"),
        label: Sentence("Region", vi: "Khu vực"),
        words: { phrases in
          let unknown = phrases.language == .english ? "none recorded" : "chưa ghi"
          return
            "coalesce(\(raw: phrases.label("party.region", of: "v.region")), \(text: unknown))"
        },
        code: "v.region",
        order: { phrases in
          "v.region IS NULL, name_key(\(raw: phrases.label("party.region", of: "v.region")))"
        }),
      Group(
        name: "mission", title: Sentence("By mission", vi: "Theo cơ quan đại diện"),
        label: Sentence("Mission", vi: "Cơ quan đại diện"),
        words: { phrases in "v.\(raw: phrases.localized("mission_name"))" },
        code: "v.mission",
        order: { phrases in
          "(SELECT m.\(raw: phrases.localized("sort_key")) FROM mission AS m WHERE m.key = v.mission), v.mission"
        }),
    ]
  }

  /// Of whom nothing bounds the days they are more than any other: of a group that has fewer of them
  /// than half, the median is bounded still.
  private static let medianMost: SQL = """
    CASE
      WHEN median(coalesce(v.days_most, 1e9)) < 1e6 THEN median(coalesce(v.days_most, 1e9))
    END
    """

  private static func section(
    _ group: Group, _ asked: AskedReport, _ lengths: SQL
  ) -> ReportSection {
    ReportSection(
      name: group.name, title: group.name == "all" ? nil : group.title,
      columns: [
        .text("group", group.label), .number("heads"), .number("exact"),
        .number("mean"), .number("median"), .number("mean_least"), .number("mean_most"),
        .number("median_least"), .number("median_most"), .machine("code"),
      ],
      sql: """
        SELECT
          \(raw: group.words(asked.phrases)), count(*), count(v.days),
          \(raw: months("avg(v.days)")), \(raw: months("median(v.days)")),
          \(raw: months("avg(v.days_least)")),
          \(raw: months("CASE WHEN count(v.days_most) = count(*) THEN avg(v.days_most) END")),
          \(raw: months("median(v.days_least)")),
          \(raw: months(medianMost)),
          \(raw: group.code)
        FROM \(raw: lengths) AS v
        GROUP BY \(raw: group.name == "all" ? "NULL" : group.code)
        ORDER BY \(raw: group.order(asked.phrases))
        """,
      whenEmpty: Sentence("None.", vi: "Không có."))
  }

  private static func months(_ days: SQL) -> SQL { "round((\(raw: days)) / 30.4375, 1)" }
}
