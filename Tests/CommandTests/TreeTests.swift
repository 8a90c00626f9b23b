import ArgumentParser
import Testing

@testable import LegationCLI

/// What holds of every command, found by walking through them.
@Suite struct TreeTests {
  private struct Leaf: Sendable, CustomTestStringConvertible {
    let words: [String]
    let type: any ParsableCommand.Type
    var testDescription: String { words.joined(separator: " ") }

    /// Each option with a value where it takes one.
    var options: [[String]] {
      CommandOptions(of: type).takesValue.sorted { $0.key < $1.key }
        .filter { !["-h", "--help", "--version"].contains($0.key) }
        .map { $0.value ? [$0.key, "1"] : [$0.key] }
    }
  }

  private static let leaves = leaves(Legation.self, [])

  private static func leaves(_ command: any ParsableCommand.Type, _ words: [String]) -> [Leaf] {
    let below = command.configuration.subcommands
    if below.isEmpty { return [Leaf(words: words, type: command)] }
    return below.flatMap { leaves($0, words + [$0.configuration.commandName ?? ""]) }
  }

  @Test(arguments: leaves)
  private func `each option may stand before, between and behind the words`(leaf: Leaf) throws {
    #expect(leaf.options.count >= GlobalOptions.takesValue.count - 2)
    for option in leaf.options {
      for place in 0...leaf.words.count {
        let line = leaf.words.prefix(place) + option + leaf.words.dropFirst(place)
        let meant = try #require(try CommandWords.meant(by: Array(line)), "\(line)")
        #expect(ObjectIdentifier(meant.command) == ObjectIdentifier(leaf.type), "\(line)")
        #expect(meant.words == leaf.words && meant.rest == option, "\(line)")
      }
    }
  }

  @Test(arguments: leaves.filter { $0.type is any ChangingCommand.Type })
  private func `whatever changes the registry says why, who, from where and what it accepts`(
    leaf: Leaf
  ) {
    let names = Set(leaf.options.map { $0[0] })
    #expect(names.isSuperset(of: ["--reason", "--by", "--source", "--accept", "--dry-run", "-n"]))
  }

  @Test
  func `there are as many commands as one would think, and each says what a clock means to it`() {
    #expect(Self.leaves.count > 100)
    #expect(Set(Self.leaves.map(\.testDescription)).count == Self.leaves.count)
    for leaf in Self.leaves { #expect(leaf.type is any LegationCLI.Command.Type, "\(leaf.words)") }
    #expect(Self.leaves.filter { $0.type is any ChangingCommand.Type }.count > 40)
  }

  @Test(arguments: leaves)
  private func `an alias leads where the name leads`(leaf: Leaf) throws {
    for alias in leaf.type.configuration.aliases {
      let meant = try #require(try CommandWords.meant(by: leaf.words.dropLast() + [alias]))
      #expect(ObjectIdentifier(meant.command) == ObjectIdentifier(leaf.type))
    }
  }
}
