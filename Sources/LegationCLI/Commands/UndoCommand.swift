import ArgumentParser
import Registry

struct UndoCommand: ChangingCommand {
  static let about = CommandConfiguration(
    commandName: "undo",
    abstract: Sentence(
      "Take a change back, by a new one.", vi: "Hoàn tác một thay đổi, bằng một thay đổi mới."),
    discussion: Sentence(
      """
      Every record becomes what it was before the change. Nothing is lost: the new change can be \
      taken back in its turn. Refused where later changes stand on it; then it says which.
      """,
      vi: """
        Mọi bản ghi trở lại như trước thay đổi đó. Không mất gì: thay đổi mới cũng hoàn tác được. \
        Lệnh bị từ chối nếu có thay đổi về sau dựa vào nó; khi đó nêu rõ là thay đổi nào.
        """),
    examples: #"legation undo 1 --reason "entered twice""#, "legation undo 1 --dry-run")

  @OptionGroup var options: GlobalOptions
  @OptionGroup(title: OptionTitle.change) var write: WriteOptions
  @Argument(help: ArgumentHelp("Its number.", vi: "Số của thay đổi.")) var change: Int

  func perform() throws {
    // A question that it puts back can have come from anybody.
    let registry = try options.open(for: .writing, limitsMemory: true)
    let progress = Progress(Sentence("Putting records back", vi: "Đang đưa bản ghi về như cũ"))
    let note = try write.note("undo \(change)", citing: .nothing, in: registry)
    try Output(options: options).keep(in: registry, note) { (note) throws(RegistryError) in
      let outcome = try registry.undo(change, note) { progress.show($0, of: $1) }
      progress.end()
      return outcome
    } saying: { effects in
      [Sentence("Undone: change \(change).", vi: "Đã hoàn tác thay đổi số \(change).")]
        + effects.map(\.words).map { Sentence("  " + $0.english, vi: "  " + $0.vietnamese) }
    }
  }
}
