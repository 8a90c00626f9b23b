import CMaking
import CSystem
import Synchronization

/// A file or folder in the making, under a name of its own: it gets its name whole, or is deleted,
/// whatever ends the program; a kill alone leaves it, for the next one to find.
package final class Making {
  package enum Kind: Sendable {
    case file
    case folder
  }

  /// How a name is given that replaces nothing: not every file system has every way, so they are
  /// tried in this order.
  struct Ways: OptionSet, Sendable {
    let rawValue: Int32

    /// FAT has no second names.
    static let link = Ways(rawValue: Int32(MAKING_BY_LINK))
    /// Some file systems of other programs rename only what may replace.
    static let renaming = Ways(rawValue: Int32(MAKING_BY_RENAMING))
    /// The name is taken by an empty file first, which a kill in between leaves.
    static let claim = Ways(rawValue: Int32(MAKING_BY_CLAIM))
    static let all: Ways = [link, renaming, claim]
  }

  /// Where it is until it has its name.
  let path: String
  /// Open for writing where it is a file; closed with this object.
  private(set) var descriptor: Int32
  private let kind: Kind
  private let companions: [String]
  private let node: OpaquePointer?
  private var isEnded = false

  private static let mark = ".making-"

  private struct Leftovers {
    var removed: [String] = []
    var kept: [String] = []
  }

  private static let leftovers = Mutex(Leftovers())

  /// Names, and forgets, what was removed that programs left which were killed while they made
  /// something, and what of this program's own could not be taken away.
  package static func takeLeftovers() -> (removed: [String], kept: [String]) {
    leftovers.withLock { found in
      defer { found = Leftovers() }
      return (found.removed, found.kept)
    }
  }

  /// The words of a signal's handler, which may not make any, around the path of something that
  /// cannot be taken away; they stay where they are.
  package static func setWordsForKept(
    before: UnsafePointer<CChar>?, after: UnsafePointer<CChar>?
  ) {
    making_set_kept_words(before, after)
  }

  /// Begins beside `place`, after removing what is left there by a program that ended.
  ///
  /// - Parameter companions: endings of the names of files that are taken away with it.
  /// - Returns: `nil` where the system refuses, for the reason in `errno`.
  init?(beside place: String, _ kind: Kind, companions: [String] = []) {
    Self.removeLeftovers(of: place)
    self.kind = kind
    self.companions = companions
    var bytes = Array("\(place)\(Self.mark)XXXXXX".utf8CString)
    var node: OpaquePointer?
    let made = bytes.withUnsafeMutableBufferPointer { buffer -> Int32 in
      kind == .folder
        ? making_folder(buffer.baseAddress, &node)
        : making_file(buffer.baseAddress, companions.joined(separator: "/"), &node)
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
  ///
  /// - Returns: `nil` where the system refuses, for the reason in `errno`.
  init?(named path: String, _ kind: Kind = .file) {
    self.path = path
    self.kind = kind
    companions = []
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
        for ending in companions + [""] { unlink(path + ending) }
      }
      making_end(node)
      if FileSystem.isThere(path) { Self.leftovers.withLock { $0.kept.append(path) } }
    }
    if descriptor >= 0 { close(descriptor) }
  }

  /// Hands it to the disk; `false` with `errno`.
  func synchronize() -> Bool {
    guard descriptor >= 0 else { return true }
    // Not every file system hands over a folder.
    return fsync(descriptor) == 0 || kind == .folder
  }

  /// Hands a file to the disk and closes it; `false` with `errno`.
  func release() -> Bool {
    guard synchronize() else { return false }
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    return true
  }

  /// Gives it its name where nothing is, on any file system; `false` with `errno`, `EEXIST` where
  /// something is there.
  func publish(at place: String, by ways: Ways = .all) -> Bool {
    guard !isEnded, synchronize(), making_publish(node, place, ways.rawValue) == 0 else {
      return false
    }
    isEnded = true
    FileSystem.synchronizeFolder(of: place)
    return true
  }

  /// Gives it its name, in the place of what is there; `false` with `errno`.
  func replace(_ place: String) -> Bool {
    guard !isEnded, synchronize(), making_replace(node, place) == 0 else { return false }
    isEnded = true
    FileSystem.synchronizeFolder(of: place)
    return true
  }

  /// It stays where it is.
  func keep() {
    isEnded = true
    making_end(node)
  }

  // MARK: What others left

  /// A leftover is held by nobody: its lock can be had.
  private static func removeLeftovers(of place: String) {
    let folder = FileSystem.folder(of: place)
    let start = FileSystem.name(of: place) + mark
    let names = (try? FileSystem.names(in: folder)) ?? []
    for name in names where name.hasPrefix(start) && name.utf8.count == start.utf8.count + 6 {
      let before = place.utf8.contains(UInt8(ascii: "/")) ? "\(folder)/" : ""
      let lock = making_seize(before + name)
      guard lock >= 0 else { continue }
      defer { close(lock) }
      guard let status = FileStatus(open: lock) else { continue }
      if status.kind == .folder {
        FileSystem.removeFolder(before + name)
      } else {
        // Itself last: as long as it is there, it is found.
        let companions = names.filter { $0.hasPrefix(name + "-") }
        for left in companions + [name] { unlink(before + left) }
      }
      if !FileSystem.isThere(before + name) {
        leftovers.withLock { $0.removed.append(before + name) }
      }
    }
  }
}
