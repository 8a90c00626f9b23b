import CMaking
import Synchronization

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// A file or folder in the making, under a name of its own beside its place: it is published
/// whole, or deleted, whatever ends the program; a kill alone leaves it, for the next one to find.
package final class Making {
  package enum Kind: Sendable {
    case file
    /// With what SQLite makes beside it.
    case database
    case folder
  }

  /// Where it is until it is published.
  package let path: String
  /// Open for writing where it is a file; closed with this object.
  package private(set) var descriptor: Int32
  private let kind: Kind
  private let node: OpaquePointer?
  private var isEnded = false

  private static let mark = ".making-"
  private static let found = Mutex<[String]>([])

  /// Names, and forgets, what programs left that were killed while they made something, and that
  /// was removed.
  package static func takeLeftovers() -> [String] {
    found.withLock { found in
      defer { found = [] }
      return found
    }
  }

  /// Begins beside `place`, after removing what is left there by a program that ended.
  ///
  /// - Returns: `nil` where the system refuses, for the reason in `errno`.
  package init?(beside place: String, _ kind: Kind) {
    Self.removeLeftovers(of: place)
    self.kind = kind
    var bytes = Array("\(place)\(Self.mark)XXXXXX".utf8CString)
    var node: OpaquePointer?
    let made = bytes.withUnsafeMutableBufferPointer { buffer -> Int32 in
      kind == .folder
        ? making_folder(buffer.baseAddress, &node)
        : making_file(buffer.baseAddress, kind == .database ? 1 : 0, &node)
    }
    descriptor = made
    self.node = node
    path = String(decoding: bytes.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if node == nil {
      isEnded = true
      return nil
    }
  }

  /// Begins under just this name, where nothing is; for what lies in a folder in the making, or
  /// must be where somebody asked for it.
  package init?(named path: String, _ kind: Kind = .file) {
    self.path = path
    self.kind = kind
    var node: OpaquePointer?
    let made = making_named(path, kind == .folder ? 1 : 0, &node)
    descriptor = kind == .folder ? -1 : made
    self.node = node
    if node == nil {
      isEnded = true
      return nil
    }
  }

  deinit {
    if !isEnded {
      if kind == .folder {
        rmdir(path)
      } else {
        for ending in Self.endings(kind) { unlink(path + ending) }
      }
      making_end(node)
    }
    if descriptor >= 0 { close(descriptor) }
  }

  private static func endings(_ kind: Kind) -> [String] {
    kind == .database ? ["-journal", "-wal", "-shm", ""] : [""]
  }

  /// Closes it: no more is written.
  package func release() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  /// Gives it its name where nothing is, on any file system; `false` with `errno`, `EEXIST` where
  /// something is there.
  package func publish(at place: String) -> Bool {
    guard !isEnded, making_publish(node, place) == 0 else { return false }
    isEnded = true
    return true
  }

  /// Gives it its name, in the place of what is there; `false` with `errno`.
  package func replace(_ place: String) -> Bool {
    guard !isEnded, making_replace(node, place) == 0 else { return false }
    isEnded = true
    return true
  }

  /// It stays where it is.
  package func keep() {
    isEnded = true
    making_end(node)
  }

  // MARK: What others left

  /// A leftover is held by nobody: its lock can be had.
  private static func removeLeftovers(of place: String) {
    let folder = FileSystem.folder(of: place)
    let start = FileSystem.name(of: place) + mark
    for name in FileSystem.names(in: folder) {
      guard name.hasPrefix(start), name.utf8.count == start.utf8.count + 6 else { continue }
      let whole = place.utf8.contains(UInt8(ascii: "/")) ? "\(folder)/\(name)" : name
      let lock = making_seize(whole)
      guard lock >= 0 else { continue }
      defer { close(lock) }
      var status = stat()
      guard fstat(lock, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        FileSystem.removeFolder(whole)
      } else {
        for ending in endings(.database) { unlink(whole + ending) }
      }
      if lstat(whole, &status) != 0 { found.withLock { $0.append(whole) } }
    }
  }
}
