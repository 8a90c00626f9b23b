import ArgumentParser
import Registry
import Reports

struct CheckCommand: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "check",
    abstract: Sentence(Check.about.english + ".", vi: Check.about.vietnamese + "."),
    discussion: Sentence(
      """
      The report of this name, with 1 as exit code where it finds something. What each code means \
      stands in the table `finding_kind`.
      """,
      vi: """
        Báo cáo cùng tên, với mã thoát 1 nếu phát hiện điều gì. Ý nghĩa của từng mã nằm trong bảng \
        `finding_kind`.
        """),
    examples: "legation check --severity error",
    "legation check --code gap --severity note --format json",
    "legation sql \"SELECT * FROM finding_kind\"")

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.selection) var given: FactOptions<ReportFacts<Check>>

  func perform() throws {
    let found = try Output(options: options).show(
      Check.self, given.parameters, from: options.open())
    if found > 0 { throw ExitCode(1) }
  }
}
