import ArgumentParser
import Files
import Registry

/// Commands that a refusal or an answer proposes, made so that they do what is meant as they are
/// pasted: for the registry that this run was told of by --db.
enum PastedCommands {
  private static let program = "legation "

  /// - Returns: the text with `--db` behind the name of the program, wherever a command of it
  ///   follows that works on the registry.
  static func completed(_ text: String) -> String {
    guard let database = Environment.chosen.database, !text.contains("--db") else { return text }
    var result = ""
    var rest = text[...]
    while let found = rest.firstRange(of: program) {
      result += rest[..<found.upperBound]
      let isWord = rest[..<found.lowerBound].last.map { !$0.isLetter && $0 != "-" } ?? true
      rest = rest[found.upperBound...]
      let word = rest.prefix { $0.isLetter }
      if isWord, isCompleted(String(word), at: database) {
        result += "--db \(quoted(database)) "
      }
    }
    return result + rest
  }

  private static func isCompleted(_ word: String, at database: String) -> Bool {
    // A bundle is asked for elsewhere; a registry is not made where there is something.
    if word == "bundle" || word == "init" && FileSystem.exists(database) { return false }
    return Legation.configuration.subcommands.contains {
      $0.configuration.commandName == word || $0.configuration.aliases.contains(word)
    }
  }

  /// A word as a shell takes it.
  static func quoted(_ word: String) -> String {
    let plain = word.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber) || "-_./:@%+=".contains($0)
    }
    return plain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
