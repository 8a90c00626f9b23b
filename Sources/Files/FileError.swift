import CSystem

/// The number by which the system says why it refused the last call.
package var errno: Int32 { system_errno() }

/// What could not be done with a file.
///
/// Whoever speaks with people puts it into words.
package struct FileError: Error, Sendable {
  package enum Attempt: Sendable {
    case read
    /// A file that is read whole, because it describes others.
    case readWhole
    /// The rest of one that was opened.
    case readOn
    /// A file of a folder that came from elsewhere.
    case readElement
    case write
    case make
    case copy
  }

  package indirect enum Reason: Sendable {
    /// The number by which the system says why.
    case system(Int32)
    case isFolder
    case isLink
    /// A pipe, a socket or a device, where a file should be.
    case isNoFile
    /// The most bytes that are taken.
    case isTooLarge(Int)
    case isNoText
    /// Something has this name.
    case isThere
    /// Somebody else made or replaced it meanwhile.
    case isReplaced
    case isNoName
    /// The folder that it should lie in is missing.
    case noFolder(String)
    /// What a ``PlaceRule`` has against it.
    case ruledOut(any Error)
    /// Its bytes could not be handed over.
    case output(OutputError)
    /// Of the files that belong into a folder, so many are in their places already.
    case inFolder(String, done: Int, of: Int, Reason)
    /// Somebody asked for an end.
    case cancelled
  }

  package let path: String
  package let attempt: Attempt
  package let reason: Reason

  package init(_ path: String, _ attempt: Attempt, _ reason: Reason) {
    self.path = path
    self.attempt = attempt
    self.reason = reason
  }

  /// What the system has just refused.
  package static func refused(_ path: String, _ attempt: Attempt) -> FileError {
    FileError(path, attempt, .system(errno))
  }

  /// The system's own words.
  package static func words(of code: Int32) -> String { String(cString: strerror(code)) }
}
