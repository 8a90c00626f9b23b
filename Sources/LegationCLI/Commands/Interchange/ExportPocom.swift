import ArgumentParser
import Files
import Formats
import Interchange
import Registry

struct ExportPocom: AnsweringCommand {
  static let takesOutput = false
  static let about = CommandConfiguration(
    commandName: "pocom",
    abstract: Sentence(
      "Write people, missions and heads as the XML of HistoryAtState/pocom.",
      vi: "Ghi người, cơ quan đại diện và người đứng đầu thành XML của HistoryAtState/pocom."),
    discussion: Sentence(
      """
      What came from pocom goes out under the identifiers, in the files and in the order that it \
      had there; anything else under its own keys. The folder must not be there yet.
      """,
      vi: """
        Những gì lấy từ pocom được ghi ra với mã, tệp và thứ tự đã có ở đó; những gì khác thì \
        theo mã của sổ. Thư mục phải chưa có ở đó.
        """),
    examples: "legation export pocom heads-xml")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The folder to make.", vi: "Thư mục sẽ tạo.")) var folder: String

  var files: [NamedFile] { [NamedFile(path: folder, use: .made, role: .theFolder)] }

  func perform() throws {
    let registry = try options.open(isLong: true)
    let target = try NewFolder(at: folder, rule: .answer)
    let progress = Progress(Sentence("Writing", vi: "Đang ghi"))
    var files = 0
    let written = try registry.atOneMoment {
      try PocomExport(registry) { (path, text) throws(RegistryError) in
        do throws(FileError) { try target.write(text, to: path) } catch {
          throw RegistryError(error)
        }
        files += 1
        progress.show(files, of: 0)
      }.run()
    }
    try target.publish()
    progress.end()
    Failure.remark(
      Sentence(
        """
        \(written.people) people, \(written.missions) missions with \(written.chiefs) heads and \
        nominees, \(written.groups) groups, \(written.titles) titles.
        """,
        vi: """
          \(written.people) người, \(written.missions) cơ quan với \(written.chiefs) lần bổ nhiệm \
          và đề cử, \(written.groups) nhóm kiêm nhiệm, \(written.titles) chức danh.
          """))
  }
}
