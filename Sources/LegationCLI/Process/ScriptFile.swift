import Registry

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// Text that a person keeps in a file or pipes in.
enum ScriptFile {
  /// What one script may hold, as SQLite's own limit in the sandbox has it.
  private static let limit = 1_000_000

  static func load(_ path: String) throws(RegistryError) -> String {
    if FileSystem.isFolder(path) {
      throw RegistryError(
        .missingFile, Sentence("\(path) is a folder.", vi: "\(path) là thư mục."))
    }
    let descriptor = try Wait.open(path)
    guard descriptor >= 0 else {
      let why = String(cString: strerror(errno))
      throw RegistryError(
        .missingFile,
        Sentence("\(path) cannot be read: \(why).", vi: "Không đọc được \(path): \(why)."))
    }
    defer { close(descriptor) }
    return try text(from: descriptor, named: path)
  }

  static func readStandardInput() throws(RegistryError) -> String {
    if isatty(STDIN_FILENO) == 1 { return "" }
    return try text(from: STDIN_FILENO, named: "standard input")
  }

  private static func text(
    from descriptor: Int32, named name: String
  ) throws(RegistryError) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      guard let count = buffer.withUnsafeMutableBytes({ Wait.read(descriptor, $0) }) else {
        throw .cancelled
      }
      if count < 0 {
        let why = String(cString: strerror(errno))
        throw RegistryError(
          .inputOutput,
          Sentence("\(name) cannot be read: \(why).", vi: "Không đọc được \(name): \(why)."))
      }
      if count == 0 { break }
      bytes += buffer[..<count]
      if bytes.count > limit {
        throw RegistryError(
          .unfitFile,
          Sentence("\(name) holds more than 1 MB of SQL.", vi: "\(name) có hơn 1 MB câu lệnh SQL."))
      }
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RegistryError(
        .unfitFile,
        Sentence("\(name) is not UTF-8 text.", vi: "\(name) không phải văn bản UTF-8."))
    }
    return text
  }
}
