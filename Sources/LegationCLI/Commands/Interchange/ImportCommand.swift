import ArgumentParser
import Files
import Interchange
import Registry
import Reports
import SQLite

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Sentence(
      "Take in records from other programs, all or none.",
      vi: "Nhập bản ghi từ các chương trình khác, tất cả hoặc không gì cả."),
    discussion: Sentence(
      "Each import is one change: `legation show` says what it did, `legation undo` takes it back.",
      vi: """
        Mỗi lần nhập là một thay đổi: `legation show` cho biết đã làm gì, `legation undo` hoàn tác.
        """),
    examples: "legation import pocom ../pocom --gsh ../gsh --dry-run",
    subcommands: [
      ImportCSV.self, ImportJSON.self, ImportNDJSON.self, ImportPocom.self, ImportDataPackage.self,
    ]
  )

  @OptionGroup var options: GlobalOptions
}

extension GlobalOptions {
  /// Takes in what comes from outside as one change: says how far it is, then what came of it.
  ///
  /// - Parameters:
  ///   - alsoMaking: a new file for bad rows.
  ///   - limitsMemory: whether kept queries can be among it.
  func takeIn(
    _ write: WriteOptions, _ action: String, citing: WriteOptions.Citing = .record,
    alsoMaking aside: String? = nil, limitsMemory: Bool = false,
    _ run: (Registry, ChangeNote, @escaping (Int, Int) -> Void) throws(RegistryError) -> (
      report: ImportReport, change: Int?
    )
  ) throws {
    let registry = try open(for: .writing, isLong: true, limitsMemory: limitsMemory)
    let note = try write.note(action, citing: citing, in: registry)
    let target = try openTarget()
    try Answer.requireOutput(self)
    let progress = Progress(Sentence("Importing", vi: "Đang nhập"))
    let outcome = try run(registry, note) { progress.show($0, of: $1) }
    progress.end()
    let number = write.dryRun ? nil : outcome.change
    try KeptError.after(Self.kept(number, aside)) {
      var page = try ImportPages(registry, in: Environment.language).page(outcome.report)
      page.facts += [
        ("change", number.sqliteValue), ("dry_run", write.dryRun.sqliteValue),
      ]
      try Output(options: self).show(page, from: registry, to: target)
    }
    Failure.remark(ImportPages.end(outcome.change, write.dryRun))
  }

  private static func kept(_ number: Int?, _ aside: String?) -> Sentence? {
    let change = number.map(KeptError.change)
    guard let aside, FileSystem.exists(aside) else { return change }
    let rows = Sentence("The bad rows are in \(aside).", vi: "Các dòng lỗi nằm trong \(aside).")
    guard let change else { return rows }
    return Sentence(
      "\(change.english) \(rows.english)", vi: "\(change.vietnamese) \(rows.vietnamese)")
  }
}
