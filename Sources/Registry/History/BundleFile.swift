import Crypto

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// A bundle on the disk, read line by line; never more than one line is held.
final class BundleFile {
  private static let longestLine = 16 << 20

  let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var hash = SHA256()
  private(set) var lineNumber = 0

  /// - Throws: where there is no such file, or a folder.
  init(path: String) throws(RegistryError) {
    self.path = path
    descriptor = open(path, O_RDONLY)
    guard descriptor >= 0, !FileSystem.isFolder(path) else {
      let why = descriptor < 0 ? FileSystem.lastError : "it is a folder"
      if descriptor >= 0 { close(descriptor) }
      throw RegistryError(
        .missingFile,
        Sentence("\(path) cannot be read: \(why).", vi: "Không đọc được \(path): \(why)."))
    }
  }

  deinit { close(descriptor) }

  /// Begins again at the first line.
  func rewind() {
    lseek(descriptor, 0, SEEK_SET)
    (buffer, position, isAtEnd, lineNumber) = ([], 0, false, 0)
    hash = SHA256()
  }

  /// The next line but the last; `nil` when only that is left, and it fits what was read.
  ///
  /// - Throws: where the file ends without one, or it does not fit: the bundle was cut or altered.
  func next() throws(RegistryError) -> String? {
    guard let bytes = try nextBytes(), let line = String(validating: bytes, as: UTF8.self) else {
      throw fault(
        Sentence(
          "the bundle ends too early, or is no text", vi: "gói bị cụt hoặc không phải văn bản"))
    }
    if line.hasPrefix("{\"end\":") {
      let isEmpty = try nextBytes() == nil
      guard isEmpty, line == "{\"end\":\"\(SHA256.hex(hash.finalize()))\"}" else {
        throw fault(
          Sentence(
            "the bundle is not as it was written: its hash does not fit",
            vi: "gói không còn nguyên vẹn: mã băm không khớp"))
      }
      return nil
    }
    hash.update(data: bytes)
    hash.update(data: [UInt8(ascii: "\n")])
    return line
  }

  /// What is wrong at the line that was read last.
  func fault(_ what: Sentence) -> RegistryError {
    RegistryError(
      .unfitFile,
      Sentence(
        "\(path), line \(lineNumber): \(what.english).",
        vi: "\(path), dòng \(lineNumber): \(what.vietnamese)."),
      hint: Sentence(
        "Nothing is changed. Ask for the bundle again: legation bundle --since POINT FILE",
        vi: "Chưa có gì thay đổi. Hãy xin lại gói: legation bundle --since ĐIỂM TỆP"))
  }

  private func nextBytes() throws(RegistryError) -> ArraySlice<UInt8>? {
    lineNumber += 1
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { position = end + 1 }
        return buffer[position..<end]
      }
      searched = buffer.count - position
      buffer.removeFirst(position)
      position = 0
      if isAtEnd {
        guard buffer.isEmpty else {
          throw fault(Sentence("the line has no end", vi: "dòng bị cụt"))
        }
        return nil
      }
      guard buffer.count < Self.longestLine else {
        throw fault(Sentence("the line is longer than 16 MB", vi: "dòng dài hơn 16 MB"))
      }
      try fill()
    }
  }

  private func fill() throws(RegistryError) {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var count = read(descriptor, &chunk, chunk.count)
    while count < 0 && errno == EINTR { count = read(descriptor, &chunk, chunk.count) }
    guard count >= 0 else { throw fault(Sentence(same: FileSystem.lastError)) }
    if count == 0 { isAtEnd = true }
    buffer.append(contentsOf: chunk[..<count])
  }
}
