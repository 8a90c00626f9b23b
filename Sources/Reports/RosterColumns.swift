import Registry
import SQLite

/// Which columns a roster shows: those that fit a page, or those that were asked for.
struct RosterColumns {
  /// Those of a page that nobody chose for, then what programs read, then what is shown where it is
  /// asked for.
  static let all: [ReportColumn] = usual + onDemand.map(\.column)

  /// The names that can be asked for.
  static let names: [String] = all.map(\.name)

  static let usual: [ReportColumn] = [
    .number("number"), .page("marks"), .text("name"), .text("title"), .text("mission"),
    .text("concurrent"), .page("appointed_or_handed_over", .date), .date("credentials"),
    .date("exequatur"), .page("planned_or_standard_end", .date), .text("status"),
    .date("vacant_since"), .text("last_head"), .text("acting_head"), .text("designate"),
    .text("nominee"),
    .machine("posting"), .machine("person"), .machine("mission_key"), .machine("mission_kind"),
    .machine("status_code"), .machine("certainty"), .machine("term_is_inferred"),
    day("appointed"), day("handed_over"), day("began"), .machine("began_by"),
    day("planned_end"), .machine("planned_end_by"), .machine("function"), day("since"),
    .machine("since_by"), .machine("in_office"),
  ]

  private static func day(_ name: String) -> ReportColumn {
    ReportColumn(name, nil, .date, audience: .programs)
  }

  /// Said of heads, and of a post without one not.
  private static let ofHeads: Set<String> = Set([
    "name", "title", "appointed_or_handed_over", "credentials", "exequatur",
    "planned_or_standard_end", "person", "term_is_inferred", "appointed", "handed_over", "began",
    "began_by", "planned_end", "planned_end_by", "function", "since", "since_by", "in_office",
  ]).union(onDemand.map(\.column.name))
  private static let ofPosts = ["vacant_since", "last_head", "acting_head", "designate", "nominee"]

  /// What is looked up where it is asked for, of the posting of the row `r`.
  private static let onDemand: [(column: ReportColumn, sql: @Sendable (Looking) -> SQL)] = [
    (.text("term"), { _ in of("posting", "term") }),
    (.text("batch"), { _ in of("posting", "batch") }),
    (
      ReportColumn("decision", Sentence("Decision", vi: "Quyết định")),
      { _ in
        """
        (
          SELECT group_concat(number, '; ')
          FROM (
            SELECT coalesce(d.number, d.key) AS number
            FROM posting_document AS x JOIN document AS d ON d.key = x.document
            WHERE x.posting = r.posting AND x.effect = 'appoints'
            ORDER BY d.dated_earliest, d.key
          )
        )
        """
      }
    ),
    (
      ReportColumn("agrement", Sentence("Agrément", vi: "Chấp thuận"), .date),
      { looking in
        let asked = looking.phrases.language == .english ? " (requested)" : " (đã đề nghị)"
        return looking.up(
          "coalesce(agrement_given, agrement_requested || \(text: asked))", in: "accreditation")
      }
    ),
    (.date("arrived"), { $0.up("arrived", in: "accreditation") }),
    (
      ReportColumn("months_served", Sentence("Months served", vi: "Số tháng tại nhiệm")),
      { looking in
        """
        (
          SELECT CASE
            WHEN least = most THEN CAST(least AS TEXT)
            WHEN most IS NULL THEN least || '+'
            ELSE coalesce(least, 0) || '–' || most
          END
          FROM (
            SELECT
              CAST(tenure_days_least / 30.4375 AS INTEGER) AS least,
              CAST(tenure_days_most / 30.4375 AS INTEGER) AS most
            FROM tenure WHERE posting = r.posting AND \(raw: looking.which)
          )
        )
        """
      }
    ),
    (.number("tenure_days_least"), { $0.up("tenure_days_least", in: "tenure") }),
    (.number("tenure_days_most"), { $0.up("tenure_days_most", in: "tenure") }),
    (
      ReportColumn("receiver", Sentence("Towards", vi: "Tại")),
      { $0.up($0.phrases.localized("receiver_name"), in: "tenure") }
    ),
    (.machine("receiver_key"), { $0.up("receiver", in: "accreditation") }),
    (.machine("accreditation"), { $0.up("key", in: "accreditation") }),
    (.machine("is_resident"), { $0.up("is_resident", in: "accreditation") }),
  ]

  /// What an accreditation has of its own, of the row `t` of its tenure.
  private static func ofAccreditation(_ column: String, _ phrases: Phrases) -> SQL? {
    switch column {
    case "title": "t.\(raw: phrases.localized("title_name"))"
    case "receiver": "t.\(raw: phrases.localized("receiver_name"))"
    case "receiver_key": "t.receiver"
    case "appointed_or_handed_over":
      "coalesce(t.appointed, t.handed_over || \(text: phrases.handedOver))"
    case "exequatur": "coalesce(t.exequatur, a.provisionally_admitted)"
    case "status": phrases.label("tenure.status", of: "t.status")
    case "status_code": "t.status"
    case "accreditation", "is_resident", "credentials", "appointed", "handed_over", "began",
      "began_by", "since", "since_by", "in_office":
      SQL(name: column, of: "t")
    default: nil
    }
  }

