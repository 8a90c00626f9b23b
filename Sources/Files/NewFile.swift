import CSystem

/// A new file, which nobody finds before it is whole and lies on the disk.
///
/// It is written under a name of its own in the folder where it is to lie, and never takes the place
/// of what somebody else put there meanwhile. What is not published is deleted, whatever ends the
/// program.
package final class NewFile {
  /// Who may look at it.
  package enum Leave: Sendable {
    /// The owner alone: as a registry, so what holds much of one.
    case owner
    /// Whoever may look at any new file.
    case usual
  }

  package let path: String
  private let name: String
  private let attempt: FileError.Attempt
  private let rule: PlaceRule
  private let making: Making
  /// What it replaces.
  private let old: FileStatus?
  private let isInPlace: Bool

  /// - Parameters:
  ///   - name: of the place, for those who gave it; `nil` is the path.
  ///   - replaces: whether a file that is there now is replaced; the new one has its leave.
  /// - Throws: where something is there that is not replaced, or that is no file; where the rule is
  ///   against it; where its folder is missing or closed.
  package init(
    at path: String, named name: String? = nil, replaces: Bool = false, leave: Leave = .owner,
    rule: PlaceRule = .none
  ) throws(FileError) {
    let name = name ?? path
    let attempt: FileError.Attempt = replaces ? .write : .make
    let old = FileStatus(ofLink: path)
    if old != nil, !replaces { throw FileError(name, .make, .isThere) }
    if old?.kind == .folder { throw FileError(name, .write, .isFolder) }
    try rule.require(path, named: name, attempt)
    let folder = FileSystem.folder(of: path)
    guard FileSystem.isFolder(folder) else { throw FileError(name, attempt, .noFolder(folder)) }
    guard let making = Making(beside: path, .file, companions: rule.companions) else {
      throw .refused(name, attempt)
    }
    if let old, old.kind == .file {
      fchmod(making.descriptor, mode_t(old.permissions))
    } else if leave == .usual {
      let mask = umask(0)
      umask(mask)
      fchmod(making.descriptor, 0o666 & ~mask)
    }
    self.path = path
    self.name = name
    self.attempt = attempt
    self.rule = rule
    self.making = making
    self.old = old
    isInPlace = false
  }

  /// A file that has its name from the beginning, so that nobody finds it taken after a long run.
  ///
  /// - Throws: likewise.
  package init(inPlace path: String, rule: PlaceRule = .none) throws(FileError) {
    try rule.require(path, named: path, .make)
    guard let making = Making(named: path) else { throw .refused(path, .make) }
    self.path = path
    name = path
    attempt = .make
    self.rule = rule
    self.making = making
    old = nil
    isInPlace = true
  }

  /// Where it is until then.
  package var temporaryPath: String { making.path }
  /// Open for writing as long as this object lives.
  package var descriptor: Int32 { making.descriptor }

  /// Hands it to the disk and gives it its name.
  ///
  /// - Throws: where somebody else put something there meanwhile, or beside it what the rule is
  ///   against.
  package func publish() throws(FileError) { try publish(by: .all) }

  /// Hands what is written so far to the disk.
  ///
  /// - Throws: where the disk refuses.
  package func synchronize() throws(FileError) {
    guard making.synchronize() else { throw .refused(name, .write) }
    if isInPlace { FileSystem.synchronizeFolder(of: path) }
  }

  /// Leaves a file that has its name where it is.
  package func keep() { making.keep() }

  func publish(by ways: Making.Ways) throws(FileError) {
    if isInPlace {
      try synchronize()
      return keep()
    }
    try rule.require(path, named: name, attempt)
    if let old, let now = FileStatus(ofLink: path) {
      guard old.isSame(as: now) else { throw FileError(name, attempt, .isReplaced) }
      guard making.replace(path) else { throw .refused(name, attempt) }
    } else if !making.publish(at: path, by: ways) {
      guard errno == EEXIST else { throw .refused(name, attempt) }
      throw FileError(name, attempt, attempt == .make ? .isThere : .isReplaced)
    }
  }
}

extension FileStatus {
  /// Whether it is the same file; one that nobody wrote since is it too, for some file systems make
  /// up a new number each time they are asked.
  fileprivate func isSame(as other: FileStatus) -> Bool {
    identity == other.identity || size == other.size && modified == other.modified
  }
}
