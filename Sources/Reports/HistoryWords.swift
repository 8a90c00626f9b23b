import Registry
import SQLite
import Schema

/// What a page says for `table_name`, `record`, `kind` and `field` of a history.
///
/// Names of tables and columns are English words; a page in Vietnamese has their own.
struct HistoryWords {
  let record: SQL
  let kind: SQL
  let field: SQL

  init(_ tables: [TrackedTable], in language: Language) {
    guard language == .vietnamese else {
      (record, kind, field) = ("table_name || ' ' || record", "kind", "field")
      return
    }
    let nouns = tables.map { ($0.name, RecordKind.noun(ofTable: $0.name).vietnamese) }
    record = "\(raw: Self.cases("table_name", nouns)) || ' ' || record"
    kind = Self.cases("kind", [("added", "thêm"), ("edited", "sửa"), ("removed", "xóa")])
    let columns = Set(tables.flatMap(\.stored)).sorted()
    field = Self.cases("field", columns.map { ($0, Labels.of($0).vietnamese) })
  }

  private static func cases(_ column: SQL, _ words: [(String, String)]) -> SQL {
    var cases: SQL = "CASE \(raw: column)"
    for (name, word) in words { cases += " WHEN \(text: name) THEN \(text: word)" }
    return cases + " ELSE \(raw: column) END"
  }
}
