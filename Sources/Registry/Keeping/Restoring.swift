import CSystem
import Files
import SQLite

/// What a restore did.
package struct Restored: Sendable {
  package let verified: Verified
  /// The file that now holds what was there before; `nil` where nothing was.
  package let aside: String?
  /// Where the former holds damaged files as they were, one that holds what could be read of them.
  package let readable: String?
  /// The last sealed change that was there before; `nil` where nothing could be read.
  package let before: (number: Int, seal: String)?
  /// The file that was written, where the path given leads to another one.
  package let path: String
}

extension Registry {
  /// Puts a verified copy of this registry in the place of another one.
  ///
  /// At every moment everybody sees the old or the new one, whole: the file stays the same file,
  /// and what it holds changes with one commit, which SQLite's backup interface makes. Whoever
  /// writes meanwhile waits, and goes on with the new one.
  ///
  /// - Parameters:
  ///   - keepingOld: whether what is there is kept aside under another name; if not, it stands in
  ///     the way.
  ///   - wait: how long to wait for a writer, in seconds.
  /// - Throws: then what was there is there still.
  package func restore(
    to path: String, keepingOld: Bool, wait: Int = 30,
    watch: (CopyStep, _ done: Int, _ total: Int) -> Void = { _, _, _ in }
  ) throws(RegistryError) -> Restored {
    guard let there = FileSystem.resolved(path) else {
      let remedy = Remedy.file(.restoreElsewhere)
      let file = try NewFile(database: path, remedy: remedy)
      let verified = try copy(to: file.temporaryPath, named: path, watch)
      try Self.giveLog(file.temporaryPath, named: path)
      try file.publish(remedy: remedy)
      return Restored(verified: verified, aside: nil, readable: nil, before: nil, path: path)
    }
    guard keepingOld else {
      throw RegistryError(
        .cannotCreate,
        Sentence("There is already something at \(path).", vi: "Đã có sẵn \(path)."),
        remedies: [.file(.replaceOrRestoreElsewhere)])
    }
    let files = try Neighbours(of: path)
    try Self.requireOneName(there.path, named: path)
    try files.requireHarmless(for: .writing)
    if FileStatus(of: connection.path)?.identity == there.status.identity {
      throw RegistryError(
        .invalidValue,
        Sentence(
          "\(path) is the backup itself.", vi: "\(path) chính là bản sao lưu."),
        remedies: [.file(.restoreElsewhere)])
    }
    // What is verified is what is copied.
    let moment: Transaction
    do { moment = try connection.begin(.deferred) } catch {
      throw RegistryError(error, path: self.path)
    }
    let verified = try verify { watch(.verifying, $0, $1) }
    let target = RestoreTarget(files: files, status: there.status, wait: wait)
    let restored = try target.take(self, verified) { watch(.copying, $1 - $0, $1) }
    moment.rollBack()
    return restored
  }

  /// A new registry is written by other programs too: readers shall not be in their way.
  private static func giveLog(_ file: String, named path: String) throws(RegistryError) {
    do throws(SQLiteError) {
      let connection = try Connection(path: file, mode: .readWrite, walls: .writing)
      try connection.run("PRAGMA journal_mode = WAL")
    } catch { throw RegistryError(error, path: path) }
  }
}

/// A file that gets another content while others have it open.
private struct RestoreTarget {
  let files: Neighbours
  let status: FileStatus
  let wait: Int

  private var path: String { files.path }

  func take(
    _ source: Registry, _ verified: Verified, _ watch: (_ remaining: Int, _ total: Int) -> Void
  ) throws(RegistryError) -> Restored {
    // The first who opens it takes away what is damaged, and deletes the log behind it.
    try files.requireHarmless(for: .writing)
    let evidence = files.isAtStake ? try files.keep(as: "before") : nil
    do {
      try mendPageSize()
      let resized = try sourceOfEqualPages(source)
      return try take(resized?.connection ?? source.connection, verified, evidence, watch)
    } catch {
      guard let evidence else { throw error }
      var error = error
      error.list.append(
        Sentence(
          "The files as they were are kept at \(evidence) and beside it.",
          vi: "Các tệp nguyên trạng được giữ tại \(evidence) và bên cạnh."))
      throw error
    }
  }

