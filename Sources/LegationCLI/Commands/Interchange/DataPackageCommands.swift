import ArgumentParser
import Files
import Interchange
import Registry
import Reports

struct ExportDataPackage: AnsweringCommand {
  static let takesOutput = false
  static let about = CommandConfiguration(
    commandName: "datapackage",
    abstract: "Write the whole registry as a folder of CSV files with a description.",
    discussion: """
      A Frictionless Data Package: a file a table, and datapackage.json with types, keys and
      descriptions. The same registry gives the same bytes, so that the folder can live in git. A
      package that is there already is replaced. History is not in it: for that, backup.

      Example:
        legation export datapackage missions-package
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The folder.") var folder: String

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
    abstract: "Take in a folder of CSV files that export wrote, edited or not.",
    discussion: """
      Rows are added and edited by their keys. Rows that the package lacks stay, unless
      --delete-missing is given. Every mistake is told with its file and line, and then nothing
      is changed.

      Examples:
        legation import datapackage missions-package --dry-run
        legation import datapackage missions-package --delete-missing --reason "from git"
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Flag(help: "Remove the rows that the package lacks, of the tables in it.")
  var deleteMissing = false
  @Argument(help: "The folder.") var folder: String

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
