import Files
import Synchronization

/// The registries that this process has open.
///
/// POSIX gives back all of a process's locks on a file when it closes any descriptor of it: what
/// SQLite has open is not to be looked at by other ways.
enum OpenFiles {
  // One each time it is opened, in a list: there are a few.
  private static let open = Mutex<[FileStatus.Identity]>([])

  static func add(_ path: String) -> FileStatus.Identity? {
    guard let identity = FileStatus(of: path)?.identity else { return nil }
    open.withLock { $0.append(identity) }
    return identity
  }

  static func remove(_ identity: FileStatus.Identity?) {
    open.withLock { open in
      guard let place = open.firstIndex(where: { $0 == identity }) else { return }
      open.remove(at: place)
    }
  }

  static func contains(_ path: String) -> Bool {
    guard let identity = FileStatus(of: path)?.identity else { return false }
    return open.withLock { $0.contains(identity) }
  }
}
