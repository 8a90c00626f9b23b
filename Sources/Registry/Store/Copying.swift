import SQLite

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

extension Registry {
  /// What a long copy tells of itself: pages, then versions that are verified.
  package enum CopyStep: Sendable {
    case copying
    case verifying
  }

  /// Copies the whole registry into a new file while others may write, and verifies the copy.
  ///
  /// - Throws: where something is at `path` already, or the copy does not verify; then no file is
  ///   left.
  package func backUp(
    to path: String, watch: (CopyStep, _ done: Int, _ total: Int) -> Void = { _, _, _ in }
  ) throws(RegistryError) -> Verified {
    let file = try NewFile(at: path)
    let verified = try copy(to: file.temporaryPath, named: path, watch)
    try file.publish()
    return verified
  }

  /// Puts a verified copy of this registry in the place of another one.
  ///
  /// - Parameter keepingOld: whether a file that is there is kept aside under another name; if
  ///   not, it stands in the way.
  /// - Returns: also where the old file is now.
  package func restore(
    to path: String, keepingOld: Bool,
    watch: (CopyStep, _ done: Int, _ total: Int) -> Void = { _, _, _ in }
  ) throws(RegistryError) -> (verified: Verified, aside: String?) {
    guard FileSystem.exists(path) else {
      let file = try NewFile(
        at: path,
        hint: Sentence("Restore elsewhere: --db FILE", vi: "Khôi phục nơi khác: --db TỆP"))
      let verified = try copy(to: file.temporaryPath, named: path, watch)
      try file.publish()
      return (verified, nil)
    }
    guard keepingOld else {
      throw RegistryError(
        .cannotCreate,
        Sentence("There is already something at \(path).", vi: "Đã có sẵn \(path)."),
        hint: Sentence(
          "To put it aside under another name: --replace    or restore elsewhere: --db FILE",
          vi: "Để giữ tệp cũ dưới tên khác: --replace    hoặc khôi phục nơi khác: --db TỆP"))
    }
    let aside = path + ".before-" + Clock.now().filter { $0 != ":" && $0 != "-" }
    let file = try NewFile(at: aside)
    let verified = try copy(to: file.temporaryPath, named: path, watch)
    try Self.exchange(path, for: file.temporaryPath, keepingAt: aside)
    return (verified, aside)
  }

  private func copy(
    to temporaryPath: String, named path: String,
    _ watch: (CopyStep, _ done: Int, _ total: Int) -> Void
  ) throws(RegistryError) -> Verified {
    do throws(SQLiteError) {
      let target = try Connection(path: temporaryPath, mode: .readWrite)
      try connection.backUp(to: target) { left, total in watch(.copying, total - left, total) }
    } catch { throw RegistryError(error, path: path) }
    return try Registry.connect(temporaryPath, for: .reading, named: path).verify {
      watch(.verifying, $0, $1)
    }
  }

  /// Gives the old file its new name and the new file the old one's.
  ///
  /// The old one's log is emptied and its lock held meanwhile: left behind, it would be taken for
  /// the new one's.
  private static func exchange(
    _ path: String, for temporaryPath: String, keepingAt aside: String
  ) throws(RegistryError) {
    do throws(SQLiteError) {
      let old = try Connection(path: path, mode: .readWrite)
      old.setBusyTimeout(milliseconds: 5000)
      // A damaged file may refuse; it is put aside as it is, with its log.
      _ = try? old.value("PRAGMA wal_checkpoint(TRUNCATE)", as: Int.self)
      try? old.run("BEGIN IMMEDIATE")
      // Closing it, at the end of this scope, gives the lock back.
      defer { withExtendedLifetime(old) {} }
      var status = stat()
      if stat(path, &status) == 0 { chmod(temporaryPath, status.st_mode & 0o777) }
      guard link(path, aside) == 0 else { throw Self.systemError }
      for ending in ["-wal", "-shm"] { rename(path + ending, aside + ending) }
      guard rename(temporaryPath, path) == 0 else { throw Self.systemError }
    } catch { throw RegistryError(error, path: path) }
  }

  private static var systemError: SQLiteError {
    SQLiteError(extendedCode: 10, message: FileSystem.lastError)
  }
}
