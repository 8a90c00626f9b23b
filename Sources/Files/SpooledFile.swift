import CSystem

/// A file that is read twice.
///
/// What can be read once only, a pipe, is kept aside meanwhile, in a file without a name.
package final class SpooledFile {
  /// Where it could not be kept aside.
  package struct SpoolError: Error {
    package let folder: String?
    package let code: Int32
  }

  private let path: String
  private var descriptor: Int32
  /// Takes what is read from a pipe; -1 where there is none.
  private var spool: Int32 = -1

  /// - Parameter path: `-` is standard input.
  /// - Throws: a ``FileError`` where there is no such file, or a folder; a ``SpoolError``.
  package init(path: String) throws {
    self.path = path
    descriptor = path == "-" ? dup(STDIN_FILENO) : try Wait.open(path)
    switch FileStatus(open: descriptor)?.kind {
    case nil: throw FileError.refused(path, .read)
    case .file: break
    case .folder: throw FileError(path, .read, .isFolder)
    default: spool = try Self.makeSpool()
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if spool >= 0 { close(spool) }
  }

  /// A file that nobody else finds and that is gone with the program.
  private static func makeSpool() throws(SpoolError) -> Int32 {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let folder = named.isEmpty ? "/tmp" : named
    var name = Array("\(folder)/legation-XXXXXX".utf8CString)
    let spool = mkstemp(&name)
    guard spool >= 0 else { throw SpoolError(folder: folder, code: errno) }
    unlink(name)
    return spool
  }

  /// Begins again at the first byte.
  ///
  /// - Throws: where the file cannot be read a second time.
  package func rewind() throws(FileError) {
    if spool >= 0 {
      close(descriptor)
      (descriptor, spool) = (spool, -1)
    }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .refused(path, .read) }
  }

  /// The next bytes; none at the end.
  ///
  /// - Throws: a ``FileError`` where they cannot be read, or somebody asked for an end; a
  ///   ``SpoolError``.
  package func next() throws -> ArraySlice<UInt8> {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    guard let count = piece.withUnsafeMutableBytes({ Wait.read(descriptor, $0) }) else {
      throw FileError(path, .readOn, .cancelled)
    }
    guard count >= 0 else { throw FileError.refused(path, .readOn) }
    var kept = 0
    while spool >= 0 && kept < count {
      let written = piece[kept..<count].withUnsafeBytes { write(spool, $0.baseAddress, $0.count) }
      guard written > 0 || written < 0 && errno == EINTR else {
        throw SpoolError(folder: nil, code: errno)
      }
      kept += max(0, written)
    }
    return piece[..<count]
  }
}
