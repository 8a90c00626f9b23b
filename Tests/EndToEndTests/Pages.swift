import Foundation
import Testing

/// A page for people: the README, how to work on the project, or one of the catalog.
struct Page: Sendable, CustomTestStringConvertible {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let catalog = root.appending(path: "Sources/Legation/Legation.docc")

  static let readme = Page(path: "README.md")
  static let vietnamese = Page(path: "README.vi.md")
  static let guide = Page(path: "Sources/Legation/Legation.docc/UserGuide.md")

  static let ofCatalog: [Page] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: catalog.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted()
      .map { Page(path: "Sources/Legation/Legation.docc/\($0)") }
  }()

  static let all = [readme, vietnamese, Page(path: "CONTRIBUTING.md")] + ofCatalog

  /// From the top of the project.
  let path: String

  var testDescription: String { path }

  var file: URL { Self.root.appending(path: path) }

  /// Without ending, as another page of the catalog names it.
  var name: String { file.deletingPathExtension().lastPathComponent }

  func text() throws -> String { try String(contentsOf: file, encoding: .utf8) }

  /// A command of a block marked `console`, and what it prints.
  struct Step {
    let command: String
    var output: [String] = []
  }

  func steps() throws -> [Step] {
    var steps: [Step] = []
    var isInside = false
    for line in try text().components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2))))
      } else if isInside, !steps.isEmpty {
        steps[steps.count - 1].output.append(line)
      }
    }
    return steps
  }

  /// What stands between single marks of code, outside blocks.
  func codeVoice() throws -> [String] { Self.codeVoice(in: try text()) }

  static func codeVoice(in text: String) -> [String] {
    var spans: [String] = []
    var isBlock = false
    for line in text.components(separatedBy: "\n") {
      // A block may stand within a list.
      if line.contains("```") {
        isBlock.toggle()
      } else if !isBlock {
        // Two marks are a symbol of the library.
        for match in line.matches(of: /(`+)([^`]+)`+/) where match.output.1.count == 1 {
          spans.append(String(match.output.2))
        }
      }
    }
    return spans
  }

  /// What a page that shows how something is added makes up, in blocks of its own: it is not there.
  func madeUp() throws -> Set<String> {
    guard name.hasPrefix("AddA") else { return [] }
    var words: Set<String> = []
    var isBlock = false
    for line in try text().components(separatedBy: "\n") {
      if line.contains("```") {
        isBlock.toggle()
      } else if isBlock {
        let parts = line.split { !$0.isLetter && $0 != "_" }.map(String.init)
        words.formUnion(parts + parts.map { "--\($0)" })
      }
    }
    return words
  }

  /// The files that it leads to, from the top of the project, and the pages.
  func links() throws -> (files: [String], pages: [String]) {
    let text = try text()
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let files = text.matches(of: /\]\(([^)#:]+)\)/).map { match in
      folder.isEmpty ? String(match.output.1) : "\(folder)/\(match.output.1)"
    }
    return (files, text.matches(of: /<doc:([^>]+)>/).map { String($0.output.1) })
  }
}
