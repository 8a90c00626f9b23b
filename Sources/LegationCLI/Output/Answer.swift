import CSystem
import Files
import Formats
import Registry
import SQLite

/// What a command that does something says in the end: lines for people, or one object for
/// programs.
///
/// It is made before anything is done, so that a place that cannot be written to is told while
/// nothing has happened.
final class Answer {
  private let options: GlobalOptions
  let target: OutputTarget
  /// How many tables stand in the object already.
  private var tables = 0

  /// - Throws: where the form is one for tables, and where nothing can be written.
  init(_ options: GlobalOptions) throws(RegistryError) {
    self.options = options
    switch options.form {
    case .table, .line, .json, .ndjson: break
    case .csv, .tsv, .markdown, .html, .xlsx, .docx: throw Self.noTable(options.form)
    }
    target = try options.openTarget()
    try Self.requireOutput(options)
  }

  var isForPrograms: Bool { options.form == .json || options.form == .ndjson }

  /// The rows that a statement gives, before the end: of JSON a list in the one object.
  func show(_ statement: consuming Statement, maxRows: Int?) throws {
    if options.form == .json { target.sink.write(tables == 0 ? "{\"answers\":[" : ",") }
    tables += 1
    try Output(options: options).show(statement, maxRows: maxRows, to: target)
  }

  /// - Parameters:
  ///   - lines: for people.
  ///   - members: for programs.
  func end(_ lines: [Sentence], _ members: [(name: String, value: JSONText)]) throws {
    if isForPrograms {
      let object = JSONText.object(members).text + "\n"
      let isBegun = options.form == .json && tables > 0
      target.sink.write(isBegun ? "]," + String(object.dropFirst()) : object)
    } else {
      for line in lines {
        target.sink.write(PrintableText.of(line[Environment.language]) + "\n")
      }
    }
    try target.finish()
  }

  private static func noTable(_ form: Format) -> RegistryError {
    RegistryError(
      .invalidValue,
      Sentence(
        "The answer is no table, so there is no \(form.rawValue) of it.",
        vi: "Câu trả lời không phải là bảng nên không có dạng \(form.rawValue)."),
      hint: Sentence(
        "For programs: --format json", vi: "Cho chương trình khác: --format json"))
  }

  /// Standard output that was closed is found out before something is done, not after.
  static func requireOutput(_ options: GlobalOptions) throws(RegistryError) {
    guard options.writesToTerminal else { return }
    let mode = system_fcntl(STDOUT_FILENO, F_GETFL)
    guard mode < 0 || mode & O_ACCMODE == O_RDONLY else { return }
    throw RegistryError(
      .inputOutput,
      Sentence(
        "Standard output is closed; nothing is done.",
        vi: "Đầu ra chuẩn đã đóng; chưa làm gì cả."),
      hint: Sentence(
        "Where nobody is to read the answer: >/dev/null",
        vi: "Nếu không cần đọc kết quả: >/dev/null"))
  }
}

/// The answer could not be written, but something is made or kept.
struct KeptError: Error {
  let refusal: RegistryError

  /// - Parameter kept: what is there all the same.
  /// - Returns: `nil` where the reader went away, which is no fault.
  init?(_ error: any Error, kept: Sentence) {
    switch error {
    case let error as RegistryError:
      var refusal = error
      refusal.hint = kept
      refusal.remedies = []
      self.refusal = refusal
    case let error as FileError:
      var refusal = RegistryError(error)
      refusal.hint = kept
      self.refusal = refusal
    case OutputError.closedPipe: return nil
    case OutputError.interrupted:
      refusal = RegistryError(.cancelled, Sentence("Cancelled.", vi: "Đã hủy."), hint: kept)
    case OutputError.failed(let why):
      refusal = RegistryError(
        .inputOutput,
        Sentence(
          "The output could not be written: \(why).", vi: "Không ghi được kết quả: \(why)."),
        hint: kept)
    default: refusal = RegistryError(.unforeseen, Sentence(same: "\(error)"), hint: kept)
    }
  }

