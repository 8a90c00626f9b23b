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
  private var unpublished: (making: Making, path: String)?
  /// Its descriptor is the sink's as long as this lives.
  private var published: Making?
  /// A device or a pipe, closed at the end.
  private let opened: Int32?

  /// Standard output.
  init() {
    descriptor = STDOUT_FILENO
    opened = nil
    let isTerminal = isatty(STDOUT_FILENO) == 1
    sink = ByteSink(descriptor: STDOUT_FILENO, showsControls: isTerminal)
  }

  /// - Throws: where the file cannot be made, or is a database: those are not to be replaced by a
  ///   slip of the hand.
  ///
  /// - Parameter isPrivate: whether a new file is for its owner only, as the registry is.
  init(path given: String, isPrivate: Bool = false) throws(RegistryError) {
    let path = Self.followingLinks(given)
    var status = stat()
    let exists = stat(path, &status) == 0
    if FileSystem.isFolder(path) {
      throw Self.cannotMake(given, Sentence("it is a folder", vi: "đó là thư mục"))
    }
    if exists && status.st_mode & S_IFMT != S_IFREG {
      // A device or a named pipe is written to; it cannot be replaced.
      guard let device = Wait.during({ open(path, O_WRONLY | O_CLOEXEC) }) else {
        throw .cancelled
      }
      guard device >= 0 else { throw Self.cannotMake(given, FileSystem.reason) }
      descriptor = device
      opened = device
      sink = ByteSink(descriptor: descriptor)
      return
    }
    try Self.refuseDatabase(path, given)
    guard let making = Making(beside: path, .file) else {
      throw Self.cannotMake(given, FileSystem.reason)
    }
    if exists {
      fchmod(making.descriptor, status.st_mode & 0o777)
    } else if !isPrivate {
      let mask = umask(0)
      umask(mask)
      fchmod(making.descriptor, 0o666 & ~mask)
    }
    descriptor = making.descriptor
    opened = nil
    sink = ByteSink(descriptor: descriptor)
    unpublished = (making, path)
  }

  deinit {
    if let opened { close(opened) }
  }

  /// Hands everything to the system and puts the file into its place.
  func finish() throws {
    try sink.flush()
    guard let files = unpublished else { return }
    // What the command itself, or somebody else, has made there meanwhile.
    try Self.refuseDatabase(files.path, files.path)
    guard fsync(descriptor) == 0, files.making.replace(files.path) else {
      throw Self.cannotMake(files.path, FileSystem.reason)
    }
    published = files.making
    unpublished = nil
  }

  private static func refuseDatabase(_ path: String, _ given: String) throws(RegistryError) {
    guard FileSystem.isDatabase(path) || FileSystem.isBesideDatabase(path) else { return }
    throw cannotMake(
      given,
      Sentence("a SQLite database is there already", vi: "đã có một cơ sở dữ liệu SQLite ở đó"))
  }

  private static func followingLinks(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
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
