import ArgumentParser
import Interchange
import Registry
import Reports

struct ImportPocom: ChangingCommand {
  static let about = CommandConfiguration(
    commandName: "pocom",
    abstract: Sentence(
      "Take in the chiefs of mission of the United States, 1778 to 2020.",
      vi: "Nhập người đứng đầu các cơ quan đại diện của Hoa Kỳ, từ 1778 đến 2020."),
    discussion: Sentence(
      """
      The folder is a copy of https://github.com/HistoryAtState/pocom, the one behind --gsh of \
      https://github.com/HistoryAtState/gsh: territories, seats and consular posts. Everything \
      is taken as it is; the report says what was odd and what was made of it. A date that its \
      note calls about, before, after or between is kept as such. Taken in again, only what \
      changed in the source is taken, and what was corrected here stays.
      """,
      vi: """
        Thư mục là bản sao của https://github.com/HistoryAtState/pocom; thư mục ghi sau --gsh là \
        bản sao của https://github.com/HistoryAtState/gsh: các lãnh thổ, trụ sở và cơ quan lãnh \
        sự. Mọi thứ được nhập nguyên trạng; báo cáo nêu điều bất thường và cách xử lý. Ngày mà \
        ghi chú nói là khoảng, trước, sau hoặc giữa hai ngày thì được ghi đúng như vậy. Khi nhập \
        lại, chỉ những gì nguồn đã thay đổi được nhập, và những gì đã sửa ở đây vẫn được giữ.
        """),
    examples: "legation import pocom ../pocom --gsh ../gsh",
    "legation import pocom ../pocom --format json -o report.json")

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Option(
    help: ArgumentHelp(
      "The folder of territories, seats and posts.",
      vi: "Thư mục các lãnh thổ, trụ sở và cơ quan lãnh sự.", valueName: "folder"))
  var gsh: String?
  @Option(
    help: ArgumentHelp(
      "The day up to which the data is known. (default: \(PocomImport.Options.lastDay))",
      vi: "Thông tin đến ngày nào. (mặc định: \(PocomImport.Options.lastDay))",
      valueName: "date"))
  var asOf: String?
  @Argument(
    help: ArgumentHelp(
      "The folder of people, missions and appointments.",
      vi: "Thư mục người, cơ quan đại diện và lần bổ nhiệm."))
  var folder: String

  var files: [NamedFile] {
    ([folder] + (gsh.map { [$0] } ?? [])).map {
      NamedFile(path: $0, use: .readFolder([".xml"]), role: .theFolder)
    }
  }

  func perform() throws {
    var source = PocomImport.Options(pocom: folder, gsh: gsh)
    if let asOf { source.asOf = asOf }
    try options.takeIn(write, "import pocom", citing: .nothing) {
      (registry, note, watch) throws(RegistryError) in
      try PocomImport(source, watch: watch).run(into: registry, note)
    }
  }
}
