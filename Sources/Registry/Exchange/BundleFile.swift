import Crypto

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// A bundle, read line by line and twice; never more than one line is held.
///
/// What can be read once only, a pipe, is kept aside meanwhile, in a file without a name.
final class BundleFile {
  private static let longestLine = 16 << 20

  let path: String
  private let isStopped: () -> Bool
  private var descriptor: Int32
  /// Takes what is read from a pipe; -1 where there is none.
  private var spool: Int32 = -1
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var hash = SHA256()
  private(set) var lineNumber = 0

  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - isStopped: whether somebody asked for an end.
  /// - Throws: where there is no such file, or a folder.
  init(path: String, isStopped: @escaping () -> Bool = { false }) throws(RegistryError) {
    self.path = path
    self.isStopped = isStopped
    descriptor = path == "-" ? dup(STDIN_FILENO) : try Wait.open(path)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      throw Self.unreadable(path, FileSystem.lastError)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      close(descriptor)
      descriptor = -1
      throw Self.unreadable(path, "it is a folder")
    default: spool = try Self.makeSpool(path)
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if spool >= 0 { close(spool) }
  }

  private static func unreadable(_ path: String, _ why: String) -> RegistryError {
    RegistryError(
      .missingFile,
      Sentence("\(path) cannot be read: \(why).", vi: "Không đọc được \(path): \(why)."))
  }

  /// A file that nobody else finds and that is gone with the program.
  private static func makeSpool(_ path: String) throws(RegistryError) -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder.isEmpty ? "/tmp" : folder)/legation-XXXXXX".utf8CString)
    let spool = mkstemp(&name)
    guard spool >= 0 else {
      throw RegistryError(
        .cannotCreate,
        Sentence(
          "\(path) is no file, and cannot be kept in \(folder): \(FileSystem.lastError).",
          vi: "\(path) không phải tệp và không lưu tạm được vào \(folder): \(FileSystem.lastError)."
        ),
        hint: Sentence(
          "Point TMPDIR to a folder with room, or save the bundle as a file first.",
          vi: "Hãy đặt TMPDIR tới thư mục còn chỗ, hoặc lưu gói thành tệp trước."))
    }
    unlink(name)
    return spool
  }

  /// Begins again at the first line.
  ///
  /// - Throws: where the file cannot be read a second time.
  func rewind() throws(RegistryError) {
    if spool >= 0 {
      close(descriptor)
      (descriptor, spool) = (spool, -1)
    }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw Self.unreadable(path, FileSystem.lastError)
    }
    (buffer, position, isAtEnd, lineNumber) = ([], 0, false, 0)
    hash = SHA256()
  }

  /// The next line but the last; `nil` when only that is left, and it fits what was read.
  ///
  /// - Throws: where the file ends without one, or it does not fit: the bundle was cut or altered.
  func next() throws(RegistryError) -> String? {
    guard let bytes = try nextBytes(), let line = String(validating: bytes, as: UTF8.self) else {
      throw fault(
        Sentence(
          "the bundle ends too early, or is no text", vi: "gói bị cụt hoặc không phải văn bản"))
    }
    if line.hasPrefix("{\"end\":") {
      let isEmpty = try nextBytes() == nil
      guard isEmpty, line == "{\"end\":\"\(SHA256.hex(hash.finalize()))\"}" else {
        throw fault(
          Sentence(
            "the bundle is not as it was written: its hash does not fit",
            vi: "gói không còn nguyên vẹn: mã băm không khớp"))
      }
      return nil
    }
    hash.update(data: bytes)
    hash.update(data: [UInt8(ascii: "\n")])
    return line
  }

  /// What is wrong at the line that was read last.
  func fault(_ what: Sentence) -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "\(path), line \(lineNumber): \(what.english).",
        vi: "\(path), dòng \(lineNumber): \(what.vietnamese)."),
      remedies: [.merge(.askAgain)])
  }

  private func nextBytes() throws(RegistryError) -> ArraySlice<UInt8>? {
    lineNumber += 1
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { position = end + 1 }
        return buffer[position..<end]
      }
      searched = buffer.count - position
      buffer.removeFirst(position)
      position = 0
      if isAtEnd {
        guard buffer.isEmpty else {
          throw fault(Sentence("the line has no end", vi: "dòng bị cụt"))
        }
        return nil
      }
      guard buffer.count < Self.longestLine else {
        throw fault(Sentence("the line is longer than 16 MB", vi: "dòng dài hơn 16 MB"))
      }
      try fill()
    }
  }

  private func fill() throws(RegistryError) {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = try readPiece(into: &chunk)
    if count == 0 { isAtEnd = true }
    buffer.append(contentsOf: chunk[..<count])
    var kept = 0
    while spool >= 0 && kept < count {
      let written = chunk[kept..<count].withUnsafeBytes { write(spool, $0.baseAddress, $0.count) }
      guard written > 0 || written < 0 && errno == EINTR else {
        throw RegistryError(
          .inputOutput,
          Sentence(
            "\(path) cannot be kept aside: \(FileSystem.lastError).",
            vi: "Không lưu tạm được \(path): \(FileSystem.lastError)."),
          hint: Sentence(
            "Save it as a file first, or point TMPDIR to a folder with room.",
            vi: "Hãy lưu thành tệp trước, hoặc đặt TMPDIR tới thư mục còn chỗ."))
      }
      kept += max(0, written)
    }
  }

  private func readPiece(into chunk: inout [UInt8]) throws(RegistryError) -> Int {
    guard !isStopped(), let count = chunk.withUnsafeMutableBytes({ Wait.read(descriptor, $0) })
    else { throw .cancelled }
    guard count >= 0 else { throw fault(Sentence(same: FileSystem.lastError)) }
    return count
  }
}
