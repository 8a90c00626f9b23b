import Registry

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// A file that is read whole, because it describes others.
enum SmallFile {
  static let limit = 16_000_000

  /// - Throws: where it is missing, a folder, too large, or no UTF-8.
  ///
  /// - Parameter isElement: whether it lies in a folder that came from elsewhere.
  static func text(of path: String, isElement: Bool = false) throws(RegistryError) -> String {
    func refused(_ kind: RegistryError.Kind, _ why: Sentence) -> RegistryError {
      RegistryError(
        kind, Sentence("\(path): \(why.english).", vi: "\(path): \(why.vietnamese)."))
    }
    guard !FileSystem.isFolder(path) else {
      throw refused(
        .unfitFile, Sentence("a folder, where a file should be", vi: "là thư mục, không phải tệp"))
    }
    let descriptor =
      isElement ? try FileSystem.openElement(path) : try Wait.open(path)
    guard descriptor >= 0 else {
      throw refused(.missingFile, Sentence(same: String(cString: strerror(errno))))
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    while true {
      var got: Int?
      let piece = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        got = Wait.read(descriptor, UnsafeMutableRawBufferPointer(buffer))
        count = max(0, got ?? 0)
      }
      guard let got else { throw .cancelled }
      // What is read so far is no whole file.
      guard got >= 0 else {
        throw refused(.inputOutput, Sentence(same: String(cString: strerror(errno))))
      }
      guard !piece.isEmpty else { break }
      bytes += piece
      guard bytes.count <= limit else {
        throw refused(.unfitFile, Sentence("too large", vi: "quá lớn"))
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw refused(.unfitFile, Sentence("bytes that are no UTF-8", vi: "không phải UTF-8"))
    }
    return text
  }
}
