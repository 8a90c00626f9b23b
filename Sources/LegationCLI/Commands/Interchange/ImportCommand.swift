import ArgumentParser

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
