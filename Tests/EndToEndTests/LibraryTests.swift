import ArgumentParser
import Testing

@testable import LegationCLI

/// Only the command line speaks of commands.
@Suite struct LibraryTests {
  /// What a library says with a word of the command line in it, and means otherwise.
  private static let meantOtherwise = [
    // What is hashed for a seal begins with them: they name a form, and are written for good.
    "legation seal 2", "legation head 1:\\():\\()",
    // How a file that is written for another program is taken in there.
    "-- A registry of missions abroad, for PostgreSQL 15: psql -f FILE",
  ]

  @Test func `no library names a command, an option or a variable`() throws {
    let names = Legation.configuration.subcommands.flatMap {
      [$0.configuration.commandName ?? ""] + $0.configuration.aliases
    }.joined(separator: "|")
    let spoken = try [
      #"(^|[^A-Za-z0-9-])--[a-z]"#, #"(^|\s)-[a-z](\s|$)"#, #"LEGATION_[A-Z]"#,
      "(^|[^A-Za-z-])legation ((\(names))([^a-z]|$)|--)", "`(\(names))[ `]",
    ].map { try Regex($0) }
    let lines = try SwiftText.libraries()
    #expect(lines.count > 5_000)
    let found = lines.filter { line in
      spoken.contains { line.text.contains($0) } && !Self.meantOtherwise.contains(line.text)
    }
    #expect(found.isEmpty, "\(found)")
    // What is gone from the libraries goes from the list too.
    for text in Self.meantOtherwise { #expect(lines.contains { $0.text == text }, "\(text)") }
  }
}