  private func take(
    _ source: Connection, _ verified: Verified, _ evidence: String?, _ watch: (Int, Int) -> Void
  ) throws(RegistryError) -> Restored {
    do {
      return try change(to: source, isDamaged: false, verified, evidence, watch)
    } catch let error as SQLiteError {
      // So damaged that SQLite does not take it for a database?
      guard error.code == .corrupt || error.code == .notADatabase || isOfOtherPages(error) else {
        throw RegistryError(error, path: path)
      }
    } catch let error as RegistryError {
      throw error
    } catch { throw RegistryError(.unforeseen, Sentence(same: "\(error)")) }
    do {
      return try change(to: source, isDamaged: true, verified, evidence, watch)
    } catch let error as SQLiteError {
      throw isOfOtherPages(error) ? refusalOfPages() : RegistryError(error, path: path)
    } catch {
      throw error as? RegistryError ?? RegistryError(.unforeseen, Sentence(same: "\(error)"))
    }
  }

  /// Between two sizes of pages SQLite replaces nothing; what is there is kept and about to go.
  private func mendPageSize() throws(RegistryError) {
    guard let size = files.falsePageSize, !WriteAheadLog.isInUse(path) else { return }
    let descriptor = system_open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0)
    defer { if descriptor >= 0 { close(descriptor) } }
    // 65536 is written as 1.
    let bytes = [UInt8(size >> 8 & 0xFF), UInt8(size >> 16 & 1)]
    guard descriptor >= 0, pwrite(descriptor, bytes, 2, 16) == 2 else {
      throw RegistryError(
        SQLiteError(extendedCode: 10, message: FileSystem.lastError), path: path)
    }
  }

  /// SQLite calls a file read-only whose pages have another size than it says.
  private func isOfOtherPages(_ error: SQLiteError) -> Bool {
    error.code == .readOnly && access(path, W_OK) == 0
      && access(FileSystem.folder(of: path), W_OK) == 0
  }

  private func refusalOfPages() -> RegistryError {
    let moved = ([""] + Neighbours.endings).filter { FileSystem.isThere(path + $0) }
    return RegistryError(
      .unfitFile,
      Sentence(
        "\(files.name) says a false size of its pages: nothing can be put in its place while it is there.",
        vi: "\(files.name) ghi sai cỡ trang: không thể khôi phục vào chỗ đó khi tệp còn ở đó."),
      hint: Sentence(
        "Move it away, then restore to its name.",
        vi: "Hãy chuyển đi nơi khác rồi khôi phục vào tên đó."),
      remedies: [
        .file(.moveAway(moved.map { Neighbours.moving(files.name + $0) })),
        .file(.restore(to: files.name)),
      ])
  }

  private func change(
    to source: Connection, isDamaged: Bool, _ verified: Verified, _ evidence: String?,
    _ watch: (Int, Int) -> Void
  ) throws -> Restored {
    let live = try open(isDamaged: isDamaged)
    // Where somebody set another mode, the lock would shut readers out.
    if !isDamaged { try? live.run("PRAGMA journal_mode = WAL") }
    let copy = try Copy(from: source, to: live)
    // Copies nothing and takes the lock: from here on nobody writes.
    _ = try copy.step(pages: 0)
    return try exchange(copy, live, verified, evidence, watch)
  }

  private func open(isDamaged: Bool) throws(RegistryError) -> Connection {
    do {
      let live = try Connection(path: path, mode: .readWrite, walls: .writing)
      live.setBusyTimeout(milliseconds: wait * 1000)
      if isDamaged { try live.set(.resetDatabase, true) }
      return live
    } catch { throw RegistryError(error, path: path) }
  }

  /// Under the lock: keeps what is there, then changes it.
  private func exchange(
    _ copy: Copy, _ live: Connection, _ verified: Verified, _ evidence: String?,
    _ watch: (Int, Int) -> Void
  ) throws -> Restored {
    let aside = PlaceRule.database.free(
      path + ".before-" + Clock.now().filter { $0 != ":" && $0 != "-" })
    let kept = try keep(at: aside)
    // Closed, its descriptor would take the locks with it.
    defer { if let descriptor = kept.descriptor { close(descriptor) } }
    do {
      while try copy.step(pages: 1024) { watch(copy.remaining, copy.total) }
      try copy.finish()
    } catch {
      // Nothing of a change that is not whole counts: what is kept of a sound registry is one copy
      // too many, perhaps on a disk that is full.
      guard evidence == nil, kept.descriptor == nil else {
        var refusal = RegistryError(error, path: path)
        refusal.list.append(
          Sentence(
            "What was there is kept at \(evidence ?? aside).",
            vi: "Nội dung cũ được giữ tại \(evidence ?? aside)."))
        throw refusal
      }
      unlink(aside)
      throw error
    }
    // A reader holds the old state and with it the log, which shrinks when he leaves.
    live.setBusyTimeout(milliseconds: 500)
    _ = try? live.value("PRAGMA wal_checkpoint(TRUNCATE)", as: Int.self)
    return Restored(
      verified: verified, aside: evidence ?? aside, readable: evidence == nil ? nil : aside,
      before: evidence == nil ? kept.head : nil, path: path)
  }

  private struct Kept {
    var head: (number: Int, seal: String)?
    var descriptor: Int32?
  }

  /// The old content, as it was last acknowledged, under another name.
  private func keep(at aside: String) throws(RegistryError) -> Kept {
    let file = try NewFile(database: aside)
    var kept = Kept()
    do {
      let reader = try Connection(path: path, mode: .readOnly, walls: .reading)
      reader.setBusyTimeout(milliseconds: 500)
      try reader.copyWhole(to: file.temporaryPath, named: aside)
      kept.head = try? reader.first(
        "SELECT number, seal FROM change WHERE seal IS NOT NULL ORDER BY number DESC LIMIT 1"
      ) { (row) throws(SQLiteError) in (try row.get(0), try row.get(1)) }
    } catch {
      // Damaged, or in a mode in which the lock shuts readers out: byte by byte.
      kept.descriptor = try keepBytes(file)
    }
    status.giveLeave(to: file.temporaryPath)
    try file.publish(remedy: nil)
    if kept.descriptor != nil, FileSystem.size(path + "-wal") ?? 0 > 0 {
      do { try FileSystem.copy(path + "-wal", to: aside + "-wal") } catch {
        throw RegistryError(error)
      }
    }
    return kept
  }

  /// - Returns: a descriptor of the file, to be closed last.
  private func keepBytes(_ file: NewFile) throws(RegistryError) -> Int32 {
    let descriptor: Int32
    do { descriptor = try FileSystem.openRegular(path) } catch { throw RegistryError(error) }
    do throws(FileError) {
      // What an attempt by SQLite left.
      guard ftruncate(file.descriptor, 0) == 0 else { throw .refused(path, .copy) }
      try FileSystem.copyBytes(from: descriptor, to: file.descriptor, named: path)
    } catch {
      close(descriptor)
      throw RegistryError(error)
    }
    return descriptor
  }

  /// A file cannot change the size of its pages while others have it open: then the source does.
  private func sourceOfEqualPages(_ source: Registry) throws(RegistryError) -> ResizedCopy? {
    // The log is believed first: it has sums, the header of the file has none.
    let pages = WriteAheadLog.pageSize(of: path) ?? FileSystem.pageSize(of: path)
    guard let wanted = pages else { return nil }
    let have = try source.value("PRAGMA page_size", as: Int.self) ?? 0
    return wanted == have ? nil : try ResizedCopy(of: source, beside: path, pageSize: wanted)
  }
}

/// A copy of a registry in pages of another size.
private final class ResizedCopy {
  let connection: Connection
  private let copy: NewFile
  private let resized: NewFile

  init(of source: Registry, beside path: String, pageSize: Int) throws(RegistryError) {
    copy = try NewFile(database: path + ".copy")
    resized = try NewFile(database: path + ".resized")
    try source.connection.copyWhole(to: copy.temporaryPath, named: path)
    do {
      let writer = try Connection(path: copy.temporaryPath, mode: .readWrite, walls: .none)
      try writer.run("PRAGMA journal_mode = OFF")
      try writer.run("PRAGMA page_size = \(carried: pageSize)")
      try writer.run("VACUUM INTO \(resized.temporaryPath)")
      connection = try Connection(
        path: resized.temporaryPath, mode: .readOnly, walls: .reading)
      try connection.run("BEGIN")
    } catch { throw RegistryError(error, path: path) }
  }
}
