import ArgumentParser
import Registry

/// The root of the commands.
struct Legation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "legation",
    abstract: "A registry of a country's missions abroad and of those who head them.",
    discussion: """
      The three things done most:
        legation head add "Đỗ Minh Hùng" --mission gb-london --term 2024-2027
        legation roster 2024-2027
        legation sql "SELECT mission, person_name FROM incumbent"

      To begin with:
        legation init --sample

      Exit codes: 0 done, 1 a rule stands against it, 64 wrong words or values, 65 the file is \
      not fit, 66 no registry there, 73 cannot be made, 74 disk, 75 busy, 77 read-only, 124 time limit, 130 Ctrl-C.
      """,
    version: Registry.version,
    groupedSubcommands: [
      CommandGroup(
        name: "Registry", subcommands: headCommands + FirstKind.commands),
      CommandGroup(name: "Answers", subcommands: answerCommands),
      CommandGroup(name: "History", subcommands: historyCommands),
      CommandGroup(name: "File", subcommands: fileCommands),
    ]
  )

  /// The commands that are no kind of record's.
  ///
  /// A word is looked for among these first: for a kind of record six types are made when it is
  /// asked for its name.
  static let ownCommands: [any ParsableCommand.Type] =
    headCommands + answerCommands + historyCommands + fileCommands

  private static let headCommands: [any ParsableCommand.Type] = [
    HeadCommand.self, PostingCommand.self,
  ]
  private static let answerCommands: [any ParsableCommand.Type] = [
    RosterCommand.self, ReportCommand.self, SQLCommand.self, CheckCommand.self, ImportCommand.self,
    ExportCommand.self,
  ]
  private static let historyCommands: [any ParsableCommand.Type] = [
    LogCommand.self, ShowCommandOfChange.self, DiffCommand.self, HistoryCommand.self,
    BlameCommand.self, UndoCommand.self, BundleCommand.self, MergeCommand.self, SealCommand.self,
    VerifyCommand.self,
  ]
  private static let fileCommands: [any ParsableCommand.Type] = [
    InitCommand.self, RegistryCommand.self, UpgradeCommand.self, BackupCommand.self,
    RestoreCommand.self,
  ]

  @OptionGroup var options: GlobalOptions
}
