import ArgumentParser
import Registry

/// The root of the commands.
struct Legation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "legation",
    abstract: Sentence(
      "A registry of a country's missions abroad and of those who head them.",
      vi: "Sổ các cơ quan đại diện của một nước ở nước ngoài và những người đứng đầu."
    ).inHelp,
    discussion: """
      \(mostDone.inHelp)
        legation head add "Trần Văn An" --mission tl-dili --term 2024-2027
        legation roster 2024-2027
        legation sql "SELECT mission, person_name FROM incumbent"

      \(first.inHelp)
        legation init --sample

      \(exitCodes.inHelp)
      """,
    version: Registry.version,
    groupedSubcommands: [
      CommandGroup(
        name: Sentence("Registry", vi: "Bản ghi").inHelp,
        subcommands: headCommands + FirstKind.commands),
      CommandGroup(
        name: Sentence("Answers", vi: "Tra cứu, nhập, xuất").inHelp, subcommands: answerCommands),
      CommandGroup(
        name: Sentence("History", vi: "Lịch sử").inHelp, subcommands: historyCommands),
      CommandGroup(name: Sentence("File", vi: "Tệp").inHelp, subcommands: fileCommands),
    ]
  )

  private static let mostDone = Sentence(
    "The three things done most:", vi: "Ba việc hay làm nhất:")
  private static let first = Sentence("To begin with:", vi: "Để bắt đầu:")
  private static let exitCodes = Sentence(
    """
    Exit codes: 0 done, 1 a rule stands against it, 64 wrong words or values, 65 the file is \
    not fit, 66 no registry there, 73 cannot be made, 74 disk, 75 busy, 77 read-only, 124 time \
    limit, 130 Ctrl-C.
    """,
    vi: """
      Mã thoát: 0 đã xong, 1 trái với một quy tắc, 64 sai từ hoặc giá trị, 65 tệp không dùng \
      được, 66 không có sổ, 73 không tạo được, 74 lỗi đĩa, 75 đang bận, 77 chỉ cho đọc, 124 hết \
      thời hạn, 130 Ctrl-C.
      """)

  /// The commands that are no kind of record's.
  ///
  /// A word is looked for among these first: for a kind of record six types are made when it is
  /// asked for its name. Each that is asked for its name writes its whole help: the one that is
  /// called most stands in front.
  static let ownCommands: [any ParsableCommand.Type] =
    [SQLCommand.self]
    + (headCommands + answerCommands + historyCommands + fileCommands)
    .filter { $0 != SQLCommand.self }

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
