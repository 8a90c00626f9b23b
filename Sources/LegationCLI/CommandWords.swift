import ArgumentParser
import Registry
import SQLite

/// Suggests the command that was meant: the argument parser does so for options only.
enum CommandWords {
  private static let optionsWithValue: Set<String> = [
    "--db", "--lang", "--format", "--width", "--output", "-o", "-f", "--file", "-p", "--timeout",
    "--memory", "--max-rows", "--reason", "--by", "--source", "--accept",
  ]

  /// - Throws: where the first words are no command, before anything is parsed.
  static func check(_ arguments: [String]) throws(RegistryError) {
    var command: any ParsableCommand.Type = Legation.self
    var path = "legation"
    var rest = arguments[...]
    while let word = rest.popFirst() {
      let subcommands = command.configuration.subcommands
      if subcommands.isEmpty || word == "--" { return }
      if word.hasPrefix("-") {
        if optionsWithValue.contains(word) { rest = rest.dropFirst() }
        continue
      }
      if word == "help" { return }
      let named = subcommands.first { names(of: $0).contains(word) }
      guard let next = named else {
        // What is no command belongs to the default one, where there is one: a statement of SQL.
        if command.configuration.defaultSubcommand != nil,
          word.contains(where: { !$0.isLetter }) || Connection.isKeyword(word)
        {
          return
        }
        throw unknown(word, in: path, subcommands.flatMap { names(of: $0) })
      }
      command = next
      path += " " + word
    }
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
