import CSystem

/// The few things that are asked of the file system, without Foundation.
package enum FileSystem {
  package static func exists(_ path: String) -> Bool { FileStatus(of: path) != nil }

  package static func isFolder(_ path: String) -> Bool {
    FileStatus(of: path)?.kind == .folder
  }

  package static func isLink(_ path: String) -> Bool {
    FileStatus(ofLink: path)?.kind == .link
  }

  /// Whether something has this name, were it a link into nowhere.
  package static func isThere(_ path: String) -> Bool { FileStatus(ofLink: path) != nil }

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
  package static func openElement(_ path: String) throws(FileError) -> Int32 {
    let descriptor = system_open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0)
    guard descriptor >= 0 else {
      if errno == ELOOP || errno == EMLINK { throw FileError(path, .readElement, .isLink) }
      throw .refused(path, .readElement)
    }
    let kind = FileStatus(open: descriptor)?.kind
    guard kind == .file else {
      close(descriptor)
      throw FileError(path, .readElement, kind == .folder ? .isFolder : .isNoFile)
    }
    return descriptor
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// What lies in a folder, in no order.
  ///
  /// - Throws: where it cannot be read.
  package static func names(in folder: String) throws(FileError) -> [String] {
    guard let handle = opendir(folder) else { throw .refused(folder, .read) }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes a folder with all that is in it; links in it are removed, never followed.
  package static func removeFolder(_ path: String) {
    for name in (try? names(in: path)) ?? [] {
      let inner = "\(path)/\(name)"
      guard let status = FileStatus(ofLink: inner) else { continue }
      if status.kind == .folder { removeFolder(inner) } else { unlink(inner) }
    }
    rmdir(path)
  }

  /// Why the system refused the last call, in its own words.
  package static var lastError: String { FileError.words(of: errno) }
}
