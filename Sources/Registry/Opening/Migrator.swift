import Files
import Migrations
import SQLite
package import Schema

extension Registry {
  /// Applies the migrations that the file lacks, all in one transaction together with their
  /// records and the history of what they made: an interrupted upgrade leaves the file as it was.
  ///
  /// - Throws: where the file has other migrations than this program, or a newer schema.
  package func migrate(with migrations: [Migration] = Migration.all) throws(RegistryError) {
    let current = try schemaVersion()
    if current == 0 {
      try requireEmpty()
      // Write-ahead logging: readers are not in a writer's way. It cannot be set inside a
      // transaction, and it stays with the file.
      try run("PRAGMA journal_mode = WAL")
    } else {
      try checkHeader(against: migrations, version: current)
      try checkOwnSchema(against: migrations, version: current)
      try checkMigrations(against: migrations, version: current)
    }
    connection.change(to: .schema)
    defer { connection.change(to: .writing) }
    try RegistryError.telling({ RegistryError($0, path: path) }) {
      let transaction = try connection.begin(.immediate)
      // Another program may have been quicker: what it did is not done again.
      let version = try connection.value("PRAGMA user_version", as: Int.self) ?? 0
      let missing = migrations.filter { $0.number > version }
      if !missing.isEmpty {
        try apply(missing)
        try sealAll(
          Seal(connection, TrackedTables(TrackedTable.all(in: connection))), begins: version == 0)
      }
      try transaction.commit()
    }
    hasOwnSchema = true
    hasPresentSchema = migrations == Migration.all
    knownTables = nil
    knownViews = nil
  }

  /// - Parameter begins: whether a chain may begin here.
  /// - Returns: the last seal that was made; `nil` where there was nothing to seal.
  @discardableResult
  func sealAll(_ seal: Seal, begins: Bool = false) throws(RegistryError) -> String? {
    do { return try seal.sealAll(begins: begins) } catch { throw error.refusal(path: path) }
  }

  private func apply(_ migrations: [Migration]) throws(SQLiteError) {
    try SchemaMaking.run(migrations, in: connection) { () throws(SQLiteError) in
      try openUpgrade()
    } record: { (migration) throws(SQLiteError) in
      try connection.run(
        """
        INSERT INTO migration (number, name, sha256, applied_at)
        VALUES (\(migration.number), \(migration.name), \(migration.sha256), \(Clock.now()))
        """)
    }
    guard let last = migrations.last else { return }
    try connection.run("PRAGMA user_version = \(carried: last.number)")
    try connection.run("PRAGMA application_id = \(carried: Registry.applicationID)")
  }

  /// The action of a change that the program itself brings in.
  static let upgradeAction = "upgrade"

  /// The moment of a change: now, or that of the change before where the clock ran backwards.
  static var changeTime: SQL {
    "(SELECT max(\(Clock.now()), coalesce(max(made_at), '')) FROM change)"
  }

