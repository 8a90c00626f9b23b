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

  static var lastError: String { String(cString: strerror(errno)) }
}

/// A file in the making: built beside its place under another name, then linked there.
///
/// What is not published is deleted.
struct NewFile: ~Copyable {
  let path: String
  let temporaryPath: String
  private let hint: Sentence

  /// - Throws: where something is at `path` already, or its folder is missing or closed.
  init(
    at path: String,
    hint: Sentence = Sentence("Choose another place.", vi: "Hãy chọn nơi khác.")
  ) throws(RegistryError) {
    self.path = path
    self.hint = hint
    temporaryPath = path + ".new-\(getpid())"
    var status = stat()
    // lstat: a symbolic link, even a dangling one, counts as there.
    if lstat(path, &status) == 0 { throw Self.isThere(path, hint) }
    let folder = FileSystem.folder(of: path)
    guard FileSystem.isFolder(folder) else {
      throw RegistryError(
        .cannotCreate,
        Sentence("There is no folder \(folder).", vi: "Không có thư mục \(folder)."),
        hint: Sentence("Make it first: mkdir -p \(folder)", vi: "Hãy tạo trước: mkdir -p \(folder)")
      )
    }
    unlink(temporaryPath)
    let descriptor = open(temporaryPath, O_RDWR | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else {
      let why = FileSystem.lastError
      throw RegistryError(
        .cannotCreate,
        Sentence("\(path) cannot be made: \(why).", vi: "Không tạo được \(path): \(why)."))
    }
    close(descriptor)
  }

  deinit {
    for ending in ["", "-wal", "-shm", "-journal"] { unlink(temporaryPath + ending) }
  }

  /// - Throws: where another program put something at the path meanwhile.
  func publish() throws(RegistryError) {
    // A link, not a rename: it never replaces what is there.
    guard link(temporaryPath, path) == 0 else {
      if errno == EEXIST { throw Self.isThere(path, hint) }
      let why = FileSystem.lastError
      throw RegistryError(
        .cannotCreate,
        Sentence("\(path) cannot be made: \(why).", vi: "Không tạo được \(path): \(why)."))
    }
  }

  /// The first of `path`, `path-2`, `path-3` … where nothing is.
  static func free(_ path: String) -> String {
    var status = stat()
    var candidate = path
    var number = 1
    while lstat(candidate, &status) == 0 {
      number += 1
      candidate = "\(path)-\(number)"
    }
    return candidate
  }

  private static func isThere(_ path: String, _ hint: Sentence) -> RegistryError {
    RegistryError(
      .cannotCreate,
      Sentence("There is already something at \(path).", vi: "Đã có sẵn \(path)."),
      hint: hint)
  }
}
