import ArgumentParser
import Registry
import Reports

struct CheckCommand: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "check",
    abstract: Check.about.inHelp + ".",
    discussion: Sentence(
      """
      The report of this name, with 1 as exit code where it finds something. What each code means:
      legation sql "SELECT * FROM finding_kind"

      Examples:
        legation check --severity error
        legation check --code gap --severity note --format json
      """,
      vi: """
        Báo cáo cùng tên, với mã thoát 1 nếu phát hiện điều gì. Ý nghĩa của từng mã:
        legation sql "SELECT * FROM finding_kind"

        Ví dụ:
          legation check --severity error
          legation check --code gap --severity note --format json
        """
    ).inHelp)

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.selection) var given: FactOptions<ReportFacts<Check>>

  func perform() throws {
    let found = try Output(options: options).show(
      Check.self, given.parameters, from: options.open())
    if found > 0 { throw ExitCode(1) }
  }
}
