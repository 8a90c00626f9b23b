import Foundation
import Testing

/// The README and the guide are run: their blocks marked `console`, in order, in one folder.
@Suite struct ReadmeTests {
  @Test(arguments: [Page.readme, Page.vietnamese, Page.guide])
  func `what a page shows is what the program prints`(page: Page) throws {
    let steps = try page.steps()
    #expect(steps.count > 7)
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

  @Test func `the README is read in one sitting`() throws {
    #expect(
      try Page.readme.text().split(separator: "\n", omittingEmptySubsequences: false).count <= 181)
  }
}
