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

  /// Opens a regular file for reading, as it lies there: a link leads elsewhere, and whoever opens
  /// a named pipe waits for somebody at its other end.
  ///
  /// - Returns: `nil` for anything else, and where the system refuses, for the reason in `errno`.
  static func openRegular(_ path: String) -> Int32? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      errno = EINVAL
      return nil
    }
    return descriptor
  }

  /// The first bytes of a regular file: fewer where it is shorter, none where it cannot be read.
  static func head(of path: String, _ count: Int) -> [UInt8] {
    guard let descriptor = openRegular(path) else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = pread(descriptor, &bytes, count, 0)
    return Array(bytes.prefix(max(0, got)))
  }

  /// Where something was written next, at this place or behind it; `nil` where nothing was.
  ///
  /// What was never written reads as zeros, without end in a file that costs its sender nothing.
  static func nextData(_ descriptor: Int32, from offset: Int) -> Int? {
    #if canImport(Darwin)
      let data: Int32 = 4
    #else
      let data: Int32 = 3
    #endif
    let place = lseek(descriptor, off_t(offset), data)
    if place < 0 { return errno == ENXIO ? nil : offset }
    return Int(place)
  }

  /// The size of a database's pages, as its header says; `nil` where it says none.
  static func pageSize(of path: String) -> Int? {
    let bytes = head(of: path, 18).dropFirst(16)
    guard bytes.count == 2 else { return nil }
    let size = Int(bytes[16]) << 8 | Int(bytes[17])
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
    guard let source = openRegular(path) else { throw refused(path, .inputOutput) }
    defer { close(source) }
    let target = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard target >= 0 else { throw refused(copy, .cannotCreate) }
    defer { close(target) }
    do { try copyBytes(from: source, to: target, named: copy) } catch {
      unlink(copy)
      throw error
    }
  }

  /// From one open file into another, which is empty, and onto the disk.
  static func copyBytes(
    from source: Int32, to target: Int32, named name: String
  ) throws(RegistryError) {
    var status = stat()
    guard fstat(source, &status) == 0 else { throw refused(name, .inputOutput) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var offset = 0
    // What was never written is not written there either.
    while let place = nextData(source, from: offset) {
      offset = place
      let count = pread(source, &buffer, buffer.count, off_t(offset))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw refused(name, .inputOutput) }
      if count == 0 { break }
      var written = 0
      while written < count {
        let part = buffer[written..<count].withUnsafeBytes {
          pwrite(target, $0.baseAddress, $0.count, off_t(offset + written))
        }
        if part < 0, errno == EINTR { continue }
        guard part > 0 else { throw refused(name, .inputOutput) }
        written += part
      }
      offset += count
    }
    guard ftruncate(target, max(status.st_size, off_t(offset))) == 0 else {
      throw refused(name, .inputOutput)
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
