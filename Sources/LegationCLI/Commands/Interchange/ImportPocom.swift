import ArgumentParser
import Interchange
import Registry
import Reports

struct ImportPocom: ChangingCommand {
  static let about = CommandConfiguration(
    commandName: "pocom",
    abstract: "Take in the chiefs of mission of the United States, 1778 to 2020.",
    discussion: """
      The folder is a copy of https://github.com/HistoryAtState/pocom, the one behind --gsh of
      https://github.com/HistoryAtState/gsh: territories, seats and consular posts. Everything
      is taken as it is; the report says what was odd and what was made of it. Taken in again,
      only what changed in the source is taken, and what was corrected here stays.

      Examples:
        legation import pocom ../pocom --gsh ../gsh
        legation import pocom ../pocom --format json -o report.json
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Option(help: ArgumentHelp("The folder of territories, seats and posts.", valueName: "folder"))
  var gsh: String?
  @Option(
    help: ArgumentHelp(
      "The day up to which the data is known. (default: \(PocomImport.Options.lastDay))",
      valueName: "date"))
  var asOf: String?
  @Argument(help: "The folder of people, missions and appointments.") var folder: String

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
