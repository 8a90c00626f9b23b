import Files
import Synchronization

/// The registries that this process has open.
///
/// POSIX gives back all of a process's locks on a file when it closes any descriptor of it: what
/// SQLite has open is not to be looked at by other ways.
enum OpenFiles {
  private static let counts = Mutex<[FileStatus.Identity: Int]>([:])

  static func add(_ path: String) -> FileStatus.Identity? {
    guard let identity = FileStatus(of: path)?.identity else { return nil }
    counts.withLock { $0[identity, default: 0] += 1 }
    return identity
  }

  static func remove(_ identity: FileStatus.Identity?) {
    guard let identity else { return }
    counts.withLock { counts in
      let left = (counts[identity] ?? 1) - 1
      counts[identity] = left > 0 ? left : nil
    }
  }

  static func contains(_ path: String) -> Bool {
    guard let identity = FileStatus(of: path)?.identity else { return false }
    return counts.withLock { $0[identity] != nil }
  }
}
