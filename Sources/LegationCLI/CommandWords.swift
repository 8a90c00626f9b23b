import ArgumentParser
import Registry
import SQLite

/// Suggests the command that was meant: the argument parser does so for options only.
enum CommandWords {
  /// The command that the first words name, and what is left for it: its options and values, with
  /// the options that stood before its words in front.
  struct Meant {
    var command: any ParsableCommand.Type
    var words: [String]
    var rest: [String]
  }

  /// Groups of commands in which a word that is none of them is the name of something else.
  private static let takingNames: [any ParsableCommand.Type] = [ReportCommand.self]

  /// - Returns: `nil` where help is asked for, or nothing, or where an option is none.
  /// - Throws: where the first words are no command, before anything is parsed.
  static func meant(by arguments: [String]) throws(RegistryError) -> Meant? {
    var command: any ParsableCommand.Type = Legation.self
    var words: [String] = []
    var options: [String] = []
    var rest = arguments[...]
    while true {
      if words.isEmpty, let word = rest.first,
        let next = Legation.ownCommands.first(where: { names(of: $0).contains(word) })
      {
        command = next
        words.append(word)
        rest = rest.dropFirst()
      }
      let configuration = command.configuration
      if configuration.subcommands.isEmpty {
        return Meant(command: command, words: words, rest: options + rest)
      }
      guard let word = rest.first else {
        return configuration.defaultSubcommand.map {
          Meant(command: $0, words: words, rest: options)
        }
      }
      if word == "help" || word == "--" { return nil }
      if word.hasPrefix("-"), word != "-" {
        guard let count = CommandOptions.length(of: word, before: rest.dropFirst(), under: command)
        else { return nil }
        options += rest.prefix(count)
        rest = rest.dropFirst(count)
        continue
      }
      // A statement of SQL is the name of no command, and none needs to be asked for its own.
      let mayBeName = word.allSatisfy { $0.isLetter || $0 == "-" }
      if mayBeName,
        let next = configuration.subcommands.first(where: { names(of: $0).contains(word) })
      {
        command = next
      } else if let standing = configuration.defaultSubcommand,
        takingNames.contains(where: { $0 == command }) || word.contains(where: { !$0.isLetter })
          || Connection.isKeyword(word)
      {
        // What is no command belongs to the default one: a name, or a statement of SQL.
        return Meant(command: standing, words: words, rest: options + rest)
      } else {
        let path = (["legation"] + words).joined(separator: " ")
        throw unknown(word, in: path, configuration.subcommands.flatMap { names(of: $0) })
      }
      rest = rest.dropFirst()
      words.append(word)
    }
  }

  /// Parses the arguments.
  ///
  /// The command that is meant is parsed alone, which takes a third of the time; only where that
  /// fails, for help and for errors with the whole command in them, the parser walks down from
  /// the root.
  static func parse(_ arguments: [String]) throws -> any ParsableCommand {
    guard let meant = try meant(by: arguments) else { return try Legation.parseAsRoot(arguments) }
    if meant.command == SQLCommand.Ask.self, let plain = SQLCommand.Ask.plain(meant.rest) {
      return plain
    }
    Trial.isOn = true
    let tried = try? meant.command.parse(meant.rest)
    Trial.isOn = false
    if let tried { return tried }
    // The words first: the parser knows the options of a command only behind its name.
    return try Legation.parseAsRoot(meant.words + meant.rest)
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
