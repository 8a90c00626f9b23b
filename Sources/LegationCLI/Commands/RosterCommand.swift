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
      is the roster of the last day that the registry knows, or of --on. Of --columns every form \
      has the columns that are named; `mission`, `batch`, `decision`, `agrement`, `since` and \
      `months_served` are some, and a name that is none is answered with all of them.
      """,
      vi: """
        Trước là những người đứng đầu theo thứ tự nội bộ, sau là các nơi chưa rõ người đứng đầu. \
        Nếu không ghi nhiệm kỳ thì là danh sách vào ngày cuối sổ nắm được, hoặc vào ngày ghi ở --on. \
        Với --columns, mọi định dạng có đúng các cột đã nêu, ví dụ `mission`, `batch`, `decision`, \
        `agrement`, `since`, `months_served`; ghi sai tên cột thì có danh sách đủ các tên.
        """),
    examples: "legation roster 2024-2027",
    "legation roster 2024-2027 --lang vi --format markdown", "legation roster --on 2024-02-19",
    "legation roster 2024-2027 --lang vi --form nd30 -o roster.docx",
    "legation roster 2024-2027 --one-row-per accreditation --region asia",
    "legation roster 2024-2027 --columns number,name,mission,batch,agrement,since,months_served")

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp("The term, for example 2024-2027.", vi: "Nhiệm kỳ, ví dụ 2024-2027."))
  var term: String?

  @OptionGroup(title: OptionTitle.selection) var asked: FactOptions<RosterFacts>
  @OptionGroup(title: OptionTitle.page) var page: PageOptions

  var files: [NamedFile] { page.files }

  func perform() throws {
    var given = asked.parameters
    given["term"] = term
    try Output(options: options, page: page).show(Roster.self, given, from: options.open())
  }
}

/// What a roster is asked for beside its term, as options.
enum RosterFacts: FactFields {
  static var fields: [Field] { [] }
  static var words: [Extra] { ReportFacts<Roster>.words.filter { $0.name != "term" } }
}
