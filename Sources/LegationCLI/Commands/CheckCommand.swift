import ArgumentParser
import Registry
import Reports

struct CheckCommand: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "check",
    abstract: "Tell what is odd: two heads at once, a gap, a term that is over, text gone wrong.",
    discussion: """
      Exits with 1 where something of the asked severity is found. What each code means:
      legation sql "SELECT * FROM finding_kind"

      Examples:
        legation check --severity error
        legation check --code gap --severity note --format json
      """)

  @OptionGroup var options: GlobalOptions
  @Option(
    help: ArgumentHelp("error, warning or note: that and what is graver.", valueName: "severity"))
  var severity: FindingPages.Severity = .warning
  @Option(help: "Findings of this code only.") var code: String?
  @Option(help: "Findings of this mission only.") var mission: String?

  func perform() throws {
    let registry = try options.open()
    var selection = FindingPages.Selection(severity: severity)
    selection.code = code
    if let mission {
      selection.mission = try Lookup(registry: registry).key(of: .mission, named: mission)
    }
    let pages = FindingPages(registry, in: Environment.language)
    try Output(options: options).show(pages.findings(selection), from: registry)
    if try pages.isAnythingFound(selection) { throw ExitCode(1) }
  }
}

extension FindingPages.Severity: ExpressibleByArgument {}
