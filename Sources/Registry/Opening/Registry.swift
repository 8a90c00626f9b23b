import Files
package import SQLite
import Schema

/// An open registry: one SQLite file, checked to be one of ours.
///
/// Not `Sendable`, as its connection is not.
package final class Registry {
  /// "LGTN": the application id in the file's header, by which `file` and other tools
  /// recognise a registry.
  package static let applicationID = 0x4C47_544E
  package static let program = "legation \(version)"
  package static let version = "0.1.0"

  package enum Purpose: Sendable {
    case reading
    case writing
  }

  let connection: Connection
  package let path: String
  package internal(set) var clocks = Clocks()
  /// What whoever opened it should know: said once, beside the answers.
  package internal(set) var remarks: [Sentence] = []

  /// What the last transaction did, where ``beginTrace()`` asked for it.
  package internal(set) var trace: ChangeTrace?

  /// What short keys and dates in words were taken for, to be said with what was written or beside
  /// what was asked.
  package internal(set) var echoes: [Sentence] = []
  /// Whether the file's schema is known to be what the program's own migrations make.
  var hasOwnSchema = false
  /// Whether these are all the migrations that the program carries, and no others.
  var hasPresentSchema = false
  var knownTables: TrackedTables?
  var knownViews: [Blueprint.View]?
  var hasFieldView = false
  /// Whether questions alone are asked from now on, each by itself.
  var isInSandbox = false
  let functionRefusals = FunctionRefusals()
  /// SQLite's count of changes of the schema when the file was looked at: it also grows with each
  /// restore.
  var generation = 0
  /// Until when a file with another schema may be read.
  var foreignUntil: ContinuousClock.Instant?
  /// Whether somebody else made its schema.
  package var isForeign: Bool { foreignUntil != nil }
  /// What the log looked like, where nothing stops others from writing it.
  var unlocked: UnlockedFile?
  private let file: FileStatus.Identity?

  init(connection: Connection, path: String) {
    self.connection = connection
    self.path = path
    file = OpenFiles.add(connection.path)
  }

  deinit { OpenFiles.remove(file) }

  /// For a program that neither asks what somebody else wrote nor reads a schema that somebody else
  /// made: opening is faster, and no limit of memory holds.
  ///
  /// Before the first registry is opened: later it changes nothing.
  package static func forgoMemoryLimit() { Connection.forgoMemoryStatistics() }

  /// Opens a registry that exists.
  ///
  /// - Parameters:
  ///   - wait: how long to wait for another writer, in seconds; `nil` is 30 for a writer and 5 for
  ///     a reader.
  ///   - log: when to look for damage in the log.
  ///   - notice: is told who is waited for, once, where that takes longer than two seconds.
  /// - Throws: a sentence of its own for a file that is missing, foreign, damaged, older or
  ///   newer than this program, or made by other migrations than it carries.
  package static func open(
    _ path: String, for purpose: Purpose, wait: Int? = nil, log: LogLook = .whenAbandoned,
    notice: @escaping (Sentence) -> Void = { _ in }
  ) throws(RegistryError) -> Registry {
    let files = try Neighbours(of: path)
    let note = try files.look(log, for: purpose)
    let wasUnsettled = files.isUnsettled
    let registry = try connect(files.path, for: purpose, named: path, wait: wait, notice: notice)
    if let note { registry.remarks.append(note) }
    // The file may be anybody's: a `migration` that is an endless view must not hang.
    let deadline = ContinuousClock.now + .seconds(10)
    registry.connection.setProgressHandler(every: 10_000) { ContinuousClock.now > deadline }
    defer { registry.stop(when: { false }) }
    try registry.checkSchema(for: purpose)
    try registry.requireUnchanged()
    if wasUnsettled, !files.isUnsettled { registry.remarks.append(files.noteOfSettling) }
    if purpose == .writing {
      registry.generation = try registry.value("PRAGMA schema_version", as: Int.self) ?? 0
    }
    return registry
  }

  /// Makes a new registry where there is none.
  ///
  /// The file comes into being whole or not at all: it is built beside its place and linked
  /// there, readable by its owner only.
  ///
  /// - Parameter fill: writes the first records, in the same step.
  package static func create(
    _ path: String, fill: (Registry) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    let remedy = Remedy.file(.makeElsewhere)
    let scratch = try NewFile(database: path, remedy: remedy)
    do {
      let registry = try connect(scratch.temporaryPath, for: .writing, named: path)
      try registry.migrate()
      registry.generation = try registry.value("PRAGMA schema_version", as: Int.self) ?? 0
      try fill(registry)
    }
    try scratch.publish(remedy: remedy)
  }

  /// An empty registry that is never kept.
  static func inMemory() throws(RegistryError) -> Registry {
    do {
      let connection = try Connection(path: ":memory:", mode: .passing, walls: .writing)
      let registry = Registry(connection: connection, path: ":memory:")
      try connection.addFunctions(registry.functionRefusals)
      return registry
    } catch { throw RegistryError(error, path: ":memory:") }
  }

  static func connect(
    _ path: String, for purpose: Purpose, named name: String? = nil, wait: Int? = nil,
    notice: @escaping (Sentence) -> Void = { _ in }
  ) throws(RegistryError) -> Registry {
    let name = name ?? path
    try requireLibrary()
    try requireFile(path, named: name)
    if purpose == .writing { try requireOneName(path, named: name) }
    do {
      let connection =
        purpose == .writing
        ? try Connection(path: path, mode: .readWrite, walls: .writing)
        : try Connection(path: path, mode: .readOnly, walls: .reading)
      let registry = Registry(connection: connection, path: name)
      try registry.setUp(purpose, wait: wait, notice: notice)
      return registry
    } catch let error {
      guard purpose == .reading, error.isUnwritableFolder else {
        throw RegistryError(error, path: name)
      }
      return try connectWithoutLocks(path, named: name)
    }
  }

  /// Sets the connection up, and reads the first page.
  func setUp(
    _ purpose: Purpose, wait: Int?, notice: @escaping (Sentence) -> Void
  ) throws(SQLiteError) {
    let seconds = wait ?? (purpose == .writing ? 30 : 5)
    let path = connection.path
    connection.setBusyTimeout(milliseconds: min(seconds, 86_400) * 1000) {
      notice(LockHolder.waiting(for: path))
    }
    // A writer must trust the schema: its triggers write the full-text index, and SQLite
    // before 3.41 counts FTS5 as unsafe there. A reader trusts nothing.
    try connection.set(.foreignKeys, true)
    try connection.addFunctions(functionRefusals)
    // Reports keep a few rows aside; what is nobody else's business goes to no file.
    try connection.run("PRAGMA temp_store = MEMORY")
    if purpose == .writing {
      // In write-ahead logging anything less can lose acknowledged changes with the power.
      try connection.run("PRAGMA synchronous = FULL")
      // In KiB. With SQLite's own 2,000 a large import writes and reads again the pages of a
      // dozen indexes all the time.
      try connection.run("PRAGMA cache_size = -16000")
    } else {
      // Where the folder is closed, this is refused.
      _ = try connection.value("PRAGMA schema_version", as: Int.self)
    }
  }

  /// Lets what is put aside while an answer is sorted go to files that have no name, where it is
  /// too much to be held: of a small registry none is made.
  ///
  /// Before anything stands aside: SQLite forgets it.
  package func putAsideInFiles() throws(RegistryError) {
    try storage { () throws(SQLiteError) in try connection.run("PRAGMA temp_store = FILE") }
  }

  /// Ends what runs, as a statement that SQLite refuses, as soon as somebody asks for it.
  package func stop(when isAsked: @escaping () -> Bool) {
    let until = foreignUntil
    connection.setProgressHandler(every: 10_000) {
      isAsked() || until.map { ContinuousClock.now > $0 } == true
    }
  }

  /// Asks as of one moment, however many questions there are and whatever is written meanwhile.
  ///
  /// Within another such question it is of the same moment; in the sandbox, where no transaction
  /// begins, each question is of its own.
  package func atOneMoment<T>(_ body: () throws -> T) throws -> T {
    if connection.isInTransaction || isInSandbox { return try body() }
    let reading = try storage { () throws(SQLiteError) in try connection.begin(.deferred) }
    let answer = try body()
    // Kept is only what lies beside: tables of this connection's own.
    do { try reading.commit() } catch { throw refusal(for: error) }
    try requireUnchanged()
    return answer
  }

  /// Runs `body`, turning what SQLite says into a sentence about this registry.
  func storage<T: ~Copyable>(_ body: () throws(SQLiteError) -> T) throws(RegistryError) -> T {
    do { return try body() } catch { throw refusal(for: error) }
  }

  /// What SQLite said, as a sentence about this file.
  package func refusal(for error: SQLiteError) -> RegistryError {
    // The program's own statements fit its own schema.
    let isOfTheFile = [.error, .outOfMemory, .tooBig].contains(error.code)
    guard isOfTheFile, !hasOwnSchema else { return RegistryError(error, path: path) }
    return RegistryError(
      .unfitFile,
      Sentence(
        "The registry \(path) is damaged or was altered: \(error.message).",
        vi: "Sổ \(path) bị hỏng hoặc đã bị sửa: \(error.message)."),
      hint: Sentence(
        "Do not write to it. Keep this file and restore a backup.",
        vi: "Không ghi thêm vào tệp này. Hãy giữ tệp lại và khôi phục bản sao lưu."))
  }

  private static func requireLibrary() throws(RegistryError) {
    guard Connection.libraryVersion >= 3_038_000 else {
      throw RegistryError(
        .unforeseen,
        Sentence(
          "The SQLite library on this machine is too old; legation needs 3.38 or later.",
          vi: "Thư viện SQLite trên máy này quá cũ; legation cần bản 3.38 trở lên."))
    }
  }
}

// As its connection.
@available(*, unavailable)
extension Registry: Sendable {}
