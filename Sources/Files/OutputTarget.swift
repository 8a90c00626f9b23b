import CSystem

/// Where an answer goes: standard output, or a file that is written aside and gets its name when it
/// is whole, so that nobody ever reads half an answer.
package final class OutputTarget {
  package let sink: ByteSink
  /// Whether a person looks at it.
  package let isTerminal: Bool
  /// Its descriptor is the sink's as long as this lives.
  private let file: NewFile?
  private var isPublished = false
  /// A device or a pipe, closed at the end.
  private let opened: Int32?

  /// Standard output.
  ///
  /// - Parameter pager: for what is longer than the screen.
  package init(pager: Pager? = nil) {
    isTerminal = isatty(STDOUT_FILENO) == 1
    sink = ByteSink(
      descriptor: STDOUT_FILENO, showsControls: isTerminal, pager: isTerminal ? pager : nil)
    file = nil
    opened = nil
  }

  /// - Parameters:
  ///   - given: a link stays one, and the file to which it leads is replaced.
  ///   - isPrivate: whether a new file is for its owner only, as the registry is.
  /// - Throws: where the file cannot be made, or the rule is against it.
  package init(path given: String, isPrivate: Bool = false, rule: PlaceRule) throws(FileError) {
    let path = FileSystem.withoutLinks(given) ?? given
    let kind = FileStatus(of: path)?.kind
    if kind == .characterDevice || kind == .other {
      // A device or a named pipe is written to; it cannot be replaced.
      guard let device = Wait.during({ system_open(path, O_WRONLY | O_CLOEXEC, 0) }) else {
        throw FileError(given, .write, .cancelled)
      }
      guard device >= 0 else { throw .refused(given, .write) }
      sink = ByteSink(descriptor: device)
      isTerminal = isatty(device) == 1
      file = nil
      opened = device
      return
    }
    let file = try NewFile(
      at: path, named: given, replaces: true, leave: isPrivate ? .owner : .usual, rule: rule)
    sink = ByteSink(descriptor: file.descriptor)
    isTerminal = false
    self.file = file
    opened = nil
  }

  deinit {
    sink.endPaging()
    if let opened { close(opened) }
  }

  /// Hands everything to the system and puts the file into its place.
  ///
  /// - Throws: an ``OutputError`` where it could not be written, a ``FileError`` where it cannot get
  ///   its name.
  package func finish() throws {
    defer { sink.endPaging() }
    try sink.flush()
    guard let file, !isPublished else { return }
    try file.publish()
    isPublished = true
  }
}
