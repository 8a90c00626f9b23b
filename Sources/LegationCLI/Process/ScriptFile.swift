import CSystem
import Files
import Registry

/// Text that a person keeps in a file or pipes in.
enum ScriptFile {
  /// What one script may hold, as SQLite's own limit in the sandbox has it.
  private static let limit = 1_000_000

  /// - Parameter content: what it is to hold.
  static func load(
    _ path: String, of content: Sentence = .statements
  ) throws(RegistryError) -> String {
    try text(named: path, of: content) { () throws(FileError) in
      try SmallFile.text(of: path, limit: limit)
    }
  }

  static func readStandardInput() throws(RegistryError) -> String {
    if isatty(STDIN_FILENO) == 1 { return "" }
    return try text(named: "standard input", of: .statements) { () throws(FileError) in
      try SmallFile.text(from: STDIN_FILENO, named: "standard input", limit: limit)
    }
  }

  private static func text(
    named name: String, of content: Sentence, _ read: () throws(FileError) -> String
  ) throws(RegistryError) -> String {
    do {
      let text = try read()
      return text.unicodeScalars.first == "\u{FEFF}"
        ? String(text.unicodeScalars.dropFirst()) : text
    } catch {
      switch error.reason {
      case .isTooLarge:
        throw RegistryError(
          .unfitFile,
          Sentence(
            "\(name) holds more than 1 MB of \(content.english).",
            vi: "\(name) có hơn 1 MB \(content.vietnamese)."))
      case .isNoText:
        throw RegistryError(
          .unfitFile,
          Sentence("\(name) is not UTF-8 text.", vi: "\(name) không phải văn bản UTF-8."))
      case .isFolder: throw RegistryError(FileError(name, .read, .isFolder))
      default: throw RegistryError(error)
      }
    }
  }
}

extension Sentence {
  static let statements = Sentence("SQL", vi: "câu lệnh SQL")
}