  /// How a value is looked up beside a row.
  private struct Looking {
    let phrases: Phrases
    let unit: RowUnit

    /// The accreditation of its posting that is meant.
    var which: SQL { unit == .accreditation ? "receiver = a.receiver" : "is_resident" }

    func up(_ value: SQL, in table: String) -> SQL {
      "(SELECT \(raw: value) FROM \(name: table) WHERE posting = r.posting AND \(raw: which))"
    }
  }

  private static func of(_ table: String, _ column: String) -> SQL {
    "(SELECT \(name: column) FROM \(name: table) WHERE key = r.posting)"
  }

  // MARK: What was asked for

  let columns: [ReportColumn]
  private let names: [String]
  private let isChosen: Bool
  private let unit: RowUnit
  private let phrases: Phrases

  /// - Parameters:
  ///   - asked: names joined by commas; `nil` is what fits a page.
  ///   - unit: what a row of the heads is told of.
  init(_ asked: String?, per unit: RowUnit, _ phrases: Phrases) {
    self.phrases = phrases
    self.unit = unit
    guard let asked else {
      (columns, isChosen, names) = (Self.usual(per: unit), false, [])
      return
    }
    isChosen = true
    names = asked.split(separator: ",").map(String.init)
    let named = asked.split(separator: ",").compactMap { name in
      Self.all.first { $0.name == name }
    }
    var columns = named.map { ReportColumn($0.name, $0.label, $0.kind) }
    // A page of posts without a head says at least which, and since when.
    if !named.contains(where: { Self.ofPosts.contains($0.name) }) {
      let wanted = ["mission"] + Self.ofPosts
      columns += Self.all.filter { column in
        wanted.contains(column.name) && !named.contains { $0.name == column.name }
      }.map { ReportColumn($0.name, $0.label, $0.kind, audience: .pages) }
      added = Set(columns.dropFirst(named.count).map(\.name))
    }
    // What a row is told of, whether or not somebody wants to see it.
    if unit == .person, !columns.contains(where: { $0.name == unit.rawValue }) {
      columns.append(.machine(unit.rawValue))
    }
    self.columns = columns
  }

  /// Of an accreditation, to whom it is.
  private static func usual(per unit: RowUnit) -> [ReportColumn] {
    guard unit == .accreditation else { return usual }
    let own = ["receiver", "accreditation", "receiver_key", "is_resident"].compactMap { name in
      all.first { $0.name == name }
    }
    return usual.flatMap { $0.name == "concurrent" ? [own[0]] : [$0] } + own.dropFirst()
  }

  /// The part of the heads with what was asked for, and nothing that only tells rows apart.
  func heads(_ section: ReportSection) -> ReportSection {
    var section = section
    section.keepsEmpty = isChosen
    if unit == .person, isChosen { section.choose(names) }
    return section
  }

  /// What only the page of posts has, for nobody asked for it.
  private var added: Set<String> = []

  /// - Parameter hasExequatur: whether there is any among the heads.
  func unprintedOfHeads(hasExequatur: Bool) -> Set<String> {
    guard isChosen else {
      return Set(Self.ofPosts).union(hasExequatur ? [] : ["exequatur"])
    }
    return rest(without: Set(Self.ofPosts).union(added))
  }

  /// What a narrow terminal does without, where nobody chose.
  var leastNeeded: [String] {
    isChosen
      ? []
      : [
        "exequatur", "concurrent", "credentials", "planned_or_standard_end", "last_head", "title",
        "appointed_or_handed_over", "nominee", "designate", "status",
      ]
  }

  var unprintedOfPosts: Set<String> { rest(without: Self.ofHeads) }

  /// Of a table all of whose columns would be empty they are shown.
  private func rest(without names: Set<String>) -> Set<String> {
    columns.allSatisfy { names.contains($0.name) } ? added : names
  }

  /// The rows that were kept in a table.
  ///
  /// - Parameter areHeads: else they are posts without one, and what is looked up of a posting is
  ///   nobody's.
  func sql(from table: String, areHeads: Bool) -> SQL {
    let looking = Looking(phrases: phrases, unit: unit)
    let isOfEach = areHeads && unit == .accreditation
    let values = columns.map { column -> SQL in
      if isOfEach, let own = Self.ofAccreditation(column.name, phrases) { return own }
      guard let more = Self.onDemand.first(where: { $0.column.name == column.name }) else {
        return SQL(name: column.name, of: "r")
      }
      return areHeads ? more.sql(looking) : "NULL"
    }
    let each: SQL = """
      JOIN accreditation AS a ON a.posting = r.posting
      JOIN tenure AS t ON t.accreditation = a.key
      JOIN party AS p ON p.key = a.receiver
      """
    let order: SQL =
      isOfEach
      ? "r.number, a.is_resident DESC, p.\(raw: phrases.localized("sort_key")), a.key" : "r.number"
    return """
      SELECT \(raw: values.joined(separator: ", "))
      FROM temp.\(name: table) AS r \(raw: isOfEach ? each : "")
      ORDER BY \(raw: order)
      """
  }
}
