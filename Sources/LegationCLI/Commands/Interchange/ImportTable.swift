import ArgumentParser
import Interchange
import Registry
import Reports

extension TableKind: ExpressibleByArgument {
  package init?(argument: String) { self.init(name: argument) }

  package static var allValueStrings: [String] { all.map(\.name) }
}

/// What the imports of tables share.
struct TableOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What the rows are.", vi: "Các dòng là gì.", valueName: "kind"))
  var to: TableKind
  @Option(
    help: ArgumentHelp(
      """
      A column that does not fit by itself: cohort=term. Nothing behind the = leaves it out, *= \
      all that are not named; gender:m=male says what words mean; @FILE is a file of such lines.
      """,
      vi: """
        Cột không tự khớp: cohort=term. Sau dấu = không ghi gì thì bỏ cột đó, *= bỏ mọi cột không \
        được nêu; gender:m=male cho biết từ trong cột nghĩa là gì; @TỆP là tệp gồm những dòng như \
        vậy.
        """,
      valueName: "theirs=ours"))
  var map: [String] = []
  @Flag(
    help: ArgumentHelp(
      "Edit records that are there already and say something else.",
      vi: "Sửa bản ghi đã có mà nội dung khác."))
  var update = false
  @Option(
    help: ArgumentHelp(
      "Put bad rows into a new CSV file, take in the rest.",
      vi: "Để riêng các dòng lỗi vào một tệp CSV mới, nhập phần còn lại.", valueName: "file"))
  var skipBad: String?
  @Argument(
    help: ArgumentHelp("The file; - is standard input.", vi: "Tệp; - là đầu vào chuẩn."))
  var file: String

  var files: [NamedFile] {
    var files = [NamedFile.read(file, .theInput)]
    files += map.filter { $0.hasPrefix("@") }.map { .read(String($0.dropFirst()), .theMap) }
    if let skipBad { files.append(NamedFile(path: skipBad, use: .made, role: .theBadRows)) }
    return files
  }

  /// - Parameter command: the one that takes the table in.
  func run(
    as form: TableImport.Form, _ options: GlobalOptions, _ write: WriteOptions, _ action: String,
    for command: any ParsableCommand.Type
  ) throws {
    var table = TableImport.Options(to)
    table.map = map
    table.edits = update
    table.asideFile = skipBad
    table.language = Environment.language
    table.sources = write.source
    let remedies = RowRemedies(of: command)
    table.words = { remedies.words(for: $0) }
    let path = file == "-" ? "/dev/stdin" : file
    try options.takeIn(write, action, alsoMaking: skipBad) {
      (registry, note, watch) throws(RegistryError) in
      try TableImport(path, as: form, table, watch: watch).run(into: registry, note)
    }
  }
}

/// What would help a row; how a missing fact is given, its column says.
private final class RowRemedies {
  private let command: any ParsableCommand.Type
  /// Made for the first bad row: the parser takes its time over it.
  private lazy var remedies = Remedies(for: CommandOptions(of: command))

  init(of command: any ParsableCommand.Type) { self.command = command }

  func words(for remedy: Remedy) -> Sentence? {
    if case .give = remedy { return nil }
    return remedies.advice(for: remedy).words
  }
}

struct ImportCSV: ChangingCommand {
  static let about = CommandConfiguration(
    commandName: "csv",
    abstract: Sentence(
      "Take in a spreadsheet: one row a head, a mission, a person.",
      vi: "Nhập bảng tính: mỗi dòng một người đứng đầu, một cơ quan đại diện, một người."),
    discussion: Sentence(
      """
      The first line names the columns, in English or Vietnamese. Commas, semicolons, tabs and \
      bars are told apart by it; UTF-8 and UTF-16, with or without a mark, are taken. What a row \
      refers to, by key or by name, is there already or stands above it. Every bad row is told \
      with line and column, and then nothing is changed. --dry-run shows what each column is \
      taken for.
      """,
      vi: """
        Dòng đầu là tên các cột, bằng tiếng Việt hoặc tiếng Anh. Dấu phẩy, dấu chấm phẩy, tab và \
        gạch đứng được phân biệt theo dòng này; nhận UTF-8 và UTF-16, có hay không có dấu ở đầu tệp. \
        Những gì một dòng dẫn tới, theo mã hoặc tên, phải có sẵn hoặc đứng ở trên. Mọi dòng lỗi \
        được báo kèm số dòng và cột, và khi đó chưa có gì thay đổi. --dry-run cho biết mỗi cột \
        được hiểu là gì.
        """),
    examples: "legation import csv heads.csv --to heads --map cohort=term --dry-run",
    "legation import csv heads.csv --to heads --map @heads.map --skip-bad bad.csv")

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Option(
    help: ArgumentHelp(
      "The mark between fields: one character, or tab. (default: what the first line has)",
      vi: "Dấu ngăn các ô: một ký tự, hoặc chữ tab. (mặc định: theo dòng đầu)"))
  var delimiter: String?
  @OptionGroup var table: TableOptions

  var files: [NamedFile] { table.files }

  mutating func validate() throws {
    if delimiter == "tab" || delimiter == "\\t" { delimiter = "\t" }
    if let delimiter, delimiter.utf8.count != 1 {
      throw ValidationError(
        "--delimiter takes one ASCII character, or the word tab.",
        vi: "--delimiter cần một ký tự ASCII, hoặc chữ tab.")
    }
  }

  func perform() throws {
    try table.run(as: .delimited(delimiter?.first), options, write, "import csv", for: Self.self)
  }
}

struct ImportJSON: ChangingCommand {
  static let about = CommandConfiguration(
    commandName: "json",
    abstract: Sentence(
      "Take in a list of JSON objects, as for `csv`.",
      vi: "Nhập một danh sách đối tượng JSON, như với `csv`."),
    discussion: Sentence(
      "The file is read whole, and may hold 16 MB; for more, `ndjson`.",
      vi: "Cả tệp được đọc một lần, dài tối đa 16 MB; dài hơn thì dùng `ndjson`."),
    examples: "legation import json people.json --to people --dry-run")

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @OptionGroup var table: TableOptions

  var files: [NamedFile] { table.files }

  func perform() throws {
    try table.run(as: .json, options, write, "import json", for: Self.self)
  }
}

struct ImportNDJSON: ChangingCommand {
  static let about = CommandConfiguration(
    commandName: "ndjson",
    abstract: Sentence(
      "Take in lines, each a JSON object, as for `csv`.",
      vi: "Nhập các dòng, mỗi dòng một đối tượng JSON, như với `csv`."),
    examples: "legation import ndjson people.ndjson --to people --dry-run")

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @OptionGroup var table: TableOptions

  var files: [NamedFile] { table.files }

  func perform() throws {
    try table.run(as: .lines, options, write, "import ndjson", for: Self.self)
  }
}
