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
  private static let onDemand: [(column: ReportColumn, sql: @Sendable (Phrases) -> SQL)] = [
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
      { phrases in
        let asked = phrases.language == .english ? " (requested)" : " (đã đề nghị)"
        return """
          (
            SELECT coalesce(agrement_given, agrement_requested || \(text: asked))
            FROM accreditation WHERE posting = r.posting AND is_resident
          )
          """
      }
    ),
    (.date("arrived"), { _ in residence("accreditation", "arrived") }),
    (
      ReportColumn("months_served", Sentence("Months served", vi: "Số tháng tại nhiệm")),
      { _ in
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
            FROM tenure WHERE posting = r.posting AND is_resident
          )
        )
        """
      }
    ),
    (.number("tenure_days_least"), { _ in residence("tenure", "tenure_days_least") }),
    (.number("tenure_days_most"), { _ in residence("tenure", "tenure_days_most") }),
  ]

  private static func of(_ table: String, _ column: String) -> SQL {
    "(SELECT \(name: column) FROM \(name: table) WHERE key = r.posting)"
  }

  private static func residence(_ table: String, _ column: String) -> SQL {
    "(SELECT \(name: column) FROM \(name: table) WHERE posting = r.posting AND is_resident)"
  }

  // MARK: What was asked for

  let columns: [ReportColumn]
  private let isChosen: Bool
  private let phrases: Phrases

  /// - Parameter asked: names joined by commas; `nil` is what fits a page.
  init(_ asked: String?, _ phrases: Phrases) {
    self.phrases = phrases
    guard let asked else {
      (columns, isChosen) = (Self.usual, false)
      return
    }
    isChosen = true
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
    self.columns = columns
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
    let values = columns.map { column -> SQL in
      guard let more = Self.onDemand.first(where: { $0.column.name == column.name }) else {
        return SQL(name: column.name, of: "r")
      }
      return areHeads ? more.sql(phrases) : "NULL"
    }
    return """
      SELECT \(raw: values.joined(separator: ", ")) FROM temp.\(name: table) AS r ORDER BY r.number
      """
  }
}
