import CSystem
import Files

/// The names and homes of those who may log in.
///
/// Read as a plain file: `getpwuid` of a static program loads modules of whatever C library the
/// machine has, and ends the program where that is another one.
enum LoginNames {
  /// The rest of a file that is longer is not looked at.
  private static let limit = 4 << 20

  /// - Returns: `nil` where the file says nothing of that number, as for users of a directory
  ///   service or of a container.
  static func name(of user: uid_t, in path: String = "/etc/passwd") -> String? {
    entry(of: user, in: path).flatMap { $0[0].isEmpty ? nil : $0[0] }
  }

  /// - Returns: `nil` where the file says none.
  static func home(of user: uid_t, in path: String = "/etc/passwd") -> String? {
    entry(of: user, in: path).flatMap { $0.count > 5 && $0[5].hasPrefix("/") ? $0[5] : nil }
  }

  /// A line is name:password:number:group:words:home:shell.
  private static func entry(of user: uid_t, in path: String) -> [String]? {
    for line in bytes(of: path).split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard fields.count > 3, String(decoding: fields[2], as: UTF8.self) == String(user) else {
        continue
      }
      let texts = fields.compactMap { String(validating: $0, as: UTF8.self) }
      guard texts.count == fields.count else { continue }
      return texts
    }
    return nil
  }

  private static func bytes(of path: String) -> [UInt8] {
    let descriptor = system_open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16384)
    while bytes.count < limit {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
}
