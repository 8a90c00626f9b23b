import CSystem
import Files
import Registry

/// What was typed in the shell before, in the XDG state folder, for its owner only.
struct ShellHistory {
  private(set) var entries: [String] = []
  /// `nil` where there is no home.
  private let path: String?
  private let limit = 1000

  init() {
    path = Environment.folder("XDG_STATE_HOME", inHome: ".local/state").map {
      $0 + "/legation/history"
    }
    guard let path, let text = try? ScriptFile.load(path) else { return }
    entries = text.split(separator: "\n").suffix(limit).map { Self.decoded($0) }
  }

  /// A history that cannot be kept is no reason to stop.
  mutating func add(_ entry: String) {
    guard !entry.isEmpty, entries.last != entry else { return }
    entries.append(entry)
    guard let path, FileSystem.makeFolders(FileSystem.folder(of: path)) else { return }
    let isFull = entries.count > limit + limit / 4
    if isFull { entries.removeFirst(entries.count - limit) }
    let lines = isFull ? entries : [entry]
    let flags = isFull ? O_WRONLY | O_CREAT | O_TRUNC : O_WRONLY | O_CREAT | O_APPEND
    let descriptor = system_open(path, flags, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let text = lines.map { Self.encoded($0) + "\n" }.joined()
    _ = Array(text.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  private static func encoded(_ entry: String) -> String {
    entry.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }

  private static func decoded(_ line: Substring) -> String {
    var text = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        text.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}
