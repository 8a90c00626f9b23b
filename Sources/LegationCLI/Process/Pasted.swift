import Registry

/// What a refusal or an answer proposes, made so that it does what is meant as it is pasted into a
/// shell.
enum Pasted {
  /// A command that works on the registry of this run: with `--db` where that was told by it.
  ///
  /// - Parameter words: what stands behind the name of the program; what is of the registry or of a
  ///   file is quoted in it.
  static func command(_ words: String) -> String {
    guard let database = Environment.chosen.database else { return "legation \(words)" }
    return "legation --db \(path(database)) \(words)"
  }

  /// A command that works on the registry at a path.
  static func command(_ words: String, on registry: String) -> String {
    let own = Environment.chosen.database ?? (try? Environment.registryPath)
    return registry == own ? command(words) : "legation \(words) --db \(path(registry))"
  }

  /// A path as a word of a shell: what begins with a hyphen is no option.
  static func path(_ path: String) -> String {
    quoted(path.hasPrefix("-") ? "./" + path : path)
  }

  /// A word as a shell takes it.
  static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "-_./:@%+=,".contains($0) }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
