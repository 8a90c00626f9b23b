#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// The few things the registry asks of the file system, without Foundation.
package enum FileSystem {
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The folder that a path stands in.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes a folder and those above it, for their owner only.
  package static func makeFolders(_ path: String) -> Bool {
    if isFolder(path) { return true }
    let parent = folder(of: path)
    guard parent != path, makeFolders(parent) else { return false }
    return mkdir(path, 0o700) == 0 || isFolder(path)
  }

  /// Opens a file of a folder that came from elsewhere, for reading: a link would lead out of it,
  /// a named pipe or a device would never end.
  ///
  /// - Throws: where it is missing, or no file of its own.
  package static func openElement(_ path: String) throws(RegistryError) -> Int32 {
    func refused(_ kind: RegistryError.Kind, _ why: Sentence) -> RegistryError {
      RegistryError(
        kind, Sentence("\(path): \(why.english).", vi: "\(path): \(why.vietnamese)."),
        hint: Sentence("Nothing was changed.", vi: "Chưa có gì thay đổi."))
    }
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ELOOP || errno == EMLINK {
        throw refused(
          .unfitFile,
          Sentence(
            "a symbolic link, where a file should be", vi: "là liên kết, không phải tệp"))
      }
      throw refused(.missingFile, Sentence(same: lastError))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      close(descriptor)
      throw refused(
        .unfitFile,
        isFolder
          ? Sentence("a folder, where a file should be", vi: "là thư mục, không phải tệp")
          : Sentence(
            "a pipe or a device, where a file should be",
            vi: "là ống dẫn hoặc thiết bị, không phải tệp"))
    }
    return descriptor
  }

  package static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// What lies in a folder; nothing where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let name, name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes a folder with all that is in it; links in it are removed, never followed.
  static func removeFolder(_ path: String) {
    for name in names(in: path) {
      let inner = "\(path)/\(name)"
      var status = stat()
      guard lstat(inner, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR { removeFolder(inner) } else { unlink(inner) }
    }
    rmdir(path)
  }

  static var lastError: String { String(cString: strerror(errno)) }
}

/// A database in the making: built beside its place under another name, then linked there.
///
/// What is not published is deleted.
struct NewFile: ~Copyable {
  let path: String
  var temporaryPath: String { making.path }
  private let remedy: Remedy?
  private let making: Making

  /// - Parameter remedy: what helps where something is there already; `nil` is another place.
  /// - Throws: where something is at `path` already, or beside it under one of SQLite's names, or its
  ///   folder is missing or closed.
  init(at path: String, remedy: Remedy? = nil) throws(RegistryError) {
    var status = stat()
    // lstat: a symbolic link, even a dangling one, counts as there.
    if lstat(path, &status) == 0 { throw Self.isThere(path, remedy) }
    try Neighbours.requireNone(at: path)
    let folder = FileSystem.folder(of: path)
    guard FileSystem.isFolder(folder) else {
      throw RegistryError(
        .cannotCreate,
        Sentence("There is no folder \(folder).", vi: "Không có thư mục \(folder)."),
        remedies: [.file(.makeFolder(folder))])
    }
    guard let making = Making(beside: path, .database) else {
      throw Self.cannotMake(path, FileSystem.lastError)
    }
    self.path = path
    self.remedy = remedy
    self.making = making
  }

  /// - Throws: where another program put something at the path or beside it meanwhile.
  func publish() throws(RegistryError) {
    try Neighbours.requireNone(at: path)
    guard making.publish(at: path) else {
      if errno == EEXIST { throw Self.isThere(path, remedy) }
      throw Self.cannotMake(path, FileSystem.lastError)
    }
  }

  /// The first of `path`, `path-2`, `path-3` … where nothing is, nor anything of SQLite's beside it.
  static func free(_ path: String) -> String {
    var candidate = path
    var number = 1
    while ([""] + Neighbours.endings).contains(where: { Neighbours.isThere(candidate + $0) }) {
      number += 1
      candidate = "\(path)-\(number)"
    }
    return candidate
  }

  private static func cannotMake(_ path: String, _ why: String) -> RegistryError {
    RegistryError(
      .cannotCreate,
      Sentence("\(path) cannot be made: \(why).", vi: "Không tạo được \(path): \(why)."))
  }

  private static func isThere(_ path: String, _ remedy: Remedy?) -> RegistryError {
    var refusal = RegistryError(
      .cannotCreate,
      Sentence("There is already something at \(path).", vi: "Đã có sẵn \(path)."))
    if let remedy {
      refusal.remedies = [remedy]
    } else {
      refusal.hint = Sentence("Choose another place.", vi: "Hãy chọn nơi khác.")
    }
    return refusal
  }
}
