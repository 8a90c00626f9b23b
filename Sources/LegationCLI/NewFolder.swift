import Registry

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// A folder in the making: filled beside its place under another name, then renamed there, so that
/// nobody ever finds half of it.
final class NewFolder {
  private let path: String
  private let temporary: String
  private var made: Set<String> = []
  private var files: [String] = []
  private var isPublished = false

  /// - Throws: where something is there already, other than an empty folder.
  init(at path: String) throws(RegistryError) {
    var trimmed = path
    while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
    self.path = trimmed
    temporary = "\(trimmed).new-\(getpid())"
    var status = stat()
    if lstat(trimmed, &status) == 0, rmdir(trimmed) != 0 {
      throw RegistryError(
        .cannotCreate,
        Sentence("There is already something at \(path).", vi: "Đã có sẵn \(path)."),
        hint: Sentence("Choose another place.", vi: "Hãy chọn nơi khác."))
    }
    guard mkdir(temporary, 0o777) == 0 else { throw Self.refused(path) }
  }

  deinit {
    guard !isPublished else { return }
    for file in files { unlink("\(temporary)/\(file)") }
    for folder in made.sorted(by: >) { rmdir("\(temporary)/\(folder)") }
    rmdir(temporary)
  }

  /// Writes a file; `name` is a path in the folder.
  ///
  /// - Throws: where it would lie outside, or the disk refuses.
  func write(_ text: String, to name: String) throws(RegistryError) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else {
      throw RegistryError(
        .invalidValue,
        Sentence("\(name) is no name of a file.", vi: "\(name) không phải tên tệp."))
    }
    var folder = ""
    for part in parts.dropLast() {
      folder += folder.isEmpty ? String(part) : "/\(part)"
      if made.insert(folder).inserted, mkdir("\(temporary)/\(folder)", 0o777) != 0 {
        throw Self.refused(name)
      }
    }
    let descriptor = open("\(temporary)/\(name)", O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard descriptor >= 0 else { throw Self.refused(name) }
    defer { close(descriptor) }
    files.append(name)
    var text = text
    let isWhole = text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let got = Self.put(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        guard got > 0 else { return false }
        done += got
      }
      return true
    }
    guard isWhole else { throw Self.refused(name) }
  }

  private static func put(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int
  {
    #if canImport(Darwin)
      Darwin.write(descriptor, bytes, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes, count)
    #else
      Glibc.write(descriptor, bytes, count)
    #endif
  }

  /// Puts the folder into its place.
  func publish() throws(RegistryError) {
    guard rename(temporary, path) == 0 else { throw Self.refused(path) }
    isPublished = true
  }

  private static func refused(_ path: String) -> RegistryError {
    let why = String(cString: strerror(errno))
    return RegistryError(
      .cannotCreate,
      Sentence("\(path) cannot be written: \(why).", vi: "Không ghi được \(path): \(why)."))
  }
}
