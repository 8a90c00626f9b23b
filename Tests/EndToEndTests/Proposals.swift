import ArgumentParser

@testable import LegationCLI

/// The commands that a text proposes, and the options that it proposes for a command.
struct Proposals {
  private(set) var commands: [[String]] = []
  private(set) var options: [[String]] = []

  init(in text: String, to command: any ParsableCommand.Type) {
    let known = CommandOptions(of: command).takesValue
    // Where one ends and another thing is said.
    for part in text.split(separator: #/ {4}|\n| && |; |\. (?=[A-Z])|, (?=or |hoặc )/#) {
      guard let place = Self.placeOfCommand(in: part) else {
        addOptions(of: part, known)
        continue
      }
      addOptions(of: part[..<place.lowerBound], known)
      commands.append(Shell.words(of: part[place.upperBound...]))
    }
  }

  /// The program's name, where one of its commands follows it.
  private static func placeOfCommand(in text: Substring) -> Range<Substring.Index>? {
    let names = Legation.configuration.subcommands.compactMap { $0.configuration.commandName }
    return text.ranges(of: "legation ").first { place in
      let word = text[place.upperBound...].prefix { $0 != " " }
      return word == "--db" || names.contains(String(word))
    }
  }

  private mutating func addOptions(of text: Substring, _ known: [String: Bool]) {
    let words = Shell.words(of: text)
    for (index, word) in words.enumerated() {
      let isShort = word == "-p" && known["-p"] != nil
      guard isShort || word.firstMatch(of: /^--[a-z]/) != nil else { continue }
      let name = Self.bare(word)
      let value = index + 1 < words.count ? Self.bare(words[index + 1]) : "x"
      // One that nobody knows is kept, so that it fails.
      options.append(known[name] == true ? [name, value] : [name])
    }
  }

  /// Without the mark of the sentence behind it.
  private static func bare(_ word: String) -> String {
    var word = word
    while let last = word.last, ",;.".contains(last) { word.removeLast() }
    return word
  }
}

/// Words as a shell takes them.
enum Shell {
  static func words(of text: some StringProtocol) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if quote == nil, character == " " {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
