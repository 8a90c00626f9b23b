#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  import Darwin
#endif

/// The names of those who may log in.
///
/// Read as a plain file: `getpwuid` of a static program loads modules of whatever C library the
/// machine has, and ends the program where that is another one.
enum LoginNames {
  /// The rest of a file that is longer is not looked at.
  private static let limit = 4 << 20

  /// - Returns: `nil` where the file says nothing of that number, as for users of a directory
  ///   service or of a container.
  static func name(of user: uid_t, in path: String = "/etc/passwd") -> String? {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16384)
    while bytes.count < limit {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(
        separator: UInt8(ascii: ":"), maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count > 3, let name = String(validating: fields[0], as: UTF8.self),
        !name.isEmpty, String(decoding: fields[2], as: UTF8.self) == String(user)
      else { continue }
      return name
    }
    return nil
  }
}
