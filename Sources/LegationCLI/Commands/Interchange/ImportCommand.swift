import ArgumentParser
import Interchange
import Registry
import Reports

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in records from other programs, all or none.",
    discussion: """
      Each import is one change: `legation show` says what it did, `legation undo` takes it back.

      Example:
        legation import pocom ../pocom --gsh ../gsh --dry-run
      """,
    subcommands: [
      ImportCSV.self, ImportJSON.self, ImportNDJSON.self, ImportPocom.self, ImportDataPackage.self,
    ]
  )

  @OptionGroup var options: GlobalOptions
}

extension GlobalOptions {
  /// Takes in what comes from outside as one change: says how far it is, then what came of it.
  func takeIn(
    _ write: WriteOptions, _ action: String,
    _ run: (Registry, ChangeNote, @escaping (Int, Int) -> Void) throws(RegistryError) -> (
      report: ImportReport, change: Int?
    )
  ) throws {
    let registry = try open(for: .writing, isLong: true)
    let progress = Progress(Sentence("Importing", vi: "Đang nhập"))
    let outcome = try run(registry, write.note(action)) { progress.show($0, of: $1) }
    progress.end()
    try Output(options: self).show(
      try ImportPages(registry).page(outcome.report), from: registry)
    Failure.remark(ImportPages.end(outcome.change, write.dryRun))
  }
}
