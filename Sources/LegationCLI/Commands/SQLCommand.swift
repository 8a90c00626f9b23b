import ArgumentParser
import Registry
import SQLite

struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Ask the registry in SQL.",
    discussion: """
      One statement that reads. Views to begin with: incumbency, incumbent, vacancy, \
      term_roster; what every table and column means stands in schema_comment.

      Examples:
        legation sql "SELECT mission, person_name FROM incumbent ORDER BY began"
        legation sql "SELECT * FROM schema_comment LIMIT 5" --format json
      """
  )

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The statement.")
  var statement: String

  func run() throws {
    let registry = try options.open()
    registry.connection.set(.attached, to: 0)
    do {
      let prepared = try registry.connection.prepare(statement)
      guard prepared.isReadOnly && prepared.columnCount > 0 else { throw Self.refusal }
      try Output(options: options).show(prepared, from: registry)
    } catch let error as SQLiteError {
      throw Self.sentence(for: error, statement)
    }
  }

  private static let refusal = RegistryError(
    .readOnly,
    Sentence("`sql` only reads.", vi: "`sql` chỉ đọc."),
    hint: Sentence(
      "To add, end or take back a head: legation head --help",
      vi: "Để thêm, kết thúc hoặc gỡ người đứng đầu: legation head --help"))

  private static func sentence(for error: SQLiteError, _ sql: String) -> RegistryError {
    if error.code == .readOnly || error.code == .notAuthorized { return refusal }
    var list: [String] = []
    if let offset = error.offset {
      let before = sql.utf8.prefix(offset)
      let start = before.lastIndex(of: UInt8(ascii: "\n")).map { before.index(after: $0) }
      let line = sql[(start ?? sql.startIndex)...].prefix { $0 != "\n" }
      let column = Substring(before[(start ?? before.startIndex)...]).count
      list = [String(line), String(repeating: " ", count: column) + "^"]
    }
    return RegistryError(
      .rule, Sentence("SQL: \(error.message).", vi: "SQL: \(error.message)."),
      list: list.map { Sentence(same: $0) })
  }
}
