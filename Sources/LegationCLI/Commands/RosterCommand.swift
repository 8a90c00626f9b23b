import ArgumentParser
import Registry
import Reports

struct RosterCommand: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "roster",
    abstract: Sentence(
      "Print the heads of a term, or of a day.",
      vi: "Hiện danh sách người đứng đầu của một nhiệm kỳ, hoặc vào một ngày."),
    discussion: Sentence(
      """
      First the heads in the house order, then the posts with no known head. Without a term it \
      is the roster of the last day that the registry knows, or of --on.
      """,
      vi: """
        Trước là những người đứng đầu theo thứ tự nội bộ, sau là các nơi chưa rõ người đứng đầu. \
        Nếu không ghi nhiệm kỳ thì là danh sách vào ngày cuối sổ nắm được, hoặc vào ngày ghi ở --on.
        """),
    examples: "legation roster 2024-2027",
    "legation roster 2024-2027 --lang vi --format markdown", "legation roster --on 2024-02-19")

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp("The term, for example 2024-2027.", vi: "Nhiệm kỳ, ví dụ 2024-2027."))
  var term: String?

  func perform() throws {
    let given = term.map { ["term": $0] } ?? [:]
    try Output(options: options).show(Roster.self, given, from: options.open())
  }
}
