import ArgumentParser
import Formats
import Registry

/// Options that every command takes, before, between or behind its words.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .customLong("db"), help: "The registry. (default: $LEGATION_DB, else the data folder)")
  var database: String?

  @Option(
    name: .customLong("lang"), help: "en or vi. (default: $LEGATION_LANG, else the locale)")
  var language: Language?

  @Option(help: "table, csv, json or markdown.")
  var format: Format?

  @Option(help: "Wrap tables to so many columns. (default: the terminal's width)")
  var width: Int?

  mutating func validate() throws {
    if let language { Environment.chosenLanguage = language }
  }

  var path: String { database ?? Environment.registryPath }

  func open(for purpose: Registry.Purpose = .reading) throws(RegistryError) -> Registry {
    try Registry.open(path, for: purpose)
  }
}

/// Options of every command that writes.
struct WriteOptions: ParsableArguments {
  @Option(help: "Why: kept with the change.")
  var reason: String?

  @Option(help: "Who: kept with the change. (default: $LEGATION_BY, else your login)")
  var by: String?

  @Option(help: "Where it comes from: an address, or the key of a source.")
  var source: [String] = []

  @Option(help: ArgumentHelp("Take a finding upon yourself.", valueName: "code"))
  var accept: [String] = []

  @Flag(name: [.customShort("n"), .long], help: "Say what would be done, and do nothing.")
  var dryRun = false

  func note(_ action: String) -> ChangeNote {
    ChangeNote(
      action: action, author: by ?? Environment.author, reason: reason, accepted: Set(accept),
      isDryRun: dryRun)
  }
}

extension Language: ExpressibleByArgument {}
extension Format: ExpressibleByArgument {}
