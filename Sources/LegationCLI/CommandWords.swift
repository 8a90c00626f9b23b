import ArgumentParser
import Registry
import SQLite

/// Suggests the command that was meant: the argument parser does so for options only.
enum CommandWords {
  private static let optionsWithValue: Set<String> = [
    "--db", "--lang", "--format", "--width", "--output", "-o", "-f", "--file", "-p", "--timeout",
    "--memory", "--max-rows", "--wait", "--as-known", "--reason", "--by", "--source", "--accept",
  ]

  /// The command that the first words name, and what is left for it: its options and values, with
  /// the options that stood before its words in front.
  struct Meant {
    var command: any ParsableCommand.Type
    var rest: [String]
  }

  /// - Returns: `nil` where help is asked for, or nothing.
  /// - Throws: where the first words are no command, before anything is parsed.
  static func meant(by arguments: [String]) throws(RegistryError) -> Meant? {
    var command: any ParsableCommand.Type = Legation.self
    var path = "legation"
    var options: [String] = []
    var rest = arguments[...]
    while true {
      let configuration = command.configuration
      if configuration.subcommands.isEmpty { return Meant(command: command, rest: options + rest) }
      guard let word = rest.first else {
        return configuration.defaultSubcommand.map { Meant(command: $0, rest: options) }
      }
      if word == "help" || word == "--" { return nil }
      if word.hasPrefix("-") {
        let count = optionsWithValue.contains(word) ? 2 : 1
        options += rest.prefix(count)
        rest = rest.dropFirst(count)
        continue
      }
      if let next = configuration.subcommands.first(where: { names(of: $0).contains(word) }) {
        command = next
      } else if let standing = configuration.defaultSubcommand,
        word.contains(where: { !$0.isLetter }) || Connection.isKeyword(word)
      {
        // What is no command belongs to the default one: a statement of SQL.
        return Meant(command: standing, rest: options + rest)
      } else {
        throw unknown(word, in: path, configuration.subcommands.flatMap { names(of: $0) })
      }
      rest = rest.dropFirst()
      path += " " + word
    }
  }

  /// Parses the arguments.
  ///
  /// The command that is meant is parsed alone, which takes a third of the time; only where that
  /// fails, for help and for errors with the whole command in them, the parser walks down from
  /// the root.
  static func parse(_ arguments: [String]) throws -> any ParsableCommand {
    if let meant = try meant(by: arguments), let command = try? meant.command.parse(meant.rest) {
      return command
    }
    return try Legation.parseAsRoot(arguments)
  }

  private static func names(of command: any ParsableCommand.Type) -> [String] {
    [command.configuration.commandName ?? ""] + command.configuration.aliases
  }

  private static func unknown(
    _ word: String, in path: String, _ names: [String]
  ) -> RegistryError {
    let near = Nearest.matches(to: word, among: names)
    return RegistryError(
      .unknownName,
      Sentence(
        "There is no command \(Registry.quoted(word)) in `\(path)`.",
        vi: "Không có lệnh \(Registry.quoted(word)) trong `\(path)`."),
      list: near.map { Sentence(same: "\(path) \($0)") },
      hint: near.isEmpty
        ? Sentence("See: \(path) --help", vi: "Xem: \(path) --help")
        : Sentence("Is one of these meant?", vi: "Có phải ý bạn là một trong số này?"))
  }
}
