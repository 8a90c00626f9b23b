import Files
package import Registry
import SQLite

/// Who changed what, when and why.
package struct HistoryPages {
  private let registry: Registry
  private let language: Language

  package init(_ registry: Registry, in language: Language) {
    self.registry = registry
    self.language = language
  }

  /// Which changes a log holds.
  package struct Selection: Sendable {
    package var author: String?
    /// Days, both included.
    package var since: String?
    package var until: String?
    /// The key of a record.
    package var key: String?
    package var table: String?
    package var limit: Int?

    package init() {}
  }

  /// The changes, newest first.
  package func log(_ selection: Selection) throws(RegistryError) -> Report {
    let hasMerged =
      try registry.value(
        "SELECT EXISTS (SELECT 1 FROM change WHERE merged_from IS NOT NULL)", as: Bool.self)
      ?? false
    var conditions: [SQL] = ["1"]
    if let author = selection.author { conditions.append("c.author = \(author)") }
    if let since = selection.since {
      conditions.append("date(c.made_at, 'localtime') >= \(since)")
    }
    if let until = selection.until {
      conditions.append("date(c.made_at, 'localtime') <= \(until)")
    }
    if selection.key != nil || selection.table != nil {
      try registry.prepareHistory()
      var touched: SQL = "SELECT change FROM history_field WHERE 1"
      if let key = selection.key { touched += " AND subject = \(key)" }
      if let table = selection.table { touched += " AND table_name = \(table)" }
      conditions.append("c.number IN (\(raw: touched))")
    }
    let here = Clock.localTime("c.made_at")
    let there = Clock.localTime("c.first_made_at")
    var sql: SQL = """
      WITH touched AS (\(raw: try registry.touchedRecords()))
      SELECT
        c.number, \(raw: here), c.made_at, c.author, c.action, c.reason,
        (SELECT group_concat(t.words, '; ') FROM (
          SELECT \(raw: try words.record) AS words FROM touched
          WHERE change = c.number LIMIT 3
        ) AS t),
        (SELECT count(*) FROM touched WHERE change = c.number),
        c.office, \(raw: there), c.first_made_at, c.undoes, c.seal
      FROM change AS c
      WHERE \(raw: conditions.joined(separator: " AND "))
      ORDER BY c.number DESC
      """
    if let limit = selection.limit { sql += " LIMIT \(limit)" }
    return Report(
      name: "log",
      sections: [
        ReportSection(
          name: "changes",
          columns: [
            ReportColumn("number", Sentence("Change", vi: "Thay đổi"), .number),
            ReportColumn("made_at_page", Sentence("When", vi: "Khi nào"), audience: .pages),
            .machine("made_at"),
            ReportColumn("author", Sentence("Who", vi: "Ai")),
            ReportColumn("action", Sentence("What", vi: "Việc gì")),
            ReportColumn("reason", Sentence("Why", vi: "Lý do")),
            ReportColumn("records", Sentence("Records", vi: "Bản ghi")),
            ReportColumn("record_count", Sentence("Count", vi: "Số lượng"), .number),
            ReportColumn("office", Sentence("Office", vi: "Nơi ghi")),
            ReportColumn(
              "first_made_at_page", Sentence("Made there", vi: "Ghi tại đó lúc"), audience: .pages),
            .machine("first_made_at"),
            ReportColumn("undoes", audience: .programs),
            ReportColumn("seal", audience: .programs),
          ],
          sql: sql, unprinted: hasMerged ? [] : ["office", "first_made_at_page"],
          whenEmpty: Sentence("Nothing is found.", vi: "Không tìm thấy."))
      ])
  }

  /// The last change of the chain, with its seal.
  package var seal: Report {
    Report(
      name: "seal",
      sections: [
        ReportSection(
          name: "head",
          columns: [
            ReportColumn("number", Sentence("Change", vi: "Thay đổi"), .number),
            ReportColumn("made_at", Sentence("When", vi: "Khi nào")),
            ReportColumn("seal", Sentence("Seal", vi: "Dấu niêm")),
          ],
          sql: """
            SELECT number, made_at, seal FROM change
            WHERE seal IS NOT NULL ORDER BY number DESC LIMIT 1
            """)
      ])
  }

  /// One change, field by field.
  ///
  /// - Throws: where there is no change of that number.
  package func change(_ number: Int) throws(RegistryError) -> Report {
    try registry.prepareHistory()
    let head = try registry.first(
      """
      SELECT
        \(raw: Clock.localTime("made_at")) || '  ' || author || '  ' || action
          || coalesce('  ' || reason, ''),
        seal
      FROM change WHERE number = \(number)
      """
    ) { (row) throws(SQLiteError) in
      (try row.get(0, as: String.self), try row.get(1, as: String?.self))
    }
    guard let head else {
      throw RegistryError(
        .unknownName,
        Sentence("There is no change \(number).", vi: "Không có thay đổi số \(number)."),
        remedies: [.listChanges])
    }
    return Report(
      name: "change",
      title: Sentence("Change \(number)", vi: "Thay đổi số \(number)"),
      lines: [Sentence(same: head.0)],
      sections: [
        fields(
          "SELECT \(raw: try fieldColumns) FROM history_field WHERE change = \(number)",
          leaving: ["change"])
      ])
  }

  /// What is different between two points: by number, day or moment.
  package func difference(from first: String, to last: String) throws(RegistryError) -> Report {
    let (first, last) = (try registry.point(at: first), try registry.point(at: last))
    let fields = try registry.differences(from: first.change, to: last.change)
    return Report(
      name: "diff",
      title: Sentence(
        "From change \(first.change) (\(first.day)) to change \(last.change) (\(last.day))",
        vi: """
          Từ thay đổi số \(first.change) (\(first.day)) đến thay đổi số \(last.change) \
          (\(last.day))
          """),
      sections: [
        self.fields(
          "SELECT \(raw: try fieldColumns) FROM (\(raw: fields)) ORDER BY table_name, record",
          leaving: ["change"])
      ])
  }

  /// Everything that happened to a record and to what belongs to it, oldest first.
  package func history(of key: String) throws(RegistryError) -> Report {
    try requireHistory(of: key)
    return Report(
      name: "history",
      sections: [
        fields(
          """
          SELECT \(raw: try fieldColumns) FROM history_field
          WHERE subject = \(key) OR \(raw: accreditations(of: key))
          ORDER BY change, table_name, record
          """)
      ])
  }

  /// Each field of a record as it is now, with the change that it came by.
  package func blame(_ key: String) throws(RegistryError) -> Report {
    try requireHistory(of: key)
    return Report(
      name: "blame",
      sections: [
        ReportSection(
          name: "fields",
          columns: [
            ReportColumn("record", Sentence("Record", vi: "Bản ghi")),
            .machine("field"),
            ReportColumn("field_page", Sentence("Field", vi: "Mục"), audience: .pages),
            .machine("value"),
            ReportColumn("value_page", Sentence("Value", vi: "Giá trị"), audience: .pages),
            ReportColumn("change", Sentence("Change", vi: "Thay đổi"), .number),
            ReportColumn("made_at_page", Sentence("When", vi: "Khi nào"), audience: .pages),
            .machine("made_at"),
            ReportColumn("author", Sentence("Who", vi: "Ai")),
          ],
          // With max() SQLite takes the other columns from the row of the maximum.
          sql: """
            SELECT
              \(raw: try words.record), field, \(raw: try words.field), l.after,
              \(raw: try words.value("l.after")), l.change,
              \(raw: Clock.localTime("c.made_at")), c.made_at, c.author
            FROM (
              SELECT table_name, record, field, after, max(change) AS change
              FROM history_field WHERE subject = \(key) OR \(raw: accreditations(of: key))
              GROUP BY table_name, record, field
            ) AS l
            JOIN change AS c ON c.number = l.change
            WHERE l.after IS NOT NULL
            ORDER BY l.table_name, l.record, l.change, l.field
            """)
      ])
  }

  private var words: HistoryWords {
    get throws(RegistryError) {
      try registry.addPageDates(in: language)
      return HistoryWords(try registry.tables(), in: language)
    }
  }

  private var fieldColumns: SQL {
    get throws(RegistryError) {
      let words = try words
      return """
        change, table_name, record, \(raw: words.record), kind, \(raw: words.kind),
        field, \(raw: words.field), before, \(raw: words.value("before")),
        after, \(raw: words.value("after"))
        """
    }
  }

  /// What belongs to a posting but has a key of its own.
  private func accreditations(of posting: String) -> SQL {
    """
    table_name = 'accreditation'
    AND subject IN (SELECT key FROM accreditation_history WHERE posting = \(posting))
    """
  }

  private func fields(_ sql: SQL, leaving unprinted: Set<String> = []) -> ReportSection {
    ReportSection(
      name: "fields",
      columns: [
        ReportColumn("change", Sentence("Change", vi: "Thay đổi"), .number),
        .machine("table"), .machine("record"),
        ReportColumn("record_page", Sentence("Record", vi: "Bản ghi"), audience: .pages),
        .machine("kind"),
        ReportColumn("kind_page", Sentence("Was", vi: "Được"), audience: .pages),
        .machine("field"),
        ReportColumn("field_page", Sentence("Field", vi: "Mục"), audience: .pages),
        .machine("before"),
        ReportColumn("before_page", Sentence("Before", vi: "Trước"), audience: .pages),
        .machine("after"),
        ReportColumn("after_page", Sentence("After", vi: "Sau"), audience: .pages),
      ],
      sql: sql, unprinted: unprinted,
      whenEmpty: Sentence("Nothing is different.", vi: "Không có gì khác."))
  }

  private func requireHistory(of key: String) throws(RegistryError) {
    try registry.prepareHistory()
    let isKnown =
      try registry.value(
        "SELECT 1 FROM history_field WHERE subject = \(key) LIMIT 1", as: Int.self) != nil
    guard isKnown else {
      throw RegistryError(
        .unknownName,
        Sentence(
          "Nothing was ever kept under the key \(Registry.quoted(key)).",
          vi: "Chưa từng có gì được ghi dưới mã \(Registry.quoted(key))."),
        remedies: [.findKey])
    }
  }
}
