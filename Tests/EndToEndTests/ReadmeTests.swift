import Foundation
import Testing

/// The README is run: its blocks marked `console`, in order, in one folder.
@Suite struct ReadmeTests {
  private static let readme = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "README.md")

  private struct Step {
    let command: String
    var output: [String] = []
  }

  private static func steps() throws -> [Step] {
    var steps: [Step] = []
    var isInside = false
    for line in try String(contentsOf: readme, encoding: .utf8).components(separatedBy: "\n") {
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

  @Test func `what the README shows is what the program prints`() throws {
    let steps = try Self.steps()
    #expect(steps.count > 8)
    #expect(steps.contains { $0.command.contains("roster") })
    #expect(steps.contains { $0.command.contains("legation sql") })
    let program = try Program(sample: false)
    program.environment["LEGATION_DB"] = nil
    for step in steps {
      if step.command.hasPrefix("export ") {
        let parts = step.command.dropFirst(7).split(separator: "=", maxSplits: 1).map(String.init)
        program.environment[parts[0]] = parts[1]
        continue
      }
      let answer = try program.shell(step.command)
      #expect(answer.code == 0, "\(step.command): \(answer.err)")
      var printed = answer.lines
      if printed.last == "" { printed.removeLast() }
      if let cut = step.output.firstIndex(of: "...") {
        #expect(Array(printed.prefix(cut)) == Array(step.output.prefix(cut)), "\(step.command)")
      } else {
        #expect(printed == step.output, "\(step.command)")
      }
    }
  }
}
