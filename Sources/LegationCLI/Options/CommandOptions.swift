import ArgumentParser
import Registry

/// Which options a command has, and which of them take a value, as the parser itself tells; those of
/// every command stand in ``GlobalOptions/takesValue``.
struct CommandOptions {
  /// Names as they are typed, each with whether a value follows it.
  private(set) var takesValue: [String: Bool] = [:]
  /// What stands without a name.
  private(set) var arguments: [String] = []

  /// Reads the help that the parser makes: in `  -o, --output <file>  Words.` the names stand
  /// before the first gap, and a value stands in angle brackets.
  private init(help: String) {
    for line in help.split(separator: "\n") where line.hasPrefix("  ") && !line.hasPrefix("   ") {
      let entry = line.dropFirst(2)
      if entry.hasPrefix("<") {
        arguments.append(String(entry.dropFirst().prefix { $0 != ">" }))
        continue
      }
      guard entry.hasPrefix("-") else { continue }
      let names = entry.firstRange(of: "  ").map { entry[..<$0.lowerBound] } ?? entry
      for name in names.split(separator: ",") {
        let words = name.split(separator: " ")
        // One space may be all that stands before the words.
        guard let word = words.first, word.hasPrefix("-") else { continue }
        takesValue[String(word)] = names.contains("<")
      }
    }
  }

  init(of command: any ParsableCommand.Type) {
    self.init(help: command.helpMessage(includeHidden: true, columns: 10_000))
  }

  /// How many words an option takes up that stands before the words of its command; itself, and
  /// perhaps its value.
  ///
  /// - Parameters:
  ///   - rest: what follows it.
  ///   - command: the last word so far; the option is one of a command below it.
  /// - Returns: `nil` where no command below knows it.
  static func length(
    of option: String, before rest: ArraySlice<String>, under command: any ParsableCommand.Type
  ) -> Int? {
    // With its value, or several letters in one.
    if option.contains("=") || !option.hasPrefix("--") && option.count > 2 { return 1 }
    if let takesValue = GlobalOptions.takesValue[option] { return takesValue ? 2 : 1 }
    let below = leaves(under: command, namedIn: rest)
    let answers = Set(below.compactMap { CommandOptions(of: $0).takesValue[option] })
    guard let first = answers.first else { return nil }
    guard answers.count > 1 else { return first ? 2 : 1 }
    // A value in one command and none in another: what follows tells.
    return rest.first.map { isCommand($0, under: command) } ?? true ? 1 : 2
  }

  /// The commands below that may be meant: those whose words follow somewhere.
  private static func leaves(
    under command: any ParsableCommand.Type, namedIn words: ArraySlice<String>
  ) -> [any ParsableCommand.Type] {
    let configuration = command.configuration
    if configuration.subcommands.isEmpty { return [command] }
    return configuration.subcommands.flatMap { next -> [any ParsableCommand.Type] in
      let isNamed = words.contains { isName($0, of: next) }
      return isNamed || next == configuration.defaultSubcommand
        ? leaves(under: next, namedIn: words) : []
    }
  }

  private static func isName(_ word: String, of command: any ParsableCommand.Type) -> Bool {
    command.configuration.commandName == word || command.configuration.aliases.contains(word)
  }

  private static func isCommand(_ word: String, under command: any ParsableCommand.Type) -> Bool {
    command.configuration.subcommands.contains { isName(word, of: $0) }
  }
}

extension CommandOptions: AskedCommand {
  func takes(_ option: String) -> Bool { takesValue[option] != nil }

  func way(to fact: WantedFact) -> String? {
    let column = Key.hyphenated(fact.column)
    let names = ["--\(fact.entity.name)-\(column)", "--\(column)"]
    if let option = names.first(where: { takesValue[$0] == true }) {
      return "\(option) \(column.uppercased())"
    }
    return arguments.contains(column) ? "<\(column)>" : nil
  }
}
