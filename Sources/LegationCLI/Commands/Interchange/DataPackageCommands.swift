import ArgumentParser
import Files
import Interchange
import Registry
import Reports

struct ExportDataPackage: AnsweringCommand {
  static let takesOutput = false
  static let about = CommandConfiguration(
    commandName: "datapackage",
    abstract: Sentence(
      "Write the whole registry as a folder of CSV files with a description.",
      vi: "Ghi cả sổ thành một thư mục tệp CSV kèm mô tả."),
    discussion: Sentence(
      """
      A Frictionless Data Package: a file a table, and datapackage.json with types, keys and \
      descriptions. The same registry gives the same bytes, so that the folder can live in git. \
      A package that is there already is replaced. History is not in it: for that, `backup`.
      """,
      vi: """
        Là một Frictionless Data Package: mỗi bảng một tệp, cùng datapackage.json ghi kiểu, khóa \
        và mô tả. Cùng một sổ thì cho đúng các byte như nhau, nên thư mục có thể để trong git. \
        Gói dữ liệu đã có ở đó bị thay. Trong đó không có lịch sử: để giữ lịch sử, hãy dùng \
        `backup`.
        """),
    examples: "legation export datapackage missions-package")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The folder.", vi: "Thư mục.")) var folder: String

  var files: [NamedFile] { [NamedFile(path: folder, use: .made, role: .theFolder)] }

  func perform() throws {
    let registry = try options.open(isLong: true)
    let target = try NewFolder(at: folder, mark: "datapackage.json", rule: .answer)
    let progress = Progress(Sentence("Writing", vi: "Đang ghi"), in: "MB")
    target.watch = { progress.show($0 / 1_000_000, of: 0) }
    let written = try registry.atOneMoment {
      try DataPackageExport(registry, defusesFormulas: options.safeCsv).run(to: target)
    }
    try target.publish()
    progress.end()
    Failure.remark(.written(written))
  }
}

struct ImportDataPackage: ChangingCommand {
  static let about = CommandConfiguration(
    commandName: "datapackage",
    abstract: Sentence(
      "Take in a folder of CSV files that `export` wrote, edited or not.",
      vi: "Nhập một thư mục tệp CSV do `export` ghi ra, đã sửa hoặc chưa."),
    discussion: Sentence(
      """
      Rows are added and edited by their keys. Rows that the package lacks stay, unless \
      --delete-missing is given. Every mistake is told with its file and line, and then nothing \
      is changed.
      """,
      vi: """
        Các dòng được thêm và sửa theo mã. Dòng mà gói dữ liệu không có vẫn được giữ, trừ khi ghi \
        --delete-missing. Mọi lỗi được báo kèm tệp và dòng, và khi đó chưa có gì thay đổi.
        """),
    examples: "legation import datapackage missions-package --dry-run",
    #"legation import datapackage missions-package --delete-missing --reason "from git""#)

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Flag(
    help: ArgumentHelp(
      "Remove the rows that the package lacks, of the tables in it.",
      vi: "Trong các bảng của gói dữ liệu, xóa những dòng mà gói không có."))
  var deleteMissing = false
  @Argument(help: ArgumentHelp("The folder.", vi: "Thư mục.")) var folder: String

  var files: [NamedFile] {
    [
      NamedFile(
        path: folder, use: .readFolder([".csv", "datapackage.json"]), role: .theFolder)
    ]
  }

  func perform() throws {
    try options.takeIn(write, "import datapackage", citing: .nothing, limitsMemory: true) {
      (registry, note, watch) throws(RegistryError) in
      try DataPackageImport(folder, removesOthers: deleteMissing, watch: watch).run(
        into: registry, note)
    }
  }
}
