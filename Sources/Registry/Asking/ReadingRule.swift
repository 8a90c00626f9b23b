import SQLite
import Schema

/// What a question may not do, told to whoever asked it.
struct ReadingRule {
  private let registry: Registry

  init(_ registry: Registry) { self.registry = registry }

  /// The refusal of a statement that would do more than read, with what does it.
  func refusal(of sql: String) -> RegistryError {
    let tokens = SQLToken.all(in: sql)
    let verb = tokens.first?.text.lowercased() ?? ""
    var refusal = RegistryError(
      .readOnly, Sentence("A question only reads.", vi: "Câu hỏi chỉ đọc."))
    switch verb {
    case "create", "drop", "alter", "reindex", "analyze", "vacuum":
      refusal.remedies = [.question(.keep)]
    case "attach", "detach": refusal.remedies = [.question(.askAnother)]
    case "begin", "commit", "end", "rollback", "savepoint", "release":
      refusal.remedies = [.question(.writeAsOneChange)]
    case "pragma":
      refusal.hint = Sentence(
        "Only PRAGMAs that describe are answered, as table_info(person).",
        vi: "Chỉ trả lời các PRAGMA mô tả, như table_info(person).")
    default: refusal.remedies = [.question(.write(table: writtenTable(in: tokens)))]
    }
    return refusal
  }

  /// The first table that a statement names; `nil` where it names none.
  private func writtenTable(in tokens: [SQLToken]) -> String? {
    let tables = Set((try? Catalog(registry.connection))?.tables ?? [])
    return tokens.lazy.map { $0.text.lowercased() }.first(where: tables.contains)
  }

  /// The refusal of a statement that even a recorded change may not run.
  static let refusalOfWriting = RegistryError(
    .readOnly,
    Sentence(
      "A change in SQL adds, edits and removes records, and nothing else.",
      vi: "Thay đổi bằng SQL chỉ thêm, sửa và xóa bản ghi."),
    hint: Sentence(
      "Tables, views, settings, transactions and the log of changes belong to the program.",
      vi: "Bảng, khung nhìn, thiết lập, giao dịch và nhật ký thay đổi thuộc về chương trình."))

  /// The refusal of `main.posting` while something stands in front of `posting`; `nil` where a
  /// statement names nothing so.
  ///
  /// By its words: SQLite tells nobody of a view of which no column is read. Where it reads a
  /// table so, the walls refuse it as well.
  func wayAroundTheClock(in sql: String) -> RegistryError? {
    let hidden = registry.clocks.hidden
    guard !hidden.isEmpty else { return nil }
    let tokens = SQLToken.all(in: sql)
    let place = tokens.indices.dropLast(2).first { place in
      tokens[place].isName && tokens[place].text.lowercased() == "main"
        && tokens[place + 1].text == "."
        && hidden.contains(tokens[place + 2].text.lowercased())
    }
    guard let place else { return nil }
    let (first, last) = (tokens[place], tokens[place + 2])
    let name = last.text
    return RegistryError(
      .rule,
      Sentence(
        "SQL: main.\(name) is what stands now, and it is asked about another day or an earlier time.",
        vi:
          "SQL: main.\(name) là dữ liệu hiện nay, trong khi đang hỏi về ngày khác hoặc thời điểm trước."
      ),
      list: SQLExcerpt.lines(
        of: sql, at: (first.offset, last.offset + last.length - first.offset)),
      hint: Sentence("Write \(name), without main.", vi: "Hãy viết \(name), không có main."))
  }
}
