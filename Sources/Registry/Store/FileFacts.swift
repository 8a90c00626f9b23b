#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// In bytes; `nil` where there is none.
  static func size(_ path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// The size of a database's pages, as its header says; `nil` where it says none.
  static func pageSize(of path: String) -> Int? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = [0, 0]
    guard pread(descriptor, &bytes, 2, 16) == 2 else { return nil }
    let size = Int(bytes[0]) << 8 | Int(bytes[1])
    let bytesAPage = size == 1 ? 65536 : size
    return bytesAPage >= 512 && bytesAPage & (bytesAPage - 1) == 0 ? bytesAPage : nil
  }

  /// Whether nobody at all can write there.
  static func isOnReadOnlyMedium(_ path: String) -> Bool {
    var status = statvfs()
    return statvfs(path, &status) == 0 && status.f_flag & UInt(ST_RDONLY) != 0
  }

  /// The path without links, and what is there; `nil` where there is nothing.
  static func resolved(_ path: String) -> (path: String, status: stat)? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    var status = stat()
    guard stat(real, &status) == 0 else { return nil }
    return (String(cString: real), status)
  }

  /// Copies the bytes of a file into a new one, readable by its owner only, onto the disk.
  ///
  /// - Throws: where something is there already, or the disk refuses; then nothing is left.
  static func copy(_ path: String, to copy: String) throws(RegistryError) {
    let source = open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw refused(path, .inputOutput) }
    defer { close(source) }
    let target = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard target >= 0 else { throw refused(copy, .cannotCreate) }
    defer { close(target) }
    do { try copyBytes(from: source, to: target, named: copy) } catch {
      unlink(copy)
      throw error
    }
  }

  /// From the beginning of one open file to where another stands, and onto the disk.
  static func copyBytes(
    from source: Int32, to target: Int32, named name: String
  ) throws(RegistryError) {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var offset = 0
    while true {
      let count = pread(source, &buffer, buffer.count, off_t(offset))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw refused(name, .inputOutput) }
      if count == 0 { break }
      offset += count
      var written = 0
      while written < count {
        let part = buffer[written..<count].withUnsafeBytes {
          write(target, $0.baseAddress, $0.count)
        }
        if part < 0, errno == EINTR { continue }
        guard part > 0 else { throw refused(name, .inputOutput) }
        written += part
      }
    }
    guard fsync(target) == 0 else { throw refused(name, .inputOutput) }
  }

  /// Makes what was named in a folder stay there.
  static func synchronizeFolder(of path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func refused(_ path: String, _ kind: RegistryError.Kind) -> RegistryError {
    let why = lastError
    return RegistryError(
      kind,
      Sentence("\(path) cannot be copied: \(why).", vi: "Không chép được \(path): \(why)."))
  }
}