  /// What a migration writes is a change too; what the program itself brings into a new registry
  /// is number 0.
  private func openUpgrade() throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO change (number, made_at, author, action, program)
      SELECT
        (SELECT coalesce(max(number), -1) + 1 FROM change),
        \(raw: Self.changeTime), 'legation', \(Registry.upgradeAction), \(Registry.program)
      """)
  }

  /// Opens a registry of any schema that this program can bring up to date, and does so.
  ///
  /// - Returns: the schema before and after.
  package static func upgrade(
    _ path: String, with migrations: [Migration] = Migration.all
  ) throws(RegistryError) -> (from: Int, to: Int) {
    let files = try Neighbours(of: path)
    _ = try files.look(.always, for: .writing)
    let registry = try connect(files.path, for: .writing, named: path)
    let before = try registry.schemaVersion()
    guard before > 0 else { throw registry.foreign() }
    try registry.migrate(with: migrations)
    return (before, try registry.schemaVersion())
  }

  /// Refuses a file that is no registry, or not of this program's schema.
  ///
  /// A file whose schema somebody altered is not written. It is read, from the program's own views
  /// and within a time, with a word about it.
  func checkSchema(for purpose: Purpose) throws(RegistryError) {
    let version = try schemaVersion()
    try checkHeader(against: Migration.all, version: version)
    // Before any other statement: it could be answered by what somebody put there.
    switch purpose {
    case .writing:
      try checkOwnSchema(against: Migration.all, version: version)
      try checkMigrations(against: Migration.all, version: version)
    case .reading where version == Migration.all.count:
      if let difference = try schemaDifference(against: Migration.all, version: version) {
        try readWithCare(difference)
      }
    case .reading: break
    }
    guard version == Migration.all.count else {
      throw RegistryError(
        .unfitFile,
        Sentence(
          """
          The registry \(path) has schema \(version), this program writes schema \
          \(Migration.all.count).
          """,
          vi: """
            Sổ \(path) dùng lược đồ \(version), chương trình này dùng lược đồ \
            \(Migration.all.count).
            """),
        remedies: [.file(.upgrade(path))])
    }
  }

  private func readWithCare(_ difference: [Sentence]) throws(RegistryError) {
    try hideForeignViews()
    // What a view of the file would build is bounded as a question's answer is.
    // The patterns are the program's own.
    for (limit, value) in Self.bounds where limit != .attached && limit != .likePatternLength {
      connection.set(limit, to: value)
    }
    Connection.setHeapLimit(bytes: QueryLimits().memory)
    foreignUntil = ContinuousClock.now + .seconds(30)
    let (english, vietnamese) = (
      difference.map(\.english).joined(separator: ", "),
      difference.map(\.vietnamese).joined(separator: ", ")
    )
    remarks.append(
      Sentence(
        "The schema of \(path) is not what legation makes (\(english)): it is read with care, for 30 s at most, and not written.",
        vi:
          "Lược đồ của \(path) không phải do legation tạo ra (\(vietnamese)): chỉ đọc một cách thận trọng, tối đa 30 giây, và không ghi."
      ))
  }

  private func schemaVersion() throws(RegistryError) -> Int {
    try value("PRAGMA user_version", as: Int.self) ?? 0
  }

  private func requireEmpty() throws(RegistryError) {
    let objects = try value("SELECT count(*) FROM sqlite_schema", as: Int.self) ?? 0
    guard objects == 0 else { throw foreign() }
  }

  private func checkHeader(
    against migrations: [Migration], version: Int
  ) throws(RegistryError) {
    let id = try value("PRAGMA application_id", as: Int.self) ?? 0
    guard id == Registry.applicationID, version > 0 else { throw foreign() }
    let encoding = try value("PRAGMA main.encoding", as: String.self) ?? ""
    guard encoding == "UTF-8" else {
      throw RegistryError(
        .unfitFile,
        Sentence(
          "The texts of \(path) are in \(encoding): a registry is in UTF-8.",
          vi: "Văn bản trong \(path) dùng bảng mã \(encoding): sổ phải dùng UTF-8."),
        remedies: [.file(.restoreCopy)])
    }
    guard version <= migrations.count else {
      throw RegistryError(
        .unfitFile,
        Sentence(
          """
          The registry \(path) was made by a newer legation: its schema is \(version), this \
          program knows \(migrations.count).
          """,
          vi: """
            Sổ \(path) do bản legation mới hơn tạo ra: lược đồ \(version), chương trình này \
            biết tới \(migrations.count).
            """),
        hint: Sentence("Use the newer program.", vi: "Hãy dùng chương trình bản mới."))
    }
  }

  func checkMigrations(
    against migrations: [Migration], version: Int
  ) throws(RegistryError) {
    let kept = try all("SELECT number, sha256 FROM migration ORDER BY number") {
      (row) throws(SQLiteError) in (try row.get(0, as: Int.self), try row.get(1, as: String.self))
    }
    let carried = migrations.prefix(version).map { ($0.number, $0.sha256) }
    guard kept.elementsEqual(carried, by: ==) else {
      let number = zip(kept, carried).first { $0 != $1 }?.1.0 ?? min(kept.count, version) + 1
      throw RegistryError(
        .unfitFile,
        Sentence(
          """
          The registry \(path) was built by another migration \(number) than this program \
          carries.
          """,
          vi: """
            Sổ \(path) được dựng bằng tệp nâng cấp \(number) khác với tệp của chương trình này.
            """),
        hint: Sentence(
          "Open it with the program that made it.", vi: "Hãy mở bằng chương trình đã tạo ra nó."))
    }
  }

  private func foreign() -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "\(path) is a SQLite database, but not a registry of legation.",
        vi: "\(path) là cơ sở dữ liệu SQLite nhưng không phải sổ của legation."),
      remedies: [.file(.pointToOne)])
  }
}
