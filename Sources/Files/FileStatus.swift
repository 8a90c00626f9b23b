import CSystem

/// What the system says of a file.
package struct FileStatus: Sendable {
  package enum Kind: Sendable {
    case file
    case folder
    case link
    /// Such as a terminal, or /dev/null.
    case characterDevice
    /// A pipe, a socket, a disk.
    case other
  }

  /// The same for the same file, whatever its name.
  package struct Identity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    fileprivate init(_ found: system_status) {
      device = found.device
      number = found.number
    }
  }

  package let kind: Kind
  /// In bytes.
  package let size: Int
  /// How many names it has: hard links.
  package let names: Int
  package let owner: UInt32
  package let group: UInt32
  /// Who may read, write and run it: the last nine bits of its mode.
  package let permissions: UInt32
  package let identity: Identity
  /// When it was last written: seconds since 1970, and nanoseconds.
  package let modified: [Int]

  /// - Returns: `nil` where there is nothing, or none may look, for the reason in `errno`.
  package init?(of path: String) {
    var found = system_status()
    guard system_status_of(path, 1, &found) == 0 else { return nil }
    self.init(found)
  }

  /// Of what has just this name, were it a link into nowhere.
  ///
  /// - Returns: `nil` where there is nothing, or none may look, for the reason in `errno`.
  package init?(ofLink path: String) {
    var found = system_status()
    guard system_status_of(path, 0, &found) == 0 else { return nil }
    self.init(found)
  }

  /// - Returns: `nil` where it is not open.
  package init?(open descriptor: Int32) {
    var found = system_status()
    guard system_status_of_open(descriptor, &found) == 0 else { return nil }
    self.init(found)
  }

  /// Gives another file the same owner and mode, as far as the system lets one: whoever may look at
  /// this one may look at a copy.
  package func giveLeave(to copy: String) {
    chmod(copy, mode_t(permissions))
    _ = chown(copy, owner, group)
  }

  private init(_ found: system_status) {
    kind =
      switch Int(found.kind) {
      case Int(system_file): .file
      case Int(system_folder): .folder
      case Int(system_link): .link
      case Int(system_character_device): .characterDevice
      default: .other
      }
    size = Int(found.size)
    names = Int(clamping: found.names)
    owner = found.owner
    group = found.group
    permissions = found.permissions
    identity = Identity(found)
    modified = [Int(found.seconds), Int(found.nanoseconds)]
  }
}
