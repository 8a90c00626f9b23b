import SQLite
import Schema

/// What SQLite says of a question, made into something that helps: the place, and what may have
/// been meant.
package struct QueryFault {
  private let registry: Registry
  private let limits: QueryLimits

  init(_ registry: Registry, _ limits: QueryLimits) {
    self.registry = registry
    self.limits = limits
  }

  func explain(_ error: SQLiteError) -> RegistryError {
    let isRefused = error.code == .notAuthorized || error.message == "not authorized"
    if isRefused, let refusal = wayAroundTheClock(in: error.sql ?? "") { return refusal }
    // Where the schema was not read yet, SQLite keeps the words of the refusal, not its code.
    if error.message == "not authorized" { return refusal(of: error.sql ?? "") }
    switch error.code {
    case .readOnly, .notAuthorized: return refusal(of: error.sql ?? "")
    case .interrupted: return timeIsOver
    case .outOfMemory: return memoryIsOver
    case .tooBig:
      return RegistryError(
        .rule,
        Sentence(
          "A value or the statement is larger than is allowed (16 MB, 1 MB).",
          vi: "Một giá trị hoặc câu lệnh vượt quá giới hạn (16 MB, 1 MB)."))
    case .constraint: return RegistryError(error, path: registry.path)
    case .busy, .locked, .corrupt, .notADatabase, .inputOutput, .full, .cannotOpen:
      return RegistryError(error, path: registry.path)
    default: return mistake(error)
    }
  }

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

  // MARK: Limits

  private var timeIsOver: RegistryError {
    let seconds = limits.seconds ?? 0
    return RegistryError(
      .timeLimit,
      Sentence("The time limit of \(seconds) s is over.", vi: "Đã hết thời hạn \(seconds) giây."),
      remedies: [.question(.raiseTimeLimit)])
  }

  private var memoryIsOver: RegistryError {
    let megabytes = limits.memory >> 20
    return RegistryError(
      .rule,
      Sentence(
        "The answer needs more than \(megabytes) MB of memory.",
        vi: "Kết quả cần hơn \(megabytes) MB bộ nhớ."),
      remedies: [.question(.raiseMemoryLimit)])
  }

  // MARK: What only reads

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

  /// The refusal of a statement that even a recorded change may not run.
  var refusalOfWriting: RegistryError {
    RegistryError(
      .readOnly,
      Sentence(
        "A change in SQL adds, edits and removes records, and nothing else.",
        vi: "Thay đổi bằng SQL chỉ thêm, sửa và xóa bản ghi."),
      hint: Sentence(
        "Tables, views, settings, transactions and the log of changes belong to the program.",
        vi: "Bảng, khung nhìn, thiết lập, giao dịch và nhật ký thay đổi thuộc về chương trình."))
  }

  package static let noStatement = RegistryError(
    .invalidValue, Sentence("There is no statement.", vi: "Không có câu lệnh nào."))

  /// The first table that a statement names; `nil` where it names none.
  private func writtenTable(in tokens: [SQLToken]) -> String? {
    let tables = Set((try? Catalog(registry.connection))?.tables ?? [])
    return tokens.lazy.map { $0.text.lowercased() }.first(where: tables.contains)
  }

  // MARK: Mistakes

  private func mistake(_ error: SQLiteError) -> RegistryError {
    let sql = error.sql ?? ""
    let tokens = SQLToken.all(in: sql)
    let name = Self.named(in: error.message)
    var place = error.offset.map { offset in
      (offset, tokens.first { $0.offset == offset }?.length ?? 1)
    }
    var meant: [String] = []
    var about: [Sentence] = []
    let catalog = try? Catalog(registry.connection)
    if error.message.hasPrefix("no such table") {
      place = Self.place(of: name, in: tokens)
      let tables = catalog?.tables ?? []
      meant = Nearest.matches(to: Self.last(name), among: tables)
      about = meant.prefix(1).compactMap(description)
    } else if error.message.hasPrefix("no such column") {
      place = place ?? Self.place(of: name, in: tokens)
      meant = nearColumns(to: name, tokens, catalog)
    } else if error.message.hasPrefix("no such function") {
      place = place ?? Self.place(of: name, in: tokens)
      meant = Nearest.matches(to: name, among: Registry.functionNames)
    } else if error.message.hasPrefix("near \"") {
      (place, meant) = misspeltKeyword(tokens, at: place, catalog)
    }
    return RegistryError(
      .rule, Sentence(same: "SQL: \(error.message)."),
      list: SQLExcerpt.lines(of: sql, at: place) + about, hint: Self.didYouMean(meant))
  }

  private static func didYouMean(_ names: [String]) -> Sentence? {
    guard !names.isEmpty else { return nil }
    let shown = names.joined(separator: ", ")
    return Sentence("Did you mean \(shown)?", vi: "Có phải ý bạn là \(shown)?")
  }

  /// What a message names: `hed` of "no such column: hed".
  private static func named(in message: String) -> String {
    message.split(separator: ": ", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
  }

  private static func last(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }

  private static func place(of name: String, in tokens: [SQLToken]) -> (Int, Int)? {
    let wanted = last(name).lowercased()
    return tokens.first { $0.isName && $0.text.lowercased() == wanted }
      .map { ($0.offset, $0.length) }
  }

  private func nearColumns(
    to name: String, _ tokens: [SQLToken], _ catalog: Catalog?
  ) -> [String] {
    guard let catalog else { return [] }
    let parts = name.split(separator: ".").map(String.init)
    let table = parts.count > 1 ? parts[parts.count - 2].lowercased() : nil
    let tables = catalog.tables(in: tokens).filter { table == nil || $0.alias == table }
    let columns =
      tables.isEmpty
      ? catalog.columns(in: tokens) : tables.flatMap { catalog.columns(of: $0.table) }
    let near = Nearest.matches(to: Self.last(name), among: Set(columns))
    return near.isEmpty ? [] : near
  }

  /// SQLite points at the word behind a misspelt keyword; the mistake is that one or the one
  /// before it.
  private func misspeltKeyword(
    _ tokens: [SQLToken], at place: (Int, Int)?, _ catalog: Catalog?
  ) -> ((Int, Int)?, [String]) {
    guard let offset = place?.0, let index = tokens.firstIndex(where: { $0.offset >= offset })
    else {
      return (place, [])
    }
    let known = Set((catalog?.tables ?? []) + (catalog?.columns(in: tokens) ?? []))
    for candidate in [index - 1, index, index - 2] where tokens.indices.contains(candidate) {
      let token = tokens[candidate]
      guard token.kind == .word, token.length > 2, !Connection.isKeyword(token.text),
        !known.contains(token.text.lowercased())
      else { continue }
      let near = Nearest.matches(to: token.text, among: Self.commonKeywords)
      if !near.isEmpty { return ((token.offset, token.length), near.map { $0.uppercased() }) }
    }
    return (place, [])
  }

  /// Those that questions are made of; ABORT and INDEXED would only mislead.
  static let commonKeywords = """
    select from where group order by having limit offset join left inner cross on using and or not \
    in is null like glob between exists case when then else end distinct union except intersect all \
    with recursive as asc desc over partition filter values cast collate
    """.split(separator: " ").map(String.init)

  private func description(of table: String) -> Sentence? {
    let about = try? registry.connection.first(
      """
      SELECT about_en, about_vi FROM schema_comment
      WHERE object_name = \(table) AND column_name = ''
      """
    ) { (row) throws(SQLiteError) in
      Sentence(
        "\(table): \(try row.get(0, as: String.self))",
        vi: "\(table): \(try row.get(1, as: String.self))")
    }
    return about ?? nil
  }
}
