import Foundation
import Testing

/// Each example of each help, pasted where the sample is, and nothing else.
@Suite struct ExampleStories {
  private static let examples = Result {
    var lines: [String] = []
    for page in try HelpPage.english.get().values {
      for example in page.examples {
        let line = String(example.drop { $0 == " " })
        if !lines.contains(line) { lines.append(line) }
      }
    }
    return lines.sorted()
  }

  /// What is not there in a folder with the sample alone: files, other programs.
  private static func wants(_ line: String) -> [String] {
    line.split(separator: " ").map(String.init).filter { word in
      ["ssh", "psql", "datasette"].contains(word) || word.contains("/")
        || [".csv", ".json", ".ndjson", ".bundle", ".map", "-package"].contains {
          word.hasSuffix($0)
        }
    }
  }

  private static func folder(of word: String) -> String {
    word.contains("/") ? String(word[..<(word.lastIndex(of: "/") ?? word.endIndex)]) : word
  }

  @Test func `each runs on a fresh sample, or says which file it lacks`() throws {
    let examples = try Self.examples.get()
    #expect(examples.count > 120)
    for line in examples {
      // What makes a registry is for where none is.
      let program = try Program(sample: !line.hasPrefix("legation init"))
      let answer = try program.shell(line)
      guard answer.code != 0 else { continue }
      let wanted = Self.wants(line)
      #expect(
        wanted.contains { answer.err.contains($0) || answer.err.contains(Self.folder(of: $0)) },
        "\(line): \(answer.code) \(answer.err)")
    }
  }
}
