import Crypto
import Files

/// A bundle, read line by line and twice; never more than one line is held.
final class BundleFile {
  private static let longestLine = 16 << 20

  let path: String
  private let isStopped: () -> Bool
  private let file: SpooledFile
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private var hash = SHA256()
  private(set) var lineNumber = 0

  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - isStopped: whether somebody asked for an end.
  /// - Throws: where there is no such file, or a folder.
  init(path: String, isStopped: @escaping () -> Bool = { false }) throws(RegistryError) {
    self.path = path
    self.isStopped = isStopped
    do { file = try SpooledFile(path: path) } catch { throw Self.refusal(error, path) }
  }

  private static func refusal(_ error: any Error, _ path: String) -> RegistryError {
    switch error {
    case let error as FileError: return RegistryError(error)
    case let error as SpooledFile.SpoolError:
      let why = FileError.words(of: error.code)
      guard let folder = error.folder else {
        return RegistryError(
          .inputOutput,
          Sentence(
            "\(path) cannot be kept aside: \(why).", vi: "Không lưu tạm được \(path): \(why)."),
          hint: Sentence(
            "Save it as a file first, or point TMPDIR to a folder with room.",
            vi: "Hãy lưu thành tệp trước, hoặc đặt TMPDIR tới thư mục còn chỗ."))
      }
      return RegistryError(
        .cannotCreate,
        Sentence(
          "\(path) is no file, and cannot be kept in \(folder): \(why).",
          vi: "\(path) không phải tệp và không lưu tạm được vào \(folder): \(why)."),
        hint: Sentence(
          "Point TMPDIR to a folder with room, or save the bundle as a file first.",
          vi: "Hãy đặt TMPDIR tới thư mục còn chỗ, hoặc lưu gói thành tệp trước."))
    default: return RegistryError(.unforeseen, Sentence(same: "\(error)"))
    }
  }

  /// Begins again at the first line.
  ///
  /// - Throws: where the file cannot be read a second time.
  func rewind() throws(RegistryError) {
    do { try file.rewind() } catch { throw RegistryError(error) }
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
      remedies: [.merge(.askAgain)])
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
    guard !isStopped() else { throw .cancelled }
    do {
      let piece = try file.next()
      isAtEnd = piece.isEmpty
      buffer.append(contentsOf: piece)
    } catch let error as FileError {
      if case .system = error.reason { throw fault(error.reason.words) }
      throw RegistryError(error)
    } catch { throw Self.refusal(error, path) }
  }
}
