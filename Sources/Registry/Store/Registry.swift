package import SQLite

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

  package let connection: Connection
  package let path: String
  /// The past knowledge that it answers from; `nil` for the present.
  package internal(set) var asKnown: AsKnown?

  /// What the last transaction did, where ``beginTrace()`` asked for it.
  package internal(set) var trace: ChangeTrace?

  var hasFieldView = false

  private init(connection: Connection, path: String) {
    self.connection = connection
    self.path = path
  }

  /// Opens a registry that exists.
  ///
  /// - Throws: a sentence of its own for a file that is missing, foreign, damaged, older or
  ///   newer than this program, or made by other migrations than it carries.
  package static func open(_ path: String, for purpose: Purpose) throws(RegistryError) -> Registry {
    let registry = try connect(path, for: purpose)
    // The file may be anybody's: a `migration` that is an endless view must not hang.
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(10)
    registry.connection.setProgressHandler(every: 10_000) { clock.now > deadline }
    defer { registry.connection.setProgressHandler(every: 0, nil) }
    try registry.checkSchema(for: purpose)
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
    let scratch = try NewFile(
      at: path,
      hint: Sentence(
        "Choose another place: legation init --db FILE",
        vi: "Hãy chọn nơi khác: legation init --db TỆP"))
    do {
      let registry = try connect(scratch.temporaryPath, for: .writing, named: path)
      try registry.migrate()
      try fill(registry)
    }
    try scratch.publish()
  }

  /// An empty registry that is never kept.
  static func inMemory() throws(RegistryError) -> Registry {
    do {
      let connection = try Connection(path: ":memory:", mode: .readWrite)
      try connection.addTextFunctions()
      return Registry(connection: connection, path: ":memory:")
    } catch { throw RegistryError(error, path: ":memory:") }
  }

  static func connect(
    _ path: String, for purpose: Purpose, named name: String? = nil
  ) throws(RegistryError) -> Registry {
    let name = name ?? path
    try requireLibrary()
    guard FileSystem.exists(path) else {
      throw RegistryError(
        .missingFile,
        Sentence("There is no registry at \(name).", vi: "Không có sổ nào tại \(name)."),
        hint: Sentence(
          "Make one: legation init    or point to one: --db FILE, or LEGATION_DB",
          vi: "Tạo sổ mới: legation init    hoặc chỉ tới sổ đã có: --db TỆP, hoặc LEGATION_DB"))
    }
    guard !FileSystem.isFolder(path) else {
      throw RegistryError(
        .unfitFile,
        Sentence("\(name) is a folder, not a registry.", vi: "\(name) là thư mục, không phải sổ."))
    }
    do {
      let connection = try Connection(
        path: path, mode: purpose == .reading ? .readOnly : .readWrite)
      connection.setBusyTimeout(milliseconds: 5000)
      try connection.set(.defensive, true)
      // A writer must trust the schema: its triggers write the full-text index, and SQLite
      // before 3.41 counts FTS5 as unsafe there. A reader trusts nothing.
      try connection.set(.trustedSchema, purpose == .writing)
      try connection.set(.doubleQuotedStringsInDML, false)
      try connection.set(.foreignKeys, true)
      try connection.addTextFunctions()
      // Reports keep a few rows aside; what is nobody else's business goes to no file.
      try connection.execute(script: "PRAGMA temp_store = MEMORY")
      if purpose == .writing {
        // In write-ahead logging anything less can lose acknowledged changes with the power.
        try connection.execute(script: "PRAGMA synchronous = FULL")
        // In KiB. With SQLite's own 2,000 a large import writes and reads again the pages of a
        // dozen indexes all the time.
        try connection.execute(script: "PRAGMA cache_size = -16000")
      }
      return Registry(connection: connection, path: name)
    } catch { throw RegistryError(error, path: name) }
  }

  /// Ends what runs, as a statement that SQLite refuses, as soon as somebody asks for it.
  package func stop(when isAsked: @escaping () -> Bool) {
    connection.setProgressHandler(every: 10_000, isAsked)
  }

  /// Asks as of one moment, however many questions there are and whatever is written meanwhile.
  package func atOneMoment<T>(_ body: () throws -> T) throws -> T {
    // Ends, as it began, without a trace.
    let reading = try storage { () throws(SQLiteError) in try connection.begin(.deferred) }
    let answer = try body()
    reading.rollBack()
    return answer
  }

  /// Runs `body`, turning what SQLite says into a sentence about this registry.
  package func storage<T: ~Copyable>(_ body: () throws(SQLiteError) -> T) throws(RegistryError) -> T
  {
    do { return try body() } catch { throw RegistryError(error, path: path) }
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

extension Connection {
  /// `name_key(text)` and `name_fold(text)`: the keys of ``NameKey`` for migrations and for ad-
  /// hoc SQL.
  ///
  /// Other tools lack them; the stored columns serve those.
  fileprivate func addTextFunctions() throws(SQLiteError) {
    func onText(_ body: @escaping (String) -> String) -> ([Value]) -> Value {
      { arguments in
        guard case .text(let text)? = arguments.first else { return .null }
        return .text(body(text))
      }
    }
    try addFunction("name_key", argumentCount: 1, onText(NameKey.sortKey))
    try addFunction("name_fold", argumentCount: 1, onText(NameKey.searchKey))
  }
}

// As its connection.
@available(*, unavailable)
extension Registry: Sendable {}
