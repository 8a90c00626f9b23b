import CSystem

extension FileSystem {
  /// In bytes; `nil` where there is none.
  package static func size(_ path: String) -> Int? { FileStatus(of: path)?.size }

  /// Opens a regular file for reading, as it lies there: a link leads elsewhere, and whoever opens
  /// a named pipe waits for somebody at its other end.
  ///
  /// - Throws: for anything else, and where the system refuses.
  package static func openRegular(_ path: String) throws(FileError) -> Int32 {
    let descriptor = system_open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0)
    guard descriptor >= 0 else { throw .refused(path, .read) }
    guard FileStatus(open: descriptor)?.kind == .file else {
      close(descriptor)
      throw FileError(path, .read, .isNoFile)
    }
    return descriptor
  }

  /// The first bytes of a regular file: fewer where it is shorter, none where it cannot be read.
  package static func head(of path: String, _ count: Int) -> [UInt8] {
    guard let descriptor = try? openRegular(path) else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = pread(descriptor, &bytes, count, 0)
    return Array(bytes.prefix(max(0, got)))
  }

  /// Where something was written next, at this place or behind it; `nil` where nothing was.
  ///
  /// What was never written reads as zeros, without end in a file that costs its sender nothing.
  package static func nextData(_ descriptor: Int32, from offset: Int) -> Int? {
    let place = system_next_data(descriptor, off_t(offset))
    if place < 0 { return errno == ENXIO ? nil : offset }
    return Int(place)
  }

  /// The process that keeps others from locking these bytes of a file for writing: its number, or
  /// -1 where nobody knows; `nil` where nobody does.
  package static func lockHolder(_ descriptor: Int32, from start: Int) -> Int32? {
    let holder = system_lock_holder(descriptor, off_t(start), 1)
    return holder == 0 ? nil : holder
  }

  /// Whether nobody at all can write there.
  package static func isOnReadOnlyMedium(_ path: String) -> Bool {
    system_is_on_read_only_medium(path) != 0
  }

  /// The path without links; `nil` where there is nothing, for the reason in `errno`.
  package static func withoutLinks(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The path without links, and what is there; `nil` where there is nothing.
  package static func resolved(_ path: String) -> (path: String, status: FileStatus)? {
    guard let real = withoutLinks(path), let status = FileStatus(of: real) else { return nil }
    return (real, status)
  }

  /// Copies the bytes of a file into a new one, readable by its owner only, onto the disk.
  ///
  /// - Throws: where something is there already, or the disk refuses; then nothing is left.
  package static func copy(_ path: String, to copy: String) throws(FileError) {
    let source: Int32
    do { source = try openRegular(path) } catch { throw FileError(path, .copy, error.reason) }
    defer { close(source) }
    let target: NewFile
    do { target = try NewFile(inPlace: copy) } catch { throw FileError(copy, .copy, error.reason) }
    try copyBytes(from: source, to: target.descriptor, named: copy)
    try target.publish()
  }

  /// From one open file into another, which is empty, and onto the disk.
  package static func copyBytes(
    from source: Int32, to target: Int32, named name: String
  ) throws(FileError) {
    guard let status = FileStatus(open: source) else { throw .refused(name, .copy) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var offset = 0
    // What was never written is not written there either.
    while let place = nextData(source, from: offset) {
      offset = place
      let count = pread(source, &buffer, buffer.count, off_t(offset))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .refused(name, .copy) }
      if count == 0 { break }
      var written = 0
      while written < count {
        let part = buffer[written..<count].withUnsafeBytes {
          pwrite(target, $0.baseAddress, $0.count, off_t(offset + written))
        }
        if part < 0, errno == EINTR { continue }
        guard part > 0 else { throw .refused(name, .copy) }
        written += part
      }
      offset += count
    }
    guard ftruncate(target, off_t(max(status.size, offset))) == 0 else {
      throw .refused(name, .copy)
    }
    guard fsync(target) == 0 else { throw .refused(name, .copy) }
  }

  /// Makes what was named in a folder stay there.
  package static func synchronizeFolder(of path: String) {
    let descriptor = system_open(folder(of: path), O_RDONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
