import Synchronization

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// The registries that this process has open.
///
/// POSIX gives back all of a process's locks on a file when it closes any descriptor of it: what
/// SQLite has open is not to be looked at by other ways.
enum OpenFiles {
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  private static let counts = Mutex<[Identity: Int]>([:])

  private static func identity(of path: String) -> Identity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
  }

  static func add(_ path: String) -> Identity? {
    guard let identity = identity(of: path) else { return nil }
    counts.withLock { $0[identity, default: 0] += 1 }
    return identity
  }

  static func remove(_ identity: Identity?) {
    guard let identity else { return }
    counts.withLock { counts in
      let left = (counts[identity] ?? 1) - 1
      counts[identity] = left > 0 ? left : nil
    }
  }

  static func contains(_ path: String) -> Bool {
    guard let identity = identity(of: path) else { return false }
    return counts.withLock { $0[identity] != nil }
  }
}
