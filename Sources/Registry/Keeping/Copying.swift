import CSystem
import Files
import SQLite

extension Registry {
  /// What a long copy tells of itself: pages, then versions that are verified.
  package enum CopyStep: Sendable {
    case copying
    case verifying
  }

  /// Copies the whole registry into a new file while others may write, and verifies the copy.
  ///
  /// The copy has no log: it is read everywhere, from read-only media too.
  ///
  /// - Throws: where something is at `path` already, or the copy does not verify; then no file is
  ///   left.
  package func backUp(
    to path: String, watch: (CopyStep, _ done: Int, _ total: Int) -> Void = { _, _, _ in }
  ) throws(RegistryError) -> Verified {
    let file = try NewFile(database: path)
    let verified = try copy(to: file.temporaryPath, named: path, watch)
    try requireUnchanged()
    try file.publish(remedy: nil)
    return verified
  }

  /// Copies this registry into the file that NewFile made, and verifies the copy.
  func copy(
    to temporaryPath: String, named path: String,
    _ watch: (CopyStep, _ done: Int, _ total: Int) -> Void
  ) throws(RegistryError) -> Verified {
    try connection.copyWhole(to: temporaryPath, named: path) { left, total in
      watch(.copying, total - left, total)
    }
    return try Registry.connect(temporaryPath, for: .reading, named: path).verify {
      watch(.verifying, $0, $1)
    }
  }
}

extension Connection {
  /// Copies the whole database into an empty file of this process's own, which then needs no log,
  /// and onto the disk.
  func copyWhole(
    to temporaryPath: String, named path: String,
    watch: (_ remaining: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(RegistryError) {
    do throws(SQLiteError) {
      let target = try Connection(path: temporaryPath, mode: .readWrite, walls: .none)
      // What is half done is taken away, not mended.
      try target.run("PRAGMA journal_mode = OFF")
      try target.run("PRAGMA synchronous = OFF")
      try backUp(to: target, progress: watch)
    } catch { throw RegistryError(error, path: path) }
    try FileSystem.markAsWithoutLog(temporaryPath, named: path)
  }
}

extension FileSystem {
  /// Says in the header of a database, which nobody has open, that it has no write-ahead log, and
  /// hands it to the disk.
  ///
  /// As `PRAGMA journal_mode = DELETE` does, but without a log of its own in the meantime.
  fileprivate static func markAsWithoutLog(
    _ file: String, named path: String
  ) throws(RegistryError) {
    let descriptor = system_open(file, O_RDWR | O_CLOEXEC, 0)
    defer { if descriptor >= 0 { close(descriptor) } }
    // The versions for writing and for reading: 1 is the rollback journal, 2 the log.
    let versions: [UInt8] = [1, 1]
    guard descriptor >= 0, pwrite(descriptor, versions, 2, 18) == 2, fsync(descriptor) == 0 else {
      throw RegistryError(SQLiteError(extendedCode: 10, message: lastError), path: path)
    }
  }
}
