package import Registry
import SQLite

/// What an import did, as a report: counts by kind of record, and what was odd.
package struct ImportPages {
  private let registry: Registry
  private let language: Language

  package init(_ registry: Registry, in language: Language) {
    self.registry = registry
    self.language = language
  }

  /// How an import ended.
  ///
  /// - Parameter change: `nil` where nothing was new.
  package static func end(_ change: Int?, _ isDryRun: Bool) -> Sentence {
    if isDryRun {
      return Sentence("Dry run: nothing is changed.", vi: "Chạy thử: chưa có gì thay đổi.")
    }
    guard let change else {
      return Sentence("Nothing is new: nothing is changed.", vi: "Không có gì mới để ghi.")
    }
    return Sentence("Change \(change).", vi: "Thay đổi số \(change).")
  }

  /// Hands the report to SQLite, so that every form of output is made in one way.
  package func page(_ report: ImportReport) throws(RegistryError) -> Report {
    try keep(report)
    return Report(
      name: "import",
      title: Sentence("What was read, and what was made of it", vi: "Kết quả nhập"),
      sections: [counts] + (report.columns.isEmpty ? [] : [columns]) + [remarks])
  }

  private func keep(_ report: ImportReport) throws(RegistryError) {
    try registry.run("CREATE TEMP TABLE import_column (theirs TEXT, field TEXT, example TEXT)")
    try registry.run(
      """
      CREATE TEMP TABLE import_count (
        kind TEXT, kind_page TEXT, read INTEGER, added INTEGER, edited INTEGER, same INTEGER, set_aside INTEGER,
        removed INTEGER
      )
      """)
    try registry.run(
      """
      CREATE TEMP TABLE import_remark (
        code TEXT, record TEXT, place TEXT, words_en TEXT, words_vi TEXT
      )
      """)
    for column in report.columns {
      try registry.run(
        "INSERT INTO import_column VALUES (\(column.theirs), \(column.field), \(column.example))")
    }
    for count in report.counts {
      try registry.run(
        """
        INSERT INTO import_count VALUES (
          \(count.kind), \(report.noun(of: count.kind)[language]), \(count.read), \(count.added), \(count.edited), \(count.same),
          \(count.setAside), \(count.removed)
        )
        """)
    }
    for remark in report.remarks {
      try registry.run(
        """
        INSERT INTO import_remark VALUES (
          \(remark.code), \(remark.record), \(remark.place), \(remark.words.english),
          \(remark.words.vietnamese)
        )
        """)
    }
  }

  private var columns: ReportSection {
    ReportSection(
      name: "columns",
      title: Sentence("What each column was taken for", vi: "Ý nghĩa các cột"),
      columns: [
        .text("column", Sentence("Column", vi: "Cột")),
        .text("field", Sentence("Taken for", vi: "Ứng với")),
        .text("first", Sentence("First row", vi: "Dòng đầu")),
      ],
      sql: """
        SELECT theirs AS "column", field, nullif(substr(example, 1, 60), '') AS first
        FROM import_column ORDER BY rowid
        """)
  }

  private var counts: ReportSection {
    ReportSection(
      name: "counts",
      columns: [
        .machine("kind"), ReportColumn("kind_page", Labels.of("kind"), audience: .pages),
        .number("read", Sentence("Read", vi: "Đã đọc")),
        .number("added", Sentence("Added", vi: "Thêm")),
        .number("edited", Sentence("Edited", vi: "Sửa")),
        .number("same", Sentence("As before", vi: "Như cũ")),
        .number("set_aside", Sentence("Set aside", vi: "Để riêng")),
        .number("removed", Sentence("Removed", vi: "Đã xóa")),
      ],
      sql:
        "SELECT kind, kind_page, read, added, edited, same, set_aside, removed FROM import_count ORDER BY rowid"
    )
  }

  private var remarks: ReportSection {
    ReportSection(
      name: "remarks",
      title: Sentence("What was odd", vi: "Điều bất thường"),
      columns: [
        .text("code", Sentence("Code", vi: "Mã")),
        .text("record", Sentence("Record", vi: "Bản ghi")),
        .text("place", Sentence("Place", vi: "Vị trí")), .page("words"),
        .machine("words_en"),
        .machine("words_vi"),
      ],
      sql: """
        SELECT code, record, place, iif(\(language == .vietnamese), words_vi, words_en) AS words,
          words_en, words_vi
        FROM import_remark
        ORDER BY code, rowid
        """)
  }
}
