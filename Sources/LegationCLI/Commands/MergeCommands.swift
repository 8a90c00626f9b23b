import ArgumentParser
import Files
import Formats
import Registry

struct BundleCommand: Command {
  static let takesOutput = false
  static let about = CommandConfiguration(
    commandName: "bundle",
    abstract: Sentence(
      "Write the changes since a point into a file, for another office to merge.",
      vi: "Ghi các thay đổi kể từ một điểm vào một tệp, để cơ quan khác gộp."),
    discussion: Sentence(
      "Plain lines of JSON with a hash at the end; each change keeps who made it, when and why.",
      vi: """
        Gồm các dòng JSON, cuối cùng là một mã băm; mỗi thay đổi vẫn cho biết ai ghi, khi nào và \
        vì sao.
        """),
    examples: #"legation bundle --since 0 --office "Consular Department" consular.bundle"#)

  static let past = Past.refused(
    Sentence(
      "a bundle holds every change since --since", vi: "gói luôn gồm mọi thay đổi kể từ --since"))

  @OptionGroup var options: GlobalOptions
  @Option(
    help: ArgumentHelp(
      "A change, a day or a moment that both registries know.",
      vi: "Một thay đổi, một ngày hoặc một thời điểm mà cả hai sổ đều có."))
  var since: String
  @Option(
    help: ArgumentHelp(
      "Who made the changes. (default: $LEGATION_OFFICE, else the machine's name)",
      vi: "Cơ quan đã ghi các thay đổi. (mặc định: $LEGATION_OFFICE, nếu không thì tên máy)"))
  var office: String?
  @Argument(
    help: ArgumentHelp("The file; - is standard output.", vi: "Tệp; - là đầu ra chuẩn."))
  var file: String

  var files: [NamedFile] {
    file == "-" ? [] : [NamedFile(path: file, use: .made, role: .theBundle)]
  }

  func perform() throws {
    let registry = try options.open()
    let target = file == "-" ? OutputTarget() : try .answer(file, isPrivate: true)
    let sink = target.sink
    let progress = Progress(Sentence("Bundling", vi: "Đang đóng gói"))
    let bundled = try registry.bundle(
      since: since, office: office ?? Environment.office(), write: { sink.write($0) },
      watch: { progress.show($0, of: $1) })
    progress.end()
    try target.finish()
    if file != "-" {
      Failure.remark(
        Sentence(
          "\(bundled.changes) changes, \(bundled.versions) records.",
          vi: "\(bundled.changes) thay đổi, \(bundled.versions) bản ghi."))
    }
    if bundled.mended > 0 {
      Failure.remark(
        Sentence(
          """
          Texts that another program wrote past the rules of entry: \(bundled.mended). They are \
          in the bundle as the rules leave them; see \(Pasted.command("check")).
          """,
          vi: """
            Văn bản do chương trình khác ghi, không theo quy tắc nhập: \(bundled.mended). Trong \
            gói, chúng được sửa theo quy tắc; xem \(Pasted.command("check")).
            """))
    }
  }
}

struct MergeCommand: ChangingCommand {
  static let about = CommandConfiguration(
    commandName: "merge",
    abstract: Sentence(
      "Put another office's changes in, all or none.",
      vi: "Gộp các thay đổi của cơ quan khác, tất cả hoặc không gì cả."),
    discussion: Sentence(
      """
      A field is put in where it is here what it was there before. Where it is not, nothing is \
      merged, and the conflicts are listed with both values; settle each by --ours or --theirs \
      and the record's key. Changes that are here already are passed over. A bundle can come \
      through a pipe: - is standard input.
      """,
      vi: """
        Một mục được gộp khi giá trị ở đây đúng như giá trị ở đó trước thay đổi. Nếu không, chưa \
        gộp gì cả, và các xung đột được liệt kê với cả hai giá trị; hãy phân định từng xung đột \
        bằng --ours hoặc --theirs và mã của bản ghi. Thay đổi đã có ở đây thì được bỏ qua. Gói có \
        thể đến qua ống dẫn: - là đầu vào chuẩn.
        """),
    examples: "legation merge consular.bundle --dry-run",
    "legation merge consular.bundle --theirs person/do-minh-hung --ours gb-london",
    "ssh consular legation bundle --since 41 - | legation merge -")

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Argument(
    help: ArgumentHelp("The bundle; - is standard input.", vi: "Gói; - là đầu vào chuẩn."))
  var file: String
  @Option(
    help: ArgumentHelp(
      "Keep this record as it is here.", vi: "Giữ bản ghi này như ở đây.", valueName: "key"))
  var ours: [String] = []
  @Option(
    help: ArgumentHelp(
      "Take this record as it is there.", vi: "Lấy bản ghi này như trong gói.",
      valueName: "key"))
  var theirs: [String] = []

  var files: [NamedFile] { [.read(file, .theBundle)] }

  func perform() throws {
    let registry = try options.open(for: .writing, isLong: true, limitsMemory: true)
    let progress = Progress(Sentence("Merging", vi: "Đang gộp"))
    let note = try write.note("merge", citing: .nothing, in: registry)
    let answer = try Answer(options)
    if answer.isForPrograms { try registry.beginTrace() }
    let outcome = try registry.merge(
      file, note, settling: MergeSettlement(ours: ours, theirs: theirs),
      isStopped: { Interrupt.isAsked }
    ) { progress.show($0, of: $1) }
    progress.end()
    let merged = outcome.result
    var lines = [
      Sentence(
        "Merged \(merged.changes.count) changes; \(merged.known) were here already.",
        vi: "Đã gộp \(merged.changes.count) thay đổi; \(merged.known) đã có sẵn.")
    ]
    lines += merged.effects.map {
      Sentence("  " + $0.words.english, vi: "  " + $0.words.vietnamese)
    }
    let isKept = !merged.changes.isEmpty && !outcome.isDryRun
    try KeptError.after(change: isKept ? outcome.number : nil) {
      try answer.end(
        merged.changes.isEmpty ? [lines[0]] : lines + [Output.end(isKept ? outcome.number : nil)],
        Output.members(
          of: note, isKept ? outcome.number : nil, lines, registry.trace ?? ChangeTrace()))
    }
  }
}
