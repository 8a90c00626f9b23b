import Formats
import Registry

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// Where an answer goes: standard output, or a file that is written aside and renamed when it is
/// whole, so that nobody ever reads half an answer.
final class OutputTarget {
  let sink: ByteSink
  private let descriptor: Int32
  private var unpublished: (temporary: String, path: String)?

  /// Standard output.
  init() {
    descriptor = STDOUT_FILENO
    sink = ByteSink(descriptor: STDOUT_FILENO)
  }

  /// - Throws: where the file cannot be made, or is a database: those are not to be replaced by a
  ///   slip of the hand.
  init(path given: String) throws(RegistryError) {
    let path = Self.followingLinks(given)
    var status = stat()
    let exists = stat(path, &status) == 0
    if FileSystem.isFolder(path) {
      throw Self.cannotMake(given, Sentence("it is a folder", vi: "đó là thư mục"))
    }
    if exists && status.st_mode & S_IFMT != S_IFREG {
      // A device or a named pipe is written to; it cannot be replaced.
      descriptor = open(path, O_WRONLY)
      guard descriptor >= 0 else { throw Self.cannotMake(given, FileSystem.reason) }
      sink = ByteSink(descriptor: descriptor)
      return
    }
    if exists && Self.isDatabase(path) {
      throw Self.cannotMake(
        given,
        Sentence("a SQLite database is there already", vi: "đã có một cơ sở dữ liệu SQLite ở đó"))
    }
    let temporary = path + ".new-\(getpid())"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard descriptor >= 0 else { throw Self.cannotMake(given, FileSystem.reason) }
    if exists { fchmod(descriptor, status.st_mode & 0o777) }
    sink = ByteSink(descriptor: descriptor)
    unpublished = (temporary, path)
  }

  deinit {
    if let unpublished { unlink(unpublished.temporary) }
    if descriptor != STDOUT_FILENO { close(descriptor) }
  }

  /// Hands everything to the system and puts the file into its place.
  func finish() throws {
    try sink.flush()
    guard let files = unpublished else { return }
    guard fsync(descriptor) == 0, rename(files.temporary, files.path) == 0 else {
      throw Self.cannotMake(files.path, FileSystem.reason)
    }
    unpublished = nil
  }

  private static func followingLinks(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func isDatabase(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let magic = Array("SQLite format 3\0".utf8)
    var head = [UInt8](repeating: 0, count: magic.count)
    return read(descriptor, &head, magic.count) == magic.count && head == magic
  }

  private static func cannotMake(_ path: String, _ why: Sentence) -> RegistryError {
    RegistryError(
      .cannotCreate,
      Sentence(
        "\(path) cannot be written: \(why.english).",
        vi: "Không ghi được \(path): \(why.vietnamese)."))
  }
}

extension FileSystem {
  /// Why the system refused the last call, in its own words.
  fileprivate static var reason: Sentence { Sentence(same: String(cString: strerror(errno))) }
}
