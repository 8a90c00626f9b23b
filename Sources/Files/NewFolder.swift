import CSystem

/// A folder in the making: filled beside its place under another name, then renamed there, so that
/// nobody ever finds half of it.
///
/// A folder of the same sort that is there already gets the new files, one renaming each; others in
/// it are left alone. All is for its owner only; a file that replaces another has its leave.
package final class NewFolder {
  private let path: String
  private let rule: PlaceRule
  private let making: Making
  private var folders: [String: Making] = [:]
  private var files: [(name: String, making: Making)] = []
  private var replaces = false
  private var current: (name: String, making: Making, sink: ByteSink)?
  private var bytesBefore = 0
  private var bytes = 0
  /// Is told how many bytes all files have so far.
  package var watch: ((Int) -> Void)?

  /// - Parameters:
  ///   - given: a slash at its end tells nothing.
  ///   - mark: a file by which a folder of the same sort is known; its files are replaced.
  /// - Throws: where something else is there already, other than an empty folder; where the rule is
  ///   against it.
  package init(
    at given: String, mark: String? = nil, rule: PlaceRule = .none
  ) throws(FileError) {
    var path = given
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    try rule.require(path, named: given, .make)
    if let mark, FileSystem.isFolder(path), FileSystem.exists("\(path)/\(mark)") {
      replaces = true
    } else if FileSystem.isThere(path), rmdir(path) != 0 {
      throw FileError(given, .make, .isThere)
    }
    guard let making = Making(beside: path, .folder) else { throw .refused(given, .write) }
    self.path = path
    self.rule = rule
    self.making = making
  }

  deinit {
    // What is in a folder goes before it.
    current = nil
    files = []
    for folder in folders.keys.sorted(by: >) { folders[folder] = nil }
  }

  /// Writes a whole file.
  ///
  /// - Throws: as ``begin(_:)`` and ``end()`` do.
  package func write(_ text: String, to name: String) throws(FileError) {
    try begin(name).write(text)
    try end()
  }

  /// Begins a file; `name` is a path in the folder.
  ///
  /// - Throws: where it would lie outside, or the disk refuses.
  package func begin(_ name: String) throws(FileError) -> ByteSink {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
      throw FileError(name, .write, .isNoName)
    }
    var folder = ""
    for part in parts.dropLast() {
      folder += folder.isEmpty ? String(part) : "/\(part)"
      guard folders[folder] == nil else { continue }
      guard let made = Making(named: "\(making.path)/\(folder)", .folder) else {
        throw .refused(name, .write)
      }
      folders[folder] = made
    }
    guard let made = Making(named: "\(making.path)/\(name)") else { throw .refused(name, .write) }
    let sink = ByteSink(descriptor: made.descriptor)
    bytesBefore = bytes
    sink.watch = { [weak self] in
      guard let self else { return }
      bytes = bytesBefore + $0
      watch?(bytes)
    }
    current = (name, made, sink)
    return sink
  }

  /// Ends a file, on the disk.
  ///
  /// - Throws: where it could not be written whole.
  package func end() throws(FileError) {
    guard let file = current else { return }
    current = nil
    files.append((file.name, file.making))
    do { try file.sink.flush() } catch {
      throw FileError(file.name, .write, .output(error))
    }
    guard file.making.release() else { throw .refused(file.name, .write) }
  }

  /// Puts the folder into its place.
  ///
  /// - Throws: where somebody else put something there meanwhile; where some files are in their
  ///   places already and others cannot be.
  package func publish() throws(FileError) { try publish(by: .all) }

  func publish(by ways: Making.Ways) throws(FileError) {
    try rule.require(path, named: path, .make)
    for folder in folders.keys {
      FileSystem.synchronizeFolder(of: "\(making.path)/\(folder)/.")
    }
    guard replaces else {
      guard making.publish(at: path, by: ways) else {
        if errno == EEXIST { throw FileError(path, .make, .isThere) }
        throw .refused(path, .write)
      }
      // They have gone with it.
      for file in files { file.making.keep() }
      for folder in folders.values { folder.keep() }
      return
    }
    for (count, file) in files.enumerated() {
      let place = "\(path)/\(file.name)"
      if let old = FileStatus(ofLink: place), old.kind == .file {
        chmod(file.making.path, mode_t(old.permissions))
      }
      guard file.making.replace(place) else {
        let refusal = FileError.refused(file.name, .write)
        guard count > 0 else { throw refusal }
        throw FileError(
          file.name, .write, .inFolder(path, done: count, of: files.count, refusal.reason))
      }
    }
  }
}
