import ArgumentParser
import Foundation

@testable import LegationCLI

/// Files, commands with their options, names that the sources declare, and words that they hold.
///
/// A page that speaks of something else in code voice speaks of nothing.
struct KnownThings: Sendable {
  static let all = Result { try KnownThings() }

  /// What stands in code voice, by what it is taken for.
  enum Kind: Equatable {
    case command, option, path, symbol, word
    /// A value, an expression, a piece of a sentence: nothing that could be looked for.
    case free
  }

  private static let places = [
    "Sources", "Tests", "Migrations", "Scripts", ".ci", "Package.swift", "README.md",
    "README.vi.md",
    "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE",
  ]
  private static let endings = ["swift", "sql", "md", "c", "py", "docc"]

  /// From the top of the project, folders too.
  private let paths: Set<String>
  private let folders: Set<String>
  private let words: Set<String>
  private let declared: Set<String>

  private init() throws {
    var paths: Set<String> = []
    var words: Set<String> = []
    var declared: Set<String> = []
    for place in Self.places {
      let inside =
        FileManager.default.enumerator(atPath: Page.root.appending(path: place).path)?
        .allObjects as? [String]
      for path in [place] + (inside ?? []).map({ "\(place)/\($0)" }) {
        paths.insert(path)
        // The pages would vouch for themselves.
        guard !path.hasSuffix(".md"),
          let text = try? String(contentsOf: Page.root.appending(path: path), encoding: .utf8)
        else { continue }
        // The tests of this hold words that are none.
        if place != "Tests" {
          words.formUnion(Self.words(in: text, joinedBy: []))
          words.formUnion(Self.words(in: text, joinedBy: [UInt8(ascii: "-")]))
        }
        if path.hasSuffix(".swift") { declared.formUnion(Self.declarations(in: text)) }
      }
    }
    self.paths = paths
    folders = Set(paths.flatMap { $0.split(separator: "/").dropLast().map(String.init) })
    self.words = words
    self.declared = declared
  }

  /// By hand: an expression takes a minute for all sources.
  private static func words(in text: String, joinedBy marks: [UInt8]) -> Set<String> {
    let parts = Array(text.utf8).split { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        false
      default: !marks.contains(byte)
      }
    }
    return Set(parts.map { String(decoding: $0, as: UTF8.self) })
  }

  private static let declaring: Set<Substring> = [
    "struct", "class", "enum", "protocol", "actor", "typealias", "func", "var", "let",
  ]

  private static func declarations(in text: String) -> Set<String> {
    var found: Set<String> = []
    for line in text.split(separator: "\n") {
      let parts = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      for (word, next) in zip(parts, parts.dropFirst()) where declaring.contains(word) {
        found.insert(String(next))
      }
      // Of a list of cases the first word of each is one.
      guard parts.first == "case" else { continue }
      for part in line.split(separator: ",") {
        let words = part.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        if let name = words.first(where: { $0 != "case" }) { found.insert(String(name)) }
      }
    }
    return found
  }

  // MARK: What a span is

  /// What a span is taken for, and whether there is such a thing.
  func look(at span: String) -> (kind: Kind, isThere: Bool) {
    let parts = span.split(separator: " ").map(String.init)
    guard let first = parts.first else { return (.free, true) }
    if first == "legation" { return (.command, isCommand(Array(parts.dropFirst()))) }
    if parts.count > 1, Self.isRootCommand(first) { return (.command, isCommand(parts)) }
    if Self.isPath(first, folders) { return (.path, isPath(first)) }
    let options = parts.filter(Self.isOption)
    if !options.isEmpty {
      // Of a command, or of a script.
      let isThere = options.allSatisfy {
        Self.options.contains($0) || Self.wordsOfScripts.contains($0)
      }
      return (.option, isThere)
    }
    guard parts.count == 1 else { return (.free, true) }
    if span.wholeMatch(of: /[A-Za-z_]\w*(\.[A-Za-z_]\w*)*(\([A-Za-z_:]*\))?/) != nil {
      let names = span.prefix { $0 != "(" }.split(separator: ".").map(String.init)
      let labels = span.drop { $0 != "(" }.split { !$0.isLetter }.map(String.init)
      let isSwift =
        span.contains("(") || names.contains { $0.contains(/[a-z]/) && $0.contains(/[A-Z]/) }
      if isSwift {
        let areThere = names.allSatisfy { declared.contains($0) || paths.contains("Sources/\($0)") }
        return (.symbol, areThere && labels.allSatisfy(words.contains))
      }
      return (.word, names.allSatisfy(words.contains))
    }
    if span.wholeMatch(of: /[a-z]+(-[a-z0-9]+)+/) != nil { return (.word, words.contains(span)) }
    return (.free, true)
  }

  private static func isPath(_ word: String, _ folders: Set<String>) -> Bool {
    let parts = word.split(separator: "/").map(String.init)
    guard let last = parts.last, word.wholeMatch(of: /[A-Za-z0-9._\/-]+/) != nil else {
      return false
    }
    if let dot = last.lastIndex(of: "."), endings.contains(String(last[last.index(after: dot)...]))
    {
      return true
    }
    return word.contains("/") && folders.contains(parts[0])
  }

  /// A page may begin a path anywhere: `Formats/Shape.swift`.
  private func isPath(_ word: String) -> Bool {
    let path = word.hasSuffix("/") ? String(word.dropLast()) : word
    return paths.contains(path) || paths.contains { $0.hasSuffix("/" + path) }
  }

  // MARK: Commands

  private static func isOption(_ word: String) -> Bool {
    word.wholeMatch(of: /--?[a-z][a-z-]*/) != nil
  }

  private static func isRootCommand(_ word: String) -> Bool {
    Legation.configuration.subcommands.contains {
      $0.configuration.commandName == word || $0.configuration.aliases.contains(word)
    }
  }

  private func isCommand(_ words: [String]) -> Bool {
    let meant: CommandWords.Meant?
    do { meant = try CommandWords.meant(by: words) } catch { return false }
    // Of the program itself, or of an option that it does not know.
    guard let meant else { return words.filter(Self.isOption).allSatisfy(Self.options.contains) }
    let known = CommandOptions(of: meant.command).takesValue
    return meant.rest.filter(Self.isOption).allSatisfy { known[$0] != nil }
  }

  private static let options: Set<String> = {
    var found: Set<String> = []
    func walk(_ command: any ParsableCommand.Type) {
      found.formUnion(CommandOptions(of: command).takesValue.keys)
      command.configuration.subcommands.forEach(walk)
    }
    walk(Legation.self)
    return found
  }()

  private static let wordsOfScripts: Set<String> = {
    let folders = ["Scripts", ".ci"]
    return Set(
      folders.flatMap { folder -> [String] in
        let place = Page.root.appending(path: folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
        return names.flatMap { name -> [String] in
          let text = (try? String(contentsOf: place.appending(path: name), encoding: .utf8)) ?? ""
          return text.split { !$0.isLetter && $0 != "-" }.map(String.init)
        }
      })
  }()
}
