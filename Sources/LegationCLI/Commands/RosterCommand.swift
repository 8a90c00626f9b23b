import ArgumentParser
import Registry
import Reports

struct RosterCommand: AnsweringCommand {
  static let about = CommandConfiguration(
    commandName: "roster",
    abstract: "Print the heads of a term, or of a day.",
    discussion: """
      First the heads in the house order, then the posts with no known head. Without a term it \
      is the roster of the last day that the registry knows, or of --on.

      Examples:
        legation roster 2024-2027
        legation roster 2024-2027 --lang vi --format markdown
        legation roster --on 2024-02-19
      """
  )

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The term, for example 2024-2027.")
  var term: String?

  @Option(help: ArgumentHelp("Who was in office on that day.", valueName: "day"))
  var on: String?

  func perform() throws {
    let registry = try options.open()
    let roster = Roster(registry, in: Environment.language)
    let key = try term.map { term throws(RegistryError) in
      try Lookup(registry: registry).key(of: .term, named: term)
    }
    if let key, on == nil {
      try Output(options: options).show(try roster.ofTerm(key), from: registry)
    } else {
      let day = try on.map { day throws(RegistryError) in try registry.day(day) }
      try Output(options: options).show(try roster.onDay(day, term: key), from: registry)
    }
  }
}
