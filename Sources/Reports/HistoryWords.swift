import Registry
import SQLite
import Schema

/// What a page says for `table_name`, `record`, `kind`, `field` and the values of a history.
///
/// Names of tables and columns are English words; a page in Vietnamese has their own.
struct HistoryWords {
  let record: SQL
  let kind: SQL
  let field: SQL
  private let dates: [String]

  init(_ tables: [TrackedTable], in language: Language) {
    let columns = Set(tables.flatMap(\.stored)).sorted()
    dates = columns.filter(Labels.isDate)
    guard language == .vietnamese else {
      (record, kind, field) = ("table_name || ' ' || record", "kind", "field")
      return
    }
    let nouns = tables.map { ($0.name, RecordKind.noun(ofTable: $0.name).vietnamese) }
    record = "\(raw: Self.cases("table_name", nouns)) || ' ' || record"
    kind = Self.cases("kind", [("added", "thêm"), ("edited", "sửa"), ("removed", "xóa")])
    field = Self.cases("field", columns.map { ($0, Labels.of($0).vietnamese) })
  }

  /// The value of a field, a date as pages print it; the connection needs
  /// ``Registry/Registry/addPageDates(in:)``.
  func value(_ column: SQL) -> SQL {
    let names = dates.map { "\(text: $0)" as SQL }.joined(separator: ", ")
    return
      "CASE WHEN field IN (\(raw: names)) THEN page_date(\(raw: column)) ELSE \(raw: column) END"
  }

  private static func cases(_ column: SQL, _ words: [(String, String)]) -> SQL {
    var cases: SQL = "CASE \(raw: column)"
    for (name, word) in words { cases += " WHEN \(text: name) THEN \(text: word)" }
    return cases + " ELSE \(raw: column) END"
  }
}
