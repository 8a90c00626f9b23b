import SQLite

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// What is looked at before SQLite opens a file, and how a file is read where SQLite cannot lock it.
extension Registry {
  static func requireFile(_ path: String, named name: String) throws(RegistryError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw RegistryError(
        .missingFile,
        Sentence("There is no registry at \(name).", vi: "Không có sổ nào tại \(name)."),
        remedies: [.file(.make)])
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR:
      throw RegistryError(
        .unfitFile,
        Sentence("\(name) is a folder, not a registry.", vi: "\(name) là thư mục, không phải sổ."))
    default:
      // A named pipe would hang whoever opens it.
      throw RegistryError(
        .unfitFile,
        Sentence(
          "\(name) is no regular file: a registry is one.",
          vi: "\(name) không phải tệp thông thường nên không thể là sổ."))
    }
  }

  /// Under two names a file has two logs, and each name shows another history.
  static func requireOneName(_ path: String, named name: String) throws(RegistryError) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_nlink > 1 else { return }
    throw RegistryError(
      .unfitFile,
      Sentence(
        "\(name) has \(status.st_nlink) names (hard links): written under two of them it would be damaged.",
        vi:
          "\(name) có \(status.st_nlink) tên (liên kết cứng): nếu ghi dưới hai tên, tệp sẽ hỏng."),
      remedies: [.file(.removeOtherNames)])
  }

  /// Reads a file in a folder in which SQLite can make neither locks nor a log.
  static func connectWithoutLocks(
    _ path: String, named name: String
  ) throws(RegistryError) -> Registry {
    let files = try Neighbours(of: path, named: name)
    try files.requireSettled()
    let log = FileSystem.size(path + "-wal") ?? 0
    let mode: Connection.Mode
    if log == 0 {
      mode = .unchanging
    } else if FileSystem.isOnReadOnlyMedium(path) {
      mode = .unwritable
    } else {
      // Somebody else may be writing: what is read without locks may be half old, half new.
      throw RegistryError(
        .inputOutput,
        Sentence(
          "\(files.name) has a log of changes beside it, in a folder where nothing can be made: it cannot be read safely.",
          vi:
            "Bên cạnh \(files.name) có nhật ký thay đổi, trong thư mục không ghi được: không thể đọc an toàn."
        ),
        remedies: [.file(.readCopy(of: [files.name, files.name + "-wal"]))])
    }
    do {
      let connection = try Connection(path: path, mode: mode, walls: .reading)
      let registry = Registry(connection: connection, path: name)
      registry.unlocked = UnlockedFile(path)
      try registry.setUp(.reading, wait: nil) { _ in }
      registry.remarks.append(
        Sentence(
          "\(name) is read as it stands: its folder cannot be written, and changes made meanwhile are not seen.",
          vi:
            "\(name) được đọc nguyên trạng: thư mục chứa tệp không ghi được, thay đổi ghi trong lúc này không thấy được."
        ))
      return registry
    } catch { throw RegistryError(error, path: name) }
  }

  /// Where nothing stops others from writing: whether they did.
  ///
  /// - Throws: then what was read may be half old, half new.
  package func requireUnchanged() throws(RegistryError) {
    guard let unlocked, unlocked != UnlockedFile(connection.path) else { return }
    throw RegistryError(
      .busy,
      Sentence(
        "\(path) was written while it was read without locks: the answer may be mixed.",
        vi: "\(path) bị ghi trong lúc đọc không khóa: câu trả lời có thể lẫn cũ và mới."),
      hint: Sentence("Ask again.", vi: "Hãy hỏi lại."))
  }
}

extension Registry {
  /// Why a write could not begin; where another program writes, which one.
  func lockRefusal(_ error: SQLiteError) -> RegistryError {
    guard error.code == .busy || error.code == .locked else {
      return RegistryError(error, path: path)
    }
    let process = LockHolder.process(writing: connection.path)
    return RegistryError(
      .busy,
      Sentence(
        "The registry \(path) is being written by \(process ?? "another program").",
        vi: "\(process ?? "Một chương trình khác") đang ghi vào sổ \(path)."),
      remedies: [.file(.waitLonger)])
  }
}

/// What shows that a file was written, without a lock.
struct UnlockedFile: Equatable {
  private let size: Int
  private let log: Int
  private let modified: [Int]

  init(_ path: String) {
    var status = stat()
    _ = stat(path, &status)
    size = Int(status.st_size)
    log = FileSystem.size(path + "-wal") ?? 0
    #if canImport(Darwin)
      modified = [status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec]
    #else
      modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    #endif
  }
}

extension SQLiteError {
  // Swift imports no macros of extended codes.

  /// SQLite cannot make what it needs beside a file.
  var isUnwritableFolder: Bool { code == .cannotOpen || extendedCode == 8 | (6 << 8) }
  /// A reader met a write that was broken off.
  var isUnsettled: Bool { extendedCode == 8 | (3 << 8) }
}

/// Who holds the lock for writing.
enum LockHolder {
  /// What to say to somebody who waits.
  static func waiting(for path: String) -> Sentence {
    guard let process = process(writing: path) else {
      return Sentence(
        "Waiting: another program is writing to \(path).",
        vi: "Đang chờ: một chương trình khác đang ghi vào \(path).")
    }
    return Sentence(
      "Waiting: \(process) is writing to \(path).", vi: "Đang chờ: \(process) đang ghi vào \(path)."
    )
  }

  /// Its name and number; `nil` where nobody writes or nobody knows.
  static func process(writing path: String) -> String? {
    // Closing any descriptor of this file would drop SQLite's own locks on it: it is kept open.
    guard let descriptor = FileSystem.openRegular(path + "-shm") else { return nil }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    // The byte by which SQLite locks for writing: "WAL-mode file format", section 2.3.
    lock.l_start = 120
    lock.l_len = 1
    guard fcntl(descriptor, F_GETLK, &lock) == 0, lock.l_type != Int16(F_UNLCK), lock.l_pid > 0
    else { return nil }
    var name = [UInt8](repeating: 0, count: 64)
    let comm = open("/proc/\(lock.l_pid)/comm", O_RDONLY | O_CLOEXEC)
    guard comm >= 0 else { return "process \(lock.l_pid)" }
    defer { close(comm) }
    let count = max(0, read(comm, &name, name.count))
    let word = String(decoding: name[..<count].prefix { $0 != 10 }, as: UTF8.self)
    return "\(word) (process \(lock.l_pid))"
  }
}
