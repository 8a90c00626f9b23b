import CSystem

/// A file that is read whole.
package enum SmallFile {
  package static let limit = 16_000_000

  /// - Parameters:
  ///   - isElement: whether it lies in a folder that came from elsewhere.
  ///   - limit: the most bytes that are taken.
  /// - Throws: where it is missing, a folder, too large, cut by an error, or no UTF-8.
  package static func text(
    of path: String, isElement: Bool = false, limit: Int = limit
  ) throws(FileError) -> String {
    guard !FileSystem.isFolder(path) else {
      throw FileError(path, isElement ? .readElement : .readWhole, .isFolder)
    }
    let descriptor =
      isElement ? try FileSystem.openElement(path) : try Wait.open(path, for: .readWhole)
    defer { close(descriptor) }
    return try text(from: descriptor, named: path, limit: limit)
  }

  /// What is read from an open file, up to its end.
  ///
  /// - Throws: likewise.
  package static func text(
    from descriptor: Int32, named path: String, limit: Int = limit
  ) throws(FileError) -> String {
    var bytes: [UInt8] = []
    while true {
      var got: Int?
      let piece = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        got = Wait.read(descriptor, UnsafeMutableRawBufferPointer(buffer))
        count = max(0, got ?? 0)
      }
      guard let got else { throw FileError(path, .readWhole, .cancelled) }
      // What is read so far is no whole file.
      guard got >= 0 else { throw .refused(path, .readOn) }
      guard !piece.isEmpty else { break }
      bytes += piece
      guard bytes.count <= limit else { throw FileError(path, .readWhole, .isTooLarge(limit)) }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileError(path, .readWhole, .isNoText)
    }
    return text
  }
}
