import ArgumentParser
import Files
import Formats
import Registry

struct BundleCommand: Command {
  static let takesOutput = false
  static let about = CommandConfiguration(
    commandName: "bundle",
    abstract: "Write the changes since a point into a file, for another office to merge.",
    discussion: """
      Plain lines of JSON with a hash at the end; each change keeps who made it, when and why.

      Example:
        legation bundle --since 41 --office "Consular Department" consular.bundle
      """)

  static let past = Past.refused(
    Sentence(
      "a bundle holds every change since --since", vi: "gói luôn gồm mọi thay đổi kể từ --since"))

  @OptionGroup var options: GlobalOptions
  @Option(help: "A change, a day or a moment that both registries know.") var since: String
  @Option(help: "Who made the changes. (default: $LEGATION_OFFICE, else the machine's name)")
  var office: String?
  @Argument(help: "The file; - is standard output.") var file: String

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
    abstract: "Put another office's changes in, all or none.",
    discussion: """
      A field is put in where it is here what it was there before. Where it is not, nothing is
      merged, and the conflicts are listed with both values; settle each by --ours or --theirs
      and the record's key. Changes that are here already are passed over. A bundle can come
      through a pipe: - is standard input.

      Examples:
        legation merge consular.bundle --dry-run
        legation merge consular.bundle --theirs person/do-minh-hung --ours gb-london
        ssh consular legation bundle --since 41 - | legation merge -
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Argument(help: "The bundle; - is standard input.") var file: String
  @Option(help: ArgumentHelp("Keep this record as it is here.", valueName: "key"))
  var ours: [String] = []
  @Option(help: ArgumentHelp("Take this record as it is there.", valueName: "key"))
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
