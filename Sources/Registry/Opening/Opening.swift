import CSystem
import Files
import SQLite

/// What is looked at before SQLite opens a file, and how a file is read where SQLite cannot lock it.
extension Registry {
  static func requireFile(_ path: String, named name: String) throws(RegistryError) {
    guard let status = FileStatus(of: path) else {
      throw RegistryError(
        .missingFile,
        Sentence("There is no registry at \(name).", vi: "Không có sổ nào tại \(name)."),
        remedies: [.file(.make)])
    }
    switch status.kind {
    case .file: return
    case .folder:
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
    guard let status = FileStatus(of: path), status.names > 1 else { return }
    throw RegistryError(
      .unfitFile,
      Sentence(
        "\(name) has \(status.names) names (hard links): written under two of them it would be damaged.",
        vi:
          "\(name) có \(status.names) tên (liên kết cứng): nếu ghi dưới hai tên, tệp sẽ hỏng."),
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
  private let size: Int?
  private let log: Int
  private let modified: [Int]?

  init(_ path: String) {
    let status = FileStatus(of: path)
    size = status?.size
    modified = status?.modified
    log = FileSystem.size(path + "-wal") ?? 0
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
    guard let descriptor = try? FileSystem.openRegular(path + "-shm"),
      // The byte by which SQLite locks for writing: "WAL-mode file format", section 2.3.
      let holder = FileSystem.lockHolder(descriptor, from: 120), holder > 0
    else { return nil }
    guard let comm = try? FileSystem.openRegular("/proc/\(holder)/comm") else {
      return "process \(holder)"
    }
    defer { close(comm) }
    var name = [UInt8](repeating: 0, count: 64)
    let count = max(0, read(comm, &name, name.count))
    let word = String(decoding: name[..<count].prefix { $0 != 10 }, as: UTF8.self)
    return "\(word) (process \(holder))"
  }
}
