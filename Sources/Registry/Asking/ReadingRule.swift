import SQLite
import Schema

/// What a question may not do, told to whoever asked it.
struct ReadingRule {
  private let registry: Registry

  init(_ registry: Registry) { self.registry = registry }

  /// Words with which statements begin that would change something, other databases' among them.
  ///
  /// ANALYZE and BEGIN are none: what is wrong behind them is told by itself.
  private static let verbs: Set<String> = [
    "insert", "update", "delete", "replace", "create", "drop", "alter", "truncate", "merge",
    "upsert", "grant", "revoke", "deny", "lock", "comment", "rename", "copy", "load", "start",
  ]

  /// The refusal of a statement that could not be read, or names what is not there, where it would
  /// not be answered if it were right; `nil` where it asks something.
  func refusal(ofWrong sql: String) -> RegistryError? {
    guard let verb = Self.verb(in: Self.words(of: sql)), Self.verbs.contains(verb.word) else {
      return nil
    }
    return refusal(of: sql)
  }

  /// The refusal of a statement that would do more than read, with what does it.
  func refusal(of sql: String) -> RegistryError {
    let tokens = Self.words(of: sql)
    let verb = Self.verb(in: tokens)
    var refusal = RegistryError(
      .readOnly, Sentence("A question only reads.", vi: "Câu hỏi chỉ đọc."))
    switch verb?.word ?? "" {
    case "create", "drop", "alter", "reindex", "analyze", "vacuum", "comment", "rename":
      refusal.remedies = [.question(.keep)]
    case "attach", "detach": refusal.remedies = [.question(.askAnother)]
    case "begin", "commit", "end", "rollback", "savepoint", "release", "start", "lock":
      refusal.remedies = [.question(.writeAsOneChange)]
    case "grant", "revoke", "deny":
      refusal.hint = Sentence(
        "A registry is a file and has no users: whoever may open the file may ask it.",
        vi: "Sổ là một tệp và không có người dùng riêng: ai mở được tệp thì hỏi được.")
    case "pragma":
      refusal.hint = Sentence(
        "Only PRAGMAs that describe are answered, as table_info(person).",
        vi: "Chỉ trả lời các PRAGMA mô tả, như table_info(person).")
    default:
      let written = writtenTable(in: tokens.dropFirst(verb?.place ?? 0))
      refusal.remedies = [.question(.write(table: written))]
    }
    return refusal
  }

  /// The words of the first statement.
  private static func words(of sql: String) -> [SQLToken] {
    let begun = SQLToken.all(in: sql).drop { $0.isSymbol(";") }
    return Array(begun.prefix { !$0.isSymbol(";") })
  }

  /// The word that says what a statement does: the first one, or the one behind WITH … AS (…).
  private static func verb(in tokens: [SQLToken]) -> (word: String, place: Int)? {
    guard let first = tokens.first, first.kind == .word else { return nil }
    guard first.isWord("with") else {
      // A function of this name has asked nothing yet.
      let isCalled = tokens.count > 1 && tokens[1].isSymbol("(")
      return isCalled ? nil : (first.text.lowercased(), 0)
    }
    var depth = 0
    for (place, token) in tokens.enumerated() {
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0
      let isMain = ["select", "values", "insert", "update", "delete", "replace"].contains {
        token.isWord($0)
      }
      // WITH update AS (…) gives a name.
      let isNamed = place + 1 < tokens.count && tokens[place + 1].isWord("as")
      if depth == 0, isMain, !isNamed { return (token.text.lowercased(), place) }
    }
    return nil
  }

  /// The first table that is named; `nil` where none is.
  private func writtenTable(in tokens: ArraySlice<SQLToken>) -> String? {
    let tables = Set((try? Catalog(registry.connection))?.tables ?? [])
    return tokens.lazy.filter(\.isName).map { $0.text.lowercased() }.first(where: tables.contains)
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
