import ArgumentParser
import Registry
import SQLite

struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Ask the registry in SQL.",
    discussion: """
      Statements that read, in order. Views to begin with: incumbency, incumbent, vacancy, \
      term_roster; what every table and column means stands in schema_comment. Nothing that is \
      asked here can change the registry, or read or write another file.

      Examples:
        legation sql "SELECT mission, person_name FROM incumbent ORDER BY began"
        legation sql "SELECT * FROM schema_comment LIMIT 5" --format json
        legation sql "SELECT name FROM person WHERE key = :key" -p key=do-minh-hung
      """
  )

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The statements.")
  var statement: String

  @Option(
    name: .customShort("p"),
    help: ArgumentHelp(
      "A parameter: months=3, or with a type code:text=007.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(help: ArgumentHelp("End what takes longer; 0 is no limit.", valueName: "seconds"))
  var timeout = 30

  @Option(help: ArgumentHelp("Stop after so many rows of a statement.", valueName: "rows"))
  var maxRows: Int?

  func validate() throws {
    if timeout < 0 { throw ValidationError("--timeout takes seconds, 0 for no limit.") }
    if let maxRows, maxRows < 0 { throw ValidationError("--max-rows takes a number of rows.") }
  }

  func run() throws {
    let registry = try options.open()
    let given = try parameters.map { text throws(RegistryError) in try QueryParameter(text) }
    var limits = QueryLimits()
    limits.seconds = timeout == 0 ? nil : timeout
    try registry.enterSandbox(limits)
    do {
      let target = try options.openTarget()
      try refuseStrayParameters(given, registry)
      var rest = statement[...]
      var count = 0
      while let prepared = try registry.connection.prepareNext(of: &rest) {
        guard prepared.isReadOnly && prepared.columnCount > 0 else { throw Self.refusal }
        try registry.bind(given, to: prepared)
        try Output(options: options).show(prepared, maxRows: maxRows, to: target)
        count += 1
      }
      guard count > 0 else { throw Self.nothing }
      try target.finish()
    } catch let error as SQLiteError {
      throw sentence(for: error)
    }
  }

  private func refuseStrayParameters(_ given: [QueryParameter], _ registry: Registry) throws {
    guard !given.isEmpty else { return }
    var known: Set<String> = []
    var rest = statement[...]
    while let prepared = try registry.connection.prepareNext(of: &rest) {
      known.formUnion(prepared.parameterNames.map { String($0.dropFirst()) })
    }
    try registry.refuse(unknown: given, known: known)
  }

  private static let nothing = RegistryError(
    .invalidValue, Sentence("There is no statement.", vi: "Không có câu lệnh nào."))

  private static let refusal = RegistryError(
    .readOnly,
    Sentence("`sql` only reads.", vi: "`sql` chỉ đọc."),
    hint: Sentence(
      "To add, end or take back a head: legation head --help",
      vi: "Để thêm, kết thúc hoặc gỡ người đứng đầu: legation head --help"))

  private func sentence(for error: SQLiteError) -> RegistryError {
    switch error.code {
    case .readOnly, .notAuthorized: return Self.refusal
    case .interrupted:
      return RegistryError(
        .timeLimit,
        Sentence(
          "The time limit of \(timeout) s is over.", vi: "Đã hết thời hạn \(timeout) giây."),
        hint: Sentence(
          "Ask for less, or raise it: --timeout SECONDS",
          vi: "Hãy hỏi ít hơn, hoặc tăng: --timeout GIÂY"))
    case .outOfMemory:
      return RegistryError(
        .rule,
        Sentence(
          "The answer needs more than 256 MB of memory.",
          vi: "Kết quả cần hơn 256 MB bộ nhớ."),
        hint: Sentence(
          "Ask for less: a narrower WHERE, fewer columns, LIMIT.",
          vi: "Hãy hỏi ít hơn: WHERE hẹp hơn, ít cột hơn, LIMIT."))
    case .tooBig:
      return RegistryError(
        .rule,
        Sentence(
          "A value or the statement is larger than is allowed (16 MB, 1 MB).",
          vi: "Một giá trị hoặc câu lệnh vượt quá giới hạn (16 MB, 1 MB)."))
    default:
      return RegistryError(.rule, Sentence(same: "SQL: \(error.message)."), list: place(of: error))
    }
  }

  /// The line of the mistake with a caret under it, where SQLite knows the place.
  private func place(of error: SQLiteError) -> [Sentence] {
    guard let offset = error.offset, let sql = error.sql, offset <= sql.utf8.count else {
      return []
    }
    let before = sql.utf8.prefix(offset)
    let start =
      before.lastIndex(of: UInt8(ascii: "\n")).map { before.index(after: $0) } ?? sql.startIndex
    let line = sql[start...].prefix { $0 != "\n" }
    let column = Substring(before[start...]).count
    return [
      Sentence(same: String(line)), Sentence(same: String(repeating: " ", count: column) + "^"),
    ]
  }
}
