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
  @Option(help: ArgumentHelp("What the rows are.", valueName: "kind")) var to: TableKind
  @Option(
    help: ArgumentHelp(
      """
      A column that does not fit by itself: cohort=term. Nothing behind the = leaves it out, *= \
      all that are not named; gender:m=male says what words mean; @FILE is a file of such lines.
      """,
      valueName: "theirs=ours"))
  var map: [String] = []
  @Flag(help: "Edit records that are there already and say something else.") var update = false
  @Option(
    help: ArgumentHelp("Put bad rows into a new CSV file, take in the rest.", valueName: "file"))
  var skipBad: String?
  @Argument(help: "The file; - is standard input.") var file: String

  var files: [NamedFile] {
    var files = [NamedFile.read(file, .theInput)]
    files += map.filter { $0.hasPrefix("@") }.map { .read(String($0.dropFirst()), .theMap) }
    if let skipBad { files.append(NamedFile(path: skipBad, use: .made, role: .theBadRows)) }
    return files
  }

  func run(
    as form: TableImport.Form, _ options: GlobalOptions, _ write: WriteOptions, _ action: String
  ) throws {
    var table = TableImport.Options(to)
    table.map = map
    table.edits = update
    table.asideFile = skipBad
    table.language = Environment.language
    table.sources = write.source
    let path = file == "-" ? "/dev/stdin" : file
    try options.takeIn(write, action, alsoMaking: skipBad) {
      (registry, note, watch) throws(RegistryError) in
      try TableImport(path, as: form, table, watch: watch).run(into: registry, note)
    }
  }
}

struct ImportCSV: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: "Take in a spreadsheet: one row a head, a mission, a person.",
    discussion: """
      The first line names the columns, in English or Vietnamese. Commas, semicolons, tabs and
      bars are told apart by it; UTF-8 and UTF-16, with or without a mark, are taken. What a row
      refers to, by key or by name, is there already or stands above it. Every bad row is told
      with line and column, and then nothing is changed. --dry-run shows what each column is
      taken for.

      Examples:
        legation import csv heads.csv --to heads --map cohort=term --dry-run
        legation import csv heads.csv --to heads --map @heads.map --skip-bad bad.csv
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: "Change options") var write: WriteOptions
  @Option(
    help: "The mark between fields: one character, or tab. (default: what the first line has)")
  var delimiter: String?
  @OptionGroup var table: TableOptions

  var files: [NamedFile] { table.files }

  mutating func validate() throws {
    if delimiter == "tab" || delimiter == "\\t" { delimiter = "\t" }
    if let delimiter, delimiter.utf8.count != 1 {
      throw ValidationError("--delimiter takes one ASCII character, or the word tab.")
    }
  }

  func run() throws {
    try table.run(as: .delimited(delimiter?.first), options, write, "import csv")
  }
}

struct ImportJSON: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "json",
    abstract: "Take in a list of JSON objects, as for csv.",
    discussion: """
      The file is read whole, and may hold 16 MB; for more, ndjson.

      Example:
        legation import json people.json --to people --dry-run
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: "Change options") var write: WriteOptions
  @OptionGroup var table: TableOptions

  var files: [NamedFile] { table.files }

  func run() throws { try table.run(as: .json, options, write, "import json") }
}

struct ImportNDJSON: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "ndjson",
    abstract: "Take in lines, each a JSON object, as for csv.",
    discussion: "Example:\n  legation import ndjson people.ndjson --to people --dry-run")

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: "Change options") var write: WriteOptions
  @OptionGroup var table: TableOptions

  var files: [NamedFile] { table.files }

  func run() throws { try table.run(as: .lines, options, write, "import ndjson") }
}