  /// Runs what follows something that stays; says what that is where it fails.
  ///
  /// - Parameter kept: `nil` where nothing is.
  static func after(_ kept: Sentence?, _ body: () throws -> Void) throws {
    guard let kept else { return try body() }
    Watchdog.makeReady(afterKeeping: kept)
    do { try body() } catch {
      throw KeptError(error, kept: kept) ?? error
    }
  }

  /// - Parameter number: of a change; `nil` where none is kept.
  static func after(change number: Int?, _ body: () throws -> Void) throws {
    try after(number.map(change), body)
  }

  static func change(_ number: Int) -> Sentence {
    Sentence(
      "Change \(number) is kept all the same.", vi: "Tuy vậy, thay đổi số \(number) đã được lưu.")
  }
}

extension Output {
  /// Makes a change and says what was done, under which number it is kept.
  ///
  /// - Parameters:
  ///   - citing: what a source is cited for; refused where there is nothing.
  ///   - body: writes.
  ///   - lines: what was done, in words.
  func write<T>(
    _ action: String, _ write: WriteOptions, citing: WriteOptions.Citing = .record,
    _ body: (Change) throws(RegistryError) -> T, saying lines: (T) throws -> [Sentence]
  ) throws {
    let registry = try options.open(for: .writing)
    let note = try write.note(action, citing: citing, in: registry)
    try keep(
      in: registry, note, { (note) throws(RegistryError) in try registry.write(note, body) },
      saying: lines)
  }

  /// Makes a change that is more than writing records, and says what was done.
  func keep<T>(
    in registry: Registry, _ note: ChangeNote, answering opened: Answer? = nil,
    _ change: (ChangeNote) throws(RegistryError) -> ChangeOutcome<T>,
    saying lines: (T) throws -> [Sentence]
  ) throws {
    let answer = try opened ?? Answer(options)
    if answer.isForPrograms { try registry.beginTrace() }
    let outcome = try change(note)
    let number = outcome.isDryRun ? nil : outcome.number
    try KeptError.after(change: number) {
      let lines = try lines(outcome.result) + registry.echoes
      try answer.end(
        lines + [Self.end(number)],
        Self.members(of: note, number, lines, registry.trace ?? ChangeTrace()))
    }
  }

  static func end(_ number: Int?) -> Sentence {
    guard let number else {
      return Sentence("Dry run: nothing is changed.", vi: "Chạy thử: chưa có gì thay đổi.")
    }
    return Sentence("Change \(number).", vi: "Thay đổi số \(number).")
  }

  /// What a program is told of a change.
  static func members(
    of note: ChangeNote, _ number: Int?, _ lines: [Sentence], _ trace: ChangeTrace
  ) -> [(name: String, value: JSONText)] {
    let records = trace.records.map { record in
      JSONText.object([
        ("table", .text(record.table)), ("key", .text(record.key)), ("kind", .text(record.kind)),
        (
          "fields",
          .list(
            record.fields.map { field in
              .object([
                ("field", .text(field.name)), ("before", JSONText(field.before)),
                ("after", JSONText(field.after)),
              ])
            })
        ),
      ])
    }
    return [
      ("change", JSONText(number)), ("dry_run", .raw(note.isDryRun ? "true" : "false")),
      ("changes", .list(note.isDryRun ? [] : trace.changes.map { JSONText($0) })),
      ("action", .text(note.action)), ("author", .text(note.author)),
      ("reason", note.reason.map { .text($0) } ?? .raw("null")),
      ("said", .list(lines.map { .text($0[Environment.language]) })),
      ("records", .list(records)), ("records_left_off", JSONText(trace.leftOff)),
    ]
  }
}

extension JSONText {
  /// What a verification found.
  static func members(of verified: Verified) -> [(name: String, value: JSONText)] {
    [
      ("changes", JSONText(verified.changes)), ("versions", JSONText(verified.versions)),
      ("change", JSONText(verified.head.number)), ("seal", .text(verified.head.seal)),
      ("notes", .list(verified.notes.map { .text($0[Environment.language]) })),
    ]
  }
}
